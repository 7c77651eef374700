//! Units by rows of the sheet that is shown: sortable by every column, figures far from the others marked.

use super::hall::{Gathered, Hall, Part, Shown};
use super::more::Shown as Most;
use super::said;
use super::words::words;
use crate::app::parts::dynamic;
use crate::consolidate::{
    Column, Direction, Filled, Line, Matrix, MatrixCell, Side, SortBy, rule_of_extremes,
};
use crate::form::Row;
use crate::words::{Language, filled};
use leptos::prelude::*;
use std::sync::Arc;

/// The section, folded away: it is made when it is first opened.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let hall = hall.part(Part::Matrix);
    let open = RwSignal::new(false);
    view! {
        <details class="bm-card" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary data-action="matrix"><h2 class="bm-gather__folded" id="gather-matrix">{words.matrix}</h2></summary>
            {dynamic(move || if open.get() { matrix(hall, language) } else { ().into_any() })}
        </details>
    }
    .into_any()
}

fn matrix(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let sheet = hall.sheet.get();
    let made = hall.watch(|gathered| {
        let (settled, totals) = (&gathered.settled, &gathered.totals);
        let matrix = Matrix::of(&gathered.collection, settled, totals, sheet);
        let found = gathered.form().form.sheets.get(sheet);
        let title = found.map(|sheet| sheet.name.text(language).to_owned());
        (matrix, title.unwrap_or_default())
    });
    let (matrix, title) = made.unwrap_or_default();
    if matrix.lines.is_empty() {
        return view! { <p>{words.units_none}</p> }.into_any();
    }
    let matrix = Arc::new(matrix);
    let order = RwSignal::new((SortBy::Code, Direction::Rising));
    let most = Most::first();
    let head = {
        let columns = matrix.columns.iter().enumerate();
        let heads =
            columns.map(|(place, column)| column_head(hall, place, column, order, language));
        let heads: Vec<AnyView> = heads.collect();
        let unit = sorter(order, SortBy::Name, words.unit.to_owned(), None);
        let part = sorter(order, SortBy::Filled, words.completeness.to_owned(), None);
        view! { <thead><tr>{unit} {part} {heads}</tr></thead> }
    };
    let foot = {
        let parts = matrix.columns.iter().map(|column| {
            let said = part(column.filled);
            view! { <td class="bm-gather__number">{said}</td> }.into_any()
        });
        let parts: Vec<AnyView> = parts.collect();
        view! { <tfoot><tr><th scope="row">{words.completeness}</th><td></td>{parts}</tr></tfoot> }
    };
    let count = matrix.lines.len();
    let of_lines = matrix.clone();
    let lines = dynamic(move || {
        let (by, direction) = order.get();
        let most = most.get();
        let lines = hall.look(|gathered| {
            let sorted = Matrix::sorted(&of_lines, &gathered.collection, by, direction);
            let places = sorted.into_iter().take(most);
            let lines = places.filter_map(|place| of_lines.lines.get(place));
            lines
                .filter_map(|line| one_line(hall, gathered, &of_lines, line, language))
                .collect::<Vec<AnyView>>()
        });
        view! { <tbody>{lines}</tbody> }.into_any()
    });
    let more = dynamic(move || most.button(count, "matrix-more", language));
    view! {
        <p>{filled(words.matrix_what, &[&title])}</p>
        <div class="bm-scroll bm-gather__matrix" tabindex="0" role="region" aria-labelledby="gather-matrix">
            <table aria-labelledby="gather-matrix">{head} {lines} {foot}</table>
        </div>
        {more}
        <details>
            <summary>{words.extremes_how}</summary>
            <p>{rule_of_extremes().text(language).to_owned()}</p>
        </details>
    }
    .into_any()
}

/// “72/75”.
fn part(filled: Filled) -> String {
    [filled.filled.to_string(), filled.asked.to_string()].join("/")
}

fn column_head(
    hall: Hall,
    place: usize,
    column: &Column,
    order: RwSignal<(SortBy, Direction)>,
    language: Language,
) -> AnyView {
    let known = hall.look(|gathered| {
        let row = gathered.form().form.row(column.cell)?;
        Some((
            row.printed_code(language).to_owned(),
            row.label.text(language).to_owned(),
        ))
    });
    let (code, label) = known.flatten().unwrap_or_default();
    sorter(order, SortBy::Column(place), code, Some(label))
}

/// The head of a column, which puts the lines in its order.
fn sorter(
    order: RwSignal<(SortBy, Direction)>,
    by: SortBy,
    name: String,
    label: Option<String>,
) -> AnyView {
    let sorted = move || {
        let (now, direction) = order.get();
        (now == by).then_some(match direction {
            Direction::Rising => "ascending",
            Direction::Falling => "descending",
        })
    };
    let turn = move |_| {
        order.update(|(now, direction)| {
            // Figures begin with the largest, names with the first.
            let first = match by {
                SortBy::Column(_) => Direction::Falling,
                SortBy::Code | SortBy::Name | SortBy::Filled => Direction::Rising,
            };
            *direction = match (*now == by, *direction) {
                (false, _) => first,
                (true, Direction::Rising) => Direction::Falling,
                (true, Direction::Falling) => Direction::Rising,
            };
            *now = by;
        });
    };
    let mark = move || match sorted() {
        Some("descending") => "▼",
        Some(_) => "▲",
        None => "",
    };
    let full = label.as_ref().map(|label| [&name, ": ", label].concat());
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" class="bm-link" title=label aria-label=full on:click=turn>
                {name} " " <span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
    .into_any()
}

fn one_line(
    hall: Hall,
    gathered: &Gathered,
    matrix: &Matrix,
    line: &Line,
    language: Language,
) -> Option<AnyView> {
    let one = gathered.at(line.at)?;
    let at = line.at;
    let name = one.agency.name.clone();
    let form = &gathered.form().form;
    let cells = line.cells.iter().zip(&matrix.columns);
    let cells: Vec<AnyView> = cells
        .filter_map(|(cell, column)| Some(one_cell(cell, form.row(column.cell)?, language)))
        .collect();
    Some(
        view! {
            <tr data-matrix=one.agency.code.clone()>
                <th scope="row">
                    <button type="button" class="bm-link" lang="vi" on:click=move |_| hall.show(Shown::Unit(at))>{name}</button>
                </th>
                <td class="bm-gather__number">{part(line.filled)}</td>
                {cells}
            </tr>
        }
        .into_any(),
    )
}

fn one_cell(cell: &MatrixCell, row: &Row, language: Language) -> AnyView {
    let said = said::short(cell.figure, cell.is_asked, row, language);
    let class = match cell.extreme {
        Some(_) => "bm-gather__number bm-gather__extreme",
        None => "bm-gather__number",
    };
    view! { <td class=class>{said} {extreme(cell.extreme, language)}</td> }.into_any()
}

/// The mark of a figure that is far from the others.
pub fn extreme(side: Option<Side>, language: Language) -> AnyView {
    let words = words(language);
    let (sign, said) = match side {
        None => return ().into_any(),
        Some(Side::High) => ("↑", words.far_above),
        Some(Side::Low) => ("↓", words.far_below),
    };
    view! {
        <span class="bm-gather__far" title=said>
            <span aria-hidden="true">{sign}</span>
            <span class="bm-out-of-sight">{said}</span>
        </span>
    }
    .into_any()
}
