//! Rules of a form set → validation rules of DHIS2, as far as they can be said there.

use super::elements::Elements;
use super::expression::said;
use crate::form::{BoundFormula, CellId, FieldValue, Kind, RuleWritten, bind};
use crate::format::Plain;
use crate::formula::Type;
use crate::report::OpenForm;

const SKIP_ANY: &str = "SKIP_IF_ANY_VALUE_MISSING";
const NEVER_SKIP: &str = "NEVER_SKIP";

/// A rule as DHIS2 says it, whatever the period.
struct Check {
    /// What tells it from the other checks of its rule; empty where there is only one.
    part: String,
    left: (String, &'static str),
    operator: &'static str,
    right: (String, &'static str),
}

/// What becomes of a rule.
enum Fate {
    /// These checks.
    Said(Vec<Check>),
    /// The value types and option sets say it already.
    InTypes,
    /// DHIS2 has no words for it.
    Unsaid,
}

/// The validation rules for every period type of the form set, and the ids of the rules that have none.
pub(super) fn rules(open: &OpenForm, elements: &Elements<'_>) -> (Vec<Plain>, Vec<String>) {
    let mut written = Vec::new();
    let mut unsaid = Vec::new();
    for rule in &open.form.rules {
        match fate(open, elements, rule) {
            Fate::Said(checks) => {
                for check in &checks {
                    for (period, _) in elements.names.period_types() {
                        written.push(document(elements, rule, check, period));
                    }
                }
            }
            Fate::InTypes => {}
            Fate::Unsaid => unsaid.push(rule.id.clone()),
        }
    }
    (written, unsaid)
}

fn document(
    elements: &Elements<'_>,
    rule: &RuleWritten,
    check: &Check,
    period: &'static str,
) -> Plain {
    let mut own = vec![rule.id.as_str(), &check.part, period];
    own.retain(|part| !part.is_empty());
    let own = own.join(" ");
    let side = |side: &(String, &'static str), what: &str| {
        Plain::Object(vec![
            ("expression", Plain::text(side.0.as_str())),
            ("description", Plain::text(what)),
            ("missingValueStrategy", Plain::text(side.1)),
            ("slidingWindow", Plain::Truth(false)),
        ])
    };
    // The figures of the message stand beside it on the platform.
    let message = rule.message.vi.replace(['{', '}'], "");
    let importance = match rule.level.as_str() {
        "error" => "HIGH",
        "warning" => "MEDIUM",
        _ => "LOW",
    };
    Plain::Object(vec![
        (
            "id",
            Plain::text(elements.names.uid("validationRule", &own)),
        ),
        ("name", Plain::text(elements.names.name(&own, ""))),
        ("description", Plain::text(message.as_str())),
        ("instruction", Plain::text(message)),
        ("importance", Plain::text(importance)),
        ("periodType", Plain::text(period)),
        ("operator", Plain::text(check.operator)),
        ("leftSide", side(&check.left, "Vế trái")),
        ("rightSide", side(&check.right, "Vế phải")),
    ])
}

fn fate(open: &OpenForm, elements: &Elements<'_>, rule: &RuleWritten) -> Fate {
    let said = match rule.kind.as_str() {
        "compare" => compare(open, elements, rule),
        "range" => range(open, elements, rule),
        "implies" => implies(open, elements, rule),
        "whole" | "allowed" => return in_types(open, rule),
        // What looks at earlier reports, and kinds that came later.
        _ => None,
    };
    said.map_or(Fate::Unsaid, Fate::Said)
}

fn compare(open: &OpenForm, elements: &Elements<'_>, rule: &RuleWritten) -> Option<Vec<Check>> {
    let side = |member: &str| {
        let bound = bind(&open.form, rule.text(member)?, Type::Number).ok()?;
        let text = said(&bound, &|cell| elements.operand(cell))?.text;
        // What names no row lacks nothing.
        let strategy = if bound.cells.is_empty() {
            NEVER_SKIP
        } else {
            strategy(rule)?
        };
        Some((text, strategy))
    };
    let operator = match rule.text("op")? {
        "=" => "equal_to",
        "!=" | "≠" => "not_equal_to",
        "<" => "less_than",
        "<=" | "≤" => "less_than_or_equal_to",
        ">" => "greater_than",
        ">=" | "≥" => "greater_than_or_equal_to",
        "both_or_neither" => "compulsory_pair",
        "at_most_one" => "exclusive_pair",
        _ => return None,
    };
    Some(vec![Check {
        part: String::new(),
        left: side("left")?,
        operator,
        right: side("right")?,
    }])
}

fn range(open: &OpenForm, elements: &Elements<'_>, rule: &RuleWritten) -> Option<Vec<Check>> {
    let strategy = strategy(rule)?;
    let mut checks = Vec::new();
    for cell in cells_of(open, rule) {
        let row = open.form.row(cell)?;
        for (member, operator) in [
            ("min", "greater_than_or_equal_to"),
            ("max", "less_than_or_equal_to"),
        ] {
            if let Some(bound) = rule.text(member) {
                checks.push(Check {
                    part: [row.id.as_str(), " ", member].concat(),
                    left: (elements.operand(cell)?, strategy),
                    operator,
                    right: (bound.to_owned(), NEVER_SKIP),
                });
            }
        }
    }
    Some(checks)
}

/// Where one thing is true another must be: the number of breaches is 0. A rule that asks about absence may never be
/// skipped on DHIS2, so each figure is asked first whether it is there.
fn implies(open: &OpenForm, elements: &Elements<'_>, rule: &RuleWritten) -> Option<Vec<Check>> {
    // The other strategies would need the zero and the absence of the same figure.
    if strategy(rule)? != SKIP_ANY {
        return None;
    }
    let side = |member: &str| {
        let bound = bind(&open.form, rule.text(member)?, Type::Truth).ok()?;
        let text = said(&bound, &|cell| elements.operand(cell))?.text;
        Some((text, bound))
    };
    let ((when, first), (then, second)) = (side("when")?, side("then")?);
    let mut tests: Vec<String> = Vec::new();
    for bound in [&first, &second] {
        for cell in numbers_of(bound) {
            if !elements.is_element(cell) {
                return None;
            }
            let test = ["isNotNull(", &elements.operand(cell)?, ")"].concat();
            if !tests.contains(&test) {
                tests.push(test);
            }
        }
    }
    tests.push(["(", &when, ")"].concat());
    tests.push(["!(", &then, ")"].concat());
    let breach = ["if(", &tests.join(" && "), ", 1, 0)"].concat();
    Some(vec![Check {
        part: String::new(),
        left: (breach, NEVER_SKIP),
        operator: "equal_to",
        right: ("0".to_owned(), NEVER_SKIP),
    }])
}

/// Counts are whole by their type, and choices are among their options.
fn in_types(open: &OpenForm, rule: &RuleWritten) -> Fate {
    let fits = |kind: Kind| match rule.kind.as_str() {
        "whole" => kind == Kind::Count,
        _ => kind == Kind::Choice,
    };
    // A rule that takes only some of the options says more than the set.
    let values = match rule.fields.get("values") {
        Some(FieldValue::List(values)) => values.len(),
        _ => usize::MAX,
    };
    let mut rows = cells_of(open, rule)
        .into_iter()
        .filter_map(|cell| open.form.row(cell));
    if rows.all(|row| fits(row.kind) && row.options.len() <= values) {
        Fate::InTypes
    } else {
        Fate::Unsaid
    }
}

/// The rows that the checks of a rule look at, helper sheets left out: the platform does not have them.
fn cells_of(open: &OpenForm, rule: &RuleWritten) -> Vec<CellId> {
    let checks = open.rules().rules().iter();
    let checks = checks.filter(|check| check.id == rule.id);
    checks
        .flat_map(|check| check.cells().iter().copied())
        .filter(|cell| !open.form.is_helper(*cell))
        .collect()
}

fn numbers_of(bound: &BoundFormula) -> Vec<CellId> {
    let places = bound.formula.rows_used_as_numbers();
    places
        .filter_map(|place| bound.cells.get(place).copied())
        .collect()
}

/// What is made of missing figures, by DHIS2's words.
fn strategy(rule: &RuleWritten) -> Option<&'static str> {
    match rule.text("missing").unwrap_or("skip_any") {
        "skip_any" => Some(SKIP_ANY),
        "skip_all" => Some("SKIP_IF_ALL_VALUES_MISSING"),
        "never_skip" => Some(NEVER_SKIP),
        _ => None,
    }
}
