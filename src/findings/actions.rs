//! Loose ends: what was agreed to be done, by whom and by when, and the entry that shows it done.

use super::action_words::{
    AGREED_ON, COMMON, DAYS, DOING, DONE, GOING_ON, HEADS, NOBODY, OWNERS, PAST, STATES, UNLIKE,
};
use super::look::{is_child_on, last};
use super::told::{says, sentences};
use super::word_places::WordPlaces;
use super::wording::Wording;
use crate::history::History;
use crate::model::{Entry, EventKind, FrontPerson, Meaning};
use std::collections::{BTreeMap, BTreeSet};

/// Something that was to be done.
#[derive(Clone, Debug)]
pub struct AgreedAction<'a> {
    /// Where it was agreed.
    pub entry: &'a Entry,
    /// The entry's own words.
    pub words: &'a str,
    /// Who was to do it; none where nobody is named.
    pub owner: Option<&'a str>,
    /// By when, in the entry's words; none where no day is given.
    pub due: Option<&'a str>,
    /// The first later entry that shows it done.
    pub done: Option<&'a Entry>,
}

/// Every action that an entry agrees on, in chronology order.
pub fn agreed<'a>(history: &History<'a>) -> Vec<AgreedAction<'a>> {
    let dated = history.entries.iter().copied().filter(|entry| entry.when.is_some());
    let said = LaterWords { history, places: WordPlaces::of(&history.entries), names: names(history) };
    dated.flat_map(|entry| in_entry(&said, entry)).collect()
}

/// What is looked through for words that show an action done.
struct LaterWords<'h, 'a> {
    history: &'h History<'a>,
    /// The words of its entries.
    places: WordPlaces,
    /// The words of everyone's names: that somebody is named again shows nothing done.
    names: String,
}

fn in_entry<'a>(said: &LaterWords<'_, 'a>, entry: &'a Entry) -> Vec<AgreedAction<'a>> {
    let cells = entry
        .cells
        .iter()
        .filter(|cell| matches!(cell.meaning, Meaning::Event | Meaning::Action | Meaning::Outcome | Meaning::Unknown));
    let told = cells.flat_map(|cell| {
        let listed = matches!(cell.meaning, Meaning::Action | Meaning::Outcome);
        sentences(&cell.text).map(move |(_, sentence)| (listed, sentence.trim()))
    });
    told.flat_map(|(listed, sentence)| points(sentence).into_iter().map(move |point| (listed, point)))
        .filter_map(|(listed, sentence)| read(sentence).or_else(|| in_list(sentence).filter(|_| listed)))
        .filter(|(_, owner, _)| !owner.is_some_and(|owner| is_a_child(said.history, entry, owner)))
        .map(|(words, owner, due)| AgreedAction { entry, words, owner, due, done: said.done(entry, words, owner) })
        .collect()
}

/// The points of a sentence: "Review in June. Agreed: visit to the hotel by DC Ward; the taxi firm to be looked at" has two, and what was
/// agreed stands behind "it was agreed that" wherever in the sentence it is.
fn points(sentence: &str) -> Vec<&str> {
    let lower = sentence.to_ascii_lowercase();
    let said = AGREED.iter().filter_map(|words| lower.rfind(words)).min();
    let said = said.filter(|at| *at > 0 && sentence.is_char_boundary(*at));
    let from = said.map_or(sentence, |at| &sentence[at..]);
    from.split(';').map(str::trim).filter(|point| !point.is_empty()).collect()
}

/// Words before what was agreed, in the middle of a sentence.
const AGREED: &[&str] = &[
    "it was agreed that ",
    "it was decided that ",
    "decided that ",
    "all agreed that ",
    "we agreed that ",
    "agreed: ",
    "actions: ",
    "action: ",
];

/// Words of something that is not done yet.
static UNDONE: Wording = Wording::of(
    "outstanding, not yet, yet to, overdue, {still|remains} {to be|not|no|waiting|awaiting|awaited|outstanding|open|to do}, {has|have|had} not {been|yet|happened|arrived|come|had}, \
     {hasn't|haven't|hadn't}, {nothing|no one|nobody|none} {has|have|had|been|heard|came|come}, no {sign|word|news} of, carried {over|forward}, {apologies|sorry} .. {not|delay|for}, {chased|chase} {again|up}, never {came|happened|done|sent|made}",
);

/// Whether an owner is the child, or a child of the front sheet: "Amina to look at schools" is no agency's action.
fn is_a_child(history: &History<'_>, entry: &Entry, owner: &str) -> bool {
    let given = |name: &str| name.split_whitespace().next().is_some_and(|first| owner.eq_ignore_ascii_case(first));
    let named = |name: &str| given(name) || owner.eq_ignore_ascii_case(name);
    let child = &history.front.child;
    let young = |person: &FrontPerson| last(entry).is_some_and(|day| is_child_on(history, &person.id, day));
    named(&child.name) || history.front.people.iter().any(|one| one.born.is_some() && named(&one.name) && young(one))
}

/// An action's words, owner and day, where a sentence is one.
fn read(sentence: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
    let lower = sentence.to_lowercase();
    let head = HEADS.iter().find(|head| lower.starts_with(**head) && sentence.is_char_boundary(head.len()));
    let words = head.map_or(sentence, |head| &sentence[head.len()..]).trim_start_matches(numbering).trim();
    if words.contains(['"', '“', '”']) || says(words, &["if", "asked if", "wants to", "would like"]) {
        return None;
    }
    let owner = match (active(words, head.is_some()), passive(words, head.is_some())) {
        (_, Some(owner)) => owner,
        (Some(owner), None) => owner,
        (None, None) if head.is_some_and(|head| AGREED_ON.contains(head)) && is_order(words) => None,
        (None, None) => return None,
    };
    Some((words.trim_end_matches('.'), owner, due(words)))
}

/// Whether words behind "Agreed:" begin with what is to be done: "find Reece a mentor", "ask probation for their assessment".
fn is_order(words: &str) -> bool {
    let verb = words.split(|c: char| !(c.is_alphabetic() || c == '-')).next().unwrap_or_default().to_lowercase();
    DOING.contains(&verb.as_str()) && !GOING_ON.contains(&verb.as_str()) && words.split_whitespace().count() > 2
}

/// "Mapping, co-ordinator, by 31 July 2024": what, who and by when, as a column of actions has it.
fn in_list(sentence: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
    let words = sentence.trim_start_matches(numbering).trim().trim_end_matches('.');
    let day = due(words)?;
    let (before, last) = words.rsplit_once(',')?;
    let (_, owner) = before.rsplit_once(',')?;
    let plain = !words.contains(['"', '“', '”'])
        && last.trim_start().starts_with("by ")
        && owner.split_whitespace().count() <= 4;
    plain.then(|| (words, somebody(owner), Some(day)))
}

/// What numbers the points of a list: "1. ", "2) ", "- ".
fn numbering(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ')' | '(' | '-' | '•' | '*' | ' ')
}

/// "Dawn Pitt to send ...": who stands before the verb.
fn active(words: &str, headed: bool) -> Option<Option<&str>> {
    let plain = words.split_once(" to ").filter(|(before, _)| before.split_whitespace().count() <= 5);
    let agreed = || [" will ", " would ", " should "].iter().find_map(|verb| words.split_once(verb)).filter(|_| headed);
    let promised = || UNDERTAKES.iter().find_map(|verb| words.split_once(verb));
    [promised(), agreed(), plain].into_iter().flatten().find_map(|(before, after)| owner_before(before, after, headed))
}

/// Words between who takes something on and what it is.
const UNDERTAKES: &[&str] = &[
    " undertook to ",
    " has undertaken to ",
    " agreed to ",
    " has agreed to ",
    " have agreed to ",
    " promised to ",
    " has promised to ",
    " offered to ",
    " is going to ",
    " was asked to ",
    " were asked to ",
    " was tasked to ",
    " tasked to ",
    " is tasked to ",
    " is down to ",
];

/// Who stands before what is to be done, where that is something that people are asked to do.
fn owner_before<'t>(before: &'t str, after: &str, headed: bool) -> Option<Option<&'t str>> {
    let before = before.strip_prefix("the ").unwrap_or(before);
    let before = [" is", " are"].iter().find_map(|be| before.strip_suffix(be)).unwrap_or(before);
    let verb = after.split(|c: char| !(c.is_alphabetic() || c == '-')).next().unwrap_or_default();
    let named = before.split_whitespace().count() <= 5 && (headed || before.starts_with(char::is_uppercase));
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || OWNERS.contains(&word);
    let past = |word: &str| PAST.contains(&word) || before == word && word.ends_with("ed");
    let all = before.split_whitespace().all(|word| !past(word) && is_name(word));
    (named && all && DOING.contains(&verb)).then(|| somebody(before))
}

/// How many words may name what is to be done.
const MATTER: usize = 10;

/// "check to be made by T Osei": who stands after "by", where anybody does.
fn passive(words: &str, headed: bool) -> Option<Option<&str>> {
    let agreed = || words.split_once("greed that ").and_then(|(_, rest)| rest.split_once(" be "));
    let would = || words.split_once(" would be ").or_else(|| words.split_once(" will be "));
    let owed =
        || [" must be ", " needs to be "].iter().find_map(|cue| words.split_once(cue)).or_else(|| advised(words));
    let (before, after) =
        words.split_once(" to be ").or_else(agreed).or_else(owed).or_else(|| would().filter(|_| headed))?;
    let verb = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let clause = before.split_whitespace().count() > MATTER || before.contains([':', ',']);
    if !DONE.contains(&verb) || clause || is_state(before) {
        return None;
    }
    let by = after.split(" by ").skip(1).find(|part| part.starts_with(char::is_uppercase) && !is_day(part));
    Some(by.and_then(|part| somebody(part.split([',', '.', '(']).next().unwrap_or(part))))
}

/// "Consent should be obtained": advice is an action; where anybody at all may follow it, "by a specialist service", it is an opinion.
fn advised(words: &str) -> Option<(&str, &str)> {
    words.split_once(" should be ").filter(|(_, after)| !after.contains(" by a ") && !after.contains(" by an "))
}

/// Whether words tell what somebody is or wishes, and not what is to be done: "too young", "not well enough", "she wants".
fn is_state(before: &str) -> bool {
    let last = before.split_whitespace().last().unwrap_or_default().to_lowercase();
    STATES.contains(&last.as_str()) || says(before, &["too"])
}

fn somebody(words: &str) -> Option<&str> {
    let name = words.trim();
    (!name.is_empty() && !NOBODY.contains(&name.to_lowercase().as_str())).then_some(name)
}

/// What follows the last "by", where it is a day.
fn due(words: &str) -> Option<&str> {
    let after = words.rsplit(" by ").next().filter(|part| part.len() < words.len() && is_day(part))?;
    Some(after.trim_end_matches(['.', ')']).trim())
}

fn is_day(words: &str) -> bool {
    let start: String = words.trim_start().to_lowercase().split_whitespace().next().unwrap_or_default().to_owned();
    start.starts_with(|c: char| c.is_ascii_digit()) || DAYS.iter().any(|day| start.starts_with(day))
}

impl<'a> LaterWords<'_, 'a> {
    /// The first later entry that shows an action done: it shares the action's matter, or it is the event asked for.
    fn done(&self, agreed: &Entry, words: &str, owner: Option<&str>) -> Option<&'a Entry> {
        let (history, day) = (self.history, last(agreed)?);
        let place = history.place(&agreed.id)?;
        let names = format!("{} {}", self.names, owner.unwrap_or_default().to_lowercase());
        let matter = matter(words, &names);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in matter.iter().flat_map(|stem| self.places.after(place, stem)) {
            *shared.entry(at).or_default() += 1;
        }
        let any = |stems: &mut dyn Iterator<Item = &String>| -> BTreeSet<usize> {
            stems.flat_map(|stem| self.places.after(place, stem)).collect()
        };
        let same = any(&mut verbs(words).iter());
        let of_whom = if matter.is_empty() { any(&mut named(words, &names).iter()) } else { BTreeSet::new() };
        let shows = |at: &usize| {
            let shared = shared.get(at).copied().unwrap_or_default();
            shared >= 2 && shared * 2 >= matter.len().min(6)
                || same.contains(at) && (shared == 1 && matter.len() < 3 || of_whom.contains(at))
        };
        let is_later = |at: &usize| history.entries[*at].when.as_ref().is_some_and(|when| when.latest >= day);
        let wanted = kinds(words);
        let is_wanted = |at: &usize| history.readings[*at].events.iter().any(|event| wanted.contains(&event.kind));
        let asked_for =
            (place + 1..history.entries.len()).filter(|_| !wanted.is_empty()).find(|at| is_wanted(at) && is_later(at));
        let is_undone = |at: &usize| UNDONE.is_told_in(history.entries[*at]);
        let mut told: Vec<usize> = shared.keys().chain(&same).copied().filter(|at| shows(at) && is_later(at)).collect();
        told.sort_unstable();
        let told = told.into_iter().find(|at| !is_undone(at));
        asked_for.into_iter().chain(told).min().map(|at| history.entries[at])
    }
}

/// The stem of what is to be done, and of its past where that differs: "refer" is found in "referral", "write" in "wrote".
fn verbs(words: &str) -> Vec<String> {
    let after = words.split_once(" to be ").or_else(|| words.split_once(" to ")).map_or("", |(_, after)| after);
    let verb = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let past = UNLIKE.iter().filter(|(now, _)| *now == verb).map(|(_, past)| (*past).to_owned());
    let own = Some(stem(&verb)).filter(|_| verb.len() >= 4);
    own.into_iter().chain(past).collect()
}

/// The kinds of event that show an action of some kinds done.
fn kinds(words: &str) -> Vec<EventKind> {
    let pairs: [(&[&str], &[EventKind]); 7] = [
        (&["screen"], &[EventKind::Screening]),
        (&["return interview", "return home interview"], &[EventKind::ReturnInterview]),
        (&["nrm", "national referral"], &[EventKind::Nrm]),
        (&["strategy"], &[EventKind::StrategyDiscussion]),
        (&["conference"], &[EventKind::Conference]),
        (&["panel"], &[EventKind::Panel]),
        (&["assessment"], &[EventKind::Assessment]),
    ];
    let of_family = says(words, &["family group conference", "risk assessment"]);
    pairs
        .iter()
        .filter(|(phrases, _)| says(words, phrases) && !of_family)
        .flat_map(|(_, kinds)| kinds.iter().copied())
        .collect()
}

/// The words of everyone's names.
fn names(history: &History<'_>) -> String {
    let known = history.people.persons.iter().filter(|person| person.named).map(|person| person.name.to_lowercase());
    known.collect::<Vec<_>>().join(" ")
}

/// Those words of an action that are somebody's name.
fn named(words: &str, names: &str) -> BTreeSet<String> {
    let all = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 3);
    all.map(str::to_lowercase).filter(|word| names.split_whitespace().any(|name| name == word)).collect()
}

fn matter(words: &str, names: &str) -> BTreeSet<String> {
    let lower = words.to_lowercase();
    let long = |word: &&str| word.len() >= 4 && word.chars().all(char::is_alphabetic);
    let verbs = |word: &str| DOING.contains(&word) || DONE.contains(&word) || DAYS.contains(&word);
    let all = lower.split(|c: char| !c.is_alphanumeric()).filter(long);
    all.filter(|word| !COMMON.contains(word) && !verbs(word) && !names.contains(word)).map(stem).collect()
}

/// The first letters of a word, so that "forms" is found in "form".
fn stem(word: &str) -> String {
    word.chars().take(if word.len() > 5 { 5 } else { 4 }).collect()
}
