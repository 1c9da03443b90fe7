//! What a workbook holds beside its cells: what is hidden, and the words of comments, drawings and page headers.

use super::archive::Archive;
use super::beside;
use super::sheet_marks::{self, Marks};
use super::xml::{self, attribute, is};
use std::collections::BTreeMap;

/// What was found.
#[derive(Debug, Default)]
pub struct Parts {
    /// What is to be known of each sheet, by its name.
    pub marks: BTreeMap<String, Marks>,
    /// Words outside cells: `comment on C5: words`, `text box: words`, `page header: words`.
    pub outside: Vec<String>,
}

/// Looks through the parts of a workbook.
pub fn read(archive: &mut Archive) -> Result<Parts, String> {
    let mut parts = Parts::default();
    for (sheet, path) in sheet_paths(archive)? {
        if let Some(text) = archive.text(&path)? {
            let mut marks = sheet_marks::read(&text);
            parts.outside.append(&mut marks.edges);
            parts.marks.insert(sheet, marks);
        }
    }
    for name in archive.names().iter().filter(|name| name.starts_with("xl/comments") && name.ends_with(".xml")) {
        if let Some(text) = archive.text(name)? {
            parts.outside.extend(comments(&text)?);
        }
    }
    parts.outside.extend(beside::drawn(archive)?);
    Ok(parts)
}

/// The sheets by name, with the part each stands in.
fn sheet_paths(archive: &mut Archive) -> Result<Vec<(String, String)>, String> {
    let (Some(book), Some(links)) = (archive.text("xl/workbook.xml")?, archive.text("xl/_rels/workbook.xml.rels")?)
    else {
        return Ok(Vec::new());
    };
    let (book, links) = (xml::parse(&book)?, xml::parse(&links)?);
    let path = |id: &str| {
        let link = links.descendants().find(|node| attribute(*node, "Id") == Some(id))?;
        let target = attribute(link, "Target")?;
        Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
    };
    let sheets = book.descendants().filter(|node| is(*node, "sheet"));
    let named = sheets.filter_map(|sheet| Some((attribute(sheet, "name")?.to_owned(), path(attribute(sheet, "id")?)?)));
    Ok(named.collect())
}

/// The words of comments.
fn comments(text: &str) -> Result<Vec<String>, String> {
    let document = xml::parse(text)?;
    let words = |node: xml::Node| {
        let parts = node.descendants().filter(|part| is(*part, "t")).filter_map(|part| part.text());
        parts.collect::<String>().trim().to_owned()
    };
    let comments = document.descendants().filter(|node| is(*node, "comment"));
    Ok(comments
        .map(|node| format!("comment on {}: {}", attribute(node, "ref").unwrap_or("a cell"), words(node)))
        .collect())
}
