//! What a specialist service asks of a referral, each item filled from entries, or unknown with whom to ask.
//!
//! The items are those that services ask for in common (what is alleged, outcomes, contact, proceedings, services used,
//! a safe adult, siblings, consent); they follow no named service's form.

mod child;
mod harm;
mod items;
mod services;

use super::plain;
use crate::account::{KnownAccount, ReadinessAccount};
use crate::findings::Finding;
use crate::findings::agencies::{Sector, sector};
use crate::findings::told::{says, sentences};
use crate::findings::words::{dated, list};
use crate::history::History;
use crate::model::{AgencyId, Entry, EntryId};
use items::{ITEMS, Item};
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
