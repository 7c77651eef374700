//! The fields of the letter that a report leaves with: what stands above and below its running text on paper (Nghị định
//! 30/2020/NĐ-CP, Phụ lục I). They are kept among the report's paragraphs under ids of their own, which no heading may
//! have; those that belong to the agency rather than to the period go over into the next report.

use crate::words::Phrase;

/// What the ids of all fields begin with.
const PREFIX: &str = "letter.";

/// The agency above the one that reports, `UBND TỈNH SƠN LA`: left above, not bold.
pub const PARENT: &str = "letter.parent";
/// What stands behind the number, `BC-VPUB`.
pub const SYMBOL: &str = "letter.symbol";
/// Where it is written, `Sơn La`: before the date.
pub const PLACE: &str = "letter.place";
/// What the report is about, in the place of what the form set says.
pub const SUBJECT: &str = "letter.subject";
/// The grounds and the agency, before section I, in the place of what the form set says.
pub const OPENING: &str = "letter.opening";
/// To whom it goes, one a line.
pub const ADDRESSEE: &str = "letter.addressee";
/// Who gets it (Nơi nhận), one a line.
pub const RECIPIENTS: &str = "letter.recipients";
/// The running text of a report whose form set has no headings.
pub const BODY: &str = "letter.body";
/// In whose name and as what it is signed, one a line: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
pub const TITLE: &str = "letter.title";
/// Who signs it.
pub const SIGNER: &str = "letter.signer";

/// What stands behind the id of a heading under which the sentences of the form set are left out.
pub const ALONE: &str = "#alone";

/// A field of the letter.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its id among the paragraphs.
    pub id: &'static str,
    /// Its name, Vietnamese and English.
    name: (&'static str, &'static str),
    /// Whether it may have several lines.
    pub has_lines: bool,
    /// Whether it holds for the next report of the agency too.
    pub stays: bool,
}

impl Field {
    /// Its name, for people.
    pub fn name(&self) -> Phrase {
        Phrase::new(self.name.0, self.name.1)
    }
}

/// Every field, in the order of the paper.
pub const FIELDS: [Field; 10] = [
    field(PARENT, ("Cơ quan chủ quản", "Parent agency"), false, true),
    field(
        SYMBOL,
        ("Ký hiệu văn bản", "Symbol of the document"),
        false,
        true,
    ),
    field(PLACE, ("Địa danh", "Place"), false, true),
    field(SUBJECT, ("Trích yếu", "Subject"), false, false),
    field(ADDRESSEE, ("Kính gửi", "Addressed to"), true, true),
    field(OPENING, ("Lời mở đầu", "Opening"), true, false),
    field(
        BODY,
        ("Nội dung báo cáo", "Text of the report"),
        true,
        false,
    ),
    field(
        TITLE,
        (
            "Quyền hạn, chức vụ người ký",
            "Authority and title of the signer",
        ),
        true,
        true,
    ),
    field(
        SIGNER,
        ("Họ tên người ký", "Name of the signer"),
        false,
        true,
    ),
    field(RECIPIENTS, ("Nơi nhận", "Recipients"), true, true),
];

const fn field(
    id: &'static str,
    name: (&'static str, &'static str),
    has_lines: bool,
    stays: bool,
) -> Field {
    Field {
        id,
        name,
        has_lines,
        stays,
    }
}

/// Whether an id is one of the letter, known here or not; no heading may have it.
pub fn is_of_letter(id: &str) -> bool {
    id.starts_with(PREFIX)
}

/// Under what it is kept that the sentences of the form set are left out below a heading.
pub fn alone(heading: &str) -> String {
    format!("{heading}{ALONE}")
}

/// The field of an id.
pub fn of(id: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.id == id)
}
