//! What is sent is kept: every word of every row stands on the page, byte for byte, and neither how rows are divided
//! over files nor the order of rows of one day changes what is found.

#[path = "hostile/markup.rs"]
mod markup;

use chrono::NaiveDate;
use lifespan::account::Account;
use lifespan::ingest::assemble::{Parts, assemble};
use lifespan::report::{account, pages};
use lifespan::{Known, Record, findings};
use proptest::prelude::*;
use std::collections::BTreeMap;

const FRONT: &str = r#"{
  "child": { "id": "amy", "name": "Amy Dale", "born": "2006-03-09" },
  "people": [
    { "id": "mum", "name": "Tracy Dale", "relation": "mother", "lives_with_child": true },
    { "id": "ray", "name": "Ray Pike", "relation": "maternal uncle" }
  ],
  "agencies": [{ "id": "police", "name": "Police", "returns": ["a.csv", "b.csv", "c.csv"] }],
  "as_at": "2021-06-30"
}"#;

/// What agencies write, told so that something is found.
const TOLD: &[&str] = &[
    "Amy said that her uncle Ray Pike touched her sexually.",
    "Strategy discussion held. Section 47 enquiry begun.",
    "Ray Pike is not to have contact with Amy.",
    "Uncle Ray collected Amy from school.",
    "No further action against Ray Pike.",
    "Amy reported missing by mother Tracy Dale; found the next day.",
    "Amy is staying out late with older males and has a new phone. Exploitation screening tool to be completed.",
    "Child protection conference: plan under the category of neglect.",
    "Routine visit. Amy was well.",
];

/// A row: its date, what it says.
type Row = (String, String);

/// The account of rows divided over files, each row with a record number that stays with it.
fn told(files: &[Vec<(usize, Row)>]) -> Account {
    let quoted = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
    let returns = files.iter().zip(["returns/a.csv", "returns/b.csv", "returns/c.csv"]).map(|(rows, file)| {
        let rows = rows.iter().map(|(nth, (date, event))| format!("{date},{},R{nth:03}\n", quoted(event)));
        Ok((file.to_owned(), format!("Date,Event,Record\n{}", rows.collect::<String>()).into_bytes()))
    });
    let by = NaiveDate::from_ymd_opt(2021, 6, 30).expect("a day");
    let parts = Parts { front: FRONT.into(), returns, decisions: None, notes: Vec::new() };
    let case = assemble(parts, Some(by)).expect("a case");
    let record = Record::read(&case);
    let history = record.history(Known { by, to: None });
    account(&record, &history, &findings::examine(&record, &history))
}

/// What is found, with every entry named by its record number and lists in one order.
fn found(account: &Account) -> Vec<String> {
    let number = |entry: &lifespan::account::EntryAccount| {
        let cell = entry.cells.iter().find(|cell| cell.heading == "Record");
        (entry.id.to_string(), cell.map(|cell| cell.text.clone()).unwrap_or_default())
    };
    let numbers: BTreeMap<String, String> = account.entries.iter().chain(&account.undated).map(number).collect();
    let mut all: Vec<String> = account
        .findings
        .iter()
        .map(|finding| {
            let mut value = serde_json::to_value(finding).expect("plain data");
            named(&mut value, &numbers);
            value.to_string()
        })
        .collect();
    all.sort();
    all
}

fn named(value: &mut serde_json::Value, numbers: &BTreeMap<String, String>) {
    match value {
        serde_json::Value::String(words) => {
            if let Some(number) = numbers.get(words.as_str()) {
                words.clone_from(number);
            }
        }
        serde_json::Value::Array(list) => {
            list.iter_mut().for_each(|one| named(one, numbers));
            list.sort_by_key(ToString::to_string);
        }
        serde_json::Value::Object(fields) => fields.values_mut().for_each(|one| named(one, numbers)),
        _ => {}
    }
}

/// Rows in the order of their days, each day once, so that only their places differ.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..150_u32, prop::sample::select(TOLD.to_vec()));
    prop::collection::vec(row, 3..14).prop_map(|mut rows| {
        rows.sort();
        rows.dedup_by_key(|row| row.0);
        rows.into_iter()
            .map(|(at, words)| (format!("{:04}-{:02}-15", 2008 + at / 12, at % 12 + 1), words.to_owned()))
            .collect()
    })
}

/// Any words that a return may hold.
fn any_words() -> impl Strategy<Value = String> {
    let odd =
        ["<b>", "&amp;", "\"", "'", "{{ x }}", "\u{202e}", "\r\n", "\n\n", "\t", "  two  ", "£", "=1+1", "e\u{301}"];
    let piece = prop_oneof![
        prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
        prop::sample::select(TOLD.to_vec()).prop_map(str::to_owned),
        "\\PC{1,20}",
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_changed_or_lost_between_return_and_page(all in prop::collection::vec(any_words(), 1..8)) {
        let rows: Vec<_> = all.iter().enumerate().map(|(nth, words)| (nth, (format!("{}/3/2015", nth + 1), words.clone()))).collect();
        let account = told(&[rows]);
        prop_assert_eq!(account.ledger.rows, all.len());
        let page = pages::chronology(&account).expect("a page");
        let shown = markup::words(&page).map_err(TestCaseError::fail)?;
        for (nth, words) in all.iter().enumerate() {
            // Around a cell spaces go; within it nothing does.
            let sent = words.trim();
            let kept = account.entries.iter().any(|entry| {
                entry.cells.iter().any(|cell| cell.text == format!("R{nth:03}"))
                    && (sent.is_empty() || entry.cells.iter().any(|cell| cell.text == sent))
            });
            prop_assert!(kept, "row {} lost {:?}", nth, sent);
            prop_assert!(shown.contains(sent), "{:?} is not on the page", sent);
        }
    }

    #[test]
    fn a_return_in_several_files_finds_the_same(rows in rows(), cuts in prop::collection::vec(0_usize..14, 2)) {
        let numbered: Vec<(usize, Row)> = rows.into_iter().enumerate().collect();
        let (a, b) = (cuts[0].min(cuts[1]).min(numbered.len()), cuts[0].max(cuts[1]).min(numbered.len()));
        let whole = found(&told(std::slice::from_ref(&numbered)));
        let parts = found(&told(&[numbered[..a].to_vec(), numbered[a..b].to_vec(), numbered[b..].to_vec()]));
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn the_order_of_rows_changes_nothing_that_is_found(rows in rows(), turn in 0_usize..14) {
        let numbered: Vec<(usize, Row)> = rows.into_iter().enumerate().collect();
        let mut turned = numbered.clone();
        turned.rotate_left(turn % numbered.len());
        prop_assert_eq!(found(&told(&[numbered])), found(&told(&[turned])));
    }

    #[test]
    fn the_order_of_rows_of_one_day_changes_nothing_that_is_found(words in prop::sample::subsequence(TOLD.to_vec(), 2..6), turn in 1_usize..5) {
        let numbered: Vec<(usize, Row)> =
            words.iter().enumerate().map(|(nth, words)| (nth, ("2015-03-01".to_owned(), (*words).to_owned()))).collect();
        let mut turned = numbered.clone();
        turned.rotate_left(turn % numbered.len());
        prop_assert_eq!(found(&told(&[numbered])), found(&told(&[turned])));
    }
}
