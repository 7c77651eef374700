//! What an agency keeps of a list: typed, kept, brought back, merged, taken along with a report.

use super::{agency, day, done, list, tracked};
use bieumau::format::{book_text, edit_text, parse_edit, read_book};
use bieumau::plan::{
    BookEdit, Product, Progress, Task, TaskBook, TaskState, Tracked, agrees, book_changes,
    closing_day,
};
use bieumau::report::{Entry, ReportPeriod};
use proptest::prelude::*;

fn own_task(id: &str, words: &str) -> Task {
    Task {
        id: id.to_owned(),
        group: "I".to_owned(),
        task: words.to_owned(),
        products: vec![Product {
            product: "Báo cáo".to_owned(),
            deadline: "Quý II/2026".to_owned(),
            note: String::new(),
        }],
        lead: "Văn phòng HĐND và UBND".to_owned(),
        ..Task::default()
    }
}

fn full() -> Progress {
    Progress {
        state: Some(TaskState::Done),
        product: "Kế hoạch kiểm tra".to_owned(),
        number: "31/KH-VPUB".to_owned(),
        date: "09/3/2026".to_owned(),
        note: "Ghép với kiểm tra nội bộ".to_owned(),
        deadline: "Trước 15/5/2026".to_owned(),
    }
}

#[test]
fn only_what_differs_is_kept_and_it_comes_back_as_it_was() {
    let mut book = TaskBook::begin("tasks-office-2026", 2026, agency());
    assert!(book.is_empty());
    assert!(book.note("I.3", full()));
    assert!(!book.note("I.3", full()), "the same again changes nothing");
    assert!(book.note("I.4", done("")));
    assert!(book.note("I.4", Progress::default()));
    assert_eq!(book.tasks.len(), 1);
    book.put_own(own_task("own-a", "Tập huấn chữ ký số"));
    book.note("own-a", done("10/3/2026"));
    book.modified = "2026-03-10T02:11:09Z".to_owned();
    assert_eq!(read_book(&book_text(&book)).unwrap(), book);
    assert_eq!(book.path(), "tasks-office-2026/x-van-phong-ubnd-tinh");
}

#[test]
fn own_tasks_are_added_counted_and_removed_again() {
    let mut tracked = Tracked::new(
        list("tasks-own").of_year(2026),
        TaskBook::begin("own-2026", 2026, agency()),
    );
    assert_eq!(tracked.counts(day("2026-03-09")).planned, 0);
    let first = tracked.book.own_id("2026-03-10T02:11:09Z");
    assert_eq!(first, "own-20260310t021109z");
    tracked.book.put_own(own_task(&first, "Một"));
    let second = tracked.book.own_id("2026-03-10T02:11:09Z");
    assert_ne!(first, second);
    tracked.book.put_own(own_task(&second, "Hai"));
    tracked.book.note(&second, done("01/7/2026"));
    let july = tracked.counts(day("2026-07-31"));
    assert_eq!(
        (july.planned, july.completed, july.late, july.overdue),
        (2, 1, 1, 1)
    );
    // A row that has no words yet is no task yet.
    tracked.book.put_own(own_task("own-blank", "  "));
    assert_eq!(tracked.counts(day("2026-07-31")).planned, 2);
    tracked.book.remove_own("own-blank");
    tracked.book.remove_own(&second);
    assert_eq!(tracked.counts(day("2026-07-31")).planned, 1);
    assert!(tracked.book.tasks.is_empty());
}

#[test]
fn an_edit_in_the_journal_does_again_what_was_done() {
    let mut book = TaskBook::begin("tasks-office-2026", 2026, agency());
    book.note("I.3", full());
    book.put_own(own_task("own-a", "Một"));
    book.note("own-a", done("1/3/2026"));
    let mut again = TaskBook::begin("tasks-office-2026", 2026, agency());
    for id in ["I.3", "own-a", "own-gone"] {
        let text = edit_text(&book.edit_of(id));
        again.apply(id, parse_edit(&text).unwrap());
    }
    assert_eq!(again, book);
    book.remove_own("own-a");
    book.note("I.3", Progress::default());
    for id in ["I.3", "own-a"] {
        again.apply(id, parse_edit(&edit_text(&book.edit_of(id))).unwrap());
    }
    assert_eq!(again, book);
    assert_eq!(parse_edit("{}"), Some(BookEdit::Removed));
    for spoilt in [
        "",
        "[]",
        "{\"noted\": 1}",
        "{\"noted\": {\"state\": \"fast\"}}",
        "{\"x\": 1}",
    ] {
        assert_eq!(parse_edit(spoilt), None, "{spoilt}");
    }
}

/// Two pages on one list: neither loses what the other has kept, and each keeps its own edits.
#[test]
fn two_pages_on_one_list_lose_nothing_of_each_other() {
    let mut here = TaskBook::begin("own-2026", 2026, agency());
    let mut there = here.clone();
    here.note("I.1", done("1/3/2026"));
    here.put_own(own_task("own-h", "Ở đây"));
    there.note("I.2", done("2/3/2026"));
    there.note("I.1", done("9/9/2026"));
    there.put_own(own_task("own-t", "Ở kia"));
    here.take_in(there, &["I.1", "own-h"].map(str::to_owned));
    assert_eq!(here.progress("I.1").date, "1/3/2026");
    assert_eq!(here.progress("I.2").date, "2/3/2026");
    let own: Vec<&str> = here.own.iter().map(|task| &*task.id).collect();
    assert_eq!(own, ["own-t", "own-h"]);
    // What was removed here stays removed, although the other page still had it.
    let there = here.clone();
    here.remove_own("own-t");
    here.take_in(there, &["own-t".to_owned()]);
    assert_eq!(here.own.len(), 1);
}

#[test]
fn what_would_change_is_told_task_by_task() {
    let mut before = TaskBook::begin("own-2026", 2026, agency());
    before.note("I.1", done("1/3/2026"));
    before.put_own(own_task("own-a", "Cũ"));
    let mut after = before.clone();
    assert_eq!(book_changes(&before, &after), []);
    after.note("I.1", done("2/3/2026"));
    after.remove_own("own-a");
    after.put_own(own_task("own-b", "Mới"));
    let changes = book_changes(&before, &after);
    let told: Vec<(&str, bool, bool)> = changes
        .iter()
        .map(|change| (&*change.id, change.before.is_some(), change.after.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("I.1", true, true),
            ("own-a", true, false),
            ("own-b", false, true)
        ]
    );
    assert_eq!(changes[2].task.as_deref(), Some("Mới"));
}

#[test]
fn a_spoilt_copy_is_refused_with_its_place() {
    let good = book_text(&{
        let mut book = TaskBook::begin("own-2026", 2026, agency());
        book.note("I.1", done("1/3/2026"));
        book.put_own(own_task("own-a", "Một"));
        book
    });
    assert!(read_book(&good).is_ok());
    for (from, to, place) in [
        ("\"done\"", "\"fertig\"", "tasks.I.1.state"),
        ("\"I.1\"", "\"I 1\"", "tasks"),
        ("\"own-2026\"", "\"../x\"", "list"),
        ("\"own-a\"", "\"I.1\"", "own"),
        ("\"date\"", "\"datum\"", "tasks.I.1.datum"),
        ("task-book/1", "task-book/2", "format"),
    ] {
        let spoilt = good.replace(from, to);
        assert_ne!(spoilt, good, "{from}");
        let complaints = read_book(&spoilt).unwrap_err();
        let places: Vec<&str> = complaints
            .iter()
            .map(|complaint| &*complaint.place)
            .collect();
        assert_eq!(places, [place], "{to}");
    }
}

/// The count of a report is that of its closing day, and of today as long as that has not come.
#[test]
fn a_report_counts_by_its_closing_day() {
    let period = ReportPeriod {
        id: "2026Q1".to_owned(),
        from: Some("2025-12-15".to_owned()),
        to: Some("2026-03-09".to_owned()),
        ..ReportPeriod::default()
    };
    assert_eq!(closing_day(&period, day("2026-04-01")), day("2026-03-09"));
    assert_eq!(closing_day(&period, day("2026-02-01")), day("2026-02-01"));
    let unknown = ReportPeriod { to: None, ..period };
    assert_eq!(closing_day(&unknown, day("2026-04-01")), day("2026-04-01"));
    let mut tracked = tracked("tasks-office-2026");
    tracked.book.note("I.3", done("12/3/2026"));
    assert_eq!(tracked.counts(day("2026-03-09")).completed, 21);
    assert_eq!(tracked.counts(day("2026-03-12")).completed, 22);
    assert_eq!(agrees(&Entry::Number(super::number("21")), 21), Some(true));
    assert_eq!(agrees(&Entry::Number(super::number("22")), 21), Some(false));
    assert_eq!(agrees(&Entry::Blank, 21), None);
    assert_eq!(agrees(&Entry::NotApplicable, 21), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed into a copy comes back as it was.
    #[test]
    fn any_text_comes_back(texts in proptest::collection::vec(any::<String>(), 6)) {
        let mut book = TaskBook::begin("own-2026", 2026, agency());
        book.note("I.1", Progress {
            state: None,
            product: texts[0].clone(),
            number: texts[1].clone(),
            date: texts[2].clone(),
            note: texts[3].clone(),
            deadline: texts[4].clone(),
        });
        book.put_own(own_task("own-a", &texts[5]));
        prop_assert_eq!(&read_book(&book_text(&book)).unwrap(), &book);
        let edit = book.edit_of("own-a");
        prop_assert_eq!(parse_edit(&edit_text(&edit)).unwrap(), edit);
    }
}
