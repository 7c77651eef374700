//! Where figures stand in a drawing.

use super::number;
use bieumau::plan::{Course, Scale};
use proptest::prelude::*;

#[test]
fn a_share_is_drawn_on_a_scale_of_a_hundred() {
    let figures = [number("85.4"), number("98.4"), number("100")];
    let course = Course::of(&figures, number("95"), true);
    assert_eq!(
        (course.scale.low(), course.scale.high()),
        (number("0"), number("100"))
    );
    assert_eq!(course.mark, 950);
    assert_eq!(course.points, [(166, 854), (500, 984), (833, 1000)]);
}

#[test]
fn a_cut_that_became_a_growth_stands_below_zero() {
    let course = Course::of(&[number("-5"), number("15")], number("15"), false);
    assert_eq!(course.scale.low(), number("-5"));
    assert_eq!(course.points, [(250, 0), (750, 1000)]);
    assert_eq!(course.scale.place(number("0")), 250);
}

#[test]
fn amounts_reach_to_the_largest_of_figures_and_mark() {
    let course = Course::of(&[number("3988")], number("4000"), false);
    assert_eq!(course.points, [(500, 997)]);
    assert_eq!(course.mark, 1000);
    // Nothing at all is drawn too.
    let nothing = Course::of(&[], number("0"), false);
    assert_eq!((nothing.mark, nothing.points.len()), (0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every point lies in the drawing, and a larger figure never lower than a smaller one.
    #[test]
    fn every_figure_lies_in_the_drawing(all in proptest::collection::vec(any::<i64>(), 1..20), mark in any::<i64>()) {
        let figures: Vec<_> = all.iter().copied().map(bieumau::number::Decimal::from_integer).collect();
        let mark = bieumau::number::Decimal::from_integer(mark);
        let course = Course::of(&figures, mark, false);
        prop_assert!(course.mark <= 1000);
        prop_assert!(course.points.iter().all(|(right, up)| *right <= 1000 && *up <= 1000));
        let scale = Scale::of(figures.iter().copied().chain([mark]), false);
        let mut sorted = figures.clone();
        sorted.sort();
        let places: Vec<u32> = sorted.iter().map(|figure| scale.place(*figure)).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
