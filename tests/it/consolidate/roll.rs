//! Who is to report, and who has not.

use super::{agency, collected, file, into_agency, made, settled};
use bieumau::consolidate::Roll;
use bieumau::exchange::{read_roll, roll_csv};
use bieumau::form::Level::{Commune, Department, Nation, Province};
use bieumau::format;
use bieumau::words::Language;

fn codes(roll: &Roll) -> Vec<&str> {
    roll.agencies()
        .iter()
        .map(|agency| agency.code.as_str())
        .collect()
}

#[test]
fn who_has_not_reported_is_known_through_a_consolidated_report_too() {
    let roll = Roll::of(["03646", "03667", "03670"].map(|code| agency(code, Commune)));
    let files = [
        file(agency("03646", Commune), &[]),
        file(agency("03667", Commune), &[]),
    ];
    let alone = collected(&files);
    let missing = |collection: &bieumau::consolidate::Collection| {
        let (settled, _) = settled(collection);
        let missing = roll.missing(collection, &settled).into_iter();
        missing
            .map(|agency| agency.code.clone())
            .collect::<Vec<String>>()
    };
    assert_eq!(missing(&alone), ["03670"]);
    let whole = into_agency(agency("vn", Nation), [&made(&alone)]);
    assert_eq!(missing(&whole), ["03670"]);
}

#[test]
fn a_list_comes_in_from_a_table_and_goes_out_again() {
    let table = "Cấp;Tên đơn vị;Mã\nxã;UBND xã Bắc Yên;3856\nSở, ban, ngành;Sở Nội vụ;\n;UBND phường Tô Hiệu;03646\n\n";
    let roll = read_roll(table.as_bytes()).unwrap();
    assert_eq!(codes(&roll), ["03856", "x-so-noi-vu", "03646"]);
    let levels: Vec<_> = roll.agencies().iter().map(|agency| agency.level).collect();
    assert_eq!(levels, [Commune, Department, Commune]);
    for language in [Language::Vi, Language::En] {
        let text = roll_csv(roll.agencies(), language);
        assert_eq!(read_roll(text.as_bytes()).unwrap(), roll);
    }
    assert_eq!(format::read_roll(&format::roll_text(&roll)).unwrap(), roll);
}

#[test]
fn a_unit_stands_on_the_list_once() {
    let mut roll = Roll::of([
        agency("1", Commune),
        agency("2", Commune),
        agency("1", Province),
    ]);
    assert_eq!(codes(&roll), ["1", "2"]);
    assert_eq!(roll.agencies()[0].level, Province);
    roll.remove("1");
    assert!(!roll.has("1") && roll.has("2"));
}

#[test]
fn a_table_that_is_no_list_says_what_it_lacks() {
    for (table, said) in [
        ("", "Không thấy cột"),
        ("a;b\n1;2\n", "Không thấy cột"),
        ("Mã;Tên\n", "Không thấy cột"),
        ("Mã;Tên\n03646;\n", "Dòng 2 của danh sách: không có tên"),
        ("Mã;Tên\n1/2;UBND xã\n", "Dòng 2 của danh sách: mã chỉ"),
        ("Cấp;Tên\nđảo;UBND xã\n", "Dòng 2 của danh sách: cấp phải"),
    ] {
        let refused = read_roll(table.as_bytes()).unwrap_err();
        assert!(refused.vi.contains(said), "{table:?}: {}", refused.vi);
    }
}
