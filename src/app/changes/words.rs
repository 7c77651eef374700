//! What the log of changes says, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    of: "Nhật ký thay đổi: {}", "Change log: {}";
    bound: "Giữ 1.000 thao tác gần nhất trên máy này, mỗi lần hoàn tác cũng là một thao tác; nếu nội dung rất dài thì ít hơn. Nhật ký này không đi theo tệp xuất.", "The latest 1,000 steps are kept on this machine, and each undo is a step too; fewer where texts are very long. This log does not travel with exported files.";
    amended: "Các sửa đổi sau khi hoàn thành còn được ghi ở cuối báo cáo và đi theo tệp.", "Changes after completion are also listed at the end of the report and travel with the file.";
    none: "Chưa có thay đổi nào.", "There are no changes yet.";
    all_sheets: "Tất cả các biểu", "All sheets";
    all_ways: "Tất cả các cách", "All ways";
    sheet: "Biểu", "Sheet";
    how: "Cách", "How";
    shown: "{} thay đổi", "{} changes";
    more: "Hiện thêm", "Show more";
    whole: "Xem cả báo cáo", "Show the whole report";
    row: "Dòng", "Row";
    time: "Giờ", "Time";
    export: "Xuất nhật ký (CSV)", "Export the log (CSV)";
}
