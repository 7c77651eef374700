//! Formulas: what is refused and where, what binds tighter, what blank and zero give, how it is explained.

mod explaining;
mod properties;
mod refusing;
mod values;

use bieumau::formula::{Formula, Operand, Outcome, Piece, Reason, Value};
use bieumau::number::{Decimal, Fraction};

/// What a row holds, in one word: `-` blank, `x` not applicable, `?` unreadable, `0/0` a ratio without a
/// value, otherwise a number.
fn operand(word: &str) -> Operand {
    match word {
        "-" => Operand::Blank,
        "x" => Operand::Without(Reason::NotApplicable),
        "?" => Operand::Without(Reason::Unreadable),
        "0/0" => Operand::Without(Reason::ZeroDenominator),
        _ => Operand::Value(Fraction::from_decimal(
            Decimal::parse_canonical(word).unwrap(),
        )),
    }
}

fn outcome(text: &str, rows: &[(&str, &str)]) -> Outcome {
    let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    formula.evaluate(|place| {
        let id = &formula.rows()[place];
        let held = rows.iter().find(|(row, _)| row == id);
        operand(held.unwrap_or_else(|| panic!("{text} asks for {id}")).1)
    })
}

/// The value in words: a number to six decimals, `true`, `false`, or the word of the reason.
fn value(text: &str, rows: &[(&str, &str)]) -> String {
    match outcome(text, rows).value {
        Ok(Value::Number(number)) => number.round(6).unwrap().canonical(),
        Ok(Value::Truth(truth)) => truth.to_string(),
        Err(reason) => reason.code().to_owned(),
    }
}

/// The pieces as the text of a formula: `[a] ÷ [b] × 100`.
fn written(formula: &Formula) -> String {
    let pieces = formula.pieces().into_iter();
    let words: Vec<String> = pieces
        .map(|piece| match piece {
            Piece::Row(place) => format!("[{}]", formula.rows()[place]),
            Piece::Number(number) => number.canonical(),
            Piece::Sign(sign) => sign.to_owned(),
        })
        .collect();
    words.join(" ").replace("( ", "(").replace(" )", ")")
}
