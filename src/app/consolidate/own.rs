//! The report of the agency that consolidates, as it is kept on this machine: its own plan, and what the totals are held
//! against.

use super::hall::Hall;
use crate::app::import::kept_report;
use crate::exchange::export_json;
use crate::report::{ReportKey, Session};
use crate::store::report_key;

/// Takes the kept report in, in the place of the one that was taken in before. The page is to be settled afterwards.
pub async fn bring(hall: Hall) {
    let of = hall.look(|gathered| {
        let form = gathered.form().clone();
        let key = ReportKey {
            form: form.form.id.clone(),
            agency: gathered.collection.into_agency().code.clone(),
            period: gathered.collection.period().to_owned(),
        };
        (form, key)
    });
    let Some((form, key)) = of else { return };
    let kept = kept_report(hall.page, &report_key(&key.path())).await;
    hall.put(|gathered| {
        gathered.collection.retain(|one| !one.is_kept_here());
        let Some(kept) = kept else { return };
        // As its file would come in, so that the file itself is known again.
        let text = export_json(&Session::open(form, kept));
        if let Ok(mut own) = gathered.intake.read("", &text) {
            // A report that was begun by its address alone knows the code and no name.
            own.agency = gathered.collection.into_agency().clone();
            gathered.collection.take(own);
        }
    });
}
