//! Tables: of the forms, with borders and a head that stands on every page; and of the letter's head and end, without.

use super::pack::HEAD_ROW;
use super::text::{Look, TABLE, close, twips};
use crate::exchange::paper::{Column, Line, Side, Table as Printed};
use docx_rs::{
    AlignmentType, Paragraph, SpecialIndentType, Table, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

/// How far a label stands in for each level.
const INDENT: i32 = 140;

/// A printed table.
pub(super) fn printed(table: &Printed) -> Table {
    let has_groups = table.columns.iter().any(|column| !column.group.is_empty());
    let mut rows = Vec::new();
    if has_groups {
        rows.push(groups(&table.columns));
    }
    rows.push(names(&table.columns, has_groups));
    rows.extend(table.lines.iter().map(|line| of_line(line, &table.columns)));
    let widths = table.columns.iter().map(|column| width(column.width));
    let whole = table.columns.iter().map(|column| column.width).sum();
    let margins = TableCellMargins::new().margin(30, 70, 30, 70);
    Table::new(rows)
        .set_grid(widths.collect())
        .width(width(whole), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(margins)
}

fn width(millimetres: u32) -> usize {
    usize::try_from(twips(millimetres)).unwrap_or_default()
}

fn cell(column: &Column) -> TableCell {
    TableCell::new()
        .width(width(column.width), WidthType::Dxa)
        .vertical_align(VAlignType::Center)
}

fn head_text(text: &str) -> Paragraph {
    // No head stands alone at the foot of a page.
    close(text, Look::bold(TABLE), AlignmentType::Center).keep_next(true)
}

/// A row that stands on every page of the table.
fn head(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split().row_height(HEAD_ROW)
}

/// What stands above the names of columns; a column without a group goes over both rows.
fn groups(columns: &[Column]) -> TableRow {
    let mut cells = Vec::new();
    let mut rest = columns;
    while let Some(first) = rest.first() {
        if first.group.is_empty() {
            let merged = cell(first).vertical_merge(VMergeType::Restart);
            cells.push(merged.add_paragraph(head_text(&first.name)));
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let of_group = rest.iter().take_while(|column| column.group == first.group);
        let (count, whole) = of_group.fold((0, 0), |(count, whole), column| {
            (count + 1, whole + column.width)
        });
        let group = TableCell::new()
            .grid_span(count)
            .width(width(whole), WidthType::Dxa)
            .vertical_align(VAlignType::Center);
        cells.push(group.add_paragraph(head_text(&first.group)));
        rest = rest.get(count..).unwrap_or_default();
    }
    head(cells)
}

fn names(columns: &[Column], has_groups: bool) -> TableRow {
    let cells = columns.iter().map(|column| {
        if has_groups && column.group.is_empty() {
            let merged = cell(column).vertical_merge(VMergeType::Continue);
            return merged.add_paragraph(head_text(""));
        }
        cell(column).add_paragraph(head_text(&column.name))
    });
    head(cells.collect())
}

fn of_line(line: &Line, columns: &[Column]) -> TableRow {
    let look = Look {
        bold: line.is_heading,
        ..Look::plain(TABLE)
    };
    let cells = columns.iter().enumerate().map(|(place, column)| {
        let side = match column.side {
            Side::Left => AlignmentType::Left,
            Side::Middle => AlignmentType::Center,
            Side::Right => AlignmentType::Right,
        };
        let text = line.cells.get(place).map_or("", String::as_str);
        // Only the label stands in: it is the one after the code.
        let depth = if place == 1 { line.depth.min(4) } else { 0 };
        let mut cell = cell(column);
        for text in text.split('\n') {
            let mut paragraph = close(text, look, side);
            if depth > 0 {
                let aside = i32::from(depth) * INDENT;
                paragraph = paragraph.indent(Some(aside), None::<SpecialIndentType>, None, None);
            }
            if line.is_heading {
                paragraph = paragraph.keep_next(true);
            }
            cell = cell.add_paragraph(paragraph);
        }
        cell
    });
    TableRow::new(cells.collect()).cant_split()
}

/// Two columns without borders, their widths in twentieths of a point.
pub(super) fn two([left, right]: [Vec<Paragraph>; 2], [wide, narrow]: [usize; 2]) -> Table {
    let cell = |paragraphs: Vec<Paragraph>, width: usize| {
        let cell = TableCell::new()
            .width(width, WidthType::Dxa)
            .vertical_align(VAlignType::Top);
        let mut paragraphs = paragraphs.into_iter();
        // A cell without a paragraph is no cell to Word.
        let first = paragraphs.next().unwrap_or_default();
        paragraphs.fold(cell.add_paragraph(first), TableCell::add_paragraph)
    };
    let row = TableRow::new(vec![cell(left, wide), cell(right, narrow)]).cant_split();
    Table::without_borders(vec![row])
        .set_grid(vec![wide, narrow])
        .width(wide + narrow, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(0, 70, 0, 70))
}
