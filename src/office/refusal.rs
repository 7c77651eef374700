//! Why a file is not read, and what to do then.

use super::sniff::Sort;
use crate::words::Phrase;

/// The most bytes of a file that is read: 16 MB. A filled form has a few tens of kilobytes.
pub const MAX_FILE: usize = 16 * 1024 * 1024;

/// What stands against reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has more than [`MAX_FILE`] bytes, or half of that as a web page or CSV.
    TooLarge,
    /// It is of a sort that is not read here.
    Sort(Sort),
    /// It ends too early, or its parts do not agree with each other.
    Damaged,
    /// Its parts are locked with a password.
    Locked,
    /// Unpacked it would be too large, or it has too many parts: a trap, or no form.
    Swollen,
    /// It holds what no office program writes: two parts of one name, a path that leads out, entities of its own.
    Suspicious,
    /// It is an archive, but neither a workbook nor a document.
    OtherArchive,
    /// It is a table or a text of OpenDocument, `.ods` or `.odt`.
    OpenDocument,
    /// It is a workbook of Excel in the binary manner, `.xlsb`.
    BinaryWorkbook,
    /// It is a presentation.
    Presentation,
    /// Its texts are in an encoding that is not read.
    Encoding,
    /// It has no table and no text.
    Nothing,
}

impl Refusal {
    /// The sentence: what the file is, then what to do.
    pub fn words(self) -> Phrase {
        let (vi, en) = match self {
            Refusal::TooLarge => (
                "Tệp quá lớn nên không đọc (tối đa 16 MB; CSV và trang web tối đa 8 MB). Hãy xóa bớt hình ảnh và trang tính không cần, lưu lại rồi mở lại.",
                "The file is too large and is not read (at most 16 MB; CSV and web pages at most 8 MB). Remove pictures and worksheets that are not needed, save it and open it again.",
            ),
            Refusal::Sort(sort) => return of_sort(sort),
            Refusal::Damaged => (
                "Tệp bị hỏng hoặc chưa tải xong nên không đọc được. Hãy mở bằng Excel hoặc Word, lưu lại rồi mở lại; nếu chương trình đó cũng không mở được, hãy xin lại tệp.",
                "The file is damaged or was not downloaded completely. Open it in Excel or Word, save it and open it again; if they cannot open it either, ask for the file once more.",
            ),
            Refusal::Locked => (
                "Tệp có mật khẩu nên không đọc được. Hãy mở bằng Excel hoặc Word, bỏ mật khẩu, lưu lại rồi mở lại.",
                "The file is protected with a password. Open it in Excel or Word, remove the password, save it and open it again.",
            ),
            Refusal::Swollen => (
                "Bên trong tệp quá lớn nên không đọc, để máy khỏi bị treo. Hãy chép riêng các bảng số liệu sang một tệp mới rồi mở tệp đó.",
                "The content of the file is too large and is not read, so that the computer does not hang. Copy the tables of figures into a new file and open that one.",
            ),
            Refusal::Suspicious => (
                "Tệp có phần bất thường mà Excel và Word không bao giờ tạo ra nên không đọc, vì lý do an toàn. Hãy mở bằng Excel hoặc Word, lưu lại rồi mở lại.",
                "The file holds something that Excel and Word never write and is not read, to be safe. Open it in Excel or Word, save it and open it again.",
            ),
            Refusal::OtherArchive => (
                "Tệp nén này không phải là bảng tính Excel hay văn bản Word. Nếu bên trong có tệp .xlsx hoặc .docx, hãy giải nén rồi mở tệp đó.",
                "This archive is no Excel workbook and no Word document. If there is an .xlsx or .docx in it, unpack it and open that file.",
            ),
            Refusal::OpenDocument => (
                "Đây là tệp OpenDocument (.ods hoặc .odt). Lưu lại dưới dạng .xlsx hoặc .docx rồi mở lại.",
                "This is an OpenDocument file (.ods or .odt). Save it as .xlsx or .docx and open it again.",
            ),
            Refusal::BinaryWorkbook => (
                "Đây là bảng tính Excel dạng nhị phân (.xlsb). Lưu lại dưới dạng .xlsx rồi mở lại.",
                "This is a binary Excel workbook (.xlsb). Save it as .xlsx and open it again.",
            ),
            Refusal::Presentation => (
                "Đây là tệp trình chiếu. Chỉ đọc được bảng tính .xlsx, văn bản .docx, tệp .csv và tệp .json của trang này.",
                "This is a presentation. Only workbooks (.xlsx), documents (.docx), .csv and the .json files of this page are read.",
            ),
            Refusal::Encoding => (
                "Chữ trong tệp được ghi theo bảng mã không đọc được. Hãy lưu lại dưới dạng .xlsx, .docx hoặc CSV UTF-8 rồi mở lại.",
                "The text of the file is in an encoding that cannot be read. Save it as .xlsx, .docx or CSV UTF-8 and open it again.",
            ),
            Refusal::Nothing => (
                "Trong tệp không có bảng và cũng không có chữ nào.",
                "There is no table and no text in the file.",
            ),
        };
        Phrase::new(vi, en)
    }
}

impl From<Refusal> for Phrase {
    fn from(refusal: Refusal) -> Phrase {
        refusal.words()
    }
}

fn of_sort(sort: Sort) -> Phrase {
    let (vi, en) = match sort {
        Sort::Empty => (
            "Tệp rỗng, không có gì để đọc.",
            "The file is empty; there is nothing to read.",
        ),
        Sort::OldExcel => (
            "Đây là tệp Excel kiểu cũ (.xls). Lưu lại dưới dạng .xlsx rồi mở lại.",
            "This is a file of an old Excel (.xls). Save it as .xlsx and open it again.",
        ),
        Sort::OldWord => (
            "Đây là tệp Word kiểu cũ (.doc). Lưu lại dưới dạng .docx rồi mở lại.",
            "This is a file of an old Word (.doc). Save it as .docx and open it again.",
        ),
        Sort::OldOffice => (
            "Đây là tệp Office kiểu cũ. Lưu lại dưới dạng .xlsx hoặc .docx rồi mở lại.",
            "This is a file of an old Office. Save it as .xlsx or .docx and open it again.",
        ),
        Sort::Locked => return Refusal::Locked.words(),
        Sort::RichText => (
            "Đây là tệp RTF, dù tên có thể là .doc. Mở bằng Word, lưu lại dưới dạng .docx rồi mở lại.",
            "This is a rich text file, although it may be called .doc. Open it in Word, save it as .docx and open it again.",
        ),
        Sort::Html => (
            "Đây là trang web, dù tên có thể là .xls. Mở bằng Excel, lưu lại dưới dạng .xlsx rồi mở lại.",
            "This is a web page, although it may be called .xls. Open it in Excel, save it as .xlsx and open it again.",
        ),
        Sort::WebArchive => (
            "Đây là trang web lưu thành một tệp, dù tên có thể là .xls hoặc .doc. Mở bằng Excel hoặc Word, lưu lại dưới dạng .xlsx hoặc .docx rồi mở lại.",
            "This is a web page saved as one file, although it may be called .xls or .doc. Open it in Excel or Word, save it as .xlsx or .docx and open it again.",
        ),
        Sort::ExcelXml => (
            "Đây là bảng tính Excel 2003 dạng XML. Lưu lại dưới dạng .xlsx rồi mở lại.",
            "This is a workbook of Excel 2003 as XML. Save it as .xlsx and open it again.",
        ),
        Sort::WordXml => (
            "Đây là văn bản Word 2003 dạng XML. Lưu lại dưới dạng .docx rồi mở lại.",
            "This is a document of Word 2003 as XML. Save it as .docx and open it again.",
        ),
        Sort::Pdf => (
            "Đây là tệp PDF; số liệu trong PDF không đọc được ở đây. Hãy mở tệp .xlsx hoặc .docx mà từ đó tạo ra PDF.",
            "This is a PDF; its figures cannot be read here. Open the .xlsx or .docx from which it was made.",
        ),
        Sort::Picture => (
            "Đây là hình ảnh; số liệu trong hình không đọc được ở đây. Hãy mở tệp .xlsx hoặc .docx.",
            "This is a picture; figures in pictures cannot be read here. Open an .xlsx or .docx.",
        ),
        Sort::Packed => (
            "Đây là tệp nén. Hãy giải nén rồi mở tệp .xlsx, .docx, .csv hoặc .json bên trong.",
            "This is an archive. Unpack it and open the .xlsx, .docx, .csv or .json in it.",
        ),
        // The others are read, where the place that asks for a file takes them.
        Sort::Zip | Sort::Json | Sort::Text | Sort::Unknown => (
            "Không nhận ra loại tệp này. Chỉ đọc được bảng tính .xlsx, văn bản .docx, tệp .csv và tệp .json của trang này.",
            "This sort of file is not known. Only workbooks (.xlsx), documents (.docx), .csv and the .json files of this page are read.",
        ),
    };
    Phrase::new(vi, en)
}
