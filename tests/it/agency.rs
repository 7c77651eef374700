//! Which agency of the list is meant by what an officer types.

use bieumau::format::read_agencies;
use bieumau::report::Agency;

fn communes() -> Vec<Agency> {
    let text = include_str!("../../forms/agencies-son-la.json");
    read_agencies(text).expect("the list that comes with the page is good")
}

fn meant(typed: &str) -> Option<String> {
    let communes = communes();
    Agency::meant(typed, &communes).map(|agency| agency.name.clone())
}

fn near(typed: &str) -> Vec<String> {
    let communes = communes();
    let near = Agency::near(typed, &communes).into_iter();
    near.map(|agency| agency.name.clone()).collect()
}

#[test]
fn every_commune_is_meant_by_its_code_its_name_and_its_place_with_and_without_marks() {
    for agency in communes() {
        let name = agency.name.as_str();
        let kind_and_place = name.strip_prefix("UBND ").expect("an office of a commune");
        let (_, place) = kind_and_place.split_once(' ').expect("a kind and a place");
        let offered = format!("{name} – {}", agency.code);
        assert_eq!(
            meant(&offered).as_deref(),
            Some(name),
            "as the list offers it"
        );
        for said in [&agency.code, name, kind_and_place, place] {
            let plain = bieumau::words::folded(said);
            for typed in [
                said.to_owned(),
                said.to_uppercase(),
                plain,
                format!("  {said} "),
            ] {
                assert_eq!(meant(&typed).as_deref(), Some(name), "{typed:?}");
            }
        }
    }
}

#[test]
fn part_of_a_name_or_another_kind_means_nobody_but_is_near() {
    assert_eq!(meant("la"), None);
    assert_eq!(meant("Mường"), None);
    assert_eq!(meant("xã Tô Hiệu"), None);
    assert_eq!(near("xã Tô Hiệu"), ["UBND phường Tô Hiệu"]);
    assert_eq!(near("hieu"), ["UBND phường Tô Hiệu"]);
    assert_eq!(
        near("muong la"),
        ["UBND xã Mường La", "UBND xã Mường Lạn", "UBND xã Mường Lầm"]
    );
}

#[test]
fn another_agency_and_a_text_without_a_place_are_near_nobody() {
    for typed in [
        "Sở Nội vụ",
        "Văn phòng UBND tỉnh",
        "UBND",
        "ubnd xã",
        "x",
        "",
        "–",
    ] {
        assert_eq!(near(typed), Vec::<String>::new(), "{typed:?}");
        assert_eq!(meant(typed), None, "{typed:?}");
    }
}

#[test]
fn a_place_that_is_called_like_a_kind_is_still_a_place() {
    let agency = |name: &str| Agency {
        name: name.to_owned(),
        ..Agency::default()
    };
    let list = [agency("UBND xã Phương Viên"), agency("UBND xã Viên Nội")];
    let meant = |typed| Agency::meant(typed, &list).map(|agency| agency.name.as_str());
    assert_eq!(meant("phuong vien"), Some("UBND xã Phương Viên"));
    assert_eq!(meant("vien"), None);
}
