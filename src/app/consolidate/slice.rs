//! Long work is done in slices: between two of them the browser has its turn, so that the page stays alive. What one does
//! in less than fifty milliseconds nobody feels, and each turn costs four and a frame.

use crate::browser::{clock, timer};

/// How long one works before the browser has its turn, in milliseconds.
const LENGTH: u64 = 40;

/// A slice that has begun.
pub struct Slice {
    since: u64,
}

impl Slice {
    /// It begins now.
    pub fn new() -> Slice {
        Slice {
            since: clock::stopwatch(),
        }
    }

    /// Whether the browser is to have its turn.
    pub fn is_over(&self) -> bool {
        clock::stopwatch().saturating_sub(self.since) >= LENGTH
    }

    /// Lets the browser have its turn; then the next slice begins.
    pub async fn turn(&mut self) {
        timer::pause(0).await;
        self.since = clock::stopwatch();
    }

    /// Lets the browser have its turn where it is to have it.
    pub async fn pass(&mut self) {
        if self.is_over() {
            self.turn().await;
        }
    }
}
