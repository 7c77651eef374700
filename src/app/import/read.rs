//! What a file is that was chosen: read whole, compared with what is kept here, before anything is shown.

use super::{Chosen, Ready, here};
use crate::app::page::Page;
use crate::app::plan::look_at_books;
use crate::app::words::words;
use crate::browser::{Opened, files};
use crate::exchange::{preview, read_source};
use crate::format::{Complaint, MAX_BYTES, read_book};
use crate::period::Period;
use crate::report::{Session, Severity};
use crate::store::report_key;
use crate::words::{Language, Phrase};
use std::sync::Arc;
use web_sys::File;

/// What came of the file that was chosen.
pub(super) async fn read(page: Page, file: File) -> Chosen {
    let name = file.name();
    let of_refusal = name.clone();
    let refuse = |complaints| Chosen::Refused {
        name: of_refusal.clone(),
        complaints,
    };
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let text = match files::read_text(&file, limit).await {
        Ok(text) => text,
        Err(trouble) => return refuse(vec![Complaint::new("", trouble_words(&trouble))]),
    };
    let source = match read_source(&text) {
        Ok(source) => source,
        Err(_) if is_backup(&text) => {
            return refuse(vec![Complaint::new("format", backup_words())]);
        }
        Err(complaints) => {
            let Ok(book) = read_book(&text) else {
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
        let say = |language| format!("{} {id}", words(language).import_no_form);
        return refuse(vec![Complaint::new(
            "form.id",
            Phrase::new(say(Language::Vi), say(Language::En)),
        )]);
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
    let kept = Opened::read(page.shelf(), &report_key(&source.report.key().path())).await;
    let here = here(&kept.loaded);
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
        name,
        form,
    }))
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

fn trouble_words(trouble: &files::FileTrouble) -> Phrase {
    match trouble {
        files::FileTrouble::TooLarge { .. } => Phrase::new(
            "Tệp lớn quá 4 MB nên không được đọc.",
            "The file is larger than 4 MB and was not read.",
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
