//! The workbook of a form that is still to be filled, for those who fill it in Excel.

use super::cover::{Cover, CoverLine, Key, advice};
use super::places::Places;
use super::shown::fitting;
use super::{Workbook, kept, sheets};
use crate::form::Form;
use crate::period::{Period, PeriodKind};
use crate::words::folded;

/// The workbook of an empty form. Agency and period are filled on its first worksheet, or left blank.
pub fn empty_workbook(form: &Form) -> Workbook {
    let mut workbook = Workbook {
        title: form.title.vi.clone(),
        kept: kept::of(form, ""),
        ..Workbook::default()
    };
    let periods = form.periods.iter().map(|kind| period_name(*kind));
    let list = sheets::place_of(periods.collect(), &mut workbook.lists);
    workbook.cover = cover(form, list);
    let places = Places::of(form, &sheets::heads(form, None), "");
    workbook.sheets = sheets::sheets(form, None, &places, &mut workbook.lists);
    workbook
}

fn cover(form: &Form, periods: usize) -> Cover {
    let fact = |name: &str, value: String, key| CoverLine::Fact(name.to_owned(), value, key);
    let mut lines = vec![
        CoverLine::Title(fitting(&form.title.vi)),
        fact(
            "Bộ biểu mẫu",
            format!("{} (phiên bản {})", form.id, form.version),
            None,
        ),
        fact("Cơ quan, đơn vị báo cáo", String::new(), Some(Key::Agency)),
        fact("Mã đơn vị (nếu biết)", String::new(), Some(Key::Code)),
        fact("Kỳ báo cáo", String::new(), Some(Key::Period(periods))),
        fact("Năm", String::new(), Some(Key::Year)),
    ];
    advice(&mut lines);
    Cover { lines }
}

/// A kind of period without its year, `Quý I`.
pub(super) fn period_name(kind: PeriodKind) -> String {
    let year = 2_000;
    let name = Period { year, kind }.name().vi;
    let quarter = name
        .strip_suffix(" năm 2000")
        .filter(|it| it.contains("Quý"));
    let rest = name.strip_suffix(" 2000").unwrap_or(&name);
    match quarter {
        Some(quarter) => quarter.to_owned(),
        None if kind == PeriodKind::Y => "Cả năm".to_owned(),
        None => rest.to_owned(),
    }
}

/// The period that the first worksheet names; none where it names none.
pub(super) fn period_of(form: &Form, name: &str, year: &str) -> Option<Period> {
    let said = folded(name.trim());
    if let Some(period) = Period::parse(name.trim()) {
        return form.periods.contains(&period.kind).then_some(period);
    }
    let mut kinds = form.periods.iter();
    let kind = kinds.find(|kind| folded(&period_name(**kind)) == said)?;
    let year = year.trim().parse().ok()?;
    let period = Period { year, kind: *kind };
    Period::parse(&period.id())
}
