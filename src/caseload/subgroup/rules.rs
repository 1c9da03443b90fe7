//! In how many histories each rule speaks, and the figures that come first.

use super::behind::Behind;
use super::{Number, View};
use crate::caseload::gist::{Found, Gist, Urgency};
use crate::caseload::shown;
use crate::findings::{RULES, Rule};
use crate::report::plain;
use serde::Serialize;
use std::collections::BTreeSet;

/// A figure with a sentence.
#[derive(Serialize)]
pub struct Figure {
    number: Number,
    /// What it counts.
    label: String,
    /// What it means, or how it is divided.
    parts: Vec<Share>,
}

/// A part of a figure.
#[derive(Serialize)]
pub struct Share {
    number: Number,
    label: String,
}

/// The rules of a section.
#[derive(Serialize)]
pub struct Part {
    title: &'static str,
    rows: Vec<Row>,
}

/// A rule: in how many histories it speaks.
#[derive(Serialize)]
struct Row {
    looks_for: String,
    id: &'static str,
    cases: Number,
    /// In how many of a hundred histories; none where the number is not shown.
    rate: Option<String>,
    act: Number,
    check: Number,
    note: Number,
}

/// States of contact, the gravest first, as `perpetrator-in-contact` has them.
const STATES: &[&str] = &["breached", "evidenced", "through-household", "restricted", "not-known-to-have-ended"];

/// The figures that come first.
pub fn figures(view: &View<'_>, behind: &mut Behind<'_>) -> Vec<Figure> {
    let has = |gist: &Gist, rule: &str| gist.findings.iter().any(|one| one.rule_id() == rule);
    let told = view.where_case(|case| has(&case.gist, "prior-familial-csa"));
    let silent = view.where_case(|case| {
        let mut told = case.gist.findings.iter().filter(|one| one.rule_id() == "prior-familial-csa").peekable();
        told.peek().is_some() && told.all(|one| one.out_of_sight)
    });
    let contact = view.where_case(|case| has(&case.gist, "perpetrator-in-contact"));
    let masked = view.where_case(|case| has(&case.gist, "masked-by-exploitation"));
    let several: BTreeSet<usize> =
        view.found.same.iter().filter(|same| same.is_alleged(view.cases)).flat_map(|same| same.cases()).collect();
    let spoken: BTreeSet<usize> = told.difference(&silent).copied().collect();
    let told_parts = divide(
        behind,
        view,
        &[
            (&silent, "no entry of the last twelve months speaks of it"),
            (&spoken, "an entry of the last twelve months does"),
        ],
        !view.may_show(&told),
        "an earlier allegation in the family: ",
    );
    let by_state: Vec<(BTreeSet<usize>, String)> = STATES
        .iter()
        .map(|state| (view.where_case(|case| gravest(&case.gist) == Some(*state)), plain::state(state)))
        .collect();
    let by_state: Vec<(&BTreeSet<usize>, &str)> =
        by_state.iter().map(|(cases, label)| (cases, label.as_str())).collect();
    let contact_parts =
        divide(behind, view, &by_state, !view.may_show(&contact), "an alleged perpetrator and the child: ");
    vec![
        figure(behind, view, &told, "have an earlier allegation of sexual abuse in the family", told_parts),
        figure(behind, view, &contact, "have an alleged perpetrator with a way of contact to the child", contact_parts),
        figure(
            behind,
            view,
            &masked,
            "have an exploitation response that speaks nowhere of the earlier allegation",
            Vec::new(),
        ),
        figure(behind, view, &several, "speak of an alleged perpetrator who is in another history too", Vec::new()),
    ]
}

fn figure(behind: &mut Behind<'_>, view: &View<'_>, cases: &BTreeSet<usize>, label: &str, parts: Vec<Share>) -> Figure {
    let number = behind.number(cases.len(), !view.may_show(cases), cases, &format!("Histories that {label}"));
    Figure { number, label: label.to_owned(), parts }
}

/// The parts of a whole; all hidden where the whole is.
fn divide(
    behind: &mut Behind<'_>,
    view: &View<'_>,
    parts: &[(&BTreeSet<usize>, &str)],
    whole_hidden: bool,
    what: &str,
) -> Vec<Share> {
    let sizes: Vec<usize> = parts.iter().map(|(cases, _)| cases.len()).collect();
    let hidden = shown::hidden(&sizes, view.limit);
    let part = |((cases, label), hidden): (&(&BTreeSet<usize>, &str), bool)| Share {
        number: behind.number(cases.len(), hidden || whole_hidden, cases, &format!("{}{label}", plain::capital(what))),
        label: (*label).to_owned(),
    };
    parts.iter().zip(hidden).map(part).collect()
}

/// The gravest state of contact in a history.
fn gravest(gist: &Gist) -> Option<&'static str> {
    let states: Vec<&str> = gist
        .findings
        .iter()
        .filter_map(|one| one.state.as_deref().filter(|_| one.rule_id() == "perpetrator-in-contact"))
        .collect();
    STATES.iter().copied().find(|state| states.contains(state))
}

/// Every rule, under the sections of the catalogue.
pub fn sections(view: &View<'_>, behind: &mut Behind<'_>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, rule) in RULES.iter().enumerate() {
        let title = rule.section.title();
        if parts.last().is_none_or(|part| part.title != title) {
            parts.push(Part { title, rows: Vec::new() });
        }
        let row = row(view, behind, at, rule);
        if let Some(part) = parts.last_mut() {
            part.rows.push(row);
        }
    }
    parts
}

fn row(view: &View<'_>, behind: &mut Behind<'_>, at: usize, rule: &Rule) -> Row {
    let of = |urgency: Urgency| view.where_case(|case| urgency_of(&case.gist, at) == Some(urgency));
    let parts = [Urgency::Act, Urgency::Check, Urgency::Note].map(of);
    let all: BTreeSet<usize> = parts.iter().flatten().copied().collect();
    let show = view.may_show(&all);
    let hidden = shown::hidden(&parts.each_ref().map(BTreeSet::len), view.limit);
    let cases = behind.number(all.len(), !show, &all, &format!("{}: all", rule.id));
    let rate =
        (show && !view.cases.is_empty()).then(|| format!("{:.1}", 100.0 * all.len() as f64 / view.cases.len() as f64));
    let mut number = |part: usize| {
        let hide = !show || hidden[part];
        behind.number(
            parts[part].len(),
            hide,
            &parts[part],
            &format!("{}: {}", rule.id, plain::priority(PRIORITIES[part]).to_lowercase()),
        )
    };
    let (act, check, note) = (number(0), number(1), number(2));
    Row { looks_for: plain::capital(&rule.looks_for().replace('`', "")), id: rule.id, cases, rate, act, check, note }
}

const PRIORITIES: [crate::findings::Priority; 3] =
    [crate::findings::Priority::Act, crate::findings::Priority::Check, crate::findings::Priority::Note];

/// How soon the most urgent finding of a rule should be looked at.
fn urgency_of(gist: &Gist, rule: usize) -> Option<Urgency> {
    gist.findings.iter().filter(|one: &&Found| one.rule == rule).map(|one| one.priority).min()
}
