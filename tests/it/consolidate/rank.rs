//! The ranking by a ratio, and the line that a plan draws through it.

use super::{agency, collected, decimal, file, settled};
use crate::plan::targets;
use bieumau::consolidate::{Collection, Figure, Ranking, ranked_rows};
use bieumau::form::Level::Commune;
use bieumau::formula::Reason;
use bieumau::plan::{Targets, Verdict};

/// The share of dossiers filed online: the plan demands more than 70 %.
const RATIO: &str = "pl1.b6.4.3";

fn units(figures: &[(&str, &str)]) -> Collection {
    let files: Vec<String> = figures
        .iter()
        .zip(1..)
        .map(|((whole, part), number)| {
            let all = [("pl1.b6.4.3.1", *whole), ("pl1.b6.4.3.2", *part)];
            let typed: Vec<(&str, &str)> = all
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .collect();
            file(agency(&format!("0000{number}"), Commune), &typed)
        })
        .collect();
    collected(&files)
}

fn ranking<'a>(collection: &Collection, row: &str, targets: &'a Targets) -> Ranking<'a> {
    let (settled, _) = settled(collection);
    let cell = collection.form().form.cell(row).unwrap();
    Ranking::of(collection, &settled, cell, targets)
}

#[test]
fn equal_values_share_a_rank_and_the_next_is_as_far_behind() {
    let collection = units(&[
        ("10", "9"),
        ("100", "95"),
        ("20", "18"),
        ("", ""),
        ("4", "1"),
    ]);
    let targets = targets();
    let found = ranking(&collection, RATIO, &targets);
    let bars: Vec<_> = found
        .bars
        .iter()
        .map(|bar| (bar.rank, bar.at, bar.figure, bar.end))
        .collect();
    let expected = [
        (1, 1, decimal("95"), 950),
        (2, 0, decimal("90"), 900),
        (2, 2, decimal("90"), 900),
        (4, 4, decimal("25"), 250),
    ];
    assert_eq!(bars, expected);
    assert_eq!(found.without, [(3, Figure::Without(Reason::Missing))]);
    assert_eq!(found.zero(), 0);
}

#[test]
fn who_is_behind_the_mark_of_the_plan_is_known() {
    // Exactly 70 is not more than 70, and 70.004 is, though both are printed as 70.
    let collection = units(&[
        ("100", "70"),
        ("100000", "70004"),
        ("100", "99"),
        ("100", "2"),
    ]);
    let targets = targets();
    let found = ranking(&collection, RATIO, &targets);
    let mark = found.mark.unwrap();
    assert_eq!((mark.target.id.as_str(), mark.place), ("001-55", 700));
    let behind: Vec<usize> = found.behind().map(|bar| bar.at).collect();
    assert_eq!(behind, [0, 3]);
    let same: Vec<_> = found
        .bars
        .iter()
        .filter(|bar| bar.figure == decimal("70"))
        .collect();
    assert_eq!(same.len(), 2);
    assert!(matches!(same[1].verdict, Some(Verdict::Reached { .. })));
}

#[test]
fn the_drawing_is_told_in_words() {
    let collection = units(&[("100", "70"), ("100", "99"), ("100", "2"), ("", "")]);
    let targets = targets();
    let words = ranking(&collection, RATIO, &targets).words(&collection);
    assert_eq!(
        words.vi,
        "Xếp hạng theo “Tỷ lệ hồ sơ trực tuyến toàn trình”: 3 đơn vị có số liệu. Đứng đầu: Đơn vị 00002 (99); cuối cùng: Đơn vị 00003 (2). Mức của kế hoạch: > 70 %; 1 đơn vị đạt, 2 đơn vị chưa đạt. 1 đơn vị không có số liệu."
    );
    assert!(
        words.en.contains("1 units have reached it, 2 have not"),
        "{}",
        words.en
    );
}

#[test]
fn a_row_without_a_target_and_a_ranking_of_nobody_are_drawn_too() {
    let collection = units(&[]);
    let none = Targets::default();
    let found = ranking(&collection, RATIO, &none);
    assert!(found.bars.is_empty() && found.mark.is_none());
    assert!(found.words(&collection).vi.contains("0 đơn vị"));
    let form = &collection.form().form;
    assert!(ranked_rows(form).contains(&form.cell(RATIO).unwrap()));
}
