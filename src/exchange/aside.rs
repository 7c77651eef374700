//! What else changes when one state of a report takes the place of another: everything but the rows of the form.

use super::compare::strangers_of;
use crate::form::Form;
use crate::report::{Report, ReportPeriod, State};
use crate::words::{Phrase, filled};

/// A part of a report, besides the rows of its form, that is another in the second state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// So many rows that the form does not have.
    Strangers(usize),
    /// What is written in words.
    Texts,
    /// The reasons given for findings.
    Reasons,
    /// Name or level of the agency; the name as it would be.
    Agency(String),
    /// The window: as it is and as it would be, in words; empty where none is known.
    Window([String; 2]),
    /// How far the report has come: as it is and as it would be.
    State([State; 2]),
    /// The log of changes.
    Log,
    /// What it was added up from.
    Consolidated,
    /// The report was handed over and stays so; what is brought back is logged.
    Amends,
}

impl Aside {
    /// A sentence for the officer.
    pub fn words(&self) -> Phrase {
        match self {
            Aside::Strangers(count) => Phrase::said(
                "Ngoài ra có {} dòng không có trong bộ biểu mẫu này; chúng cũng thay đổi theo nhưng không hiển thị.",
                "Besides, {} rows that this form set does not have change too, but are not shown.",
                &[&count.to_string()],
            ),
            Aside::Texts => Phrase::new(
                "Lời văn báo cáo cũng thay đổi theo.",
                "The running text of the report changes too.",
            ),
            Aside::Reasons => Phrase::new(
                "Lý do giải trình cũng thay đổi theo.",
                "The reasons given for findings change too.",
            ),
            Aside::Agency(name) => Phrase::said(
                "Tên hoặc cấp của cơ quan thay đổi theo: {}.",
                "Name or level of the agency change too: {}.",
                &[name],
            ),
            Aside::Window(days) => {
                let or = |day: &str, none: &str| match day {
                    "" => none.to_owned(),
                    day => day.to_owned(),
                };
                let [vi, en] =
                    ["chưa đặt", "none"].map(|none| days.each_ref().map(|day| or(day, none)));
                Phrase::new(
                    filled(
                        "Thời gian chốt số liệu: đang là {}, sẽ là {}.",
                        &[&vi[0], &vi[1]],
                    ),
                    filled("Data window: now {}, then {}.", &[&en[0], &en[1]]),
                )
            }
            Aside::State(states) => {
                let [now, then] = states.map(State::name);
                Phrase::new(
                    filled(
                        "Trạng thái: đang là “{}”, sẽ là “{}”.",
                        &[&now.vi, &then.vi],
                    ),
                    filled("State: now “{}”, then “{}”.", &[&now.en, &then.en]),
                )
            }
            Aside::Log => Phrase::new(
                "Nhật ký sửa đổi cũng thay đổi theo.",
                "The log of changes changes too.",
            ),
            Aside::Consolidated => Phrase::new(
                "Danh sách các báo cáo được tổng hợp cũng thay đổi theo.",
                "The list of the reports that were added up changes too.",
            ),
            Aside::Amends => Phrase::new(
                "Báo cáo đã hoàn thành: khôi phục được ghi vào nhật ký sửa đổi của báo cáo, trạng thái không trở lại bản đang điền.",
                "The report was complete: what is brought back is logged as an amendment, and the report does not become a draft again.",
            ),
        }
    }
}

/// What an import of `then` would change besides the rows of the form and its texts ([`super::texts_of`]).
pub fn asides_of_import(form: &Form, here: Option<&Report>, then: &Report) -> Vec<Aside> {
    let mut asides = of_all(form, here, then);
    asides.retain(|aside| *aside != Aside::Texts);
    asides
}

/// What bringing back `earlier` would change besides the rows of the form ([`crate::report::Session::restore`]).
pub fn asides_of_restore(form: &Form, here: Option<&Report>, earlier: &Report) -> Vec<Aside> {
    match here {
        Some(own) if !own.is_followed_by(earlier) => {
            let stays = Report {
                period: earlier.period.clone(),
                entries: earlier.entries.clone(),
                reasons: earlier.reasons.clone(),
                paragraphs: earlier.paragraphs.clone(),
                ..own.head()
            };
            let mut asides = of_all(form, here, &stays);
            asides.push(Aside::Amends);
            asides
        }
        _ => of_all(form, here, earlier),
    }
}

fn of_all(form: &Form, here: Option<&Report>, then: &Report) -> Vec<Aside> {
    let mut asides = Vec::new();
    let strangers = strangers_of(form, here, then);
    if strangers > 0 {
        asides.push(Aside::Strangers(strangers));
    }
    // Where nothing is kept, all of it is new.
    let Some(here) = here else { return asides };
    if here.paragraphs != then.paragraphs {
        asides.push(Aside::Texts);
    }
    if here.reasons != then.reasons {
        asides.push(Aside::Reasons);
    }
    if here.agency != then.agency {
        asides.push(Aside::Agency(then.agency.name.clone()));
    }
    if here.period != then.period {
        let days = [&here.period, &then.period].map(ReportPeriod::written);
        asides.push(Aside::Window(days));
    }
    if here.state != then.state {
        asides.push(Aside::State([here.state, then.state]));
    }
    if here.log != then.log {
        asides.push(Aside::Log);
    }
    if here.consolidated != then.consolidated {
        asides.push(Aside::Consolidated);
    }
    asides
}
