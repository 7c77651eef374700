//! A form made ready for reports: its cells and formulas checked, its rules prepared.

use super::rules::{RuleBook, prepare};
use crate::form::{Form, FormIssue, FormSet, check};

/// A form with its rules, shared by every report that is open on it.
#[derive(Debug)]
pub struct OpenForm {
    /// The form.
    pub form: Form,
    /// Its rules.
    pub rules: RuleBook,
}

/// Opens a form set: the self-check of its cells, then of its rules. The issues are for the person who wrote
/// the file; an empty list means that the form set may be used.
pub fn open_form(set: FormSet) -> (OpenForm, Vec<FormIssue>) {
    let (form, mut issues) = check(set);
    let (rules, of_rules) = prepare(&form);
    issues.extend(of_rules);
    (OpenForm { form, rules }, issues)
}
