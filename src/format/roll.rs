//! `bieumau.roll/1`: the units that are to report, as a province keeps its own list of them.

use super::report::{read_agency, write_agency};
use super::{Complaint, document};
use crate::consolidate::Roll;
use serde_json::{Value, json};

const FORMAT: &str = "bieumau.roll/1";

/// Reads a list of units.
///
/// # Errors
/// Every place where the text is not of the format.
pub fn read_roll(text: &str) -> Result<Roll, Vec<Complaint>> {
    document(text, FORMAT, |cursor| {
        Roll::of(cursor.list("units", read_agency))
    })
}

/// The document of a list of units.
pub fn roll_text(roll: &Roll) -> String {
    let units: Vec<Value> = roll.agencies().iter().map(write_agency).collect();
    json!({ "format": FORMAT, "units": units }).to_string()
}
