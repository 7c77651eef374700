//! The figure of a row: a field to type in, a list to choose from, or a computed value with its explanation.
//!
//! A field is never rewritten while the officer types in it: Telex, Unikey and decimal commas would break
//! (PLATFORM.md section 7). It shows the figure as written for people once it is left.

use super::parts::Word;
use super::{BUTTON, Drawing, FIGURE, HOW};
use crate::app::desk::{CellView, Desk};
use crate::app::words::{First, first};
use crate::form::{CellId, Kind, Row};
use crate::formula::Reason;
use crate::number::write;
use crate::view::{Hand, set};
use crate::words::Language;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// What stands in the column of figures.
pub struct Figure {
    kind: What,
    language: Language,
    /// Whether a helper sheet feeds it, where one can.
    is_fed: Option<bool>,
}

enum What {
    /// Nothing: the row is a heading.
    Nothing,
    Typed(Typed),
    Chosen(Chosen),
    Computed(Computed),
}

/// What every entry has.
struct Entry {
    state: Word,
    invalid: Word,
    not_applicable: Word,
    said: Element,
}

struct Typed {
    entry: Entry,
    field: HtmlInputElement,
    placeholder: Word,
}

struct Chosen {
    entry: Entry,
    list: HtmlSelectElement,
    nothing: Element,
    /// A text that is none of the options stays in the list, so that it is neither hidden nor lost.
    foreign: Element,
    text: RefCell<String>,
}

struct Computed {
    output: Element,
    state: Word,
    fits: Word,
    details: Element,
}

impl Figure {
    /// Draws the figure in its place.
    pub fn draw(
        hand: &Hand,
        place: &Element,
        drawing: Drawing,
        (cell, row): (CellId, &Row),
        view: &CellView,
    ) -> Option<Figure> {
        let Drawing { desk, language, .. } = drawing;
        let is_fed = row.fed_by.is_some().then_some(view.is_fed);
        let named = Named::of(desk, cell, row, language);
        let kind = if row.kind == Kind::Heading {
            What::Nothing
        } else if row.formula.is_some() || is_fed == Some(true) {
            What::Computed(named.computed(hand, place)?)
        } else if row.kind == Kind::Choice {
            What::Chosen(named.chosen(hand, place)?)
        } else {
            What::Typed(named.typed(hand, place)?)
        };
        let figure = Figure {
            kind,
            language,
            is_fed,
        };
        figure.show(view);
        desk.text(cell)
            .with_untracked(|text| figure.show_text(text));
        Some(figure)
    }

    /// Whether a helper sheet feeds it, where one can.
    pub fn is_fed(&self) -> Option<bool> {
        self.is_fed
    }

    /// Whether it is computed.
    pub fn is_computed(&self) -> bool {
        matches!(self.kind, What::Computed(_))
    }

    /// Where is said how an entry was read, and what it may mean.
    pub fn said(&self) -> Option<&Element> {
        match &self.kind {
            What::Typed(typed) => Some(&typed.entry.said),
            What::Chosen(chosen) => Some(&chosen.entry.said),
            What::Nothing | What::Computed(_) => None,
        }
    }

    /// Where is said how it was computed, while that is open.
    pub fn open_how(&self) -> Option<&Element> {
        match &self.kind {
            What::Computed(computed) => {
                Some(&computed.details).filter(|details| details.has_attribute("open"))
            }
            _ => None,
        }
    }

    /// Shows what is known of the cell.
    pub fn show(&self, view: &CellView) {
        let words = first(self.language);
        match &self.kind {
            What::Nothing => {}
            What::Typed(typed) => {
                typed.entry.show(view);
                typed.placeholder.set(Some(nothing_word(view, words, "")));
            }
            What::Chosen(chosen) => {
                chosen.entry.show(view);
                let nothing = nothing_word(view, words, words.choose);
                chosen.nothing.set_text_content(Some(nothing));
                chosen.show(view.state == "unreadable");
            }
            What::Computed(computed) => computed.show(view, self.language),
        }
    }

    /// Shows the text of an entry.
    pub fn show_text(&self, text: &str) {
        match &self.kind {
            What::Typed(Typed { field, .. }) => {
                if field.value() != text {
                    field.set_value(text);
                }
            }
            What::Chosen(chosen) => {
                chosen.text.replace(text.to_owned());
                chosen.show(chosen.foreign.parent_node().is_some());
            }
            What::Nothing | What::Computed(_) => {}
        }
    }
}

impl Entry {
    fn show(&self, view: &CellView) {
        let is_marked = if view.is_not_applicable() {
            "true"
        } else {
            "false"
        };
        self.state.set(Some(view.state));
        self.invalid.set(view.is_wrong().then_some("true"));
        self.not_applicable.set(Some(is_marked));
    }
}

impl Chosen {
    fn show(&self, is_foreign: bool) {
        let text = self.text.borrow();
        if is_foreign {
            self.foreign.set_text_content(Some(&text));
            set(&self.foreign, "value", &text);
            // Appending it again where it stands already changes nothing.
            let _ = self.list.append_child(&self.foreign);
        } else {
            self.foreign.remove();
        }
        if self.list.value() != *text {
            self.list.set_value(&text);
        }
    }
}

impl Computed {
    fn show(&self, view: &CellView, language: Language) {
        let (figure, fits) = match view.derived {
            Some(Ok(number)) => {
                let figure = write(number);
                let fits = figure.len() <= SIGNS;
                (figure, fits)
            }
            Some(Err(reason)) => (no_figure(reason, language), false),
            None => (no_figure(Reason::Missing, language), false),
        };
        self.state.set(Some(view.state));
        self.fits.set(fits.then_some(""));
        // The text that stands there is changed where there is one: taking it out and in again lays out more.
        match self.output.first_child() {
            Some(text) => text.set_node_value(Some(&figure)),
            None => self.output.set_text_content(Some(&figure)),
        }
    }
}

/// How many signs of a computed figure stand on one line, however narrow the column is. The page then lays out its cell
/// alone when it changes (style/sheet.css).
const SIGNS: usize = 14;

/// A row whose figure is drawn, with what a screen reader calls it: sheet, code, label and measure.
struct Named<'a> {
    row: &'a Row,
    language: Language,
    name: String,
}

impl Named<'_> {
    fn of(desk: Desk, cell: CellId, row: &Row, language: Language) -> Named<'_> {
        let address = desk.form(|form| form.form.address(cell));
        let (label, measure) = (row.label.text(language), row.measure.text(language));
        let mut name = [address.text(language), ": ", label].concat();
        if !measure.is_empty() {
            name = [&name, " (", measure, ")"].concat();
        }
        Named {
            row,
            language,
            name,
        }
    }

    fn typed(&self, hand: &Hand, place: &Element) -> Option<Typed> {
        let is_text = self.row.kind == Kind::Text;
        let class = if is_text {
            "bm-cell__input bm-cell__input--text"
        } else {
            "bm-cell__input"
        };
        // A typed ratio may be negative, and the decimal pad of some telephones has no minus.
        let takes_words = is_text || self.row.kind == Kind::Ratio;
        let field = hand.part("input", class)?;
        set(&field, "type", "text");
        set(
            &field,
            "inputmode",
            if takes_words { "text" } else { "decimal" },
        );
        set(&field, "autocomplete", "off");
        set(&field, "spellcheck", "false");
        Some(Typed {
            entry: self.entry(hand, place, &field)?,
            placeholder: Word::of(&field, "placeholder"),
            field: field.unchecked_into(),
        })
    }

    fn chosen(&self, hand: &Hand, place: &Element) -> Option<Chosen> {
        let list = hand.part("select", "bm-cell__input")?;
        let nothing = hand.add(&list, "option", "", "")?;
        set(&nothing, "value", "");
        for option in &self.row.options {
            let text = [option.label.text(self.language), " = ", &option.code].concat();
            set(
                &hand.add(&list, "option", "", &text)?,
                "value",
                &option.code,
            );
        }
        Some(Chosen {
            entry: self.entry(hand, place, &list)?,
            list: list.unchecked_into(),
            nothing,
            foreign: hand.part("option", "")?,
            text: RefCell::default(),
        })
    }

    /// A field in its place, with what stands around it.
    fn entry(&self, hand: &Hand, place: &Element, field: &Element) -> Option<Entry> {
        let (words, id) = (first(self.language), &self.row.id);
        set(field, FIGURE, id);
        set(field, "aria-label", &self.name);
        // What the page says of the entry, and what is found in the row.
        set(
            field,
            "aria-describedby",
            &["said-", id, " found-", id].concat(),
        );
        // After each key the browser's autofill walks all inputs that share a form, or have none: in a form of its own
        // the cell is walked alone, and the key is painted a third sooner.
        let form = hand.add(place, "form", "bm-cell", "")?;
        set(&form, "method", "dialog");
        set(&form, "autocomplete", "off");
        // Appending to an element that is new cannot fail.
        form.append_child(field).ok()?;
        let (short, long) = (words.not_applicable_short, words.not_applicable);
        let none = hand.add(&form, "button", "bm-cell__none", short)?;
        set(&none, "type", "button");
        set(&none, "data-action", "not-applicable");
        set(&none, BUTTON, id);
        set(&none, "title", words.not_applicable_keys);
        set(
            &none,
            "aria-label",
            &[short, " – ", long, ": ", &self.name].concat(),
        );
        set(&none, "tabindex", "-1");
        let said = hand.add(place, "div", "", "")?;
        said.set_id(&["said-", id].concat());
        Some(Entry {
            state: Word::of(field, "data-state"),
            invalid: Word::of(field, "aria-invalid"),
            not_applicable: Word::of(&none, "aria-pressed"),
            said,
        })
    }

    fn computed(&self, hand: &Hand, place: &Element) -> Option<Computed> {
        let output = hand.add(place, "output", "bm-derived", "")?;
        set(&output, FIGURE, &self.row.id);
        set(&output, "aria-label", &self.name);
        set(&output, "aria-live", "off");
        let details = hand.add(place, "details", "bm-explain", "")?;
        set(&details, HOW, &self.row.id);
        let summary = hand.add(&details, "summary", "", first(self.language).how)?;
        set(&summary, "data-action", "explain");
        set(&summary, "data-explain", &self.row.id);
        Some(Computed {
            state: Word::of(&output, "data-state"),
            fits: Word::of(&output, "data-fits"),
            output,
            details,
        })
    }
}

/// What an empty field says: that nothing arose, or that it is blank on purpose.
fn nothing_word(view: &CellView, words: &'static First, otherwise: &'static str) -> &'static str {
    match view {
        view if view.is_not_applicable() => words.not_applicable,
        view if view.is_confirmed_blank() => words.blank_confirmed,
        _ => otherwise,
    }
}

/// What stands in the place of a figure that cannot be computed: why.
pub fn no_figure(reason: Reason, language: Language) -> String {
    let (vi, en) = reason.words();
    format!("— {}", language.pick(vi, en))
}
