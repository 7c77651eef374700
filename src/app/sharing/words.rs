//! What is said of a report that is open on two pages, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    follows: "Báo cáo này đang được nhập ở một thẻ hoặc cửa sổ khác. Ở đây chỉ xem; số liệu tự cập nhật theo bên kia.", "This report is being filled in another tab or window. Here it can only be read; the figures follow the other side by themselves.";
    given_away: "Báo cáo này vừa được chuyển sang nhập ở một thẻ hoặc cửa sổ khác. Những gì đã nhập ở đây đều đã được lưu. Ở đây chỉ xem; số liệu tự cập nhật theo bên kia.", "This report is now being filled in another tab or window. Everything entered here has been saved. Here it can only be read; the figures follow the other side by themselves.";
    take_over: "Nhập tiếp ở đây", "Continue here";
    coming: "Đang chuyển sang đây…", "Moving it here…";
    freed: "Thẻ hoặc cửa sổ kia đã đóng. Báo cáo này được nhập ở đây từ bây giờ.", "The other tab or window is closed. The report is filled in here from now on.";
    taken: "Báo cáo này được nhập ở đây từ bây giờ.", "The report is filled in here from now on.";
    refused: "Chưa làm được ở đây, vì báo cáo đang được nhập ở một thẻ hoặc cửa sổ khác. Chọn “Nhập tiếp ở đây” để nhập ở đây.", "This cannot be done here, because the report is being filled in another tab or window. Choose “Continue here” to fill it in here.";
    close: "Đóng", "Close";
}
