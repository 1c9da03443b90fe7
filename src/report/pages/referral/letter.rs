//! A gap letter: what one agency is asked, from what it sent and from what no return says.
//!
//! It quotes the agency's own entries and nobody else's; what it names of others is the fact that is asked about.

use super::super::chronology::style;
use crate::account::{AgencyAccount, AllegationAccount, AllegationStep};
use crate::model::{AgencyId, EntryId};
use crate::report::index::Index;
use crate::report::plain;
use serde::Serialize;

/// The data of `letter.html`.
#[derive(Serialize)]
pub struct Letter {
    style: String,
    policy: String,
    handling: Option<String>,
    /// To whom.
    pub agency: AgencyId,
    name: String,
    child: String,
    born: Option<String>,
    reference: Option<String>,
    as_at: String,
    prepared_by: Option<String>,
    sections: Vec<Section>,
}

/// Questions of one kind.
#[derive(Serialize)]
struct Section {
    heading: &'static str,
    points: Vec<String>,
}

/// The letter to an agency; none where there is nothing to ask it.
pub fn letter(index: &Index, agency: &AgencyAccount) -> Option<Letter> {
    let account = index.account;
    let all = [
        ("Your return", unanswered(agency)),
        ("Please tell us, if you know", unknown(index, agency)),
        ("What became of it", outcomes(index, agency)),
        ("What was agreed, and is not shown done", actions(index, agency)),
        ("What your return does not show", not_shown(index, agency)),
        ("Rows that have no date", undated(index, agency)),
        ("Other questions about what you sent", findings(index, agency)),
    ];
    let sections: Vec<Section> = all
        .into_iter()
        .filter(|(_, points)| !points.is_empty())
        .map(|(heading, points)| Section { heading, points })
        .collect();
    let style = style::style(account.case.handling.as_deref(), &style::running_words(account));
    (!sections.is_empty()).then(|| Letter {
        policy: style::policy(&style, ""),
        style,
        handling: account.case.handling.clone(),
        agency: agency.id.clone(),
        name: agency.name.clone(),
        child: account.case.name.clone(),
        born: account.case.born.as_deref().map(plain::edtf),
        reference: account.case.reference.clone(),
        as_at: plain::day(account.as_at),
        prepared_by: account.case.referral.get("prepared_by").cloned(),
        sections,
    })
}

fn unanswered(agency: &AgencyAccount) -> Vec<String> {
    let asked =
        agency.asked_on.as_deref().map_or_else(String::new, |day| format!(" We asked on {}.", plain::edtf(day)));
    match agency.outcome.as_str() {
        "return" => Vec::new(),
        "nothing known" if agency.names_searched.is_empty() => {
            vec![
                "You answered that nothing is known. Under which names did you search, for whom, and over which years?"
                    .to_owned(),
            ]
        }
        "nothing known" => Vec::new(),
        _ => vec![format!(
            "Your return has not reached us.{asked} If nothing is known, please say so, and which names you searched."
        )],
    }
}

fn unknown(index: &Index, agency: &AgencyAccount) -> Vec<String> {
    let asked = index.account.readiness.iter().filter(|item| item.ask.contains(&agency.id));
    let plain = |words: &String| {
        let what = words.strip_prefix("Unknown: ").unwrap_or(words);
        plain::capital(what.split(". Ask ").next().unwrap_or(what).trim_end_matches('.')) + "."
    };
    asked.flat_map(|item| &item.unknown).map(plain).collect()
}

/// "Your entry of 5 August 2010 (returns/police.csv:10) says: “NFA”".
fn your_entry(index: &Index, id: &EntryId, words: &str) -> String {
    let date = index.cite(id, &[]).date;
    format!("Your entry of {date} ({id}) says: “{}”.", words.trim().trim_end_matches('.'))
}

const SEVERAL: &str = "“No further action” stands for several, some of which say only that the child did not support a \
     prosecution.";

/// Allegations that the agency wrote down and of which nothing says what became, and outcomes that can mean several.
fn outcomes(index: &Index, agency: &AgencyAccount) -> Vec<String> {
    let own = |step: &&AllegationStep| step.agency == agency.id;
    let open = |one: &AllegationAccount| {
        let said = one.said.iter().find(own).filter(|_| one.outcomes.is_empty())?;
        Some(format!(
            "{} What was done about it, by whom, and what came of it?",
            your_entry(index, &said.entry, &said.words)
        ))
    };
    let several = |step: &AllegationStep| {
        step.ask?;
        Some(format!("{} Which outcome type was it? {SEVERAL}", your_entry(index, &step.entry, &step.words)))
    };
    let all = &index.account.allegations;
    let outcomes = all.iter().flat_map(|one| one.outcomes.iter().filter(own)).filter_map(several);
    distinct(all.iter().filter_map(open).chain(outcomes))
}

fn actions(index: &Index, agency: &AgencyAccount) -> Vec<String> {
    let open = index.account.actions.iter().filter(|one| one.agency == agency.id && one.done.is_none());
    open.map(|one| format!("{} Was it done, on which day, and by whom?", your_entry(index, &one.entry, &one.words)))
        .collect()
}

/// Key facts that others knew and that the agency's later entries do not show.
fn not_shown(index: &Index, agency: &AgencyAccount) -> Vec<String> {
    let told = &index.account.awareness;
    let rows = told.rows.iter().filter(|row| row.agency == agency.id);
    let gaps = rows.flat_map(|row| {
        let service =
            row.service.as_ref().map_or_else(|| "your agency".to_owned(), |service| format!("your {service}"));
        let cells = row.cells.iter().zip(&told.facts).filter(|(cell, _)| cell.state == "not-shown");
        cells.map(move |(_, fact)| {
            format!("Was {service} told of {}, known since {}? By whom and when?", fact.label, plain::day(fact.since))
        })
    });
    gaps.collect()
}

fn undated(index: &Index, agency: &AgencyAccount) -> Vec<String> {
    let files = index.account.ledger.returns.iter().filter(|sent| sent.agency == agency.id);
    files
        .flat_map(|sent| &sent.set_aside)
        .map(|row| format!("Row {}: {}. When was it? “{}”", row.at, row.reason, row.text.trim()))
        .collect()
}

/// Findings about the agency itself, or about accounts of its own that differ from another's.
fn findings(index: &Index, agency: &AgencyAccount) -> Vec<String> {
    let about = index.account.findings.iter().filter(|one| match one.rule {
        "not-known-under-alias" | "gap-in-record" => one.agency.as_ref() == Some(&agency.id),
        "conflicting-accounts" => one.evidence.iter().any(|id| index.agency_of(id) == Some(&agency.id)),
        _ => false,
    });
    about.map(|one| format!("{} {}", one.headline, one.ask.join(" "))).collect()
}

fn distinct(points: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    points.filter(|point| seen.insert(point.clone())).collect()
}
