//! How a number is written for people: dots group thousands, a comma is the decimal mark.
//!
//! Law on Accounting 2003, article 12; CLDR says the same of `vi-VN`. Documents for machines take
//! [`Decimal::canonical`] instead.

use super::Decimal;

/// The number as an office writes it: `11.647`, `-83,49`. No superfluous zeros.
pub fn write(number: Decimal) -> String {
    let (whole, fraction) = number.digits();
    let mut text = String::new();
    if number.is_negative() {
        text.push('-');
    }
    let mut to_come = whole.len();
    for digit in whole.chars() {
        if to_come % 3 == 0 && to_come != whole.len() {
            text.push('.');
        }
        text.push(digit);
        to_come -= 1;
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(&fraction);
    }
    text
}
