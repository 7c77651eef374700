//! The days of a window as a person types them: read, and checked before they count.

use super::{Date, Days, Period, parse_day, write_day};
use crate::words::Phrase;
use time::Month;

/// The shortest window that is taken, in days. Communes that were formed in the middle of a period have short ones.
const SHORTEST: i32 = 28;

/// The longest time between the last day of data and the day to send before, in days.
const LONGEST_WAIT: i32 = 92;

/// One of the days of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOf {
    /// The first day of data.
    From,
    /// The last day of data.
    To,
    /// The day to send before.
    SendBefore,
}

/// A day that cannot stand as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFault {
    /// Which day.
    pub of: DayOf,
    /// What is wrong with it, and what to do.
    pub problem: Phrase,
}

/// Reads a day as people write it: `9/3/2026`, `09-03-2026`, `9.3.2026`, day first; or `2026-03-09`.
/// None for anything else, a year of two digits included.
pub fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(day) = parse_day(text) {
        return Some(day);
    }
    let mark = text
        .chars()
        .find(|sign| !sign.is_ascii_digit() && !sign.is_whitespace())?;
    if !matches!(mark, '/' | '-' | '.') {
        return None;
    }
    let mut parts = text.split(mark).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = |part: &str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some()
        || !fits(day, 2)
        || !fits(month, 2)
        || !fits(year, 4)
        || year.len() < 4
    {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// The days of a period's window from three texts; the day to send before may be left empty.
///
/// # Errors
/// Every day that cannot stand: it is none, the window ends before it begins or in another year, is shorter than 28
/// days or longer than its quarters and a month, or the report would be due before its data are complete.
pub fn read_days(
    period: Period,
    from: &str,
    to: &str,
    send_before: &str,
) -> Result<Days, Vec<DayFault>> {
    let mut faults = Vec::new();
    let mut day = |of: DayOf, text: &str| {
        let read = read_day(text);
        if read.is_none() {
            faults.push(DayFault {
                of,
                problem: unread(text),
            });
        }
        read
    };
    let (from, to) = (day(DayOf::From, from), day(DayOf::To, to));
    let send_before = match send_before.trim() {
        "" => None,
        text => day(DayOf::SendBefore, text),
    };
    let (Some(from), Some(to)) = (from, to) else {
        return Err(faults);
    };
    faults.extend(wrong_span(period, from, to));
    faults.extend(send_before.and_then(|send_before| wrong_wait(to, send_before)));
    if faults.is_empty() {
        Ok(Days {
            from,
            to,
            send_before,
        })
    } else {
        Err(faults)
    }
}

fn unread(text: &str) -> Phrase {
    if text.trim().is_empty() {
        Phrase::new(
            "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 09/3/2026.",
            "Enter a day as day/month/year, such as 09/3/2026.",
        )
    } else {
        Phrase::said(
            "“{}” không phải là một ngày. Nhập theo dạng ngày/tháng/năm, ví dụ 09/3/2026.",
            "“{}” is not a day. Enter it as day/month/year, such as 09/3/2026.",
            &[text.trim()],
        )
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    to.to_julian_day().saturating_sub(from.to_julian_day())
}

/// What is wrong with the first and the last day together.
fn wrong_span(period: Period, from: Date, to: Date) -> Option<DayFault> {
    let fault = |of, problem| Some(DayFault { of, problem });
    let length = days_between(from, to).saturating_add(1);
    if length < 1 {
        return fault(
            DayOf::To,
            Phrase::said(
                "Ngày cuối {} phải từ ngày đầu {} trở đi.",
                "The last day {} must not be before the first day {}.",
                &[&write_day(to), &write_day(from)],
            ),
        );
    }
    let year = period.year;
    let ends_in_year =
        to.year() == year || (to.year() == year.saturating_add(1) && to.month() == Month::January);
    if !ends_in_year {
        return fault(
            DayOf::To,
            Phrase::said(
                "Số liệu của kỳ phải chốt trong năm {}, chậm nhất trong tháng 01 năm sau. Kiểm tra lại năm của ngày {}.",
                "The data of the period must close in {} or in January after it. Check the year of {}.",
                &[&year.to_string(), &write_day(to)],
            ),
        );
    }
    let (first, last) = period.kind.quarters();
    let quarters = i32::from(last.saturating_sub(first)).saturating_add(1);
    let longest = quarters.saturating_mul(92).saturating_add(33);
    if !(SHORTEST..=longest).contains(&length) {
        return fault(
            DayOf::From,
            Phrase::said(
                "Từ ngày {} đến hết ngày {} là {} ngày; kỳ này dài từ {} đến {} ngày. Kiểm tra lại tháng và năm.",
                "{} to {} are {} days; this period has {} to {} days. Check the months and the years.",
                &[
                    &write_day(from),
                    &write_day(to),
                    &length.to_string(),
                    &SHORTEST.to_string(),
                    &longest.to_string(),
                ],
            ),
        );
    }
    None
}

/// What is wrong with the day to send before.
fn wrong_wait(to: Date, send_before: Date) -> Option<DayFault> {
    let (vi, en) = match days_between(to, send_before) {
        ..=0 => (
            "Ngày gửi {} phải sau ngày cuối của số liệu {}: đến ngày đó số liệu chưa chốt.",
            "The day to send before, {}, must be after the last day of data, {}.",
        ),
        days if days > LONGEST_WAIT => (
            "Ngày gửi {} cách ngày cuối của số liệu {} hơn ba tháng. Kiểm tra lại tháng và năm.",
            "The day to send before, {}, is more than three months after the last day of data, {}. Check the month and the year.",
        ),
        _ => return None,
    };
    Some(DayFault {
        of: DayOf::SendBefore,
        problem: Phrase::said(vi, en, &[&write_day(send_before), &write_day(to)]),
    })
}
