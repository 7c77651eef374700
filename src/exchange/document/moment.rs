//! A moment as people in Việt Nam write it: it has one time zone, UTC+7, all the year.

use crate::period::{parse_day, write_day};

const AHEAD: u8 = 7;

/// `2026-03-10T20:40:00Z` is `03:40 11/3/2026`. A text that is no such moment stays as it is.
pub fn in_vietnam(moment: &str) -> String {
    read(moment).unwrap_or_else(|| moment.to_owned())
}

fn read(moment: &str) -> Option<String> {
    let (day, time) = moment.split_once('T')?;
    let (hours, rest) = time.split_once(':')?;
    let (minutes, _) = rest.split_once(':')?;
    let (hours, day) = (hours.parse::<u8>().ok()?, parse_day(day)?);
    let hours = hours.checked_add(AHEAD)?;
    let day = if hours >= 24 { day.next_day()? } else { day };
    Some(format!("{:02}:{minutes} {}", hours % 24, write_day(day)))
}
