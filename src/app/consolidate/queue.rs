//! The files that wait to be read. The first of them are fetched from the disk while the one before them is checked: a disk
//! answers late, but many at once.

use crate::app::import::MAX_FILE;
use crate::browser::dropped::Found;
use crate::browser::files::Begun;
use std::collections::VecDeque;

/// So many files are fetched beforehand.
const AHEAD: usize = 16;

/// The files, in the order in which they came.
#[derive(Default)]
pub struct Queue {
    begun: VecDeque<(String, Begun)>,
    waiting: VecDeque<Found>,
}

impl Queue {
    /// More files wait.
    pub fn extend(&mut self, files: Vec<Found>) {
        self.waiting.extend(files);
    }

    /// The next file: where it lay, and what is being fetched of it.
    pub fn next(&mut self) -> Option<(String, Begun)> {
        // What is fetched takes less than twice the bound of one file.
        while self.begun.len() < AHEAD && self.weight() < MAX_FILE {
            let Some(found) = self.waiting.pop_front() else {
                break;
            };
            let begun = Begun::of(&found.file, MAX_FILE);
            self.begun.push_back((found.path, begun));
        }
        self.begun.pop_front()
    }

    /// How many bytes are in memory, or on their way into it.
    fn weight(&self) -> u64 {
        self.begun.iter().map(|(_, begun)| begun.weight()).sum()
    }

    /// Whether there is nothing to be read.
    pub fn is_empty(&self) -> bool {
        self.begun.is_empty() && self.waiting.is_empty()
    }

    /// Lets all of them go.
    pub fn clear(&mut self) {
        *self = Queue::default();
    }
}
