//! Commune, province, nation, with the real figures of the first quarter of 2026 among them.

use super::{
    agency, begun, collected, decimal, file, into_agency, made, province, returned, settled, total,
};
use crate::desk::{Desk, cchc};
use bieumau::consolidate::{
    Aside, Collection, Disagreement, Doubt, From, NoTotal, Place, Return, doubts,
};
use bieumau::exchange::export_json;
use bieumau::form::Level::{Commune, Department, Nation, Province};
use bieumau::report::{Agency, Session};

/// All documents exchanged, in the real report 5.057.
const COUNT: &str = "pl1.b6.3";

/// The report of the first quarter of 2026 as it was printed, as that of the Office.
fn office() -> String {
    let mut report = Desk::quarter_one().sent();
    report.agency = Agency {
        code: "x-van-phong".to_owned(),
        name: "Văn phòng UBND tỉnh Sơn La".to_owned(),
        level: Department,
    };
    export_json(&Session::open(cchc(), report))
}

fn son_la() -> Vec<String> {
    vec![
        file(
            agency("03646", Commune),
            &[(COUNT, "100"), ("pl1.b1.2.1", "12")],
        ),
        file(
            agency("03667", Commune),
            &[
                (COUNT, "43"),
                ("pl1.b6.4.3.1", "1000"),
                ("pl1.b6.4.3.2", "10"),
            ],
        ),
        file(agency("03670", Commune), &[(COUNT, "0")]),
        office(),
    ]
}

fn dien_bien() -> Vec<String> {
    vec![
        file(agency("03127", Commune), &[(COUNT, "800")]),
        file(agency("03130", Commune), &[(COUNT, "kps")]),
    ]
}

fn of(code: &str, files: &[String]) -> String {
    made(&into_agency(agency(code, Province), files))
}

fn nation(files: &[String]) -> Collection {
    into_agency(agency("vn", Nation), files)
}

fn found(collection: &Collection) -> Vec<Doubt> {
    let (settled, totals) = settled(collection);
    doubts(collection, &settled, &totals)
}

#[test]
fn three_levels_are_all_at_once() {
    let levels = nation(&[of("14", &son_la()), of("11", &dien_bien())]);
    let mut all = son_la();
    all.extend(dien_bien());
    let at_once = nation(&all);
    let (_, levels_totals) = settled(&levels);
    let (_, totals) = settled(&at_once);
    for cell in cchc().form.cells() {
        let (one, other) = (levels_totals.of(cell).unwrap(), totals.of(cell).unwrap());
        assert_eq!(one.spread, other.spread);
        if matches!(other.figure, Ok((_, From::Units | From::Computed))) {
            assert_eq!(one.figure, other.figure);
        }
    }
    // 5057 + 100 + 43 + 0 + 800.
    assert_eq!(
        total(&levels, &levels_totals, COUNT).number(),
        Some(decimal("6000"))
    );
    // 30318 + 10 of 31123 + 1000, and not the mean of 97.41 and 1.
    let ratio = total(&levels, &levels_totals, "pl1.b6.4.3");
    assert_eq!(ratio.number(), Some(decimal("94.41")));
    assert_eq!(found(&levels), []);
    let weights: Vec<usize> = levels.returns().iter().map(Return::weight).collect();
    assert_eq!(weights, [2, 4]);
}

#[test]
fn each_level_has_its_own_plan_and_the_lead_agency_what_is_nobodys_to_add() {
    let mut files = son_la();
    files.push(file(province(), &[("pl1.b1.2.1", "94")]));
    let collection = collected(&files);
    let (_, totals) = settled(&collection);
    let row = |id: &str| total(&collection, &totals, id);
    assert_eq!(row("pl1.b1.2.1").number(), Some(decimal("94")));
    assert!(matches!(row("pl1.b1.2.1").figure, Ok((_, From::Own(_)))));
    assert_eq!(row("pl2.b2.1.4.1").number(), Some(decimal("1777")));
    assert!(matches!(row("pl2.b2.1.4.1").figure, Ok((_, From::Lead(_)))));
    // A ratio whose parts the form does not ask for: the Office has one, the province none.
    assert_eq!(row("pl1.b6.3.2").figure, Err(NoTotal::PartsNotAsked));
}

/// The province writes 5198 over 5200.
#[test]
fn a_total_that_is_off_by_two_is_found_with_both_figures_and_the_difference() {
    let honest = of("14", &son_la());
    let mut report = bieumau::exchange::read_source(&honest).unwrap().report;
    let entry = bieumau::report::Entry::Number(decimal("5198"));
    report.entries.get_mut(COUNT).unwrap().put(entry);
    let changed = export_json(&Session::open(cchc(), report.clone()));
    let nation_of = |file: &String| nation(&[file.clone(), of("11", &dien_bien())]);

    let [Doubt::Changed(doubt)] = found(&nation_of(&changed))[..] else {
        panic!("{:?}", found(&nation_of(&changed)));
    };
    let expected = Disagreement {
        at: 1,
        cell: cchc().form.cell(COUNT).unwrap(),
        stated: decimal("5198"),
        counted: Some(decimal("5200")),
    };
    assert_eq!(doubt, expected);
    assert_eq!(doubt.difference(), Some(decimal("-2")));
    // What the province states counts, whatever is thought of it.
    let collection = nation_of(&changed);
    let (_, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, COUNT).number(),
        Some(decimal("5998"))
    );

    // Who changes both figures is found out where the units are at hand.
    let spread = report
        .consolidated
        .as_mut()
        .unwrap()
        .rows
        .get_mut(COUNT)
        .unwrap();
    spread.sum = Some(decimal("5198"));
    let hidden = export_json(&Session::open(cchc(), report));
    assert_eq!(found(&nation_of(&hidden)), []);
    let mut files = vec![hidden];
    files.extend(son_la());
    let collection = nation(&files);
    let [Doubt::Recounted(doubt)] = found(&collection)[..] else {
        panic!("{:?}", found(&collection));
    };
    assert_eq!(doubt.difference(), Some(decimal("-2")));
    assert_eq!(doubt.counted, Some(decimal("5200")));
}

#[test]
fn a_consolidated_return_and_its_units_are_not_added_twice() {
    let mut files = son_la();
    files.push(of("14", &son_la()));
    let collection = nation(&files);
    let (settled, totals) = settled(&collection);
    assert_eq!(settled.counted().count(), 1);
    let inside = |place: &&Place| {
        matches!(
            place,
            Place::Aside(Aside::Inside {
                is_another: false,
                ..
            })
        )
    };
    assert_eq!(settled.places.iter().filter(inside).count(), 4);
    assert_eq!(
        total(&collection, &totals, COUNT).number(),
        Some(decimal("5200"))
    );

    // A commune sends again, later: what was added up is another state of it, which is said.
    files[0] = files[0]
        .replace("\"100\"", "\"101\"")
        .replace("2026-03-10T02", "2026-03-12T02");
    let (settled, _) = super::settled(&nation(&files));
    let another = Place::Aside(Aside::Inside {
        whole: 3,
        is_another: true,
    });
    assert_eq!(settled.places[0], another);
}

#[test]
fn the_own_report_is_held_against_what_its_units_add_up_to() {
    let mut files = son_la();
    let mut own = begun(province());
    own.enter(cchc().form.cell(COUNT).unwrap(), "5.190");
    files.push(export_json(&own));
    let [Doubt::Own(doubt)] = found(&collected(&files))[..] else {
        panic!("{:?}", found(&collected(&files)));
    };
    assert_eq!(doubt.difference(), Some(decimal("-10")));
}

/// What was added up an hour ago is no contradiction because more has come since; it is made anew.
#[test]
fn the_kept_result_of_an_earlier_consolidation_is_not_held_against_later_files() {
    let mut files = son_la();
    let own = of("14", &files);
    files.push(own.clone());
    assert_eq!(found(&collected(&files)), []);
    files[0] = files[0]
        .replace("\"100\"", "\"101\"")
        .replace("2026-03-10T02", "2026-03-12T02");
    assert_eq!(found(&collected(&files)), []);

    // Changed by hand, it is found all the same, with the units at hand or without.
    let mut report = bieumau::exchange::read_source(&own).unwrap().report;
    let entry = bieumau::report::Entry::Number(decimal("5198"));
    report.entries.get_mut(COUNT).unwrap().put(entry);
    files.pop();
    files.push(export_json(&Session::open(cchc(), report)));
    let [Doubt::Changed(doubt)] = found(&collected(&files))[..] else {
        panic!("{:?}", found(&collected(&files)));
    };
    assert_eq!(doubt.difference(), Some(decimal("-2")));
}

#[test]
fn a_total_that_was_taken_out_is_no_figure_one_level_higher() {
    let mut report = bieumau::exchange::read_source(&of("14", &son_la()))
        .unwrap()
        .report;
    report.entries.remove(COUNT);
    let collection = nation(&[export_json(&Session::open(cchc(), report))]);
    let (_, totals) = settled(&collection);
    let total = total(&collection, &totals, COUNT);
    assert_eq!(total.figure, Err(NoTotal::NobodyReported));
    assert_eq!((total.spread.asked, total.spread.blank()), (4, 4));
    assert!(returned(&of("14", &son_la())).consolidated.is_some());
}
