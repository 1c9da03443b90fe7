//! The register: every allegation of sexual abuse, whatever became of it.

use crate::report::account::{AllegationAccount, AllegationStep};
use crate::report::index::{Citation, Index};
use crate::report::plain;
use serde::Serialize;

/// A card of `chronology/register.html`.
#[derive(Serialize)]
pub struct Allegation {
    anchor: String,
    /// "Alleged perpetrator", or what a court decided.
    called: &'static str,
    perpetrator: String,
    relation: Option<String>,
    victim: String,
    /// Whether it is within the family or household.
    familial: &'static str,
    status: String,
    first_known: String,
    /// When it is said to have happened, in the words of the first entry that puts it years back.
    then: Option<String>,
    /// Who was told first: the agency of the first entry, and when.
    told: Option<String>,
    contact: String,
    /// What section 27 says of the person and the child; none outside the family and household.
    section_27: Option<String>,
    said: Vec<Step>,
    outcomes: Vec<Step>,
    caution: Option<&'static str>,
}

/// A step of an allegation's course, with the entry it stands in.
#[derive(Serialize)]
struct Step {
    status: String,
    /// Who decided, by which scheme.
    decided: Option<String>,
    citation: Citation,
}

/// Every allegation, in the account's order.
pub fn register(index: &Index) -> Vec<Allegation> {
    index.account.allegations.iter().enumerate().map(|(at, one)| card(index, at + 1, one)).collect()
}

fn card<'a>(index: &Index<'a>, number: usize, one: &'a AllegationAccount) -> Allegation {
    let person = index.person(&one.alleged_perpetrator);
    let victim = one.alleged_victim.as_ref().map_or("somebody whom nobody names", |victim| index.name(victim));
    Allegation {
        anchor: format!("allegation-{number}"),
        called: plain::alleged(one.status),
        perpetrator: index.name(&one.alleged_perpetrator).to_owned(),
        relation: person.and_then(|person| person.relation.clone()),
        victim: victim.to_owned(),
        familial: if one.familial {
            "Yes, in the wide sense that practice uses"
        } else {
            "Not as far as the returns show"
        },
        status: plain::status(one.status),
        first_known: one.first_known.map_or_else(|| "Not recorded".to_owned(), plain::day),
        then: one.said.iter().find_map(|step| step.then.clone()),
        told: one.said.first().map(|step| index.agency(&step.agency).to_owned()),
        contact: index.contact_state(&one.alleged_perpetrator),
        section_27: section_27(index, one),
        said: one.said.iter().map(|step| cited(index, one, step)).collect(),
        outcomes: one.outcomes.iter().map(|step| cited(index, one, step)).collect(),
        caution: plain::caution(one.status),
    }
}

fn section_27(index: &Index, one: &AllegationAccount) -> Option<String> {
    let about = |finding: &&crate::findings::Finding| {
        finding.people.get("alleged_perpetrator") == Some(&one.alleged_perpetrator) && finding.section_27.is_some()
    };
    let answer = index.account.findings.iter().find(about)?.section_27.as_ref()?;
    Some(format!("{}. A test of what is recorded; no offence is proved.", plain::capital(&answer.words())))
}

fn cited(index: &Index, one: &AllegationAccount, step: &AllegationStep) -> Step {
    let citation = index.cite(&step.entry, &[&one.alleged_perpetrator]);
    Step { status: plain::status(step.status), decided: step.decided.clone(), citation }
}
