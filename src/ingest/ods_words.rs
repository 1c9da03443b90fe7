//! The words of an OpenDocument spreadsheet: of a cell with what hangs on it, of drawings, and of the edges of pages.

use super::columns::letters;
use super::grid::GridCell;
use super::stored_date;
use super::xml::{Node, attribute, is};
use std::collections::BTreeSet;

/// Elements whose words a program puts in when it prints.
const FIELDS: [&str; 8] =
    ["sheet-name", "page-number", "page-count", "date", "time", "title", "file-name", "page-continuation"];

/// A cell with something in it: its words, else its value.
pub fn cell(node: Node, column: usize) -> Option<GridCell> {
    let paragraphs = node.children().filter(|child| is(*child, "p"));
    let shown = paragraphs.map(words).collect::<Vec<_>>().join("\n");
    let date = attribute(node, "date-value").and_then(|value| stored_date::iso_cell(column, value, &shown));
    date.or_else(|| GridCell::words(column, &shown)).or_else(|| GridCell::words(column, &value(node)))
}

/// The value of a cell that shows no words.
fn value(node: Node) -> String {
    let named = ["string-value", "date-value", "time-value", "value"];
    let value = named.iter().find_map(|name| attribute(node, name));
    let yes = attribute(node, "boolean-value").map(|value| if value == "true" { "yes" } else { "no" });
    value.or(yes).unwrap_or_default().to_owned()
}

/// The words of comments and drawings that hang on a cell, as `comment on C5: words`.
pub fn hung(node: Node, column: usize, row: usize) -> Vec<String> {
    let on = node.children().filter(|child| child.is_element() && !is(*child, "p"));
    let told = on.map(|child| (if is(child, "annotation") { "comment" } else { "text box" }, paragraphs(child)));
    let place = format!("{}{row}", letters(column));
    told.filter(|(_, words)| !words.is_empty()).map(|(called, words)| format!("{called} on {place}: {words}")).collect()
}

/// The words of drawings that lie on a sheet and hang on no cell.
pub fn outside(table: Node) -> Vec<String> {
    let shapes = table.children().filter(|node| is(*node, "shapes")).flat_map(|shapes| shapes.children());
    shapes.map(paragraphs).filter(|words| !words.is_empty()).map(|words| format!("text box: {words}")).collect()
}

/// The words of page headers and footers, without what a program fills in when it prints.
pub fn page_edges(styles: Node) -> Vec<String> {
    let edges = ["header", "footer", "header-left", "footer-left", "header-first", "footer-first"];
    let found = styles.descendants().filter(|node| edges.iter().any(|edge| is(*node, edge)));
    let told = found.filter_map(|node| {
        let called = if node.tag_name().name().starts_with("header") { "page header" } else { "page footer" };
        let own = node.descendants().filter(|node| is(*node, "p")).filter_map(|paragraph| {
            let filled = paragraph.descendants().any(|node| FIELDS.iter().any(|field| is(node, field)));
            let words = words(paragraph);
            // Beside a field, one word is its label: “Page 1”.
            let least = if filled { 2 } else { 1 };
            (words.split_whitespace().count() >= least).then_some(words)
        });
        let own = own.collect::<Vec<_>>().join("\n");
        (!own.is_empty()).then(|| format!("{called}: {own}"))
    });
    told.collect()
}

/// The names of the styles of sheets that are not shown.
pub fn hidden_styles<'a>(document: Node<'a, '_>) -> BTreeSet<&'a str> {
    let styles = document.descendants().filter(|node| is(*node, "style"));
    let hides = |node: &Node| {
        node.children().any(|child| is(child, "table-properties") && attribute(child, "display") == Some("false"))
    };
    styles.filter(hides).filter_map(|node| attribute(node, "name")).collect()
}

/// The words of all paragraphs below a node, without who wrote them and when.
fn paragraphs(node: Node) -> String {
    let all = node.descendants().filter(|node| is(*node, "p")).map(words);
    all.filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// The words of a paragraph; several spaces and tabs are elements of their own.
fn words(paragraph: Node) -> String {
    let mut out = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            _ if node.is_text() => {
                let filled = node.parent().is_some_and(|around| FIELDS.iter().any(|field| is(around, field)));
                out.push_str(node.text().filter(|_| !filled).unwrap_or_default());
            }
            "s" => {
                let number = attribute(node, "c").and_then(|number| number.parse().ok()).unwrap_or(1usize);
                out.push_str(&" ".repeat(number.min(1_000)));
            }
            "tab" => out.push('\t'),
            "line-break" => out.push('\n'),
            _ => {}
        }
    }
    out
}
