//! Places of cells, `B12` and `A1:B2`, as rows and columns from zero.

/// A rectangle of cells, its last row and column in it.
pub(super) struct Area {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Whether a row or a column, from zero, is among the first so many.
pub(super) fn is_within(place: u32, most: usize) -> bool {
    usize::try_from(place).is_ok_and(|place| place < most)
}

/// The letters of a column that is read.
pub(super) fn letters(column: u32) -> String {
    let letter =
        |number: u32| char::from_digit(number + 10, 36).map(|sign| sign.to_ascii_uppercase());
    let first = (column / 26).checked_sub(1).and_then(letter);
    first.into_iter().chain(letter(column % 26)).collect()
}

/// The row and the column of `B12`, from zero; none where there is no such cell in Excel.
pub(super) fn place_of(written: &str) -> Option<(u32, u32)> {
    let end = written.find(|sign: char| !sign.is_ascii_alphabetic())?;
    let (letters, digits) = written.split_at_checked(end)?;
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
        return None;
    }
    let column = letters.chars().try_fold(0, |column, letter| {
        let number = letter.to_digit(36)?.checked_sub(9)?;
        Some(column * 26 + number)
    })?;
    let is_digits = digits.chars().all(|sign| sign.is_ascii_digit());
    let row: u32 = digits.parse().ok().filter(|_| is_digits)?;
    let is_cell = (1..=16_384).contains(&column) && (1..=1_048_576).contains(&row);
    is_cell.then(|| (row - 1, column - 1))
}

/// The area of `A1:B2`.
pub(super) fn area_of(written: &str) -> Option<Area> {
    let (first, last) = written.split_once(':')?;
    let (first, last) = (place_of(first)?, place_of(last)?);
    Some(Area {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    })
}
