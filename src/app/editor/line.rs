//! One row of the sheet, as it is printed: TT, chỉ tiêu, đơn vị tính, số liệu, ghi chú.

use super::figure::{derived, entry};
use super::helper::fed;
use super::side::part;
use crate::app::desk::Desk;
use crate::app::parts::word;
use crate::app::plan::offers;
use crate::app::words::first;
use crate::form::{CellId, Kind, Row};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The `<tr>` of a row; `compared` with the figures of earlier reports.
pub fn line(desk: Desk, cell: CellId, row: &Row, language: Language, compared: bool) -> AnyView {
    let words = first(language);
    let is_heading = row.kind == Kind::Heading;
    let ours = row.is_for(desk.level());
    let class = match (is_heading, ours) {
        (true, _) => "bm-line bm-line--heading",
        (false, true) => "bm-line",
        (false, false) => "bm-line bm-line--elsewhere",
    };
    let name_class = match row.depth {
        0 => "bm-line__name",
        1 => "bm-line__name bm-line__name--1",
        2 => "bm-line__name bm-line__name--2",
        _ => "bm-line__name bm-line__name--3",
    };
    let typed_ratio = row.kind == Kind::Ratio && row.formula.is_none();
    let hints: Vec<String> = [
        row.remark
            .as_ref()
            .map(|remark| remark.text(language).to_owned()),
        typed_ratio.then(|| words.typed_ratio.to_owned()),
        match &row.lead {
            Some(lead) if !ours => Some(format!("{} {}.", words.lead_fills, lead.text(language))),
            _ if !ours && !is_heading => Some(words.not_for_level.to_owned()),
            _ => None,
        },
    ]
    .into_iter()
    .flatten()
    .collect();
    let label = row.label.text(language).to_owned();
    let code = row.printed_code(language).to_owned();
    let measure = row.measure.text(language).to_owned();
    let figure = match (is_heading, row.formula.is_some()) {
        (true, _) => ().into_any(),
        (false, true) => derived(desk, cell, row, language),
        (false, false) if row.fed_by.is_some() => fed(desk, cell, row, language),
        (false, false) => entry(desk, cell, row, language),
    };
    // Provinces differ in what they divide by, so it stands beside the share, on paper too.
    let denominator = row.denominator.as_ref().map(|denominator| {
        let said = filled(words.denominator, &[denominator.text(language)]);
        view! { <span class="bm-line__denominator">{said}</span> }
    });
    let offered = row.offer.map(|asked| offers(desk, cell, asked, language));
    let earlier = compared.then(|| {
        let row = row.clone();
        part(desk, move |door| {
            (door.past_cells)(desk, cell, &row, language)
        })
    });
    let address = desk.form(|form| form.form.address(cell));
    let note_label = format!("{}, {}: {label}", words.note, address.text(language));
    let note = desk.note(cell);
    let row_id = row.id.clone();
    // The field grows with the note, so that nothing of it is cut off, on paper either.
    let lines = word(move || Some(note.with(|note| lines_of(note))));
    view! {
        <tr class=class>
            <td class="bm-line__code">{code}</td>
            <th scope="row" class=name_class>
                <span class="bm-line__label">{label}</span>
                {hints
                    .into_iter()
                    .map(|hint| view! { <span class="bm-line__hint">{hint}</span> })
                    .collect_view()}
                {denominator}
                {part(desk, move |door| (door.beside)(desk, cell, language))}
            </th>
            <td class="bm-line__measure">{measure}</td>
            <td class="bm-line__figure">{figure} {offered}</td>
            {earlier}
            <td class="bm-line__remark">
                <textarea
                    class="bm-line__note"
                    rows=lines
                    autocomplete="off"
                    placeholder=words.note
                    data-note=row_id
                    aria-label=note_label
                    prop:value=move || note.get()
                    on:input=move |event| desk.write_note(cell, &event_target_value(&event))
                ></textarea>
            </td>
        </tr>
    }
    .into_any()
}

/// How many lines of the narrow column a note takes, 1 to 9.
fn lines_of(note: &str) -> &'static str {
    const SIGNS_IN_A_LINE: usize = 15;
    let lines: usize = note
        .split('\n')
        .map(|line| line.chars().count() / SIGNS_IN_A_LINE + 1)
        .sum();
    ["1", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
        .get(lines)
        .copied()
        .unwrap_or("9")
}
