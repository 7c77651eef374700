//! A file comes in: read, compared, told; nothing changes until the officer has seen what would.

use super::aside::{Aside, asides_of_import};
use super::compare::{Change, TextChange, changes_of, texts_of};
use crate::form::Form;
use crate::format::{Claims, Complaint, read_exchanged};
use crate::formula::Reason;
use crate::gather;
use crate::number::write;
use crate::plan::TaskBook;
use crate::report::{Derived, Entry, Report, Session, State};
use crate::words::{Language, Phrase, filled};

/// A file that was read: a report, and what the file claims about computed things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The report.
    pub report: Report,
    /// The agency's copies of work lists that travel with it.
    pub books: Vec<TaskBook>,
    claims: Claims,
}

impl Source {
    /// The report with the reasons that the officer gave; the document has them beside its findings.
    pub fn with_reasons(&self) -> Report {
        let mut report = self.report.clone();
        for claimed in &self.claims.findings {
            if let Some(reason) = &claimed.reason {
                let mut key = claimed.rule.clone();
                for row in &claimed.rows {
                    key.push(' ');
                    key.push_str(row);
                }
                report.reasons.insert(key, reason.clone());
            }
        }
        report
    }

    /// The digest that the document carries.
    pub fn digest(&self) -> &str {
        &self.claims.digest
    }

    /// The digest that the document has.
    pub fn digest_found(&self) -> &str {
        &self.claims.digest_found
    }
}

/// Something in a file that does not agree with what is computed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The file was changed after it was made: its digest does not fit.
    Digest,
    /// A computed value is another here.
    Derived {
        /// The row.
        row: String,
        /// As the file says.
        claimed: String,
        /// As it is computed here.
        computed: String,
    },
    /// The file lists findings that are not found here, or lacks some that are.
    Findings {
        /// In the file, not here.
        only_claimed: Vec<String>,
        /// Here, not in the file.
        only_found: Vec<String>,
    },
    /// Rows that this form does not have. They are kept.
    UnknownRows(Vec<String>),
    /// Headings and computed rows for which the file has an entry. A ratio with parts is never typed, so these
    /// entries are left out.
    NotEntered(Vec<String>),
    /// The file says that the report is complete, but something stands against it: how many things. The report comes in
    /// as a draft.
    NotComplete(usize),
    /// The file was made with another version of the form set.
    Version {
        /// As the file says.
        file: u32,
        /// Of the form set that is open.
        here: u32,
    },
}

impl Difference {
    /// The difference in words. Rows are named as the form prints them.
    pub fn words(&self, form: &Form) -> Phrase {
        match self {
            Difference::Digest => Phrase::new(
                "Mã kiểm tra không khớp: tệp đã bị sửa sau khi xuất. Đối chiếu từng số liệu với đơn vị gửi trước khi nhập.",
                "The digest does not match: the file was changed after it was exported. Compare the figures with the sender before importing.",
            ),
            Difference::Derived {
                row,
                claimed,
                computed,
            } => {
                let address = form
                    .cell(row)
                    .map_or_else(|| Phrase::new(row, row), |cell| form.address(cell));
                let said = |template: &str, language: Language| {
                    let (claimed, computed) = (
                        reason_said(claimed, language),
                        reason_said(computed, language),
                    );
                    filled(template, &[address.text(language), &claimed, &computed])
                };
                Phrase::new(
                    said(
                        "{}: tệp ghi “{}”, tính lại được “{}”. Trang này dùng giá trị tính lại.",
                        Language::Vi,
                    ),
                    said(
                        "{}: the file says “{}”, computed anew it is “{}”. The page uses the computed value.",
                        Language::En,
                    ),
                )
            }
            Difference::Findings {
                only_claimed,
                only_found,
            } => Phrase::said(
                "Kết quả kiểm tra ghi trong tệp khác với kết quả kiểm tra lại: {} điểm chỉ có trong tệp, {} điểm chỉ thấy khi kiểm tra lại. Trang này dùng kết quả kiểm tra lại.",
                "The findings in the file differ from those found here: {} only in the file, {} only found here. The page uses those found here.",
                &[
                    &only_claimed.len().to_string(),
                    &only_found.len().to_string(),
                ],
            ),
            Difference::UnknownRows(rows) => Phrase::said(
                "Bộ biểu mẫu không có các dòng sau; số liệu của chúng được giữ nguyên nhưng không hiển thị: {}.",
                "The form set does not have these rows; their figures are kept but not shown: {}.",
                &[&rows.join(", ").to_string()],
            ),
            Difference::NotEntered(rows) => Phrase::said(
                "Các dòng sau do trang tự tính hoặc là tiêu đề; số liệu ghi sẵn trong tệp bị bỏ qua: {}.",
                "These rows are computed or are headings; the figures that the file has for them are left out: {}.",
                &[&rows.join(", ")],
            ),
            Difference::NotComplete(outstanding) => Phrase::said(
                "Tệp ghi báo cáo đã hoàn thành, nhưng khi kiểm tra lại còn {} việc phải làm. Báo cáo được nhập ở trạng thái đang điền.",
                "The file says that the report is complete, but {} things are still to be done. The report comes in as a draft.",
                &[&outstanding.to_string()],
            ),
            Difference::Version { file, here } => Phrase::said(
                "Tệp được lập theo phiên bản {} của bộ biểu mẫu; trang này dùng phiên bản {}.",
                "The file was made with version {} of the form set; this page uses version {}.",
                &[&file.to_string(), &here.to_string()],
            ),
        }
    }
}

/// A shown value, with the word of its reason, if it has one, as people say it.
fn reason_said(shown: &str, language: Language) -> String {
    let code = shown
        .strip_prefix("— (")
        .and_then(|rest| rest.strip_suffix(')'));
    match code.and_then(Reason::from_code) {
        Some(reason) => format!("— {}", language.pick(reason.words().0, reason.words().1)),
        None => shown.to_owned(),
    }
}

/// What an import would do.
#[derive(Debug)]
pub struct Preview {
    /// The report as it would stand.
    pub report: Report,
    /// The rows that would change against what is kept here.
    pub changes: Vec<Change>,
    /// What is written in words and would change.
    pub texts: Vec<TextChange>,
    /// What else would change.
    pub asides: Vec<Aside>,
    /// What does not agree.
    pub differences: Vec<Difference>,
}

/// Reads a file.
///
/// # Errors
/// Every place where it is not a report document.
pub fn read_source(text: &str) -> Result<Source, Vec<Complaint>> {
    let (report, claims, books) = read_exchanged(text)?;
    Ok(Source {
        report,
        books,
        claims,
    })
}

/// Compares a file with what is computed from it, and with the report of the same agency and period that is kept
/// here, where there is one. `incoming` is the file's report opened on the same form.
pub fn preview(source: &Source, incoming: &Session, here: Option<&Report>) -> Preview {
    let form = &incoming.form().form;
    let mut report = Report {
        reasons: source.with_reasons().reasons,
        ..incoming.report().clone()
    };
    let computed = not_entered(incoming);
    for row in &computed {
        if let Some(filled) = report.entries.get_mut(row) {
            filled.put(Entry::Blank);
        }
    }
    report.entries.retain(|_, filled| !filled.is_empty());
    let changes = changes_of(form, here, &report);
    let texts = texts_of(incoming, here, &report);
    let mut differences = differences(source, incoming);
    if report.state == State::Complete {
        let outstanding = Session::open(incoming.form().clone(), report.clone()).outstanding();
        if !outstanding.is_empty() {
            report.state = State::Draft;
            differences.push(Difference::NotComplete(outstanding.len()));
        }
    }
    Preview {
        asides: asides_of_import(form, here, &report),
        differences,
        changes,
        texts,
        report,
    }
}

/// The rows of a report that have an entry although they take none.
fn not_entered(incoming: &Session) -> Vec<String> {
    let form = &incoming.form().form;
    let report = incoming.report();
    let takes_none = |id: &&String| {
        let row = form.cell(id).and_then(|cell| form.row(cell));
        row.is_some_and(|row| !row.is_entry())
    };
    report
        .entries
        .iter()
        .filter(|(_, filled)| filled.entry != Entry::Blank)
        .map(|(id, _)| id)
        .filter(takes_none)
        .cloned()
        .collect()
}

fn differences(source: &Source, incoming: &Session) -> Vec<Difference> {
    let mut differences = differences_of_figures(source, incoming);
    differences.extend(difference_of_findings(source, incoming));
    differences
}

/// What does not agree, but for findings.
pub fn differences_of_figures(source: &Source, incoming: &Session) -> Vec<Difference> {
    let form = &incoming.form().form;
    let claims = &source.claims;
    let mut differences = Vec::new();
    if claims.digest != claims.digest_found {
        differences.push(Difference::Digest);
    }
    if source.report.form.version != form.version {
        differences.push(Difference::Version {
            file: source.report.form.version,
            here: form.version,
        });
    }
    let strangers: Vec<String> = source
        .report
        .entries
        .keys()
        .filter(|id| form.cell(id).is_none())
        .cloned()
        .collect();
    if !strangers.is_empty() {
        differences.push(Difference::UnknownRows(strangers));
    }
    let computed = not_entered(incoming);
    if !computed.is_empty() {
        differences.push(Difference::NotEntered(computed));
    }
    for (row, claimed) in &claims.derived {
        let computed = form
            .cell(row)
            .and_then(|cell| super::stated(incoming, cell))
            .map(stated_value);
        if computed.as_ref() != Some(claimed) {
            differences.push(Difference::Derived {
                row: row.clone(),
                claimed: shown(claimed),
                computed: computed.as_ref().map_or_else(|| String::from("—"), shown),
            });
        }
    }
    let claimed_rows = gather::set(claims.derived.iter().map(|(row, _)| row.as_str()));
    for cell in form.cells() {
        if let (Some(row), Some(derived)) = (form.row(cell), super::stated(incoming, cell))
            && !claimed_rows.contains(row.id.as_str())
        {
            differences.push(Difference::Derived {
                row: row.id.clone(),
                claimed: String::from("—"),
                computed: shown(&stated_value(derived)),
            });
        }
    }
    differences
}

fn difference_of_findings(source: &Source, incoming: &Session) -> Option<Difference> {
    let form = &incoming.form().form;
    let name = |rule: &str, rows: &[String]| format!("{rule} ({})", rows.join(", "));
    // What is found over time depends on the other reports of a machine, not on the file.
    let rules = incoming.form().rules().rules();
    let of_file = |id: &str| {
        !rules
            .iter()
            .any(|rule| rule.id == id && rule.is_over_time())
    };
    let stated = source.claims.findings.iter();
    let stated = stated.filter(|finding| of_file(&finding.rule));
    let claimed = gather::set(stated.map(|finding| name(&finding.rule, &finding.rows)));
    let made = incoming.findings();
    let made = made.iter().filter(|finding| of_file(&finding.rule));
    let found = gather::set(made.map(|finding| {
        let rows: Vec<String> = finding
            .cells
            .iter()
            .filter_map(|cell| Some(form.row(*cell)?.id.clone()))
            .collect();
        name(&finding.rule, &rows)
    }));
    (claimed != found).then(|| Difference::Findings {
        only_claimed: claimed.difference(&found).cloned().collect(),
        only_found: found.difference(&claimed).cloned().collect(),
    })
}

/// A computed value as documents state it.
fn stated_value(derived: &Derived) -> Result<String, String> {
    match derived.value {
        Ok(number) => Ok(number.canonical()),
        Err(reason) => Err(reason.code().to_owned()),
    }
}

fn shown(value: &Result<String, String>) -> String {
    match value {
        Ok(number) => {
            crate::number::Decimal::parse_canonical(number).map_or_else(|| number.clone(), write)
        }
        Err(reason) => format!("— ({reason})"),
    }
}

/// An entry as the preview shows it. The words for blank and not applicable are the page's.
pub fn entry_shown(entry: &Entry, language: Language) -> String {
    match entry {
        Entry::Blank => language.pick("(để trống)", "(blank)").to_owned(),
        Entry::Number(number) => write(*number),
        Entry::Choice(text) | Entry::Text(text) => text.clone(),
        Entry::NotApplicable => language
            .pick("Không phát sinh", "Not applicable")
            .to_owned(),
        Entry::Unreadable(text) => format!("“{text}”"),
    }
}
