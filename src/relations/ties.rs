//! Dated ties between people, from the front sheet, from kin words and from what happened.
//!
//! A tie is a spell: it opens with the first entry that shows it, and closes with the entry that says it ended.
//! Something that shows it again later opens a new spell. Ties of different kinds run side by side.

use super::allegations::Allegation;
use super::happening::Happening;
use crate::model::{Bond, EntryId, EventKind, Kin, Manner, PersonId, Role, Step, Tie, TieKind, TieState};
use crate::people::{KinFact, People};
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Every tie, in a fixed order: by person, by whom it is to, by kind, by first day.
pub fn ties(
    people: &People,
    happenings: &[Happening<'_>],
    allegations: &[Allegation<'_>],
    child: &PersonId,
) -> Vec<Tie> {
    let mut all = kin_ties(people, happenings);
    all.extend(spells(happenings, child));
    all.extend(allegations.iter().filter_map(abuse_tie));
    all.sort_by(|a, b| (&a.person, &a.of, label(&a.kind), a.from).cmp(&(&b.person, &b.of, label(&b.kind), b.from)));
    all
}

/// A tie's kind in plain words.
pub fn label(kind: &TieKind) -> String {
    match kind {
        TieKind::Kin(kin) => kin.words(),
        TieKind::Household => "lives with".to_owned(),
        TieKind::Care => "looks after".to_owned(),
        TieKind::Contact => "in contact with".to_owned(),
        TieKind::Restriction => "restricted from contact with".to_owned(),
        TieKind::AllegedAbuse => "alleged to have sexually abused".to_owned(),
    }
}

/// A tie with the entries that it cites, each once.
struct Spell {
    tie: Tie,
    cited: FxHashSet<EntryId>,
    /// Whether it was looked for the end of a partnership.
    closed: bool,
}

impl Spell {
    fn open(person: &PersonId, kind: TieKind, of: &PersonId, from: Option<NaiveDate>) -> Spell {
        let (person, of, evidence) = (person.clone(), of.clone(), Vec::new());
        let tie = Tie { person, kind, of, from, last_shown: None, until: None, state: TieState::Open, evidence };
        Spell { tie, cited: FxHashSet::default(), closed: false }
    }

    fn cite(&mut self, entry: &EntryId) {
        if self.cited.insert(entry.clone()) {
            self.tie.evidence.push(entry.clone());
        }
    }
}

/// Kin ties: one for each pair and path, with all the entries that say so. A partnership closes with its end.
fn kin_ties(people: &People, happenings: &[Happening<'_>]) -> Vec<Tie> {
    let mut found: BTreeMap<(&PersonId, &PersonId, String), Spell> = BTreeMap::new();
    let mut between: FxHashMap<(&PersonId, &[Step]), &PersonId> = FxHashMap::default();
    for fact in &people.kin {
        between.entry((&fact.of, &fact.kin.steps)).or_insert(&fact.person);
    }
    let facts = people.kin.iter().flat_map(|fact| partnership(&between, fact).into_iter().chain([fact.clone()]));
    let facts: Vec<KinFact> = facts.collect();
    let turns = turns_of_partnership(happenings);
    for fact in &facts {
        let spell = found
            .entry((&fact.person, &fact.of, fact.kin.words()))
            .or_insert_with(|| Spell::open(&fact.person, TieKind::Kin(fact.kin.clone()), &fact.of, None));
        spell.cite(&fact.evidence);
        let last = fact.kin.steps.last();
        if last.is_some_and(|step| step.former) {
            spell.tie.state = TieState::Ended;
        }
        if last.is_some_and(|step| step.bond == Bond::Partner) && !spell.closed {
            close_partnership(spell, &turns);
        }
    }
    found.into_values().map(|spell| spell.tie).collect()
}

/// "Mother's partner", said of the child, is also a partnership with the child's mother.
fn partnership(between: &FxHashMap<(&PersonId, &[Step]), &PersonId>, fact: &KinFact) -> Option<KinFact> {
    let (last, before) =
        fact.kin.steps.split_last().filter(|(last, before)| last.bond == Bond::Partner && !before.is_empty())?;
    let between = *between.get(&(&fact.of, before))?;
    Some(KinFact { kin: Kin { steps: vec![*last] }, of: between.clone(), ..fact.clone() })
}

/// What begins or ends partnerships, in order, by the two people, the lower id first.
fn turns_of_partnership<'h, 'a>(happenings: &'h [Happening<'a>]) -> Turns<'h, 'a> {
    let mut turns = Turns::default();
    for one in happenings.iter().filter(|one| is_turn_of_partnership(one)) {
        if let (Some(person), Some(with)) = (one.who(Role::Person), one.who(Role::With)) {
            turns.entry((person.min(with), person.max(with))).or_default().push(one);
        }
    }
    turns
}

/// What begins or ends partnerships, by pair.
type Turns<'h, 'a> = FxHashMap<(&'h PersonId, &'h PersonId), Vec<&'h Happening<'a>>>;

/// Whether an event begins or ends a partnership.
fn is_turn_of_partnership(happening: &Happening<'_>) -> bool {
    matches!(happening.event.kind, EventKind::RelationshipEnded | EventKind::RelationshipBegan)
}

fn close_partnership(spell: &mut Spell, turns: &Turns<'_, '_>) {
    spell.closed = true;
    let tie = &spell.tie;
    let between = turns.get(&((&tie.person).min(&tie.of), (&tie.person).max(&tie.of)));
    let between = between.map_or(&[][..], Vec::as_slice);
    let latest = |kind: EventKind| between.iter().rev().find(|one| one.event.kind == kind);
    let (ended, begun) = (latest(EventKind::RelationshipEnded), latest(EventKind::RelationshipBegan));
    let end = ended.filter(|end| begun.is_none_or(|begun| !begun.after(end)));
    if let Some((day, entry)) = end.map(|end| (end.first_day(), end.entry.id.clone())) {
        spell.tie.until = day;
        spell.tie.state = TieState::Ended;
        spell.cite(&entry);
    }
}

/// What an event does to a tie between its person and the other side.
enum Turn {
    Shows(TieKind),
    Ends(&'static [&'static str]),
}

fn turn(happening: &Happening<'_>) -> Option<Turn> {
    let manner = happening.event.manner;
    Some(match happening.event.kind {
        EventKind::HouseholdJoined => Turn::Shows(TieKind::Household),
        EventKind::Contact if manner == Some(Manner::Household) => Turn::Shows(TieKind::Household),
        EventKind::Contact if manner == Some(Manner::Care) => Turn::Shows(TieKind::Care),
        EventKind::Contact | EventKind::RestrictionBreached => Turn::Shows(TieKind::Contact),
        EventKind::ContactRestricted | EventKind::Custody => Turn::Shows(TieKind::Restriction),
        EventKind::HouseholdLeft => Turn::Ends(&["lives with"]),
        EventKind::ContactEnded | EventKind::Death => Turn::Ends(&["lives with", "looks after", "in contact with"]),
        EventKind::RelationshipEnded => Turn::Ends(&["lives with"]),
        EventKind::RestrictionLifted | EventKind::Release => Turn::Ends(&["restricted from contact with"]),
        _ => return None,
    })
}

fn spells(happenings: &[Happening<'_>], child: &PersonId) -> Vec<Tie> {
    let mut done: Vec<Tie> = Vec::new();
    let mut open: BTreeMap<(PersonId, PersonId, String), Spell> = BTreeMap::new();
    for happening in happenings {
        let (Some(person), Some(turn)) = (happening.who(Role::Person), turn(happening)) else { continue };
        let of = happening.who(Role::With).unwrap_or(child);
        match turn {
            Turn::Shows(_) if person == of => {}
            Turn::Shows(kind) => show(&mut open, person, kind, of, happening),
            Turn::Ends(labels) => {
                let everyone = happening.event.kind == EventKind::Death;
                let closes = |key: &(PersonId, PersonId, String)| {
                    key.0 == *person && (everyone || key.1 == *of) && labels.contains(&key.2.as_str())
                };
                let first = (person.clone(), PersonId(String::new()), String::new());
                let theirs = open.range(first..).map(|(key, _)| key).take_while(|key| key.0 == *person);
                let keys: Vec<_> = theirs.filter(|key| closes(key)).cloned().collect();
                for mut spell in keys.iter().filter_map(|key| open.remove(key)) {
                    spell.tie.until = happening.first_day();
                    spell.tie.state = TieState::Ended;
                    spell.cite(&happening.entry.id);
                    done.push(spell.tie);
                }
            }
        }
    }
    done.extend(open.into_values().map(|spell| spell.tie));
    done
}

fn show(
    open: &mut BTreeMap<(PersonId, PersonId, String), Spell>,
    person: &PersonId,
    kind: TieKind,
    of: &PersonId,
    happening: &Happening<'_>,
) {
    let spell = open
        .entry((person.clone(), of.clone(), label(&kind)))
        .or_insert_with(|| Spell::open(person, kind, of, happening.first_day()));
    spell.tie.last_shown = spell.tie.last_shown.max(happening.last_day());
    spell.cite(&happening.entry.id);
}

fn abuse_tie(allegation: &Allegation<'_>) -> Option<Tie> {
    let evidence: Vec<EntryId> = allegation.evidence().map(|entry| entry.id.clone()).collect();
    Some(Tie {
        person: allegation.perpetrator.clone(),
        kind: TieKind::AllegedAbuse,
        of: allegation.victim.clone()?,
        from: allegation.evidence().filter_map(|entry| Some(entry.when.as_ref()?.earliest)).min(),
        last_shown: None,
        until: None,
        state: TieState::NotKnown,
        evidence,
    })
}
