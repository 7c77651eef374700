//! Findings, with the same words beside the row and in the list.

use crate::app::desk::{Desk, Shown};
use crate::app::parts::{dynamic, text};
use crate::app::words::{Words, words};
use crate::form::CellId;
use crate::report::Severity;
use crate::words::Language;
use leptos::prelude::*;

fn level_word(words: &'static Words, severity: Severity) -> &'static str {
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

/// The findings of one row, below its label.
pub fn beside(desk: Desk, cell: CellId, language: Language) -> AnyView {
    let words = words(language);
    let view = desk.cell(cell);
    dynamic(move || {
        view.with(|view| {
            view.findings
                .iter()
                .map(|finding| {
                    let level = level_word(words, finding.severity);
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
                        </span>
                    }
                    .into_any()
                })
                .collect::<Vec<AnyView>>()
                .into_any()
        })
    })
}

/// All findings of the report in one list; a click goes to the figure.
pub fn list(desk: Desk, language: Language) -> impl IntoView {
    let words = words(language);
    let findings = desk.findings();
    let counts = text(move || {
        findings.with(|findings| {
            let of = |severity| {
                findings
                    .iter()
                    .filter(|finding| finding.severity == severity)
                    .count()
            };
            count_words(words, of(Severity::Error), of(Severity::Warning))
        })
    });
    let items = dynamic(move || {
        findings.with(|findings| {
            let items: Vec<AnyView> = findings
                .iter()
                .map(|finding| one(desk, finding, language))
                .collect();
            items.into_any()
        })
    });
    view! {
        <aside class="bm-findings" aria-labelledby="findings-title">
            <h2 id="findings-title">{words.findings}</h2>
            <p>{counts}</p>
            <ul class="bm-findings__list">
                {items}
            </ul>
        </aside>
    }
}

fn one(desk: Desk, finding: &Shown, language: Language) -> AnyView {
    let words = words(language);
    let cell = finding.cell;
    let level = level_word(words, finding.severity);
    let reason = finding
        .reason
        .clone()
        .map(|reason| view! { <p>{words.reason_given} " " {reason}</p> });
    view! {
        <li
            class=class(finding.severity)
            data-rule=finding.rule.clone()
            data-level=finding.severity.word()
            data-rows=finding.rows.clone()
        >
            <a href=desk.address_of(&finding.first_row) on:click=move |_| desk.go_to(cell)>
                <span class="bm-finding__level">{level} ": "</span>
                {finding.message.text(language).to_owned()}
            </a>
            {reason}
        </li>
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
