//! What is doubtful in the targets themselves, found by looking at them.

use super::Targets;
use crate::words::Phrase;

/// The levels of government that a target may name.
const LEVELS: [&str; 3] = ["cấp tỉnh", "cấp huyện", "cấp xã"];

/// What is doubtful in each target, by its id: a share above 100 % (DOMAIN.md 3.1, number 42), and more percentages
/// than levels (number 36).
pub fn doubts(targets: &Targets) -> Vec<(String, Phrase)> {
    let mut doubts = Vec::new();
    for target in &targets.targets {
        if target.is_impossible() {
            doubts.push((
                target.id.clone(),
                Phrase::said(
                    "Không thể đạt “{}”: một tỷ lệ không vượt quá 100 %.",
                    "“{}” is impossible: a share never exceeds 100 %.",
                    &[&target.mark().vi],
                ),
            ));
        }
        let levels = LEVELS
            .iter()
            .filter(|level| target.text.contains(**level))
            .count();
        let marks = target.text.matches('%').count();
        if target.text.contains("tương ứng") && levels != marks {
            doubts.push((
                target.id.clone(),
                Phrase::said(
                    "Bản gốc nêu {} tỷ lệ cho {} cấp.",
                    "The source names {} percentages for {} levels.",
                    &[&marks.to_string(), &levels.to_string()],
                ),
            ));
        }
    }
    doubts
}
