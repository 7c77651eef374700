//! What is wrong in a work list as printed, found by looking at it (DOMAIN.md 3.1, numbers 35, 37 and 43).

use super::{Task, TaskList, TaskState, days_in};
use crate::period::{Date, write_day};
use crate::words::Phrase;

/// What an officer should know about the list.
pub fn notes(list: &TaskList) -> Vec<Phrase> {
    let mut notes: Vec<Phrase> = own_count(list).into_iter().collect();
    let Some(year) = list.year else {
        return notes;
    };
    for task in &list.tasks {
        notes.extend(late(task, year));
        notes.extend(outside(task, year));
    }
    notes
}

/// The document says another number of tasks than it prints.
fn own_count(list: &TaskList) -> Option<Phrase> {
    let own = list.own_count.as_ref()?;
    let found = list.tasks.len().to_string();
    if own.number.to_string() == found {
        return None;
    }
    let mut said = Phrase::said(
        "Văn bản ghi “{}” nhưng in {} nhiệm vụ.",
        "The document says “{}” but prints {} tasks.",
        &[&own.text, &found],
    );
    for group in &list.groups {
        let missing = gaps(list, &group.id);
        if missing.is_empty() {
            continue;
        }
        let missing = missing.join(", ");
        let gap = Phrase::said(
            " Nhóm {} thiếu số {}.",
            " Group {} lacks number {}.",
            &[&group.id, &missing],
        );
        said.vi.push_str(&gap.vi);
        said.en.push_str(&gap.en);
    }
    Some(said)
}

/// The numbers that a group leaves out.
fn gaps(list: &TaskList, group: &str) -> Vec<String> {
    let numbers: Vec<u32> = list
        .tasks
        .iter()
        .filter(|task| task.group == group)
        .filter_map(|task| task.number.parse().ok())
        .collect();
    let last = numbers.iter().copied().max().unwrap_or(0);
    (1..=last)
        .filter(|number| !numbers.contains(number))
        .map(|number| number.to_string())
        .collect()
}

/// The day on which the note of a product says that it was made: that of the first document.
fn made(note: &str) -> Option<Date> {
    let lower = note.to_lowercase();
    let done = ["đã hoàn thành", "đã ban hành"];
    if !done.iter().any(|word| lower.starts_with(word)) {
        return None;
    }
    days_in(note).into_iter().min()
}

/// The products that were made after their deadline: the product, its deadline, the last day and the day.
pub(super) fn late_products(task: &Task, year: i32) -> Vec<(&str, Date, Date)> {
    task.products
        .iter()
        .filter_map(|product| {
            let (due, made) = (product.due(year).day()?, made(&product.note)?);
            (made > due).then_some((product.deadline.as_str(), due, made))
        })
        .collect()
}

/// The day on which a list printed as done says that the task was done: that of the first document named.
pub(super) fn printed_day(task: &Task) -> Option<Date> {
    if task.state != TaskState::Done {
        return None;
    }
    let noted = task
        .products
        .iter()
        .filter_map(|product| made(&product.note));
    let named = task
        .products
        .iter()
        .flat_map(|product| days_in(&product.product));
    noted.min().or(named.min())
}

fn late(task: &Task, year: i32) -> Vec<Phrase> {
    late_products(task, year)
        .into_iter()
        .map(|(deadline, _, made)| {
            Phrase::said(
                "Nhiệm vụ {}: hạn “{}”, hoàn thành ngày {}, quá hạn.",
                "Task {}: due “{}”, completed on {}, late.",
                &[&task.id, deadline, &write_day(made)],
            )
        })
        .collect()
}

/// A deadline before the year of the plan. A first step in the last month before it is a beginning and no slip,
/// where another step follows within the year.
fn outside(task: &Task, year: i32) -> Vec<Phrase> {
    let follows = task
        .products
        .iter()
        .filter_map(|product| product.due(year).day())
        .any(|day| day.year() >= year);
    task.products
        .iter()
        .filter(|product| {
            let named = years_in(&product.deadline);
            let before = named.iter().any(|named| *named < year);
            let begins = product.due(year).day().is_some_and(|day| {
                day.year() == year.saturating_sub(1) && u8::from(day.month()) == 12
            });
            before && !named.contains(&year) && !(begins && follows)
        })
        .map(|product| {
            Phrase::said(
                "Nhiệm vụ {}: thời hạn “{}” nằm ngoài năm kế hoạch {}.",
                "Task {}: the deadline “{}” lies outside the year of the plan, {}.",
                &[&task.id, &product.deadline, &year.to_string()],
            )
        })
        .collect()
}

/// The years that a deadline names, but for those of documents that it cites: “Thông tư 02/2017/TT-VPCP”.
fn years_in(deadline: &str) -> Vec<i32> {
    deadline
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | ';' | ',' | '.'))
        .filter_map(|word| {
            let digits = word.rsplit('/').next()?;
            let fits = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| fits)
        })
        .collect()
}
