//! The keys of the report page: one list, from which a key is found and from which the help is written.
//!
//! One listener hears them all; where the officer stands is read from the element that had the key. What an input
//! method composes is never touched, and neither are letters, digits and Backspace in a text: Unikey types through
//! them.

mod act;
mod grid;
mod help;
mod list;
mod listen;
mod words;
mod written;

pub use grid::Spot;
pub use help::{button, dialog, table};
pub use listen::{field_of, listen};

use words::Words;

/// What is held down with a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// Shift.
    Shift,
    /// Ctrl, or ⌘ where there is one.
    Ctrl,
    /// Ctrl and Shift.
    CtrlShift,
    /// Alt.
    Alt,
    /// With or without Shift: a sign that lies elsewhere on other keyboards.
    Sign,
}

/// A key, and what it does.
pub struct Key {
    /// What is held down with it.
    pub held: Held,
    /// As the browser names it: `Enter`, `F8`, `/`; a letter is the one on the key, whatever an input method makes of
    /// it: `K`.
    pub name: &'static str,
    /// What it does.
    pub act: Act,
}

/// What a key does.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "`Act::words` says each of them")]
pub enum Act {
    Down,
    Up,
    Right,
    Left,
    /// The browser's own; it is here for the help.
    Along,
    RowStart,
    RowEnd,
    SheetStart,
    SheetEnd,
    ScreenDown,
    ScreenUp,
    NextSheet,
    SheetBefore,
    NextFinding,
    FindingBefore,
    Find,
    TakeBack,
    Edit,
    NotApplicable,
    Confirm,
    Explain,
    Reason,
    Undo,
    Redo,
    History,
    LineBreak,
    ExtendDown,
    ExtendUp,
    Column,
    /// The browser asks for what is copied; it is here for the help.
    Copy,
    /// The browser gives what is pasted; it is here for the help.
    Paste,
    Clear,
    /// The browser's own; it is here for the help.
    OpenList,
    Print,
    Help,
}

const fn key(held: Held, name: &'static str, act: Act) -> Key {
    Key { held, name, act }
}

/// Every key, in the order of the help; neighbours of which it says the same share a line.
pub const KEYS: &[Key] = &[
    key(Held::Nothing, "Enter", Act::Down),
    key(Held::Nothing, "ArrowDown", Act::Down),
    key(Held::Shift, "Enter", Act::Up),
    key(Held::Nothing, "ArrowUp", Act::Up),
    key(Held::Nothing, "ArrowLeft", Act::Left),
    key(Held::Nothing, "ArrowRight", Act::Right),
    key(Held::Nothing, "Tab", Act::Along),
    key(Held::Shift, "Tab", Act::Along),
    key(Held::Nothing, "Home", Act::RowStart),
    key(Held::Nothing, "End", Act::RowEnd),
    key(Held::Ctrl, "Home", Act::SheetStart),
    key(Held::Ctrl, "End", Act::SheetEnd),
    key(Held::Nothing, "PageUp", Act::ScreenUp),
    key(Held::Nothing, "PageDown", Act::ScreenDown),
    key(Held::Alt, "PageUp", Act::SheetBefore),
    key(Held::Alt, "PageDown", Act::NextSheet),
    key(Held::Nothing, "F8", Act::NextFinding),
    key(Held::Shift, "F8", Act::FindingBefore),
    key(Held::Sign, "/", Act::Find),
    key(Held::Ctrl, "F", Act::Find),
    key(Held::Nothing, "F2", Act::Edit),
    key(Held::Nothing, "Escape", Act::TakeBack),
    key(Held::Alt, "K", Act::NotApplicable),
    key(Held::Alt, "X", Act::Confirm),
    key(Held::Alt, "G", Act::Reason),
    key(Held::Alt, "C", Act::Explain),
    key(Held::Ctrl, "Z", Act::Undo),
    key(Held::Ctrl, "Y", Act::Redo),
    key(Held::CtrlShift, "Z", Act::Redo),
    key(Held::Alt, "L", Act::History),
    key(Held::Alt, "Enter", Act::LineBreak),
    key(Held::Alt, "ArrowDown", Act::OpenList),
    key(Held::Shift, "ArrowDown", Act::ExtendDown),
    key(Held::Shift, "ArrowUp", Act::ExtendUp),
    key(Held::Ctrl, "A", Act::Column),
    key(Held::Ctrl, "C", Act::Copy),
    key(Held::Ctrl, "V", Act::Paste),
    key(Held::Nothing, "Delete", Act::Clear),
    key(Held::Ctrl, "P", Act::Print),
    key(Held::Sign, "?", Act::Help),
];

impl Act {
    /// What the help says of it.
    pub fn words(self, words: &'static Words) -> &'static str {
        match self {
            Act::Down => words.down,
            Act::Up => words.up,
            Act::Right | Act::Left => words.across,
            Act::Along => words.along,
            Act::RowStart | Act::RowEnd => words.row,
            Act::SheetStart | Act::SheetEnd => words.far,
            Act::ScreenDown | Act::ScreenUp => words.screen,
            Act::NextSheet | Act::SheetBefore => words.sheet,
            Act::NextFinding | Act::FindingBefore => words.finding,
            Act::Find => words.find,
            Act::TakeBack => words.take_back,
            Act::Edit => words.edit,
            Act::NotApplicable => words.none,
            Act::Confirm => words.confirm,
            Act::Explain => words.explain,
            Act::Reason => words.reason,
            Act::Undo => words.undo,
            Act::Redo => words.redo,
            Act::History => words.history,
            Act::LineBreak => words.line_break,
            Act::OpenList => words.open_list,
            Act::ExtendDown | Act::ExtendUp => words.extend,
            Act::Column => words.column,
            Act::Copy => words.copy,
            Act::Paste => words.paste,
            Act::Clear => words.clear,
            Act::Print => words.print,
            Act::Help => words.help,
        }
    }
}

impl Key {
    /// As it is printed on the keyboard: "Ctrl+Home", "↓".
    pub fn shown(&self) -> String {
        let name = match self.name {
            "ArrowDown" => "↓",
            "ArrowUp" => "↑",
            "ArrowRight" => "→",
            "ArrowLeft" => "←",
            "PageDown" => "Page Down",
            "PageUp" => "Page Up",
            "Escape" => "Esc",
            name => name,
        };
        let held = match self.held {
            Held::Nothing | Held::Sign => "",
            Held::Shift => "Shift+",
            Held::Ctrl => "Ctrl+",
            Held::CtrlShift => "Ctrl+Shift+",
            Held::Alt => "Alt+",
        };
        format!("{held}{name}")
    }
}
