//! Findings, with the same words beside the row and in the list.

use crate::app::desk::{Desk, Shown};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::{dynamic, text};
use crate::app::plan::marks;
use crate::app::words::{Words, words};
use crate::form::CellId;
use crate::report::Severity;
use crate::report::rules::placed;
use crate::words::Language;
use leptos::prelude::*;

/// The word of a severity.
pub fn level_word(words: &'static Words, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => words.severity_error,
        Severity::Warning => words.severity_warning,
        Severity::Info => words.severity_info,
    }
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "bm-finding bm-finding--error",
        Severity::Warning => "bm-finding bm-finding--warning",
        Severity::Info => "bm-finding",
    }
}

/// The findings of one row, with the reasons that were given, and the targets that it answers, below its label.
pub fn beside(desk: Desk, cell: CellId, language: Language) -> AnyView {
    let view = desk.cell(cell);
    let id = desk.form(|form| form.form.row(cell).map(|row| format!("found-{}", row.id)));
    let found = dynamic(move || {
        view.with(|view| {
            view.findings
                .iter()
                .map(|finding| one_beside(desk, finding, language))
                .chain(marks(desk, cell, language))
                .collect::<Vec<AnyView>>()
                .into_any()
        })
    });
    // The field names it as its description.
    view! { <span id=id.unwrap_or_default()>{found}</span> }.into_any()
}

fn one_beside(desk: Desk, finding: &Shown, language: Language) -> AnyView {
    let words = words(language);
    let level = level_word(words, finding.severity);
    let place = finding.place;
    let reason = match (finding.severity, &finding.reason) {
        (Severity::Error, _) => ().into_any(),
        (_, Some(reason)) => {
            let given = format!("{} {reason}", words.reason_given);
            view! { <span class="bm-finding__given">{given}</span> }.into_any()
        }
        (_, None) => view! {
            " "
            <button type="button" class="bm-link" data-action="give-reason" tabindex="-1" title=words.reason_keys on:click=move |_| desk.go_to_reason(place)>
                {words.reason_give}
            </button>
        }
        .into_any(),
    };
    view! {
        <span
            class=class(finding.severity)
            class:bm-line__hint=true
            data-rule=finding.rule.clone()
            data-level=finding.severity.word()
            data-rows=finding.rows.clone()
        >
            <span class="bm-finding__level">{level} ": "</span>
            {finding.message.text(language).to_owned()}
            {reason}
        </span>
    }
    .into_any()
}

/// All findings of the report in one list; a click goes to the figure, a warning takes its reason here.
pub fn list(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let findings = desk.findings();
    let counted = move || {
        findings.with(|findings| {
            let of = |severity| {
                let of = findings
                    .iter()
                    .filter(|finding| finding.severity == severity);
                of.count()
            };
            (of(Severity::Error), of(Severity::Warning))
        })
    };
    let title = text(move || match counted() {
        (0, 0) => words.findings.to_owned(),
        (errors, warnings) => {
            let counts = count_words(words, errors, warnings);
            format!("{}: {counts}", words.findings)
        }
    });
    let nothing = text(move || match counted() {
        (0, 0) => words.no_findings.to_owned(),
        _ => String::new(),
    });
    // By the place of the rule: an item stays while its words change, so that the field in which the officer writes a
    // reason keeps the focus.
    let each = move || findings.get();
    let item = move |finding: Shown| one(desk, &finding, language);
    view! {
        <aside class="bm-findings" role="region" aria-labelledby="findings-title">
            <h2 id="findings-title">{title}</h2>
            <p>{nothing}</p>
            <ul class="bm-findings__list">
                <For each=each key=|finding| finding.place children=item/>
            </ul>
        </aside>
    }
    .into_any()
}

/// Goes to a finding and says it, with its place in the list.
pub fn go_to(page: Page, desk: Desk, from: Option<CellId>, forth: bool) {
    let language = page.language.get_untracked();
    let words = words(language);
    let said = match desk.turn_to_finding(from, forth) {
        Some((place, finding)) => {
            let count = desk.findings().with_untracked(Vec::len);
            let level = level_word(words, finding.severity);
            let message = finding.message.text(language);
            format!("{level} {place}/{count}: {message}")
        }
        None => words.no_findings.to_owned(),
    };
    dom::announce(&said);
}

/// What a finding says in the list, where it does not stand beside its rows.
fn placed_message(desk: Desk, finding: &Shown, language: Language) -> String {
    let message = finding.message.text(language);
    let first = finding.rows.split(' ').next().unwrap_or_default();
    desk.form(|form| match form.form.cell(first) {
        Some(cell) => placed(message, cell, &form.form, language),
        None => message.to_owned(),
    })
}

/// Something of a finding as it stands now; the default once it is gone.
fn of_now<T: Default>(desk: Desk, place: usize, pick: impl FnOnce(&Shown) -> T) -> T {
    desk.findings().with(|findings| {
        let found = findings.iter().find(|finding| finding.place == place);
        found.map(pick).unwrap_or_default()
    })
}

fn one(desk: Desk, finding: &Shown, language: Language) -> AnyView {
    let words = words(language);
    let cell = finding.cell;
    let place = finding.place;
    let level = level_word(words, finding.severity);
    let message = text(move || {
        of_now(desk, place, |finding| {
            placed_message(desk, finding, language)
        })
    });
    let message_id = format!("finding-{place}");
    let reason = match finding.severity {
        Severity::Error => ().into_any(),
        Severity::Warning => reason(desk, place, &message_id, words.reason_wanted),
        Severity::Info => reason(desk, place, &message_id, words.reason_may),
    };
    view! {
        <li
            class=class(finding.severity)
            data-rule=finding.rule.clone()
            data-level=finding.severity.word()
            data-rows=finding.rows.clone()
        >
            <a id=message_id href=desk.address_of(&finding.first_row) on:click=move |_| desk.go_to(cell)>
                <span class="bm-finding__level">{level} ": "</span>
                {message}
            </a>
            {reason}
        </li>
    }
    .into_any()
}

/// The field of a reason. It is never rewritten while the officer writes in it: Telex and VNI would break.
fn reason(desk: Desk, place: usize, message_id: &str, name: &'static str) -> AnyView {
    let written = StoredValue::new(None::<String>);
    let shown = move || {
        let kept = of_now(desk, place, |finding| finding.reason.clone()).unwrap_or_default();
        // What was written counts as long as it is what is kept; a reason that was taken back is not. Nothing but
        // spaces is kept as none.
        let is_kept = |text: &String| *text == kept || text.trim().is_empty() && kept.is_empty();
        written.get_value().filter(is_kept).unwrap_or(kept)
    };
    let write = move |event| {
        let text = event_target_value(&event);
        written.set_value(Some(text.clone()));
        desk.write_reason(place, &text);
    };
    let leave = move |_| {
        written.set_value(None);
        desk.rest();
    };
    view! {
        <label class="bm-finding__reason">
            {name}
            <textarea
                id=format!("reason-{place}")
                class="bm-finding__field"
                rows="2"
                autocomplete="off"
                data-reason
                aria-describedby=message_id.to_owned()
                prop:value=shown
                on:input=write
                on:blur=leave
            ></textarea>
        </label>
    }
    .into_any()
}

/// "3 lỗi, 1 cảnh báo", or that nothing contradicts.
pub fn count_words(words: &'static Words, errors: usize, warnings: usize) -> String {
    let count = |number: usize, one: &str, many: &str| {
        (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
    };
    let parts: Vec<String> = [
        count(errors, words.error_one, words.errors),
        count(warnings, words.warning_one, words.warnings),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        words.no_findings.to_owned()
    } else {
        parts.join(", ")
    }
}
