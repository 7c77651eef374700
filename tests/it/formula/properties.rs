//! Random expressions against a slow judge that shares no code with the evaluator.

use super::{operand, written};
use bieumau::formula::{Formula, Reason, Value};
use bieumau::number::{Decimal, Fraction};
use proptest::prelude::*;

/// What the rows `r0` to `r7` hold in every run.
const ROWS: [&str; 8] = ["0", "3", "-7", "2.5", "12", "-", "x", "?"];

#[derive(Clone, Debug)]
enum Tree {
    Row(usize),
    Number(u8),
    Negate(Box<Tree>),
    Two(char, Box<Tree>, Box<Tree>),
    Percent(Box<Tree>, Box<Tree>),
    Change(Box<Tree>, Box<Tree>),
    Sum(Vec<Tree>),
}

fn tree() -> impl Strategy<Value = Tree> {
    // Rows with a number come up more often than rows without: most trees shall have a value.
    let leaf = prop_oneof![
        6 => (0_usize..5).prop_map(Tree::Row),
        1 => (5_usize..8).prop_map(Tree::Row),
        3 => any::<u8>().prop_map(Tree::Number),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let pair = || {
            (
                inner.clone().prop_map(Box::new),
                inner.clone().prop_map(Box::new),
            )
        };
        let sign = prop::sample::select(vec!['+', '-', '*', '/']);
        prop_oneof![
            1 => inner.clone().prop_map(|tree| Tree::Negate(Box::new(tree))),
            6 => (sign, pair()).prop_map(|(sign, (left, right))| Tree::Two(sign, left, right)),
            2 => pair().prop_map(|(part, whole)| Tree::Percent(part, whole)),
            1 => pair().prop_map(|(now, before)| Tree::Change(now, before)),
            2 => prop::collection::vec(inner.clone(), 1..4).prop_map(Tree::Sum),
        ]
    })
}

/// The tree as a formula, bracketed only where its own precedence (sum 1, product 2, sign 3) asks for it.
fn text(tree: &Tree, needs: u8) -> String {
    let (binds, text) = match tree {
        Tree::Row(row) => (9, format!("[r{row}]")),
        Tree::Number(number) => (9, number.to_string()),
        Tree::Negate(inner) => (3, format!("-{}", text(inner, 3))),
        Tree::Two(sign, left, right) => {
            let binds = if matches!(sign, '+' | '-') { 1 } else { 2 };
            let (left, right) = (text(left, binds), text(right, binds + 1));
            (binds, format!("{left} {sign} {right}"))
        }
        Tree::Percent(part, whole) => {
            (9, format!("percent({}, {})", text(part, 0), text(whole, 0)))
        }
        Tree::Change(now, before) => (
            9,
            format!("percent_change({},{})", text(now, 0), text(before, 0)),
        ),
        Tree::Sum(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| text(part, 0)).collect();
            (9, format!("sum({})", parts.join(" , ")))
        }
    };
    if binds < needs {
        format!("({text})")
    } else {
        text
    }
}

/// A fraction with a positive denominator, in lowest terms.
type Number = (i128, i128);
/// `None` where the judge himself runs out of digits.
type Verdict = Option<Result<Number, Reason>>;

fn lowest(numerator: i128, denominator: i128) -> Option<Number> {
    let (mut a, mut b) = (numerator.checked_abs()?, denominator.checked_abs()?);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let sign = denominator.signum();
    Some((numerator / a * sign, denominator / a * sign))
}

fn weight(reason: Reason) -> usize {
    let by_weight = [
        Reason::ZeroDenominator,
        Reason::Missing,
        Reason::NotApplicable,
        Reason::Unreadable,
    ];
    by_weight.iter().position(|known| *known == reason).unwrap()
}

fn work(sign: char, left: Result<Number, Reason>, right: Result<Number, Reason>) -> Verdict {
    let ((a, b), (c, d)) = match (left, right) {
        (Ok(left), Ok(right)) => (left, right),
        (Err(one), Err(other)) => {
            return Some(Err(if weight(one) > weight(other) {
                one
            } else {
                other
            }));
        }
        (Err(reason), _) | (_, Err(reason)) => return Some(Err(reason)),
    };
    let (left, right) = (a.checked_mul(d)?, c.checked_mul(b)?);
    let common = b.checked_mul(d)?;
    Some(Ok(match sign {
        '+' => lowest(left.checked_add(right)?, common)?,
        '-' => lowest(left.checked_sub(right)?, common)?,
        '*' => lowest(a.checked_mul(c)?, common)?,
        _ if c == 0 => return Some(Err(Reason::ZeroDenominator)),
        _ => lowest(left, right)?,
    }))
}

fn judge(tree: &Tree) -> Verdict {
    let hundred = Ok((100, 1));
    match tree {
        Tree::Row(row) => Some(match ROWS[*row] {
            "-" => Err(Reason::Missing),
            "x" => Err(Reason::NotApplicable),
            "?" => Err(Reason::Unreadable),
            "2.5" => Ok((5, 2)),
            whole => Ok((whole.parse().unwrap(), 1)),
        }),
        Tree::Number(number) => Some(Ok((i128::from(*number), 1))),
        Tree::Negate(inner) => work('-', Ok((0, 1)), judge(inner)?),
        Tree::Two(sign, left, right) => work(*sign, judge(left)?, judge(right)?),
        Tree::Percent(part, whole) => work('*', work('/', judge(part)?, judge(whole)?)?, hundred),
        Tree::Change(now, before) => {
            let before = judge(before)?;
            let change = work('-', judge(now)?, before)?;
            work('*', work('/', change, before)?, hundred)
        }
        Tree::Sum(parts) => {
            let mut total = Ok((0, 1));
            for part in parts {
                total = work('+', total, judge(part)?)?;
            }
            Some(total)
        }
    }
}

fn computed(formula: &Formula) -> Result<Fraction, Reason> {
    let outcome = formula.evaluate(|place| {
        let row: usize = formula.rows()[place][1..].parse().unwrap();
        operand(ROWS[row])
    });
    outcome.value.map(|value| match value {
        Value::Number(number) => number,
        Value::Truth(truth) => panic!("{truth} is no number"),
    })
}

/// The verdict as the calculator would give it; none where its digits do not fit a decimal.
fn expected(tree: &Tree) -> Option<Result<Fraction, Reason>> {
    let whole = |number: i128| Some(Fraction::from_decimal(Decimal::new(number, 0)?));
    Some(match judge(tree)? {
        Ok((numerator, denominator)) => Ok(whole(numerator)?.checked_div(whole(denominator)?)?),
        Err(reason) => Err(reason),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_evaluator_agrees_with_the_judge(tree in tree()) {
        let Some(expected) = expected(&tree) else { return Ok(()); };
        let text = text(&tree, 0);
        let formula = Formula::parse(&text).unwrap();
        prop_assert_eq!(computed(&formula), expected, "{}", text);
    }

    #[test]
    fn the_explanation_is_a_formula_of_the_same_value(tree in tree()) {
        let Some(expected) = expected(&tree) else { return Ok(()); };
        let explained = written(&Formula::parse(&text(&tree, 0)).unwrap());
        let formula = Formula::parse(&explained).unwrap();
        prop_assert_eq!(computed(&formula), expected, "{}", explained);
    }

    #[test]
    fn no_text_makes_the_parser_fail_otherwise_than_in_words(text in r"[-+*/()\[\]a-c0-9.,=<>! ]{0,40}") {
        if let Ok(formula) = Formula::parse(&text) {
            formula.evaluate(|_| operand("2"));
            prop_assert!(!formula.pieces().is_empty(), "{}", text);
        }
    }
}

#[test]
fn the_judge_is_sound() {
    assert_eq!(lowest(6, -4), Some((-3, 2)));
    let third = Tree::Two('/', Box::new(Tree::Number(1)), Box::new(Tree::Row(1)));
    assert_eq!(judge(&third), Some(Ok((1, 3))));
    let growth = Tree::Change(Box::new(Tree::Row(4)), Box::new(Tree::Row(1)));
    assert_eq!(judge(&growth), Some(Ok((300, 1))));
}
