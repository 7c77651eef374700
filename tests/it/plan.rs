//! The plans: targets, work lists, deadlines, what an agency keeps of them.

mod books;
mod course;
mod deadlines;
mod filters;
mod lists;
mod targets;
mod verdicts;

use bieumau::form::Level;
use bieumau::format::{read_plans, read_targets, read_tasks};
use bieumau::number::Decimal;
use bieumau::period::{Date, parse_day};
use bieumau::plan::{Plans, Progress, Targets, TaskBook, TaskList, TaskState, Tracked};
use bieumau::report::Agency;
use serde_json::Value;

/// The lists that are printed.
const LISTS: [&str; 4] = ["tasks-2025", "tasks-2022", "tasks-226", "tasks-office-2026"];

fn file(name: &str) -> String {
    std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

pub fn targets() -> Targets {
    read_targets(&file("forms/targets.json")).unwrap()
}

pub fn list(id: &str) -> TaskList {
    read_tasks(&file(&format!("forms/{id}.json"))).unwrap()
}

fn plans() -> Plans {
    read_plans(&file("forms/plans.json")).unwrap()
}

pub fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

fn number(text: &str) -> Decimal {
    Decimal::parse_canonical(text).unwrap()
}

fn agency() -> Agency {
    Agency {
        code: "x-van-phong-ubnd-tinh".to_owned(),
        name: "Văn phòng UBND tỉnh".to_owned(),
        level: Level::Department,
    }
}

/// A list of which the agency has noted nothing yet.
pub fn tracked(id: &str) -> Tracked {
    let list = list(id);
    let book = TaskBook::begin(id, list.year.unwrap(), agency());
    Tracked::new(list, book)
}

/// A task that was completed on a day, as typed.
fn done(date: &str) -> Progress {
    Progress {
        state: Some(TaskState::Done),
        date: date.to_owned(),
        ..Progress::default()
    }
}

/// The faults that a validator of others finds in a file.
fn faults(schema: &str, text: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&file(&format!("schemas/{schema}"))).unwrap();
    let options = jsonschema::draft202012::options();
    let validator = options
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let value: Value = serde_json::from_str(text).unwrap();
    let faults = validator.iter_errors(&value);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}
