//! Files of ill will or bad luck: they never panic, and never change what the others add up to.

use super::{
    agency, begun, collected, decimal, file, intake, made, province, returned, settled, total,
};
use bieumau::consolidate::{Collection, NoTotal, Place, Taken, Totals};
use bieumau::form::Level::Commune;
use std::path::Path;

const COUNT: &str = "pl1.b1.1";

fn good() -> Vec<String> {
    vec![
        file(agency("03646", Commune), &[(COUNT, "5"), ("pl1.b1.5", "1")]),
        file(agency("03667", Commune), &[(COUNT, "8")]),
    ]
}

fn totals_of(collection: &Collection) -> Totals {
    settled(collection).1
}

/// Takes in what can be read, and says how many files it was.
fn with(files: &[String]) -> (Collection, usize) {
    let mut collection = collected(&good());
    let mut read = 0;
    for text in files {
        match intake().read("lạ.json", text) {
            Ok(one) => {
                read += 1;
                collection.take(one);
            }
            Err(reason) => assert!(!reason.words().vi.is_empty()),
        }
    }
    (collection, read)
}

#[test]
fn spoilt_files_are_refused_with_a_sentence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reports/spoilt");
    let files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(files.len() > 30);
    let (collection, read) = with(&files);
    assert_eq!(read, 0);
    assert_eq!(totals_of(&collection), totals_of(&collected(&good())));
}

#[test]
fn deep_huge_and_empty_files_are_refused() {
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    let huge = format!(
        "{{\"format\": \"bieumau.report/1\", \"x\": \"{}\"}}",
        "ă".repeat(2_000_000)
    );
    let many = format!("[{}0]", "{},".repeat(300_000));
    let files = [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        deep("[", ""),
        huge,
        many,
        String::new(),
        "null".to_owned(),
        "\u{feff}{}".to_owned(),
        "\0\u{1}\u{7f}".to_owned(),
        good()[0].replace("\"entries\": {", "\"entries\": {\"\": {\"number\": \"1\"},"),
    ];
    let (collection, read) = with(&files);
    assert_eq!(read, 0);
    assert_eq!(totals_of(&collection), totals_of(&collected(&good())));
}

/// A hundred places, always the same ones. What still is a report is that of the same agency, at the same or another
/// moment, or it has another agency; it says that it was altered.
#[test]
fn flipped_bytes_are_refused_or_seen() {
    let source = &good()[0];
    let clean = returned(source);
    let mut place = 7_usize;
    let mut seen = 0;
    for turn in 0..100_u32 {
        place = (place.wrapping_mul(6_364_136_223) + 1_442_695) % source.len();
        let mut bytes = source.clone().into_bytes();
        bytes[place] ^= 1 << (turn % 7);
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        if let Ok(one) = intake().read("lạ.json", &text) {
            // A blank that became another blank is no other document.
            assert!(one.is_altered || one.digest == clean.digest, "{text}");
            seen += usize::from(one.is_altered);
            let mut collection = collected(&good());
            collection.take(one);
            let settled = collection.settle();
            let totals = collection.totals(&settled);
            let _ = bieumau::consolidate::doubts(&collection, &settled, &totals);
        }
    }
    assert!(seen > 0);
}

#[test]
fn numbers_of_thirty_digits_are_too_large_together_and_it_is_said() {
    let long = "999999999999999999999999999999";
    let mut files = good();
    files.push(file(agency("03670", Commune), &[(COUNT, long)]));
    let collection = collected(&files);
    let totals = totals_of(&collection);
    let too_large = total(&collection, &totals, COUNT);
    assert_eq!(too_large.figure, Err(NoTotal::TooLarge));
    assert_eq!(too_large.spread.reported, 3);
    // One of them alone is a number like any other.
    let alone = collected(&files[2..]);
    let alone_totals = totals_of(&alone);
    assert_eq!(
        total(&alone, &alone_totals, COUNT).number(),
        Some(decimal(long))
    );
    // The report of the whole has no figure there, and can be made all the same.
    let back = returned(&made(&collection));
    let cell = collection.form().form.cell(COUNT).unwrap();
    assert_eq!(back.number(cell), None);
}

#[test]
fn a_choice_a_text_or_a_computed_row_with_a_number_changes_no_total() {
    let base = file(agency("03670", Commune), &[]);
    let into =
        |entries: &str| base.replace("\"entries\": {}", &format!("\"entries\": {{{entries}}}"));
    let files = [
        into("\"pl1.b1.1\": {\"text\": \"nhiều\"}"),
        into("\"pl1.b1.1\": {\"choice\": \"1\"}"),
        into("\"pl1.b1.5\": {\"number\": \"1000\"}"),
        into("\"pl1.b1.2\": {\"number\": \"100\"}"),
        into("\"pl1.b1\": {\"number\": \"100\"}"),
        into("\"khong.co\": {\"number\": \"100\"}"),
    ];
    for text in files {
        assert_ne!(text, base);
        let (collection, _) = with(&[text]);
        let totals = totals_of(&collection);
        assert_eq!(
            total(&collection, &totals, COUNT).number(),
            Some(decimal("13"))
        );
        assert_eq!(
            total(&collection, &totals, "pl1.b1.5")
                .spread
                .options
                .get("1"),
            Some(&1)
        );
        assert!(total(&collection, &totals, "pl1.b1.2").number().is_none());
    }
}

/// A unit that a consolidated return names.
fn unit(code: &str, of: &[&str]) -> String {
    let of: Vec<String> = of.iter().map(|code| format!("\"{code}\"")).collect();
    format!(
        "{{\"agency\": {{\"code\": \"{code}\", \"name\": \"x\", \"level\": \"commune\"}}, \"modified\": \"2026-03-10T02:11:09Z\", \"digest\": \"sha256:{}\", \"of\": [{}]}}",
        "0".repeat(64),
        of.join(", ")
    )
}

/// A consolidated return of these units, with as many of everything as can be written.
fn boasting(code: &str, units: &[String]) -> String {
    let most = u32::MAX;
    let spread = format!(
        "{{\"asked\": {most}, \"reported\": {most}, \"zeros\": {most}, \"not_applicable\": {most}, \"unreadable\": {most}, \"options\": [{{\"code\": \"1\", \"units\": {most}}}]}}"
    );
    let member = format!(
        "\"consolidated\": {{\"units\": [{}], \"rows\": {{\"pl1.b1.1\": {spread}, \"pl1.b1.5\": {spread}, \"khong.co\": {spread}}}}}, \"created\"",
        units.join(", ")
    );
    file(agency(code, Commune), &[]).replacen("\"created\"", &member, 1)
}

/// Circles, itself, agencies a thousand times, counts beyond all bounds.
#[test]
fn a_consolidated_return_that_says_nonsense_ends_nothing() {
    let files = [
        boasting("1", &[unit("2", &[])]),
        boasting("2", &[unit("3", &[])]),
        boasting("3", &[unit("1", &["3"])]),
        boasting("4", &[unit("4", &["4"])]),
        boasting("5", &[unit("5", &[]), unit("5", &[])]),
    ];
    let (collection, read) = with(&files);
    assert_eq!(read, 5);
    let (settled, totals) = settled(&collection);
    assert!(!settled.places.is_empty());
    let _ = bieumau::consolidate::doubts(&collection, &settled, &totals);
    let _ = total(&collection, &totals, COUNT).spread.blank();
    // Of a circle at least one counts, and nothing counts twice.
    let circle = ["1", "2", "3"].map(|code| {
        let at = collection
            .returns()
            .iter()
            .position(|one| one.agency.code == code);
        settled.places[at.unwrap()] == Place::Counts
    });
    assert_eq!(
        circle.iter().filter(|counts| **counts).count(),
        1,
        "{circle:?}"
    );
    made(&collection);
}

/// A thousand consolidated reports, each in the one before it.
#[test]
fn a_long_chain_of_consolidated_reports_is_settled() {
    let files: Vec<String> = (20_000..21_000)
        .map(|number| {
            let next = (number + 1).to_string();
            boasting(&number.to_string(), &[unit(&next, &[])])
        })
        .collect();
    let (collection, read) = with(&files);
    assert_eq!(read, 1_000);
    let (settled, _) = settled(&collection);
    // Every second one is outermost of what is left: a return knows only what it was made of.
    let counted = settled.counted().map(|at| &collection.returns()[at]);
    let mut codes: Vec<u32> = counted
        .map(|one| one.agency.code.parse().unwrap())
        .filter(|code| *code >= 20_000)
        .collect();
    codes.sort_unstable();
    let every_second: Vec<u32> = (20_000..21_000).step_by(2).collect();
    assert_eq!(codes, every_second);
}

#[test]
fn an_agency_without_a_name_or_with_a_strange_one_is_an_agency() {
    let mut collection = collected(&good());
    for name in ["", "\u{202e}gnùm", "<script>", "=1+1", "a\nb\tc"] {
        let mut who = agency("03670", Commune);
        name.clone_into(&mut who.name);
        let text = bieumau::exchange::export_json(&begun(who));
        if let Ok(one) = intake().read("lạ.json", &text) {
            assert_eq!(collection.take(one), Taken::In);
        }
    }
    assert_eq!(
        total(&collection, &totals_of(&collection), COUNT).number(),
        Some(decimal("13"))
    );
    assert_eq!(collection.into_agency(), &province());
}
