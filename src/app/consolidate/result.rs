//! The totals in the printed table, sheet by sheet, each with what it is made of one click away.

use super::hall::{Gathered, Hall, Part, Shown};
use super::said;
use super::words::words;
use crate::app::parts::{dynamic, word};
use crate::app::words::words as page_words;
use crate::consolidate::{Total, note_of};
use crate::form::{CellId, Kind, Row, Sheet};
use crate::number::write;
use crate::report::Explained;
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The section of the totals.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let hall = hall.part(Part::Result);
    let sheets = hall.look(|gathered| {
        let sheets = gathered.form().form.sheets.iter().enumerate();
        let printed = sheets.filter(|(_, sheet)| !sheet.helper);
        printed
            .map(|(number, sheet)| tab(hall, number, sheet, language))
            .collect::<Vec<AnyView>>()
    });
    view! {
        <section class="bm-card" aria-labelledby="gather-result">
            <h2 id="gather-result" tabindex="-1">{words.result}</h2>
            <nav aria-label=page_words(language).sheets><ul class="bm-tabs">{sheets}</ul></nav>
            {dynamic(move || sheet(hall, hall.sheet.get(), language))}
        </section>
    }
    .into_any()
}

fn tab(hall: Hall, number: usize, sheet: &Sheet, language: Language) -> AnyView {
    let appendix = sheet.appendix.text(language).to_owned();
    let name = sheet.name.text(language).to_owned();
    let title = sheet.title.text(language).to_owned();
    let current = word(move || (hall.sheet.get() == number).then_some("true"));
    view! {
        <li>
            <button
                type="button"
                class="bm-tabs__tab bm-gather__tab"
                data-sheet=sheet.id.clone()
                aria-current=current
                on:click=move |_| hall.sheet.set(number)
            >
                {appendix} " "
                <span class="bm-tabs__name">{name}</span>
                <span class="bm-tabs__title">{title}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The table of a sheet.
fn sheet(hall: Hall, number: usize, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let made = hall.watch(|gathered| {
        let form = &gathered.form().form;
        let sheet = form.sheets.get(number)?;
        let title = [sheet.name.text(language), " – ", sheet.title.text(language)].concat();
        let lines = sheet.cells().filter_map(|cell| {
            let row = form.row(cell)?;
            Some(line(hall, gathered, cell, row, language))
        });
        Some((title, lines.collect::<Vec<AnyView>>()))
    });
    let Some((title, lines)) = made.flatten() else {
        return ().into_any();
    };
    let title = title.trim_start_matches(" – ").to_owned();
    view! {
        <h3 id="gather-sheet" class="bm-gather__sheet">{title}</h3>
        <div class="bm-scroll" tabindex="0" role="region" aria-labelledby="gather-sheet">
            <table class="bm-table bm-gather__totals" aria-labelledby="gather-sheet">
                <thead>
                    <tr>
                        <th scope="col">{of_page.code}</th>
                        <th scope="col">{of_page.indicator}</th>
                        <th scope="col">{of_page.measure}</th>
                        <th scope="col" class="bm-gather__figure">{words.total}</th>
                        <th scope="col">{words.made_of}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(hall: Hall, gathered: &Gathered, cell: CellId, row: &Row, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let code = row.printed_code(language).to_owned();
    let label = row.label.text(language).to_owned();
    let name_class = match row.depth {
        0 => "bm-line__name",
        1 => "bm-line__name bm-line__name--1",
        2 => "bm-line__name bm-line__name--2",
        _ => "bm-line__name bm-line__name--3",
    };
    if row.kind == Kind::Heading {
        return view! {
            <tr class="bm-line--heading">
                <td>{code}</td>
                <th scope="rowgroup" colspan="4" class=name_class><span class="bm-line__label">{label}</span></th>
            </tr>
        }
        .into_any();
    }
    let Some(total) = gathered.totals.of(cell) else {
        return ().into_any();
    };
    let address = gathered.form().form.address(cell).text(language).to_owned();
    let trace_label = [words.trace, ": ", &address, " ", &label].concat();
    view! {
        <tr>
            <td>{code}</td>
            <th scope="row" class=name_class><span class="bm-line__label">{label}</span></th>
            <td data-head=of_page.measure>{row.measure.text(language).to_owned()}</td>
            <td data-head=words.total class="bm-gather__figure">{figure(hall, gathered, cell, row, total, language)}</td>
            <td data-head=words.made_of>
                {made_of(total, row, language)}
                {far(gathered, cell, language)}
                <button
                    type="button"
                    class="bm-link"
                    data-trace=row.id.clone()
                    aria-label=trace_label
                    on:click=move |_| hall.show(Shown::Row(cell))
                >
                    {words.trace}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

/// How many units had what; of what is computed nothing, for nobody enters it.
fn made_of(total: &Total, row: &Row, language: Language) -> AnyView {
    if !row.is_entry() {
        return ().into_any();
    }
    let said = said::spread(&total.spread, language);
    view! { <span class="bm-gather__spread">{said}</span> " " }.into_any()
}

/// How many units are far from the others.
fn far(gathered: &Gathered, cell: CellId, language: Language) -> AnyView {
    let count = gathered.extremes(cell).len();
    if count == 0 {
        return ().into_any();
    }
    let said = filled(words(language).far_count, &[&count.to_string()]);
    view! { <span class="bm-tag bm-tag--warning" data-far=count>{said}</span> " " }.into_any()
}

/// The total, whence it is, and how it was computed.
pub fn figure(
    hall: Hall,
    gathered: &Gathered,
    cell: CellId,
    row: &Row,
    total: &Total,
    language: Language,
) -> AnyView {
    let (said, state) = said::total(total, row, language);
    let address = gathered.form().form.address(cell);
    let name = [address.text(language), ": ", row.label.text(language)].concat();
    let whence = said::whence(&gathered.collection, total, language);
    let whence = whence.map(|said| view! { <span class="bm-line__hint">{said}</span> });
    // Where options are counted, the own answer stands above the counts; without one, the counts are the total.
    let counts = total.figure.ok().and_then(|_| note_of(row, &total.spread));
    let counts = counts.map(|note| {
        let said = note.text(language).to_owned();
        view! { <span class="bm-line__hint" data-counts=row.id.clone()>{said}</span> }
    });
    let how = row
        .formula
        .is_some()
        .then(|| explain(hall, cell, row, language));
    view! {
        <output class="bm-derived" data-row=row.id.clone() data-state=state aria-label=name aria-live="off">{said}</output>
        {whence}
        {counts}
        {how}
    }
    .into_any()
}

/// How a total was computed of other totals.
fn explain(hall: Hall, cell: CellId, row: &Row, language: Language) -> AnyView {
    let open = RwSignal::new(false);
    let measure = row.measure.text(language).to_owned();
    let how = dynamic(move || {
        if !open.get() {
            return ().into_any();
        }
        let pieces = hall.watch(|gathered| pieces(hall, gathered, cell, language));
        let result = hall.look(|gathered| gathered.totals.of(cell).and_then(Total::number));
        let result = result.flatten().map_or_else(String::new, |number| {
            format!(" = {} {measure}", write(number))
        });
        view! { <p>{pieces} {result}</p> }.into_any()
    });
    view! {
        <details class="bm-explain" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary data-action="explain" data-explain=row.id.clone()>{page_words(language).how}</summary>
            {how}
        </details>
    }
    .into_any()
}

fn pieces(hall: Hall, gathered: &Gathered, cell: CellId, language: Language) -> Vec<AnyView> {
    let form = &gathered.form().form;
    let pieces = gathered.session().explain(cell).into_iter();
    let piece = pieces.map(|piece| match piece {
        Explained::Figure {
            cell: operand,
            figure,
        } => {
            let row = form.row(operand);
            let code = row.map_or("", Row::plain_code);
            let label = row.map_or("", |row| row.label.text(language));
            let shown = figure.map_or_else(|| ["[", code, "]"].concat(), write);
            let name = format!("{shown} ({} {code}: {label})", page_words(language).row);
            view! {
                <button type="button" class="bm-link" aria-label=name on:click=move |_| hall.show(Shown::Row(operand))>
                    {shown}
                </button>
            }
            .into_any()
        }
        Explained::Number(number) => write(number).into_any(),
        Explained::Sign(sign) => format!(" {sign} ").into_any(),
    });
    piece.collect()
}
