//! Tables as CSV files, in two dialects that are stated, and whatever other programs write as CSV.

use super::block::{Block, MAX_ROWS};
use super::decode::decode;
use super::guard::is_guarded;
use super::lines::{read_lines, tidy};
use super::marks::with_commas;
use super::sheets::by_sheet;
use crate::words::Phrase;

/// How a CSV file is written. Lines end with CRLF in both, quotation marks are doubled inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// What a Vietnamese Excel opens by double click: UTF-8 with a byte order mark, semicolons, decimal commas.
    Excel,
    /// RFC 4180: UTF-8, commas, decimal points.
    Rfc4180,
}

/// The separators that are looked for, by how sure a sign of one they are.
const SEPARATORS: [char; 3] = ['\t', ';', ','];
/// How many lines are looked at to find the separator.
const MAX_LOOKED_AT: usize = 100;

impl Dialect {
    /// What stands before the first line.
    pub fn beginning(self) -> &'static str {
        match self {
            Dialect::Excel => "\u{feff}",
            Dialect::Rfc4180 => "",
        }
    }

    /// A code as a cell. Excel would take `1.2` for the first of February and `03646` for 3646; a hard space before it
    /// makes it a text, and readers of codes overlook it.
    pub fn code(self, code: &str) -> String {
        let begins = code.starts_with(|sign: char| sign.is_ascii_digit());
        let is_padded = code.len() > 1 && code.starts_with('0');
        match self {
            Dialect::Excel if begins && (code.contains('.') || is_padded) => {
                ["\u{a0}", code].concat()
            }
            Dialect::Excel | Dialect::Rfc4180 => code.to_owned(),
        }
    }

    fn separator(self) -> char {
        match self {
            Dialect::Excel => ';',
            Dialect::Rfc4180 => ',',
        }
    }

    /// Adds a line. A text that a spreadsheet would compute gets an apostrophe before it ([`read_csv`] takes it away
    /// again); a figure never does.
    pub fn push_line(self, text: &mut String, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                text.push(self.separator());
            }
            let is_guarded = is_guarded(cell);
            let comma_splits = self == Dialect::Rfc4180 || cells.len() == 1;
            // Whatever might be a separator stands in quotation marks, so that nobody has to guess.
            let needs_quotes = cell.contains(['"', '\n', '\r', ';', '\t'])
                || comma_splits && cell.contains(',')
                || tidy(cell) != *cell;
            let mark = if needs_quotes { "\"" } else { "" };
            text.push_str(mark);
            if is_guarded {
                text.push('\'');
            }
            if needs_quotes {
                text.push_str(&cell.replace('"', "\"\""));
            } else {
                text.push_str(cell);
            }
            text.push_str(mark);
        }
        text.push_str("\r\n");
    }
}

/// Writes a block as a CSV file.
pub fn write_csv(block: &Block, dialect: Dialect) -> String {
    let mut text = dialect.beginning().to_owned();
    for row in &block.rows {
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        dialect.push_line(&mut text, &cells);
    }
    text
}

/// Reads a CSV file of whatever dialect: UTF-8 or UTF-16, semicolons, commas or tabs, decimal comma or point. Where a
/// column names sheets, each sheet is a block, with its name before it. Figures come out with decimal commas, as the
/// page reads them, where their writing leaves no doubt of it. Never none.
///
/// # Errors
/// That the file is not written in Unicode, or is too large.
pub fn read_csv(bytes: &[u8]) -> Result<Vec<Block>, Phrase> {
    let mut block = read_csv_cells(bytes, MAX_ROWS)?;
    with_commas(&mut block);
    Ok(by_sheet(block))
}

/// The cells of a CSV file as they stand there, as one block of so many rows at most.
///
/// # Errors
/// As [`read_csv`].
pub fn read_csv_cells(bytes: &[u8], most_rows: usize) -> Result<Block, Phrase> {
    let text = decode(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // Excel lets a first line name the separator.
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut signs = rest.chars();
        if let Some(separator) = signs.next().filter(|sign| SEPARATORS.contains(sign)) {
            let rest = signs.as_str();
            let rest = rest.strip_prefix('\r').unwrap_or(rest);
            if let Some(rest) = rest.strip_prefix('\n') {
                return Ok(read_lines(rest, separator, true, most_rows));
            }
        }
    }
    Ok(read_lines(text, separator_of(text), true, most_rows))
}

/// The sign that separates cells: the one that most lines have equally often, outside quotation marks. A file without
/// any has one column, whatever the sign.
fn separator_of(text: &str) -> char {
    let counts = counts(text);
    let mut best = (0, ';');
    for (place, separator) in SEPARATORS.into_iter().enumerate() {
        let of_separator = counts.iter().filter_map(|line| line.get(place).copied());
        let mut tally: Vec<(usize, usize)> = Vec::new();
        for count in of_separator {
            match tally.iter_mut().find(|(known, _)| *known == count) {
                Some((_, lines)) => *lines += 1,
                None => tally.push((count, 1)),
            }
        }
        let most = tally.iter().max_by_key(|(count, lines)| (*lines, *count));
        if let Some((1.., lines)) = most
            && *lines > best.0
        {
            best = (*lines, separator);
        }
    }
    match best.1 {
        ',' if are_decimals(text) => ';',
        separator => separator,
    }
}

/// Whether each comma of a text is a decimal one: every line that has any is a figure with one. Where what stands before
/// the commas numbers the lines, it is a column beside another.
fn are_decimals(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut numbers_lines = true;
    let mut count = 0;
    for line in text.lines().filter(|line| line.contains(',')) {
        let line = line.trim();
        let figure = line.strip_prefix('-').unwrap_or(line);
        let figure = figure.strip_suffix('%').unwrap_or(figure).trim_end();
        let Some((whole, fraction)) = figure.split_once(',') else {
            return false;
        };
        if !is_digits(whole) || !is_digits(fraction) {
            return false;
        }
        count += 1;
        numbers_lines &= line == figure && whole.parse() == Ok(count);
    }
    !numbers_lines
}

/// How often each separator occurs outside quotation marks, by line; lines without text are left out.
fn counts(text: &str) -> Vec<[usize; SEPARATORS.len()]> {
    let mut lines = Vec::new();
    let mut line = [0; SEPARATORS.len()];
    let (mut is_quoted, mut is_empty, mut begins) = (false, true, true);
    for sign in text.chars() {
        match sign {
            '"' if begins || is_quoted => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => {
                if !is_empty {
                    lines.push(line);
                }
                if lines.len() >= MAX_LOOKED_AT {
                    return lines;
                }
                (line, is_empty) = ([0; SEPARATORS.len()], true);
            }
            _ => {}
        }
        let place = SEPARATORS.iter().position(|known| *known == sign);
        let is_break = matches!(sign, '\n' | '\r');
        if let Some(place) = place.filter(|_| !is_quoted)
            && let Some(count) = line.get_mut(place)
        {
            *count += 1;
        }
        is_empty &= is_break;
        // Behind a closing mark another one opens again: it was a doubled one.
        begins = is_break || place.is_some() || sign == '"' && !is_quoted;
    }
    if !is_empty {
        lines.push(line);
    }
    lines
}
