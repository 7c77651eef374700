//! A form made ready for reports: its cells and formulas checked, its rules prepared.

use super::rules::{RuleBook, prepare};
use crate::form::{Form, FormIssue, FormSet, check};
use std::sync::OnceLock;

/// A form with its rules, shared by every report that is open on it.
#[derive(Debug)]
pub struct OpenForm {
    /// The form.
    pub form: Form,
    rules: OnceLock<RuleBook>,
}

impl OpenForm {
    /// A form whose rules come later ([`OpenForm::prepare`]): the page takes input before it checks. For a form set
    /// that is known to be without issues.
    pub fn early(set: FormSet) -> OpenForm {
        OpenForm {
            form: check(set).0,
            rules: OnceLock::new(),
        }
    }

    /// Its rules; none as long as they are not prepared.
    pub fn rules(&self) -> &RuleBook {
        static NONE: OnceLock<RuleBook> = OnceLock::new();
        let none = || NONE.get_or_init(RuleBook::default);
        self.rules.get().unwrap_or_else(none)
    }

    /// Prepares its rules, where that has not been done.
    pub fn prepare(&self) {
        self.rules.get_or_init(|| prepare(&self.form).0);
    }
}

/// Opens a form set: the self-check of its cells, then of its rules. The issues are for the person who wrote
/// the file; an empty list means that the form set may be used.
pub fn open_form(set: FormSet) -> (OpenForm, Vec<FormIssue>) {
    let (form, mut issues) = check(set);
    let (rules, of_rules) = prepare(&form);
    issues.extend(of_rules);
    let rules = OnceLock::from(rules);
    (OpenForm { form, rules }, issues)
}
