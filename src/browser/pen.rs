//! The pen of one record among the pages of this browser: its lock, its channel, its timers. What they mean is decided
//! by [`Pen`].
//!
//! The lock manager is reached through reflection: web-sys knows it only as unstable, and on plain `http:` there is
//! none.

use super::area::named;
use super::{Listening, LocalJournal, timer};
use crate::store::{Act, Ask, Means, Now, Pen};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

/// What a page says of a commit: `kept 17`.
const KEPT: &str = "kept ";

/// Is told what this page does now.
pub type Shows = Box<dyn Fn(Now)>;

/// Is told whether everything typed could be kept.
pub type Told = Box<dyn FnOnce(bool)>;

/// What the pen asks of the report.
pub struct PenHands {
    /// Keeps everything typed, then says whether that was possible.
    pub keep: Box<dyn Fn(Told)>,
    /// Is told what this page does now.
    pub show: Shows,
    /// Is told what another page has written into the journal.
    pub hear: Box<dyn Fn(String)>,
    /// Is told up to which revision another page has committed.
    pub committed: Box<dyn Fn(u64)>,
}

/// The pen of an open record; until [`HeldPen::end`] it speaks with the other pages.
#[derive(Clone)]
pub struct HeldPen {
    desk: Rc<Desk>,
}

struct Desk {
    name: String,
    pen: RefCell<Pen>,
    hands: PenHands,
    locks: Option<JsValue>,
    channel: Option<BroadcastChannel>,
    /// Lets the lock go.
    release: RefCell<Option<Function>>,
    ears: RefCell<Vec<Ear>>,
    leaving: RefCell<Option<Listening>>,
}

enum Ear {
    Message {
        _closure: Closure<dyn FnMut(MessageEvent)>,
    },
    Storage {
        closure: Closure<dyn FnMut(StorageEvent)>,
    },
}

impl HeldPen {
    /// Begins to ask for the pen of a record.
    pub fn begin(record: &str, hands: PenHands) -> HeldPen {
        let name = named(record);
        let locks = lock_manager();
        let channel = BroadcastChannel::new(&name).ok();
        let means = match locks {
            Some(_) => Means::Locks,
            None => Means::Words,
        };
        let desk = Rc::new(Desk {
            name,
            pen: RefCell::new(Pen::new(means, &own_name())),
            hands,
            locks,
            channel,
            release: RefCell::new(None),
            ears: RefCell::new(Vec::new()),
            leaving: RefCell::new(None),
        });
        // One listens before one asks.
        desk.listen(record);
        desk.event(Pen::begin);
        HeldPen { desk }
    }

    /// The officer wants to write here.
    pub fn want(&self) {
        self.desk.event(Pen::want);
    }

    /// Tells the other pages of a commit.
    pub fn committed(&self, revision: u64) {
        self.desk.say(&format!("{KEPT}{revision}"));
    }

    /// The record is closed on this page: another one may write.
    pub fn end(&self) {
        let desk = &self.desk;
        desk.event(Pen::ends);
        desk.let_go();
        desk.leaving.borrow_mut().take();
        desk.unlisten();
    }
}

/// Tells every page that has a record open that it was written from outside its desk.
pub fn tell_committed(record: &str, revision: u64) {
    if let Ok(channel) = BroadcastChannel::new(&named(record)) {
        let _ = channel.post_message(&JsValue::from_str(&format!("{KEPT}{revision}")));
        channel.close();
    }
}

impl Desk {
    fn event(self: &Rc<Self>, event: impl FnOnce(&mut Pen) -> Vec<Act>) {
        let acts = event(&mut self.pen.borrow_mut());
        for act in acts {
            self.act(act);
        }
    }

    fn act(self: &Rc<Self>, act: Act) {
        match act {
            Act::Say(words) => self.say(&words),
            Act::Lock(ask) => self.lock(ask),
            Act::Keep => {
                let weak = Rc::downgrade(self);
                (self.hands.keep)(Box::new(move |is_kept| {
                    tell(&weak, |pen| pen.kept(is_kept));
                }));
            }
            Act::Ring(ring, after) => {
                let weak = Rc::downgrade(self);
                timer::after(after, move || tell(&weak, |pen| pen.rang(ring)));
            }
            Act::Show(now) => (self.hands.show)(now),
        }
    }

    fn say(&self, words: &str) {
        if let Some(channel) = &self.channel {
            // A channel that is closed has nobody to tell.
            let _ = channel.post_message(&JsValue::from_str(words));
        }
    }

    fn lock(self: &Rc<Self>, ask: Ask) {
        let Some(promise) = self.request(ask) else {
            return self.event(Pen::without_locks);
        };
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let Err(error) = JsFuture::from(promise).await else {
                return;
            };
            // A lock that was held and is taken away ends in an AbortError; all else is that there are no locks here.
            let name = Reflect::get(&error, &JsValue::from_str("name"));
            let is_stolen = name.is_ok_and(|name| name == "AbortError");
            tell(&weak, |pen| match is_stolen {
                true => pen.stolen(),
                false => pen.without_locks(),
            });
        });
    }

    fn request(self: &Rc<Self>, ask: Ask) -> Option<Promise> {
        let locks = self.locks.as_ref()?;
        let request: Function = Reflect::get(locks, &"request".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let options = Object::new();
        let option = match ask {
            Ask::IfFree => Some("ifAvailable"),
            Ask::Steal => Some("steal"),
            Ask::Wait => None,
        };
        if let Some(option) = option {
            Reflect::set(&options, &option.into(), &JsValue::TRUE).ok()?;
        }
        let weak = Rc::downgrade(self);
        let given = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let Some(desk) = weak.upgrade() else {
                return JsValue::UNDEFINED;
            };
            if lock.is_null() {
                desk.event(Pen::refused);
                return JsValue::UNDEFINED;
            }
            let held = desk.hold();
            desk.event(|pen| pen.granted(ask));
            if !desk.pen.borrow().writes() {
                desk.let_go();
            }
            held
        });
        let name = JsValue::from_str(&self.name);
        request
            .call3(locks, &name, &options, &given)
            .ok()?
            .dyn_into()
            .ok()
    }

    /// A promise that lasts until the lock is let go.
    fn hold(&self) -> JsValue {
        let mut release = None;
        let promise = Promise::new(&mut |resolve, _| release = Some(resolve));
        *self.release.borrow_mut() = release;
        promise.into()
    }

    fn let_go(&self) {
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }

    fn listen(self: &Rc<Self>, record: &str) {
        if let Some(channel) = &self.channel {
            let weak = Rc::downgrade(self);
            let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let (Some(desk), Some(words)) = (weak.upgrade(), event.data().as_string()) {
                    desk.heard(&words);
                }
            });
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            self.ears
                .borrow_mut()
                .push(Ear::Message { _closure: heard });
        }
        let weak = Rc::downgrade(self);
        let journal = LocalJournal::of(record);
        let written = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
            let is_ours = event.key().as_deref() == Some(journal.key());
            if let (true, Some(desk), Some(text)) = (is_ours, weak.upgrade(), event.new_value()) {
                (desk.hands.hear)(text);
            }
        });
        if let Some(window) = web_sys::window() {
            // Adding a listener to the window cannot fail.
            let _ = window
                .add_event_listener_with_callback("storage", written.as_ref().unchecked_ref());
            self.ears
                .borrow_mut()
                .push(Ear::Storage { closure: written });
            let mut leaving = Listening::default();
            let weak = Rc::downgrade(self);
            leaving.hear(window.clone().into(), "pagehide", move || {
                tell(&weak, Pen::leaves);
            });
            let weak = Rc::downgrade(self);
            // A page that was put away and is shown again asks anew.
            leaving.hear(window.into(), "pageshow", move || tell(&weak, Pen::begin));
            *self.leaving.borrow_mut() = Some(leaving);
        }
    }

    fn heard(self: &Rc<Self>, words: &str) {
        match words.strip_prefix(KEPT) {
            Some(revision) => {
                if let Ok(revision) = revision.parse() {
                    (self.hands.committed)(revision);
                }
            }
            None => self.event(|pen| pen.heard(words)),
        }
    }

    fn unlisten(&self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        for ear in self.ears.borrow_mut().drain(..) {
            if let (Ear::Storage { closure }, Some(window)) = (ear, web_sys::window()) {
                let function = closure.as_ref().unchecked_ref();
                let _ = window.remove_event_listener_with_callback("storage", function);
            }
        }
    }
}

fn tell(desk: &Weak<Desk>, event: impl FnOnce(&mut Pen) -> Vec<Act>) {
    if let Some(desk) = desk.upgrade() {
        desk.event(event);
    }
}

/// `navigator.locks`, where there is one.
fn lock_manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    Some(locks).filter(|locks| locks.is_object())
}

/// A name that no other page has. Of two pages that were opened at the same time the one before has the smaller one.
fn own_name() -> String {
    let opened = js_sys::Date::now() as u64;
    let lot = (js_sys::Math::random() * 1e15) as u64;
    format!("{opened:015}-{lot}")
}
