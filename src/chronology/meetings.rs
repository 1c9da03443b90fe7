//! Meetings and visits at which several agencies sit: who writes of one on the same day writes of the same.

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
    let says = |phrase: &&str| {
        lower.match_indices(*phrase).any(|(at, _)| {
            let whole = |sign: Option<char>| !sign.is_some_and(char::is_alphanumeric);
            whole(lower[..at].chars().next_back()) && whole(lower[at + phrase.len()..].chars().next())
        })
    };
    let bits = MEETINGS.iter().enumerate().filter(|(_, ways)| ways.iter().any(&says));
    bits.fold(0, |all, (at, _)| all | 1 << at)
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
