//! The targets against the documents from which they were made, and the rows that answer them.

use super::{faults, file, number, targets};
use crate::desk::{cchc, cchc_2021, kl226};
use bieumau::form::Kind;
use bieumau::period::Period;
use bieumau::plan::{Comparator, Demand, Fit, Target, TargetKind, doubts};
use bieumau::report::OpenForm;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The passage of each target in its document, taken from its text by a program: id, document, line, passage.
const PASSAGES: &str = include_str!("../../fixtures/seed-targets.tsv");

fn passages() -> BTreeMap<&'static str, (&'static str, &'static str)> {
    PASSAGES
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells[0], (cells[1], cells[3]))
        })
        .collect()
}

/// The form sets that the rows belong to.
fn form(id: &str) -> Arc<OpenForm> {
    match id {
        "cchc-2026" => cchc(),
        "cchc-2021" => cchc_2021(),
        "kl226-2026" => kl226(),
        _ => panic!("no form set {id}"),
    }
}

fn target(id: &str) -> Target {
    let found = targets().targets.into_iter().find(|target| target.id == id);
    found.unwrap_or_else(|| panic!("no target {id}"))
}

#[test]
fn there_are_118_targets_of_three_documents() {
    let targets = targets();
    assert_eq!(targets.targets.len(), 118);
    let of = |document: &str| {
        let of = targets
            .targets
            .iter()
            .filter(|target| target.document == document);
        of.count()
    };
    assert_eq!((of("001"), of("003"), of("004")), (58, 15, 45));
    let years: Vec<i32> = targets
        .documents
        .iter()
        .map(|document| document.year)
        .collect();
    assert_eq!(years, [2025, 2026, 2022]);
    let ids: BTreeSet<&str> = targets.targets.iter().map(|target| &*target.id).collect();
    assert_eq!(ids.len(), 118);
}

#[test]
fn the_file_satisfies_the_published_schema() {
    assert_eq!(
        faults("targets.schema.json", &file("forms/targets.json")),
        [""; 0]
    );
    assert_eq!(
        faults("plans.schema.json", &file("forms/plans.json")),
        [""; 0]
    );
}

#[test]
fn the_text_of_each_target_stands_in_its_document() {
    let (targets, passages) = (targets(), passages());
    assert_eq!(passages.len(), 118);
    for target in &targets.targets {
        let (document, passage) = passages[&*target.id];
        assert_eq!(targets.document(&target.document).unwrap().file, document);
        assert!(passage.contains(&target.text), "{}: {passage}", target.id);
    }
}

/// The number of a target is one of those in its words, written as offices do.
#[test]
fn the_number_of_each_target_stands_in_its_words() {
    for target in targets().targets {
        let written = bieumau::number::write(target.number);
        let padded = format!("0{written}");
        let half = target.number == number("0.5") && target.text.contains("1/2");
        let apart = |sign: char| !sign.is_ascii_digit() && sign != '.' && sign != ',';
        let mut figures = target
            .text
            .split(apart)
            .map(|word| word.trim_matches(['.', ',']));
        assert!(
            half || figures.any(|figure| figure == written || figure == padded),
            "{}: {written} | {}",
            target.id,
            target.text
        );
    }
}

#[test]
fn comparators_agree_with_the_printed_words() {
    for target in targets().targets {
        let text = target.text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let fits = match target.comparator {
            Comparator::AtLeast => {
                // “giảm tối thiểu 5% biên chế công chức và 10% biên chế sự nghiệp”: the word stands before the first.
                says(&["tối thiểu", "trở lên", "≥", "ít nhất", "không ít hơn"])
                    || target.id == "001-23"
            }
            Comparator::MoreThan => says(&["trên"]),
            Comparator::AtMost => says(&["không quá"]),
            Comparator::About | Comparator::Between => says(&["khoảng"]),
            Comparator::Plain => !says(&["tối thiểu", "trở lên", "≥", "ít nhất", "khoảng"]),
        };
        assert!(
            fits,
            "{}: {:?} {}",
            target.id, target.comparator, target.text
        );
        assert_eq!(
            target.upper.is_some(),
            target.comparator == Comparator::Between
        );
    }
}

#[test]
fn the_rows_that_answer_are_there_and_hold_what_the_target_is_about() {
    let mut judged = 0;
    for target in targets().targets {
        for answer in &target.rows {
            let form = &form(&answer.form).form;
            let place = format!("{} {}:{}", target.id, answer.form, answer.row);
            let cell = form.cell(&answer.row).unwrap_or_else(|| panic!("{place}"));
            let kind = form.row(cell).unwrap().kind;
            judged += 1;
            match answer.fit {
                // A share answers a share; a cut is a rate of change in percent.
                Fit::Answers | Fit::Narrower => assert_eq!(kind, Kind::Ratio, "{place}"),
                Fit::Breaches => assert_eq!(kind, Kind::Count, "{place}"),
                Fit::LooksSo => assert!(answer.caution.is_some(), "{place}"),
            }
        }
    }
    assert_eq!(judged, 54);
}

/// DOMAIN.md section 6: what only looks as if it could be compared.
#[test]
fn rows_that_only_look_so_say_why() {
    let fit = |id: &str, row: &str| {
        let target = target(id);
        let answer = target.rows.iter().find(|answer| answer.row == row);
        answer.unwrap_or_else(|| panic!("{id} {row}")).clone()
    };
    // Job cuts against 2021; the form asks “so với năm 2015”.
    let cut = fit("001-23", "pl1.b3.3.4");
    assert_eq!(cut.fit, Fit::LooksSo);
    assert!(cut.caution.unwrap().vi.contains("2015"));
    // “xử lý hoặc kiến nghị xử lý” is wider than “đã được xử lý xong”.
    assert_eq!(fit("001-05", "pl1.b2.2.2").fit, Fit::Narrower);
    // A count is no share.
    assert_eq!(fit("001-01", "pl1.b1.3.2").fit, Fit::LooksSo);
    // Online dossiers of one kind of service are not all of them.
    assert_eq!(fit("001-46", "pl1.b6.4.3").fit, Fit::LooksSo);
    assert_eq!(fit("001-55", "pl1.b6.4.3").fit, Fit::Answers);
}

#[test]
fn a_plain_figure_about_and_a_range_are_floors() {
    for (word, demand) in [
        (">=", Demand::Floor),
        ("==", Demand::Floor),
        ("~", Demand::Floor),
        ("between", Demand::Floor),
        (">", Demand::Above),
        ("<=", Demand::Ceiling),
    ] {
        assert_eq!(
            Comparator::from_word(word).unwrap().demand(),
            demand,
            "{word}"
        );
    }
    assert_eq!(Comparator::from_word("="), None);
}

#[test]
fn marks_read_as_people_write_them() {
    for (id, vi, en) in [
        ("001-18", "100 %", "100 %"),
        ("001-46", "≥ 70 %", "≥ 70 %"),
        ("001-55", "> 70 %", "> 70 %"),
        ("001-32", "khoảng 8–10 %", "about 8–10 %"),
        (
            "001-39",
            "khoảng 4.000 doanh nghiệp",
            "about 4.000 enterprises",
        ),
        ("003-08", "≤ 1,5 ngày", "≤ 1,5 days"),
        ("004-22", "1,8 %", "1,8 %"),
    ] {
        let mark = target(id).mark();
        assert_eq!((&*mark.vi, &*mark.en), (vi, en), "{id}");
    }
}

/// DOMAIN.md 3.1, numbers 42 and 36: of 118 targets these four are doubtful by themselves.
#[test]
fn what_is_doubtful_in_the_targets_is_found() {
    let found = doubts(&targets());
    let ids: Vec<&str> = found.iter().map(|(id, _)| &**id).collect();
    assert_eq!(ids, ["001-10", "001-11", "001-12", "004-02"]);
    assert!(target("004-02").is_impossible());
    assert!(found[3].1.vi.contains("không vượt quá 100 %"));
    assert!(found[0].1.vi.contains("3 tỷ lệ cho 2 cấp"));
    // Three percentages for three levels agree.
    assert!(target("004-16").text.contains("tương ứng"));
    // More than 100 % is possible for what is no share.
    let mut growth = target("004-02");
    growth.kind = TargetKind::Growth;
    assert!(!growth.is_impossible());
}

#[test]
fn a_row_is_measured_by_its_year_or_by_the_latest_year_before() {
    let targets = targets();
    let of = |form: &str, row: &str, period: &str| {
        let found = targets.of_row(form, row, Period::parse(period).unwrap());
        let ids: Vec<String> = found.iter().map(|(target, _)| target.id.clone()).collect();
        ids.join(" ")
    };
    assert_eq!(of("cchc-2026", "pl2.b2.3.1", "2025Q3"), "001-18");
    assert_eq!(of("cchc-2026", "pl2.b2.3.1", "2026Q1"), "001-18");
    assert_eq!(of("cchc-2026", "pl2.b2.3.1", "2024"), "");
    // The plan of 2026 has a word of its own about electronic documents.
    assert_eq!(of("cchc-2026", "pl1.b6.3.2", "2025"), "001-50");
    assert_eq!(of("cchc-2026", "pl1.b6.3.2", "2026S1"), "003-09");
    // “tinh giản 10%”, “giảm tối thiểu 10%” twice: one mark.
    assert_eq!(of("kl226-2026", "2.3", "2026"), "003-04");
    assert_eq!(of("kl226-2026", "3.3", "2026"), "003-03");
    // Two marks on one row are two.
    assert_eq!(of("cchc-2026", "pl1.b6.4.3", "2026"), "001-46 001-55");
}
