//! Loose ends: what was agreed to be done, by whom and by when, and the entry that shows it done.

use super::look::{is_child_on, last};
use super::told::{says, sentences};
use crate::history::History;
use crate::model::{Entry, EventKind, FrontPerson, Meaning};
use std::collections::BTreeSet;

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

/// What people are asked to do: the verbs that make "Dawn to send the pack" an action.
const DOING: &[&str] = &[
    "action",
    "add",
    "advise",
    "agree",
    "alert",
    "allocate",
    "amend",
    "analyse",
    "apply",
    "appoint",
    "approach",
    "arrange",
    "ask",
    "assess",
    "attach",
    "attend",
    "audit",
    "book",
    "bring",
    "calculate",
    "call",
    "cancel",
    "carry",
    "catch",
    "chair",
    "change",
    "chase",
    "check",
    "circulate",
    "clarify",
    "clear",
    "close",
    "co-ordinate",
    "collect",
    "commission",
    "compile",
    "complete",
    "confirm",
    "consider",
    "consult",
    "contact",
    "convene",
    "coordinate",
    "copy",
    "cover",
    "create",
    "deal",
    "decide",
    "deliver",
    "design",
    "detail",
    "develop",
    "discharge",
    "discuss",
    "draft",
    "draw",
    "email",
    "engage",
    "enquire",
    "ensure",
    "escalate",
    "establish",
    "evidence",
    "examine",
    "explain",
    "explore",
    "extend",
    "facilitate",
    "feed",
    "file",
    "fill",
    "finalise",
    "find",
    "finish",
    "fit",
    "fix",
    "follow",
    "forward",
    "fund",
    "gather",
    "get",
    "give",
    "hand",
    "help",
    "highlight",
    "hold",
    "identify",
    "implement",
    "inform",
    "initiate",
    "inspect",
    "install",
    "interview",
    "introduce",
    "investigate",
    "invite",
    "issue",
    "lead",
    "liaise",
    "list",
    "log",
    "look",
    "make",
    "map",
    "meet",
    "monitor",
    "negotiate",
    "nominate",
    "notify",
    "observe",
    "obtain",
    "offer",
    "open",
    "order",
    "organise",
    "outline",
    "overview",
    "pass",
    "pay",
    "phone",
    "photograph",
    "plan",
    "prepare",
    "print",
    "progress",
    "propose",
    "protect",
    "provide",
    "purchase",
    "pursue",
    "put",
    "quantify",
    "question",
    "raise",
    "rate",
    "re-refer",
    "re-screen",
    "read",
    "reassess",
    "recommend",
    "reconvene",
    "record",
    "refer",
    "refresh",
    "register",
    "reinforce",
    "release",
    "remind",
    "renew",
    "repair",
    "repeat",
    "replace",
    "reply",
    "report",
    "request",
    "research",
    "resend",
    "resolve",
    "respond",
    "review",
    "revisit",
    "ring",
    "run",
    "safeguard",
    "scan",
    "schedule",
    "scope",
    "screen",
    "search",
    "secure",
    "seek",
    "send",
    "serve",
    "set",
    "share",
    "sign",
    "signpost",
    "sort",
    "source",
    "speak",
    "start",
    "strengthen",
    "study",
    "submit",
    "summarise",
    "supervise",
    "supply",
    "support",
    "survey",
    "swap",
    "take",
    "talk",
    "task",
    "teach",
    "tell",
    "test",
    "trace",
    "track",
    "train",
    "transfer",
    "translate",
    "transport",
    "trial",
    "type",
    "undertake",
    "update",
    "upload",
    "urge",
    "validate",
    "vary",
    "verify",
    "visit",
    "warn",
    "weigh",
    "withdraw",
    "work",
    "write",
];

/// What is done to things: the words that make "check to be made" an action.
const DONE: &[&str] = &[
    "agreed",
    "allocated",
    "arranged",
    "asked",
    "booked",
    "carried",
    "chased",
    "checked",
    "completed",
    "contacted",
    "convened",
    "done",
    "explored",
    "found",
    "gathered",
    "given",
    "identified",
    "informed",
    "invited",
    "made",
    "notified",
    "obtained",
    "organised",
    "provided",
    "referred",
    "requested",
    "reviewed",
    "sent",
    "shared",
    "sourced",
    "sought",
    "submitted",
    "taken",
    "told",
    "undertaken",
    "updated",
    "visited",
    "written",
];

/// Subjects that are nobody in particular.
const NOBODY: &[&str] = &[
    "someone",
    "somebody",
    "agencies",
    "professionals",
    "all",
    "everyone",
    "workers",
    "staff",
    "agreed",
    "plan",
    "action",
    "tbc",
    "nobody",
    "anyone",
    "whoever",
    "team",
];

/// What stands before an action, in the notes of a meeting.
const HEADS: &[&str] = &[
    "agreed actions:",
    "agreed action:",
    "agreed that ",
    "agreed:",
    "actions agreed:",
    "actions:",
    "action:",
    "action point:",
    "it was agreed that ",
    "it was agreed for ",
    "it was recommended that ",
    "recommended:",
    "recommendation:",
    "recommendations:",
    "next steps:",
    "next step:",
    "plan:",
    "to do:",
];

/// Every action that an entry agrees on, in chronology order.
pub fn agreed<'a>(history: &History<'a>) -> Vec<AgreedAction<'a>> {
    let dated = history.entries.iter().copied().filter(|entry| entry.when.is_some());
    dated.flat_map(|entry| in_entry(history, entry)).collect()
}

fn in_entry<'a>(history: &History<'a>, entry: &'a Entry) -> Vec<AgreedAction<'a>> {
    let cells = entry
        .cells
        .iter()
        .filter(|cell| matches!(cell.meaning, Meaning::Event | Meaning::Action | Meaning::Outcome | Meaning::Unknown));
    let told = cells.flat_map(|cell| {
        let listed = matches!(cell.meaning, Meaning::Action | Meaning::Outcome);
        sentences(&cell.text).map(move |(_, sentence)| (listed, sentence.trim()))
    });
    told.filter_map(|(listed, sentence)| read(sentence).or_else(|| in_list(sentence).filter(|_| listed)))
        .filter(|(_, owner, _)| !owner.is_some_and(|owner| is_a_child(history, entry, owner)))
        .map(|(words, owner, due)| AgreedAction { entry, words, owner, due, done: done(history, entry, words, owner) })
        .collect()
}

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
    let owner = match (active(words, head.is_some()), passive(words)) {
        (_, Some(owner)) => owner,
        (Some(owner), None) => owner,
        (None, None) => return None,
    };
    Some((words.trim_end_matches('.'), owner, due(words)))
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
    let (before, after) = plain.or_else(agreed)?;
    let before = before.strip_prefix("the ").unwrap_or(before);
    let verb = after.split(|c: char| !(c.is_alphabetic() || c == '-')).next().unwrap_or_default();
    let named = before.split_whitespace().count() <= 5 && (headed || before.starts_with(char::is_uppercase));
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || OWNERS.contains(&word);
    let all = before.split_whitespace().all(|word| !PAST.contains(&word) && is_name(word));
    (named && all && DOING.contains(&verb)).then(|| somebody(before))
}

/// Words beside names in the name of an owner: "Social worker", "Mother and father".
const OWNERS: &[&str] = &[
    "and",
    "of",
    "the",
    "care",
    "worker",
    "team",
    "manager",
    "mother",
    "father",
    "mum",
    "dad",
    "parents",
    "parent",
    "carer",
    "carers",
    "foster",
    "school",
    "police",
    "nurse",
    "visitor",
    "health",
    "social",
    "support",
    "keyworker",
    "teacher",
    "head",
    "officer",
    "chair",
    "panel",
    "family",
    "lead",
    "services",
    "housing",
    "service",
    "sw",
    "hv",
    "gp",
    "dsl",
    "iro",
    "key",
    "young",
    "people's",
    "youth",
    "children's",
    "family",
    "allocated",
    "independent",
    "reviewing",
    "advocate",
    "counsellor",
    "therapist",
    "doctor",
    "paediatrician",
    "midwife",
    "senco",
    "tutor",
    "year",
    "home",
    "someone",
    "somebody",
    "all",
    "agencies",
    "professionals",
    "workers",
    "staff",
    "education",
    "sexual",
    "safeguarding",
    "designated",
    "coordinator",
    "co-ordinator",
    "adviser",
    "advisor",
    "isva",
    "camhs",
    "with",
];

/// Words that begin a sentence and name nobody.
const PAST: &[&str] = &[
    "No", "Nothing", "How", "Not", "Unable", "Able", "Went", "Wants", "Came", "Agreed", "Asked", "Due", "Happy",
    "Invited", "Offered", "Referred", "Advised",
];

/// How many words may name what is to be done.
const MATTER: usize = 10;

/// "check to be made by T Osei": who stands after "by", where anybody does.
fn passive(words: &str) -> Option<Option<&str>> {
    let agreed = || words.split_once("greed that ").and_then(|(_, rest)| rest.split_once(" be "));
    let owed = || [" should be ", " must be ", " needs to be "].iter().find_map(|cue| words.split_once(cue));
    let (before, after) = words.split_once(" to be ").or_else(agreed).or_else(owed)?;
    let verb = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let clause = before.split_whitespace().count() > MATTER || before.contains([':', ',']);
    if !DONE.contains(&verb) || clause {
        return None;
    }
    let by = after.split(" by ").skip(1).find(|part| part.starts_with(char::is_uppercase) && !is_day(part));
    Some(by.and_then(|part| somebody(part.split([',', '.', '(']).next().unwrap_or(part))))
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

const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "next",
    "end",
    "tomorrow",
    "half",
    "easter",
    "christmas",
];

fn is_day(words: &str) -> bool {
    let start: String = words.trim_start().to_lowercase().split_whitespace().next().unwrap_or_default().to_owned();
    start.starts_with(|c: char| c.is_ascii_digit()) || DAYS.iter().any(|day| start.starts_with(day))
}

/// The first later entry that shows an action done: it shares the action's matter, or it is the event asked for.
fn done<'a>(history: &History<'a>, agreed: &Entry, words: &str, owner: Option<&str>) -> Option<&'a Entry> {
    let day = last(agreed)?;
    let matter = matter(words, &names(history, owner));
    let wanted = kinds(words);
    let place = history.place(&agreed.id)?;
    let later = history.entries.iter().enumerate().filter(|(at, entry)| {
        *at > place && entry.when.as_ref().is_some_and(|when| when.latest >= day) && entry.id != agreed.id
    });
    let verb = verb(words);
    let whom: BTreeSet<String> = named(words, &names(history, owner));
    let shows = |at: usize, entry: &Entry| {
        let kind = history.readings[at].events.iter().any(|event| wanted.contains(&event.kind));
        let text = entry.text().to_lowercase();
        let shared = matter.iter().filter(|word| has_stem(&text, word)).count();
        let same = verb.as_ref().is_some_and(|verb| has_stem(&text, verb));
        let of_whom = matter.is_empty() && whom.iter().any(|word| has_stem(&text, word));
        kind || shared >= 2 && shared * 2 >= matter.len().min(6) || same && (shared == 1 && matter.len() < 3 || of_whom)
    };
    later.filter(|(at, entry)| shows(*at, entry)).map(|(_, entry)| *entry).next()
}

/// The stem of what is to be done: "refer" is found in "referral".
fn verb(words: &str) -> Option<String> {
    let (_, after) = words.split_once(" to be ").or_else(|| words.split_once(" to "))?;
    let verb = after.split(|c: char| !c.is_alphabetic()).next().filter(|verb| verb.len() >= 4)?;
    Some(stem(&verb.to_lowercase()))
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
    pairs.iter().filter(|(phrases, _)| says(words, phrases)).flat_map(|(_, kinds)| kinds.iter().copied()).collect()
}

/// Words that say nothing of the matter.
const COMMON: &[&str] = &[
    "with", "from", "that", "this", "they", "their", "them", "then", "about", "before", "after", "will", "would",
    "into", "over", "both", "next", "week", "weeks", "made", "make", "help", "take", "need", "needs", "agreed",
    "action", "social", "worker", "child", "children", "meeting", "someone", "school", "mother", "father", "parents",
];

/// The words of everyone's names: that somebody is named again shows nothing done.
fn names(history: &History<'_>, owner: Option<&str>) -> String {
    let known = history.people.persons.iter().filter(|person| person.named).map(|person| person.name.to_lowercase());
    known.chain(owner.map(str::to_lowercase)).collect::<Vec<_>>().join(" ")
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

fn has_stem(text: &str, stem: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(stem))
}
