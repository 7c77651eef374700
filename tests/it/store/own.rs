//! Whose edits are in danger where two pages write one record.

use super::edit;
use bieumau::store::{Journal, OwnEdits};

#[test]
fn our_own_stand_beside_any_record_until_they_are_committed() {
    let mut own = OwnEdits::default();
    own.note(1, &edit("a", "1"));
    own.note(2, &edit("b", "2"));
    own.note(3, &edit("a", "12"));
    assert_eq!(own.beside(9), ["b", "a"]);
    own.committed(2);
    assert_eq!(own.beside(9), ["a"]);
    own.committed(3);
    assert_eq!(own.beside(0), [""; 0]);
}

#[test]
fn what_came_from_a_journal_stands_only_beside_a_record_without_it() {
    let mut journal = Journal::default();
    journal.note(1, edit("a", "1"));
    journal.committed(1);
    journal.note(2, edit("b", "2"));
    journal.note(3, edit("c", "3"));
    let mut own = OwnEdits::inherited(&journal);
    assert_eq!(own.beside(1), ["b", "c"]);
    assert_eq!(own.beside(2), ["c"]);
    assert_eq!(own.beside(3), [""; 0]);
    // What is typed over it is ours.
    own.note(4, &edit("b", "21"));
    assert_eq!(own.beside(9), ["b"]);
}
