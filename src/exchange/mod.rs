//! What leaves the machine and what comes in: the ordered list of formats.
//!
//! An exporter reads plain data and formats no figure twice; an importer trusts nothing and changes nothing: it
//! gives a preview, which the desk may apply.

mod aside;
mod changes;
mod compare;
pub mod consolidation;
pub mod copy;
pub mod dhis2;
pub mod document;
mod formats;
mod intake;
mod json_in;
mod json_out;
pub mod paper;
pub mod paste;
pub mod proofread;
mod report_csv;
mod restore;
mod roll;
mod standing;
pub mod table;
mod tidy;
pub mod workbook;

pub use aside::{Aside, asides_of_import, asides_of_restore};
pub use changes::{changes_csv, changes_name};
pub use compare::{Change, TextChange, changes_of, strangers_of, texts_of};
pub use formats::{EXPORT_FORMATS, ExportFormat, FORM_FORMATS, Made, file_name, form_file_name};
pub use intake::{Intake, NotTaken};
pub use json_in::{
    Difference, Preview, Source, differences_of_figures, entry_shown, preview, read_source,
};
pub use json_out::{export_json, export_json_on, export_json_with};

pub use report_csv::report_csv;
pub use restore::{Choice, Relation};
pub use roll::{read_roll, roll_csv};
pub use standing::{Standing, Standings, standings};
pub use tidy::{TIDY_COLUMNS, Tidy, TidyFormat, tidy};

use crate::form::CellId;
use crate::report::{Derived, Session};

/// What a document states of a computed row: everything on printed sheets, and on helper sheets what has a value, for
/// many agencies leave those alone.
fn stated(session: &Session, cell: CellId) -> Option<&Derived> {
    let is_helper = session.form().form.is_helper(cell);
    session
        .derived(cell)
        .filter(|derived| !is_helper || derived.value.is_ok())
}
