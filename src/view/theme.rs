//! How the page looks within another: a colour, a font, a density. Nothing else of it can be changed from outside, and
//! nothing that would be hard to read.

use crate::words::Phrase;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// The least contrast of text that is taken (WCAG 2.2, 1.4.3), and the one that the page keeps everywhere (1.4.6).
const LEAST: f64 = 4.5;
const WANTED: f64 = 7.0;

/// The ground on which the colour stands out least: `--bm-accent-soft` of style/settings.css, light and dark.
const LIGHT: [u8; 3] = [0xe3, 0xef, 0xe9];
const DARK: [u8; 3] = [0x21, 0x38, 0x2f];

/// Puts a theme on, name by name: `accent` (`#0b5843`), `font` (names of fonts), `density` (`comfortable`, `compact`). An
/// empty value takes off what was put on.
///
/// # Errors
/// Which value is not understood, or cannot be read; nothing is put on then.
pub fn put_on(theme: &[(String, String)]) -> Result<(), Phrase> {
    for (name, value) in theme {
        look_at(name, value)?;
    }
    let Some(root) = root() else { return Ok(()) };
    let style = root.style();
    for (name, value) in theme {
        // What was looked at is a value of its property.
        let _ = match name.as_str() {
            "accent" => put_on_accent(&root, colour(value)),
            "font" => style.set_property("--bm-font", value),
            _ => root.set_attribute(&format!("data-{name}"), value),
        };
    }
    Ok(())
}

/// Both colours are put on, and the style sheet takes the one that the machine wishes: the colour is made as dark as it
/// must be on light ground, and as light on dark.
fn put_on_accent(root: &HtmlElement, colour: Option<[u8; 3]>) -> Result<(), JsValue> {
    let Some(colour) = colour else {
        return root.remove_attribute("data-accent");
    };
    let style = root.style();
    let light = moved(colour, 0, LIGHT);
    let dark = moved(colour, 0xff, DARK);
    for (name, colour) in [("light", light), ("dark", dark)] {
        let on = if is_dark(colour) { [0xff; 3] } else { [0; 3] };
        style.set_property(&format!("--bm-host-{name}"), &written(colour))?;
        style.set_property(&format!("--bm-on-host-{name}"), &written(on))?;
    }
    root.set_attribute("data-accent", "host")
}

/// The colour, mixed with black or white until it is read well on a ground.
fn moved(colour: [u8; 3], toward: u8, ground: [u8; 3]) -> [u8; 3] {
    let mut colour = colour;
    while contrast(colour, ground) < WANTED && colour != [toward; 3] {
        // A twentieth of the way at a time, and at least one step.
        colour = colour.map(|part| match toward {
            0 => part - part.div_ceil(20),
            _ => part + (0xff - part).div_ceil(20),
        });
    }
    colour
}

fn written([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn look_at(name: &str, value: &str) -> Result<(), Phrase> {
    let is_one_of = |words: &[&str]| value.is_empty() || words.contains(&value);
    let is_good = match name {
        "accent" => value.is_empty() || colour(value).is_some(),
        "font" => value
            .chars()
            .all(|sign| sign.is_alphanumeric() || " ,-'\"".contains(sign)),
        "density" => is_one_of(&["comfortable", "compact"]),
        _ => return Err(unknown(name)),
    };
    if !is_good {
        return Err(Phrase::said(
            "Giá trị “{}” của “{}” không hợp lệ. Màu viết dạng #0b5843.",
            "The value “{}” of “{}” is not understood. A colour is written as #0b5843.",
            &[value, name],
        ));
    }
    let Some(colour) = colour(value).filter(|_| name == "accent") else {
        return Ok(());
    };
    if contrast(colour, LIGHT) < LEAST {
        return Err(Phrase::said(
            "Màu {} khó đọc trên nền của trang (độ tương phản dưới 4,5 : 1). Hãy chọn màu khác.",
            "The colour {} is hard to read on the page's ground (contrast below 4.5 : 1). Choose another.",
            &[value],
        ));
    }
    Ok(())
}

fn unknown(name: &str) -> Phrase {
    Phrase::said(
        "Không có thuộc tính giao diện “{}”; có: accent, font, density.",
        "There is no “{}” in a theme; there are: accent, font, density.",
        &[name],
    )
}

fn root() -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .document_element()?
        .dyn_into()
        .ok()
}

/// A colour as `#rrggbb`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// How bright a colour is: 0 to 1 (WCAG 2.2, relative luminance).
fn brightness(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let [red, green, blue] = linear;
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (brightness(one) + 0.05, brightness(other) + 0.05);
    if one > other {
        one / other
    } else {
        other / one
    }
}

fn is_dark(colour: [u8; 3]) -> bool {
    contrast(colour, [0xff, 0xff, 0xff]) >= contrast(colour, [0, 0, 0])
}
