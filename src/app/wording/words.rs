//! What is said about the report in words, in both languages.

use crate::app::words::in_both_languages;
use crate::words::Language;

in_both_languages! {
    changes: "Lời văn thay đổi", "Running text that changes";
    heading: "Đề mục", "Heading";
}
