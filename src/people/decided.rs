//! What people have decided, applied: it wins over what the tool concludes, and is shown as a decision.

use super::clue::Clue;
use super::draft::Table;
use super::fold::fold;
use crate::model::{Decision, Kin, Note, PersonId, Ruling, Whom};
use std::collections::BTreeMap;

/// Someone a decision speaks of, in terms that hold however the clues are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// Somebody on the front sheet, by place.
    Front(usize),
    /// Whoever a clue means.
    Clue(usize),
}

/// Decisions about who is who, by their anchors.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// Each pair is one person.
    pub same: Vec<(Anchor, Anchor)>,
    /// Each pair is two people.
    pub apart: Vec<(Anchor, Anchor)>,
    /// "person is kin of of", with the number of the decision.
    pub kin: Vec<(Anchor, Kin, Anchor, usize)>,
    /// Whom each decision names, by its number, in the order it names them.
    pub named: BTreeMap<usize, Vec<Anchor>>,
    /// Decisions that could not be applied.
    pub notes: Vec<Note>,
}

impl Decided {
    /// Looks up whom the decisions mean among the people put together without them.
    pub fn of(decisions: &[Decision], table: &Table, ids: &BTreeMap<usize, PersonId>) -> Decided {
        let mut decided = Decided::default();
        for decision in decisions.iter().filter(|decision| decision.stands()) {
            let whom = decision.ruling.whom();
            let found: Vec<Option<Anchor>> = whom.iter().map(|whom| find(table, ids, whom)).collect();
            if let Some(at) = found.iter().position(Option::is_none) {
                decided.notes.push(gone(decision.number, whom[at]));
                continue;
            }
            let found: Vec<Anchor> = found.into_iter().flatten().collect();
            match (&decision.ruling, &found[..]) {
                (Ruling::Same(..), &[a, b]) => decided.same.push((a, b)),
                (Ruling::NotTheSame(..), &[a, b]) => decided.apart.push((a, b)),
                (Ruling::Relation { relation, .. }, &[person, of]) => match Kin::parse(relation) {
                    Some(kin) => decided.kin.push((person, kin, of, decision.number)),
                    None => decided.notes.push(unread(decision.number, relation)),
                },
                _ => {}
            }
            decided.named.insert(decision.number, found);
        }
        decided
    }
}

impl Ruling {
    /// Everyone it speaks of, in order.
    pub fn whom(&self) -> Vec<&Whom> {
        match self {
            Ruling::Same(a, b) | Ruling::NotTheSame(a, b) => vec![a, b],
            Ruling::Relation { person, of, .. } => vec![person, of],
            Ruling::ContactEnded { person, with, .. } => vec![person, with],
            Ruling::FindingLookedAt { people, .. } => people.iter().collect(),
        }
    }
}

impl Table<'_> {
    /// The draft that an anchor stands for by now.
    pub fn anchored(&self, anchor: Anchor) -> Option<usize> {
        match anchor {
            Anchor::Front(place) => Some(place),
            Anchor::Clue(clue) => self.of.get(clue).copied().flatten(),
        }
    }

    /// Whether somebody decided that a clue does not mean a draft.
    pub fn decided_against(&self, clue: usize, draft: usize) -> bool {
        self.decided.apart.iter().any(|&(a, b)| {
            [(a, b), (b, a)]
                .into_iter()
                .any(|(one, other)| one == Anchor::Clue(clue) && self.anchored(other) == Some(draft))
        })
    }

    /// Whether somebody decided that two drafts are two people.
    pub fn decided_apart(&self, a: usize, b: usize) -> bool {
        self.decided.apart.iter().any(|&(one, other)| {
            let pair = (self.anchored(one), self.anchored(other));
            pair == (Some(a), Some(b)) || pair == (Some(b), Some(a))
        })
    }

    /// Makes one person of each pair of whom somebody decided so.
    pub fn apply_same(&mut self) {
        for (a, b) in self.decided.same.clone() {
            if let (Some(a), Some(b)) = (self.anchored(a), self.anchored(b))
                && a != b
            {
                self.set_unsure(a.min(b), false);
                self.merge(a, b, "somebody decided that they are one person");
                self.rebuild_family();
            }
        }
    }
}

/// The person whom a decision's words mean: a mention in an entry, else an id, else a name that one person bears.
fn find(table: &Table, ids: &BTreeMap<usize, PersonId>, whom: &Whom) -> Option<Anchor> {
    if let (Some(entry), Some(words)) = (&whom.entry, &whom.words) {
        let said = |clue: &Clue| {
            let reading = table.readings.get(clue.entry).copied().flatten();
            let here = table.entries.get(clue.entry).is_some_and(|at| at.id == *entry);
            here && reading.is_some_and(|reading| {
                clue.mentions.iter().any(|at| reading.mentions.get(*at).is_some_and(|mention| mention.text == *words))
            })
        };
        return table.clues.iter().position(said).map(Anchor::Clue);
    }
    let by_id = ids.iter().find(|(_, id)| id.0 == whom.person).map(|(draft, _)| *draft);
    let wanted = fold(&whom.person);
    let bears = |draft: usize| {
        let profile = &table.drafts[draft].profile;
        profile.names.iter().any(|name| fold(&name.written) == wanted) || profile.singles.contains(&wanted)
    };
    let mut by_name = ids.keys().copied().filter(|draft| bears(*draft));
    let draft = by_id.or_else(|| by_name.next().filter(|_| by_name.next().is_none()))?;
    anchor(table, draft)
}

/// What stands for a draft: its place on the front sheet, else its first clue.
fn anchor(table: &Table, draft: usize) -> Option<Anchor> {
    let known = &table.drafts[draft];
    known.front.map(Anchor::Front).or_else(|| known.clues.iter().map(|(clue, _)| *clue).min().map(Anchor::Clue))
}

fn gone(number: usize, whom: &Whom) -> Note {
    let place = whom.entry.as_ref().map_or_else(String::new, |entry| format!(" in {entry}"));
    Note {
        at: format!("decisions.json, number {number}"),
        what: format!("the decision speaks of “{}”{place}, who is no longer there", whom.person),
        done: "It was not applied.".into(),
        mend: "Decide again with `lifespan decide`, or take it back.".into(),
    }
}

fn unread(number: usize, relation: &str) -> Note {
    Note {
        at: format!("decisions.json, number {number}"),
        what: format!("“{relation}” is no relation that can be read"),
        done: "It was not applied.".into(),
        mend: "Use plain words such as “maternal uncle” or “mother's former partner”.".into(),
    }
}
