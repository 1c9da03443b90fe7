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
use crate::model::{Bond, Kin, PersonId};
use crate::relations::Allegation;
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
    let victims: BTreeSet<&PersonId> = history.allegations.iter().filter_map(|one| one.victim.as_ref()).collect();
    let close = |person: &&PersonId| history.kin_to_child.get(*person).is_some_and(is_close);
    victims.into_iter().filter(close).map(|person| finding(history, person)).collect()
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
    Finding {
        people: BTreeMap::from([("person", person.clone())]),
        status: about.last().map(|one| one.status()),
        evidence: cite(about.iter().flat_map(|one| one.evidence())),
        ask: vec![ask],
        ..Finding::new(RULE.id, Priority::Note, headline, explanation.to_owned())
    }
}
