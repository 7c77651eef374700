//! The second program, in its worker (assets/office.js): what is asked of it, and what it answers.

use crate::exchange::table::Block;
use crate::words::Phrase;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// In the script of the page.
    #[wasm_bindgen(catch, js_name = askOffice)]
    fn ask_office(call: &str, args: &Array) -> Result<js_sys::Promise, JsValue>;

    /// In the script of the page too.
    #[wasm_bindgen(js_name = stopOffice)]
    fn stop_office();
}

/// Why the second program gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It refuses, in a sentence.
    Refused(Phrase),
    /// It did not come: the line is down.
    NotLoaded,
    /// It broke, or could not be started. In the words of the browser.
    Broken(String),
    /// Something else was asked for meanwhile.
    Stopped,
}

/// A report as the file of a format. `mapping` has the ids of a DHIS2 platform that has its own.
///
/// # Errors
/// [`Trouble`].
pub async fn write_report(
    action: &str,
    form: &str,
    report: &str,
    mapping: Option<&str>,
) -> Result<Vec<u8>, Trouble> {
    let args = [Some(action), Some(form), Some(report), mapping].map(text_or_none);
    let answer = ask("write_report", &args).await?;
    Ok(bytes_of(answer))
}

/// What an action asks of a form set alone.
///
/// # Errors
/// [`Trouble`].
pub async fn write_form(
    action: &str,
    form: &str,
    mapping: Option<&str>,
) -> Result<Vec<u8>, Trouble> {
    let args = [Some(action), Some(form), mapping].map(text_or_none);
    let answer = ask("write_form", &args).await?;
    Ok(bytes_of(answer))
}

/// Plain tables as a workbook, packed by [`crate::exchange::consolidation::pack`].
///
/// # Errors
/// [`Trouble`].
pub async fn write_tables(packed: &str) -> Result<Vec<u8>, Trouble> {
    let answer = ask("write_tables", &[text_or_none(Some(packed))]).await?;
    Ok(bytes_of(answer))
}

/// What a file of another program is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// A document of ours, by itself or inside a workbook of ours, and what should be known of it.
    Document {
        /// The document.
        text: String,
        /// What should be known: cells that were changed in the workbook.
        told: Vec<Phrase>,
    },
    /// A workbook of ours; the form set of this id is needed to read it.
    NeedsForm(String),
    /// Tables and running text of whatever origin.
    Tables {
        /// The tables.
        blocks: Vec<Block>,
        /// The paragraphs of running text.
        text: Vec<String>,
    },
}

/// Reads a file of another program. `form` is the document of the form set, where it is known that it is needed.
///
/// # Errors
/// [`Trouble`].
pub async fn open_file(bytes: &Uint8Array, form: Option<&str>) -> Result<Read, Trouble> {
    let answer = ask("open_file", &[bytes.into(), text_or_none(form)]).await?;
    if let Some(text) = text_of(&answer, "document") {
        let told = list_of(&answer, "told").iter().map(phrase_of).collect();
        return Ok(Read::Document { text, told });
    }
    if let Some(id) = text_of(&answer, "form") {
        return Ok(Read::NeedsForm(id));
    }
    let text = list_of(&answer, "text");
    Ok(Read::Tables {
        blocks: list_of(&answer, "tables").iter().map(block_of).collect(),
        text: text.iter().filter_map(JsValue::as_string).collect(),
    })
}

fn block_of(table: &JsValue) -> Block {
    let row_of = |row: &JsValue| -> Vec<String> {
        let cells = row.dyn_ref::<Array>().map(Array::to_vec);
        let cells = cells.unwrap_or_default();
        cells
            .iter()
            .map(|cell| cell.as_string().unwrap_or_default())
            .collect()
    };
    Block {
        before: text_of(table, "before").unwrap_or_default(),
        rows: list_of(table, "rows").iter().map(row_of).collect(),
        cut: is_so(table, "cut"),
        points: is_so(table, "points"),
        // A count of rows fits.
        hidden: member(table, "hidden")
            .and_then(|hidden| hidden.as_f64())
            .map_or(0, |hidden| hidden as usize),
    }
}

fn phrase_of(said: &JsValue) -> Phrase {
    let text = |name| text_of(said, name).unwrap_or_default();
    Phrase::new(text("vi"), text("en"))
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok();
    value.filter(|value| !value.is_undefined())
}

fn is_so(of: &JsValue, name: &str) -> bool {
    member(of, name).is_some_and(|is_so| is_so.is_truthy())
}

fn text_of(of: &JsValue, name: &str) -> Option<String> {
    member(of, name)?.as_string()
}

fn list_of(of: &JsValue, name: &str) -> Vec<JsValue> {
    let list = member(of, name).and_then(|list| list.dyn_into::<Array>().ok());
    list.map(|list| list.to_vec()).unwrap_or_default()
}

/// Ends the job that is under way.
pub fn stop() {
    stop_office();
}

async fn ask(call: &str, args: &[JsValue]) -> Result<JsValue, Trouble> {
    let args: Array = args.iter().collect();
    let promise = ask_office(call, &args).map_err(trouble)?;
    JsFuture::from(promise).await.map_err(trouble)
}

fn text_or_none(text: Option<&str>) -> JsValue {
    text.map_or(JsValue::UNDEFINED, JsValue::from_str)
}

fn bytes_of(answer: JsValue) -> Vec<u8> {
    answer
        .dyn_into::<Uint8Array>()
        .map(|bytes| bytes.to_vec())
        .unwrap_or_default()
}

fn trouble(thrown: JsValue) -> Trouble {
    if let Some(refused) = member(&thrown, "refused") {
        return Trouble::Refused(phrase_of(&refused));
    }
    if member(&thrown, "stopped").is_some() {
        return Trouble::Stopped;
    }
    match member(&thrown, "broken") {
        Some(broken) => Trouble::Broken(broken.as_string().unwrap_or_default()),
        // What `fetch` throws where nothing comes.
        None if thrown.is_instance_of::<js_sys::TypeError>() => Trouble::NotLoaded,
        None => Trouble::Broken(format!("{thrown:?}")),
    }
}
