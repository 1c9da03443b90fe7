//! `lifespan decide`: what a person decides, kept in `decisions.json` with who, when and why.

mod answers;
mod questions;
mod walk;
mod whom;

use super::say::say;
use super::{clock, write};
use crate::cli::Decide;
use answers::Answers;
use chrono::NaiveDate;
use lifespan::error::Error;
use lifespan::findings::{self, Finding, RULES};
use lifespan::ingest::{self, decisions};
use lifespan::model::{AgencyId, Case, Kin, PersonId, Ruling, Signature};
use lifespan::{History, Known, Record};
use std::process::ExitCode;
use whom::whom;

/// Makes or takes back one decision, asks the open questions one by one, or lists them where nobody can answer.
pub fn run(asked: &Decide) -> Result<ExitCode, Error> {
    if let Some(number) = asked.take_back {
        take_back(asked, number)?;
    } else if is_stated(asked) {
        told(asked, |history, findings| {
            let rulings = rulings(asked, history, findings)?;
            let signed = signed(asked)?;
            rulings.iter().try_for_each(|ruling| keep(asked, history, ruling, signed.clone()).map(drop))
        })?;
    } else {
        match Answers::of_stdin()? {
            Some(answers) => walk::walk(asked, answers)?,
            None => told(asked, |history, findings| say(&questions::listed(history, findings)))?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The case as it stands with every decision so far, and what the rules find in it.
fn told<T>(asked: &Decide, then: impl FnOnce(&History<'_>, &[Finding]) -> Result<T, Error>) -> Result<T, Error> {
    let case: Case = ingest::case::open_on(&asked.case, None, clock::today())?;
    let as_at = case.front.as_at.unwrap_or_else(clock::today);
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    let findings = findings::examine(&record, &history);
    then(&history, &findings)
}

fn is_stated(asked: &Decide) -> bool {
    let people = [&asked.same, &asked.not_same, &asked.relation, &asked.contact_ended, &asked.looked_at];
    people.into_iter().any(Option::is_some)
}

/// The decisions that the flags state: one, or one for each finding looked at.
fn rulings(asked: &Decide, history: &History<'_>, findings: &[Finding]) -> Result<Vec<Ruling>, Error> {
    let two = |a: &String, b: &String| -> Result<_, Error> {
        match whom::id(history, a)? == whom::id(history, b)? {
            true => Err(Error::new("decide", format!("“{a}” and “{b}” are one person already"), "name two people")),
            false => Ok((whom(history, a)?, whom(history, b)?)),
        }
    };
    if let Some([a, b]) = asked.same.as_deref() {
        let (a, b) = two(a, b)?;
        return Ok(vec![Ruling::Same(a, b)]);
    }
    if let Some([a, b]) = asked.not_same.as_deref() {
        return Ok(vec![Ruling::NotTheSame(whom(history, a)?, whom(history, b)?)]);
    }
    if let Some([person, relation, of]) = asked.relation.as_deref() {
        if Kin::parse(relation).is_none() {
            let mend = "use plain words such as \"maternal uncle\" or \"mother's former partner\"";
            return Err(Error::new("--relation", format!("“{relation}” is no relation that can be read"), mend));
        }
        let (person, of) = two(person, of)?;
        return Ok(vec![Ruling::Relation { person, relation: relation.clone(), of }]);
    }
    if let Some([person, with, written]) = asked.contact_ended.as_deref() {
        let ended = day(written).map_err(|what| Error::new("--contact-ended", what, "write it as 2018-03-01"))?;
        let (person, with) = two(person, with)?;
        return Ok(vec![Ruling::ContactEnded { person, with, ended }]);
    }
    match asked.looked_at.as_deref().and_then(<[String]>::split_first) {
        Some((rule, people)) => looked_at(asked, history, findings, rule, people),
        None => Ok(Vec::new()),
    }
}

/// A day that has come: what will end is not decided yet.
fn day(written: &str) -> Result<NaiveDate, String> {
    let day: NaiveDate = written.parse().map_err(|_| format!("“{written}” is not a day of the calendar"))?;
    if day > clock::today() { Err(format!("“{written}” has not come yet")) } else { Ok(day) }
}

/// One decision for each finding of a rule that speaks of all these people, and of the agency where one is given.
fn looked_at(
    asked: &Decide,
    history: &History<'_>,
    findings: &[Finding],
    rule: &str,
    people: &[String],
) -> Result<Vec<Ruling>, Error> {
    if !RULES.iter().any(|one| one.id == rule) {
        let mend = "`lifespan rules` lists them";
        return Err(Error::new("--looked-at", format!("there is no rule “{rule}”"), mend));
    }
    let ids = people.iter().map(|said| whom::id(history, said)).collect::<Result<Vec<PersonId>, Error>>()?;
    let agency = asked.agency.clone().map(AgencyId);
    let wanted = findings.iter().filter(|one| findings::decided::fits(one, rule, &ids, agency.as_ref()));
    let rulings = wanted.map(|one| look(history, one)).collect::<Result<Vec<Ruling>, Error>>()?;
    if rulings.is_empty() {
        let mend = "`lifespan build` lists the findings; name only people whom the finding names";
        return Err(Error::new("--looked-at", format!("this case has no such finding of {rule}"), mend));
    }
    Ok(rulings)
}

/// The decision that somebody has looked at a finding as it stands.
fn look(history: &History<'_>, finding: &Finding) -> Result<Ruling, Error> {
    let people = finding.people.values().map(|id| whom(history, &id.0)).collect::<Result<Vec<_>, Error>>()?;
    let (rule, agency) = (finding.rule.to_owned(), finding.agency.clone());
    Ok(Ruling::FindingLookedAt { rule, people, agency, rested_on: finding.evidence.clone() })
}

fn signed(asked: &Decide) -> Result<Signature, Error> {
    let by = asked.by.as_deref().map(str::trim).filter(|by| !by.is_empty());
    let by = by.ok_or_else(|| {
        Error::new("decide", "a decision needs somebody who makes it", "add --by \"A Reilly, social worker\"")
    })?;
    Ok(Signature { by: by.to_owned(), on: asked.on.unwrap_or_else(clock::today), why: asked.why.clone() })
}

/// Adds a decision to the file, and says its number and how to take it back.
fn keep(asked: &Decide, history: &History<'_>, ruling: &Ruling, signed: Signature) -> Result<usize, Error> {
    let before = ingest::case::decisions_text(&asked.case)?;
    let after = decisions::add(&before, ruling, &signed)?;
    let place = write::whole(&asked.case, decisions::FILE, &after)?;
    let number = decisions::count(&after)?;
    say(&format!("Kept in {} as decision {number}; --take-back {number} takes it back.\n", place.display()))?;
    if let Ruling::ContactEnded { ended, .. } = ruling
        && *ended > history.as_at
    {
        say(&format!("It counts from that day on; case.json speaks from {}.\n", history.as_at))?;
    }
    Ok(number)
}

fn take_back(asked: &Decide, number: usize) -> Result<(), Error> {
    let signed = signed(asked)?;
    let before = ingest::case::decisions_text(&asked.case)?;
    let Some(after) = decisions::take_back(&before, number, &signed)? else {
        let mend = "`lifespan people` lists the decisions with their numbers";
        return Err(Error::new(decisions::FILE, format!("there is no decision number {number} that stands"), mend));
    };
    write::whole(&asked.case, decisions::FILE, &after)?;
    say(&format!(
        "Decision {number} is taken back and no longer applied. It stays in the file, with who took it back.\n"
    ))
}
