//! A backup is written for whoever restores it: what could not be read again is not in it.

use super::{everything, item, stored};
use crate::desk::{begin, cchc};
use bieumau::format::{Item, Stored, backup_text, read_backup, report_text};

#[test]
fn a_backup_that_would_be_too_long_to_read_leaves_out_the_oldest_states_first() {
    let mut backup = everything();
    backup.reports.truncate(1);
    let earlier = report_text(&begin(&cchc()));
    let past = |days: &[u32]| -> Vec<Stored> {
        let saved = days.iter().map(|day| format!("2026-03-{day:02}T02:00:00Z"));
        let states = saved.map(|saved| Stored {
            saved,
            ..stored(4, earlier.clone())
        });
        states.collect()
    };
    backup.reports[0].past = past(&[10, 9, 3]);
    backup.reports.push(Item {
        past: past(&[8, 7, 2, 1]),
        ..item("cchc-2026/03650/2026Q1", earlier.clone())
    });
    let whole = backup_text(&backup).len();
    let mut same = backup.clone();
    assert_eq!((same.fit(whole + 4000), &same), (0, &backup));
    let bytes = whole - 3 * earlier.len();
    let left_out = backup.fit(bytes);
    assert!((3..7).contains(&left_out), "{left_out}");
    assert!(backup_text(&backup).len() <= bytes);
    let days = backup.reports.iter().flat_map(|item| &item.past);
    let mut days: Vec<&str> = days.map(|state| &state.saved[8..10]).collect();
    days.sort_unstable();
    assert_eq!(days, ["07", "08", "09", "10"][left_out - 3..]);
    // What stands is never left out: whoever writes the file sees that it is too long.
    assert_eq!(backup.fit(10), 7 - left_out);
    assert_eq!(backup.reports.len(), 2);
    assert!(read_backup(&backup_text(&backup)).is_ok());
}
