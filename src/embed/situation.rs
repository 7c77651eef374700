//! How things stand with an open report, as the host is told.

use crate::format::Situation;
use crate::report::Session;

/// How things stand; `saved` is the word for whether what was typed is kept.
pub fn situation(session: &Session, saved: &'static str) -> Situation {
    let key = session.report().key();
    let total = session.total();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Situation {
        address: [key.form, key.agency, key.period],
        state: session.report().state.word(),
        saved,
        filled: count(total.filled),
        expected: count(total.expected),
        errors: count(total.errors),
        warnings: count(total.warnings),
    }
}
