//! The four printed lists and the index of the plans.

use super::{LISTS, day, faults, file, list, plans, tracked};
use bieumau::form::TaskCount;
use bieumau::plan::{TaskState, notes};

/// How many tasks each group has, as printed (DOMAIN.md section 5).
const GROUPS: [(&str, &[(&str, usize)]); 4] = [
    (
        "tasks-2025",
        &[
            ("I", 14),
            ("II", 6),
            ("III", 11),
            ("IV", 12),
            ("V", 4),
            ("VI", 7),
            ("VII", 10),
            ("VIII", 7),
        ],
    ),
    (
        "tasks-2022",
        &[
            ("I", 20),
            ("II", 6),
            ("III", 8),
            ("IV", 12),
            ("V", 10),
            ("VI", 7),
            ("VII", 13),
            ("VIII", 8),
        ],
    ),
    ("tasks-226", &[("", 18)]),
    (
        "tasks-office-2026",
        &[
            ("I", 7),
            ("II", 6),
            ("III", 8),
            ("IV", 3),
            ("V", 4),
            ("VI", 7),
            ("VII", 6),
        ],
    ),
];

#[test]
fn the_lists_have_as_many_tasks_as_are_printed() {
    let mut all = 0;
    for (id, groups) in GROUPS {
        let list = list(id);
        all += list.tasks.len();
        for (group, expected) in groups {
            let found = list
                .tasks
                .iter()
                .filter(|task| task.group == *group)
                .count();
            assert_eq!(found, *expected, "{id} {group}");
        }
        let expected: usize = groups.iter().map(|(_, count)| count).sum();
        assert_eq!(list.tasks.len(), expected);
    }
    assert_eq!(all, 214);
}

#[test]
fn the_files_satisfy_the_published_schema_and_the_index_agrees_with_them() {
    let plans = plans();
    assert_eq!(plans.lists.len(), LISTS.len() + 1);
    for name in &plans.lists {
        let text = file(&format!("forms/{}", name.file));
        assert_eq!(faults("tasks.schema.json", &text), [""; 0], "{}", name.id);
        let list = bieumau::format::read_tasks(&text).unwrap();
        assert_eq!((list.id, list.year), (name.id.clone(), name.year));
        assert_eq!(list.title, name.title);
    }
    assert_eq!(plans.targets, "targets.json");
}

#[test]
fn an_agency_works_on_the_list_printed_for_it_or_on_its_own_plan() {
    let plans = plans();
    let list_for = |agency: &str, year| plans.list_for(agency, year).unwrap();
    assert_eq!(list_for("x-van-phong-ubnd-tinh", 2026), "tasks-office-2026");
    assert_eq!(list_for("x-van-phong-ubnd-tinh", 2027), "own-2027");
    assert_eq!(list_for("03646", 2026), "own-2026");
    assert_eq!(list_for("x-ubnd-tinh-son-la", 2022), "tasks-2022");
    let (own, year) = plans.named("own-2026").unwrap();
    assert_eq!((&*own.id, year), ("own", 2026));
    let titles = ["own-2026", "tasks-226"].map(|id| plans.title_of(id).unwrap().vi);
    assert_eq!(
        titles,
        [
            "Kế hoạch của đơn vị năm 2026",
            "Nhiệm vụ thực hiện Kết luận số 226-KL/TW"
        ]
    );
    let (printed, year) = plans.named("tasks-226").unwrap();
    assert_eq!((&*printed.id, year), ("tasks-226", 2026));
    for unknown in ["own", "own-", "own-26", "own-20266", "tasks-2024", ""] {
        assert!(plans.named(unknown).is_none(), "{unknown}");
        assert_eq!(plans.title_of(unknown), None);
    }
    let own = list("tasks-own").of_year(2026);
    assert_eq!(
        (&*own.id, own.year, own.tasks.len()),
        ("own-2026", Some(2026), 0)
    );
    assert_eq!(own.title.vi, "Kế hoạch của đơn vị năm 2026");
    assert_eq!(own.groups.len(), 8);
}

/// DOMAIN.md 3.1, number 35: 72 said, 71 printed, because group V goes 1, 2, 3, 5. Number 37: two tasks were late.
#[test]
fn what_is_wrong_in_the_list_of_2025_is_found() {
    let said: Vec<String> = notes(&list("tasks-2025"))
        .into_iter()
        .map(|note| note.vi)
        .collect();
    assert_eq!(
        said,
        [
            "Văn bản ghi “Phụ lục này có 72 nhiệm vụ./.” nhưng in 71 nhiệm vụ. Nhóm V thiếu số 4.",
            "Nhiệm vụ II.5: hạn “Kế hoạch (tháng 1/2025)”, hoàn thành ngày 14/3/2025, quá hạn.",
            "Nhiệm vụ IV.4: hạn “Tháng 01/2025”, hoàn thành ngày 28/02/2025, quá hạn.",
        ]
    );
}

/// Number 43: five deadlines before 2022. First steps in December 2021 (I.1, I.3, V.5) are none of them.
#[test]
fn what_is_wrong_in_the_list_of_2022_is_found() {
    let said: Vec<String> = notes(&list("tasks-2022"))
        .into_iter()
        .map(|note| note.vi)
        .collect();
    assert_eq!(said.len(), 5, "{said:#?}");
    for (note, task, words) in [
        (0, "I.5", "12/2020"),
        (1, "III.5", "năm 2021"),
        (2, "IV.2", "3/2021"),
        (3, "VII.12", "12/2021"),
        (4, "VIII.3", "6/2021"),
    ] {
        assert!(
            said[note].starts_with(&format!("Nhiệm vụ {task}: ")),
            "{}",
            said[note]
        );
        assert!(said[note].contains(words), "{}", said[note]);
        assert!(said[note].ends_with("nằm ngoài năm kế hoạch 2022."));
    }
}

/// The lists that agree with themselves raise nothing.
#[test]
fn nothing_is_said_of_the_lists_that_agree() {
    assert_eq!(notes(&list("tasks-226")), []);
    assert_eq!(notes(&list("tasks-office-2026")), []);
}

/// The report of the Office: “21/41 nhiệm vụ”. Its form prints 75,5 % all the same (DOMAIN.md 3.1, number 1).
#[test]
fn the_list_of_the_office_counts_41_tasks_of_which_21_are_done() {
    let counts = tracked("tasks-office-2026").counts(day("2026-03-09"));
    assert_eq!((counts.planned, counts.completed), (41, 21));
    assert_eq!((counts.late, counts.overdue), (0, 0));
    assert_eq!(counts.get(TaskCount::Planned), 41);
    assert_eq!(counts.get(TaskCount::CompletedOnTime), 21);
}

/// 29 tasks carry “Đã hoàn thành” and 2 “Đã ban hành” by July 2025; two of them were late.
#[test]
fn the_list_of_2025_counts_31_done_by_july() {
    let tracked = tracked("tasks-2025");
    let done = tracked.tasks().filter(|task| task.state == TaskState::Done);
    assert_eq!(done.count(), 31);
    let july = tracked.counts(day("2025-07-31"));
    assert_eq!((july.planned, july.completed, july.late), (71, 31, 2));
    assert_eq!(july.get(TaskCount::CompletedOnTime), 29);
    // Only III.9 was due by then: “Trước 30/7/2025”.
    assert_eq!(july.overdue, 1);
    // At the end of January fewer were done, and more were overdue.
    let january = tracked.counts(day("2025-02-01"));
    assert!(january.completed < 31 && january.late == 0, "{january:?}");
    let year_end = tracked.counts(day("2026-01-01"));
    assert!(year_end.overdue > july.overdue, "{year_end:?}");
}
