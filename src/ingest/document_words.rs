//! The words of a piece of a Word document, as a reader of the page sees them.

use super::xml::{Node, attribute, child, is};

/// What was met on the way that a person should know of.
#[derive(Debug, Default)]
pub struct Marks {
    /// Words that tracked changes take out.
    pub deleted: Vec<String>,
    /// Whether tracked changes put words in.
    pub inserted: bool,
    /// Whether words are struck out.
    pub struck: bool,
    /// Whether words are hidden.
    pub hidden: bool,
    /// Whether a table stands inside.
    pub nested: bool,
    /// Whether there is a picture.
    pub picture: bool,
}

/// The words below a node: runs joined, paragraphs and breaks as line breaks.
pub fn words(node: Node, marks: &mut Marks) -> String {
    let mut out = String::new();
    below(node, &mut out, marks);
    out.trim().to_owned()
}

fn below(node: Node, out: &mut String, marks: &mut Marks) {
    node.children().filter(Node::is_element).for_each(|child| one(child, out, marks));
}

fn one(node: Node, out: &mut String, marks: &mut Marks) {
    match node.tag_name().name() {
        "t" => out.push_str(&node.children().filter_map(|child| child.text()).collect::<String>()),
        "tab" | "ptab" => out.push('\t'),
        "br" | "cr" => out.push('\n'),
        "noBreakHyphen" => out.push('-'),
        "sym" => out.push(char::REPLACEMENT_CHARACTER),
        "p" => {
            new_line(out);
            below(node, out, marks);
        }
        "tbl" => nested(node, out, marks),
        "del" | "moveFrom" => deleted(node, marks),
        "ins" | "moveTo" => {
            marks.inserted = true;
            below(node, out, marks);
        }
        "r" => {
            run_properties(node, marks);
            below(node, out, marks);
        }
        // The same thing twice, for new and old programs: one is read.
        "AlternateContent" => {
            let choice = child(node, "Choice").or_else(|| child(node, "Fallback"));
            choice.into_iter().for_each(|choice| below(choice, out, marks));
        }
        "blip" | "imagedata" => marks.picture = true,
        "fldChar" => out.push_str(&form_field(node)),
        "rPr" | "pPr" | "tcPr" | "trPr" | "tblPr" | "tblGrid" | "sdtPr" | "sectPr" | "instrText" => {}
        _ => below(node, out, marks),
    }
}

/// A table inside: a line a row.
fn nested(table: Node, out: &mut String, marks: &mut Marks) {
    marks.nested = true;
    for row in table.children().filter(|node| is(*node, "tr")) {
        let cells = row.children().filter(|node| is(*node, "tc")).map(|cell| words(cell, marks));
        let cells: Vec<String> = cells.filter(|words| !words.is_empty()).collect();
        new_line(out);
        out.push_str(&cells.join(" | "));
    }
}

/// What was chosen or ticked in a field of an old form; its words stand nowhere else.
fn form_field(mark: Node) -> String {
    let Some(field) = child(mark, "ffData") else { return String::new() };
    let set = |node: Node| !matches!(attribute(node, "val"), Some("0" | "false" | "off"));
    if let Some(list) = child(field, "ddList") {
        let chosen = child(list, "result").or_else(|| child(list, "default"));
        let chosen = chosen.and_then(|node| attribute(node, "val")?.parse().ok()).unwrap_or(0usize);
        let choice = list.children().filter(|node| is(*node, "listEntry")).nth(chosen);
        return choice.and_then(|choice| attribute(choice, "val")).unwrap_or_default().to_owned();
    }
    let ticked = |tick: Node| child(tick, "checked").or_else(|| child(tick, "default")).is_some_and(set);
    child(field, "checkBox").map_or("", |tick| if ticked(tick) { "☒" } else { "☐" }).to_owned()
}

/// Words that a tracked change takes out.
pub fn deleted(node: Node, marks: &mut Marks) {
    let text = node.descendants().filter(|node| is(*node, "delText") || is(*node, "t")).filter_map(|node| node.text());
    let text = text.collect::<String>();
    if !text.trim().is_empty() {
        marks.deleted.push(text.trim().to_owned());
    }
}

fn run_properties(run: Node, marks: &mut Marks) {
    let on = |name: &str| {
        let property = child(run, "rPr").and_then(|properties| child(properties, name));
        property.is_some_and(|property| !matches!(attribute(property, "val"), Some("0" | "false" | "off" | "none")))
    };
    let has_words = run.children().any(|node| is(node, "t") && node.text().is_some_and(|text| !text.trim().is_empty()));
    marks.struck |= has_words && (on("strike") || on("dstrike"));
    marks.hidden |= has_words && (on("vanish") || on("webHidden"));
}

fn new_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}
