//! Which reports came in, what became of them, and what their rules found.

use super::{Table, count, name_of};
use crate::consolidate::{Aside, Collection, Place, Return, Settled, completeness};
use crate::exchange::workbook::Shown;
use crate::report::Severity;

/// Every report that came in, with its state and what became of it.
pub fn units_table(collection: &Collection, settled: &Settled) -> Table {
    let heads = [
        "Mã đơn vị",
        "Tên đơn vị",
        "Tệp",
        "Sử dụng",
        "Trạng thái",
        "Sửa lần cuối (UTC)",
        "Thời hạn",
        "Số lần sửa sau khi hoàn thành",
        "Tệp bị sửa ngoài trang",
        "Giá trị tính lại khác tệp",
        "Đã điền",
        "Phải điền",
        "Lỗi",
        "Cảnh báo",
        "Lưu ý",
    ];
    let title = format!("Các báo cáo đã nhận, kỳ {}", collection.period());
    let mut table = Table::new("Đơn vị", &title, &heads);
    let form = &collection.form().form;
    for (one, place) in collection.returns().iter().zip(&settled.places) {
        let filled = completeness(form, one);
        table.lines.push(vec![
            Shown::text(&one.agency.code),
            Shown::text(&one.agency.name),
            Shown::text(&one.file),
            Shown::text(&place_of(collection, *place)),
            Shown::text(&one.state.name().vi),
            Shown::text(&one.modified),
            one.late
                .map_or(Shown::Blank, |late| Shown::text(&late.words().vi)),
            count(one.amendments),
            Shown::text(if one.is_altered { "Có" } else { "" }),
            count(one.miscomputed),
            count(filled.filled),
            count(filled.asked),
            count(one.left(Severity::Error)),
            count(one.left(Severity::Warning)),
            one.remark
                .as_ref()
                .map_or(Shown::Blank, |remark| Shown::text(&remark.vi)),
        ]);
    }
    table
}

/// What became of a return, in words.
fn place_of(collection: &Collection, place: Place) -> String {
    let moment = |at: usize| {
        let one = collection.returns().get(at);
        one.map_or("", |one| one.modified.as_str())
    };
    match place {
        Place::Counts => "Được cộng".to_owned(),
        Place::Own => "Báo cáo của cơ quan tổng hợp, không cộng".to_owned(),
        Place::Aside(aside) => match aside {
            Aside::OtherPeriod => "Không cộng: kỳ báo cáo khác".to_owned(),
            Aside::Earlier { later } => {
                format!("Không cộng: đơn vị có báo cáo mới hơn ({})", moment(later))
            }
            Aside::Inside { whole, is_another } => {
                let name = name_of(collection, whole);
                let more = if is_another {
                    "; bản đã cộng ở đó khác bản này"
                } else {
                    ""
                };
                format!("Không cộng: đã có trong báo cáo tổng hợp của {name}{more}")
            }
            Aside::NotBelow => "Không cộng: không thuộc cấp dưới".to_owned(),
            Aside::LeftOut => "Không cộng: người tổng hợp đã bỏ chọn".to_owned(),
        },
    }
}

/// The errors and warnings left in the reports that are added up, with what their officers say of them.
pub fn findings_table(collection: &Collection, settled: &Settled) -> Table {
    let heads = [
        "Mã đơn vị",
        "Tên đơn vị",
        "Mức",
        "Nội dung",
        "Giải trình của đơn vị",
        "Quy tắc",
    ];
    let title = "Lỗi và cảnh báo còn lại trong các báo cáo được cộng";
    let mut table = Table::new("Lỗi và cảnh báo", title, &heads);
    let counted = settled.counted();
    for one in counted.filter_map(|at| collection.returns().get(at)) {
        table.lines.extend(findings(one));
    }
    table
}

fn findings(one: &Return) -> impl Iterator<Item = Vec<Shown>> {
    one.findings.iter().map(|finding| {
        vec![
            Shown::text(&one.agency.code),
            Shown::text(&one.agency.name),
            Shown::text(match finding.severity {
                Severity::Error => "Lỗi",
                Severity::Warning => "Cảnh báo",
                Severity::Info => "Thông tin",
            }),
            Shown::text(&finding.message.vi),
            Shown::text(finding.reason.as_deref().unwrap_or_default()),
            Shown::text(&finding.rule),
        ]
    })
}
