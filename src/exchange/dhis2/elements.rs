//! Rows → data elements, option sets and indicators of DHIS2.

use super::expression::{Said, said};
use super::names::{Names, label};
use crate::form::{Accumulation, CellId, Consolidation, Kind, Row};
use crate::format::Plain;
use crate::report::OpenForm;

/// The default category combination, which has this id on every platform.
const DEFAULT_COMBO: &str = "bjDvmb4bfuf";
/// The most decimals of an indicator.
const MAX_DECIMALS: u8 = 5;

/// The form set as the platform will have it.
pub(super) struct Elements<'a> {
    pub(super) names: Names<'a>,
    open: &'a OpenForm,
    /// By row: how it is said in an expression; none where the platform does not have it.
    operands: Vec<Option<String>>,
    /// By row: the formula of a computed one.
    formulas: Vec<Option<Said>>,
}

impl<'a> Elements<'a> {
    pub(super) fn of(open: &'a OpenForm, names: Names<'a>) -> Elements<'a> {
        let form = &open.form;
        let mut operands: Vec<Option<String>> = vec![None; form.rows.len()];
        let mut formulas: Vec<Option<Said>> = vec![None; form.rows.len()];
        for cell in form.cells().filter(|cell| is_element(form, *cell)) {
            if let (Some(place), Some(row)) = (operands.get_mut(cell.place()), form.row(cell)) {
                *place = Some(["#{", &names.element(row), "}"].concat());
            }
        }
        // Operands come first, so every formula finds what it names.
        for cell in form.computed() {
            let formula = form.row(*cell).and_then(|row| row.formula.as_ref());
            let Some(formula) = formula.filter(|_| !form.is_helper(*cell)) else {
                continue;
            };
            let operand = |cell: CellId| operands.get(cell.place()).cloned().flatten();
            let formula = said(formula, &operand);
            if let Some(place) = operands.get_mut(cell.place()) {
                *place = formula.as_ref().map(|said| ["(", &said.text, ")"].concat());
            }
            if let Some(place) = formulas.get_mut(cell.place()) {
                *place = formula;
            }
        }
        Elements {
            names,
            open,
            operands,
            formulas,
        }
    }

    /// How a row is said in an expression.
    pub(super) fn operand(&self, cell: CellId) -> Option<String> {
        self.operands.get(cell.place()).cloned().flatten()
    }

    /// Whether a row is a data element.
    pub(super) fn is_element(&self, cell: CellId) -> bool {
        is_element(self.names.form, cell)
    }

    /// Whether a row is an indicator.
    pub(super) fn is_indicator(&self, cell: CellId) -> bool {
        self.formulas.get(cell.place()).is_some_and(Option::is_some)
    }

    /// The id of the indicator of a row.
    pub(super) fn indicator_id(&self, row: &Row) -> String {
        self.names.uid("indicator", &row.id)
    }

    /// The category combination of everything.
    pub(super) fn combo(&self) -> Plain {
        let given = self.names.mapping;
        let given = given.and_then(|mapping| mapping.category_combo.as_deref());
        Plain::id(given.unwrap_or(DEFAULT_COMBO))
    }

    /// The data elements that the platform does not have yet, and the option sets with the options that they need.
    pub(super) fn written(&self) -> [Vec<Plain>; 3] {
        let mut elements = Vec::new();
        let mut sets: Vec<(String, Plain)> = Vec::new();
        let mut options = Vec::new();
        for (cell, row) in self.new_elements() {
            let uid = self.names.element(row);
            let mut element = self.common(row, &uid);
            element.extend([
                ("domainType", Plain::text("AGGREGATE")),
                ("valueType", Plain::text(self.value_type(cell, row))),
                ("aggregationType", Plain::text(self.aggregation(row))),
                // Zero is not nothing.
                ("zeroIsSignificant", Plain::Truth(true)),
                ("categoryCombo", self.combo()),
                ("formName", Plain::text(label(&row.label.vi))),
            ]);
            if row.kind == Kind::Choice {
                let id = self.option_set(row, &mut sets, &mut options);
                element.push(("optionSet", Plain::id(id)));
            }
            elements.push(Plain::Object(element));
        }
        let sets = sets.into_iter().map(|(_, set)| set).collect();
        [elements, sets, options]
    }

    /// The indicators: what the form computes.
    pub(super) fn indicators(&self) -> Vec<Plain> {
        let form = self.names.form;
        let rows = form.rows.iter().zip(&self.formulas);
        let indicator = |(row, formula): (&Row, &Option<Said>)| {
            let formula = formula.as_ref()?;
            let (above, below, is_percent) = match &formula.sides {
                Some((above, below, is_percent)) => (above.as_str(), below.as_str(), *is_percent),
                None => (formula.text.as_str(), "1", false),
            };
            let uid = self.indicator_id(row);
            let mut indicator = self.common(row, &uid);
            let of = row.denominator.as_ref();
            let of = of.map_or(row.label.vi.as_str(), |of| of.vi.as_str());
            indicator.extend([
                ("numerator", Plain::text(above)),
                ("numeratorDescription", Plain::text(label(&row.label.vi))),
                ("denominator", Plain::text(below)),
                ("denominatorDescription", Plain::text(label(of))),
                ("indicatorType", Plain::id(indicator_type(is_percent).0)),
                (
                    "decimals",
                    Plain::Number(row.decimals.min(MAX_DECIMALS).into()),
                ),
                ("annualized", Plain::Truth(false)),
            ]);
            Some(Plain::Object(indicator))
        };
        rows.filter_map(indicator).collect()
    }

    /// The rows that the platform has no data element for yet.
    fn new_elements(&self) -> impl Iterator<Item = (CellId, &Row)> {
        let form = self.names.form;
        let cells = form.cells().filter(|cell| self.is_element(*cell));
        cells
            .filter_map(|cell| Some((cell, form.row(cell)?)))
            .filter(|(_, row)| self.names.given_element(row).is_none())
    }

    fn common(&self, row: &Row, uid: &str) -> Vec<(&'static str, Plain)> {
        let mut what = row.measure.vi.clone();
        if !what.is_empty() {
            what = ["Đơn vị tính: ", &what, ". "].concat();
        }
        if let Some(remark) = &row.remark {
            what.push_str(&remark.vi);
        }
        let mut common = vec![
            ("id", Plain::text(uid)),
            ("code", Plain::text(self.names.code(&row.id, uid))),
            ("name", Plain::text(self.names.name(&row.id, &row.label.vi))),
            ("shortName", Plain::text(self.names.short(&row.id, uid))),
        ];
        if !what.trim().is_empty() {
            common.push(("description", Plain::text(what.trim())));
        }
        common
    }

    /// What a row holds, as DHIS2 says it. A share is a PERCENTAGE, which DHIS2 keeps between 0 and 100, only where a
    /// rule of the form set keeps it there too.
    fn value_type(&self, cell: CellId, row: &Row) -> &'static str {
        match row.kind {
            Kind::Count => "INTEGER_ZERO_OR_POSITIVE",
            Kind::Money | Kind::Decimal => "NUMBER",
            Kind::Ratio if self.is_between(cell, "0", "100") => "PERCENTAGE",
            Kind::Ratio => "NUMBER",
            Kind::Choice => options_type(row),
            Kind::Text | Kind::Heading => "LONG_TEXT",
        }
    }

    fn is_between(&self, cell: CellId, min: &str, max: &str) -> bool {
        let mut written = self.names.form.rules.iter().filter(|rule| {
            rule.kind == "range" && rule.text("min") == Some(min) && rule.text("max") == Some(max)
        });
        written.any(|written| {
            let mut rules = self.open.rules().rules().iter();
            rules.any(|rule| rule.id == written.id && rule.cells().contains(&cell))
        })
    }

    /// How values become one. Over agencies what is summed here is summed there, and what cannot be summed honestly is
    /// not aggregated. Over time the reports of longer periods hold what the shorter ones hold, so the last one counts;
    /// only a form set of one sort of period has windows that add up.
    fn aggregation(&self, row: &Row) -> &'static str {
        let is_summed = match row.consolidation {
            Consolidation::Sum => row.kind.is_number(),
            Consolidation::CountOfYes => is_yes_or_no(row),
            Consolidation::RatioOfSums
            | Consolidation::OwnPlan
            | Consolidation::NotAdditive
            | Consolidation::ProvinceOnly
            | Consolidation::PartsNotAsked
            | Consolidation::None => false,
        };
        let adds_up = row.accumulation == Accumulation::Window
            && row.consolidation == Consolidation::Sum
            && self.names.period_types().len() == 1;
        match (is_summed, adds_up) {
            (false, _) => "NONE",
            (true, true) => "SUM",
            (true, false) => "LAST_IN_PERIOD",
        }
    }

    /// The id of the options of a row; rows with the same ones share a set.
    fn option_set(
        &self,
        row: &Row,
        sets: &mut Vec<(String, Plain)>,
        options: &mut Vec<Plain>,
    ) -> String {
        let said = row.options.iter();
        let said = said.map(|option| [&option.code, " = ", &option.label.vi].concat());
        let said: Vec<String> = said.collect();
        let said = said.join("; ");
        let id = self.names.uid("optionSet", &said);
        if sets.iter().any(|(known, _)| *known == id) {
            return id;
        }
        let mut members = Vec::new();
        for (option, number) in row.options.iter().zip(1..) {
            let own = [&id, "/", &option.code].concat();
            let uid = self.names.uid("option", &own);
            members.push(Plain::id(uid.as_str()));
            options.push(Plain::Object(vec![
                ("id", Plain::text(uid)),
                ("code", Plain::text(&option.code)),
                ("name", Plain::text(label(&option.label.vi))),
                ("sortOrder", Plain::Number(number)),
                ("optionSet", Plain::id(id.as_str())),
            ]));
        }
        let set = Plain::Object(vec![
            ("id", Plain::text(id.as_str())),
            ("name", Plain::text(self.names.name(&said, &id))),
            ("valueType", Plain::text(options_type(row))),
            ("options", Plain::List(members)),
        ]);
        sets.push((id.clone(), set));
        id
    }
}

/// The two sorts of indicators: id, name, factor. They are the same for every form set.
pub(super) fn indicator_type(is_percent: bool) -> (String, &'static str, i64) {
    let (word, name, factor) = if is_percent {
        ("percent", "Biểu Mẫu: phần trăm", 100)
    } else {
        ("number", "Biểu Mẫu: số", 1)
    };
    (super::uid::uid("indicatorType", "", word), name, factor)
}

fn is_element(form: &crate::form::Form, cell: CellId) -> bool {
    !form.is_helper(cell) && form.row(cell).is_some_and(Row::is_entry)
}

/// Whether the codes of a row's options are whole numbers as documents write them.
fn options_type(row: &Row) -> &'static str {
    let is_whole = |code: &str| {
        let number = crate::number::Decimal::parse_canonical(code);
        number.is_some_and(|number| {
            number.is_whole() && !number.is_negative() && number.canonical() == code
        })
    };
    if row.options.iter().all(|option| is_whole(&option.code)) {
        "INTEGER_ZERO_OR_POSITIVE"
    } else {
        "TEXT"
    }
}

/// Whether the codes are 0 and 1, so that their sum counts those who say yes.
fn is_yes_or_no(row: &Row) -> bool {
    let has = |code: &str| row.options.iter().any(|option| option.code == code);
    row.options.len() == 2 && has("0") && has("1")
}
