//! Where the pages of an appendix end.
//!
//! Browsers break tables over pages by themselves, but none of those that officers have can number the pages of an
//! appendix, and Chromium 109 knows no margin boxes at all. So the lines are measured and laid on pages here: no line
//! is cut, every page begins with the head of its table, and no heading stands alone at the foot of a page.

use std::ops::Range;

/// How tall the parts of a table are, all in the same unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSize {
    /// Its name and title, with the space above them.
    pub caption: u32,
    /// The head with the names of the columns, which stands on every page of the table.
    pub head: u32,
    /// Its lines, each with whether it stays with the next one.
    pub lines: Vec<(u32, bool)>,
}

/// A piece of a table on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The place of the table in the appendix.
    pub table: usize,
    /// Its lines that stand here; the caption stands above the first one.
    pub lines: Range<usize>,
}

/// Lays the tables of an appendix on pages with `room` for them. `first` is what the head of the appendix takes of the
/// first page. There is at least one page. A line that is taller than a page has one to itself.
pub fn pages(first: u32, tables: &[TableSize], room: u32) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut left = room.saturating_sub(first);
    let mut is_fresh = first == 0;
    for (number, table) in tables.iter().enumerate() {
        let mut done = 0;
        loop {
            let caption = if done == 0 { table.caption } else { 0 };
            let group = together(table, done);
            let fixed = caption.saturating_add(table.head);
            if !is_fresh && fixed.saturating_add(height(table, &group)) > left {
                pages.push(Vec::new());
                left = room;
                is_fresh = true;
                continue;
            }
            left = left.saturating_sub(fixed);
            let end = filled(table, done, &mut left);
            if let Some(page) = pages.last_mut() {
                let lines = done..end;
                page.push(Placed {
                    table: number,
                    lines,
                });
            }
            is_fresh = false;
            done = end;
            if done >= table.lines.len() {
                break;
            }
            // What is left of the page is not for this table any more.
            left = 0;
        }
    }
    pages
}

/// Takes as many lines from `done` on as there is room for, the first group in any case, and takes their room away.
fn filled(table: &TableSize, done: usize, left: &mut u32) -> usize {
    let mut end = done;
    while end < table.lines.len() {
        let mut group = together(table, end);
        let mut height = self::height(table, &group);
        if height > *left {
            if end > done {
                break;
            }
            // Not even the first group fits on a fresh page: its first line alone, so that the rest goes on.
            group = end..end + 1;
            height = self::height(table, &group);
        }
        *left = left.saturating_sub(height);
        end = group.end;
    }
    end
}

/// The line and those that stay with it.
fn together(table: &TableSize, line: usize) -> Range<usize> {
    let after = table.lines.get(line..).unwrap_or_default();
    let staying = after.iter().take_while(|(_, stays)| *stays).count();
    line..(line + staying + 1).min(table.lines.len())
}

fn height(table: &TableSize, lines: &Range<usize>) -> u32 {
    let lines = table.lines.get(lines.clone()).unwrap_or_default();
    lines
        .iter()
        .fold(0, |sum: u32, (height, _)| sum.saturating_add(*height))
}
