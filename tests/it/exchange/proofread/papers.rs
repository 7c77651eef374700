//! The running text of five real papers: every share and every sum of which a person has judged is found with the same
//! verdict, and nothing else is called wrong.

use super::figures;
use crate::desk::Desk;
use crate::scenario::first_half_2021;
use bieumau::exchange::proofread::{Claim, Known, Proof, Sheets, Verdict, What, proofread, spoken};
use bieumau::number::{Decimal, Expected, Reading, read};
use serde_json::Value;

const CASES: &str = include_str!("../../../fixtures/narrative.json");
const PAPERS: [(&str, &str); 5] = [
    ("000", include_str!("../../../fixtures/prose/000.txt")),
    ("001", include_str!("../../../fixtures/prose/001.txt")),
    ("002", include_str!("../../../fixtures/prose/002.txt")),
    ("003", include_str!("../../../fixtures/prose/003.txt")),
    ("004", include_str!("../../../fixtures/prose/004.txt")),
];

/// The report that lies beside a paper: that of the first quarter of 2026, or that of the first half of 2021.
fn beside(paper: &str) -> Desk {
    match paper {
        "002" | "004" => first_half_2021::as_meant(),
        _ => Desk::quarter_one(),
    }
}

fn text(paper: &str) -> &'static str {
    let found = PAPERS.iter().find(|(name, _)| *name == paper);
    found.unwrap_or_else(|| panic!("{paper}")).1
}

/// A paper proofread beside its report. How many communes there were is known from elsewhere.
fn proof(paper: &str) -> Proof {
    let communes = Known {
        unit: "xã".to_owned(),
        value: Decimal::from_integer(204),
    };
    let sheets = Sheets::of(&beside(paper).session).with(vec![communes]);
    proofread(text(paper), &sheets)
}

fn number(value: &Value) -> Decimal {
    Decimal::from_integer(value.as_i64().unwrap())
}

fn numbers(value: &Value) -> Vec<Decimal> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// Whether a claim is the one that a case is about.
fn is_case(claim: &Claim, case: &Value) -> bool {
    match &claim.what {
        What::Ratio {
            part,
            whole,
            printed,
        } => {
            let stated = case["printed"].as_str().map(|printed| {
                let Reading::Number { value, .. } = read(printed, Expected::Ratio, "%") else {
                    panic!("{printed}");
                };
                value
            });
            case["kind"] == "ratio"
                && *part == number(&case["part"])
                && *whole == Some(number(&case["whole"]))
                && printed.map(|printed| printed.value) == stated
        }
        What::Mean { total, years, .. } => {
            case["kind"] == "mean"
                && *total == number(&case["part"])
                && *years == number(&case["whole"])
        }
        What::Sum { total, parts } => {
            case["kind"] == "sum"
                && *total == Some(number(&case["total"]))
                && *parts == numbers(&case["parts"])
        }
        What::Listed { stated, counted } => {
            let parts = numbers(
                &case["parts"]
                    .as_array()
                    .map_or(Value::Array(vec![]), |parts| Value::Array(parts.clone())),
            );
            let sum = parts
                .iter()
                .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
            case["kind"] == "sum" && *stated == number(&case["total"]) && Some(*counted) == sum
        }
        _ => false,
    }
}

#[test]
fn every_share_and_every_sum_that_was_judged_by_hand_gets_the_same_verdict() {
    let document: Value = serde_json::from_str(CASES).unwrap();
    let cases = document["cases"].as_array().unwrap();
    let count = |kinds: &[&str]| {
        let is_one = |case: &&Value| kinds.contains(&case["kind"].as_str().unwrap());
        cases.iter().filter(is_one).count()
    };
    assert_eq!((count(&["ratio", "mean"]), count(&["sum"])), (32, 22));
    let proofs: Vec<(&str, Proof)> = PAPERS
        .iter()
        .map(|(name, _)| (*name, proof(name)))
        .collect();
    let mut missed = Vec::new();
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let (paper, proof) = proofs
            .iter()
            .find(|(name, _)| id.starts_with(name))
            .unwrap();
        let mut found = proof
            .claims
            .iter()
            .filter(|claim| is_case(claim, case))
            .peekable();
        if found.peek().is_none() {
            missed.push(format!("{id}: not found"));
        }
        for claim in found {
            if claim.verdict.word() != case["verdict"] {
                missed.push(format!(
                    "{id}: {:?} {:?}",
                    claim.verdict,
                    figures(claim, text(paper))
                ));
            }
        }
    }
    assert_eq!(missed, [""; 0]);
}

/// What is called wrong, cut off, or other than the report, in the order of the text, each with its figures.
fn to_check(paper: &str) -> Vec<String> {
    let desk = beside(paper);
    let form = &desk.session.form().form;
    let proof = proof(paper);
    assert!(!proof.is_cut);
    let claims = proof.claims.iter().filter(|claim| claim.is_to_check());
    claims
        .map(|claim| {
            let row = claim.row.filter(|_| claim.differs());
            let row = row.map(|row| desk.row_id(row.cell).to_owned());
            let said = spoken(claim, form);
            assert!(!said.verdict.vi.is_empty() || row.is_some());
            [
                claim.verdict.word().to_owned(),
                figures(claim, text(paper)).join(" "),
                row.unwrap_or_default(),
            ]
            .join("; ")
        })
        .collect()
}

/// Each of these was looked up in the paper and in its appendices: it is wrong, or cut off, or the appendix says another
/// figure. There is no other.
#[test]
fn nothing_else_is_called_wrong_in_five_whole_papers() {
    assert_eq!(
        to_check("000"),
        [
            "disagrees; 11.647 9.724 1.902 114; ",
            "disagrees; 11.647 947 9.724 1.902 114; ",
            "disagrees; 9.724 8.287 17 277; ",
            "truncated; 388 869 44,64%; pl1.b6.4.1",
            "truncated; 387 482 80.2%; pl1.b6.4.2",
            "cannot-tell; 388; pl1.b6.4.1.2",
            "truncated; 388 869 44,64%; pl1.b6.4.1",
            "truncated; 387 482 80.2%; pl1.b6.4.2",
            "disagrees; 151.928 87.451 57.4%; ",
            "truncated; 151.928 80.165 52.7%; ",
            "truncated; 151.928 7.286 4.7%; ",
            "agrees; 516 516 100%; pl1.b6.4.5",
        ]
    );
    assert_eq!(to_check("001"), ["disagrees; 72; "]);
    assert_eq!(
        to_check("002"),
        [
            "disagrees; 119 77; 4.2.4",
            "disagrees; 41 05 21 16; ",
            "disagrees; 40%; 3.5.2",
            "truncated; 3%; ",
        ]
    );
    assert_eq!(to_check("003"), [""; 0]);
    assert_eq!(to_check("004"), [""; 0]);
}

/// What else is found and right, looked up in the paper: a sum that no list of cases has.
#[test]
fn what_else_agrees_is_right() {
    let document: Value = serde_json::from_str(CASES).unwrap();
    let cases = document["cases"].as_array().unwrap();
    let mut others = Vec::new();
    for (paper, text) in PAPERS {
        for claim in proof(paper).claims {
            let is_known = cases.iter().any(|case| {
                case["id"].as_str().unwrap().starts_with(paper) && is_case(&claim, case)
            });
            if claim.verdict == Verdict::Agrees && !is_known {
                others.push(format!("{paper}: {}", figures(&claim, text).join(" ")));
            }
        }
    }
    // "03 Phó trưởng phòng (02 Phó Trưởng phòng Tổng hợp - Kinh tế; 01 Phó trưởng phòng Khoa giáo - Văn xã)"
    assert_eq!(others, ["000: 03 02 01"]);
}

#[test]
fn a_percentage_without_parts_is_never_judged() {
    let document: Value = serde_json::from_str(CASES).unwrap();
    for case in document["without_parts"].as_array().unwrap() {
        let paper = case["document"].as_str().unwrap();
        let wanted = case["text"].as_str().unwrap();
        let start = text(paper)
            .find(wanted)
            .unwrap_or_else(|| panic!("{wanted}"));
        let within = start..start + wanted.len();
        let proof = proof(paper);
        let claims = proof
            .claims
            .iter()
            .filter(|claim| within.contains(&claim.offset()));
        for claim in claims {
            assert_eq!(claim.verdict, Verdict::CannotTell, "{wanted}");
            assert!(
                matches!(claim.what, What::Share { .. }),
                "{wanted}: {claim:?}"
            );
        }
    }
}

#[test]
fn a_fraction_that_the_report_has_is_told_with_its_row() {
    let desk = beside("000");
    let proof = proof("000");
    let plan = proof
        .claims
        .iter()
        .find(|claim| figures(claim, text("000")) == ["21", "41"])
        .unwrap();
    let row = plan.row.unwrap();
    assert_eq!(desk.row_id(row.cell), "pl1.b1.2");
    assert!(row.is_same);
    let said = spoken(plan, &desk.session.form().form);
    assert_eq!(said.computed, "21 ÷ 41 × 100 = 51,22%");
    assert_eq!(said.verdict.vi, "Câu không ghi tỷ lệ; tính được 51,22%.");
    assert_eq!(
        said.row.vi,
        "Khớp với Phụ lục I, Biểu mẫu 1, dòng 2 “Tỷ lệ hoàn thành kế hoạch CCHC năm (lũy kế đến thời điểm báo cáo)”: 21/41 = 51,22%."
    );
}

#[test]
fn a_fraction_other_than_in_the_report_is_told_with_both() {
    let desk = beside("000");
    let proof = proof("000");
    let paid = proof
        .claims
        .iter()
        .find(|claim| figures(claim, text("000")).first() == Some(&"516"));
    let paid = paid.unwrap();
    assert_eq!(paid.verdict, Verdict::Agrees);
    assert!(paid.differs());
    let said = spoken(paid, &desk.session.form().form);
    assert_eq!(
        said.row.en,
        "Other than Appendix I, Form 6, row 4.5 “Share of administrative procedures with online payment integrated and in use”, which says 460/460 = 100%."
    );
}
