//! Tokens → program, by the shunting-yard method: one loop and a stack on the heap, no recursion.
//!
//! Types are followed while the program is written, so a formula that adds a number to a truth is refused
//! here, with the place, and the evaluator never meets one.

use super::token::{Token, tokens};
use super::{Formula, MAX_LENGTH, Step, Type};
use crate::words::Phrase;

/// Why a formula is refused. `place` counts characters from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormulaError {
    /// Nothing is written.
    Empty,
    /// More than [`MAX_LENGTH`] bytes.
    TooLong,
    /// A sign that the language does not have.
    UnknownSign {
        /// Where.
        place: usize,
        /// Which.
        sign: char,
    },
    /// A `[` without its `]`.
    OpenReference {
        /// Where the bracket opens.
        place: usize,
    },
    /// Digits that are not a number, such as `1.2.3`.
    NotANumber {
        /// Where.
        place: usize,
        /// The digits.
        text: String,
    },
    /// A function that the language does not have.
    UnknownFunction {
        /// Where.
        place: usize,
        /// Its name.
        name: String,
    },
    /// A function with too few or too many operands.
    WrongCount {
        /// Its name.
        name: &'static str,
        /// How many it takes.
        wants: &'static str,
    },
    /// `blank` or `filled` of something that is not a row.
    WantsRow {
        /// Where.
        place: usize,
    },
    /// A number where a truth is needed, or the other way round.
    WrongType {
        /// Where.
        place: usize,
    },
    /// Two operands without an operator, an operator without operands, a bracket without its partner.
    Misplaced {
        /// Where.
        place: usize,
    },
}

impl FormulaError {
    /// The error in words, for the person who wrote the form set.
    pub fn words(&self) -> Phrase {
        let at = |place: &usize, vi: String, en: String| {
            Phrase::new(
                format!("Công thức, ký tự thứ {place}: {vi}"),
                format!("Formula, character {place}: {en}"),
            )
        };
        match self {
            FormulaError::Empty => Phrase::new("Công thức để trống.", "The formula is empty."),
            FormulaError::TooLong => Phrase::said(
                "Công thức dài quá {} byte.",
                "The formula is longer than {} bytes.",
                &[&MAX_LENGTH.to_string()],
            ),
            FormulaError::UnknownSign { place, sign } => at(
                place,
                format!("không có ký hiệu “{sign}”."),
                format!("there is no sign “{sign}”."),
            ),
            FormulaError::OpenReference { place } => at(
                place,
                "dấu “[” chưa có dấu “]” đóng lại.".into(),
                "“[” has no closing “]”.".into(),
            ),
            FormulaError::NotANumber { place, text } => at(
                place,
                format!("“{text}” không phải là số."),
                format!("“{text}” is not a number."),
            ),
            FormulaError::UnknownFunction { place, name } => at(
                place,
                format!("không có hàm “{name}”."),
                format!("there is no function “{name}”."),
            ),
            FormulaError::WrongCount { name, wants } => Phrase::said(
                "Hàm “{}” cần {} toán hạng.",
                "Function “{}” takes {} operands.",
                &[name, wants],
            ),
            FormulaError::WantsRow { place } => at(
                place,
                "ở đây cần đúng một dòng, viết như [mã dòng].".into(),
                "exactly one row is needed here, written as [row id].".into(),
            ),
            FormulaError::WrongType { place } => at(
                place,
                "phép so sánh đứng ở chỗ của một con số, hoặc ngược lại.".into(),
                "a comparison stands where a number is needed, or the other way round.".into(),
            ),
            FormulaError::Misplaced { place } => at(
                place,
                "thiếu toán hạng, phép tính hoặc dấu ngoặc.".into(),
                "an operand, an operator or a bracket is missing.".into(),
            ),
        }
    }
}

/// What waits on the operator stack.
enum Waiting {
    Operator {
        place: usize,
        step: Step,
        binds: u8,
    },
    Open {
        place: usize,
        /// The function whose operands this bracket holds; none for plain brackets.
        function: Option<Function>,
        operands: usize,
    },
}

#[derive(Clone, Copy)]
enum Function {
    Percent,
    PercentChange,
    Sum,
}

const NEGATE: u8 = 4;

struct Writer {
    steps: Vec<Step>,
    types: Vec<Type>,
    rows: Vec<String>,
}

impl Writer {
    fn row(&mut self, id: String) -> usize {
        match self.rows.iter().position(|known| *known == id) {
            Some(place) => place,
            None => {
                self.rows.push(id);
                self.rows.len() - 1
            }
        }
    }

    fn operand(&mut self, step: Step, gives: Type) {
        self.steps.push(step);
        self.types.push(gives);
    }

    /// Writes a step that takes `count` numbers and gives one thing.
    fn apply(
        &mut self,
        place: usize,
        step: Step,
        count: usize,
        gives: Type,
    ) -> Result<(), FormulaError> {
        for _ in 0..count {
            match self.types.pop() {
                Some(Type::Number) => {}
                Some(Type::Truth) => return Err(FormulaError::WrongType { place }),
                None => return Err(FormulaError::Misplaced { place }),
            }
        }
        self.operand(step, gives);
        Ok(())
    }

    fn operator(&mut self, place: usize, step: Step) -> Result<(), FormulaError> {
        let (count, gives) = match step {
            Step::Negate => (1, Type::Number),
            Step::Compare(_) => (2, Type::Truth),
            _ => (2, Type::Number),
        };
        self.apply(place, step, count, gives)
    }

    fn function(
        &mut self,
        place: usize,
        function: Function,
        operands: usize,
    ) -> Result<(), FormulaError> {
        let (step, fits, name, wants) = match function {
            Function::Percent => (Step::Percent, operands == 2, "percent", "2"),
            Function::PercentChange => (Step::PercentChange, operands == 2, "percent_change", "2"),
            Function::Sum => (Step::Sum(operands), operands >= 1, "sum", "1+"),
        };
        if !fits {
            return Err(FormulaError::WrongCount { name, wants });
        }
        self.apply(place, step, operands, Type::Number)
    }
}

pub(super) fn parse(text: &str) -> Result<Formula, FormulaError> {
    if text.len() > MAX_LENGTH {
        return Err(FormulaError::TooLong);
    }
    let tokens = tokens(text)?;
    let end = text.chars().count() + 1;
    let mut writer = Writer {
        steps: Vec::new(),
        types: Vec::new(),
        rows: Vec::new(),
    };
    let mut waiting: Vec<Waiting> = Vec::new();
    // True where an operand may begin: at the start, after an operator, a bracket or a comma.
    let mut wants_operand = true;
    let mut input = tokens.into_iter().peekable();

    while let Some((place, token)) = input.next() {
        match token {
            Token::Row(_) | Token::Number(_) | Token::Name(_) | Token::Open if !wants_operand => {
                return Err(FormulaError::Misplaced { place });
            }
            Token::Row(id) => {
                let row = writer.row(id);
                writer.operand(Step::Row(row), Type::Number);
                wants_operand = false;
            }
            Token::Number(number) => {
                writer.operand(Step::Number(number), Type::Number);
                wants_operand = false;
            }
            Token::Open => waiting.push(Waiting::Open {
                place,
                function: None,
                operands: 1,
            }),
            Token::Name(name) => {
                if !matches!(input.next(), Some((_, Token::Open))) {
                    return Err(FormulaError::Misplaced { place });
                }
                let function = match name.as_str() {
                    "percent" => Function::Percent,
                    "percent_change" => Function::PercentChange,
                    "sum" => Function::Sum,
                    "blank" | "filled" => {
                        let (Some((_, Token::Row(id))), Some((_, Token::Close))) =
                            (input.next(), input.next())
                        else {
                            return Err(FormulaError::WantsRow { place });
                        };
                        let row = writer.row(id);
                        let step = if name == "blank" {
                            Step::Blank(row)
                        } else {
                            Step::Filled(row)
                        };
                        writer.operand(step, Type::Truth);
                        wants_operand = false;
                        continue;
                    }
                    _ => return Err(FormulaError::UnknownFunction { place, name }),
                };
                waiting.push(Waiting::Open {
                    place,
                    function: Some(function),
                    operands: 1,
                });
            }
            Token::Minus if wants_operand => {
                waiting.push(Waiting::Operator {
                    place,
                    step: Step::Negate,
                    binds: NEGATE,
                });
            }
            Token::Plus | Token::Minus | Token::Times | Token::Over | Token::Compare(_) => {
                if wants_operand {
                    return Err(FormulaError::Misplaced { place });
                }
                let (step, binds) = match token {
                    Token::Plus => (Step::Add, 2),
                    Token::Minus => (Step::Subtract, 2),
                    Token::Times => (Step::Multiply, 3),
                    Token::Over => (Step::Divide, 3),
                    Token::Compare(comparison) => (Step::Compare(comparison), 1),
                    _ => return Err(FormulaError::Misplaced { place }),
                };
                while let Some(Waiting::Operator { binds: before, .. }) = waiting.last() {
                    if *before < binds {
                        break;
                    }
                    write_top(&mut waiting, &mut writer)?;
                }
                waiting.push(Waiting::Operator { place, step, binds });
                wants_operand = true;
            }
            Token::Comma => {
                write_until_open(&mut waiting, &mut writer, place, wants_operand)?;
                let Some(Waiting::Open {
                    function: Some(_),
                    operands,
                    ..
                }) = waiting.last_mut()
                else {
                    return Err(FormulaError::Misplaced { place });
                };
                *operands += 1;
                wants_operand = true;
            }
            Token::Close => {
                write_until_open(&mut waiting, &mut writer, place, wants_operand)?;
                let Some(Waiting::Open {
                    function, operands, ..
                }) = waiting.pop()
                else {
                    return Err(FormulaError::Misplaced { place });
                };
                if let Some(function) = function {
                    writer.function(place, function, operands)?;
                }
                wants_operand = false;
            }
        }
    }
    if writer.steps.is_empty() && waiting.is_empty() {
        return Err(FormulaError::Empty);
    }
    if wants_operand {
        return Err(FormulaError::Misplaced { place: end });
    }
    while let Some(top) = waiting.last() {
        if let Waiting::Open { place, .. } = top {
            return Err(FormulaError::Misplaced { place: *place });
        }
        write_top(&mut waiting, &mut writer)?;
    }
    match writer.types.as_slice() {
        [gives] => Ok(Formula {
            gives: *gives,
            steps: writer.steps,
            rows: writer.rows,
        }),
        _ => Err(FormulaError::Misplaced { place: end }),
    }
}

fn write_top(waiting: &mut Vec<Waiting>, writer: &mut Writer) -> Result<(), FormulaError> {
    match waiting.pop() {
        Some(Waiting::Operator { place, step, .. }) => writer.operator(place, step),
        _ => Ok(()),
    }
}

/// Writes what waits above the nearest open bracket, which stays.
fn write_until_open(
    waiting: &mut Vec<Waiting>,
    writer: &mut Writer,
    place: usize,
    wants_operand: bool,
) -> Result<(), FormulaError> {
    if wants_operand {
        return Err(FormulaError::Misplaced { place });
    }
    loop {
        match waiting.last() {
            Some(Waiting::Open { .. }) => return Ok(()),
            Some(Waiting::Operator { .. }) => write_top(waiting, writer)?,
            None => return Err(FormulaError::Misplaced { place }),
        }
    }
}
