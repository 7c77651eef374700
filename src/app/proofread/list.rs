//! What was found in a text: counts on top, then the sentences with their figures marked, how each is computed, what
//! becomes of it, and the row of the report that says of the same.

use super::dialog::{Found, close};
use super::words::{Words, words};
use crate::app::desk::Desk;
use crate::app::parts::{dynamic, text, word};
use crate::browser::clipboard::{self, Clip};
use crate::exchange::proofread::{Claim, Verdict, copy_claims, pieces, spoken, verdict_word};
use crate::words::{Language, filled};
use leptos::prelude::*;
use std::sync::Arc;

/// Which claims are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    Check,
    Unknown,
    Right,
    All,
}

impl Filter {
    const ALL: [Filter; 4] = [Filter::Check, Filter::Unknown, Filter::Right, Filter::All];

    /// Its word in `data-filter`.
    fn word(self) -> &'static str {
        match self {
            Filter::Check => "check",
            Filter::Unknown => "unknown",
            Filter::Right => "right",
            Filter::All => "all",
        }
    }

    fn name(self, words: &'static Words) -> &'static str {
        match self {
            Filter::Check => words.check,
            Filter::Unknown => words.unknown,
            Filter::Right => words.right,
            Filter::All => words.all,
        }
    }

    /// Whether a claim is shown; each stands in one of the first three.
    fn takes(self, claim: &Claim) -> bool {
        let is_right = claim.verdict == Verdict::Agrees;
        match self {
            Filter::Check => claim.is_to_check(),
            Filter::Unknown => !claim.is_to_check() && !is_right,
            Filter::Right => !claim.is_to_check() && is_right,
            Filter::All => true,
        }
    }

    fn count(self, found: &Found) -> usize {
        let claims = found.proof.claims.iter();
        claims.filter(|claim| self.takes(claim)).count()
    }
}

/// The counts, the filter and the list.
pub(super) fn list(desk: Desk, found: &Arc<Found>, language: Language) -> AnyView {
    let words = words(language);
    let count = found.proof.claims.len();
    let title = match count {
        0 => words.none.to_owned(),
        _ => filled(words.found, &[&count.to_string()]),
    };
    let has_wrong = Filter::Check.count(found) > 0;
    let filter = RwSignal::new(if has_wrong {
        Filter::Check
    } else {
        Filter::All
    });
    // The rest of the page cannot be heard while the dialog is open.
    let copied = RwSignal::new(String::new());
    let of_copy = found.clone();
    let of_list = found.clone();
    let shown = dynamic(move || items(desk, &of_list, filter.get(), language));
    let tools = (count > 0).then(|| {
        view! {
            <div class="bm-row bm-proof__tools" role="group" aria-label=words.filter>
                {Filter::ALL.map(|which| choice(filter, which, found, words)).into_iter().collect::<Vec<AnyView>>()}
                <button
                    type="button"
                    class="bm-button"
                    data-action="proofread-copy"
                    on:click=move |_| copied.set(copy(desk, &of_copy, filter.get_untracked(), language))
                >
                    {words.copy}
                </button>
            </div>
            <p class="bm-proof__said" role="status">{text(move || copied.get())}</p>
            {(!has_wrong).then(|| view! { <p class="bm-note">{words.check_none}</p> })}
            {shown}
        }
    });
    view! {
        <section aria-labelledby="proofread-found" data-proofread="found">
            <h3 id="proofread-found" tabindex="-1">{title}</h3>
            {found.proof.is_cut.then(|| view! { <p class="bm-note bm-note--warning">{words.cut}</p> })}
            {tools}
        </section>
    }
    .into_any()
}

fn choice(
    filter: RwSignal<Filter>,
    which: Filter,
    found: &Found,
    words: &'static Words,
) -> AnyView {
    let count = which.count(found);
    let pressed = word(move || {
        Some(if filter.get() == which {
            "true"
        } else {
            "false"
        })
    });
    view! {
        <button
            type="button"
            class="bm-button bm-proof__filter"
            data-filter=which.word()
            aria-pressed=pressed
            disabled=count == 0
            on:click=move |_| filter.set(which)
        >
            {filled(which.name(words), &[&count.to_string()])}
        </button>
    }
    .into_any()
}

fn items(desk: Desk, found: &Found, filter: Filter, language: Language) -> AnyView {
    let claims = found
        .proof
        .claims
        .iter()
        .filter(|claim| filter.takes(claim));
    let items: Vec<AnyView> = claims
        .map(|claim| item(desk, claim, &found.text, language))
        .collect();
    view! { <ol class="bm-proof__list">{items}</ol> }.into_any()
}

/// The class of a verdict's tag, and its sign: it is never told by colour alone.
fn looks(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Agrees => ("bm-tag bm-tag--good", "✓"),
        Verdict::Truncated => ("bm-tag bm-tag--warning", "≈"),
        Verdict::Disagrees => ("bm-tag bm-tag--error", "✗"),
        Verdict::CannotTell => ("bm-tag bm-tag--info", "?"),
    }
}

fn item(desk: Desk, claim: &Claim, text: &str, language: Language) -> AnyView {
    let words = words(language);
    let said = desk.form(|form| spoken(claim, &form.form));
    let (class, sign) = looks(claim.verdict);
    let pieces: Vec<AnyView> = pieces(claim, text)
        .into_iter()
        .map(|piece| {
            let text = piece.text.to_owned();
            if piece.is_figure {
                view! { <mark>{text}</mark> }.into_any()
            } else {
                text.into_any()
            }
        })
        .collect();
    let computed = (!said.computed.is_empty())
        .then(|| view! { <p class="bm-proof__computed">{said.computed}</p> });
    let verdict = said.verdict.text(language).to_owned();
    let verdict = (!verdict.is_empty() && claim.verdict != Verdict::Agrees)
        .then(|| view! { <p class="bm-proof__said">{verdict}</p> });
    view! {
        <li class="bm-proof__item" data-verdict=claim.verdict.word() data-differs=claim.differs().then_some("true")>
            <p class="bm-proof__head">
                <span class=class><span aria-hidden="true">{sign}</span> " " {verdict_word(claim.verdict, language)}</span>
                {claim.differs().then(|| view! {
                    " " <span class="bm-tag bm-tag--warning"><span aria-hidden="true">"≠"</span> " " {words.differs}</span>
                })}
            </p>
            <p class="bm-proof__sentence" lang="vi">{pieces}</p>
            {computed}
            {verdict}
            {row(desk, claim, said.row.text(language), language)}
        </li>
    }
    .into_any()
}

/// What the report says, with the way to its row.
fn row(desk: Desk, claim: &Claim, said: &str, language: Language) -> AnyView {
    let words = words(language);
    let Some(beside) = claim.row else {
        return ().into_any();
    };
    let cell = beside.cell;
    let id = desk.form(|form| form.form.row(cell).map(|row| row.id.clone()));
    let go = move |_| {
        close();
        // Once the browser has given the focus back.
        request_animation_frame(move || desk.go_to(cell));
    };
    view! {
        <p class="bm-proof__said">
            {said.to_owned()} " "
            <a href=desk.address_of(&id.unwrap_or_default()) data-proofread-row on:click=go>{words.to_row}</a>
        </p>
    }
    .into_any()
}

/// Puts what is shown on the clipboard; gives what is to be said of it.
fn copy(desk: Desk, found: &Found, filter: Filter, language: Language) -> String {
    let words = words(language);
    let claims = || {
        found
            .proof
            .claims
            .iter()
            .filter(|claim| filter.takes(claim))
    };
    let copied = desk.form(|form| copy_claims(claims(), &found.text, &form.form, language));
    let is_done = clipboard::copy(Clip {
        html: copied.html,
        text: copied.text,
    });
    if is_done {
        filled(words.copied, &[&claims().count().to_string()])
    } else {
        words.copy_failed.to_owned()
    }
}
