//! From a case to its page.

use super::{adds_up, day};
use lifespan::account::Account;
use lifespan::ingest::assemble::{Parts, assemble};
use lifespan::report::{account, json, pages};
use lifespan::{Known, Record, findings};
use std::collections::BTreeSet;

/// Stands between the front sheet, the decisions and the returns of a seed.
pub const BETWEEN: &str = "\n=====\n";

/// A whole case: `case.json`, `decisions.json` and returns, one after another.
pub fn page(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split(BETWEEN);
    let front = parts.next().unwrap_or_default().as_bytes().to_vec();
    let decisions = parts.next().filter(|words| !words.trim().is_empty()).map(|words| words.as_bytes().to_vec());
    let returns = parts.take(6).enumerate().map(|(nth, words)| Ok((format!("returns/{nth}.csv"), words.into())));
    let by = day(2024, 6, 30);
    let Ok(case) = assemble(Parts { front, returns, decisions, notes: Vec::new() }, Some(by)) else { return };
    case.returns.iter().for_each(adds_up);
    let record = Record::read(&case);
    let history = record.history(Known { by, to: None });
    let found = findings::examine(&record, &history);
    let account = account(&record, &history, &found);
    holds(&account);
    json::json(&account).expect("an account can be written as data");
    well_formed(&pages::chronology(&account).expect("the page is filled"));
    let referral = pages::referral(&account).expect("the pages of a referral are filled");
    well_formed(&referral.page);
    well_formed(&referral.questions);
    referral.letters.iter().for_each(|(_, letter)| well_formed(letter));
}

/// The ledger adds up, and all that is cited can be opened.
fn holds(account: &Account) {
    let ledger = &account.ledger;
    assert_eq!(ledger.rows, ledger.entries + ledger.set_aside, "the ledger does not add up");
    assert_eq!(account.entries.len(), ledger.entries, "an entry is not in the chronology");
    let rows = account.entries.iter().chain(&account.undated).map(|entry| entry.id.0.as_str());
    let known: BTreeSet<&str> = rows.chain(["case.json"]).collect();
    let of_findings = account.findings.iter().flat_map(|one| {
        assert!(
            !one.evidence.is_empty() || one.agency.is_some() || !one.ask.is_empty(),
            "{} rests on nothing",
            one.rule
        );
        one.evidence.iter().chain(one.path.iter().flat_map(|step| &step.evidence))
    });
    for cited in of_findings.chain(account.ties.iter().flat_map(|tie| &tie.evidence)) {
        assert!(known.contains(cited.0.as_str()), "{cited} names no row");
    }
    for entry in &account.entries {
        for event in &entry.events {
            let stands = entry.cells.iter().any(|cell| cell.text.contains(&event.words));
            assert!(stands, "{} does not hold {:?}", entry.id, event.words);
        }
    }
}

/// Every link leads to a place that is there once, and there is one style and at most one script.
fn well_formed(page: &str) {
    let between =
        |before: &str| -> Vec<&str> { page.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect() };
    let ids = between(" id=\"");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice");
    for link in between("href=\"") {
        assert!(link.strip_prefix('#').is_some_and(|id| known.contains(id)), "{link} leads nowhere");
    }
    assert_eq!(page.matches("<style").count(), 1, "one style");
    assert!(page.matches("<script").count() <= 1, "one script");
}
