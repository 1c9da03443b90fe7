//! What must hold for every case: nothing is lost, everything cited exists, and order plays no part.

use chrono::{Days, NaiveDate};
use lifespan::account::Account;
use lifespan::model::{Case, Decision, Ruling, Signature, When, Whom};
use lifespan::report::account;
use lifespan::{Known, Record, findings, ingest};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Every sample of the repository.
fn samples() -> Vec<(String, Case)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("samples").filter_map(|one| Some(one.ok()?.path())).collect();
    paths.retain(|path| path.join("case.json").is_file());
    paths.sort();
    assert!(paths.len() >= 4, "at least four samples");
    paths.iter().map(|path| (path.display().to_string(), ingest::case::open(path).expect("a case"))).collect()
}

fn as_at(case: &Case) -> NaiveDate {
    case.front.as_at.expect("a sample says the day it speaks from")
}

fn told(case: &Case, as_at: NaiveDate) -> Account {
    let record = Record::read(case);
    let history = record.history(Known { by: as_at, to: None });
    let findings = findings::examine(&record, &history);
    account(&record, &history, &findings)
}

fn json(account: &Account) -> String {
    serde_json::to_string(account).expect("an account is plain data")
}

#[test]
fn every_row_is_in_the_chronology_or_set_aside() {
    for (name, case) in samples() {
        let account = told(&case, as_at(&case));
        let ledger = &account.ledger;
        assert_eq!(ledger.rows, ledger.entries + ledger.set_aside, "{name}");
        assert_eq!(account.entries.len(), ledger.entries, "{name}");
        for sent in &ledger.returns {
            assert_eq!(sent.rows, sent.entries + sent.set_aside.len(), "{name}: {}", sent.file);
        }
    }
}

#[test]
fn everything_cited_can_be_opened() {
    for (name, case) in samples() {
        let account = told(&case, as_at(&case));
        let rows = account.entries.iter().chain(&account.undated).map(|entry| entry.id.0.as_str());
        let known: BTreeSet<&str> = rows.chain(["case.json"]).collect();
        let of_findings = account
            .findings
            .iter()
            .flat_map(|one| one.evidence.iter().chain(one.path.iter().flat_map(|step| &step.evidence)));
        let of_ties = account.ties.iter().flat_map(|tie| &tie.evidence);
        for cited in of_findings.chain(of_ties) {
            assert!(known.contains(cited.0.as_str()), "{name}: {cited} names no row");
        }
    }
}

#[test]
fn the_words_the_tool_relies_on_stand_in_the_entry() {
    for (name, case) in samples() {
        for entry in told(&case, as_at(&case)).entries {
            for event in &entry.events {
                let stands = entry.cells.iter().any(|cell| cell.text.contains(&event.words));
                assert!(stands, "{name}: {} does not hold {:?}", entry.id, event.words);
            }
        }
    }
}

#[test]
fn the_same_case_gives_the_same_account() {
    for (name, case) in samples() {
        assert_eq!(json(&told(&case, as_at(&case))), json(&told(&case, as_at(&case))), "{name}");
    }
}

#[test]
fn as_at_in_the_middle_of_a_record_sees_nothing_later() {
    for (name, case) in samples() {
        let end = as_at(&case);
        let middle = end - Days::new(1200);
        let account = told(&case, middle);
        assert_eq!(account.entries.len(), account.ledger.entries, "{name}: no row is lost");
        let later: BTreeSet<&str> = account
            .entries
            .iter()
            .filter(|entry| entry.known_on.is_some_and(|day| day > middle))
            .map(|entry| entry.id.0.as_str())
            .collect();
        for finding in &account.findings {
            assert!(finding.evidence.iter().all(|id| !later.contains(id.0.as_str())), "{name}: {}", finding.rule);
        }
    }
}

fn shift(when: &mut Option<When>, by: u64) {
    if let Some(when) = when {
        when.earliest = when.earliest + Days::new(by);
        when.latest = when.latest + Days::new(by);
    }
}

#[test]
fn shifting_every_date_shifts_when_a_finding_could_have_been_seen() {
    for (name, case) in samples() {
        let mut later = case.clone();
        for sent in &mut later.returns {
            for entry in sent.entries.iter_mut().chain(&mut sent.undated) {
                shift(&mut entry.when, 28);
                shift(&mut entry.learned, 28);
                shift(&mut entry.recorded, 28);
            }
        }
        let seen = |account: &Account| -> Vec<Option<NaiveDate>> {
            let section_a = ["prior-familial-csa", "perpetrator-in-contact"];
            let found = account.findings.iter().filter(|one| section_a.contains(&one.rule));
            found.map(|one| one.could_have_been_seen.as_ref().and_then(|seen| seen.combined)).collect()
        };
        let before: Vec<_> =
            seen(&told(&case, as_at(&case))).into_iter().map(|day| day.map(|day| day + Days::new(28))).collect();
        assert_eq!(seen(&told(&later, as_at(&case) + Days::new(28))), before, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn another_entry_removes_none_from_the_ledger(words in any_words(), days in 0_u64..9000, at in any::<prop::sample::Index>()) {
        for (name, case) in samples() {
            let before = told(&case, as_at(&case));
            let mut longer = case.clone();
            let sent = at.get(&case.returns);
            let place = case.returns.iter().position(|one| one.file == sent.file).unwrap_or(0);
            let Some(mut entry) = sent.entries.first().cloned() else { continue };
            entry.origin.row = 9999;
            entry.id = entry.origin.id();
            entry.when = Some(When::day("", as_at(&case) - Days::new(days)));
            entry.cells.truncate(1);
            entry.cells.iter_mut().for_each(|cell| cell.text.clone_from(&words));
            longer.returns[place].entries.push(entry);
            longer.returns[place].rows += 1;
            let after = told(&longer, as_at(&case));
            prop_assert!(rows(&before).is_subset(&rows(&after)), "{}", name);
            prop_assert_eq!(before.ledger.rows + 1, after.ledger.rows, "{}", name);
            prop_assert_eq!(after.ledger.rows, after.ledger.entries + after.ledger.set_aside, "{}", name);
        }
    }

    #[test]
    fn no_decision_loses_an_entry(seed in any::<u64>()) {
        for (name, case) in samples() {
            let before = told(&case, as_at(&case));
            let mut decided = case.clone();
            decided.decisions = decisions(&before, seed);
            let after = told(&decided, as_at(&case));
            prop_assert_eq!(rows(&before), rows(&after), "{}", name);
            let mentions = |account: &Account| {
                let all = account.people.iter().flat_map(|person| &person.mentions);
                all.map(|mention| (mention.entry.to_string(), mention.text.clone())).collect::<BTreeSet<_>>()
            };
            prop_assert_eq!(mentions(&before), mentions(&after), "{}", name);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_and_rows_changes_no_finding(seed in any::<u64>()) {
        for (name, case) in samples() {
            let mut shuffled = case.clone();
            shuffle(&mut shuffled.returns, seed);
            for sent in &mut shuffled.returns {
                shuffle(&mut sent.entries, seed.rotate_left(7));
            }
            let (one, other) = (told(&case, as_at(&case)), told(&shuffled, as_at(&case)));
            let findings = |account: &Account| serde_json::to_string(&account.findings).expect("plain data");
            prop_assert_eq!(findings(&one), findings(&other), "{}", name);
        }
    }
}

/// Words that another entry may hold: none, nobody, somebody of the family, and what is no sentence.
fn any_words() -> impl Strategy<Value = String> {
    let said = [
        "Mum said that she is the same person as Aunt Sue (née Cole), b. 01/02/1980, and no longer in contact.",
        "No disclosure made. Nothing further.",
        "Child taken out of the ledger.",
        "",
    ];
    prop_oneof![prop::sample::select(said.to_vec()).prop_map(str::to_owned), "\\PC{0,60}"]
}

/// Every row of an account by id, however it was placed.
fn rows(account: &Account) -> BTreeSet<String> {
    let placed = account.entries.iter().chain(&account.undated).map(|entry| entry.id.0.clone());
    let aside = account.ledger.returns.iter().flat_map(|sent| sent.set_aside.iter().map(|row| row.at.to_string()));
    placed.chain(aside).collect()
}

/// Decisions about whoever the account shows, each as good as any other.
fn decisions(account: &Account, seed: u64) -> Vec<Decision> {
    let whom = |nth: usize| {
        let person = &account.people[nth % account.people.len()];
        Whom { person: person.id.to_string(), entry: None, words: None }
    };
    let on = account.as_at;
    let rulings = (0..6_usize).map(|nth| {
        let pick = usize::try_from(seed.rotate_left(u32::try_from(nth * 11).unwrap_or(0)) >> 40).unwrap_or(0);
        let (a, b) = (whom(pick), whom(pick / 7 + nth));
        match pick % 5 {
            0 => Ruling::Same(a, b),
            1 => Ruling::NotTheSame(a, b),
            2 => Ruling::Relation { person: a, relation: "maternal uncle".to_owned(), of: b },
            3 => Ruling::ContactEnded { person: a, with: b, ended: on - Days::new(100) },
            _ => Ruling::FindingLookedAt {
                rule: "perpetrator-in-contact".to_owned(),
                people: vec![a, b],
                agency: None,
                rested_on: Vec::new(),
            },
        }
    });
    let signed = Signature { by: "A Reilly".to_owned(), on, why: None };
    rulings
        .enumerate()
        .map(|(nth, ruling)| Decision { number: nth + 1, ruling, signed: signed.clone(), taken_back: None })
        .collect()
}

/// A fixed shuffle for a seed.
fn shuffle<T>(all: &mut [T], seed: u64) {
    let mut state = seed | 1;
    for at in (1..all.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = usize::try_from(state >> 33).unwrap_or(0) % (at + 1);
        all.swap(at, pick);
    }
}
