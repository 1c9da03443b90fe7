//! Gathers what the pass goes by: who has a name, which words were sent, what stands in each cell.

use super::anonymous::{self, Told};
use super::apply::Cells;
use super::bodies::Bodies;
use super::cast::{Member, numbered};
use super::leak::Secrets;
use super::mentioned;
use super::redactor::{Instead, Kind, Redactor, Span};
use super::{cast, professionals, roles, third_parties, words};
use crate::account::Account;
use crate::history::{History, Record};
use crate::model::{EntryId, Person, PersonId};
use crate::reading::is_ordinary;
use std::collections::{BTreeMap, BTreeSet};

/// Everyone who has a name, and what is said instead of those whose names an edition leaves out.
pub fn cast(whole: bool, record: &Record<'_>, history: &History<'_>, account: &Account) -> Vec<Member> {
    let instead = if whole { roles::roles(history) } else { reduced(record, history, account) };
    let named = names(history);
    let persons = &history.people.persons;
    let bodies = super::bodies::words(record);
    let mut cast: Vec<Member> = persons.iter().map(|person| member(person, &named, instead.get(&person.id))).collect();
    for (member, _) in cast.iter_mut().zip(persons).filter(|(_, person)| !person.on_front_sheet) {
        // A town in the names of several agencies, read as if it were somebody's name.
        if matches!(&cast::parts(&member.name)[..], [word] if bodies.contains(word) && !crate::reading::is_given_name(word))
        {
            (member.name, member.others, member.instead) = (String::new(), Vec::new(), None);
        }
    }
    let later = later(whole, record, history, &cast);
    cast.extend(later);
    let family: BTreeSet<String> = cast.iter().flat_map(Member::singles).collect();
    let professionals = professionals::professionals(record, history, &family);
    let stay = |member: Member| Member { instead: member.instead.filter(|_| whole), ..member };
    cast.extend(professionals.into_iter().map(stay));
    cast
}

fn member(person: &Person, named: &BTreeMap<&PersonId, BTreeSet<String>>, instead: Option<&Instead>) -> Member {
    let others = person.also_known_as.iter().chain(named.get(&person.id).into_iter().flatten());
    let name = if person.named { person.name.clone() } else { String::new() };
    // Words such as "an older male" name nobody, and stay; "Ms Hartley's brother" does not.
    let shown = person.named || cast::parts(&person.name).iter().any(|part| !is_ordinary(part));
    Member {
        id: Some(person.id.clone()),
        name,
        others: others.filter(|_| person.named).cloned().collect(),
        born: person.born.clone(),
        instead: instead.filter(|_| shown).cloned(),
    }
}

/// The third parties of a referral under what each is.
fn reduced(record: &Record<'_>, history: &History<'_>, account: &Account) -> BTreeMap<PersonId, Instead> {
    let found = third_parties::third_parties(history, account, &professionals::staff(record));
    let kinds = history.people.persons.iter().enumerate();
    let kinds = kinds.filter_map(|(at, person)| {
        let kind = *found.get(&person.id)?;
        let (one, many) = called(kind);
        Some((at, one, many, kind))
    });
    let numbered = numbered(kinds.collect());
    numbered.into_iter().map(|(at, instead)| (history.people.persons[at].id.clone(), instead)).collect()
}

/// What somebody of a kind is called where there is one of them, and where there are several.
fn called(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::OtherChild => ("another child", "other child"),
        Kind::Neighbour => ("a neighbour", "neighbour"),
        Kind::Reporter => ("a person who reported", "person who reported"),
        _ => ("another person", "other person"),
    }
}

/// Every name by which the entries mention each person.
fn names<'h>(history: &'h History<'_>) -> BTreeMap<&'h PersonId, BTreeSet<String>> {
    let mut found: BTreeMap<&PersonId, BTreeSet<String>> = BTreeMap::new();
    for (whom, reading) in history.people.of.iter().zip(&history.readings) {
        for (id, mention) in whom.iter().zip(&reading.mentions) {
            let spelt = mentioned::name(mention)
                .filter(|name| words::words(name).iter().any(|word| word.folded.chars().count() > 1));
            if let (Some(id), Some(name)) = (id, spelt) {
                let here = found.entry(id).or_default();
                here.insert(name);
                here.extend(mention.also.iter().cloned());
            }
        }
    }
    found
}

/// Names in rows that were not yet known on the day of the report: they are in the chronology all the same.
fn later(whole: bool, record: &Record<'_>, history: &History<'_>, cast: &[Member]) -> Vec<Member> {
    let known: BTreeSet<&EntryId> = history.entries.iter().map(|entry| &entry.id).collect();
    let mut borne: BTreeSet<String> = cast.iter().flat_map(Member::singles).collect();
    let rows = record.entries.iter().zip(&record.readings).filter(|(entry, _)| !known.contains(&entry.id));
    let mentions = rows.flat_map(|(_, reading)| &reading.mentions).filter(|mention| !mention.professional);
    let mut found = Vec::new();
    for name in mentions.filter_map(mentioned::name) {
        let words = if whole { "name" } else { "another person" };
        let kind = if whole { Kind::Unplaced } else { Kind::OtherPerson };
        let member =
            Member { id: None, name, others: Vec::new(), born: None, instead: Some(Instead::person(words, kind)) };
        let singles = member.singles();
        if !singles.is_empty() && !singles.iter().any(|word| borne.contains(word)) {
            borne.extend(singles);
            found.push(member);
        }
    }
    found
}

/// Everything that was sent, as text: cells, what stands above the headers, rows set aside.
pub fn texts<'r>(record: &'r Record<'_>) -> Vec<&'r str> {
    let cells = record.entries.iter().flat_map(|entry| entry.cells.iter().map(|cell| cell.text.as_str()));
    let sent = record.case.returns.iter();
    let around = sent.flat_map(|sent| sent.preamble.iter().chain(sent.set_aside.iter().map(|row| &row.text)));
    let front = record.case.front.agencies.iter().flat_map(|agency| agency.names_searched.iter().flatten());
    cells.chain(around.map(String::as_str)).chain(front.map(String::as_str)).collect()
}

/// The words of all texts, folded.
pub fn words(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().flat_map(|text| words::words(text)).map(|word| word.folded).collect()
}

/// What each person whose name is left out is called.
pub fn said_instead(cast: &[Member]) -> BTreeMap<PersonId, Instead> {
    cast.iter().filter_map(|member| Some((member.id.clone()?, member.instead.clone()?))).collect()
}

/// Where a role and the tie that the rules add behind a name say one thing.
pub fn twice(history: &History<'_>, cast: &[Member]) -> Vec<(String, String)> {
    let tied = cast.iter().filter_map(|member| {
        let (instead, kin) = (member.instead.as_ref()?, history.kin_to_child.get(member.id.as_ref()?)?);
        Some((format!("{} ({})", instead.words, kin.words()), instead.words.clone()))
    });
    tied.collect()
}

/// Ids made from what is said instead; and a number for somebody who stays, where the id has something in it that is left
/// out: another's name, or a web address.
pub fn ids(cast: &[Member], secrets: &Secrets) -> BTreeMap<PersonId, PersonId> {
    let slug = |words: &str| words::words(words).into_iter().map(|word| word.folded).collect::<Vec<_>>().join("-");
    let other = |(at, member): (usize, &Member)| {
        let id = member.id.clone()?;
        let other = match &member.instead {
            Some(instead) => slug(&instead.words),
            None if secrets.survivors(&id.0).is_empty() => return None,
            None => format!("id-left-out-{}", at + 1),
        };
        Some((id, PersonId(other)))
    };
    cast.iter().enumerate().filter_map(other).collect()
}

/// Bodies under other names are called so in running words too.
pub fn name_bodies(bodies: &Bodies, redactor: &mut Redactor) {
    for (name, other) in &bodies.names {
        let phrase: Vec<String> = words::words(name).into_iter().map(|word| word.folded).collect();
        if phrase.len() > 1 {
            let instead = Instead::person(other.clone(), Kind::Body);
            redactor.phrases.entry(phrase[0].clone()).or_default().push((phrase, instead));
        }
    }
}

/// The entries in which somebody asked not to be named.
pub fn anonymous(record: &Record<'_>, history: &History<'_>) -> Vec<(EntryId, Told)> {
    let whom: BTreeMap<&EntryId, &Vec<Option<PersonId>>> =
        history.entries.iter().map(|entry| &entry.id).zip(&history.people.of).collect();
    let rows = record.entries.iter().zip(&record.readings);
    let nobody = Vec::new();
    rows.filter_map(|(entry, reading)| {
        let whom = whom.get(&entry.id).copied().unwrap_or(&nobody);
        Some((entry.id.clone(), anonymous::told(entry, reading, whom, &record.case.front.child.id)?))
    })
    .collect()
}

/// Each entry's cells after the pass, counted.
pub fn cells(
    record: &Record<'_>,
    history: &History<'_>,
    cast: &[Member],
    anonymous: &[(EntryId, Told)],
    redactor: &Redactor,
) -> BTreeMap<EntryId, Cells> {
    let instead = said_instead(cast);
    let place: BTreeMap<&EntryId, usize> =
        history.entries.iter().enumerate().map(|(at, entry)| (&entry.id, at)).collect();
    let told: BTreeMap<&EntryId, &Told> = anonymous.iter().map(|(id, told)| (id, told)).collect();
    let mut found = BTreeMap::new();
    for entry in &record.entries {
        let mut known: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for (cell, span) in told.get(&entry.id).into_iter().flat_map(|told| &told.spans) {
            known.entry(*cell).or_default().push(span.clone());
        }
        if let Some(at) = place.get(&entry.id) {
            for (id, mention) in history.people.of[*at].iter().zip(&history.readings[*at].mentions) {
                let words = id.as_ref().and_then(|id| instead.get(id));
                let text = entry.cells.get(mention.cell).map_or("", |cell| cell.text.as_str());
                let span = words.and_then(|words| mentioned::span(entry.cells.get(mention.cell)?, mention, words));
                let span = span.filter(|span| !redactor.is_plainly_a_word(text, span));
                known.entry(mention.cell).or_default().extend(span);
            }
        }
        let after = entry.cells.iter().enumerate().map(|(at, cell)| {
            let known = known.get(&at).map_or(&[][..], Vec::as_slice);
            (cell.text.clone(), redactor.counted(&cell.text, known), cell.meaning.is_told())
        });
        found.insert(entry.id.clone(), after.collect());
    }
    found
}
