//! Decisions, told: what was decided, by whom, when, why, and whether it was applied.

use super::plain;
use crate::account::{DecisionAccount, SignedAccount};
use crate::findings::words::list;
use crate::history::{History, Record};
use crate::model::{Decision, Note, PersonId, Ruling, Signature, Whom};

/// Every decision in the order of `decisions.json`, those taken back too. `notes` are those of this history.
pub fn decisions(record: &Record<'_>, history: &History<'_>, notes: &[Note]) -> Vec<DecisionAccount> {
    let told = record.case.decisions.iter().map(|decision| {
        let at = format!("decisions.json, number {}", decision.number);
        let settled = history.people.settled.iter().find(|one| one.decision.number == decision.number);
        let ended = match decision.ruling {
            Ruling::ContactEnded { ended, .. } => Some(ended),
            _ => None,
        };
        DecisionAccount {
            number: decision.number,
            kind: kind(&decision.ruling),
            words: plain::capital(&ruled(history, &decision.ruling)),
            people: settled.map(|one| one.people.clone()).unwrap_or_default(),
            ended,
            signed: signature(&decision.signed),
            taken_back: decision.taken_back.as_ref().map(signature),
            applied: decision.stands() && !notes.iter().any(|note| note.at == at),
        }
    });
    told.collect()
}

/// "3: Mick and Michael Doyle are one person (A Reilly, 2 June 2025: asked the grandmother)".
pub fn decided(history: &History<'_>, decision: &Decision) -> String {
    let back = decision.taken_back.as_ref().map_or(String::new(), |one| format!("; taken back by {}", signed(one)));
    format!("{}: {} ({}){back}", decision.number, ruled(history, &decision.ruling), signed(&decision.signed))
}

/// "A Reilly, 2 June 2025: asked the grandmother".
fn signed(signature: &Signature) -> String {
    let why = signature.why.as_ref().map_or(String::new(), |why| format!(": {why}"));
    format!("{}, {}{why}", signature.by, plain::day(signature.on))
}

fn signature(signature: &Signature) -> SignedAccount {
    SignedAccount { by: signature.by.clone(), on: signature.on, why: signature.why.clone() }
}

fn kind(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Same(..) => "same",
        Ruling::NotTheSame(..) => "not-the-same",
        Ruling::Relation { .. } => "relation",
        Ruling::ContactEnded { .. } => "contact-ended",
        Ruling::FindingLookedAt { .. } => "finding-looked-at",
    }
}

fn ruled(history: &History<'_>, ruling: &Ruling) -> String {
    let name = |whom: &Whom| match (&whom.entry, &whom.words) {
        (Some(entry), Some(words)) => format!("“{words}” in {entry}"),
        _ => history.name(&PersonId(whom.person.clone())).to_owned(),
    };
    match ruling {
        Ruling::Same(a, b) => format!("{} and {} are one person", name(a), name(b)),
        Ruling::NotTheSame(a, b) => format!("{} and {} are two people", name(a), name(b)),
        Ruling::Relation { person, relation, of } => format!("{} is {relation} of {}", name(person), name(of)),
        Ruling::ContactEnded { person, with, ended } => {
            format!("contact between {} and {} ended on {}", name(person), name(with), plain::day(*ended))
        }
        Ruling::FindingLookedAt { rule, people, agency, .. } => {
            let names: Vec<String> = people.iter().map(name).chain(agency.iter().map(|id| id.0.clone())).collect();
            let about = if names.is_empty() { String::new() } else { format!(" about {}", list(&names)) };
            format!("{rule}{about} has been looked at")
        }
    }
}
