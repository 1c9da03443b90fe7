//! What a specialist service asks of a referral, each item filled from entries, or unknown with whom to ask.
//!
//! The items are those that services ask for in common (what is alleged, outcomes, contact, proceedings, services used,
//! a safe adult, siblings, consent); they follow no named service's form.

mod child;
mod harm;
mod services;

use super::account::{KnownAccount, ReadinessAccount};
use super::plain;
use crate::findings::Finding;
use crate::findings::agencies::{Sector, sector};
use crate::findings::told::{says, sentences};
use crate::findings::words::{dated, list};
use crate::history::History;
use crate::model::{AgencyId, Entry, EntryId};
use std::collections::BTreeSet;

/// What an item is filled from.
#[derive(Clone, Copy)]
struct Source<'s, 'a> {
    history: &'s History<'a>,
    findings: &'s [Finding],
}

/// What is known of an item, and what is not.
#[derive(Default)]
struct Filled {
    known: Vec<KnownAccount>,
    /// What is not known, as the middle of "Unknown: ...".
    unknown: Vec<String>,
}

/// An item that a referral is asked for.
struct Item {
    id: &'static str,
    label: &'static str,
    /// As the receiving service asks it.
    question: &'static str,
    fill: fn(Source<'_, '_>) -> Filled,
    /// Who would know.
    ask: &'static [Sector],
    /// Who would know beside agencies.
    and: &'static str,
}

const ITEMS: &[Item] = &[
    Item {
        id: "allegations",
        label: "Who said what about whom, when, and to whom",
        question: "Who made which allegation about whom, when, and who was told?",
        fill: harm::allegations,
        ask: &[Sector::SocialCare, Sector::Police],
        and: "",
    },
    Item {
        id: "outcomes",
        label: "What each body decided",
        question: "What did each body decide, under which scheme, and what does that word mean there?",
        fill: harm::outcomes,
        ask: &[Sector::Police, Sector::SocialCare],
        and: "",
    },
    Item {
        id: "alleged-persons",
        label: "Alleged persons and what they are to the child",
        question: "Who is each alleged person, born when, and what are they to the child?",
        fill: harm::persons,
        ask: &[Sector::Police, Sector::SocialCare],
        and: "",
    },
    Item {
        id: "contact",
        label: "Contact today: by what way, supervised or not, last shown when",
        question: "Is any alleged person in contact with the child today, by what way, supervised by whom, and when was that last confirmed?",
        fill: harm::contact,
        ask: &[Sector::SocialCare, Sector::School],
        and: "the child's carer",
    },
    Item {
        id: "reported",
        label: "Reported to police and to children's services",
        question: "Do the police and children's services both know of each allegation?",
        fill: harm::reported,
        ask: &[Sector::Police, Sector::SocialCare],
        and: "",
    },
    Item {
        id: "proceedings",
        label: "Court proceedings, private-law ones about contact included",
        question: "Are there proceedings in any court, private-law proceedings about contact with an alleged person among them?",
        fill: child::proceedings,
        ask: &[Sector::SocialCare],
        and: "the parents or carers",
    },
    Item {
        id: "legal-status",
        label: "Plans and legal status",
        question: "Is the child subject to a plan or an order, or looked after, and who has parental responsibility?",
        fill: child::legal_status,
        ask: &[Sector::SocialCare],
        and: "",
    },
    Item {
        id: "siblings",
        label: "Brothers and sisters",
        question: "Which other children are in the family or household, and are they safe?",
        fill: child::siblings,
        ask: &[Sector::SocialCare],
        and: "",
    },
    Item {
        id: "safe-adult",
        label: "A safe adult",
        question: "Which adult will support the child through the work, and is that adult safe?",
        fill: child::safe_adult,
        ask: &[Sector::SocialCare, Sector::School],
        and: "the child",
    },
    Item {
        id: "wishes",
        label: "What the child says and wants",
        question: "Does the child know of this referral and agree to it?",
        fill: child::wishes,
        ask: &[Sector::SocialCare],
        and: "the child",
    },
    Item {
        id: "consent",
        label: "Consent, and on what basis information is shared",
        question: "Who consented to the referral, and on what basis is information shared without consent?",
        fill: child::consent,
        ask: &[Sector::SocialCare],
        and: "whoever has parental responsibility",
    },
    Item {
        id: "services",
        label: "Therapeutic and specialist services used by each member of the family",
        question: "Which services has each member of the family used or waited for, when, and how did that end?",
        fill: services::used,
        ask: &[Sector::SocialCare, Sector::Health],
        and: "the family",
    },
    Item {
        id: "mental-health",
        label: "Mental health and self-harm",
        question: "Is there self-harm or another mental health need, and who is treating it?",
        fill: services::mental_health,
        ask: &[Sector::Health],
        and: "",
    },
    Item {
        id: "sexual-health",
        label: "Sexual health and medical examination",
        question: "Was a medical examination or sexual health advice offered, and what came of it?",
        fill: services::sexual_health,
        ask: &[Sector::Health, Sector::SexualHealth],
        and: "",
    },
    Item {
        id: "agencies",
        label: "Who was asked, and who has not answered",
        question: "Which agencies were asked, which have not answered, and which names did each search?",
        fill: services::agencies,
        ask: &[],
        and: "",
    },
];

/// Every item, in the order in which a referral is read.
pub fn readiness(history: &History<'_>, findings: &[Finding]) -> Vec<ReadinessAccount> {
    ITEMS.iter().map(|item| account(item, Source { history, findings })).collect()
}

fn account(item: &Item, source: Source<'_, '_>) -> ReadinessAccount {
    let mut filled = (item.fill)(source);
    let mut seen = BTreeSet::new();
    filled.known.retain(|fact| seen.insert(fact.words.clone()));
    filled.unknown.retain(|what| seen.insert(what.clone()));
    let agencies = asked(source.history, item.ask);
    let names: Vec<&str> = agencies.iter().map(|id| source.history.agency_name(id)).collect();
    let and = Some(item.and).filter(|words| !words.is_empty());
    let whom: Vec<&str> = names.into_iter().chain(and).collect();
    let told = |what: &String| match whom.is_empty() {
        true => format!("Unknown: {what}."),
        false => format!("Unknown: {what}. Ask {}.", list(&whom)),
    };
    ReadinessAccount {
        id: item.id,
        label: item.label,
        question: item.question,
        unknown: filled.unknown.iter().map(told).collect(),
        known: filled.known,
        ask: agencies,
    }
}

/// The agencies of the front sheet that are of one of the sectors.
fn asked(history: &History<'_>, sectors: &[Sector]) -> Vec<AgencyId> {
    let fits = history.front.agencies.iter().filter(|agency| sectors.contains(&sector(agency)));
    fits.map(|agency| agency.id.clone()).collect()
}

/// Something known, and where.
fn known(words: String, entries: impl IntoIterator<Item = EntryId>) -> KnownAccount {
    KnownAccount { words, entries: entries.into_iter().collect() }
}

/// The latest sentences, newest first, that hold one of the phrases: each as a quotation with its agency and day.
fn quoted(history: &History<'_>, phrases: &[&str], most: usize) -> Vec<(KnownAccount, EntryId)> {
    let dated = history.entries.iter().rev().copied().filter(|entry| entry.when.is_some());
    let found = dated.filter_map(|entry| {
        let text = entry.text();
        let (_, sentence) = sentences(&text).find(|(_, one)| says(one, phrases))?;
        Some((known(quotation(history, entry, sentence.trim()), [entry.id.clone()]), entry.id.clone()))
    });
    found.take(most).collect()
}

/// "Wexmouth Constabulary, 5 August 2010: “...”".
fn quotation(history: &History<'_>, entry: &Entry, words: &str) -> String {
    let date = entry.when.as_ref().map_or_else(|| dated(entry), plain::when);
    format!("{}, {date}: “{words}”", history.agency_name(&entry.agency))
}
