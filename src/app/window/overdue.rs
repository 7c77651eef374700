//! What should have been sent a short while ago.

use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::words::words;
use crate::browser::Preferences;
use crate::period::{Days, Due, Period, PeriodKind, Windows};
use crate::report::ReportKey;
use crate::words::Language;
use leptos::prelude::*;

/// How long an overdue report is told, in days.
const TOLD_FOR: u32 = 45;

/// A report of this machine, as far as its window is concerned.
pub struct Begun<'a> {
    /// What names it.
    pub key: &'a ReportKey,
    /// The name of its agency.
    pub agency: &'a str,
    /// Its days.
    pub days: Option<Days>,
    /// Whether it was exported as it stands.
    pub has_left: bool,
}

/// The reports on a form set that are overdue and have not left this machine as they stand, and the overdue periods for which the
/// agency last reported for has none here. Nothing where there are none.
pub fn overdue(
    page: Page,
    form: &str,
    kinds: &[PeriodKind],
    windows: &Windows,
    begun: &[Begun<'_>],
    language: Language,
) -> AnyView {
    let words = words(language);
    let today = page.today.get();
    let own = Preferences::load();
    let mut items: Vec<AnyView> = Vec::new();
    let mut tell = |key: &ReportKey, agency: &str, period: Period, due: Option<Due>, what| {
        let Some(due) = due.filter(|due| due.is_over()) else {
            return;
        };
        let name = format!("{} – {agency}", period.name().text(language));
        let said = format!(": {}; {what}", due.words().text(language));
        items.push(view! { <li><a href=Route::of_report(key)>{name}</a>{said}</li> }.into_any());
    };
    for period in windows.just_over(kinds, today, TOLD_FOR) {
        let expected = windows.of(period).and_then(|window| window.send_before);
        let id = period.id();
        let is_here = |begun: &&Begun<'_>| begun.key.form == form && begun.key.period == id;
        for begun in begun.iter().filter(is_here).filter(|begun| !begun.has_left) {
            let day = begun.days.map_or(expected, |days| days.send_before);
            let due = day.map(|day| Due::of(day, today));
            tell(begun.key, begun.agency, period, due, words.not_exported);
        }
        if !begun.iter().any(|begun| is_here(&begun)) && !own.agency_code.is_empty() {
            let key = ReportKey {
                form: form.to_owned(),
                agency: own.agency_code.clone(),
                period: id,
            };
            let due = expected.map(|day| Due::of(day, today));
            tell(&key, &own.agency_name, period, due, words.not_begun);
        }
    }
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <div class="bm-window__overdue" data-overdue>
            <h3>{words.overdue}</h3>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}
