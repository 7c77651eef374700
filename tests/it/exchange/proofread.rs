//! Figures in running text, computed anew: those of five real papers, those that an officer may write, and any at all.

mod any;
mod papers;
mod shown;
mod written;

use bieumau::exchange::proofread::{Claim, Proof, Sheets, Verdict, proofread, spoken};
use bieumau::form::Form;

/// A text alone, without a report.
fn read(text: &str) -> Proof {
    proofread(text, &Sheets::none())
}

/// The figures of a claim as they stand in its text.
fn figures<'a>(claim: &Claim, text: &'a str) -> Vec<&'a str> {
    let spans = claim.figures.iter();
    spans.map(|span| &text[span.clone()]).collect()
}

/// A claim in a line: its verdict, how it is computed, what is said of it.
fn line(claim: &Claim) -> String {
    let said = spoken(claim, &Form::default());
    let parts = [claim.verdict.word(), &said.computed, &said.verdict.vi];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" | ")
}

/// Every claim of a text in a line each.
fn lines(text: &str) -> Vec<String> {
    read(text).claims.iter().map(line).collect()
}

/// The verdicts of a text, in its order.
fn verdicts(text: &str) -> Vec<Verdict> {
    let claims = read(text).claims;
    claims.iter().map(|claim| claim.verdict).collect()
}
