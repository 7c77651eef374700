//! The form sets that come with the page, in the order in which they are offered.

/// A form set of the project's own.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    /// Its file.
    pub text: &'static str,
}

/// To add a form set: put its file under `forms/` and a line here.
pub const BUILT_IN: &[BuiltIn] = &[BuiltIn {
    id: "cchc-2026",
    text: include_str!("../../forms/cchc-2026.json"),
}];
