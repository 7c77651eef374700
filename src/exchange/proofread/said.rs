//! What is said of a claim, in both languages.

use super::claims::{Claim, What, Why};
use super::verdict::Verdict;
use crate::form::Form;
use crate::number::{Decimal, write};
use crate::words::Phrase;

/// What is said of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// How it is computed: `21 ÷ 41 × 100 = 51,22`; empty where nothing is.
    pub computed: String,
    /// What becomes of it.
    pub verdict: Phrase,
    /// What the report says of it; empty where it says nothing.
    pub row: Phrase,
}

/// What is said of a claim beside the form of the open report.
pub fn spoken(claim: &Claim, form: &Form) -> Spoken {
    Spoken {
        computed: computed(claim),
        verdict: verdict(claim),
        row: row(claim, form),
    }
}

fn computed(claim: &Claim) -> String {
    let Some(result) = claim.computed().map(write) else {
        return String::new();
    };
    match &claim.what {
        What::Ratio { part, whole, .. } => {
            let whole = whole.map(write).unwrap_or_default();
            [&write(*part), " ÷ ", &whole, " × 100 = ", &result, "%"].concat()
        }
        What::Sum { parts, .. } => {
            let parts: Vec<String> = parts.iter().map(|part| write(*part)).collect();
            [&parts.join(" + "), " = ", &result].concat()
        }
        What::Change { before, after, .. } => {
            let has_grown = after >= before;
            let (after, before) = (write(*after), write(*before));
            let (one, other) = if has_grown {
                (&after, &before)
            } else {
                (&before, &after)
            };
            [
                "(",
                one,
                " − ",
                other,
                ") ÷ ",
                &before,
                " × 100 = ",
                &result,
                "%",
            ]
            .concat()
        }
        What::Mean { total, years, .. } => {
            [&write(*total), " ÷ ", &write(*years), " = ", &result].concat()
        }
        What::Listed { .. } | What::Share { .. } | What::Figure { .. } => String::new(),
    }
}

fn verdict(claim: &Claim) -> Phrase {
    let is_percent = matches!(
        claim.what,
        What::Ratio { .. } | What::Change { .. } | What::Share { .. }
    );
    let with_sign =
        |number: Decimal| [write(number).as_str(), if is_percent { "%" } else { "" }].concat();
    let printed = claim.printed().map(with_sign).unwrap_or_default();
    let computed = claim.computed().map(with_sign).unwrap_or_default();
    match claim.verdict {
        Verdict::Agrees => Phrase::new("Khớp.", "Agrees."),
        Verdict::Truncated => Phrase::said(
            "Ghi {} là cắt bớt chữ số thập phân; làm tròn thì được {}.",
            "{} is cut off; rounded it is {}.",
            &[&printed, &rounded(claim)],
        ),
        Verdict::Disagrees => {
            let off = claim
                .difference()
                .map(|off| write(off.abs()))
                .unwrap_or_default();
            match &claim.what {
                What::Change { .. } if claim.printed() == claim.computed() => Phrase::new(
                    "Tăng hay giảm ghi ngược.",
                    "It says growth for a fall, or a fall for growth.",
                ),
                What::Listed { .. } => Phrase::said(
                    "Ghi {}, đếm được {}: lệch {}.",
                    "It says {}; {} are counted: off by {}.",
                    &[&printed, &computed, &off],
                ),
                _ => Phrase::said(
                    "Ghi {}, tính được {}: lệch {}.",
                    "It says {}; computed is {}: off by {}.",
                    &[&printed, &computed, &off],
                ),
            }
        }
        Verdict::CannotTell => match claim.why {
            Why::NoPercent => Phrase::said(
                "Câu không ghi tỷ lệ; tính được {}.",
                "The sentence gives no percentage; computed is {}.",
                &[&computed],
            ),
            Why::NoWhole => match claim.computed() {
                Some(sum) => Phrase::said(
                    "Cộng được {}; không thấy tổng trong lời văn để so.",
                    "The sum is {}; the text has no total to compare it with.",
                    &[&write(sum)],
                ),
                None => Phrase::new(
                    "Không thấy tổng mà tỷ lệ này tính trên đó.",
                    "The whole of which this is a share is not in the text.",
                ),
            },
            Why::ManyWholes => Phrase::new(
                "Không rõ tỷ lệ này tính trên tổng nào.",
                "It is not clear of which whole this is a share.",
            ),
            Why::NotAll => Phrase::said(
                "Cộng được {}, tổng ghi {}; có thể lời văn chỉ nêu một phần.",
                "The sum is {}, the total says {}; the text may name only some of the parts.",
                &[&computed, &printed],
            ),
            Why::RowOnly => Phrase::default(),
            Why::NoParts | Why::Plain => Phrase::new(
                "Lời văn không ghi tử số và mẫu số.",
                "The text does not give numerator and denominator.",
            ),
        },
    }
}

/// What is computed, rounded to the printed places.
fn rounded(claim: &Claim) -> String {
    let decimals = match &claim.what {
        What::Ratio { printed, .. } => printed.map_or(2, |printed| printed.decimals),
        What::Change { printed, .. } | What::Mean { printed, .. } => printed.decimals,
        _ => 2,
    };
    let rounded = claim
        .exact()
        .and_then(|exact| exact.round(decimals))
        .map(write)
        .unwrap_or_default();
    let is_mean = matches!(claim.what, What::Mean { .. });
    [rounded.as_str(), if is_mean { "" } else { "%" }].concat()
}

fn row(claim: &Claim, form: &Form) -> Phrase {
    let Some(beside) = claim.row else {
        return Phrase::default();
    };
    let address = form.address(beside.cell);
    let Some(row) = form.row(beside.cell) else {
        return Phrase::default();
    };
    let is_percent = row.kind == crate::form::Kind::Ratio;
    let mut value = [
        write(beside.value).as_str(),
        if is_percent { "%" } else { "" },
    ]
    .concat();
    if let Some((part, whole)) = beside.parts {
        value = [&write(part), "/", &write(whole), " = ", &value].concat();
    }
    if let Some((other, their_value)) = beside.other {
        let their = form.address(other);
        let label = form
            .row(other)
            .map(|row| row.label.clone())
            .unwrap_or_default();
        let their_value = write(their_value);
        let said = |template: &str, names: [&str; 4]| {
            let [one, label, other, their_label] = names;
            crate::words::filled(
                template,
                &[one, label, &value, other, their_label, &their_value],
            )
        };
        let vi = [&address.vi, &row.label.vi, &their.vi, &label.vi].map(String::as_str);
        let en = [&address.en, &row.label.en, &their.en, &label.en].map(String::as_str);
        return Phrase::new(
            said("Đối chiếu {} “{}” ({}) và {} “{}” ({}).", vi),
            said("Compared with {} “{}” ({}) and {} “{}” ({}).", en),
        );
    }
    let said = |vi: &str, en: &str| {
        Phrase::new(
            crate::words::filled(vi, &[&address.vi, &row.label.vi, &value]),
            crate::words::filled(en, &[&address.en, &row.label.en, &value]),
        )
    };
    if beside.is_same {
        said("Khớp với {} “{}”: {}.", "As in {} “{}”: {}.")
    } else {
        said(
            "Khác với {} “{}”: biểu ghi {}.",
            "Other than {} “{}”, which says {}.",
        )
    }
}
