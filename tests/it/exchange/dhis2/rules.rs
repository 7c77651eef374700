//! Rules of form sets as validation rules of DHIS2, and those that cannot be said there.

use super::SMALL;
use super::package::{all, object, package, reference};
use crate::desk::{cchc, open};
use bieumau::exchange::dhis2::{metadata, uid};
use serde_json::Value;
use std::collections::BTreeSet;

fn rule<'a>(package: &'a Value, form: &str, own: &str) -> &'a Value {
    object(
        package,
        "validationRules",
        &uid("validationRule", form, own),
    )
}

#[test]
fn rules_are_validation_rules_as_far_as_they_can_be_said() {
    let package = package(&cchc());
    let told = |own: &str| {
        let rule = rule(&package, "cchc-2026", own);
        let side = |side: &str| {
            let side = &rule[side];
            let strategy = side["missingValueStrategy"].as_str().unwrap();
            (
                side["expression"].as_str().unwrap().to_owned(),
                strategy.to_owned(),
            )
        };
        let words = [&rule["operator"], &rule["importance"]].map(|it| it.as_str().unwrap());
        (side("leftSide"), words, side("rightSide"))
    };
    let row = |row: &str| reference("cchc-2026", row);
    let skip = || "SKIP_IF_ANY_VALUE_MISSING".to_owned();
    let never = || "NEVER_SKIP".to_owned();
    assert_eq!(
        told("r-le-pl1.b1.2.2-pl1.b1.2.1 Quarterly"),
        (
            (row("pl1.b1.2.2"), skip()),
            ["less_than_or_equal_to", "HIGH"],
            (row("pl1.b1.2.1"), skip())
        )
    );
    assert_eq!(
        told("r-money-range pl1.b5.1.1 min Yearly"),
        (
            (row("pl1.b5.1.1"), skip()),
            ["greater_than_or_equal_to", "HIGH"],
            ("0".to_owned(), never())
        )
    );
    let [survey, method] = ["pl1.b1.5", "pl1.b1.5.2"].map(row);
    assert_eq!(
        told("r-survey-no-method SixMonthly"),
        (
            (
                format!("if(isNotNull({survey}) && ({survey} == 0) && !(isNull({method})), 1, 0)"),
                never()
            ),
            ["equal_to", "HIGH"],
            ("0".to_owned(), never())
        )
    );
    let small = super::parsed(&metadata(&open(SMALL), None).unwrap());
    let pair = rule(&small, "small-form", "plan-and-disbursed Quarterly");
    assert_eq!(
        (&pair["operator"], &pair["importance"]),
        (&"compulsory_pair".into(), &"LOW".into())
    );
}

#[test]
fn what_cannot_be_said_is_told_by_name() {
    let package = package(&cchc());
    let set = &package["dataSets"][0]["description"];
    let told = set.as_str().unwrap();
    let unsaid = told
        .split("Quy tắc chỉ kiểm tra được trong Biểu Mẫu: ")
        .nth(1)
        .unwrap();
    let unsaid: Vec<&str> = unsaid.trim_end_matches('.').split(", ").collect();
    // Those over time, and those of the ledger.
    let expected = [
        "r-ledger-balance-1",
        "r-ledger-resolved-1",
        "r-ledger-balance-2",
        "r-ledger-resolved-2",
        "r-cumulative",
        "r-cumulative-state",
        "r-cumulative-units",
        "r-window-holds",
        "r-window-holds-each",
        "r-unlike-before",
        "r-unlike-before-state",
    ];
    assert_eq!(unsaid, expected);
    // Every other rule is there, once for each sort of period, or in the types.
    let names: BTreeSet<String> = all(&package, "validationRules")
        .iter()
        .map(|rule| {
            rule["name"]
                .as_str()
                .unwrap()
                .split(' ')
                .nth(1)
                .unwrap()
                .to_owned()
        })
        .collect();
    let cchc = cchc();
    let said = cchc
        .form
        .rules
        .iter()
        .map(|rule| rule.id.clone())
        .filter(|id| id != "r-unit-int" && !expected.contains(&id.as_str()));
    assert_eq!(names, said.collect());
}
