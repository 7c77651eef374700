//! The keeper: journal, commits, and what the user is told.

use crate::common::{GatedShelf, script, sealed, unique, until};
use bieumau::browser::{Hands, IndexedDbShelf, Keeper, LocalJournal, Opened};
use bieumau::store::{
    JournalEdit, MemoryShelf, Opening, SaveState, Shelf, ShelfError, Trouble, open,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// A document that is just a text, and every state that was told about it.
#[derive(Clone, Default)]
struct Desk {
    text: Rc<RefCell<String>>,
    told: Rc<RefCell<Vec<SaveState>>>,
}

impl Desk {
    /// Opens a record, replays the journal and begins to keep.
    async fn open<S: Shelf + 'static>(&self, shelf: &Rc<S>, key: &str) -> Keeper<S> {
        let opened = Opened::read(shelf.clone(), key).await;
        *self.text.borrow_mut() = opened.loaded.body().unwrap_or_default().to_owned();
        for edit in &opened.loaded.edits {
            *self.text.borrow_mut() = edit.value.clone();
        }
        self.keep(opened)
    }

    fn keep<S: Shelf + 'static>(&self, opened: Opened<S>) -> Keeper<S> {
        let (text, merged, told) = (self.text.clone(), self.text.clone(), self.told.clone());
        opened.keep(Hands {
            body: Box::new(move || text.borrow().clone()),
            // Two texts cannot be merged row by row; side by side nothing of either is lost.
            take_in: Box::new(move |body, own| {
                let mine = merged.replace(body.to_owned());
                if !own.is_empty() {
                    merged.borrow_mut().push_str(&format!(" + {mine}"));
                }
                true
            }),
            on_state: Box::new(move |state| told.borrow_mut().push(state)),
        })
    }

    fn type_in<S: Shelf + 'static>(&self, keeper: &Keeper<S>, text: &str) {
        *self.text.borrow_mut() = text.to_owned();
        keeper.edited(JournalEdit::new("text", text));
    }

    fn last(&self) -> Option<SaveState> {
        self.told.borrow().last().cloned()
    }

    fn is_saved(&self) -> bool {
        matches!(self.last(), Some(SaveState::Saved { at: Some(_) }))
    }
}

async fn body_of<S: Shelf>(shelf: &S, key: &str) -> Option<String> {
    match open(shelf, key).await {
        Opening::Kept(envelope) => Some(envelope.body),
        _ => None,
    }
}

#[wasm_bindgen_test]
async fn an_edit_is_in_the_journal_at_once_and_committed_soon() {
    let key = unique("report/soon");
    let shelf = Rc::new(IndexedDbShelf::named(&unique("soon")));
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    assert_eq!(keeper.state(), SaveState::Saved { at: None });
    desk.type_in(&keeper, "4");
    desk.type_in(&keeper, "41");
    assert!(
        LocalJournal::of(&key)
            .read()
            .unwrap()
            .contains("[2,\"text\",\"41\"]")
    );
    assert_eq!(desk.last(), Some(SaveState::Saving));
    until("it is saved", || desk.is_saved()).await;
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("41"));
    // The edits of the last commit stay until the next one is complete.
    let journal = LocalJournal::of(&key).read().unwrap();
    assert!(journal.contains("\"base\":2,\"edits\":[[2,"), "{journal}");
    assert_eq!(desk.told.borrow().len(), 3, "{:?}", desk.told);
}

#[wasm_bindgen_test]
async fn a_reload_restores_everything() {
    let key = unique("report/reload");
    let name = unique("reload");
    let shelf = Rc::new(IndexedDbShelf::named(&name));
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    desk.type_in(&keeper, "41 hồ sơ");
    keeper.close().await;
    let again = Opened::read(Rc::new(IndexedDbShelf::named(&name)), &key)
        .await
        .loaded;
    assert_eq!(
        (
            again.body(),
            again.revision(),
            again.edits.len(),
            again.missing
        ),
        (Some("41 hồ sơ"), 1, 0, None)
    );
}

#[wasm_bindgen_test]
async fn a_crash_before_the_commit_loses_nothing() {
    let key = unique("report/crash");
    let name = unique("crash");
    let shelf = Rc::new(IndexedDbShelf::named(&name));
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    desk.type_in(&keeper, "4");
    keeper.flush();
    until("it is saved", || desk.is_saved()).await;
    desk.type_in(&keeper, "41");
    drop(keeper);

    let shelf = Rc::new(IndexedDbShelf::named(&name));
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("4"));
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    assert_eq!(*desk.text.borrow(), "41");
    until("what came back is committed", || desk.is_saved()).await;
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("41"));
    drop(keeper);
}

#[wasm_bindgen_test]
async fn what_is_typed_during_a_commit_stays_in_the_journal() {
    let key = unique("report/during");
    let shelf = Rc::new(GatedShelf::default());
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    shelf.shut.set(true);
    desk.type_in(&keeper, "4");
    keeper.flush();
    until("a commit begins", || shelf.begun.borrow().len() == 1).await;
    desk.type_in(&keeper, "41");
    assert!(!desk.is_saved());
    shelf.shut.set(false);
    until("the first commit is over", || {
        !shelf.inner.texts().is_empty()
    })
    .await;
    assert_eq!(body_of(&shelf.inner, &key).await.unwrap(), "4");
    until("the journal is trimmed", || {
        LocalJournal::of(&key)
            .read()
            .unwrap()
            .contains("\"base\":1,\"edits\":[[2,\"text\",\"41\"]]")
    })
    .await;
    keeper.close().await;
    assert_eq!(body_of(&shelf.inner, &key).await.unwrap(), "41");
}

#[wasm_bindgen_test]
async fn closing_waits_for_the_commit_under_way_and_for_the_rest() {
    let key = unique("report/closing");
    let shelf = Rc::new(GatedShelf::default());
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    shelf.shut.set(true);
    desk.type_in(&keeper, "4");
    keeper.flush();
    until("a commit begins", || shelf.begun.borrow().len() == 1).await;
    desk.type_in(&keeper, "41");
    let gate = shelf.clone();
    wasm_bindgen_futures::spawn_local(async move {
        bieumau::browser::timer::pause(30).await;
        gate.shut.set(false);
    });
    keeper.close().await;
    assert_eq!(body_of(&shelf.inner, &key).await.unwrap(), "41");
}

#[wasm_bindgen_test]
async fn a_failed_commit_is_told_and_tried_again() {
    let key = unique("report/failed");
    let shelf = Rc::new(MemoryShelf::new());
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    shelf.fail_with(Some(ShelfError::Full));
    desk.type_in(&keeper, "41");
    keeper.flush();
    until("the failure is told", || {
        desk.last() == Some(SaveState::Failed { why: Trouble::Full })
    })
    .await;
    assert!(LocalJournal::of(&key).read().unwrap().contains("41"));
    shelf.fail_with(None);
    until("it is saved by itself", || desk.is_saved()).await;
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("41"));
}

#[wasm_bindgen_test]
async fn a_hidden_page_commits_at_once() {
    let key = unique("report/hidden");
    let shelf = Rc::new(GatedShelf::default());
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    desk.type_in(&keeper, "41");
    // Two turns of the microtask queue, far below the quiet time.
    script("window.dispatchEvent(new Event('pagehide'))");
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL))
        .await
        .unwrap();
    bieumau::browser::timer::pause(0).await;
    assert_eq!(shelf.begun.borrow().as_slice(), std::slice::from_ref(&key));
    until("it is saved", || desk.is_saved()).await;
    drop(keeper);
}

#[wasm_bindgen_test]
async fn a_blocked_shelf_leaves_the_page_in_memory_and_says_so() {
    let key = unique("report/blocked");
    let shelf = Rc::new(GatedShelf::default());
    shelf.inner.fail_with(Some(ShelfError::Blocked));
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    assert_eq!(
        desk.last(),
        Some(SaveState::Failed {
            why: Trouble::Blocked
        })
    );
    shelf.inner.fail_with(None);
    desk.type_in(&keeper, "41");
    keeper.close().await;
    assert_eq!(*shelf.begun.borrow(), Vec::<String>::new());
    assert_eq!(
        desk.last(),
        Some(SaveState::Failed {
            why: Trouble::Blocked
        })
    );
    // The journal still has it.
    let desk = Desk::default();
    drop(desk.open(&shelf, &key).await);
    assert_eq!(*desk.text.borrow(), "41");
}

#[wasm_bindgen_test]
async fn a_newer_record_is_left_untouched_and_said() {
    let key = unique("report/newer");
    let newer = "{\"record\":\"bieumau.record/2\"}";
    let shelf = Rc::new(IndexedDbShelf::named(&unique("newer")));
    shelf.put(&key, newer).await.unwrap();
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    let why = Trouble::Newer {
        found: "bieumau.record/2".to_owned(),
    };
    assert_eq!(desk.last(), Some(SaveState::Failed { why }));
    desk.type_in(&keeper, "41");
    keeper.close().await;
    assert_eq!(shelf.get(&key).await, Ok(Some(newer.to_owned())));
    assert_eq!(LocalJournal::of(&key).read(), None);
}

#[wasm_bindgen_test]
async fn a_broken_record_is_kept_aside_and_its_place_taken() {
    let key = unique("report/broken");
    let shelf = Rc::new(IndexedDbShelf::named(&unique("broken-kept")));
    let broken = sealed(7, "was 41").replace("41", "47");
    shelf.put(&key, &broken).await.unwrap();
    let opened = Opened::read(shelf.clone(), &key).await;
    let Opening::Broken { aside, .. } = opened.loaded.opening.clone() else {
        panic!("{:?}", opened.loaded);
    };
    let desk = Desk::default();
    let keeper = desk.keep(opened);
    desk.type_in(&keeper, "begun anew");
    keeper.close().await;
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("begun anew"));
    assert_eq!(shelf.get(&aside).await, Ok(Some(broken)));
}

#[wasm_bindgen_test]
async fn a_large_paste_is_written_to_the_journal_once_and_committed_at_once() {
    let key = unique("report/paste");
    let shelf = Rc::new(GatedShelf::default());
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    let cells =
        (0..3_000).map(|row| JournalEdit::new(format!("row.{row}"), "{\"number\":\"1234567\"}"));
    *desk.text.borrow_mut() = "3000 cells".to_owned();
    keeper.edited_all(cells);
    bieumau::browser::timer::pause(0).await;
    assert_eq!(shelf.begun.borrow().len(), 1);
    until("it is saved", || desk.is_saved()).await;
    assert!(
        LocalJournal::of(&key)
            .read()
            .unwrap()
            .contains("\"base\":3000,")
    );
    drop(keeper);
}

#[wasm_bindgen_test]
async fn what_another_page_wrote_is_taken_in_before_anything_takes_its_place() {
    let key = unique("report/two-pages");
    let shelf = Rc::new(IndexedDbShelf::named(&unique("two-pages")));
    let (here, there) = (Desk::default(), Desk::default());
    let (of_here, of_there) = (
        here.open(&shelf, &key).await,
        there.open(&shelf, &key).await,
    );

    here.type_in(&of_here, "typed here");
    until("this page has saved", || here.is_saved()).await;
    there.type_in(&of_there, "typed there");
    until("the other page has saved", || there.is_saved()).await;

    let kept = body_of(&*shelf, &key).await;
    assert_eq!(kept.as_deref(), Some("typed here + typed there"));
    of_here.close().await;
    of_there.close().await;
}

#[wasm_bindgen_test]
async fn what_did_not_fit_into_the_journal_is_our_own_all_the_same() {
    let key = unique("report/two-pages-large");
    let shelf = Rc::new(IndexedDbShelf::named(&unique("two-pages-large")));
    let (here, there) = (Desk::default(), Desk::default());
    let (of_here, of_there) = (
        here.open(&shelf, &key).await,
        there.open(&shelf, &key).await,
    );

    here.type_in(&of_here, "typed here");
    until("this page has saved", || here.is_saved()).await;
    let large = "x".repeat(70_000);
    there.type_in(&of_there, &large);
    until("the other page has saved", || there.is_saved()).await;

    let kept = body_of(&*shelf, &key).await.unwrap();
    assert_eq!(kept, format!("typed here + {large}"));
    of_here.close().await;
    of_there.close().await;
}

#[wasm_bindgen_test]
async fn what_came_from_the_journal_of_another_page_takes_nothing_from_what_that_one_typed_since() {
    let key = unique("report/opened-meanwhile");
    let shelf = Rc::new(GatedShelf::default());
    let (here, there) = (Desk::default(), Desk::default());
    let of_here = here.open(&shelf, &key).await;
    shelf.shut.set(true);
    here.type_in(&of_here, "4");
    // The other page reads what is in the journal only, and takes its time.
    let opened = Opened::read(shelf.clone(), &key).await;
    assert_eq!(opened.loaded.edits, [JournalEdit::new("text", "4")]);
    here.type_in(&of_here, "41");
    shelf.shut.set(false);
    until("this page has saved", || here.is_saved()).await;
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("41"));

    "4".clone_into(&mut there.text.borrow_mut());
    let of_there = there.keep(opened);
    until("the other page has saved", || there.is_saved()).await;
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("41"));
    of_here.close().await;
    of_there.close().await;
}

#[wasm_bindgen_test]
async fn who_yields_keeps_also_what_is_typed_during_the_last_commit() {
    let key = unique("report/yields");
    let shelf = Rc::new(GatedShelf::default());
    let desk = Desk::default();
    let keeper = desk.open(&shelf, &key).await;
    shelf.shut.set(true);
    desk.type_in(&keeper, "4");
    let told = Rc::new(Cell::new(None));
    let tell = told.clone();
    keeper.when_kept(Box::new(move |is_kept| tell.set(Some(is_kept))));
    until("a commit begins", || shelf.begun.borrow().len() == 1).await;
    desk.type_in(&keeper, "41");
    shelf.shut.set(false);
    until("it is told", || told.get().is_some()).await;
    assert_eq!(told.get(), Some(true));
    assert_eq!(body_of(&*shelf, &key).await.as_deref(), Some("41"));
    keeper.close().await;
}
