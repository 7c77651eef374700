//! Addresses behind the `#`, so that any static host and `file://` serve them (DESIGN.md section 4.2).

use crate::report::{ReportKey, is_plain};

/// A page of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    #[default]
    Home,
    /// `#/report/<form>/<agency code>/<period>` and, to stand on one row, `…/<row id>`.
    Report {
        /// Which report; it is begun where there is none.
        key: ReportKey,
        /// The row or the sheet to stand on.
        at: Option<String>,
    },
    /// `#/forms`
    Forms,
    /// `#/settings`
    Settings,
    /// `#/tasks`, and `#/tasks/<list>/<agency code>` for one list of one agency.
    Tasks(Option<(String, String)>),
    /// `#/targets`
    Targets,
    /// `#/earlier/<form>/<agency code>/<period>`: the earlier states of a report.
    Earlier(ReportKey),
    /// `#/consolidate`, and `#/consolidate/<form>/<period>` for the reports of one form set and one period.
    Consolidate(Option<(String, String)>),
    /// Anything else.
    Unknown,
}

impl Route {
    /// The page of a hash, with or without its `#`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let mut parts = path.split('/');
        match parts.next() {
            Some("") | None => Route::Home,
            Some("forms") => Route::Forms,
            Some("settings") => Route::Settings,
            Some("targets") => Route::Targets,
            Some("tasks") => {
                let path: Vec<&str> = parts.collect();
                match path[..] {
                    [] | [""] => Route::Tasks(None),
                    [list, agency] if is_plain(list) && is_plain(agency) => {
                        Route::Tasks(Some((list.to_owned(), agency.to_owned())))
                    }
                    _ => Route::Unknown,
                }
            }
            Some("consolidate") => {
                let path: Vec<&str> = parts.collect();
                match path[..] {
                    [] | [""] => Route::Consolidate(None),
                    [form, period] if is_plain(form) && is_plain(period) => {
                        Route::Consolidate(Some((form.to_owned(), period.to_owned())))
                    }
                    _ => Route::Unknown,
                }
            }
            Some("earlier") => {
                let path: Vec<&str> = parts.collect();
                ReportKey::from_path(&path.join("/")).map_or(Route::Unknown, Route::Earlier)
            }
            Some("report") => {
                let path: Vec<&str> = parts.by_ref().take(3).collect();
                let at = parts.next().filter(|at| !at.is_empty()).map(str::to_owned);
                match (ReportKey::from_path(&path.join("/")), parts.next()) {
                    (Some(key), None) => Route::Report { key, at },
                    _ => Route::Unknown,
                }
            }
            Some(_) => Route::Unknown,
        }
    }

    /// The address of a report.
    pub fn of_report(key: &ReportKey) -> String {
        format!("#/report/{}", key.path())
    }

    /// The address of the earlier states of a report.
    pub fn of_earlier(key: &ReportKey) -> String {
        format!("#/earlier/{}", key.path())
    }

    /// The address of an agency's work list.
    pub fn of_tasks(list: &str, agency: &str) -> String {
        format!("#/tasks/{list}/{agency}")
    }

    /// The address where the reports of a form set and a period are added up.
    pub fn of_consolidation(form: &str, period: &str) -> String {
        format!("#/consolidate/{form}/{period}")
    }

    /// The address of a row of a report.
    pub fn of_row(key: &ReportKey, row: &str) -> String {
        format!("#/report/{}/{row}", key.path())
    }
}

impl Route {
    /// Whether two addresses show the same page, perhaps at another row.
    pub fn is_same_page(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Report { key: left, .. }, Route::Report { key: right, .. }) => left == right,
            (left, right) => left == right,
        }
    }
}
