//! The two languages of the page, and a sentence that exists in both.
//!
//! Which of the two is shown is chosen above the wall; the core takes it as a parameter.

use std::borrow::Cow;

/// A table of fixed words in each language. A word that is missing in one of them does not compile.
#[allow(unused_macros, reason = "only a page in a browser speaks by itself")]
macro_rules! in_both_languages {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        /// Every fixed word of its module in one language.
        #[allow(missing_docs)]
        pub struct Words {
            $(pub $name: &'static str,)*
        }

        const VI: Words = Words { $($name: $vi,)* };
        const EN: Words = Words { $($name: $en,)* };

        /// The words of a language.
        pub fn words(language: Language) -> &'static Words {
            match language {
                Language::Vi => &VI,
                Language::En => &EN,
            }
        }
    };
}

#[allow(unused_imports, reason = "only a page in a browser speaks by itself")]
pub(crate) use in_both_languages;

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

    /// A figure or a sign, which is the same in both languages.
    pub fn of_figure(text: impl Into<String>) -> Phrase {
        let text = text.into();
        Phrase::new(text.clone(), text)
    }

    /// A sentence with something in it: each `{}` of the two is replaced by the next part, the same in both.
    /// One function instead of two `format!` at each of a hundred places keeps the page small.
    ///
    /// ```
    /// # use bieumau::words::Phrase;
    /// let phrase = Phrase::said("Thiếu “{}”.", "“{}” is missing.", &["id"]);
    /// assert_eq!(phrase.vi, "Thiếu “id”.");
    /// ```
    pub fn said(vi: &str, en: &str, parts: &[&str]) -> Phrase {
        Phrase::new(filled(vi, parts), filled(en, parts))
    }

    /// The text in one language.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.vi, &self.en)
    }
}

/// Puts the parts in the places of `{}`, in order. A place without a part stays empty.
pub fn filled(template: &str, parts: &[&str]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut parts = parts.iter();
    for (number, piece) in template.split("{}").enumerate() {
        if number > 0 {
            text.push_str(parts.next().copied().unwrap_or_default());
        }
        text.push_str(piece);
    }
    text
}

/// A text, or the beginning of one that has more letters than that: `cut("kế hoạch", 2)` is `kế…`.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// A text in lower case without diacritics: `Kế hoạch` is `ke hoach`, however its letters are composed.
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|sign| !('\u{300}'..='\u{36f}').contains(sign))
        .map(without_marks)
        .collect()
}

/// The letter under the marks of a lower-case Vietnamese letter.
pub fn without_marks(sign: char) -> char {
    match sign {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ'
        | 'ẫ' | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở'
        | 'ỡ' | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    }
}
