//! What the receiving service needs to know first: the findings, those that call for action before the others.

use crate::findings::{Finding, LookedAt, Priority};
use crate::relations::familial::{CAUTION, Section27};
use crate::report::index::{Citation, Index, Link};
use crate::report::plain;
use crate::report::runs::{Run, runs};
use serde::Serialize;

/// The data of `chronology/first.html`.
#[derive(Serialize)]
pub struct First {
    /// The headlines that call for action, each with the card it leads to and who has looked at it.
    brief: Vec<Brief>,
    groups: Vec<Group>,
    /// What is said where nothing calls for action.
    calm: Option<&'static str>,
}

/// The findings of one priority.
#[derive(Serialize)]
struct Group {
    id: &'static str,
    heading: &'static str,
    /// Whether each card is shown whole; else what it rests on opens on demand.
    whole: bool,
    findings: Vec<Several>,
    /// Those that somebody has looked at and that rest on nothing new since.
    looked_at: Vec<Card>,
    number: usize,
}

/// Cards that are told together, under a heading where they are many.
#[derive(Serialize)]
struct Several {
    heading: Option<String>,
    cards: Vec<Card>,
}

/// A line of the list in short.
#[derive(Serialize)]
struct Brief {
    anchor: String,
    headline: String,
    looked_at: Option<String>,
}

/// The data of `chronology/finding.html`.
#[derive(Serialize)]
struct Card {
    anchor: String,
    rule: &'static str,
    headline: String,
    explanation: String,
    /// Where the rule has states, and where the allegation stands: what it is, and what it says.
    marks: Vec<(&'static str, String)>,
    path: Vec<Step>,
    evidence: Vec<Citation>,
    ask: Vec<String>,
    seen: Option<SeenWords>,
    hidden: Option<String>,
    section_27: Option<Section27Words>,
    looked_at: Option<Looked>,
    /// Whether what it rests on is two accounts that are to be read side by side.
    side_by_side: bool,
    /// What somebody decided that bears on it: the decision and the words.
    decided: Vec<(Link, String)>,
}

/// The test of section 27, in words.
#[derive(Serialize)]
struct Section27Words {
    answer: String,
    facts: String,
    evidence: Vec<Link>,
    child: String,
    caution: &'static str,
}

/// Who has looked at a finding.
#[derive(Serialize)]
struct Looked {
    by: String,
    on: String,
    why: Option<String>,
    decision: Link,
    /// What it rests on that it did not rest on then.
    since: Vec<Link>,
}

/// One step of the way from an alleged perpetrator to the child.
#[derive(Serialize)]
struct Step {
    person: String,
    relation: String,
    of: String,
    evidence: Vec<Link>,
}

/// When a finding could first have been seen.
#[derive(Serialize)]
struct SeenWords {
    combined: String,
    by_agency: Vec<(String, String)>,
}

/// The findings by priority, in the account's order.
pub fn first(index: &Index) -> First {
    let findings = &index.account.findings;
    let groups = [Priority::Act, Priority::Check, Priority::Note].map(|priority| {
        let all = || findings.iter().enumerate().filter(move |(_, finding)| finding.priority == priority);
        let wanted = |settled: bool| all().filter(move |(_, finding)| finding.is_settled() == settled);
        let cards = |run: &[(usize, &Finding)]| run.iter().map(|(at, finding)| card(index, at + 1, finding)).collect();
        let whole = priority == Priority::Act;
        let several = |run: Run| Several { heading: run.heading.filter(|_| !whole), cards: cards(&run.findings) };
        Group {
            id: plain::priority_id(priority),
            heading: plain::priority(priority),
            whole,
            findings: runs(index, wanted(false)).into_iter().map(several).collect(),
            looked_at: cards(&wanted(true).collect::<Vec<_>>()),
            number: all().count(),
        }
    });
    let calm = match [&groups[0], &groups[1]].map(|group| group.number == 0) {
        [true, true] => Some("No finding calls for action, and none for finding out."),
        [true, false] => Some("No finding calls for action first."),
        _ => None,
    };
    let first = groups[0].findings.iter().flat_map(|several| &several.cards);
    let brief = first.chain(&groups[0].looked_at).map(|card| Brief {
        anchor: card.anchor.clone(),
        headline: card.headline.clone(),
        looked_at: card.looked_at.as_ref().filter(|looked| looked.since.is_empty()).map(|looked| looked.by.clone()),
    });
    First { brief: brief.collect(), groups: groups.into_iter().filter(|group| group.number > 0).collect(), calm }
}

fn card(index: &Index, number: usize, finding: &Finding) -> Card {
    let about: Vec<_> = finding.people.values().filter(|person| **person != index.account.case.child).collect();
    Card {
        anchor: format!("finding-{number}"),
        rule: finding.rule,
        headline: finding.headline.clone(),
        explanation: finding.explanation.clone(),
        marks: marks(index, finding),
        path: path(index, finding),
        evidence: finding.evidence.iter().map(|entry| index.cite(entry, &about)).collect(),
        ask: finding.ask.clone(),
        seen: seen(index, finding),
        hidden: hidden(index, finding),
        section_27: finding.section_27.as_ref().map(|answer| section_27(index, answer)),
        looked_at: finding.looked_at.as_ref().map(|looked| looked_at(index, looked)),
        side_by_side: finding.rule == "conflicting-accounts",
        decided: finding.decisions.iter().map(|one| (index.decision(Some(one.decision)), one.words.clone())).collect(),
    }
}

/// The facts that stand beside the headline.
fn marks(index: &Index, finding: &Finding) -> Vec<(&'static str, String)> {
    let state = finding.state.map(|state| ("Contact", plain::state(state)));
    let status = finding.status.map(|status| ("Latest outcome recorded", plain::status(status)));
    let agency = finding.agency.as_ref().map(|agency| ("Agency", index.agency(agency).to_owned()));
    [state, status, agency].into_iter().flatten().collect()
}

fn section_27(index: &Index, answer: &Section27) -> Section27Words {
    Section27Words {
        answer: answer.words(),
        facts: if answer.facts.is_empty() { "no closer fact is recorded".to_owned() } else { answer.facts.join("; ") },
        evidence: answer.evidence.iter().map(|id| index.link(id)).collect(),
        child: index.account.case.name.clone(),
        caution: CAUTION,
    }
}

fn looked_at(index: &Index, looked: &LookedAt) -> Looked {
    Looked {
        by: looked.by.clone(),
        on: plain::day(looked.on),
        why: looked.why.clone(),
        decision: index.decision(Some(looked.decision)),
        since: looked.since.iter().map(|id| index.link(id)).collect(),
    }
}

fn path(index: &Index, finding: &Finding) -> Vec<Step> {
    let step = |step: &crate::findings::PathStep| Step {
        person: index.name(&step.person).to_owned(),
        relation: plain::relation(&step.relation),
        of: index.name(&step.of).to_owned(),
        evidence: step.evidence.iter().map(|entry| index.link(entry)).collect(),
    };
    finding.path.iter().map(step).collect()
}

fn seen(index: &Index, finding: &Finding) -> Option<SeenWords> {
    let seen = finding.could_have_been_seen.as_ref()?;
    let as_at = index.account.as_at;
    let when = |day: Option<chrono::NaiveDate>| match day {
        Some(day) => format!("{} ({} before this report)", plain::day(day), plain::lapse(day, as_at)),
        None => "its own records alone never showed it".to_owned(),
    };
    let by_agency = seen.by_agency.iter().map(|(agency, day)| (index.agency(agency).to_owned(), when(*day)));
    let combined = match seen.combined {
        Some(day) => when(Some(day)),
        None => "not on any one day that the returns show".to_owned(),
    };
    Some(SeenWords { combined, by_agency: by_agency.collect() })
}

fn hidden(index: &Index, finding: &Finding) -> Option<String> {
    let months: Vec<String> = finding.hidden_by_window.iter().map(u32::to_string).collect();
    (!months.is_empty()).then(|| {
        format!(
            "A look back of only {} months from {} would have left out every entry that this rests on.",
            plain::or(&months),
            plain::day(index.account.as_at)
        )
    })
}
