//! The formula of a row in the language of spreadsheets.
//!
//! It computes what the page computes: from the figures before rounding, rounded once, half away from zero, to the
//! decimals of the row. Where there is no number it says why, in the words of the printed form, and never shows an
//! error of the spreadsheet. An operand that is computed itself stands in the formula as its own formula, because its
//! cell is rounded already.

use super::places::Places;
use super::shown::{NOT_APPLICABLE, is_kept_exactly, option_text};
use crate::exchange::paper::without;
use crate::form::{CellId, Form, Kind, Row};
use crate::formula::Reason;
use crate::number::Decimal;
use crate::report::{Entry, Session};
use crate::words::Language;

/// The longest formula that is written, in bytes; Excel reads 8,192 signs.
const MAX_LENGTH: usize = 6_000;

/// How deep formulas may stand in each other, and how many in all.
const MAX_DEPTH: usize = 16;
const MAX_STEPS: usize = 500;

/// The formula of a computed or fed row, without the sign of equality. None for other rows, and for one that a
/// spreadsheet cannot compute exactly: then what the page computed stands there as it is.
pub(super) fn formula(
    form: &Form,
    session: Option<&Session>,
    places: &Places,
    cell: CellId,
) -> Option<String> {
    let row = form.row(cell)?;
    let mut writer = Writer {
        form,
        places,
        sheet: row.sheet,
        leaves: Vec::new(),
        divisors: Vec::new(),
        steps: 0,
    };
    let value = writer.row(row, 0)?;
    if writer.leaves.is_empty() {
        return None;
    }
    if let Some(session) = session
        && !writer.is_exact(session, cell)
    {
        return None;
    }
    let whole = if row.formula.is_some() {
        writer.computed(&value, row.decimals)
    } else {
        writer.fed(&value)
    };
    (whole.len() <= MAX_LENGTH).then_some(whole)
}

struct Writer<'a> {
    form: &'a Form,
    places: &'a Places,
    /// The sheet on which the formula stands.
    sheet: usize,
    /// The cells that are typed or fed, each once, with their names.
    leaves: Vec<(CellId, String)>,
    /// What is divided by, what is computed first before what needs it.
    divisors: Vec<String>,
    /// How many formulas were written into this one.
    steps: usize,
}

impl Writer<'_> {
    /// The value of a row, before rounding. `depth` counts how many formulas it stands in.
    fn row(&mut self, row: &Row, depth: usize) -> Option<String> {
        let bound = row.computation()?;
        if depth > MAX_DEPTH || self.steps > MAX_STEPS {
            return None;
        }
        self.steps += 1;
        let operand = |place: usize| self.operand(*bound.cells.get(place)?, depth);
        let written = bound.formula.translated(operand)?;
        for divisor in written.divisors {
            if !self.divisors.contains(&divisor) {
                self.divisors.push(divisor);
            }
        }
        Some(written.value)
    }

    fn operand(&mut self, cell: CellId, depth: usize) -> Option<String> {
        let row = self.form.row(cell)?;
        if row.formula.is_some() {
            return Some(format!("({})", self.row(row, depth + 1)?));
        }
        let name = self.places.name(self.form, cell, self.sheet)?;
        if !self.leaves.iter().any(|(known, _)| *known == cell) {
            self.leaves.push((cell, name.clone()));
        }
        match row.kind {
            Kind::Choice => {
                let mut text = String::from("0");
                for option in row.options.iter().rev() {
                    let label = quoted(&option_text(row, option));
                    let code = Decimal::parse_canonical(&option.code);
                    let code = code.map_or_else(|| "0".to_owned(), |code| code.canonical());
                    text = format!("IF({name}={label},{code},{text})");
                }
                Some(text)
            }
            Kind::Text | Kind::Heading => Some("0".to_owned()),
            _ => Some(name),
        }
    }

    /// Whether a spreadsheet holds every figure of it, and what it gives.
    fn is_exact(&self, session: &Session, cell: CellId) -> bool {
        let value = session.derived(cell).map(|derived| &derived.value);
        let is_kept = |cell: &CellId| match session.entry(*cell) {
            Entry::Number(number) => is_kept_exactly(*number),
            _ => true,
        };
        let of_leaf = |cell: &CellId| match session.derived(*cell).map(|it| &it.value) {
            Some(Ok(number)) => is_kept_exactly(*number),
            _ => is_kept(cell),
        };
        let value = match value {
            Some(Ok(number)) => is_kept_exactly(*number),
            _ => true,
        };
        value && self.leaves.iter().all(|(cell, _)| of_leaf(cell))
    }

    /// Whether every leaf holds a value.
    fn filled(&self) -> String {
        let is_number = |cell: &CellId| {
            let kind = self.form.row(*cell).map(|row| row.kind);
            kind.is_some_and(Kind::is_number)
        };
        if self.leaves.iter().all(|(cell, _)| is_number(cell)) {
            let names: Vec<&str> = self.names().collect();
            return format!("COUNT({})={}", names.join(","), names.len());
        }
        let tests = self
            .leaves
            .iter()
            .map(|(cell, name)| self.holds(*cell, name));
        all("AND", tests.collect())
    }

    /// Whether a leaf holds a value.
    fn holds(&self, cell: CellId, name: &str) -> String {
        match self.form.row(cell) {
            Some(row) if row.kind == Kind::Choice => {
                let options = row.options.iter();
                let tests = options.map(|it| format!("{name}={}", quoted(&option_text(row, it))));
                all("OR", tests.collect())
            }
            Some(row) if !row.kind.is_number() => {
                format!("AND({name}<>\"\",{name}<>{})", quoted(NOT_APPLICABLE))
            }
            _ => format!("ISNUMBER({name})"),
        }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.leaves.iter().map(|(_, name)| name.as_str())
    }

    /// What a computed row shows: its value rounded, or why there is none. A figure that cannot be read must be mended
    /// before anything else; one that does not apply settles the matter whatever is blank beside it.
    fn computed(&self, value: &str, decimals: u8) -> String {
        let because = |reason| quoted(&without(reason, Language::Vi));
        let mut number = format!("ROUND({value},{decimals})");
        for divisor in self.divisors.iter().rev() {
            let zero = because(Reason::ZeroDenominator);
            let divisor = if divisor.chars().all(|sign| sign.is_ascii_alphanumeric()) {
                divisor.clone()
            } else {
                // A difference of decimals may be a hair beside zero in a spreadsheet.
                format!("ROUND({divisor},12)")
            };
            number = format!("IF({divisor}=0,{zero},{number})");
        }
        let blank = |name: &str| format!("{name}=\"\"");
        let untouched = all("AND", self.names().map(blank).collect());
        let none = quoted(NOT_APPLICABLE);
        let is_none = |name: &str| format!("{name}={none}");
        let applies_not = all("OR", self.names().map(is_none).collect());
        let readable = self.leaves.iter().map(|(cell, name)| {
            let holds = self.holds(*cell, name);
            format!("OR({holds},{},{})", blank(name), is_none(name))
        });
        let readable = all("AND", readable.collect());
        let unreadable = because(Reason::Unreadable);
        let (not_applicable, missing) = (because(Reason::NotApplicable), because(Reason::Missing));
        let reason = format!("IF({applies_not},{not_applicable},{missing})");
        let reason = format!("IF({readable},{reason},{unreadable})");
        let otherwise = format!("IF({untouched},\"\",{reason})");
        format!(
            "IFERROR(IF({},{number},{otherwise}),{unreadable})",
            self.filled()
        )
    }

    /// What a fed row shows: the value of its helper sheet, or nothing. It is not rounded, because others compute with
    /// it.
    fn fed(&self, value: &str) -> String {
        format!("IFERROR(IF({},{value},\"\"),\"\")", self.filled())
    }
}

/// Several tests as one.
fn all(word: &str, mut tests: Vec<String>) -> String {
    match tests.len() {
        1 => tests.pop().unwrap_or_default(),
        _ => format!("{word}({})", tests.join(",")),
    }
}

/// A text within a formula.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
