//! Which of several pages with the same record writes: one has the pen, the others follow and can take it over.
//!
//! A machine without locks, channel or clock: it is told what happened and says what to do. Where the browser has
//! locks they decide ([`Means::Locks`]); where it has none, as on plain `http:`, the pages ask each other
//! ([`Means::Words`]). A page writes until it knows better: a short time in which two of them write costs nothing, because
//! each commit takes in what the other has kept.

/// By what the pages settle who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The browser's locks, one for each record.
    Locks,
    /// Questions and answers.
    Words,
}

/// What this page does now, and how that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Now {
    /// It writes, as it did from the beginning.
    #[default]
    Alone,
    /// Another page wrote before this one was opened.
    Follows,
    /// Another page has taken over.
    GivenAway,
    /// It writes: the other page is gone.
    Freed,
    /// It writes: the officer has taken over here.
    Taken,
}

impl Now {
    /// Whether this page writes.
    pub fn writes(self) -> bool {
        !matches!(self, Now::Follows | Now::GivenAway)
    }
}

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Only if nobody has it.
    IfFree,
    /// When whoever has it is gone.
    Wait,
    /// At once, from whoever has it.
    Steal,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Say this to the other pages.
    Say(String),
    /// Ask for the lock.
    Lock(Ask),
    /// Keep everything typed, then tell ([`Pen::kept`]).
    Keep,
    /// Ring after so many milliseconds with this number ([`Pen::rang`]); a later ring takes the place of this one.
    Ring(u64, u64),
    /// Show what this page does now.
    Show(Now),
}

/// The machine of one page.
#[derive(Clone, Debug)]
pub struct Pen {
    means: Means,
    me: String,
    state: State,
    /// Whoever takes over has a higher one; 0 as long as nobody had time to object.
    term: u64,
    /// The highest term that was heard.
    top: u64,
    ring: u64,
    /// How many questions were not answered.
    unanswered: u32,
    /// Whether a lock is waited for.
    waits: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Asking,
    Writing,
    /// It keeps what was typed, and follows then.
    Losing(Now),
    /// It keeps what was typed, and gives the pen to this page then.
    Giving(String),
    /// The other page may take the lock now.
    Given,
    Following,
    /// It has asked for the pen.
    Wanting,
    Gone,
}

impl Pen {
    /// How long a page that has just been opened waits for an objection, in milliseconds.
    pub const SETTLE: u64 = 1_000;

    /// How long a page that was asked for the pen may take to keep what was typed, in milliseconds.
    pub const PATIENCE: u64 = 2_000;

    /// How long a follower waits between two looks whether anybody writes, in milliseconds.
    pub const PROBE: u64 = 1_500;

    /// How many such looks may remain unanswered.
    const UNANSWERED: u32 = 2;

    /// A page with a name that no other page has, without spaces.
    pub fn new(means: Means, me: &str) -> Pen {
        Pen {
            means,
            me: me.to_owned(),
            state: State::Asking,
            term: 0,
            top: 0,
            ring: 0,
            unanswered: 0,
            waits: false,
        }
    }

    /// Whether this page writes, as far as it knows.
    pub fn writes(&self) -> bool {
        !matches!(
            self.state,
            State::Following | State::Wanting | State::Given | State::Gone
        )
    }

    /// The report was opened, or the page is shown again after it was put away.
    pub fn begin(&mut self) -> Vec<Act> {
        match (self.means, &self.state) {
            (_, State::Gone) => Vec::new(),
            (Means::Locks, State::Asking) => vec![Act::Lock(Ask::IfFree)],
            (Means::Locks, _) => Vec::new(),
            (Means::Words, State::Asking | State::Writing) => {
                self.state = State::Writing;
                self.term = 0;
                let ring = self.ring(Pen::SETTLE);
                vec![Act::Say("who".to_owned()), ring]
            }
            (Means::Words, _) => Vec::new(),
        }
    }

    /// The browser has no locks after all.
    pub fn without_locks(&mut self) -> Vec<Act> {
        self.means = Means::Words;
        self.begin()
    }

    /// The lock was given to this page.
    pub fn granted(&mut self, ask: Ask) -> Vec<Act> {
        if ask == Ask::Wait {
            self.waits = false;
        }
        let now = match self.state {
            State::Asking => Now::Alone,
            State::Following => Now::Freed,
            State::Wanting => Now::Taken,
            // Whoever took it is gone before this page has come to follow: it goes on as if nothing had been.
            State::Losing(_) => {
                self.state = State::Writing;
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.state = State::Writing;
        vec![Act::Show(now)]
    }

    /// Another page has the lock.
    pub fn refused(&mut self) -> Vec<Act> {
        if self.state != State::Asking {
            return Vec::new();
        }
        self.state = State::Losing(Now::Follows);
        vec![Act::Keep]
    }

    /// Another page took the lock.
    pub fn stolen(&mut self) -> Vec<Act> {
        match self.state {
            State::Writing | State::Giving(_) | State::Asking => {
                self.state = State::Losing(Now::GivenAway);
                vec![Act::Keep]
            }
            State::Given => {
                self.state = State::Following;
                self.wait()
            }
            _ => Vec::new(),
        }
    }

    /// The officer wants to write here.
    pub fn want(&mut self) -> Vec<Act> {
        if self.state != State::Following {
            return Vec::new();
        }
        self.state = State::Wanting;
        let ring = self.ring(Pen::PATIENCE);
        vec![Act::Say(format!("give {}", self.me)), ring]
    }

    /// What was typed is kept, or could not be.
    pub fn kept(&mut self, is_kept: bool) -> Vec<Act> {
        let state = std::mem::replace(&mut self.state, State::Writing);
        // What cannot be kept here is nowhere else: this page goes on.
        match state {
            State::Losing(_) | State::Giving(_) if !is_kept => Vec::new(),
            State::Losing(now) => {
                self.state = State::Following;
                let mut acts = vec![Act::Show(now)];
                acts.extend(self.wait());
                acts
            }
            State::Giving(to) => {
                let mut acts = vec![
                    Act::Show(Now::GivenAway),
                    Act::Say(format!("given {to} {}", self.term)),
                ];
                if self.means == Means::Locks {
                    self.state = State::Given;
                    acts.push(self.ring(Pen::PATIENCE));
                } else {
                    self.state = State::Following;
                    acts.extend(self.wait());
                }
                acts
            }
            other => {
                self.state = other;
                Vec::new()
            }
        }
    }

    /// Another page has said something.
    pub fn heard(&mut self, said: &str) -> Vec<Act> {
        let mut words = said.split(' ');
        let (verb, first, second) = (words.next(), words.next(), words.next());
        let number = |word: Option<&str>| word.and_then(|word| word.parse().ok()).unwrap_or(0);
        match (verb, first) {
            (Some("who"), _) if self.means == Means::Words && self.writes() => self.claim(),
            (Some("mine"), Some(other)) if self.means == Means::Words => {
                self.meet(other, number(second))
            }
            (Some("bye"), _) if self.means == Means::Words => match self.state {
                State::Following => self.take(Now::Freed),
                State::Wanting => self.take(Now::Taken),
                _ => Vec::new(),
            },
            (Some("give"), Some(to)) if self.state == State::Writing => {
                self.state = State::Giving(to.to_owned());
                vec![Act::Keep]
            }
            (Some("given"), Some(to)) if to == self.me && self.state == State::Wanting => {
                self.top = self.top.max(number(second));
                self.take(Now::Taken)
            }
            _ => Vec::new(),
        }
    }

    /// The time is over that was asked for under this number.
    pub fn rang(&mut self, ring: u64) -> Vec<Act> {
        if ring != self.ring {
            return Vec::new();
        }
        match self.state {
            State::Wanting => self.take(Now::Taken),
            // Whoever asked has not come for it.
            State::Given => {
                self.state = State::Writing;
                vec![Act::Show(Now::Freed)]
            }
            State::Writing if self.term == 0 => {
                self.term = self.top + 1;
                Vec::new()
            }
            State::Following if self.unanswered >= Pen::UNANSWERED => self.take(Now::Freed),
            State::Following if self.means == Means::Words => {
                self.unanswered += 1;
                let ring = self.ring(Pen::PROBE);
                vec![Act::Say("who".to_owned()), ring]
            }
            _ => Vec::new(),
        }
    }

    /// The page is put away, perhaps for good: the others need not wait.
    pub fn leaves(&mut self) -> Vec<Act> {
        let says = self.means == Means::Words && self.writes();
        says.then(|| Act::Say("bye".to_owned()))
            .into_iter()
            .collect()
    }

    /// The report was closed.
    pub fn ends(&mut self) -> Vec<Act> {
        let acts = self.leaves();
        self.state = State::Gone;
        acts
    }

    fn ring(&mut self, after: u64) -> Act {
        self.ring += 1;
        Act::Ring(self.ring, after)
    }

    fn claim(&self) -> Vec<Act> {
        vec![Act::Say(format!("mine {} {}", self.me, self.term))]
    }

    /// A follower waits until nobody writes.
    fn wait(&mut self) -> Vec<Act> {
        self.unanswered = 0;
        match self.means {
            Means::Words => vec![self.ring(Pen::PROBE)],
            Means::Locks if self.waits => Vec::new(),
            Means::Locks => {
                self.waits = true;
                vec![Act::Lock(Ask::Wait)]
            }
        }
    }

    fn take(&mut self, now: Now) -> Vec<Act> {
        if self.means == Means::Locks {
            return vec![Act::Lock(Ask::Steal)];
        }
        self.state = State::Writing;
        self.term = self.top.max(self.term) + 1;
        let mut acts = vec![Act::Show(now)];
        acts.extend(self.claim());
        acts
    }

    /// Another page says that it writes.
    fn meet(&mut self, other: &str, term: u64) -> Vec<Act> {
        self.top = self.top.max(term);
        self.unanswered = 0;
        if self.state != State::Writing || other == self.me {
            return Vec::new();
        }
        let yields = term > self.term || (term == self.term && other < self.me.as_str());
        if !yields {
            return self.claim();
        }
        let now = match self.term {
            0 => Now::Follows,
            _ => Now::GivenAway,
        };
        self.state = State::Losing(now);
        vec![Act::Keep]
    }
}
