//! Sentences and choices that several rules share.

use crate::history::History;
use crate::model::{Bond, Entry, EntryId, FrontPerson, Kin, PersonId, Step, TieKind};
use crate::relations::Allegation;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// "Raymond Sleight (maternal uncle)". Whoever a child calls a boyfriend is not called the child's partner.
pub fn called(history: &History<'_>, person: &PersonId) -> String {
    let name = history.name(person);
    match history.kin_to_child.get(person) {
        Some(kin) if !is_childs_own_partner(kin) && !name.eq_ignore_ascii_case(&kin.words()) => {
            format!("{name} ({})", kin.words())
        }
        _ => name.to_owned(),
    }
}

/// "alleged perpetrator", or "convicted" and "found in the family court" where that is recorded.
pub fn standing(allegation: &Allegation<'_>) -> &'static str {
    if allegation.is_proved() { allegation.status().words() } else { "alleged" }
}

/// Ids in the order given, each once.
pub fn cite<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<EntryId> {
    let mut seen: FxHashSet<&EntryId> = FxHashSet::default();
    entries.into_iter().map(|entry| &entry.id).filter(|id| seen.insert(id)).cloned().collect()
}

/// "15 June 2010" for an entry, or "undated".
pub fn dated(entry: &Entry) -> String {
    entry.when.as_ref().map_or_else(|| "undated".to_owned(), |when| when.written.clone())
}

/// "a", "a and b", "a, b and c".
pub fn list(words: &[impl AsRef<str>]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The words of everybody's names, in lower case.
pub fn words_of_names(history: &History<'_>) -> BTreeSet<String> {
    let named = history.people.persons.iter().filter(|one| one.named);
    named.flat_map(|one| std::iter::once(&one.name).chain(&one.also_known_as)).flat_map(|name| parts(name)).collect()
}

/// The words of a name, in lower case and without the marks around them.
pub fn parts(name: &str) -> impl Iterator<Item = String> {
    let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    name.split_whitespace().map(bare)
}

/// Whether a person belongs to the child's family or has ever lived in the child's household: the wide sense that
/// practice uses (any relative by blood, adoption, marriage or partnership, any household member, any foster family).
pub fn is_familial(history: &History<'_>, person: &PersonId) -> bool {
    let kin = history.kin_to_child.get(person).is_some_and(is_family);
    let said = history.front.people.iter().any(|one| one.id == *person && one.lives_with_child == Some(true));
    kin || said || lodges_at_home(history, person) || lived_with_child(history, person)
}

/// Whether they lodge in the child's home: "the lodger", or the lodger of somebody with whom the child may live.
fn lodges_at_home(history: &History<'_>, person: &PersonId) -> bool {
    let Some(kin) = history.kin_to_child.get(person) else { return false };
    let Some((Step { bond: Bond::Lodger, .. }, host)) = kin.steps.split_last() else { return false };
    let hosts = |one: &FrontPerson| {
        one.lives_with_child != Some(false) && history.kin_to_child.get(&one.id).is_some_and(|kin| kin.steps == host)
    };
    host.is_empty() || history.front.people.iter().any(hosts)
}

/// Whether a path leads only over family: friends, neighbours and lodgers are none, nor is whoever a child calls a
/// boyfriend.
pub fn is_family(kin: &Kin) -> bool {
    !is_childs_own_partner(kin)
        && kin
            .steps
            .iter()
            .all(|step| !matches!(step.bond, Bond::Friend | Bond::Neighbour | Bond::Lodger | Bond::Unrelated))
}

fn is_childs_own_partner(kin: &Kin) -> bool {
    matches!(kin.steps.as_slice(), [step] if step.bond == Bond::Partner)
}

/// Whether an entry ever puts them in one household with the child, or with someone who lives with the child.
fn lived_with_child(history: &History<'_>, person: &PersonId) -> bool {
    let child = &history.front.child.id;
    let at_home = |id: &PersonId| {
        id == child || history.front.people.iter().any(|one| one.id == *id && one.lives_with_child == Some(true))
    };
    let shared = history.ties.iter().filter(|tie| tie.kind == TieKind::Household);
    shared
        .into_iter()
        .any(|tie| (tie.person == *person && at_home(&tie.of)) || (tie.of == *person && at_home(&tie.person)))
}

/// Whether an allegation is this family's history: its alleged perpetrator is in the child's family, household or
/// contact, or its alleged victim is in the child's family or household.
pub fn is_of_this_family(history: &History<'_>, allegation: &Allegation<'_>) -> bool {
    let victim = allegation.victim.as_ref();
    let near = |person: &PersonId| *person == history.front.child.id || is_familial(history, person);
    near(&allegation.perpetrator) || victim.is_some_and(near) || in_contact(history, &allegation.perpetrator)
}

fn in_contact(history: &History<'_>, person: &PersonId) -> bool {
    history.ties.iter().any(|tie| tie.person == *person && tie.of == history.front.child.id)
}
