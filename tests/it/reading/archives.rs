//! Archives: what one says of itself is never trusted.

use super::packing::{Part, archive, archive_of, archive_stating, packed};
use bieumau::office::archive::{Archive, MAX_PARTS};
use bieumau::office::refusal::{MAX_FILE, Refusal};
use bieumau::office::sniff::{Sort, sniff};
use bieumau::words::Language;

fn refused(bytes: &[u8]) -> Refusal {
    Archive::open(bytes).unwrap_err()
}

/// What becomes of the only part.
fn of_part(part: Part) -> Result<Option<Vec<u8>>, Refusal> {
    let name = part.name.clone();
    let bytes = archive(&[part]);
    Archive::open(&bytes)?.part(&name)
}

/// What becomes of it where it is too large to be shown.
fn length_of(part: Part) -> Result<Option<usize>, Refusal> {
    of_part(part).map(|bytes| bytes.map(|bytes| bytes.len()))
}

#[test]
fn parts_are_found_by_their_name_whatever_its_case() {
    let bytes = archive_of(&[("xl/Workbook.xml", "<a/>"), ("xl\\styles.xml", "<b/>")]);
    let mut archive = Archive::open(&bytes).unwrap();
    assert_eq!(archive.text("xl/workbook.xml").unwrap().unwrap(), "<a/>");
    assert_eq!(archive.text("/xl/STYLES.xml").unwrap().unwrap(), "<b/>");
    assert_eq!(archive.part("xl/none.xml"), Ok(None));
    assert!(archive.has("XL/workbook.xml"));
    let names: Vec<&str> = archive.names().collect();
    assert_eq!(names, ["xl/workbook.xml", "xl/styles.xml"]);
}

#[test]
fn an_archive_of_another_hand_is_read() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.add_directory("word", options).unwrap();
    writer.start_file("word/document.xml", options).unwrap();
    std::io::Write::write_all(&mut writer, "chữ".as_bytes()).unwrap();
    writer.set_comment("ghi chú").unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let mut archive = Archive::open(&bytes).unwrap();
    let text = archive.text("word/document.xml").unwrap();
    assert_eq!(text.as_deref(), Some("chữ"));
}

#[test]
fn texts_in_two_bytes_are_read_and_other_encodings_are_refused() {
    let wide = |mark: u16, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = std::iter::once(mark).chain("<a>Tỷ lệ</a>".encode_utf16());
        units.flat_map(order).collect()
    };
    for bytes in [
        wide(0xFEFF, u16::to_le_bytes),
        wide(0xFEFF, u16::to_be_bytes),
        "\u{feff}<a>Tỷ lệ</a>".as_bytes().to_vec(),
    ] {
        let bytes = archive(&[Part::of("a.xml", &bytes)]);
        let text = Archive::open(&bytes).unwrap().text("a.xml").unwrap();
        assert_eq!(text.as_deref(), Some("<a>Tỷ lệ</a>"));
    }
    let bytes = archive(&[Part::of("a.xml", b"<a>T\xFD l\xCB</a>")]);
    let text = Archive::open(&bytes).unwrap().text("a.xml");
    assert_eq!(text, Err(Refusal::Encoding));
}

#[test]
fn what_a_file_is_stands_in_it_and_not_in_its_name() {
    let old = |name: &str| {
        let mut bytes = vec![0; 2_048];
        bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        for (place, sign) in name.bytes().enumerate() {
            bytes[1_024 + 128 + 2 * place] = sign;
        }
        bytes
    };
    let cases: Vec<(Vec<u8>, Sort)> = vec![
        (vec![], Sort::Empty),
        (b" \r\n".to_vec(), Sort::Empty),
        (old("Workbook"), Sort::OldExcel),
        (old("Book"), Sort::OldExcel),
        (old("WordDocument"), Sort::OldWord),
        (old("EncryptedPackage"), Sort::Locked),
        (old("VisioDocument"), Sort::OldOffice),
        (b"PK\x03\x04".to_vec(), Sort::Zip),
        (b"{\\rtf1\\ansi".to_vec(), Sort::RichText),
        (b"%PDF-1.7".to_vec(), Sort::Pdf),
        (b"\x89PNG\r\n".to_vec(), Sort::Picture),
        (b"BM\x08\0\0\0\0\0".to_vec(), Sort::Picture),
        ("BM 1;Bộ máy".as_bytes().to_vec(), Sort::Text),
        (b"Rar!\x1A".to_vec(), Sort::Packed),
        (b"\x1F\x8B\x08".to_vec(), Sort::Packed),
        (b"  <HTML><body>".to_vec(), Sort::Html),
        ("\u{feff}<!DOCTYPE html>".as_bytes().to_vec(), Sort::Html),
        (b"<table border=1>".to_vec(), Sort::Html),
        (b"MIME-Version: 1.0".to_vec(), Sort::WebArchive),
        (
            b"From: <Saved by Excel>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(),
            Sort::WebArchive,
        ),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(),
            Sort::ExcelXml,
        ),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>".to_vec(),
            Sort::WordXml,
        ),
        (b"<?xml version=\"1.0\"?><other/>".to_vec(), Sort::Unknown),
        (b" {\"format\": 1}".to_vec(), Sort::Json),
        ("Mã;Tên;Số liệu\r\n".as_bytes().to_vec(), Sort::Text),
        (b"\xFF\xFEM\0\xE3\0;\0".to_vec(), Sort::Text),
        (b"\x7FELF\x02\0\0".to_vec(), Sort::Unknown),
    ];
    for (bytes, sort) in cases {
        assert_eq!(sniff(&bytes), sort, "{:?}", String::from_utf8_lossy(&bytes));
        if sort != Sort::Zip {
            assert_eq!(refused(&bytes), Refusal::Sort(sort));
        }
    }
}

#[test]
fn a_refusal_says_what_to_do() {
    let vi = |refusal: Refusal| refusal.words().text(Language::Vi).to_owned();
    assert_eq!(
        vi(Refusal::Sort(Sort::OldExcel)),
        "Đây là tệp Excel kiểu cũ (.xls). Lưu lại dưới dạng .xlsx rồi mở lại."
    );
    assert_eq!(
        vi(Refusal::OpenDocument),
        "Đây là tệp OpenDocument (.ods hoặc .odt). Lưu lại dưới dạng .xlsx hoặc .docx rồi mở lại."
    );
    assert!(vi(Refusal::Sort(Sort::Locked)).contains("bỏ mật khẩu"));
    assert!(vi(Refusal::Sort(Sort::Html)).contains("trang web"));
}

#[test]
fn a_file_too_large_is_not_looked_into() {
    let mut bytes = archive_of(&[("a", "b")]);
    bytes.resize(MAX_FILE + 1, 0);
    assert_eq!(refused(&bytes), Refusal::TooLarge);
}

#[test]
fn a_file_that_ends_early_is_damaged_wherever_it_ends() {
    let bytes = archive_of(&[("a.xml", "<a>một</a>"), ("b.xml", "<b>hai</b>")]);
    for end in 4..bytes.len() {
        let refusal = refused(&bytes[..end]);
        assert_eq!(refusal, Refusal::Damaged, "{end} of {}", bytes.len());
    }
}

#[test]
fn a_part_of_other_bytes_than_it_says_is_refused() {
    let honest = Part::of("a", b"so many bytes");
    let lying = |change: &dyn Fn(&mut Part)| {
        let mut part = honest.clone();
        change(&mut part);
        of_part(part)
    };
    assert_eq!(of_part(honest.clone()), Ok(Some(b"so many bytes".to_vec())));
    assert_eq!(lying(&|part| part.size -= 1), Err(Refusal::Swollen));
    assert_eq!(lying(&|part| part.size += 1), Err(Refusal::Damaged));
    assert_eq!(lying(&|part| part.sum ^= 1), Err(Refusal::Damaged));
    assert_eq!(lying(&|part| part.packed[0] ^= 6), Err(Refusal::Damaged));
    assert_eq!(
        lying(&|part| part.packed.truncate(5)),
        Err(Refusal::Damaged)
    );
    assert_eq!(lying(&|part| part.packed.clear()), Err(Refusal::Damaged));
}

#[test]
fn what_is_locked_or_packed_otherwise_is_refused() {
    let with = |flags, method| {
        let part = Part {
            flags,
            method,
            ..Part::of("a", b"b")
        };
        of_part(part)
    };
    assert_eq!(with(1, 8), Err(Refusal::Locked));
    assert_eq!(with(0x40, 8), Err(Refusal::Locked));
    for method in [1, 9, 12, 14, 93, 95, 98, 99] {
        assert_eq!(with(0, method), Err(Refusal::Suspicious));
    }
}

/// 4 GB are said to come from a few kilobytes, or nothing is said of it.
#[test]
fn a_part_that_swells_is_never_unpacked_beyond_its_measure() {
    let zeros = vec![0; 2 * 1024 * 1024];
    assert_eq!(length_of(Part::of("a", &zeros)), Err(Refusal::Swollen));
    let silent = Part {
        size: 100,
        ..Part::of("a", &zeros)
    };
    assert_eq!(length_of(silent), Err(Refusal::Swollen));
    let loud = Part {
        size: u32::MAX - 1,
        ..Part::of("a", &zeros)
    };
    assert_eq!(length_of(loud), Err(Refusal::Swollen));
    let elsewhere = Part {
        size: u32::MAX,
        ..Part::of("a", &zeros)
    };
    assert_eq!(length_of(elsewhere), Err(Refusal::Suspicious));
}

/// Each part is within its measure, and all of them together are not: as in an archive of archives.
#[test]
fn all_parts_together_have_a_measure_too() {
    let part = Part::of("", &vec![0; 1024 * 1024]);
    let names: Vec<String> = (0..50).map(|number| format!("p{number}")).collect();
    let parts: Vec<Part> = names
        .iter()
        .map(|name| Part {
            name: name.clone(),
            ..part.clone()
        })
        .collect();
    let bytes = archive(&parts);
    let mut archive = Archive::open(&bytes).unwrap();
    for name in &names[..48] {
        assert!(archive.part(name).is_ok_and(|part| part.is_some()));
    }
    for name in &names[48..] {
        assert_eq!(archive.part(name), Err(Refusal::Swollen));
    }
}

/// The archive that David Fifield made from 10 MB to 281 TB has its parts lie in each other.
#[test]
fn parts_that_lie_in_each_other_are_refused() {
    let first = Part::of("a", b"b");
    let inner = archive_of(&[("b", "c")]);
    let outer = Part {
        method: 0,
        packed: inner.clone(),
        ..Part::of("a", &inner)
    };
    let quoted = Part {
        place: Some(30 + 1),
        ..Part::of("b", b"c")
    };
    assert_eq!(refused(&archive(&[outer, quoted])), Refusal::Suspicious);
    let twice = Part {
        place: Some(0),
        ..first.clone()
    };
    assert_eq!(refused(&archive(&[first, twice])), Refusal::Suspicious);
}

#[test]
fn names_that_lead_out_or_come_twice_are_refused() {
    for name in [
        "../a",
        "a/../../b",
        "..\\..\\a",
        "c:/a",
        "a//b",
        "a/./b",
        "a\0b",
    ] {
        assert_eq!(
            refused(&archive_of(&[(name, "")])),
            Refusal::Suspicious,
            "{name}"
        );
    }
    let twice = archive_of(&[("xl/a.xml", "1"), ("XL\\A.xml", "2")]);
    assert_eq!(refused(&twice), Refusal::Suspicious);
    let long = "a".repeat(301);
    assert_eq!(refused(&archive_of(&[(&long, "")])), Refusal::Suspicious);
}

#[test]
fn the_number_of_parts_is_bounded_and_must_be_true() {
    let one = [Part::of("a", b"b")];
    for count in [2, 2_000] {
        assert_eq!(refused(&archive_stating(&one, count)), Refusal::Damaged);
    }
    assert_eq!(refused(&archive_stating(&one, u16::MAX)), Refusal::Swollen);
    let many: Vec<Part> = (0..=MAX_PARTS)
        .map(|number| Part::of(&format!("p{number}"), b""))
        .collect();
    assert_eq!(refused(&archive(&many)), Refusal::Swollen);
    assert!(Archive::open(&archive(&many[1..])).is_ok());
}

#[test]
fn a_byte_that_is_another_one_never_does_harm() {
    let text = "<w:t>Tổng số cán bộ, công chức</w:t>".repeat(20);
    let good = archive_of(&[("a.xml", &text), ("b.xml", "<b>hai</b>")]);
    for place in 0..good.len() {
        for change in [1, 0x80, 0xFF] {
            let mut bytes = good.clone();
            bytes[place] ^= change;
            let Ok(mut archive) = Archive::open(&bytes) else {
                continue;
            };
            // What is still read is what was written.
            if let Ok(Some(read)) = archive.text("a.xml") {
                assert_eq!(read, text);
            }
        }
    }
    assert!(packed(b"").len() < 5);
}
