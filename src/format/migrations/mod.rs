//! Documents of earlier versions, brought forward over raw JSON before anybody reads them: the present knows nothing of the
//! past.
//!
//! A version word names a shape that older pages cannot read rightly. What is only added is no new version: an optional
//! member that an older page leaves alone. To change a shape: one numbered file here, one line in [`MIGRATIONS`], the new
//! number in the version word, and a sample of the version that it leaves in `tests/fixtures/migrations/`. A file is
//! never edited once it was shipped; a test holds its checksum.

mod m0001_journal_floor;

use super::record::{Unread, family_and_number, is_newer};
use serde_json::{Map, Value};

/// One step from a version to the next one.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The name of its file, `m0001_journal_floor`: numbered in the order in which they came, whatever the family.
    pub name: &'static str,
    /// The family of documents, `bieumau.journal`.
    pub family: &'static str,
    /// The version that it leaves; it leads to the next number.
    pub leaves: u32,
    /// Makes members of the next version of those of this one. It never fails and asks for nothing but them.
    pub forward: fn(&mut Map<String, Value>),
}

/// Every migration, oldest first.
pub const MIGRATIONS: &[Migration] = &[m0001_journal_floor::MIGRATION];

/// Brings members to the version `known`, such as `bieumau.journal/2`; their version word stands in the member `named`.
///
/// # Errors
/// [`Unread::Newer`], when a newer page wrote them; [`Unread::Foreign`], when they are of no version that this page knows.
/// Then they are as they were.
pub fn bring_forward(
    members: &mut Map<String, Value>,
    named: &str,
    known: &str,
) -> Result<(), Unread> {
    bring_forward_by(MIGRATIONS, members, named, known)
}

/// The same by another list: for tests of what the list of today does not show yet.
///
/// # Errors
/// As [`bring_forward`].
pub fn bring_forward_by(
    list: &[Migration],
    members: &mut Map<String, Value>,
    named: &str,
    known: &str,
) -> Result<(), Unread> {
    let word = members.get(named).and_then(Value::as_str);
    let word = word.ok_or(Unread::Foreign)?;
    if word == known {
        return Ok(());
    }
    if is_newer(word, known) {
        return Err(Unread::Newer(word.to_owned()));
    }
    let (Some((family, mut number)), Some((ours, last))) =
        (family_and_number(word), family_and_number(known))
    else {
        return Err(Unread::Foreign);
    };
    if family != ours {
        return Err(Unread::Foreign);
    }
    let mut steps = Vec::new();
    while number < last {
        let step = list
            .iter()
            .find(|step| step.family == family && step.leaves == number);
        steps.push(step.ok_or(Unread::Foreign)?.forward);
        number += 1;
    }
    for forward in steps {
        forward(members);
    }
    members.insert(named.to_owned(), Value::from(known));
    Ok(())
}
