//! The closed lists of a form set: what a row holds, which days it covers, how it is consolidated, who reports.

/// What a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line of words without a figure.
    Heading,
    /// A number of things: whole, not negative.
    Count,
    /// An amount in the row's measure, up to 3 decimals.
    Money,
    /// Any other number.
    Decimal,
    /// A share in percent.
    Ratio,
    /// One of the printed options.
    Choice,
    /// Words.
    Text,
}

impl Kind {
    /// Every kind with its word in documents.
    pub const ALL: [(&'static str, Kind); 7] = [
        ("heading", Kind::Heading),
        ("count", Kind::Count),
        ("money", Kind::Money),
        ("decimal", Kind::Decimal),
        ("ratio", Kind::Ratio),
        ("choice", Kind::Choice),
        ("text", Kind::Text),
    ];

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Kind> {
        find(&Kind::ALL, word)
    }

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        word_of(&Kind::ALL, self)
    }

    /// Whether the row holds a number.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Kind::Count | Kind::Money | Kind::Decimal | Kind::Ratio
        )
    }
}

/// Which days a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accumulation {
    /// Counted inside the reporting window.
    Window,
    /// Since the start of the reporting year (lũy kế từ đầu năm).
    YearToDate,
    /// The state on the closing day.
    ClosingDay,
    /// The state on the closing day, called cumulative by the form (lũy kế đến thời điểm báo cáo).
    ClosingDayCumulative,
    /// Set once for the year.
    YearPlan,
    /// A change against a fixed earlier year.
    SinceBaseline,
}

impl Accumulation {
    /// Every accumulation with its word in documents.
    pub const ALL: [(&'static str, Accumulation); 6] = [
        ("window", Accumulation::Window),
        ("year_to_date", Accumulation::YearToDate),
        ("closing_day", Accumulation::ClosingDay),
        ("closing_day_cumulative", Accumulation::ClosingDayCumulative),
        ("year_plan", Accumulation::YearPlan),
        ("since_baseline", Accumulation::SinceBaseline),
    ];

    /// The accumulation of a word.
    pub fn from_word(word: &str) -> Option<Accumulation> {
        find(&Accumulation::ALL, word)
    }

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        word_of(&Accumulation::ALL, self)
    }
}

/// How many reports become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consolidation {
    /// Add the units.
    Sum,
    /// Compute the ratio anew from summed parts, never from the units' ratios.
    RatioOfSums,
    /// Each level reports its own; not added.
    OwnPlan,
    /// A catalogue or a distinct count: taken from the lead agency.
    NotAdditive,
    /// Only the province or a lead agency knows it.
    ProvinceOnly,
    /// How many units say yes.
    CountOfYes,
    /// A ratio whose parts the form does not ask for: cannot be consolidated honestly.
    PartsNotAsked,
    /// A heading.
    None,
}

impl Consolidation {
    /// Every consolidation with its word in documents.
    pub const ALL: [(&'static str, Consolidation); 8] = [
        ("sum", Consolidation::Sum),
        ("ratio_of_sums", Consolidation::RatioOfSums),
        ("own_plan", Consolidation::OwnPlan),
        ("not_additive", Consolidation::NotAdditive),
        ("province_only", Consolidation::ProvinceOnly),
        ("count_of_yes", Consolidation::CountOfYes),
        ("parts_not_asked", Consolidation::PartsNotAsked),
        ("none", Consolidation::None),
    ];

    /// The consolidation of a word.
    pub fn from_word(word: &str) -> Option<Consolidation> {
        find(&Consolidation::ALL, word)
    }

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        word_of(&Consolidation::ALL, self)
    }
}

/// The level of an agency that reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// UBND xã, phường.
    #[default]
    Commune,
    /// Sở, ban, ngành.
    Department,
    /// UBND tỉnh.
    Province,
    /// Trung ương: whoever consolidates the provinces.
    Nation,
}

impl Level {
    /// Every level with its word in documents.
    pub const ALL: [(&'static str, Level); 4] = [
        ("commune", Level::Commune),
        ("department", Level::Department),
        ("province", Level::Province),
        ("nation", Level::Nation),
    ];

    /// The level of a word.
    pub fn from_word(word: &str) -> Option<Level> {
        find(&Level::ALL, word)
    }

    /// Whether reports of this level are added up into reports of the other. A department or a commune adds up the
    /// units below it, which report as what they are.
    pub fn is_below(self, other: Level) -> bool {
        match other {
            Level::Commune | Level::Department | Level::Province => {
                matches!(self, Level::Commune | Level::Department)
            }
            Level::Nation => self != Level::Nation,
        }
    }

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        match self {
            Level::Commune => "commune",
            Level::Department => "department",
            Level::Province => "province",
            Level::Nation => "nation",
        }
    }
}

fn find<T: Copy>(all: &[(&'static str, T)], word: &str) -> Option<T> {
    all.iter()
        .find(|(known, _)| *known == word)
        .map(|(_, meaning)| *meaning)
}

fn word_of<T: Copy + PartialEq>(all: &[(&'static str, T)], meaning: T) -> &'static str {
    let known = all.iter().find(|(_, known)| *known == meaning);
    known.map_or("", |(word, _)| *word)
}
