//! One sheet as the printed table. A sheet is built when it is first opened and only hidden afterwards, so that
//! the page opens fast and layout stays small.

use super::rows::{self, Drawing};
use super::side::part;
use crate::app::desk::Desk;
use crate::app::parts::dynamic;
use crate::app::words::first;
use crate::words::Language;
use leptos::prelude::*;

/// Every sheet of the report; the open one is shown.
pub fn sheets(desk: Desk, language: Language) -> impl IntoView {
    let sheets = desk.form(|form| form.form.sheets.len());
    (0..sheets)
        .map(|number| {
            let built = Memo::new(move |before: Option<&bool>| {
                before.copied().unwrap_or(false) || desk.sheet.get() == number
            });
            view! {
                <div class="bm-sheets__one" hidden=move || desk.sheet.get() != number>
                    {dynamic(move || {
                        if built.get() {
                            sheet(desk, number, language, desk.is_compared().get())
                        } else {
                            ().into_any()
                        }
                    })}
                </div>
            }
        })
        .collect_view()
}

/// The sheet; `compared` with the figures of earlier reports beside its own.
fn sheet(desk: Desk, number: usize, language: Language, compared: bool) -> AnyView {
    let words = first(language);
    let Some(sheet) = desk.form(|form| form.form.sheets.get(number).cloned()) else {
        return ().into_any();
    };
    let heading = format!(
        "{} – {}",
        sheet.name.text(language),
        sheet.title.text(language)
    );
    let heading = heading.trim_start_matches(" – ").to_owned();
    let drawing = Drawing {
        desk,
        sheet: number,
        language,
        compared,
    };
    let title_id = format!("title-{}", sheet.id);
    let (of_section, of_table) = (title_id.clone(), title_id.clone());
    let class = if compared {
        "bm-sheet__table bm-sheet__table--compared"
    } else {
        "bm-sheet__table"
    };
    let rows = rows::draw;
    view! {
        <section class="bm-sheet" id=sheet.id.clone() aria-labelledby=of_section>
            <div class="bm-sheet__head">
                <div>
                    <p class="bm-sheet__appendix">{sheet.appendix.text(language).to_owned()}</p>
                    <h2 class="bm-sheet__title" id=title_id>{heading}</h2>
                </div>
                <div class="bm-row bm-sheet__tools">
                    {part(desk, move |door| (door.tools)(desk, number, language))}
                </div>
            </div>
            {sheet.helper.then(|| view! { <p class="bm-note">{words.helper_what}</p> })}
            {part(desk, move |door| (door.carried)(desk, number, language))}
            {compared.then(|| part(desk, move |door| (door.past_legend)(desk, language)))}
            <table class=class aria-labelledby=of_table>
                <thead>
                    <tr>
                        <th scope="col" class="bm-sheet__code">{words.code}</th>
                        <th scope="col">{words.indicator}</th>
                        <th scope="col" class="bm-sheet__measure">{words.measure}</th>
                        <th scope="col" class="bm-sheet__figure">{words.figure}</th>
                        {compared.then(|| part(desk, move |door| (door.past_heads)(desk, language)))}
                        <th scope="col" class="bm-sheet__note">{words.note}</th>
                    </tr>
                </thead>
                <tbody
                    use:rows=drawing
                    on:input=move |event| rows::typed(desk, &event)
                    on:change=move |event| rows::chosen(desk, &event)
                    on:click=move |event| rows::pressed(desk, &event)
                    on:submit=|event| event.prevent_default()
                    // It does not rise through the page.
                    on:toggle:capture=move |event| rows::toggled(desk, &event)
                ></tbody>
            </table>
            <p class="bm-sheet__foot">
                <button
                    type="button"
                    class="bm-link"
                    data-action="clear-sheet"
                    on:click=move |_| desk.clear_sheet(number, language)
                >
                    {words.clear}
                </button>
            </p>
        </section>
    }
    .into_any()
}
