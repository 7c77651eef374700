//! How a row is named: by its code, or by the coded row of which it is a part.

use super::{opened, row, set};
use crate::desk::{cchc, cchc_2021, kl226};
use bieumau::form::{Form, RowWritten};
use bieumau::words::Language;

fn addresses(form: &Form, id: &str) -> [String; 2] {
    let address = form.address(form.cell(id).unwrap());
    [address.vi, address.en]
}

#[test]
fn a_row_is_named_by_its_code() {
    assert_eq!(
        addresses(&cchc().form, "pl1.b1.4.1"),
        [
            "Phụ lục I, Biểu mẫu 1, dòng 4.1",
            "Appendix I, Form 1, row 4.1"
        ]
    );
    // No appendix is printed.
    assert_eq!(
        addresses(&kl226().form, "1.3"),
        ["Biểu số liệu, dòng 1.3", "Data form, row 1.3"]
    );
}

#[test]
fn a_row_printed_without_a_code_is_a_part_of_the_row_above() {
    let named = [
        "Phụ lục I, Mục 3, dòng 3.1.3, trong đó",
        "Appendix I, Section 3, row 3.1.3, of which",
    ];
    for part in ["3.1.3#1", "3.1.3#2", "3.1.3#3"] {
        assert_eq!(addresses(&cchc_2021().form, part), named);
    }
}

#[test]
fn a_row_without_any_code_is_named_by_its_sheet() {
    let lone = RowWritten {
        code: String::new(),
        ..row("a", "count")
    };
    let (open, issues) = opened(set(vec![lone]));
    assert_eq!(issues, []);
    assert_eq!(addresses(&open.form, "a"), ["name (vi)", "name (en)"]);
}

#[test]
fn the_column_of_codes_speaks_the_language_of_the_reader() {
    let form = cchc_2021();
    let code = |id: &str, language| {
        let row = form.form.row(form.form.cell(id).unwrap()).unwrap();
        row.printed_code(language).to_owned()
    };
    assert_eq!(code("3.1.3", Language::En), "3.1.3.");
    assert_eq!(code("3.1.3#1", Language::Vi), "Trong đó");
    assert_eq!(code("3.1.3#1", Language::En), "Of which");
    assert_eq!(code("3.1.3#2", Language::En), "");
}
