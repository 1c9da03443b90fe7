//! What is recorded between a person and the subject child, as far as section 27 asks: kinship, household, care.

use super::happening::Happening;
use crate::model::{
    Bond, EntryId, EventKind, FrontPerson, FrontSheet, Kin, Manner, PersonId, Role, Step, Tie, TieKind, TieState,
};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// How far something that may go on is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// Not recorded.
    #[default]
    No,
    /// Recorded as over.
    Past,
    /// Recorded without an end, but not lately.
    Unsure,
    /// Recorded of today: by the front sheet, or within the last year without an end.
    Now,
}

/// What is recorded between a person and the child.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What the person is to the child.
    pub kin: Option<Kin>,
    /// Living in one household.
    pub household: Shown,
    /// Caring for the child regularly: words that say so, or entries of two days.
    pub care: Shown,
    /// Whether care is recorded that nothing shows to have been regular.
    pub other_care: bool,
    /// An entry that says the kinship; `case.json` for the front sheet.
    pub kin_at: Vec<EntryId>,
    /// An entry or two that show household and care.
    pub close_at: Vec<EntryId>,
}

/// Where the facts are looked up.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'s> {
    /// Who the child is and who lives with the child.
    pub front: &'s FrontSheet,
    /// Dated ties.
    pub ties: &'s [Tie],
    /// What happened.
    pub happenings: &'s [Happening<'s>],
    /// The day the report speaks from.
    pub as_at: NaiveDate,
}

/// For how many months an open tie counts as of today after the last entry that shows it.
const LATELY: u32 = 12;

/// Words that say that something is done again and again.
const REGULAR: &[&str] = &[
    "every",
    "regular",
    "usually",
    "often",
    "always",
    "most days",
    "daily",
    "weekly",
    "a week",
    "weekends",
    "babysits",
    "childminds",
    "after school",
];

impl Facts {
    /// Looks up what is recorded of `person`.
    pub fn of(person: &PersonId, kin: Option<&Kin>, sources: &Sources<'_>) -> Facts {
        let child = &sources.front.child.id;
        let mut facts = Facts { kin: kin.cloned(), ..Facts::default() };
        let own = |tie: &&Tie| is_between(tie, person, child);
        let blood = |tie: &&Tie| matches!(tie.kind, TieKind::Kin(_));
        let said = sources.ties.iter().filter(blood).find(own);
        let said = said.or_else(|| sources.ties.iter().filter(blood).find(|tie| tie.person == *person));
        facts.kin_at = said.into_iter().flat_map(|tie| tie.evidence.iter().cloned()).take(1).collect();
        let shared: Vec<&Tie> = households(person, sources);
        let lodging = sources.ties.iter().filter(lodges).any(|tie| tie.person == *person && is_home(&tie.of, sources));
        let told = shown(&shared, sources.as_at).max(if lodging { Shown::Unsure } else { Shown::No });
        facts.household = listed(person, sources.front, told);
        facts.cite(shared.iter().rev().flat_map(|tie| tie.evidence.last()).take(1));
        if facts.household == Shown::Now && shared.is_empty() {
            facts.cite([&EntryId("case.json".to_owned())]);
        }
        let care: Vec<&Tie> = sources.ties.iter().filter(|tie| tie.kind == TieKind::Care).filter(own).collect();
        let regular = is_regular(person, &care, sources.happenings);
        facts.care = if regular { shown(&care, sources.as_at) } else { Shown::No };
        facts.other_care = !regular && !care.is_empty();
        facts.cite(care.iter().rev().flat_map(|tie| tie.evidence.iter().rev()).take(2));
        facts
    }

    fn cite<'e>(&mut self, entries: impl IntoIterator<Item = &'e EntryId>) {
        for entry in entries {
            if !self.close_at.contains(entry) {
                self.close_at.push(entry.clone());
            }
        }
    }

    /// The entries that say so, each once; `closeness` as for the words.
    pub fn evidence(&self, closeness: bool) -> Vec<EntryId> {
        let close = self.close_at.iter().filter(|id| closeness && !self.kin_at.contains(id));
        self.kin_at.iter().chain(close).cloned().collect()
    }

    /// The recorded facts in words; `closeness` where household and care matter to the answer.
    pub fn words(&self, closeness: bool) -> Vec<String> {
        let kin = self.kin.iter().map(|kin| match kin.steps[..] {
            [Step { bond: Bond::Lodger, .. }] => "recorded as a lodger of the child's home".to_owned(),
            _ => format!("recorded as the child's {}", kin.words()),
        });
        let household = match self.household {
            Shown::No => None,
            Shown::Past => Some("recorded as having lived in one household with the child"),
            Shown::Unsure => {
                Some("recorded as living in one household with the child, no end recorded, not shown lately")
            }
            Shown::Now => Some("recorded as living in one household with the child"),
        };
        let care = match (self.care, self.other_care) {
            (Shown::No, false) => None,
            (Shown::No, true) => Some("recorded as having looked after the child, not recorded as regularly"),
            (Shown::Past | Shown::Unsure, _) => Some("recorded as having looked after the child more than once"),
            (Shown::Now, _) => Some("recorded as regularly looking after the child"),
        };
        let close = [household, care].into_iter().flatten().filter(|_| closeness).map(str::to_owned);
        kin.chain(close).collect()
    }
}

fn is_between(tie: &Tie, one: &PersonId, other: &PersonId) -> bool {
    (tie.person == *one && tie.of == *other) || (tie.person == *other && tie.of == *one)
}

/// Ties that put a person into one household with the child, or with somebody who lives with the child.
fn households<'s>(person: &PersonId, sources: &Sources<'s>) -> Vec<&'s Tie> {
    let with = |one: &PersonId, other: &PersonId| one == person && other != person && is_home(other, sources);
    let shared = |tie: &&Tie| with(&tie.person, &tie.of) || with(&tie.of, &tie.person);
    sources.ties.iter().filter(|tie| tie.kind == TieKind::Household).filter(shared).collect()
}

/// The child, and whoever the front sheet says lives with the child.
fn is_home(person: &PersonId, sources: &Sources<'_>) -> bool {
    let lives_there = |one: &FrontPerson| one.id == *person && one.lives_with_child == Some(true);
    *person == sources.front.child.id || sources.front.people.iter().any(lives_there)
}

/// Whether a tie is that of a lodger, who lives or has lived with whoever lets.
fn lodges(tie: &&Tie) -> bool {
    matches!(&tie.kind, TieKind::Kin(kin) if matches!(kin.steps[..], [Step { bond: Bond::Lodger, .. }]))
}

/// What the ties of one kind say together: the strongest of them.
fn shown(ties: &[&Tie], as_at: NaiveDate) -> Shown {
    let lately = as_at.checked_sub_months(Months::new(LATELY));
    let each = ties.iter().map(|tie| match tie.state {
        TieState::Ended => Shown::Past,
        _ if tie.last_shown.zip(lately).is_some_and(|(last, lately)| last >= lately) => Shown::Now,
        _ => Shown::Unsure,
    });
    each.max().unwrap_or_default()
}

/// The front sheet is of today, and wins.
fn listed(person: &PersonId, front: &FrontSheet, shown: Shown) -> Shown {
    match front.people.iter().find(|one| one.id == *person).and_then(|one| one.lives_with_child) {
        Some(true) => Shown::Now,
        Some(false) => shown.min(Shown::Past),
        None => shown,
    }
}

/// Whether care is told of on two days, or in words that say that it is done again and again.
fn is_regular(person: &PersonId, care: &[&Tie], happenings: &[Happening<'_>]) -> bool {
    let cited: BTreeSet<&EntryId> = care.iter().flat_map(|tie| &tie.evidence).collect();
    let tells = |one: &&Happening<'_>| {
        one.event.kind == EventKind::Contact
            && one.event.manner == Some(Manner::Care)
            && one.is(Role::Person, person)
            && cited.contains(&one.entry.id)
    };
    let told: Vec<&Happening<'_>> = happenings.iter().filter(tells).collect();
    let days: BTreeSet<Option<NaiveDate>> = told.iter().map(|one| one.first_day()).collect();
    let again = |one: &&Happening<'_>| {
        let sentence = sentence(one).to_lowercase();
        REGULAR.iter().any(|word| sentence.contains(word))
    };
    days.len() > 1 || told.iter().any(again)
}

/// The words of an event with what stands beside them up to the next full stop.
fn sentence<'s>(told: &'s Happening<'_>) -> &'s str {
    let text = told.entry.cells.get(told.event.cell).map_or("", |cell| &cell.text);
    let (before, after) = (text.get(..told.event.start), text.get(told.event.start..));
    let (Some(before), Some(after)) = (before, after) else { return text };
    let start = before.rfind(". ").map_or(0, |at| at + 2);
    let end = after.find(". ").map_or(text.len(), |at| told.event.start + at);
    &text[start..end]
}
