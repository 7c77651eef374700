//! Several pages with the same report: whatever happens, one writes in the end, and each knows whether it does.

use bieumau::store::{Act, Ask, Means, Now, Pen};
use proptest::prelude::*;
use std::collections::VecDeque;

/// One page, and what is on its way to it.
struct Seat {
    pen: Pen,
    inbox: VecDeque<String>,
    ring: Option<u64>,
    /// Whether it is asked to keep what was typed.
    keeps: bool,
    shown: Now,
    lives: bool,
}

/// Pages, and a browser that has locks or has none.
struct Room {
    means: Means,
    seats: Vec<Seat>,
    holder: Option<usize>,
    queue: VecDeque<usize>,
}

impl Room {
    fn new(means: Means, pages: usize) -> Room {
        let mut room = Room {
            means,
            seats: Vec::new(),
            holder: None,
            queue: VecDeque::new(),
        };
        for _ in 0..pages {
            room.open();
        }
        room
    }

    fn open(&mut self) {
        let name = format!("page-{}", self.seats.len());
        self.seats.push(Seat {
            pen: Pen::new(self.means, &name),
            inbox: VecDeque::new(),
            ring: None,
            keeps: false,
            shown: Now::default(),
            lives: true,
        });
        self.tell(self.seats.len() - 1, Pen::begin);
    }

    fn tell(&mut self, page: usize, event: impl FnOnce(&mut Pen) -> Vec<Act>) {
        if !self.seats[page].lives {
            return;
        }
        for act in event(&mut self.seats[page].pen) {
            match act {
                Act::Say(words) => {
                    for (other, seat) in self.seats.iter_mut().enumerate() {
                        if other != page && seat.lives {
                            seat.inbox.push_back(words.clone());
                        }
                    }
                }
                Act::Ring(ring, _) => self.seats[page].ring = Some(ring),
                Act::Keep => self.seats[page].keeps = true,
                Act::Show(now) => self.seats[page].shown = now,
                Act::Lock(ask) => self.lock(page, ask),
            }
        }
    }

    fn lock(&mut self, page: usize, ask: Ask) {
        match (ask, self.holder) {
            (_, None) => self.grant(page, ask),
            (Ask::IfFree, Some(_)) => self.tell(page, Pen::refused),
            (Ask::Wait, Some(_)) => self.queue.push_back(page),
            (Ask::Steal, Some(holder)) => {
                self.grant(page, ask);
                if holder != page {
                    self.tell(holder, Pen::stolen);
                }
            }
        }
    }

    fn grant(&mut self, page: usize, ask: Ask) {
        self.holder = Some(page);
        self.tell(page, |pen| pen.granted(ask));
    }

    /// The page is closed, or killed.
    fn end(&mut self, page: usize, orderly: bool) {
        if orderly {
            self.tell(page, Pen::ends);
        }
        self.seats[page].lives = false;
        self.queue.retain(|waiting| *waiting != page);
        if self.holder == Some(page) {
            self.holder = None;
            if let Some(next) = self.queue.pop_front() {
                self.grant(next, Ask::Wait);
            }
        }
    }

    fn deliver(&mut self, page: usize) {
        if let Some(words) = self.seats[page].inbox.pop_front() {
            self.tell(page, |pen| pen.heard(&words));
        }
    }

    fn keep(&mut self, page: usize, is_kept: bool) {
        if std::mem::take(&mut self.seats[page].keeps) {
            self.tell(page, |pen| pen.kept(is_kept));
        }
    }

    fn ring(&mut self, page: usize) {
        if let Some(ring) = self.seats[page].ring.take() {
            self.tell(page, |pen| pen.rang(ring));
        }
    }

    /// Time passes, and nobody does anything any more. Messages are faster than timers.
    fn settle(&mut self) {
        for _ in 0..20 {
            for page in 0..self.seats.len() {
                for _ in 0..50 {
                    for page in 0..self.seats.len() {
                        self.deliver(page);
                        self.keep(page, true);
                    }
                }
                self.ring(page);
            }
        }
    }

    fn writers(&self) -> Vec<usize> {
        let seats = self.seats.iter().enumerate();
        seats
            .filter(|(_, seat)| seat.lives && seat.pen.writes())
            .map(|(page, _)| page)
            .collect()
    }
}

#[test]
fn the_first_page_writes_and_the_second_one_follows() {
    for means in [Means::Locks, Means::Words] {
        let mut room = Room::new(means, 1);
        room.settle();
        room.open();
        room.settle();
        assert_eq!(room.writers(), [0], "{means:?}");
        assert_eq!(room.seats[1].shown, Now::Follows, "{means:?}");
        assert_eq!(room.seats[0].shown, Now::Alone, "{means:?}");
    }
}

#[test]
fn the_officer_takes_over_and_the_page_before_follows() {
    for means in [Means::Locks, Means::Words] {
        let mut room = Room::new(means, 2);
        room.settle();
        let [writer] = room.writers()[..] else {
            panic!("{means:?}")
        };
        let other = 1 - writer;
        for (from, to) in [(writer, other), (other, writer), (writer, other)] {
            room.tell(to, Pen::want);
            // Not before what was typed is kept.
            while let Some(words) = room.seats[from].inbox.pop_front() {
                room.tell(from, |pen| pen.heard(&words));
            }
            assert!(room.seats[from].pen.writes() && !room.seats[to].pen.writes());
            room.settle();
            assert_eq!(room.writers(), [to], "{means:?}");
            assert_eq!(room.seats[to].shown, Now::Taken, "{means:?}");
            assert_eq!(room.seats[from].shown, Now::GivenAway, "{means:?}");
        }
    }
}

#[test]
fn a_page_that_is_gone_frees_the_pen() {
    for means in [Means::Locks, Means::Words] {
        for orderly in [true, false] {
            let mut room = Room::new(means, 1);
            room.settle();
            room.open();
            room.settle();
            room.end(0, orderly);
            room.settle();
            assert_eq!(room.writers(), [1], "{means:?}");
            assert_eq!(room.seats[1].shown, Now::Freed, "{means:?}");
        }
    }
}

#[test]
fn a_page_that_cannot_keep_what_was_typed_does_not_give_it_away() {
    for means in [Means::Locks, Means::Words] {
        let mut room = Room::new(means, 1);
        room.settle();
        room.open();
        room.settle();
        room.tell(1, Pen::want);
        room.deliver(0);
        room.keep(0, false);
        assert!(room.seats[0].pen.writes(), "{means:?}");
        assert_eq!(room.seats[0].shown, Now::Alone);
        // The other one may write too: each commit takes in what the other has kept.
        room.ring(1);
        assert!(room.seats[1].pen.writes(), "{means:?}");
    }
}

/// It waits for the lock since before it took over; while it still keeps what was typed after a third page has taken over
/// from it, that one is closed, and the lock is its own again.
#[test]
fn a_page_to_which_the_lock_comes_back_before_it_follows_goes_on_writing() {
    let mut room = Room::new(Means::Locks, 3);
    for page in [1, 2] {
        room.keep(page, true);
    }
    for page in [1, 2] {
        room.tell(page, Pen::want);
        room.ring(page);
    }
    assert!(room.seats[2].pen.writes());
    room.end(2, true);
    room.settle();
    assert_eq!(room.writers(), [1]);
    assert!(room.seats[1].shown.writes());
    assert!(!room.seats[0].shown.writes());
}

proptest! {
    #[test]
    fn in_the_end_one_page_writes(
        locks in any::<bool>(),
        events in proptest::collection::vec((0..8u8, 0..4usize), 0..120),
    ) {
        let means = if locks { Means::Locks } else { Means::Words };
        let mut room = Room::new(means, 2);
        for (event, page) in events {
            let page = page % room.seats.len();
            match event {
                0..=2 => room.deliver(page),
                3 => room.keep(page, true),
                4 => room.tell(page, Pen::want),
                5 => room.ring(page),
                6 if room.seats.iter().filter(|seat| seat.lives).count() > 1 => {
                    room.end(page, page.is_multiple_of(2));
                }
                7 if room.seats.len() < 5 => room.open(),
                _ => {}
            }
        }
        room.settle();
        prop_assert_eq!(room.writers().len(), 1);
        for seat in room.seats.iter().filter(|seat| seat.lives) {
            prop_assert_eq!(seat.shown.writes(), seat.pen.writes());
        }
    }
}
