//! What is added, what is computed anew, what is nobody's to add; and what a file says of itself.

use super::{agency, collected, decimal, file, made, province, returned, settled, total};
use crate::exchange::faults;
use bieumau::consolidate::{Aside, Doubt, From, NoTotal, Place, doubts};
use bieumau::form::Level::{Commune, Department};
use bieumau::report::{Entry, Spread};

#[test]
fn a_ratio_comes_from_the_summed_parts_and_never_from_the_mean_of_ratios() {
    // 100 % of 2 and 50 % of 98 is 51 %, not 75 %.
    let files = [
        file(
            agency("03646", Commune),
            &[
                ("pl1.b3.2.1", "2"),
                ("pl1.b1.3.3.1", "2"),
                ("pl1.b1.3.3.2", "2"),
            ],
        ),
        file(
            agency("03667", Commune),
            &[
                ("pl1.b3.2.1", "98"),
                ("pl1.b1.3.3.1", "98"),
                ("pl1.b1.3.3.2", "49"),
            ],
        ),
    ];
    let collection = collected(&files);
    let (_, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, "pl1.b1.3.3.1").number(),
        Some(decimal("100"))
    );
    let ratio = total(&collection, &totals, "pl1.b1.3.3");
    assert_eq!(ratio.number(), Some(decimal("51")));
    assert!(matches!(ratio.figure, Ok((_, From::Computed))));
}

#[test]
fn blank_zero_and_not_applicable_stay_apart() {
    let row = "pl1.b1.1";
    let files = [
        file(agency("03646", Commune), &[(row, "5")]),
        file(agency("03667", Commune), &[(row, "0")]),
        file(agency("03670", Commune), &[(row, "kps")]),
        file(agency("03679", Commune), &[(row, "chưa có")]),
        file(agency("03980", Commune), &[]),
    ];
    let collection = collected(&files);
    let (_, totals) = settled(&collection);
    let total = total(&collection, &totals, row);
    assert_eq!(total.number(), Some(decimal("5")));
    let Spread {
        asked,
        reported,
        zeros,
        not_applicable,
        unreadable,
        ..
    } = total.spread;
    assert_eq!(
        (asked, reported, zeros, not_applicable, unreadable),
        (5, 2, 1, 1, 1)
    );
    assert_eq!(total.spread.blank(), 1);
}

#[test]
fn what_is_nobodys_to_add_comes_from_the_own_report_or_says_why_not() {
    let row = "pl1.b1.2.1";
    let units = [file(agency("03646", Commune), &[(row, "12")])];
    let collection = collected(&units);
    let (_, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, row).figure,
        Err(NoTotal::OwnMissing)
    );

    let own = file(province(), &[(row, "94")]);
    let collection = collected([&units[0], &own]);
    let (settled, totals) = settled(&collection);
    assert_eq!(settled.places, [Place::Counts, Place::Own]);
    assert_eq!(
        total(&collection, &totals, row).number(),
        Some(decimal("94"))
    );
}

#[test]
fn the_lead_agency_knows_what_is_not_added() {
    let row = "pl2.b2.1.4.1";
    let lead = bieumau::report::Agency {
        code: "x-van-phong".to_owned(),
        name: "Văn phòng UBND tỉnh Sơn La".to_owned(),
        level: Department,
    };
    let files = [
        file(agency("03646", Commune), &[(row, "400")]),
        file(lead, &[(row, "420")]),
        file(province(), &[(row, "421")]),
    ];
    let collection = collected(&files);
    let (settled, totals) = settled(&collection);
    let total = total(&collection, &totals, row);
    assert_eq!(total.number(), Some(decimal("420")));
    assert!(matches!(total.figure, Ok((_, From::Lead(_)))));
    let found = doubts(&collection, &settled, &totals);
    assert!(matches!(found[..], [Doubt::Lead(_)]), "{found:?}");
}

#[test]
fn of_two_reports_of_one_agency_the_later_one_counts() {
    let row = "pl1.b1.1";
    let early = file(agency("03646", Commune), &[(row, "5")]);
    let late = early
        .replace("2026-03-10T02:11:09Z", "2026-03-12T02:11:09Z")
        .replace("\"5\"", "\"7\"");
    for files in [[&early, &late], [&late, &early]] {
        let collection = collected(files);
        let (settled, totals) = settled(&collection);
        assert_eq!(
            settled.places,
            [Place::Aside(Aside::Earlier { later: 1 }), Place::Counts]
        );
        assert_eq!(
            total(&collection, &totals, row).number(),
            Some(decimal("7"))
        );
        assert!(collection.returns()[1].is_altered);
    }
}

#[test]
fn a_consolidated_report_is_a_report_and_knows_its_units() {
    let files = [
        file(
            agency("03646", Commune),
            &[("pl1.b1.1", "5"), ("pl1.b1.5", "1")],
        ),
        file(
            agency("03667", Commune),
            &[("pl1.b1.1", "8"), ("pl1.b1.5", "0")],
        ),
    ];
    let text = made(&collected(&files));
    let document = serde_json::from_str(&text).unwrap();
    assert_eq!(faults(&document), Vec::<String>::new());
    let back = returned(&text);
    let whole = back.consolidated.as_ref().unwrap();
    assert_eq!(whole.codes(), ["03646", "03667"]);
    assert_eq!(whole.rows.get("pl1.b1.1").unwrap().sum, Some(decimal("13")));
    assert_eq!(
        whole.rows.get("pl1.b1.5").unwrap().options.get("1"),
        Some(&1)
    );
    assert!(!back.is_altered);
    let read = bieumau::exchange::read_source(&text).unwrap().report;
    assert_eq!(
        read.entries.get("pl1.b1.1").unwrap().entry,
        Entry::Number(decimal("13"))
    );
    assert!(
        read.entries
            .get("pl1.b1.5")
            .unwrap()
            .note
            .contains("trong 2 đơn vị"),
        "{}",
        read.entries.get("pl1.b1.5").unwrap().note
    );
}

#[test]
fn a_total_that_was_changed_by_hand_is_found_one_level_higher() {
    let files = [
        file(agency("03646", Commune), &[("pl1.b1.1", "700")]),
        file(agency("03667", Commune), &[("pl1.b1.1", "536")]),
    ];
    let text = made(&collected(&files)).replace("\"number\": \"1236\"", "\"number\": \"1234\"");
    let nation = agency("vn", bieumau::form::Level::Nation);
    let collection = super::into_agency(nation, [&text]);
    let (settled, totals) = settled(&collection);
    let [Doubt::Changed(found)] = doubts(&collection, &settled, &totals)[..] else {
        panic!("{:?}", doubts(&collection, &settled, &totals));
    };
    assert_eq!(
        (found.stated, found.counted),
        (decimal("1234"), Some(decimal("1236")))
    );
    assert!(collection.returns()[0].is_altered);
}
