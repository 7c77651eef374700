//! Drawings as inline SVG, made of attributes and classes only, each with its words for who does not see it.

use crate::number::write;
use crate::plan::{Course, Scale};
use leptos::prelude::*;

/// A bar against the mark. `fill` and `mark` are from 0 to 1000.
pub fn bar(fill: u32, mark: u32, verdict: &'static str, said: String) -> AnyView {
    view! {
        <svg
            class="bm-bar"
            viewBox="0 0 1000 40"
            preserveAspectRatio="none"
            role="img"
            aria-label=said
            data-verdict=verdict
        >
            <rect class="bm-bar__ground" x="0" y="6" width="1000" height="28"></rect>
            <rect class="bm-bar__fill" x="0" y="6" width=fill.to_string() height="28"></rect>
            <line class="bm-bar__mark" x1=mark.to_string() x2=mark.to_string() y1="0" y2="40"></line>
        </svg>
    }
    .into_any()
}

/// The room of a drawing, in its own units.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 160;
const LEFT: u32 = 56;
const RIGHT: u32 = 12;
const TOP: u32 = 22;
const BOTTOM: u32 = 24;

fn across(place: u32) -> u32 {
    LEFT + place * (WIDTH - LEFT - RIGHT) / 1000
}

fn down(place: u32) -> u32 {
    HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM) / 1000
}

/// The course of an indicator: a line over its periods, each point with its figure, and the mark as a broken line.
pub fn course(course: &Course, names: &[String], figures: &[String], said: String) -> AnyView {
    let line: Vec<String> = course
        .points
        .iter()
        .map(|(right, up)| format!("{},{}", across(*right), down(*up)))
        .collect();
    let mark_at = down(course.mark);
    let points: Vec<AnyView> = course
        .points
        .iter()
        .zip(names)
        .zip(figures)
        .map(|(((right, up), name), figure)| {
            let (x, y) = (across(*right), down(*up));
            // Above the point, but never across the line of the mark.
            let above = y.saturating_sub(8);
            let is_crossed = above.saturating_sub(13) <= mark_at && mark_at <= above + 3;
            let figure_at = if is_crossed { y + 18 } else { above };
            view! {
                <circle class="bm-course__point" cx=x.to_string() cy=y.to_string() r="4"></circle>
                <text class="bm-course__figure" x=x.to_string() y=figure_at.to_string()>{figure.clone()}</text>
                <text class="bm-course__name" x=x.to_string() y=(HEIGHT - 6).to_string()>{name.clone()}</text>
            }
            .into_any()
        })
        .collect();
    let mark = mark_at.to_string();
    let (low, high) = ends(&course.scale);
    let right = (WIDTH - RIGHT).to_string();
    view! {
        <svg class="bm-course" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=said>
            <line class="bm-course__axis" x1=LEFT.to_string() x2=LEFT.to_string() y1=down(1000).to_string() y2=down(0).to_string()></line>
            <line class="bm-course__axis" x1=LEFT.to_string() x2=right.clone() y1=down(0).to_string() y2=down(0).to_string()></line>
            <text class="bm-course__end" x=(LEFT - 6).to_string() y=(down(1000) + 4).to_string()>{high}</text>
            <text class="bm-course__end" x=(LEFT - 6).to_string() y=(down(0) + 4).to_string()>{low}</text>
            <line class="bm-course__mark" x1=LEFT.to_string() x2=right y1=mark.clone() y2=mark></line>
            <polyline class="bm-course__line" points=line.join(" ")></polyline>
            {points}
        </svg>
    }
    .into_any()
}

fn ends(scale: &Scale) -> (String, String) {
    (write(scale.low()), write(scale.high()))
}
