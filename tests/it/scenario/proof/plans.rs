//! The inconsistencies of DOMAIN.md 3.1 in plans: targets, work lists, deadlines.

use crate::plan::{day, list, targets, tracked};
use bieumau::plan::{doubts, notes};

/// The notes of a list that name this, in Vietnamese.
fn said_of(id: &str, start: &str) -> Vec<String> {
    let notes = notes(&list(id)).into_iter().map(|note| note.vi);
    notes.filter(|note| note.starts_with(start)).collect()
}

/// Number 35, seed 001, end of the appendix: "Phụ lục này có 72 nhiệm vụ", but group V goes 1, 2, 3, 5.
#[test]
pub fn tasks_are_counted_from_the_list_and_the_printed_count_is_told() {
    assert_eq!(list("tasks-2025").tasks.len(), 71);
    assert_eq!(tracked("tasks-2025").counts(day("2025-07-31")).planned, 71);
    assert_eq!(
        said_of("tasks-2025", "Văn bản ghi"),
        ["Văn bản ghi “Phụ lục này có 72 nhiệm vụ./.” nhưng in 71 nhiệm vụ. Nhóm V thiếu số 4."]
    );
}

/// Number 36, seed 001: "cấp tỉnh, cấp xã … 90%, 80%, 60%", three percentages for two levels. No row is judged by it.
#[test]
pub fn three_percentages_for_two_levels_are_told() {
    let targets = targets();
    let found = doubts(&targets);
    for id in ["001-10", "001-11", "001-12"] {
        let said = found.iter().find(|(known, _)| known == id).unwrap();
        assert_eq!(said.1.vi, "Bản gốc nêu 3 tỷ lệ cho 2 cấp.");
        let target = targets.targets.iter().find(|target| target.id == id);
        assert!(target.unwrap().rows.is_empty(), "{id}");
    }
}

/// Number 37, seed 001, tasks II.5 and IV.4: due in January 2025, done on 14/3/2025 and 28/02/2025.
#[test]
pub fn tasks_done_after_their_day_are_late() {
    for (task, done) in [("II.5", "14/3/2025"), ("IV.4", "28/02/2025")] {
        let [said] = &said_of("tasks-2025", &format!("Nhiệm vụ {task}: "))[..] else {
            panic!("one note on {task}");
        };
        assert!(said.contains(done) && said.ends_with("quá hạn."), "{said}");
    }
    assert_eq!(tracked("tasks-2025").counts(day("2025-07-31")).late, 2);
}

/// Number 42, seed 004: "trên 100%" of a share.
#[test]
pub fn a_share_of_more_than_everything_is_told_and_judges_nothing() {
    let targets = targets();
    let target = targets.targets.iter().find(|target| target.id == "004-02");
    assert!(target.unwrap().is_impossible());
    assert!(target.unwrap().text.contains("trên 100%"));
    let found = doubts(&targets);
    let said = found.iter().find(|(id, _)| id == "004-02").unwrap();
    assert!(said.1.vi.starts_with("Không thể đạt"), "{}", said.1.vi);
}

/// Number 43, seed 004: five tasks of 2022 are due in 2020 and 2021.
#[test]
pub fn deadlines_outside_the_year_of_the_plan_are_told() {
    let said = said_of("tasks-2022", "Nhiệm vụ ");
    let outside = said
        .iter()
        .filter(|note| note.ends_with("nằm ngoài năm kế hoạch 2022."));
    let tasks: Vec<&str> = outside
        .filter_map(|note| note.strip_prefix("Nhiệm vụ ")?.split(':').next())
        .collect();
    assert_eq!(tasks, ["I.5", "III.5", "IV.2", "VII.12", "VIII.3"]);
}

/// The lists that agree with themselves raise nothing (seed 003, and Phụ lục III of seed 000: 41 tasks, 21 done).
#[test]
fn lists_that_agree_raise_nothing() {
    for id in ["tasks-226", "tasks-office-2026"] {
        assert_eq!(notes(&list(id)), [], "{id}");
    }
    let counts = tracked("tasks-office-2026").counts(day("2026-03-09"));
    assert_eq!((counts.planned, counts.completed), (41, 21));
}
