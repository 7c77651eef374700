//! What the page that only shows a report says by itself, in both languages.

use crate::words::{Language, in_both_languages};

in_both_languages! {
    title: "Báo cáo", "Report";
    nothing: "Chưa có báo cáo để hiện. Trang này chỉ hiện báo cáo mà cổng đưa cho nó, không lưu và không tìm số liệu ở nơi nào khác: số liệu đã nhập vẫn nằm ở nơi đã nhập.", "There is no report to show yet. This page only shows the report that the portal hands to it; it keeps nothing and looks nowhere else. What was entered is still where it was entered.";
    cannot: "Không hiện được báo cáo", "The report cannot be shown";
    differs: "Tệp báo cáo không khớp với số liệu tính lại. Trang này hiện giá trị tính lại.", "The report file does not agree with what is computed from it. The page shows the computed values.";
}
