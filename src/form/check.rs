//! The self-check that every form set passes before it is used: written → numbered, bound, ordered.

use super::bind::bind;
use super::listener::{Checker, Listener, Nobody};
use super::{
    Accumulation, CellId, Choice, Consolidation, Form, FormIssue, FormSet, Kind, Level, Row,
    RowWritten, Sheet,
};
use crate::formula::Type;
use crate::gather::Map;
use crate::period::PeriodKind;
use crate::words::Phrase;
use std::fmt::Display;

/// The most rows that a form set may have. The largest real one has 127; the benchmark uses 4,000.
pub const MAX_ROWS: usize = 20_000;

/// Decimals of a ratio that does not say (DESIGN.md section 5).
const RATIO_DECIMALS: u8 = 2;
/// Decimals of money that does not say.
const MONEY_DECIMALS: u8 = 3;
/// The most decimals that a row may ask for.
const MAX_DECIMALS: u32 = 6;

/// Checks a form set. What is wrong is listed; what is right is kept, so that a broken formula spoils its
/// own cell only.
pub fn check(set: FormSet) -> (Form, Vec<FormIssue>) {
    let mut checker = Checker::<Vec<FormIssue>>::default();
    let form = checker.form(set);
    (form, checker.listener)
}

/// The same for a form set that is known to be without issues, or none of which anybody would read.
pub fn build(set: FormSet) -> Form {
    Checker::<Nobody>::default().form(set)
}

/// Where a row stands in the file, for issues that are found after the rows were numbered.
pub(super) struct Loose {
    pub(super) place: String,
    parent: Option<String>,
    formula: Option<String>,
    pub(super) fed_by: Option<String>,
}

impl<L: Listener> Checker<L> {
    fn form(&mut self, set: FormSet) -> Form {
        self.id(&"id", &set.id);
        if set.id.contains('#') {
            // It stands in the address of every report, behind a # of the page's own.
            self.tell(
                &"id",
                "Mã bộ biểu mẫu không được có dấu #.",
                "The id of a form set must not contain #.",
                &[],
            );
        }
        if set.version == 0 {
            self.tell(
                &"version",
                "Phiên bản phải từ 1 trở lên.",
                "The version must be 1 or more.",
                &[],
            );
        }
        self.phrase(&"title", &set.title);
        if let Some(title) = &set.printed_title {
            self.phrase(&"printed_title", title);
        }
        let mut form = Form {
            id: set.id,
            version: set.version,
            printed_title: set.printed_title.unwrap_or_else(|| set.title.clone()),
            title: set.title,
            source: set.source,
            periods: self.periods(&set.periods),
            rules: set.rules,
            ..Form::default()
        };
        let mut loose = Vec::new();
        let mut sheet_ids = Map::new_vec();
        if set.sheets.is_empty() {
            self.tell(
                &"sheets",
                "Bộ biểu mẫu chưa có biểu nào.",
                "The form set has no sheet.",
                &[],
            );
        }
        for (number, written) in set.sheets.into_iter().enumerate() {
            let place = L::place(&format_args!("sheets[{number}] ({})", written.id));
            self.id(&place, &written.id);
            if sheet_ids.insert(written.id.clone(), ()).is_some() {
                self.tell(
                    &place,
                    "Mã biểu “{}” bị trùng.",
                    "Sheet id “{}” occurs twice.",
                    &[&written.id],
                );
            }
            self.phrase(&format_args!("{place}.name"), &written.name);
            self.phrase(&format_args!("{place}.title"), &written.title);
            let first = count(form.rows.len());
            for (at, row) in written.rows.into_iter().enumerate() {
                if form.rows.len() >= MAX_ROWS {
                    self.tell(
                        &place,
                        "Bộ biểu mẫu có quá {} dòng.",
                        "The form set has more than {} rows.",
                        &[&MAX_ROWS.to_string()],
                    );
                    break;
                }
                let place = L::place(&format_args!("sheets[{number}].rows[{at}] ({})", row.id));
                let cell = CellId(count(form.rows.len()));
                if form.cell_of.insert(row.id.clone(), cell).is_some() {
                    self.tell(
                        &place,
                        "Mã dòng “{}” bị trùng; mỗi dòng cần một mã riêng.",
                        "Row id “{}” occurs twice; every row needs an id of its own.",
                        &[&row.id],
                    );
                }
                loose.push(Loose {
                    place: place.clone(),
                    parent: row.parent.clone(),
                    formula: row.formula.clone(),
                    fed_by: row.fed_by.clone(),
                });
                let row = self.row(&place, number, row);
                form.rows.push(row);
            }
            form.sheets.push(Sheet {
                id: written.id,
                appendix: written.appendix,
                name: written.name,
                title: written.title,
                helper: written.helper,
                rows: first..count(form.rows.len()),
            });
        }
        self.parents(&mut form, &loose);
        self.formulas(&mut form, &loose);
        self.feeds(&mut form, &loose);
        self.denominators(&form, &loose);
        self.order(&mut form, &loose);
        form.in_words = set.narrative;
        form
    }

    fn periods(&mut self, words: &[String]) -> Vec<PeriodKind> {
        let mut periods = Vec::new();
        for (number, word) in words.iter().enumerate() {
            match PeriodKind::from_word(word) {
                Some(kind) => periods.push(kind),
                None => self.tell(
                    &format_args!("periods[{number}]"),
                    "Không có kỳ báo cáo “{}”; dùng Q1, Q2, Q3, Q4, S1, N1 hoặc Y.",
                    "There is no period “{}”; use Q1, Q2, Q3, Q4, S1, N1 or Y.",
                    &[word],
                ),
            }
        }
        if periods.is_empty() {
            self.tell(
                &"periods",
                "Bộ biểu mẫu chưa nêu kỳ báo cáo.",
                "The form set names no period.",
                &[],
            );
        }
        periods
    }

    /// Ids stand in addresses, attributes and file names, so they keep to letters that need no escape.
    pub(super) fn id(&mut self, place: &dyn Display, id: &str) {
        if !is_id(id) {
            self.tell(
                place,
                "Mã “{}” phải có từ 1 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . - _ #",
                "Id “{}” must have 1 to 100 signs: unaccented letters, digits and . - _ #",
                &[id],
            );
        }
    }

    pub(super) fn phrase(&mut self, place: &dyn Display, phrase: &Phrase) {
        if phrase.vi.trim().is_empty() || phrase.en.trim().is_empty() {
            self.tell(
                place,
                "Cần có chữ bằng cả tiếng Việt (vi) và tiếng Anh (en).",
                "A text is needed in both Vietnamese (vi) and English (en).",
                &[],
            );
        }
    }

    fn word<T>(
        &mut self,
        place: &dyn Display,
        what: &str,
        word: Option<&str>,
        meaning: Option<T>,
        otherwise: T,
    ) -> T {
        match (word, meaning) {
            (_, Some(meaning)) => meaning,
            (None, None) => otherwise,
            (Some(word), None) => {
                self.tell(
                    &format_args!("{place}.{what}"),
                    "Không hiểu giá trị “{}”.",
                    "The value “{}” is not known.",
                    &[word],
                );
                otherwise
            }
        }
    }

    fn row(&mut self, place: &str, sheet: usize, written: RowWritten) -> Row {
        self.id(&place, &written.id);
        self.phrase(&format_args!("{place}.label"), &written.label);
        let kind = self.word(
            &place,
            "kind",
            Some(&written.kind),
            Kind::from_word(&written.kind),
            Kind::Text,
        );
        let options = self.options(place, kind, &written);
        let decimals = match (kind, written.decimals) {
            (_, Some(decimals)) if decimals > MAX_DECIMALS => {
                self.tell(
                    &place,
                    "Số chữ số thập phân phải từ 0 đến {}.",
                    "Decimals must be 0 to {}.",
                    &[&MAX_DECIMALS.to_string()],
                );
                RATIO_DECIMALS
            }
            (_, Some(decimals)) => u8::try_from(decimals).unwrap_or(RATIO_DECIMALS),
            (Kind::Money, None) => MONEY_DECIMALS,
            (Kind::Count, None) => 0,
            (_, None) => RATIO_DECIMALS,
        };
        if written.formula.is_some() && !kind.is_number() {
            self.tell(
                &place,
                "Chỉ dòng số (count, money, decimal, ratio) mới có công thức.",
                "Only a row that holds a number (count, money, decimal, ratio) has a formula.",
                &[],
            );
        }
        let accumulation = written.accumulation.as_deref();
        let consolidation = written.consolidation.as_deref();
        Row {
            sheet,
            kind,
            decimals,
            options,
            accumulation: self.word(
                &place,
                "accumulation",
                accumulation,
                accumulation.and_then(Accumulation::from_word),
                Accumulation::Window,
            ),
            consolidation: self.word(
                &place,
                "consolidation",
                consolidation,
                consolidation.and_then(Consolidation::from_word),
                Consolidation::None,
            ),
            filled_by: self.levels(place, written.filled_by.as_deref()),
            offer: self.offer(place, kind, &written),
            id: written.id,
            code: written.code,
            label: written.label,
            measure: written.measure.unwrap_or_default(),
            parent: None,
            depth: 0,
            lead: written.lead,
            remark: written.remark,
            formula: None,
            fed_by: None,
            denominator: written.denominator,
        }
    }

    fn levels(&mut self, place: &str, words: Option<&[String]>) -> Vec<Level> {
        let Some(words) = words else {
            return Level::ALL.iter().map(|(_, level)| *level).collect();
        };
        words
            .iter()
            .map(|word| {
                self.word(
                    &place,
                    "filled_by",
                    Some(word),
                    Level::from_word(word),
                    Level::Province,
                )
            })
            .collect()
    }

    fn options(&mut self, place: &str, kind: Kind, written: &RowWritten) -> Vec<Choice> {
        if (kind == Kind::Choice) == written.options.is_empty() {
            self.tell(
                &place,
                "Dòng lựa chọn (choice) phải có danh mục lựa chọn (options); dòng khác thì không.",
                "A choice row must have options; other rows must not.",
                &[],
            );
        }
        let mut codes = Map::new_vec();
        for option in &written.options {
            self.phrase(&format_args!("{place}.options"), &option.label);
            if option.code.is_empty() || codes.insert(option.code.as_str(), ()).is_some() {
                self.tell(
                    &place,
                    "Mã lựa chọn “{}” để trống hoặc bị trùng.",
                    "Option code “{}” is empty or occurs twice.",
                    &[&option.code],
                );
            }
        }
        written
            .options
            .iter()
            .map(|option| Choice {
                code: option.code.clone(),
                label: option.label.clone(),
            })
            .collect()
    }

    /// A parent stands above its child on the same sheet, so no chain of parents can close.
    fn parents(&mut self, form: &mut Form, loose: &[Loose]) {
        for (number, row) in loose.iter().enumerate() {
            let Some(parent) = &row.parent else { continue };
            let above = form
                .cell(parent)
                .filter(|cell| cell.place() < number)
                .and_then(|cell| {
                    let parent = form.row(cell)?;
                    (parent.sheet == form.rows.get(number)?.sheet).then_some((cell, parent.depth))
                });
            match (above, form.rows.get_mut(number)) {
                (Some((cell, depth)), Some(row)) => {
                    row.parent = Some(cell);
                    row.depth = depth.saturating_add(1);
                }
                _ => self.tell(
                    &row.place,
                    "Dòng cha “{}” không có ở phía trên trong cùng biểu.",
                    "Parent row “{}” does not stand above it on the same sheet.",
                    &[parent],
                ),
            }
        }
    }

    fn formulas(&mut self, form: &mut Form, loose: &[Loose]) {
        for (number, row) in loose.iter().enumerate() {
            let Some(text) = &row.formula else { continue };
            match bind(form, text, Type::Number) {
                Ok(bound) => {
                    if let Some(row) = form.rows.get_mut(number).filter(|row| row.kind.is_number())
                    {
                        row.formula = Some(bound);
                    }
                }
                Err(problem) => {
                    let place = format_args!("{}.formula", row.place);
                    self.listener.hear(&place, || problem.words());
                }
            }
        }
    }
}

/// Whether a text may be the id of a sheet, a row or a rule: 1 to 100 letters, digits and `. - _ #`.
pub(crate) fn is_id(text: &str) -> bool {
    let fits = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | '#');
    !text.is_empty() && text.len() <= 100 && text.chars().all(fits)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
