//! What the same agency reported before: figures by period and row, given to a [`Session`] from outside.
//!
//! The core has no shelf: whoever opens a report reads the agency's other reports, opens each on its own form set
//! and hands over what [`PastReport::of`] gives. Figures of another form set come through a crosswalk that names
//! them by the rows of the open one and gives each its remark; here they are taken as they come.

use super::{Entry, FormName, Session};
use crate::form::{Accumulation, Consolidation, Counterpart, Crosswalk, Form, Kind, Row, Way};
use crate::formula::Reason;
use crate::gather;
use crate::gather::Map;
use crate::number::{Decimal, Fraction};
use crate::period::{Date, Period, parse_day};
use crate::words::Phrase;

/// What stood in a row of a past report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastValue {
    /// A row that was typed or chosen.
    Entered(Entry),
    /// A row that was computed, or why it has no value.
    Computed(Result<Decimal, Reason>),
    /// Nothing, because the form set of that report has no such row; the remark says why, where that is known.
    NoCounterpart,
}

/// A row of a past report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastFigure {
    /// What stood there.
    pub value: PastValue,
    /// What has to be said whenever it is compared: over which row of another form set it came.
    pub remark: Option<Phrase>,
}

impl PastFigure {
    /// The number that stood there, typed or computed; none for everything else, option codes included.
    pub fn number(&self) -> Option<Decimal> {
        match &self.value {
            PastValue::Entered(Entry::Number(number)) => Some(*number),
            PastValue::Computed(value) => value.ok(),
            PastValue::Entered(_) | PastValue::NoCounterpart => None,
        }
    }
}

/// A past report of the agency, its rows named as the open form set names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastReport {
    /// Its period.
    pub period: Period,
    /// Its first and last day of data; none where no window is known.
    pub window: Option<(Date, Date)>,
    /// The form set that it answers.
    pub form: FormName,
    /// What has to be said of the whole of it: that it answers another form set, or another version.
    pub remark: Option<Phrase>,
    /// What stood in its rows, by row id of the open form set. A row without counterpart is absent.
    pub figures: Map<String, PastFigure>,
    /// The fields of its letter that belong to the agency ([`super::letter`]), by their id.
    pub letter: Map<String, String>,
}

impl PastReport {
    /// The figures of a report that is open on its own form set. None where its period has no name, and where
    /// nothing was entered: an empty report says nothing of the past.
    pub fn of(session: &Session) -> Option<PastReport> {
        let report = session.report();
        let form = &session.form().form;
        let figures = gather::map(form.cells().filter_map(|cell| {
            let row = form.row(cell)?;
            let value = match session.derived(cell) {
                Some(derived) => PastValue::Computed(derived.value),
                None if row.is_entry() => PastValue::Entered(session.entry(cell).clone()),
                None => return None,
            };
            let figure = PastFigure {
                value,
                remark: None,
            };
            Some((row.id.clone(), figure))
        }));
        let is_something = |figure: &PastFigure| {
            !matches!(
                &figure.value,
                PastValue::Entered(Entry::Blank) | PastValue::Computed(Err(_))
            )
        };
        if !figures.values().any(is_something) {
            return None;
        }
        let day = |day: &Option<String>| day.as_deref().and_then(parse_day);
        let remark = (report.form.version != form.version).then(|| {
            Phrase::said(
                "Số liệu kỳ này lập theo phiên bản {} của bộ biểu mẫu.",
                "The figures of this period were made with version {} of the form set.",
                &[&report.form.version.to_string()],
            )
        });
        let stays = super::letter::FIELDS.iter().filter(|field| field.stays);
        let letter = gather::map(stays.filter_map(|field| {
            let text = report.paragraphs.get(field.id)?;
            Some((field.id.to_owned(), text.clone()))
        }));
        Some(PastReport {
            period: Period::parse(&report.period.id)?,
            window: day(&report.period.from).zip(day(&report.period.to)),
            form: report.form.clone(),
            remark,
            figures,
            letter,
        })
    }
}

impl PastReport {
    /// The report as the rows of another form set would have it: what a crosswalk takes over, and of the other rows
    /// why there is nothing. Each figure keeps the crosswalk's remark, the report says whence it came.
    pub fn over(&self, crosswalk: &Crosswalk, way: Way, into: &Form) -> PastReport {
        let number = |row: &str| match &self.figures.get(row)?.value {
            PastValue::Entered(Entry::Choice(code)) => Decimal::parse_canonical(code),
            _ => self.figures.get(row)?.number(),
        };
        let across = crosswalk.figures(way, into, &number);
        let mut figures = Map::new();
        for row in &into.rows {
            let taken = across.get(&row.id).map(|across| PastFigure {
                value: taken_over(across.figure, row),
                remark: across.remark.cloned(),
            });
            let figure = taken.or_else(|| match crosswalk.counterpart(way, &row.id)? {
                Counterpart::None(reason) => Some(PastFigure {
                    value: PastValue::NoCounterpart,
                    remark: Some(reason),
                }),
                // There is a counterpart, but no number: what stood there is told where it is one row.
                Counterpart::Rows { rows, remark } => match rows.as_slice() {
                    [one] => self.figures.get(*one).map(|figure| PastFigure {
                        value: figure.value.clone(),
                        remark: remark.cloned(),
                    }),
                    _ => Some(PastFigure {
                        value: PastValue::Computed(Err(Reason::Missing)),
                        remark: remark.cloned(),
                    }),
                },
                Counterpart::Computed(reason) => Some(PastFigure {
                    value: PastValue::Computed(Err(Reason::Missing)),
                    remark: Some(reason.clone()),
                }),
            });
            if let Some(figure) = figure {
                figures.insert(row.id.clone(), figure);
            }
        }
        PastReport {
            period: self.period,
            window: self.window,
            form: self.form.clone(),
            remark: Some(Phrase::said(
                "Số liệu kỳ này lấy từ bộ biểu mẫu “{}” qua bảng đối chiếu.",
                "The figures of this period come from the form set “{}” over the crosswalk.",
                &[&self.form.id],
            )),
            figures,
            letter: self.letter.clone(),
        }
    }
}

/// A figure that came over a crosswalk, as its row holds it.
fn taken_over(figure: Decimal, row: &Row) -> PastValue {
    match row.kind {
        Kind::Choice => PastValue::Entered(Entry::Choice(figure.canonical())),
        _ if row.is_entry() => PastValue::Entered(Entry::Number(figure)),
        _ => PastValue::Computed(Ok(figure)),
    }
}

/// Which earlier report a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The last report before it.
    Last,
    /// The report of the same period of the year before.
    YearBefore,
}

/// The past reports of an agency: one for each period, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    reports: Vec<PastReport>,
}

impl History {
    /// Puts reports in order. Where two answer the same period the one given first is kept: give those of the open
    /// form set before those that come over a crosswalk.
    pub fn new(reports: Vec<PastReport>) -> History {
        let mut kept: Vec<PastReport> = Vec::new();
        for report in reports {
            if !kept.iter().any(|known| known.period == report.period) {
                kept.push(report);
            }
        }
        History {
            reports: gather::sorted(kept, |left, right| left.period.cmp(&right.period)),
        }
    }

    /// Every report, the oldest first.
    pub fn reports(&self) -> &[PastReport] {
        &self.reports
    }

    /// The reports of earlier periods, the oldest first. Quarters, half-year and nine months stand in the order of
    /// the year, the year itself behind them.
    pub fn before(&self, period: Period) -> impl DoubleEndedIterator<Item = &PastReport> {
        let is_earlier = move |report: &&PastReport| report.period < period;
        self.reports.iter().filter(is_earlier)
    }

    /// The last report before a period.
    pub fn last(&self, period: Period) -> Option<&PastReport> {
        self.before(period).next_back()
    }

    /// The report against which figures of a period are held.
    pub fn against(&self, period: Period, which: Against) -> Option<&PastReport> {
        match which {
            Against::Last => self.last(period),
            Against::YearBefore => self.a_year_before(period),
        }
    }

    /// The report of the same period of the year before.
    pub fn a_year_before(&self, period: Period) -> Option<&PastReport> {
        let wanted = Period {
            year: period.year.checked_sub(1)?,
            ..period
        };
        self.reports.iter().find(|report| report.period == wanted)
    }
}

/// Whether what stood in a row may be the start of a later report, to be confirmed: plans within their year, and
/// states. A plan, and what is counted against it, ends with its year. Counts of a window begin anew.
pub fn is_carried(row: &Row, from: Period, to: Period) -> bool {
    let same_year = from.year == to.year;
    row.is_entry()
        && match row.accumulation {
            Accumulation::YearPlan => same_year,
            Accumulation::ClosingDay => true,
            Accumulation::ClosingDayCumulative => {
                same_year || row.consolidation != Consolidation::OwnPlan
            }
            Accumulation::Window | Accumulation::YearToDate | Accumulation::SinceBaseline => false,
        }
}

/// How a figure moved against an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Now less then, exact.
    pub difference: Decimal,
    /// The difference in percent of the earlier figure, rounded half away from zero to two decimals.
    pub percent: Result<Decimal, NoPercent>,
}

/// Why there is no percent change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPercent {
    /// The earlier figure is zero.
    BaseZero,
    /// The earlier figure is negative, so that a percent of it would say the opposite of what happened.
    BaseNegative,
    /// It needs more digits than a figure has.
    TooLong,
}

/// Compares two figures; none where the difference needs more digits than a figure has.
pub fn movement(now: Decimal, then: Decimal) -> Option<Movement> {
    let difference = now.checked_sub(then)?;
    let percent = if then.is_zero() {
        Err(NoPercent::BaseZero)
    } else if then.is_negative() {
        Err(NoPercent::BaseNegative)
    } else {
        Fraction::from_decimal(difference)
            .checked_mul(Fraction::from_decimal(Decimal::from_integer(100)))
            .and_then(|hundredfold| hundredfold.checked_div(Fraction::from_decimal(then)))
            .and_then(|percent| percent.round(2))
            .ok_or(NoPercent::TooLong)
    };
    Some(Movement {
        difference,
        percent,
    })
}
