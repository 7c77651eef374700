//! What backup and restore say, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    title: "Sao lưu và khôi phục", "Backup and restore";
    what: "Sao lưu ghi mọi báo cáo, danh mục nhiệm vụ, thời gian đã đặt và tùy chọn trên máy này vào một tệp. Chép tệp sang USB hoặc máy khác để không mất số liệu khi máy hỏng hoặc trình duyệt bị xóa dữ liệu.", "A backup writes every report, work list, data window and preference of this machine into one file. Copy it to a USB stick or another machine, so that nothing is lost when this machine fails or the browser is cleared.";
    backup: "Sao lưu tất cả", "Back up everything";
    with_past: "Kèm cả các bản trước của báo cáo (tệp lớn hơn)", "With the earlier states of the reports (a larger file)";
    restore: "Khôi phục từ tệp", "Restore from a file";
    last: "Lần sao lưu gần nhất: {}.", "Last backup: {}.";
    never: "Chưa sao lưu lần nào trên máy này.", "No backup was made on this machine yet.";
    making: "Đang ghi tệp sao lưu…", "Writing the backup…";
    made: "Đã ghi {} báo cáo và {} danh mục nhiệm vụ vào tệp “{}”. Hãy kiểm tra tệp có trong thư mục tải về.", "{} reports and {} work lists were written to “{}”. Check that the file is in the folder of downloads.";
    left_out: "{} bản ghi không đọc được nên không có trong tệp.", "{} records could not be read and are not in the file.";
    not_made: "Chưa ghi được tệp: trình duyệt không đọc được số liệu hoặc không cho tải tệp về. Hãy xuất từng báo cáo bằng nút “Xuất tệp JSON”.", "The file was not written: the browser could not read what is kept or does not allow downloads. Export each report with “Export JSON”.";
    reading: "Đang đọc tệp sao lưu…", "Reading the backup…";
    preview: "Tệp sao lưu: {}", "Backup: {}";
    made_at: "Sao lưu lúc", "Made at";
    holds: "Trong tệp có", "The file holds";
    holds_count: "{} báo cáo, {} danh mục nhiệm vụ", "{} reports, {} work lists";
    damaged: "Mã kiểm tra không khớp: tệp đã bị sửa hoặc hỏng sau khi sao lưu. Chỉ những báo cáo máy này chưa có được chọn sẵn; hãy xem kỹ từng số liệu trước khi lấy.", "The digest does not match: the file was changed or damaged after it was made. Only reports that this machine lacks are chosen; look at every figure before you take it.";
    nothing_lost: "Chưa có gì thay đổi. Bản bị thay vẫn được giữ trong “Các bản trước”, và việc khôi phục hoàn tác được bằng Ctrl+Z trong báo cáo.", "Nothing has changed yet. What is replaced stays among the earlier states, and Ctrl+Z in the report takes the restore back.";
    here: "Trên máy này", "On this machine";
    in_file: "Trong tệp", "In the file";
    changed_at: "sửa lần cuối {}", "last changed {}";
    then: "Sau khôi phục", "After restoring";
    only_in_file: "Chỉ có trong tệp", "Only in the file";
    same: "Giống nhau", "The same";
    newer_in_file: "Bản trong tệp mới hơn", "Newer in the file";
    newer_here: "Bản trên máy này mới hơn", "Newer on this machine";
    differs: "Hai bản khác nhau, cùng thời điểm sửa", "They differ and were changed at the same moment";
    choice: "Chọn", "Choose";
    keep: "Giữ bản trên máy này", "Keep that of this machine";
    skip: "Không lấy", "Leave it out";
    take: "Lấy bản trong tệp", "Take that of the file";
    merge: "Gộp từng dòng: lấy lần sửa sau cùng", "Join row by row: the latest change of each row";
    unchanged: "Không có gì thay đổi.", "Nothing changes.";
    new_rows: "{} dòng có số liệu", "{} rows with figures";
    other_parts: "Số liệu các dòng không đổi; lời văn, lý do, thời gian chốt số liệu hoặc trạng thái thay đổi theo tệp.", "No row changes; running text, reasons, data window or state follow the file.";
    unread: "Không đọc được bản này trong tệp; các bản khác không bị ảnh hưởng.", "This one cannot be read in the file; the others are not affected.";
    newer_page: "Do phiên bản Biểu Mẫu mới hơn lưu. Hãy khôi phục bằng phiên bản mới hơn.", "Kept by a newer version of Biểu Mẫu. Restore it with that version.";
    lists: "Danh mục nhiệm vụ", "Work lists";
    others: "Ngoài ra: thời gian đã đặt, bộ biểu mẫu mở từ tệp và tùy chọn mà máy này chưa có được lấy thêm; những gì máy này đã có giữ nguyên.", "Besides, data windows, form sets and preferences that this machine lacks are added; what it has stays.";
    apply: "Khôi phục các mục đã chọn", "Restore what is chosen";
    cancel: "Không khôi phục", "Leave it";
    done: "Đã khôi phục {} mục.", "{} items were restored.";
    failed: "Chưa khôi phục được: {}. Những bản này vẫn như trước; hãy giải phóng dung lượng đĩa hoặc đóng thẻ khác đang mở báo cáo rồi thử lại.", "Not restored: {}. These are as they were; free some disk space, or close another tab that has the report open, then try again.";
    refused: "Không khôi phục được từ tệp", "This file cannot be restored";
    refused_report: "Đây là tệp của một báo cáo. Hãy dùng nút “Mở tệp” ở đầu trang.", "This is the file of one report. Use “Open a file” at the top of the page.";
    unchanged_all: "Số liệu trên máy không thay đổi.", "Nothing on this machine has changed.";
    too_large: "Tệp lớn quá 64 MB nên không được đọc.", "The file is larger than 64 MB and was not read.";
    not_text: "Tệp không phải là văn bản UTF-8, nên không phải tệp sao lưu của Biểu Mẫu.", "The file is not UTF-8 text, so it is no backup of Biểu Mẫu.";
    not_read: "Trình duyệt không đọc được tệp. Chép tệp vào máy rồi chọn lại.", "The browser could not read the file. Copy it to this machine and choose it again.";

    storage: "Nơi lưu số liệu", "Where the figures are kept";
    kept_by: "Trình duyệt", "The browser";
    persisted: "đã hứa giữ số liệu: không tự xóa khi đĩa gần đầy", "has promised to keep the figures: it does not clear them by itself when the disk is nearly full";
    not_persisted: "chưa hứa giữ số liệu: có thể tự xóa khi đĩa gần đầy. Hãy sao lưu ra tệp thường xuyên", "has not promised to keep the figures: it may clear them when the disk is nearly full. Back up to a file often";
    unknown: "không cho biết có giữ số liệu lâu dài không. Hãy sao lưu ra tệp thường xuyên", "does not say whether it keeps the figures for long. Back up to a file often";
    ask: "Xin trình duyệt giữ số liệu", "Ask the browser to keep the figures";
    refused_ask: "Trình duyệt chưa đồng ý. Đánh dấu trang này (Ctrl+D) hoặc dùng trang thường xuyên rồi xin lại; trong lúc đó hãy sao lưu ra tệp.", "The browser has not agreed. Bookmark the page (Ctrl+D) or use it often, then ask again; back up to a file meanwhile.";
    used: "Đã dùng", "Used";
    left: "Còn trống cho trang này", "Left for this page";
    megabytes: "{} MB", "{} MB";

    remind: "Số liệu sau đây chỉ nằm trong trình duyệt của máy này, chưa có trong tệp nào:", "These figures are only in the browser of this machine and in no file yet:";
    remind_one: "{}: {} thao tác, từ ngày {}", "{}: {} steps, since {}";
    remind_here: "{} thao tác từ ngày {} chỉ nằm trong trình duyệt của máy này, chưa có trong tệp nào.", "{} steps since {} are only in the browser of this machine and in no file yet.";
    remind_rule: "Trang nhắc khi có thao tác chưa sao lưu hoặc chưa xuất tệp JSON quá {} ngày, hoặc từ {} thao tác trở lên.", "The page says so after {} days with steps that were neither backed up nor exported, or from {} such steps on.";
    remind_backup: "Đến phần sao lưu", "To the backup";
    remind_later: "Để 3 ngày nữa", "Not for 3 days";

    file_what: "Trình duyệt này có thể tự ghi bản sao lưu vào một tệp do bạn chọn (ví dụ trên USB) sau mỗi lần lưu.", "This browser can write the backup by itself into a file of your choice (on a USB stick, for example) after each save.";
    file_choose: "Chọn tệp tự cập nhật", "Choose a file to keep up to date";
    file_other: "Chọn tệp khác", "Choose another file";
    file_forget: "Thôi tự cập nhật", "Stop keeping it up to date";
    file_chosen: "Tệp “{}” được tự cập nhật sau mỗi lần lưu.", "The file “{}” is kept up to date after each save.";
    file_kept: "Tệp “{}” đã cập nhật lúc {}.", "The file “{}” is up to date as of {}.";
    file_waiting: "Sắp ghi vào tệp “{}”…", "About to write the file “{}”…";
    file_ask: "Trình duyệt cần bạn cho phép trước khi ghi tiếp vào tệp “{}”.", "The browser needs your permission before it writes the file “{}” again.";
    file_allow: "Cho phép ghi tiếp", "Allow it";
    file_failed: "Chưa ghi được tệp “{}” ({}). Tệp có thể đã bị chuyển, bị xóa hoặc USB đã rút; số liệu trong trình duyệt không bị ảnh hưởng.", "The file “{}” could not be written ({}). It may have been moved or deleted, or the USB stick was taken out; the figures in the browser are not affected.";
    file_again: "Ghi lại", "Write it again";
    file_kind: "Tệp sao lưu của Biểu Mẫu", "Backup of Biểu Mẫu";
}
