//! The self-check of form sets: what is wrong is named with its row, and spoils nothing else.

mod address;
mod cells;
mod crosswalk;
mod feeding;
mod finding;
mod formulas;
mod good;
mod narrative;
mod reading;
mod rules;

use bieumau::form::{
    FieldValue, FormIssue, FormSet, OptionWritten, RowWritten, RuleWritten, SheetWritten,
};
use bieumau::report::{OpenForm, open_form};
use bieumau::words::Phrase;

fn phrase(text: &str) -> Phrase {
    Phrase::new(format!("{text} (vi)"), format!("{text} (en)"))
}

/// A row that is right as it stands.
fn row(id: &str, kind: &str) -> RowWritten {
    RowWritten {
        id: id.to_owned(),
        code: "1".to_owned(),
        label: phrase("label"),
        kind: kind.to_owned(),
        ..RowWritten::default()
    }
}

/// A computed ratio.
fn ratio(id: &str, formula: &str) -> RowWritten {
    RowWritten {
        formula: Some(formula.to_owned()),
        ..row(id, "ratio")
    }
}

/// A row of choices with these codes.
fn choice(id: &str, codes: &[&str]) -> RowWritten {
    let option = |code: &&str| OptionWritten {
        code: (*code).to_owned(),
        label: phrase("option"),
    };
    RowWritten {
        options: codes.iter().map(option).collect(),
        ..row(id, "choice")
    }
}

fn sheet(id: &str, rows: Vec<RowWritten>) -> SheetWritten {
    SheetWritten {
        id: id.to_owned(),
        name: phrase("name"),
        title: phrase("title"),
        rows,
        ..SheetWritten::default()
    }
}

/// A form set of one sheet with these rows.
fn set(rows: Vec<RowWritten>) -> FormSet {
    FormSet {
        id: "small".to_owned(),
        version: 1,
        title: phrase("title"),
        periods: vec!["Q1".to_owned()],
        sheets: vec![sheet("s", rows)],
        ..FormSet::default()
    }
}

/// A rule with these members of its kind; a member `on` with commas is a list.
fn rule(id: &str, kind: &str, fields: &[(&str, &str)]) -> RuleWritten {
    let field = |(name, text): &(&str, &str)| {
        let value = match text.strip_prefix("list ") {
            Some(list) => FieldValue::List(list.split(' ').map(str::to_owned).collect()),
            None => FieldValue::Text((*text).to_owned()),
        };
        ((*name).to_owned(), value)
    };
    RuleWritten {
        id: id.to_owned(),
        kind: kind.to_owned(),
        level: "error".to_owned(),
        message: phrase("message"),
        fields: fields.iter().map(field).collect(),
    }
}

/// Opens a form set and gives its issues, each of which must be a sentence in two languages with a place.
fn opened(set: FormSet) -> (OpenForm, Vec<FormIssue>) {
    let (form, issues) = open_form(set);
    for issue in &issues {
        let Phrase { vi, en } = &issue.problem;
        assert!(!issue.place.is_empty(), "{en}");
        assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{vi} | {en}");
        assert!(!vi.contains('{') && !en.contains('{'), "{vi} | {en}");
    }
    (form, issues)
}

/// The form set has exactly one issue: at a place that ends so, with these words in it.
fn complains(set: FormSet, place: &str, words: &str) -> OpenForm {
    let (form, issues) = opened(set);
    let [issue] = issues.as_slice() else {
        panic!("not one issue: {issues:#?}");
    };
    assert!(issue.place.ends_with(place), "{place} | {}", issue.place);
    assert!(
        issue.problem.en.contains(words),
        "{words} | {}",
        issue.problem.en
    );
    form
}
