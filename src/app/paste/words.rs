//! What is said of pasting and copying, in both languages.

use crate::words::Language;

macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        /// Every fixed word of pasting and copying in one language.
        pub struct Words {
            $(pub $name: &'static str,)*
        }

        const VI: Words = Words { $($name: $vi,)* };
        const EN: Words = Words { $($name: $en,)* };
    };
}

words! {
    copy_sheet: "Sao chép biểu", "Copy the sheet";
    paste_table: "Dán bảng…", "Paste a table…";
    copied_sheet: "Đã sao chép cả biểu. Mở Word hoặc Excel rồi nhấn Ctrl+V.", "The sheet is copied. Open Word or Excel and press Ctrl+V.";
    copied_figures: "Đã sao chép {} ô.", "{} cells copied.";
    copy_failed: "Trình duyệt không cho sao chép.", "The browser does not allow copying.";
    cleared_figures: "Đã xóa {} ô. Nhấn Ctrl+Z để hoàn tác.", "{} cells cleared. Press Ctrl+Z to undo.";
    range_said: "Đã chọn {} ô, từ dòng {} đến dòng {}.", "{} cells selected, row {} to row {}.";

    title: "Dán bảng", "Paste a table";
    area: "Dán bảng vào đây (Ctrl+V)", "Paste the table here (Ctrl+V)";
    area_hint: "Sao chép một cột hoặc cả bảng trong Excel, LibreOffice, Word hay trang web, rồi nhấn Ctrl+V ở đây. Chưa có gì thay đổi cho đến khi xem trước và đồng ý.", "Copy a column or a whole table in Excel, LibreOffice, Word or a web page, then press Ctrl+V here. Nothing changes before you have seen the preview and agreed.";
    look: "Xem trước", "Preview";
    nothing: "Không thấy số liệu nào trong nội dung vừa dán.", "There is no figure in what was pasted.";
    way: "Cách đặt vào biểu", "How the rows are placed";
    pick: "Dán", "Paste";
    pick_one: "Dán vào {}: {}", "Paste to {}: {}";
    place: "Dòng", "Row";
    pasted: "Trong bảng dán", "In the table";
    now: "Đang có", "Now";
    then: "Sẽ thành", "Becomes";
    note: "ghi chú: {}", "note: {}";
    sheet: "Vào {}.", "Into {}.";
    same: "Giữ nguyên {} dòng đã có đúng số liệu này.", "Rows that hold these figures already: {}.";
    aside: "Không dán ({})", "Left out ({})";
    differs: "Dòng tự tính khác với bảng dán ({})", "Computed rows differ from the table ({})";
    come: "Mâu thuẫn sẽ có thêm sau khi dán ({})", "Contradictions that come with it ({})";
    go: "Dán xong sẽ hết {} mâu thuẫn.", "Contradictions that go away: {}.";
    apply: "Dán {} ô", "Paste {} cells";
    apply_one: "Dán 1 ô", "Paste 1 cell";
    cancel: "Không dán", "Do not paste";
    done: "Đã dán {} ô. Nhấn Ctrl+Z để hoàn tác.", "{} cells pasted. Press Ctrl+Z to undo.";
}

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
