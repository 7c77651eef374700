//! The form sets of the page: those that come with it, those opened from a file, and the one that the address names.

use super::dom;
use super::forms::{KEPT, is_built_in};
use super::out;
use super::page::{Page, Refused};
use super::paper::print_empty;
use super::parts::{self, JSON, dynamic, facts, file_picker, placed};
use super::words::words;
use crate::browser::beside::{self, Missing};
use crate::browser::{clock, files};
use crate::form::{BUILT_IN, FormIssue};
use crate::format::MAX_BYTES;
use crate::store::{Envelope, Shelf};
use crate::words::{Language, Phrase};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// Opens what was kept of earlier form sets, and the form set of `?form=`.
pub fn open_named(page: Page, named: Option<String>) {
    spawn_local(async move {
        restore(page).await;
        if let Some(name) = named {
            match fetch(&name).await {
                // The page takes input first; the address names the form set again if this is cut short.
                Ok(text) => {
                    if let Some(id) = take(page, &name, &text) {
                        page.taken.update(|taken| *taken += 1);
                        spawn_local(keep_or_tell(page, name, id, text));
                    }
                }
                Err(issue) => page.refused.set(Some(Refused {
                    name,
                    issues: vec![issue],
                    is_taken: false,
                })),
            }
        }
        page.forms_are_known();
    });
}

async fn restore(page: Page) {
    let shelf = page.shelf();
    let Ok(keys) = shelf.keys(KEPT).await else {
        return;
    };
    let any = !keys.is_empty();
    for key in keys {
        let text = shelf.get(&key).await.ok().flatten();
        if let Some(envelope) = text.and_then(|text| Envelope::open(&text).ok()) {
            // What was checked when it was taken in may fail against a newer page; then it is not offered.
            let _ = page.forms(|forms| forms.take(&envelope.body));
        }
    }
    if any {
        page.taken.update(|taken| *taken += 1);
    }
}

/// Takes in a form set; a broken one is refused and nothing else changes.
fn take(page: Page, name: &str, text: &str) -> Option<String> {
    match page.forms(|forms| forms.take(text))? {
        Ok(id) => {
            page.refused.set(None);
            Some(id)
        }
        Err(issues) => {
            page.refused.set(Some(Refused {
                name: name.to_owned(),
                issues,
                is_taken: false,
            }));
            None
        }
    }
}

/// Keeps a form set for the next visit; says where that is not possible, for then it lasts as long as the page.
async fn keep_or_tell(page: Page, name: String, id: String, text: String) {
    if !keep(page, id, text).await {
        let said = Phrase::new(
            "Bộ biểu mẫu này dùng được cho đến khi đóng trang, nhưng trình duyệt không lưu được trên máy. Hãy giữ tệp để mở lại lần sau; giải phóng dung lượng đĩa rồi mở lại tệp để lưu.",
            "This form set can be used until the page is closed, but the browser could not save it on this machine. Keep the file to open it again next time; free some disk space and open the file again to save it.",
        );
        page.refused.set(Some(Refused {
            name,
            issues: vec![FormIssue::new("", said)],
            is_taken: true,
        }));
    }
}

/// Keeps a form set for the next visit; says whether it lies there.
pub async fn keep(page: Page, id: String, text: String) -> bool {
    let key = format!("{KEPT}{id}");
    let shelf = page.shelf();
    let kept = shelf.get(&key).await.ok().flatten();
    let same = kept
        .and_then(|kept| Envelope::open(&kept).ok())
        .is_some_and(|kept| kept.body == text);
    if same {
        return true;
    }
    let envelope = Envelope {
        revision: 1,
        saved: clock::now_utc_iso(),
        body: text,
    };
    shelf.put(&key, &envelope.seal()).await.is_ok()
}

/// Loads a form set from beside the page.
async fn fetch(address: &str) -> Result<String, FormIssue> {
    beside::read(address).await.map_err(|why| {
        let word = |words: &'static super::words::Words| match why {
            Missing::Foreign => words.forms_foreign,
            Missing::Unreachable => words.forms_unreachable,
        };
        let of = |language| format!("{} {address}", word(words(language)));
        FormIssue::new("?form=", Phrase::new(of(Language::Vi), of(Language::En)))
    })
}

/// What is wrong with a form set that was refused, with the places.
pub fn refusal(page: Page, language: Language) -> AnyView {
    let words = words(language);
    let Some(refused) = page.refused.get() else {
        return ().into_any();
    };
    let issues: Vec<AnyView> = refused
        .issues
        .iter()
        .take(20)
        .map(|issue| placed(&issue.place, &issue.problem, language))
        .collect();
    view! {
        <section class="bm-note bm-note--error" data-form-set="refused" role="alert">
            <h2>{refused.name}</h2>
            <p hidden=refused.is_taken>{words.forms_refused}</p>
            <ul>{issues}</ul>
            <button type="button" class="bm-button" on:click=move |_| page.refused.set(None)>{words.close}</button>
        </section>
    }
    .into_any()
}

/// The page `#/forms`.
pub fn form_sets(page: Page) -> AnyView {
    let missing = RwSignal::new(false);
    spawn_local(async move {
        for built_in in BUILT_IN {
            if page.form_when_known(built_in.id).await.is_err() {
                let _ = missing.try_set(true);
            }
        }
        page.taken.update(|taken| *taken += 1);
    });
    dynamic(move || {
        let language = page.language.get();
        let words = words(language);
        request_animation_frame(|| dom::set_root("data-ready", "true"));
        let picker = file_picker(
            words.forms_open,
            "open-form-set",
            JSON,
            Box::new(move |file| spawn_local(take_file(page, file))),
        );
        view! {
            {parts::title(words.forms)}
            <p>{words.forms_what}</p>
            <p>{picker}</p>
            <p class="bm-note bm-note--error" data-form-missing hidden=move || !missing.get()>{words.forms_missing}</p>
            // Alone, for what has the focus above it stays.
            {dynamic(move || {
                page.taken.track();
                list(page, language).into_any()
            })}
        }
        .into_any()
    })
}

/// Takes in a form set from a file that was chosen.
async fn take_file(page: Page, file: File) {
    let name = file.name();
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    match files::read_text(&file, limit).await {
        // It is shown only once it is kept, or once it is said that it is not.
        Ok(text) => {
            if let Some(id) = take(page, &name, &text) {
                keep_or_tell(page, name, id, text).await;
                page.taken.update(|taken| *taken += 1);
            }
        }
        Err(_) => {
            let said = Phrase::new(
                "Không đọc được tệp, hoặc tệp lớn quá 4 MB.",
                "The file cannot be read, or is larger than 4 MB.",
            );
            page.refused.set(Some(Refused {
                name,
                issues: vec![FormIssue::new("", said)],
                is_taken: false,
            }));
        }
    }
}

fn list(page: Page, language: Language) -> Vec<AnyView> {
    let words = words(language);
    let known = page.forms(|forms| forms.titles()).unwrap_or_default();
    known
        .into_iter()
        .filter_map(|(id, _)| page.form(&id))
        .map(|open| {
            let form = &open.form;
            let of_button = open.clone();
            let built_in = if is_built_in(&form.id) { words.built_in } else { "" };
            let rows: usize = form.printed_sheets().map(|(_, sheet)| sheet.rows.len()).sum();
            let facts = facts(vec![
                (words.code, form.id.clone().into_any()),
                (words.version, form.version.to_string().into_any()),
                (words.sheets_count, form.printed_sheets().count().to_string().into_any()),
                (words.rows_count, rows.to_string().into_any()),
            ]);
            view! {
                <section class="bm-card" data-form-set=form.id.clone()>
                    <h2>
                        {form.title.text(language).to_owned()} " "
                        <span class="bm-tag bm-tag--good" hidden=built_in.is_empty()>{built_in}</span>
                    </h2>
                    {facts}
                    <p>{form.source.text(language).to_owned()}</p>
                    <p>
                        <button
                            type="button"
                            class="bm-button"
                            data-action="print-empty"
                            on:click=move |_| print_empty(page, &of_button, language)
                        >
                            {words.print_empty}
                        </button>
                    </p>
                    {out::of_form(page, &form.id, language)}
                </section>
            }
            .into_any()
        })
        .collect()
}
