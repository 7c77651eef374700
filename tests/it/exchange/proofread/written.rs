//! What an officer may write, right and wrong.

use super::{figures, line, lines, read, verdicts};
use bieumau::exchange::proofread::Verdict::{Agrees, CannotTell, Disagrees, Truncated};
use bieumau::exchange::proofread::{Sheets, What, proofread};

#[test]
fn a_fraction_and_its_percentage() {
    for text in [
        "Đã triển khai 21/41 nhiệm vụ, đạt 51,22%.",
        "Đã triển khai 21/41 nhiệm vụ (đạt 51,22%).",
        "Đã triển khai 21/41 nhiệm vụ, đạt tỷ lệ 51,2 %.",
        "Đạt 51,22% (21/41 nhiệm vụ).",
        "• 21/41 nhiệm vụ = 51,22%.",
        "Đã triển khai 21 nhiệm vụ trên tổng số 41 nhiệm vụ, đạt 51,22%.",
        "Đã triển khai 21 trên 41 nhiệm vụ, bằng 51%.",
        "Đã triển khai được 21 nhiệm vụ, đạt 51,22% (so với 41 nhiệm vụ).",
        "Kế hoạch có 41 nhiệm vụ. Đã hoàn thành 21 nhiệm vụ, tỷ lệ đạt 51,22%.",
    ] {
        let claims = read(text).claims;
        assert_eq!(claims.len(), 1, "{text} {claims:?}");
        assert_eq!(claims[0].verdict, Agrees, "{text}");
        assert!(
            line(&claims[0]).contains("21 ÷ 41 × 100 = 51,22%"),
            "{text}"
        );
        let wrong = text
            .replace("51,22", "52,22")
            .replace("51,2 ", "51,3 ")
            .replace("51%", "75%");
        assert_eq!(verdicts(&wrong), [Disagrees], "{wrong}");
    }
}

#[test]
fn what_is_wrong_is_told_with_what_is_computed() {
    assert_eq!(
        lines("Đã triển khai 21/41 nhiệm vụ, đạt 75,5%."),
        ["disagrees | 21 ÷ 41 × 100 = 51,22% | Ghi 75,5%, tính được 51,22%: lệch 24,28."]
    );
    assert_eq!(
        lines("Đạt 44,64% (388/869)."),
        [
            "truncated | 388 ÷ 869 × 100 = 44,649% | Ghi 44,64% là cắt bớt chữ số thập phân; làm tròn thì được 44,65%."
        ]
    );
    let text = "Tổng số 41 trường hợp (05 công chức; 21 viên chức, 16 trường hợp đặc biệt).";
    assert_eq!(
        lines(text),
        ["disagrees | 5 + 21 + 16 = 42 | Ghi 41, tính được 42: lệch 1."]
    );
    let claim = &read(text).claims[0];
    assert_eq!(figures(claim, text), ["41", "05", "21", "16"]);
    assert_eq!(&text[claim.sentence.clone()], text);
}

#[test]
fn half_is_rounded_away_from_zero_and_cutting_off_is_told_apart() {
    // 1/800 = 0,125
    assert_eq!(verdicts("1/800 hồ sơ, chiếm 0,13%."), [Agrees]);
    assert_eq!(verdicts("1/800 hồ sơ, chiếm 0,12%."), [Truncated]);
    assert_eq!(verdicts("1/800 hồ sơ, chiếm 0,14%."), [Disagrees]);
    assert_eq!(verdicts("1/800 hồ sơ, chiếm 0,125%."), [Agrees]);
    assert_eq!(verdicts("45/40 nhiệm vụ, đạt 112,5%."), [Agrees]);
    // Printed with a dot, and without decimals.
    assert_eq!(verdicts("387/482 (đạt 80.3%)."), [Agrees]);
    assert_eq!(verdicts("387/482 (đạt 80%)."), [Agrees]);
    // No share of nothing.
    assert_eq!(verdicts("0/0 hồ sơ, đạt 100%."), [CannotTell]);
}

#[test]
fn about_more_than_and_less_than_are_taken_at_their_word() {
    assert_eq!(verdicts("96/100 hồ sơ, đạt trên 95%."), [Agrees]);
    assert_eq!(verdicts("94/100 hồ sơ, đạt trên 95%."), [Disagrees]);
    assert_eq!(verdicts("96/100 hồ sơ, đạt hơn 95%."), [Agrees]);
    assert_eq!(verdicts("4/100 hồ sơ, chiếm dưới 5%."), [Agrees]);
    assert_eq!(verdicts("6/100 hồ sơ, chiếm dưới 5%."), [Disagrees]);
    assert_eq!(verdicts("49/100 hồ sơ, đạt khoảng 50%."), [Agrees]);
    assert_eq!(verdicts("31/100 hồ sơ, đạt khoảng 50%."), [Disagrees]);
    // An aim is no result.
    assert_eq!(verdicts("Phấn đấu đạt tối thiểu 80% hồ sơ trực tuyến."), []);
    assert_eq!(verdicts("Giải quyết đúng hạn từ 90% trở lên."), []);
}

#[test]
fn sums_in_words() {
    for text in [
        "Tiếp nhận 120 hồ sơ; trong đó: có 100 hồ sơ trực tuyến, 20 hồ sơ trực tiếp.",
        "Tiếp nhận 120 hồ sơ (100 hồ sơ trực tuyến, 20 hồ sơ trực tiếp).",
        "Tiếp nhận 120 hồ sơ, gồm 100 hồ sơ trực tuyến và 20 hồ sơ trực tiếp.",
        "Tiếp nhận 120 hồ sơ, bao gồm: 100 trực tuyến, 20 trực tiếp.",
        "Tiếp nhận 120 hồ sơ: 100 trực tuyến, 20 trực tiếp.",
        "Tiếp nhận 120 hồ sơ, trong đó trực tuyến 100 hồ sơ, trực tiếp 20 hồ sơ.",
        "Tổng số hồ sơ là 120. Trong đó, trực tuyến: 100, trực tiếp: 20.",
    ] {
        let claims = read(text).claims;
        assert_eq!(claims.len(), 1, "{text} {claims:?}");
        assert!(matches!(claims[0].what, What::Sum { .. }), "{text}");
        assert_eq!(claims[0].verdict, Agrees, "{text}");
        let wrong = text.replace("20", "21").replace("121", "120");
        assert_eq!(verdicts(&wrong), [Disagrees], "{wrong}");
    }
}

#[test]
fn parts_that_need_not_be_all_are_no_mistake() {
    assert_eq!(
        lines("Ban hành 61 văn bản, trong đó 7 văn bản về đất đai, 9 văn bản về y tế."),
        ["cannot-tell | 7 + 9 = 16 | Cộng được 16, tổng ghi 61; có thể lời văn chỉ nêu một phần."]
    );
    // But they are all where the text says so, and where they divide the whole.
    assert_eq!(
        verdicts("Ban hành 61 văn bản, gồm 7 chỉ thị, 9 văn bản khác."),
        [Disagrees]
    );
    assert_eq!(
        verdicts("Đã trả 61 hồ sơ, trong đó 7 hồ sơ trước hạn, 9 hồ sơ quá hạn."),
        [Disagrees]
    );
    // One part is no sum.
    assert_eq!(
        verdicts("Ban hành 61 văn bản, trong đó có 7 văn bản về đất đai."),
        []
    );
}

#[test]
fn two_things_counted_in_one_list_are_two_sums() {
    let text = "Mở 107 lớp, 7.037 người (chuyển sang 17 lớp với 1.162 học viên; mở mới 90 lớp với 5.875 học viên).";
    assert_eq!(
        lines(text),
        [
            "agrees | 17 + 90 = 107 | Khớp.",
            "agrees | 1.162 + 5.875 = 7.037 | Khớp.",
        ]
    );
}

#[test]
fn what_is_received_is_resolved_in_process_or_returned() {
    let told = |returned: &str| {
        let text = format!(
            "Đã tiếp nhận 90 hồ sơ, kỳ trước chuyển sang 10 hồ sơ. Đã giải quyết 80 hồ sơ. Đang giải quyết 15 hồ sơ. Công dân rút {returned} hồ sơ."
        );
        verdicts(&text)
    };
    assert_eq!(told("5"), [Agrees]);
    assert_eq!(told("6"), [Disagrees, Disagrees]);
}

#[test]
fn growth_and_fall() {
    for text in [
        "Tiếp nhận 90 hồ sơ, tăng 12,5% so với cùng kỳ năm trước (80 hồ sơ).",
        "Số hồ sơ tăng 12,5% (từ 80 hồ sơ lên 90 hồ sơ).",
    ] {
        assert_eq!(
            lines(text),
            ["agrees | (90 − 80) ÷ 80 × 100 = 12,5% | Khớp."]
        );
        assert_eq!(
            verdicts(&text.replace("12,5", "11,1")),
            [Disagrees],
            "{text}"
        );
        assert_eq!(
            lines(&text.replace("tăng", "giảm")),
            ["disagrees | (90 − 80) ÷ 80 × 100 = 12,5% | Tăng hay giảm ghi ngược."],
            "{text}"
        );
    }
    assert_eq!(
        verdicts("Tiếp nhận 60 hồ sơ, giảm 25% so với cùng kỳ (80 hồ sơ)."),
        [Agrees]
    );
    // Compared with a year of which the text gives no figure.
    assert_eq!(
        verdicts("Biên chế giảm 1,8% so với năm 2021."),
        [CannotTell]
    );
}

#[test]
fn dates_papers_ranks_and_times_are_no_figures() {
    for text in [
        "Quyết định số 3350/QĐ-UBND ngày 26/12/2025 và Kế hoạch số 05/KH-VPUB ngày 8/1.",
        "Trong quý II/2026 và tháng 3/2026, từ 15/12/2025 đến 09/3/2026.",
        "Văn phòng đứng thứ 5/15 sở, ban, ngành.",
        "Hệ thống hoạt động thông suốt 24/7.",
        "Hội nghị quán triệt không quá 1/2 ngày.",
        "Giai đoạn 2021-2025, giảm 8-10 cuộc họp.",
        "Tại 03 phòng họp (218, 219, 708).",
        "2.7. Tiếp nhận hồ sơ (1) trực tuyến; (2) trực tiếp.",
        "Điều 67, khoản 2, điểm c; mức độ 3, 4; hạng IV (mã số V05.02.08).",
        "Kỳ 2, đợt 3, thứ 5, phụ lục 4, giai đoạn 1; ≥ 95% hồ sơ.",
        "Căn cứ Nghị định số 45/2020/NĐ-CP, Nghị quyết số 18-NQ/TW.",
    ] {
        assert_eq!(lines(text), [""; 0], "{text}");
    }
}

#[test]
fn a_share_of_something_else_is_left_alone() {
    // What is on time is another figure than the 77.
    let text = "Tiếp nhận 81 hồ sơ, đã giải quyết 77 hồ sơ, tỷ lệ đúng hạn đạt 99%.";
    assert_eq!(verdicts(text), [CannotTell]);
    // Two wholes, neither of which fits.
    let text = "Có 75 xã và 12 phường. Tổ chức 300 xã, 400 xã. Có 20 xã xong, chiếm 40%.";
    assert!(!verdicts(text).contains(&Disagrees), "{:?}", lines(text));
}

#[test]
fn letters_may_be_composed_or_not_and_lines_may_be_broken() {
    let text = "Đã triển khai 21/41 nhiệm vụ,\nđạt 51,22%.";
    assert_eq!(verdicts(text), [Agrees]);
    // As a Mac writes it: each mark is a sign of its own.
    let apart = text
        .replace('ạ', "a\u{323}")
        .replace('ệ', "e\u{323}\u{302}");
    assert_eq!(verdicts(&apart), [Agrees]);
    assert_eq!(
        verdicts("DA TRIEN KHAI 21/41 NHIEM VU, DAT 51,22%."),
        [Agrees]
    );
    // A table that was pasted along is none of running text.
    assert_eq!(verdicts("2.1\t41\tNhiệm vụ\n2.2\t21\tNhiệm vụ"), []);
}

#[test]
fn a_text_may_be_too_long() {
    let text = "Đạt 51,22% (21/41). ".repeat(40_000);
    let proof = proofread(&text, &Sheets::none());
    assert!(proof.is_cut);
    assert_eq!(proof.claims.len(), 1_000);
    assert!(!read("Đạt 51,22% (21/41).").is_cut);
}
