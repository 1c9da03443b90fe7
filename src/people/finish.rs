//! People as the next floors see them, made of the drafts on the table.

use super::draft::{Draft, Table};
use super::fold::fold;
use super::{KinFact, MaybeSame, Settled};
use crate::model::{Bond, Decision, EntryId, JoinReason, Kin, Person, PersonId, Reading, Step};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Ids of the standing drafts, by index.
pub fn ids(table: &Table) -> BTreeMap<usize, PersonId> {
    let mut taken: BTreeSet<String> = table.front.everyone().map(|person| person.id.0.clone()).collect();
    let mut unnamed = 0;
    // The next number to try for each name that is taken.
    let mut next: FxHashMap<String, usize> = FxHashMap::default();
    let mut ids = BTreeMap::new();
    for (at, draft) in table.standing() {
        let id = match draft.front.and_then(|place| table.front.everyone().nth(place)) {
            Some(person) => person.id.0.clone(),
            None => {
                let slug = name_of(draft).map(|name| fold(&name).replace(' ', "-")).filter(|slug| !slug.is_empty());
                let wanted = slug.unwrap_or_else(|| {
                    unnamed += 1;
                    format!("unnamed-{unnamed}")
                });
                free(wanted, &taken, &mut next)
            }
        };
        taken.insert(id.clone());
        ids.insert(at, PersonId(id));
    }
    ids
}

/// The wanted id, or the first of it with a number behind that is not taken.
fn free(wanted: String, taken: &BTreeSet<String>, next: &mut FxHashMap<String, usize>) -> String {
    if !taken.contains(&wanted) {
        return wanted;
    }
    let nth = next.entry(wanted.clone()).or_insert(2);
    loop {
        let id = format!("{wanted}-{nth}");
        *nth += 1;
        if !taken.contains(&id) {
            return id;
        }
    }
}

/// The fullest name of somebody who is not on the front sheet.
fn name_of(draft: &Draft) -> Option<String> {
    let profile = &draft.profile;
    let longest = profile
        .names
        .iter()
        .max_by_key(|name| (name.first().chars().count() > 1, std::cmp::Reverse(name.written.as_str())));
    let full = profile.names.first().filter(|name| name.first().chars().count() > 1).or(longest);
    full.map(|name| name.written.clone())
        .or_else(|| {
            profile.singles.iter().max_by_key(|name| name.chars().count()).map(|name| super::names::title_case(name))
        })
        .or_else(|| draft.titled.clone())
        .or_else(|| profile.surnames.iter().map(|(_, surname)| super::names::title_case(surname)).next())
        .or_else(|| profile.initials.iter().map(|letters| letters.to_uppercase()).next())
}

/// The people, in the order of the front sheet and then of their first entry.
pub fn persons(table: &Table, ids: &BTreeMap<usize, PersonId>, readings: &[Option<&Reading>]) -> Vec<Person> {
    table.standing().map(|(at, draft)| person(table, draft, &ids[&at], readings)).collect()
}

fn person(table: &Table, draft: &Draft, id: &PersonId, readings: &[Option<&Reading>]) -> Person {
    let listed = draft.front.and_then(|place| table.front.everyone().nth(place));
    let name = listed.map(|listed| listed.name.clone()).or_else(|| name_of(draft));
    let named = name.is_some();
    let name = name.or_else(|| draft.words.clone()).unwrap_or_default();
    let mut reasons = Vec::new();
    if let Some(listed) = listed {
        reasons.push(JoinReason { mention: listed.name.clone(), entry: None, because: "on the front sheet".into() });
    }
    let mut mentions = Vec::new();
    let mut clues = draft.clues.clone();
    clues.sort_by_key(|(clue, _)| *clue);
    for (clue, because) in &clues {
        let clue = &table.clues[*clue];
        let Some(entry) = table.entries.get(clue.entry).map(|entry| entry.id.clone()) else { continue };
        let said = readings.get(clue.entry).copied().flatten();
        for index in &clue.mentions {
            if let Some(mention) = said.and_then(|said| said.mentions.get(*index)) {
                mentions.push((entry.clone(), mention.text.clone()));
            }
        }
        reasons.push(JoinReason { mention: clue.words.clone(), entry: Some(entry), because: because.clone() });
    }
    Person {
        id: id.clone(),
        also_known_as: also(draft, listed.map_or(&[][..], |listed| &listed.also_known_as), &name),
        name,
        born: draft.profile.born.clone(),
        born_between: draft.profile.born_between,
        died: listed.and_then(|listed| listed.died.clone()),
        sex: draft.profile.sex,
        nhs_number: draft.profile.nhs_number.clone(),
        on_front_sheet: draft.front.is_some(),
        named,
        mentions,
        reasons,
    }
}

/// Every other name, the front sheet's own wording first.
fn also(draft: &Draft, listed: &[String], name: &str) -> Vec<String> {
    let full = draft.profile.names.iter().map(|name| name.written.clone());
    let single = draft.profile.singles.iter().map(|single| super::names::title_case(single));
    let first = |other: &str| fold(name).split(' ').any(|word| word == other);
    let mut seen = BTreeSet::from([fold(name)]);
    listed
        .iter()
        .cloned()
        .chain(full)
        .chain(single.filter(|single| !first(&fold(single))))
        .filter(|other| seen.insert(fold(other)))
        .collect()
}

/// Who is said to be kin of whom, and where. An event that begins or ends a relationship says so too.
pub fn kin_facts(
    table: &Table,
    ids: &BTreeMap<usize, PersonId>,
    ended: &[(usize, usize, usize, bool)],
) -> Vec<KinFact> {
    let sheet = table.front_facts.iter().cloned().map(|(person, kin, of)| (person, kin, of, None));
    let stated = table.stated().map(|(person, kin, of, clue)| (person, kin.clone(), of, Some(table.clues[clue].entry)));
    let decided = table.decided_facts().into_iter().filter_map(|(person, kin, of, _)| {
        let evidence = EntryId("decisions.json".into());
        Some(KinFact { person: ids.get(&person)?.clone(), kin, of: ids.get(&of)?.clone(), evidence, said_on: None })
    });
    let turns = ended.iter().map(|(person, of, entry, former)| {
        let step = Step { bond: Bond::Partner, sex: table.drafts[*person].profile.sex, former: *former };
        (*person, Kin { steps: vec![step] }, *of, Some(*entry))
    });
    let fact = |(person, kin, of, entry): (usize, Kin, usize, Option<usize>)| {
        let said_on = entry.and_then(|entry| table.day_of(entry));
        let evidence = match entry {
            Some(entry) => table.entries.get(entry)?.id.clone(),
            None => EntryId("case.json".into()),
        };
        Some(KinFact { person: ids.get(&person)?.clone(), kin, of: ids.get(&of)?.clone(), evidence, said_on })
    };
    decided.chain(sheet.chain(stated).chain(turns).filter_map(fact)).collect()
}

/// The decisions that were applied, with the people they name.
pub fn settled(table: &Table, ids: &BTreeMap<usize, PersonId>, decisions: &[Decision]) -> Vec<Settled> {
    let people = |decision: &Decision| {
        let named = table.decided.named.get(&decision.number)?;
        let people =
            named.iter().map(|anchor| ids.get(&table.anchored(*anchor)?).cloned()).collect::<Option<Vec<_>>>()?;
        Some(Settled { decision: decision.clone(), people })
    };
    decisions.iter().filter_map(people).collect()
}

/// What may be but is not sure.
pub fn maybe(table: &Table, ids: &BTreeMap<usize, PersonId>) -> Vec<MaybeSame> {
    let entries = |draft: usize| {
        let clues = table.drafts[draft].clues.iter();
        clues.filter_map(|(clue, _)| Some(table.entries.get(table.clues[*clue].entry)?.id.clone()))
    };
    // What fits many people says nothing of any one of them.
    let vague = |draft: usize| table.drafts[draft].unsure && table.doubts.of(draft) > 2;
    table
        .doubts
        .standing()
        .filter(|doubt| !vague(doubt.a) && !vague(doubt.b))
        .filter_map(|doubt| {
            let (a, b) = (ids.get(&doubt.a)?.clone(), ids.get(&doubt.b)?.clone());
            let against = table.forbidden(doubt.a, doubt.b).into_iter().collect();
            let evidence: BTreeSet<EntryId> = entries(doubt.a).chain(entries(doubt.b)).collect();
            let unsure = [doubt.a, doubt.b].into_iter().find(|draft| table.drafts[*draft].unsure);
            let unclear = unsure.and_then(|draft| ids.get(&draft).cloned());
            Some(MaybeSame {
                a,
                b,
                unclear,
                for_: vec![doubt.for_.to_owned()],
                against,
                evidence: evidence.into_iter().collect(),
            })
        })
        .collect()
}
