//! The letter of a report: its head, its running text by heading, its end.

use super::{Block, Letter, lines_of};
use crate::exchange::paper::{symbol_of, year_of};
use crate::form::Level;
use crate::report::{Session, letter as fields};
use crate::words::{Language, filled};

/// Room for what is written by hand. The spaces do not break and do not shrink.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Where the officer is still to say something.
const DOTS: &str = "……………";

/// Who gets a report, where the officer does not say.
pub const RECIPIENTS: [&str; 2] = ["Như kính gửi", "Lưu: VT"];

/// As what a commune's report is signed, where the officer does not say.
pub const COMMUNE_TITLE: [&str; 2] = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"];

/// How many paragraphs a text may have; what follows stands in the last one, so that a text of a million lines does no
/// harm.
const PARAGRAPHS: usize = 300;

/// The letter of an open report.
pub(super) fn of(session: &Session) -> Letter {
    let report = session.report();
    let own = |id: &str| session.paragraph(id).trim();
    let place = match own(fields::PLACE) {
        "" => place_of(&report.agency.name).unwrap_or(DOTS),
        place => place,
    };
    let year = year_of(session).map_or_else(|| BLANK.to_owned(), |year| year.to_string());
    let narrative = session.form().narrative();
    let subject = match own(fields::SUBJECT) {
        "" if narrative.subject.0.is_empty() => session.form().form.title.vi.clone(),
        "" => session.spoken(&narrative.subject).text,
        own => own.to_owned(),
    };
    Letter {
        parent: own(fields::PARENT).to_uppercase(),
        agency: agency_lines(&report.agency.name),
        number: format!("Số: {BLANK}/{}", symbol(session)),
        place_and_date: filled("{}, ngày {} tháng {} năm {}", &[place, BLANK, BLANK, &year]),
        subject,
        addressees: lines_of(session, fields::ADDRESSEE),
        blocks: blocks(session),
        title: title(session),
        signer: own(fields::SIGNER).to_owned(),
        recipients: recipients(session),
    }
}

/// `BC-UBND`; of other agencies than a People's Committee the officer says what stands behind `BC-`.
fn symbol(session: &Session) -> String {
    let own = symbol_of(session);
    let own = if own.is_empty() { BLANK } else { &own };
    format!("BC-{own}")
}

/// The agency as the head has it: `UBND phường Tô Hiệu` is `ỦY BAN NHÂN DÂN` above `PHƯỜNG TÔ HIỆU`.
fn agency_lines(name: &str) -> Vec<String> {
    match name.strip_prefix("UBND ") {
        Some(of) => vec!["ỦY BAN NHÂN DÂN".to_owned(), of.to_uppercase()],
        None => vec![name.to_uppercase()],
    }
}

/// The place of a commune is its name.
fn place_of(agency: &str) -> Option<&str> {
    let of = agency.strip_prefix("UBND ")?;
    let kinds = ["xã ", "phường ", "đặc khu ", "tỉnh ", "thành phố "];
    kinds.iter().find_map(|kind| of.strip_prefix(kind))
}

/// As what it is signed, where the officer does not say: a commune's report goes out in the name of its Committee.
fn title(session: &Session) -> Vec<String> {
    let own = lines_of(session, fields::TITLE);
    if own.is_empty() && session.report().agency.level == Level::Commune {
        return COMMUNE_TITLE.map(str::to_owned).to_vec();
    }
    own.iter().map(|line| line.to_uppercase()).collect()
}

fn recipients(session: &Session) -> Vec<String> {
    let own = lines_of(session, fields::RECIPIENTS);
    if own.is_empty() {
        return RECIPIENTS.map(str::to_owned).to_vec();
    }
    own
}

/// The running text: the opening, what stands under each heading, the closing.
fn blocks(session: &Session) -> Vec<Block> {
    let narrative = session.form().narrative();
    let mut blocks = Vec::new();
    let written = |id: &str, blocks: &mut Vec<Block>| {
        let lines = session.paragraph(id).lines().map(str::trim);
        let mut lines = lines.filter(|line| !line.is_empty());
        let first = lines.by_ref().take(PARAGRAPHS);
        blocks.extend(first.map(|line| Block::Written(line.to_owned())));
        let rest: Vec<&str> = lines.collect();
        if !rest.is_empty() {
            blocks.push(Block::Written(rest.join(" ")));
        }
    };
    let own = session.paragraph(fields::OPENING);
    if own.trim().is_empty() {
        blocks.extend(said(session.spoken(&narrative.opening).text));
    }
    written(fields::OPENING, &mut blocks);
    if narrative.headings.is_empty() {
        written(fields::BODY, &mut blocks);
    }
    for heading in &narrative.headings {
        let title = session.title_of(heading, Language::Vi);
        let title = format!("{} {title}", heading.code);
        let title = match heading.depth {
            0 => title.to_uppercase(),
            _ => title,
        };
        blocks.push(Block::Heading(title.trim().to_owned(), heading.depth));
        blocks.extend(said(session.said_under(heading).join(" ")));
        written(&heading.id, &mut blocks);
    }
    blocks.extend(said(session.spoken(&narrative.closing).text));
    blocks
}

fn said(text: String) -> Option<Block> {
    (!text.is_empty()).then_some(Block::Said(text))
}
