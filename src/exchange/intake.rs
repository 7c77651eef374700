//! A file comes into a consolidation: checked like an import, and kept as far as it is added up.

use super::json_in::differences_of_figures;
use super::{Difference, Source, read_source};
use crate::consolidate::Return;
use crate::form::Crosswalk;
use crate::format::Complaint;
use crate::period::Date;
use crate::report::{OpenForm, Session};
use crate::words::Phrase;
use std::sync::Arc;

/// What a consolidation knows of form sets: the one into which it consolidates, and older ones with the bridges to it.
#[derive(Clone, Debug)]
pub struct Intake {
    /// The form set into which is consolidated.
    pub form: Arc<OpenForm>,
    /// Other form sets with the crosswalk that joins each to it.
    pub others: Vec<(Arc<OpenForm>, Arc<Crosswalk>)>,
    /// The day before which the reports were to be sent; none where nobody says.
    pub due: Option<Date>,
}

/// Why a file does not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no report document: what is wrong with it, place by place.
    Broken(Vec<Complaint>),
    /// It answers another form set, named by its id, and no crosswalk is at hand.
    OtherForm(String),
    /// Of its figures none has a row in the form set into which is consolidated.
    NothingAcross(String),
}

impl NotTaken {
    /// Why, and what to do, in a sentence.
    pub fn words(&self) -> Phrase {
        match self {
            NotTaken::Broken(complaints) => {
                let first = complaints.first().map(Complaint::with_place);
                let first = first.unwrap_or_default();
                let [vi, en] = [&first.vi, &first.en].map(|said| said.trim_end_matches('.'));
                Phrase::new(
                    format!(
                        "Không phải tệp báo cáo nguyên vẹn ({vi}). Đề nghị đơn vị xuất và gửi lại tệp."
                    ),
                    format!(
                        "Not a whole report file ({en}). Ask the unit to export and send it again."
                    ),
                )
            }
            NotTaken::OtherForm(id) => Phrase::said(
                "Báo cáo lập theo bộ biểu mẫu “{}”, không quy đổi được sang bộ biểu mẫu đang tổng hợp.",
                "The report answers the form set “{}”, which cannot be brought over to this one.",
                &[id],
            ),
            NotTaken::NothingAcross(id) => Phrase::said(
                "Báo cáo lập theo bộ biểu mẫu “{}” và không có số liệu nào quy đổi được sang bộ biểu mẫu đang tổng hợp.",
                "The report answers the form set “{}”, and none of its figures can be brought over to this one.",
                &[id],
            ),
        }
    }
}

impl Intake {
    /// Reads a file. `name` is only said. A file whose digest does not fit comes in and says so.
    ///
    /// # Errors
    /// Why it does not come in; nothing else is touched by it.
    pub fn read(&self, name: &str, text: &str) -> Result<Return, NotTaken> {
        let source = read_source(text).map_err(NotTaken::Broken)?;
        let id = &source.report.form.id;
        if *id == self.form.form.id {
            let session = Session::open(self.form.clone(), source.with_reasons());
            return Ok(stamped(
                Return::of(&session, self.due),
                name,
                &source,
                &session,
            ));
        }
        let other = self.others.iter().find(|(form, _)| form.form.id == *id);
        let Some((form, crosswalk)) = other else {
            return Err(NotTaken::OtherForm(id.clone()));
        };
        let session = Session::open(form.clone(), source.with_reasons());
        let over = Return::over(&session, crosswalk, &self.form.form, self.due);
        let over = over.ok_or_else(|| NotTaken::NothingAcross(id.clone()))?;
        Ok(stamped(over, name, &source, &session))
    }
}

/// A return with what only its file says.
fn stamped(mut one: Return, name: &str, source: &Source, session: &Session) -> Return {
    one.file = name.to_owned();
    one.digest = source.digest_found().to_owned();
    for difference in differences_of_figures(source, session) {
        match difference {
            Difference::Digest => one.is_altered = true,
            Difference::Derived { .. } => one.miscomputed += 1,
            Difference::Version { .. } if one.remark.is_none() => {
                one.remark = Some(difference.words(&session.form().form));
            }
            _ => {}
        }
    }
    one
}
