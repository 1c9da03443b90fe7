//! Services: what each member of the family used, health, and who was asked for this chronology.

use super::{Filled, Source, known, quotation, quoted};
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::words::{called, is_family, list};
use crate::model::{Answer, EventKind, PersonId, Role};
use crate::relations::Happening;
use crate::report::plain;

/// How many quotations stand under an item.
const QUOTED: usize = 5;

/// Every service that an entry refers a member of the family to, begins or ends.
pub fn used(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let child = &history.front.child.id;
    let family = |id: &PersonId| id == child || history.kin_to_child.get(id).is_some_and(is_family);
    let kinds = [EventKind::ServiceReferral, EventKind::ServiceStart, EventKind::ServiceEnd];
    let mut filled = Filled::default();
    // The police and social care close cases, not services.
    let closes_case = |one: &Happening<'_>| {
        let sector = sector_by_id(history, &one.entry.agency);
        one.event.kind == EventKind::ServiceEnd && matches!(sector, Sector::Police | Sector::SocialCare)
    };
    let told = history.happenings.iter().filter(|one| kinds.contains(&one.event.kind) && !closes_case(one));
    for one in told {
        let whom = one.who(Role::Person).unwrap_or(child);
        if family(whom) {
            let told = quotation(history, one.entry, &one.event.words);
            let words = format!("{}: {}. {told}", called(history, whom), plain::kind(one.event.kind));
            filled.known.push(known(words, [one.entry.id.clone()]));
        }
    }
    let shown = |id: &PersonId| {
        let of = |one: &&Happening<'_>| kinds.contains(&one.event.kind) && one.who(Role::Person) == Some(id);
        history.happenings.iter().any(|one| of(&one))
    };
    let home = history.front.people.iter().filter(|one| one.lives_with_child == Some(true));
    let silent: Vec<String> = home.filter(|one| !shown(&one.id)).map(|one| called(history, &one.id)).collect();
    if !silent.is_empty() {
        filled.unknown.push(format!("which services {} used or waited for", list(&silent)));
    }
    filled
}

const MENTAL_HEALTH: &[&str] = &[
    "camhs",
    "self-harm",
    "self harm",
    "self-harmed",
    "suicid",
    "overdose",
    "anxiety",
    "anxious",
    "depress",
    "flashback",
    "nightmares",
    "ptsd",
    "mental health",
];

/// What entries say of mental health.
pub fn mental_health(source: Source<'_, '_>) -> Filled {
    let found = quoted(source.history, MENTAL_HEALTH, QUOTED);
    let unknown = found.is_empty().then(|| "whether there is self-harm or another mental health need".to_owned());
    Filled { known: found.into_iter().map(|(known, _)| known).collect(), unknown: unknown.into_iter().collect() }
}

/// What entries say of sexual health and medical examination.
pub fn sexual_health(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let mut filled = Filled::default();
    for one in history.happenings.iter().filter(|one| one.event.kind == EventKind::SexualHealth) {
        let fact = known(quotation(history, one.entry, &one.event.words), [one.entry.id.clone()]);
        if !filled.known.iter().any(|other| other.words == fact.words) {
            filled.known.push(fact);
        }
    }
    if filled.known.is_empty() {
        filled.unknown.push("whether a medical examination or sexual health advice was offered".to_owned());
    }
    filled
}

/// Who was asked for this chronology, and who has not answered.
pub fn agencies(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let mut filled = Filled::default();
    for agency in &history.front.agencies {
        let sent: Vec<_> = history.returns.iter().filter(|one| one.agency == agency.id).collect();
        let rows: usize = sent.iter().map(|one| one.rows).sum();
        let asked =
            agency.asked_on.as_ref().map_or_else(String::new, |when| format!(", asked on {}", plain::when(when)));
        match agency.outcome {
            _ if !sent.is_empty() => {
                filled.known.push(known(format!("{}{asked}: {}.", agency.name, plain::count(rows, "row", "rows")), []));
            }
            Some(Answer::NothingKnown) => {
                let names = agency.names_searched.as_deref().unwrap_or_default();
                let searched = if names.is_empty() {
                    "names searched not given".to_owned()
                } else {
                    format!("searched {}", list(names))
                };
                filled
                    .known
                    .push(known(format!("{}{asked}: answered that nothing is known ({searched}).", agency.name), []));
            }
            _ => filled.unknown.push(format!("what {} holds; it has not answered{asked}", agency.name)),
        }
    }
    filled
}
