//! A report that was complete and is changed: its state, its log, two pages on it, the journal.

use super::course::{LATER, LATEST, SMALL, complete, explain, outstanding};
use crate::desk::{Desk, cchc, open};
use bieumau::format::{part_text, put_part, read_report, report_text};
use bieumau::period::{Days, Period, Window, parse_day, read_days};
use bieumau::report::{Filled, Logged, Part, Report, Session, State, What};
use proptest::prelude::*;

/// The log since the last completion: row, from, to.
fn amendments(report: &Report) -> Vec<(&str, &str, &str)> {
    let since = report
        .log
        .iter()
        .rposition(|line| line.what == What::Complete);
    let lines = report.log.iter().skip(since.map_or(0, |place| place + 1));
    lines
        .map(|line| {
            let what = match &line.what {
                What::Entry(row) => row.as_str(),
                What::Note(key) | What::Reason(key) => key.as_str(),
                What::Window => "window",
                What::Complete => unreachable!(),
            };
            (what, line.from.as_str(), line.to.as_str())
        })
        .collect()
}

#[test]
fn a_complete_report_is_amended_by_any_change_and_the_log_says_what() {
    let mut desk = complete();
    desk.enter("done", "2");
    desk.enter("done", "22");
    desk.session.touch(LATEST);
    let report = desk.session.report();
    assert_eq!(report.state, State::Amended);
    assert_eq!(report.completed(), Some(LATER));
    // One sitting is one line, from what was declared to what stands there now.
    let line = Logged {
        at: LATEST.to_owned(),
        what: What::Entry("done".to_owned()),
        from: "21".to_owned(),
        to: "22".to_owned(),
    };
    assert_eq!(report.log[1..], [line]);
    desk.session.rest();
    desk.enter("done", "1000");
    let note = desk.cell("plan");
    desk.session.set_note(note, "Theo kế hoạch 13");
    explain(&mut desk, "within", "Cả năm");
    desk.enter("words", "");
    let words = desk.cell("words");
    desk.session.confirm_blank(words, true);
    desk.session.set_not_applicable(words, true);
    assert_eq!(
        amendments(desk.session.report()),
        [
            ("done", "21", "22"),
            ("done", "22", "1.000"),
            ("plan", "", "Theo kế hoạch 13"),
            ("within done plan", "", "Cả năm"),
            ("words", "Không có khó khăn", "Không phát sinh"),
        ]
    );
    // It can be complete again, and then be amended again.
    assert!(desk.session.complete(LATEST).state);
    assert_eq!(desk.session.report().state, State::Complete);
    assert_eq!(desk.session.report().completed(), Some(LATEST));
    desk.enter("done", "999");
    assert_eq!(
        amendments(desk.session.report()),
        [("done", "1.000", "999")]
    );
}

#[test]
fn a_key_pressed_by_mistake_and_taken_back_at_once_is_no_change() {
    let mut desk = complete();
    desk.enter("done", "213");
    assert_eq!(desk.session.report().state, State::Amended);
    assert!(desk.enter("done", "21").state);
    assert_eq!(desk.session.report().state, State::Complete);
    assert_eq!(desk.session.report().log.len(), 1);
    // What was left and taken back later was a change.
    desk.enter("done", "213");
    desk.session.rest();
    desk.enter("done", "21");
    assert_eq!(desk.session.report().state, State::Amended);
    assert_eq!(
        amendments(desk.session.report()),
        [("done", "21", "213"), ("done", "213", "21")]
    );
    // An amended report stays amended, whatever is taken back.
    desk.session.rest();
    desk.enter("plan", "411");
    desk.enter("plan", "41");
    assert_eq!(desk.session.report().state, State::Amended);
    assert_eq!(amendments(desk.session.report()).len(), 2);
    desk.enter("plan", "40");
    assert_eq!(amendments(desk.session.report())[2], ("plan", "41", "40"));
}

#[test]
fn a_draft_keeps_no_log() {
    let mut desk = Desk::quarter_one();
    let cell = desk.cell("pl1.b1.1");
    assert!(!desk.session.set_note(cell, "x").state);
    assert_eq!(desk.session.report().log, []);
    assert_eq!(desk.session.report().state, State::Draft);
}

#[test]
fn another_page_that_completes_the_report_does_not_lose_what_was_typed_here() {
    let mut ours = complete();
    let mut theirs = Desk {
        session: Session::open(open(SMALL), ours.session.report().clone()),
    };
    theirs.enter("plan", "50");
    theirs.session.complete(LATEST);
    ours.enter("done", "22");
    let own = ours.session.take_edited();
    assert!(own.contains(&Part::Row("done".to_owned())), "{own:?}");
    let changes = ours.session.take_in(theirs.session.report().clone(), &own);
    assert!(changes.state);
    assert_eq!(ours.value("plan"), "50");
    assert_eq!(ours.value("done"), "22");
    let report = ours.session.report();
    assert_eq!(report.state, State::Amended);
    assert_eq!(amendments(report), [("done", "21", "22")]);
    assert_eq!(report.completed(), Some(LATEST));
}

#[test]
fn what_was_completed_here_stays_so_unless_another_page_has_something_against_it() {
    let draft = |row: &str, text: &str| {
        let mut desk = Desk::on(open(SMALL));
        desk.enter("plan", "41");
        desk.enter("done", "21");
        desk.enter("words", "x");
        desk.session.take_edited();
        desk.enter(row, text);
        desk
    };
    let mut ours = draft("words", "y");
    ours.session.complete(LATER);
    let own = ours.session.take_edited();
    let theirs = draft("plan", "43");
    ours.session.take_in(theirs.session.report().clone(), &own);
    assert_eq!(ours.session.report().state, State::Complete);
    assert_eq!(ours.session.report().completed(), Some(LATER));
    let mut ours = draft("words", "y");
    ours.session.complete(LATER);
    let own = ours.session.take_edited();
    let theirs = draft("plan", "");
    ours.session.take_in(theirs.session.report().clone(), &own);
    assert_eq!(ours.session.report().state, State::Draft);
    assert_eq!(outstanding(&ours), ["blank plan"]);
}

#[test]
fn a_part_keeps_its_name_in_the_journal() {
    let parts = [
        Part::Row("pl1.b1.2.1".to_owned()),
        Part::Reason("within done plan".to_owned()),
        Part::State,
        Part::Log(17),
        Part::Window,
        Part::Leaving,
        Part::Head,
        Part::Step(17),
    ];
    for part in parts {
        assert_eq!(Part::from_key(&part.key()), Some(part));
    }
    for stranger in ["log:x", "log:-1", "window:2026Q1", "state:x", "step:"] {
        assert_eq!(Part::from_key(stranger), None, "{stranger}");
    }
    let mut report = complete().session.report().clone();
    let before = report.clone();
    for (key, text) in [
        ("window:1", "x"),
        ("log:0", "{}"),
        ("step:0", "{}"),
        ("head:", "{}"),
        ("state:", "final"),
        ("plan", "41"),
    ] {
        put_part(&mut report, key, text);
    }
    assert_eq!(report, before);
}

/// The window of the quarter with another closing day in March.
fn closing(day: u8) -> Days {
    let period = Period::parse("2026Q1").unwrap();
    read_days(period, "15/12/2025", &format!("{day}/3/2026"), "12/3/2026").unwrap()
}

#[test]
fn another_window_amends_a_complete_report() {
    let mut desk = complete();
    desk.session.set_days(closing(8));
    let line = (
        "window",
        "15/12/2025 – 09/3/2026",
        "15/12/2025 – 08/3/2026; gửi trước ngày 12/3/2026",
    );
    assert_eq!(amendments(desk.session.report()), [line]);
    assert_eq!(desk.session.report().state, State::Amended);
    assert!(desk.session.take_edited().contains(&Part::Window));
}

#[test]
fn that_a_report_leaves_is_no_amendment() {
    let mut desk = complete();
    let today = parse_day("2026-03-14").unwrap();
    let window = Window::own(closing(9));
    assert!(desk.session.leaves(today, Some(&window)));
    assert!(desk.session.report().late.is_some());
    assert_eq!(desk.session.report().state, State::Complete);
    assert_eq!(amendments(desk.session.report()), []);
    assert!(!desk.session.leaves(today, Some(&window)));
}

/// One thing that an officer does.
#[derive(Clone, Debug)]
enum Deed {
    Type(&'static str, &'static str),
    Note(&'static str, &'static str),
    Reason(&'static str),
    Blank(&'static str, bool),
    Window(u8),
    Leave,
    Complete,
    Reload,
}

fn deeds() -> impl Strategy<Value = Deed> {
    let row = prop::sample::select(vec!["plan", "done", "words"]);
    let text = prop::sample::select(vec!["", "2", "21", "42", "4200", "Không", "x1"]);
    prop_oneof![
        6 => (row.clone(), text.clone()).prop_map(|(row, text)| Deed::Type(row, text)),
        1 => (row.clone(), text.clone()).prop_map(|(row, text)| Deed::Note(row, text)),
        1 => text.prop_map(Deed::Reason),
        2 => (row, any::<bool>()).prop_map(|(row, blank)| Deed::Blank(row, blank)),
        1 => (1..4u8).prop_map(Deed::Window),
        2 => Just(Deed::Leave),
        3 => Just(Deed::Complete),
        1 => Just(Deed::Reload),
    ]
}

/// What the log must be: each line goes on from the one before about the same thing, the last ends at what stands
/// there now, and the state is what the last line says.
fn judge(desk: &Desk) {
    let report = desk.session.report();
    for (place, line) in report.log.iter().enumerate() {
        let later = &report.log[place + 1..];
        let next = later.iter().find(|later| later.what == line.what);
        let now = match &line.what {
            What::Complete => continue,
            What::Entry(row) => report.entries.get(row).map(Filled::written),
            What::Note(row) => report.entries.get(row).map(|filled| filled.note.clone()),
            What::Reason(key) => report.reasons.get(key).cloned(),
            What::Window => Some(report.period.written()),
        };
        let goes_on = next.map_or(now.unwrap_or_default(), |next| next.from.clone());
        assert_eq!(line.to, goes_on, "{:#?}", report.log);
        assert_ne!(line.from, line.to, "{:#?}", report.log);
    }
    let last = report.log.last().map(|line| &line.what);
    let state = match last {
        None => State::Draft,
        Some(What::Complete) => State::Complete,
        Some(_) => State::Amended,
    };
    assert_eq!(report.state, state, "{:#?}", report.log);
    if state == State::Complete {
        assert_eq!(desk.session.outstanding(), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_log_and_the_journal_tell_the_whole_course(deeds in prop::collection::vec(deeds(), 1..60)) {
        let form = open(SMALL);
        let mut desk = Desk::on(form.clone());
        // What a journal makes of the report as it was first.
        let mut replayed = desk.session.report().clone();
        for (number, deed) in deeds.into_iter().enumerate() {
            let now = format!("2026-03-10T05:00:{:02}Z", number % 60);
            match deed {
                Deed::Type(row, text) => {
                    desk.enter(row, text);
                }
                Deed::Note(row, text) => {
                    let cell = desk.cell(row);
                    desk.session.set_note(cell, text);
                }
                Deed::Reason(text) => {
                    explain(&mut desk, "within", text);
                }
                Deed::Blank(row, blank) => {
                    let cell = desk.cell(row);
                    desk.session.confirm_blank(cell, blank);
                }
                Deed::Window(day) => {
                    desk.session.set_days(closing(day));
                }
                Deed::Leave => desk.session.rest(),
                Deed::Complete => {
                    desk.session.complete(&now);
                }
                Deed::Reload => {
                    let kept = read_report(&report_text(desk.session.report())).unwrap();
                    prop_assert_eq!(&kept, desk.session.report());
                    desk.session = Session::open(form.clone(), kept);
                }
            }
            desk.session.touch(&now);
            replayed.modified = now;
            for part in desk.session.take_edited() {
                put_part(&mut replayed, &part.key(), &part_text(desk.session.report(), &part));
            }
            prop_assert_eq!(&replayed, desk.session.report());
            judge(&desk);
        }
    }
}

#[test]
fn the_log_of_the_built_in_form_is_written_as_people_write() {
    let mut desk = Desk::cchc();
    for sheet in 0..8 {
        desk.session.confirm_blanks(sheet);
    }
    assert_eq!(outstanding(&desk), [""; 0]);
    assert!(desk.session.complete(LATER).state);
    desk.enter("pl2.b2.3.1.1", "11647");
    desk.session.rest();
    desk.enter("pl1.b1.6", "1");
    assert_eq!(
        amendments(desk.session.report()),
        [
            ("pl2.b2.3.1.1", "Để trống có xác nhận", "11.647"),
            ("pl1.b1.6", "Để trống có xác nhận", "1"),
        ]
    );
    assert_eq!(cchc().form.printed_sheets().count(), 8);
}
