//! The letter as Word has it: state header, number and date, type and subject, running text, signature, recipients.

use super::Piece;
use super::tables::two;
use super::text::{BODY, HEAD, LIST, Look, body, close, gap, middle, rule};
use crate::exchange::document::{Block, Letter};
use docx_rs::{AlignmentType, Paragraph, SpecialIndentType};

/// The widths of the head's two columns, and of the two at the end: together the width between the margins.
const TOP: [usize; 2] = [3_554, 5_800];
const END: [usize; 2] = [4_354, 5_000];

/// The longest list of addressees that stands behind "Kính gửi:" on one line.
const ALONE: usize = 1;

/// What stands in the letter, from top to bottom.
pub(super) fn pieces(letter: &Letter) -> Vec<Piece> {
    let mut pieces = vec![
        Piece::table(two([agency(letter), state(letter)], TOP)),
        Piece::of(gap(14)),
        Piece::of(middle("BÁO CÁO", Look::bold(BODY))),
        Piece::of(middle(&letter.subject, Look::bold(BODY))),
        Piece::of(rule(3_600)),
        Piece::of(gap(6)),
    ];
    let addressees = addressees(&letter.addressees);
    pieces.extend(addressees.into_iter().map(Piece::of));
    pieces.extend(letter.blocks.iter().map(of_block).map(Piece::of));
    pieces.push(Piece::of(gap(10)));
    pieces.push(Piece::table(two(
        [recipients(letter), signature(letter)],
        END,
    )));
    pieces
}

/// The agency above, the agency, the number.
fn agency(letter: &Letter) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    if !letter.parent.is_empty() {
        lines.push(middle(&letter.parent, Look::plain(HEAD)));
    }
    lines.extend(
        letter
            .agency
            .iter()
            .map(|line| middle(line, Look::bold(HEAD))),
    );
    lines.push(rule(1_200));
    lines.push(middle(&letter.number, Look::plain(HEAD)));
    lines
}

/// Quốc hiệu, tiêu ngữ, place and date.
fn state(letter: &Letter) -> Vec<Paragraph> {
    vec![
        middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look::bold(HEAD)),
        middle("Độc lập - Tự do - Hạnh phúc", Look::bold(BODY)),
        rule(1_000),
        middle(&letter.place_and_date, Look::plain(BODY).italic()),
    ]
}

/// One addressee stands on the line of "Kính gửi:", several in a list below it.
fn addressees(names: &[String]) -> Vec<Paragraph> {
    let look = Look::plain(BODY);
    if names.len() <= ALONE {
        let name = names.first().map_or("", String::as_str);
        let mut lines = vec![middle(&format!("Kính gửi: {name}"), look), gap(8)];
        if name.is_empty() {
            lines.clear();
        }
        return lines;
    }
    let mut lines = vec![inset("Kính gửi:", 1_700)];
    let last = names.len() - 1;
    for (place, name) in names.iter().enumerate() {
        let sign = if place == last { "." } else { ";" };
        lines.push(inset(&format!("- {name}{sign}"), 2_700));
    }
    lines.push(gap(8));
    lines
}

fn inset(text: &str, left: i32) -> Paragraph {
    let line = close(text, Look::plain(BODY), AlignmentType::Left);
    line.indent(Some(left), None::<SpecialIndentType>, None, None)
}

fn of_block(block: &Block) -> Paragraph {
    match block {
        Block::Heading(text, depth) => {
            let look = match depth {
                0 | 1 => Look::bold(BODY),
                _ => Look::bold(BODY).italic(),
            };
            let level = usize::from(*depth);
            body(text, look).keep_next(true).outline_lvl(level)
        }
        Block::Said(text) | Block::Written(text) => body(text, Look::plain(BODY)),
    }
}

/// "Nơi nhận:" and the list below it.
fn recipients(letter: &Letter) -> Vec<Paragraph> {
    let heading = Look::bold(TABLE_HEAD).italic();
    let mut lines = vec![close("Nơi nhận:", heading, AlignmentType::Left)];
    let last = letter.recipients.len().saturating_sub(1);
    for (place, name) in letter.recipients.iter().enumerate() {
        let sign = if place == last { "." } else { ";" };
        let text = format!("- {name}{sign}");
        lines.push(close(&text, Look::plain(LIST), AlignmentType::Left));
    }
    lines
}

/// Twelve points: "Nơi nhận:".
const TABLE_HEAD: usize = 24;

/// In whose name, as what, room for the hand and the seal, and the name.
fn signature(letter: &Letter) -> Vec<Paragraph> {
    let title = letter.title.iter();
    let mut lines: Vec<Paragraph> = title.map(|line| middle(line, Look::bold(BODY))).collect();
    lines.push(gap(72));
    lines.push(middle(&letter.signer, Look::bold(BODY)));
    lines
}
