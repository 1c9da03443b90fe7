//! Findings of one rule that follow each other, told together where there are many.

use super::index::Index;
use crate::findings::Finding;

/// From how many findings of one rule in a row they are told together.
const MANY: usize = 4;

/// Findings that are told together; a single one has no heading.
pub struct Run<'f> {
    /// Each with its number, from 0.
    pub findings: Vec<(usize, &'f Finding)>,
    /// What all of them are, where there are many.
    pub heading: Option<String>,
}

/// Some findings in runs, in their order.
pub fn runs<'f>(index: &Index, findings: impl Iterator<Item = (usize, &'f Finding)>) -> Vec<Run<'f>> {
    let all: Vec<(usize, &Finding)> = findings.collect();
    let of_one_rule = all.chunk_by(|(_, one), (_, next)| one.rule == next.rule);
    let told = |run: &[(usize, &'f Finding)]| -> Vec<Run<'f>> {
        if run.len() < MANY {
            return run.iter().map(|one| Run { findings: vec![*one], heading: None }).collect();
        }
        vec![Run { findings: run.to_vec(), heading: Some(heading(index, run)) }]
    };
    of_one_rule.flat_map(told).collect()
}

/// "Key facts that a return nowhere shows: 9 (Hill School 3, Vale Surgery 6)".
fn heading(index: &Index, run: &[(usize, &Finding)]) -> String {
    let rule = run.first().map_or("", |(_, finding)| finding.rule);
    let mut agencies: Vec<(&str, usize)> = Vec::new();
    for (_, finding) in run {
        let Some(name) = finding.agency.as_ref().map(|agency| index.agency(agency)) else { continue };
        match agencies.iter_mut().find(|(known, _)| *known == name) {
            Some((_, number)) => *number += 1,
            None => agencies.push((name, 1)),
        }
    }
    let counted: Vec<String> = agencies.iter().map(|(name, number)| format!("{name} {number}")).collect();
    let of = if counted.is_empty() { String::new() } else { format!(" ({})", counted.join(", ")) };
    format!("{}: {}{of}", kind(rule), run.len())
}

/// What the findings of a rule are, in plain words, for rules that speak often; else by the rule.
fn kind(rule: &str) -> String {
    let known = match rule {
        "key-fact-not-held" => "Key facts that a return nowhere shows",
        "action-not-completed" => "Actions agreed and not shown done",
        "delayed-response" => "Responses over the limit, or not shown",
        "perpetrator-details-missing" => "Alleged perpetrators without a full name or a date of birth",
        "possible-same-person" => "Alleged perpetrators who may be somebody known",
        "blaming-language" => "Entries with words that blame the child",
        "childs-voice-missing" => "Returns without the child's words, wishes or feelings",
        "family-specialist-involvement" => "Specialist services with others of the family",
        "closure-without-outcome" => "Cases closed with nothing on what changed",
        other => return format!("Findings by the rule {other}"),
    };
    known.to_owned()
}
