//! Writes many made-up reports as tidy data, with the sums that this library has of them: what `tests/judges` lets
//! DuckDB read.
//!
//! `cargo run --example many-reports -- <folder> <agencies>` writes `reports.csv`, `reports.ndjson` and `sums.tsv`.
//! The figures come from a counter, never from chance, and no agency of them exists.

// A tool of tests may fail as loudly as a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use bieumau::exchange::{Standing, Tidy, TidyFormat, standings};
use bieumau::form::{Kind, Level, Row};
use bieumau::format::read_form_set;
use bieumau::number::Decimal;
use bieumau::report::{
    Agency, Entry, Filled, FormName, OpenForm, Report, ReportPeriod, Session, State, open_form,
};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

const NOTES: [&str; 5] = [
    "=1+1",
    "\"Số\" gồm cả xã,\nhai dòng; xong",
    "-5 so với kỳ trước",
    "'đã kiểm tra",
    "Đơn vị không có vốn đầu tư công",
];

/// Numbers in a fixed order that looks like none (PCG by O'Neill, with 64 bits of state).
struct Counter(u64);

impl Counter {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 >> 18) ^ self.0;
        (mixed >> 27).rotate_right(u32::try_from(self.0 >> 59).unwrap())
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().expect("a folder");
    let agencies: u32 = words.next().expect("how many agencies").parse().unwrap();
    let form = form();
    let file = |name: &str| BufWriter::new(File::create(Path::new(&folder).join(name)).unwrap());
    let mut files = [
        (Tidy::begin(TidyFormat::Csv), file("reports.csv")),
        (Tidy::begin(TidyFormat::Ndjson), file("reports.ndjson")),
    ];
    let mut sums: BTreeMap<String, (u32, Decimal)> = BTreeMap::new();
    for number in 0..agencies {
        let session = Session::open(form.clone(), report(&form, number));
        for row in standings(&session) {
            let is_figure = matches!(row.standing, Standing::Number | Standing::Derived);
            if let Some(figure) = row.number.filter(|_| is_figure) {
                let sum = sums.entry(row.row.id.clone()).or_insert((0, Decimal::ZERO));
                *sum = (sum.0 + 1, sum.1.checked_add(figure).unwrap());
            }
        }
        for (tidy, file) in &mut files {
            tidy.add(&session);
            file.write_all(tidy.take().as_bytes()).unwrap();
        }
    }
    let mut file = file("sums.tsv");
    for (row, (count, sum)) in sums {
        writeln!(file, "{row}\t{count}\t{}", sum.canonical()).unwrap();
    }
}

/// The form of 2026 without its rules, which nobody asks for here.
fn form() -> Arc<OpenForm> {
    let text = concat!(env!("CARGO_MANIFEST_DIR"), "/forms/cchc-2026.json");
    let mut set = read_form_set(&std::fs::read_to_string(text).unwrap()).unwrap();
    set.rules.clear();
    let (form, issues) = open_form(set);
    assert_eq!(issues, []);
    Arc::new(form)
}

fn report(form: &OpenForm, number: u32) -> Report {
    let name = FormName {
        id: form.form.id.clone(),
        version: form.form.version,
    };
    let agency = Agency {
        // A leading zero must stay one.
        code: format!("0{number:04}"),
        name: format!("Đơn vị thử nghiệm, số {number}"),
        level: Level::Commune,
    };
    let period = ReportPeriod {
        id: "2026Q1".to_owned(),
        from: Some("2025-12-15".to_owned()),
        to: Some("2026-03-09".to_owned()),
        send_before: None,
    };
    let mut report = Report::begin(name, agency, period, "2026-03-10T02:11:09Z");
    report.state = State::Complete;
    let mut counter = Counter(u64::from(number));
    for row in &form.form.rows {
        if row.is_entry() && !form.form.sheets[row.sheet].helper {
            let entry = entry(row, &mut counter);
            let note = match counter.below(40) {
                place @ 0..5 => NOTES[usize::try_from(place).unwrap()].to_owned(),
                _ => String::new(),
            };
            let filled = Filled {
                note,
                ..Filled::of(entry)
            };
            report.entries.insert(row.id.clone(), filled);
        }
    }
    report
}

fn entry(row: &Row, counter: &mut Counter) -> Entry {
    let choice = row.options.len();
    match counter.below(20) {
        0 => Entry::Blank,
        1 => Entry::NotApplicable,
        2 if row.kind == Kind::Count => Entry::Unreadable("Dự kiến 02".to_owned()),
        _ if choice > 0 => {
            let place = counter.below(u64::try_from(choice).unwrap());
            Entry::Choice(row.options[usize::try_from(place).unwrap()].code.clone())
        }
        _ if row.kind == Kind::Text => Entry::Text("Không có; \"xong\"".to_owned()),
        _ => {
            let digits = i128::from(counter.below(2_000_000));
            let sign = if counter.below(50) == 0 { -1 } else { 1 };
            let scale = match row.kind {
                Kind::Count => 0,
                _ => row.decimals,
            };
            Entry::Number(Decimal::new(sign * digits, scale).unwrap())
        }
    }
}
