//! Files that are made to take long: as many things of one kind as there is room for, or names as long as the file. What
//! is read of each grows with its length and not with the square of it; a reader that breaks this does not come back.

use super::spoilt::PLAIN;
use bieumau::exchange::read_source;
use bieumau::format::{Complaint, read_backup, read_book};

/// As many as there is room for.
const MANY: usize = 100_000;

/// The plain report with these members before its entries.
fn with_entries(members: &str) -> String {
    PLAIN.replacen("\"entries\": {", &format!("\"entries\": {{ {members},"), 1)
}

/// The plain report, made of these units and rows.
fn consolidated(rows: &str) -> String {
    let member = format!("\"consolidated\": {{ \"units\": [], \"rows\": {{ {rows} }} }}, ");
    PLAIN.replacen("\"created\"", &format!("{member}\"created\""), 1)
}

/// Things in one list, by their numbers.
fn list(thing: impl Fn(usize) -> String) -> String {
    let things: Vec<String> = (0..MANY).map(thing).collect();
    things.join(",")
}

/// Complaints that a page can show: not too many, none longer than a few lines.
fn shown(complaints: &[Complaint]) {
    assert_eq!(complaints.len(), 50);
    for complaint in complaints {
        let said = complaint.with_place();
        assert!(said.vi.chars().count() < 600, "{}", said.vi.len());
        assert!(said.en.chars().count() < 600, "{}", said.en.len());
    }
}

#[test]
fn a_name_as_long_as_the_file_is_not_said_again_for_each_thing_below_it() {
    let name = "ă".repeat(500_000);
    let strangers = list(|number| format!("\"x{number}\": 1"));
    let text = with_entries(&format!("\"{name}\": {{ {strangers} }}"));
    let complaints = read_source(&text).unwrap_err();
    shown(&complaints);
    let place = format!("entries.{}….x0", "ă".repeat(100));
    assert_eq!(complaints[0].place, place);

    for option in ["7", "{\"code\":\"1\"}", "{\"code\":\"1\",\"units\":1}"] {
        let options = list(|_| option.to_owned());
        let text = consolidated(&format!("\"{name}\": {{ \"options\": [{options}] }}"));
        let complaints = read_source(&text).unwrap_err();
        let last = &complaints[complaints.len() - 1].place;
        assert!(last.starts_with("consolidated.rows.ă"), "{last}");
        assert!(last.chars().count() < 200, "{}", last.len());
    }
}

#[test]
fn what_is_found_at_fault_is_said_in_a_few_lines_however_long_it_is() {
    let long = "đ".repeat(1_000_000);
    let text = PLAIN.replacen("\"level\": \"", &format!("\"level\": \"{long}"), 1);
    assert_ne!(text, PLAIN);
    let complaints = read_source(&text).unwrap_err();
    assert_eq!(complaints.len(), 1);
    let said = format!("There is no level “{}…”.", "đ".repeat(100));
    assert_eq!(complaints[0].problem.en, said);
}

#[test]
fn many_unknown_members_are_told_up_to_the_fiftieth() {
    let strangers = list(|number| format!("\"đ{number}\": 1"));
    let text = PLAIN.replacen('{', &format!("{{ {strangers},"), 1);
    shown(&read_source(&text).unwrap_err());
}

fn backup(item: impl Fn(usize) -> String) -> Result<usize, Vec<Complaint>> {
    let items = list(item);
    let text = format!(
        "{{\"format\":\"bieumau.backup/1\",\"digest\":\"\",\"made\":\"\",\"reports\":[{items}]}}"
    );
    read_backup(&text).map(|backup| backup.reports.len())
}

#[test]
fn many_records_of_a_backup_are_read_and_one_that_stands_twice_is_told() {
    let item = |path: usize| {
        format!("{{\"path\":\"a/{path}/2026Q1\",\"saved\":\"\",\"revision\":1,\"document\":{{}}}}")
    };
    assert_eq!(backup(item), Ok(MANY));
    shown(&backup(|_| item(0)).unwrap_err());
    let complaints = backup(|number| item(number % (MANY - 1))).unwrap_err();
    assert_eq!(complaints.len(), 1);
    assert_eq!(complaints[0].place, format!("reports[{}].path", MANY - 1));
}

#[test]
fn many_tasks_of_ones_own_are_read_and_one_that_stands_twice_is_told() {
    let book = |task: &dyn Fn(usize) -> usize| {
        let own = list(|number| format!("{{\"id\":\"own-{}\",\"task\":\"\"}}", task(number)));
        read_book(&format!(
            "{{\"format\":\"bieumau.task-book/1\",\"list\":\"own-2026\",\"year\":2026,\"agency\":{{\"code\":\"1\",\"name\":\"\",\"level\":\"commune\"}},\"own\":[{own}]}}"
        ))
    };
    assert_eq!(book(&|number| number).unwrap().own.len(), MANY);
    shown(&book(&|_| 0).unwrap_err());
    let complaints = book(&|number| number % (MANY - 1)).unwrap_err();
    assert_eq!(complaints.len(), 1);
    assert!(complaints[0].problem.en.contains("own-0"));
}
