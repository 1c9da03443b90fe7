//! What a workbook holds beside its cells: which rows are hidden, and what comments say.

use super::archive::Archive;
use super::xml::{self, attribute, is};
use std::collections::BTreeMap;

/// What was found.
#[derive(Debug, Default)]
pub struct Parts {
    /// The hidden rows of each sheet, counted from 1, in order.
    pub hidden_rows: BTreeMap<String, Vec<usize>>,
    /// The comments, as `comment on C5: words`.
    pub comments: Vec<String>,
}

/// Looks through the parts of a workbook.
pub fn read(archive: &mut Archive) -> Result<Parts, String> {
    let mut parts = Parts::default();
    for (sheet, path) in sheet_paths(archive)? {
        if let Some(text) = archive.text(&path)? {
            let rows = hidden_rows(&text);
            if !rows.is_empty() {
                parts.hidden_rows.insert(sheet, rows);
            }
        }
    }
    for name in archive.names().iter().filter(|name| name.starts_with("xl/comments") && name.ends_with(".xml")) {
        if let Some(text) = archive.text(name)? {
            parts.comments.extend(comments(&text)?);
        }
    }
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

/// The numbers of hidden rows. The part may be large, so its row tags are looked for and it is not parsed.
fn hidden_rows(text: &str) -> Vec<usize> {
    let tags = text.split("<row ").skip(1).filter_map(|rest| rest.split('>').next());
    let hidden = tags.filter(|tag| tag.contains("hidden=\"1\"") || tag.contains("hidden=\"true\""));
    let number = |tag: &str| tag.split("r=\"").nth(1)?.split('"').next()?.parse().ok();
    let mut rows: Vec<usize> = hidden.filter_map(number).collect();
    rows.sort_unstable();
    rows
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

#[cfg(test)]
mod tests {
    use super::hidden_rows;

    #[test]
    fn hidden_rows_are_found_by_their_tags() {
        let sheet = r#"<sheetData><row r="1"/><row r="12" spans="1:3" hidden="1"><c r="A12"/></row><row hidden="true" r="4"/></sheetData>"#;
        assert_eq!(hidden_rows(sheet), [4, 12]);
    }
}
