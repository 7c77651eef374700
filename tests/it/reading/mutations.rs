//! Good files with something wrong in them, anywhere and by chance: whatever becomes of them, nothing falls over, and
//! what is read keeps its measure.

use super::packing::{Part, archive};
use crate::desk::{Desk, NOW, form_text};
use bieumau::exchange::export_json;
use bieumau::exchange::table::{MAX_COLUMNS, MAX_ROWS, MAX_SIGNS};
use bieumau::office::archive::Archive;
use bieumau::office::open::{Opened, opened};
use bieumau::office::xlsx::{MAX_TEXT, ours};
use bieumau::office::{Order, write};
use proptest::prelude::*;
use std::sync::LazyLock;

/// What is put where it does not belong.
const WRONG: [&str; 40] = [
    "<",
    ">",
    "/>",
    "\"",
    "&",
    "&#0;",
    "&#x110000;",
    "-1",
    "4294967296",
    "1e309",
    "nan",
    "XFD1048576",
    "A0",
    "<c r=\"B2\" t=\"s\"><v>0</v></c>",
    "<row r=\"0\">",
    "</row>",
    "<is><t>x</t></is>",
    " t=\"d\"",
    " t=\"e\"",
    " s=\"65535\"",
    "<mergeCell ref=\"B5:A1\"/>",
    "<col min=\"0\" max=\"-1\" hidden=\"1\"/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tc>",
    "</w:tc>",
    "<w:tr>",
    "<w:p>",
    "<w:gridSpan w:val=\"99999999999999999999\"/>",
    "<w:vMerge/>",
    "<!DOCTYPE a>",
    "<!--",
    "<![CDATA[",
    "<?x",
    "ư",
    "\0",
    "_xD800_",
    "<si/>",
    "[h]:mm",
    "0.00%",
];

/// A file as its parts.
type Parts = Vec<(String, Vec<u8>)>;

static GOOD: LazyLock<Vec<Parts>> = LazyLock::new(|| {
    let desk = Desk::quarter_one();
    let report = export_json(&desk.session);
    let order = Order::open(&form_text("cchc-2026"), &report).unwrap();
    let own = write("export-xlsx", &order).unwrap();
    let workbook: &[u8] = include_bytes!("../../fixtures/office/appendices-000.xlsx");
    let document: &[u8] = include_bytes!("../../fixtures/office/appendices-000.docx");
    [workbook, document, &own].map(parts_of).to_vec()
});

fn parts_of(bytes: &[u8]) -> Parts {
    let mut archive = Archive::open(bytes).unwrap();
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    names
        .into_iter()
        .map(|name| {
            let bytes = archive.part(&name).unwrap().unwrap();
            (name, bytes)
        })
        .collect()
}

/// One thing that goes wrong: what, where, and how much.
#[derive(Clone, Debug)]
struct Slip {
    what: usize,
    place: prop::sample::Index,
    other: prop::sample::Index,
    length: usize,
}

fn slips() -> impl Strategy<Value = Vec<Slip>> {
    let slip = (
        0..6 + WRONG.len(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0..300_usize,
    );
    let slip = slip.prop_map(|(what, place, other, length)| Slip {
        what,
        place,
        other,
        length,
    });
    prop::collection::vec(slip, 1..5)
}

fn slipped(bytes: &mut Vec<u8>, slip: &Slip) {
    if bytes.is_empty() {
        return;
    }
    let place = slip.place.index(bytes.len());
    let end = (place + slip.length).min(bytes.len());
    match slip.what {
        0 => bytes[place] ^= 1 << (slip.length % 8),
        1 => bytes.truncate(place),
        2 => drop(bytes.drain(place..end)),
        3 => {
            let copy = bytes[place..end].to_vec();
            let other = slip.other.index(bytes.len());
            drop(bytes.splice(other..other, copy));
        }
        4 => bytes[place..end].reverse(),
        // The value of the next attribute is another.
        5 => {
            let start = bytes[place..].windows(2).position(|pair| pair == b"=\"");
            let Some(start) = start.map(|start| place + start + 2) else {
                return;
            };
            let length = bytes[start..].iter().position(|byte| *byte == b'"');
            let value = WRONG[slip.other.index(WRONG.len())];
            drop(bytes.splice(start..start + length.unwrap_or(0), value.bytes()));
        }
        wrong => drop(bytes.splice(place..place, WRONG[wrong - 6].bytes())),
    }
}

/// Opens a file in every way there is; as one of ours only where it was.
fn looked_at(bytes: &[u8], which: usize) -> Result<(), TestCaseError> {
    let form = (which == 2).then(|| form_text("cchc-2026"));
    let _ = ours(bytes, form.as_deref(), NOW);
    let Ok(Opened::Tables(tables)) = opened(bytes) else {
        return Ok(());
    };
    let mut length: usize = tables.paragraphs.iter().map(String::len).sum();
    for block in &tables.blocks {
        prop_assert!(block.rows.len() <= MAX_ROWS && block.width() <= MAX_COLUMNS);
        for text in block.rows.iter().flatten() {
            prop_assert!(text.chars().count() <= MAX_SIGNS);
            length += text.len();
        }
    }
    prop_assert!(length <= MAX_TEXT);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// The archive is whole, and one of its parts is not.
    #[test]
    fn a_part_with_slips_in_it(which in 0..3_usize, part in any::<prop::sample::Index>(), slips in slips()) {
        let mut parts = GOOD[which].clone();
        let texts: Vec<usize> = (0..parts.len())
            .filter(|place| parts[*place].0.ends_with(".xml") || parts[*place].0.ends_with(".rels"))
            .collect();
        let place = texts[part.index(texts.len())];
        for slip in &slips {
            slipped(&mut parts[place].1, slip);
        }
        let parts: Vec<Part> = parts.iter().map(|(name, bytes)| Part::stored(name, bytes)).collect();
        looked_at(&archive(&parts), which)?;
    }

    /// The archive itself is not whole.
    #[test]
    fn an_archive_with_slips_in_it(which in 0..3_usize, slips in slips()) {
        let parts: Vec<Part> = GOOD[which].iter().map(|(name, bytes)| Part::of(name, bytes)).collect();
        let mut bytes = archive(&parts);
        for slip in &slips {
            slipped(&mut bytes, slip);
        }
        looked_at(&bytes, which)?;
    }
}
