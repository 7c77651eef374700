//! When to commit, and what the user is told: a fake clock in milliseconds.

use super::NOW;
use bieumau::store::{Due, Pace, SaveState, Trouble};

fn fresh() -> Pace {
    Pace::keeping(0, 0, None)
}

#[test]
fn nothing_typed_is_nothing_to_commit() {
    let mut pace = fresh();
    pace.urge();
    assert_eq!((pace.due(0), pace.begin(0)), (Due::Never, None));
    assert_eq!(pace.state(), SaveState::Saved { at: None });
    // An urge with nothing to commit does not hurry the next edit.
    pace.edited(1_000);
    assert_eq!(pace.due(1_000), Due::In(Pace::QUIET));
}

#[test]
fn a_commit_begins_soon_after_the_last_edit() {
    let mut pace = fresh();
    assert_eq!(pace.edited(1_000), Some(1));
    assert_eq!(pace.edited(1_050), Some(2));
    assert_eq!(pace.state(), SaveState::Saving);
    assert_eq!(pace.due(1_050), Due::In(Pace::QUIET));
    assert_eq!(pace.begin(1_050 + Pace::QUIET - 1), None);
    assert_eq!(pace.begin(1_050 + Pace::QUIET), Some(2));
    const { assert!(Pace::QUIET < 500) };
}

#[test]
fn a_commit_begins_although_typing_never_stops() {
    let mut pace = fresh();
    for now in (0..Pace::LONGEST).step_by(100) {
        pace.edited(now);
        assert_eq!(pace.begin(now), None, "at {now}");
    }
    assert_eq!(pace.begin(Pace::LONGEST), Some(3));
    // With the time that a commit takes no edit is open for longer than half a second.
    const { assert!(Pace::LONGEST < 400) };
}

#[test]
fn saved_is_said_only_when_the_commit_is_complete() {
    let mut pace = fresh();
    pace.edited(0);
    pace.urge();
    assert_eq!(pace.begin(0), Some(1));
    assert_eq!(pace.state(), SaveState::Saving);
    assert_eq!(pace.committed(NOW), Some(1));
    assert_eq!(
        pace.state(),
        SaveState::Saved {
            at: Some(NOW.to_owned())
        }
    );
}

#[test]
fn what_is_typed_during_a_commit_waits_for_the_next() {
    let mut pace = fresh();
    pace.edited(0);
    pace.urge();
    pace.begin(0);
    pace.edited(10);
    pace.urge();
    assert_eq!((pace.due(10_000), pace.begin(10_000)), (Due::Never, None));
    assert_eq!(pace.committed(NOW), Some(1));
    assert_eq!(pace.state(), SaveState::Saving);
    assert_eq!(pace.begin(20), Some(2));
}

#[test]
fn a_hidden_page_commits_at_once() {
    let mut pace = fresh();
    pace.edited(0);
    pace.urge();
    assert_eq!(pace.due(0), Due::Now);
}

#[test]
fn a_failed_commit_is_tried_again_with_a_growing_delay() {
    let mut pace = fresh();
    pace.edited(0);
    let mut now = Pace::QUIET;
    for delay in [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000] {
        assert_eq!(pace.begin(now), Some(1), "at {now}");
        pace.failed(now, Trouble::Full);
        assert_eq!(pace.state(), SaveState::Failed { why: Trouble::Full });
        assert_eq!(pace.due(now), Due::In(delay));
        now += delay;
    }
}

#[test]
fn typing_on_after_a_failure_loses_nothing_and_hurries_nothing() {
    let mut pace = fresh();
    pace.edited(0);
    pace.urge();
    pace.begin(0);
    pace.failed(0, Trouble::Gone);
    assert_eq!(pace.edited(100), Some(2));
    assert_eq!(pace.due(100), Due::In(Pace::RETRY - 100));
    assert_eq!(pace.state(), SaveState::Failed { why: Trouble::Gone });
    assert_eq!(pace.begin(Pace::RETRY), Some(2));
    assert_eq!(pace.committed(NOW), Some(2));
    assert_eq!(
        pace.state(),
        SaveState::Saved {
            at: Some(NOW.to_owned())
        }
    );
}

#[test]
fn the_user_may_ask_for_another_try_at_once() {
    let mut pace = fresh();
    pace.edited(0);
    pace.urge();
    pace.begin(0);
    pace.failed(0, Trouble::Full);
    pace.urge();
    assert_eq!(pace.begin(1), Some(1));
}

#[test]
fn an_end_without_a_beginning_changes_nothing() {
    let mut pace = fresh();
    pace.edited(0);
    assert_eq!(pace.committed(NOW), None);
    assert_eq!(pace.state(), SaveState::Saving);
}

#[test]
fn a_commit_that_another_page_outran_gets_a_revision_above_both() {
    let mut pace = Pace::keeping(4, 4, None);
    pace.edited(0);
    pace.urge();
    assert_eq!(pace.begin(0), Some(5));
    assert_eq!(pace.outrun(4), None, "what lies there is our own");
    assert_eq!(pace.outrun(9), Some(10));
    assert_eq!(pace.committed(NOW), Some(10));
    assert_eq!(pace.due(0), Due::Never);
}

#[test]
fn edits_typed_while_another_page_is_taken_in_are_committed_next() {
    let mut pace = Pace::keeping(4, 4, None);
    pace.edited(0);
    pace.urge();
    pace.begin(0);
    pace.outrun(9);
    assert_eq!(pace.edited(10), Some(11));
    pace.committed(NOW);
    assert_eq!(pace.due(10), Due::In(Pace::QUIET));
}
