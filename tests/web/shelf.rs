//! The shelf in IndexedDB.

use crate::common::{script, sealed, unique};
use bieumau::browser::IndexedDbShelf;
use bieumau::format::checksum::sha256_hex;
use bieumau::store::{Found, Opening, REPORTS, Shelf, ShelfError, Spoilt, Write, kept_aside, list};
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use std::future::{Future, poll_fn};
use std::task::Poll;
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
async fn where_the_browser_refuses_indexed_db_the_shelf_is_in_memory_and_says_that_it_does_not_last()
 {
    script(
        "window.honest = IDBFactory.prototype.open;
         IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };",
    );
    let shelf = IndexedDbShelf::named(&unique("blocked"));
    assert!(shelf.lasts());
    let got = shelf.get("report/a").await;
    shelf.put("report/a", "kept").await.unwrap();
    let again = shelf.get("report/a").await;
    script("IDBFactory.prototype.open = honest;");
    assert_eq!((got, again), (Ok(None), Ok(Some("kept".to_owned()))));
    assert!(!shelf.lasts());
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
    let database = unique("broken");
    let newer = "{\"record\":\"bieumau.record/2\"}";
    let shelf = IndexedDbShelf::named(&database);
    shelf.put("report/1", &sealed(1, "one")).await.unwrap();
    shelf
        .put("report/2", "{\"record\":\"bieumau.rec")
        .await
        .unwrap();
    shelf.put("report/3", newer).await.unwrap();
    shelf.put("report/4", &sealed(4, "four")).await.unwrap();

    let listed = list(&shelf, REPORTS).await.unwrap();
    let name: String = sha256_hex(b"{\"record\":\"bieumau.rec")
        .chars()
        .take(16)
        .collect();
    let aside = format!("aside/report/2/{name}");
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

    let again = IndexedDbShelf::named(&database);
    let kept = kept_aside(&again).await.unwrap();
    assert_eq!(
        (kept.len(), kept[0].key.as_str(), kept[0].text.as_str()),
        (1, aside.as_str(), "{\"record\":\"bieumau.rec")
    );
    assert_eq!(again.get("report/3").await, Ok(Some(newer.to_owned())));
}

/// Adds one to a number, so that two who do it at once show whether anything comes in between.
async fn count_up(shelf: &IndexedDbShelf) -> Result<(), ShelfError> {
    let key = "report/count".to_owned();
    let decide = &mut |found: Found| {
        let text = found.texts.into_iter().flatten().next();
        let count: u32 = text.map_or(0, |text| text.parse().unwrap());
        Some(vec![Write::put("report/count", (count + 1).to_string())])
    };
    shelf.exchange(&[key], "past/", decide).await
}

#[wasm_bindgen_test]
async fn nobody_writes_between_what_an_exchange_reads_and_what_it_writes() {
    let name = unique("exchange");
    let (one, other) = (IndexedDbShelf::named(&name), IndexedDbShelf::named(&name));
    let many = async |shelf: &IndexedDbShelf| {
        for _ in 0..500 {
            count_up(shelf).await.unwrap();
        }
    };
    join(many(&one), many(&other)).await;
    let count = one.get("report/count").await;
    assert_eq!(count, Ok(Some("1000".to_owned())));
}

#[wasm_bindgen_test]
async fn of_an_exchange_all_is_written_or_nothing() {
    let shelf = IndexedDbShelf::named(&unique("all"));
    shelf.put("past/1", "old").await.unwrap();
    let writes = || {
        vec![
            Write::remove("past/1"),
            Write::put("past/2", "new"),
            Write::put("report/a", "a"),
        ]
    };
    script(
        "window.honest = IDBTransaction.prototype.commit;
         IDBTransaction.prototype.commit = function () { this.abort(); };",
    );
    let failed = shelf
        .exchange(&[], "past/", &mut |_: Found| Some(writes()))
        .await;
    script("IDBTransaction.prototype.commit = honest;");
    assert_eq!(failed, Err(ShelfError::Gone));
    assert_eq!(shelf.keys("").await, Ok(vec!["past/1".to_owned()]));
    let mut names = Vec::new();
    let decide = &mut |found: Found| {
        names = found.names;
        Some(writes())
    };
    shelf.exchange(&[], "past/", decide).await.unwrap();
    assert_eq!(names, ["past/1"]);
    let keys = ["past/2", "report/a"].map(str::to_owned).to_vec();
    assert_eq!(shelf.keys("").await, Ok(keys));
}

/// Waits for both, in turns.
async fn join(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (Box::pin(one), Box::pin(other));
    let (mut one_is_over, mut other_is_over) = (false, false);
    poll_fn(|context| {
        one_is_over = one_is_over || one.as_mut().poll(context).is_ready();
        other_is_over = other_is_over || other.as_mut().poll(context).is_ready();
        if one_is_over && other_is_over {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}
