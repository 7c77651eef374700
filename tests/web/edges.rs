//! localStorage that belongs to a portal, or to nobody; the clock; files.

use crate::common::{script, unique};
use bieumau::browser::files::{FileTrouble, download, read_text};
use bieumau::browser::{LocalJournal, Preferences, clock};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

fn local(key: &str) -> Option<String> {
    script(&format!("localStorage.getItem('{key}')")).as_string()
}

#[wasm_bindgen_test]
fn foreign_keys_are_neither_read_nor_cleared() {
    script(
        "localStorage.setItem('portal-setting', '<not json>'); localStorage.setItem('bieumau', '{');",
    );
    let record = unique("report/foreign");
    let journal = LocalJournal::of(&record);
    assert!(journal.write("x"));
    assert_eq!(
        local(&format!("bieumau/journal/{record}")).as_deref(),
        Some("x")
    );
    assert!(
        Preferences {
            language: "en".to_owned(),
            ..Preferences::default()
        }
        .save()
    );
    assert_eq!(Preferences::load().language, "en");
    journal.forget();
    assert_eq!(journal.read(), None);
    assert_eq!(local("portal-setting").as_deref(), Some("<not json>"));
    assert_eq!(local("bieumau").as_deref(), Some("{"));
}

#[wasm_bindgen_test]
fn a_preference_that_cannot_be_read_is_as_if_never_chosen_and_harms_no_other() {
    let chosen = Preferences {
        agency_code: "03646".to_owned(),
        ..Preferences::default()
    };
    assert!(chosen.save());
    for broken in ["{", "7", "null"] {
        script(&format!(
            "localStorage.setItem('bieumau/preferences/language', '{broken}')"
        ));
        assert_eq!(Preferences::load(), chosen, "{broken}");
    }
    assert!(Preferences::default().save());
}

#[wasm_bindgen_test]
fn a_refused_local_storage_throws_nowhere() {
    script(
        "window.honest = Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', {
             configurable: true,
             get() { throw new DOMException('denied', 'SecurityError'); },
         });",
    );
    let journal = LocalJournal::of("report/refused");
    let written = journal.write("x");
    let read = journal.read();
    journal.forget();
    let preferences = Preferences::load();
    let saved = preferences.save();
    script("Object.defineProperty(window, 'localStorage', honest)");
    assert_eq!(
        (written, read, preferences, saved),
        (false, None, Preferences::default(), false)
    );
}

#[wasm_bindgen_test]
fn a_full_local_storage_keeps_the_journal_before() {
    let journal = LocalJournal::of(&unique("report/full"));
    assert!(journal.write("before"));
    assert!(!journal.write(&"x".repeat(6 * 1024 * 1024)));
    assert_eq!(journal.read().as_deref(), Some("before"));
    journal.forget();
}

#[wasm_bindgen_test]
fn the_clock_speaks_as_documents_do() {
    let now = clock::now_utc_iso();
    assert_eq!(
        (now.len(), now.get(10..11), now.get(19..)),
        (20, Some("T"), Some("Z"))
    );
    let today =
        script("const d = new Date(); [d.getFullYear(), d.getMonth() + 1, d.getDate()].join('-')");
    let ours = clock::today();
    let ours = format!("{}-{}-{}", ours.year(), u8::from(ours.month()), ours.day());
    assert_eq!(today.as_string(), Some(ours));
    let hour = script(
        "const m = new Date('2026-03-10T02:11:09Z');
         [m.getHours(), m.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')",
    );
    assert_eq!(
        clock::local_hour_minute("2026-03-10T02:11:09Z"),
        hour.as_string()
    );
    assert_eq!(clock::local_hour_minute("yesterday"), None);
}

#[wasm_bindgen_test]
async fn a_file_is_read_up_to_its_limit() {
    let blob: Blob = script("new Blob(['Tô Hiệu'])").unchecked_into();
    assert_eq!(read_text(&blob, 10).await.as_deref(), Ok("Tô Hiệu"));
    assert_eq!(
        read_text(&blob, 9).await,
        Err(FileTrouble::TooLarge { size: 10, limit: 9 })
    );
}

#[wasm_bindgen_test]
async fn a_mark_before_the_text_is_left_out_and_a_text_in_no_utf_8_is_refused() {
    let marked: Blob =
        script("new Blob([new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])])").unchecked_into();
    assert_eq!(read_text(&marked, 10).await.as_deref(), Ok("{}"));
    let latin: Blob = script("new Blob([new Uint8Array([0x54, 0xf4])])").unchecked_into();
    assert_eq!(read_text(&latin, 10).await, Err(FileTrouble::NotText));
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_and_its_text() {
    script(
        "window.honest = HTMLAnchorElement.prototype.click;
         HTMLAnchorElement.prototype.click = function () {
             window.taken = [this.download, fetch(this.href).then((got) => got.blob())];
         };",
    );
    let took = download("báo cáo.json", "application/json", "{\"a\":\"ế\"}");
    let name = script("HTMLAnchorElement.prototype.click = honest; taken[0]");
    let blob = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(script("taken[1]")))
        .await
        .unwrap();
    let blob: Blob = blob.unchecked_into();
    assert_eq!(
        (took, name.as_string().as_deref()),
        (true, Some("báo cáo.json"))
    );
    assert_eq!(blob.type_(), "application/json");
    assert_eq!(read_text(&blob, 100).await.as_deref(), Ok("{\"a\":\"ế\"}"));
    assert_eq!(
        script("document.querySelectorAll('a[download]').length").as_f64(),
        Some(0.0)
    );
}
