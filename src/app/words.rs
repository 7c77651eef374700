//! What the page says, in both languages. A word that is missing in one of them does not compile.

mod first;

pub use first::{First, first};

use crate::words::Language;

macro_rules! in_both_languages {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        /// Every fixed word of the page in one language.
        #[allow(missing_docs)]
        pub struct Words {
            $(pub $name: &'static str,)*
        }

        const VI: Words = Words { $($name: $vi,)* };
        const EN: Words = Words { $($name: $en,)* };

        /// The words of a language.
        pub fn words(language: Language) -> &'static Words {
            match language {
                Language::Vi => &VI,
                Language::En => &EN,
            }
        }
    };
}

pub(super) use in_both_languages;

in_both_languages! {
    app: "Biểu Mẫu", "Biểu Mẫu";
    skip: "Đến nội dung chính", "Skip to the main content";
    pages: "Các trang", "Pages";
    home: "Trang chính", "Home";
    forms: "Bộ biểu mẫu", "Form sets";
    settings: "Cài đặt", "Settings";
    language: "Ngôn ngữ", "Language";
    foot: "Số liệu chỉ nằm trên máy này và chỉ rời máy khi xuất tệp.", "The figures stay on this machine and leave it only when you export a file.";

    piece_coming: "Đang mở…", "Opening…";
    piece_missing_title: "Chưa mở được phần này", "This part cannot be opened yet";
    piece_missing: "Phần này của trang chưa tải về được. Số liệu đã nhập không bị ảnh hưởng. Hãy kiểm tra kết nối mạng rồi thử lại.", "This part of the page has not arrived. Figures already entered are not affected. Check the network connection and try again.";
    try_again: "Thử lại", "Try again";
    opening: "Đang mở báo cáo…", "Opening the report…";
    saving: "Đang lưu…", "Saving…";
    saved_at: "Đã lưu lúc", "Saved at";
    save_failed: "Chưa lưu được", "Not saved";
    save_failed_what: "Số liệu vừa nhập chưa lưu được vào trình duyệt. Xuất tệp JSON ngay để giữ lại, rồi giải phóng dung lượng đĩa hoặc mở trang bằng cửa sổ thường.", "What was just entered could not be saved in the browser. Export the JSON file now to keep it, then free some disk space or open the page in an ordinary window.";
    memory_only: "Trình duyệt không cho trang này lưu số liệu. Trang vẫn nhập và tính được, nhưng số liệu sẽ mất khi đóng trang: xuất tệp JSON trước khi đóng.", "The browser does not let this page keep anything. You can enter and compute, but the figures are lost when the page closes: export the JSON file before closing.";

    this_period: "Báo cáo kỳ này", "This period's report";
    agency: "Cơ quan, đơn vị", "Agency";
    period: "Kỳ báo cáo", "Period";
    window: "Thời gian chốt số liệu", "Data window";
    send_before: "Gửi trước ngày", "Send before";
    expected: "dự kiến", "expected";
    unknown_window: "Chưa có văn bản nêu", "Not named by any document";
    window_own: "đơn vị đặt", "set by the agency";
    window_latest: "chậm nhất ngày", "last day";
    window_before: "gửi trước ngày", "to be sent before";
    window_source: "Nguồn", "Source";
    window_written: "Theo văn bản", "By the documents";
    window_expected: "Thời gian dự kiến", "Expected window";
    window_unwritten: "Chưa có văn bản nêu thời gian này; đơn vị tự đặt.", "No document names this window; the agency has set it.";
    window_other: "Trong báo cáo nguồn, một phần số liệu tính theo thời gian khác:", "In the source report some figures were counted in another window:";
    window_more: "Nguồn và lưu ý", "Source and notes";
    window_edit: "Sửa thời gian chốt số liệu", "Change the data window";
    window_change: "Sửa", "Change";
    window_left: "Còn lại", "Left";
    window_first: "Ngày đầu", "First day";
    window_last: "Ngày cuối", "Last day";
    window_hint: "Nhập ngày/tháng/năm, ví dụ 09/3/2026. Ngày đầu và ngày cuối đều được tính. Gửi trước ngày 12/3 nghĩa là chậm nhất ngày 11/3.", "Enter day/month/year, such as 09/3/2026. The first and the last day both count. To be sent before 12/3 means on 11/3 at the latest.";
    window_unknown: "để trống nếu chưa biết", "empty if not known";
    window_save: "Lưu thời gian", "Save the window";
    window_reset: "Lấy lại theo văn bản", "Take that of the documents";
    window_reset_expected: "Lấy lại thời gian dự kiến", "Take the expected window";
    window_cancel: "Không sửa", "Leave it";
    window_over: "Đã quá hạn gửi. Vẫn xuất được; tệp và bản in sẽ ghi rõ quá hạn.", "The day to send is past. You can still export; file and print will say that it is late.";
    window_failed: "Chưa lưu được thời gian vào trình duyệt. Giải phóng dung lượng đĩa hoặc mở trang bằng cửa sổ thường rồi sửa lại.", "The window could not be saved in the browser. Free some disk space or open the page in an ordinary window, then change it again.";
    windows: "Thời gian chốt số liệu của đơn vị", "Data windows of the agency";
    windows_what: "Thời gian có văn bản nêu được giữ nguyên như văn bản; thời gian khác là dự kiến. Sửa ở đây khi đơn vị có thời gian riêng: báo cáo trên máy này sẽ dùng thời gian đã sửa.", "Windows that a document names stand as it names them; others are expected. Change one here where the agency has its own: the reports on this machine then use it.";
    windows_no_agency: "Thời gian được đặt cho từng cơ quan, đơn vị. Hãy bắt đầu một báo cáo ở trang chính trước.", "Windows are set for each agency. Begin a report on the home page first.";
    overdue: "Quá hạn gửi", "Overdue";
    exported: "đã xuất", "exported";
    not_exported: "bản hiện tại chưa xuất", "not exported as it stands";
    not_begun: "chưa có báo cáo trên máy này", "no report on this machine";
    filled: "Đã điền", "Filled";
    rows: "dòng", "rows";
    errors: "lỗi", "errors";
    error_one: "lỗi", "error";
    warnings: "cảnh báo", "warnings";
    warning_one: "cảnh báo", "warning";
    open_report: "Mở báo cáo", "Open the report";
    none_yet: "Chưa có báo cáo nào trên máy này cho kỳ đang đến hạn. Chọn cơ quan, đơn vị và kỳ để bắt đầu.", "There is no report on this machine for the period that is due. Choose an agency and a period to begin.";
    earlier: "Các báo cáo trên máy này", "Reports on this machine";
    no_reports: "Chưa có báo cáo nào.", "There are no reports yet.";
    last_changed: "Sửa lần cuối", "Last changed";
    contradictions: "Mâu thuẫn", "Contradictions";
    aside: "Có bản ghi không đọc được. Bản ghi được giữ nguyên và để riêng, các báo cáo khác không bị ảnh hưởng:", "A record could not be read. It is kept as it is and set aside; no other report is affected:";

    forms_missing: "Chưa tải được bộ biểu mẫu nên chưa đếm được số dòng đã điền. Kiểm tra đường truyền rồi tải lại trang (phím F5); các báo cáo đã lưu vẫn còn nguyên.", "A form set could not be loaded, so the filled rows are not counted. Check the connection and reload the page (F5); the saved reports are unharmed.";

    begin: "Bắt đầu báo cáo", "Begin a report";
    begin_open: "Mở để điền", "Open and fill";
    form_set: "Bộ biểu mẫu", "Form set";
    agency_hint: "Gõ tên hoặc mã của xã, phường rồi chọn trong danh sách; cơ quan khác thì gõ tên đầy đủ.", "Type the name or code of the commune and choose it from the list; for another agency type its full name.";
    level: "Cấp", "Level";
    level_commune: "Xã, phường", "Commune, ward";
    level_department: "Sở, ban, ngành", "Department";
    level_province: "Tỉnh", "Province";
    year: "Năm", "Year";
    agency_empty: "Nhập tên cơ quan, đơn vị báo cáo.", "Enter the name of the reporting agency.";
    year_wrong: "Năm phải là một số có bốn chữ số, ví dụ 2026.", "The year must have four digits, such as 2026.";

    code: "TT", "No.";
    indicator: "Chỉ tiêu thống kê", "Statistical item";
    measure: "Đơn vị tính", "Measure";
    figure: "Số liệu", "Figure";
    note: "Ghi chú", "Note";
    not_asked: "Không phải điền", "Nothing to fill";
    sheets: "Các biểu mẫu", "Sheets";
    row: "dòng", "row";
    not_applicable: "Không phát sinh", "Not applicable";
    not_applicable_short: "KPS", "N/A";
    not_applicable_keys: "Không phát sinh (Alt+K)", "Not applicable (Alt+K)";
    choose: "— chọn —", "— choose —";
    blank: "(để trống)", "(blank)";
    how: "Cách tính", "How it is computed";
    unreadable: "Chưa đọc được; giữ nguyên như đã nhập.", "Cannot be read; kept as entered.";
    did_you_mean: "Ý là:", "Did you mean:";
    read_as: "Đã hiểu là", "Read as";
    lead_fills: "Dòng này do cơ quan chủ trì điền:", "Filled by the lead agency:";
    not_for_level: "Cấp này thường không điền dòng này.", "Not usually filled at this level.";
    typed_ratio: "Nhập tay: biểu không hỏi tử số và mẫu số.", "Typed: the form does not ask for its parts.";

    findings: "Kết quả kiểm tra", "Findings";
    no_findings: "Chưa thấy mâu thuẫn nào.", "No contradiction found.";
    severity_error: "Lỗi", "Error";
    severity_warning: "Cảnh báo", "Warning";
    severity_info: "Lưu ý", "Note";
    reason_given: "Giải trình:", "Reason given:";
    reason: "Giải trình", "Reason";
    reason_give: "Giải trình", "Give a reason";
    reason_wanted: "Giải trình (cần có trước khi hoàn thành)", "Reason (needed for completion)";
    reason_keys: "Giải trình (Alt+G)", "Give a reason (Alt+G)";
    reason_may: "Giải trình (nếu cần)", "Reason (if you like)";

    state: "Trạng thái", "State";
    state_draft: "Đang điền", "Draft";
    state_complete: "Đã hoàn thành", "Complete";
    state_amended: "Đã sửa sau khi hoàn thành", "Amended after completion";
    state_at: "Hoàn thành lúc {}.", "Completed at {}.";
    state_complete_next: "Xuất tệp JSON để gửi.", "Export the JSON file to send it.";
    state_amended_next: "Hoàn thành lại trước khi gửi; nhật ký sửa đổi ở cuối báo cáo.", "Complete it again before sending; the log of changes is at the end of the report.";
    complete: "Hoàn thành", "Complete";
    complete_again: "Hoàn thành lại", "Complete again";
    missing_title: "Chưa hoàn thành được: còn {} việc", "Not complete yet: {} things to do";
    missing_one: "Chưa hoàn thành được: còn 1 việc", "Not complete yet: 1 thing to do";
    missing_none: "Không còn việc gì phải làm; bấm “Hoàn thành”.", "Nothing is left to do; press “Complete”.";
    missing_errors: "Lỗi phải sửa", "Errors to mend";
    missing_reasons: "Cảnh báo chưa có giải trình", "Warnings without a reason";
    missing_carried: "{} số liệu chép từ kỳ trước chưa xác nhận", "{} figures copied from an earlier period, not confirmed";
    missing_blank: "{}: {} dòng chưa điền", "{}: {} rows not filled";
    confirm_every: "Xác nhận tất cả", "Confirm all of them";
    blank_sheet: "Để trống có xác nhận tất cả các dòng này", "Leave all these rows blank on purpose";
    blank_row: "Để trống có xác nhận (Alt+X)", "Leave blank on purpose (Alt+X)";
    blank_confirmed: "Để trống, đã xác nhận", "Blank on purpose";
    log: "Nhật ký sửa đổi", "Log of changes";
    log_when: "Thời điểm", "When";
    log_what: "Nội dung", "What";
    log_from: "Trước", "Before";
    log_to: "Sau", "After";
    log_complete: "Hoàn thành báo cáo", "Report declared complete";

    helper_open: "{} (nhập một lần)", "{} (entered once)";
    helper_what: "Sổ này chỉ để nhập một lần và lấy số vào các biểu: không in, không bắt buộc, nhưng đi cùng tệp JSON.", "This sheet is entered once and feeds the others: it is neither printed nor required, but it travels in the JSON file.";
    fed_from: "Lấy từ {}", "Taken from {}";
    fed_can: "Có thể lấy từ {}", "Can be taken from {}";
    fed_typed: "Đã nhập tay: {}", "Typed: {}";
    fed_drop: "Bỏ số đã nhập", "Drop the typed figure";
    denominator: "Mẫu số: {}", "Share of: {}";

    compare: "So với kỳ trước", "Compare with earlier periods";
    past_last: "Kỳ trước", "Last report";
    past_year: "Cùng kỳ năm trước", "Same period last year";
    past_reading: "Đang đọc các kỳ trước…", "Reading the earlier periods…";
    past_none: "Trên máy này chưa có báo cáo nào của cơ quan, đơn vị cho các kỳ trước kỳ này.", "This machine has no report of this agency for an earlier period.";
    past_no_year: "chưa có báo cáo trên máy này", "no report on this machine";
    past_days: "ngày", "days";
    no_counterpart: "Không có dòng tương ứng", "No corresponding row";
    rises: "tăng", "up";
    falls: "giảm", "down";
    stays: "không đổi", "unchanged";
    differs: "đã đổi", "changed";
    points: "điểm\u{a0}%", "percentage points";
    base_zero: "gốc bằng 0, không có %", "no percent of 0";
    base_negative: "gốc âm, không có %", "no percent of a negative";
    carry: "Lấy số kế hoạch và hiện trạng từ kỳ trước", "Take plan figures and states from the last report";
    carry_what: "Báo cáo {} có {} số kế hoạch và hiện trạng dùng lại được. Số lấy sang mang dấu “từ kỳ trước” cho đến khi được xác nhận; số đếm trong kỳ để trống.", "The report for {} has {} plan figures and states that can be used again. What is taken is marked “from the last report” until it is confirmed; counts of the window stay blank.";
    carry_new_year: "Số kế hoạch đặt cho từng năm nên không lấy từ năm trước.", "Plans are set for the year, so none is taken from the year before.";
    carry_no: "Không lấy", "Do not take";
    carried: "Từ kỳ trước", "From the last report";
    carried_in_sheet: "{} số của biểu này lấy từ kỳ trước ({}), chưa xác nhận.", "{} figures of this sheet come from the last report ({}) and are not confirmed.";
    carried_short: "chưa xác nhận", "not confirmed";
    confirm: "Xác nhận", "Confirm";
    confirm_keys: "Xác nhận số lấy từ kỳ trước (Alt+X)", "Confirm the figure taken from the last report (Alt+X)";
    confirm_all: "Xác nhận tất cả trong biểu này", "Confirm all on this sheet";

    export_json: "Xuất tệp JSON", "Export JSON";
    print: "In", "Print";
    print_empty: "In biểu mẫu trống", "Print an empty form";
    import: "Mở tệp", "Open a file";
    import_of: "Xem trước tệp", "Preview of the file";
    import_changes: "Các dòng sẽ thay đổi", "Rows that would change";
    import_none: "Số liệu trong tệp giống hệt số liệu trên máy này.", "The figures in the file are the same as those on this machine.";
    import_now: "Trên máy này", "On this machine";
    import_then: "Trong tệp", "In the file";
    import_new: "Trên máy này chưa có báo cáo này; tệp sẽ thành một báo cáo mới.", "This machine does not have this report; the file becomes a new report.";
    import_replaces: "Nhập tệp sẽ thay toàn bộ số liệu và ghi chú của báo cáo này trên máy bằng số liệu trong tệp.", "Importing replaces all figures and notes of this report on this machine with those of the file.";
    import_apply: "Nhập vào máy này", "Import to this machine";
    import_cancel: "Không nhập", "Do not import";
    import_refused: "Không nhập được tệp", "The file cannot be imported";
    import_unchanged: "Không có gì trên máy này bị thay đổi.", "Nothing on this machine was changed.";
    import_no_period: "Bộ biểu mẫu của tệp không có kỳ báo cáo này:", "The form set of the file does not have this period:";
    import_no_form: "Trang này chưa có bộ biểu mẫu của tệp. Mở bộ biểu mẫu đó ở trang Bộ biểu mẫu trước, rồi nhập lại tệp:", "This page does not have the form set of the file. Open that form set on the page Form sets first, then import the file again:";
    differences: "Điểm không khớp", "What does not agree";
    close: "Đóng", "Close";

    forms_what: "Bộ biểu mẫu là dữ liệu: mở một tệp khác để dùng cùng với các bộ có sẵn.", "A form set is data: open another file to use it beside those that come with the page.";
    forms_open: "Mở tệp bộ biểu mẫu", "Open a form-set file";
    forms_refused: "Không dùng được bộ biểu mẫu này. Không có gì bị thay đổi. Chỗ cần sửa:", "This form set cannot be used. Nothing was changed. What to mend:";
    forms_same_id: "Mã này là của một bộ biểu mẫu có sẵn; đặt mã khác cho bộ biểu mẫu của tệp.", "This id belongs to a form set that comes with the page; give the form set of the file another id.";
    forms_unreachable: "Không tải được tệp bộ biểu mẫu nêu trong địa chỉ trang:", "The form-set file named in the address of the page could not be loaded:";
    forms_foreign: "Bộ biểu mẫu trong địa chỉ trang phải nằm cùng máy chủ với trang:", "The form set named in the address must lie on the same server as the page:";
    version: "Phiên bản", "Version";
    sheets_count: "Số biểu", "Sheets";
    rows_count: "Số dòng", "Rows";
    built_in: "có sẵn", "comes with the page";

    settings_language: "Ngôn ngữ của trang", "Language of the page";
    settings_about: "Biểu Mẫu tính bằng số thập phân chính xác, làm tròn nửa xa số không.", "Biểu Mẫu computes with exact decimals and rounds half away from zero.";

    find: "Tìm dòng", "Find a row";
    find_keys: "Tìm dòng (/ hoặc Ctrl+F)", "Find a row (/ or Ctrl+F)";
    find_what: "Mã hoặc chữ của dòng, gõ có dấu hay không dấu đều được", "Code or words of the row, with or without diacritics";
    find_hint: "Ví dụ: 4.2.1, hoặc: biểu mẫu 3 thủ tục", "For example: 4.2.1, or: form 3 procedures";
    find_found: "Các dòng tìm thấy", "Rows found";
    find_none: "Không có dòng nào như vậy. Thử gõ ít chữ hơn.", "There is no such row. Try fewer words.";
    find_count: "Tìm thấy {} dòng. Dùng ↑ ↓ rồi Enter để đến dòng đó.", "Rows found: {}. ↑ ↓ and Enter go there.";
    find_more: "Tìm thấy {} dòng, hiện {} dòng đầu. Gõ thêm chữ để thu hẹp.", "{} rows found, the first {} are shown. Type more to narrow it down.";

    said_row: "Dòng {}", "Row {}";
    said_mended: "{} không còn mâu thuẫn.", "{} has no contradiction any more.";
    title_errors: "Lỗi: {} – {}", "Errors: {} – {}";

    keys: "Phím tắt", "Keys";
    keys_signs: "Dùng / và ? làm phím tắt (tắt nếu nhập bằng giọng nói)", "Use / and ? as keys (turn off when you enter by voice)";

    not_found: "Không có trang này", "There is no such page";
    not_found_what: "Địa chỉ không đúng. Về trang chính để chọn báo cáo.", "The address is not right. Go to the home page to choose a report.";
    cannot_open: "Không mở được báo cáo", "The report cannot be opened";
    no_form: "Trang này không có bộ biểu mẫu mang mã nêu trong địa chỉ. Mở bộ biểu mẫu đó ở trang Bộ biểu mẫu trước.", "This page does not have the form set named in the address. Open that form set on the page Form sets first.";
    form_not_loaded: "Chưa tải được bộ biểu mẫu của báo cáo này. Kiểm tra đường truyền rồi tải lại trang (phím F5); số liệu đã lưu trên máy vẫn còn nguyên.", "The form set of this report could not be loaded. Check the connection and reload the page (F5); the figures saved on this machine are unharmed.";
    no_period: "Bộ biểu mẫu này không có kỳ báo cáo nêu trong địa chỉ.", "This form set does not have the period named in the address.";
    newer_record: "Báo cáo này do một phiên bản mới hơn của Biểu Mẫu lưu. Bản ghi được giữ nguyên; hãy mở bằng phiên bản mới hơn.", "This report was saved by a newer version of Biểu Mẫu. It is left as it is; open it with the newer version.";
    lost_elsewhere: "Trình duyệt đã mất một phần số liệu từng lưu của báo cáo này. Kiểm tra lại các ô, hoặc nhập lại từ tệp JSON đã xuất.", "The browser lost figures of this report that had been saved. Check the figures, or import an exported JSON file.";
    spoilt_record: "Bản ghi của báo cáo này không đọc được. Bản ghi được giữ nguyên và để riêng; có thể nhập lại từ tệp JSON đã xuất.", "The record of this report cannot be read. It is kept and set aside; you can import an exported JSON file.";

    tasks: "Nhiệm vụ", "Tasks";
    targets: "Chỉ tiêu", "Targets";
    consolidate: "Tổng hợp", "Consolidation";
    plan_not_loaded: "Chưa tải được dữ liệu kế hoạch. Kiểm tra kết nối mạng rồi tải lại trang.", "The data of the plans could not be loaded. Check the network connection and reload the page.";
    all: "Tất cả", "All";
    filter: "Lọc danh sách", "Filter the list";
    filter_search: "Tìm theo chữ (không cần dấu)", "Search (diacritics not needed)";
    filter_clear: "Bỏ lọc", "Clear the filter";

    tasks_title: "Danh mục nhiệm vụ", "Work list";
    tasks_choose: "Chọn danh mục và cơ quan, đơn vị để theo dõi nhiệm vụ.", "Choose a list and an agency to follow its tasks.";
    tasks_change: "Chọn danh mục khác hoặc cơ quan khác", "Choose another list or agency";
    tasks_list: "Danh mục", "List";
    tasks_open: "Mở danh mục", "Open the list";
    tasks_export: "Xuất danh mục (JSON)", "Export the list (JSON)";
    tasks_no_list: "Không có danh mục nhiệm vụ nêu trong địa chỉ.", "There is no work list of the name in the address.";
    tasks_spoilt: "Bản ghi của danh mục này không đọc được. Bản ghi được giữ nguyên và để riêng; có thể nhập lại từ tệp JSON đã xuất.", "The record of this list cannot be read. It is kept and set aside; you can import an exported JSON file.";
    tasks_lost: "Trình duyệt đã mất một phần nội dung từng lưu của danh mục này. Kiểm tra lại từng nhiệm vụ, hoặc nhập lại từ tệp JSON đã xuất.", "The browser lost something of this list that had been saved. Check the tasks, or import an exported JSON file.";
    tasks_newer: "Danh mục này do một phiên bản mới hơn của Biểu Mẫu lưu. Bản ghi được giữ nguyên; hãy mở bằng phiên bản mới hơn.", "This list was saved by a newer version of Biểu Mẫu. It is left as it is; open it with the newer version.";
    tasks_in_print: "Điểm cần lưu ý trong văn bản gốc", "What to know about the printed list";
    tasks_as_of: "Tính đến ngày", "As of";
    tasks_planned: "Đề ra trong kế hoạch", "Planned";
    tasks_completed: "Đã hoàn thành", "Completed";
    tasks_late: "Hoàn thành quá hạn", "Completed late";
    tasks_overdue: "Quá hạn, chưa hoàn thành", "Overdue, not completed";
    tasks_soon: "Đến hạn trong 30 ngày", "Due within 30 days";
    tasks_group: "Nhóm nhiệm vụ", "Group";
    tasks_lead: "Chủ trì", "Lead";
    tasks_with: "Phối hợp", "With";
    tasks_state: "Trạng thái", "State";
    tasks_deadline: "Thời hạn", "Deadline";
    tasks_task: "Nhiệm vụ", "Task";
    tasks_shown: "Hiện {} trên {} nhiệm vụ", "{} of {} tasks shown";
    tasks_empty: "Danh mục chưa có nhiệm vụ nào. Thêm nhiệm vụ theo kế hoạch của đơn vị ở bên dưới.", "The list has no task yet. Add the tasks of your plan below.";
    tasks_none_shown: "Không có nhiệm vụ nào khớp với bộ lọc.", "No task matches the filter.";
    state_not_started: "Chưa thực hiện", "Not started";
    state_in_progress: "Đang thực hiện", "In progress";
    state_done: "Đã hoàn thành", "Completed";
    state_dropped: "Đưa ra khỏi kế hoạch", "Taken out of the plan";
    tasks_details: "Ghi kết quả, ghi chú", "Result and note";
    tasks_product: "Sản phẩm", "Product";
    tasks_products: "Sản phẩm, thời hạn", "Products, deadlines";
    tasks_made: "Sản phẩm đã có", "What was made";
    tasks_number: "Số, ký hiệu", "Number";
    tasks_date: "Ngày ban hành, hoàn thành", "Day of issue, of completion";
    tasks_date_unread: "Chưa đọc được ngày; ghi dạng 09/3/2026. Chữ đã nhập được giữ nguyên.", "The day cannot be read; write it like 09/3/2026. What was typed is kept.";
    tasks_own_deadline: "Hạn của đơn vị", "The agency's own deadline";
    tasks_deadline_hint: "Trước 15/5/2026", "“Trước 15/5/2026”";
    tasks_last_day: "Ngày cuối: {}", "Last day: {}";
    tasks_stays_words: "Không ứng với ngày cụ thể nên không nhắc hạn.", "It names no day, so no deadline is counted.";
    tasks_was_late: "Hoàn thành quá hạn", "Completed late";
    tasks_days_over: "Quá hạn {} ngày", "{} days overdue";
    tasks_days_left: "Còn {} ngày", "{} days left";
    tasks_today: "Hôm nay là ngày cuối", "Due today";
    tasks_own: "Nhiệm vụ tự thêm", "Own task";
    tasks_own_mark: "Tự thêm", "Own";
    tasks_own_hint: "Nội dung nhiệm vụ", "What is to be done";
    tasks_own_title: "Thêm nhiệm vụ của đơn vị", "Add a task of your own";
    tasks_own_what: "Nhiệm vụ tự thêm được tính vào số đề ra khi đã có nội dung.", "An own task counts as planned once it has words.";
    tasks_add: "Thêm nhiệm vụ", "Add a task";
    tasks_remove: "Bỏ nhiệm vụ này", "Remove this task";
    tasks_removed: "Đã bỏ: {}.", "Removed: {}.";
    tasks_bring_back: "Lấy lại", "Bring it back";
    tasks_import_replaces: "Nhập tệp sẽ thay phần theo dõi danh mục này của đơn vị trên máy bằng nội dung trong tệp.", "Importing replaces what this machine keeps of the agency's list with what is in the file.";
    tasks_import_none: "Giống hệt danh mục trên máy này.", "The same as on this machine.";
    tasks_import_changes: "Các nhiệm vụ sẽ thay đổi", "Tasks that would change";
    undo: "Hoàn tác", "Undo";
    redo: "Làm lại", "Redo";
    undo_of: "Hoàn tác: {} (Ctrl+Z)", "Undo: {} (Ctrl+Z)";
    redo_of: "Làm lại: {} (Ctrl+Y)", "Redo: {} (Ctrl+Y)";
    undo_none: "Không có gì để hoàn tác", "Nothing to undo";
    redo_none: "Không có gì để làm lại", "Nothing to redo";
    undone: "Đã hoàn tác: {}.", "Undone: {}.";
    redone: "Đã làm lại: {}.", "Redone: {}.";
    undo_left: "{} chỗ đã được sửa ở cửa sổ khác nên giữ nguyên.", "{} places were changed in another window and stay as they are.";
    clear: "Xóa số liệu của biểu này", "Clear the figures of this sheet";
    cleared: "Đã xóa {} số liệu của biểu; ghi chú được giữ. Nhấn Ctrl+Z để lấy lại.", "{} figures of the sheet cleared; notes are kept. Press Ctrl+Z to bring them back.";
    clear_nothing: "Biểu này không có số liệu để xóa.", "This sheet has no figures to clear.";
    changes: "Nhật ký thay đổi", "Change log";
    offer: "{}", "{}";
    offer_agrees: "{}, khớp với số đã nhập", "{}, the same as entered";
    offer_differs: "{}, khác số đã nhập", "{}, not what is entered";
    offer_take: "Lấy số này", "Take this figure";

    targets_what: "Mức phải đạt theo các kế hoạch, và số liệu của các báo cáo trên máy này. Lời chỉ tiêu trích nguyên văn tiếng Việt.", "What the plans demand, and the figures of the reports on this machine. The words of the targets are quoted in Vietnamese.";
    targets_document: "Kế hoạch", "Plan";
    targets_verdict: "Kết quả", "Result";
    targets_shown: "Hiện {} trên {} chỉ tiêu", "{} of {} targets shown";
    targets_by: "đến", "by";
    targets_against: "so với", "against";
    targets_no_row: "Không có dòng biểu mẫu nào trả lời chỉ tiêu này.", "No row of a form answers this target.";
    targets_no_report: "Chưa có báo cáo nào trên máy này có dòng trả lời chỉ tiêu này.", "No report on this machine has the row that answers this target.";
    targets_before: "Trước năm của chỉ tiêu", "Before the year of the target";
    targets_table: "Bảng số liệu qua các kỳ", "Table of the periods";
    mark: "mức phải đạt", "the mark is";
    verdict_reached: "Đã đạt", "Reached";
    verdict_not_yet: "Chưa đạt", "Not yet";
    verdict_cannot_tell: "Chưa kết luận được", "Cannot tell";
    verdict_no_report: "Chưa có báo cáo trên máy này", "No report on this machine";
    verdict_no_row: "Không có dòng biểu mẫu", "No row of a form";
}
