//! Who is who: mentions become people, each join with its reason, and what is not sure stays apart.
//!
//! Strong evidence joins (full names, dates of birth, kin words that fit one person only); weaker evidence is
//! [`MaybeSame`], shown and never silently made. Reading the words is the floor below; dating the ties the one above.

mod alike;
mod apart;
mod apposition;
mod bearers;
mod choose;
mod clue;
mod column;
mod compare;
mod courtesy;
mod decided;
mod doubts;
mod draft;
mod family;
mod fathers;
mod finish;
mod fold;
mod full_names;
mod given_names;
mod groups;
mod kin_words;
mod long_apart;
mod married;
mod mention;
mod names;
mod near_spellings;
mod nicknames;
mod part_names;
mod past_partners;
mod profile;
mod said;
mod same_accused;
mod same_matter;
#[cfg(test)]
mod sketch;
mod spelling;
mod standpoint;
mod surname_nicknames;
#[cfg(test)]
mod tests;
mod variants;

use crate::model::{Bond, Decision, Entry, EntryId, EventKind, FrontSheet, Kin, Note, Person, PersonId, Reading, Role};
use chrono::NaiveDate;
use decided::Decided;
use draft::Table;
pub use fold::fold;
pub use names::Name as NameInParts;
pub use nicknames::{is_known as is_known_name, one_name as is_nickname, short_form};
use rustc_hash::FxHashMap;
pub use said::Said;
pub use spelling::may_be_misspelt;

/// Everyone in the case, and whom each mention means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The child first, then the front sheet's people, then others as they first appear.
    pub persons: Vec<Person>,
    /// For each entry, in the order given, whom each of its mentions means; none for groups and professionals.
    pub of: Vec<Vec<Option<PersonId>>>,
    /// For each entry whom each of its group mentions means; empty for any other mention.
    pub groups: Vec<Vec<Vec<PersonId>>>,
    /// Who is said to be kin of whom.
    pub kin: Vec<KinFact>,
    /// People who may be one, which nothing settles.
    pub maybe: Vec<MaybeSame>,
    /// Every decision that stands and could be applied, with the people it names, in its order.
    pub settled: Vec<Settled>,
    /// What a person should look at.
    pub notes: Vec<Note>,
}

/// "person is kin of of", and the entry that says so (`case.json` for the front sheet).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KinFact {
    /// Who.
    pub person: PersonId,
    /// Is what.
    pub kin: Kin,
    /// Of whom.
    pub of: PersonId,
    /// Where it is said.
    pub evidence: EntryId,
    /// The last day on which it can have been said; none for the front sheet.
    pub said_on: Option<NaiveDate>,
}

/// A decision and the people it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The decision.
    pub decision: Decision,
    /// Whom it names, in its order.
    pub people: Vec<PersonId>,
}

/// Two people who may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaybeSame {
    /// The one.
    pub a: PersonId,
    /// The other.
    pub b: PersonId,
    /// What speaks for one person.
    pub for_: Vec<String>,
    /// The one that is a mention which fits several people, where one is: nothing says which it means.
    pub unclear: Option<PersonId>,
    /// What speaks against it.
    pub against: Vec<String>,
    /// The entries that name them.
    pub evidence: Vec<EntryId>,
}

/// Puts people together from what the entries given say, whatever their order.
pub fn who(front: &FrontSheet, entries: &[&Entry], readings: &[&Reading], decisions: &[Decision]) -> People {
    let found: Vec<Option<&Reading>> =
        entries.iter().enumerate().map(|(at, entry)| choose::reading_of(at, &entry.id, readings)).collect();
    let said = |(entry, reading): (&&Entry, &Option<&Reading>)| {
        reading.map(|reading| Said::of(front, entry, reading)).unwrap_or_default()
    };
    let said: Vec<Said> = entries.iter().zip(&found).map(said).collect();
    who_said(front, entries, &found, &said.iter().collect::<Vec<_>>(), decisions)
}

/// The same, from what each entry was found to say.
pub fn who_said(
    front: &FrontSheet,
    entries: &[&Entry],
    readings: &[Option<&Reading>],
    said: &[&Said],
    decisions: &[Decision],
) -> People {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| &entries[*at].origin);
    let mut clues = Vec::new();
    let mut clue_of: Vec<Vec<Option<usize>>> = vec![Vec::new(); entries.len()];
    for at in order {
        clue_of[at] = said[at].lay(at, &mut clues);
    }
    let mut table = Table::new(front, entries, readings, clues, Decided::default());
    join(&mut table);
    let mut ids = finish::ids(&table);
    if decisions.iter().any(Decision::stands) {
        // Decisions name people as they were found without them: they are looked up first, and then win.
        let decided = Decided::of(decisions, &table, &ids);
        let clues = std::mem::take(&mut table.clues);
        table = Table::new(front, entries, readings, clues, decided);
        join(&mut table);
        ids = finish::ids(&table);
    }
    let turns = partnerships(&table);
    let id = |clue: Option<usize>| clue.and_then(|clue| ids.get(&table.of[clue]?).cloned());
    People {
        of: clue_of.iter().map(|clues| clues.iter().map(|clue| id(*clue)).collect()).collect(),
        groups: (0..entries.len())
            .map(|at| {
                let mentions = readings[at].map_or(&[][..], |reading| &reading.mentions);
                let group = |mention: &crate::model::Mention| {
                    if mention.naming != crate::model::Naming::Group {
                        return Vec::new();
                    }
                    let of = mention
                        .kin_of
                        .and_then(|of| clue_of[at].get(of).copied().flatten())
                        .and_then(|clue| table.of[clue]);
                    groups::members(&table, mention, of, at)
                        .into_iter()
                        .filter_map(|draft| ids.get(&draft).cloned())
                        .collect()
                };
                mentions.iter().map(group).collect()
            })
            .collect(),
        kin: finish::kin_facts(&table, &ids, &turns),
        maybe: finish::maybe(&table, &ids),
        persons: finish::persons(&table, &ids, readings),
        settled: finish::settled(&table, &ids, decisions),
        notes: table.decided.notes,
    }
}

/// Relationships that events begin or end: (person, of, entry, whether it is over).
fn partnerships(table: &Table) -> Vec<(usize, usize, usize, bool)> {
    let mut partners_of: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (person, kin, of, _) in table.stated() {
        if matches!(kin.steps[..], [step] if step.bond == Bond::Partner) {
            partners_of.entry(person).or_default().push(of);
        }
    }
    let mut turns = Vec::new();
    for (entry, reading) in table.readings.iter().enumerate() {
        for event in reading.iter().flat_map(|reading| &reading.events) {
            let over = match event.kind {
                EventKind::RelationshipEnded | EventKind::ContactEnded | EventKind::HouseholdLeft => true,
                EventKind::RelationshipBegan => false,
                _ => continue,
            };
            let who = |role| table.draft_of(entry, event.people.get(&role)?);
            let Some(person) = who(Role::Person) else { continue };
            // Whoever leaves the household, or is no longer in contact with it, is a partner no longer.
            let partners = partners_of.get(&person).into_iter().flatten();
            match (event.kind, who(Role::With)) {
                (EventKind::RelationshipEnded | EventKind::RelationshipBegan, Some(of)) if of != person => {
                    turns.push((person, of, entry, over));
                }
                (EventKind::ContactEnded | EventKind::HouseholdLeft, _) => {
                    turns.extend(partners.map(|of| (person, *of, entry, true)));
                }
                _ => {}
            }
        }
    }
    turns
}

/// Under this age the child is "the baby" of the record, in years.
const BABY: u32 = 2;

/// "The child" and "YP" mean the child whose record it is, once born, unless the entry speaks of another by name before.
fn the_child(table: &mut Table) {
    for clue in table.open() {
        let said = &table.clues[clue];
        let day = table.day_of(said.entry);
        let child = &table.drafts[0].profile;
        let unborn = day.is_some_and(|day| child.surely_unborn(day));
        let small = || day.is_some_and(|day| child.surely_under(BABY, day)) && !is_another_baby(table);
        let meant = match unborn {
            true => clue::is_the_unborn(&said.words) || clue::is_the_baby(&said.words),
            false => said.is_child || clue::is_the_baby(&said.words) && small(),
        };
        if meant && !said.is_named() {
            table.attach(clue, 0, "the child whose record it is");
        }
    }
}

/// Whether the front sheet lists somebody of the child's age or younger, who may be "the baby" as well.
fn is_another_baby(table: &Table) -> bool {
    let born = |person: &crate::model::FrontPerson| person.born.as_ref().map(|born| born.latest);
    table.front.people.iter().any(|other| born(other) >= born(&table.front.child) && other.born.is_some())
}

/// The order of evidence: names in full, then parts of names, then kin words, then whoever is left.
fn join(table: &mut Table) {
    past_partners::mark(table);
    the_child(table);
    full_names::join(table);
    table.rebuild_family();
    variants::merge(table);
    table.rebuild_family();
    married::join(table);
    married::join_at_birth(table);
    part_names::childs(table);
    kin_words::forebears(table);
    table.rebuild_family();
    part_names::singles(table, true);
    kin_words::forebears(table);
    table.rebuild_family();
    part_names::surnames(table);
    part_names::initials(table);
    courtesy::join(table);
    part_names::singles(table, false);
    table.apply_same();
    kin_words::join(table);
    variants::merge_placed(table);
    married::join(table);
    fathers::join(table);
    same_matter::pet_names(table);
    same_matter::unnamed(table);
    same_matter::sound_alike(table);
    surname_nicknames::ask(table);
    for clue in table.open() {
        if !table.clues[clue].professional {
            let unsure = table.clues[clue].indefinite;
            let draft = table.found(clue, "nobody is named");
            table.set_unsure(draft, unsure);
        }
    }
    same_accused::join(table);
    table.apply_same();
    courtesy::forget(table);
}
