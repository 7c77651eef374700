//! What the code of a number format makes of a number (ECMA-376 part 1, 18.8.31): `#,##0,,` shows millions, `0.00%`
//! hundredths, `[=0]"-";0.00%` something else of zero than of the rest.

use super::figure;

/// What a format makes of one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Format {
    /// Whether it shows so many percent.
    pub(super) is_percent: bool,
    /// How many times it divides by a thousand.
    pub(super) thousands: i64,
    /// How many decimals it shows; none where it does not say.
    pub(super) decimals: Option<usize>,
    /// Whether it shows a day, or a time of day.
    pub(super) moment: Option<Moment>,
}

/// What a number is that counts days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Day,
    Time,
}

impl Format {
    /// The format of a code, for this number.
    pub(super) fn of(code: &str, value: f64) -> Format {
        let sections = sections(code);
        let Some(section) = chosen(&sections, value) else {
            return Format::default();
        };
        let signs = section.signs.as_str();
        let is_place = |sign: char| matches!(sign, '0' | '#' | '?');
        let has_places = signs.chars().any(is_place);
        let is_plain = !signs.contains(['E', 'e', '/']);
        let (whole, behind) = signs.split_once('.').unwrap_or((signs, ""));
        let decimals = behind.chars().take_while(|sign| is_place(*sign)).count();
        // A comma between places groups; behind the last one it divides.
        let scaled = |part: &str| {
            let last = part.rfind(is_place)?;
            let rest = part.get(last..)?.chars().skip(1);
            i64::try_from(rest.take_while(|sign| *sign == ',').count()).ok()
        };
        let small = signs.to_ascii_lowercase();
        let moment = if whole.contains(is_place) || small.contains("general") || small == "standard"
        {
            None
        } else if small.contains(['d', 'y']) {
            Some(Moment::Day)
        } else {
            (section.is_span || small.contains(['h', 's'])).then_some(Moment::Time)
        };
        Format {
            is_percent: signs.contains('%'),
            thousands: scaled(whole).unwrap_or(0) + scaled(behind).unwrap_or(0),
            decimals: (has_places && is_plain).then_some(decimals),
            moment,
        }
    }

    /// The format that a workbook names by its number alone (18.8.30); none where the number has no code of its own.
    pub(super) fn of_number(id: &str) -> Option<Format> {
        let percent = |decimals| Format {
            is_percent: true,
            decimals: Some(decimals),
            ..Format::default()
        };
        let moment = |moment| Format {
            moment: Some(moment),
            ..Format::default()
        };
        match id {
            "9" => Some(percent(0)),
            "10" => Some(percent(2)),
            "14" | "15" | "16" | "17" | "22" => Some(moment(Moment::Day)),
            "18" | "19" | "20" | "21" | "45" | "46" | "47" => Some(moment(Moment::Time)),
            _ => None,
        }
    }
}

/// One of the parts of a code that `;` separates.
#[derive(Default)]
struct Section {
    /// What means something: what is quoted, stands in brackets, or follows one of `\ _ *` stands there to the letter.
    signs: String,
    /// `[>=1000]`: for which numbers it is.
    condition: Option<(Order, f64)>,
    /// Whether it counts hours, minutes or seconds beyond a day: `[h]:mm`.
    is_span: bool,
}

/// `<`, `<=`, `=`, `>=`, `>`, `<>`, as whether it holds of what is less, equal, greater.
#[derive(Clone, Copy)]
struct Order(bool, bool, bool);

impl Section {
    /// What stands in brackets: a condition, a span of time, a colour, a language.
    fn bracket(&mut self, inside: &str) {
        let end = inside
            .find(|sign| !matches!(sign, '<' | '>' | '='))
            .unwrap_or(inside.len());
        let (order, number) = inside.split_at_checked(end).unwrap_or_default();
        let order = match order {
            "<" => Some(Order(true, false, false)),
            "<=" => Some(Order(true, true, false)),
            "=" => Some(Order(false, true, false)),
            ">=" => Some(Order(false, true, true)),
            ">" => Some(Order(false, false, true)),
            "<>" => Some(Order(true, false, true)),
            _ => None,
        };
        if let Some(condition) = order.zip(number.trim().parse().ok()) {
            self.condition = Some(condition);
        }
        let small = inside.to_ascii_lowercase();
        self.is_span |= ["h", "hh", "m", "mm", "s", "ss"].contains(&small.as_str());
    }

    fn takes(&self, value: f64) -> bool {
        self.condition
            .is_some_and(|(Order(less, equal, greater), bound)| {
                (less && value < bound)
                    || (equal && value.total_cmp(&bound).is_eq())
                    || (greater && value > bound)
            })
    }
}

fn sections(code: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut section = Section::default();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => {
                signs.by_ref().find(|sign| *sign == '"');
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                section.bracket(&inside);
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            ';' => sections.push(std::mem::take(&mut section)),
            sign => section.signs.push(sign),
        }
    }
    sections.push(section);
    sections
}

/// The section that shows a number: with conditions the first whose condition holds, or that has none; without them the
/// first for what is positive, the second for what is negative, the third for zero.
fn chosen(sections: &[Section], value: f64) -> Option<&Section> {
    let for_numbers = sections.get(..3).unwrap_or(sections);
    if for_numbers
        .iter()
        .any(|section| section.condition.is_some())
    {
        let takes = |section: &&Section| section.condition.is_none() || section.takes(value);
        return for_numbers
            .iter()
            .find(takes)
            .or_else(|| for_numbers.last());
    }
    let place = match for_numbers.len() {
        2 if value < 0.0 => 1,
        3 if value < 0.0 => 1,
        3 if value == 0.0 => 2,
        _ => 0,
    };
    for_numbers.get(place)
}

/// A time of day, or a span, that a number of days is: `18:00`, `26:30`.
pub(super) fn time(value: f64) -> String {
    let minutes = (value.abs() * 1_440.0).round();
    let Ok(minutes) = format!("{minutes}").parse::<u64>() else {
        return figure(value, "");
    };
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
