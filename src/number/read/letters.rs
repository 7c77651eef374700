//! The letters of Vietnamese, and one form for a word that can be spelt in several ways.
//!
//! `tỷ` may arrive as one sign for `ỷ`, as `y` with a mark of its own, in capitals, or (`hòa`, `hoà`)
//! with its tone on another vowel. All of them fold to the same.

/// The tones, as marks of their own, in the order of the columns of [`VOWELS`] after the first.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// Every vowel without and with each tone, small and capital.
const VOWELS: [(&str, &str); 12] = [
    ("aàáảãạ", "AÀÁẢÃẠ"),
    ("ăằắẳẵặ", "ĂẰẮẲẴẶ"),
    ("âầấẩẫậ", "ÂẦẤẨẪẬ"),
    ("eèéẻẽẹ", "EÈÉẺẼẸ"),
    ("êềếểễệ", "ÊỀẾỂỄỆ"),
    ("iìíỉĩị", "IÌÍỈĨỊ"),
    ("oòóỏõọ", "OÒÓỎÕỌ"),
    ("ôồốổỗộ", "ÔỒỐỔỖỘ"),
    ("ơờớởỡợ", "ƠỜỚỞỠỢ"),
    ("uùúủũụ", "UÙÚỦŨỤ"),
    ("ưừứửữự", "ƯỪỨỬỮỰ"),
    ("yỳýỷỹỵ", "YỲÝỶỸỴ"),
];

/// What one sign is to a word.
enum Sign {
    /// A letter without its tone, small, and the tone that it carries.
    Letter(char, Option<char>),
    /// A tone, as a mark of its own.
    Tone(char),
    /// The mark of ă, of â ê ô, or of ơ ư.
    Shape(char),
    /// No part of a Vietnamese or English word.
    Other,
}

fn sign_of(sign: char) -> Sign {
    match sign {
        'đ' | 'Đ' | 'ð' | 'Ð' => return Sign::Letter('đ', None), // Ð: the Icelandic look-alike.
        '\u{302}' | '\u{306}' | '\u{31B}' => return Sign::Shape(sign),
        _ if TONES.contains(&sign) => return Sign::Tone(sign),
        'a'..='z' | 'A'..='Z' => return Sign::Letter(sign.to_ascii_lowercase(), None),
        _ if sign.is_ascii() => return Sign::Other,
        _ => {}
    }
    for (small, capital) in VOWELS {
        let column = |row: &str| row.chars().position(|vowel| vowel == sign);
        if let Some(column) = column(small).or_else(|| column(capital)) {
            let tone = column.checked_sub(1).and_then(|tone| TONES.get(tone));
            return Sign::Letter(small.chars().next().unwrap_or(sign), tone.copied());
        }
    }
    Sign::Other
}

/// The letter with a mark that gives it another shape; itself where there is no such letter.
fn shaped(letter: char, mark: char) -> char {
    match (letter, mark) {
        ('a', '\u{306}') => 'ă',
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{31B}') => 'ơ',
        ('u', '\u{31B}') => 'ư',
        _ => letter,
    }
}

/// Whether it is a letter of Vietnamese or English.
pub(super) fn is_letter(sign: char) -> bool {
    matches!(sign_of(sign), Sign::Letter(..))
}

/// Whether it is such a letter or a mark that belongs to one.
pub(super) fn is_part_of_word(sign: char) -> bool {
    !matches!(sign_of(sign), Sign::Other)
}

/// One form of a word: small letters, then its tone. Signs that are no letters stay as they are.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::new();
    let mut tone = None;
    for sign in word.chars() {
        match sign_of(sign) {
            Sign::Letter(letter, own) => {
                folded.push(letter);
                tone = own.or(tone);
            }
            Sign::Tone(mark) => tone = Some(mark),
            Sign::Shape(mark) => {
                if let Some(letter) = folded.pop() {
                    folded.push(shaped(letter, mark));
                }
            }
            Sign::Other => folded.push(sign),
        }
    }
    folded.extend(tone);
    folded
}
