//! What is said of exported files, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    title: "Xuất tệp", "Export";
    export_as: "Xuất tệp {}", "Export {}";
    json: "JSON", "JSON";
    json_what: "Tệp báo cáo của Biểu Mẫu: gửi nơi tổng hợp, nhập vào máy khác", "The report file of Biểu Mẫu: for whoever consolidates, and for other machines";
    xlsx: "Excel", "Excel";
    xlsx_what: "Bảng tính như biểu in, ô tính là công thức; nhập lại được", "A workbook laid out as printed, computed cells are formulas; can be imported again";
    docx: "Word", "Word";
    docx_what: "Báo cáo và phụ lục theo thể thức Nghị định 30/2020/NĐ-CP", "The report with its appendices in the layout of Decree 30/2020";
    csv: "CSV", "CSV";
    csv_what: "Bảng số liệu dạng văn bản, mở được bằng Excel", "The figures as a plain table that Excel opens";
    tidy: "Dữ liệu dài", "Tidy data";
    tidy_what: "Mỗi chỉ tiêu một dòng (CSV), để phân tích bằng DuckDB, R, Python", "One line for each row of the form (CSV), for DuckDB, R or Python";
    dhis2: "DHIS2", "DHIS2";
    dhis2_what: "Gói số liệu (dataValueSets) để nạp vào hệ thống DHIS2", "A data value set for a DHIS2 system";
    rare: "Khác", "Other";
    csv_plain: "CSV (dấu phẩy)", "CSV (comma)";
    csv_plain_what: "Bảng số liệu theo RFC 4180: dấu phẩy ngăn cột, dấu chấm thập phân", "The figures by RFC 4180: commas between columns, a point in decimals";
    ndjson: "Dữ liệu dài (NDJSON)", "Tidy data (NDJSON)";
    ndjson_what: "Mỗi chỉ tiêu một dòng JSON", "One line of JSON for each row of the form";
    mapping: "Mã riêng của hệ thống DHIS2", "Ids of your DHIS2 platform";
    mapping_what: "Nếu hệ thống DHIS2 đã có sẵn phần tử dữ liệu và đơn vị với mã riêng, chọn tệp ánh xạ (bieumau.dhis2/1). Tệp được giữ trên máy này và dùng cho mọi lần xuất DHIS2 của bộ biểu mẫu.", "Where the DHIS2 platform already has data elements and organisation units with ids of its own, choose a mapping file (bieumau.dhis2/1). It is kept on this machine and heeded by every DHIS2 export of this form set.";
    mapping_none: "Chưa có tệp ánh xạ: dùng mã do Biểu Mẫu đặt.", "There is no mapping file: the ids are those that Biểu Mẫu gives.";
    mapping_kept: "Đang dùng tệp ánh xạ: {} chỉ tiêu, {} đơn vị có mã riêng.", "A mapping file is in use: {} rows and {} agencies have ids of their own.";
    mapping_drop: "Bỏ tệp ánh xạ", "Do without it";
    mapping_choose: "Chọn tệp ánh xạ", "Choose a mapping file";
    mapping_refused: "Không dùng được tệp {}. Chưa có gì thay đổi.", "The file {} cannot be used. Nothing has changed.";
    empty: "Mẫu trống Excel", "Empty workbook";
    empty_what: "Bảng tính trống để điền bằng Excel rồi nhập lại vào trang", "An empty workbook to be filled in Excel and imported";
    metadata: "Danh mục DHIS2", "DHIS2 metadata";
    metadata_what: "Gói khai báo bộ biểu mẫu (metadata) cho hệ thống DHIS2", "The form set as a metadata package for a DHIS2 system";
    making: "Đang tạo tệp {}…", "Making the {} file…";
    stop: "Dừng", "Stop";
    again: "Thử lại", "Try again";
    close: "Đóng", "Close";
    failed: "Chưa tạo được tệp {}.", "The {} file was not made.";
    not_loaded: "Phần tạo và đọc tệp chưa tải về được. Hãy kiểm tra kết nối mạng rồi thử lại. Số liệu trong trang vẫn nguyên.", "The part that makes and reads files has not loaded. Check the network connection and try again. The figures on the page are as they were.";
    broken: "Phần tạo và đọc tệp dừng giữa chừng ({}). Số liệu trong trang vẫn nguyên; vẫn xuất được tệp JSON và in được.", "The part that makes and reads files stopped halfway ({}). The figures on the page are as they were; you can still export JSON and print.";
    stopped: "Đã dừng, vì trang phải đọc hoặc tạo một tệp khác. Hãy thử lại.", "It was stopped, because the page had to read or make another file. Try again.";
}
