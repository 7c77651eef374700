//! What names a report among all those of a machine.

/// Form set, agency and period: there is one report for each.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportKey {
    /// The id of the form set.
    pub form: String,
    /// The code of the agency.
    pub agency: String,
    /// The id of the period.
    pub period: String,
}

impl ReportKey {
    /// The key as a path, `cchc-2026/03646/2026Q1`: part of addresses and of the keys of the store.
    pub fn path(&self) -> String {
        format!("{}/{}/{}", self.form, self.agency, self.period)
    }

    /// The key of a path.
    pub fn from_path(path: &str) -> Option<ReportKey> {
        let mut parts = path.split('/');
        let key = ReportKey {
            form: parts.next()?.to_owned(),
            agency: parts.next()?.to_owned(),
            period: parts.next()?.to_owned(),
        };
        (parts.next().is_none()
            && [&key.form, &key.agency, &key.period]
                .iter()
                .all(|part| is_plain(part)))
        .then_some(key)
    }
}

/// Whether a part may stand in a path, an address and a file name as it is.
pub(crate) fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && part.len() <= 100
        && part
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_'))
}
