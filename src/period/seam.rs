//! Days that fall into two windows, or into none.
//!
//! Windows nest on purpose: quarter I, the half-year and the year all begin on 15 December, and a figure of the year
//! holds that of the half-year. Only where one window ends and the next takes over may a day be lost or counted
//! twice. One window takes over from another when its first quarter follows the other's last: quarter III follows
//! the half-year, and every window that begins a year follows every one that ends the year before. Where a form set
//! has no quarter II, nothing follows quarter I, and nothing is missing.

use super::{Date, Period, PeriodKind, Status, Windows, write_day, write_days};
use crate::gather;
use crate::words::{Phrase, filled};

/// What is wrong where one window takes over from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The days lie in both windows.
    Twice,
    /// The days lie in neither.
    Never,
}

/// Days at the seam of two windows that lie in both or in neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seam {
    /// What is wrong with them.
    pub fault: Fault,
    /// The first of the days.
    pub from: Date,
    /// The last of them, included.
    pub to: Date,
    /// The period that ends.
    pub closing: Period,
    /// Its last day of data.
    pub closes: Date,
    /// The period that takes over.
    pub opening: Period,
    /// Its first day of data.
    pub opens: Date,
    /// Whether one of the two windows is only expected.
    pub is_expected: bool,
}

const TWICE: &str = "{}: in two windows: {} (up to and including {}) and {} (from {}). Figures of this time may be counted twice.";
const NEVER: &str = "{}: in neither of two windows: {} (up to and including {}) and {} (from {}). Figures of this time may be left out.";

impl Seam {
    /// The seam in a few words, for where there is little room: days and fault.
    pub fn in_short(&self) -> Phrase {
        let (vi, en) = match self.fault {
            Fault::Twice => (
                "{} nằm trong cả hai kỳ liền nhau",
                "{}: in two successive windows",
            ),
            Fault::Never => (
                "{} nằm ngoài hai kỳ liền nhau",
                "{}: outside two successive windows",
            ),
        };
        Phrase::said(vi, en, &[&write_days(self.from, self.to)])
    }

    /// The seam in words, days and both periods named.
    pub fn words(&self) -> Phrase {
        let days = write_days(self.from, self.to);
        let (vi, en) = match (self.fault, self.from == self.to) {
            (Fault::Twice, true) => (
                "Ngày {} nằm trong cả hai kỳ: kỳ {} (chốt hết ngày {}) và kỳ {} (tính từ ngày {}). Số liệu của ngày này dễ bị tính hai lần.",
                TWICE,
            ),
            (Fault::Twice, false) => (
                "Các ngày {} nằm trong cả hai kỳ: kỳ {} (chốt hết ngày {}) và kỳ {} (tính từ ngày {}). Số liệu của các ngày này dễ bị tính hai lần.",
                TWICE,
            ),
            (Fault::Never, true) => (
                "Ngày {} không nằm trong kỳ {} (chốt hết ngày {}) và cũng không nằm trong kỳ {} (tính từ ngày {}). Số liệu của ngày này dễ bị bỏ sót.",
                NEVER,
            ),
            (Fault::Never, false) => (
                "Các ngày {} không nằm trong kỳ {} (chốt hết ngày {}) và cũng không nằm trong kỳ {} (tính từ ngày {}). Số liệu của các ngày này dễ bị bỏ sót.",
                NEVER,
            ),
        };
        let (closes, opens) = (write_day(self.closes), write_day(self.opens));
        let (closing, opening) = (self.closing.name(), self.opening.name());
        let (of_closing, of_opening) = (in_a_sentence(&closing.vi), in_a_sentence(&opening.vi));
        let mut said = Phrase {
            vi: filled(vi, &[&days, &of_closing, &closes, &of_opening, &opens]),
            en: filled(en, &[&days, &closing.en, &closes, &opening.en, &opens]),
        };
        if self.is_expected {
            said.vi.push_str(" (Theo thời gian dự kiến.)");
            said.en.push_str(" (By the expected windows.)");
        }
        said
    }
}

/// A name as it stands in the middle of a sentence: `quý I năm 2026`.
fn in_a_sentence(name: &str) -> String {
    let mut signs = name.chars();
    let first = signs.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(signs).collect()
}

impl PeriodKind {
    /// Its first and its last quarter, 1 to 4.
    pub(super) fn quarters(self) -> (u8, u8) {
        match self {
            PeriodKind::Q1 => (1, 1),
            PeriodKind::Q2 => (2, 2),
            PeriodKind::S1 => (1, 2),
            PeriodKind::Q3 => (3, 3),
            PeriodKind::N1 => (1, 3),
            PeriodKind::Q4 => (4, 4),
            PeriodKind::Y => (1, 4),
        }
    }
}

/// Whether one period takes over where another ends.
fn follows(opening: Period, closing: Period) -> bool {
    let quarter = |period: Period, quarter: u8| i64::from(period.year) * 4 + i64::from(quarter);
    let (last, first) = (closing.kind.quarters().1, opening.kind.quarters().0);
    quarter(opening, first) == quarter(closing, last) + 1
}

impl Windows {
    /// What is wrong at the seams of one period: with those that end before it and with those that follow it.
    /// `kinds` are the kinds of period of the form set.
    pub fn seams_of(&self, kinds: &[PeriodKind], period: Period) -> Vec<Seam> {
        let near = around(kinds, period.year);
        let before = near.iter().map(|other| (*other, period));
        let after = near.iter().map(|other| (period, *other));
        self.seams(before.chain(after).collect())
    }

    /// What is wrong at all seams of a year, from the one into its first period to the one behind its last.
    pub fn seams_in(&self, kinds: &[PeriodKind], year: i32) -> Vec<Seam> {
        let near = around(kinds, year);
        let mut pairs = Vec::new();
        for closing in &near {
            for opening in &near {
                if closing.year == year || opening.year == year {
                    pairs.push((*closing, *opening));
                }
            }
        }
        self.seams(pairs)
    }

    /// The faults of these pairs of a closing and an opening period, in the order of their days, each days once:
    /// three windows that begin on the same day make one seam.
    fn seams(&self, pairs: Vec<(Period, Period)>) -> Vec<Seam> {
        let mut found: Vec<Seam> = Vec::new();
        for (closing, opening) in pairs {
            let Some(seam) = self.seam(closing, opening) else {
                continue;
            };
            let is_new = found.iter().all(|known| {
                (known.fault, known.from, known.to) != (seam.fault, seam.from, seam.to)
            });
            if is_new {
                found.push(seam);
            }
        }
        gather::sorted(found, |left, right| {
            (left.from, left.to).cmp(&(right.from, right.to))
        })
    }

    fn seam(&self, closing: Period, opening: Period) -> Option<Seam> {
        if !follows(opening, closing) {
            return None;
        }
        let (before, after) = (self.of(closing)?, self.of(opening)?);
        let (fault, from, to) = if after.from <= before.to {
            (
                Fault::Twice,
                after.from.max(before.from),
                before.to.min(after.to),
            )
        } else {
            let (from, to) = (before.to.next_day()?, after.from.previous_day()?);
            (Fault::Never, from, to)
        };
        (from <= to).then(|| Seam {
            fault,
            from,
            to,
            closing,
            closes: before.to,
            opening,
            opens: after.from,
            is_expected: [before.status, after.status].contains(&Status::Expected),
        })
    }
}

/// The periods of a year, of the one before and of the one after.
fn around(kinds: &[PeriodKind], year: i32) -> Vec<Period> {
    (year.saturating_sub(1)..=year.saturating_add(1))
        .flat_map(|year| kinds.iter().map(move |kind| Period { year, kind: *kind }))
        .collect()
}
