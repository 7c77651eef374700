//! What an embedded page says of itself, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    portal: "cổng này", "this portal";
    in_browser: "Số liệu nhập ở đây được lưu trong trình duyệt này; nhiều trình duyệt lưu riêng cho {}.", "What is entered here is kept in this browser; many browsers keep it for {} only.";
    for_portal: "Số liệu nhập ở đây được lưu trong trình duyệt này, riêng cho {}.", "What is entered here is kept in this browser, for {} only.";
    with_page: "Số liệu nhập ở đây được lưu trong trình duyệt này, cùng chỗ với khi mở riêng trang này.", "What is entered here is kept in this browser, in the same place as when this page is opened by itself.";
    in_memory: "Trình duyệt không cho lưu số liệu ở đây: số liệu mất khi đóng trang, trừ khi cổng giữ báo cáo.", "The browser keeps nothing here: the figures are gone when the page closes, unless the portal holds the report.";
    not_lost: "Biểu trống chỉ có nghĩa là ở đây chưa có số liệu, không phải số liệu đã mất. Báo cáo nhập ở địa chỉ khác, ở cổng khác hoặc trước khi trình duyệt được nâng cấp vẫn nằm ở nơi đã nhập: mở ở đó, xuất tệp JSON, rồi mở tệp ấy tại đây.", "An empty form only means that nothing is here yet, not that figures are lost. A report entered at another address, in another portal or before the browser was upgraded is still where it was entered: open it there, export it as JSON, and open that file here.";
    hand_over: "Gửi báo cáo cho cổng", "Hand the report to the portal";
    handed_over: "Đã gửi báo cáo cho cổng.", "The report was handed to the portal.";
}
