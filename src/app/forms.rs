//! The form sets that this page knows: those that come with it, and those that were opened.

use super::words::words;
use crate::form::{BUILT_IN, FormIssue};
use crate::format::{Complaint, read_agencies, read_form_set, read_province, read_windows};
use crate::gather::Map;
use crate::period::Windows;
use crate::report::{Agency, OpenForm, open_form};
use crate::words::{Language, Phrase};
use std::sync::Arc;

/// What the keys of opened form sets begin with on the shelf.
pub const KEPT: &str = "form/";

const AGENCIES: &str = include_str!("../../forms/agencies-son-la.json");

/// Every known form set, checked when it is first needed.
#[derive(Default)]
pub struct Forms {
    open: Map<String, Arc<OpenForm>>,
    texts: Vec<(String, String)>,
    windows: Option<Arc<Vec<Windows>>>,
    agencies: Option<Arc<Vec<Agency>>>,
}

impl Forms {
    /// A form set by its id, where it has come already.
    pub fn get(&self, id: &str) -> Option<Arc<OpenForm>> {
        self.open.get(id).cloned()
    }

    /// Takes in a form set that comes with the page, from its file.
    pub fn take_built_in(&mut self, id: &str, text: &str) -> Option<Arc<OpenForm>> {
        // The form sets that come with the page are tested to be without issues.
        let set = read_form_set(text).ok().filter(|set| set.id == id)?;
        let form = Arc::new(OpenForm::early(set));
        self.open.insert(id.to_owned(), form.clone());
        Some(form)
    }

    /// The ids and titles of all form sets, those that come with the page first.
    pub fn titles(&self) -> Vec<(String, Phrase)> {
        let built_in = BUILT_IN
            .iter()
            .map(|known| (known.id.to_owned(), Phrase::new(known.vi, known.en)));
        let opened = self
            .open
            .values()
            .filter(|open| !is_built_in(&open.form.id))
            .map(|open| (open.form.id.clone(), open.form.title.clone()));
        built_in.chain(opened).collect()
    }

    /// Takes in a form set from a file.
    ///
    /// # Errors
    /// Every place where the file is broken; then nothing has changed.
    pub fn take(&mut self, text: &str) -> Result<String, Vec<FormIssue>> {
        let set = read_form_set(text)
            .map_err(|complaints| complaints.into_iter().map(issue).collect::<Vec<_>>())?;
        if is_built_in(&set.id) {
            let said = Phrase::new(
                words(Language::Vi).forms_same_id,
                words(Language::En).forms_same_id,
            );
            return Err(vec![FormIssue::new("id", said)]);
        }
        let (form, issues) = open_form(set);
        if !issues.is_empty() {
            return Err(issues);
        }
        let id = form.form.id.clone();
        self.open.insert(id.clone(), Arc::new(form));
        self.texts.retain(|(known, _)| *known != id);
        self.texts.push((id.clone(), text.to_owned()));
        Ok(id)
    }

    /// The document of a form set that was opened; those that come with the page lie beside it.
    pub fn text(&self, id: &str) -> Option<String> {
        let of = self.texts.iter().find(|(known, _)| known == id);
        of.map(|(_, text)| text.clone())
    }

    /// The windows of a form set; those for every form set (`*`) where it has none of its own.
    pub fn windows(&mut self, form: &str) -> Option<Windows> {
        let all = self.windows.get_or_insert_with(|| {
            let files = [
                include_str!("../../forms/windows-cchc.json"),
                include_str!("../../forms/windows-kl226.json"),
                include_str!("../../forms/windows-cchc-2021.json"),
                include_str!("../../forms/windows-general.json"),
            ];
            Arc::new(
                files
                    .iter()
                    .filter_map(|text| read_windows(text).ok())
                    .collect(),
            )
        });
        let of = |id: &str| {
            let is_of = |windows: &&Windows| windows.form_sets.iter().any(|known| known == id);
            all.iter().find(is_of).cloned()
        };
        of(form).or_else(|| of("*"))
    }

    /// The agencies of the province, by official code. Their list is smaller than the journey of a file.
    pub fn agencies(&mut self) -> Arc<Vec<Agency>> {
        self.agencies
            .get_or_insert_with(|| Arc::new(read_agencies(AGENCIES).unwrap_or_default()))
            .clone()
    }

    /// The province of these agencies: it adds their reports up.
    pub fn province(&self) -> Agency {
        read_province(AGENCIES).unwrap_or_default()
    }
}

/// Whether a form set comes with the page.
pub fn is_built_in(id: &str) -> bool {
    BUILT_IN.iter().any(|built_in| built_in.id == id)
}

fn issue(complaint: Complaint) -> FormIssue {
    FormIssue::new(complaint.place, complaint.problem)
}
