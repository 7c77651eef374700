//! What the help with all keys says, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    key: "Phím", "Key";
    does: "Tác dụng", "What it does";
    down: "Xuống ô kế tiếp trong cột", "Down the column";
    up: "Lên ô trước trong cột", "Up the column";
    across: "Sang ô bên cạnh trong dòng; khi đang sửa chữ thì con trỏ đi trong chữ trước", "To the next cell of the row; within a text the cursor moves first";
    along: "Đi tiếp và đi lùi theo dòng: số liệu, ghi chú, dòng sau", "Along the row and back: figure, note, next row";
    row: "Ô đầu, ô cuối của dòng; khi đang sửa chữ: đầu chữ, cuối chữ", "First, last cell of the row; within a text: its start, its end";
    far: "Ô đầu, ô cuối của biểu", "First, last cell of the sheet";
    screen: "Lên, xuống một màn hình", "One screen up, down";
    sheet: "Biểu trước, biểu sau", "Previous, next sheet";
    finding: "Lỗi, cảnh báo hoặc lưu ý tiếp theo; trước đó", "Next finding; the one before";
    find: "Tìm dòng theo mã hoặc theo chữ; Ctrl+F lần nữa là tìm của trình duyệt", "Find a row by code or words; Ctrl+F again is the browser's own";
    edit: "Sửa bên trong ô; nhấn lần nữa để chọn lại cả ô", "Edit inside the cell; again: the whole cell";
    take_back: "Trả lại ô như khi vừa đến; từ ô giải trình thì về lại dòng", "Take back the cell as it was on coming to it; from a reason: back to the row";
    none: "Đánh dấu hoặc bỏ “Không phát sinh”", "Mark or unmark “Not applicable”";
    confirm: "Xác nhận để trống dòng chưa điền, hoặc xác nhận số liệu từ kỳ trước", "Leave a blank row blank on purpose, or confirm a figure from an earlier period";
    reason: "Đến ô giải trình của cảnh báo ở dòng này", "To the reason for the warning in this row";
    explain: "Mở hoặc đóng cách tính của số liệu tự tính ở dòng này, hoặc của số liệu tự tính có dùng số của dòng này", "Open or close how the figure of this row, or the one it is part of, is computed";
    undo: "Hoàn tác; trong ghi chú, giải trình: từng đoạn vừa gõ trước", "Undo; in notes and reasons what was just typed comes first";
    redo: "Làm lại", "Redo";
    history: "Lịch sử của ô", "History of the cell";
    line_break: "Xuống dòng trong ghi chú", "New line in a note";
    open_list: "Mở danh sách để chọn; hoặc gõ mã hay chữ đầu của lựa chọn, Delete để bỏ chọn", "Open the list; or type the code or first letter of a choice, Delete for none";
    extend: "Chọn thêm ô bên dưới, bên trên trong cột số liệu", "Select more cells below, above in the column of figures";
    column: "Chọn chữ trong ô; nhấn lần nữa: chọn cả cột", "Select the text of the cell; once more: the whole column";
    copy: "Sao chép ô hoặc các ô đã chọn", "Copy the cell, or the selected cells";
    paste: "Dán; nhiều ô thì xem trước rồi mới dán", "Paste; several cells are shown before they count";
    clear: "Xóa các ô đã chọn", "Clear the selected cells";
    print: "In báo cáo", "Print the report";
    help: "Bảng phím tắt này", "This table of keys";
}
