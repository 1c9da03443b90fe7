//! The register: every allegation of sexual abuse, whatever became of it.

use crate::account::{AllegationAccount, AllegationStep, FollowedAccount, QuoteAccount};
use crate::model::Status;
use crate::report::index::{Citation, Index, Link};
use crate::report::plain;
use serde::Serialize;

/// A card of `chronology/register.html`.
#[derive(Serialize)]
pub struct Allegation {
    anchor: String,
    /// "Alleged perpetrator", or what a court decided.
    called: &'static str,
    perpetrator: String,
    relation: Option<String>,
    victim: String,
    /// Whether it is within the family or household.
    familial: &'static str,
    status: String,
    first_known: String,
    /// The agency of the first entry.
    first_told: Option<String>,
    contact: String,
    /// What section 27 says of the person and the child; none outside the family and household.
    section_27: Option<String>,
    /// When it is said to have happened, and to whom it was told: the entries' words.
    happened: Vec<Quote>,
    told: Vec<Quote>,
    said: Vec<Step>,
    outcomes: Vec<Step>,
    followed: Vec<Followed>,
    caution: Option<&'static str>,
}

/// Words of an entry.
#[derive(Serialize)]
struct Quote {
    words: String,
    entry: Link,
}

/// A step of an allegation's course, with the entry it stands in.
#[derive(Serialize)]
struct Step {
    status: String,
    /// Whether it is a retraction: something that happened to the allegation, and no outcome.
    retraction: bool,
    body: Option<String>,
    scheme: Option<String>,
    ask: Option<&'static str>,
    citation: Citation,
}

/// Something that followed.
#[derive(Serialize)]
struct Followed {
    date: String,
    agency: String,
    kind: String,
    words: String,
    entry: Link,
}

/// Every allegation, in the account's order.
pub fn register(index: &Index) -> Vec<Allegation> {
    index.account.allegations.iter().enumerate().map(|(at, one)| card(index, at + 1, one)).collect()
}

fn card<'a>(index: &Index<'a>, number: usize, one: &'a AllegationAccount) -> Allegation {
    let person = index.person(&one.alleged_perpetrator);
    let victim = one.alleged_victim.as_ref().map_or("somebody whom nobody names", |victim| index.name(victim));
    Allegation {
        anchor: format!("allegation-{number}"),
        called: plain::alleged(one.status),
        perpetrator: index.name(&one.alleged_perpetrator).to_owned(),
        relation: person.and_then(|person| person.relation.clone()),
        victim: victim.to_owned(),
        familial: if one.familial {
            "Yes, in the wide sense that practice uses"
        } else {
            "Not as far as the returns show"
        },
        status: plain::status(one.status),
        first_known: one.first_known.map_or_else(|| "Not recorded".to_owned(), plain::day),
        first_told: one.said.first().map(|step| index.agency(&step.agency).to_owned()),
        contact: index.contact_state(&one.alleged_perpetrator),
        section_27: section_27(index, one),
        happened: one.happened.iter().map(|quote| quoted(index, quote)).collect(),
        told: one.told.iter().map(|quote| quoted(index, quote)).collect(),
        followed: one.followed.iter().map(|followed| row(index, followed)).collect(),
        said: one.said.iter().map(|step| cited(index, one, step)).collect(),
        outcomes: one.outcomes.iter().map(|step| cited(index, one, step)).collect(),
        caution: plain::caution(one.status),
    }
}

fn section_27(index: &Index, one: &AllegationAccount) -> Option<String> {
    let about = |finding: &&crate::findings::Finding| {
        finding.people.get("alleged_perpetrator") == Some(&one.alleged_perpetrator) && finding.section_27.is_some()
    };
    let answer = index.account.findings.iter().find(about)?.section_27.as_ref()?;
    Some(format!("{}. A test of what is recorded; no offence is proved.", plain::capital(&answer.words())))
}

fn cited(index: &Index, one: &AllegationAccount, step: &AllegationStep) -> Step {
    let citation = index.cite(&step.entry, &[&one.alleged_perpetrator]);
    Step {
        status: plain::status(step.status),
        retraction: step.status == Status::Retracted,
        body: step.body.clone(),
        scheme: step.scheme.clone(),
        ask: step.ask,
        citation,
    }
}

fn quoted(index: &Index, quote: &QuoteAccount) -> Quote {
    Quote { words: quote.words.clone(), entry: index.link(&quote.entry) }
}

fn row(index: &Index, followed: &FollowedAccount) -> Followed {
    let cited = index.cite(&followed.entry, &[]);
    Followed {
        date: cited.date,
        agency: cited.agency,
        kind: plain::capital(plain::kind(followed.kind)),
        words: followed.words.clone(),
        entry: index.link(&followed.entry),
    }
}
