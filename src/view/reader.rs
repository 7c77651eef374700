//! The third program: it takes a report from the portal around it, or from beside itself, and shows it.

use super::draw;
use super::theme::put_on;
use super::words::words;
use crate::browser::beside;
use crate::browser::host::{Heard, Line, follow_height, height, parent};
use crate::embed::situation;
use crate::exchange::{differences_of_figures, read_source};
use crate::format::{Complaint, Situation, Told, Verb, Wish, read_form_set};
use crate::report::{Session, open_form};
use crate::words::{Language, Phrase};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, UrlSearchParams};

/// Nothing is ever waiting to be saved here.
const SAVED: &str = "saved";

/// A report as it was handed over, opened.
struct Shown {
    document: String,
    session: Session,
    differences: Vec<Phrase>,
}

#[derive(Clone)]
struct Reader {
    main: Element,
    line: Option<Line>,
    language: Rc<Cell<Language>>,
    shown: Rc<RefCell<Option<Shown>>>,
}

type Refused = (&'static str, Phrase);

/// Begins: greets the window around the page, and reads the report that the address names (`?report=`).
pub fn start() {
    let Some((main, root, asked)) = around() else {
        return;
    };
    let hosts = root
        .get_attribute("data-hosts")
        .or_else(|| asked.get("host"));
    let language = asked.get("lang").and_then(|tag| Language::from_tag(&tag));
    let reader = Reader {
        main,
        line: parent().and_then(|_| Line::new(&hosts.unwrap_or_default())),
        language: Rc::new(Cell::new(Language::default())),
        shown: Rc::default(),
    };
    reader.speak(language.unwrap_or_default());
    reader.listen();
    if let Some(address) = asked.get("report") {
        spawn_local(async move { reader.open_named(&address).await });
    }
}

fn around() -> Option<(Element, Element, UrlSearchParams)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let asked = UrlSearchParams::new_with_str(&window.location().search().ok()?).ok()?;
    Some((
        document.get_element_by_id("main")?,
        document.document_element()?,
        asked,
    ))
}

impl Reader {
    fn listen(&self) {
        let Some(line) = self.line.clone() else {
            return;
        };
        let reader = self.clone();
        line.hear(move |heard| match heard {
            Heard::Greet => reader.greet(),
            Heard::Joined => {
                reader.say(&Told::State(Box::new(reader.situation())), "");
                if let Some(height) = height(&reader.main) {
                    reader.say(&Told::Height(height), "");
                }
            }
            Heard::Wants(heard) => {
                let reader = reader.clone();
                spawn_local(async move {
                    if let Err((code, message)) = reader.follow(heard.verb, &heard.id).await {
                        reader.say(&Told::Error { code, message }, &heard.id);
                    }
                });
            }
        });
        let reader = self.clone();
        follow_height(self.main.clone(), move |height| {
            reader.say(&Told::Height(height), "");
        });
        self.greet();
    }

    /// Nothing is kept here, ever.
    fn greet(&self) {
        if let Some(line) = &self.line {
            line.greet("memory");
        }
    }

    fn say(&self, told: &Told, id: &str) {
        if let Some(line) = &self.line {
            line.say(told, id);
        }
    }

    async fn follow(&self, verb: Verb, id: &str) -> Result<(), Refused> {
        match verb {
            Verb::Load(text) => {
                self.open(text).await?;
                self.hand_back(id)
            }
            Verb::Set(wish) => self.set(&wish, id),
            Verb::Report => self.hand_back(id),
            Verb::State => {
                self.say(&Told::State(Box::new(self.situation())), id);
                Ok(())
            }
            Verb::Ready | Verb::Error => Ok(()),
        }
    }

    fn set(&self, wish: &Wish, id: &str) -> Result<(), Refused> {
        if let Some(language) = wish.language {
            self.speak(language);
        }
        put_on(&wish.theme).map_err(|message| ("refused", message))?;
        if wish.complete || wish.address.is_some() || wish.is_view == Some(false) {
            return Err(("refused", only_shows()));
        }
        self.say(&Told::State(Box::new(self.situation())), id);
        Ok(())
    }

    fn hand_back(&self, id: &str) -> Result<(), Refused> {
        let document = self
            .shown
            .borrow()
            .as_ref()
            .map(|shown| shown.document.clone());
        let document = document.ok_or_else(|| ("no_report", nothing()))?;
        self.say(&Told::Report(document), id);
        Ok(())
    }

    fn situation(&self) -> Situation {
        match &*self.shown.borrow() {
            Some(shown) => situation(&shown.session, SAVED),
            None => Situation {
                saved: SAVED,
                ..Situation::default()
            },
        }
    }

    async fn open_named(&self, address: &str) {
        let opened = match beside::read(address).await {
            Ok(text) => self.open(text).await,
            Err(_) => Err(("refused", not_there(address))),
        };
        if let Err((_, why)) = opened {
            let language = self.language.get();
            draw::sentence(&self.main, words(language).cannot, why.text(language));
        }
    }

    /// Opens a report document; what stood there before stays where it cannot be opened.
    async fn open(&self, document: String) -> Result<(), Refused> {
        let refused = |complaints: Vec<Complaint>| ("refused", first_of(&complaints));
        let source = read_source(&document).map_err(refused)?;
        let id = source.report.form.id.clone();
        let form = beside::read(&format!("forms/{id}.json"))
            .await
            .map_err(|_| ("refused", not_there(&id)))?;
        let (form, _) = open_form(read_form_set(&form).map_err(refused)?);
        let session = Session::open(Arc::new(form), source.with_reasons());
        let differences = differences_of_figures(&source, &session);
        let form = &session.form().form;
        let differences = differences.iter().map(|one| one.words(form)).collect();
        self.shown.replace(Some(Shown {
            document,
            session,
            differences,
        }));
        self.draw();
        self.say(&Told::State(Box::new(self.situation())), "");
        Ok(())
    }

    fn speak(&self, language: Language) {
        self.language.set(language);
        let root = self.main.owner_document();
        if let Some(root) = root.and_then(|document| document.document_element()) {
            super::set(&root, "lang", language.tag());
        }
        self.draw();
    }

    fn draw(&self) {
        let language = self.language.get();
        let words = words(language);
        match &*self.shown.borrow() {
            Some(shown) => draw::report(&self.main, &shown.session, &shown.differences, language),
            None => draw::sentence(&self.main, words.title, words.nothing),
        };
    }
}

fn first_of(complaints: &[Complaint]) -> Phrase {
    complaints
        .first()
        .map(Complaint::with_place)
        .unwrap_or_default()
}

fn nothing() -> Phrase {
    Phrase::new(words(Language::Vi).nothing, words(Language::En).nothing)
}

fn not_there(what: &str) -> Phrase {
    Phrase::said(
        "Không tải được “{}”. Tệp phải nằm cùng địa chỉ với trang này; hãy kiểm tra tên tệp và kết nối mạng.",
        "“{}” cannot be fetched. The file must lie at the same address as this page; check its name and the network.",
        &[what],
    )
}

fn only_shows() -> Phrase {
    Phrase::new(
        "Trang này chỉ hiện báo cáo. Muốn điền, hãy dùng mode=\"edit\".",
        "This page only shows a report. Use mode=\"edit\" to fill one.",
    )
}
