//! The tables of an HTML text, as Excel, LibreOffice, Word, Google Sheets and web pages put them on the clipboard.
//!
//! A tolerant reader of our own, because the pasted text may come from anywhere: it runs nothing, fetches nothing, puts
//! nothing into the document, takes its time once for each sign, and is tested without a browser.

mod entities;
mod grid;
mod token;
mod write;

pub use write::{Cells, write_html};

use super::block::Block;
use entities::decode;
use grid::{Grid, Span, Words};
use token::{Token, Tokens, attribute};

/// How deep tables in tables are read.
const MAX_DEPTH: usize = 20;
/// How many tables are read.
const MAX_TABLES: usize = 200;
/// How many signs of the words before a table are kept.
const MAX_BEFORE: usize = 300;

/// Reads every table, in order. Of tables in tables each is one of its own; those of which nothing is left are left
/// out.
///
/// ```
/// # use bieumau::exchange::table::read_html;
/// let blocks = read_html("<p>Biểu mẫu 1</p><table><tr><td>2.1.<td>41</table>");
/// assert_eq!(blocks[0].rows, [["2.1.", "41"]]);
/// assert_eq!(blocks[0].before, "Biểu mẫu 1");
/// ```
pub fn read_html(html: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for token in Tokens::of(html) {
        match token {
            Token::Open(name, attributes) => reader.open(&name.to_ascii_lowercase(), attributes),
            Token::Close(name) => reader.close(&name.to_ascii_lowercase()),
            Token::Text(text) => reader.text(text),
        }
    }
    reader.beyond = 0;
    while !reader.open.is_empty() {
        reader.end_table();
    }
    let mut blocks = reader.done;
    blocks.retain(|block| !block.rows.is_empty());
    blocks
}

#[derive(Default)]
struct Reader {
    /// The tables that are open, the innermost last, each with its place among those that are done.
    open: Vec<(usize, Grid)>,
    /// Every table in the order in which they begin. Until it ends, a table holds the words before it only.
    done: Vec<Block>,
    /// The words since the last table.
    outside: Words,
    /// What is not shown: its name, and how many of that name are open in it.
    unseen: Option<(String, usize)>,
    /// How many tables are open that are not read, because there are too many.
    beyond: usize,
    /// Whether the text stands raised.
    is_raised: bool,
}

impl Reader {
    fn open(&mut self, name: &str, attributes: &str) {
        let is_of_table = matches!(
            name,
            "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot"
        );
        if let Some((unseen, depth)) = &mut self.unseen {
            if *unseen == name {
                *depth += 1;
            }
            if !is_of_table || name == "table" {
                return;
            }
            // What is not shown ends with its cell, even where its end tag is missing.
            self.unseen = None;
        }
        let is_hidden = is_hidden(attributes);
        match name {
            "table" => self.begin_table(),
            "col" => {
                if let Some((_, grid)) = self.open.last_mut() {
                    grid.column(number_of(attributes, "span"), is_hidden);
                }
            }
            "tr" => {
                if let Some(grid) = self.table() {
                    grid.begin_row(is_hidden);
                }
            }
            "td" | "th" => {
                let span = Span {
                    columns: number_of(attributes, "colspan"),
                    rows: number_of(attributes, "rowspan"),
                };
                self.is_raised = false;
                if let Some(grid) = self.table() {
                    grid.begin_cell(span, is_hidden);
                }
            }
            "br" => self.words().break_line(),
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" => {
                self.words().break_line();
                if is_hidden {
                    self.unseen = Some((name.to_owned(), 0));
                }
            }
            "sup" => self.is_raised = true,
            "img" | "input" | "hr" | "meta" | "link" | "wbr" | "tbody" | "thead" | "tfoot" => {}
            // What was struck out or deleted is no longer said.
            "del" | "s" | "strike" => self.unseen = Some((name.to_owned(), 0)),
            _ if is_hidden => self.unseen = Some((name.to_owned(), 0)),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((unseen, depth)) = &mut self.unseen {
            if *unseen == name {
                match depth.checked_sub(1) {
                    Some(left) => *depth = left,
                    None => self.unseen = None,
                }
                return;
            }
            if !matches!(name, "td" | "th" | "tr" | "table") {
                return;
            }
            self.unseen = None;
        }
        match name {
            "table" => self.end_table(),
            "td" | "th" => {
                if let Some((_, grid)) = self.open.last_mut() {
                    grid.end_cell();
                }
            }
            "tr" => {
                if let Some((_, grid)) = self.open.last_mut() {
                    grid.end_row();
                }
            }
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" => self.words().break_line(),
            "sup" => self.is_raised = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        let mut plain = String::new();
        decode(text, &mut plain);
        if self.is_raised {
            // A raised 1 behind a figure is a footnote. As a figure it would make 12 into 121.
            plain = plain.chars().map(raised).collect();
        }
        self.words().push(&plain);
    }

    /// The cell that is open, or what stands outside of tables.
    fn words(&mut self) -> &mut Words {
        match self.open.last_mut() {
            Some((_, grid)) => grid.words(),
            None => &mut self.outside,
        }
    }

    /// The innermost table; a row or a cell that stands in none begins one, as in what Excel marks as the fragment.
    fn table(&mut self) -> Option<&mut Grid> {
        if self.open.is_empty() {
            self.begin_table();
        }
        self.open.last_mut().map(|(_, grid)| grid)
    }

    fn begin_table(&mut self) {
        if self.open.len() >= MAX_DEPTH || self.done.len() >= MAX_TABLES {
            self.beyond += 1;
            return;
        }
        let before = match self.open.last_mut() {
            Some((_, grid)) => last_words(&grid.words().text),
            None => last_words(&std::mem::take(&mut self.outside).text),
        };
        self.open.push((self.done.len(), Grid::default()));
        self.done.push(Block {
            before,
            ..Block::default()
        });
    }

    fn end_table(&mut self) {
        if let Some(left) = self.beyond.checked_sub(1) {
            self.beyond = left;
            return;
        }
        let Some((place, grid)) = self.open.pop() else {
            return;
        };
        if let Some(done) = self.done.get_mut(place) {
            let before = std::mem::take(&mut done.before);
            *done = grid.block();
            done.before = before;
        }
    }
}

/// Whether an element says of itself that it is not shown.
fn is_hidden(attributes: &str) -> bool {
    let style = attribute(attributes, "style").unwrap_or_default();
    let mut plain: String = style.split_whitespace().collect();
    plain.make_ascii_lowercase();
    let is_unseen = ["display:none", "mso-hide:all", "visibility:hidden"];
    is_unseen.iter().any(|unseen| plain.contains(unseen))
        || attribute(attributes, "hidden").is_some()
}

/// A count of columns or rows, 1 at least.
fn number_of(attributes: &str, name: &str) -> usize {
    let written = attribute(attributes, name).unwrap_or_default();
    written
        .trim()
        .parse()
        .map_or(1, |number: usize| number.max(1))
}

/// The raised sign for a digit; any other sign as it is. A raised digit behind a figure is a footnote.
pub fn raised(sign: char) -> char {
    let place = sign.to_digit(10).map(|digit| digit as usize);
    place
        .and_then(|place| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(place))
        .unwrap_or(sign)
}

/// The end of a long text, its lines joined.
fn last_words(text: &str) -> String {
    let count = text.chars().count();
    let last: String = text
        .chars()
        .skip(count.saturating_sub(MAX_BEFORE))
        .map(|sign| if sign == '\n' { ' ' } else { sign })
        .collect();
    last.trim().to_owned()
}
