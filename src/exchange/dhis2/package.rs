//! A form set as a metadata package: what a platform needs to take its reports.

use super::elements::{Elements, indicator_type};
use super::names::{Names, cut, label};
use super::rules::rules;
use crate::exchange::report_csv::sheet_name;
use crate::form::{Row, Sheet};
use crate::format::{Dhis2Mapping, Plain};
use crate::report::OpenForm;
use crate::words::Phrase;

/// How a data set is called by its period type.
const PERIODS: [(&str, &str); 3] = [
    ("Quarterly", "báo cáo quý"),
    ("SixMonthly", "báo cáo 6 tháng"),
    ("Yearly", "báo cáo năm"),
];

/// Writes the JSON that a platform takes at `/api/metadata`: data sets (one for each sort of period) with a section for
/// each sheet, data elements, option sets, indicators and validation rules. What the mapping names is on the platform
/// already, and stays out. The same form set always gives the same bytes and the same ids.
///
/// # Errors
/// That the mapping does not fit the form set.
pub fn metadata(open: &OpenForm, mapping: Option<&Dhis2Mapping>) -> Result<String, Phrase> {
    let form = &open.form;
    super::fits(mapping, form)?;
    let names = Names { form, mapping };
    let elements = Elements::of(open, names);
    let (validation, unsaid) = rules(open, &elements);
    let [data_elements, option_sets, options] = elements.written();
    let (mut data_sets, mut sections) = (Vec::new(), Vec::new());
    for (period, kind) in names.period_types() {
        if names.given_data_set(kind).is_some() {
            continue;
        }
        let id = names.uid("dataSet", period);
        data_sets.push(data_set(&elements, period, &id, &unsaid));
        for (sheet, number) in form.printed_sheets().map(|(_, sheet)| sheet).zip(1..) {
            sections.push(section(&elements, sheet, number, period, &id));
        }
    }
    let indicators = elements.indicators();
    let types = [true, false].map(|is_percent| {
        let (id, name, factor) = indicator_type(is_percent);
        Plain::Object(vec![
            ("id", Plain::text(id)),
            ("name", Plain::text(name)),
            ("factor", Plain::Number(factor)),
            ("number", Plain::Truth(!is_percent)),
        ])
    });
    Ok(Plain::Object(vec![
        ("dataElements", Plain::List(data_elements)),
        ("dataSets", Plain::List(data_sets)),
        ("indicatorTypes", Plain::List(types.into())),
        ("indicators", Plain::List(indicators)),
        ("optionSets", Plain::List(option_sets)),
        ("options", Plain::List(options)),
        ("sections", Plain::List(sections)),
        ("validationRules", Plain::List(validation)),
    ])
    .document())
}

/// The ids of rows of these sheets: data elements, and indicators.
fn members(elements: &Elements<'_>, sheets: &[&Sheet]) -> (Vec<String>, Vec<String>) {
    let form = elements.names.form;
    let cells = sheets.iter().flat_map(|sheet| sheet.cells());
    let (mut data, mut computed) = (Vec::new(), Vec::new());
    for (cell, row) in cells.filter_map(|cell| Some((cell, form.row(cell)?))) {
        let row: &Row = row;
        if elements.is_element(cell) {
            data.push(elements.names.element(row));
        } else if elements.is_indicator(cell) {
            computed.push(elements.indicator_id(row));
        }
    }
    (data, computed)
}

fn data_set(elements: &Elements<'_>, period: &'static str, id: &str, unsaid: &[String]) -> Plain {
    let names = elements.names;
    let form = names.form;
    let sheets: Vec<&Sheet> = form.printed_sheets().map(|(_, sheet)| sheet).collect();
    let (data, computed) = members(elements, &sheets);
    let data = data.into_iter().map(|element| {
        Plain::Object(vec![
            ("dataSet", Plain::id(id)),
            ("dataElement", Plain::id(element)),
        ])
    });
    let of_period = PERIODS.iter().find(|(known, _)| *known == period);
    let of_period = of_period.map_or("", |(_, name)| *name);
    let mut what = form.source.vi.clone();
    if !unsaid.is_empty() {
        what.push_str(" Quy tắc chỉ kiểm tra được trong Biểu Mẫu: ");
        what.push_str(&unsaid.join(", "));
        what.push('.');
    }
    Plain::Object(vec![
        ("id", Plain::text(id)),
        ("code", Plain::text(names.code(period, id))),
        (
            "name",
            Plain::text(cut(
                &[
                    &label(&form.title.vi)[..],
                    " (",
                    of_period,
                    ", ",
                    &form.id,
                    ")",
                ]
                .concat(),
                230,
            )),
        ),
        ("shortName", Plain::text(names.short(period, id))),
        ("description", Plain::text(what.trim())),
        ("periodType", Plain::text(period)),
        ("categoryCombo", elements.combo()),
        ("version", Plain::Number(form.version.into())),
        ("openFuturePeriods", Plain::Number(0)),
        ("dataSetElements", Plain::List(data.collect())),
        (
            "indicators",
            Plain::List(computed.into_iter().map(Plain::id).collect()),
        ),
    ])
}

fn section(
    elements: &Elements<'_>,
    sheet: &Sheet,
    number: i64,
    period: &str,
    data_set: &str,
) -> Plain {
    let own = [period, " ", &sheet.id].concat();
    let (data, computed) = members(elements, &[sheet]);
    let ids = |ids: Vec<String>| Plain::List(ids.into_iter().map(Plain::id).collect());
    Plain::Object(vec![
        ("id", Plain::text(elements.names.uid("section", &own))),
        ("name", Plain::text(label(&sheet_name(sheet)))),
        ("sortOrder", Plain::Number(number)),
        ("dataSet", Plain::id(data_set)),
        ("dataElements", ids(data)),
        ("indicators", ids(computed)),
    ])
}
