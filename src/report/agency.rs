//! Who reports, and which agency of a list an officer means.

use crate::form::Level;
use crate::words::{folded, without_marks};

/// Who reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agency {
    /// The 5-digit official code, or a short name in its place (`x-van-phong-ubnd-tinh`).
    pub code: String,
    /// The name, as it is printed.
    pub name: String,
    /// Its level.
    pub level: Level,
}

/// What the name of every commune begins with, without marks.
const OFFICE: &str = "ubnd";

/// The kinds of communes, of which one follows; without marks.
const KINDS: &[&[&str]] = &[&["xa"], &["phuong"], &["dac", "khu"]];

impl Agency {
    /// The agency that a text names: its code, its name, or both as a list offers them (`UBND xã Mường La – 03808`).
    pub fn named<'a>(typed: &str, agencies: &'a [Agency]) -> Option<&'a Agency> {
        let typed = typed.trim().to_lowercase();
        agencies.iter().find(|agency| {
            let name = agency.name.to_lowercase();
            typed == name || typed == agency.code || typed == format!("{name} – {}", agency.code)
        })
    }

    /// The agency that a text means: the one that it names, or the only one whose name or place is written so without
    /// marks. `muong la` and `xa Muong La` both mean `UBND xã Mường La`; `la` means none, and neither does a commune
    /// that is called a ward.
    pub fn meant<'a>(typed: &str, agencies: &'a [Agency]) -> Option<&'a Agency> {
        let named = Agency::named(typed, agencies);
        if named.is_some() {
            return named;
        }
        let typed = words_of(typed);
        let mut so_called = agencies.iter().filter(|agency| agency.is_called(&typed));
        so_called.next().filter(|_| so_called.next().is_none())
    }

    /// Those of a list that a text may mean, in the order of the list: each of its words begins a word of the name,
    /// whatever the marks. None for a text that says no more than the kind of agency.
    pub fn near<'a>(typed: &str, agencies: &'a [Agency]) -> Vec<&'a Agency> {
        let typed = words_of(typed);
        let place = place_of(&typed);
        if place.iter().all(|word| word.len() < 2) {
            return Vec::new();
        }
        let may_be = |agency: &&Agency| {
            let name = words_of(&agency.name);
            let begins = |word: &String| name.iter().any(|one| one.starts_with(word));
            place.iter().all(begins)
        };
        agencies.iter().filter(may_be).collect()
    }

    /// Whether these are the words of its name, of its kind and place, or of its place alone.
    fn is_called(&self, words: &[String]) -> bool {
        let name = words_of(&self.name);
        let place = place_of(&name).len();
        words.len() >= place && name.ends_with(words)
    }
}

/// The words of a text in small letters without marks.
fn words_of(text: &str) -> Vec<String> {
    let is_gap = |sign: char| !sign.is_alphanumeric();
    let words = folded(text);
    let words = words.split(is_gap).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Whether a name begins as those of communes do: `UBND phường Tô Hiệu`, `xã Bắc Yên`.
pub(crate) fn names_commune(name: &str) -> bool {
    !kind_of(named(&words_of(name))).is_empty()
}

/// The words of a name without the one for the office.
fn named(words: &[String]) -> &[String] {
    let office = usize::from(words.first().is_some_and(|word| word == OFFICE));
    words.get(office..).unwrap_or_default()
}

/// The kind of commune with which these words begin; nothing where they begin with none.
fn kind_of(named: &[String]) -> &'static [&'static str] {
    let is_kind = |kind: &&&[&str]| {
        named.len() >= kind.len() && kind.iter().zip(named).all(|(word, said)| word == said)
    };
    KINDS.iter().find(is_kind).copied().unwrap_or_default()
}

/// What is left of a name without the words before it that only say its kind.
fn place_of(words: &[String]) -> &[String] {
    let named = named(words);
    named.get(kind_of(named).len()..).unwrap_or_default()
}

/// A code for an agency that has no official one, made from its name: `Văn phòng UBND tỉnh` gives
/// `x-van-phong-ubnd-tinh`. The same name always gives the same code.
pub fn code_from_name(name: &str) -> String {
    let mut code = String::from("x");
    let mut gap = true;
    for sign in name.chars().flat_map(char::to_lowercase) {
        let plain = without_marks(sign);
        if plain.is_ascii_alphanumeric() {
            if gap {
                code.push('-');
            }
            gap = false;
            code.push(plain);
        } else if !is_combining(sign) {
            gap = true;
        }
        if code.len() >= 60 {
            break;
        }
    }
    code
}

fn is_combining(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}
