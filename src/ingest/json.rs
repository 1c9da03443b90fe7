//! JSON returns: a list of records, at the top or under any key.

use super::grid::{Grid, GridCell, Line, Sheets};
use crate::error::Error;
use serde_json::{Map, Value};

/// The lists of records of a JSON return, each as a table whose header is the records' keys.
pub fn read(text: &str, file: &str) -> Result<Sheets, Error> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        Error::new(
            format!("{file}, line {}, column {}", error.line(), error.column()),
            format!("this is not readable as JSON: {error}"),
            "Have the return exported again, or mend the file at that place.",
        )
    })?;
    let mut sheets = Sheets::default();
    match &value {
        Value::Array(list) => sheets.grids.push(grid("entries", list)),
        Value::Object(top) => {
            for (name, value) in top {
                match value {
                    Value::Array(list) if list.iter().any(Value::is_object) => sheets.grids.push(grid(name, list)),
                    other => sheets.preamble.push(format!("{name}: {}", words(other))),
                }
            }
        }
        other => sheets.preamble.push(words(other)),
    }
    Ok(sheets)
}

/// One list of records. Its header stands on line 0, above the first record.
fn grid(name: &str, list: &[Value]) -> Grid {
    let mut keys: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for (index, record) in list.iter().enumerate() {
        let mut cells = Vec::new();
        for (key, text) in flat(record) {
            let column = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
                keys.push(key.clone());
                keys.len() - 1
            });
            cells.extend(GridCell::words(column, &text));
        }
        cells.sort_by_key(|cell| cell.column);
        if !cells.is_empty() {
            lines.push(Line { number: index + 1, cells });
        }
    }
    lines.insert(0, Line::of_words(0, keys.iter().map(String::as_str)));
    Grid { part: Some(name.to_owned()), lines, notes: Vec::new() }
}

/// A record's keys and words; what is nested comes under the outer key, its words kept.
fn flat(record: &Value) -> Vec<(String, String)> {
    match record {
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), words(value))).collect(),
        other => vec![("text".to_owned(), words(other))],
    }
}

/// The words of any value.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => list.iter().map(words).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; "),
        Value::Object(map) => object_words(map),
    }
}

/// An object inside a record, as `key: words`.
fn object_words(map: &Map<String, Value>) -> String {
    let parts = map.iter().map(|(key, value)| (key, words(value))).filter(|(_, text)| !text.is_empty());
    parts.map(|(key, text)| format!("{key}: {text}")).collect::<Vec<_>>().join("; ")
}
