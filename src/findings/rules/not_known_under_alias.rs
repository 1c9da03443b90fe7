//! # not-known-under-alias
//!
//! Looks for an agency that answered "nothing known", or sent a return, and whose searched names leave out a name by
//! which some return or the front sheet knows a person it searched for: a first name with another surname, or a whole
//! other name. Nicknames are no other name. One finding for each agency and person.
//!
//! Why: an audit found nil returns for people who were known under a former surname (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle, also Tom Harker
//! agency: probation, nothing known, searched Ava Dale; Tom Reid
//! school, 2016-05-03: Ava collected by Uncle Tom.
//! ```
//!
//! > probation searched for Tom Reid (maternal uncle), but not for the name Tom Harker.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! person: Tom Reid, maternal uncle, also Tom Harker
//! agency: probation, nothing known, searched Ava Dale; Tom Reid; Tom Harker
//! school, 2016-05-03: Ava collected by Uncle Tom.
//! ```

use super::{Rule, Section};
use crate::findings::known_names::{KnownName, former_names, known_names, mentions, same};
use crate::findings::told::entry_says;
use crate::findings::words::{called, cite, list};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Agency, Answer, Entry, EntryId, Person};
use std::collections::BTreeMap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "not-known-under-alias",
    section: Section::WhoKnew,
    seen: false,
    find,
    source: include_str!("not_known_under_alias.rs"),
};

fn find<'h>(history: &'h History<'_>) -> Vec<Finding> {
    let agencies = history.front.agencies.iter().filter(|agency| agency.outcome != Some(Answer::NoReply));
    let former = former_names(history);
    let people = history.people.persons.iter().filter(|person| person.named);
    let mentions = mentions(history);
    let names = |person: &'h Person| {
        let mentions = mentions.get(&person.id).map_or(&[][..], Vec::as_slice);
        (person, known_names(history, person, mentions, &former))
    };
    let names: Vec<Names<'_>> = people.map(names).collect();
    agencies.flat_map(|agency| of_agency(history, agency, &names)).collect()
}

/// A person and every full name of theirs.
type Names<'h> = (&'h Person, Vec<KnownName>);

fn of_agency(history: &History<'_>, agency: &Agency, names: &[Names<'_>]) -> Vec<Finding> {
    let searched = searched(history, agency);
    let mut found: Vec<Finding> = names.iter().filter_map(|one| finding(history, agency, one, &searched)).collect();
    found.dedup_by(|a, b| a.headline == b.headline);
    found
}

/// The names an agency searched: what the front sheet says, and lines above its table that speak of names searched.
fn searched(history: &History<'_>, agency: &Agency) -> Vec<String> {
    let mut names = agency.names_searched.clone().unwrap_or_default();
    for line in history.returns.iter().filter(|one| one.agency == agency.id).flat_map(|one| &one.preamble) {
        let lower = line.to_lowercase();
        if lower.contains("search") || lower.contains("names checked") {
            let listed = line.rsplit(':').next().unwrap_or_default();
            names.extend(listed.split([',', ';', '|']).map(|name| name.trim().to_owned()));
        }
    }
    names
}

fn finding(history: &History<'_>, agency: &Agency, names: &Names<'_>, searched: &[String]) -> Option<Finding> {
    let (person, known) = names;
    if !known.iter().any(|name| searched.iter().any(|one| same(one, &name.words))) {
        return None;
    }
    let own = |name: &KnownName| is_own(history, agency, &name.words);
    let left_out: Vec<&KnownName> =
        known.iter().filter(|name| !searched.iter().any(|one| same(one, &name.words)) && !own(name)).collect();
    let names: Vec<&str> = left_out.iter().map(|name| name.words.as_str()).collect();
    let first = names.first()?;
    let mut evidence = vec![EntryId("case.json".to_owned())];
    let given = |id: &EntryId| history.place(id).map(|at| history.entries[at]);
    evidence.extend(cite(left_out.iter().flat_map(|name| name.entries.iter().take(2)).filter_map(given)));
    let who = called(history, &person.id);
    let answered = if agency.outcome == Some(Answer::NothingKnown) { "It answered that nothing is known." } else { "" };
    Some(Finding {
        people: BTreeMap::from([("person", person.id.clone())]),
        agency: Some(agency.id.clone()),
        evidence,
        ask: vec![format!("Ask {} to search again for {}, with the date of birth.", agency.name, list(&names))],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("{} searched for {who}, but not for the name {first}.", agency.name),
            format!("{answered} Its searched names leave out {}, by which {who} is also known.", list(&names))
                .trim()
                .to_owned(),
        )
    })
}

/// Whether the agency's own return gives the name, so that it was plainly found.
fn is_own(history: &History<'_>, agency: &Agency, name: &str) -> bool {
    let parts: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let gives = |entry: &Entry| parts.iter().all(|part| entry_says(entry, &[part]));
    history.entries.iter().any(|entry| entry.agency == agency.id && gives(entry))
}
