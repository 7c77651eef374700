//! One row that answers a target: its figure, how far it is, the bar against the mark, its course and its table.

use super::chart::{bar, course};
use super::figures::{Figures, Point};
use crate::app::parts::{cells, columns};
use crate::app::words::words;
use crate::number::{Decimal, write};
use crate::plan::{Answer, Course, Fit, Scale, Target, TargetKind, Verdict, judge};
use crate::words::Language;
use leptos::prelude::*;

/// The newest figure of a row since the year of the target, with its verdict. Earlier ones only belong to the course.
pub fn newest<'a>(
    figures: &'a Figures,
    agency: &str,
    target: &Target,
    answer: &Answer,
) -> Option<(&'a Point, Verdict)> {
    let point = figures.of(agency, &answer.form, &answer.row).last()?;
    (point.period.year >= target.year).then(|| (point, judge(target, answer, point.figure)))
}

/// The row, as far as this machine has reports of it.
pub fn indicator(
    figures: &Figures,
    agency: &str,
    target: &Target,
    answer: &Answer,
    language: Language,
) -> AnyView {
    let Some((point, verdict)) = newest(figures, agency, target, answer) else {
        return ().into_any();
    };
    let place = (answer.form.clone(), answer.row.clone());
    let (address, label) = figures.rows.get(&place).cloned().unwrap_or_default();
    let name = format!("{} – {}", address.text(language), label.text(language));
    let to = point.address.clone();
    let period = point.period.name().text(language).to_owned();
    let measure = measure_of(target, answer, language);
    let figure = point.figure.map_or_else(
        |_| "—".to_owned(),
        |figure| with_measure(figure.value, measure),
    );
    let words_of = verdict.words(target, answer).text(language).to_owned();
    let caution = answer.caution.as_ref().map(|caution| {
        let caution = caution.text(language).to_owned();
        view! { <p class="bm-task__remark">{caution}</p> }
    });
    let drawn = match (point.figure, answer.fit) {
        (Ok(figure), Fit::Answers | Fit::Narrower) => {
            let is_share = target.kind == TargetKind::Share;
            let scale = Scale::of([figure.value, target.number], is_share);
            let said = format!(
                "{figure_said}, {} {}",
                words(language).mark,
                target.mark().text(language),
                figure_said = with_measure(figure.value, measure)
            );
            bar(
                scale.place(figure.value),
                scale.place(target.number),
                verdict.code(),
                said,
            )
        }
        _ => ().into_any(),
    };
    view! {
        <div class="bm-indicator" data-indicator=answer.row.clone() data-verdict=verdict.code()>
            <p class="bm-indicator__row"><a href=to>{name}</a></p>
            <p class="bm-indicator__said">
                {period} ": " <b>{figure}</b> " – " <span class="bm-verdict" data-verdict=verdict.code()>{words_of}</span>
            </p>
            {drawn}
            {caution}
            {history(figures, agency, target, answer, &name_of(&label, language), language)}
        </div>
    }
    .into_any()
}

fn name_of(label: &crate::words::Phrase, language: Language) -> String {
    label.text(language).to_owned()
}

/// In what the figures of a row are: a row of breaches counts them.
fn measure_of<'a>(target: &'a Target, answer: &Answer, language: Language) -> &'a str {
    match answer.fit {
        Fit::Breaches | Fit::LooksSo => "",
        Fit::Answers | Fit::Narrower => target.measure.text(language),
    }
}

fn with_measure(value: Decimal, measure: &str) -> String {
    format!("{} {measure}", write(value)).trim_end().to_owned()
}

/// The course over the periods of this machine, where there are at least two, and its table.
fn history(
    figures: &Figures,
    agency: &str,
    target: &Target,
    answer: &Answer,
    label: &str,
    language: Language,
) -> AnyView {
    let words = words(language);
    let points = figures.of(agency, &answer.form, &answer.row);
    if points.len() < 2 {
        return ().into_any();
    }
    let measure = measure_of(target, answer, language);
    let drawn: Vec<(&Point, Decimal)> = points
        .iter()
        .filter_map(|point| Some((point, point.figure.ok()?.value)))
        .collect();
    let values: Vec<Decimal> = drawn.iter().map(|(_, value)| *value).collect();
    let names: Vec<String> = drawn.iter().map(|(point, _)| point.period.id()).collect();
    let written: Vec<String> = values.iter().map(|value| write(*value)).collect();
    let mark = match answer.fit {
        Fit::Breaches => Decimal::ZERO,
        Fit::Answers | Fit::Narrower | Fit::LooksSo => target.number,
    };
    let said: Vec<String> = drawn
        .iter()
        .map(|(point, value)| {
            let period = point.period.name().text(language).to_owned();
            format!("{period}: {}", with_measure(*value, measure))
        })
        .collect();
    let said = format!(
        "{label}. {}. {} {}",
        said.join("; "),
        words.mark,
        target.mark().text(language)
    );
    // A row that cannot be compared is drawn without a mark, so not at all.
    let drawing = (answer.fit != Fit::LooksSo && values.len() >= 2).then(|| {
        let is_share = target.kind == TargetKind::Share && answer.fit != Fit::Breaches;
        course(&Course::of(&values, mark, is_share), &names, &written, said)
    });
    let any_remark = points.iter().any(|point| point.remark.is_some());
    let rows: Vec<AnyView> = points
        .iter()
        .map(|point| {
            let period = point.period.name().text(language).to_owned();
            let to = point.address.clone();
            let figure = point.figure.map_or_else(
                |_| "—".to_owned(),
                |figure| with_measure(figure.value, measure),
            );
            let said = if point.period.year < target.year {
                words.targets_before.to_owned()
            } else {
                let verdict = judge(target, answer, point.figure);
                verdict.words(target, answer).text(language).to_owned()
            };
            let mut values = vec![figure, said];
            if any_remark {
                let remark = point.remark.as_ref();
                values.push(
                    remark.map_or_else(String::new, |remark| remark.text(language).to_owned()),
                );
            }
            cells(view! { <a href=to>{period}</a> }.into_any(), values)
        })
        .collect();
    let mut heads = vec![words.period, words.figure, words.targets_verdict];
    if any_remark {
        heads.push(words.note);
    }
    view! {
        {drawing}
        <details>
            <summary>{words.targets_table}</summary>
            <div class="bm-scroll" tabindex="0" role="region" aria-label=words.targets_table>
                <table class="bm-table">
                    {columns(&heads)}
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
