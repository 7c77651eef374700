//! `bieumau.form/1`: the file of a form set → [`FormSet`].

use super::cursor::Cursor;
use super::{Complaint, document};
use crate::form::{
    FieldValue, FormSet, HeadingWritten, NarrativeWritten, OptionWritten, RowWritten, RuleWritten,
    SheetWritten,
};
use crate::gather::Map;
use serde_json::Value;

/// Reads the file of a form set. The self-check comes after it ([`crate::report::open_form`]).
///
/// # Errors
/// Every place where the file is not of the format, at most 50.
pub fn read_form_set(text: &str) -> Result<FormSet, Vec<Complaint>> {
    document(text, "bieumau.form/1", |cursor| {
        cursor.optional_text("$schema");
        FormSet {
            id: cursor.text("id"),
            version: cursor.number("version"),
            title: cursor.phrase("title"),
            printed_title: cursor.optional_phrase("printed_title"),
            source: cursor.optional_phrase("source").unwrap_or_default(),
            periods: cursor.optional_texts("periods").unwrap_or_default(),
            sheets: cursor.list("sheets", sheet),
            rules: cursor.list("rules", rule),
            narrative: cursor.optional_object("narrative", narrative),
        }
    })
}

fn narrative(cursor: &mut Cursor<'_>) -> NarrativeWritten {
    NarrativeWritten {
        subject: cursor.text("subject"),
        addressee: cursor.optional_text("addressee").unwrap_or_default(),
        opening: cursor.text("opening"),
        closing: cursor.text("closing"),
        headings: cursor.list("headings", |cursor| HeadingWritten {
            id: cursor.text("id"),
            code: cursor.optional_text("code").unwrap_or_default(),
            title: cursor.phrase("title"),
            parent: cursor.optional_text("parent"),
            sentences: cursor.optional_texts("sentences").unwrap_or_default(),
        }),
    }
}

fn sheet(cursor: &mut Cursor<'_>) -> SheetWritten {
    SheetWritten {
        id: cursor.text("id"),
        appendix: cursor.optional_phrase("appendix").unwrap_or_default(),
        name: cursor.optional_phrase("name").unwrap_or_default(),
        title: cursor.phrase("title"),
        helper: cursor.optional_truth("helper").unwrap_or_default(),
        rows: cursor.list("rows", row),
    }
}

fn row(cursor: &mut Cursor<'_>) -> RowWritten {
    RowWritten {
        id: cursor.text("id"),
        code: cursor.optional_text("code").unwrap_or_default(),
        label: cursor.phrase("label"),
        measure: cursor.optional_phrase("measure"),
        kind: cursor.text("kind"),
        decimals: cursor.has("decimals").then(|| cursor.number("decimals")),
        parent: cursor.optional_text("parent"),
        formula: cursor.optional_text("formula"),
        fed_by: cursor.optional_text("fed_by"),
        denominator: cursor.optional_phrase("denominator"),
        options: cursor.list("options", |cursor| OptionWritten {
            code: cursor.text("code"),
            label: cursor.phrase("label"),
        }),
        accumulation: cursor.optional_text("accumulation"),
        consolidation: cursor.optional_text("consolidation"),
        filled_by: cursor.optional_texts("filled_by"),
        lead: cursor.optional_phrase("lead"),
        remark: cursor.optional_phrase("remark"),
        offer_tasks: cursor.optional_object("offer", |cursor| cursor.text("tasks")),
    }
}

fn rule(cursor: &mut Cursor<'_>) -> RuleWritten {
    let mut rule = RuleWritten {
        id: cursor.text("id"),
        kind: cursor.text("kind"),
        level: cursor.text("level"),
        message: cursor.phrase("message"),
        fields: Map::new(),
    };
    for (name, value) in cursor.others() {
        match field(value) {
            Some(field) => {
                rule.fields.insert(name, field);
            }
            None => cursor.complain(
                &name,
                "Ở đây cần một chuỗi hoặc một danh sách chuỗi.",
                "A text or a list of texts is needed here.",
            ),
        }
    }
    rule
}

fn field(value: &Value) -> Option<FieldValue> {
    match value {
        Value::String(text) => Some(FieldValue::Text(text.clone())),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect::<Option<Vec<String>>>()
            .map(FieldValue::List),
        _ => None,
    }
}
