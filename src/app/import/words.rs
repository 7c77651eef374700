//! What is said of files of other programs that come in, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    of: "Mở tệp: {}", "File: {}";
    reading: "Đang đọc tệp {}…", "Reading the file {}…";
    found: "Tệp này không ghi rõ cơ quan và kỳ báo cáo; đọc được {} bảng.", "This file does not name an agency and a period; {} tables were read.";
    choose: "Chọn báo cáo để đưa số liệu vào. Trang sẽ cho xem trước từng dòng; chưa có gì thay đổi cho đến khi đồng ý.", "Choose the report that takes the figures. Every row is shown beforehand; nothing changes before you agree.";
    no_report: "Trên máy này chưa có báo cáo nào. Hãy lập báo cáo ở Trang chính, rồi mở lại tệp.", "There is no report on this machine yet. Begin one on the page Home, then open the file again.";
    into_open: "Xem trước trong báo cáo đang mở: {} – {}", "Preview in the open report: {} – {}";
    into: "{} – {} ({})", "{} – {} ({})";
    half: "Báo cáo trong tệp đã được nhập. Trình duyệt chưa lưu được danh mục nhiệm vụ đi kèm ({}); danh mục đó trên máy vẫn như cũ. Giải phóng dung lượng đĩa hoặc tải lại trang rồi nhập lại tệp.", "The report of the file was imported. The browser could not save the work list that came with it ({}); that list is as it was on this machine. Free some disk space or reload the page, then import the file again.";
    no_table: "Tệp không có bảng số liệu nào. Nếu tệp là văn bản, mở báo cáo rồi chọn “Việc khác”, “Soát lời văn”.", "The file has no table. If it is running text, open a report and choose “More”, “Proofread”.";
    cancel: "Không nhập", "Do not import";
}
