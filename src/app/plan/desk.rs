//! The open work list: one list with the agency's copy, one keeper, one signal for each task that is shown.
//!
//! It goes the way of the report's desk: key → [`TaskDesk::edit`] → book, journal → the signal of that one task.

use crate::app::page::Page;
use crate::browser::{Hands, IndexedDbShelf, Keeper, clock};
use crate::format::{book_text, edit_text, read_book};
use crate::period::Date;
use crate::plan::{Counts, Filter, Progress, Standing, Task, TaskBook, Tracked};
use crate::store::JournalEdit;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a task shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineView {
    /// What is noted about it.
    pub progress: Progress,
    /// How it stands today.
    pub standing: Standing,
    /// The task itself, which changes where it is the agency's own.
    pub task: Task,
}

struct Inner {
    tracked: Rc<RefCell<Tracked>>,
    keeper: Keeper<IndexedDbShelf>,
}

/// Handles to the open list; copied into every component of its page.
#[derive(Clone, Copy)]
pub struct TaskDesk {
    inner: StoredValue<Option<Inner>, LocalStorage>,
    owner: StoredValue<Owner>,
    lines: StoredValue<BTreeMap<String, RwSignal<LineView>>>,
    nothing: RwSignal<LineView>,
    /// The day from which deadlines are counted.
    pub today: Date,
    /// How many tasks stand how.
    pub counts: RwSignal<Counts>,
    /// What the shown tasks have in common.
    pub filter: RwSignal<Filter>,
    /// The ids of the tasks that are shown. A task that is changed stays until the filter is changed.
    pub visible: RwSignal<BTreeSet<String>>,
    /// The ids of the agency's own tasks.
    pub own: RwSignal<Vec<String>>,
    /// The own task that was taken away last, with what was noted.
    pub removed: RwSignal<Option<(Task, Progress)>>,
}

impl TaskDesk {
    /// Lays a list on the desk. `keep` begins to keep the copy, with the hands that it is given.
    pub fn new(
        tracked: Tracked,
        page: Page,
        keep: impl FnOnce(Hands) -> Keeper<IndexedDbShelf>,
    ) -> TaskDesk {
        let desk = TaskDesk {
            inner: StoredValue::new_local(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            lines: StoredValue::new(BTreeMap::new()),
            nothing: RwSignal::new(LineView::default()),
            today: clock::today(),
            counts: RwSignal::new(Counts::default()),
            filter: RwSignal::new(Filter::default()),
            visible: RwSignal::new(BTreeSet::new()),
            own: RwSignal::new(Vec::new()),
            removed: RwSignal::new(None),
        };
        let tracked = Rc::new(RefCell::new(tracked));
        let (of_body, of_others) = (tracked.clone(), tracked.clone());
        let keeper = keep(Hands {
            body: Box::new(move || book_text(&of_body.borrow().book)),
            take_in: Box::new(move |body, own| {
                let Ok(other) = read_book(body) else {
                    return false;
                };
                of_others.borrow_mut().book.take_in(other, own);
                desk.show_all();
                true
            }),
            on_state: Box::new(move |state| page.save.set(Some(state))),
        });
        desk.inner.set_value(Some(Inner { tracked, keeper }));
        desk.show_all();
        desk.refilter();
        desk
    }

    /// Ends the keeping without waiting for it.
    pub fn let_go(self, page: Page) {
        if let Some(inner) = self.inner.try_update_value(Option::take).flatten() {
            page.close(inner.keeper);
        }
    }

    /// Looks something up in the list; none once the desk is cleared.
    pub fn look<T>(self, look: impl FnOnce(&Tracked) -> T) -> Option<T> {
        self.inner
            .try_with_value(|inner| inner.as_ref().map(|inner| look(&inner.tracked.borrow())))
            .flatten()
    }

    /// What a task shows.
    pub fn line(self, id: &str) -> ReadSignal<LineView> {
        self.lines
            .with_value(|lines| lines.get(id).copied())
            .unwrap_or(self.nothing)
            .read_only()
    }

    /// The agency's copy as it stands.
    pub fn book(self) -> TaskBook {
        self.look(|tracked| tracked.book.clone())
            .unwrap_or_default()
    }

    /// Something was typed or chosen about a task.
    pub fn edit(self, id: &str, act: impl FnOnce(&mut Progress)) {
        self.change(id, |book| {
            let mut progress = book.progress(id);
            act(&mut progress);
            book.note(id, progress);
        });
    }

    /// Something was typed about the words of a task of the agency's own.
    pub fn edit_own(self, id: &str, act: impl FnOnce(&mut Task)) {
        self.change(id, |book| {
            if let Some(mut task) = book.own.iter().find(|own| own.id == id).cloned() {
                act(&mut task);
                book.put_own(task);
            }
        });
    }

    /// Adds a task of the agency's own, still without words, and gives its id.
    pub fn add_own(self, group: &str) -> String {
        let id = self.book().own_id(&clock::now_utc_iso());
        let task = Task {
            id: id.clone(),
            group: group.to_owned(),
            ..Task::default()
        };
        self.put_own(task, Progress::default());
        id
    }

    /// Takes a task of the agency's own away; it can be brought back as long as the page is open.
    pub fn remove_own(self, id: &str) {
        let removed = self
            .look(|tracked| Some((tracked.task(id)?.clone(), tracked.progress(id))))
            .flatten();
        self.change(id, |book| book.remove_own(id));
        self.removed.set(removed);
    }

    /// Brings back the task that was taken away last.
    pub fn bring_back(self) {
        if let Some((task, progress)) = self.removed.get_untracked() {
            self.removed.set(None);
            self.put_own(task, progress);
        }
    }

    fn put_own(self, task: Task, progress: Progress) {
        let id = task.id.clone();
        self.change(&id, |book| {
            book.put_own(task);
            book.note(&id, progress);
        });
        self.visible.update(|visible| {
            visible.insert(id);
        });
    }

    /// Changes what the shown tasks have in common.
    pub fn narrow(self, act: impl FnOnce(&mut Filter)) {
        self.filter.update(act);
        self.refilter();
    }

    /// The one way in which anything changes: book, journal, signals.
    fn change(self, id: &str, act: impl FnOnce(&mut TaskBook)) {
        self.inner.try_update_value(|inner| {
            let Some(inner) = inner else { return };
            let edit = {
                let mut tracked = inner.tracked.borrow_mut();
                let before = tracked.book.edit_of(id);
                act(&mut tracked.book);
                let after = tracked.book.edit_of(id);
                tracked.book.modified = clock::now_utc_iso();
                (before != after).then(|| JournalEdit::new(id, edit_text(&after)))
            };
            // The keeper asks for the body, so nothing may be borrowed any more.
            if let Some(edit) = edit {
                inner.keeper.edited(edit);
            }
        });
        self.show(id);
    }

    fn view_of(self, id: &str) -> Option<LineView> {
        self.look(|tracked| {
            let task = tracked.task(id)?;
            Some(LineView {
                progress: tracked.progress(id),
                standing: tracked.standing(task, self.today),
                task: task.clone(),
            })
        })
        .flatten()
    }

    /// Sets the signals of one task, and of what is counted.
    fn show(self, id: &str) {
        if let Some(view) = self.view_of(id) {
            let known = self.lines.with_value(|lines| lines.get(id).copied());
            match known {
                Some(signal) if signal.with_untracked(|before| *before == view) => {}
                Some(signal) => signal.set(view),
                None => {
                    // It belongs to the page, not to the event in which it came.
                    let signal = self
                        .owner
                        .with_value(|owner| owner.with(|| RwSignal::new(view)));
                    self.lines.update_value(|lines| {
                        lines.insert(id.to_owned(), signal);
                    });
                }
            }
        }
        let counted = self.look(|tracked| {
            let own: Vec<String> = tracked.book.own.iter().map(|own| own.id.clone()).collect();
            (tracked.counts(self.today), own)
        });
        if let Some((counts, own)) = counted {
            if self.counts.get_untracked() != counts {
                self.counts.set(counts);
            }
            if self.own.with_untracked(|before| *before != own) {
                self.own.set(own);
            }
        }
    }

    fn show_all(self) {
        let ids: Vec<String> = self
            .look(|tracked| tracked.tasks().map(|task| task.id.clone()).collect())
            .unwrap_or_default();
        for id in &ids {
            self.show(id);
        }
        // What another page has added is never hidden.
        self.visible.update(|visible| {
            let lines = self.own.get_untracked().into_iter();
            visible.extend(lines);
        });
    }

    fn refilter(self) {
        let filter = self.filter.get_untracked();
        let visible = self.look(|tracked| {
            let shown = tracked.tasks().filter(|task| {
                let standing = tracked.standing(task, self.today);
                filter.shows(task, &tracked.progress(&task.id), &standing)
            });
            shown.map(|task| task.id.clone()).collect()
        });
        self.visible.set(visible.unwrap_or_default());
    }
}
