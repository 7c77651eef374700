//! The two languages of the page, and a sentence that exists in both.
//!
//! Which of the two is shown is chosen above the wall; the core takes it as a parameter.

/// A language in which the page can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese, the language of the printed forms and of every exported document.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which the page offers them.
    pub const ALL: [Language; 2] = [Language::Vi, Language::En];

    /// The BCP 47 tag, as it stands in `<html lang>` and `?lang=`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }

    /// The language of a tag; region and case do not matter: `"en-GB"` is English.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// Chooses between two things said in the two languages.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Language::Vi => vi,
            Language::En => en,
        }
    }
}

/// A sentence or a name in both languages. Neither is ever empty in a checked form set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// As printed on the Vietnamese form.
    pub vi: String,
    /// Its translation.
    pub en: String,
}

impl Phrase {
    /// A phrase of two texts.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Phrase {
        Phrase {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The text in one language.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.vi, &self.en)
    }
}
