//! One row of the sheet, as it is printed: TT, chỉ tiêu, đơn vị tính, số liệu, ghi chú.

use super::figure::Figure;
use super::parts::{Mounted, Word};
use super::{Drawing, NOTE};
use crate::app::desk::{CellView, Follower};
use crate::app::editor::side::{Door, PIECE};
use crate::app::parts::dynamic;
use crate::app::plan::offers;
use crate::app::words::first;
use crate::form::{CellId, Kind, Row};
use crate::view::{Hand, set};
use crate::words::filled;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// A row that is drawn.
pub struct Line {
    drawing: Drawing,
    cell: CellId,
    owner: Owner,
    label: Element,
    /// Where the figure stands, and all that belongs to it.
    place: Element,
    figure: RefCell<Figure>,
    remark: Element,
    /// The field of the note, by the door that all fields of text have.
    note: HtmlInputElement,
    note_lines: Word,
    /// What stands beside the label and the earlier figures, once it has come.
    beside: RefCell<Vec<Mounted>>,
    /// What stands below the figure, once it has come.
    below: RefCell<Vec<Mounted>>,
    /// How the figure was computed, while that is open.
    how: RefCell<Option<Mounted>>,
}

impl Line {
    /// Draws the row at the end of the table.
    pub fn draw(
        hand: &Hand,
        body: &Element,
        drawing: Drawing,
        cell: CellId,
        owner: &Owner,
    ) -> Option<Line> {
        let Drawing { desk, language, .. } = drawing;
        let row = desk.form(|form| form.form.row(cell).cloned())?;
        let words = first(language);
        let line = hand.add(body, "tr", class_of(&row, row.is_for(desk.level())), "")?;
        hand.add(&line, "td", "bm-line__code", row.printed_code(language))?;
        let label = label_of(hand, &line, drawing, &row)?;
        hand.add(&line, "td", "bm-line__measure", row.measure.text(language))?;
        let place = hand.add(&line, "td", "bm-line__figure", "")?;
        let remark = hand.add(&line, "td", "bm-line__remark", "")?;
        let note = hand.add(&remark, "textarea", "bm-line__note", "")?;
        let address = desk.form(|form| form.form.address(cell));
        let name = format!(
            "{}, {}: {}",
            words.note,
            address.text(language),
            row.label.text(language)
        );
        set(&note, "autocomplete", "off");
        set(&note, "placeholder", words.note);
        set(&note, NOTE, &row.id);
        set(&note, "aria-label", &name);
        let figure = desk
            .cell(cell)
            .with_untracked(|view| Figure::draw(hand, &place, drawing, (cell, &row), view))?;
        let line = Line {
            drawing,
            cell,
            owner: owner.clone(),
            label,
            place,
            figure: RefCell::new(figure),
            remark,
            // The field grows with the note, so that nothing of it is cut off, on paper either.
            note_lines: Word::of(&note, "rows"),
            note: note.unchecked_into(),
            beside: RefCell::default(),
            below: RefCell::default(),
            how: RefCell::default(),
        };
        desk.note(cell).with_untracked(|note| line.show_note(note));
        Some(line)
    }

    /// Puts below the figure what has come.
    fn stand_below(&self, door: &'static Door) {
        let (cell, Drawing { desk, language, .. }) = (self.cell, self.drawing);
        let Some(row) = desk.form(|form| form.form.row(cell).cloned()) else {
            return;
        };
        let figure = self.figure.borrow();
        let mut below = Vec::new();
        if let Some(said) = figure.said() {
            below.push(Mounted::new(&self.owner, said, None, || {
                (door.said)(desk, cell, desk.cell(cell), language)
            }));
        }
        if row.fed_by.is_some() {
            below.push(Mounted::new(&self.owner, &self.place, None, || {
                (door.source)(desk, cell, &row, figure.is_computed(), language)
            }));
        }
        if let Some(asked) = row.offer {
            below.push(Mounted::new(&self.owner, &self.place, None, || {
                offers(desk, cell, asked, language)
            }));
        }
        self.below.replace(below);
    }

    /// A row that a helper sheet can feed is typed, or computed while it is fed.
    fn draw_figure_anew(&self, view: &CellView) -> Option<()> {
        let row = self
            .drawing
            .desk
            .form(|form| form.form.row(self.cell).cloned())?;
        self.how.replace(None);
        self.below.replace(Vec::new());
        self.place.set_text_content(None);
        let figure = Figure::draw(
            &Hand::new()?,
            &self.place,
            self.drawing,
            (self.cell, &row),
            view,
        )?;
        self.figure.replace(figure);
        if let Some(door) = self.door() {
            self.stand_below(door);
        }
        Some(())
    }

    /// What stands beside the sheet, where it is there and there is a report to speak of.
    fn door(&self) -> Option<&'static Door> {
        let is_kept = self.drawing.desk.is_kept().get_untracked();
        PIECE.door().filter(|_| is_kept)
    }
}

impl Follower for Line {
    fn show(&self, view: &CellView) {
        let is_other = self.figure.borrow().is_fed() == Some(!view.is_fed);
        if is_other {
            // Without a document there is nobody to draw for.
            let _ = self.draw_figure_anew(view);
        } else {
            self.figure.borrow().show(view);
        }
    }

    fn show_text(&self, text: &str) {
        self.figure.borrow().show_text(text);
    }

    fn show_note(&self, note: &str) {
        self.note_lines.set(Some(lines_of(note)));
        if self.note.value() != note {
            self.note.set_value(note);
        }
    }

    fn stand_beside(&self) {
        let Some(door) = self.door().filter(|_| self.beside.borrow().is_empty()) else {
            return;
        };
        let (cell, drawing) = (self.cell, self.drawing);
        let Drawing { desk, language, .. } = drawing;
        let mut beside = vec![Mounted::new(&self.owner, &self.label, None, || {
            (door.beside)(desk, cell, language)
        })];
        let row = desk.form(|form| form.form.row(cell).cloned());
        if let Some(row) = row.filter(|_| drawing.compared)
            && let Some(line) = self.remark.parent_element()
        {
            beside.push(Mounted::new(&self.owner, &line, Some(&self.remark), || {
                (door.past_cells)(desk, cell, &row, language)
            }));
        }
        self.beside.replace(beside);
        self.stand_below(door);
        self.explain();
    }

    fn explain(&self) {
        let (cell, Drawing { desk, language, .. }) = (self.cell, self.drawing);
        let how = self.figure.borrow().open_how().cloned();
        let explained = how.zip(self.door()).map(|(how, door)| {
            let measure = desk.form(|form| {
                let row = form.form.row(cell);
                row.map_or_else(String::new, |row| row.measure.text(language).to_owned())
            });
            let view = desk.cell(cell);
            Mounted::new(&self.owner, &how, None, || {
                dynamic(move || (door.explanation)(desk, cell, view, language, &measure))
            })
        });
        self.how.replace(explained);
    }
}

fn class_of(row: &Row, ours: bool) -> &'static str {
    match (row.kind == Kind::Heading, ours) {
        (true, _) => "bm-line bm-line--heading",
        (false, true) => "bm-line",
        (false, false) => "bm-line bm-line--elsewhere",
    }
}

/// The label, and what is to be known of the row.
fn label_of(hand: &Hand, line: &Element, drawing: Drawing, row: &Row) -> Option<Element> {
    let Drawing { desk, language, .. } = drawing;
    let words = first(language);
    let class = match row.depth {
        0 => "bm-line__name",
        1 => "bm-line__name bm-line__name--1",
        2 => "bm-line__name bm-line__name--2",
        _ => "bm-line__name bm-line__name--3",
    };
    let label = hand.add(line, "th", class, "")?;
    set(&label, "scope", "row");
    hand.add(&label, "span", "bm-line__label", row.label.text(language))?;
    let hint = |text: &str| hand.add(&label, "span", "bm-line__hint", text);
    if let Some(remark) = &row.remark {
        hint(remark.text(language))?;
    }
    if row.kind == Kind::Ratio && row.formula.is_none() {
        hint(words.typed_ratio)?;
    }
    if !row.is_for(desk.level()) {
        match &row.lead {
            Some(lead) => {
                hint(&[words.lead_fills, " ", lead.text(language), "."].concat())?;
            }
            None if row.kind != Kind::Heading => {
                hint(words.not_for_level)?;
            }
            None => {}
        }
    }
    // Provinces differ in what they divide by, so it stands beside the share, on paper too.
    if let Some(denominator) = &row.denominator {
        let said = filled(words.denominator, &[denominator.text(language)]);
        hand.add(&label, "span", "bm-line__denominator", &said)?;
    }
    Some(label)
}

/// How many lines of the narrow column a note takes, 1 to 9.
fn lines_of(note: &str) -> &'static str {
    const SIGNS_IN_A_LINE: usize = 15;
    let lines: usize = note
        .split('\n')
        .map(|line| line.chars().count() / SIGNS_IN_A_LINE + 1)
        .sum();
    ["1", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
        .get(lines)
        .copied()
        .unwrap_or("9")
}
