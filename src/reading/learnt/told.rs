//! What the weights say of one text, in words, for people who tune the reader.

use super::alike::Mark;
use super::table::Table;
use super::{ABUSE, CONTACT, Weighed, written};
use crate::reading::scene::Scene;

/// From what chance an answer is shown.
const SHOWN: f32 = 0.1;
/// How many of the marks that weigh most are shown.
const HEAVIEST: usize = 6;
const OF_CONTACT: [&str; 4] = ["contact", "contact ended", "contact restricted", "restriction breached"];
const OF_ABUSE: [&str; 3] = ["abuse alleged", "abuse said not to be so", "abuse in general"];

/// One line for each answer that is at all likely: its chance and what weighs most for it.
pub fn lines(scene: &Scene) -> Vec<String> {
    let weighed = Weighed::new(scene);
    let mut all = Vec::new();
    for (at, window) in weighed.windows.iter().enumerate() {
        let marks = scene.marks(window.clone());
        all.extend(shown(&CONTACT, &marks, &weighed.contact[at], &OF_CONTACT));
        all.extend(shown(&ABUSE, &marks, &weighed.abuse[at], &OF_ABUSE));
    }
    all
}

fn shown<const K: usize>(table: &Table<K>, marks: &[Mark], chances: &[f32; K], names: &[&str; K]) -> Vec<String> {
    let likely = (0..K).filter(|answer| chances[*answer] >= SHOWN);
    let line = |answer: usize| {
        let mut heavy: Vec<(i16, String)> = marks
            .iter()
            .map(|mark| (table.weight(mark, answer), written(mark)))
            .filter(|(weight, _)| *weight > 0)
            .collect();
        heavy.sort_by(|a, b| b.cmp(a));
        heavy.dedup();
        let heavy: Vec<String> = heavy
            .iter()
            .take(HEAVIEST)
            .map(|(weight, mark)| format!("{mark} {:.2}", f32::from(*weight) / 100.0))
            .collect();
        format!("{} {:.2}: {}", names[answer], chances[answer], heavy.join(", "))
    };
    likely.map(line).collect()
}
