//! The report on the screen: its title, what does not agree in its file, and every table of its appendices.

use super::hand::{Hand, set};
use super::words::words;
use crate::browser::clock;
use crate::exchange::paper::{Appendix, Table, paper};
use crate::report::Session;
use crate::words::{Language, Phrase};
use web_sys::Element;

/// Draws an open report in the place of whatever stood there.
pub fn report(
    main: &Element,
    session: &Session,
    differences: &[Phrase],
    language: Language,
) -> Option<()> {
    let hand = emptied(main)?;
    let title = session.form().form.title.text(language);
    hand.add(main, "h1", "", title)?;
    hand.document.set_title(title);
    let paper = paper(session, language, &clock::local_moment);
    if let Some(first) = paper.appendices.first() {
        hand.add(main, "p", "bm-view__whose", &first.whose)?;
        for fact in &first.facts {
            hand.add(main, "p", "", fact)?;
        }
    }
    if !differences.is_empty() {
        let note = hand.add(main, "div", "bm-note bm-note--warning", "")?;
        set(&note, "role", "note");
        hand.add(&note, "p", "", words(language).differs)?;
        let list = hand.add(&note, "ul", "", "")?;
        for difference in differences {
            hand.add(&list, "li", "", difference.text(language))?;
        }
    }
    for part in &paper.appendices {
        appendix(&hand, main, part)?;
    }
    Some(())
}

fn appendix(hand: &Hand, main: &Element, appendix: &Appendix) -> Option<()> {
    let section = hand.add(main, "section", "", "")?;
    hand.add(&section, "h2", "", &joined(&appendix.name, &appendix.title))?;
    for drawn in &appendix.tables {
        table(hand, &section, &appendix.name, drawn)?;
    }
    Some(())
}

fn table(hand: &Hand, section: &Element, appendix: &str, table: &Table) -> Option<()> {
    let title = joined(&table.name, &table.title);
    if !title.is_empty() {
        hand.add(section, "h3", "", &title)?;
    }
    // Where the page is narrow the table scrolls and the page does not; by keyboard too.
    let room = hand.add(section, "div", "bm-view__room", "")?;
    set(&room, "tabindex", "0");
    if !title.is_empty() {
        set(&room, "role", "region");
        // Tables of several appendices may have the same title.
        set(&room, "aria-label", &joined(appendix, &title));
    }
    let grid = hand.grid(&room, table)?;
    hand.table_head(&grid, &table.columns)?;
    let body = hand.add(&grid, "tbody", "", "")?;
    for line in &table.lines {
        hand.line(&body, line, &table.columns)?;
    }
    Some(())
}

fn joined(name: &str, title: &str) -> String {
    match (name.is_empty(), title.is_empty()) {
        (false, false) => format!("{name}. {title}"),
        _ => format!("{name}{title}"),
    }
}

/// Says something in the place of a report; `why` may be empty.
pub fn sentence(main: &Element, title: &str, why: &str) -> Option<()> {
    let hand = emptied(main)?;
    hand.add(main, "h1", "", title)?;
    let said = hand.add(main, "p", "", why)?;
    set(&said, "role", "status");
    Some(())
}

fn emptied(main: &Element) -> Option<Hand> {
    main.set_text_content(None);
    Hand::new()
}
