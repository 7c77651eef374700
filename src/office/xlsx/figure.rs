//! A number of a workbook as an officer would type it: the comma is the decimal mark, nothing groups, so that no reading
//! of it can change its magnitude: the number 71.297 is `71,297`, never 71297.

use super::format::Format;

/// From here on decimals were computed; nobody types so many.
const TYPED: usize = 6;
/// The most digits that are significant: what Excel keeps of a number.
const DIGITS: i64 = 15;
/// The most digits before the mark that are written out.
const WHOLE: i64 = 25;
/// The most digits behind the mark of a [`crate::number::Decimal`].
const DECIMALS: usize = 12;

/// Writes a number that stands in a cell with this format.
///
/// It is the shortest text that reads as the same number. One with more than six decimals was computed, and is taken as
/// the cell shows it, where its format says how many decimals that are; otherwise with 15 digits. In a format of percent
/// it is so many percent, as the cell shows it: 0.7551 is `75,51%`; in one of thousands or millions it is so many of them.
///
/// ```
/// # use bieumau::office::xlsx::figure;
/// assert_eq!(figure(71.297, "General"), "71,297");
/// assert_eq!(figure(0.7551, "0%"), "75,51%");
/// assert_eq!(figure(100.0 * 21.0 / 41.0, "0.00"), "51,22");
/// ```
pub fn figure(value: f64, format: &str) -> String {
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    written(value, Format::of(format, value))
}

/// Writes a number that is finite, as a format makes it.
pub(super) fn written(value: f64, shown: Format) -> String {
    let Some(mut digits) = Digits::of(value) else {
        return format!("{value:e}");
    };
    if shown.is_percent {
        digits.point += 2;
    }
    digits.point -= 3 * shown.thousands;
    if digits.decimals() > TYPED
        && let Some(decimals) = shown.decimals
    {
        digits.round(decimals);
    }
    if digits.decimals() > DECIMALS {
        digits.round(DECIMALS);
    }
    let Some(mut text) = digits.text() else {
        return format!("{value:e}");
    };
    if shown.is_percent {
        text.push('%');
    } else if digits.decimals() == 1 && shown.decimals == Some(2) {
        // The code 2.10 is a number to Excel, and its zero stands in the format alone.
        text.push('0');
    }
    text
}

/// A number as its digits, and how many of them stand before the mark.
struct Digits {
    is_negative: bool,
    /// Without zeros at its ends; none for zero.
    digits: Vec<u8>,
    point: i64,
}

impl Digits {
    fn of(value: f64) -> Option<Digits> {
        let mut written = format!("{value:e}");
        if written.chars().filter(char::is_ascii_digit).count() > 15 + 3 {
            written = format!("{value:.14e}");
        }
        let digits = Digits::read(&written)?;
        let count = i64::try_from(digits.digits.len()).ok()?;
        if count > DIGITS {
            return Digits::read(&format!("{value:.14e}"));
        }
        Some(digits)
    }

    /// Reads `-7.1297e1`.
    fn read(written: &str) -> Option<Digits> {
        let (mantissa, exponent) = written.split_once('e')?;
        let exponent: i64 = exponent.parse().ok()?;
        let digits = mantissa.bytes().filter(u8::is_ascii_digit);
        let mut digits = Digits {
            is_negative: mantissa.starts_with('-'),
            digits: digits.map(|digit| digit - b'0').collect(),
            point: exponent + 1,
        };
        digits.trim();
        Some(digits)
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
    }

    fn decimals(&self) -> usize {
        let count = i64::try_from(self.digits.len()).unwrap_or(i64::MAX);
        usize::try_from(count.saturating_sub(self.point)).unwrap_or(0)
    }

    /// Leaves so many digits behind the mark; half is rounded away from zero.
    fn round(&mut self, decimals: usize) {
        let decimals = i64::try_from(decimals).unwrap_or(0);
        let Ok(kept) = usize::try_from(self.point.saturating_add(decimals)) else {
            self.digits.clear();
            return;
        };
        let is_up = self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept);
        if is_up {
            let mut place = self.digits.len();
            loop {
                let Some(before) = place.checked_sub(1) else {
                    self.digits.insert(0, 1);
                    self.point += 1;
                    break;
                };
                place = before;
                match self.digits.get_mut(place) {
                    Some(digit) if *digit < 9 => {
                        *digit += 1;
                        break;
                    }
                    Some(digit) => *digit = 0,
                    None => break,
                }
            }
        }
        self.trim();
    }

    /// The number with a comma; none where it is too large to be a figure.
    fn text(&self) -> Option<String> {
        if self.digits.is_empty() {
            return Some("0".to_owned());
        }
        if self.point > WHOLE {
            return None;
        }
        let mut text = String::new();
        if self.is_negative {
            text.push('-');
        }
        let digit = |place: i64| -> char {
            let place = usize::try_from(place).ok();
            let digit = place.and_then(|place| self.digits.get(place));
            digit.map_or('0', |digit| char::from(b'0' + digit))
        };
        if self.point <= 0 {
            text.push('0');
        }
        text.extend((0..self.point).map(digit));
        let count = i64::try_from(self.digits.len()).ok()?;
        if count > self.point {
            text.push(',');
            text.extend((self.point..count).map(digit));
        }
        Some(text)
    }
}
