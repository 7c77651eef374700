//! `&agrave;`, `&#224;` and `&#xE0;` → `à`.
//!
//! The names are those of Latin-1, which old pages write Vietnamese with, and the few signs that offices type.

/// The names of the signs from U+00A0 on, in their order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
    Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
    times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
    egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
    uacute ucirc uuml yacute thorn yuml";

/// Other names.
const OTHERS: [(&str, char); 21] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '\u{2212}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("hellip", '…'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("le", '≤'),
    ("ge", '≥'),
];

/// What Windows puts at 0x80 to 0x9F; browsers read `&#150;` so too.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Adds a text to another, its entities replaced. What is no entity stays as it stands.
pub(super) fn decode(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        into.push_str(before);
        match entity(after) {
            Some((sign, after)) => {
                into.push(sign);
                rest = after;
            }
            None => {
                into.push('&');
                rest = after;
            }
        }
    }
    into.push_str(rest);
}

/// The sign of an entity behind its `&`, and what follows it.
fn entity(text: &str) -> Option<(char, &str)> {
    let (digits, radix) = match text.strip_prefix('#') {
        None => return named(text),
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        },
    };
    let end = digits
        .find(|sign: char| !sign.is_digit(radix))
        .unwrap_or(digits.len());
    let (digits, after) = digits.split_at_checked(end)?;
    let number = u32::from_str_radix(digits, radix).ok()?;
    let sign = match number {
        0x80..=0x9F => WINDOWS.chars().nth((number - 0x80) as usize)?,
        0 => return None,
        _ => char::from_u32(number)?,
    };
    Some((sign, after.strip_prefix(';').unwrap_or(after)))
}

fn named(text: &str) -> Option<(char, &str)> {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric())?;
    let (name, after) = text.split_at_checked(end)?;
    let after = after.strip_prefix(';')?;
    if let Some((_, sign)) = OTHERS.iter().find(|(known, _)| *known == name) {
        return Some((*sign, after));
    }
    for (number, known) in (0xA0..).zip(LATIN.split_ascii_whitespace()) {
        if known == name {
            return Some((char::from_u32(number)?, after));
        }
    }
    None
}
