//! Files come in, one after the other: read, checked, kept on this machine, and let go.

use super::hall::{Course, Hall};
use super::keep;
use super::slice::Slice;
use super::words::words;
use crate::app::dom;
use crate::app::history::{bridge, neighbours};
use crate::app::import::{is_json, opened, trouble_words};
use crate::app::out::sentence;
use crate::browser::dropped::Found;
use crate::browser::files;
use crate::browser::office::Read;
use crate::consolidate::{Return, Taken};
use crate::exchange::NotTaken;
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Begins to read files, or lets them wait for those that are being read.
pub fn take(hall: Hall, files: Vec<Found>) {
    let mut files = files;
    files.retain(|found| !is_of_system(&found.path));
    if files.is_empty() {
        return;
    }
    if hall.enqueue(files) {
        spawn_local(read_all(hall));
    }
}

/// What systems and Office leave in folders; nobody has put it there.
fn is_of_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let begins = name.starts_with('.') || name.starts_with("~$");
    begins || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Adds up what was brought from the store, then reads the files that have come meanwhile.
pub async fn go_on(hall: Hall) {
    hall.settle_in_turns().await;
    if hall.is_waiting() {
        read_all(hall).await;
    } else {
        hall.course.try_set(Course::default());
    }
}

async fn read_all(hall: Hall) {
    let mut keeper = keep::Keeping::new(hall);
    loop {
        let mut came = 0_usize;
        let mut turn = Turn::new(hall);
        while let Some((path, begun)) = hall.next() {
            let read = read(hall, &path, begun).await;
            match read {
                Ok((one, text)) => {
                    let key = keep::name_of(&one);
                    match hall.take(one) {
                        Some(Taken::In) => {
                            came += 1;
                            keeper.keep(key, &path, &text).await;
                        }
                        Some(Taken::Again) => refuse(hall, &path, again()),
                        None => return,
                    }
                }
                Err(why) => refuse(hall, &path, why),
            }
            turn.pass().await;
        }
        turn.end();
        // The totals first: the files are kept while they are read.
        hall.settle_in_turns().await;
        tell(hall, came);
        keeper.flush().await;
        // Files may have come while these were added up and kept.
        if !hall.is_waiting() {
            break;
        }
    }
    hall.course.try_set(Course::default());
}

/// Counts files, in slices.
pub struct Turn {
    hall: Hall,
    slice: Slice,
    done: usize,
}

impl Turn {
    /// A slice begins.
    pub fn new(hall: Hall) -> Turn {
        Turn {
            hall,
            slice: Slice::new(),
            done: 0,
        }
    }

    /// A file is done. Where the slice is over, the page says how far the reading has come, and the browser has its turn.
    pub async fn pass(&mut self) {
        self.done += 1;
        if self.slice.is_over() {
            self.end();
            self.slice.turn().await;
        }
    }

    /// Says how far the reading has come.
    pub fn end(&mut self) {
        let done = std::mem::take(&mut self.done);
        self.hall.course.try_update(|course| course.done += done);
    }
}

/// Says what came of the files.
fn tell(hall: Hall, came: usize) {
    let Some(language) = hall.page.language.try_get_untracked() else {
        return;
    };
    let words = words(language);
    let counts = hall.look(|gathered| {
        let counted = gathered.settled.counted().count();
        let missing = gathered
            .roll
            .missing(&gathered.collection, &gathered.settled);
        (counted, missing.len(), gathered.refused.len())
    });
    if let Some((counted, missing, refused)) = counts {
        let numbers = [came, refused, counted, missing].map(|count| count.to_string());
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        dom::announce(&filled(words.told, &numbers));
    }
}

fn refuse(hall: Hall, name: &str, why: Phrase) {
    hall.put(|gathered| gathered.refused.push((name.to_owned(), why)));
}

fn again() -> Phrase {
    Phrase::new(words(Language::Vi).again, words(Language::En).again)
}

/// A file as a return, with its text; or why it is none.
async fn read(hall: Hall, path: &str, begun: files::Begun) -> Result<(Return, String), Phrase> {
    let bytes = begun.bytes().await;
    let bytes = bytes.map_err(|trouble| trouble_words(&trouble))?;
    let text = if is_json(&bytes) {
        let text = String::from_utf8(bytes.to_vec());
        text.map_err(|_| trouble_words(&files::FileTrouble::NotText))?
    } else {
        match opened(hall.page, &bytes).await {
            Ok(Read::Document { text, .. }) => text,
            Ok(Read::NeedsForm(id)) => return Err(NotTaken::OtherForm(id).words()),
            Ok(Read::Tables { .. }) => {
                return Err(Phrase::new(
                    words(Language::Vi).not_ours,
                    words(Language::En).not_ours,
                ));
            }
            Err(trouble) => return Err(sentence(trouble)),
        }
    };
    let one = document(hall, path, &text).await?;
    Ok((one, text))
}

/// The text of a document as a return. Where it answers a form set to which there is a bridge, that is fetched first.
pub async fn document(hall: Hall, name: &str, text: &str) -> Result<Return, Phrase> {
    let gone = || Phrase::default();
    let read = hall.read(name, text).ok_or_else(gone)?;
    let Err(NotTaken::OtherForm(id)) = &read else {
        return read.map_err(|why| why.words());
    };
    bring_bridge(hall, id).await;
    let read = hall.read(name, text).ok_or_else(gone)?;
    read.map_err(|why| why.words())
}

/// Fetches a form set and what joins it to the one into which is consolidated.
async fn bring_bridge(hall: Hall, id: &str) -> Option<()> {
    let into = hall.look(|gathered| gathered.form().form.id.clone())?;
    if !neighbours(&into).contains(&id) {
        return None;
    }
    let form = hall.page.form_when_known(id).await.ok()?;
    let (crosswalk, _) = bridge(id, &into).await?;
    hall.put(|gathered| gathered.intake.others.push((form, Arc::new(crosswalk))))
}
