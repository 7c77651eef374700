//! What a check looks at: the figures of the report, and those of the agency's earlier ones.

use crate::form::{CellId, Form, Level};
use crate::formula::Operand;
use crate::number::Decimal;
use crate::period::{Date, Period, parse_day};
use crate::report::ReportPeriod;
use crate::report::history::{History, PastFigure, PastReport};

/// The figures that a check may look at.
pub(crate) struct Facts<'a> {
    /// The form, for ids of rows.
    pub(crate) form: &'a Form,
    /// The level of the agency that reports.
    pub(crate) level: Level,
    /// What a row holds now, as it stands on the paper.
    pub(crate) operand: &'a dyn Fn(CellId) -> Operand,
    /// The period of the report, with its window.
    pub(crate) period: &'a ReportPeriod,
    /// What the agency reported for other periods.
    pub(crate) history: &'a History,
}

impl<'a> Facts<'a> {
    /// What a row holds now.
    pub(super) fn operand(&self, cell: CellId) -> Operand {
        (self.operand)(cell)
    }

    /// Whether the agency's level fills a row.
    pub(super) fn is_asked(&self, cell: CellId) -> bool {
        let row = self.form.row(cell);
        row.is_some_and(|row| row.is_for(self.level))
    }

    /// The number of a row now, to as many decimals as can be typed.
    pub(super) fn number(&self, cell: CellId) -> Option<Decimal> {
        match self.operand(cell) {
            // Twelve decimals are the most that a number can be typed with, so nothing is lost here.
            Operand::Value(value) => value.round(Decimal::MAX_SCALE),
            Operand::Blank | Operand::Without(_) => None,
        }
    }

    /// The period of the report; none where its id names none.
    pub(super) fn period(&self) -> Option<Period> {
        Period::parse(&self.period.id)
    }

    /// The window of the report.
    pub(super) fn window(&self) -> Option<(Date, Date)> {
        let day = |day: &Option<String>| day.as_deref().and_then(parse_day);
        day(&self.period.from).zip(day(&self.period.to))
    }

    /// What earlier reports say in a row where they have a number, the oldest first.
    pub(super) fn past(
        &self,
        cell: CellId,
    ) -> impl DoubleEndedIterator<Item = (&'a PastReport, &'a PastFigure, Decimal)> + use<'a> {
        let row = self.form.row(cell).map(|row| row.id.as_str());
        let history = self.history;
        self.period()
            .into_iter()
            .flat_map(move |period| history.before(period))
            .filter_map(move |report| {
                let figure = report.figures.get(row?)?;
                Some((report, figure, figure.number()?))
            })
    }
}
