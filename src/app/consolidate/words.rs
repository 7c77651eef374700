//! What the page of consolidation says, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    title: "Tổng hợp", "Consolidation";
    opening: "Đang mở phần tổng hợp…", "Opening the consolidation…";
    what: "Tổng hợp báo cáo nào", "What is consolidated";
    into: "Đơn vị tổng hợp", "Consolidated by";
    change: "Đổi bộ biểu mẫu, kỳ hoặc đơn vị tổng hợp", "Change form set, period or who consolidates";
    open: "Mở kỳ này", "Open this period";
    into_name: "Tên cơ quan, đơn vị", "Name of the agency";
    into_code: "Mã (để trống nếu chưa có)", "Code (empty if there is none)";
    into_set: "Dùng đơn vị này", "Use this agency";
    into_standard: "Dùng UBND tỉnh", "Use the province";
    into_wrong: "Nhập tên; mã chỉ được có chữ không dấu, chữ số và các dấu . - _", "Enter a name; a code has only unaccented letters, digits and . - _";
    level_nation: "Cả nước", "Nation";

    files: "Nhận báo cáo", "Take in reports";
    files_what: "Chọn các tệp JSON hoặc Excel do đơn vị xuất từ Biểu Mẫu, chọn cả thư mục, hoặc kéo tệp, thư mục thả vào trang này. Tệp nào không đọc được sẽ nêu rõ lý do và không ảnh hưởng tệp khác.", "Choose the JSON or Excel files that the units exported from Biểu Mẫu, choose a whole folder, or drop files or a folder onto this page. A file that cannot be read is listed with the reason and stops nothing.";
    add: "Chọn tệp báo cáo", "Choose report files";
    add_folder: "Chọn cả thư mục", "Choose a folder";
    reading: "Đang đọc tệp", "Reading files";
    stop: "Dừng", "Stop";
    told: "Đã nhận {} báo cáo; {} tệp không nhận được. {} báo cáo được tính vào tổng, còn {} đơn vị chưa gửi.", "{} reports taken in; {} files were not. {} reports count, {} units have not sent.";
    again: "Báo cáo giống hệt đã được nhận từ trước.", "The very same report has been taken in before.";
    not_ours: "Tệp không phải do Biểu Mẫu xuất ra. Mở tệp bằng nút “Mở tệp” ở đầu trang để đưa số liệu vào báo cáo của đơn vị, rồi xuất lại.", "The file was not exported by Biểu Mẫu. Open it with the button at the top of the page, put its figures into the unit's report, and export that.";
    refused: "{} tệp không nhận được", "{} files were not taken in";
    refused_clear: "Ẩn danh sách này", "Hide this list";
    too_many: "Trang này chỉ lưu {} tệp cho mỗi kỳ. Các tệp nhận thêm vẫn được tính, nhưng sau khi đóng trang phải chọn lại thư mục.", "Only {} files are kept for each period. Further files count all the same, but the folder must be chosen again after the page was closed.";
    not_kept: "Trình duyệt không lưu được các tệp đã nhận. Sau khi đóng trang phải chọn lại các tệp.", "The browser could not keep the files. After the page was closed they must be chosen again.";

    units: "Đơn vị", "Units";
    units_list: "Danh sách đơn vị và tình trạng gửi", "The units and how they stand";
    count_sent: "Đã gửi", "Sent";
    count_missing: "Chưa gửi", "Not sent";
    count_counted: "Được tính vào tổng", "Added up";
    only: "Chỉ hiện", "Show only";
    seek: "Tìm theo tên hoặc mã", "Find by name or code";
    missing_csv: "Tải danh sách chưa gửi", "Download who has not sent";
    of_all: "Tất cả đơn vị", "All units";
    of_missing: "Chưa gửi", "Not sent";
    of_counted: "Được tính vào tổng", "Added up";
    of_aside: "Không được tính", "Not added up";
    of_late: "Gửi quá hạn", "Late";
    of_twice: "Gửi nhiều lần", "Sent more than once";
    of_other_period: "Kỳ khác", "Another period";
    of_remark: "Bộ biểu mẫu khác hoặc phiên bản khác", "Another form set or version";
    of_altered: "Tệp bị sửa sau khi xuất", "File altered after export";
    of_miscomputed: "Có giá trị tính sai", "Values computed wrongly";
    of_errors: "Còn lỗi", "Errors left";
    of_warnings: "Có cảnh báo", "Warnings";
    of_unlisted: "Ngoài danh sách", "Not in the list";
    units_none: "Không có đơn vị nào.", "There is no unit.";
    unit: "Đơn vị", "Unit";
    standing: "Tình trạng", "Standing";
    changed: "Sửa lần cuối", "Last changed";
    acts: "Thao tác", "Actions";
    more: "Xem thêm {} dòng", "Show {} more lines";
    figures: "Số liệu", "Figures";
    leave_out: "Không tính", "Leave out";
    take_in: "Tính lại", "Take in again";
    remove: "Bỏ tệp", "Remove the file";

    missing: "Chưa gửi", "Not sent";
    counts: "Được tính", "Counts";
    own: "Báo cáo của chính đơn vị tổng hợp", "Report of who consolidates";
    twice: "Gửi nhiều lần, tính bản sau cùng", "Sent more than once, the last one counts";
    other_period: "Kỳ khác: {}", "Another period: {}";
    earlier: "Bản gửi trước, không tính", "Earlier copy, not added up";
    inside: "Đã có trong báo cáo tổng hợp của {}", "Already in the consolidated report of {}";
    inside_another: "Đã có trong báo cáo tổng hợp của {}, nhưng là bản khác", "Already in the consolidated report of {}, but in another state";
    not_below: "Không thuộc cấp dưới của đơn vị tổng hợp", "Not below who consolidates";
    left_out: "Không tính theo lựa chọn", "Left out by choice";
    altered: "Tệp bị sửa sau khi xuất", "File altered after export";
    miscomputed: "{} giá trị tính sai, đã tính lại", "{} values computed wrongly, computed anew";
    unlisted: "Ngoài danh sách", "Not in the list";
    draft: "Chưa hoàn thành", "Not complete";
    amended: "Sửa sau khi hoàn thành", "Amended after completion";
    whole: "Báo cáo tổng hợp của {} đơn vị", "Consolidated report of {} units";

    roll: "Danh sách đơn vị phải báo cáo", "The list of units that are to report";
    roll_standard: "Danh sách có sẵn: {} đơn vị.", "The list that comes with the page: {} units.";
    roll_own: "Danh sách riêng, lưu trên máy này: {} đơn vị.", "A list of its own, kept on this machine: {} units.";
    roll_add: "Thêm đơn vị", "Add the unit";
    roll_off: "Bỏ khỏi danh sách", "Take off the list";
    roll_load: "Mở danh sách từ tệp CSV", "Open a list from CSV";
    roll_csv: "Tải danh sách", "Download the list";
    roll_back: "Dùng lại danh sách có sẵn", "Back to the list that comes with the page";

    result: "Kết quả tổng hợp", "Totals";
    total: "Tổng", "Total";
    made_of: "Số đơn vị", "Units";
    trace: "Xem từng đơn vị", "Show the units";
    text: "có nội dung chữ", "has words";
    unreadable: "không đọc được", "cannot be read";
    none_asked: "không tổng hợp dòng này", "this row is not consolidated";
    none_reported: "chưa đơn vị nào có số liệu", "no unit has a figure";
    none_large: "tổng quá lớn, không tính được", "the sum is too large";
    none_own: "mỗi cấp báo cáo số riêng, chưa có số của đơn vị tổng hợp", "each level reports its own; the report of who consolidates is not here";
    none_lead: "không cộng dồn, chưa có số của cơ quan chủ trì", "not added up; the lead agency has not reported it";
    none_parts: "biểu không hỏi tử số và mẫu số nên không tổng hợp được tỷ lệ này", "the form does not ask for its parts, so this ratio cannot be consolidated";
    from_own: "Theo báo cáo của {}", "From the report of {}";
    from_lead: "Theo báo cáo của cơ quan chủ trì: {}", "From the report of the lead agency: {}";
    spread: "{}/{} đơn vị có số liệu", "{} of {} units have a figure";
    spread_none: "Không đơn vị nào phải điền", "No unit is asked";
    spread_zeros: "trong đó {} ghi 0", "{} of them zero";
    spread_blank: "{} để trống", "{} blank";
    spread_not_applicable: "{} không phát sinh", "{} not applicable";
    spread_unreadable: "{} không đọc được", "{} cannot be read";

    figure: "Số liệu", "Figure";
    share: "Tỷ trọng trong tổng", "Share of the total";
    back: "Quay lại", "Back";
    file: "Tệp", "File";
    noticed: "Lỗi và cảnh báo", "Errors and warnings";

    found: "Đối chiếu và kiểm tra", "Checks";
    found_none: "Các tổng đều khớp với nhau.", "All totals agree.";
    found_units: "{} đơn vị còn lỗi hoặc cảnh báo", "{} units have errors or warnings";
    doubt_changed: "Báo cáo tổng hợp của {} ghi {}, nhưng các đơn vị trong đó cộng lại được {}.", "The consolidated report of {} states {}, but its own units add up to {}.";
    doubt_recounted: "Báo cáo tổng hợp của {} ghi {}, nhưng cộng lại báo cáo của các đơn vị có ở đây được {}.", "The consolidated report of {} states {}, but the reports of its units that are here add up to {}.";
    doubt_own: "Báo cáo của {} ghi {}, nhưng tổng hợp ở đây được {}.", "The report of {} states {}, but the total here is {}.";
    doubt_lead: "Báo cáo của {} ghi {}, nhưng cơ quan chủ trì báo cáo {}.", "The report of {} states {}, but the lead agency reports {}.";
    doubt_difference: "Chênh lệch {}.", "The difference is {}.";

    matrix: "Ma trận đơn vị và chỉ tiêu", "Matrix of units and items";
    matrix_what: "{}, mỗi đơn vị một dòng; bấm đầu cột để sắp xếp. Ô trống là chưa có số liệu, dấu “·” là không phải điền, “—” là không tính được, “?” là không đọc được; ↑ hoặc ↓ là cao hoặc thấp hơn hẳn các đơn vị khác.", "{}, one line for each unit; a head of a column sorts. An empty cell has no figure, “·” is not asked, “—” cannot be computed, “?” cannot be read; ↑ or ↓ is far above or far below the other units.";
    completeness: "Đã điền", "Filled";
    extremes_how: "Đánh dấu theo quy tắc nào", "How figures are marked";
    far_above: "cao hơn hẳn các đơn vị khác", "far above the other units";
    far_below: "thấp hơn hẳn các đơn vị khác", "far below the other units";
    far_count: "{} đơn vị khác hẳn", "{} far from the others";
    ranking: "Xếp hạng theo tỷ lệ", "Ranking by ratio";
    ranking_row: "Tỷ lệ", "Ratio";
    ranking_without: "Đơn vị chưa có tỷ lệ này", "Units without this ratio";
    ranking_left: "Còn {} đơn vị xếp sau, không hiện ở đây.", "{} more units stand behind and are not shown here.";
    rank: "Hạng", "Rank";
    against: "So với mức của kế hoạch", "Against the mark of the plan";

    make_title: "Báo cáo tổng hợp", "The consolidated report";
    make_what: "Lập báo cáo của {} từ {} báo cáo được tính. Báo cáo mở ra để xem, sửa và xuất ra JSON, Excel, Word, CSV, DHIS2 hoặc in.", "Makes the report of {} from the {} reports that count. It opens for reading, changing, printing and every export.";
    make: "Lập báo cáo tổng hợp", "Make the consolidated report";
    made: "báo cáo tổng hợp", "the consolidated report";

    tables: "Xuất các bảng tổng hợp", "The consolidation as tables";
    tables_what: "Tổng số, ma trận đơn vị × chỉ tiêu, tình trạng gửi, lỗi và cảnh báo kèm giải trình, số liệu lệch xa, chỗ không khớp: mỗi bảng một trang tính. Các bảng ghi bằng tiếng Việt.", "Totals, units × indicators, who has sent, errors and warnings with their reasons, figures far from the others, what does not agree: a worksheet each. The tables are in Vietnamese.";
    tables_excel: "Tất cả các bảng (Excel)", "All tables (Excel)";
    tables_csv: "Từng bảng dạng CSV", "Each table as CSV";
    tables_making: "Đang lập tệp Excel…", "Making the Excel file…";
    tables_failed: "Chưa lập được tệp Excel: {}", "The Excel file could not be made: {}";
    table_totals: "Tổng số", "Totals";
    table_matrix: "Ma trận đơn vị × chỉ tiêu", "Units × indicators";
    table_units: "Tình trạng gửi", "Who has sent";
    table_findings: "Lỗi và cảnh báo", "Errors and warnings";
    table_far: "Số liệu lệch xa", "Figures far from the others";
    table_doubts: "Chỗ không khớp", "What does not agree";
}
