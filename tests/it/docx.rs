//! The report as a Word document: it is whole, says every figure, and no text of a user can break it.

use crate::desk::{Desk, cchc, form_text, kl226};
use crate::scenario::paragraphs::quarter_one;
use bieumau::exchange::document::in_vietnam;
use bieumau::exchange::export_json;
use bieumau::exchange::paper::paper;
use bieumau::form::Level;
use bieumau::office::{Order, write};
use bieumau::report::{Session, letter};
use bieumau::words::Language;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The Word document of a report on the built-in form set.
pub fn docx_of(desk: &Desk) -> Vec<u8> {
    let order = Order::open(&form_text("cchc-2026"), &export_json(&desk.session)).unwrap();
    write("export-docx", &order).unwrap()
}

/// The report of the first quarter with what its officer wrote around the figures.
pub fn written() -> Desk {
    let mut desk = quarter_one();
    for (id, text) in [
        (letter::PARENT, "UBND tỉnh Sơn La"),
        (letter::SYMBOL, "BC-VPUB"),
        (letter::PLACE, "Sơn La"),
        (letter::TITLE, "Chánh Văn phòng"),
        (letter::SIGNER, "Trần Bình Minh"),
        (
            letter::RECIPIENTS,
            "- Như kính gửi;\n- LĐVP UBND tỉnh;\n- Các phòng, đơn vị;\n- Lưu: VT, TCHCQT, H1b.",
        ),
        (
            "i.1",
            "Trong quý, Lãnh đạo Văn phòng đã chủ động, tích cực, đôn đốc, tổ chức thực hiện nhiệm vụ được giao trên tất cả các lĩnh vực, nhiệm vụ được phân công phụ trách.\nTrong quý, Văn phòng đã tham gia ý kiến vào các dự thảo văn bản của Sở Nội vụ về công tác cải cách hành chính trên địa bàn tỉnh đảm bảo theo thời gian quy định.",
        ),
        (
            "i.7",
            "Văn phòng có 02 sáng kiến triển khai có hiệu quả thuộc lĩnh vực cải cách hành chính được công nhận là sáng kiến cấp cơ sở năm 2021.",
        ),
        ("ii.4.4", "Không có."),
        (
            "iii",
            "1. Tiếp tục tuyên truyền, phổ biến và thực hiện nghiêm túc các văn bản về triển khai thực hiện công tác cải cách hành chính.\n2. Đôn đốc các sở, ngành, UBND các xã, phường báo cáo việc thực hiện nhiệm vụ do UBND tỉnh, Chủ tịch UBND giao.",
        ),
    ] {
        desk.session.set_paragraph(id, text);
        desk.session.rest();
    }
    desk
}

/// The parts of a file, by name.
fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// What a document says: its paragraphs in order, and the rows of its tables as the texts of their cells.
#[derive(Default)]
struct Said {
    paragraphs: Vec<String>,
    rows: Vec<Vec<String>>,
    /// How many rows stand on every page of their table.
    heads: usize,
    sections: usize,
}

impl Said {
    fn of(file: &[u8]) -> Said {
        let document = parts(file).remove("word/document.xml").unwrap();
        let mut reader = quick_xml::Reader::from_reader(document.as_slice());
        let mut said = Said::default();
        let (mut row, mut in_cell, mut is_text) = (Vec::<String>::new(), false, false);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => match tag.name().as_ref() {
                    "w:tr" => row = Vec::new(),
                    "w:tc" => {
                        row.push(String::new());
                        in_cell = true;
                    }
                    "w:p" => {
                        said.paragraphs.push(String::new());
                        if in_cell && row.last().is_some_and(|cell| !cell.is_empty()) {
                            row.last_mut().unwrap().push('\n');
                        }
                    }
                    "w:t" => is_text = true,
                    "w:sectPr" => said.sections += 1,
                    _ => {}
                },
                Event::Empty(tag) if tag.name().as_ref() == "w:tblHeader" => said.heads += 1,
                Event::End(tag) => match tag.name().as_ref() {
                    "w:tr" => said.rows.push(std::mem::take(&mut row)),
                    "w:tc" => in_cell = false,
                    "w:t" => is_text = false,
                    _ => {}
                },
                event @ (Event::Text(_) | Event::GeneralRef(_)) if is_text => {
                    let text = match event {
                        Event::Text(text) => text.as_ref().to_owned(),
                        Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                            Some(sign) => sign.to_string(),
                            None => quick_xml::escape::resolve_predefined_entity(name.as_ref())
                                .unwrap()
                                .to_owned(),
                        },
                        _ => String::new(),
                    };
                    said.paragraphs.last_mut().unwrap().push_str(&text);
                    if in_cell {
                        row.last_mut().unwrap().push_str(&text);
                    }
                }
                Event::Eof => return said,
                _ => {}
            }
        }
    }

    fn has(&self, paragraph: &str) -> bool {
        self.paragraphs.iter().any(|known| known == paragraph)
    }
}

/// Reads every part as XML to its end; a part that is not well-formed panics.
fn parse_all(file: &[u8]) {
    for (name, part) in parts(file) {
        let mut reader = quick_xml::Reader::from_reader(part.as_slice());
        reader.config_mut().check_end_names = true;
        let mut depth = 0_i32;
        loop {
            match reader
                .read_event()
                .unwrap_or_else(|fault| panic!("{name}: {fault}"))
            {
                Event::Start(tag) => {
                    depth += 1;
                    for attribute in tag.attributes() {
                        attribute.unwrap();
                    }
                }
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
        let text = String::from_utf8(part).unwrap();
        let is_held =
            |sign: char| matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        assert!(text.chars().all(is_held), "{name}");
    }
}

#[test]
fn the_letter_reads_as_the_report_of_the_first_quarter_should() {
    let said = Said::of(&docx_of(&written()));
    for text in [
        "UBND TỈNH SƠN LA",
        "VĂN PHÒNG UBND TỈNH SƠN LA",
        "Số: \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/BC-VPUB",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sơn La, ngày \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} tháng \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} năm 2026",
        "BÁO CÁO",
        "Kết quả thực hiện công tác cải cách hành chính quý I năm 2026; phương hướng, nhiệm vụ trọng tâm quý II năm 2026",
        "Kính gửi: Sở Nội vụ",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "Kế hoạch cải cách hành chính năm đề ra 41 nhiệm vụ. Đến thời điểm báo cáo đã hoàn thành 21/41 nhiệm vụ, đạt 51,22%.",
        "2.7. Tiếp nhận và giải quyết thủ tục hành chính",
        "III. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2026",
        "Không có.",
        "Văn phòng UBND tỉnh Sơn La trân trọng báo cáo Sở Nội vụ./.",
        "Nơi nhận:",
        "- Như kính gửi;",
        "- Lưu: VT, TCHCQT, H1b.",
        "CHÁNH VĂN PHÒNG",
        "Trần Bình Minh",
        "Phụ lục I",
        "Phụ lục II",
    ] {
        assert!(said.has(text), "{text}");
    }
    // What the officer wrote stands behind what is said from the figures, a paragraph a line.
    let place = |start: &str| {
        said.paragraphs
            .iter()
            .position(|text| text.starts_with(start))
            .unwrap()
    };
    let said_first = place("Trong kỳ, Văn phòng UBND tỉnh Sơn La đã ban hành 2 văn bản chỉ đạo");
    assert!(said.paragraphs[said_first + 1].starts_with("Trong quý, Lãnh đạo"));
    assert!(said.paragraphs[said_first + 2].starts_with("Trong quý, Văn phòng đã tham gia"));
    // The letter and each appendix are numbered by themselves.
    assert_eq!(said.sections, 3);
}

#[test]
fn every_figure_of_the_printed_form_stands_in_its_table() {
    let desk = written();
    let said = Said::of(&docx_of(&desk));
    let printed = paper(&desk.session, Language::Vi, &in_vietnam);
    let tables: Vec<_> = printed
        .appendices
        .iter()
        .flat_map(|appendix| &appendix.tables)
        .collect();
    assert_eq!(said.heads, 2 * tables.len());
    let lines = tables.iter().flat_map(|table| &table.lines);
    let printed: Vec<&Vec<String>> = lines.map(|line| &line.cells).collect();
    let tables = said.rows.iter().filter(|row| row.len() == 5);
    let rows: Vec<&Vec<String>> = tables
        .filter(|row| row[0] != "TT" && !row[1].is_empty())
        .collect();
    assert_eq!(rows, printed);
    assert!(rows.iter().any(|row| row[3] == "51,22"));
}

#[test]
fn the_same_report_gives_the_same_bytes_and_every_part_is_well_formed() {
    let desk = written();
    let file = docx_of(&desk);
    assert!(file == docx_of(&desk));
    parse_all(&file);
    assert!(file.len() < 100_000, "{}", file.len());
}

#[test]
fn no_text_of_a_user_breaks_the_file() {
    let mut desk = quarter_one();
    let signs: String = (0..0x300).filter_map(char::from_u32).collect();
    let naughty = format!("{signs}\u{7f}\u{fffe}\u{ffff}😀]]><w:p/>&#0;<![CDATA[x{{pl1.b1.1}}");
    let long = "Rất dài. ".repeat(120_000);
    let lines = "a\n".repeat(500_000);
    desk.session.set_paragraph("i.1", &naughty);
    desk.session.set_paragraph("i.2", &long);
    desk.session.set_paragraph("i.3", &lines);
    desk.session.set_paragraph("i.4", &"\n \t\n".repeat(1_000));
    for field in letter::FIELDS {
        desk.session.set_paragraph(field.id, &naughty);
    }
    let cell = desk.cell("pl1.b1.1");
    desk.session.set_note(cell, &naughty);
    let file = docx_of(&desk);
    parse_all(&file);
    let said = Said::of(&file);
    assert!(
        said.paragraphs
            .iter()
            .any(|text| text.contains("]]><w:p/>&#0;<![CDATA[x{pl1.b1.1}"))
    );
    assert!(said.paragraphs.iter().any(|text| text == long.trim()));
    // However many lines there are, the document has only so many paragraphs, and says all of them.
    assert!(said.paragraphs.len() < 5_000, "{}", said.paragraphs.len());
    let letters = said.paragraphs.iter().map(|text| text.matches('a').count());
    assert!(letters.sum::<usize>() >= 500_000);
}

#[test]
fn a_blank_report_of_a_commune_has_its_own_head_and_leaves_the_rest_to_be_filled() {
    let mut report = Desk::cchc().session.report().clone();
    report.agency.name = "UBND phường Tô Hiệu".to_owned();
    report.agency.code = "03646".to_owned();
    report.agency.level = Level::Commune;
    let desk = Desk {
        session: Session::open(cchc(), report),
    };
    let said = Said::of(&docx_of(&desk));
    for text in [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG TÔ HIỆU",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "- Lưu: VT.",
    ] {
        assert!(said.has(text), "{text}");
    }
    assert!(
        said.paragraphs
            .iter()
            .any(|text| text.ends_with("/BC-UBND"))
    );
    assert!(
        said.paragraphs
            .iter()
            .any(|text| text.starts_with("Tô Hiệu, ngày"))
    );
    // Nothing is said from figures that are not there.
    assert!(
        !said
            .paragraphs
            .iter()
            .any(|text| text.contains('…') || text.contains("nhiệm vụ được giao:"))
    );
}

#[test]
fn sentences_that_the_officer_leaves_out_are_not_said() {
    let mut desk = written();
    desk.session.set_alone("i.2", true);
    desk.session.set_paragraph("i.2", "Đã xong 21 việc.");
    let said = Said::of(&docx_of(&desk));
    assert!(said.has("Đã xong 21 việc."));
    assert!(!said.paragraphs.iter().any(|text| text.contains("21/41")));
}

#[test]
fn a_form_set_without_headings_has_the_text_that_was_written() {
    let form = form_text("kl226-2026");
    let mut desk = Desk::on(kl226());
    desk.session.set_paragraph(letter::BODY, "Một.\nHai.");
    desk.session
        .set_paragraph(letter::ADDRESSEE, "- UBND tỉnh;\n- Sở Nội vụ.");
    let order = Order::open(&form, &export_json(&desk.session)).unwrap();
    let file = write("export-docx", &order).unwrap();
    parse_all(&file);
    let said = Said::of(&file);
    for text in ["Một.", "Hai.", "Kính gửi:", "- UBND tỉnh;", "- Sở Nội vụ."] {
        assert!(said.has(text), "{text}");
    }
}
