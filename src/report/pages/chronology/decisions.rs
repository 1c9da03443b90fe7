//! What people decided: apart from what agencies wrote, and from what the tool read.

use crate::account::{DecisionAccount, SignedAccount};
use crate::report::index::{Index, Link};
use crate::report::plain;
use serde::Serialize;

/// A row of `chronology/decisions.html`.
#[derive(Serialize)]
pub struct Decision {
    anchor: String,
    number: usize,
    words: String,
    by: String,
    on: String,
    why: Option<String>,
    /// Whether it is applied, and if not why.
    standing: String,
    /// The findings it bears on.
    findings: Vec<Link>,
}

/// Every decision, in the order in which they were made.
pub fn decisions(index: &Index) -> Vec<Decision> {
    index.account.decisions.iter().map(|one| row(index, one)).collect()
}

fn row(index: &Index, one: &DecisionAccount) -> Decision {
    let bears = |finding: &crate::findings::Finding| {
        let looked = finding.looked_at.as_ref().is_some_and(|looked| looked.decision == one.number);
        looked || finding.decisions.iter().any(|here| here.decision == one.number)
    };
    let all = index.account.findings.iter().enumerate();
    let findings = all
        .filter(|(_, finding)| bears(finding))
        .map(|(at, finding)| Link { anchor: Some(format!("finding-{}", at + 1)), label: finding.headline.clone() });
    Decision {
        anchor: format!("decision-{}", one.number),
        number: one.number,
        words: one.words.clone(),
        by: one.signed.by.clone(),
        on: plain::day(one.signed.on),
        why: one.signed.why.clone(),
        standing: match &one.taken_back {
            Some(back) => format!("Taken back by {}, and no longer applied", signed(back)),
            None if one.applied => "Applied".to_owned(),
            None => "Not applied; the notes on what was sent say why".to_owned(),
        },
        findings: findings.collect(),
    }
}

/// "A Reilly on 2 June 2025 (misread)".
fn signed(signed: &SignedAccount) -> String {
    let why = signed.why.as_ref().map_or(String::new(), |why| format!(" ({why})"));
    format!("{} on {}{why}", signed.by, plain::day(signed.on))
}
