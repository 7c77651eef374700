//! A workbook of ours that comes back: the document that it carries, and what was changed in its cells since.
//!
//! A cell that shows what the document shows was not touched, and its entry stays what it was, whatever the spreadsheet
//! has made of it. Only a cell that shows something else was typed in.

use super::empty::period_of;
use super::kept::Kept;
use super::shown::{NOT_APPLICABLE, Shown, figure, note, option_of};
use crate::exchange::{export_json, export_json_with, read_source};
use crate::form::{CellId, Form, Kind, Row};
use crate::format::Complaint;
use crate::number::write;
use crate::report::{Agency, Entry, FormName, OpenForm, Report, ReportPeriod, Session};
use crate::report::{code_from_name, is_plain};
use crate::words::{Phrase, filled};
use std::sync::Arc;

/// A workbook as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// What lay out of sight.
    pub kept: Kept,
    /// What the first worksheet says, by [`super::Key::word`].
    pub facts: Vec<(String, String)>,
    /// What stands beside each row id that was found.
    pub lines: Vec<ReturnedLine>,
}

/// A line as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReturnedLine {
    /// The row id.
    pub row: String,
    /// The column of figures.
    pub figure: Shown,
    /// The column of notes.
    pub note: Shown,
    /// Whether the figure is computed by the spreadsheet.
    pub is_formula: bool,
}

/// The report that a workbook brings.
#[derive(Debug)]
pub struct Brought {
    /// Its document. Where nothing was changed it is the very document that was exported. None for an empty form on
    /// which agency or period are not filled in.
    pub document: Option<String>,
    /// The report, open, with what was typed in the spreadsheet. Without a document it has no agency or no period yet.
    pub session: Session,
    /// The cells that were changed in the spreadsheet.
    pub edited: Vec<Edited>,
    /// Computed cells that show something else in the spreadsheet than is computed here.
    pub differing: Vec<Differing>,
    /// The ids of rows that the workbook no longer has.
    pub missing: Vec<String>,
}

/// A cell that was changed in the spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The row.
    pub cell: CellId,
    /// Whether it is the note, and not the figure.
    pub is_note: bool,
    /// What it showed when it was exported.
    pub before: String,
    /// What it shows now.
    pub after: String,
}

/// A computed cell whose value in the spreadsheet is not the one computed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The row.
    pub cell: CellId,
    /// As the spreadsheet shows it.
    pub stated: String,
    /// As it is computed here.
    pub computed: String,
}

impl Brought {
    /// What the officer should know, in words.
    pub fn told(&self) -> Vec<Phrase> {
        let form = &self.session.form().form;
        let mut told = Vec::new();
        if !self.edited.is_empty() {
            told.push(Phrase::said(
                "Tệp Excel này do trang lập; {} ô đã được sửa trong Excel.",
                "This workbook was made by the page; {} of its cells were changed in Excel.",
                &[&self.edited.len().to_string()],
            ));
        }
        for differing in &self.differing {
            let address = form.address(differing.cell);
            let said = |template: &str, address: &str| {
                filled(template, &[address, &differing.stated, &differing.computed])
            };
            told.push(Phrase::new(
                said(
                    "{}: bảng tính ghi “{}”, tính lại được “{}”. Trang này dùng giá trị tính lại.",
                    &address.vi,
                ),
                said(
                    "{}: the workbook says “{}”, computed anew it is “{}”. The page uses the computed value.",
                    &address.en,
                ),
            ));
        }
        if !self.missing.is_empty() {
            told.push(Phrase::said(
                "Bảng tính thiếu {} dòng của bộ biểu mẫu; số liệu của các dòng đó giữ như khi xuất.",
                "The workbook lacks {} rows of the form set; their figures stay as they were exported.",
                &[&self.missing.len().to_string()],
            ));
        }
        told
    }
}

impl Returned {
    /// The report that the workbook brings, on its form. `now` is UTC, `2026-03-10T02:11:09Z`: when it came back.
    ///
    /// # Errors
    /// Every place where the document in it is broken.
    pub fn brought(&self, form: &Arc<OpenForm>, now: &str) -> Result<Brought, Vec<Complaint>> {
        let is_empty_form = self.kept.document.is_empty();
        let (report, books) = if is_empty_form {
            (self.begun(&form.form, now), Vec::new())
        } else {
            let source = read_source(&self.kept.document)?;
            (source.with_reasons(), source.books)
        };
        let is_named = !report.agency.code.is_empty() && !report.period.id.is_empty();
        let mut brought = Brought {
            document: None,
            session: Session::open(form.clone(), report),
            edited: Vec::new(),
            differing: Vec::new(),
            missing: Vec::new(),
        };
        self.take_in(&mut brought, now);
        let session = &brought.session;
        brought.document = match (is_empty_form, brought.edited.is_empty()) {
            (true, _) => is_named.then(|| export_json(session)),
            (false, true) => Some(self.kept.document.clone()),
            (false, false) => Some(export_json_with(session, &books)),
        };
        Ok(brought)
    }

    fn take_in(&self, brought: &mut Brought, now: &str) {
        let form = brought.session.form().clone();
        let form = &form.form;
        let mut fed = Vec::new();
        for (cell, row) in form.cells().zip(&form.rows) {
            let Some(line) = self.lines.iter().find(|line| line.row == row.id) else {
                brought.missing.push(row.id.clone());
                continue;
            };
            let before = note(&brought.session, cell);
            let now_there = line.note.as_text();
            if !now_there.is_same(&before) {
                let after = now_there.written();
                brought.session.set_note(cell, after.trim());
                brought.put(cell, true, before, after, now);
            }
            if row.computation().is_some() {
                fed.push((cell, row, line));
            } else {
                brought.enter(cell, row, line, now);
            }
        }
        // What is computed comes last, when everything that it is computed from is in.
        for (cell, row, line) in fed {
            if brought.session.derived(cell).is_none() && brought.is_typed(row, line) {
                brought.enter(cell, row, line, now);
                continue;
            }
            let shown = figure(&brought.session, cell);
            if !line.figure.is_same(&shown) {
                brought.differing.push(Differing {
                    cell,
                    stated: line.figure.written(),
                    computed: shown.written(),
                });
            }
        }
    }

    /// The report of an empty form that was filled; agency and period may be missing.
    fn begun(&self, form: &Form, now: &str) -> Report {
        let fact = |key: &str| {
            let fact = self.facts.iter().find(|(known, _)| known == key);
            fact.map_or("", |(_, text)| text.trim())
        };
        let (name, code) = (fact("agency"), fact("code"));
        let code = match (is_plain(code), name) {
            (true, _) => code.to_owned(),
            (false, "") => String::new(),
            (false, name) => code_from_name(name),
        };
        let period = period_of(form, fact("period"), fact("year"));
        Report::begin(
            FormName {
                id: form.id.clone(),
                version: form.version,
            },
            Agency {
                name: if name.is_empty() { &code } else { name }.to_owned(),
                code,
                ..Agency::default()
            },
            ReportPeriod {
                id: period.map_or_else(String::new, |period| period.id()),
                ..ReportPeriod::default()
            },
            now,
        )
    }
}

impl Brought {
    /// Whether the figure of a fed row that nothing feeds was typed: a number, or a calculation of the officer's own. Our
    /// formula shows nothing while every row that it reads is blank.
    fn is_typed(&self, row: &Row, line: &ReturnedLine) -> bool {
        let reads = row.fed_by.iter().flat_map(|bound| &bound.cells);
        let mut reads = reads.map(|cell| self.session.entry(*cell));
        !line.is_formula
            || (line.figure != Shown::Blank && reads.all(|entry| *entry == Entry::Blank))
    }

    fn enter(&mut self, cell: CellId, row: &Row, line: &ReturnedLine, now: &str) {
        let before = figure(&self.session, cell);
        let there = match row.kind {
            Kind::Text => line.figure.as_text(),
            _ => line.figure.clone(),
        };
        if !row.is_entry() || there.is_same(&before) {
            return;
        }
        let session = &mut self.session;
        match &there {
            Shown::Blank => session.replace(cell, Entry::Blank),
            Shown::Text(text) if text.trim() == NOT_APPLICABLE => {
                session.replace(cell, Entry::NotApplicable)
            }
            // A number of the spreadsheet needs no reading: it has one meaning. But a count that is not whole may be
            // 12,345 of an English hand that a machine has taken for a fraction, so it is read and asked about.
            Shown::Number(number)
                if row.kind.is_number() && (row.kind != Kind::Count || number.is_whole()) =>
            {
                session.replace(cell, Entry::Number(*number))
            }
            other => {
                let text = match other {
                    Shown::Number(number) if row.kind == Kind::Choice => number.canonical(),
                    Shown::Number(number) => write(*number),
                    other => other.written(),
                };
                let option = option_of(row, &text).map(|option| option.code.clone());
                session.enter(cell, option.as_deref().unwrap_or(&text))
            }
        };
        let after = there.written();
        self.put(cell, false, before, after, now);
    }

    fn put(&mut self, cell: CellId, is_note: bool, before: Shown, after: String, now: &str) {
        self.session.touch(now);
        self.edited.push(Edited {
            cell,
            is_note,
            before: before.written(),
            after,
        });
    }
}
