//! The third program: it shows a report that somebody hands to it, and does nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    bieumau::view::start();
}
