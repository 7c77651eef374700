//! The ids of a DHIS2 platform that has its own: a file that is chosen once for a form set, kept on this machine, and
//! heeded by every export to DHIS2.

use super::words::words;
use crate::app::page::Page;
use crate::app::parts::{self, JSON, dynamic, file_picker};
use crate::browser::{clock, files};
use crate::format::{Complaint, MAX_BYTES, read_dhis2_mapping};
use crate::store::{Envelope, Shelf};
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// What the keys of mapping files begin with on the shelf; the id of the form set follows.
const KEPT: &str = "dhis2/";

/// What is known of the mapping file of a form set.
#[derive(Clone)]
enum State {
    /// There is none: rows and agencies have the ids that the form set gives.
    None,
    /// There is one, for so many rows and agencies.
    Kept { rows: usize, agencies: usize },
    /// A file was refused; what was there before still is.
    Refused(String, Vec<Complaint>),
}

/// The mapping file of a form set, as its document; none where there is none.
pub async fn of(page: Page, form: &str) -> Option<String> {
    let kept = page.shelf().get(&key(form)).await.ok().flatten()?;
    Envelope::open(&kept).ok().map(|envelope| envelope.body)
}

fn key(form: &str) -> String {
    format!("{KEPT}{form}")
}

/// The mapping file of a form set: whether there is one, a way to choose one, and to go without.
pub fn section(page: Page, form: &str, language: Language) -> AnyView {
    let words = words(language);
    let state = RwSignal::new(State::None);
    let of_look = form.to_owned();
    spawn_local(async move {
        look(page, &of_look, state).await;
    });
    let of_take = form.to_owned();
    let take = move |file: File| {
        let form = of_take.clone();
        spawn_local(async move {
            if let Err(complaints) = keep(page, &form, &file).await {
                state.try_set(State::Refused(file.name(), complaints));
            } else {
                look(page, &form, state).await;
            }
        });
    };
    let of_drop = StoredValue::new(form.to_owned());
    let without = move |_| {
        spawn_local(async move {
            let form = of_drop.get_value();
            // Where it cannot be taken away it is still heeded, and the page goes on saying so.
            let _ = page.shelf().remove(&key(&form)).await;
            look(page, &form, state).await;
        });
    };
    view! {
        <details class="bm-out__mapping">
            <summary>{words.mapping}</summary>
            <p>{words.mapping_what}</p>
            {dynamic(move || match state.get() {
                State::None => view! { <p data-mapping="none">{words.mapping_none}</p> }.into_any(),
                State::Kept { rows, agencies } => {
                    let said = filled(words.mapping_kept, &[&rows.to_string(), &agencies.to_string()]);
                    view! {
                        <p data-mapping="kept" role="status">
                            {said} " "
                            <button type="button" class="bm-button" data-action="dhis2-mapping-drop" on:click=without>
                                {words.mapping_drop}
                            </button>
                        </p>
                    }
                    .into_any()
                }
                State::Refused(name, complaints) => {
                    let list = parts::complaints(&complaints, language);
                    view! {
                        <div class="bm-note bm-note--error" role="alert" data-mapping="refused">
                            <p>{filled(words.mapping_refused, &[&name])}</p>
                            <ul>{list}</ul>
                        </div>
                    }
                    .into_any()
                }
            })}
            <p>{file_picker(words.mapping_choose, "dhis2-mapping", JSON, Box::new(take))}</p>
        </details>
    }
    .into_any()
}

async fn look(page: Page, form: &str, state: RwSignal<State>) {
    let mapping = of(page, form).await;
    let mapping = mapping.and_then(|text| read_dhis2_mapping(&text).ok());
    state.try_set(mapping.map_or(State::None, |mapping| State::Kept {
        rows: mapping.data_elements.len(),
        agencies: mapping.org_units.len(),
    }));
}

/// Keeps a mapping file; a broken one is refused with the places, and nothing changes.
async fn keep(page: Page, form: &str, file: &File) -> Result<(), Vec<Complaint>> {
    let refuse = |vi: &str, en: &str| vec![Complaint::new("", Phrase::new(vi, en))];
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let text = files::read_text(file, limit).await.map_err(|_| {
        refuse(
            "Không đọc được tệp, hoặc tệp lớn quá 4 MB.",
            "The file cannot be read, or is larger than 4 MB.",
        )
    })?;
    let mapping = read_dhis2_mapping(&text)?;
    if mapping.form != form {
        let problem = Phrase::said(
            "Tệp dành cho bộ biểu mẫu “{}”, không phải “{}”.",
            "The file is for the form set “{}”, not “{}”.",
            &[&mapping.form, form],
        );
        return Err(vec![Complaint::new("form", problem)]);
    }
    let envelope = Envelope {
        revision: 1,
        saved: clock::now_utc_iso(),
        body: text,
    };
    let kept = page.shelf().put(&key(form), &envelope.seal()).await;
    kept.map_err(|_| {
        refuse(
            "Trình duyệt không lưu được tệp này trên máy.",
            "The browser could not keep this file on the machine.",
        )
    })
}
