//! How long it takes to add up many reports, from their texts in memory to the consolidated report, phase by phase.
//!
//! `cargo run --release --example many-consolidated -- <agencies> [norules]`, or in WebAssembly as `benches/consolidation` says.
//! The floor is what the texts cost a program that only parses them as JSON: quote ratios to it, never bare times.

// A tool of tests may fail as loudly as a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "made/mod.rs"]
mod made;

use bieumau::consolidate::{Collection, doubts};
use bieumau::exchange::{Intake, export_json};
use bieumau::form::Level;
use bieumau::report::{Agency, Report, Session};

#[cfg(not(target_arch = "wasm32"))]
mod machine {
    use std::sync::LazyLock;
    use std::time::Instant;

    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// How many agencies are asked for.
    pub fn agencies() -> u32 {
        let word = std::env::args().nth(1).expect("how many agencies");
        word.parse().expect("a number")
    }

    /// Whether the rules of the form are checked: a second word says that they are not.
    pub fn has_rules() -> bool {
        std::env::args().nth(2).is_none()
    }

    /// Milliseconds.
    pub fn now() -> f64 {
        BEGIN.elapsed().as_secs_f64() * 1000.0
    }

    /// Bytes of memory; nobody knows here.
    pub fn memory() -> usize {
        0
    }

    pub fn say(line: &str) {
        println!("{line}");
    }
}

#[cfg(target_arch = "wasm32")]
mod machine {
    use wasm_bindgen::JsCast;
    use wasm_bindgen::JsValue;

    fn global(name: &str) -> JsValue {
        js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name)).unwrap()
    }

    pub fn agencies() -> u32 {
        let number = global("AGENCIES").as_string().expect("AGENCIES");
        number.parse().expect("a number")
    }

    pub fn has_rules() -> bool {
        global("NO_RULES").is_undefined()
    }

    pub fn now() -> f64 {
        let clock: web_sys::Performance = global("performance").unchecked_into();
        clock.now()
    }

    pub fn memory() -> usize {
        core::arch::wasm32::memory_size(0) * 65_536
    }

    pub fn say(line: &str) {
        let console = global("console");
        let log: js_sys::Function = js_sys::Reflect::get(&console, &JsValue::from_str("log"))
            .unwrap()
            .unchecked_into();
        log.call1(&console, &JsValue::from_str(line)).unwrap();
    }
}

use machine::{agencies, has_rules, memory, now, say};

/// Takes the time of something.
fn timed<T>(clock: &mut f64, work: impl FnOnce() -> T) -> T {
    let begin = now();
    let done = work();
    *clock += now() - begin;
    done
}

fn main() {
    let agencies = agencies();
    let form = made::form("cchc-2026", has_rules());
    form.prepare();
    let into = Agency {
        code: "vn".to_owned(),
        name: "Cả nước".to_owned(),
        level: Level::Nation,
    };
    let intake = Intake {
        form: form.clone(),
        others: Vec::new(),
        due: None,
    };
    let mut collection = Collection::new(form.clone(), "2026Q1", into.clone());
    let (mut floor, mut read, mut take, mut rest) = (0.0, 0.0, 0.0, 0.0);
    let mut bytes = 0;
    let mut empty = 0;
    for number in 0..agencies {
        // Not in the order in which they will stand.
        let number = (number * 1_009) % agencies;
        let text = export_json(&Session::open(form.clone(), made::report(&form, number)));
        bytes += text.len();
        let parsed: serde_json::Value = timed(&mut floor, || serde_json::from_str(&text).unwrap());
        drop(parsed);
        let one = timed(&mut read, || intake.read("tệp.json", &text)).unwrap();
        timed(&mut take, || collection.take(one));
        if empty == 0 {
            empty = memory();
        }
    }
    let kept = memory().saturating_sub(empty);
    let (settled, totals) = timed(&mut rest, || {
        let settled = collection.settle();
        let totals = collection.totals(&settled);
        (settled, totals)
    });
    let mut checks = 0.0;
    timed(&mut checks, || doubts(&collection, &settled, &totals));
    let mut report_clock = 0.0;
    let text = timed(&mut report_clock, || {
        let base = Report {
            agency: into,
            form: made::report(&form, 0).form,
            period: made::report(&form, 0).period,
            created: "2026-03-20T01:00:00Z".to_owned(),
            ..Report::default()
        };
        let report = collection.report(&settled, &totals, base, "2026-03-20T01:00:00Z");
        export_json(&Session::open(form.clone(), report))
    });
    let all = read + take + rest + checks + report_clock;
    let findings: usize = collection
        .returns()
        .iter()
        .map(|one| one.findings.len())
        .sum();
    say(&format!(
        "{agencies} reports of {} rows, {} KB each, {} findings each; the report {} KB",
        form.form.rows.len(),
        bytes / 1024 / (agencies.max(1) as usize),
        findings / (agencies.max(1) as usize),
        text.len() / 1024
    ));
    say(&format!(
        "read {read:.0} ms, take {take:.0}, totals {rest:.0}, doubts {checks:.0}, report {report_clock:.0}; all {all:.0} ms = {:.2} × parsing ({floor:.0} ms)",
        all / floor
    ));
    if kept > 0 {
        say(&format!(
            "memory grew by {} bytes a report",
            kept / (agencies as usize)
        ));
    }
}
