//! Consolidated returns, and the returns that are in them already: nothing is added twice.

use super::Return;
use crate::gather;
use crate::report::Consolidated;
use std::collections::BTreeMap;

/// A consolidated return that might count.
struct Whole<'a> {
    at: usize,
    one: &'a Return,
    /// The agencies in it, each with the digest of the report that was added up; of agencies further down nothing.
    inner: BTreeMap<&'a str, &'a str>,
}

/// What is set aside because it is in a consolidated return that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Inside {
    /// The place of the return.
    pub at: usize,
    /// The place of the consolidated return.
    pub whole: usize,
    /// Whether the report that was added up there is another.
    pub is_another: bool,
}

impl<'a> Whole<'a> {
    fn of(at: usize, one: &'a Return) -> Option<Whole<'a>> {
        let whole: &Consolidated = one.consolidated.as_ref()?;
        let deeper = whole.units.iter().flat_map(|unit| &unit.of);
        let mut inner = gather::map(deeper.map(|code| (code.as_str(), "")));
        let direct = whole.units.iter();
        inner.extend(direct.map(|unit| (unit.agency.code.as_str(), unit.digest.as_str())));
        Some(Whole { at, one, inner })
    }

    fn code(&self) -> &'a str {
        &self.one.agency.code
    }

    /// Whether another one is in it. Of two that name each other the larger one is the outer, then the first.
    fn holds(&self, other: &Whole<'_>) -> bool {
        if self.at == other.at || !self.inner.contains_key(other.code()) {
            return false;
        }
        let size = |whole: &Whole<'_>| (whole.inner.len(), std::cmp::Reverse(whole.at));
        !other.inner.contains_key(self.code()) || size(self) > size(other)
    }

    fn sets_aside(&self, at: usize, one: &Return) -> Inside {
        let code = one.agency.code.as_str();
        let digest = self.inner.get(code).copied().unwrap_or_default();
        Inside {
            at,
            whole: self.at,
            is_another: !digest.is_empty() && digest != one.digest,
        }
    }
}

/// Which of these returns, by their places, are in another one that counts. What is only in a return that is itself set
/// aside is in none.
pub(super) fn inside(returns: &[Return], counted: &[usize]) -> Vec<Inside> {
    let known = counted
        .iter()
        .filter_map(|at| Some((*at, returns.get(*at)?)));
    let wholes: Vec<Whole<'_>> = known
        .clone()
        .filter_map(|(at, one)| Whole::of(at, one))
        .collect();
    let (outer, mut found) = outermost(&wholes);
    for (at, one) in known {
        let is_whole = wholes.iter().any(|whole| whole.at == at);
        let code = one.agency.code.as_str();
        let around = outer.iter().find(|whole| whole.inner.contains_key(code));
        if let Some(whole) = around.filter(|_| !is_whole) {
            found.push(whole.sets_aside(at, one));
        }
    }
    found
}

/// Those that are in no other one that counts, and the others.
fn outermost<'a, 'b>(wholes: &'b [Whole<'a>]) -> (Vec<&'b Whole<'a>>, Vec<Inside>) {
    let mut open: Vec<&Whole<'_>> = wholes.iter().collect();
    let (mut outer, mut found) = (Vec::new(), Vec::new());
    while let Some(first) = open.first() {
        // Upwards as long as there is a way; files that name each other in a circle lead nowhere.
        let mut top = *first;
        for _ in 0..open.len() {
            match open.iter().find(|other| other.holds(top)) {
                Some(higher) => top = higher,
                None => break,
            }
        }
        outer.push(top);
        open.retain(|other| {
            // Only in a circle does anything hold what stands above all.
            let is_aside = top.holds(other) || other.holds(top);
            if is_aside {
                found.push(top.sets_aside(other.at, other.one));
            }
            !is_aside && other.at != top.at
        });
    }
    (outer, found)
}
