//! Which tasks a filter shows, and how tasks stand on a day.

use super::{day, done, tracked};
use bieumau::plan::{Due, Filter, Progress, Task, TaskState, Tracked};
use bieumau::words::folded;

fn shown(tracked: &Tracked, filter: &Filter, today: &str) -> Vec<String> {
    let today = day(today);
    tracked
        .tasks()
        .filter(|task| {
            let standing = tracked.standing(task, today);
            filter.shows(task, &tracked.progress(&task.id), &standing)
        })
        .map(|task| task.id.clone())
        .collect()
}

#[test]
fn a_search_needs_neither_diacritics_nor_capitals() {
    let tracked = tracked("tasks-2025");
    let find = |words: &str| {
        let filter = Filter {
            search: words.to_owned(),
            ..Filter::default()
        };
        shown(&tracked, &filter, "2025-08-01")
    };
    let with_marks = find("kiểm tra công vụ");
    assert_eq!(with_marks, find("KIEM TRA cong vu"));
    assert_eq!(with_marks, find("vu cong  tra kiem"));
    // The letters may be composed or not.
    assert_eq!(
        with_marks,
        find("kie\u{302}\u{309}m tra co\u{302}ng vu\u{323}")
    );
    assert!(with_marks.contains(&"V.5".to_owned()), "{with_marks:?}");
    assert_eq!(find("nothing of this"), [""; 0]);
    assert_eq!(find("  ").len(), 71);
    // Products, deadlines and notes are searched too.
    assert!(find("71/KH-UBND").contains(&"II.5".to_owned()));
    assert_eq!(folded("Đặng KIỂM ƯỚC"), "dang kiem uoc");
}

#[test]
fn group_lead_state_and_deadline_narrow_the_list_together() {
    let mut tracked = tracked("tasks-2025");
    let filter = Filter {
        group: "VI".to_owned(),
        ..Filter::default()
    };
    assert_eq!(shown(&tracked, &filter, "2025-08-01").len(), 7);
    let filter = Filter {
        group: "III".to_owned(),
        lead: "các sở, ban, ngành".to_owned(),
        ..Filter::default()
    };
    assert_eq!(shown(&tracked, &filter, "2025-08-01"), ["III.5", "III.9"]);
    let open = Filter {
        group: "VI".to_owned(),
        state: Some(TaskState::NotStarted),
        ..Filter::default()
    };
    assert_eq!(
        shown(&tracked, &open, "2025-08-01"),
        ["VI.2", "VI.3", "VI.5", "VI.6"]
    );
    let soon = Filter {
        due: Due::Soon,
        ..Filter::default()
    };
    // Thirty days from 1 August: 31 August counts, 1 September would not.
    assert_eq!(
        shown(&tracked, &soon, "2025-08-01"),
        ["I.3", "I.10", "I.12", "IV.2"]
    );
    assert_eq!(shown(&tracked, &soon, "2025-07-31"), [""; 0]);
    let overdue = Filter {
        due: Due::Overdue,
        ..Filter::default()
    };
    assert_eq!(
        shown(&tracked, &overdue, "2025-09-01"),
        ["I.3", "I.10", "I.12", "III.9", "IV.2"]
    );
    tracked.book.note("I.10", done("30/8/2025"));
    // I.12 is begun: its last product is due in the fourth quarter.
    let begun = Progress {
        state: Some(TaskState::InProgress),
        ..Progress::default()
    };
    tracked.book.note("I.12", begun);
    assert_eq!(
        shown(&tracked, &overdue, "2025-09-01"),
        ["I.3", "III.9", "IV.2"]
    );
}

#[test]
fn a_deadline_of_the_agency_takes_the_place_of_the_printed_one() {
    let mut tracked = tracked("tasks-2025");
    let task = tracked.task("I.10").unwrap().clone();
    let standing = |tracked: &Tracked| tracked.standing(&task, day("2025-09-05"));
    assert!(standing(&tracked).overdue);
    let moved = |words: &str| Progress {
        deadline: words.to_owned(),
        ..Progress::default()
    };
    tracked.book.note("I.10", moved("trước 15/9/2025"));
    let now = standing(&tracked);
    assert_eq!(
        (now.due, now.overdue, now.soon),
        (Some(day("2025-09-14")), false, true)
    );
    // Words without a day have no day.
    tracked.book.note("I.10", moved("Khi có hướng dẫn"));
    let now = standing(&tracked);
    assert_eq!((now.due, now.overdue, now.soon), (None, false, false));
}

#[test]
fn a_task_is_late_by_its_own_day() {
    let mut tracked = tracked("tasks-2025");
    let task = tracked.task("I.10").unwrap().clone();
    let standing = |tracked: &Tracked| tracked.standing(&task, day("2025-12-31"));
    for (date, late) in [
        ("31/8/2025", false),
        ("01/9/2025", true),
        ("", false),
        ("tháng 9", false),
    ] {
        tracked.book.note("I.10", done(date));
        let now = standing(&tracked);
        assert!(now.completed, "{date}");
        assert_eq!(now.late, late, "{date}");
    }
    // Done in January is not done yet at the end of December.
    tracked.book.note("I.10", done("05/01/2026"));
    let now = standing(&tracked);
    assert_eq!((now.completed, now.late, now.overdue), (false, false, true));
    let dropped = Progress {
        state: Some(TaskState::Dropped),
        ..Progress::default()
    };
    tracked.book.note("I.10", dropped);
    let now = standing(&tracked);
    assert_eq!((now.completed, now.overdue), (false, false));
    assert_eq!(tracked.counts(day("2025-12-31")).planned, 70);
}

#[test]
fn several_lead_agencies_are_several() {
    let task = Task {
        lead: "Sở Khoa học và Công nghệ; các sở, ban, ngành; UBND cấp xã".to_owned(),
        ..Task::default()
    };
    let leads: Vec<&str> = task.leads().collect();
    assert_eq!(
        leads,
        [
            "Sở Khoa học và Công nghệ",
            "các sở, ban, ngành",
            "UBND cấp xã"
        ]
    );
}
