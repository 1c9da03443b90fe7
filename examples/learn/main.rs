//! Learns the weights of `src/reading/learnt/` from texts with right answers, and writes them.
//!
//!     cargo run --release --example learn
//!     cargo run --release --example learn -- later fair
//!
//! Texts are those of `tests/reading/` and `tests/reading/learnt/`, but for the files named, so that these can show how well
//! texts are read that nothing was learnt from. What `tests/reading/unseen/` holds is never learnt from.

mod regression;

use lifespan::ingest::front;
use lifespan::reading::{Marks, Person, marks};
use regression::Sample;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

const TEXTS: [&str; 2] = ["tests/reading", "tests/reading/learnt"];
const TABLES: &str = "src/reading/learnt";
/// Answers of the tables, in their order.
const CONTACT: [&str; 4] = ["direct", "ended", "restricted", "breach"];
const ABUSE: [&str; 3] = ["alleged", "negated", "hypothetical_or_general"];
const SIDES: [&str; 2] = ["perpetrator", "victim"];
/// How much weights of texts and of people may grow to fit what they are learnt from.
const OF_TEXTS: f64 = 1.0;
const OF_PEOPLE: f64 = 0.3;

/// A text with its right answers and what it has.
struct Text {
    right: Value,
    has: Marks,
}

fn main() -> Result<(), Box<dyn Error>> {
    let without: Vec<String> = env::args().skip(1).collect();
    let texts = texts(&without)?;
    println!("{} texts", texts.len());
    let of_texts = |field: &str, answers: &[&str]| -> Vec<Sample> {
        let sample = |text: &Text| Sample {
            marks: text.has.text.clone(),
            answer: answers.iter().position(|answer| text.right[field] == **answer).unwrap_or(answers.len()),
        };
        texts.iter().filter(|text| text.right.get(field).is_some()).map(sample).collect()
    };
    write("contact", &regression::learn(&of_texts("contact", &CONTACT), CONTACT.len(), OF_TEXTS))?;
    write("abuse", &regression::learn(&of_texts("sexual_abuse", &ABUSE), ABUSE.len(), OF_TEXTS))?;
    let person: Vec<Sample> = texts.iter().flat_map(contact_person).collect();
    write("person", &regression::learn(&person, 1, OF_PEOPLE))?;
    let sides: Vec<Sample> = texts.iter().flat_map(sides).collect();
    write("sides", &regression::learn(&sides, SIDES.len(), OF_PEOPLE))
}

/// Every text of the files, each once.
fn texts(without: &[String]) -> Result<Vec<Text>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in TEXTS {
        files.extend(fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path())));
    }
    files.retain(|file| {
        let named = |name: &String| file.file_stem().is_some_and(|stem| stem == name.as_str());
        file.extension().is_some_and(|end| end == "jsonl") && !without.iter().any(named)
    });
    files.sort();
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for file in files {
        for line in fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()) {
            let right: Value = serde_json::from_str(line)?;
            if seen.insert(right["text"].to_string()) {
                all.push(Text { has: has(&right), right });
            }
        }
    }
    Ok(all)
}

/// What a text has, read with the name of the child whose record it stands in, where that is known.
fn has(right: &Value) -> Marks {
    let sheet = right["child"].as_str().map(|name| json!({ "child": { "name": name } }).to_string());
    let front = sheet.and_then(|sheet| front::read(&sheet).ok());
    marks(front.as_ref().map(|front| &front.value), right["text"].as_str().unwrap_or_default())
}

/// Everybody of whom a text could tell contact, where it says of whom it does: whether it is them.
fn contact_person(text: &Text) -> Vec<Sample> {
    let candidates: Vec<&Person> = text.has.people.iter().filter(|person| person.candidate).collect();
    let told: Vec<bool> = candidates.iter().map(|person| is(person, text, "contact_person")).collect();
    let sample = |(person, told): (&&Person, &bool)| Sample { marks: person.marks.clone(), answer: usize::from(!told) };
    if told.contains(&true) { candidates.iter().zip(&told).map(sample).collect() } else { Vec::new() }
}

/// Everybody in a text that alleges abuse: whether they are said to have done it, or to have been harmed.
fn sides(text: &Text) -> Vec<Sample> {
    let said = SIDES.iter().any(|side| !text.right[*side].is_null());
    let answer = |person: &Person| SIDES.iter().position(|side| is(person, text, side)).unwrap_or(SIDES.len());
    let sample = |person: &Person| Sample { marks: person.marks.clone(), answer: answer(person) };
    if said { text.has.people.iter().map(sample).collect() } else { Vec::new() }
}

/// Whether somebody is whom a field means, or one of those: some words and the wanted ones hold one another or share their
/// last word.
fn is(person: &Person, text: &Text, field: &str) -> bool {
    let value = &text.right[field];
    let wanted = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let last = |text: &str| text.split_whitespace().last().map(str::to_owned);
    wanted.iter().filter_map(Value::as_str).map(str::to_lowercase).any(|want| {
        let one = |words: &String| want.contains(words.as_str()) || words.contains(&want) || last(words) == last(&want);
        person.words.iter().any(one)
    })
}

fn write(name: &str, rows: &[(String, Vec<i32>)]) -> Result<(), Box<dyn Error>> {
    let mut lines = String::new();
    for (mark, weights) in rows {
        let weights: Vec<String> = weights.iter().map(i32::to_string).collect();
        writeln!(lines, "{mark}\t{}", weights.join(" "))?;
    }
    println!("{name}: {} terms", rows.len());
    Ok(fs::write(format!("{TABLES}/{name}.txt"), lines)?)
}
