//! Every inconsistency that was found in the five source documents (DOMAIN.md 3.1, 47 of them), and what becomes of
//! each: a finding, something that can no longer be written, or a matter of running text and so not of this part.

mod agreeing;
mod forms;
mod plans;
mod time;

use super::first_half_2021 as half_year;
use super::{ledger, quarter_one};
use crate::desk::form_text;
use bieumau::form::BUILT_IN;
use bieumau::report::rules::UNREADABLE;

/// What becomes of an inconsistency, and the test that shows it.
enum Proof {
    /// A finding of this rule.
    Caught(&'static str, fn()),
    /// It cannot be written any more, because of this.
    Impossible(&'static str, fn()),
    /// A sentence beside the list or the target says so.
    Told(&'static str, fn()),
    /// It stands in running text only, which the narrative report writes from the figures of the forms.
    Text(&'static str),
}

use Proof::{Caught, Impossible, Text, Told};

/// Number in DOMAIN.md 3.1, seed, row or place, and what becomes of it.
#[rustfmt::skip]
const LIST: [(u8, &str, &str, Proof); 47] = [
    (1, "000", "pl1.b1.2",
        Impossible("the share is computed from rows 2.1 and 2.2 and takes no entry",
            forms::the_share_of_the_plan_takes_no_entry)),
    (2, "000", "pl2.b2.3.3",
        Impossible("the share is computed and takes no entry", forms::the_share_of_petitions_takes_no_entry)),
    (3, "000", "pl2.b2.3.1.1",
        Impossible("the row is fed from the ledger of dossiers, where received and resolved are two rows",
            ledger::slip_3_of_seed_000_is_impossible_because_the_ledger_feeds_the_row)),
    (4, "000", "II.2.7",
        Caught("r-ledger-resolved-1", ledger::slips_4_and_5_of_seed_000_are_named_with_their_differences)),
    (5, "000", "II.2.7",
        Caught("r-ledger-balance-1", ledger::slips_4_and_5_of_seed_000_are_named_with_their_differences)),
    (6, "000", "II.6.8", Text("a share of the text alone; no sheet asks for all online dossiers together")),
    (7, "000", "II.6.6, II.6.8",
        Impossible("a share is rounded once, half away from zero",
            forms::shares_are_rounded_and_never_cut_off)),
    (8, "000", "pl1.b6.4.1", Text("the sheet has one figure; the text is to print that one")),
    (9, "000", "pl1.b6.4.2", Text("the sheet has one figure; the text is to print that one")),
    (10, "000", "pl1.b6.4.3.2", Text("the sheet has one figure; the text is to print that one")),
    (11, "000", "pl1.b6.4.4.2", Text("the sheet has one figure; the text is to print that one")),
    (12, "000", "pl1.b6.4.5", Text("the sheet has one figure; the text is to print that one")),
    (13, "000", "pl1.b6.3.2", Text("the text speaks of signatures, the sheet of documents sent")),
    (14, "000", "pl2.b2.1.2, pl2.b2.1.3", Text("the decisions are counted in the text alone")),
    (15, "000", "pl2.b2.1.4", Text("the procedures on the portal are counted in the text alone")),
    (16, "000", "pl1.b1.3.3, pl1.b2.2.2, pl1.b2.3.2",
        Impossible("nothing of nothing has no share and says so",
            quarter_one::nothing_of_nothing_is_no_share)),
    (17, "000", "pl1.b1.5, pl1.b1.5.1, pl1.b1.5.2",
        Caught("r-survey-zero-method",
            quarter_one::an_online_survey_without_a_single_form_is_a_contradiction)),
    (18, "000", "pl1.b5.1, pl1.b5.1.1, pl1.b5.1.2",
        Caught(UNREADABLE, forms::the_text_of_the_template_is_no_figure)),
    (19, "000", "pl1.b1.3.1", Caught(UNREADABLE, forms::an_estimate_in_words_is_no_figure)),
    (20, "000", "pl1.b6.2, pl1.b6.4.3.1, pl1.b6.4.3.2",
        Impossible("the measure comes from the form set", forms::the_measure_comes_from_the_form_set)),
    (21, "000", "II.2.7, I.5, I.6",
        Impossible("a report has one window and carries it; those of single sections are told beside it",
            time::a_report_has_one_window_and_the_others_of_its_document_are_told_beside_it)),
    (22, "000", "pl1.b1.4, pl1.b6.4",
        Impossible("rows of the whole province are not asked of a department and name who fills them",
            forms::a_sheet_says_whose_figures_it_asks_for)),
    (23, "002", "1.2.1 to 1.2.4",
        Impossible("the code comes from the form set", forms::the_code_comes_from_the_form_set)),
    (24, "002", "1.5", Caught(UNREADABLE, half_year::dialogues_counted_in_a_row_of_choices_are_no_option)),
    (25, "002", "3.5.2, 7.8.1, 7.8.2",
        Caught("r-x-3.5.2", half_year::online_procedures_are_counted_in_two_sections_and_differ_by_47)),
    (26, "002", "4.1.4, 6.1 to 6.4",
        Caught("r-sum-6", half_year::two_hundred_and_thirty_eight_units_are_in_no_class_of_autonomy)),
    (27, "002", "4.2, 4.2.1",
        Caught("r-head-4.2", half_year::the_heading_of_posts_differs_from_its_first_row_by_seven)),
    (28, "002", "7.6.2#1, 7.6.2#2",
        Caught("r-pct-7.6.2", half_year::two_shares_that_exclude_each_other_are_more_than_a_hundred)),
    (29, "002", "7.6.2",
        Caught("r-monotone",
            time::documents_of_six_months_are_no_fewer_than_those_of_the_first_quarter)),
    (30, "002", "3.4.1 to 3.4.5",
        Caught("r-same-99", half_year::the_same_share_five_times_wants_an_explanation)),
    (31, "002", "4.2.4, 4.3.3", Text("119 and 77 persons stand in the text alone")),
    (32, "002", "I.2.4", Text("the cases stand in the text alone")),
    (33, "002", "2.2",
        Text("the sheet asks for one figure and says which; the two parts stand in the text alone")),
    (34, "002", "I.2.6", Text("a share of the text alone")),
    (35, "001", "number of tasks",
        Told("tasks are counted from the list; beside it stands what the document says",
            plans::tasks_are_counted_from_the_list_and_the_printed_count_is_told)),
    (36, "001", "target of digitisation",
        Told("the target is doubtful and no row is judged by it",
            plans::three_percentages_for_two_levels_are_told)),
    (37, "001", "tasks II.5, IV.4",
        Told("a task done after its day is late", plans::tasks_done_after_their_day_are_late)),
    (38, "001", "date of Thông tư 02/2017", Text("a date of a law in the text")),
    (39, "003", "V.1", Text("a point is missing in the text")),
    (40, "003", "date of a law", Text("a date of a law in the text")),
    (41, "004", "appendix", Text("the number of a decision in the text")),
    (42, "004", "target \"trên 100%\"",
        Told("the target cannot be reached", plans::a_share_of_more_than_everything_is_told_and_judges_nothing)),
    (43, "004", "deadlines outside 2022",
        Told("a deadline outside the year of the plan", plans::deadlines_outside_the_year_of_the_plan_are_told)),
    (44, "004", "numbers of sections", Text("two sections of the text have one number")),
    (45, "000", "date of Nghị định 45/2020", Text("a date of a law in the text")),
    (46, "000", "date of Kế hoạch 13/KH-VPUB", Text("a date of a document in the text")),
    (47, "001", "date of a circular", Text("a date of a law in the text")),
];

#[test]
fn the_list_has_every_number_once() {
    let numbers: Vec<u8> = LIST.iter().map(|(number, ..)| *number).collect();
    let all: Vec<u8> = (1..=47).collect();
    assert_eq!(numbers, all);
    for (number, seed, place, proof) in &LIST {
        assert!(
            ["000", "001", "002", "003", "004"].contains(seed),
            "{number}"
        );
        assert!(!place.is_empty(), "{number}");
        let (Caught(why, _) | Impossible(why, _) | Told(why, _) | Text(why)) = proof;
        assert!(!why.is_empty(), "{number}");
    }
}

#[test]
fn every_rule_of_the_list_stands_in_a_form_set() {
    let texts: Vec<String> = BUILT_IN.iter().map(|known| form_text(known.id)).collect();
    for (number, _, _, proof) in &LIST {
        if let Caught(rule, _) = proof {
            let known = *rule == UNREADABLE
                || texts
                    .iter()
                    .any(|text| text.contains(&format!("\"id\": \"{rule}\"")));
            assert!(known, "{number}: {rule}");
        }
    }
}

/// The tests of the list run by their own names; running them from here as well shows that each still stands for its
/// number.
#[test]
fn what_concerns_forms_periods_targets_and_tasks_is_shown() {
    let mut shown = 0;
    for (_, _, _, proof) in &LIST {
        if let Caught(_, test) | Impossible(_, test) | Told(_, test) = proof {
            test();
            shown += 1;
        }
    }
    let in_text = LIST.iter().filter(|entry| matches!(entry.3, Text(_)));
    assert_eq!((shown, in_text.count()), (26, 21));
}
