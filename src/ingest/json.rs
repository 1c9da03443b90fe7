//! JSON returns: a list of records, at the top or under any key.
//!
//! The keys of the records are the headings, in the order in which they are first met. A record that gives one key
//! twice keeps both.

use super::grid::{Grid, GridCell, Line, Sheets};
use super::json_value::Json;
use super::limits;
use crate::error::Error;
use crate::model::Note;
use std::collections::HashMap;

/// The name of a list that stands alone at the top.
const ALONE: &str = "entries";

/// The lists of records of a JSON return, each as a table.
pub fn read(text: &str, file: &str) -> Result<Sheets, Error> {
    let value: Json = serde_json::from_str(text).map_err(|error| unreadable(&error, file))?;
    let mut sheets = Sheets::default();
    match value {
        Json::List(list) => sheets.grids.push(grid(ALONE, &list, file)),
        Json::Object(top) => object(&top, file, &mut sheets),
        other => sheets.preamble.push(other.words()),
    }
    if sheets.grids.is_empty() {
        sheets.notes.push(Note {
            at: file.to_owned(),
            what: "there is no list of records in it".into(),
            done: "No row is in the chronology; its words are kept with the return.".into(),
            mend: "Send the entries as a list: { \"entries\": [ { \"date\": \"...\", \"event\": \"...\" } ] }.".into(),
        });
    }
    Ok(sheets)
}

/// The lists of an object; its other values are words about the return.
fn object(top: &[(String, Json)], file: &str, sheets: &mut Sheets) {
    for (name, value) in top {
        match value {
            Json::List(list) if list.iter().any(|item| matches!(item, Json::Object(_))) => {
                sheets.grids.push(grid(name, list, file));
            }
            other => {
                let words = other.words();
                if !words.is_empty() {
                    sheets.preamble.push(format!("{name}: {words}"));
                }
            }
        }
    }
}

/// One list of records. Its header stands on line 0, above the first record.
fn grid(name: &str, list: &[Json], file: &str) -> Grid {
    let mut grid = Grid { part: Some(name.to_owned()), ..Grid::default() };
    let mut keys: Vec<String> = Vec::new();
    let mut columns: HashMap<String, usize> = HashMap::new();
    for (index, record) in list.iter().enumerate() {
        if grid.lines.len() >= limits::ROWS {
            grid.notes.push(too_many(format!("{file}#{name}:{}", index + 1)));
            break;
        }
        let mut cells: Vec<GridCell> = Vec::new();
        for (key, text) in flat(record) {
            let next = columns.len().min(limits::COLUMNS - 1);
            let column = *columns.entry(key.clone()).or_insert(next);
            if column == keys.len() {
                keys.push(key);
            }
            // A key met twice, or one beyond the last column: its words join those that are there.
            match cells.iter_mut().find(|cell| cell.column == column) {
                Some(cell) if !text.trim().is_empty() => cell.text = format!("{}\n{}", cell.text, text.trim()),
                Some(_) => {}
                None => cells.extend(GridCell::words(column, &text)),
            }
        }
        cells.sort_by_key(|cell| cell.column);
        if !cells.is_empty() {
            grid.lines.push(Line { number: index + 1, cells });
        }
    }
    grid.lines.insert(0, Line::of_words(0, keys.iter().map(String::as_str)));
    grid
}

/// A record's keys and words; what is nested comes under the outer key, its words kept.
fn flat(record: &Json) -> Vec<(String, String)> {
    match record {
        Json::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value.words())).collect(),
        other => vec![("text".to_owned(), other.words())],
    }
}

/// What is wrong with the words of the file.
fn unreadable(error: &serde_json::Error, file: &str) -> Error {
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or(&what);
    let what = if what.contains("recursion limit") { "lists stand in lists more than 120 deep" } else { what };
    Error::new(
        format!("{file}, line {}, column {}", error.line(), error.column()),
        format!("this is not readable as JSON: {what}"),
        "Have the return exported again, or mend the file at that place. Often a comma or a quotation mark is missing just before it.",
    )
}

/// The list goes on beyond the limit.
fn too_many(at: String) -> Note {
    Note {
        at,
        what: format!("the list has more than {} records", limits::ROWS),
        done: "The records from here on were not read.".into(),
        mend: "Split the file into several.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        read(text, "x.json").unwrap().grids.iter().flat_map(|grid| &grid.lines).map(Line::words).collect()
    }

    #[test]
    fn keys_keep_their_order_and_a_key_given_twice_keeps_both() {
        let text = r#"{"home": "A", "log": [{"z": "1", "a": null}, {"b": ["x", {"y": 2}], "z": "3", "z": "4"}]}"#;
        assert_eq!(rows(text), ["z | a | b", "1", "3\n4 | x; y: 2"]);
    }

    #[test]
    fn a_list_alone_is_named_entries() {
        let sheets = read(r#"[{"date": "2010", "event": "x"}]"#, "x.json").unwrap();
        assert_eq!(sheets.grids[0].part.as_deref(), Some("entries"));
    }

    #[test]
    fn deep_lists_are_refused_with_the_place() {
        let error = read(&"[".repeat(100_000), "x.json").unwrap_err();
        assert_eq!(error.at, "x.json, line 1, column 128");
        assert!(error.what.contains("lists stand in lists"), "{error}");
    }
}
