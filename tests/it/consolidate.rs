//! Many reports into one: what the province does with the reports of its communes.

mod adding;
mod aside;
mod extremes;
mod hostile;
mod levels;
mod matrix;
mod mended;
mod oracle;
mod order;
mod rank;
mod roll;
mod tables;
mod twice;

use crate::desk::cchc;
use bieumau::consolidate::{Collection, Return, Settled, Taken, Total, Totals};
use bieumau::exchange::{Intake, export_json};
use bieumau::form::Level;
use bieumau::number::Decimal;
use bieumau::report::{Agency, FormName, Report, ReportPeriod, Session};

pub const PERIOD: &str = "2026Q1";
pub const NOW: &str = "2026-03-20T01:00:00Z";

pub fn agency(code: &str, level: Level) -> Agency {
    Agency {
        code: code.to_owned(),
        name: format!("Đơn vị {code}"),
        level,
    }
}

pub fn province() -> Agency {
    Agency {
        code: "14".to_owned(),
        name: "UBND tỉnh Sơn La".to_owned(),
        level: Level::Province,
    }
}

/// An open report of an agency, with nothing in it.
pub fn begun(agency: Agency) -> Session {
    let form = cchc();
    let name = FormName {
        id: form.form.id.clone(),
        version: form.form.version,
    };
    let period = ReportPeriod {
        id: PERIOD.to_owned(),
        ..ReportPeriod::default()
    };
    let report = Report::begin(name, agency, period, "2026-03-10T02:11:09Z");
    Session::open(form, report)
}

/// The file of a report with these figures, typed as an officer types them.
pub fn file(agency: Agency, figures: &[(&str, &str)]) -> String {
    let mut session = begun(agency);
    for (row, text) in figures {
        let cell = session.form().form.cell(row).unwrap();
        if *text == "kps" {
            session.set_not_applicable(cell, true);
        } else {
            session.enter(cell, text);
        }
    }
    export_json(&session)
}

pub fn intake() -> Intake {
    Intake {
        form: cchc(),
        others: Vec::new(),
        due: None,
    }
}

/// A file as a return.
pub fn returned(text: &str) -> Return {
    intake().read("tệp.json", text).unwrap()
}

/// These files, for the province.
pub fn collected<'a>(files: impl IntoIterator<Item = &'a String>) -> Collection {
    into_agency(province(), files)
}

pub fn into_agency<'a>(into: Agency, files: impl IntoIterator<Item = &'a String>) -> Collection {
    let mut collection = Collection::new(cchc(), PERIOD, into);
    for file in files {
        assert_eq!(collection.take(returned(file)), Taken::In);
    }
    collection
}

pub fn settled(collection: &Collection) -> (Settled, Totals) {
    let settled = collection.settle();
    let totals = collection.totals(&settled);
    (settled, totals)
}

/// The total of a row.
pub fn total<'a>(collection: &Collection, totals: &'a Totals, row: &str) -> &'a Total {
    totals
        .of(collection.form().form.cell(row).unwrap())
        .unwrap()
}

pub fn decimal(text: &str) -> Decimal {
    Decimal::parse_canonical(text).unwrap()
}

/// The consolidated report of a collection as a file.
pub fn made(collection: &Collection) -> String {
    let (settled, totals) = settled(collection);
    let base = begun(collection.into_agency().clone()).report().clone();
    let report = collection.report(&settled, &totals, base, NOW);
    export_json(&Session::open(cchc(), report))
}
