//! Texts and paragraphs of a Word document.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, SpecialIndentType,
};

/// Sizes in half points: the running text, what stands in capitals above it, tables, the list of recipients.
pub(super) const BODY: usize = 28;
pub(super) const HEAD: usize = 24;
pub(super) const TABLE: usize = 24;
pub(super) const LIST: usize = 22;

/// Twentieths of a point in a millimetre, times a hundred.
const TWIPS_100: u32 = 5_669;

/// The first line of a paragraph stands in by 1,27 cm.
const FIRST_LINE: i32 = 720;

/// Six points between paragraphs.
const GAP: u32 = 120;

/// Millimetres in twentieths of a point.
pub(super) fn twips(millimetres: u32) -> u32 {
    millimetres * TWIPS_100 / 100
}

/// How a text looks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) size: usize,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Look {
    pub(super) fn plain(size: usize) -> Look {
        Look {
            size,
            ..Look::default()
        }
    }

    pub(super) fn bold(size: usize) -> Look {
        Look {
            bold: true,
            ..Look::plain(size)
        }
    }

    pub(super) fn italic(self) -> Look {
        Look {
            italic: true,
            ..self
        }
    }
}

/// A text without the signs that XML cannot hold.
fn clean(text: &str) -> String {
    let keeps = |sign: &char| matches!(sign, '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let spaced = text.chars().map(|sign| match sign {
        '\n' | '\r' | '\u{b}' | '\u{c}' => ' ',
        sign => sign,
    });
    spaced.filter(keeps).collect()
}

/// A run of text.
pub(super) fn run(text: &str, look: Look) -> Run {
    let mut run = Run::new().size(look.size);
    if look.bold {
        run = run.bold();
    }
    if look.italic {
        run = run.italic();
    }
    for (place, piece) in clean(text).split('\t').enumerate() {
        if place > 0 {
            run = run.add_tab();
        }
        if !piece.is_empty() {
            run = run.add_text(piece);
        }
    }
    run
}

/// A paragraph without space around it, at one side or in the middle.
pub(super) fn close(text: &str, look: Look, side: AlignmentType) -> Paragraph {
    let spacing = LineSpacing::new().before(0).after(0);
    Paragraph::new()
        .align(side)
        .line_spacing(spacing)
        .add_run(run(text, look))
}

/// A line in the middle.
pub(super) fn middle(text: &str, look: Look) -> Paragraph {
    close(text, look, AlignmentType::Center)
}

/// A paragraph of the running text.
pub(super) fn body(text: &str, look: Look) -> Paragraph {
    let spacing = LineSpacing::new().before(0).after(GAP);
    Paragraph::new()
        .align(AlignmentType::Both)
        .line_spacing(spacing)
        .indent(
            None,
            Some(SpecialIndentType::FirstLine(FIRST_LINE)),
            None,
            None,
        )
        .add_run(run(text, look))
}

/// A rule in the middle of its place: `aside` twentieths of a point are left on each side.
pub(super) fn rule(aside: u32) -> Paragraph {
    let aside = i32::try_from(aside).unwrap_or_default();
    let spacing = LineSpacing::new()
        .before(60)
        .after(60)
        .line(40)
        .line_rule(LineSpacingType::Exact);
    let mut paragraph =
        Paragraph::new()
            .line_spacing(spacing)
            .indent(Some(aside), None, Some(aside), None);
    let top = ParagraphBorder::new(ParagraphBorderPosition::Top)
        .size(6)
        .space(0);
    let borders = ParagraphBorders::with_empty().set(top);
    paragraph.property = paragraph.property.set_borders(borders);
    paragraph
}

/// An empty line of a height in points.
pub(super) fn gap(points: u32) -> Paragraph {
    let line = i32::try_from(points * 20).unwrap_or_default();
    let spacing = LineSpacing::new()
        .before(0)
        .after(0)
        .line(line)
        .line_rule(LineSpacingType::Exact);
    Paragraph::new().line_spacing(spacing)
}
