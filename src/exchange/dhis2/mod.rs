//! DHIS2: a report as `dataValueSets`, a form set as a metadata package. This is the road for whoever outgrows one
//! machine: a platform takes over, and nothing is typed again. `docs/dhis2.md` says what becomes of what.
//!
//! Everything is plain data here; which ids a platform has of its own comes in as a [`Dhis2Mapping`].

mod elements;
mod expression;
mod names;
mod package;
mod rules;
mod uid;
mod values;

pub use package::metadata;
pub use uid::uid;
pub use values::data_value_set;

pub use crate::format::Dhis2Mapping;

use crate::form::{Form, Row};
use crate::gather;
use crate::words::Phrase;

/// Whether a mapping is for this form set, names rows that it has, and no data element twice.
///
/// # Errors
/// What is wrong with it.
fn fits(mapping: Option<&Dhis2Mapping>, form: &Form) -> Result<(), Phrase> {
    let Some(mapping) = mapping else {
        return Ok(());
    };
    if mapping.form != form.id {
        return Err(Phrase::said(
            "Tệp ánh xạ DHIS2 dành cho bộ biểu mẫu “{}”, không phải “{}”.",
            "The DHIS2 mapping file is for the form set “{}”, not “{}”.",
            &[&mapping.form, &form.id],
        ));
    }
    let mut seen = gather::map([]);
    for (row, uid) in &mapping.data_elements {
        let cell = form.cell(row).and_then(|cell| form.row(cell));
        if !cell.is_some_and(Row::is_entry) {
            return Err(Phrase::said(
                "Tệp ánh xạ DHIS2 nêu dòng “{}”, nhưng bộ biểu mẫu không có dòng nhập số liệu nào có mã đó.",
                "The DHIS2 mapping file names row “{}”, but no row with that id takes an entry in the form set.",
                &[row],
            ));
        }
        if let Some(before) = seen.insert(uid, row) {
            return Err(Phrase::said(
                "Tệp ánh xạ DHIS2 dùng mã “{}” cho cả hai dòng “{}” và “{}”.",
                "The DHIS2 mapping file gives the id “{}” to both row “{}” and row “{}”.",
                &[uid, before, row],
            ));
        }
    }
    Ok(())
}
