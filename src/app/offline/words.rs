//! What the page says of working without a network, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    title: "Dùng khi không có mạng", "Without a network";
    ready: "Trang đã sẵn sàng: lần sau mở được cả khi không có mạng.", "The page is ready: from now on it opens without a network too.";
    preparing: "Đang tải các phần của trang về máy để lần sau mở được khi không có mạng.", "The parts of the page are being fetched to this machine, so that it opens without a network.";
    spared: "Trình duyệt đang tiết kiệm dữ liệu, nên trang chưa tải sẵn về máy.", "The browser is saving data, so the page has not been fetched to this machine.";
    prepare: "Tải về máy để dùng khi không có mạng", "Fetch it for use without a network";
    failed: "Chưa sẵn sàng: chưa lấy được đủ các tệp của trang (mạng bị ngắt, máy chưa đủ chỗ, hoặc các tệp trên máy chủ chưa cùng một phiên bản). Trang sẽ thử lại ở lần mở sau.", "Not ready: not all files of the page could be had (the line was cut, there is no room, or the files on the server are not of one version). The page tries again when it is next opened.";
    insecure: "Trang chỉ mở được khi có mạng: địa chỉ của trang không bắt đầu bằng https, nên trình duyệt không cho giữ trang trên máy. Các việc khác không bị ảnh hưởng.", "The page opens only with a network: its address does not begin with https, so the browser does not let it be kept on this machine. Nothing else is affected.";
    framed: "Trang đang nằm trong một trang web khác, nên không giữ sẵn được trên máy. Hãy mở trang ở một thẻ riêng nếu cần dùng khi không có mạng.", "The page stands inside another site, so it cannot be kept on this machine. Open it in a tab of its own to use it without a network.";
    none: "Trình duyệt này (hoặc cửa sổ riêng tư này) không giữ được trang trên máy, nên trang chỉ mở được khi có mạng. Các việc khác không bị ảnh hưởng.", "This browser (or this private window) cannot keep the page on the machine, so the page opens only with a network. Nothing else is affected.";
    refused: "Trình duyệt hoặc máy chủ không cho giữ trang trên máy, nên trang chỉ mở được khi có mạng. Các việc khác không bị ảnh hưởng.", "The browser or the server does not allow the page to be kept on this machine, so it opens only with a network. Nothing else is affected.";
    build: "Phiên bản của trang", "Version of the page";
    waiting: "Đã có phiên bản mới của trang. Phiên bản đang mở vẫn dùng được và không mất gì; khi tiện, bấm nút để lưu những gì vừa nhập rồi chuyển sang phiên bản mới.", "There is a new version of the page. The one that is open goes on working and nothing is lost; when it suits you, the button saves what you have entered and goes over to the new version.";
    taken: "Phiên bản mới của trang đã được dùng ở một thẻ khác. Thẻ này vẫn chạy phiên bản cũ và không mất gì; khi tiện, bấm nút để lưu những gì vừa nhập rồi chuyển sang phiên bản mới.", "Another tab went over to a new version of the page. This tab goes on with the old one and nothing is lost; when it suits you, the button saves what you have entered and goes over to the new version.";
    apply: "Lưu và chuyển sang phiên bản mới", "Save and go over to the new version";
    not_saved: "Chưa chuyển, vì những gì vừa nhập chưa lưu được. Hãy xuất tệp để giữ lại trước.", "Not done, because what you have entered could not be saved. Export the file first to keep it.";
}
