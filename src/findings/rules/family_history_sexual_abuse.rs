//! # family-history-sexual-abuse
//!
//! Looks for a parent, carer, sibling or grandparent who is recorded as having been sexually abused, by anyone.
//!
//! Why: the family's own experience of abuse shapes what the child lives with and what help fits, and is left out of
//! referrals (Bristol findings report, 2018; Bristol rapid review briefing).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Mel Dale, mother
//! gp, 2012-05-03: Mel disclosed that she was sexually abused as a child by a neighbour.
//! ```
//!
//! > Mel Dale (mother) is recorded as having said, or as being said, to have been sexually abused.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Mel Dale, mother
//! gp, 2012-05-03: Mel denies any history of sexual abuse in her childhood.
//! ```

use super::{Rule, Section};
use crate::findings::words::{called, cite};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Bond, EventKind, Kin, PersonId, Role};
use crate::relations::{Allegation, Happening};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule = Rule {
    id: "family-history-sexual-abuse",
    section: Section::HistoryAndContact,
    seen: true,
    find,
    source: include_str!("family_history_sexual_abuse.rs"),
};

fn find(history: &History<'_>) -> Vec<Finding> {
    let mut victims: BTreeSet<&PersonId> = history.allegations.iter().filter_map(|one| one.victim.as_ref()).collect();
    victims.extend(nobody_named(history).filter_map(|one| one.who(Role::AllegedVictim)));
    let close = |person: &&PersonId| history.kin_to_child.get(*person).is_some_and(is_close);
    victims.into_iter().filter(close).map(|person| finding(history, person)).collect()
}

/// Words that somebody was sexually abused and that name nobody as having done it.
fn nobody_named<'h, 'a>(history: &'h History<'a>) -> impl Iterator<Item = &'h Happening<'a>> {
    history
        .happenings
        .iter()
        .filter(|one| one.event.kind == EventKind::SexualAbuseAllegation && one.who(Role::AllegedPerpetrator).is_none())
}

/// A parent, carer, sibling or grandparent, step, half, foster and adoptive included.
fn is_close(kin: &Kin) -> bool {
    use Bond::*;
    let bonds: Vec<Bond> = kin.steps.iter().map(|step| step.bond).collect();
    matches!(
        bonds.as_slice(),
        [Parent | AdoptiveParent | StepParent | FosterCarer | Sibling | HalfSibling | StepSibling | FosterSibling]
            | [Parent | AdoptiveParent, Parent | StepParent | AdoptiveParent | Partner]
    )
}

fn finding(history: &History<'_>, person: &PersonId) -> Finding {
    let about: Vec<&Allegation<'_>> =
        history.allegations.iter().filter(|one| one.victim.as_ref() == Some(person)).collect();
    let who = called(history, person);
    let headline = format!("{who} is recorded as having said, or as being said, to have been sexually abused.");
    let explanation = "A history of sexual abuse in the close family is part of what the child lives with, and may bear on \
                       who is safe and on what help fits. It says nothing against the person who was harmed.";
    let ask = format!(
        "Ask {}, in private and with care, whether they want support, and whether whoever harmed them has any contact \
         with children.",
        history.name(person)
    );
    let bare: Vec<&Happening<'_>> = nobody_named(history).filter(|one| one.is(Role::AllegedVictim, person)).collect();
    let status = about.last().map(|one| one.status()).or(bare.last().and_then(|one| one.event.status));
    Finding {
        people: BTreeMap::from([("person", person.clone())]),
        status,
        evidence: cite(about.iter().flat_map(|one| one.evidence()).chain(bare.iter().map(|one| one.entry))),
        ask: vec![ask],
        ..Finding::new(RULE.id, Priority::Note, headline, explanation.to_owned())
    }
}
