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

/// In Hà Nội the codes of communes begin with up to four zeros; of all of them a spreadsheet leaves one digit.
#[test]
fn zeros_that_a_spreadsheet_has_dropped_come_back_where_a_commune_is_meant() {
    for (line, code, level) in [
        ("4;UBND phường Ba Đình;xã", "00004", Commune),
        ("4;Ba Đình;Phường", "00004", Commune),
        ("4;UBND phường Ba Đình;", "00004", Commune),
        ("97;Xã Đông Anh;", "00097", Commune),
        ("367;ủy ban;xã", "00367", Commune),
        ("31;UBND đặc khu Cô Tô;", "00031", Commune),
        ("31;Cô Tô;Đặc khu", "00031", Commune),
        ("x-co-to;UBND đặc khu Cô Tô;", "x-co-to", Commune),
        ("3646;UBND PHƯỜNG TÔ HIỆU;xã", "03646", Commune),
        // What is said of the level counts more than the name.
        ("14;UBND xã Bắc Yên;tỉnh", "14", Province),
        ("14;UBND tỉnh Sơn La;tỉnh", "14", Province),
        ("14;UBND tỉnh Sơn La;", "14", Department),
        ("7;Sở Nội vụ;sở", "7", Department),
        ("7;Sở Nội vụ;", "7", Department),
        // An office beside a commune is none, and a code of letters or of six digits is whole.
        ("12;Văn phòng UBND xã Bắc Yên;", "12", Department),
        ("a4;UBND xã Bắc Yên;xã", "a4", Commune),
        ("103646;UBND xã Bắc Yên;xã", "103646", Commune),
        // Where neither says, three or four digits are those of a commune.
        ("367;Bắc Yên;", "00367", Commune),
        ("36;Bắc Yên;", "36", Department),
    ] {
        let roll = read_roll(format!("Mã;Tên;Cấp\n{line}\n").as_bytes()).unwrap();
        let [agency] = roll.agencies() else {
            panic!("{line}");
        };
        assert_eq!(
            (agency.code.as_str(), agency.level),
            (code, level),
            "{line}"
        );
    }
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

/// The communes of the whole country, and a blank line in the middle, as between two provinces.
#[test]
fn a_list_is_read_to_its_end_or_refused() {
    let list = |units: usize, blank: usize| {
        let mut table = "Mã;Tên\n".to_owned();
        for unit in 1..=units {
            table.push_str(&format!("{unit:05};UBND xã {unit}\n"));
            if unit == blank {
                table.push('\n');
            }
        }
        read_roll(table.as_bytes())
    };
    assert_eq!(list(3_321, 2_000).unwrap().agencies().len(), 3_321);
    assert_eq!(list(10_000, 0).unwrap().agencies().len(), 10_000);
    for blank in [0, 9_999, 10_000] {
        let refused = list(10_001, blank).unwrap_err();
        assert!(
            refused.vi.contains("dài quá 10.000 đơn vị"),
            "{}",
            refused.vi
        );
    }
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
