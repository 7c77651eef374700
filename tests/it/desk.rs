//! A client for tests: it opens a report, types, and asks what the page would show.

use bieumau::form::{CellId, Level};
use bieumau::format::read_form_set;
use bieumau::number::write;
use bieumau::report::{
    Agency, ChangeSet, Entry, Explained, Finding, FormName, OpenForm, Report, ReportPeriod,
    Session, Trail, open_form,
};
use bieumau::words::Language;
use std::sync::{Arc, LazyLock};

pub const NOW: &str = "2026-03-10T02:11:09Z";

/// The appendices of the report of the first quarter of 2026 as they were printed, slips included.
pub const QUARTER_ONE: &str = include_str!("../fixtures/seed-000-appendices.tsv");

static CCHC: LazyLock<Arc<OpenForm>> = LazyLock::new(|| open(&form_text("cchc-2026")));
static CCHC_2021: LazyLock<Arc<OpenForm>> = LazyLock::new(|| open(&form_text("cchc-2021")));
static KL226: LazyLock<Arc<OpenForm>> = LazyLock::new(|| open(&form_text("kl226-2026")));

/// The file of a form set that comes with the page.
pub fn form_text(id: &str) -> String {
    std::fs::read_to_string(format!("{}/forms/{id}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The built-in form set of 2026.
pub fn cchc() -> Arc<OpenForm> {
    CCHC.clone()
}

/// The built-in form set of 2021.
pub fn cchc_2021() -> Arc<OpenForm> {
    CCHC_2021.clone()
}

/// The built-in form set on Conclusion 226.
pub fn kl226() -> Arc<OpenForm> {
    KL226.clone()
}

/// A form set of this text, which must be flawless.
pub fn open(text: &str) -> Arc<OpenForm> {
    let (form, issues) = open_form(read_form_set(text).unwrap());
    assert_eq!(issues, []);
    Arc::new(form)
}

/// An empty report of the Office of the Provincial People's Committee for the first quarter of 2026.
pub fn begin(form: &OpenForm) -> Report {
    let agency = Agency {
        code: "x-van-phong-ubnd-tinh".to_owned(),
        name: "Văn phòng UBND tỉnh Sơn La".to_owned(),
        level: Level::Province,
    };
    let period = ReportPeriod {
        id: "2026Q1".to_owned(),
        from: Some("2025-12-15".to_owned()),
        to: Some("2026-03-09".to_owned()),
        send_before: None,
    };
    let name = FormName {
        id: form.form.id.clone(),
        version: form.form.version,
    };
    Report::begin(name, agency, period, NOW)
}

/// One line of a printed table.
pub struct PrintedRow {
    pub id: &'static str,
    pub code: &'static str,
    pub label: &'static str,
    pub measure: &'static str,
    pub value: &'static str,
    pub note: &'static str,
}

/// The lines of a fixture that holds a printed table.
pub fn printed_rows(fixture: &'static str) -> Vec<PrintedRow> {
    let lines = fixture.lines().skip(1);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, code, label, measure, value, note] = cells[..] else {
                panic!("not six cells: {line}");
            };
            PrintedRow {
                id,
                code,
                label,
                measure,
                value,
                note,
            }
        })
        .collect()
}

/// The rows of [`QUARTER_ONE`]: id, printed value.
pub fn printed() -> Vec<(&'static str, &'static str)> {
    let rows = printed_rows(QUARTER_ONE).into_iter();
    rows.map(|row| (row.id, row.value)).collect()
}

/// A report on the desk.
pub struct Desk {
    pub session: Session,
}

impl Desk {
    /// An empty report on this form.
    pub fn on(form: Arc<OpenForm>) -> Desk {
        let report = begin(&form);
        Desk {
            session: Session::open(form, report),
        }
    }

    /// An empty report on the built-in form set.
    pub fn cchc() -> Desk {
        Desk::on(cchc())
    }

    /// The report of the first quarter of 2026, its printed cells typed from top to bottom.
    pub fn quarter_one() -> Desk {
        let mut desk = Desk::cchc();
        for (row, value) in printed() {
            desk.enter(row, value);
        }
        desk
    }

    /// The report as it is exchanged: what was done on this machine stays there.
    pub fn sent(&self) -> Report {
        Report {
            trail: Trail::default(),
            ..self.session.report().clone()
        }
    }

    pub fn cell(&self, row: &str) -> CellId {
        let cell = self.session.form().form.cell(row);
        cell.unwrap_or_else(|| panic!("no row {row}"))
    }

    pub fn row_id(&self, cell: CellId) -> &str {
        &self.session.form().form.row(cell).unwrap().id
    }

    pub fn enter(&mut self, row: &str, text: &str) -> ChangeSet {
        self.session.enter(self.cell(row), text)
    }

    /// Enters a text and names the rows that changed, in printed order.
    pub fn changed_by(&mut self, row: &str, text: &str) -> Vec<String> {
        let mut cells = self.enter(row, text).cells;
        cells.sort();
        let name = |cell: CellId| self.row_id(cell).to_owned();
        cells.into_iter().map(name).collect()
    }

    pub fn entry(&self, row: &str) -> &Entry {
        self.session.entry(self.cell(row))
    }

    /// What the row shows: its figure, or the word of why there is none.
    pub fn value(&self, row: &str) -> String {
        let cell = self.cell(row);
        if let Some(derived) = self.session.derived(cell) {
            return match derived.value {
                Ok(figure) => write(figure),
                Err(reason) => reason.code().to_owned(),
            };
        }
        match self.session.entry(cell) {
            Entry::Number(number) => write(*number),
            Entry::Choice(text) | Entry::Text(text) => text.clone(),
            Entry::Blank => "blank".to_owned(),
            Entry::NotApplicable => "not_applicable".to_owned(),
            Entry::Unreadable(text) => format!("unreadable: {text}"),
        }
    }

    /// How a computed row was made: `21 ÷ 41 × 100`.
    pub fn explained(&self, row: &str) -> String {
        let pieces = self.session.explain(self.cell(row)).into_iter();
        let words: Vec<String> = pieces
            .map(|piece| match piece {
                Explained::Figure { figure, .. } => figure.map_or_else(|| "…".to_owned(), write),
                Explained::Number(number) => write(number),
                Explained::Sign(sign) => sign.to_owned(),
            })
            .collect();
        words.join(" ").replace("( ", "(").replace(" )", ")")
    }

    /// The findings as rule and rows: `r-same-4.1: pl1.b1.4.1 pl2.b1.1.1`.
    pub fn findings(&self) -> Vec<String> {
        let findings = self.session.findings();
        let told = findings.iter().map(|finding| {
            let rows: Vec<&str> = finding
                .cells
                .iter()
                .map(|cell| self.row_id(*cell))
                .collect();
            format!("{}: {}", finding.rule, rows.join(" "))
        });
        told.collect()
    }

    /// The message of the one finding of a rule.
    pub fn message(&self, rule: &str, language: Language) -> String {
        let open = self.session.form();
        self.finding(rule)
            .message(&open.form, open.rules(), language)
    }

    /// The same away from its row.
    pub fn placed_message(&self, rule: &str, language: Language) -> String {
        let open = self.session.form();
        self.finding(rule)
            .placed_message(&open.form, open.rules(), language)
    }

    /// The one finding of a rule.
    fn finding(&self, rule: &str) -> Finding {
        let findings = self.session.findings();
        let mut of_rule = findings.iter().filter(|finding| finding.rule == rule);
        let finding = of_rule
            .next()
            .unwrap_or_else(|| panic!("{rule} finds nothing"));
        assert!(of_rule.next().is_none(), "{rule} finds more than one thing");
        finding.clone()
    }
}
