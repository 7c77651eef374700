//! The report in words: what the officer writes under each heading and in the fields of the letter.

mod words;

pub use words::words;
