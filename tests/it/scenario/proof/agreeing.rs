//! What was checked and found right in the seeds (the paragraph below the list of DOMAIN.md 3.1) raises nothing.
//!
//! Of its sums these stand in running text only: 388 + 1.590 + 127, 80.165 + 7.286, 3.281 + 7.268, 6 + 71, 77 + 4 and
//! 1.746 + 156 in seed 000; 547 + 261.657, 17 + 90 and 1.162 + 5.875 in seed 002.

use crate::desk::{Desk, printed};
use crate::scenario::first_half_2021;
use bieumau::number::write;

fn rules(desk: &Desk) -> Vec<String> {
    let findings = desk.session.findings();
    findings.into_iter().map(|finding| finding.rule).collect()
}

/// The rule is silent about the printed figures, and speaks once one of them is another.
fn agrees(mut desk: Desk, rule: &str, row: &str, other: &str) {
    assert!(!rules(&desk).contains(&rule.to_owned()), "{rule}");
    desk.enter(row, other);
    assert!(rules(&desk).contains(&rule.to_owned()), "{row} = {other}");
}

#[test]
fn sums_of_the_first_quarter_of_2026_close() {
    // 9 + 0, documents of province and communes.
    agrees(Desk::quarter_one(), "r-sum-b2.1", "pl1.b2.1.2", "1");
    // 0 + 3 + 0, public service units.
    agrees(Desk::quarter_one(), "r-sum-b3.1.5", "pl1.b3.1.5.1", "1");
    // 1.777 + 420, procedures.
    agrees(Desk::quarter_one(), "r-sum-1.4", "pl2.b2.1.4.2", "421");
    // 12 + 8, tasks of the Government done and in progress; those in progress are not asked for.
    agrees(Desk::quarter_one(), "r-sum-b1.4", "pl1.b1.4.3", "9");
    // 1 + 1 + 0 + 1, levels of autonomy; the nought was printed as an empty cell.
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b5.2.4", "0");
    agrees(desk, "r-sum-b5.2", "pl1.b5.2.4", "1");
}

#[test]
fn sums_of_the_first_half_of_2021_close() {
    // 1.342 + 235 + 118, procedures of the three levels.
    agrees(first_half_2021::as_meant(), "r-sum-3.1.3", "3.1.3#3", "119");
    // 11 + 347 + 579, public service units.
    agrees(first_half_2021::as_meant(), "r-sum-4.1.4", "4.1.4#1", "12");
}

/// Seven of the printed shares follow from the printed counts, rounded as they were printed.
#[test]
fn shares_of_the_first_quarter_of_2026_are_the_printed_ones() {
    let desk = Desk::quarter_one();
    let mut agreeing = 0;
    for (row, typed, decimals) in [
        ("pl1.b6.4.1", "28.6%", 1),
        ("pl1.b6.4.2", "81.2%", 1),
        ("pl1.b6.4.3", "97.4%", 1),
        ("pl1.b6.4.4", "98.6%", 1),
        ("pl1.b6.4.5", "100%", 1),
        ("pl2.b2.3.1", "71.3", 1),
        ("pl2.b2.3.2", "98.4", 1),
    ] {
        assert!(printed().contains(&(row, typed)), "{row}");
        let derived = desk.session.derived(desk.cell(row)).unwrap();
        let rounded = derived.exact.unwrap().round(decimals).unwrap();
        let typed = typed.trim_end_matches('%').replace('.', ",");
        assert_eq!(write(rounded), typed, "{row}");
        agreeing += 1;
    }
    assert_eq!(agreeing, 7);
}
