//! The shelf in IndexedDB.

use crate::common::{THEN, script, sealed, unique};
use bieumau::browser::IndexedDbShelf;
use bieumau::store::{Opening, REPORTS, Shelf, ShelfError, Spoilt, kept_aside, list};
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn what_is_put_is_read_through_a_second_connection() {
    let name = unique("second");
    let text = "Tô Hiệu \u{1f4dd} ".repeat(10_000);
    let shelf = IndexedDbShelf::named(&name);
    assert_eq!(shelf.get("report/a").await, Ok(None));
    shelf.put("report/a", "first").await.unwrap();
    shelf.put("report/a", &text).await.unwrap();
    drop(shelf);
    let again = IndexedDbShelf::named(&name);
    assert_eq!(again.get("report/a").await, Ok(Some(text)));
}

#[wasm_bindgen_test]
async fn keys_come_in_order_and_only_those_of_the_prefix() {
    let shelf = IndexedDbShelf::named(&unique("keys"));
    for key in [
        "report/b",
        "aside/report/a",
        "report/a",
        "report/ữ",
        "reports",
    ] {
        shelf.put(key, "x").await.unwrap();
    }
    assert_eq!(
        shelf.keys("report/").await.unwrap(),
        ["report/a", "report/b", "report/ữ"]
    );
    shelf.remove("report/b").await.unwrap();
    shelf.remove("report/none").await.unwrap();
    assert_eq!(
        shelf.keys("report/").await.unwrap(),
        ["report/a", "report/ữ"]
    );
}

#[wasm_bindgen_test]
async fn a_write_is_strict_committed_and_over_only_when_complete() {
    let shelf = IndexedDbShelf::named(&unique("strict"));
    shelf.put("report/a", "opened").await.unwrap();
    script(
        "window.told = [];
         window.honest = [IDBDatabase.prototype.transaction, IDBTransaction.prototype.commit];
         IDBDatabase.prototype.transaction = function (...args) {
             const transaction = honest[0].apply(this, args);
             told.push(transaction.mode + ' ' + transaction.durability);
             transaction.addEventListener('complete', () => told.push('complete'));
             return transaction;
         };
         IDBTransaction.prototype.commit = function () { told.push('commit'); return honest[1].apply(this); };",
    );
    let put = shelf.put("report/a", "body").await;
    let told = script(
        "[IDBDatabase.prototype.transaction, IDBTransaction.prototype.commit] = honest; told.join(', ')",
    );
    assert_eq!(put, Ok(()));
    assert_eq!(
        told.as_string().unwrap(),
        "readwrite strict, commit, complete"
    );
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_opened_anew() {
    let name = unique("lost");
    let shelf = IndexedDbShelf::named(&name);
    shelf.put("report/a", "before").await.unwrap();
    // Deleting makes every open connection give way, as a browser does under pressure.
    Database::delete_by_name(&name).unwrap().await.unwrap();
    shelf.put("report/a", "after").await.unwrap();
    assert_eq!(shelf.get("report/a").await, Ok(Some("after".to_owned())));
}

#[wasm_bindgen_test]
async fn a_transaction_that_is_aborted_is_no_success() {
    let shelf = IndexedDbShelf::named(&unique("abort"));
    shelf.put("report/a", "before").await.unwrap();
    script(
        "window.honest = IDBTransaction.prototype.commit;
         IDBTransaction.prototype.commit = function () { this.abort(); };",
    );
    let put = shelf.put("report/a", "after").await;
    script("IDBTransaction.prototype.commit = honest;");
    assert_eq!(put, Err(ShelfError::Gone));
    assert_eq!(shelf.get("report/a").await, Ok(Some("before".to_owned())));
}

#[wasm_bindgen_test]
async fn a_full_disk_is_told_as_such() {
    let shelf = IndexedDbShelf::named(&unique("full"));
    shelf.put("report/a", "before").await.unwrap();
    // The way in which Chromium tells it: no request fails, the transaction aborts with the reason in it.
    script(
        "window.honest = IDBTransaction.prototype.commit;
         IDBTransaction.prototype.commit = function () {
             Object.defineProperty(this, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
             this.abort();
         };",
    );
    let put = shelf.put("report/a", "after").await;
    script("IDBTransaction.prototype.commit = honest;");
    assert_eq!(put, Err(ShelfError::Full));
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_indexed_db_is_told_as_blocked() {
    script(
        "window.honest = IDBFactory.prototype.open;
         IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };",
    );
    let got = IndexedDbShelf::named(&unique("blocked"))
        .get("report/a")
        .await;
    script("IDBFactory.prototype.open = honest;");
    assert_eq!(got, Err(ShelfError::Blocked));
}

#[wasm_bindgen_test]
async fn the_database_of_another_page_is_not_touched() {
    let portal = unique("portal");
    let open = async || {
        Database::open(portal.as_str())
            .with_version(3u8)
            .with_on_upgrade_needed(|_, database| {
                database.create_object_store("theirs").build().map(drop)
            })
            .await
            .unwrap()
    };
    let theirs = open().await;
    let transaction = theirs
        .transaction("theirs")
        .with_mode(TransactionMode::Readwrite)
        .build()
        .unwrap();
    transaction
        .object_store("theirs")
        .unwrap()
        .put("kept")
        .with_key("k")
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    theirs.close();

    let shelf = IndexedDbShelf::new();
    let key = format!("report/{}", unique("ours"));
    shelf.put(&key, "x").await.unwrap();
    assert!(!shelf.keys("").await.unwrap().contains(&"k".to_owned()));
    shelf.remove(&key).await.unwrap();

    let theirs = open().await;
    let transaction = theirs.transaction("theirs").build().unwrap();
    let store = transaction.object_store("theirs").unwrap();
    let kept = store.get::<String, _, _>("k").await.unwrap();
    assert_eq!((kept.as_deref(), theirs.version()), (Some("kept"), 3.0));
}

#[wasm_bindgen_test]
async fn a_broken_and_a_newer_record_harm_no_other() {
    let name = unique("broken");
    let newer = "{\"record\":\"bieumau.record/2\"}";
    let shelf = IndexedDbShelf::named(&name);
    shelf.put("report/1", &sealed(1, "one")).await.unwrap();
    shelf
        .put("report/2", "{\"record\":\"bieumau.rec")
        .await
        .unwrap();
    shelf.put("report/3", newer).await.unwrap();
    shelf.put("report/4", &sealed(4, "four")).await.unwrap();

    let listed = list(&shelf, REPORTS, THEN).await.unwrap();
    let aside = format!("aside/report/2/{THEN}");
    let openings: Vec<Opening> = listed.into_iter().map(|one| one.opening).collect();
    assert!(matches!(&openings[0], Opening::Kept(one) if one.body == "one"));
    assert_eq!(
        openings[1],
        Opening::Broken {
            why: Spoilt::NotARecord,
            aside: aside.clone()
        }
    );
    assert_eq!(
        openings[2],
        Opening::Newer {
            found: "bieumau.record/2".to_owned()
        }
    );
    assert!(matches!(&openings[3], Opening::Kept(four) if four.body == "four"));

    let again = IndexedDbShelf::named(&name);
    let kept = kept_aside(&again).await.unwrap();
    assert_eq!(
        (kept.len(), kept[0].key.as_str(), kept[0].text.as_str()),
        (1, aside.as_str(), "{\"record\":\"bieumau.rec")
    );
    assert_eq!(again.get("report/3").await, Ok(Some(newer.to_owned())));
}
