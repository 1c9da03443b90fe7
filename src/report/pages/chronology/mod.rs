//! The chronology: the page that leaves the office. Its template is `templates/chronology.html`.
//!
//! One struct a section, each filled in its own file from the account alone, so that the page says nothing that the
//! data does not hold.

mod awareness;
mod changes;
mod child;
mod decisions;
mod entries;
mod family;
mod first;
mod known;
mod made;
mod register;
mod returns;
mod rules;
pub mod style;

use super::referral::readiness;
use crate::account::{Account, Manifest};
use crate::error::Error;
use crate::report::index::{Citation, Index};
use crate::report::{draw, plain, templates};
use serde::Serialize;

/// The data of `chronology.html`.
#[derive(Serialize)]
struct Page {
    /// The page's own style, allowed by the digest in `policy`.
    style: String,
    /// The page's own script, likewise.
    script: &'static str,
    /// The Content-Security-Policy: nothing may be fetched or sent.
    policy: String,
    handling: Option<String>,
    title: String,
    as_at: String,
    tool_version: &'static str,
    /// How the page was made, for `lifespan verify`.
    stamp: String,
    made: made::Made,
    child: child::Child,
    first: first::First,
    /// What changed since an earlier build; none where nothing was compared.
    changes: Option<changes::Changed>,
    /// What a referral is asked for; none where the chronology is not for one.
    readiness: Option<readiness::Readiness>,
    /// The drawing; none where nothing has a date.
    timeline: Option<draw::Timeline>,
    register: Vec<register::Allegation>,
    /// Words that say a child was harmed and name nobody as having done it.
    unattributed: Vec<Citation>,
    /// Who knew what; none where there is no key fact.
    awareness: Option<awareness::Awareness>,
    /// What could have been known on earlier days; for a rapid review only.
    known: Option<known::AsKnown>,
    /// What was agreed, first what nothing shows done.
    actions: Vec<awareness::Action>,
    /// Plans, first those of which no end is shown.
    plans: Vec<awareness::Plan>,
    /// What people decided; none where nobody has decided anything.
    decisions: Vec<decisions::Decision>,
    genogram: Option<draw::Genogram>,
    family: family::Family,
    entries: entries::Entries,
    returns: returns::Returns,
    /// The rules that spoke, and the limits that the case sets itself.
    rules: rules::Rules,
    /// What this copy leaves out; none for the office's own.
    edition: Option<Manifest>,
    words: &'static [(&'static str, &'static str)],
}

/// The whole chronology as one self-contained page.
pub fn chronology(account: &Account) -> Result<String, Error> {
    page(account, None)
}

/// The same with what a referral is asked for.
pub fn with_readiness(account: &Account) -> Result<String, Error> {
    page(account, Some(readiness::readiness(&Index::new(account))))
}

fn page(account: &Account, readiness: Option<readiness::Readiness>) -> Result<String, Error> {
    let index = Index::new(account);
    let running = style::running_words(account);
    let style = style::style(account.case.handling.as_deref(), &running);
    let page = Page {
        policy: style::policy(&style, style::SCRIPT),
        script: style::SCRIPT,
        style,
        handling: account.case.handling.clone(),
        title: format!("Chronology of {}", account.case.name),
        as_at: plain::day(account.as_at),
        tool_version: account.tool_version,
        stamp: made::stamp(account, readiness.is_some()),
        made: made::made(account),
        child: child::child(&index),
        first: first::first(&index),
        changes: changes::changed(&index),
        readiness,
        timeline: draw::timeline(&index),
        register: register::register(&index),
        unattributed: account.unattributed.iter().map(|step| index.cite(&step.entry, &[])).collect(),
        awareness: awareness::awareness(&index),
        known: known::known(&index),
        actions: awareness::actions(&index),
        plans: awareness::plans(&index),
        decisions: decisions::decisions(&index),
        genogram: draw::genogram(&index),
        family: family::family(&index),
        entries: entries::entries(&index),
        returns: returns::returns(&index),
        rules: rules::rules(&index),
        edition: account.edition.clone(),
        words: TABLE_OF_WORDS,
    };
    templates::render("chronology.html", &page)
}

/// The words that the page uses in a sense of its own.
const TABLE_OF_WORDS: &[(&str, &str)] = &[
    (
        "Act first, find out, worth knowing",
        "How soon a person should look at a finding. It says nothing of how true it is.",
    ),
    (
        "Alleged",
        "Said by somebody and written down by an agency. A person is called alleged unless the returns record a conviction \
         or a finding of a family court.",
    ),
    (
        "Decision",
        "What a person who worked on this chronology decided: who is who, that contact ended, that a finding was looked at. \
         It stands apart from what agencies wrote, says who decided, when and why, and removes nothing.",
    ),
    ("Entry", "One row of a return, in the agency's own words."),
    (
        "Familial",
        "In the wide sense that practice uses: any relative by blood, adoption, marriage or partnership, anyone who is or \
         was a member of the child's household, and any past or present foster family.",
    ),
    ("Finding", "What a rule concluded from the entries. Every finding names the entries it rests on."),
    ("Front sheet", "What the referrer gave: the child, the family as known, and who was asked."),
    (
        "Known to the agency",
        "The day on which the agency learned of something, else the day it wrote it down, else the day it happened.",
    ),
    ("No entry", "Not shown in the returns supplied. It never means that something did not happen."),
    ("Return", "What one agency sent."),
    (
        "Section 27",
        "Section 27 of the Sexual Offences Act 2003 says which family relationships count for the offences of sections 25 \
         and 26. What is recorded is compared with its words; that proves no offence.",
    ),
    ("Set aside", "A row that has no place in the dated order, shown with its words and the reason."),
];
