//! # victim-and-harmful-behaviour
//!
//! Looks for a child recorded both as harmed and as showing harmful sexual behaviour, with no service that holds both.
//!
//! Why: each service sent the child to the other (Bristol rapid review briefing).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Max Dale, brother
//! school, 2019-03-11: Ava said that her brother Max has sexually abused her.
//! school, 2022-11-08: Ava showed harmful sexual behaviour towards a younger pupil.
//! ```
//!
//! > The child is recorded as harmed and as showing harmful sexual behaviour, and no service that holds both is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Max Dale, brother
//! school, 2019-03-11: Ava said that her brother Max has sexually abused her.
//! social care, 2019-03-12: Strategy discussion.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{first, harm, of_child};
use crate::findings::told::{says, sentences};
use crate::findings::wording::Wording;
use crate::findings::words::cite;
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, Role};
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "victim-and-harmful-behaviour",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("victim_and_harmful_behaviour.rs"),
};

/// Words of a service that turns a child away.
const REFUSED: &[&str] = &[
    "not accepted",
    "declined",
    "rejected",
    "addressed first",
    "not met",
    "unable to accept",
    "not for us",
    "not our",
    "not suitable",
    "turned down",
    "turned away",
    "needs hsb",
    "needs specialist",
    "needs a specialist",
    "suggest",
    "to come first",
    "does not take referrals",
    "does not work with",
    "cannot offer",
    "cannot begin",
    "cannot start",
    "behaviour only",
    "not at the same time",
    "two workers at a time",
    "until the other",
    "while the other",
    "to pause",
    "treated first",
];

/// Words of work on a child's own behaviour.
const HARMFUL: &[&str] =
    &["harmful sexual behaviour", "hsb", "sexualised behaviour", "harmful behaviour", "behaviour work"];

/// Words of work on what was done to a child.
const HARMED: &[&str] = &[
    "trauma",
    "recovery",
    "own abuse",
    "own experience",
    "what happened to",
    "what was done to",
    "been harmed",
    "victim",
    "being abused",
    "sexually abused",
    "as well as",
];

/// Words of a service that holds one of the two only.
const PARTLY: &[&str] = &[
    "does not take referrals about",
    "cannot offer trauma work",
    "cannot begin on",
    "behaviour only",
    "two workers at a time",
    "one at a time",
    "only covers",
    "covers only",
    "not part of our work",
    "not part of this work",
    "not part of the work",
    "outside our remit",
    "not taken while",
    "not at the same time",
];

/// Words of one piece of work on both what was done to the child and what the child did.
static BOTH: Wording = Wording::of(
    "{both|two halves|everything|whole} .. {together|at once|in one|one person|one worker|sides|strands}, {what|that} .. {to him|to her|to them} .. {what|that} {he|she|they} did, as well as .. {he|she} {did|has done}, \
     {victim|harmed|abuse} and {his|her|the|own|harmful} {behaviour|harmful}, {covers|holds|hold|takes|addresses|works on|work on} {both|everything|the two}",
);

fn find(history: &History<'_>) -> Vec<Finding> {
    let child = &history.front.child.id;
    let shows =
        |kind, role| move |one: &&crate::relations::Happening<'_>| one.event.kind == kind && one.is(role, child);
    let behaviour: Vec<&Entry> = history
        .happenings
        .iter()
        .filter(|one| {
            shows(EventKind::HarmfulSexualBehaviour, Role::AllegedPerpetrator)(one)
                || shows(EventKind::HarmfulSexualBehaviour, Role::Person)(one)
                || shows(EventKind::SexualAbuseAllegation, Role::AllegedPerpetrator)(one)
                    && one.who(Role::AllegedVictim).is_some_and(|victim| victim != child)
        })
        .map(|one| one.entry)
        .collect();
    let harmed = harm(history);
    let (Some(harmed), Some(shown)) = (harmed.first(), behaviour.first()) else { return Vec::new() };
    let services = of_child(history, &[EventKind::ServiceReferral, EventKind::ServiceStart]);
    let later = services.into_iter().map(|one| one.entry).filter(|entry| first(entry) > first(shown));
    let (refused, begun): (Vec<&Entry>, Vec<&Entry>) = later.partition(|entry| says(&entry.text(), REFUSED));
    // A service that says what it does not do holds not both, whatever it is called.
    let said = history.entries.iter().copied().filter(|entry| entry.when.is_some() && first(entry) > first(shown));
    let partly: Vec<&Entry> = said.filter(|entry| says(&entry.text(), PARTLY)).collect();
    let holds = |entry: &&Entry| {
        let text = entry.text();
        let both = |one: &str| says(one, HARMFUL) && says(one, HARMED);
        says(&text, &["both"]) || sentences(&text).any(|(_, one)| both(one))
    };
    let later = history.entries.iter().copied().filter(|entry| entry.when.is_some() && first(entry) >= first(shown));
    let together = later.filter(|entry| sentences(&entry.text()).any(|(_, one)| BOTH.is_in(one)));
    if partly.is_empty() && (begun.iter().any(holds) || together.count() > 0) {
        return Vec::new();
    }
    vec![finding(history, [harmed.entry, shown].into_iter().chain(refused).chain(partly).collect())]
}

fn finding(history: &History<'_>, evidence: Vec<&Entry>) -> Finding {
    Finding {
        people: BTreeMap::from([("child", history.front.child.id.clone())]),
        evidence: cite(evidence),
        ask: vec![format!(
            "Ask {} which service will work with the child on both, and who decides where services refuse.",
            name_of(history, Sector::SocialCare, "social care")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            "The child is recorded as harmed and as showing harmful sexual behaviour, and no service that holds both is shown.".to_owned(),
            "A child who harms has often been harmed. A service for one that turns the child away because of the other leaves both without help.".to_owned(),
        )
    }
}
