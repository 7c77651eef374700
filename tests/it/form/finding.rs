//! Finding a row: by its code, and by words with or without diacritics.

use crate::desk::{cchc, kl226};
use bieumau::form::{Finder, Form};

fn rows(form: &Form, typed: &str) -> Vec<String> {
    let finder = Finder::new(form);
    let found = finder.find(typed).into_iter();
    found
        .map(|cell| form.row(cell).unwrap().id.clone())
        .collect()
}

fn first(typed: &str) -> String {
    let found = rows(&cchc().form, typed);
    found.first().cloned().unwrap_or_default()
}

#[test]
fn a_code_finds_the_rows_of_that_code_on_each_sheet_and_then_those_under_it() {
    let found = rows(&cchc().form, "3.3");
    let of = |id: &str| found.iter().position(|found| found == id);
    assert_eq!(of("pl1.b1.3.3"), Some(0));
    assert!(of("pl1.b1.3.3") < of("pl1.b1.3.3.1"));
    assert!(of("pl1.b1.3.3.1") < of("pl1.b1.3.3.2"));
    // A dot that is printed behind the code makes no difference, on either side.
    assert!(rows(&cchc().form, "4.1.").contains(&"pl1.b1.4.1".to_owned()));
    assert_eq!(rows(&cchc().form, "4.1"), rows(&cchc().form, "4.1."));
    // 3.3 is no beginning of 3.31, and nothing of 13.3.
    assert!(found.iter().all(|id| id.contains("3.3")), "{found:?}");
}

#[test]
fn the_id_of_a_row_finds_it() {
    assert_eq!(first("pl1.b6.4.2.1"), "pl1.b6.4.2.1");
}

#[test]
fn words_find_rows_with_or_without_diacritics_and_in_capitals() {
    for typed in [
        "Số văn bản chỉ đạo CCHC",
        "so van ban chi dao cchc",
        "SỐ VĂN BẢN CHỈ ĐẠO",
        // Letters with marks of their own, as some systems compose them.
        "So\u{302}\u{301} va\u{306}n ba\u{309}n chi\u{309} đa\u{323}o",
        "văn bản chỉ đạo",
        "chỉ đạo văn bản",
        "documents issued to direct",
    ] {
        assert_eq!(first(typed), "pl1.b1.1", "{typed}");
    }
}

#[test]
fn d_with_a_stroke_is_d() {
    let form = &cchc().form;
    assert_eq!(rows(form, "đối thoại"), rows(form, "doi thoai"));
    assert_eq!(first("doi thoai"), "pl1.b1.6");
}

#[test]
fn the_better_fit_stands_first_and_equals_stand_as_printed() {
    let form = &cchc().form;
    let all = rows(form, "số nhiệm vụ");
    let label = |id: &str| form.row(form.cell(id).unwrap()).unwrap().label.vi.clone();
    let begins = all
        .iter()
        .take_while(|id| label(id).starts_with("Số nhiệm vụ"))
        .count();
    assert!(begins >= 2);
    assert!(
        all.iter()
            .skip(begins)
            .all(|id| !label(id).starts_with("Số nhiệm vụ"))
    );
    let places: Vec<_> = all.iter().take(begins).map(|id| form.cell(id)).collect();
    assert!(places.is_sorted());
}

#[test]
fn a_sheet_and_a_code_or_words_find_the_row_of_that_sheet() {
    assert_eq!(first("biểu mẫu 3 1.5"), "pl1.b3.1.5");
    // Remarks of the first appendix name the second; they come after what stands in it.
    let found = rows(&cchc().form, "phu luc ii ho so");
    let first_remark = found.iter().position(|id| !id.starts_with("pl2."));
    assert!(first_remark > Some(5), "{found:?}");
}

#[test]
fn words_that_stand_together_come_before_their_beginnings() {
    // "Số … kế hoạch" has words that begin with "ho" and with "so" as well.
    let found = rows(&cchc().form, "ho so");
    let form = &cchc().form;
    let has_words = |id: &String| {
        let label = &form.row(form.cell(id).unwrap()).unwrap().label.vi;
        label.to_lowercase().contains("hồ sơ")
    };
    let first_other = found.iter().position(|id| !has_words(id));
    assert_eq!(
        first_other,
        Some(found.iter().filter(|id| has_words(id)).count())
    );
}

#[test]
fn nothing_finds_nothing() {
    for typed in ["", "   ", "."] {
        assert_eq!(
            rows(&kl226().form, typed),
            Vec::<String>::new(),
            "{typed:?}"
        );
    }
    assert_eq!(
        rows(&cchc().form, "không có dòng nào như thế"),
        Vec::<String>::new()
    );
}
