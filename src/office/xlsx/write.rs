//! A workbook as the bytes of a file of Excel. The same workbook gives the same bytes.

use super::looks::{self, SIZE, float, head, name, open, pattern, pattern_of, plain, side, words};
use super::tall::{is_tall, tall};
use crate::exchange::workbook::{
    self, CODE, Cover, CoverLine, FIGURE, FigureCell, HEAD_ROWS, ID, Key, NOTE, SHEET_MARK,
    SheetLine, Shown, TAB, Takes, Workbook, kept,
};
use crate::office::Order;
use crate::report::OpenForm;
use crate::words::Phrase;
use rust_xlsxwriter as file;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DocProperties,
    ExcelDateTime, Format, Formula, IgnoreError, ProtectionOptions, Worksheet, XlsxError,
};

/// The widths of the four columns of the first worksheet, in millimetres.
const COVER: [u32; 4] = [46, 18, 66, 35];
/// The column of the hidden worksheet from which the lists of choices stand.
const LISTS: u16 = 2;

/// Writes a report as a workbook.
///
/// # Errors
/// That it is larger than a workbook may be.
pub fn export(order: &Order) -> Result<Vec<u8>, Phrase> {
    let (session, digest) = (&order.session, order.source.digest());
    bytes(&workbook::workbook(session, &order.document, digest))
}

/// Writes an empty form as a workbook, for those who fill it in Excel.
///
/// # Errors
/// That it is larger than a workbook may be.
pub fn empty_workbook(form: &OpenForm) -> Result<Vec<u8>, Phrase> {
    bytes(&workbook::empty_workbook(&form.form))
}

/// Writes a workbook.
///
/// # Errors
/// That it is larger than a workbook may be.
pub fn bytes(workbook: &Workbook) -> Result<Vec<u8>, Phrase> {
    written(workbook).map_err(|error| {
        Phrase::said(
            "Không lập được bảng tính: {}.",
            "The workbook cannot be made: {}.",
            &[&error.to_string()],
        )
    })
}

fn written(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = file::Workbook::new();
    // The clock of the machine has no part in it.
    let moment = ExcelDateTime::parse_from_str(&workbook.modified)
        .or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let properties = DocProperties::new()
        .set_title(&workbook.title)
        .set_company(&workbook.agency)
        .set_creation_datetime(&moment);
    book.set_properties(&properties);
    if !workbook.cover.lines.is_empty() {
        cover(book.add_worksheet(), &workbook.cover)?;
    }
    for sheet in &workbook.sheets {
        worksheet(book.add_worksheet(), sheet)?;
    }
    hidden(book.add_worksheet(), workbook)?;
    for (place, list) in workbook.lists.iter().enumerate() {
        let column = u16::try_from(place).unwrap_or(0).saturating_add(LISTS);
        let column = file::utility::column_number_to_name(column);
        let length = list.len().max(1);
        let cells = format!("={}!${column}$1:${column}${length}", kept::TAB);
        book.define_name(list_name(place), &cells)?;
    }
    book.save_to_buffer()
}

/// What a list is called in the workbook: Excel 2007 makes a choice from another worksheet by a name only.
fn list_name(place: usize) -> String {
    format!("danh_muc_{}", place + 1)
}

/// What lies out of sight: the document in the first column, a list of choices in each from the third on.
fn hidden(sheet: &mut Worksheet, workbook: &Workbook) -> Result<(), XlsxError> {
    sheet.set_name(kept::TAB)?.set_very_hidden(true).protect();
    for (line, text) in (0..).zip(&workbook.kept) {
        sheet.write_string(line, 0, text)?;
    }
    for (column, list) in (LISTS..).zip(&workbook.lists) {
        for (line, text) in (0..).zip(list) {
            sheet.write_string(line, column, text)?;
        }
    }
    Ok(())
}

fn set_up(sheet: &mut Worksheet, widths: &[u32], last: u32) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width_pixels(column, pixels(*width))?;
    }
    sheet.set_column_hidden(ID)?;
    let last_column = u16::try_from(widths.len()).unwrap_or(ID).saturating_sub(1);
    let millimetres = |length: f64| length / 25.4;
    let (left, right, edge) = (millimetres(30.0), millimetres(15.0), millimetres(20.0));
    let head = millimetres(10.0);
    sheet
        .set_paper_size(9)
        .set_portrait()
        .set_margins(left, right, edge, edge, head, head)
        .set_print_fit_to_pages(1, 0)
        .set_print_area(0, 0, last, last_column)?
        .set_default_row_height(16.5)
        .set_header("&C&P")
        .set_screen_gridlines(false)
        .protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::default()
        });
    Ok(())
}

/// The width of a column on the screen, 96 dots to the inch.
fn pixels(millimetres: u32) -> u32 {
    millimetres.saturating_mul(960) / 254
}

fn cover(sheet: &mut Worksheet, cover: &Cover) -> Result<(), XlsxError> {
    sheet.set_name(TAB)?;
    let last = u32::try_from(cover.lines.len()).unwrap_or(u32::MAX).max(1) - 1;
    set_up(sheet, &COVER, last)?;
    let whole: u32 = COVER.iter().sum();
    let is_filled = |line: &CoverLine| matches!(line, CoverLine::Fact(_, _, Some(_)));
    if cover.lines.iter().any(is_filled) {
        sheet.write_string(0, ID, SHEET_MARK)?;
    }
    for (line, what) in (0..).zip(&cover.lines) {
        match what {
            CoverLine::Gap => {}
            CoverLine::Title(text) => {
                let look = plain()
                    .set_bold()
                    .set_font_size(SIZE + 2.0)
                    .set_align(file::FormatAlign::Center);
                sheet.merge_range(line, 0, line, 3, text, &look)?;
                sheet.set_row_height(line, tall(text, whole, true) + 10.0)?;
            }
            CoverLine::Head(text) => {
                sheet.write_string_with_format(
                    line,
                    0,
                    text,
                    &plain().set_bold().unset_text_wrap(),
                )?;
            }
            CoverLine::Words(text) => {
                sheet.merge_range(line, 0, line, 3, text, &plain())?;
                sheet.set_row_height(line, tall(text, whole, false))?;
            }
            CoverLine::Fact(name, value, key) => {
                let [own, ..] = COVER;
                let look = key.map_or_else(looks::framed, |_| words(open(looks::framed())));
                sheet.write_string_with_format(line, 0, name, &looks::framed().set_bold())?;
                sheet.merge_range(line, 1, line, 3, value, &look)?;
                let tall = tall(value, whole - own, false).max(tall(name, own, true));
                sheet.set_row_height(line, tall)?;
                if let Some(key) = key {
                    sheet.write_string(line, ID, key.word())?;
                    if let Key::Period(list) = key {
                        sheet.add_data_validation(line, 1, line, 1, &choice(*list)?)?;
                    }
                }
            }
            CoverLine::Columns(names) => {
                for (column, text) in (0..).zip(names) {
                    sheet.write_string_with_format(line, column, *text, &name())?;
                }
            }
            CoverLine::Row(texts) => {
                for (column, text) in (0..).zip(texts) {
                    sheet.write_string_with_format(line, column, text, &looks::framed())?;
                }
                let talls = texts.iter().zip(COVER);
                let talls = talls.map(|(text, width)| tall(text, width, false));
                sheet.set_row_height(line, talls.fold(0.0, f64::max))?;
            }
        }
    }
    Ok(())
}

fn worksheet(sheet: &mut Worksheet, data: &workbook::Worksheet) -> Result<(), XlsxError> {
    // A formula that shows nothing is no zero.
    sheet.set_name(&data.tab)?.set_formula_result_default("");
    let above = u32::try_from(data.head.len()).unwrap_or(u32::MAX);
    let first = above.saturating_add(HEAD_ROWS);
    let lines = u32::try_from(data.lines.len()).unwrap_or(u32::MAX);
    let last = first.saturating_add(lines).max(1) - 1;
    let widths: Vec<u32> = data.columns.iter().map(|column| column.width).collect();
    set_up(sheet, &widths, last)?;
    sheet
        .set_repeat_rows(above, first.saturating_sub(1))?
        .set_freeze_panes(first, 0)?;
    let whole = widths.iter().sum();
    for (line, text) in (0..).zip(&data.head) {
        let look = head(text.look);
        sheet.merge_range(line, 0, line, NOTE, &text.text, &look)?;
        sheet.set_row_height(line, tall(&text.text, whole, true))?;
    }
    names(sheet, data, above)?;
    for (line, row) in (first..).zip(&data.lines) {
        texts(sheet, line, data, row)?;
        figure(sheet, line, &row.figure)?;
        // A line that is not set grows with what is typed into it.
        let tall = line_tall(row, &widths);
        if is_tall(tall) {
            sheet.set_row_height(line, tall)?;
        }
    }
    if first <= last {
        sheet.ignore_error_range(first, CODE, last, NOTE, IgnoreError::NumberStoredAsText)?;
        sheet.ignore_error_range(
            first,
            FIGURE,
            last,
            FIGURE,
            IgnoreError::UnlockedCellsWithFormula,
        )?;
        decimals(sheet, first, last)?;
    }
    Ok(())
}

fn line_tall(row: &SheetLine, widths: &[u32]) -> f64 {
    let figure = row.figure.shown.written();
    let is_bold = row.is_heading || row.figure.formula.is_some();
    let texts = [&row.code, &row.label, &row.measure, &figure, &row.note];
    let mut talls = 0.0;
    for ((column, text), width) in (CODE..).zip(texts).zip(widths) {
        let indent = if column == CODE + 1 {
            u32::from(row.depth) * 3
        } else {
            0
        };
        let own = tall(text, width.saturating_sub(indent), is_bold);
        talls = f64::max(talls, own);
    }
    talls
}

/// The names of the columns, the name of their group above those that have one.
fn names(sheet: &mut Worksheet, data: &workbook::Worksheet, line: u32) -> Result<(), XlsxError> {
    let look = name();
    let mut from = 0;
    for (column, it) in (0..).zip(&data.columns) {
        let next = data.columns.get(usize::from(column) + 1);
        if it.group.is_empty() {
            sheet.merge_range(line, column, line + 1, column, &it.name, &look)?;
        } else {
            sheet.write_string_with_format(line + 1, column, &it.name, &look)?;
            if next.is_none_or(|next| next.group != it.group) {
                if from < column {
                    sheet.merge_range(line, from, line, column, &it.group, &look)?;
                } else {
                    sheet.write_string_with_format(line, column, &it.group, &look)?;
                }
            }
        }
        if next.is_some_and(|next| next.group != it.group) {
            from = column + 1;
        }
    }
    sheet.write_string(line + 1, ID, format!("{SHEET_MARK}{}", data.id))?;
    Ok(())
}

/// Everything of a line but its figure.
fn texts(
    sheet: &mut Worksheet,
    line: u32,
    data: &workbook::Worksheet,
    row: &SheetLine,
) -> Result<(), XlsxError> {
    let texts = [&row.code, &row.label, &row.measure];
    for ((column, text), of) in (CODE..).zip(texts).zip(&data.columns) {
        let mut look = words(side(looks::framed(), of.side));
        if row.is_heading {
            look = look.set_bold();
        }
        if column == CODE + 1 {
            look = look.set_indent(row.depth.min(15));
        }
        sheet.write_string_with_format(line, column, text, &look)?;
    }
    let look = words(open(looks::framed()));
    sheet.write_string_with_format(line, NOTE, &row.note, &look)?;
    sheet.write_string(line, ID, &row.row)?;
    Ok(())
}

fn figure(sheet: &mut Worksheet, line: u32, cell: &FigureCell) -> Result<(), XlsxError> {
    let mut look = looks::framed().set_align(file::FormatAlign::Right);
    look = match cell.takes {
        Takes::Words => words(look.set_align(file::FormatAlign::Left)),
        _ => look.set_num_format(pattern_of(&cell.shown)),
    };
    if cell.takes != Takes::Nothing {
        look = open(look);
    } else if cell.formula.is_some() {
        look = looks::computed(look).set_bold();
    }
    match (&cell.formula, &cell.shown) {
        (Some(formula), shown) => {
            let result = match shown {
                Shown::Number(number) => number.canonical(),
                other => other.written(),
            };
            let formula = Formula::new(formula).set_result(result);
            sheet.write_formula_with_format(line, FIGURE, formula, &look)?;
        }
        (None, Shown::Number(number)) => {
            sheet.write_number_with_format(line, FIGURE, float(*number), &look)?;
        }
        // A text stays one when its cell is opened and left again.
        (None, Shown::Text(text)) => {
            sheet.write_string_with_format(line, FIGURE, text, &look.set_quote_prefix())?;
        }
        (None, Shown::Blank) => {
            sheet.write_blank(line, FIGURE, &look)?;
        }
    }
    match cell.takes {
        Takes::Choice(list) => {
            let rule = choice(list)?;
            sheet.add_data_validation(line, FIGURE, line, FIGURE, &rule)?;
        }
        Takes::Number { is_count: true } => {
            let rule = whole(line)?;
            sheet.add_data_validation(line, FIGURE, line, FIGURE, &rule)?;
        }
        Takes::Number { .. } | Takes::Words | Takes::Nothing => {}
    }
    Ok(())
}

/// The choice from a list. Words that are not in it can be kept after a question: a row may be "không phát sinh".
fn choice(list: usize) -> Result<DataValidation, XlsxError> {
    let list = format!("={}", list_name(list));
    DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Chọn trong danh sách")?
        .set_error_message(
            "Hãy chọn một mục trong danh sách, hoặc ghi “Không phát sinh”. Vẫn giữ nội dung vừa gõ?",
        )
}

/// A count is whole and not negative: a machine set to another country makes 12,345 of 12.345 unseen.
fn whole(line: u32) -> Result<DataValidation, XlsxError> {
    let cell = format!("D{}", line + 1);
    let rule =
        format!("=OR(ISTEXT({cell}),IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell})),TRUE))");
    DataValidation::new()
        .allow_custom(Formula::new(rule))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Dòng này đếm số lượng")?
        .set_error_message(
            "Số lượng là số nguyên, không âm. Kiểm tra lại dấu chấm, dấu phẩy vừa gõ: máy có thể đã hiểu là số lẻ. Vẫn giữ số này?",
        )
}

/// All decimals of a figure are shown, and no superfluous zero, as on the printed form.
fn decimals(sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    let cell = format!("$D{}", first + 1);
    for count in 0..=4_u8 {
        let (test, look) = if count == 4 {
            (format!("=ISNUMBER({cell})"), "#,##0.0##########".to_owned())
        } else {
            let rounded = format!("ROUND({cell},{count})={cell}");
            let test = format!("=IF(ISNUMBER({cell}),{rounded},FALSE)");
            (test, pattern(count))
        };
        let rule = ConditionalFormatFormula::new()
            .set_rule(Formula::new(test))
            .set_format(Format::new().set_num_format(look))
            .set_stop_if_true(true);
        sheet.add_conditional_format(first, FIGURE, last, FIGURE, &rule)?;
    }
    Ok(())
}
