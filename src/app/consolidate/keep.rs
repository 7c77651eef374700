//! What is kept of a consolidation on this machine: each file that came in as a record of its own, who consolidates,
//! who is left out, and the list of units that are to report. Backups leave all of it out: the files are elsewhere.

use super::hall::{Hall, NotKept};
use super::reading::{Turn, document};
use crate::browser::clock;
use crate::consolidate::{Return, Roll};
use crate::exchange::{read_roll, roll_csv};
use crate::form::Level;
use crate::gather;
use crate::report::Agency;
use crate::store::{Envelope, Shelf, Write};
use crate::words::Language;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the keys of the files begin with on the shelf; form set and period follow.
const FILES: &str = "gathered/";
/// Who consolidates.
const INTO: &str = "gathering/into";
/// What the keys of those who are left out begin with.
const OUT: &str = "gathering/out/";
/// What the keys of lists of units begin with; the code of who consolidates follows.
const ROLL: &str = "gathering/roll/";

/// So many files are kept for a form set and a period.
pub const MOST: usize = 400;
/// So many bytes of text wait until they are kept, all at once: each step of the store waits for the disk.
const WAITING: usize = 4 * 1024 * 1024;

fn folder(hall: Hall) -> Option<String> {
    hall.look(|gathered| {
        let form = &gathered.form().form.id;
        format!("{FILES}{form}/{}/", gathered.collection.period())
    })
}

/// The name under which the file of a return is kept.
pub fn name_of(one: &Return) -> String {
    let digest = one.digest.rsplit(':').next().unwrap_or_default();
    let digest: String = digest.chars().take(24).collect();
    format!("{}-{digest}", one.agency.code)
}

/// Keeps files, many at a time.
pub struct Keeping {
    hall: Hall,
    /// Each with the name under which it is kept.
    writes: Vec<(String, Write)>,
    waiting: usize,
}

impl Keeping {
    /// Nothing waits.
    pub fn new(hall: Hall) -> Keeping {
        Keeping {
            hall,
            writes: Vec::new(),
            waiting: 0,
        }
    }

    /// Keeps the text of a file.
    pub async fn keep(&mut self, name: String, file: &str, text: &str) {
        let hall = self.hall;
        let has_room = hall.put(|gathered| {
            gathered.kept.len() < MOST && {
                gathered.kept.insert(name.clone());
                true
            }
        });
        if has_room != Some(true) {
            hall.not_kept.try_set(Some(NotKept::TooMany));
            return;
        }
        let Some(folder) = folder(hall) else { return };
        let envelope = Envelope {
            revision: 1,
            saved: clock::now_utc_iso(),
            body: format!("{file}\n{text}"),
        };
        self.waiting += text.len();
        let write = Write::put(format!("{folder}{name}"), envelope.seal());
        self.writes.push((name, write));
        if self.waiting >= WAITING {
            self.flush().await;
        }
    }

    /// Keeps what waits.
    pub async fn flush(&mut self) {
        if self.writes.is_empty() {
            return;
        }
        self.waiting = 0;
        let mut waiting = std::mem::take(&mut self.writes);
        // What was taken away while it waited is not to come back.
        self.hall
            .look(|gathered| waiting.retain(|(name, _)| gathered.kept.contains(name)));
        let writes: Vec<Write> = waiting.into_iter().map(|(_, write)| write).collect();
        let shelf = self.hall.page.shelf();
        let kept = shelf
            .exchange(&[], ROLL, &mut |_| Some(writes.clone()))
            .await;
        if kept.is_err() || !shelf.lasts() {
            self.hall.not_kept.try_set(Some(NotKept::Refused));
        }
    }
}

/// Forgets the file of a return.
pub async fn forget(hall: Hall, name: String) {
    hall.put(|gathered| gathered.kept.remove(&name));
    if let Some(folder) = folder(hall) {
        // What cannot be taken away comes back with the next visit, and can be taken away then.
        let _ = hall.page.shelf().remove(&format!("{folder}{name}")).await;
    }
}

/// Takes in the files that are kept.
pub async fn bring(hall: Hall) {
    let Some(folder) = folder(hall) else { return };
    let shelf = hall.page.shelf();
    let keys = shelf.keys(&folder).await.unwrap_or_default();
    if keys.is_empty() {
        return;
    }
    hall.course.try_update(|course| course.of += keys.len());
    let mut turn = Turn::new(hall);
    for key in keys {
        let text = shelf.get(&key).await.ok().flatten();
        let body = text.and_then(|text| Envelope::open(&text).ok());
        let read = match body.as_ref().and_then(|kept| kept.body.split_once('\n')) {
            Some((name, text)) => document(hall, name, text).await.ok(),
            None => None,
        };
        // What cannot be read any more stays where it is, for a newer page.
        if let Some(one) = read {
            let name = name_of(&one);
            hall.put(|gathered| gathered.kept.insert(name));
            if hall.take(one).is_none() {
                return;
            }
        }
        turn.pass().await;
    }
    turn.end();
}

/// Who consolidates, as it was chosen last.
pub async fn into(hall: crate::app::page::Page) -> Option<Agency> {
    let kept = hall.shelf().get(INTO).await.ok().flatten()?;
    let kept = Envelope::open(&kept).ok()?;
    let mut parts = kept.body.split('\t');
    Some(Agency {
        code: parts.next()?.to_owned(),
        level: Level::from_word(parts.next()?)?,
        name: parts.next()?.to_owned(),
    })
}

/// Remembers who consolidates.
pub async fn keep_into(hall: Hall, agency: &Agency) {
    let body = [agency.code.as_str(), agency.level.word(), &agency.name].join("\t");
    put(hall, INTO, body).await;
}

/// The list of units of who consolidates, where another than the one that comes with the page was chosen.
pub async fn roll(page: crate::app::page::Page, into: &str) -> Option<Roll> {
    let kept = page.shelf().get(&format!("{ROLL}{into}")).await;
    let kept = Envelope::open(&kept.ok().flatten()?).ok()?;
    // A list from which every unit was taken off is a list too.
    Some(read_roll(kept.body.as_bytes()).unwrap_or_default())
}

/// Keeps the list of units as it stands, or goes back to the one that comes with the page.
pub async fn keep_roll(hall: Hall) {
    let kept = hall.look(|gathered| {
        let into = &gathered.collection.into_agency().code;
        let text = roll_csv(gathered.roll.agencies(), Language::Vi);
        (
            format!("{ROLL}{into}"),
            gathered.is_own_roll.then_some(text),
        )
    });
    match kept {
        Some((key, Some(text))) => put(hall, &key, text).await,
        Some((key, None)) => {
            let _ = hall.page.shelf().remove(&key).await;
        }
        None => {}
    }
}

fn out_key(form: &str, period: &str) -> String {
    format!("{OUT}{form}/{period}")
}

/// The codes of those who are left out.
pub async fn out(page: crate::app::page::Page, form: &str, period: &str) -> BTreeSet<String> {
    let kept = page
        .shelf()
        .get(&out_key(form, period))
        .await
        .ok()
        .flatten();
    let kept = kept.and_then(|kept| Envelope::open(&kept).ok());
    let codes = kept.map(|kept| kept.body).unwrap_or_default();
    gather::set(codes.split_whitespace().map(str::to_owned))
}

/// Remembers who is left out.
pub async fn keep_out(hall: Hall) {
    let kept = hall.look(|gathered| {
        let form = &gathered.form().form.id;
        let codes = gathered.collection.left_out().iter();
        let codes: Vec<&str> = codes.map(String::as_str).collect();
        (out_key(form, gathered.collection.period()), codes.join(" "))
    });
    if let Some((key, body)) = kept {
        put(hall, &key, body).await;
    }
}

async fn put(hall: Hall, key: &str, body: String) {
    let envelope = Envelope {
        revision: 1,
        saved: clock::now_utc_iso(),
        body,
    };
    if hall.page.shelf().put(key, &envelope.seal()).await.is_err() {
        hall.not_kept.try_set(Some(NotKept::Refused));
    }
}
