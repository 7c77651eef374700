//! Texts that a spreadsheet would compute, made harmless and taken back as they were.
//!
//! Such a text gets one apostrophe before it, the sign by which spreadsheets know a text; a text that has apostrophes
//! before such a beginning gets one more. So taking one away gives every text back exactly.

/// What a formula may begin with (OWASP, CSV injection), in its full width too.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet might take a text for a formula. A figure with its sign is none.
fn is_formula(text: &str) -> bool {
    text.starts_with(BEGINNINGS) && !is_figure(text)
}

/// Whether a text is a figure as people or documents write it: `-5,25`, `11.647`.
fn is_figure(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|sign: char| sign.is_ascii_digit())
        && digits
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
}

/// Whether a text goes out with an apostrophe before it.
pub(super) fn is_guarded(text: &str) -> bool {
    is_formula(text.trim_start_matches('\''))
}

/// A cell that came in, without the apostrophe that guarded it.
pub(super) fn unguarded(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_guarded(rest) => rest.to_owned(),
        _ => cell,
    }
}
