//! The same returns give the same bytes, in whichever order they came.

use super::{agency, collected, file, made, province};
use crate::desk::form_text;
use bieumau::form::Level::{Commune, Department};
use bieumau::office::{Order, WRITERS};
use proptest::prelude::*;
use std::sync::LazyLock;

const ROW: &str = "pl1.b1.1";

/// Blank and not, twice the same agency, the lead agency, the province itself, one that stands for two others.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let unit = |code: &str, figures: &[(&str, &str)]| file(agency(code, Commune), figures);
    let early = unit("03667", &[(ROW, "3"), ("pl1.b1.5", "1")]);
    let late = early.replace("2026-03-10T02", "2026-03-11T02");
    let inner = [unit("90001", &[(ROW, "9")]), unit("90002", &[(ROW, "kps")])];
    vec![
        unit(
            "03646",
            &[(ROW, "41"), ("pl1.b1.5", "1"), ("pl1.b1.2.1", "7")],
        ),
        late,
        early,
        unit(
            "03670",
            &[
                (ROW, "Dự kiến 02"),
                ("pl1.b6.4.3.1", "8"),
                ("pl1.b6.4.3.2", "7"),
            ],
        ),
        file(agency("x-so", Department), &[("pl2.b2.1.4.1", "420")]),
        file(province(), &[("pl1.b1.2.1", "94"), ("pl1.b1.2.2", "90")]),
        {
            let mut whole = collected(&inner);
            whole.set_into(agency("90000", Department));
            made(&whole)
        },
    ]
});

fn made_of(order: &[usize]) -> String {
    made(&collected(order.iter().map(|at| &FILES[*at])))
}

#[test]
fn every_export_has_the_same_bytes() {
    let exports = |order: &[usize]| -> Vec<Vec<u8>> {
        let order = Order::open(&form_text("cchc-2026"), &made_of(order)).unwrap();
        let writers = WRITERS.iter();
        writers
            .map(|writer| (writer.write)(&order).unwrap_or_default())
            .collect()
    };
    let straight = exports(&[0, 1, 2, 3, 4, 5, 6]);
    assert!(straight.iter().all(|bytes| !bytes.is_empty()));
    for order in [[6, 5, 4, 3, 2, 1, 0], [3, 6, 2, 0, 5, 1, 4]] {
        assert_eq!(exports(&order), straight);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_report_has_the_same_bytes(order in Just([0, 1, 2, 3, 4, 5, 6]).prop_shuffle()) {
        prop_assert_eq!(made_of(&order), made_of(&[0, 1, 2, 3, 4, 5, 6]));
    }

    /// What was taken out again, or came twice, leaves nothing behind.
    #[test]
    fn coming_and_going_leaves_nothing_behind(
        order in Just([0, 1, 2, 3, 4, 5, 6]).prop_shuffle(),
        gone in 0_usize..7,
    ) {
        let mut collection = collected(order.iter().map(|at| &FILES[*at]));
        let taken = collection.returns()[gone].clone();
        collection.retain(|one| *one != taken);
        collection.leave_out("03646", true);
        collection.take(taken.clone());
        collection.take(taken);
        collection.leave_out("03646", false);
        prop_assert_eq!(made(&collection), made_of(&[0, 1, 2, 3, 4, 5, 6]));
    }
}
