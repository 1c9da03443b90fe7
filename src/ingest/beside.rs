//! What an office file holds beside its tables and text: words in drawings, which are kept, and what is not read, which
//! is named.

use super::archive::Archive;
use super::xml::{self, attribute, is};
use crate::model::Note;

/// Parts whose words are kept, with what they are called.
const DRAWN: &[(&str, &str)] = &[
    ("xl/drawings/drawing", "text box"),
    ("xl/charts/chart", "chart"),
    ("xl/diagrams/data", "diagram"),
    ("word/charts/chart", "chart"),
    ("word/diagrams/data", "diagram"),
];

/// The words of drawings, charts and diagrams, as `text box: words`.
pub fn drawn(archive: &mut Archive) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut names = archive.names();
    names.sort();
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let Some((_, called)) = DRAWN.iter().find(|(begin, _)| name.starts_with(begin)) else { continue };
        let text = archive.text(name)?.unwrap_or_default();
        let part = xml::parse(&text)?;
        let paragraph = |node: xml::Node| -> String {
            node.descendants().filter(|node| is(*node, "t")).filter_map(|node| node.text()).collect()
        };
        let paragraphs = part.descendants().filter(|node| is(*node, "p")).map(paragraph);
        let words = paragraphs.filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join("\n");
        if !words.is_empty() {
            found.push(format!("{called}: {words}"));
        }
    }
    Ok(found)
}

/// A note for each file that stands inside another, and for pictures in a workbook.
pub fn not_read(archive: &mut Archive, file: &str) -> Vec<Note> {
    let mut names = archive.names();
    names.sort();
    let chunks = chunks(archive);
    let mut notes: Vec<Note> = names
        .iter()
        .filter(|name| name.contains("/embeddings/") || chunks.contains(name) || is_object(name))
        .map(|name| embedded(file, name))
        .collect();
    let pictures = names.iter().filter(|name| name.starts_with("xl/media/") || name.starts_with("Pictures/")).count();
    if pictures > 0 {
        notes.push(Note {
            at: file.to_owned(),
            what: format!("pictures: {pictures}"),
            done: "They were not read.".into(),
            mend: "Look at them in the file.".into(),
        });
    }
    notes
}

/// Parts of a Word document that were put in whole, as a file of another format.
fn chunks(archive: &mut Archive) -> Vec<String> {
    let links = archive.text("word/_rels/document.xml.rels").ok().flatten().unwrap_or_default();
    let Ok(links) = xml::parse(&links) else { return Vec::new() };
    let links = links.descendants().filter(|node| is(*node, "Relationship"));
    let chunks = links.filter(|link| attribute(*link, "Type").is_some_and(|kind| kind.ends_with("/aFChunk")));
    let path = |target: &str| target.strip_prefix('/').map_or_else(|| format!("word/{target}"), str::to_owned);
    chunks.filter_map(|link| attribute(link, "Target").map(path)).collect()
}

/// Whether a part is an object inside an OpenDocument file, such as a chart.
fn is_object(name: &str) -> bool {
    name.starts_with("Object ") && name.ends_with("/content.xml")
}

fn embedded(file: &str, name: &str) -> Note {
    Note {
        at: file.to_owned(),
        what: format!("a file or object stands inside it: {name}"),
        done: "It was not read.".into(),
        mend: "Open the file, look at what stands inside, and save it by itself into returns/ if it matters.".into(),
    }
}

/// A sheet that a person does not see when they open the workbook.
pub fn hidden_sheet(file: &str, sheet: &str) -> Note {
    let what = "this sheet is hidden in the workbook".into();
    Note { done: "It was read like the others.".into(), ..hidden(format!("{file}#{sheet}"), what) }
}

/// Rows that are not shown; none where there are none.
pub fn hidden_rows(file: &str, sheet: &str, rows: &[String]) -> Option<Note> {
    let what = format!("rows are hidden in the workbook: {}", super::table::shortened(&rows.join(", ")));
    (!rows.is_empty()).then(|| hidden(format!("{file}#{sheet}"), what))
}

/// Columns that are not shown, by their letters; none where there are none.
pub fn hidden_columns(file: &str, sheet: &str, columns: &[String]) -> Option<Note> {
    let what = format!("columns are hidden in the workbook: {}", super::table::shortened(&columns.join(", ")));
    (!columns.is_empty()).then(|| hidden(format!("{file}#{sheet}"), what))
}

fn hidden(at: String, what: String) -> Note {
    Note {
        at,
        what,
        done: "They were read like the others.".into(),
        mend: "If they were not meant to be sent, ask the agency.".into(),
    }
}
