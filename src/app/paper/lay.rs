//! Builds the pages: every line once in a hidden column, measured there, and then moved to its page.

use crate::app::dom;
use crate::browser::Listening;
use crate::exchange::paper::{Appendix, Paper, Placed, Table, TableSize, pages};
use crate::view::{Hand, set};
use crate::words::Language;
use std::cell::RefCell;
use web_sys::Element;

/// The height of a page that lines may take, in hundredths of a CSS pixel (1/96 inch): 297 mm less the margins of 20
/// above and below, and 5 more, because a printer may break a line of text elsewhere than the screen does.
const ROOM: u32 = 95_244;

/// On `<html>` while there is a paper: then nothing else is printed.
const MARK: &str = "data-paper";

/// What is laid, and the ear that takes it away after printing.
struct Laid {
    sheaf: Element,
    _after: Listening,
}

thread_local! {
    static LAID: RefCell<Option<Laid>> = const { RefCell::new(None) };
}

/// Whether there is a paper to print.
pub fn is_laid() -> bool {
    LAID.with_borrow(Option::is_some)
}

/// Takes the paper away.
pub fn take_away() {
    if let Some(laid) = LAID.with_borrow_mut(Option::take) {
        laid.sheaf.remove();
        dom::set_root(MARK, "false");
    }
}

/// Lays a paper at the end of the document. It is seen by printers only.
pub fn lay(paper: &Paper, language: Language) {
    take_away();
    let Some(hand) = Hand::new() else {
        return;
    };
    let Some(sheaf) = Layer { hand }.sheaf(paper, language) else {
        return;
    };
    dom::set_root(MARK, "true");
    let after = Listening::to_window("afterprint", take_away);
    LAID.set(Some(Laid {
        sheaf,
        _after: after,
    }));
}

/// A table as it was built: its lines, and how tall all of it is.
struct Built {
    head: Element,
    lines: Vec<Element>,
    size: TableSize,
}

struct Layer {
    hand: Hand,
}

impl Layer {
    fn sheaf(&self, paper: &Paper, language: Language) -> Option<Element> {
        let body = self.hand.document.body()?;
        let sheaf = self.hand.part("div", "bm-paper")?;
        set(&sheaf, "lang", language.tag());
        body.append_child(&sheaf).ok()?;
        for appendix in &paper.appendices {
            self.appendix(&sheaf, appendix)?;
        }
        Some(sheaf)
    }

    fn appendix(&self, sheaf: &Element, appendix: &Appendix) -> Option<()> {
        let column = self.hand.add(sheaf, "div", "bm-paper__page", "")?;
        let head = self.head(&column, appendix)?;
        let built: Vec<Built> = appendix
            .tables
            .iter()
            .map(|table| self.measured(&column, table))
            .collect::<Option<_>>()?;
        let sizes: Vec<TableSize> = built.iter().map(|built| built.size.clone()).collect();
        let laid = pages(height(&head), &sizes, ROOM);
        for (number, placed) in laid.iter().enumerate() {
            let page = self.hand.add(sheaf, "div", "bm-paper__page", "")?;
            if number == 0 {
                page.append_child(&head).ok()?;
            } else {
                // The first page of an appendix has no number.
                self.hand
                    .add(&page, "p", "bm-paper__number", &(number + 1).to_string())?;
            }
            for placed in placed {
                let (table, built) = (appendix.tables.get(placed.table)?, built.get(placed.table)?);
                self.place(&page, table, built, placed)?;
            }
        }
        column.remove();
        Some(())
    }

    fn head(&self, page: &Element, appendix: &Appendix) -> Option<Element> {
        let head = self.hand.add(page, "div", "bm-paper__head", "")?;
        let lines = [
            ("bm-paper__strong", &appendix.name),
            ("bm-paper__strong", &appendix.title),
            ("bm-paper__strong", &appendix.whose),
            ("bm-paper__slanted", &appendix.attached),
        ];
        let facts = appendix.facts.iter().map(|fact| ("bm-paper__fact", fact));
        for (class, text) in lines.into_iter().chain(facts) {
            if !text.is_empty() {
                self.hand.add(&head, "p", class, text)?;
            }
        }
        Some(head)
    }

    /// Builds a table in the column, where it is as wide as on a page, and measures it.
    fn measured(&self, column: &Element, table: &Table) -> Option<Built> {
        let caption = self.hand.caption(column, table)?;
        let grid = self.hand.grid(column, table)?;
        let head = self.hand.table_head(&grid, &table.columns)?;
        let body = self.hand.add(&grid, "tbody", "", "")?;
        let mut lines = Vec::new();
        for line in &table.lines {
            let row = self.hand.line(&body, line, &table.columns)?;
            lines.push(row);
        }
        let stays = table.lines.iter().map(|line| line.is_heading);
        let size = TableSize {
            caption: height(&caption),
            head: height(&head),
            lines: lines.iter().map(height).zip(stays).collect(),
        };
        Some(Built { head, lines, size })
    }

    /// Moves the lines to the page, below the head of their table.
    fn place(&self, page: &Element, table: &Table, built: &Built, placed: &Placed) -> Option<()> {
        if placed.lines.start == 0 {
            self.hand.caption(page, table)?;
        }
        let grid = self.hand.grid(page, table)?;
        let head = built.head.clone_node_with_deep(true).ok()?;
        grid.append_child(&head).ok()?;
        let body = self.hand.add(&grid, "tbody", "", "")?;
        for line in built.lines.get(placed.lines.clone())? {
            body.append_child(line).ok()?;
        }
        Some(())
    }
}

/// How tall an element is, in hundredths of a CSS pixel. A conversion from float saturates.
fn height(element: &Element) -> u32 {
    (element.get_bounding_client_rect().height() * 100.0).ceil() as u32
}
