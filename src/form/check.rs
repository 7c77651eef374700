//! The self-check that every form set passes before it is used: written → numbered, bound, ordered.

use super::{
    Accumulation, BoundFormula, CellId, Choice, Consolidation, Form, FormIssue, FormSet, Kind, Level, Row,
    RowWritten, Sheet,
};
use crate::formula::{Formula, Type};
use crate::period::PeriodKind;
use crate::words::Phrase;
use std::collections::{BTreeMap, BTreeSet};

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
    let mut checker = Checker::default();
    let form = checker.form(set);
    (form, checker.issues)
}

#[derive(Default)]
struct Checker {
    issues: Vec<FormIssue>,
}

/// Where a row stands in the file, for issues that are found after the rows were numbered.
struct Loose {
    place: String,
    parent: Option<String>,
    formula: Option<String>,
}

impl Checker {
    fn say(&mut self, place: &str, vi: String, en: String) {
        self.issues.push(FormIssue::new(place, Phrase::new(vi, en)));
    }

    fn form(&mut self, set: FormSet) -> Form {
        self.id("id", &set.id);
        if set.version == 0 {
            self.say("version", "Phiên bản phải từ 1 trở lên.".into(), "The version must be 1 or more.".into());
        }
        self.phrase("title", &set.title);
        let mut form = Form {
            id: set.id,
            version: set.version,
            title: set.title,
            source: set.source,
            periods: self.periods(&set.periods),
            rules: set.rules,
            ..Form::default()
        };
        let mut loose = Vec::new();
        let mut sheet_ids = BTreeSet::new();
        if set.sheets.is_empty() {
            self.say("sheets", "Bộ biểu mẫu chưa có biểu nào.".into(), "The form set has no sheet.".into());
        }
        for (number, written) in set.sheets.into_iter().enumerate() {
            let place = format!("sheets[{number}] ({})", written.id);
            self.id(&place, &written.id);
            if !sheet_ids.insert(written.id.clone()) {
                self.say(&place, format!("Mã biểu “{}” bị trùng.", written.id), format!("Sheet id “{}” occurs twice.", written.id));
            }
            self.phrase(&format!("{place}.title"), &written.title);
            let first = count(form.rows.len());
            for (at, row) in written.rows.into_iter().enumerate() {
                if form.rows.len() >= MAX_ROWS {
                    self.say(&place, format!("Bộ biểu mẫu có quá {MAX_ROWS} dòng."), format!("The form set has more than {MAX_ROWS} rows."));
                    break;
                }
                let place = format!("sheets[{number}].rows[{at}] ({})", row.id);
                let cell = CellId(count(form.rows.len()));
                if form.cell_of.insert(row.id.clone(), cell).is_some() {
                    self.say(&place, format!("Mã dòng “{}” bị trùng; mỗi dòng cần một mã riêng.", row.id), format!("Row id “{}” occurs twice; every row needs an id of its own.", row.id));
                }
                loose.push(Loose { place: place.clone(), parent: row.parent.clone(), formula: row.formula.clone() });
                let row = self.row(&place, number, row);
                form.rows.push(row);
            }
            form.sheets.push(Sheet {
                id: written.id,
                appendix: written.appendix,
                name: written.name,
                title: written.title,
                rows: first..count(form.rows.len()),
            });
        }
        self.parents(&mut form, &loose);
        self.formulas(&mut form, &loose);
        self.order(&mut form, &loose);
        form
    }

    fn periods(&mut self, words: &[String]) -> Vec<PeriodKind> {
        let mut periods = Vec::new();
        for (number, word) in words.iter().enumerate() {
            match PeriodKind::from_word(word) {
                Some(kind) => periods.push(kind),
                None => self.say(
                    &format!("periods[{number}]"),
                    format!("Không có kỳ báo cáo “{word}”; dùng Q1, Q2, Q3, Q4, S1, N1 hoặc Y."),
                    format!("There is no period “{word}”; use Q1, Q2, Q3, Q4, S1, N1 or Y."),
                ),
            }
        }
        if periods.is_empty() {
            self.say("periods", "Bộ biểu mẫu chưa nêu kỳ báo cáo.".into(), "The form set names no period.".into());
        }
        periods
    }

    /// Ids stand in addresses, attributes and file names, so they keep to letters that need no escape.
    fn id(&mut self, place: &str, id: &str) {
        let fits = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | '#');
        if id.is_empty() || id.len() > 100 || !id.chars().all(fits) {
            self.say(
                place,
                format!("Mã “{id}” phải có từ 1 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . - _ #"),
                format!("Id “{id}” must have 1 to 100 signs: unaccented letters, digits and . - _ #"),
            );
        }
    }

    fn phrase(&mut self, place: &str, phrase: &Phrase) {
        if phrase.vi.trim().is_empty() || phrase.en.trim().is_empty() {
            self.say(
                place,
                "Cần có chữ bằng cả tiếng Việt (vi) và tiếng Anh (en).".into(),
                "A text is needed in both Vietnamese (vi) and English (en).".into(),
            );
        }
    }

    fn word<T>(&mut self, place: &str, what: &str, word: Option<&str>, meaning: Option<T>, otherwise: T) -> T {
        match (word, meaning) {
            (_, Some(meaning)) => meaning,
            (None, None) => otherwise,
            (Some(word), None) => {
                self.say(
                    &format!("{place}.{what}"),
                    format!("Không hiểu giá trị “{word}”."),
                    format!("The value “{word}” is not known."),
                );
                otherwise
            }
        }
    }

    fn row(&mut self, place: &str, sheet: usize, written: RowWritten) -> Row {
        self.id(place, &written.id);
        self.phrase(&format!("{place}.label"), &written.label);
        let kind = self.word(place, "kind", Some(&written.kind), Kind::from_word(&written.kind), Kind::Text);
        let options = self.options(place, kind, &written);
        let decimals = match (kind, written.decimals) {
            (_, Some(decimals)) if decimals > MAX_DECIMALS => {
                self.say(place, format!("Số chữ số thập phân phải từ 0 đến {MAX_DECIMALS}."), format!("Decimals must be 0 to {MAX_DECIMALS}."));
                RATIO_DECIMALS
            }
            (_, Some(decimals)) => u8::try_from(decimals).unwrap_or(RATIO_DECIMALS),
            (Kind::Money, None) => MONEY_DECIMALS,
            (Kind::Count, None) => 0,
            (_, None) => RATIO_DECIMALS,
        };
        if written.formula.is_some() && !kind.is_number() {
            self.say(
                place,
                "Chỉ dòng số (count, money, decimal, ratio) mới có công thức.".into(),
                "Only a row that holds a number (count, money, decimal, ratio) has a formula.".into(),
            );
        }
        let accumulation = written.accumulation.as_deref();
        let consolidation = written.consolidation.as_deref();
        Row {
            sheet,
            kind,
            decimals,
            options,
            accumulation: self.word(place, "accumulation", accumulation, accumulation.and_then(Accumulation::from_word), Accumulation::Window),
            consolidation: self.word(place, "consolidation", consolidation, consolidation.and_then(Consolidation::from_word), Consolidation::None),
            filled_by: self.levels(place, written.filled_by.as_deref()),
            id: written.id,
            code: written.code,
            label: written.label,
            measure: written.measure.unwrap_or_default(),
            parent: None,
            depth: 0,
            lead: written.lead,
            remark: written.remark,
            formula: None,
        }
    }

    fn levels(&mut self, place: &str, words: Option<&[String]>) -> Vec<Level> {
        let Some(words) = words else {
            return Level::ALL.iter().map(|(_, level)| *level).collect();
        };
        words
            .iter()
            .map(|word| self.word(place, "filled_by", Some(word), Level::from_word(word), Level::Province))
            .collect()
    }

    fn options(&mut self, place: &str, kind: Kind, written: &RowWritten) -> Vec<Choice> {
        if (kind == Kind::Choice) == written.options.is_empty() {
            self.say(
                place,
                "Dòng lựa chọn (choice) phải có danh mục lựa chọn (options); dòng khác thì không.".into(),
                "A choice row must have options; other rows must not.".into(),
            );
        }
        let mut codes = BTreeSet::new();
        for option in &written.options {
            self.phrase(&format!("{place}.options"), &option.label);
            if option.code.is_empty() || !codes.insert(option.code.as_str()) {
                self.say(place, format!("Mã lựa chọn “{}” để trống hoặc bị trùng.", option.code), format!("Option code “{}” is empty or occurs twice.", option.code));
            }
        }
        written
            .options
            .iter()
            .map(|option| Choice { code: option.code.clone(), label: option.label.clone() })
            .collect()
    }

    /// A parent stands above its child on the same sheet, so no chain of parents can close.
    fn parents(&mut self, form: &mut Form, loose: &[Loose]) {
        for (number, row) in loose.iter().enumerate() {
            let Some(parent) = &row.parent else { continue };
            let above = form.cell(parent).filter(|cell| cell.place() < number).and_then(|cell| {
                let parent = form.row(cell)?;
                (parent.sheet == form.rows.get(number)?.sheet).then_some((cell, parent.depth))
            });
            match (above, form.rows.get_mut(number)) {
                (Some((cell, depth)), Some(row)) => {
                    row.parent = Some(cell);
                    row.depth = depth.saturating_add(1);
                }
                _ => self.say(
                    &row.place,
                    format!("Dòng cha “{parent}” không có ở phía trên trong cùng biểu."),
                    format!("Parent row “{parent}” does not stand above it on the same sheet."),
                ),
            }
        }
    }

    fn formulas(&mut self, form: &mut Form, loose: &[Loose]) {
        for (number, row) in loose.iter().enumerate() {
            let Some(text) = &row.formula else { continue };
            match bind(form, text, Type::Number) {
                Ok(bound) => {
                    if let Some(row) = form.rows.get_mut(number).filter(|row| row.kind.is_number()) {
                        row.formula = Some(bound);
                    }
                }
                Err(problem) => self.issues.push(FormIssue::new(format!("{}.formula", row.place), problem)),
            }
        }
    }

    /// Orders the computed rows by Kahn's method; what is left over stands on a cycle or behind one.
    fn order(&mut self, form: &mut Form, loose: &[Loose]) {
        let operands = |form: &Form, cell: CellId| -> Vec<CellId> {
            form.row(cell)
                .and_then(|row| row.formula.as_ref())
                .map(|bound| bound.cells.clone())
                .unwrap_or_default()
        };
        let computed: Vec<CellId> = form
            .cells()
            .filter(|cell| form.row(*cell).is_some_and(|row| row.formula.is_some()))
            .collect();
        let mut waits: BTreeMap<CellId, usize> = BTreeMap::new();
        let mut readers: BTreeMap<CellId, Vec<CellId>> = BTreeMap::new();
        for cell in &computed {
            let operands = operands(form, *cell);
            let on_computed = operands.iter().filter(|operand| {
                form.row(**operand).is_some_and(|row| row.formula.is_some())
            });
            waits.insert(*cell, on_computed.count());
            for operand in operands {
                readers.entry(operand).or_default().push(*cell);
            }
        }
        let mut ready: std::collections::VecDeque<CellId> =
            computed.iter().copied().filter(|cell| waits.get(cell) == Some(&0)).collect();
        let mut order = Vec::new();
        while let Some(cell) = ready.pop_front() {
            order.push(cell);
            for reader in readers.get(&cell).into_iter().flatten() {
                if let Some(left) = waits.get_mut(reader) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        ready.push_back(*reader);
                    }
                }
            }
        }
        let ordered: BTreeSet<CellId> = order.iter().copied().collect();
        for cell in computed.iter().filter(|cell| !ordered.contains(cell)) {
            let Some(place) = loose.get(cell.place()).map(|row| row.place.clone()) else { continue };
            let id = form.row(*cell).map(|row| row.id.clone()).unwrap_or_default();
            self.say(
                &format!("{place}.formula"),
                format!("Dòng “{id}” không tính được: công thức dùng đến chính dòng đó, trực tiếp hoặc qua dòng khác, hay dùng đến một dòng tính vòng quanh như vậy."),
                format!("Row “{id}” cannot be computed: its formula needs the row itself, directly or through others, or needs a row that is computed in such a circle."),
            );
            if let Some(row) = form.rows.get_mut(cell.place()) {
                row.formula = None;
            }
        }
        form.rank = vec![0; form.rows.len()];
        for (rank, cell) in (0_u32..).zip(&order) {
            if let Some(place) = form.rank.get_mut(cell.place()) {
                *place = rank;
            }
        }
        form.readers = form
            .cells()
            .map(|cell| readers.remove(&cell).unwrap_or_default())
            .map(|cells| cells.into_iter().filter(|cell| ordered.contains(cell)).collect())
            .collect();
        form.order = order;
    }
}

/// Parses a formula and turns its references into cells.
///
/// # Errors
/// What is wrong with it, naming the row: unknown, of a kind that holds no number, or of the wrong type.
pub(crate) fn bind(form: &Form, text: &str, wants: Type) -> Result<BoundFormula, Phrase> {
    let formula = Formula::parse(text).map_err(|error| error.words())?;
    if formula.gives() != wants {
        return Err(match wants {
            Type::Number => Phrase::new("Công thức phải cho ra một con số, không phải phép so sánh.", "The formula must give a number, not a comparison."),
            Type::Truth => Phrase::new("Điều kiện phải là phép so sánh, blank(…) hoặc filled(…).", "The condition must be a comparison, blank(…) or filled(…)."),
        });
    }
    let mut cells = Vec::new();
    for id in formula.rows() {
        match form.cell(id) {
            Some(cell) => cells.push(cell),
            None => {
                return Err(Phrase::new(
                    format!("Công thức nêu dòng “{id}” nhưng bộ biểu mẫu không có dòng này."),
                    format!("The formula names row “{id}”, which the form set does not have."),
                ));
            }
        }
    }
    for place in formula.rows_used_as_numbers() {
        let row = cells.get(place).and_then(|cell| form.row(*cell));
        if let Some(row) = row.filter(|row| !holds_number(row)) {
            return Err(Phrase::new(
                format!("Công thức dùng dòng “{}” như một con số, nhưng dòng này không chứa số.", row.id),
                format!("The formula uses row “{}” as a number, but that row holds none.", row.id),
            ));
        }
    }
    Ok(BoundFormula { formula, cells })
}

/// A choice row counts as the number of its option code, where every code is a number.
fn holds_number(row: &Row) -> bool {
    row.kind.is_number()
        || row.kind == Kind::Choice
            && row
                .options
                .iter()
                .all(|option| crate::number::Decimal::parse_canonical(&option.code).is_some())
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
