//! A form made ready for reports: its cells and formulas checked, its rules prepared.

use super::rules::{RuleBook, prepare};
use crate::form::{Form, FormIssue, FormSet, Narrative, build, check, narrate};
use std::sync::OnceLock;

/// A form with its rules, shared by every report that is open on it.
#[derive(Debug)]
pub struct OpenForm {
    /// The form.
    pub form: Form,
    rules: OnceLock<RuleBook>,
    narrative: OnceLock<Narrative>,
}

impl OpenForm {
    /// A form whose rules come later ([`OpenForm::prepare`]): the page takes input before it checks. For a form set
    /// that is known to be without issues.
    pub fn early(set: FormSet) -> OpenForm {
        OpenForm {
            form: build(set),
            rules: OnceLock::new(),
            narrative: OnceLock::new(),
        }
    }

    /// Its rules; none as long as they are not prepared.
    pub fn rules(&self) -> &RuleBook {
        static NONE: OnceLock<RuleBook> = OnceLock::new();
        let none = || NONE.get_or_init(RuleBook::default);
        self.rules.get().unwrap_or_else(none)
    }

    /// The report in words to which its sheets are appended; empty for a form set that says nothing of it. It is read
    /// when it is first asked for.
    pub fn narrative(&self) -> &Narrative {
        self.narrative.get_or_init(|| narrate(&self.form).0)
    }

    /// Prepares its rules, where that has not been done.
    pub fn prepare(&self) {
        self.rules.get_or_init(|| prepare(&self.form).0);
    }
}

/// Opens a form set: the self-check of its cells, of its rules, and of the report in words. The issues are for the person who wrote
/// the file; an empty list means that the form set may be used.
pub fn open_form(set: FormSet) -> (OpenForm, Vec<FormIssue>) {
    let (form, mut issues) = check(set);
    let (rules, of_rules) = prepare(&form);
    issues.extend(of_rules);
    let (narrative, of_words) = narrate(&form);
    issues.extend(of_words);
    let open = OpenForm {
        rules: OnceLock::from(rules),
        narrative: OnceLock::from(narrative),
        form,
    };
    (open, issues)
}
