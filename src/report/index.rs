//! Finding one's way in an account: names by id, and how an entry is cited.

use super::plain;
use crate::account::{Account, AgencyAccount, DecisionAccount, Edition, EntryAccount, PersonAccount};
use crate::findings::Finding;
use crate::model::{AgencyId, EntryId, PersonId, Status};
use serde::Serialize;
use std::collections::BTreeMap;

/// How much of a long entry stands where it is cited; the link leads to the whole.
const QUOTED: usize = 420;

/// What the front sheet is cited as.
const FRONT_SHEET: &str = "case.json";

/// What a decision is cited as, before its number.
const DECISIONS: &str = "decisions.json";

/// Everything in an account, by id.
pub struct Index<'a> {
    /// The account itself.
    pub account: &'a Account,
    people: BTreeMap<&'a PersonId, &'a PersonAccount>,
    agencies: BTreeMap<&'a AgencyId, &'a AgencyAccount>,
    entries: BTreeMap<&'a EntryId, Place<'a>>,
}

/// Where an entry stands on the page.
struct Place<'a> {
    anchor: String,
    label: String,
    entry: &'a EntryAccount,
}

/// An entry cited where something rests on it, so that the reader needs no jump.
#[derive(Serialize)]
pub struct Citation {
    /// Where the link leads; none where the page holds nothing to jump to.
    pub anchor: Option<String>,
    /// "Entry 12", "Undated 1", "Front sheet".
    pub label: String,
    /// The day, where the date names one; else the date as the agency wrote it.
    pub date: String,
    /// The child's age then.
    pub age: Option<String>,
    /// The agency's name.
    pub agency: String,
    /// The agency's words, with those that the tool rests on marked.
    pub quote: Vec<Piece>,
    /// Whether the entry says more than is quoted.
    pub more: bool,
}

/// A place on the page, named.
#[derive(Serialize)]
pub struct Link {
    /// Where it leads; none where the page holds nothing to jump to.
    pub anchor: Option<String>,
    /// What it is called.
    pub label: String,
}

/// A stretch of an agency's words.
#[derive(Serialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the tool rests on them.
    pub marked: bool,
}

impl<'a> Index<'a> {
    /// Indexes an account.
    pub fn new(account: &'a Account) -> Self {
        let place = |number: usize, anchor: &str, label: &str, entry: &'a EntryAccount| {
            let place = Place { anchor: format!("{anchor}-{number}"), label: format!("{label} {number}"), entry };
            (&entry.id, place)
        };
        let dated = account.entries.iter().enumerate().map(|(at, entry)| place(at + 1, "entry", "Entry", entry));
        let undated = account.undated.iter().enumerate().map(|(at, entry)| place(at + 1, "undated", "Undated", entry));
        Index {
            account,
            people: account.people.iter().map(|person| (&person.id, person)).collect(),
            agencies: account.case.agencies.iter().map(|agency| (&agency.id, agency)).collect(),
            entries: dated.chain(undated).collect(),
        }
    }

    /// A person, where the account lists them.
    pub fn person(&self, id: &PersonId) -> Option<&'a PersonAccount> {
        self.people.get(id).copied()
    }

    /// The page's name for a person's row in the table of people; the child has none.
    pub fn person_anchor(&self, id: &PersonId) -> Option<String> {
        let at = self.account.people.iter().position(|person| person.id == *id)?;
        (*id != self.account.case.child).then(|| format!("person-{}", at + 1))
    }

    /// What stands where the account has no date of birth of somebody: a copy can have left it out.
    pub fn no_birth(&self, id: &PersonId) -> &'static str {
        match self.account.edition.as_ref().map(|one| one.edition) {
            Some(Edition::Subgroup) => "Left out",
            Some(Edition::Referral) if *id != self.account.case.child => "Not known or left out",
            _ => "Not known",
        }
    }

    /// A person's name, or their id where the account lists nobody of that id.
    pub fn name(&self, id: &'a PersonId) -> &'a str {
        self.person(id).map_or(&id.0, |person| &person.name)
    }

    /// An agency's name, or its id where nobody named it.
    pub fn agency(&self, id: &'a AgencyId) -> &'a str {
        self.agencies.get(id).map_or(&id.0, |agency| &agency.name)
    }

    /// Whose entry it is.
    pub fn agency_of(&self, id: &EntryId) -> Option<&'a AgencyId> {
        self.entries.get(id).map(|place| &place.entry.agency)
    }

    /// The page's name for an entry's place, to link to.
    pub fn anchor(&self, id: &EntryId) -> Option<&str> {
        self.entries.get(id).map(|place| place.anchor.as_str())
    }

    /// A link to an entry's place, or to a decision; the front sheet and rows without an entry are named without one.
    pub fn link(&self, id: &EntryId) -> Link {
        if let Some(rest) = id.0.strip_prefix(DECISIONS) {
            return self.decision(rest.trim_start_matches(':').parse().ok());
        }
        let label = if id.0 == FRONT_SHEET { "front sheet".to_owned() } else { self.label(id) };
        Link { anchor: self.anchor(id).map(str::to_owned), label }
    }

    /// A link to a decision, or to all of them.
    pub fn decision(&self, number: Option<usize>) -> Link {
        match number.filter(|number| self.account.decisions.iter().any(|one| one.number == *number)) {
            Some(number) => Link { anchor: Some(format!("decision-{number}")), label: format!("decision {number}") },
            None => Link {
                anchor: (!self.account.decisions.is_empty()).then(|| "decisions".to_owned()),
                label: "a decision".to_owned(),
            },
        }
    }

    /// "Entry 12".
    pub fn label(&self, id: &EntryId) -> String {
        self.entries.get(id).map_or_else(|| id.0.clone(), |place| place.label.clone())
    }

    /// Cites an entry, marking what was read in it about these people.
    pub fn cite(&self, id: &EntryId, about: &[&PersonId]) -> Citation {
        let Some(place) = self.entries.get(id) else { return self.cite_elsewhere(id) };
        let entry = place.entry;
        let concerns = |people: &BTreeMap<_, PersonId>| people.values().any(|person| about.contains(&person));
        let words: Vec<&str> =
            entry.events.iter().filter(|event| concerns(&event.people)).map(|event| event.words.as_str()).collect();
        let (text, more) = shorten(&entry.text, &words);
        Citation {
            anchor: Some(place.anchor.clone()),
            label: place.label.clone(),
            date: entry.date.as_ref().map_or_else(|| "no date".to_owned(), plain::when),
            age: entry.age.as_deref().map(plain::aged),
            agency: self.agency(&entry.agency).to_owned(),
            quote: mark(&text, &words),
            more,
        }
    }

    /// Cites the front sheet, or a row that has no entry of its own.
    fn cite_elsewhere(&self, id: &EntryId) -> Citation {
        let front = id.0 == FRONT_SHEET;
        Citation {
            anchor: front.then(|| "agencies".to_owned()),
            label: if front { "Front sheet".to_owned() } else { id.0.clone() },
            date: String::new(),
            age: None,
            agency: if front { "as the referrer gave it".to_owned() } else { String::new() },
            quote: Vec::new(),
            more: false,
        }
    }

    /// The contact state that the rules found for an alleged perpetrator, or the day on which somebody decided that it
    /// ended.
    pub fn contact_state(&self, id: &PersonId) -> String {
        let speaks = |finding: &&Finding| {
            finding.rule == "perpetrator-in-contact" && finding.people.get("alleged_perpetrator") == Some(id)
        };
        let state = self.account.findings.iter().find(speaks).and_then(|finding| finding.state);
        state.map(plain::state).or_else(|| self.decided_end(id)).unwrap_or_else(|| plain::NO_ROUTE.to_owned())
    }

    fn decided_end(&self, id: &PersonId) -> Option<String> {
        let with_child =
            |one: &&DecisionAccount| one.people.contains(id) && one.people.contains(&self.account.case.child);
        let stands = |one: &&DecisionAccount| one.applied && one.ended.is_some_and(|day| day <= self.account.as_at);
        let ended = self.account.decisions.iter().filter(stands).filter(with_child);
        let (day, last) =
            ended.filter_map(|one| Some((one.ended?, one))).max_by_key(|(day, one)| (*day, one.number))?;
        Some(format!(
            "Ended on {}, as {} decided (decision {}); nothing later is shown",
            plain::day(day),
            last.signed.by,
            last.number
        ))
    }

    /// What to call a person whom some entry names as having abused; none for everyone else.
    pub fn alleged(&self, id: &PersonId) -> Option<&'static str> {
        let statuses =
            self.account.allegations.iter().filter(|one| one.alleged_perpetrator == *id).map(|one| one.status);
        let decided = statuses.clone().find(|status| matches!(status, Status::Convicted | Status::FoundInFamilyCourt));
        let listed = self.person(id).is_some_and(|person| person.alleged_perpetrator);
        decided.or_else(|| statuses.clone().next()).or(listed.then_some(Status::Alleged)).map(plain::alleged)
    }
}

/// Cuts a long text to the part that holds the words, at spaces, marking what is left out.
fn shorten(text: &str, words: &[&str]) -> (String, bool) {
    if text.chars().count() <= QUOTED {
        return (text.to_owned(), false);
    }
    let first = words.iter().filter_map(|words| text.find(words)).min().unwrap_or(0);
    let before = text[..first].char_indices().rev().nth(QUOTED / 4).map_or(0, |(at, _)| at);
    let start = text[..before].rfind(' ').map_or(0, |space| space + 1);
    let rest = &text[start..];
    let end = rest.char_indices().nth(QUOTED).map_or(rest.len(), |(at, _)| at);
    let end = if end == rest.len() { end } else { rest[..end].rfind(' ').unwrap_or(end) };
    let opening = if start > 0 { "[...] " } else { "" };
    let closing = if end < rest.len() { " [...]" } else { "" };
    (format!("{opening}{}{closing}", &rest[..end]), true)
}

/// Splits a text at the words that the tool rests on.
fn mark(text: &str, words: &[&str]) -> Vec<Piece> {
    let mut spans: Vec<(usize, usize)> = words
        .iter()
        .filter(|words| !words.is_empty())
        .filter_map(|words| text.find(words).map(|start| (start, start + words.len())))
        .collect();
    spans.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    for (start, end) in spans {
        if end > at {
            push(&text[at..start.max(at)], false);
            push(&text[start.max(at)..end], true);
            at = end;
        }
    }
    push(&text[at..], false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{mark, shorten};

    fn marked(text: &str, words: &[&str]) -> String {
        mark(text, words)
            .iter()
            .map(|piece| if piece.marked { format!("<{}>", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn words_that_were_read_are_marked_and_none_are_lost() {
        assert_eq!(
            marked("Collected by Uncle Ray as Mum late.", &["Collected by Uncle Ray"]),
            "<Collected by Uncle Ray> as Mum late."
        );
        assert_eq!(marked("a b c d", &["b c", "c d"]), "a <b c>< d>");
        assert_eq!(marked("nothing here", &["elsewhere", ""]), "nothing here");
    }

    #[test]
    fn a_long_text_is_cut_around_the_words_that_matter() {
        let long = format!("{}Collected by her uncle. {}", "Before. ".repeat(100), "After. ".repeat(100));
        let (short, more) = shorten(&long, &["Collected by her uncle"]);
        assert!(
            more && short.contains("Collected by her uncle") && short.starts_with("[...]") && short.ends_with("[...]")
        );
        assert_eq!(shorten("short", &[]), ("short".to_owned(), false));
    }
}
