//! Running text → every share and every sum in it, computed anew: a figure in words goes wrong more often than one in a
//! table, for nobody computes it again.
//!
//! Numbers are read by `number`, and nothing here is rounded before the verdict. The rules of when it speaks and when
//! it is silent are in decision 0017.

mod balance;
mod change;
mod claims;
mod figures;
mod inferred;
mod kin;
mod labels;
mod listed;
mod prose;
mod ratios;
mod said;
mod sheets;
mod shown;
mod sums;
mod tokens;
mod verdict;
mod whole;

pub use claims::{Beside, Claim, Printed, What, Why};
pub use said::{Spoken, spoken};
pub use sheets::{Known, Sheets};
pub use shown::{Piece, copy_claims, own_text, pieces, verdict_word};
pub use verdict::Verdict;

use crate::gather;
use prose::Prose;

/// The longest text that is read, in bytes: some hundred and fifty pages.
pub const MAX_TEXT: usize = 400_000;
/// The most claims that are told.
pub const MAX_CLAIMS: usize = 1_000;

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// The claims, as they stand in the text.
    pub claims: Vec<Claim>,
    /// Whether the text was too long and only its beginning was read, or it had more claims than are told.
    pub is_cut: bool,
}

impl Proof {
    /// How many claims have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        let claims = self.claims.iter();
        claims.filter(|claim| claim.verdict == verdict).count()
    }

    /// How many claims say another figure than a row of the report.
    pub fn differing(&self) -> usize {
        self.claims.iter().filter(|claim| claim.differs()).count()
    }
}

/// Proofreads a text beside what the open report says. Any text may come; none makes it fail, and its time grows with
/// the length of the text only.
pub fn proofread(text: &str, sheets: &Sheets) -> Proof {
    let mut end = text.len().min(MAX_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let prose = Prose::of(text.get(..end).unwrap_or_default());
    let sums = sums::sums(&prose);
    let changes = change::changes(&prose);
    let mut claims = ratios::ratios(&prose, &sums.wholes, &changes.percents);
    claims.extend(sums.claims);
    claims.extend(changes.claims);
    claims.extend(balance::balances(&prose));
    claims.extend(listed::listed(&prose));
    let found = claims.len();
    let mut claims = ordered(claims);
    sheets.compare(&prose, &mut claims);
    let mut claims = ordered(claims);
    for claim in &mut claims {
        claim.sentence = sentence(&prose, claim);
    }
    Proof {
        claims,
        is_cut: end < text.len() || found > MAX_CLAIMS,
    }
}

/// The first claims in the order of the text; by a tree, for there may be many.
fn ordered(claims: Vec<Claim>) -> Vec<Claim> {
    let numbered = claims.into_iter().enumerate();
    let mut ordered =
        gather::tree(numbered.map(|(number, claim)| ((claim.offset(), number), claim)));
    let mut claims = Vec::new();
    while let Some((_, claim)) = ordered.pop_first() {
        if claims.len() == MAX_CLAIMS {
            break;
        }
        claims.push(claim);
    }
    claims
}

/// The sentence in which the last figure of a claim stands: what it says of the earlier ones is said there.
fn sentence(prose: &Prose, claim: &Claim) -> std::ops::Range<usize> {
    let last = claim.figures.last().map_or(0, |span| span.start);
    let token = prose
        .tokens
        .partition_point(|token| token.span.start < last);
    let first = claim.offset();
    let first = prose
        .tokens
        .partition_point(|token| token.span.start < first);
    let (one, other) = (prose.sentence(first), prose.sentence(token));
    // A claim over two neighbouring sentences shows both; one over the whole text only its end.
    if other.start.saturating_sub(one.end) <= 2 || one.start == other.start {
        one.start..other.end
    } else {
        other
    }
}
