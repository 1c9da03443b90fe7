//! How well each rule is found in small histories, each written for one rule: half of them give it, half only look like it.
//!
//! The words are meant to be as many as practitioners have, so that a rule that knows only its examples does badly here.

use lifespan::findings::{Finding, examine};
use lifespan::ingest::assemble::{Parts, assemble};
use lifespan::model::Case;
use lifespan::{History, Known, Record};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const HISTORIES: &str = include_str!("small_histories/first.jsonl");

/// What came of the histories of one rule.
#[derive(Default)]
struct Count {
    given: usize,
    found: usize,
    alike: usize,
    silent: usize,
    cited: usize,
    to_cite: usize,
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The case folder of a history: each agency's entries as its return.
fn case_of(told: &Value) -> (Case, Vec<String>) {
    let mut returns: BTreeMap<&str, String> = BTreeMap::new();
    let mut ids = Vec::new();
    for entry in told["entries"].as_array().into_iter().flatten() {
        let agency = text(&entry["agency"]);
        let table = returns.entry(agency).or_insert_with(|| "Date,Details\n".to_owned());
        let cell = |value: &Value| format!("\"{}\"", text(value).replace('"', "\"\""));
        ids.push(format!("returns/{agency}.csv:{}", table.lines().count() + 1));
        table.push_str(&format!("{},{}\n", cell(&entry["date"]), cell(&entry["text"])));
    }
    let mut front = told["case"].clone();
    for agency in front["agencies"].as_array_mut().into_iter().flatten() {
        let file = format!("returns/{}.csv", text(&agency["id"]));
        if returns.contains_key(text(&agency["id"])) {
            agency["returns"] = json!([file]);
        }
    }
    let files = returns.into_iter().map(|(agency, table)| Ok((format!("returns/{agency}.csv"), table.into_bytes())));
    let parts = Parts { front: front.to_string().into_bytes(), returns: files, decisions: None, notes: Vec::new() };
    (assemble(parts, None).expect("the history is a case"), ids)
}

/// Whether a finding is about the agency, the person and the state that a history names.
fn is_about(history: &History<'_>, finding: &Finding, told: &Value) -> bool {
    let agency = told["agency"].as_str().is_none_or(|id| finding.agency.as_ref().is_none_or(|own| own.0 == id));
    let state = told["state"].as_str().is_none_or(|state| finding.state == Some(state));
    let called = |wanted: &str| {
        let wanted = wanted.to_lowercase();
        let mut others = finding.people.iter().filter(|(role, _)| **role != "child").peekable();
        others.peek().is_none()
            || others.any(|(_, id)| {
                let person = history.person(id);
                let names = person.into_iter().flat_map(|one| std::iter::once(&one.name).chain(&one.also_known_as));
                let mut names = names.map(|name| name.to_lowercase());
                names.any(|name| name.contains(&wanted) || name.len() > 2 && wanted.contains(&name))
            })
    };
    agency && state && told["person"].as_str().is_none_or(called)
}

fn count(told: &Value, count: &mut Count) {
    let (case, ids) = case_of(told);
    let record = Record::read(&case);
    let by = case.front.as_at.expect("each history says from when it speaks");
    let history = record.history(Known { by, to: None });
    let findings = examine(&record, &history);
    let own: Vec<&Finding> =
        findings.iter().filter(|one| one.rule == text(&told["rule"]) && is_about(&history, one, told)).collect();
    if told["fires"] == json!(true) {
        count.given += 1;
        count.found += usize::from(!own.is_empty());
        let needed = told["evidence"].as_array().into_iter().flatten().filter_map(Value::as_u64);
        let needed = needed.filter(|_| !own.is_empty()).map(|at| &ids[at as usize]);
        for id in needed {
            count.to_cite += 1;
            count.cited += usize::from(own.iter().any(|one| one.evidence.iter().any(|cited| cited.0 == *id)));
        }
    } else {
        count.alike += 1;
        count.silent += usize::from(own.is_empty());
    }
}

/// The shares below which none may fall: of what is given found, of what only looks like it passed over, of the entries cited.
const FLOORS: [f64; 3] = [0.73, 0.80, 0.95];

#[test]
fn each_rule_is_found_in_other_words_and_what_looks_like_it_is_passed_over() {
    let mut rules: BTreeMap<String, Count> = BTreeMap::new();
    for line in HISTORIES.lines() {
        let told: Value = serde_json::from_str(line).expect("each line is a history");
        count(&told, rules.entry(text(&told["rule"]).to_owned()).or_default());
    }
    let mut sums = [0usize; 6];
    for (rule, one) in &rules {
        let all = [one.found, one.given, one.silent, one.alike, one.cited, one.to_cite];
        sums.iter_mut().zip(all).for_each(|(sum, one)| *sum += one);
        println!(
            "{rule:<34} found {}/{}  passed over {}/{}  cited {}/{}",
            all[0], all[1], all[2], all[3], all[4], all[5]
        );
    }
    println!(
        "{:<34} found {}/{}  passed over {}/{}  cited {}/{}",
        "all", sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]
    );
    let shares = [(0, 1), (2, 3), (4, 5)].map(|(part, of)| sums[part] as f64 / sums[of] as f64);
    assert!(shares.iter().zip(FLOORS).all(|(share, floor)| *share >= floor), "{shares:?} below {FLOORS:?}");
}
