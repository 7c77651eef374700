//! What the preview says, in words of both languages.

use super::found::Doubt;
use super::plan::{Aside, How, PastePlan, Planned, Why, apply, copy_of};
use super::way::{Choice, Way};
use crate::exchange::table::{Block, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_SIGNS};
use crate::form::Form;
use crate::gather;
use crate::number::{Meaning, write};
use crate::report::{Entry, Session, Severity};
use crate::words::{Language, Phrase};

/// What a paste would find and mend.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Findings that would come, errors first. Texts that cannot be read are told beside their rows instead.
    pub come: Vec<(Severity, Phrase)>,
    /// How many would go.
    pub go: usize,
}

/// The findings that would come and go if these rows were put.
pub fn findings(session: &Session, plan: &PastePlan, wanted: &[bool]) -> Findings {
    let mut copy = copy_of(session);
    apply(&mut copy, plan, wanted);
    let form = &session.form().form;
    let of =
        |session: &Session| gather::set(session.findings().iter().map(|found| found.key(form)));
    let (before, after) = (of(session), of(&copy));
    let mut found = Findings {
        come: Vec::new(),
        go: before.difference(&after).count(),
    };
    for finding in copy.findings() {
        if finding.rule != crate::report::rules::UNREADABLE && !before.contains(&finding.key(form))
        {
            let message = |language| finding.placed_message(form, session.form().rules(), language);
            let said = Phrase::new(message(Language::Vi), message(Language::En));
            found.come.push((finding.severity, said));
        }
    }
    found
}

/// How much a paste would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// Rows that would change and can be read.
    pub changed: usize,
    /// Rows whose text cannot be read, and would be kept as it stands.
    pub unreadable: usize,
    /// Rows that stay as they are.
    pub same: usize,
    /// Texts that go nowhere, and rows that were not ticked.
    pub left_out: usize,
}

/// Counts what becomes of every text of the table.
pub fn title(plan: &PastePlan, wanted: &[bool]) -> Title {
    let mut title = Title {
        left_out: plan.aside.len(),
        ..Title::default()
    };
    for (row, wanted) in plan.rows.iter().zip(wanted) {
        match (wanted, row.changes(), row.is_unreadable()) {
            (false, _, _) => title.left_out += 1,
            (true, false, _) => title.same += 1,
            (true, true, true) => title.unreadable += 1,
            (true, true, false) => title.changed += 1,
        }
    }
    title
}

impl Title {
    /// `Dán 12 ô: 9 thay đổi, 1 không đọc được, 2 bỏ qua`.
    pub fn words(&self) -> Phrase {
        let all = self.changed + self.unreadable + self.same + self.left_out;
        let counts = [
            (self.changed, "{} thay đổi", "{} changed"),
            (self.unreadable, "{} không đọc được", "{} cannot be read"),
            (self.same, "{} giữ nguyên", "{} unchanged"),
            (self.left_out, "{} bỏ qua", "{} left out"),
        ];
        let mut said = Phrase::said("Dán {} ô", "Paste {} cells", &[&all.to_string()]);
        let mut mark = ": ";
        for (count, vi, en) in counts {
            if count > 0 {
                let counted = Phrase::said(vi, en, &[&count.to_string()]);
                said.vi.push_str(mark);
                said.vi.push_str(&counted.vi);
                said.en.push_str(mark);
                said.en.push_str(&counted.en);
                mark = ", ";
            }
        }
        said
    }
}

impl Planned {
    /// What should be known of the row before it is put; none where all is plain.
    pub fn words(&self) -> Option<Phrase> {
        let figure = match &self.after.entry {
            Entry::Number(number) => write(*number),
            _ => self.text.clone(),
        };
        let doubt = self.doubt.map(|doubt| match doubt {
            Doubt::OtherLabel => Phrase::new(
                "Trùng mã nhưng khác tên chỉ tiêu; chỉ dán nếu đúng là dòng này.",
                "The code is the same but the name is another; paste only if it is this row.",
            ),
            Doubt::OtherCode => Phrase::new(
                "Gần đúng tên chỉ tiêu nhưng khác mã; chỉ dán nếu đúng là dòng này.",
                "The name is nearly the same but the code is another; paste only if it is this row.",
            ),
            Doubt::EitherMark => Phrase::said(
                "Tệp này có số viết dấu chấm thập phân, nên “{}” có thể là số khác; chỉ dán nếu đúng là {}.",
                "This file has figures with decimal points, so “{}” may be another number; paste only if it is {}.",
                &[&self.text, &figure],
            ),
        });
        let how = match &self.how {
            How::Plain | How::NoteOnly => None,
            How::Understood(number) => Some(Phrase::said(
                "“{}” hiểu là {}.",
                "“{}” is read as {}.",
                &[&self.text, &write(*number)],
            )),
            How::Chosen(code) => Some(Phrase::said(
                "“{}” ứng với lựa chọn {}.",
                "“{}” is option {}.",
                &[&self.text, code],
            )),
            How::Asked(meanings) => Some(asked(meanings)),
            How::Unreadable => Some(Phrase::new(
                "Không đọc được; nếu dán sẽ giữ nguyên chữ và đánh dấu để sửa.",
                "Cannot be read; if pasted it is kept as it stands and marked.",
            )),
            How::NotApplicable => Some(Phrase::new(
                "Hiểu là không phát sinh.",
                "Read as not applicable.",
            )),
            How::Empty => Some(Phrase::new(
                "Ô trong bảng để trống; chỉ xóa số đang có khi được đánh dấu chọn.",
                "The cell of the table is empty; the figure is only cleared if this is ticked.",
            )),
        };
        match (doubt, how) {
            (Some(doubt), Some(how)) => Some(Phrase::new(
                [doubt.vi, how.vi].join(" "),
                [doubt.en, how.en].join(" "),
            )),
            (doubt, how) => doubt.or(how),
        }
    }
}

fn asked(meanings: &[Meaning]) -> Phrase {
    let said = |language: Language| {
        let meanings = meanings.iter().map(|meaning| match meaning {
            Meaning::Number(number) => write(*number),
            Meaning::NotApplicable => language
                .pick("không phát sinh", "not applicable")
                .to_owned(),
            Meaning::Blank => language.pick("để trống", "blank").to_owned(),
        });
        let meanings: Vec<String> = meanings.collect();
        meanings.join(language.pick(" hay ", " or "))
    };
    Phrase::new(
        ["Chưa rõ nghĩa, sẽ hỏi lại ở ô: ", &said(Language::Vi), "?"].concat(),
        [
            "Not clear, will be asked at the row: ",
            &said(Language::En),
            "?",
        ]
        .concat(),
    )
}

impl Aside {
    /// Where the text would have gone: the line of the form, or how the table names it.
    pub fn place(&self, form: &Form) -> Phrase {
        match self.cell {
            Some(cell) => form.address(cell),
            None => Phrase::of_figure(&self.named),
        }
    }

    /// Why it goes nowhere.
    pub fn words(&self) -> Phrase {
        match &self.why {
            Why::Heading => Phrase::new(
                "Dòng tiêu đề, không có số liệu.",
                "A heading, it has no figure.",
            ),
            Why::Computed {
                value: Ok(value),
                agrees: true,
            } => Phrase::said(
                "Dòng tự tính: tính được {}, khớp với bảng dán.",
                "Computed: {}, the same as in the table.",
                &[&write(*value)],
            ),
            Why::Computed {
                value: Ok(value), ..
            } => Phrase::said(
                "Dòng tự tính: bản dán {} – tính được {}.",
                "Computed: the table says {}, computed is {}.",
                &[&self.text, &write(*value)],
            ),
            Why::Computed {
                value: Err(reason), ..
            } => {
                let (vi, en) = reason.words();
                Phrase::new(
                    [
                        "Dòng tự tính: bản dán ",
                        &self.text,
                        " – chưa tính được: ",
                        vi,
                        ".",
                    ]
                    .concat(),
                    [
                        "Computed: the table says ",
                        &self.text,
                        ", no value is computed: ",
                        en,
                        ".",
                    ]
                    .concat(),
                )
            }
            Why::NoLine => Phrase::new(
                "Không tìm thấy dòng có mã hoặc tên này.",
                "No row has this code or name.",
            ),
            Why::Twice => Phrase::new(
                "Bảng có hai hàng cùng ứng với dòng này; đã lấy hàng trước.",
                "Two rows of the table answer this row; the first was taken.",
            ),
            Why::Beyond => Phrase::new(
                "Quá dòng cuối của biểu.",
                "Beyond the last row of the sheet.",
            ),
        }
    }
}

impl Choice {
    /// The way in words, for a choice between several.
    pub fn words(&self) -> Phrase {
        let way = match self.way {
            Way::ByName => Phrase::new("Theo mã và tên chỉ tiêu", "By code and name"),
            Way::EveryLine => Phrase::new(
                "Theo vị trí, bảng có cả dòng tiêu đề và dòng tự tính",
                "By place, headings and computed rows included",
            ),
            Way::TypedLines => Phrase::new(
                "Theo vị trí, bảng chỉ có các dòng phải nhập",
                "By place, only rows that are typed",
            ),
        };
        if self.name.is_empty() {
            return way;
        }
        Phrase::new(
            [&way.vi, ", lấy cột “", &self.name, "”"].concat(),
            [&way.en, ", column “", &self.name, "”"].concat(),
        )
    }
}

/// What was left out of the tables before they were compared with the form.
pub fn shortened(blocks: &[Block]) -> Vec<Phrase> {
    let mut said = Vec::new();
    if blocks.iter().any(|block| block.cut) {
        said.push(Phrase::said(
            "Bảng quá lớn nên chưa đọc hết: chỉ đọc {} trang tính đầu, mỗi bảng {} hàng và {} cột đầu, mỗi ô không quá {} chữ.",
            "There is too much to be read whole: only the first {} worksheets, {} rows and {} columns of a table, and {} letters of a cell are read.",
            &[
                &MAX_SHEETS.to_string(),
                &MAX_ROWS.to_string(),
                &MAX_COLUMNS.to_string(),
                &MAX_SIGNS.to_string(),
            ],
        ));
    }
    let hidden: usize = blocks.iter().map(|block| block.hidden).sum();
    if hidden > 0 {
        said.push(Phrase::said(
            "Có {} hàng ẩn trong bảng; hàng ẩn không được dán.",
            "{} rows are hidden in the table; hidden rows are not pasted.",
            &[&hidden.to_string()],
        ));
    }
    said
}
