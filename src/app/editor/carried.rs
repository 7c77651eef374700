//! What was copied from the last report: the offer to do so, the mark beside each figure, and its confirmation.

use crate::app::desk::{Desk, period_name};
use crate::app::parts::dynamic;
use crate::app::words::words;
use crate::form::CellId;
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The offer to start from the last report, above the sheets.
pub fn offer(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    dynamic(move || {
        if !desk.is_carry_offered().get() {
            return ().into_any();
        }
        let what = desk.session(|session| {
            let last = session.last_report()?;
            let name = last.period.name();
            let count = session.to_carry().len().to_string();
            let mut what = filled(words.carry_what, &[name.text(language), &count]);
            if session
                .period()
                .is_some_and(|period| period.year != last.period.year)
            {
                what.push(' ');
                what.push_str(words.carry_new_year);
            }
            Some(what)
        });
        view! {
            <div class="bm-note bm-carry" data-offer="carry">
                <p class="bm-carry__what">{what.flatten()}</p>
                <div class="bm-row">
                    <button type="button" class="bm-button" data-action="carry" on:click=move |_| desk.carry()>
                        {words.carry}
                    </button>
                    <button
                        type="button"
                        class="bm-button"
                        data-action="carry-decline"
                        on:click=move |_| desk.decline_to_carry()
                    >
                        {words.carry_no}
                    </button>
                </div>
            </div>
        }
        .into_any()
    })
}

/// Below a figure that was copied: that it was, and the button that confirms it.
pub fn mark(desk: Desk, cell: CellId, from: &str, language: Language) -> AnyView {
    let words = words(language);
    let from = period_name(from);
    let from = from.text(language);
    let label = desk.form(|form| {
        let label = form
            .form
            .row(cell)
            .map_or("", |row| row.label.text(language));
        let address = form.form.address(cell);
        format!(
            "{} ({}: {from}): {} {label}",
            words.confirm,
            words.carried,
            address.text(language)
        )
    });
    view! {
        <p class="bm-cell__said bm-carried">
            {words.carried} " "
            <button
                type="button"
                class="bm-cell__meaning"
                data-action="confirm"
                tabindex="-1"
                title=words.confirm_keys
                aria-label=label
                on:click=move |_| desk.confirm_figure(cell)
            >
                {words.confirm}
            </button>
        </p>
    }
    .into_any()
}

/// Above a sheet with copied figures: how many wait, and the button that confirms them all.
pub fn of_sheet(desk: Desk, sheet: usize, language: Language) -> AnyView {
    let words = words(language);
    let tally = desk.tally(sheet);
    let waiting = Memo::new(move |_| tally.map_or(0, |tally| tally.get().carried));
    dynamic(move || {
        let count = waiting.get();
        if count == 0 {
            return ().into_any();
        }
        let from = desk.carried_from(sheet).unwrap_or_default();
        let parts = [&count.to_string(), from.text(language)];
        let said = filled(words.carried_in_sheet, &parts);
        view! {
            <div class="bm-row bm-carried__all">
                <span>{said}</span>
                <button
                    type="button"
                    class="bm-button"
                    data-action="confirm-all"
                    on:click=move |_| desk.confirm_sheet()
                >
                    {words.confirm_all}
                </button>
            </div>
        }
        .into_any()
    })
}
