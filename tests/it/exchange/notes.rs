//! Whatever an officer, a keyboard or a pasted page puts into a note comes back as it was.

use super::{Desk, differences, export_json, faults, import};
use crate::desk::cchc;
use bieumau::format::{read_report, report_text};
use bieumau::report::Session;
use proptest::prelude::*;

const NASTY: [&str; 34] = [
    " ",
    "\t\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}",
    "\0\u{1}\u{1f}\u{7f}\u{80}\u{9f}",
    "\"\\/\u{8}",
    "\\u0000 \\ud800 \\n",
    "null",
    "{\"number\": \"41\"}",
    "]}],\"digest\":\"sha256:0\"}",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- ]]> --><![CDATA[",
    "{left} {right} {difference} {value} {row} {}",
    "%s %n %d ${x} {{x}} $(id) `id`",
    "'; DROP TABLE reports; --",
    "=cmd|' /C calc'!A0",
    "+84 212 3852 111",
    "@SUM(A1:A9)",
    "../../etc/passwd",
    "CON.txt:NUL",
    "Đặng Thị Ngọc Ánh – Tổ trưởng, số 15/TTr-NV “khẩn”",
    "To\u{302}\u{309} Hie\u{302}\u{323}u",
    "Tổ Hiệu",
    "TÔ HIỆU tô hiệu ĐẮK LẮK đắk lắk",
    "İıŞşßſK",
    "１２３，４５％",
    "\u{feff}bắt đầu bằng BOM",
    "a\u{200b}b\u{200d}c\u{2060}d\u{ad}e",
    "\u{202e}gnort ợưgn\u{202c} \u{2066}x\u{2069}",
    "👩‍👩‍👧‍👦 🇻🇳 👍🏽 ☠️",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "田中さんにあげて下さい مرحبا שלום ру́сский",
    "\u{fffd}\u{ffff}\u{10ffff}\u{e000}",
    "𝟘𝟙𝟚 ⅒ ² ٣ ९",
    "0x1F 1e309 -0 NaN Infinity 1_000",
];

/// Exports and imports a report with this note; gives the note as it came in.
fn there_and_back(note: &str) -> String {
    let mut desk = Desk::cchc();
    let cell = desk.cell("pl1.b1.2.1");
    desk.enter("pl1.b1.2.1", "41");
    desk.session.set_note(cell, note);
    let text = export_json(&desk.session);
    assert_eq!(faults(&serde_json::from_str(&text).unwrap()), [""; 0]);
    assert_eq!(differences(&text), []);
    let report = import(&text).report;
    assert_eq!(read_report(&report_text(&report)).unwrap(), report);
    let again = Session::open(cchc(), report);
    assert!(export_json(&again) == text);
    again.note(cell).to_owned()
}

#[test]
fn nasty_notes_come_back_as_they_were() {
    for note in NASTY {
        assert_eq!(there_and_back(note), note);
    }
    let all = NASTY.concat().repeat(50);
    assert!(there_and_back(&all) == all);
}

#[test]
fn nasty_texts_typed_into_any_row_come_back_as_they_were() {
    for text in NASTY {
        let mut desk = Desk::cchc();
        for cell in cchc().form.cells() {
            desk.session.enter(cell, text);
        }
        let exported = export_json(&desk.session);
        assert_eq!(faults(&serde_json::from_str(&exported).unwrap()), [""; 0]);
        assert_eq!(differences(&exported), [], "{text:?}");
        assert_eq!(import(&exported).report, desk.sent());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_note_comes_back_as_it_was(note in any::<String>()) {
        prop_assert_eq!(there_and_back(&note), note);
    }
}
