//! What the page of earlier states says, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    earlier: "Các bản trước", "Earlier states";
    see: "Xem", "Look";
    more: "Xem, chuyển, bỏ báo cáo", "Look, move or discard";
    from_report: "Các bản trước; chuyển, bỏ báo cáo", "Earlier states; move, discard";
    of: "Các bản trước: {} – {}", "Earlier states: {} – {}";
    what: "Trang này tự giữ bản cuối của mỗi mười phút có sửa, nhiều nhất 20 bản, ngay trên máy này. Khôi phục một bản là một thao tác và hoàn tác được; bản hiện tại cũng được giữ lại trong danh sách.", "The page keeps the last state of every ten minutes with changes, 20 at most, on this machine. Bringing one back is one step that can be undone, and the present state stays in the list.";
    none: "Chưa có bản trước nào của báo cáo này.", "There are no earlier states of this report yet.";
    saved: "Lưu lúc", "Saved at";
    revision: "Lần sửa thứ", "Edit number";
    differs: "Khác bản hiện tại", "Differs from now";
    present: "Bản hiện tại", "The present state";
    then: "Bản này", "This state";
    gone: "Báo cáo này không còn trên máy, nhưng các bản trước vẫn còn và khôi phục được.", "This report is no longer on this machine, but its earlier states are and can be brought back.";
    rows_one: "{} dòng", "{} rows";
    same: "không khác", "the same";
    other_parts: "chỉ khác lời văn, giải trình, thời gian chốt số liệu hoặc trạng thái", "only running text, reasons, data window or state differ";
    unread: "không đọc được", "cannot be read";
    newer: "do phiên bản Biểu Mẫu mới hơn lưu", "kept by a newer version of Biểu Mẫu";
    bring_back: "Khôi phục bản này", "Bring this state back";
    leave: "Không khôi phục", "Leave it";
    state_of: "Bản lưu lúc {}", "The state saved at {}";
    not_kept: "Chưa khôi phục được: không ghi được vào trình duyệt. Báo cáo vẫn như trước.", "It was not brought back: the browser could not be written. The report is as it was.";
    no_form: "Không mở được bộ biểu mẫu của báo cáo này, nên chưa xem được các bản trước.", "The form set of this report cannot be opened, so its earlier states cannot be shown.";
    move_title: "Chuyển sang kỳ hoặc cơ quan khác", "Move to another period or agency";
    move_what: "Dùng khi đã điền nhầm kỳ hoặc nhầm cơ quan. Số liệu, ghi chú, giải trình và lời văn được chuyển sang báo cáo đúng, ở trạng thái đang điền; báo cáo này rời khỏi danh sách ở trang chính, bản cuối của nó vẫn nằm trong các bản trước.", "For a report filled under the wrong period or agency. Figures, notes, reasons and running text go to the right report, which is a draft; this one leaves the list of the home page, and its last state stays among its earlier states.";
    move_do: "Chuyển báo cáo", "Move the report";
    move_same: "Báo cáo đang ở đúng cơ quan và kỳ này, không phải chuyển.", "The report is of this agency and period already.";
    move_taken: "Trên máy này đã có báo cáo của cơ quan ấy cho kỳ ấy, nên chưa chuyển, để không đè lên. Xem lại cơ quan và kỳ, hoặc bỏ báo cáo kia trước.", "This machine has a report of that agency for that period, so nothing was moved over it. Check agency and period, or discard the other report first.";
    move_see_taken: "Mở báo cáo kia", "Open the other report";
    move_failed: "Chưa chuyển được: không đọc hoặc không ghi được vào trình duyệt. Báo cáo vẫn như trước.", "It was not moved: the browser could not be read or written. The report is as it was.";
    move_both: "Đã chuyển, nhưng chưa bỏ được báo cáo này khỏi danh sách: không ghi được vào trình duyệt.", "It was moved, but this report could not be taken off the list: the browser could not be written.";
    move_see_both: "Mở báo cáo đã chuyển", "Open the moved report";
    discard: "Bỏ báo cáo này", "Discard this report";
    discard_what: "Dùng khi báo cáo bắt đầu nhầm và không cần số liệu trong đó. Báo cáo rời khỏi danh sách ở trang chính; bản vừa bỏ vẫn nằm trong các bản trước và khôi phục lại được.", "For a report that was begun by mistake and whose figures nobody needs. It leaves the list of the home page; its last state stays among the earlier states and can be brought back.";
    not_discarded: "Chưa bỏ được: không ghi được vào trình duyệt. Báo cáo vẫn như trước.", "It was not discarded: the browser could not be written. The report is as it was.";
    orphans: "Báo cáo đã bỏ hoặc không còn trên máy, khôi phục được từ các bản trước:", "Reports that were discarded or are gone, and can be brought back from earlier states:";
    to_report: "Về báo cáo", "To the report";
}
