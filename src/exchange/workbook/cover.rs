//! The first worksheet: whose report it is, of which days, how it stands, and how to fill it.

use super::moment::moment;
use super::places::LANGUAGE;
use super::shown::fitting;
use crate::form::{CellId, Level};
use crate::period::{Period, parse_day, write_day};
use crate::report::{Session, Severity, State};

/// The name of its tab.
pub const TAB: &str = "Thông tin";

/// The first worksheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Its lines, from top to bottom.
    pub lines: Vec<CoverLine>,
}

/// A line of the first worksheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoverLine {
    /// What the workbook is.
    Title(String),
    /// What the lines below it are about.
    Head(String),
    /// A sentence over the whole width.
    Words(String),
    /// A fact with its name. With a key it is to be filled.
    Fact(String, String, Option<Key>),
    /// The head of a table of four columns.
    Columns([&'static str; 4]),
    /// A line of it.
    Row([String; 4]),
    /// Nothing.
    Gap,
}

/// What is to be filled on the first worksheet of an empty form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The name of the agency.
    Agency,
    /// Its official code.
    Code,
    /// The kind of period: one of the list at this place.
    Period(usize),
    /// The year.
    Year,
}

impl Key {
    /// The word of it in the hidden column.
    pub fn word(self) -> &'static str {
        match self {
            Key::Agency => "agency",
            Key::Code => "code",
            Key::Period(_) => "period",
            Key::Year => "year",
        }
    }
}

/// How to fill a form and hand it back.
pub(super) const ADVICE: [&str; 6] = [
    "Chỉ điền vào các ô nền vàng ở cột “Số liệu” và cột “Ghi chú”; các ô khác đã được khóa.",
    "Không phát sinh thì ghi “Không phát sinh”; bằng không thì ghi số 0; chưa có số liệu thì để trống.",
    "Gõ số theo cách viết của máy đang dùng; dòng có danh sách thì chọn trong danh sách.",
    "Các ô tỷ lệ và ô cộng có công thức, tự tính lại khi số liệu thay đổi; không gõ đè lên.",
    "Không thêm, xóa, đổi chỗ dòng, cột hoặc trang tính.",
    "Điền xong, lưu tệp ở dạng Excel (.xlsx) rồi gửi lại nơi giao biểu, hoặc mở tệp bằng trang Biểu Mẫu: trang cho xem những chỗ thay đổi trước khi nhập.",
];

pub(super) fn of_report(session: &Session, digest: &str) -> Cover {
    let report = session.report();
    let form = &session.form().form;
    let mut lines = vec![CoverLine::Title(fitting(&form.title.vi))];
    let mut fact = |name: &str, value: &str| {
        if !value.is_empty() {
            lines.push(CoverLine::Fact(name.to_owned(), fitting(value), None));
        }
    };
    fact(
        "Bộ biểu mẫu",
        &format!("{} (phiên bản {})", form.id, report.form.version),
    );
    fact("Cơ quan, đơn vị báo cáo", &report.agency.name);
    fact("Mã đơn vị", &report.agency.code);
    fact("Cấp", level(report.agency.level));
    let period = Period::parse(&report.period.id);
    let name = period.map_or_else(|| report.period.id.clone(), |period| period.name().vi);
    fact("Kỳ báo cáo", &name);
    let day = |day: &Option<String>| {
        let day = day.as_deref().and_then(parse_day);
        day.map_or_else(String::new, write_day)
    };
    fact("Số liệu từ ngày", &day(&report.period.from));
    fact("Số liệu đến hết ngày", &day(&report.period.to));
    fact("Gửi trước ngày", &day(&report.period.send_before));
    fact("Trạng thái", state(report.state));
    if let Some(late) = report.late.as_ref().and_then(|late| late.words()) {
        fact("Thời hạn", late.text(LANGUAGE));
    }
    fact("Lập lúc", &moment(&report.created));
    fact("Sửa lần cuối lúc", &moment(&report.modified));
    fact("Mã kiểm tra", digest);
    fact("Dòng để trống có xác nhận", &left_blank(session));
    advice(&mut lines);
    findings(session, &mut lines);
    Cover { lines }
}

pub(super) fn advice(lines: &mut Vec<CoverLine>) {
    lines.push(CoverLine::Gap);
    lines.push(CoverLine::Head("Cách điền và gửi lại".to_owned()));
    for (number, sentence) in (1..).zip(ADVICE) {
        lines.push(CoverLine::Words(format!("{number}. {sentence}")));
    }
}

fn findings(session: &Session, lines: &mut Vec<CoverLine>) {
    let form = session.form();
    lines.push(CoverLine::Gap);
    lines.push(CoverLine::Head("Kết quả kiểm tra số liệu".to_owned()));
    let findings = session.findings();
    if findings.is_empty() {
        let none = "Không có điểm nào cần xem lại.";
        lines.push(CoverLine::Words(none.to_owned()));
        return;
    }
    lines.push(CoverLine::Columns([
        "Dòng",
        "Mức độ",
        "Nội dung",
        "Giải trình",
    ]));
    for finding in findings {
        let rows = addresses(session, &finding.cells);
        let message = finding.message(&form.form, form.rules(), LANGUAGE);
        let reason = session.reason(finding.place);
        let reason = reason.filter(|_| finding.severity != Severity::Error);
        lines.push(CoverLine::Row([
            fitting(&rows),
            severity(finding.severity).to_owned(),
            fitting(&message),
            fitting(reason.unwrap_or_default()),
        ]));
    }
}

fn left_blank(session: &Session) -> String {
    let cells = session.form().form.cells();
    let cells: Vec<CellId> = cells
        .filter(|cell| session.is_confirmed_blank(*cell))
        .collect();
    addresses(session, &cells)
}

fn addresses(session: &Session, cells: &[CellId]) -> String {
    let form = &session.form().form;
    let names = cells.iter().map(|cell| form.address(*cell).vi);
    names.collect::<Vec<String>>().join("; ")
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Commune => "Xã, phường",
        Level::Department => "Sở, ban, ngành",
        Level::Province => "Tỉnh",
        Level::Nation => "Trung ương",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Draft => "Đang điền (bản nháp)",
        State::Complete => "Đã hoàn thành",
        State::Amended => "Đã sửa sau khi hoàn thành",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Lỗi",
        Severity::Warning => "Cảnh báo",
        Severity::Info => "Lưu ý",
    }
}
