//! What is said around the proofreading of running text, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    open: "Soát lời văn", "Proofread";
    open_what: "Tính lại mọi tỷ lệ và tổng viết trong lời văn của báo cáo, đối chiếu với biểu", "Computes every share and sum in the running text anew and compares it with the sheets";
    title: "Soát số liệu trong lời văn", "Proofread the figures in running text";
    hint: "Dán phần lời văn của báo cáo vào đây, hoặc mở tệp Word. Trang tìm mọi tỷ lệ và mọi phép cộng viết trong câu, tính lại và đối chiếu với biểu đang mở. Báo cáo không bị thay đổi.", "Paste the running text of the report here, or open a Word file. Every share and every sum written in a sentence is found, computed anew and compared with the open report. The report is not changed.";
    area: "Lời văn", "Running text";
    own: "Lấy lời văn trong báo cáo", "Take the text in the report";
    is_own: "Đã lấy lời văn trong báo cáo này.", "This is the text in the report.";
    file: "Mở tệp Word…", "Open a Word file…";
    reading: "Đang đọc tệp {}…", "Reading the file {}…";
    is_file: "Lời văn của tệp {}.", "The text of the file {}.";
    no_text: "Tệp không có lời văn nào.", "The file has no running text.";
    too_large: "Tệp lớn quá 16 MB nên không được đọc.", "The file is larger than 16 MB and was not read.";
    not_text: "Tệp không phải là văn bản UTF-8.", "The file is not UTF-8 text.";
    unreadable: "Trình duyệt không đọc được tệp. Chép tệp vào máy rồi chọn lại.", "The browser could not read the file. Copy it to this machine and choose it again.";
    run: "Soát", "Proofread";
    nothing: "Hãy dán hoặc gõ lời văn vào ô trên rồi nhấn Soát.", "Paste or type the text above, then press Proofread.";
    found: "Đã soát {} chỗ", "{} places proofread";
    none: "Không thấy tỷ lệ hay phép cộng nào trong lời văn.", "There is no share and no sum in the text.";
    cut: "Lời văn quá dài: chỉ soát phần đầu. Hãy soát phần còn lại riêng.", "The text is too long: only its beginning was proofread. Proofread the rest by itself.";
    filter: "Hiện", "Show";
    check: "Cần xem lại ({})", "To be checked ({})";
    check_none: "Không có chỗ nào cần xem lại.", "There is nothing to be checked.";
    unknown: "Chưa kết luận được ({})", "Cannot tell ({})";
    right: "Khớp ({})", "Agrees ({})";
    all: "Tất cả ({})", "All ({})";
    differs: "Khác biểu", "Other than the report";
    to_row: "Đến dòng này trong biểu", "Go to this row";
    copy: "Sao chép kết quả", "Copy the list";
    copied: "Đã sao chép {} chỗ. Mở Word hoặc Excel rồi nhấn Ctrl+V.", "{} places copied. Open Word or Excel and press Ctrl+V.";
    copy_failed: "Trình duyệt không cho sao chép.", "The browser does not allow copying.";
    close: "Đóng", "Close";
}
