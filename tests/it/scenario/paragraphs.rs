//! The officer writes the report in words: what the form set says from the figures reads as the report of the first
//! quarter of 2026 (seed 000) should have said it, and what is written stays.

use super::course::{LATER, LATEST, complete};
use crate::desk::{Desk, NOW, cchc};
use bieumau::exchange::{Relation, export_json, preview, read_source};
use bieumau::format::{part_text, put_part, read_report, report_text};
use bieumau::report::{History, How, Part, PastReport, Report, Session, State, letter, merged};
use bieumau::words::Language;

/// What is said under a heading of the report in words, whole sentences only.
pub fn said(desk: &Desk, heading: &str) -> Vec<String> {
    let headings = &desk.session.form().narrative().headings;
    let heading = headings.iter().find(|known| known.id == heading).unwrap();
    let spoken = heading
        .sentences
        .iter()
        .map(|sentence| desk.session.spoken(sentence));
    let whole = spoken.filter(|spoken| spoken.is_whole);
    whole.map(|spoken| spoken.text).collect()
}

/// The report of the first quarter with the dossiers of its section II.2.7.
pub fn quarter_one() -> Desk {
    let mut desk = Desk::quarter_one();
    let ledger = [
        ("ledger.1.1", "947"),
        ("ledger.1.2", "11.647"),
        ("ledger.1.3", "9.724"),
        ("ledger.1.3.1", "8.287"),
        ("ledger.1.3.2", "17"),
        ("ledger.1.3.3", "277"),
        ("ledger.1.4.1", "1.746"),
        ("ledger.1.4.2", "156"),
        ("ledger.1.5", "114"),
    ];
    for (row, figure) in ledger {
        desk.enter(row, figure);
    }
    desk
}

#[test]
fn the_sentences_of_the_first_quarter_say_the_ratios_that_the_form_computes() {
    let desk = quarter_one();
    assert_eq!(
        said(&desk, "i.2"),
        [
            "Kế hoạch cải cách hành chính năm đề ra 41 nhiệm vụ. Đến thời điểm báo cáo đã hoàn thành 21/41 nhiệm vụ, đạt 51,22%."
        ]
    );
    assert_eq!(
        said(&desk, "ii.2.1"),
        [
            "Đã tiếp nhận 70 phản ánh, kiến nghị; giải quyết xong 70/70 phản ánh, kiến nghị, đạt 100%."
        ]
    );
    // The shares of section II.2.7 as that section prints them.
    assert_eq!(
        said(&desk, "ii.2.7")[..4],
        [
            "Tính từ ngày 15/12/2025 đến ngày 09/3/2026, các sở, ngành đã tiếp nhận 11.647 hồ sơ, kỳ trước chuyển sang 947 hồ sơ.",
            "Số hồ sơ đã giải quyết, trả kết quả: 9.724 hồ sơ, chiếm 83,49%; trong đó trả sớm hạn 8.287 hồ sơ, chiếm 85,22%; trả đúng hạn 17 hồ sơ, chiếm 0,17%; trả quá hạn 277 hồ sơ, chiếm 2,85%.",
            "Hồ sơ đang giải quyết: 1.902 hồ sơ (trong hạn 1.746 hồ sơ, quá hạn 156 hồ sơ), chiếm 16,33%.",
            "Số hồ sơ trả lại và công dân rút: 114 hồ sơ, chiếm 0,98%.",
        ]
    );
    assert_eq!(
        said(&desk, "ii.6.6")[0],
        "Dịch vụ công trực tuyến toàn trình đã cung cấp: 281/984 dịch vụ công đủ điều kiện, đạt 28,56%."
    );
}

#[test]
fn a_sentence_without_its_figures_is_left_out_and_shows_where_they_belong() {
    let mut desk = Desk::cchc();
    assert_eq!(said(&desk, "i.2"), [""; 0]);
    desk.enter("pl1.b1.2.1", "41");
    let headings = &desk.session.form().narrative().headings;
    let heading = headings.iter().find(|known| known.id == "i.2").unwrap();
    let spoken = desk.session.spoken(&heading.sentences[0]);
    assert!(!spoken.is_whole);
    assert_eq!(
        spoken.text,
        "Kế hoạch cải cách hành chính năm đề ra 41 nhiệm vụ. Đến thời điểm báo cáo đã hoàn thành …/41 nhiệm vụ."
    );
    // Nothing was found, so there is no share of it, and the sentence goes without.
    desk.enter("pl1.b1.3.3.1", "0");
    desk.enter("pl1.b1.3.3.2", "0");
    assert_eq!(
        said(&desk, "i.3"),
        ["Qua kiểm tra phát hiện 0 vấn đề, đã xử lý xong 0 vấn đề."]
    );
    // What does not apply, and what cannot be read, is said in no sentence either.
    let cell = desk.cell("pl1.b2.1");
    desk.session.set_not_applicable(cell, true);
    assert_eq!(said(&desk, "ii.1.1"), [""; 0]);
    desk.enter("pl1.b2.1", "chín");
    assert_eq!(said(&desk, "ii.1.1"), [""; 0]);
}

#[test]
fn headings_name_the_time_that_comes() {
    let mut desk = Desk::cchc();
    let titled = |desk: &Desk, language| {
        let last = desk.session.form().narrative().headings.last().unwrap();
        desk.session.title_of(last, language)
    };
    assert_eq!(
        titled(&desk, Language::Vi),
        "Phương hướng, nhiệm vụ trọng tâm quý II năm 2026"
    );
    let mut at = |period: &str| {
        let mut report = desk.session.report().clone();
        report.period.id = period.to_owned();
        desk = Desk {
            session: Session::open(cchc(), report),
        };
        let opening = &desk.session.form().narrative().subject;
        (
            desk.session.spoken(opening).text,
            titled(&desk, Language::En),
        )
    };
    assert_eq!(
        at("2026S1"),
        (
            "Kết quả thực hiện công tác cải cách hành chính 6 tháng đầu năm 2026; phương hướng, nhiệm vụ trọng tâm 6 tháng cuối năm 2026".to_owned(),
            "Directions and main tasks, second half of 2026".to_owned()
        )
    );
    assert!(
        at("2026Q3")
            .0
            .ends_with("nhiệm vụ trọng tâm quý IV năm 2026")
    );
    assert!(
        at("2026")
            .0
            .ends_with("cải cách hành chính năm 2026; phương hướng, nhiệm vụ trọng tâm năm 2027")
    );
}

const TEXT: &str = "Văn phòng có 02 sáng kiến.\nCả hai được công nhận.";

#[test]
fn what_is_written_is_one_step_until_the_field_is_left() {
    let mut desk = Desk::cchc();
    for text in ["V", "Vă", "Văn phòng", TEXT] {
        assert!(desk.session.set_paragraph("i.7", text).texts);
    }
    assert!(!desk.session.set_paragraph("i.7", TEXT).texts);
    desk.session.rest();
    desk.session.set_paragraph("i.7", "Không có.");
    assert_eq!(desk.session.report().trail.steps().len(), 2);
    let told = desk.session.told(desk.session.can_undo().unwrap());
    assert!(
        told.vi.starts_with("nhập Không có. (7. Sáng kiến"),
        "{}",
        told.vi
    );
    assert!(desk.session.undo().unwrap().changes.texts);
    assert_eq!(desk.session.paragraph("i.7"), TEXT);
    desk.session.undo();
    assert!(desk.session.report().paragraphs.is_empty());
    desk.session.redo();
    assert_eq!(desk.session.paragraph("i.7"), TEXT);
    desk.session.set_paragraph(letter::SIGNER, "Trần Bình Minh");
    let line = &desk.session.change_lines()[0];
    assert_eq!(
        (&*line.what.vi, &*line.to.vi),
        ("Họ tên người ký", "Trần Bình Minh")
    );
}

#[test]
fn no_key_is_lost_between_the_record_and_the_journal() {
    let mut desk = Desk::cchc();
    desk.session.set_paragraph("i.7", "đầu");
    let record = report_text(desk.session.report());
    desk.session.take_edited();
    desk.session.set_paragraph("i.7", TEXT);
    desk.session.set_paragraph("no.such.heading", "giữ");
    desk.session.set_alone("i.2", true);
    let journal: Vec<(String, String)> = desk
        .session
        .take_edited()
        .iter()
        .map(|part| (part.key(), part_text(desk.session.report(), part)))
        .collect();
    let mut kept = read_report(&record).unwrap();
    for (key, text) in &journal {
        put_part(&mut kept, key, text);
    }
    assert_eq!(kept.paragraphs, desk.session.report().paragraphs);
    assert_eq!(kept.trail, desk.session.report().trail);
    let mut follower = Session::open(cchc(), read_report(&record).unwrap());
    let parts: Vec<Part> = journal
        .iter()
        .filter_map(|(key, _)| Part::from_key(key))
        .collect();
    let changes = follower.follow(&parts, |report| {
        for (key, text) in &journal {
            put_part(report, key, text);
        }
    });
    assert!(changes.texts);
    assert_eq!(follower.paragraph("i.7"), TEXT);
    // And once it is emptied it is gone from both.
    desk.session.set_paragraph("i.7", "");
    put_part(&mut kept, "paragraph:i.7", "");
    assert_eq!(kept.paragraphs, desk.session.report().paragraphs);
}

#[test]
fn what_is_written_leaves_a_complete_report_complete() {
    let mut desk = complete();
    let log = desk.session.report().log.clone();
    desk.session.set_paragraph("i", "Viết sau khi hoàn thành.");
    assert_eq!(desk.session.report().state, State::Complete);
    assert_eq!(desk.session.report().log, log);
}

#[test]
fn what_is_written_comes_back_from_a_file_and_a_file_without_takes_nothing_away() {
    let mut desk = quarter_one();
    let bare = read_source(&export_json(&desk.session)).unwrap().report;
    desk.session.set_paragraph("i.7", TEXT);
    desk.session.set_paragraph("unknown.heading", "giữ nguyên");
    desk.session
        .set_paragraph(letter::RECIPIENTS, "Như kính gửi\nLưu: VT");
    let written = desk.session.report().paragraphs.clone();
    let exported = export_json(&desk.session);
    let source = read_source(&exported).unwrap();
    assert_eq!(source.report.paragraphs, written);

    let mut other = Desk::cchc();
    let incoming = Session::open(cchc(), source.report.clone());
    let preview = preview(&source, &incoming, Some(other.session.report()));
    assert_eq!(preview.differences, []);
    let texts = preview.texts.iter();
    let texts = texts.map(|text| (text.name.vi.as_str(), text.after.as_str()));
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            (
                "7. Sáng kiến, giải pháp mới trong cải cách hành chính được thí điểm, nhân rộng và triển khai có hiệu quả",
                TEXT
            ),
            ("Nơi nhận", "Như kính gửi\nLưu: VT"),
            ("unknown.heading", "giữ nguyên"),
        ]
    );
    other.session.set_paragraph("i.1", "Của máy này");
    other.session.import(preview.report, LATER);
    assert_eq!(other.session.report().paragraphs, written);
    assert_eq!(export_json(&other.session), exported);
    other.session.undo();
    assert_eq!(other.session.paragraph("i.1"), "Của máy này");
    assert_eq!(other.session.paragraph("i.7"), "");

    // A file of a page that knew no running text says nothing of it.
    other.session.import(bare, LATEST);
    assert_eq!(other.session.paragraph("i.1"), "Của máy này");
}

#[test]
fn an_earlier_state_and_a_backup_have_what_was_written() {
    let mut desk = Desk::cchc();
    desk.session.set_paragraph("i.7", TEXT);
    desk.session.touch(LATER);
    let earlier = desk.session.report().clone();
    desk.session.rest();
    desk.session.set_paragraph("i.7", "");
    desk.session.set_paragraph("i.1", "mới");
    desk.session.touch(LATER);
    let here = desk.session.report().clone();
    assert_eq!(Relation::of(Some(&here), &earlier), Relation::Differs);
    desk.session
        .restore(earlier.clone(), "09:41 20/3/2026", LATEST);
    assert_eq!(desk.session.report().paragraphs, earlier.paragraphs);
    assert_eq!(desk.session.can_undo().unwrap().how, How::Restored);
    desk.session.undo();
    assert_eq!(desk.session.report().paragraphs, here.paragraphs);

    // Of two machines the later text counts, and what is written on one side only is not lost.
    let of = |texts: &[(&str, &str)], modified: &str| {
        let mut desk = Desk::cchc();
        for (id, text) in texts {
            desk.session.set_paragraph(id, text);
            desk.session.rest();
        }
        desk.session.touch(modified);
        desk.session.report().clone()
    };
    let one = of(&[("i.1", "một"), ("i.2", "cũ")], NOW);
    let other = of(&[("i.2", "mới"), ("i.3", "ba")], LATER);
    let joined = merged(&one, &other).paragraphs;
    let texts: Vec<(&str, &str)> = joined.iter().map(|(id, text)| (&**id, &**text)).collect();
    assert_eq!(texts, [("i.1", "một"), ("i.2", "mới"), ("i.3", "ba")]);
    let untold = |report: &Report| Report {
        trail: Default::default(),
        ..report.clone()
    };
    assert_eq!(merged(&untold(&one), &untold(&other)).paragraphs, joined);
}

#[test]
fn what_belongs_to_the_agency_goes_over_into_the_next_report() {
    let mut last = Desk::quarter_one();
    last.session.set_paragraph(letter::SIGNER, "Trần Bình Minh");
    last.session.set_paragraph(letter::SYMBOL, "BC-VPUB");
    last.session
        .set_paragraph(letter::SUBJECT, "Của riêng quý I");
    last.session.set_paragraph("i.7", TEXT);
    let mut report = Desk::cchc().session.report().clone();
    report.period.id = "2026S1".to_owned();
    let mut next = Session::open(cchc(), report);
    next.remember(History::new(vec![PastReport::of(&last.session).unwrap()]));
    next.set_paragraph(letter::SYMBOL, "BC-VP");
    next.rest();
    next.carry();
    assert_eq!(next.paragraph(letter::SIGNER), "Trần Bình Minh");
    // What is there already stays, and what was said of that period is said once.
    assert_eq!(next.paragraph(letter::SYMBOL), "BC-VP");
    assert_eq!(next.paragraph(letter::SUBJECT), "");
    assert_eq!(next.paragraph("i.7"), "");
    next.undo();
    assert_eq!(next.paragraph(letter::SIGNER), "");
}
