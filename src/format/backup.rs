//! `bieumau.backup/1`: everything that a machine keeps, in one document.
//!
//! It is written piece by piece with sorted members and no spaces, which is canonical here (RFC 8785: names are ASCII,
//! numbers are whole), so the digest is that of the text itself without its first member. What it holds are the documents
//! as the store keeps them; each is read by its own reader once somebody wants it.

use super::checksum::sha256_hex;
use super::cursor::Cursor;
use super::{Complaint, document_of, parse_within};
use crate::report::{ReportKey, is_plain};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The format of the document, with its version.
pub const BACKUP: &str = "bieumau.backup/1";

/// The largest backup that is read, in bytes.
pub const BACKUP_BYTES: usize = 64 * 1024 * 1024;

/// What the text begins with: the digest is over all that comes after it, with an opening brace before.
const DIGEST: &str = "{\"digest\":\"sha256:";

/// Everything that a machine keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made: UTC, `2026-03-20T02:41:00Z`.
    pub made: String,
    /// The reports, by path: `cchc-2026/03646/2026Q1`.
    pub reports: Vec<Item>,
    /// The agencies' copies of work lists, by path: `tasks-2025/03646`.
    pub lists: Vec<Item>,
    /// The windows that agencies have set, by path: `cchc-2026/03646`.
    pub windows: Vec<Item>,
    /// Form sets that were opened from files: id, and the text of the file.
    pub forms: Vec<(String, String)>,
    /// What the page remembers of its user, by name.
    pub preferences: Vec<(String, String)>,
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its key without what tells its kind.
    pub path: String,
    /// As it stands.
    pub state: Stored,
    /// Earlier states, the newest first; empty where they were not wanted.
    pub past: Vec<Stored>,
}

/// One state of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The number of its last edit.
    pub revision: u64,
    /// When it was saved: UTC.
    pub saved: String,
    /// The document, as JSON text.
    pub document: String,
}

/// How much longer than its document a record is at most, in bytes, its path aside: its members and its moment.
const FRAME: usize = 150;

impl Backup {
    /// Leaves out earlier states, the oldest first, until the text is at most `bytes` long or none is left. Gives how many
    /// are left out.
    pub fn fit(&mut self, bytes: usize) -> usize {
        let mut weight = self.weight();
        let mut left_out = 0;
        while weight > bytes {
            let with_past = self.reports.iter_mut().map(|item| &mut item.past);
            let oldest = with_past
                .filter(|past| !past.is_empty())
                .min_by(|one, other| {
                    let saved = |past: &[Stored]| past.last().map(|state| state.saved.clone());
                    saved(one).cmp(&saved(other))
                });
            let Some(dropped) = oldest.and_then(Vec::pop) else {
                break;
            };
            weight -= dropped.document.len() + FRAME;
            left_out += 1;
        }
        left_out
    }

    /// How long the text is at most, in bytes.
    fn weight(&self) -> usize {
        let quoted = |text: &str| json!(text).to_string().len();
        let pair = |(name, text): &(String, String)| quoted(name) + quoted(text) + FRAME;
        let pairs = self.forms.iter().chain(&self.preferences).map(pair);
        let items = self.reports.iter().chain(&self.lists).chain(&self.windows);
        let items = items.map(|item| {
            let past = item.past.iter().map(|state| state.document.len() + FRAME);
            item.path.len() + item.state.document.len() + FRAME + past.sum::<usize>()
        });
        FRAME + items.chain(pairs).sum::<usize>()
    }
}

/// Writes a backup. What is no JSON is left out; the store keeps nothing of the kind.
pub fn backup_text(backup: &Backup) -> String {
    let mut body = String::new();
    let forms = backup.forms.iter();
    let forms = forms.map(|(id, text)| json!({ "id": id, "text": text }).to_string());
    list(&mut body, "form_sets", forms);
    member(&mut body, "format", &json!(BACKUP).to_string());
    member(&mut body, "made", &json!(backup.made).to_string());
    let preferences = backup.preferences.iter();
    let preferences = preferences.map(|(name, value)| (name.clone(), json!(value)));
    let preferences = Value::Object(preferences.collect());
    member(&mut body, "preferences", &preferences.to_string());
    list(&mut body, "reports", backup.reports.iter().filter_map(item));
    list(&mut body, "windows", backup.windows.iter().filter_map(item));
    list(
        &mut body,
        "work_lists",
        backup.lists.iter().filter_map(item),
    );
    let body = body.trim_start_matches(',');
    let digest = sha256_hex(format!("{{{body}}}").as_bytes());
    format!("{DIGEST}{digest}\",{body}}}\n")
}

fn member(text: &mut String, name: &str, value: &str) {
    text.push_str(&format!(",\"{name}\":"));
    text.push_str(value);
}

fn list(text: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    member(text, name, &format!("[{}]", items.join(",")));
}

fn item(item: &Item) -> Option<String> {
    let mut text = stored(&item.state)?;
    let past: Vec<String> = item.past.iter().filter_map(stored).collect();
    let past: Vec<String> = past.iter().map(|past| format!("{{{past}}}")).collect();
    let mut between = format!(",\"path\":{}", json!(item.path));
    if !past.is_empty() {
        between = format!(",\"past\":[{}]{between}", past.join(","));
    }
    // The members are in order: document, past, path, revision, saved.
    let place = text.rfind(",\"revision\":")?;
    text.insert_str(place, &between);
    Some(format!("{{{text}}}"))
}

fn stored(stored: &Stored) -> Option<String> {
    let document: Value = serde_json::from_str(&stored.document).ok()?;
    let (revision, saved) = (stored.revision, json!(stored.saved));
    Some(format!(
        "\"document\":{document},\"revision\":{revision},\"saved\":{saved}"
    ))
}

/// Reads a backup. The documents in it are not read yet.
///
/// # Errors
/// Every place where the text is no backup of this version.
pub fn read_backup(text: &str) -> Result<Backup, Vec<Complaint>> {
    let value = parse_within(text, BACKUP_BYTES).map_err(|complaint| vec![complaint])?;
    document_of(value, BACKUP, |cursor| {
        cursor.text("digest");
        Backup {
            made: cursor.text("made"),
            reports: items(cursor, "reports", |path| {
                ReportKey::from_path(path).is_some()
            }),
            lists: items(cursor, "work_lists", is_pair),
            windows: items(cursor, "windows", is_pair),
            forms: cursor.list("form_sets", |cursor| {
                let id = cursor.text("id");
                check(cursor, "id", &id, is_plain(&id));
                (id, cursor.text("text"))
            }),
            preferences: cursor
                .optional_object("preferences", |cursor| {
                    let texts = cursor.others().into_iter();
                    let texts =
                        texts.filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())));
                    texts.collect()
                })
                .unwrap_or_default(),
        }
    })
}

/// Whether the digest of a backup is that of its text: it was neither damaged nor changed since it was made.
pub fn backup_is_whole(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let rest = text
        .strip_prefix(DIGEST)
        .and_then(|rest| rest.split_once("\","));
    rest.is_some_and(|(digest, body)| sha256_hex(format!("{{{body}").as_bytes()) == digest)
}

fn items(cursor: &mut Cursor<'_>, name: &'static str, fits: fn(&str) -> bool) -> Vec<Item> {
    let mut known = BTreeSet::new();
    cursor.list(name, |cursor| {
        let path = cursor.text("path");
        let is_new = known.insert(path.clone());
        check(cursor, "path", &path, fits(&path) && is_new);
        Item {
            path,
            state: state(cursor),
            past: cursor.list("past", state),
        }
    })
}

fn state(cursor: &mut Cursor<'_>) -> Stored {
    let document = cursor.member("document");
    if !document.is_some_and(Value::is_object) {
        cursor.complain_of("document", "Thiếu “{}”.", "“{}” is missing.", &["document"]);
    }
    let revision = cursor.optional_number("revision").unwrap_or_default();
    Stored {
        revision: u64::try_from(revision).unwrap_or_default(),
        saved: cursor.text("saved"),
        document: document.map(Value::to_string).unwrap_or_default(),
    }
}

fn is_pair(path: &str) -> bool {
    let mut parts = path.split('/');
    let both = [parts.next(), parts.next()];
    parts.next().is_none() && both.iter().all(|part| part.is_some_and(is_plain))
}

fn check(cursor: &mut Cursor<'_>, name: &'static str, text: &str, fits: bool) {
    if !fits && cursor.holds_text(name) {
        cursor.complain_of(
            name,
            "Mã “{}” bị trùng hoặc không dùng được.",
            "Id “{}” occurs twice or cannot be used.",
            &[text],
        );
    }
}
