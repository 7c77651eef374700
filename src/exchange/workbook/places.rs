//! Where each row of the form stands in the workbook.

use super::sheets::heads;
use crate::form::{CellId, Form};
use crate::report::Session;
use crate::words::{Language, folded};

/// The most signs of a tab's name, by the limits of Excel.
const MAX_TAB: usize = 31;
/// How many lines the names of the columns take: their groups stand above them.
pub const HEAD_ROWS: u32 = 2;

/// Where the rows of a form stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// By sheet of the form: the name of its tab and the line of its first row, from 0.
    sheets: Vec<(String, u32)>,
}

impl Places {
    /// The places of a report's rows; `prefix` begins every tab.
    pub fn of_report(session: &Session, prefix: &str) -> Places {
        let form = &session.form().form;
        Places::of(form, &heads(form, Some(session)), prefix)
    }

    pub(super) fn of(form: &Form, heads: &[Vec<super::HeadLine>], prefix: &str) -> Places {
        let mut sheets: Vec<(String, u32)> = Vec::new();
        let is_told_apart = form.sheets.iter().all(|sheet| {
            let mut others = form.sheets.iter();
            others.all(|other| other.id == sheet.id || other.name != sheet.name)
        });
        for (sheet, head) in form.sheets.iter().zip(heads) {
            let (appendix, name) = (&sheet.appendix.vi, &sheet.name.vi);
            let name = match (name.trim(), appendix.trim()) {
                ("", _) => sheet.title.vi.clone(),
                (name, "") => name.to_owned(),
                (name, _) if is_told_apart => name.to_owned(),
                (name, appendix) => format!("{appendix} - {name}"),
            };
            let tab = tab(&format!("{prefix}{name}"), &sheets);
            let lines = u32::try_from(head.len()).unwrap_or(u32::MAX);
            sheets.push((tab, lines.saturating_add(HEAD_ROWS)));
        }
        Places { sheets }
    }

    /// The tab of a sheet of the form.
    pub fn tab(&self, sheet: usize) -> &str {
        self.sheets.get(sheet).map_or("", |(tab, _)| tab.as_str())
    }

    /// The line of a row on its tab, from 0.
    pub fn line(&self, form: &Form, cell: CellId) -> Option<u32> {
        let sheet = form.row(cell)?.sheet;
        let first = form.sheets.get(sheet)?.cells().next()?;
        let (_, line) = self.sheets.get(sheet)?;
        line.checked_add(cell.0.checked_sub(first.0)?)
    }

    /// The figure of a row as a formula on the tab of `from` names it: `D12`, or `'Sổ hồ sơ'!D12`.
    pub fn name(&self, form: &Form, cell: CellId, from: usize) -> Option<String> {
        let number = self.line(form, cell)?.checked_add(1)?;
        let sheet = form.row(cell)?.sheet;
        if sheet == from {
            return Some(format!("D{number}"));
        }
        let tab = self.tab(sheet).replace('\'', "''");
        Some(format!("'{tab}'!D{number}"))
    }
}

/// A name that a tab may bear and that no other bears.
fn tab(name: &str, others: &[(String, u32)]) -> String {
    let plain: String = name
        .chars()
        .map(|sign| match sign {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => '-',
            sign if sign.is_control() => ' ',
            sign => sign,
        })
        .collect();
    let plain = plain.trim().trim_matches('\'');
    let reserved = [super::cover::TAB, super::kept::TAB, "History"];
    let is_free = |tab: &str| {
        let mut taken = others.iter().map(|(tab, _)| tab.as_str()).chain(reserved);
        !tab.is_empty() && taken.all(|taken| folded(taken) != folded(tab))
    };
    let mut number = 1;
    loop {
        let end = if number == 1 {
            String::new()
        } else {
            format!(" ({number})")
        };
        let mut tab = String::new();
        for sign in plain.chars() {
            let units = tab.encode_utf16().count() + sign.len_utf16() + end.len();
            if units > MAX_TAB {
                break;
            }
            tab.push(sign);
        }
        let tab = format!("{}{end}", tab.trim().trim_matches('\''));
        if is_free(&tab) {
            return tab;
        }
        number += 1;
    }
}

/// The language of every sentence in a workbook.
pub const LANGUAGE: Language = Language::Vi;
