//! Builds the pages: every line once in a hidden column, measured there, and then moved to its page.

use crate::app::dom;
use crate::browser::Listening;
use crate::exchange::paper::{
    Appendix, Column, Paper, Placed, Side, Table, TableSize, WIDTH, pages,
};
use crate::words::Language;
use std::cell::RefCell;
use web_sys::{Document, Element};

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
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let hand = Hand { document };
    let Some(sheaf) = hand.sheaf(paper, language) else {
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

struct Hand {
    document: Document,
}

impl Hand {
    fn sheaf(&self, paper: &Paper, language: Language) -> Option<Element> {
        let body = self.document.body()?;
        let sheaf = self.part("div", "bm-paper")?;
        set(&sheaf, "lang", language.tag());
        body.append_child(&sheaf).ok()?;
        for appendix in &paper.appendices {
            self.appendix(&sheaf, appendix)?;
        }
        Some(sheaf)
    }

    fn appendix(&self, sheaf: &Element, appendix: &Appendix) -> Option<()> {
        let column = self.add(sheaf, "div", "bm-paper__page", "")?;
        let head = self.head(&column, appendix)?;
        let built: Vec<Built> = appendix
            .tables
            .iter()
            .map(|table| self.measured(&column, table))
            .collect::<Option<_>>()?;
        let sizes: Vec<TableSize> = built.iter().map(|built| built.size.clone()).collect();
        let laid = pages(height(&head), &sizes, ROOM);
        for (number, placed) in laid.iter().enumerate() {
            let page = self.add(sheaf, "div", "bm-paper__page", "")?;
            if number == 0 {
                page.append_child(&head).ok()?;
            } else {
                // The first page of an appendix has no number.
                self.add(&page, "p", "bm-paper__number", &(number + 1).to_string())?;
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
        let head = self.add(page, "div", "bm-paper__head", "")?;
        let lines = [
            ("bm-paper__strong", &appendix.name),
            ("bm-paper__strong", &appendix.title),
            ("bm-paper__strong", &appendix.whose),
            ("bm-paper__slanted", &appendix.attached),
        ];
        let facts = appendix.facts.iter().map(|fact| ("bm-paper__fact", fact));
        for (class, text) in lines.into_iter().chain(facts) {
            if !text.is_empty() {
                self.add(&head, "p", class, text)?;
            }
        }
        Some(head)
    }

    /// Builds a table in the column, where it is as wide as on a page, and measures it.
    fn measured(&self, column: &Element, table: &Table) -> Option<Built> {
        let caption = self.caption(column, table)?;
        let grid = self.grid(column, table)?;
        let head = self.table_head(&grid, &table.columns)?;
        let body = self.add(&grid, "tbody", "", "")?;
        let mut lines = Vec::new();
        for line in &table.lines {
            let class = if line.is_heading {
                "bm-paper__heading"
            } else {
                ""
            };
            let row = self.add(&body, "tr", class, "")?;
            for (number, (text, column)) in line.cells.iter().zip(&table.columns).enumerate() {
                let cell = self.add(&row, "td", side(column.side), text)?;
                if number == 1 && line.depth > 0 {
                    set(&cell, "data-depth", &line.depth.to_string());
                }
            }
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
            self.caption(page, table)?;
        }
        let grid = self.grid(page, table)?;
        let head = built.head.clone_node_with_deep(true).ok()?;
        grid.append_child(&head).ok()?;
        let body = self.add(&grid, "tbody", "", "")?;
        for line in built.lines.get(placed.lines.clone())? {
            body.append_child(line).ok()?;
        }
        Some(())
    }

    fn caption(&self, page: &Element, table: &Table) -> Option<Element> {
        let caption = self.add(page, "div", "bm-paper__caption", "")?;
        for text in [&table.name, &table.title] {
            if !text.is_empty() {
                self.add(&caption, "p", "bm-paper__strong", text)?;
            }
        }
        Some(caption)
    }

    fn grid(&self, page: &Element, table: &Table) -> Option<Element> {
        let grid = self.add(page, "table", "bm-paper__table", "")?;
        let columns = self.add(&grid, "colgroup", "", "")?;
        for column in &table.columns {
            let place = self.add(&columns, "col", "", "")?;
            // Per mille, so that no width is lost to rounding; an attribute, for strict policies take no styles.
            let share = column.width * 1_000 / WIDTH;
            set(&place, "width", &format!("{}.{}%", share / 10, share % 10));
        }
        Some(grid)
    }

    /// One row of names, or two where neighbours stand in a group.
    fn table_head(&self, grid: &Element, columns: &[Column]) -> Option<Element> {
        let head = self.add(grid, "thead", "", "")?;
        let is_grouped = columns.iter().any(|column| !column.group.is_empty());
        let upper = self.add(&head, "tr", "", "")?;
        let lower = if is_grouped {
            self.add(&head, "tr", "", "")?
        } else {
            upper.clone()
        };
        let mut open: Option<(&str, Element, u32)> = None;
        for column in columns {
            if column.group.is_empty() {
                let name = self.add(&upper, "th", "", &column.name)?;
                set(&name, "rowspan", if is_grouped { "2" } else { "1" });
                open = None;
                continue;
            }
            match &mut open {
                Some((group, cell, span)) if *group == column.group => {
                    *span += 1;
                    set(cell, "colspan", &span.to_string());
                }
                _ => {
                    let cell = self.add(&upper, "th", "", &column.group)?;
                    open = Some((&column.group, cell, 1));
                }
            }
            self.add(&lower, "th", "", &column.name)?;
        }
        Some(head)
    }

    fn add(&self, parent: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
        let part = self.part(tag, class)?;
        if !text.is_empty() {
            part.set_text_content(Some(text));
        }
        parent.append_child(&part).ok()?;
        Some(part)
    }

    fn part(&self, tag: &str, class: &str) -> Option<Element> {
        let part = self.document.create_element(tag).ok()?;
        if !class.is_empty() {
            part.set_class_name(class);
        }
        Some(part)
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Setting a plain attribute cannot fail.
    let _ = element.set_attribute(name, value);
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "",
        Side::Middle => "bm-paper__middle",
        Side::Right => "bm-paper__right",
    }
}

/// How tall an element is, in hundredths of a CSS pixel. A conversion from float saturates.
fn height(element: &Element) -> u32 {
    (element.get_bounding_client_rect().height() * 100.0).ceil() as u32
}
