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
        let mut inner = gather::tree(deeper.map(|code| (code.as_str(), "")));
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

/// Consolidated returns, and who of them knows which agency.
struct Wholes<'a> {
    all: Vec<Whole<'a>>,
    /// By the code of an agency: those in which it is, in order.
    with: BTreeMap<&'a str, Vec<usize>>,
    /// By its own code.
    of: BTreeMap<&'a str, usize>,
}

impl<'a> Wholes<'a> {
    fn new(all: Vec<Whole<'a>>) -> Wholes<'a> {
        let mut with: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut of = BTreeMap::new();
        for (place, whole) in all.iter().enumerate() {
            of.insert(whole.code(), place);
            for code in whole.inner.keys() {
                with.entry(code).or_default().push(place);
            }
        }
        Wholes { all, with, of }
    }

    /// Those in which an agency is.
    fn around(&self, code: &str) -> impl Iterator<Item = usize> {
        self.with.get(code).into_iter().flatten().copied()
    }

    /// Those that this one holds, or that hold it.
    fn beside(&self, top: &Whole<'_>) -> Vec<usize> {
        let held = top.inner.keys().filter_map(|code| self.of.get(code));
        held.copied().chain(self.around(top.code())).collect()
    }

    /// Those that are in no other one that counts, and the others.
    fn outermost(&self) -> (Vec<&Whole<'a>>, Vec<Inside>) {
        let mut is_open = vec![true; self.all.len()];
        let (mut outer, mut found) = (Vec::new(), Vec::new());
        for (start, first) in self.all.iter().enumerate() {
            // What stands above the first one is settled first; it may be that the first is still open afterwards.
            while is_open.get(start) == Some(&true) {
                let top = self.above(first, &is_open);
                outer.push(top);
                for place in self.beside(top) {
                    let (Some(other), Some(open)) = (self.all.get(place), is_open.get_mut(place))
                    else {
                        continue;
                    };
                    // Only in a circle does anything hold what stands above all.
                    if *open && (top.holds(other) || other.holds(top)) {
                        found.push(top.sets_aside(other.at, other.one));
                        *open = false;
                    }
                }
                if let Some(open) = self.of.get(top.code()).and_then(|at| is_open.get_mut(*at)) {
                    *open = false;
                }
            }
        }
        (outer, found)
    }

    /// Upwards as long as there is a way; files that name each other in a circle lead nowhere.
    fn above<'b>(&'b self, first: &'b Whole<'a>, is_open: &[bool]) -> &'b Whole<'a> {
        let mut top = first;
        for _ in 0..self.all.len() {
            let open = self.around(top.code());
            let mut open = open.filter(|place| is_open.get(*place) == Some(&true));
            match open.find_map(|place| self.all.get(place).filter(|other| other.holds(top))) {
                Some(higher) => top = higher,
                None => break,
            }
        }
        top
    }
}

/// Which of these returns, by their places, are in another one that counts. What is only in a return that is itself set
/// aside is in none. Of each agency there is one.
pub(super) fn inside(returns: &[Return], counted: &[usize]) -> Vec<Inside> {
    let known = counted
        .iter()
        .filter_map(|at| Some((*at, returns.get(*at)?)));
    let wholes = known.clone();
    let wholes = wholes.filter_map(|(at, one)| Whole::of(at, one)).collect();
    let wholes = Wholes::new(wholes);
    let (outer, mut found) = wholes.outermost();
    let mut around: BTreeMap<&str, &Whole<'_>> = BTreeMap::new();
    for whole in outer {
        for code in whole.inner.keys() {
            around.entry(code).or_insert(whole);
        }
    }
    for (at, one) in known.filter(|(_, one)| one.consolidated.is_none()) {
        if let Some(whole) = around.get(one.agency.code.as_str()) {
            found.push(whole.sets_aside(at, one));
        }
    }
    found
}
