//! HTML as a run of tags and texts. Nothing is fetched, nothing is run, and no text makes it fail or loop: each sign is
//! passed once.

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<td colspan=2>`: name and attributes.
    Open(&'a str, &'a str),
    /// `</td>`.
    Close(&'a str),
    /// Text with its entities.
    Text(&'a str),
}

/// The tags and texts of a document. Comments, declarations and Word's conditions are passed over.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Whether a quotation mark was found that nothing closes: from then on marks mean nothing, or each of many would
    /// be looked for to the end.
    is_unclosed: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(html: &'a str) -> Tokens<'a> {
        Tokens {
            rest: html,
            is_unclosed: false,
        }
    }

    /// Passes over the raw text of an element, such as `<style>`, with its end tag.
    fn pass(&mut self, name: &str) {
        let mut rest = self.rest;
        while let Some((_, after)) = rest.split_once("</") {
            let is_end = after
                .get(..name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name));
            if is_end {
                self.rest = after.split_once('>').map_or("", |(_, after)| after);
                return;
            }
            rest = after;
        }
        self.rest = "";
    }

    /// The end of a tag: the first `>` that stands in no quotation marks.
    fn end_of_tag(&mut self, tag: &str) -> Option<usize> {
        let mut quote = None;
        for (place, sign) in tag.char_indices() {
            match (quote, sign) {
                (None, '>') => return Some(place),
                (None, '"' | '\'') if !self.is_unclosed => quote = Some(sign),
                (Some(open), _) if open == sign => quote = None,
                _ => {}
            }
        }
        quote?;
        self.is_unclosed = true;
        tag.find('>')
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(tag) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at_checked(end)?;
                self.rest = rest;
                return Some(Token::Text(text));
            };
            if let Some(comment) = tag.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            if tag.starts_with(['!', '?']) {
                self.rest = tag.split_once('>').map_or("", |(_, after)| after);
                continue;
            }
            let (is_close, named) = match tag.strip_prefix('/') {
                Some(named) => (true, named),
                None => (false, tag),
            };
            if !named.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
                // A sign "less than" that begins no tag.
                self.rest = tag;
                return Some(Token::Text("<"));
            }
            let end = self.end_of_tag(named).unwrap_or(named.len());
            let (inner, after) = named.split_at_checked(end)?;
            self.rest = after.strip_prefix('>').unwrap_or(after);
            let inner = inner.trim_end_matches('/');
            let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
            if is_close {
                return Some(Token::Close(name));
            }
            let is_raw = ["style", "script", "title", "textarea", "xml", "select"];
            if is_raw.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
                self.pass(name);
                continue;
            }
            return Some(Token::Open(name, attributes));
        }
    }
}

/// The value of an attribute, its entities as they stand; none where it is absent.
pub(super) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .find(|sign: char| sign.is_whitespace() || sign == '=')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end)?;
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(value) => {
                let value = value.trim_start();
                let quote = value
                    .chars()
                    .next()
                    .filter(|sign| matches!(sign, '"' | '\''));
                let inner = quote.and_then(|quote| value.strip_prefix(quote));
                match quote.zip(inner) {
                    Some((quote, inner)) => inner.split_once(quote).unwrap_or((inner, "")),
                    None => {
                        let end = value.find(char::is_whitespace).unwrap_or(value.len());
                        value.split_at_checked(end)?
                    }
                }
            }
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        if name.is_empty() && after.len() == rest.len() {
            return None;
        }
        rest = after;
    }
}
