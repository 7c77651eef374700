//! The head of an appendix, with what the clerk fills in left blank.

use super::Appendix;
use crate::period::{Period, parse_day, write_day};
use crate::report::{Session, State, letter};
use crate::words::{Language, filled};

/// Room for a number or a name that is written by hand. The spaces do not break and do not shrink.
const SHORT: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
const LONG: &str = "………………………………";

/// The head of an appendix of a report.
pub(super) fn of_report(appendix: &mut Appendix, session: &Session, language: Language) {
    let report = session.report();
    let agency = report.agency.name.as_str();
    let period = Period::parse(&report.period.id);
    let period_name = period.map_or_else(
        || report.period.id.clone(),
        |period| period.name().text(language).to_owned(),
    );
    let whose = language.pick("{} của {}", "{}, {}");
    appendix.whose = filled(whose, &[&period_name, agency]).to_uppercase();
    let year = year_of(session).map_or_else(|| SHORT.to_owned(), |year| year.to_string());
    appendix.attached = attached(&symbol_of(session), &year, agency, language);
    appendix.facts = facts(session, language);
}

/// The head of an appendix that is filled by hand.
pub(super) fn to_be_filled(appendix: &mut Appendix, language: Language) {
    let whose = language.pick("Kỳ báo cáo: {} năm {}", "Period: {} of {}");
    appendix.whose = filled(whose, &["……………", "………"]);
    appendix.attached = attached("", SHORT, LONG, language);
    let agency = language.pick("Cơ quan, đơn vị báo cáo: {}", "Reporting agency: {}");
    appendix.facts = vec![filled(agency, &[LONG])];
}

/// "(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2026 của UBND phường Tô Hiệu)".
fn attached(symbol: &str, year: &str, agency: &str, language: Language) -> String {
    let symbol = if symbol.is_empty() { SHORT } else { symbol };
    let template = language.pick(
        "(Kèm theo Báo cáo số {}/BC-{} ngày {} tháng {} năm {} của {})",
        "(Attached to Report no. {}/BC-{} of {} / {} / {} of {})",
    );
    filled(template, &[SHORT, symbol, SHORT, SHORT, year, agency])
}

/// The year in which the report leaves: that of its due day, or of its last day of data.
pub(in crate::exchange) fn year_of(session: &Session) -> Option<i32> {
    let period = &session.report().period;
    let mut days = [&period.send_before, &period.to].into_iter().flatten();
    let year = days.find_map(|day| parse_day(day)).map(|day| day.year());
    year.or(Period::parse(&period.id).map(|period| period.year))
}

/// What stands behind `BC-` in the symbol of the report, as the officer says; of a People's Committee it is `UBND`,
/// others write their own in the blank.
pub(in crate::exchange) fn symbol_of(session: &Session) -> String {
    let own = session.paragraph(letter::SYMBOL).trim();
    if !own.is_empty() {
        return own.strip_prefix("BC-").unwrap_or(own).to_owned();
    }
    let plain = session.report().agency.name.to_lowercase();
    let names = ["ubnd ", "ủy ban nhân dân", "uỷ ban nhân dân"];
    if names.iter().any(|name| plain.starts_with(name)) {
        "UBND".to_owned()
    } else {
        String::new()
    }
}

fn facts(session: &Session, language: Language) -> Vec<String> {
    let report = session.report();
    let mut facts = Vec::new();
    if let Some(days) = report.period.days() {
        let template = language.pick(
            "Số liệu từ ngày {} đến hết ngày {}.",
            "Data from {} to {}, both included.",
        );
        let (from, to) = (write_day(days.from), write_day(days.to));
        facts.push(filled(template, &[&from, &to]));
    }
    match report.state {
        State::Complete => {}
        State::Draft => facts.push(
            language
                .pick(
                    "Bản nháp, chưa xác nhận hoàn thành.",
                    "Draft, not declared complete.",
                )
                .to_owned(),
        ),
        State::Amended => facts.push(
            language
                .pick(
                    "Đã sửa sau khi hoàn thành; nội dung sửa ghi ở trang cuối.",
                    "Amended after completion; the changes stand on the last page.",
                )
                .to_owned(),
        ),
    }
    if let Some(late) = report.late.as_ref().and_then(|late| late.words()) {
        facts.push(late.text(language).to_owned());
    }
    facts
}
