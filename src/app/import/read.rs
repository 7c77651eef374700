//! What a file is that was chosen: read whole, compared with what is kept here, before anything is shown.

use super::tables::Tables;
use super::words::words as own_words;
use super::{Chosen, Ready, kept_report};
use crate::app::out::sentence;
use crate::app::page::Page;
use crate::app::plan::look_at_books;
use crate::app::words::words;
use crate::browser::files;
use crate::browser::office::{self, Read, Trouble};
use crate::exchange::{preview, read_source};
use crate::format::{Complaint, read_book};
use crate::period::Period;
use crate::report::{Session, Severity};
use crate::store::report_key;
use crate::words::{Language, Phrase};
use js_sys::Uint8Array;
use std::sync::Arc;
use web_sys::File;

/// The most bytes of a file that is read: as many as the second program takes (`office::refusal`).
pub const MAX_FILE: u64 = 16 * 1024 * 1024;

/// What came of the file that was chosen. `reading` is told its name where it takes longer.
pub(super) async fn read(page: Page, reading: &dyn Fn(&str), file: File) -> Chosen {
    let name = file.name();
    let refuse = |phrase| Chosen::Refused {
        name: name.clone(),
        complaints: vec![Complaint::new("", phrase)],
    };
    let bytes = match files::read_bytes(&file, MAX_FILE).await {
        Ok(bytes) => bytes,
        Err(trouble) => return refuse(trouble_words(&trouble)),
    };
    // Our own documents need nobody else to be read.
    if is_json(&bytes) {
        let Ok(text) = String::from_utf8(bytes.to_vec()) else {
            return refuse(trouble_words(&files::FileTrouble::NotText));
        };
        return document(page, name, &text, Vec::new()).await;
    }
    reading(&name);
    match opened(page, &bytes).await {
        Ok(Read::Document { text, told }) => document(page, name, &text, told).await,
        Ok(Read::Tables { blocks, .. }) if blocks.is_empty() => refuse(Phrase::new(
            own_words(Language::Vi).no_table,
            own_words(Language::En).no_table,
        )),
        Ok(Read::Tables { blocks, .. }) => Chosen::Tables(Tables::of(page, name, blocks).await),
        Ok(Read::NeedsForm(id)) => refuse(no_form(&id)),
        Err(trouble) => refuse(sentence(trouble)),
    }
}

/// Reads a file of another program; where it is a workbook of ours, with its form set.
pub async fn opened(page: Page, bytes: &Uint8Array) -> Result<Read, Trouble> {
    match office::open_file(bytes, None).await? {
        Read::NeedsForm(id) => match page.form_text(&id).await {
            Ok(form) => office::open_file(bytes, Some(&form)).await,
            Err(_) => Ok(Read::NeedsForm(id)),
        },
        read => Ok(read),
    }
}

/// Whether a file begins as a document in JSON does, or has nothing in it.
pub fn is_json(bytes: &Uint8Array) -> bool {
    const HEAD: u32 = 64;
    let head = bytes.subarray(0, HEAD).to_vec();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(first, None | Some(b'{' | b'['))
}

/// What one of our documents would change.
pub(super) async fn document(page: Page, name: String, text: &str, told: Vec<Phrase>) -> Chosen {
    let of_refusal = name.clone();
    let refuse = |complaints| Chosen::Refused {
        name: of_refusal.clone(),
        complaints,
    };
    let source = match read_source(text) {
        Ok(source) => source,
        Err(_) if is_backup(text) => {
            return refuse(vec![Complaint::new("format", backup_words())]);
        }
        Err(complaints) => {
            let Ok(book) = read_book(text) else {
                return refuse(complaints);
            };
            let mut previews = look_at_books(page, &[book]).await;
            return match previews.pop() {
                Some(preview) => Chosen::Tasks { name, preview },
                None => refuse(complaints),
            };
        }
    };
    let Ok(form) = page.form_when_known(&source.report.form.id).await else {
        let id = &source.report.form.id;
        return refuse(vec![Complaint::new("form.id", no_form(id))]);
    };
    let period = Period::parse(&source.report.period.id);
    if !period.is_some_and(|period| form.form.periods.contains(&period.kind)) {
        let id = &source.report.period.id;
        let say = |language| format!("{} {id}", words(language).import_no_period);
        return refuse(vec![Complaint::new(
            "period.id",
            Phrase::new(say(Language::Vi), say(Language::En)),
        )]);
    }
    let here = kept_report(page, &report_key(&source.report.key().path())).await;
    let incoming = Session::open(form.clone(), source.report.clone());
    let of = |severity| {
        incoming
            .findings()
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    Chosen::Ready(Arc::new(Ready {
        preview: preview(&source, &incoming, here.as_ref()),
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        replaces: here.is_some(),
        books: look_at_books(page, &source.books).await,
        told,
        is_file: true,
        name,
        form,
    }))
}

fn no_form(id: &str) -> Phrase {
    let say = |language| format!("{} {id}", words(language).import_no_form);
    Phrase::new(say(Language::Vi), say(Language::En))
}

/// Whether a text is a backup: its format stands near its beginning.
fn is_backup(text: &str) -> bool {
    const HEAD: usize = 200;
    text.get(..HEAD)
        .unwrap_or(text)
        .contains("\"bieumau.backup/")
}

fn backup_words() -> Phrase {
    Phrase::new(
        "Tệp này là bản sao lưu nhiều báo cáo. Mở tệp ở mục “Sao lưu và khôi phục” trên Trang chính hoặc trang Cài đặt.",
        "This file is a backup of several reports. Open it under “Backup and restore” on the page Home or Settings.",
    )
}

/// Why a file was not read, and what to do.
pub fn trouble_words(trouble: &files::FileTrouble) -> Phrase {
    match trouble {
        files::FileTrouble::TooLarge { .. } => Phrase::new(
            "Tệp lớn quá 16 MB nên không được đọc.",
            "The file is larger than 16 MB and was not read.",
        ),
        files::FileTrouble::NotText => Phrase::new(
            "Tệp không phải là văn bản UTF-8, nên không phải tệp JSON do Biểu Mẫu xuất ra.",
            "The file is not UTF-8 text, so it is not a JSON file exported by Biểu Mẫu.",
        ),
        files::FileTrouble::Unreadable(_) => Phrase::new(
            "Trình duyệt không đọc được tệp. Chép tệp vào máy rồi chọn lại.",
            "The browser could not read the file. Copy it to this machine and choose it again.",
        ),
    }
}
