//! Word documents: every table, cell by cell, as a reader of the page sees it.

use super::grid::{Grid, GridCell, Line, Sheets};
use super::limits;
use crate::error::Error;
use roxmltree::{Document, Node};
use std::io::{Cursor, Read};

/// The tables of a `.docx` file.
pub fn read(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    let unreadable = |what: String| Error::new(file, what, "Open it in Word and save it again as a .docx document.");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| unreadable(format!("this is not a readable Word document: {error}")))?;
    let part = archive
        .by_name("word/document.xml")
        .map_err(|error| unreadable(format!("the Word document has no text part: {error}")))?;
    let mut xml = String::new();
    part.take(limits::UNPACKED_BYTES)
        .read_to_string(&mut xml)
        .map_err(|error| unreadable(format!("the text of the Word document cannot be unpacked: {error}")))?;
    let document = Document::parse(&xml)
        .map_err(|error| unreadable(format!("the text of the Word document is damaged: {error}")))?;
    Ok(tables(&document))
}

/// Every table that does not stand in another, and the paragraphs outside them.
fn tables(document: &Document) -> Sheets {
    let mut sheets = Sheets::default();
    for node in document.root_element().descendants() {
        let inside = node.ancestors().skip(1).any(|above| is(above, "tbl"));
        if is(node, "tbl") && !inside {
            let part = Some(format!("table{}", sheets.grids.len() + 1));
            sheets.grids.push(Grid { part, lines: lines(node), notes: Vec::new() });
        } else if is(node, "p") && !inside {
            let words = words(node);
            if !words.trim().is_empty() {
                sheets.preamble.push(words.trim().to_owned());
            }
        }
    }
    sheets
}

/// The rows of a table, merged cells reaching down.
fn lines(table: Node) -> Vec<Line> {
    let mut above: Vec<GridCell> = Vec::new();
    let mut lines = Vec::new();
    let rows = table.descendants().filter(|node| is(*node, "tr") && nearest(*node, "tbl") == Some(table));
    for (index, row) in rows.enumerate() {
        let mut cells = Vec::new();
        let mut column = 0;
        for cell in row.descendants().filter(|node| is(*node, "tc") && nearest(*node, "tr") == Some(row)) {
            let span = property(cell, "gridSpan").and_then(|value| value.parse().ok()).unwrap_or(1usize);
            let goes_on = cell
                .children()
                .filter(|node| is(*node, "tcPr"))
                .flat_map(|pr| pr.children())
                .any(|node| is(node, "vMerge") && attribute(node, "val") != Some("restart"));
            if goes_on {
                let from = above.iter().find(|cell| cell.column == column);
                cells.extend(from.map(|cell| GridCell { inherited: true, ..cell.clone() }));
            } else {
                cells.extend(GridCell::words(column, &words(cell)));
            }
            column = column.saturating_add(span);
        }
        above.clone_from(&cells);
        if cells.iter().any(|cell| !cell.inherited) {
            lines.push(Line { number: index + 1, cells });
        }
    }
    lines
}

/// The words of a node: runs joined, paragraphs and breaks as line breaks.
fn words(node: Node) -> String {
    let mut out = String::new();
    for node in node.descendants() {
        match node.tag_name().name() {
            "t" => out.push_str(node.text().unwrap_or_default()),
            "tab" if nearest(node, "r").is_some() => out.push('\t'),
            "br" | "cr" => out.push('\n'),
            "noBreakHyphen" => out.push('-'),
            "p" if !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
    }
    out
}

/// Whether a node is this element of the Word format.
fn is(node: Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The nearest element of this name above.
fn nearest<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.ancestors().skip(1).find(|above| is(*above, name))
}

/// An attribute by its local name.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The value of a cell's property.
fn property<'a>(cell: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let properties = cell.children().find(|node| is(*node, "tcPr"))?;
    attribute(properties.children().find(|node| is(*node, name))?, "val")
}
