//! Mounts the app. There is nothing to run outside a browser.

fn main() {
    #[cfg(target_arch = "wasm32")]
    bieumau::app::start();
}
