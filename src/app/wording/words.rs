//! What is said about the report in words, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    title: "Lời văn báo cáo", "Report in words";
    what: "Lời văn viết ở đây được lưu cùng báo cáo, đi theo tệp xuất và nằm dưới từng đề mục trong tệp Word. Câu lấy từ số liệu tự thay đổi theo các biểu; câu chưa đủ số liệu không được đưa vào báo cáo. Mỗi dòng là một đoạn.", "What is written here is kept with the report, travels with exported files and stands under its heading in the Word file. Sentences made from figures follow the forms; one whose figures are missing is left out of the report. Each line is a paragraph.";
    count: "Đã có lời văn: {}/{} đề mục.", "With text: {} of {} headings.";
    letter: "Đầu và cuối văn bản", "Head and end of the letter";
    if_blank: "Để trống thì ghi:", "Where blank:";
    said: "Câu lấy từ số liệu:", "From the figures:";
    missing: "(chưa đủ số liệu, chưa đưa vào báo cáo)", "(figures missing, left out of the report)";
    alone: "Không đưa các câu này vào báo cáo", "Leave these sentences out of the report";
    close: "Đóng lời văn", "Close the text";
    changes: "Lời văn thay đổi", "Running text that changes";
    heading: "Đề mục", "Heading";
}
