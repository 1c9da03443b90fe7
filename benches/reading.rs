//! How fast entries are read, in bytes a second, beside a plain scan for one word over the same text in the same run.

use aho_corasick::AhoCorasick;
use lifespan::model::{AgencyId, Cell, Entry, FrontPerson, FrontSheet, Meaning, Origin, PersonId, Referral};
use std::hint::black_box;
use std::time::Instant;

/// Several megabytes of entries, each one text of the measured file.
fn entries() -> Vec<Entry> {
    let file = include_str!("../tests/reading/given.jsonl");
    let texts: Vec<String> = file
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|case| case["text"].as_str().map(str::to_owned))
        .collect();
    (0..60_000).map(|row| entry(row, &texts[row % texts.len()])).collect()
}

fn entry(row: usize, text: &str) -> Entry {
    let origin = Origin { file: "returns/bench.csv".to_owned(), part: None, row };
    let cell = Cell { heading: "Event".to_owned(), meaning: Meaning::Event, text: text.to_owned() };
    let agency = AgencyId("bench".to_owned());
    Entry { id: origin.id(), origin, agency, when: None, until: None, learned: None, recorded: None, cells: vec![cell] }
}

fn front() -> FrontSheet {
    let child = FrontPerson {
        id: PersonId("child".to_owned()),
        name: "Robin Arden".to_owned(),
        also_known_as: Vec::new(),
        born: None,
        died: None,
        sex: None,
        nhs_number: None,
        relation: None,
        lives_with_child: None,
        addresses: Vec::new(),
    };
    FrontSheet {
        reference: None,
        child,
        people: Vec::new(),
        relationships: Vec::new(),
        agencies: Vec::new(),
        referral: Referral::default(),
        as_at: None,
        handling: None,
        headings: Default::default(),
        settings: Default::default(),
    }
}

fn main() {
    let (front, entries) = (front(), entries());
    let all: Vec<&Entry> = entries.iter().collect();
    let bytes: usize = entries.iter().map(|entry| entry.cells[0].text.len()).sum();
    black_box(lifespan::reading::read_text("Warm up."));
    let finder = AhoCorasick::new(["abuse"]).expect("one word is a pattern");
    let started = Instant::now();
    let found: usize = entries.iter().map(|entry| finder.find_iter(&entry.cells[0].text).count()).sum();
    let scan = started.elapsed().as_secs_f64();
    let started = Instant::now();
    let readings = black_box(lifespan::reading::read(&front, &all));
    let read = started.elapsed().as_secs_f64();
    let megabytes = bytes as f64 / 1e6;
    println!("{megabytes:.1} MB in {} entries, {found} times the word", readings.len());
    println!("scan for one word  {:>8.1} MB/s", megabytes / scan);
    println!("reading            {:>8.1} MB/s, {:.4} of the scan", megabytes / read, scan / read);
}
