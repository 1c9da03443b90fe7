//! # services-fragmented
//!
//! Looks for `services_many` (3) or more therapeutic services of the child within 24 months, a wait of more than
//! `wait_weeks` (18) from referral to start, or two or more that closed without an outcome.
//!
//! Why: children told their story again and again to services that each did a part (Bristol rapid review briefing).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! gp, 2021-01-10: Ava referred to CAMHS.
//! gp, 2021-09-10: Ava started counselling at CAMHS.
//! ```
//!
//! > 34 weeks from referral to the start of CAMHS.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! gp, 2021-01-10: Ava referred to CAMHS.
//! gp, 2021-03-10: Ava started counselling at CAMHS.
//! ```

use super::closure_without_outcome::shows_change;
use super::{Rule, Section};
use crate::findings::agencies::{Sector, sector};
use crate::findings::look::{first, last, months_between, of_child, siblings};
use crate::findings::told::{says, sentence, sentences};
use crate::findings::wording::Wording;
use crate::findings::words::{cite, list};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::calendar::month as month_of;
use crate::model::{Entry, EventKind, PersonId, Role};
use crate::relations::Happening;
use chrono::{Datelike, NaiveDate};

/// The rule.
pub const RULE: Rule = Rule {
    id: "services-fragmented",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("services_fragmented.rs"),
};

/// Therapeutic services, by the words that name them.
const SERVICES: &[(&str, &[&str])] = &[
    ("CAMHS", &["camhs", "child and adolescent mental health"]),
    ("counselling", &["counselling", "counsellor"]),
    ("play therapy", &["play therapy", "play therapist"]),
    ("art therapy", &["art therapy"]),
    ("ISVA support", &["isva"]),
    ("psychology", &["psychologist", "psychology"]),
    ("trauma therapy", &["trauma therapy", "trauma service", "trauma-focused"]),
    ("EMDR", &["emdr"]),
    ("drama therapy", &["drama therap", "dramatherap"]),
    ("music therapy", &["music therap"]),
    ("psychotherapy", &["psychotherap"]),
    ("CBT", &["cbt", "cognitive behaviour"]),
    ("DBT", &["dbt", "dialectical"]),
    ("family therapy", &["family therap", "systemic therap"]),
    ("equine therapy", &["equine therap", "horse therap"]),
    ("a rape crisis service", &["rape crisis"]),
    ("a harmful sexual behaviour service", &["harmful sexual behaviour service", "hsb service"]),
];

const WITHIN_MONTHS: u32 = 24;

/// A therapeutic service in an entry about the child, or about a brother or sister.
struct Used<'a> {
    whose: &'a PersonId,
    name: &'a str,
    entry: &'a Entry,
    referred: bool,
}

fn find(history: &History<'_>) -> Vec<Finding> {
    let used = used(history);
    let waited = waited(history, &used).or_else(|| said_to_have_waited(history));
    [many(history, &used), waited, closed(history)].into_iter().flatten().collect()
}

fn used<'a>(history: &'a History<'a>) -> Vec<Used<'a>> {
    let kinds = [EventKind::ServiceReferral, EventKind::ServiceStart];
    let child = &history.front.child.id;
    let children: Vec<&PersonId> = std::iter::once(child).chain(siblings(history)).collect();
    let told = history.happenings.iter().filter(|one| kinds.contains(&one.event.kind));
    let told = told.filter(|one| one.entry.when.is_some() && !is_refused(one));
    let service = |one: &'a Happening<'a>| {
        let whose = *children.iter().find(|id| **id == one.who(Role::Person).unwrap_or(child))?;
        let words = sentence(one);
        let name = named(words).or_else(|| named(&one.entry.text())).or_else(|| own_name(history, one.entry))?;
        let referred = one.event.kind == EventKind::ServiceReferral || says(words, &["waiting list", "to be referred"]);
        let referred = referred || says(words, &["referred", "referral"]);
        Some(Used { whose, name, entry: one.entry, referred })
    };
    let mut used: Vec<Used<'a>> = told.filter_map(service).collect();
    used.extend(
        history.entries.iter().filter(|entry| entry.when.is_some()).filter_map(|entry| by_words(history, entry)),
    );
    used.sort_by_key(|one| first(one.entry));
    used
}

/// A therapeutic service that an entry shows at work with the child, or asked for, in words that name no event: "Theo now has drama
/// therapy", or the first appointment in the service's own return.
fn by_words<'a>(history: &'a History<'a>, entry: &'a Entry) -> Option<Used<'a>> {
    let here = history.people_in(&entry.id);
    let child = &history.front.child.id;
    let another = !here.contains(child) && siblings(history).iter().any(|one| here.contains(*one));
    let own = own_name(history, entry);
    let text = entry.text();
    let (name, referred) = sentences(&text).find_map(|(_, one)| {
        let name = named(one).or(own)?;
        let refused = UNUSED.is_in(one);
        let referred = REFERRED.is_in(one) && !STARTED.is_in(one);
        (!refused && (referred || STARTED.is_in(one) && (own.is_some() || here.contains(child))))
            .then_some((name, referred))
    })?;
    (!another).then_some(Used { whose: child, name, entry, referred })
}

/// Words of a service at work.
static STARTED: Wording = Wording::of(
    "{first|initial|second|third|1st|2nd|opening|introductory} {appointment|session|meeting|visit|appt}, session {1|one|2|two}, {start~|begin~|commence~|resume~} .. {therapy|sessions|work|treatment|counselling|emdr|cbt|psychotherapy|with}, \
     {commenced|began|started|begun|got going|under way|underway}, {attend~|see~|seen|sees} .. {weekly|fortnightly|monthly|therapist|counsellor|psychologist|psychotherapist|therapy|session|sessions|counselling|camhs}, now {has|having|seeing|attending|gets}, \
     {weekly|fortnightly|monthly|regular} {session|sessions|therapy|counselling|appointments}, {sees|seeing|seen by} .. {weekly|fortnightly|every}, {allocated|joined} .. {therapist|group|counsellor}, {working|work} with {the|a|her|his} {therapist|counsellor|psychologist}, met {her|his|with|jo|the}",
);

/// Words of a service asked for.
static REFERRED: Wording = Wording::of(
    "{refer~|referral|re-referred|self-referred}, {waiting|wait} list, on the list, w/l, opt-in, triage*, screened in, request for",
);

/// Words of a service that nobody used.
static UNUSED: Wording = Wording::of(
    "{not|never|no} .. {accepted|referred|referral|suitable|attended|started|met|taken up|needed}, declined, rejected, refused, {would|could|might|may} {benefit|need|help|be}, {considered|suggested|discussed|thinking about|raised}, {friend|mate|cousin|neighbour|classmate}'s, {did not|didn't} {want|attend|opt|take}",
);

fn named(words: &str) -> Option<&'static str> {
    SERVICES.iter().find(|(_, phrases)| says(words, phrases)).map(|(name, _)| *name)
}

/// The name of the agency whose own entry it is, where that is a therapeutic service.
fn own_name<'a>(history: &'a History<'a>, entry: &Entry) -> Option<&'a str> {
    let own = history.front.agencies.iter().find(|one| one.id == entry.agency)?;
    let kind = || own.kind.as_deref().and_then(named);
    (sector(own) == Sector::Therapeutic).then(|| named(&own.name).or_else(kind).unwrap_or(own.name.as_str()))
}

fn is_refused(happening: &Happening<'_>) -> bool {
    says(&happening.entry.text(), &["not accepted", "declined", "rejected", "does not meet", "not met"])
}

/// So many services that began within two years of each other.
fn many(history: &History<'_>, used: &[Used<'_>]) -> Option<Finding> {
    let limit = history.front.settings.services_many as usize;
    let near = |from: &Used<'_>| -> Vec<usize> {
        let day = first(from.entry);
        let within = |one: &Used<'_>| {
            one.whose == from.whose
                && matches!((day, first(one.entry)), (Some(from), Some(then)) if from <= then && months_between(from, then) < WITHIN_MONTHS)
        };
        (0..used.len()).filter(|at| within(&used[*at]) && !used[*at].referred).collect()
    };
    let names = |at: &[usize]| {
        let mut names: Vec<&str> = at.iter().map(|at| used[*at].name).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let most = used.iter().map(near).max_by_key(|at| names(at).len()).filter(|at| names(at).len() >= limit)?;
    let names = names(&most);
    Some(Finding {
        evidence: cite(most.iter().map(|at| used[*at].entry)),
        ask: vec!["Ask each service what it offered, and who holds the whole.".to_owned()],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{} therapeutic services within two years: {}.", names.len(), list(&names)),
            format!(
                "{limit} or more within {WITHIN_MONTHS} months are counted. Who holds the work together is not shown."
            ),
        )
    })
}

/// The longest wait from a referral to the start of the same service.
fn waited<'a>(history: &History<'_>, used: &'a [Used<'a>]) -> Option<Finding> {
    let limit = i64::from(history.front.settings.wait_weeks);
    let wait = |from: &'a Used<'a>| {
        let start = used.iter().find(|one| {
            !one.referred && one.whose == from.whose && one.name == from.name && first(one.entry) > last(from.entry)
        })?;
        let weeks = (first(start.entry)? - last(from.entry)?).num_weeks();
        (weeks > limit && weeks < 104).then(|| (weeks, from.name, cite([from.entry, start.entry])))
    };
    let (weeks, name, evidence) =
        used.iter().filter(|one| one.referred).filter_map(wait).max_by_key(|(weeks, ..)| *weeks)?;
    Some(Finding {
        evidence,
        ask: vec![format!("Ask {name} what was offered while the child waited.")],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{weeks} weeks from referral to the start of {name}."),
            format!("The limit is {limit} weeks."),
        )
    })
}

/// A wait that an entry of a therapeutic service, or one that names it, states itself: "first appointment, 22 wks", "following the
/// referral made in December".
fn said_to_have_waited(history: &History<'_>) -> Option<Finding> {
    let limit = i64::from(history.front.settings.wait_weeks);
    let told = |entry: &&'_ Entry| {
        let day = first(entry)?;
        let service = own_name(history, entry);
        let text = entry.text();
        let said = sentences(&text).filter_map(|(_, one)| {
            let name = named(one).or(service)?;
            let weeks = stated_wait(one, day).filter(|_| says(one, BEGUN))?;
            (weeks > limit && weeks < 104).then(|| (weeks, name.to_owned()))
        });
        said.last()
    };
    let (entry, (weeks, name)) = history.entries.iter().find_map(|entry| Some((*entry, told(entry)?)))?;
    Some(Finding {
        evidence: cite([entry]),
        ask: vec![format!("Ask {name} what was offered while the child waited.")],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{weeks} weeks from referral to the start of {name}."),
            format!("The entry says so itself. The limit is {limit} weeks."),
        )
    })
}

/// Words of a service that begins.
const BEGUN: &[&str] = &["first", "initial appointment", "began", "begun", "started", "starts", "seen", "wait"];

/// The weeks that a sentence says somebody waited, by a day on which the wait was over.
fn stated_wait(sentence: &str, day: NaiveDate) -> Option<i64> {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let counted = words.windows(2).find_map(|pair| {
        let number: i64 = pair[0].parse().ok()?;
        match pair[1] {
            "wk" | "wks" | "week" | "weeks" => Some(number),
            "month" | "months" | "mths" => Some(number * 13 / 3),
            _ => None,
        }
    });
    let waited = says(sentence, &["wait", "after", "appointment,", "wks", "weeks from"]) && !says(sentence, &["every"]);
    let month = || {
        let at =
            words.windows(3).position(|three| three[0] == "referral" && matches!(three[1], "made" | "in" | "of"))?;
        let month = words[at..].iter().take(4).find_map(|word| month_of(word))?;
        let year = if month < day.month() { day.year() } else { day.year() - 1 };
        Some((day - NaiveDate::from_ymd_opt(year, month, 28)?).num_weeks())
    };
    counted.filter(|_| waited).or_else(month)
}

/// Words with which a service closes in its own return.
static CLOSED: Wording = Wording::of(
    "{closed|closing|discharged|discharge}, {case|file|record|referral|episode} {is |was |now |to be |}{closed|shut|shut down|ended|withdrawn}, {ended|end} {of|the} {work|therapy|involvement|episode|contract}, funding {ended|ran out}, {removed|taken} off {the|our} {list|books|caseload}",
);

/// Two or more services that closed with nothing on what changed for the child.
fn closed(history: &History<'_>) -> Option<Finding> {
    let ended = of_child(history, &[EventKind::ServiceEnd]).into_iter();
    let of_service = |entry: &Entry| named(&entry.text()).is_some() || own_name(history, entry).is_some();
    let told = ended.map(|one| one.entry).filter(|entry| of_service(entry));
    let own = history.entries.iter().copied().filter(|one| own_name(history, one).is_some() && CLOSED.is_told_in(one));
    let mut closed: Vec<&Entry> = told.chain(own).filter(|entry| !shows_change(history, entry)).collect();
    closed.sort_by_key(|entry| history.place(&entry.id));
    closed.dedup_by_key(|entry| &entry.id);
    if closed.len() < 2 {
        return None;
    }
    Some(Finding {
        evidence: cite(closed.iter().copied()),
        ask: vec!["Ask each service what was different for the child when it closed.".to_owned()],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            format!("{} therapeutic services closed with nothing on what changed for the child.", closed.len()),
            "What each achieved is not shown in the returns supplied.".to_owned(),
        )
    })
}
