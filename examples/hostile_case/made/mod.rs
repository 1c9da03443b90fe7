//! A case in which every field of every format holds hostile words.

mod office;
mod words;

use office::Rows;
use serde_json::{Value, json};
use std::fs;
use std::io;
use std::path::Path;
pub use words::all;
use words::pieces;

/// Headings of every meaning, and one that nobody knows.
const HEADINGS: [&str; 10] =
    ["Date", "Event", "Source", "People", "Professional", "Action", "Outcome", "Child's voice", "Analysis", "<i>&\"'"];

/// Writes the case folder. A copy that leaves people out cannot be made where people are called as anything is; with
/// `plain_names` it can.
pub fn case(folder: &Path, plain_names: bool) -> io::Result<()> {
    let returns = folder.join("returns");
    fs::create_dir_all(&returns)?;
    let words = all();
    let few = pieces(&words, 30);
    // Every word in a row of its own once, and in every format.
    let joined = rows(&pieces(&words, 100));
    fs::write(folder.join("case.json"), front(&words, plain_names).to_string())?;
    fs::write(folder.join("decisions.json"), decisions(&words).to_string())?;
    fs::write(returns.join("police.csv"), text(&rows(&words), ','))?;
    fs::write(returns.join("school.txt"), text(&joined, '\t'))?;
    fs::write(returns.join("headings.csv"), text(&headings(&words), ','))?;
    fs::write(returns.join("youth.json"), records(&words, &joined).to_string())?;
    fs::write(returns.join("care.xlsx"), office::xlsx(&sheet_names(&words), &joined, &few))?;
    fs::write(returns.join("gp.docx"), office::docx(&joined, &few))?;
    fs::write(returns.join("clinic.ods"), office::ods(&few, &joined))?;
    for (nth, name) in file_names(&words).into_iter().enumerate() {
        fs::write(returns.join(format!("{nth} {name}.csv")), "Date,Event\n1/2/15,Seen.\n")?;
    }
    Ok(())
}

/// The headings, and a row for each word: the word as its date in every seventh, and among words that are taken up.
fn rows(words: &[String]) -> Rows {
    let row = |(nth, word): (usize, &String)| {
        let date = if nth % 7 == 6 { word.clone() } else { format!("{}/3/2015", nth % 28 + 1) };
        let event = match nth % 4 {
            0 => format!("Amy said that her uncle {word} touched her sexually. {word}"),
            1 => format!("{word}: strategy discussion held with {word}. Ray {word} moved in with Amy."),
            2 => format!("\"{word}\" said Amy's mother Tracy {word}. No further action."),
            _ => word.clone(),
        };
        let other = |at: usize| if (nth + at).is_multiple_of(5) { word.clone() } else { String::new() };
        [date, event].into_iter().chain((2..HEADINGS.len()).map(other)).collect()
    };
    let headings = HEADINGS.map(str::to_owned).to_vec();
    std::iter::once(headings).chain(words.iter().enumerate().map(row)).collect()
}

/// A table with each word as a heading.
fn headings(words: &[String]) -> Rows {
    let named = ["Date", "Event"].into_iter().map(str::to_owned);
    let below = ["1/2/2015", "Seen."].into_iter().map(str::to_owned);
    vec![named.chain(words.iter().cloned()).collect(), below.chain(words.iter().map(|_| "x".to_owned())).collect()]
}

fn text(rows: &Rows, separator: char) -> String {
    let quoted = |word: &String| format!("\"{}\"", word.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&separator.to_string()) + "\n";
    rows.iter().map(line).collect()
}

/// Records under a name that is a word, with words as keys; words beside the list.
fn records(words: &[String], rows: &Rows) -> Value {
    let record = |(row, word): (&Vec<String>, &String)| {
        let mut fields: serde_json::Map<String, Value> =
            rows[0].iter().zip(row).map(|(heading, cell)| (heading.clone(), json!(cell))).collect();
        fields.insert("nested".into(), json!({ word: [word, { word: 1 }] }));
        Value::Object(fields)
    };
    let all: Vec<Value> = rows[1..].iter().zip(words).map(record).collect();
    let mut top = serde_json::Map::from_iter([("entries".to_owned(), json!(all))]);
    let mut lists = pieces(words, 30).into_iter().enumerate();
    top.extend(lists.by_ref().take(15).map(|(_, name)| (name, json!([{ "date": "1/2/2015", "event": "Seen." }]))));
    top.extend(lists.map(|(nth, words)| (format!("about {nth} {words}"), json!(words))));
    Value::Object(top)
}

/// Names that a sheet may have: 31 letters at most, some signs never, none twice.
fn sheet_names(words: &[String]) -> Vec<String> {
    let kept = |word: &String| {
        let name: String = word.chars().filter(|sign| !"[]:*?/\\\0".contains(*sign)).take(28).collect();
        name.trim().to_owned()
    };
    let names = words.iter().map(kept).filter(|name| !name.is_empty());
    std::iter::once("Log".to_owned())
        .chain(names.step_by(5).enumerate().map(|(nth, name)| format!("{nth} {name}")))
        .collect()
}

/// Names that a file may have: no stroke, no null, 255 bytes at most with what stands around them.
fn file_names(words: &[String]) -> Vec<String> {
    let mut names = vec![String::new()];
    for word in words.iter().filter(|word| !word.contains(['/', '\0']) && word.len() < 200) {
        match names.last_mut() {
            Some(name) if name.len() + word.len() < 220 => name.extend([word.as_str(), " "]),
            _ => names.push(word.clone()),
        }
    }
    names
}

fn front(words: &[String], plain_names: bool) -> Value {
    let pieces = pieces(words, 24);
    let at = |nth: usize| pieces[nth % pieces.len()].clone();
    let people = words.iter().enumerate().step_by(5).map(|(nth, word)| {
        if plain_names {
            return json!({ "id": format!("p{nth} {word}"), "name": "Raymond Pikestaff", "relation": "maternal uncle" });
        }
        json!({
            "id": format!("p{nth} {word}"), "name": format!("Ray {word}"), "also_known_as": [word],
            "relation": if nth % 3 == 0 { "maternal uncle".to_owned() } else { word.clone() },
            "nhs_number": word, "sex": word, "born": word,
            "addresses": [{ "address": word, "postcode": word, "from": word }],
        })
    });
    let agencies = pieces.iter().enumerate().map(|(nth, words)| {
        let outcomes = ["return", "nothing known", "no reply", words.as_str()];
        let returns = if nth == 0 { "returns/police.csv" } else { words.as_str() };
        json!({
            "id": format!("a{nth} {words}"), "name": words, "kind": words, "names_searched": [words],
            "returns": [returns],
            "outcome": outcomes[nth % outcomes.len()],
        })
    });
    let relationships = words
        .iter()
        .step_by(9)
        .filter(|_| !plain_names)
        .map(|word| json!({ "person": word, "relation": word, "of": "amy", "from": word, "source": word }));
    let child = if plain_names {
        json!({ "id": "amy", "name": "Amaryllis Dalewood", "born": "2006-03-09" })
    } else {
        json!({
            "id": "amy", "name": format!("Amy {}", at(0)), "also_known_as": [at(4), at(21)], "born": "2006-03-09",
            "nhs_number": at(5), "sex": at(6), "addresses": [{ "address": at(7), "postcode": at(8) }],
        })
    };
    json!({
        "reference": words[0].clone() + &at(1),
        "handling": at(3),
        "child": child,
        "people": people.collect::<Vec<_>>(),
        "agencies": agencies.collect::<Vec<_>>(),
        "relationships": relationships.collect::<Vec<_>>(),
        "referral": { "to": at(9), "reason": at(10), "prepared_by": at(11), "prepared_on": at(12) },
        "headings": { (at(13)): { (at(14)): at(15) }, "police": { (words[0].clone()): words[1] } },
        "settings": { (at(16)): at(17) },
        "as_at": "2021-06-30",
    })
}

fn decisions(words: &[String]) -> Value {
    let signed = |word: &String, mut decided: Value| {
        let fields = decided.as_object_mut().expect("an object");
        fields.extend([
            ("by".to_owned(), json!(word)),
            ("on".to_owned(), json!("2021-01-31")),
            ("why".to_owned(), json!(word)),
        ]);
        decided
    };
    let all = words.iter().enumerate().step_by(3).map(|(nth, word)| {
        let whom = json!({ "person": word, "entry": word, "words": word });
        let known = format!("p{} {}", nth / 5 * 5, words[nth / 5 * 5]);
        signed(word, match nth % 5 {
            0 => json!({ "kind": "same", "a": "amy", "b": whom }),
            1 => json!({ "kind": "not-the-same", "a": known, "b": whom }),
            2 => json!({ "kind": "relation", "person": known, "relation": word, "of": "amy" }),
            3 => json!({ "kind": "contact-ended", "person": known, "with": "amy", "ended": "2020-02-29" }),
            _ => json!({ "kind": "finding-looked-at", "rule": word, "people": [word], "agency": word, "rested_on": [word] }),
        })
    });
    json!({ "decisions": all.collect::<Vec<_>>() })
}
