//! The words of the first load, out of all that the page says.
//!
//! What lies in a piece asks for [`super::words`]; what the first load carries asks for [`first`] and lists here what it
//! says, or the words of every page would travel with it.

use super::{EN, VI};
use crate::words::Language;

macro_rules! first {
    ($($name:ident,)*) => {
        /// The words of the first load.
        #[allow(missing_docs)]
        pub struct First {
            $(pub $name: &'static str,)*
        }

        const FIRST_VI: First = First { $($name: VI.$name,)* };
        const FIRST_EN: First = First { $($name: EN.$name,)* };
    };
}

first! {
    title_errors,
    clear, cleared, clear_nothing, undone, redone, undo_left,
    helper_open,
    app, skip, pages, home, forms, settings, language, foot, piece_coming, piece_missing_title,
    piece_missing, try_again, opening, saving, saved_at, save_failed, save_failed_what, memory_only,
    rows, errors, error_one, warnings, warning_one, code, indicator, measure, figure, note,
    not_asked, sheets, not_applicable, not_applicable_short, not_applicable_keys, choose, how,
    lead_fills, not_for_level, typed_ratio, blank_confirmed, helper_what, denominator,
    carried_short, import, export_json, cannot_open, no_form, form_not_loaded, no_period, newer_record,
    lost_elsewhere, spoilt_record, tasks, targets, consolidate,
}

/// The words of the first load in a language.
pub fn first(language: Language) -> &'static First {
    match language {
        Language::Vi => &FIRST_VI,
        Language::En => &FIRST_EN,
    }
}
