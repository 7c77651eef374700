//! The totals, with how many units had what; and those that do not agree.

use super::{Table, cell_of, name_of};
use crate::consolidate::{
    Collection, Doubt, From, NoTotal, Settled, Total, Totals, doubts, overlaps,
};
use crate::exchange::report_csv::sheet_name;
use crate::exchange::workbook::Shown;
use crate::form::Kind;
use crate::number::Decimal;
use crate::words::Language;

/// Every row with its total, whence it is, and how many units had what.
pub fn totals_table(collection: &Collection, settled: &Settled, totals: &Totals) -> Table {
    let heads = [
        "Biểu",
        "TT",
        "Chỉ tiêu thống kê",
        "Đơn vị tính",
        "Số liệu",
        "Nguồn số liệu",
        "Số đơn vị phải báo cáo",
        "Có số liệu",
        "Trong đó bằng 0",
        "Không phát sinh",
        "Chưa đọc được",
        "Để trống",
    ];
    let number = settled.counted().count();
    let title = format!(
        "Số liệu tổng hợp của {} từ {number} báo cáo, kỳ {}",
        collection.into_agency().name,
        collection.period()
    );
    let mut table = Table::new("Tổng hợp", &title, &heads);
    let form = &collection.form().form;
    for (_, sheet) in form.printed_sheets() {
        for cell in sheet.cells() {
            let (Some(row), Some(total)) = (form.row(cell), totals.of(cell)) else {
                continue;
            };
            let mut line = vec![
                Shown::text(&sheet_name(sheet)),
                Shown::text(row.printed_code(Language::Vi)),
                Shown::text(&row.label.vi),
                Shown::text(&row.measure.vi),
            ];
            if row.kind == Kind::Heading {
                line.resize(heads.len(), Shown::Blank);
                table.lines.push(line);
                continue;
            }
            line.push(match total.figure {
                Ok((figure, _)) => cell_of(figure, row),
                Err(_) => Shown::Blank,
            });
            line.push(Shown::text(&source(collection, total)));
            let spread = &total.spread;
            let counts = [
                spread.asked,
                spread.reported,
                spread.zeros,
                spread.not_applicable,
                spread.unreadable,
                spread.blank(),
            ];
            let is_counted = row.is_entry();
            line.extend(counts.map(|units| {
                if is_counted {
                    Shown::number(Decimal::from_integer(units.into()))
                } else {
                    Shown::Blank
                }
            }));
            table.lines.push(line);
        }
    }
    table
}

/// Whence a total is, or why there is none.
fn source(collection: &Collection, total: &Total) -> String {
    let from = |at: usize| format!("Báo cáo của {}", name_of(collection, at));
    match total.figure {
        Ok((_, From::Units)) => "Cộng số liệu các đơn vị".to_owned(),
        Ok((_, From::Computed)) => "Tính từ số liệu tổng hợp".to_owned(),
        Ok((_, From::Own(at) | From::Lead(at))) => from(at),
        Err(reason) => match reason {
            NoTotal::NotAsked => String::new(),
            NoTotal::NobodyReported => "Chưa đơn vị nào có số liệu".to_owned(),
            NoTotal::TooLarge => "Tổng quá lớn, không tính được".to_owned(),
            NoTotal::OwnMissing => {
                "Không cộng: mỗi cấp tự báo cáo; chưa có báo cáo của cơ quan tổng hợp".to_owned()
            }
            NoTotal::LeadMissing => {
                "Không cộng: chưa có báo cáo của cơ quan chủ trì hoặc cơ quan tổng hợp".to_owned()
            }
            NoTotal::PartsNotAsked => {
                "Không cộng: biểu không hỏi tử số, mẫu số của tỷ lệ".to_owned()
            }
            NoTotal::NotComputed(reason) => format!("Chưa tính được: {}", reason.words().0),
        },
    }
}

/// Every unit that is added twice, and every total that does not agree: both figures and the difference.
pub fn doubts_table(collection: &Collection, settled: &Settled, totals: &Totals) -> Table {
    let heads = [
        "Đơn vị",
        "Dòng",
        "Chỉ tiêu thống kê",
        "Số liệu báo cáo",
        "Số liệu đối chiếu",
        "Chênh lệch",
        "Đối chiếu với",
    ];
    let title = "Số liệu tổng hợp không khớp giữa các báo cáo";
    let mut table = Table::new("Không khớp", title, &heads);
    let form = &collection.form().form;
    for overlap in overlaps(collection, settled) {
        let [one, other] = overlap.at.map(|at| Shown::text(name_of(collection, at)));
        let said = overlap.words(collection).unwrap_or_default();
        let mut line = vec![one, Shown::Blank, Shown::text(&said.vi)];
        line.extend([Shown::Blank, Shown::Blank, Shown::Blank, other]);
        table.lines.push(line);
    }
    for doubt in doubts(collection, settled, totals) {
        let figures = doubt.figures();
        let number = |number: Option<Decimal>| number.map_or(Shown::Blank, Shown::number);
        let label = form.row(figures.cell).map_or("", |row| &row.label.vi);
        let against = match doubt {
            Doubt::Changed(_) => "Tổng ghi trong tệp khi tổng hợp",
            Doubt::Recounted(_) => "Cộng lại báo cáo của các đơn vị trực thuộc",
            Doubt::Own(_) => "Tổng của các đơn vị",
            Doubt::Lead(_) => "Báo cáo của cơ quan chủ trì",
        };
        table.lines.push(vec![
            Shown::text(name_of(collection, figures.at)),
            Shown::text(&form.address(figures.cell).vi),
            Shown::text(label),
            number(Some(figures.stated)),
            number(figures.counted),
            number(figures.difference()),
            Shown::text(against),
        ]);
    }
    table
}
