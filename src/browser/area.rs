//! Whose part of the browser's storage the page uses: its own, or one for the portals around it.
//!
//! New browsers keep the storage of a frame apart for each site around it. Chromium 109 has one storage for a page and
//! all its frames, whoever puts them up. So the names of everything that is kept say whose it is: every browser behaves
//! like a new one.

use std::cell::OnceCell;

/// What the names of everything begin with that is kept for the page by itself. It never changes: everything kept so far
/// lies under it.
const OWN: &str = "bieumau";

thread_local! {
    static AREA: OnceCell<String> = const { OnceCell::new() };
}

/// From now on everything is kept for these portals only; before anything is looked for. `hosts` is the list of their
/// origins, as it was written: another list has another part of the storage.
pub fn keep_for(hosts: &str) {
    // No name of a part holds a slash: what is kept in one never has the name of something in another.
    let hosts = String::from(js_sys::encode_uri_component(hosts));
    // It is set once: what was looked for in one part is never written to another.
    AREA.with(|area| area.set(format!("{OWN}@{hosts}")).ok());
}

/// The name of the part of the storage that is used.
pub(super) fn area() -> String {
    AREA.with(|area| area.get_or_init(|| OWN.to_owned()).clone())
}

/// The name of something in it: `bieumau/journal/…`.
pub(super) fn named(name: &str) -> String {
    let mut named = area();
    named.push('/');
    named.push_str(name);
    named
}
