//! The consolidated report is made, and opened where every export is.

use super::hall::Hall;
use super::words::words;
use crate::app::import::OfPage;
use crate::app::pages;
use crate::app::parts::dynamic;
use crate::app::window::windows_of;
use crate::browser::clock;
use crate::period::Period;
use crate::report::{FormName, Report, ReportPeriod};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// The section that makes the report.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let counted = Memo::new(move |_| {
        let counted = hall.watch(|gathered| gathered.settled.counted().count());
        counted.unwrap_or_default()
    });
    let known = dynamic(move || {
        let into = hall.watch(|gathered| gathered.collection.into_agency().name.clone());
        let said = match counted.get() {
            0 => words.make_first.to_owned(),
            count => filled(
                words.make_what,
                &[&into.unwrap_or_default(), &count.to_string()],
            ),
        };
        view! { <p>{said}</p> }.into_any()
    });
    view! {
        <section class="bm-card" aria-labelledby="gather-make">
            <h2 id="gather-make">{words.make_title}</h2>
            {known}
            <p>
                <button
                    type="button"
                    class="bm-button bm-button--main"
                    data-action="consolidate-make"
                    disabled=move || counted.get() == 0
                    on:click=move |_| spawn_local(make(hall, language))
                >
                    {words.make}
                </button>
            </p>
            {super::tables::buttons(hall, language)}
        </section>
    }
    .into_any()
}

async fn make(hall: Hall, language: Language) {
    let page = hall.page;
    let now = clock::now_utc_iso();
    let begun = hall.look(|gathered| {
        let form = &gathered.form().form;
        let period = gathered.collection.period().to_owned();
        let name = FormName {
            id: form.id.clone(),
            version: form.version,
        };
        let period = ReportPeriod {
            id: period,
            ..ReportPeriod::default()
        };
        Report::begin(
            name,
            gathered.collection.into_agency().clone(),
            period,
            &now,
        )
    });
    let Some(mut begun) = begun else { return };
    let windows = windows_of(page, &begun.form.id, &begun.agency.code).await;
    let window = Period::parse(&begun.period.id).and_then(|period| windows.of(period));
    if let Some(window) = window {
        begun.period.set_days(window.days());
    }
    let Some(form) = hall.look(|gathered| gathered.form().clone()) else {
        return;
    };
    let made = OfPage {
        name: words(language).made.to_owned(),
        form,
        begun,
        make: Box::new(move |base| {
            let made = hall.counted(|gathered| gathered.report(base.clone(), &now));
            made.unwrap_or(base)
        }),
    };
    // The door may be asked for more than once; the report is made once.
    let made = Rc::new(RefCell::new(Some(made)));
    pages::PIECE.act(page, move |door| {
        if let Some(made) = made.borrow_mut().take() {
            (door.offer)(page, made);
        }
    });
}
