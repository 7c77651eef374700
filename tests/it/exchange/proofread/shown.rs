//! What is shown of claims.

use super::read;
use crate::desk::Desk;
use bieumau::exchange::proofread::{Verdict, copy_claims, own_text, pieces};
use bieumau::words::Language;

#[test]
fn a_sentence_is_shown_with_its_figures_marked() {
    let text = "Mở đầu. Đã triển khai 21/41 nhiệm vụ, đạt 75,5%. Kết thúc.";
    let claim = &read(text).claims[0];
    let shown = pieces(claim, text);
    let all: Vec<&str> = shown.iter().map(|piece| piece.text).collect();
    assert_eq!(all.concat(), "Đã triển khai 21/41 nhiệm vụ, đạt 75,5%.");
    let marked = shown.iter().filter(|piece| piece.is_figure);
    let marked: Vec<&str> = marked.map(|piece| piece.text).collect();
    assert_eq!(marked, ["21", "41", "75,5%"]);
}

#[test]
fn a_sentence_of_a_page_is_cut_between_words() {
    let long = "thực hiện nghiêm túc các văn bản chỉ đạo của cấp trên ".repeat(30);
    let text = format!("Văn phòng {long} 21/41 nhiệm vụ, đạt 75,5% và {long}.");
    let claim = &read(&text).claims[0];
    let shown: String = pieces(claim, &text)
        .iter()
        .map(|piece| piece.text)
        .collect();
    assert!(
        shown.starts_with("… ") && !shown.starts_with("…  ") && shown.ends_with(" …"),
        "{shown}"
    );
    assert!(shown.contains("21/41 nhiệm vụ, đạt 75,5%"));
    assert!(shown.len() < 450, "{}", shown.len());
    for word in shown.trim_matches(['…', ' ']).split_whitespace() {
        assert!(text.split_whitespace().any(|known| known == word), "{word}");
    }
}

#[test]
fn the_list_goes_out_as_a_table() {
    let text = "Đã triển khai 21/41 nhiệm vụ,\nđạt 75,5%. <b>Đạt</b> 50% (1/2).";
    let proof = read(text);
    let form = &Desk::cchc().session.form().form.clone();
    let wrong = proof
        .claims
        .iter()
        .filter(|claim| claim.verdict == Verdict::Disagrees);
    let copied = copy_claims(wrong, text, form, Language::En);
    assert_eq!(
        copied.text.lines().collect::<Vec<&str>>(),
        [
            "Verdict\tSentence\tComputed\tRemark\tIn the report",
            "Disagrees\tĐã triển khai 21/41 nhiệm vụ, đạt 75,5%.\t21 ÷ 41 × 100 = 51,22%\tIt says 75,5%; computed is 51,22%: off by 24,28.\t",
        ]
    );
    let all = copy_claims(proof.claims.iter(), text, form, Language::Vi);
    assert!(all.html.contains("&lt;b&gt;") && !all.html.contains("<b>"));
}

#[test]
fn what_the_officer_wrote_is_read_in_the_order_of_the_paper() {
    let mut desk = Desk::cchc();
    assert_eq!(own_text(&desk.session), "");
    let headings = desk.session.form().narrative().headings.clone();
    let (first, last) = (headings.first().unwrap(), headings.last().unwrap());
    desk.session.set_paragraph(&last.id, "Đạt 50% (1/2).");
    desk.session
        .set_paragraph(&first.id, " Đã triển khai 21/41 nhiệm vụ. ");
    desk.session.set_paragraph("letter.signer", "Trần Thị B");
    assert_eq!(
        own_text(&desk.session),
        "Đã triển khai 21/41 nhiệm vụ.\n\nĐạt 50% (1/2)."
    );
}
