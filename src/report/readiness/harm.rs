//! What is alleged, what became of it, and who is in contact.

use super::{Filled, Source, known, quotation};
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::rules::allegation_in_words;
use crate::findings::words::{called, cite, is_of_this_family};
use crate::findings::{bodies, course};
use crate::history::History;
use crate::model::{EventKind, Manner, PersonId, Role};
use crate::relations::{Allegation, Step};
use crate::report::plain;
use std::collections::BTreeSet;

fn of_family<'s, 'a>(history: &'s History<'a>) -> impl Iterator<Item = &'s Allegation<'a>> {
    history.allegations.iter().filter(|one| is_of_this_family(history, one))
}

fn alleged<'s>(history: &'s History<'_>) -> BTreeSet<&'s PersonId> {
    of_family(history).map(|one| &one.perpetrator).collect()
}

/// Every allegation of this family, with when and to whom where the words say.
pub fn allegations(source: Source<'_, '_>) -> Filled {
    let mut filled = Filled::default();
    for one in of_family(source.history) {
        let quotes = |label: &str, all: &[course::Quote<'_>]| {
            all.first().map_or_else(String::new, |quote| format!(" {label}: “{}”.", quote.words))
        };
        let (happened, told) = (course::happened(one), course::told_to(one));
        let who = called(source.history, &one.perpetrator);
        if happened.is_empty() {
            filled.unknown.push(format!("when what is alleged against {who} is said to have happened"));
        }
        let words = allegation_in_words(source.history, one);
        filled.known.push(known(
            format!("{words}{}{}", quotes("When", &happened), quotes("Told", &told)),
            cite(one.said.iter().map(|step| step.entry)),
        ));
    }
    if filled.known.is_empty() {
        filled
            .unknown
            .push("whether anybody has alleged sexual abuse; the returns supplied show no allegation".to_owned());
    }
    filled
}

/// Every outcome by body and scheme; each allegation without one is unknown.
pub fn outcomes(source: Source<'_, '_>) -> Filled {
    let mut filled = Filled::default();
    for one in of_family(source.history) {
        let who = called(source.history, &one.perpetrator);
        if one.outcomes.is_empty() {
            filled.unknown.push(format!("what became of the allegation against {who}"));
        }
        filled.known.extend(one.outcomes.iter().map(|step| {
            let words = format!("{who}: {}.", outcome(source.history, step));
            known(words, [step.entry.id.clone()])
        }));
    }
    filled
}

fn outcome(history: &History<'_>, step: &Step<'_>) -> String {
    let decided = bodies::decided(history, step);
    let body = match (&decided.body, &decided.scheme) {
        (Some(body), Some(scheme)) => format!(" ({body}, {scheme})"),
        (Some(body), None) => format!(" ({body})"),
        _ => " (an event, no outcome)".to_owned(),
    };
    let which = if decided.ask.is_some() { "; which police outcome it stands for is not said" } else { "" };
    format!(
        "{}{body}{which}. {}",
        step.status.words(),
        quotation(history, step.entry, step.words.trim_end_matches('.'))
    )
}

/// Each alleged person: name, birth, relation.
pub fn persons(source: Source<'_, '_>) -> Filled {
    let mut filled = Filled::default();
    for id in alleged(source.history) {
        let Some(person) = source.history.person(id) else { continue };
        let who = called(source.history, id);
        let born = person.born.as_ref().map(|born| format!(", born {}", plain::edtf(&born.edtf)));
        if born.is_none() {
            filled.unknown.push(format!("the date of birth of {who}"));
        }
        if !source.history.kin_to_child.contains_key(id) {
            filled.unknown.push(format!("what {who} is to the child"));
        }
        let entries = person.mentions.iter().map(|(entry, _)| entry.clone()).take(1);
        filled.known.push(known(format!("{who}{}.", born.unwrap_or_default()), entries));
    }
    filled
}

/// How each alleged person stands to the child today, and what is last shown.
pub fn contact(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let mut filled = Filled::default();
    for id in alleged(history) {
        let who = called(history, id);
        let of = |rule: &str| {
            let about = |one: &&crate::findings::Finding| one.people.get("alleged_perpetrator") == Some(id);
            source.findings.iter().filter(|one| one.rule == rule).find(about)
        };
        let Some(finding) = of("perpetrator-in-contact") else {
            let decided = of("prior-familial-csa").and_then(|one| one.decisions.last());
            let words = decided.map_or_else(|| plain::NO_ROUTE.to_owned() + ".", |here| here.words.clone());
            filled.known.push(known(format!("{who}: {words}"), []));
            continue;
        };
        filled.known.push(known(finding.headline.clone(), finding.evidence.last().cloned()));
        let last = history
            .happenings
            .iter()
            .rev()
            .find(|one| one.event.kind == EventKind::Contact && one.is(Role::Person, id));
        if let Some(last) = last {
            let manner = last.event.manner.map_or("not said how", plain::manner);
            let words =
                format!("{who}: contact last shown, {manner}. {}", quotation(history, last.entry, &last.event.words));
            filled.known.push(known(words, [last.entry.id.clone()]));
        }
        if last.is_none_or(|last| last.event.manner != Some(Manner::Supervised)) {
            filled.unknown.push(format!("whether {who} sees the child today, and who else is there"));
        }
    }
    filled
}

/// Whether police and children's services each have an entry that speaks of the allegations.
pub fn reported(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let mut filled = Filled::default();
    for one in of_family(history) {
        let who = called(history, &one.perpetrator);
        for (wanted, name) in [(Sector::Police, "police"), (Sector::SocialCare, "children's services")] {
            let step =
                one.said.iter().chain(&one.outcomes).find(|step| sector_by_id(history, &step.entry.agency) == wanted);
            match step {
                Some(step) => filled.known.push(known(
                    format!(
                        "The allegation against {who} is known to {name}. {}",
                        quotation(history, step.entry, step.words)
                    ),
                    [step.entry.id.clone()],
                )),
                None => filled.unknown.push(format!("whether {name} know of the allegation against {who}")),
            }
        }
    }
    filled
}
