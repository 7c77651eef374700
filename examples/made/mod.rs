//! Made-up reports, the same ones every time: figures from a counter, never from chance, of agencies that do not exist.

use bieumau::form::{Kind, Level, Row};
use bieumau::format::read_form_set;
use bieumau::number::Decimal;
use bieumau::period::PeriodKind;
use bieumau::report::{
    Agency, Entry, Filled, FormName, OpenForm, Report, ReportPeriod, State, open_form,
};
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

/// A form set of the project, with or without its rules.
pub fn form(id: &str, has_rules: bool) -> Arc<OpenForm> {
    // Not read from the disk: an example may be run in WebAssembly.
    let text = match id {
        "cchc-2021" => include_str!("../../forms/cchc-2021.json"),
        "cchc-2026" => include_str!("../../forms/cchc-2026.json"),
        "kl226-2026" => include_str!("../../forms/kl226-2026.json"),
        _ => panic!("no form set {id}"),
    };
    let mut set = read_form_set(text).unwrap();
    if !has_rules {
        set.rules.clear();
    }
    let (form, issues) = open_form(set);
    assert_eq!(issues, []);
    Arc::new(form)
}

/// The report of an agency by its number.
pub fn report(form: &OpenForm, number: u32) -> Report {
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
        id: if form.form.periods.contains(&PeriodKind::Q1) {
            "2026Q1"
        } else {
            "2026S1"
        }
        .to_owned(),
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
