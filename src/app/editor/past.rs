//! Figures of earlier reports beside those of this one: the last report, and the same period of last year.

use crate::app::desk::Desk;
use crate::app::parts::{dynamic, text, word};
use crate::app::words::{Words, words};
use crate::form::{CellId, Kind, Row};
use crate::number::write;
use crate::period::write_day;
use crate::report::history::{Against, NoPercent, movement};
use crate::report::{Entry, PastFigure, PastReport, PastValue, Session};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The button that shows and hides the columns.
pub fn switch(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let compared = desk.is_compared();
    view! {
        <button
            type="button"
            class="bm-button bm-button--switch"
            data-action="compare"
            aria-pressed=word(move || Some(if compared.get() { "true" } else { "false" }))
            on:click=move |_| desk.toggle_compared()
        >
            <span aria-hidden="true">{text(move || String::from(if compared.get() { "✓ " } else { "" }))}</span>
            {words.compare}
        </button>
    }
    .into_any()
}

/// The columns: the earlier reports that are there. Where the last one is that of last year it is shown once.
fn columns(session: &Session) -> Vec<(Against, &PastReport)> {
    let Some(period) = session.period() else {
        return Vec::new();
    };
    let history = session.history();
    let last = history.against(period, Against::Last);
    let year = history.against(period, Against::YearBefore);
    let year = year.filter(|year| last.is_none_or(|last| last.period != year.period));
    let last = last.map(|last| (Against::Last, last));
    let year = year.map(|year| (Against::YearBefore, year));
    last.into_iter().chain(year).collect()
}

fn name_of(which: Against, words: &'static Words) -> &'static str {
    match which {
        Against::Last => words.past_last,
        Against::YearBefore => words.past_year,
    }
}

fn word_of(which: Against) -> &'static str {
    match which {
        Against::Last => "last",
        Against::YearBefore => "year",
    }
}

/// What the columns hold, above the table: periods, windows, what is not there.
pub fn legend(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    dynamic(move || {
        if !desk.is_past_known().get() {
            return view! { <p class="bm-past__legend">{words.past_reading}</p> }.into_any();
        }
        let told = desk.session(|session| told(session, language));
        let lines: Vec<AnyView> = told
            .unwrap_or_default()
            .into_iter()
            .map(|line| view! { <p class="bm-past__legend">{line}</p> }.into_any())
            .collect();
        lines.into_any()
    })
}

fn told(session: &Session, language: Language) -> Vec<String> {
    let words = words(language);
    let columns = columns(session);
    if columns.is_empty() {
        return vec![words.past_none.to_owned()];
    }
    let mut lines: Vec<String> = columns
        .iter()
        .map(|(which, report)| {
            let mut line = format!(
                "{}: {}",
                name_of(*which, words),
                report.period.name().text(language)
            );
            if let Some((from, to)) = report.window {
                let days = to.to_julian_day() - from.to_julian_day() + 1;
                let (from, to) = (write_day(from), write_day(to));
                line.push_str(&format!(" ({from} – {to}, {days} {})", words.past_days));
            }
            line.push('.');
            if let Some(remark) = &report.remark {
                line.push(' ');
                line.push_str(remark.text(language));
            }
            line
        })
        .collect();
    let year_before = |report: &PastReport| {
        session.period().is_some_and(|period| {
            report.period.kind == period.kind && report.period.year + 1 == period.year
        })
    };
    if !columns.iter().any(|(_, report)| year_before(report)) {
        lines.push(format!("{}: {}.", words.past_year, words.past_no_year));
    }
    lines
}

/// The heads of the columns.
pub fn heads(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    dynamic(move || {
        desk.is_past_known().track();
        let heads = desk.session(|session| {
            columns(session)
                .into_iter()
                .map(|(which, report)| {
                    let period = report.period.name().text(language).to_owned();
                    view! {
                        <th scope="col" class="bm-sheet__past">
                            {name_of(which, words)}
                            <span class="bm-past__period">{period}</span>
                        </th>
                    }
                    .into_any()
                })
                .collect::<Vec<AnyView>>()
        });
        heads.unwrap_or_default().into_any()
    })
}

/// What one cell of the past shows.
struct Told {
    which: Against,
    period: String,
    figure: String,
    is_number: bool,
    movement: Option<String>,
    remark: Option<String>,
}

/// The cells of a row.
pub fn cells(desk: Desk, cell: CellId, row: &Row, language: Language) -> AnyView {
    let (view, figure) = (desk.cell(cell), desk.figure(cell));
    let row = row.clone();
    dynamic(move || {
        // Reading the signals makes the movement follow the figure.
        desk.is_past_known().track();
        view.track();
        figure.track();
        let cells = desk
            .session(|session| told_of(session, cell, &row, language))
            .unwrap_or_default();
        let cells: Vec<AnyView> = cells.into_iter().map(|told| shown(told, &row.id)).collect();
        cells.into_any()
    })
}

fn shown(told: Told, row: &str) -> AnyView {
    let line = |class: &'static str, text: Option<String>| {
        text.map(|text| view! { <span class=class>{text}</span> }.into_any())
    };
    let class = if told.is_number {
        "bm-past__figure"
    } else {
        "bm-past__figure bm-past__figure--none"
    };
    view! {
        <td class="bm-past" data-past=word_of(told.which) data-for=row.to_owned()>
            <span class="bm-past__where">{told.period}</span>
            <span class=class>{told.figure}</span>
            {line("bm-past__movement", told.movement)}
            {line("bm-past__remark", told.remark)}
        </td>
    }
    .into_any()
}

fn told_of(session: &Session, cell: CellId, row: &Row, language: Language) -> Vec<Told> {
    columns(session)
        .into_iter()
        .map(|(which, report)| {
            let figure = report.figures.get(&row.id);
            let is_heading = row.kind == Kind::Heading;
            let remark = figure.and_then(|figure| figure.remark.as_ref());
            Told {
                which,
                period: report.period.name().text(language).to_owned(),
                figure: match figure {
                    _ if is_heading => String::new(),
                    Some(figure) => figure_text(figure, row, language),
                    None => words(language).no_counterpart.to_owned(),
                },
                is_number: figure.is_some_and(|figure| figure.number().is_some()),
                movement: figure.and_then(|figure| moved(session, cell, row, figure, language)),
                remark: remark.map(|remark| remark.text(language).to_owned()),
            }
        })
        .collect()
}

fn figure_text(figure: &PastFigure, row: &Row, language: Language) -> String {
    let words = words(language);
    match &figure.value {
        PastValue::Entered(Entry::Number(number)) | PastValue::Computed(Ok(number)) => {
            write(*number)
        }
        PastValue::Computed(Err(reason)) => super::rows::no_figure(*reason, language),
        PastValue::Entered(Entry::Blank) => words.blank.to_owned(),
        PastValue::Entered(Entry::NotApplicable) => words.not_applicable.to_owned(),
        PastValue::Entered(Entry::Choice(code)) => {
            let option = row.options.iter().find(|option| option.code == *code);
            option.map_or_else(
                || code.clone(),
                |option| format!("{} = {code}", option.label.text(language)),
            )
        }
        PastValue::Entered(Entry::Text(text)) => text.clone(),
        PastValue::Entered(Entry::Unreadable(text)) => format!("“{text}”"),
        PastValue::NoCounterpart => words.no_counterpart.to_owned(),
    }
}

/// How the figure moved, in words: exact, with a percent where the earlier figure allows one.
fn moved(
    session: &Session,
    cell: CellId,
    row: &Row,
    then: &PastFigure,
    language: Language,
) -> Option<String> {
    let words = words(language);
    if row.kind == Kind::Choice {
        return match (session.entry(cell), &then.value) {
            (Entry::Choice(now), PastValue::Entered(Entry::Choice(then))) if now == then => {
                Some(words.stays.to_owned())
            }
            (Entry::Choice(_), PastValue::Entered(Entry::Choice(_))) => {
                Some(words.differs.to_owned())
            }
            _ => None,
        };
    }
    let now = session.figure(cell).filter(|_| row.kind.is_number())?;
    let moved = movement(now, then.number()?)?;
    if moved.difference.is_zero() {
        return Some(words.stays.to_owned());
    }
    let way = if moved.difference.is_negative() {
        words.falls
    } else {
        words.rises
    };
    let points = if row.kind == Kind::Ratio {
        format!(" {}", words.points)
    } else {
        String::new()
    };
    let percent = match moved.percent {
        Ok(percent) => format!("{}%", write(percent.abs())),
        Err(NoPercent::BaseZero) => words.base_zero.to_owned(),
        Err(NoPercent::BaseNegative) => words.base_negative.to_owned(),
        Err(NoPercent::TooLong) => String::from("…"),
    };
    let difference = write(moved.difference.abs());
    Some(filled(
        "{} {}{} ({})",
        &[way, &difference, &points, &percent],
    ))
}
