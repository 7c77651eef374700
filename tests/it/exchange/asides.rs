//! Whoever takes in a file or brings back an earlier state is told what changes besides the rows of the form.

use crate::desk::{Desk, NOW, begin, cchc};
use bieumau::exchange::{Aside, asides_of_import, asides_of_restore, changes_of};
use bieumau::report::{Consolidated, Entry, Filled, Report, Session, State};

const LATER: &str = "2026-03-12T02:11:09Z";

fn import(here: &Report, then: &Report) -> Vec<Aside> {
    asides_of_import(&cchc().form, Some(here), then)
}

fn restore(here: &Report, then: &Report) -> Vec<Aside> {
    asides_of_restore(&cchc().form, Some(here), then)
}

fn filled_here() -> Report {
    Desk::quarter_one().session.report().clone()
}

#[test]
fn the_same_report_changes_nothing_besides() {
    let here = filled_here();
    assert_eq!(import(&here, &here), []);
    assert_eq!(restore(&here, &here), []);
    assert_eq!(asides_of_import(&cchc().form, None, &here), []);
}

#[test]
fn every_part_that_is_no_row_is_named() {
    let here = filled_here();
    let mut then = here.clone();
    let stranger = Filled {
        note: "nghỉ".to_owned(),
        ..Filled::default()
    };
    then.entries.insert("row.of.elsewhere".to_owned(), stranger);
    then.paragraphs.insert("text".to_owned(), "Lời".to_owned());
    then.reasons.insert("rule row".to_owned(), "vì".to_owned());
    then.agency.name = "UBND phường khác".to_owned();
    then.period.from = Some("2025-12-15".to_owned());
    then.period.to = Some("2026-03-01".to_owned());
    then.state = State::Complete;
    then.consolidated = Some(Consolidated::default());
    let asides = import(&here, &then);
    let rest = &asides[1..];
    assert_eq!(asides[0], Aside::Strangers(1));
    assert!(matches!(
        rest,
        [
            Aside::Reasons,
            Aside::Agency(_),
            Aside::Window(_),
            Aside::State([State::Draft, State::Complete]),
            Aside::Consolidated
        ]
    ));
    // The texts of an import are shown one by one; those of a restore are told.
    assert_eq!(restore(&here, &then)[1], Aside::Texts);
    for aside in asides {
        let words = aside.words();
        assert_ne!(words.vi, words.en);
        assert!(
            !words.vi.contains('{') && !words.en.contains('{'),
            "{words:?}"
        );
    }
}

#[test]
fn what_was_handed_over_stays_so_and_is_amended() {
    let here = Report {
        state: State::Complete,
        ..filled_here()
    };
    let then = filled_here();
    assert_eq!(restore(&here, &then), [Aside::Amends]);
    assert_eq!(
        import(&here, &then),
        [Aside::State([State::Complete, State::Draft])]
    );
}

/// What is told is what happens: where neither a row nor anything else is named, the step leaves the report as it is.
#[test]
fn what_is_told_of_a_restore_is_what_it_does() {
    let empty = begin(&cchc());
    let mut complete = filled_here();
    complete.state = State::Complete;
    for (here, then) in [
        (filled_here(), empty.clone()),
        (empty.clone(), filled_here()),
        (complete.clone(), filled_here()),
        (complete.clone(), complete.clone()),
        (filled_here(), complete),
    ] {
        let told = restore(&here, &then);
        let mut session = Session::open(cchc(), here.clone());
        session.restore(then.clone(), NOW, LATER);
        let after = session.report();
        let of_state = told.iter().find_map(|aside| match aside {
            Aside::State([_, then]) => Some(*then),
            _ => None,
        });
        let rows = changes_of(&cchc().form, Some(&here), &then);
        let amended = told.contains(&Aside::Amends) && !rows.is_empty();
        let expected = if amended { State::Amended } else { here.state };
        assert_eq!(after.state, of_state.unwrap_or(expected));
        assert_eq!(
            told.contains(&Aside::Texts),
            after.paragraphs != here.paragraphs
        );
        assert_eq!(
            told.contains(&Aside::Reasons),
            after.reasons != here.reasons
        );
        for change in rows {
            let form = cchc();
            let id = &form.form.row(change.cell).unwrap().id;
            let entry = |report: &Report| report.entries.get(id).map(|row| row.entry.clone());
            let stands = entry(after).unwrap_or(Entry::Blank);
            assert_eq!(stands, change.after.entry);
        }
    }
}
