//! Nothing is ever set as HTML, so no text of an officer or of a file can become an element.

use super::{NONE, sources, uses};

#[test]
fn nothing_is_set_as_html() {
    let words = [
        "inner_html",
        "outer_html",
        "adjacent_html",
        "innerHTML",
        "outerHTML",
        "AdjacentHTML",
        "document.write",
    ];
    let scripts = sources("assets", &["js"]);
    let files = sources("src", &["rs"]).into_iter().chain(scripts);
    assert_eq!(uses(files, &words), NONE);
}
