//! What the plans have to say beside a row of a report: the mark that it should reach, and the count of the work list
//! that it asks for.

use super::books::books_of;
use crate::app::desk::Desk;
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::app::route::Route;
use crate::app::words::words;
use crate::browser::clock;
use crate::form::{CellId, Form, TaskCount};
use crate::formula::Reason;
use crate::number::{Decimal, Meaning};
use crate::period::Period;
use crate::plan::{
    Answer, Counts, Target, Targets, TaskBook, Tracked, Verdict, Why, agrees, closing_day, figure,
    judge,
};
use crate::report::{Agency, Entry, ReportKey, ReportPeriod, Session};
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The counts of a work list of the report's agency and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The title of the list.
    pub title: Phrase,
    /// The address of the list.
    pub address: String,
    /// Its counts on the closing day of the report.
    pub counts: Counts,
}

/// What the plans say about an open report.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// By row: the targets that it answers.
    targets: BTreeMap<String, Vec<(Target, Answer)>>,
    lists: Vec<Counted>,
}

/// A target beside a row.
struct Mark {
    target: String,
    verdict: &'static str,
    text: Phrase,
}

fn mark(session: &Session, cell: CellId, target: &Target, answer: &Answer) -> Mark {
    let verdict = judge(target, answer, figure(session, cell));
    let mark = target.mark();
    let period = Period::parse(&session.report().period.id);
    let named = if period.is_some_and(|period| period.year == target.year) {
        Phrase::new("Chỉ tiêu: ", "Target: ")
    } else {
        let year = target.year.to_string();
        Phrase::said("Chỉ tiêu năm {}: ", "Target of {}: ", &[&year])
    };
    let said = match (verdict, &answer.caution) {
        // Nothing is entered yet: there is nothing to say but the mark.
        (Verdict::CannotTell(Why::NoFigure(Reason::Missing)), _) => Phrase::default(),
        (Verdict::CannotTell(Why::LooksSo | Why::Narrower), Some(caution)) => caution.clone(),
        (verdict, _) => verdict.words(target, answer),
    };
    let joined = |named: &str, mark: &str, said: &str| {
        let dash = if said.is_empty() { "" } else { " – " };
        format!("{named}{mark}{dash}{said}")
    };
    Mark {
        target: target.id.clone(),
        verdict: verdict.code(),
        text: Phrase::new(
            joined(&named.vi, &mark.vi, &said.vi),
            joined(&named.en, &mark.en, &said.en),
        ),
    }
}

/// Reads what the plans say about a report, once it takes input. What does not come is not shown. The report may be
/// left meanwhile, so what is asked of it is asked before anything is waited for.
pub async fn load(page: Page, desk: Desk) {
    let asked = desk.session(|session| {
        let report = session.report();
        (
            session.form().clone(),
            report.key(),
            report.agency.clone(),
            report.period.clone(),
        )
    });
    let Some((form, key, agency, period)) = asked else {
        return;
    };
    let asks = form.form.rows.iter().any(|row| row.offer.is_some());
    let lists = if asks {
        counted(page, &key, &agency, &period).await
    } else {
        Vec::new()
    };
    let targets = page.targets().await;
    let targets = targets
        .zip(Period::parse(&key.period))
        .map(|(targets, period)| by_row(&form.form, &targets, period));
    let known = Known {
        targets: targets.unwrap_or_default(),
        lists,
    };
    let _ = desk.known.try_set(Arc::new(known));
}

fn by_row(
    form: &Form,
    targets: &Targets,
    period: Period,
) -> BTreeMap<String, Vec<(Target, Answer)>> {
    let mut by_row = BTreeMap::new();
    for row in &form.rows {
        let answered: Vec<(Target, Answer)> = targets
            .of_row(&form.id, &row.id, period)
            .into_iter()
            .map(|(target, answer)| (target.clone(), answer.clone()))
            .collect();
        if !answered.is_empty() {
            by_row.insert(row.id.clone(), answered);
        }
    }
    by_row
}

/// The lists of the report's agency and year: the one printed for it, and those of which it keeps a copy.
async fn counted(
    page: Page,
    key: &ReportKey,
    agency: &Agency,
    period: &ReportPeriod,
) -> Vec<Counted> {
    let Some(year) = Period::parse(&period.id).map(|period| period.year) else {
        return Vec::new();
    };
    let mut books = books_of(page, key).await;
    let Some(plans) = page.plans().await else {
        return Vec::new();
    };
    for list in &plans.lists {
        let is_its_own = list.is_of(&agency.code) && list.year == Some(year);
        if is_its_own && !books.iter().any(|book| book.list == list.id) {
            books.push(TaskBook::begin(&list.id, year, agency.clone()));
        }
    }
    let day = closing_day(period, clock::today());
    let mut lists = Vec::new();
    for book in books {
        let Some((name, year)) = plans.named(&book.list).filter(|(name, _)| name.annual) else {
            continue;
        };
        let Some(list) = page.task_list(name, year).await else {
            continue;
        };
        let address = Route::of_tasks(&book.list, &book.agency.code);
        let tracked = Tracked::new(list, book);
        let counts = tracked.counts(day);
        if counts.planned > 0 {
            lists.push(Counted {
                title: tracked.list.title,
                address,
                counts,
            });
        }
    }
    lists
}

/// The marks of a row, below its label. They follow the figure once its field is left.
pub fn marks(desk: Desk, cell: CellId, language: Language) -> Vec<AnyView> {
    desk.text(cell).track();
    let known = desk.known.get();
    desk.session(|session| {
        let row = session.form().form.row(cell);
        let answered = row.and_then(|row| known.targets.get(&row.id));
        let answered = answered.map_or(&[][..], Vec::as_slice).iter();
        answered
            .map(|(target, answer)| {
                let mark = mark(session, cell, target, answer);
                view! {
                    <span
                        class="bm-line__hint bm-mark"
                        data-target=mark.target
                        data-verdict=mark.verdict
                    >
                        {mark.text.text(language).to_owned()}
                    </span>
                }
                .into_any()
            })
            .collect()
    })
    .unwrap_or_default()
}

/// The counts that are offered to a row, below its figure.
pub fn offers(desk: Desk, cell: CellId, asked: TaskCount, language: Language) -> AnyView {
    let (view, text) = (desk.cell(cell), desk.text(cell));
    dynamic(move || {
        view.track();
        text.track();
        let known = desk.known.get();
        let entry = desk.session(|session| session.entry(cell).clone());
        let entry = entry.unwrap_or_default();
        let lists = known.lists.iter();
        lists
            .map(|list| offer(desk, cell, list, list.counts.get(asked), &entry, language))
            .collect::<Vec<AnyView>>()
            .into_any()
    })
}

fn offer(
    desk: Desk,
    cell: CellId,
    list: &Counted,
    count: u32,
    entry: &Entry,
    language: Language,
) -> AnyView {
    let words = words(language);
    let (state, said) = match agrees(entry, count) {
        Some(true) => ("agrees", words.offer_agrees),
        Some(false) => ("differs", words.offer_differs),
        None => ("open", words.offer),
    };
    let said = filled(said, &[&count.to_string()]);
    let take = (state != "agrees").then(|| {
        let number = Decimal::from_integer(count.into());
        view! {
            <button
                type="button"
                class="bm-cell__meaning"
                data-action="take-count"
                on:click=move |_| desk.settle(cell, Meaning::Number(number))
            >
                {words.offer_take}
            </button>
        }
    });
    let title = list.title.text(language).to_owned();
    view! {
        <p class="bm-cell__said bm-offer" data-offer=state>
            <a href=list.address.clone() title=title>{words.tasks_title}</a>
            ": "
            {said}
            " "
            {take}
        </p>
    }
    .into_any()
}
