//! What the words themselves explain: a touch on the arm, a hand on the shoulder, coming in to wake a child.

use super::page::Hit;
use super::scene::Scene;

/// Parts of the body, and things, whose touching says nothing.
const HARMLESS: &[&str] = &[
    "arm",
    "arms",
    "hand",
    "hands",
    "shoulder",
    "shoulders",
    "forehead",
    "hair",
    "head",
    "face",
    "elbow",
    "elbows",
    "foot",
    "feet",
    "ear",
    "ears",
    "nose",
    "wrist",
    "ankle",
    "finger",
    "fingers",
    "toes",
    "phone",
    "bag",
    "coat",
    "things",
    "toys",
    "food",
    "plate",
    "work",
    "stuff",
    "heart",
    "pocket",
    "pockets",
];
/// How many words behind coming into a room may say why.
const REACH: usize = 5;
/// What somebody comes into a child's room for, behind "to".
const ERRANDS: &[&str] = &[
    "wake", "say", "get", "fetch", "bring", "tidy", "clean", "hoover", "read", "turn", "settle", "tuck", "open",
    "close", "shut", "put", "take", "collect", "ask", "tell", "find", "look", "change", "make", "give",
];
/// What happens when somebody comes in to a child, behind "when she".
const NEEDS: &[&str] = &[
    "cries", "cried", "wakes", "woke", "screams", "screamed", "is", "was", "has", "had", "coughs", "coughed", "calls",
    "called", "shouts", "shouted",
];

impl Scene<'_> {
    /// Whether words that may tell of abuse say by themselves that they tell of something harmless.
    pub fn is_explained(&self, hit: &Hit) -> bool {
        let word = |at: usize| self.page.word(at);
        let first = word(hit.first);
        if first.starts_with("touch") {
            let owned = usize::from(matches!(word(hit.last + 1), "her" | "his" | "my" | "their"));
            return HARMLESS.contains(&word(hit.last + 1 + owned)) && word(hit.last) != "up";
        }
        let comes = first.starts_with("com") || first == "came";
        comes
            && (hit.last + 1..hit.last + 1 + REACH).any(|at| {
                let checks =
                    word(at + 1) == "check" && matches!(word(at + 2), "on" | "if" | "that" | "whether" | "she" | "he");
                let errand = word(at) == "to" && (checks || ERRANDS.contains(&word(at + 1)));
                let need = matches!(word(at), "when" | "if" | "because") && NEEDS.contains(&word(at + 2));
                errand || need && !matches!(word(at + 3), "in" | "asleep" | "sleeping" | "alone" | "at")
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::model::EventKind;
    use crate::reading::read_text;

    fn alleges(text: &str) -> bool {
        read_text(text).events.iter().any(|event| event.kind == EventKind::SexualAbuseAllegation)
    }

    #[test]
    fn a_touch_on_the_arm_and_an_errand_allege_nothing() {
        for text in [
            "Mia told her teacher that Craig touched her arm.",
            "Mia says Craig touched her forehead to see if she was hot.",
            "Mia told her teacher that Craig came into her room to wake her up.",
            "Mother reports that Grandad comes into her room when she cries.",
        ] {
            assert!(!alleges(text), "{text}");
        }
    }

    #[test]
    fn the_same_without_a_reason_is_alleged() {
        for text in [
            "Mia told her teacher that Craig touches her at night.",
            "Mia told her teacher that Craig comes into her room at night.",
            "Mia told her teacher that Craig comes into her room when she is asleep.",
        ] {
            assert!(alleges(text), "{text}");
        }
    }
}
