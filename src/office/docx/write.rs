//! The whole report as one Word document: the letter, then each appendix on pages of its own, numbered from 1.
//!
//! A4 upright, margins 20 mm above and below, 30 mm on the left, 15 mm on the right; the number stands in the middle of
//! the top margin, from the second page on (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I).

use super::text::{BODY, Look, close, gap, middle, run, twips};
use super::{Piece, letter, pack, tables};
use crate::exchange::document::{document, in_vietnam};
use crate::exchange::paper::{Appendix, Table};
use crate::exchange::preview;
use crate::office::Order;
use crate::report::Session;
use crate::words::Phrase;
use docx_rs::{
    AlignmentType, Docx, Header, LineSpacing, PageMargin, PageNum, PageNumType, PageSize,
    Paragraph, RunFonts, Section,
};

const FONT: &str = "Times New Roman";

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);

/// Writes the report of an order.
///
/// # Errors
/// That the file could not be put together.
pub fn write(order: &Order) -> Result<Vec<u8>, Phrase> {
    // The reasons lie with the findings of the document; an import puts them back in their place.
    let report = preview(&order.source, &order.session, None).report;
    let (created, modified) = (report.created.clone(), report.modified.clone());
    let session = Session::open(order.session.form().clone(), report);
    let document = document(&session, &in_vietnam);
    let mut parts = vec![letter::pieces(&document.letter)];
    parts.extend(document.appendices.iter().map(of_appendix));
    let last = parts.pop().unwrap_or_default();
    let font = RunFonts::new()
        .ascii(FONT)
        .hi_ansi(FONT)
        .east_asia(FONT)
        .cs(FONT);
    let mut docx = Docx::new()
        .default_fonts(font)
        .default_size(BODY)
        .default_line_spacing(LineSpacing::new().before(0).after(0))
        .created_at(&created)
        .updated_at(&modified);
    for part in parts {
        docx = docx.add_section(section(part));
    }
    for piece in last {
        docx = match piece {
            Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Piece::Table(table) => docx.add_table(*table),
        };
    }
    // Word wants a paragraph behind a table; the last section has its own properties.
    let docx = docx
        .add_paragraph(gap(1))
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin())
        .page_num_type(PageNumType::new().start(1))
        .title_pg()
        .header(header());
    pack::pack(docx)
}

fn section(pieces: Vec<Piece>) -> Section {
    let section = Section::new()
        .page_size(PageSize::new().size(PAGE.0, PAGE.1))
        .page_margin(margin())
        .page_num_type(PageNumType::new().start(1))
        .title_pg()
        .header(header());
    pieces
        .into_iter()
        .fold(section, |section, piece| match piece {
            Piece::Paragraph(paragraph) => section.add_paragraph(*paragraph),
            Piece::Table(table) => section.add_table(*table),
        })
}

fn margin() -> PageMargin {
    let of = |millimetres| i32::try_from(twips(millimetres)).unwrap_or_default();
    PageMargin::new()
        .top(of(20))
        .bottom(of(20))
        .left(of(30))
        .right(of(15))
        .header(of(10))
        .footer(of(10))
}

/// The number of the page, in the middle.
fn header() -> Header {
    let number = Paragraph::new()
        .align(AlignmentType::Center)
        .add_page_num(PageNum::new());
    Header::new().add_paragraph(number)
}

/// An appendix: its head, what must be known of it, its tables.
fn of_appendix(appendix: &Appendix) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut put = |text: &str, look: Look| {
        if !text.is_empty() {
            pieces.push(Piece::of(middle(text, look)));
        }
    };
    put(&appendix.name, Look::bold(BODY));
    put(&appendix.title, Look::bold(BODY));
    put(&appendix.whose, Look::bold(BODY));
    put(&appendix.attached, Look::plain(BODY).italic());
    for fact in &appendix.facts {
        put(fact, Look::plain(BODY).italic());
    }
    for table in &appendix.tables {
        pieces.push(Piece::of(gap(12)));
        pieces.extend(captions(table).map(Piece::of));
        pieces.push(Piece::table(tables::printed(table)));
    }
    pieces
}

/// The name and the title of a table, which stay with it.
fn captions(table: &Table) -> impl Iterator<Item = Paragraph> {
    let look = Look::bold(BODY);
    let name = (!table.name.is_empty()).then(|| {
        let name = Paragraph::new()
            .align(AlignmentType::Center)
            .add_run(run(&table.name, look));
        name.keep_next(true)
    });
    let title = close(&table.title, look, AlignmentType::Center).keep_next(true);
    name.into_iter().chain([title, gap(4).keep_next(true)])
}
