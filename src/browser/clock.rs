//! What time it is: UTC for documents, the local day and hour for people, and a stopwatch for timers.

use js_sys::Date as JsDate;
use time::{Date, Month};
use wasm_bindgen::JsValue;

/// Now in UTC, to the second: `2026-03-10T02:11:09Z`.
pub fn now_utc_iso() -> String {
    let text: String = JsDate::new_0().to_iso_string().into();
    // "2026-03-10T02:11:09.123Z": the first 19 characters are the moment to the second.
    text.get(..19)
        .map_or(text.clone(), |moment| format!("{moment}Z"))
}

/// The day on which the user is.
pub fn today() -> Date {
    let now = JsDate::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    let month = u8::try_from(now.get_month() + 1).unwrap_or_default();
    let day = u8::try_from(now.get_date()).unwrap_or_default();
    Month::try_from(month)
        .and_then(|month| Date::from_calendar_date(year, month, day))
        .unwrap_or(Date::MIN)
}

/// The local hour and minute of a moment in UTC: `"2026-03-10T02:11:09Z"` is `"09:11"` in Việt Nam. None when the
/// text is no moment.
pub fn local_hour_minute(utc: &str) -> Option<String> {
    let moment = JsDate::new(&JsValue::from_str(utc));
    if moment.get_time().is_nan() {
        return None;
    }
    Some(format!(
        "{:02}:{:02}",
        moment.get_hours(),
        moment.get_minutes()
    ))
}

/// Milliseconds of a clock that never runs backwards, whatever the user does to the clock of the machine.
pub fn stopwatch() -> u64 {
    let now = web_sys::window().and_then(|window| window.performance());
    // A conversion from float saturates; the fraction of a millisecond does not matter.
    now.map_or(0, |performance| performance.now() as u64)
}

/// A moment in UTC as people of the place write it: day, month, year and time, `09:11 10/3/2026`. The text itself
/// when it is no moment.
pub fn local_moment(utc: &str) -> String {
    let moment = JsDate::new(&JsValue::from_str(utc));
    match local_hour_minute(utc) {
        Some(time) => format!(
            "{time} {}/{}/{}",
            moment.get_date(),
            moment.get_month() + 1,
            moment.get_full_year()
        ),
        None => utc.to_owned(),
    }
}
