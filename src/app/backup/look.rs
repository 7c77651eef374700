//! A backup that was chosen: read, and each report in it held against the one of this machine. Nothing changes by it.

use crate::app::kept::report_of;
use crate::app::page::Page;
use crate::app::plan::with_book_edits;
use crate::app::words::words as page_words;
use crate::browser::{Opened, files, timer};
use crate::exchange::{Choice, Relation};
use crate::format::{
    BACKUP_BYTES, Backup, Complaint, Item, Stored, backup_is_whole, is_kept_by_newer, read_backup,
    read_book, read_exchanged, read_form_set, read_report,
};
use crate::plan::TaskBook;
use crate::report::{OpenForm, Report, ReportKey, open_form};
use crate::store::{report_key, task_key};
use crate::words::{Language, Phrase};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::File;

/// How far the restore has come.
pub(super) enum Stage {
    /// The file is being read.
    Reading,
    /// It cannot be restored.
    Refused {
        name: String,
        complaints: Vec<Complaint>,
    },
    /// It may be restored.
    Ready(Ready),
    /// What was chosen is restored: how many, and what could not be.
    Done { count: usize, failed: Vec<String> },
}

/// A backup that may be restored.
pub(super) struct Ready {
    pub(super) name: String,
    pub(super) is_whole: bool,
    pub(super) reports: Vec<Result<One, Unread>>,
    pub(super) lists: Vec<List>,
    pub(super) backup: Backup,
}

/// A report of the file.
pub(super) struct One {
    pub(super) key: ReportKey,
    pub(super) form: Option<Arc<OpenForm>>,
    pub(super) here: Option<Report>,
    pub(super) file: Report,
    pub(super) revision: u64,
    pub(super) past: Vec<Stored>,
    pub(super) relation: Relation,
    pub(super) choice: RwSignal<Choice>,
}

/// An agency's copy of a work list in the file.
pub(super) struct List {
    pub(super) book: TaskBook,
    /// What it is called.
    pub(super) title: Phrase,
    /// When that of this machine was last changed; none where there is none.
    pub(super) here: Option<String>,
    pub(super) relation: Relation,
    pub(super) choice: RwSignal<Choice>,
}

/// A report of the file that cannot be read.
pub(super) struct Unread {
    pub(super) path: String,
    pub(super) is_newer: bool,
}

/// Reads a backup and looks at what is here. Between the reports the page can answer.
pub(super) async fn look_at(page: Page, file: File) -> Stage {
    let name = file.name();
    let limit = u64::try_from(BACKUP_BYTES).unwrap_or(u64::MAX);
    let text = match files::read_text(&file, limit).await {
        Ok(text) => text,
        Err(trouble) => return refused(name, said(&trouble)),
    };
    timer::pause(0).await;
    let backup = match read_backup(&text) {
        Ok(backup) => backup,
        Err(_) if read_exchanged(&text).is_ok() => {
            return refused(
                name,
                both(|language| super::words::words(language).refused_report),
            );
        }
        Err(complaints) => return Stage::Refused { name, complaints },
    };
    timer::pause(0).await;
    let is_whole = backup_is_whole(&text);
    drop(text);
    let mut reports = Vec::new();
    for item in &backup.reports {
        timer::pause(0).await;
        reports.push(report(page, item, &backup, is_whole).await);
    }
    let mut lists = Vec::new();
    for item in &backup.lists {
        if let Some(list) = list(page, item, is_whole).await {
            lists.push(list);
        }
    }
    Stage::Ready(Ready {
        name,
        is_whole,
        reports,
        lists,
        backup,
    })
}

async fn report(page: Page, item: &Item, backup: &Backup, is_whole: bool) -> Result<One, Unread> {
    let unread = |is_newer| Unread {
        path: item.path.clone(),
        is_newer,
    };
    let file = read_report(&item.state.document)
        .map_err(|complaints| unread(is_kept_by_newer(&complaints)))?;
    let key = file.key();
    if key.path() != item.path {
        return Err(unread(false));
    }
    let form = match page.form_when_known(&key.form).await {
        Ok(form) => Some(form),
        Err(_) => form_of(backup, &key.form),
    };
    let loaded = Opened::read(page.shelf(), &report_key(&item.path))
        .await
        .loaded;
    let here = report_of(&loaded);
    let relation = Relation::of(here.as_ref(), &file);
    Ok(One {
        key,
        form,
        here,
        revision: item.state.revision,
        past: item.past.clone(),
        relation,
        choice: RwSignal::new(relation.choice(is_whole)),
        file,
    })
}

/// A form set that came with the backup.
fn form_of(backup: &Backup, id: &str) -> Option<Arc<OpenForm>> {
    let (_, text) = backup.forms.iter().find(|(known, _)| known == id)?;
    let (form, issues) = open_form(read_form_set(text).ok()?);
    (issues.is_empty() && form.form.id == id).then(|| Arc::new(form))
}

async fn list(page: Page, item: &Item, is_whole: bool) -> Option<List> {
    let book = read_book(&item.state.document).ok()?;
    if book.path() != item.path {
        return None;
    }
    let loaded = Opened::read(page.shelf(), &task_key(&item.path))
        .await
        .loaded;
    let here = loaded.body().and_then(|body| read_book(body).ok());
    let here = here.map(|here| with_book_edits(here, &loaded.edits));
    let relation = match &here {
        None => Relation::OnlyInFile,
        Some(here) if here.tasks == book.tasks && here.own == book.own => Relation::Same,
        Some(here) if here.modified < book.modified => Relation::NewerInFile,
        Some(here) if here.modified > book.modified => Relation::NewerHere,
        Some(_) => Relation::Differs,
    };
    Some(List {
        choice: RwSignal::new(relation.choice(is_whole)),
        here: here.map(|here| here.modified),
        title: page.title_of_list(&book.list).await,
        relation,
        book,
    })
}

fn refused(name: String, problem: Phrase) -> Stage {
    Stage::Refused {
        name,
        complaints: vec![Complaint::new("", problem)],
    }
}

fn said(trouble: &files::FileTrouble) -> Phrase {
    both(|language| {
        let said = super::words::words(language);
        match trouble {
            files::FileTrouble::TooLarge { .. } => said.too_large,
            files::FileTrouble::NotText => said.not_text,
            files::FileTrouble::Unreadable(_) => said.not_read,
        }
    })
}

fn both(pick: impl Fn(Language) -> &'static str) -> Phrase {
    Phrase::new(pick(Language::Vi), pick(Language::En))
}

/// The name of a report among others.
pub(super) fn title(key: &ReportKey, agency: &str, language: Language) -> String {
    let period = crate::period::Period::parse(&key.period).map_or_else(
        || key.period.clone(),
        |period| period.name().text(language).to_owned(),
    );
    format!(
        "{agency} – {period} ({}: {})",
        page_words(language).form_set,
        key.form
    )
}
