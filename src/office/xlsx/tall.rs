//! How tall a text stands in a cell. Spreadsheets do not measure cells that are joined, and some do not measure any cell
//! before it is typed in; so it is reckoned here from the mean widths of the letters of the face.

/// How tall a line of text is, in points.
const LINE: f64 = 16.0;
/// The size of the face, 12 points, in hundredths of a millimetre.
const SIZE: u32 = 423;
/// The most lines that a cell is made tall for.
const MOST: u32 = 24;

/// How tall a text stands in a cell of a width in millimetres, in points.
pub fn tall(text: &str, millimetres: u32, is_bold: bool) -> f64 {
    let room = millimetres.saturating_sub(2).max(4).saturating_mul(100);
    let lines = text.lines().map(|line| lines_of(line, room, is_bold));
    let lines = lines.fold(0_u32, u32::saturating_add);
    f64::from(lines.clamp(1, MOST)) * LINE + 2.0
}

/// Whether a text takes more than one line.
pub fn is_tall(points: f64) -> bool {
    points > LINE + 3.0
}

/// How many lines a text without breaks takes, broken between words where there is no more room.
fn lines_of(text: &str, room: u32, is_bold: bool) -> u32 {
    let (mut lines, mut taken) = (1_u32, 0_u32);
    for word in text.split(' ') {
        let word: u32 = word
            .chars()
            .map(|sign| width(sign, is_bold))
            .fold(0, u32::saturating_add);
        let space = if taken == 0 { 0 } else { width(' ', is_bold) };
        if taken > 0 && taken.saturating_add(space).saturating_add(word) > room {
            lines = lines.saturating_add(1);
            taken = 0;
        }
        taken = taken.saturating_add(if taken == 0 { word } else { space + word });
        // A word that is wider than the cell is broken wherever it must be.
        lines = lines.saturating_add(taken.saturating_sub(1) / room);
        taken = match taken % room {
            0 if taken > 0 => room,
            rest => rest,
        };
    }
    lines
}

/// The width of a letter of Times New Roman at 12 points, in hundredths of a millimetre.
fn width(sign: char, is_bold: bool) -> u32 {
    let of_size = match sign {
        ' ' | '.' | ',' | ':' | ';' | 'i' | 'l' | 't' | 'j' | '|' | '\'' => 278,
        '(' | ')' | '-' | '/' | 'f' | 'r' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => 340,
        'm' | 'w' | 'M' | 'W' | '—' | '%' | '…' => 860,
        sign if sign.is_uppercase() => 670,
        sign if sign.is_ascii_digit() => 500,
        _ => 440,
    };
    let of_size = if is_bold {
        of_size * 108 / 100
    } else {
        of_size
    };
    of_size * SIZE / 1_000
}
