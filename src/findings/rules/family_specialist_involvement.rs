//! # family-specialist-involvement
//!
//! Looks for a specialist sexual violence, exploitation, CAMHS or therapeutic service that is recorded with another
//! member of the family. An offer that was declined is no involvement.
//!
//! Why: that a sibling or parent already has such a service is a sign to look at the family's history, and the
//! receiving service needs to know it (Bristol findings report, 2018, on lifespan histories of the family).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Max Dale, brother
//! gp, 2019-05-03: Mum says that Max is seeing CAMHS for anxiety.
//! ```
//!
//! > A specialist service is recorded with Max Dale (brother).
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Max Dale, brother
//! gp, 2019-05-03: Max seen for asthma review.
//! ```

use super::{Rule, Section};
use crate::findings::told::sentence;
use crate::findings::words::{called, cite, is_family};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{EventKind, PersonId, Role};
use crate::relations::Happening;
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "family-specialist-involvement",
    section: Section::HistoryAndContact,
    seen: true,
    find,
    source: include_str!("family_specialist_involvement.rs"),
};

/// Words that mark a service as one of those the rule looks for.
const SPECIALIST: &[&str] = &[
    "camhs",
    "therap",
    "counsel",
    "psycholog",
    "psychiatr",
    "rape crisis",
    "sexual violence",
    "sexual abuse",
    "sexual assault",
    "sexual behaviour",
    "harmful behaviour",
    "exploitation",
    "isva",
    "sarc",
    "survivor",
    "trauma",
    "non-abusing",
    "sexually abused",
    "sexually harmed",
    "abused as children",
    "letting the future in",
    "ltfi",
    "cbt",
    "emdr",
    "mental health",
    "recovery work",
    "recovery programme",
    "aim session",
    "nspcc",
    "barnardo",
];

/// Words that show somebody's work or training rather than help that they receive, and therapies of another kind.
const WORK: &[&str] = &[
    "speech",
    "physio",
    "massage",
    "hydrotherap",
    "language therap",
    "occupational",
    "trained",
    "training",
    "shift",
    "works at",
    "works for",
    "works as",
    "employed",
    "volunteer",
    "colleague",
    " job",
    "who is a",
    "family support worker",
    "parenting",
];

/// Words of help that was only offered.
const OFFERED: &[&str] = &["offered", "declined", "not wanted", "refused", "signposted"];

fn find(history: &History<'_>) -> Vec<Finding> {
    let mut by_person: BTreeMap<&PersonId, Vec<&Happening<'_>>> = BTreeMap::new();
    for happening in history.happenings.iter().filter(|one| is_involvement(history, one)) {
        if let Some(person) = happening.who(Role::Person).filter(|person| is_other_family(history, person)) {
            by_person.entry(person).or_default().push(happening);
        }
    }
    by_person.into_iter().map(|(person, shown)| finding(history, person, &shown)).collect()
}

fn is_other_family(history: &History<'_>, person: &PersonId) -> bool {
    *person != history.front.child.id && history.kin_to_child.get(person).is_some_and(is_family)
}

fn is_involvement(history: &History<'_>, happening: &Happening<'_>) -> bool {
    let service =
        matches!(happening.event.kind, EventKind::ServiceReferral | EventKind::ServiceStart | EventKind::ServiceEnd);
    let agency = history.front.agencies.iter().find(|one| one.id == happening.entry.agency);
    let kind = agency.and_then(|one| one.kind.as_deref()).unwrap_or_default();
    let told = [happening.event.words.as_str(), happening.event.detail.as_deref().unwrap_or_default(), kind];
    let lower = told.map(str::to_lowercase);
    let any = |words: &[&str]| words.iter().any(|word| lower.iter().any(|text| text.contains(word)));
    let offered = || {
        let told = sentence(happening).to_lowercase();
        happening.event.kind != EventKind::ServiceEnd && OFFERED.iter().any(|word| told.contains(word))
    };
    service && any(SPECIALIST) && !any(WORK) && !offered()
}

fn finding(history: &History<'_>, person: &PersonId, shown: &[&Happening<'_>]) -> Finding {
    let who = called(history, person);
    Finding {
        people: BTreeMap::from([("person", person.clone())]),
        evidence: cite(shown.iter().map(|one| one.entry)),
        ask: vec![format!(
            "Ask the service, with consent where that is safe, when and why it worked with {}, and whether it still does.",
            history.name(person)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("A specialist service is recorded with {who}."),
            format!(
                "{} is recorded with a specialist or therapeutic service. What brought {} there may bear on the child, and the services should know of each other.",
                history.name(person),
                history.name(person)
            ),
        )
    }
}
