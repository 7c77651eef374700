//! The words around the choice of an agency.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    hint: "Gõ tên hoặc mã của xã, phường rồi chọn trong danh sách; cơ quan khác thì gõ tên đầy đủ.", "Type the name or code of the commune and choose it from the list; for another agency type its full name.";
    empty: "Nhập tên cơ quan, đơn vị báo cáo.", "Enter the name of the reporting agency.";
    near: "Có phải:", "Did you mean:";
    near_more: "… và {} tên nữa, gõ thêm để thu hẹp", "… and {} more; type on to narrow the list";
    unclear: "Chưa rõ “{}” là xã, phường nào. Hãy chọn một tên ở ngay dưới ô nhập; nếu đây đúng là tên đầy đủ của cơ quan, bấm “{}” lần nữa.", "It is not clear which commune “{}” is. Choose one of the names right below the field; if this is the full name of the agency, press “{}” again.";
}
