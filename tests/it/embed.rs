//! The line between an embedded page and its host: who is answered, and with what.

use bieumau::embed::{Heeded, Origin, Port};
use bieumau::format::{Heard, Situation, Told, Verb, message_text, read_message};
use bieumau::words::Phrase;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

const SCHEMA: &str = include_str!("../../schemas/message.schema.json");
const PORTAL: &str = "https://portal.sonla.gov.vn";
const OTHER: &str = "https://khac.example";
const GREETING: &str = "lời chào 7f3a";

static SCHEMA_VALUE: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(SCHEMA).unwrap());

fn validator(of: &str) -> Validator {
    let schema = json!({ "$ref": format!("#/$defs/{of}"), "$defs": SCHEMA_VALUE["$defs"] });
    jsonschema::draft202012::new(&schema).unwrap()
}

fn port() -> Port {
    Port::new(Origin::list(&format!("{PORTAL}, {OTHER}")), GREETING)
}

/// A port whose host has answered.
fn joined() -> Port {
    let mut port = port();
    assert_eq!(
        port.hears(
            PORTAL,
            true,
            &said(json!({ "type": "ready", "id": GREETING }))
        ),
        Heeded::Joined
    );
    port
}

fn said(mut message: Value) -> String {
    message["bieumau"] = json!(1);
    message.to_string()
}

fn code(heeded: Heeded) -> (String, String) {
    let Heeded::Answer(text) = heeded else {
        panic!("{heeded:?}");
    };
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert!(validator("from_page").is_valid(&answer), "{text}");
    let word = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
    (word("code"), word("id"))
}

#[test]
fn only_named_origins_are_greeted_and_none_is_spoken_to_before_it_has_answered() {
    let port = port();
    let greetings = port.greetings("own");
    let to: Vec<&str> = greetings.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(to, [PORTAL, OTHER]);
    for (_, text) in &greetings {
        let greeting: Value = serde_json::from_str(text).unwrap();
        assert!(validator("from_page").is_valid(&greeting));
        assert_eq!(greeting["id"], GREETING);
    }
    assert_eq!(port.says(&Told::Height(300), ""), None);
    assert!(Port::new(Vec::new(), GREETING).greetings("own").is_empty());
}

#[test]
fn nobody_else_is_answered() {
    let hello = said(json!({ "type": "ready", "id": GREETING }));
    for (origin, is_parent) in [
        ("https://xau.example", true),
        ("null", true),
        ("", true),
        ("https://portal.sonla.gov.vn.xau.example", true),
        ("http://portal.sonla.gov.vn", true),
        // The right page in another window.
        (PORTAL, false),
    ] {
        let mut port = port();
        assert_eq!(
            port.hears(origin, is_parent, &hello),
            Heeded::Ignored,
            "{origin}"
        );
        assert_eq!(port.host(), None);
    }
    // Once one host has answered, another that was named too is not heard any more.
    let mut port = joined();
    for message in [hello, said(json!({ "type": "report", "id": "1" }))] {
        assert_eq!(port.hears(OTHER, true, &message), Heeded::Ignored);
    }
    assert_eq!(port.host(), Some(PORTAL));
    assert_eq!(port.says(&Told::Height(300), "").unwrap().0, PORTAL);
}

#[test]
fn what_is_not_ours_is_passed_over_and_what_is_ours_but_wrong_is_told() {
    let mut port = joined();
    for noise in [
        "",
        "không phải JSON",
        "{}",
        "[1]",
        "{\"source\":\"react-devtools\"}",
        "{\"type\":\"report\"}",
    ] {
        assert_eq!(port.hears(PORTAL, true, noise), Heeded::Ignored, "{noise}");
    }
    let hears = |port: &mut Port, text: &str| code(port.hears(PORTAL, true, text));
    let pair = |code: &str, id: &str| (code.to_owned(), id.to_owned());
    assert_eq!(
        hears(&mut port, r#"{"bieumau":2,"type":"report","id":"a"}"#),
        pair("version", "a")
    );
    for wrong in [
        json!({ "type": "dance", "id": "a" }),
        json!({ "id": "a" }),
        json!({ "type": "load", "id": "a" }),
        json!({ "type": "load", "id": "a", "report": "{}" }),
        json!({ "type": "set", "id": "a", "mode": "dance" }),
        json!({ "type": "set", "id": "a", "language": "fr" }),
        json!({ "type": "set", "id": "a", "form": "cchc-2026" }),
        json!({ "type": "set", "id": "a", "complete": false }),
        json!({ "type": "set", "id": "a", "theme": { "Accent": "red" } }),
        json!({ "type": "report", "id": "a", "form": "cchc-2026" }),
    ] {
        assert!(
            !validator("from_host").is_valid(&serde_json::from_str(&said(wrong.clone())).unwrap()),
            "{wrong}"
        );
        assert_eq!(
            hears(&mut port, &said(wrong.clone())),
            pair("malformed", "a"),
            "{wrong}"
        );
    }
    let mut early = self::port();
    assert_eq!(
        hears(&mut early, &said(json!({ "type": "report", "id": "a" }))),
        pair("not_ready", "a")
    );
    // A guess at the greeting is none: it is greeted again, as a host is that came late.
    assert_eq!(
        early.hears(
            PORTAL,
            true,
            &said(json!({ "type": "ready", "id": "7f3a" }))
        ),
        Heeded::Greet
    );
}

#[test]
fn what_the_schema_lets_the_host_say_is_understood() {
    let address = ["cchc-2026", "03646", "2026Q1"].map(str::to_owned);
    for (message, is_meant) in [
        (
            json!({ "type": "report", "id": "1" }),
            (|verb: &Verb| *verb == Verb::Report) as fn(&Verb) -> bool,
        ),
        (json!({ "type": "state" }), |verb| *verb == Verb::State),
        (
            json!({ "type": "load", "id": "1", "report": { "a": 1 } }),
            |verb| *verb == Verb::Load("{\"a\":1}".to_owned()),
        ),
        (
            json!({ "type": "set", "language": "en", "mode": "view", "theme": { "accent": "#0b5843" }, "complete": true }),
            |verb| matches!(verb, Verb::Set(wish) if wish.is_view == Some(true) && wish.complete && wish.theme.len() == 1),
        ),
    ] {
        let text = said(message);
        assert!(
            validator("from_host").is_valid(&serde_json::from_str(&text).unwrap()),
            "{text}"
        );
        let Heeded::Do(heard) = joined().hears(PORTAL, true, &text) else {
            panic!("{text}");
        };
        assert!(is_meant(&heard.verb), "{heard:?}");
    }
    let opens =
        said(json!({ "type": "set", "form": "cchc-2026", "agency": "03646", "period": "2026Q1" }));
    let Ok(Heard {
        verb: Verb::Set(wish),
        ..
    }) = read_message(&opens)
    else {
        panic!("{opens}");
    };
    assert_eq!(wish.address, Some(address));
}

#[test]
fn what_the_page_says_is_as_the_schema_has_it() {
    let open = Situation {
        address: ["cchc-2026", "03646", "2026Q1"].map(str::to_owned),
        state: "draft",
        saved: "saving",
        filled: 3,
        expected: 111,
        ..Situation::default()
    };
    let none = Situation {
        saved: "saved",
        ..Situation::default()
    };
    for told in [
        Told::Ready { store: "memory" },
        Told::Height(1234),
        Told::Change {
            row: "a.1".to_owned(),
            entry: "{\"number\":\"41\"}".to_owned(),
        },
        Told::Change {
            row: "a.1".to_owned(),
            entry: "{}".to_owned(),
        },
        Told::State(Box::new(open)),
        Told::State(Box::new(none)),
        Told::Report("{\"format\":\"bieumau.report/1\"}".to_owned()),
        Told::Error {
            code: "no_report",
            message: Phrase::new("Chưa mở báo cáo nào.", "No report is open."),
        },
    ] {
        let value: Value = serde_json::from_str(&message_text(&told, "1")).unwrap();
        let is_answer = !matches!(told, Told::Height(_) | Told::Change { .. });
        let text = message_text(&told, if is_answer { "1" } else { "" });
        let bare: Value = serde_json::from_str(&text).unwrap();
        assert!(validator("from_page").is_valid(&bare), "{text}");
        assert_eq!(value["bieumau"], 1);
    }
}

#[test]
fn an_origin_is_what_browsers_call_one() {
    for good in [
        PORTAL,
        "http://localhost:8080",
        "http://127.0.0.1:3000",
        "http://[::1]:8080",
        "https://[2001:db8::1]",
    ] {
        assert_eq!(Origin::parse(good).unwrap().as_str(), good);
    }
    for bad in [
        "",
        "*",
        "null",
        "https://",
        "https://*",
        "https://*.gov.vn",
        "https://a.vn/",
        "https://a.vn/b",
        "https://a.vn:443",
        "http://a.vn:80",
        "https://a.vn:0",
        "https://a.vn:99999",
        "https://a.vn:08",
        "file://",
        "HTTPS://a.vn",
        "https://A.vn",
        "https://người@a.vn",
        "https://a.vn?b",
        "https://a b.vn",
        "javascript://a",
    ] {
        assert_eq!(Origin::parse(bad), None, "{bad}");
    }
    assert_eq!(Origin::list("https://a.vn,*, https://b.vn ,").len(), 2);
}

/// The samples by which the host's script is judged too (tests/browser/embed-protocol.spec.mjs).
#[test]
fn both_ends_and_the_schema_judge_every_sample_alike() {
    let samples: Vec<Value> =
        serde_json::from_str(include_str!("../fixtures/messages.json")).unwrap();
    assert!(samples.len() > 50);
    for sample in samples {
        let from = if sample["from"] == "page" {
            "from_page"
        } else {
            "from_host"
        };
        let text = said(sample["message"].clone());
        let is_valid = sample["valid"].as_bool().unwrap();
        let by_schema = validator(from).is_valid(&serde_json::from_str(&text).unwrap());
        assert_eq!(by_schema, is_valid, "{sample}");
        if from == "from_host" {
            assert_eq!(read_message(&text).is_ok(), is_valid, "{sample}");
        }
    }
}

#[test]
fn what_is_too_large_is_told_and_not_read() {
    let answer = joined().hears_too_much(&"đ".repeat(300));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert!(validator("from_page").is_valid(&answer), "{answer}");
    assert_eq!(answer["code"], "too_large");
}

#[test]
fn nothing_is_looked_at_from_an_origin_that_was_not_named() {
    let mut port = port();
    assert!(port.listens(PORTAL) && port.listens(OTHER));
    for origin in [
        "null",
        "",
        "https://xau.example",
        "https://portal.sonla.gov.vn/",
    ] {
        assert!(!port.listens(origin), "{origin}");
    }
    port.hears(
        PORTAL,
        true,
        &said(json!({ "type": "ready", "id": GREETING })),
    );
    assert!(port.listens(PORTAL) && !port.listens(OTHER));
    assert!(!Port::new(Vec::new(), GREETING).listens(PORTAL));
}

proptest! {
    #[test]
    fn nothing_that_is_heard_breaks_the_page(text in ".{0,200}", origin in "[a-z:/.]{0,30}", is_parent: bool) {
        let mut port = joined();
        let heeded = port.hears(&origin, is_parent, &text);
        prop_assert!(matches!(heeded, Heeded::Ignored));
        let heeded = port.hears(PORTAL, true, &format!("{{\"bieumau\":1,\"type\":{text:?}}}"));
        prop_assert!(matches!(heeded, Heeded::Answer(_) | Heeded::Do(_) | Heeded::Ignored));
    }
}
