//! The order of the house (ARCHITECTURE.md), read from the source tree itself.

mod gathering;
mod html;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A file of the project: its path from the root, with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with one of these endings, in the order of their paths.
fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                std::fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if endings
            .iter()
            .any(|ending| path.extension().is_some_and(|found| found == *ending))
        {
            found.push(source(&path));
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "{folder}");
    found
}

fn source(path: &Path) -> Source {
    let inner = path.strip_prefix(root()).unwrap_or(path);
    let parts: Vec<&str> = inner.iter().map(|part| part.to_str().unwrap()).collect();
    Source {
        path: parts.join("/"),
        text: std::fs::read_to_string(root().join(path)).unwrap(),
    }
}

impl Source {
    /// Its lines without comments, each with its number. A comment begins a line or follows a space.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().zip(1..).map(|(line, number)| {
            let comment = line.match_indices("//").map(|(place, _)| place);
            let cut = comment
                .filter(|place| {
                    line[..*place]
                        .chars()
                        .next_back()
                        .is_none_or(char::is_whitespace)
                })
                .min();
            (number, &line[..cut.unwrap_or(line.len())])
        })
    }

    /// The places where one of these words stands in its code.
    fn uses(&self, words: &[&str]) -> Vec<String> {
        self.code()
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }

    /// The module of the library to which it belongs: `src/form/mod.rs` is `form`.
    fn module(&self) -> &str {
        let inner = self.path.strip_prefix("src/").unwrap_or_default();
        inner.split(['/', '.']).next().unwrap_or_default()
    }

    /// How deep its module lies below the root of the library: `form` 1, `form::set` 2.
    fn depth(&self) -> usize {
        let inner = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        inner.matches('/').count()
    }
}

/// Every place in these files where one of these words stands in code.
fn uses(files: impl IntoIterator<Item = Source>, words: &[&str]) -> Vec<String> {
    files
        .into_iter()
        .flat_map(|file| file.uses(words))
        .collect()
}

const NONE: [&str; 0] = [];

/// The modules of the library in reading order, and how many of them lie below the wall.
fn modules() -> (Vec<String>, usize) {
    let lib = source(&root().join("src/lib.rs"));
    let (below, above) = lib
        .text
        .split_once("═══ the wall")
        .expect("lib.rs draws the wall");
    let names = |text: &str| -> Vec<String> {
        let names = text
            .lines()
            .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
        names.map(str::to_owned).collect()
    };
    let (below, above) = (names(below), names(above));
    let wall = below.len();
    ([below, above].concat(), wall)
}

/// The files of the core, each with the place of its module in the reading order.
fn core() -> Vec<(usize, Source)> {
    let (modules, wall) = modules();
    let place = |file: &Source| {
        modules[..wall]
            .iter()
            .position(|module| module == file.module())
    };
    sources("src", &["rs"])
        .into_iter()
        .filter_map(|file| Some((place(&file)?, file)))
        .collect()
}

/// The modules that a line names behind `crate::`, one or several in braces.
fn named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| -> String {
            text.trim_start()
                .chars()
                .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
                .collect()
        };
        let Some(braced) = rest.strip_prefix('{') else {
            named.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (place, sign) in braced.char_indices() {
            match sign {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                _ if begins && !sign.is_whitespace() => {
                    named.push(word(&braced[place..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    named
}

#[test]
fn the_house_has_these_floors() {
    let (modules, wall) = modules();
    let below = [
        "gather",
        "words",
        "number",
        "period",
        "formula",
        "form",
        "report",
        "plan",
        "consolidate",
        "format",
        "store",
        "exchange",
        "embed",
    ];
    assert_eq!(modules[..wall], below);
    assert_eq!(modules[wall..], ["office", "browser", "view", "app"]);
}

#[test]
fn every_file_belongs_to_a_module() {
    let (modules, _) = modules();
    let known: BTreeSet<&str> = modules
        .iter()
        .map(String::as_str)
        .chain(["lib", "main", "bin"])
        .collect();
    for file in sources("src", &["rs"]) {
        assert!(known.contains(file.module()), "{}", file.path);
    }
}

#[test]
fn the_core_names_no_browser_no_clock_and_no_chance() {
    let words = [
        "leptos",
        "web_sys",
        "js_sys",
        "gloo",
        "wasm_bindgen",
        "indexed_db_futures",
        "std::time",
        "SystemTime",
        "Instant",
        "use rand",
        "getrandom",
        "std::fs",
        "std::env",
        "std::net",
        "std::thread",
    ];
    let core = core().into_iter().map(|(_, file)| file);
    assert_eq!(uses(core, &words), NONE);
}

#[test]
fn a_module_names_only_what_stands_below_it() {
    let (modules, _) = modules();
    let mut wrong = Vec::new();
    for (own, file) in core() {
        let code: Vec<&str> = file.code().map(|(_, line)| line).collect();
        for name in named(&code.join("\n")) {
            match modules.iter().position(|module| *module == name) {
                Some(place) if place <= own => {}
                _ => wrong.push(format!("{} names {name}", file.path)),
            }
        }
    }
    assert_eq!(wrong, NONE);
}

/// `super::` must not lead out of a module either: what is above it has only one name, `crate::`.
#[test]
fn no_module_reaches_its_neighbours_through_super() {
    let mut wrong = Vec::new();
    for file in sources("src", &["rs"]) {
        for (number, line) in file.code() {
            let too_far = "super::".repeat(file.depth());
            if line.contains(&too_far) {
                wrong.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    assert_eq!(wrong, NONE);
}

#[test]
fn the_names_behind_crate_are_found() {
    let code = "use crate::{form::{CellId, Form}, words};\nlet a = crate::number::write(b); use crate::report;";
    assert_eq!(named(code), ["form", "words", "number", "report"]);
    let file = Source {
        path: "src/form/set.rs".to_owned(),
        text: "let a = \"https://b\"; // crate::app\n/// crate::app\n    //! x\nlet b = 1;"
            .to_owned(),
    };
    let code: Vec<&str> = file.code().map(|(_, line)| line).collect();
    assert_eq!(code, ["let a = \"https://b\"; ", "", "    ", "let b = 1;"]);
    assert_eq!((file.module(), file.depth()), ("form", 2));
}

#[test]
fn only_the_documents_know_json() {
    let others = sources("src", &["rs"])
        .into_iter()
        .filter(|file| file.module() != "format");
    assert_eq!(uses(others, &["serde_json"]), NONE);
}

#[test]
fn no_row_of_a_form_set_is_named_in_code() {
    let mut wrong = Vec::new();
    for file in sources("src", &["rs"]) {
        for (line, number) in file.text.lines().zip(1..) {
            let is_row = |rest: &str| {
                let signs: Vec<char> = rest.chars().take(4).collect();
                matches!(signs[..], [sheet, '.', 'b', table] if sheet.is_ascii_digit() && table.is_ascii_digit())
            };
            if line.split("pl").skip(1).any(is_row) {
                wrong.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    assert_eq!(wrong, NONE);
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let files = ["src", "tests"]
        .into_iter()
        .flat_map(|folder| sources(folder, &["rs", "mjs"]));
    let long: Vec<String> = files
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    assert_eq!(long, NONE);
}

/// A panic takes the user's work with it.
#[test]
fn nothing_in_the_page_panics_on_purpose() {
    let words = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err()",
        "panic!(",
        "unreachable!(",
        "todo!(",
        "unimplemented!(",
        "assert!(",
        "assert_eq!(",
        "assert_ne!(",
        "process::exit",
        "process::abort",
    ];
    assert_eq!(uses(sources("src", &["rs"]), &words), NONE);
}

#[test]
fn every_file_opens_with_what_it_is() {
    let files = sources("src", &["rs"])
        .into_iter()
        .chain(sources("tests/it", &["rs"]));
    let silent: Vec<String> = files
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    assert_eq!(silent, NONE);
}

/// The page is served under a policy that allows neither.
#[test]
fn the_page_has_no_inline_style_and_no_inline_script() {
    let words = [
        "style=\"",
        "style=",
        "style:",
        "<style",
        "inner_html",
        "javascript:",
    ];
    let app = sources("src", &["rs"])
        .into_iter()
        .filter(|file| file.module() == "app");
    assert_eq!(uses(app, &words), NONE);
    let index = source(&root().join("index.html")).text;
    for word in ["style=", "<style", "javascript:"] {
        assert!(!index.contains(word), "{word}");
    }
    for tag in index.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        assert!(
            !tag.starts_with("script") || tag.contains(" src="),
            "<{tag}>"
        );
        let handler = tag
            .split_whitespace()
            .skip(1)
            .find(|member| member.starts_with("on") && member.contains('='));
        assert_eq!(handler, None, "<{tag}>");
    }
}

#[test]
fn the_app_is_named_only_by_itself_and_the_browser_only_by_it() {
    let named_by = |words: &[&str], allowed: &[&str]| {
        let others = sources("src", &["rs"])
            .into_iter()
            .filter(|file| !allowed.contains(&file.module()));
        uses(others, words)
    };
    assert_eq!(named_by(&["crate::app"], &["app"]), NONE);
    assert_eq!(named_by(&["bieumau::app"], &["main"]), NONE);
    let above = ["app", "browser", "view"];
    assert_eq!(named_by(&["crate::browser"], &above), NONE);
}

#[test]
fn every_test_runs_and_none_waits() {
    let main = source(&root().join("tests/it/main.rs")).text;
    for file in sources("tests/it", &["rs"]) {
        let parts: Vec<&str> = file.path.trim_end_matches(".rs").split('/').collect();
        if let ["tests", "it", name] = parts[..] {
            assert!(
                name == "main" || main.contains(&format!("mod {name};")),
                "{name} is not in main.rs"
            );
        }
    }
    let files = sources("tests", &["rs"])
        .into_iter()
        .filter(|file| !file.path.ends_with("house.rs"));
    assert_eq!(uses(files, &["#[ignore", "thread::sleep"]), NONE);
}
