//! A report as `dataValueSets`: the values of one agency for one period.

use super::names::{Names, period_type};
use crate::exchange::standing::{Standing, standings};
use crate::format::{Dhis2Mapping, Plain};
use crate::period::{Period, day_id, parse_day};
use crate::report::{Report, Session, State};
use crate::words::Phrase;

/// From this hour of UTC on it is the next day in Việt Nam, which is seven hours ahead all year round.
const MIDNIGHT_IN_UTC: u8 = 17;

/// Writes an open report as the JSON that a platform takes at `/api/dataValueSets`. A value is always a text; a row
/// without a value has no item: blank, not applicable, unreadable. What the form computes the platform computes as its
/// indicators; a row that is fed by a helper sheet is sent.
///
/// # Errors
/// That DHIS2 has no such period, or that the mapping does not fit the form set.
pub fn data_value_set(session: &Session, mapping: Option<&Dhis2Mapping>) -> Result<String, Phrase> {
    let form = &session.form().form;
    let report = session.report();
    super::fits(mapping, form)?;
    let names = Names { form, mapping };
    let given = |of: fn(&Dhis2Mapping) -> &Option<String>| mapping.and_then(|it| of(it).clone());
    let (period, data_set) = period_of(report, names)?;
    let unit = mapping.and_then(|mapping| mapping.org_units.get(&report.agency.code));
    let combination = given(|mapping| &mapping.category_option_combo);
    let mut values = Vec::new();
    for row in standings(session) {
        let is_sent = matches!(
            row.standing,
            Standing::Number | Standing::Choice | Standing::Text | Standing::Derived
        );
        if !is_sent || row.sheet.helper || !row.row.is_entry() {
            continue;
        }
        let value = match row.number {
            Some(number) => number.canonical(),
            None => row.text.to_owned(),
        };
        let mut item = vec![
            ("dataElement", Plain::text(names.element(row.row))),
            ("value", Plain::text(value)),
        ];
        if let Some(combination) = &combination {
            item.push(("categoryOptionCombo", Plain::text(combination)));
        }
        if !row.note.is_empty() {
            item.push(("comment", Plain::text(row.note)));
        }
        values.push(Plain::Object(item));
    }
    let mut set = vec![
        ("dataSet", Plain::text(data_set)),
        ("period", Plain::text(period)),
        (
            "orgUnit",
            Plain::text(unit.unwrap_or(&report.agency.code).as_str()),
        ),
        ("dataValues", Plain::List(values)),
    ];
    if let Some(day) = completed_on(report) {
        set.push(("completeDate", Plain::text(day)));
    }
    if let Some(combination) = given(|mapping| &mapping.attribute_option_combo) {
        set.push(("attributeOptionCombo", Plain::text(combination)));
    }
    Ok(Plain::Object(set).document())
}

/// The period as DHIS2 names it, and the data set that takes it.
fn period_of(report: &Report, names: Names<'_>) -> Result<(String, String), Phrase> {
    let id = &report.period.id;
    let given = names.mapping.and_then(|mapping| mapping.periods.get(id));
    let period = Period::parse(id);
    let kind = period.map(|period| period.kind);
    let own = period.filter(|period| period_type(period.kind).is_some());
    let said = given.cloned().or_else(|| own.map(|period| period.id()));
    let data_set = kind.and_then(|kind| names.data_set(kind));
    said.zip(data_set).ok_or_else(|| {
        let name = period.map_or_else(|| Phrase::of_figure(id), |period| period.name());
        Phrase::new(
            format!(
                "DHIS2 không có kỳ {}: chỉ có quý, 6 tháng và năm. Hãy xuất báo cáo của quý III và của năm, hoặc ghi kỳ và bộ dữ liệu (N1) của hệ thống nhận vào tệp ánh xạ DHIS2.",
                name.vi.to_lowercase()
            ),
            format!(
                "DHIS2 has no period “{}”: only quarters, half years and years. Export the reports of the third quarter and of the year, or name the receiver's period and data set (N1) in a DHIS2 mapping file.",
                name.en
            ),
        )
    })
}

/// The day on which the report was declared complete, in Việt Nam; none where it is not complete as it stands.
fn completed_on(report: &Report) -> Option<String> {
    if report.state != State::Complete {
        return None;
    }
    let moment = report.completed().unwrap_or(&report.modified);
    let day = parse_day(moment.get(..10)?)?;
    let hour: u8 = moment.get(11..13)?.parse().ok()?;
    let local = if hour >= MIDNIGHT_IN_UTC {
        day.next_day()?
    } else {
        day
    };
    Some(day_id(local))
}
