//! `bieumau.agencies/1`: the agencies of a province → a list to choose from.

use super::{Complaint, document};
use crate::form::Level;
use crate::report::Agency;

/// Reads a list of agencies.
///
/// # Errors
/// Every place where the file is not of the format.
pub fn read_agencies(text: &str) -> Result<Vec<Agency>, Vec<Complaint>> {
    read_list(text).map(|(_, agencies)| agencies)
}

/// Reads whose agencies they are: the province that adds their reports up.
///
/// # Errors
/// Every place where the file is not of the format.
pub fn read_province(text: &str) -> Result<Agency, Vec<Complaint>> {
    read_list(text).map(|(province, _)| province)
}

fn read_list(text: &str) -> Result<(Agency, Vec<Agency>), Vec<Complaint>> {
    document(text, "bieumau.agencies/1", |cursor| {
        let province = cursor.object("province", |cursor| Agency {
            code: cursor.text("code"),
            name: cursor.text("name"),
            level: Level::Province,
        });
        cursor.optional_phrase("source");
        let agencies = cursor.list("agencies", |cursor| {
            let level = cursor.text("level");
            Agency {
                code: cursor.text("code"),
                name: cursor.text("name"),
                level: Level::from_word(&level).unwrap_or_else(|| {
                    cursor.complain_of(
                        "level",
                        "Không có cấp “{}”.",
                        "There is no level “{}”.",
                        &[&level.to_string()],
                    );
                    Level::default()
                }),
            }
        });
        (province, agencies)
    })
}
