//! Figures, missing totals and doubts in words.

use super::words::{Words, words};
use crate::app::words::words as page_words;
use crate::consolidate::{Collection, Doubt, Figure, From, NoTotal, Total, note_of};
use crate::form::Row;
use crate::number::write;
use crate::report::Spread;
use crate::words::{Language, filled};

/// What stands in a row of a return.
pub fn figure(figure: Figure, row: &Row, language: Language) -> String {
    let of_page = page_words(language);
    match figure {
        Figure::Blank => of_page.blank.to_owned(),
        Figure::Number(number) => write(number),
        Figure::Choice(place) => {
            let option = row.options.get(usize::from(place));
            option.map_or_else(String::new, |option| option.label.text(language).to_owned())
        }
        Figure::Text => words(language).text.to_owned(),
        Figure::NotApplicable => of_page.not_applicable.to_owned(),
        Figure::Unreadable => words(language).unreadable.to_owned(),
        Figure::Without(reason) => {
            let (vi, en) = reason.words();
            format!("— {}", language.pick(vi, en))
        }
    }
}

/// What stands in a row of a return, in a narrow column. Where nothing stands and nothing is asked there is a dot.
pub fn short(found: Figure, is_asked: bool, row: &Row, language: Language) -> String {
    match found {
        Figure::Blank if is_asked => String::new(),
        Figure::Blank => "·".to_owned(),
        Figure::Text => "…".to_owned(),
        Figure::NotApplicable => page_words(language).not_applicable_short.to_owned(),
        Figure::Unreadable => "?".to_owned(),
        Figure::Without(_) => "—".to_owned(),
        Figure::Number(_) | Figure::Choice(_) => figure(found, row, language),
    }
}

/// A total as it stands in the table, and the state of its cell.
pub fn total(total: &Total, row: &Row, language: Language) -> (String, &'static str) {
    match total.figure {
        Ok((found, _)) => {
            let state = match found {
                Figure::NotApplicable => "not_applicable",
                Figure::Unreadable => "unreadable",
                Figure::Blank | Figure::Without(_) => "missing",
                Figure::Number(_) | Figure::Choice(_) | Figure::Text => "value",
            };
            (figure(found, row, language), state)
        }
        Err(why) => {
            // Where options are counted the counts are the total.
            if let Some(note) = note_of(row, &total.spread) {
                return (note.text(language).to_owned(), "value");
            }
            let nobody_chose = why == NoTotal::OwnMissing
                && row.consolidation == crate::form::Consolidation::CountOfYes;
            let said = if nobody_chose {
                NoTotal::NobodyReported
            } else {
                why
            };
            let said = ["— ", no_total(said, language)].concat();
            let state = match why {
                NoTotal::NotComputed(reason) => reason.code(),
                NoTotal::TooLarge => "unreadable",
                _ => "missing",
            };
            (said, state)
        }
    }
}

/// Why there is no total.
fn no_total(why: NoTotal, language: Language) -> &'static str {
    let words = words(language);
    match why {
        NoTotal::NotAsked => words.none_asked,
        NoTotal::NobodyReported => words.none_reported,
        NoTotal::TooLarge => words.none_large,
        NoTotal::OwnMissing => words.none_own,
        NoTotal::LeadMissing => words.none_lead,
        NoTotal::PartsNotAsked => words.none_parts,
        NoTotal::NotComputed(reason) => {
            let (vi, en) = reason.words();
            language.pick(vi, en)
        }
    }
}

/// Whence a total is, where it is neither added up nor computed.
pub fn whence(collection: &Collection, total: &Total, language: Language) -> Option<String> {
    let words = words(language);
    let (template, at) = match total.figure.ok()?.1 {
        From::Units | From::Computed => return None,
        From::Own(at) => (words.from_own, at),
        From::Lead(at) => (words.from_lead, at),
    };
    let name = &collection.returns().get(at)?.agency.name;
    Some(filled(template, &[name]))
}

/// How many units had what: “72/75 đơn vị có số liệu; 2 để trống, 1 không phát sinh”.
pub fn spread(spread: &Spread, language: Language) -> String {
    let words = words(language);
    if spread.asked == 0 {
        return words.spread_none.to_owned();
    }
    let [reported, asked] = [spread.reported, spread.asked].map(|count| count.to_string());
    let mut said = filled(words.spread, &[&reported, &asked]);
    let parts = [
        (spread.zeros, words.spread_zeros),
        (spread.blank(), words.spread_blank),
        (spread.not_applicable, words.spread_not_applicable),
        (spread.unreadable, words.spread_unreadable),
    ];
    let mut mark = "; ";
    for (count, template) in parts {
        if count > 0 {
            said.push_str(mark);
            said.push_str(&filled(template, &[&count.to_string()]));
            mark = ", ";
        }
    }
    said
}

/// A total that does not agree, with both figures and the difference.
pub fn doubt(collection: &Collection, doubt: &Doubt, language: Language) -> Option<String> {
    let words: &Words = words(language);
    let figures = doubt.figures();
    let name = &collection.returns().get(figures.at)?.agency.name;
    let template = match doubt {
        Doubt::Changed(_) => words.doubt_changed,
        Doubt::Recounted(_) => words.doubt_recounted,
        Doubt::Own(_) => words.doubt_own,
        Doubt::Lead(_) => words.doubt_lead,
    };
    let nothing = || page_words(language).blank.to_owned();
    let counted = figures.counted.map_or_else(nothing, write);
    let mut said = filled(template, &[name, &write(figures.stated), &counted]);
    if let Some(difference) = figures.difference() {
        said.push(' ');
        said.push_str(&filled(words.doubt_difference, &[&write(difference)]));
    }
    Some(said)
}
