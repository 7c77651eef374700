//! How much memory the page sets aside for its stack.

/// The linker would take a megabyte, which no page gives back. The deepest that was found in a browser, with JSON nested
/// up to the bound of the parser and beyond among what was tried, is 31 KB; filling a report uses 14 KB. This is six
/// times the former.
const STACK_BYTES: u32 = 192 * 1024;

/// What runs in the page. The second program, in its worker, uses 89 KB and ends after each file: it keeps its megabyte.
const PROGRAMS: [&str; 2] = ["bieumau", "view"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    // What is not made small needs more.
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        for program in PROGRAMS {
            // The stack lies below everything else (tests/compat/stack.test.mjs looks), so what needs more of it stops
            // and writes over nothing.
            println!("cargo::rustc-link-arg-bin={program}=-zstack-size={STACK_BYTES}");
        }
    }
}
