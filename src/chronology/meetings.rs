//! Meetings and visits at which several agencies sit: who writes of one on the same day writes of the same.

use super::phrases::Phrases;
use std::sync::OnceLock;

/// The ways to name each.
const MEETINGS: &[&[&str]] = &[
    &["taf", "tac", "team around the family", "team around the child"],
    &["core group"],
    &["cin meeting", "child in need meeting", "cin review", "child in need review"],
    &[
        "review meeting",
        "lac review",
        "cla review",
        "looked after review",
        "review held",
        "review at",
        "statutory review",
    ],
    &[
        "joint visit",
        "jt visit",
        "joint home visit",
        "joint hv",
        "sw + pol",
        "sw and police",
        "social worker and police",
        "police and social worker",
    ],
    &["pep", "pep meeting", "personal education plan"],
    &["professionals meeting", "professionals' meeting", "network meeting", "mapping meeting"],
    &["legal planning", "permanence planning", "discharge planning", "pre-discharge meeting"],
];

/// The meetings that a text in small letters names, a bit each.
pub fn named(lower: &str) -> u32 {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    let ways = || MEETINGS.iter().enumerate().flat_map(|(at, ways)| ways.iter().map(move |phrase| (at, *phrase)));
    let found = PHRASES.get_or_init(|| Phrases::new(ways())).found(lower);
    (0..MEETINGS.len()).filter(|at| found.has(*at)).fold(0, |all, at| all | 1 << at)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn one_meeting_is_told_in_several_ways() {
        assert_eq!(named("taf in school."), named("team around the family. attendance better."));
        assert_ne!(named("taf in school."), 0);
        assert_eq!(named("staff meeting about stafford"), 0);
    }
}
