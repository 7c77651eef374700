//! A moment as people of the place write it: Việt Nam keeps UTC+7 all the year.

use crate::period::{Date, parse_day, write_day};

/// How far the clock of the place is ahead of UTC, in hours.
const AHEAD: u32 = 7;

/// `2026-03-10T02:11:09Z` as `09:11 ngày 10/3/2026`; as it is where it is no moment.
pub fn moment(utc: &str) -> String {
    local(utc).unwrap_or_else(|| utc.to_owned())
}

fn local(utc: &str) -> Option<String> {
    let (day, time) = utc.split_once('T')?;
    let mut parts = time.strip_suffix('Z')?.split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let hour = hour.checked_add(AHEAD).filter(|hour| *hour < 24 + AHEAD)?;
    let day = parse_day(day)?;
    let day = if hour < 24 {
        Some(day)
    } else {
        Date::next_day(day)
    }?;
    Some(format!(
        "{:02}:{minute:02} ngày {}",
        hour % 24,
        write_day(day)
    ))
}
