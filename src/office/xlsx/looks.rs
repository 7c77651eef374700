//! How the cells of a workbook look.

use crate::exchange::paper::Side;
use crate::exchange::workbook::{Look, Shown};
use crate::number::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The face of documents of the state (Nghị định 30/2020/NĐ-CP, Phụ lục I).
const FONT: &str = "Times New Roman";
/// The size of the texts of a table, in points; the decree allows 12 to 14.
pub const SIZE: f64 = 12.0;
/// The ground of cells that are to be filled.
const OPEN: Color = Color::RGB(0xFF_F8_DC);
/// The ground of cells that are computed.
const COMPUTED: Color = Color::RGB(0xF0_F0_F0);
/// The ground of the names of columns.
const NAMES: Color = Color::RGB(0xE4_EC_F4);

/// A text of the document, locked.
pub fn plain() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(SIZE)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

/// A cell with a frame.
pub fn framed() -> Format {
    plain().set_border(FormatBorder::Thin)
}

/// A line above a table.
pub fn head(look: Look) -> Format {
    let middle = plain().set_align(FormatAlign::Center);
    match look {
        Look::Title => middle.set_bold(),
        Look::Attached => middle.set_italic(),
        Look::Caption => plain().set_bold(),
    }
}

/// The name of a column.
pub fn name() -> Format {
    framed()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_background_color(NAMES)
}

/// Where a text stands in its cell.
pub fn side(format: Format, side: Side) -> Format {
    match side {
        Side::Left => format.set_align(FormatAlign::Left),
        Side::Middle => format.set_align(FormatAlign::Center),
        Side::Right => format.set_align(FormatAlign::Right),
    }
}

/// A cell that is to be filled.
pub fn open(format: Format) -> Format {
    format.set_unlocked().set_background_color(OPEN)
}

/// A cell that computes.
pub fn computed(format: Format) -> Format {
    format.set_background_color(COMPUTED)
}

/// A cell of words: whatever is typed into it stays a text.
pub fn words(format: Format) -> Format {
    format.set_num_format("@")
}

/// How a number of so many decimals is written; the spreadsheet puts the marks of its country.
pub fn pattern(decimals: u8) -> String {
    let mut pattern = String::from("#,##0");
    if decimals > 0 {
        pattern.push('.');
    }
    for _ in 0..decimals {
        pattern.push('0');
    }
    pattern
}

/// How the figure of a cell is written: all its decimals, and no more.
pub fn pattern_of(shown: &Shown) -> String {
    match shown {
        Shown::Number(number) => pattern(number.scale()),
        Shown::Blank | Shown::Text(_) => pattern(0),
    }
}

/// A number as a spreadsheet holds it.
pub fn float(number: Decimal) -> f64 {
    // Every canonical text is one that the standard library reads.
    number.canonical().parse().unwrap_or_default()
}
