//! A block as an HTML table that Word and LibreOffice take with its borders, and Excel with its figures.
//!
//! The text goes to the clipboard, never into the page, so it may carry styles. Word keeps what is written at each cell
//! and forgets what is written at the table.

use crate::exchange::table::block::Block;

/// What sort of column it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Words, codes: a spreadsheet must not compute them or make dates of them.
    Words,
    /// Figures, as written for people.
    Figures,
}

const TABLE: &str = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse;border:1px solid #000000\">";
const CELL: &str = "border:1px solid #000000;padding:2pt 4pt;vertical-align:top;font-family:'Times New Roman',serif;font-size:13pt";

/// Writes a block. `columns` says what stands in each; `heads` is how many rows at the top are headings of columns.
pub fn write_html(block: &Block, columns: &[Cells], heads: usize) -> String {
    let mut html = String::from("<meta charset=\"utf-8\">");
    html.push_str(TABLE);
    for (number, row) in block.rows.iter().enumerate() {
        html.push_str("<tr>");
        let is_head = number < heads;
        for (column, text) in row.iter().enumerate() {
            let is_figure = columns.get(column) == Some(&Cells::Figures);
            html.push_str(if is_head {
                "<th style=\""
            } else {
                "<td style=\""
            });
            html.push_str(CELL);
            html.push_str(match (is_head, is_figure) {
                (true, _) => ";text-align:center;font-weight:bold\"",
                (false, true) => ";text-align:right\"",
                (false, false) => ";text-align:left;mso-number-format:'\\@'\"",
            });
            let number = plain_number(text).filter(|_| is_figure && !is_head);
            if let Some(number) = number {
                // The value beside its writing: a spreadsheet that writes numbers the English way then does not take
                // 11.647 for eleven. Excel reads the one, LibreOffice the other.
                html.push_str(" x:num=\"");
                html.push_str(&number);
                html.push_str("\" sdval=\"");
                html.push_str(&number);
                html.push('"');
            }
            html.push('>');
            escape(text, &mut html);
            html.push_str(if is_head { "</th>" } else { "</td>" });
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// The figure that was written for people, with a decimal point and no groups; none where the text is no figure.
fn plain_number(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_figure = digits.starts_with(|sign: char| sign.is_ascii_digit())
        && digits
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    is_figure.then(|| text.replace('.', "").replace(',', "."))
}

fn escape(text: &str, into: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            '\n' => into.push_str("<br>"),
            '\r' | '\0' => {}
            _ => into.push(sign),
        }
    }
}
