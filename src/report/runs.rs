//! Findings of one rule that follow each other, told together where there are many.

use super::index::Index;
use super::plain;
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

/// "9 findings of one kind (key-fact-not-held): Hill School 3, Vale Surgery 6".
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
    let of = if counted.is_empty() { String::new() } else { format!(": {}", counted.join(", ")) };
    format!("{} of one kind ({rule}){of}", plain::count(run.len(), "finding", "findings"))
}
