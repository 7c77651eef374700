//! Which report is meant: the agency and the period, as they are asked for where a report is begun or moved.

use super::agency::Asked;
use super::dom;
use super::page::Page;
use super::parts::dynamic;
use super::words::words;
use crate::form::Level;
use crate::period::{Period, PeriodKind};
use crate::report::Agency;
use crate::words::Language;
use leptos::prelude::*;

/// An agency and a period that are asked for.
#[derive(Clone, Copy)]
pub struct Which {
    /// What the `id` of each field begins with.
    prefix: &'static str,
    asked: Asked,
    level: RwSignal<Level>,
    kind: RwSignal<PeriodKind>,
    year: RwSignal<String>,
    /// Whether the year was not taken.
    is_wrong: RwSignal<bool>,
}

impl Which {
    /// Asks, in fields that hold the name and level of this agency and this period. `prefix` begins the `id` of each field.
    pub fn new(page: Page, prefix: &'static str, agency: (String, Level), period: Period) -> Which {
        let (name, level) = agency;
        Which {
            prefix,
            asked: Asked::new(page, prefix, name),
            level: RwSignal::new(level),
            kind: RwSignal::new(period.kind),
            year: RwSignal::new(period.year.to_string()),
            is_wrong: RwSignal::new(false),
        }
    }

    /// The `id` of a field, or of what is said of the fields.
    pub fn id(self, field: &str) -> String {
        format!("{}-{field}", self.prefix)
    }

    /// The agency as the fields stand; none where there is none yet.
    pub fn agency(self) -> Option<Agency> {
        self.asked.agency(self.level.get())
    }

    /// The period as the fields stand; none where the year is none.
    pub fn period(self) -> Option<Period> {
        let year = self.year.with(|year| year.trim().parse().ok())?;
        let kind = self.kind.get();
        // Years that no document writes are none.
        Period::parse(&Period { year, kind }.id())
    }

    /// The agency and the period with which to go on; none where one is missing, which is said at its field. `button` is
    /// what stands on the button that goes on.
    pub fn answer(self, button: &str, language: Language) -> Option<(Agency, Period)> {
        self.is_wrong.set(false);
        let level = self.level.get_untracked();
        let agency = self.asked.answer(level, button, language)?;
        let period = untrack(|| self.period());
        if period.is_none() {
            self.is_wrong.set(true);
            dom::focus_first(&format!("#{}", self.id("year")));
        }
        Some((agency, period?))
    }

    /// The fields. `kinds` gives the periods for which there are reports.
    pub fn fields(self, kinds: Signal<Vec<PeriodKind>>, language: Language) -> AnyView {
        let said = words(language);
        let levels: Vec<AnyView> = Level::ALL
            .iter()
            .filter_map(|(word, offered)| {
                let name = match offered {
                    Level::Commune => said.level_commune,
                    Level::Department => said.level_department,
                    Level::Province => said.level_province,
                    // It only adds up what provinces send: nobody begins its report by hand.
                    Level::Nation => return None,
                };
                let chosen = *offered == self.level.get_untracked();
                Some(view! { <option value=*word selected=chosen>{name}</option> }.into_any())
            })
            .collect();
        let choose_level = move |event| {
            let level = Level::from_word(&event_target_value(&event));
            self.level.set(level.unwrap_or_default());
        };
        let choose_kind = move |event| {
            if let Some(chosen) = PeriodKind::from_word(&event_target_value(&event)) {
                self.kind.set(chosen);
            }
        };
        let wrong = move || match self.is_wrong.get() {
            true => view! { <p class="bm-note bm-note--error">{said.year_wrong}</p> }.into_any(),
            false => ().into_any(),
        };
        view! {
            {self.asked.field(language)}
            <label class="bm-field" hidden=move || self.asked.official().is_some()>
                <span class="bm-field__label">{said.level}</span>
                <select id=self.id("level") class="bm-input" on:change=choose_level>
                    {levels}
                </select>
            </label>
            <div class="bm-grid-2">
                <label class="bm-field">
                    <span class="bm-field__label">{said.period}</span>
                    <select id=self.id("period") class="bm-input" on:change=choose_kind>
                        {dynamic(move || self.kinds(&kinds.get(), language))}
                    </select>
                </label>
                <label class="bm-field">
                    <span class="bm-field__label">{said.year}</span>
                    <input
                        id=self.id("year")
                        class="bm-input"
                        inputmode="numeric"
                        autocomplete="off"
                        prop:value=move || self.year.get()
                        on:input=move |event| self.year.set(event_target_value(&event))
                    />
                </label>
            </div>
            <div role="alert">{dynamic(wrong)}</div>
        }
        .into_any()
    }

    /// The periods to choose from. Another form set may not have the one that was chosen.
    fn kinds(self, kinds: &[PeriodKind], language: Language) -> AnyView {
        if let Some(first) = kinds.first()
            && !kinds.contains(&self.kind.get_untracked())
        {
            self.kind.set(*first);
        }
        let offers: Vec<AnyView> = kinds
            .iter()
            .map(|offered| {
                let (offered, name) = (*offered, kind_name(*offered, language));
                let is_chosen = move || self.kind.get() == offered;
                view! { <option value=word_of(offered) selected=is_chosen>{name}</option> }
                    .into_any()
            })
            .collect();
        offers.into_any()
    }
}

fn word_of(kind: PeriodKind) -> &'static str {
    let known = PeriodKind::ALL.iter().find(|(_, known)| *known == kind);
    known.map_or("", |(word, _)| *word)
}

/// The name of a kind of period, without its year.
pub fn kind_name(kind: PeriodKind, language: Language) -> &'static str {
    match kind {
        PeriodKind::Q1 => language.pick("Quý I", "Quarter 1"),
        PeriodKind::Q2 => language.pick("Quý II", "Quarter 2"),
        PeriodKind::Q3 => language.pick("Quý III", "Quarter 3"),
        PeriodKind::Q4 => language.pick("Quý IV", "Quarter 4"),
        PeriodKind::S1 => language.pick("6 tháng đầu năm", "First half-year"),
        PeriodKind::N1 => language.pick("9 tháng đầu năm", "First nine months"),
        PeriodKind::Y => language.pick("Cả năm", "Whole year"),
    }
}
