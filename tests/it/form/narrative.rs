//! The report in words: headings and sentences that cannot be printed are named with their place.

use super::{complains, opened, phrase, ratio, row, set};
use bieumau::form::{FormSet, HeadingWritten, NarrativeWritten, Said};

fn heading(id: &str, sentences: &[&str]) -> HeadingWritten {
    HeadingWritten {
        id: id.to_owned(),
        code: "1.".to_owned(),
        title: phrase("title"),
        parent: None,
        sentences: sentences.iter().map(|text| (*text).to_owned()).collect(),
    }
}

/// A form set of the counts `a` and `b`, the heading `h` and the ratio `r`, with these headings of its report.
fn with(headings: Vec<HeadingWritten>) -> FormSet {
    let rows = vec![
        row("a", "count"),
        row("b", "count"),
        row("h", "heading"),
        ratio("r", "percent([a], [b])"),
    ];
    FormSet {
        narrative: Some(NarrativeWritten {
            subject: "Kết quả {period}".to_owned(),
            addressee: "Sở Nội vụ".to_owned(),
            opening: "{agency} báo cáo như sau:".to_owned(),
            closing: "Trân trọng báo cáo./.".to_owned(),
            headings,
        }),
        ..set(rows)
    }
}

fn saying(sentence: &str) -> FormSet {
    with(vec![heading("i", &[sentence])])
}

#[test]
fn figures_formulas_words_and_optional_parts_are_read() {
    let sentence = "Đã làm {a}/{b}[, đạt {r}%], còn {=[b] - [a]} ({next}).";
    let (open, issues) = opened(saying(sentence));
    assert_eq!(issues, []);
    let pieces = &open.narrative().headings[0].sentences[0].0;
    let kinds: Vec<&str> = pieces
        .iter()
        .map(|piece| match piece {
            Said::Text(text) => text.as_str(),
            Said::Figure(_) => "figure",
            Said::Worked(_) => "formula",
            Said::Word(_) => "word",
            Said::Optional(_) => "optional",
        })
        .collect();
    let read = [
        "Đã làm ",
        "figure",
        "/",
        "figure",
        "optional",
        ", còn ",
        "formula",
        " (",
        "word",
        ").",
    ];
    assert_eq!(kinds, read);
}

#[test]
fn a_place_that_names_an_unknown_row_is_named_with_its_sentence() {
    let place = "narrative.headings[0] (i).sentences[0]";
    complains(saying("Đã làm {c} việc."), place, "names row “c”");
    complains(saying("Đã làm {} việc."), place, "names row “”");
    complains(saying("Đã làm {h} việc."), place, "is a heading");
    complains(saying("Đã làm {=[c] + 1} việc."), place, "names row “c”");
    complains(saying("Đã làm {=[a] >} việc."), place, "");
    complains(
        saying("Đã làm {=[a] > 1} việc."),
        place,
        "must give a number",
    );
}

#[test]
fn braces_and_brackets_that_do_not_match_are_named() {
    let place = "narrative.headings[0] (i).sentences[0]";
    for text in [
        "Đã {a",
        "Đã a}",
        "Đã [a",
        "Đã a]",
        "Đã [một [hai] ba]",
        "Đã [{a]}",
    ] {
        complains(saying(text), place, "");
    }
}

#[test]
fn headings_have_ids_of_their_own_under_headings_that_stand_above() {
    let under = |id: &str, parent: &str| HeadingWritten {
        parent: Some(parent.to_owned()),
        ..heading(id, &[])
    };
    let good = with(vec![
        heading("i", &[]),
        under("i.1", "i"),
        under("i.1.1", "i.1"),
    ]);
    let (open, issues) = opened(good);
    assert_eq!(issues, []);
    let depths = open
        .narrative()
        .headings
        .iter()
        .map(|heading| heading.depth);
    assert_eq!(depths.collect::<Vec<u8>>(), [0, 1, 2]);
    let second = |heading: HeadingWritten, words: &str| {
        let place = format!("narrative.headings[1] ({})", heading.id);
        complains(with(vec![self::heading("i", &[]), heading]), &place, words);
    };
    second(heading("i", &[]), "occurs twice");
    second(under("i.1", "ii"), "does not stand above");
    second(under("i.1", "i.1"), "does not stand above");
    second(heading("letter.signer", &[]), "letter.");
    second(heading("a#alone", &[]), "letter.");
    second(heading("đề mục", &[]), "must have 1 to 100");
}

#[test]
fn a_title_names_no_figure() {
    let mut titled = heading("i", &[]);
    titled.title.vi = "Nhiệm vụ {next} và {a}".to_owned();
    complains(
        with(vec![titled]),
        "narrative.headings[0] (i).title",
        "must not have figures",
    );
}
