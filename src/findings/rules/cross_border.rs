//! # cross-border
//!
//! Looks for the child, or an alleged perpetrator after the allegation, moving to or from another authority's area or
//! another country, with no transfer or notification recorded. One finding for each who moved.
//!
//! Why: what one area knew did not go with those who moved (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-06-19: Ava placed out of area, 90 miles away.
//! ```
//!
//! > Ava Dale moved across a border on 2021-06-19, and no notification is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-06-19: Ava placed out of area, 90 miles away. Receiving authority notified.
//! ```

use super::{Rule, Section};
use crate::findings::look::{first, last, of_child};
use crate::findings::places::{ACROSS, Area, Elsewhere, PLACES, names_county};
use crate::findings::spells::looked_after;
use crate::findings::told::{entry_says, says, sentences};
use crate::findings::wording::Wording;
use crate::findings::words::{called, cite, dated, is_of_this_family};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, PersonId};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule =
    Rule { id: "cross-border", section: Section::WhoKnew, seen: false, find, source: include_str!("cross_border.rs") };

/// Words of a move to or from a town.
const TO_TOWN: &[&str] = &[
    "moved to",
    "moving to",
    "move to",
    "moved from",
    "moved here from",
    "moved over to",
    "to live with",
    "to live in",
    "gone to live",
    "went to live",
    "sent to live",
    "settled in",
    "now lives in",
    "living in",
    "relocated",
    "rehoused",
    "placed in",
    "placement in",
    "transferred from",
    "transferred to",
    "back from",
    "home from",
    "new to area",
    "previously of",
    "formerly of",
    "came from",
    "come from",
    "moved in",
    "has sent",
    "sent him to",
    "sent her to",
    "to his father in",
    "to her father in",
    "to his mother in",
    "to her mother in",
    "to his sister's in",
    "to his brother's in",
    "to his mother's in",
    "to his father's in",
    "to her sister's in",
    "to her mother's in",
    "went back to",
    "gone back to",
    "moved back to",
    "left for",
    "taken a flat in",
    "taken a house in",
    "took a flat in",
    "got a flat in",
    "a new flat in",
    "tenancy in",
];

/// Words of coming here from elsewhere, before a name with a capital.
const HERE_FROM: &[&str] = &[
    "up here from",
    "down here from",
    "over here from",
    "here from",
    "to the area from",
    "into the area from",
    "into area from",
    "to area from",
];

/// Words of a family or a person new to where the writer is, before a name with a capital that no street or school has.
const NEW_FROM: &[&str] = &[
    "to the county from",
    "into the county from",
    "new to the county from",
    "new to the area from",
    "new to area from",
    "moving from",
    "move from",
    "family moved from",
    "have moved from",
    "has moved from",
    "have come from",
    "moved in from",
    "movement in from",
    "transferred in from",
    "transferred from",
    "relocated from",
    "over from",
    "arrived from",
    "arrived here from",
];

/// What a name with a capital is of, where it is of no town or country: a street, a house, a school, somebody's home.
const NO_TOWN: &[&str] = &[
    "road", "street", "lane", "avenue", "close", "court", "drive", "crescent", "way", "place", "terrace", "gardens",
    "grove", "row", "walk", "square", "hill", "house", "flats", "primary", "school", "academy", "nursery", "infants",
    "juniors", "high", "college", "surgery", "practice", "hospital", "ward", "clinic", "refuge", "hostel", "camhs",
    "team",
];

/// Words of going somewhere to live, before the name of a place.
static GOES: Wording = Wording::of(
    "{go~|gone|went|move~|moved|sent|taken|relocat*|come|came} .. {to live|to stay with|and lives|and is living}, {living|lives|lived|live|settled|based|staying} .. {in|at|near}, \
     {go~|went|gone|moved|taken|travelled} {up|down|over|back|off|across|out|away} to, for good, will not be {back|returning|coming back}, {family|mother|mum|father|dad|child|both} .. {moved|rehoused|relocated|placed} .. {to|in|into}, \
     {moved|rehoused|relocated|placed} {today|yesterday|on|last} .. {to|in|into}, {has|have|taken|took|found|got|with} {work|a job|a flat|a house|a tenancy|a room|family} {there|up there|down there|over there|in}",
);

/// Words of a move that is only meant.
static MEANT: Wording = Wording::of(
    "{intends|intend|intending|plans|planning|hopes|hoping|wants|thinking|considering|would like|looking|talks|talking|talk|might|may|could|applied|wishes} .. {move|moving|go|going|relocate|live|transfer}, {says|said|told} .. {they're|she's|he's|they are|they might|they may} moving",
);

/// Words of a new address.
const NEW_ADDRESS: &[&str] = &[
    "forwarding address",
    "new address",
    "go and live",
    "going to live",
    "gone to live",
    "guardianship order",
    "now of",
];

/// Words of going or coming.
const MOVES: &[&str] = &[
    "moved",
    "moves",
    "placed",
    "placement",
    "emigrat",
    "gone to",
    "went to live",
    "left for",
    "relocated",
    "returned from",
    "home from",
    "back from",
    "came from",
    "settled in",
    "now lives in",
    "now living in",
    "living in",
    "lives in",
    "gone for good",
    "went back to",
    "gone back to",
    "goes back to",
    "returned to",
    "sent to live",
    "has sent",
    "sent him to",
    "sent her to",
    "to live with",
    "ferry to",
    "flight to",
    "travelled to",
    "flew to",
    "flown to",
    "deported",
    "removed to",
    "retired to",
    "settled",
    "emigrated",
    "transferred from",
    "transferred to",
    "new to area",
    "arrived from",
    "move from",
    "move to",
    "moving to",
    "moving from",
    "moved over",
    "back in",
    "is in",
    "now in",
    "staying in",
    "gone home to",
    "went home to",
    "home for good",
    "sold up",
];

/// Words that stand before the area from which somebody came, or to which somebody went.
const BESIDE: &[&str] = &["from", "to", "left", "in", "of", "near", "leaving", "for"];

/// Words of coming, going or being new, beside the name of an area.
const CAME: &[&str] = &[
    "take up",
    "takes up",
    "took up",
    "taken a",
    "joins",
    "joined",
    "join us",
    "new",
    "in from",
    "arrived",
    "came",
    "come from",
    "moved",
    "moving",
    "moves",
    "transferred",
    "relocated",
    "now living",
    "left",
    "back from",
    "previously",
    "formerly",
    "gone",
    "settled",
    "placed",
    "used to live",
    "originally",
    "until",
    "started with us",
    "admitted from",
    "removed from",
    "removed to",
];

/// Words that stand behind an area where an agency of it is meant.
const AGENCY: &[&str] = &[
    "police",
    "social",
    "children's",
    "childrens",
    "council",
    "csc",
    "constabulary",
    "hospital",
    "school",
    "primary",
    "academy",
    "services",
    "service",
    "mash",
    "county",
    "camhs",
    "infants",
    "juniors",
    "surgery",
    "sw",
    "worker",
];

/// Words that show that somebody was told across the border.
const TOLD: &[&str] = &[
    "notified",
    "notification",
    "notify",
    "transfer",
    "informed",
    "handed over",
    "handover",
    "case responsibility",
    "told the",
    "handed to",
    "receipt",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    let of_family = history.allegations.iter().filter(|one| is_of_this_family(history, one));
    let mut movers: BTreeSet<&PersonId> = of_family.map(|one| &one.perpetrator).collect();
    movers.insert(&history.front.child.id);
    let speaking = speaking(history);
    movers.into_iter().filter_map(|person| finding(history, person, &speaking)).collect()
}

/// An entry that speaks of a move across a border, whosever it is.
struct Speaking<'a> {
    entry: &'a Entry,
    /// It names the area from or to which somebody went, or says that a child came from elsewhere, and the sentence that does
    /// names the child, the family, or nobody.
    of_area: bool,
    /// It tells of a move of the child.
    of_child: bool,
}

/// Every entry that speaks of such a move.
fn speaking<'a>(history: &History<'a>) -> Vec<Speaking<'a>> {
    let kinds = [EventKind::MoveArea, EventKind::PlacementMove, EventKind::LookedAfter];
    let moved: BTreeSet<_> = of_child(history, &kinds).into_iter().map(|one| &one.entry.id).collect();
    let care = looked_after(history);
    let elsewhere = Elsewhere::of(history);
    let spoken = |entry: &'a Entry| {
        let in_care = || first(entry).is_some_and(|day| care.iter().any(|spell| spell.covers(day)));
        let place = |one: &str| {
            if says(one, &["over the county line", "across the county line"]) || comes_here(one) {
                return true;
            }
            if MEANT.is_in(one) {
                return false;
            }
            let goes = says(one, TO_TOWN) || GOES.is_in(one);
            goes_to_work(history, one)
                || goes && names_town(one, &elsewhere.towns)
                || (goes || says(one, NEW_ADDRESS)) && names_county(history, one)
        };
        let joins = |one: &str| says(one, ACROSS) && says(one, &["joins", "joined", "new to", "pulled on", "admitted"]);
        let area = |one: &str| {
            comes_or_goes(one, entry, &elsewhere.areas)
                || is_new_from(history, one, entry, &elsewhere.areas)
                || joins(one) && !in_care()
        };
        let text = entry.text();
        let named: Vec<&str> = sentences(&text).map(|(_, one)| one).filter(|one| area(one)).collect();
        let across = !named.is_empty()
            || sentences(&text).any(|(_, one)| {
                let moves = says(one, MOVES) || GOES.is_in(one);
                (says(one, ACROSS) && moves && !MEANT.is_in(one) || place(one)) && !says(one, &["suspect"])
            });
        let family = |one: &&str| says(one, &["family", "they", "children"]);
        across.then(|| Speaking {
            entry,
            of_area: named.iter().any(|one| is_of_the_child(history, entry, one)),
            of_child: moved.contains(&entry.id) || named.iter().any(family),
        })
    };
    history.entries.iter().copied().filter(|entry| entry.when.is_some()).filter_map(spoken).collect()
}

/// Whether a sentence names the child, or nobody but those who move with a child: "Dad gone to Dudworth" is of Dad alone.
fn is_of_the_child(history: &History<'_>, entry: &Entry, sentence: &str) -> bool {
    let Some(at) = history.place(&entry.id) else { return false };
    let named = history.mentions_at(at).filter(|(one, _)| sentence.contains(&one.text));
    let mut here = named.filter_map(|(_, id)| id).peekable();
    here.peek().is_none() || here.any(|id| *id == history.front.child.id)
}

/// "moved up here from Tamarford": whether a sentence says that somebody came here from a place with a capital.
fn comes_here(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    HERE_FROM.iter().any(|cue| behind(sentence, &lower, cue).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

/// Words of going, before a name with a capital, where somebody goes to work or to live.
const GONE_TO: &[&str] = &["gone to ", "went to ", "moved to ", "off to "];

/// "He has gone to Barry to work": whether a sentence says that somebody went to work or to live in a place that is nobody's name.
fn goes_to_work(history: &History<'_>, sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let to_stay =
        says(sentence, &["to work", "for work", "for a job", "to live", "for good", "warehouse work", "work there"]);
    to_stay
        && GONE_TO.iter().any(|cue| {
            let rest = behind(sentence, &lower, cue).unwrap_or_default();
            let first = rest.split_whitespace().next().unwrap_or_default();
            let place = first.trim_matches(|sign: char| !sign.is_alphanumeric());
            let is_named =
                || history.people.persons.iter().any(|one| one.named && one.name.split(' ').any(|part| part == place));
            place.len() > 3 && place.starts_with(char::is_uppercase) && !first.ends_with("'s") && !is_named()
        })
}

/// What stands behind a cue in a sentence, which is sought in its lower case.
fn behind<'s>(sentence: &'s str, lower: &str, cue: &str) -> Option<&'s str> {
    let at = lower.find(cue)?;
    sentence.get(at + cue.len()..).map(str::trim_start)
}

/// "Family registered here on moving from Suthmere", "over from Ireland": whether a sentence says that somebody is new here, from
/// a place with a capital that is neither of a street nor of a school, nor the name of anybody.
fn is_new_from(history: &History<'_>, sentence: &str, entry: &Entry, areas: &[Area]) -> bool {
    if says(sentence, &["holiday", "visiting", "for a week", "for a fortnight", "for a few days", "for the weekend"]) {
        return false;
    }
    let lower = sentence.to_lowercase();
    NEW_FROM.iter().any(|cue| {
        let Some(rest) = behind(sentence, &lower, cue) else { return false };
        let mut words = rest.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
        let first = words.next().unwrap_or_default();
        let is_own = |area: &Area| area.agency == entry.agency && area.name == first.to_lowercase();
        let is_named = || history.people.persons.iter().any(|one| one.name.split(' ').any(|part| part == first));
        let place = first.starts_with(char::is_uppercase) && first.len() > 3 && !first.ends_with("'s");
        let of_street = words.take(2).any(|word| NO_TOWN.contains(&word.to_lowercase().as_str()));
        place && !of_street && !areas.iter().any(is_own) && !is_named()
    })
}

/// Whether a sentence names one of these towns with a capital: "in the bath" is no city.
fn names_town(sentence: &str, towns: &[&str]) -> bool {
    let capital = |town: &str| {
        let words = town.split(' ').map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
        });
        words.collect::<Vec<_>>().join(" ")
    };
    towns.iter().any(|town| {
        says(sentence, &[*town]) && (sentence.contains(&capital(town)) || sentence.contains(&town.to_uppercase()))
    })
}

fn finding(history: &History<'_>, person: &PersonId, speaking: &[Speaking<'_>]) -> Option<Finding> {
    let moves = moves(history, person, speaking);
    let silent: Vec<&Entry> = moves.into_iter().filter(|entry| !is_told(history, entry)).collect();
    let entry = silent.first()?;
    let who = called(history, person);
    let is_child = *person == history.front.child.id;
    let role = if is_child { "child" } else { "alleged_perpetrator" };
    Some(Finding {
        people: BTreeMap::from([(role, person.clone())]),
        evidence: cite(silent.iter().copied()),
        ask: vec![format!(
            "Ask {} which agencies in the other area were told about {who}, when, and what they hold.",
            history.agency_name(&entry.agency)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("{who} moved across a border on {}, and no notification is shown.", dated(entry)),
            format!(
                "{} entries speak of a move into or out of another area. No transfer or notification to the other area is shown in the returns supplied.",
                if silent.len() == 1 { "One of the" } else { "Several" }
            ),
        )
    })
}

/// Entries that tell of a person's move across a border; of an alleged perpetrator, after the allegation only.
fn moves<'a>(history: &History<'a>, person: &PersonId, speaking: &[Speaking<'a>]) -> Vec<&'a Entry> {
    let is_child = *person == history.front.child.id;
    let alleged = history.allegations.iter().filter(|one| one.perpetrator == *person);
    let since = alleged.flat_map(|one| one.evidence()).filter_map(first).min();
    let may_be = may_be(history, person);
    let here = |one: &Speaking<'_>| {
        let here = history.people_in(&one.entry.id);
        is_child && one.of_child || may_be.iter().any(|id| here.contains(id))
    };
    let later = |entry: &Entry| is_child || matches!((since, last(entry)), (Some(since), Some(day)) if day > since);
    let of_person = |one: &&Speaking<'_>| (one.of_area || !is_child || one.of_child) && later(one.entry) && here(one);
    speaking.iter().filter(of_person).map(|one| one.entry).collect()
}

/// "joins us from Wyeham", "in from Medmarsh": whether a sentence tells of a move from or to the area of an agency asked,
/// other than the area of whoever wrote it.
fn comes_or_goes(sentence: &str, entry: &Entry, areas: &[Area]) -> bool {
    if !says(sentence, CAME) {
        return false;
    }
    let words: Vec<String> = sentence
        .split(|sign: char| !sign.is_alphanumeric() && sign != '\'' && sign != '\u{2019}')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let own = |name: &str| areas.iter().any(|area| area.agency == entry.agency && area.name == name);
    let elsewhere = |word: &String| areas.iter().any(|area| area.name == *word) && !own(word);
    let beside = |at: usize| {
        let before = at.checked_sub(1).is_some_and(|at| BESIDE.contains(&words[at].as_str()));
        let agency = words.get(at + 1).is_some_and(|next| AGENCY.contains(&next.as_str()));
        before && !agency
    };
    (0..words.len()).any(|at| elsewhere(&words[at]) && beside(at))
}

/// The person, and everyone who may be the same.
fn may_be<'h>(history: &'h History<'_>, person: &'h PersonId) -> Vec<&'h PersonId> {
    let pairs = history.people.maybe.iter().filter_map(|maybe| match person {
        _ if maybe.a == *person => Some(&maybe.b),
        _ if maybe.b == *person => Some(&maybe.a),
        _ => None,
    });
    std::iter::once(person).chain(pairs).collect()
}

/// Whether the entry, or one of the eight weeks after it, says that the other area was told.
fn is_told(history: &History<'_>, entry: &Entry) -> bool {
    let Some(day) = first(entry) else { return true };
    let until: NaiveDate = day.checked_add_days(Days::new(56)).unwrap_or(day);
    let near = history.entries.iter().filter(|one| first(one).is_some_and(|then| day <= then && then <= until));
    near.into_iter().any(|one| {
        let there =
            ["area", "authority", "council", "county", "borough", "cross", "children's services", "social care"];
        entry_says(one, TOLD) && (entry_says(one, &there) || entry_says(one, PLACES))
    }) || entry_says(entry, TOLD)
}
