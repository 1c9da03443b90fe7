//! The readiness section, and the same list as the questions of the receiving service.

use super::super::chronology::style;
use crate::account::{KnownAccount, ReadinessAccount};
use crate::report::index::{Index, Link};
use crate::report::plain;
use serde::Serialize;

/// An item of `chronology/readiness.html` and of `questions.html`.
#[derive(Serialize)]
pub struct Item {
    anchor: String,
    label: &'static str,
    question: &'static str,
    known: Vec<Known>,
    unknown: Vec<String>,
}

/// Something that entries show.
#[derive(Serialize)]
struct Known {
    words: String,
    entries: Vec<Link>,
    /// The same places as the agencies' own files name them, for a page of its own.
    places: String,
}

/// The data of `chronology/readiness.html`.
#[derive(Serialize)]
pub struct Readiness {
    items: Vec<Item>,
    filled: usize,
    open: usize,
}

/// The data of `questions.html`.
#[derive(Serialize)]
pub struct Questions {
    style: String,
    policy: String,
    handling: Option<String>,
    child: String,
    reference: Option<String>,
    as_at: String,
    to: Option<String>,
    items: Vec<Item>,
    /// What calls for action, as the chronology says it.
    act: Vec<String>,
}

/// Every item, and how many are filled.
pub fn readiness(index: &Index) -> Readiness {
    let items = items(index);
    let open = items.iter().filter(|item| !item.unknown.is_empty()).count();
    Readiness { filled: items.len() - open, open, items }
}

/// The same list turned round.
pub fn questions(index: &Index) -> Questions {
    let account = index.account;
    let style = style::style(account.case.handling.as_deref(), &style::running_words(account));
    let act = account.findings.iter().filter(|one| one.priority == crate::findings::Priority::Act);
    Questions {
        policy: style::policy(&style, ""),
        style,
        handling: account.case.handling.clone(),
        child: account.case.name.clone(),
        reference: account.case.reference.clone(),
        as_at: plain::day(account.as_at),
        to: account.case.referral.get("to").cloned(),
        items: items(index),
        act: act.map(|one| one.headline.clone()).collect(),
    }
}

fn items(index: &Index) -> Vec<Item> {
    index.account.readiness.iter().map(|one| item(index, one)).collect()
}

fn item(index: &Index, one: &ReadinessAccount) -> Item {
    Item {
        anchor: format!("ready-{}", one.id),
        label: one.label,
        question: one.question,
        known: one.known.iter().map(|fact| known(index, fact)).collect(),
        unknown: one.unknown.clone(),
    }
}

fn known(index: &Index, fact: &KnownAccount) -> Known {
    let places: Vec<&str> = fact.entries.iter().map(|id| id.0.as_str()).collect();
    Known {
        words: fact.words.clone(),
        entries: fact.entries.iter().map(|id| index.link(id)).collect(),
        places: places.join(", "),
    }
}
