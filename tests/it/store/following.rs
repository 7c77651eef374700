//! A page that follows another one: the journal that it overhears, and what it says meanwhile.

use super::{NOW, edit};
use bieumau::store::{Due, Journal, Noting, Pace, SaveState};

/// A page with its journal, and another one that overhears it.
fn pages() -> (Journal, Journal) {
    (Journal::default(), Journal::default())
}

fn hears(follower: &mut Journal, writer: &Journal) -> Option<Vec<String>> {
    let text = Journal::read(&writer.write()).unwrap();
    let news = follower.mirror(text)?;
    Some(
        news.into_iter()
            .map(|edit| format!("{}={}", edit.key, edit.value))
            .collect(),
    )
}

#[test]
fn each_edit_is_news_once() {
    let (mut writer, mut follower) = pages();
    writer.note(1, edit("a", "1"));
    assert_eq!(hears(&mut follower, &writer).unwrap(), ["a=1"]);
    writer.note(2, edit("b", "2"));
    writer.note(3, edit("a", "12"));
    assert_eq!(hears(&mut follower, &writer).unwrap(), ["b=2", "a=12"]);
    assert_eq!(hears(&mut follower, &writer).unwrap().len(), 0);
    writer.committed(3);
    writer.note(4, edit("c", "3"));
    writer.committed(4);
    assert_eq!(hears(&mut follower, &writer).unwrap(), ["c=3"]);
    assert_eq!(follower, writer);
}

#[test]
fn what_is_no_longer_in_the_journal_is_asked_of_the_record() {
    let (mut writer, mut follower) = pages();
    writer.note(1, edit("a", "1"));
    hears(&mut follower, &writer);
    let large = "x".repeat(Journal::BOUND);
    assert_eq!(writer.note(2, edit("b", &large)), Noting::Full);
    assert_eq!(hears(&mut follower, &writer), None);
    // Only the record can tell, however often one asks the journal.
    writer.committed(2);
    assert_eq!(hears(&mut follower, &writer), None);
    follower.rebased(2);
    // From there on the journal tells everything again.
    writer.note(3, edit("c", "3"));
    assert_eq!(hears(&mut follower, &writer).unwrap(), ["c=3"]);
    // A journal that knows less than this page has been put away by somebody.
    assert_eq!(hears(&mut follower, &Journal::default()), None);
}

#[test]
fn a_follower_commits_nothing_and_says_how_far_the_other_page_is() {
    let mut pace = Pace::keeping(4, 4, None);
    pace.follow();
    pace.heard(6, 4, NOW);
    assert_eq!(pace.state(), SaveState::Saving);
    pace.urge();
    assert_eq!((pace.due(9_000), pace.is_open()), (Due::Never, false));
    pace.heard(6, 6, NOW);
    let at = Some(NOW.to_owned());
    assert_eq!(pace.state(), SaveState::Saved { at });
    assert_eq!(pace.contained(), 6);
}

#[test]
fn who_takes_up_the_pen_commits_what_the_other_page_has_left_open() {
    let mut pace = Pace::keeping(4, 4, None);
    pace.follow();
    pace.heard(6, 5, NOW);
    pace.take_up();
    assert_eq!(pace.begin(0), Some(6));
    pace.committed(NOW);
    assert_eq!(pace.edited(10), Some(7));
    // Where nothing is open nothing is due.
    let mut idle = Pace::keeping(4, 4, None);
    idle.follow();
    idle.take_up();
    assert_eq!(idle.due(0), Due::Never);
}
