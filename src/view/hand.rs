//! Draws tables and texts without a framework: for the paper, and for the program that only shows a report.

use crate::exchange::paper::{Column, Line, Side, Table, WIDTH};
use web_sys::{Document, Element};

/// What draws. Its elements have the classes of style/paper.css.
pub struct Hand {
    /// Where it draws.
    pub document: Document,
}

impl Hand {
    /// A hand for the document of this window.
    pub fn new() -> Option<Hand> {
        let document = web_sys::window()?.document()?;
        Some(Hand { document })
    }

    /// The name and the title of a table.
    pub fn caption(&self, page: &Element, table: &Table) -> Option<Element> {
        let caption = self.add(page, "div", "bm-paper__caption", "")?;
        for text in [&table.name, &table.title] {
            if !text.is_empty() {
                self.add(&caption, "p", "bm-paper__strong", text)?;
            }
        }
        Some(caption)
    }

    /// A table with its columns, without lines.
    pub fn grid(&self, page: &Element, table: &Table) -> Option<Element> {
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
    pub fn table_head(&self, grid: &Element, columns: &[Column]) -> Option<Element> {
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

    /// A line of a table.
    pub fn line(&self, body: &Element, line: &Line, columns: &[Column]) -> Option<Element> {
        let class = if line.is_heading {
            "bm-paper__heading"
        } else {
            ""
        };
        let row = self.add(body, "tr", class, "")?;
        for (number, (text, column)) in line.cells.iter().zip(columns).enumerate() {
            let cell = self.add(&row, "td", side(column.side), text)?;
            if number == 1 && line.depth > 0 {
                set(&cell, "data-depth", &line.depth.to_string());
            }
        }
        Some(row)
    }

    /// A new element at the end of another.
    pub fn add(&self, parent: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
        let part = self.part(tag, class)?;
        if !text.is_empty() {
            part.set_text_content(Some(text));
        }
        parent.append_child(&part).ok()?;
        Some(part)
    }

    /// A new element.
    pub fn part(&self, tag: &str, class: &str) -> Option<Element> {
        let part = self.document.create_element(tag).ok()?;
        if !class.is_empty() {
            part.set_class_name(class);
        }
        Some(part)
    }
}

/// Sets a plain attribute.
pub fn set(element: &Element, name: &str, value: &str) {
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
