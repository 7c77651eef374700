//! Writes many made-up reports as tidy data, with the sums that this library has of them: what `tests/judges` lets
//! DuckDB read.
//!
//! `cargo run --example many-reports -- <folder> <agencies>` writes `reports.csv`, `reports.ndjson` and `sums.tsv`.

// A tool of tests may fail as loudly as a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "made/mod.rs"]
mod made;

use bieumau::exchange::{Standing, Tidy, TidyFormat, standings};
use bieumau::number::Decimal;
use bieumau::report::Session;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().expect("a folder");
    let agencies: u32 = words.next().expect("how many agencies").parse().unwrap();
    // Rules are not asked for here.
    let form = made::form("cchc-2026", false);
    let file = |name: &str| BufWriter::new(File::create(Path::new(&folder).join(name)).unwrap());
    let mut files = [
        (Tidy::begin(TidyFormat::Csv), file("reports.csv")),
        (Tidy::begin(TidyFormat::Ndjson), file("reports.ndjson")),
    ];
    let mut sums: BTreeMap<String, (u32, Decimal)> = BTreeMap::new();
    for number in 0..agencies {
        let session = Session::open(form.clone(), made::report(&form, number));
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
