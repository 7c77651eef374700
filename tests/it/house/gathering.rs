//! What the page pays for by the kilobyte stays out of it.

use super::{NONE, sources};

/// `collect` into a sorted map, and `sort`, cost 4 KB of the page each (src/gather.rs).
#[test]
fn nothing_is_sorted_by_the_standard_library() {
    let sorts = |line: &str| {
        let gathers = line.contains(": BTree") && line.contains(".collect()");
        let words = [
            ".sort",
            "collect::<BTree",
            "BTreeMap::from",
            "BTreeSet::from",
        ];
        gathers || words.iter().any(|word| line.contains(word))
    };
    let mut found = Vec::new();
    for file in sources("src", &["rs"]) {
        let lines = file.text.lines().filter(|line| sorts(line));
        found.extend(lines.map(|line| format!("{}: {}", file.path, line.trim())));
    }
    assert_eq!(found, NONE);
}
