//! Word documents: every table of the page, and the words outside tables.
//!
//! Read by hand from the file's XML: the readers at hand lose inserted words, rows or nested tables. Tracked changes
//! are read as accepted, and each place where there are some is noted with what was taken out.

use super::archive::Archive;
use super::document_words::{Marks, deleted, words};
use super::grid::{Grid, GridCell, Line, Sheets};
use super::table::shortened;
use super::xml::{self, Node, attribute, child, is};
use super::{beside, format, limits};
use crate::error::Error;
use crate::model::Note;

/// Parts beside the text whose words are kept, with what they are called.
const BESIDE: &[(&str, &str)] = &[
    ("word/header", "page header"),
    ("word/footer", "page footer"),
    ("word/comments.xml", "comment"),
    ("word/footnotes.xml", "footnote"),
    ("word/endnotes.xml", "endnote"),
];

/// The tables of a `.docx` file.
pub fn read(bytes: &[u8], file: &str) -> Result<Sheets, Error> {
    let unreadable = |what: String| Error::new(file, what, "Open it in Word and save it again as a .docx document.");
    let mut archive = Archive::open(bytes).map_err(unreadable)?;
    archive.weigh().map_err(unreadable)?;
    let text =
        format::document(&mut archive).map(|name| archive.text(&name).map_err(unreadable)).transpose()?.flatten();
    let text = text.ok_or_else(|| unreadable("the Word document has no text".into()))?;
    let document = xml::parse(&text).map_err(unreadable)?;
    let mut reader = Reader { file, sheets: Sheets::default() };
    let body = child(document.root_element(), "body").unwrap_or(document.root_element());
    reader.block(body);
    for (name, called) in parts_beside(&archive) {
        let text = archive.text(&name).map_err(unreadable)?.unwrap_or_default();
        let part = xml::parse(&text).map_err(unreadable)?;
        reader.beside(part.root_element(), called);
    }
    reader.sheets.preamble.extend(beside::drawn(&mut archive).map_err(unreadable)?);
    reader.sheets.notes.extend(beside::not_read(&mut archive, file));
    Ok(reader.sheets)
}

/// The parts beside the text, in the order of their names.
fn parts_beside(archive: &Archive) -> Vec<(String, &'static str)> {
    let mut names = archive.names();
    names.sort();
    let called = |name: &str| BESIDE.iter().find(|(begin, _)| name.starts_with(begin) && name.ends_with(".xml"));
    names.into_iter().filter_map(|name| called(&name).map(|(_, called)| (name.clone(), *called))).collect()
}

/// Gathers tables and words in the order of the document.
struct Reader<'a> {
    file: &'a str,
    sheets: Sheets,
}

impl Reader<'_> {
    /// Whatever stands in the body or in a frame around part of it.
    fn block(&mut self, node: Node) {
        for node in node.children().filter(Node::is_element) {
            if is(node, "tbl") {
                let grid = self.table(node);
                self.sheets.grids.push(grid);
            } else if is(node, "p") {
                let mut marks = Marks::default();
                let words = words(node, &mut marks);
                if !words.is_empty() {
                    self.sheets.preamble.push(words);
                }
                let at = self.file.to_owned();
                self.sheets.notes.extend(notes(&at, &marks));
            } else if is(node, "del") || is(node, "moveFrom") {
                let mut marks = Marks::default();
                deleted(node, &mut marks);
                self.sheets.notes.extend(notes(self.file, &marks));
            } else if !is(node, "sectPr") {
                self.block(node);
            }
        }
    }

    /// Words of a page header, a comment or a footnote.
    fn beside(&mut self, root: Node, called: &str) {
        for node in root.children().filter(Node::is_element) {
            let mut marks = Marks::default();
            let words = words(node, &mut marks);
            if !words.is_empty() {
                self.sheets.preamble.push(format!("{called}: {words}"));
            }
            // A picture in a page header is a badge.
            let notes = notes(&format!("{}, {called}", self.file), &Marks { picture: false, ..marks });
            self.sheets.notes.extend(notes);
        }
    }

    /// One table, merged cells reaching down.
    fn table(&mut self, table: Node) -> Grid {
        let part = format!("table{}", self.sheets.grids.len() + 1);
        let mut grid = Grid { part: Some(part.clone()), ..Grid::default() };
        let mut above: Vec<GridCell> = Vec::new();
        let rows = inside(table, "tr");
        if rows.len() > limits::ROWS {
            grid.notes.push(too_long(format!("{}#{part}:{}", self.file, limits::ROWS + 1)));
        }
        for (index, row) in rows.into_iter().enumerate().take(limits::ROWS) {
            let at = format!("{}#{part}:{}", self.file, index + 1);
            let mut marks = Marks::default();
            let cells = cells(row, &above, &mut marks);
            if child(row, "trPr").is_some_and(|properties| child(properties, "del").is_some()) {
                grid.notes.push(deleted_row(&at, &cells));
                continue;
            }
            grid.notes.extend(notes(&at, &marks));
            above.clone_from(&cells);
            if cells.iter().any(|cell| !cell.inherited) {
                grid.lines.push(Line { number: index + 1, cells });
            }
        }
        grid
    }
}

/// The cells of a row; one that a cell above reaches into takes its words.
fn cells(row: Node, above: &[GridCell], marks: &mut Marks) -> Vec<GridCell> {
    let number = |node: Option<Node>| node.and_then(|node| attribute(node, "val")?.parse::<usize>().ok());
    let mut column = number(child(row, "trPr").and_then(|properties| child(properties, "gridBefore"))).unwrap_or(0);
    let mut cells = Vec::new();
    for cell in inside(row, "tc") {
        let properties = child(cell, "tcPr");
        let span = number(properties.and_then(|properties| child(properties, "gridSpan"))).unwrap_or(1).max(1);
        let merged = properties.and_then(|properties| child(properties, "vMerge"));
        let goes_on = merged.is_some_and(|merge| attribute(merge, "val") != Some("restart"));
        let own = GridCell::words(column, &words(cell, marks));
        let from = above.iter().find(|cell| cell.column == column).filter(|_| goes_on);
        cells.extend(own.or_else(|| from.map(|cell| GridCell { inherited: true, ..cell.clone() })));
        column = column.saturating_add(span).min(limits::COLUMNS);
    }
    cells
}

/// The rows of a table or the cells of a row, those in frames around them too, but none of a table inside.
fn inside<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    for child in node.children().filter(Node::is_element) {
        if is(child, name) {
            found.push(child);
        } else if !is(child, "tbl") && !is(child, "tc") && !is(child, "tr") {
            found.extend(inside(child, name));
        }
    }
    found
}

/// The table goes on beyond the limit.
fn too_long(at: String) -> Note {
    Note {
        at,
        what: format!("the table has more than {} rows", limits::ROWS),
        done: "The rows from here on were not read.".into(),
        mend: "Split it into several files.".into(),
    }
}

/// A row that a tracked change takes out is no row, and a person is told what it said.
fn deleted_row(at: &str, cells: &[GridCell]) -> Note {
    let words = cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
    Note {
        at: at.to_owned(),
        what: format!("a tracked change takes this row out: “{}”", shortened(&words)),
        done: "It was read as accepted: the row is not in the chronology.".into(),
        mend: "Ask the agency whether it meant to take it out.".into(),
    }
}

/// What a person should know about the words of one place.
fn notes(at: &str, marks: &Marks) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut say = |when: bool, what: String, done: &str, mend: &str| {
        if when {
            notes.push(Note { at: at.to_owned(), what, done: done.into(), mend: mend.into() });
        }
    };
    let taken_out = shortened(&marks.deleted.join("” and “"));
    let ask = "Ask the agency which wording holds.";
    say(
        !marks.deleted.is_empty(),
        format!("a tracked change takes out “{taken_out}”"),
        "It was read as accepted, without these words.",
        ask,
    );
    say(marks.inserted, "a tracked change puts in words".into(), "It was read as accepted, with them.", ask);
    say(
        marks.struck,
        "words are struck out".into(),
        "They were read like the others.",
        "Ask the agency whether they still hold.",
    );
    say(
        marks.hidden,
        "words are hidden in the document".into(),
        "They were read like the others.",
        "If they were not meant to be sent, ask the agency.",
    );
    say(
        marks.nested,
        "a table stands inside a cell".into(),
        "Its words are kept as words of that cell.",
        "If it lists events, ask for it as a table of its own.",
    );
    say(marks.picture, "there is a picture".into(), "It was not read.", "Look at it in the document.");
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(xml: &str) -> (Grid, Sheets) {
        let text = format!("<document xmlns:w='w'><body>{xml}</body></document>");
        let document = xml::parse(&text).unwrap();
        let mut reader = Reader { file: "gp.docx", sheets: Sheets::default() };
        reader.block(child(document.root_element(), "body").unwrap());
        (reader.sheets.grids.pop().unwrap_or_default(), reader.sheets)
    }

    fn words_of(grid: &Grid) -> Vec<String> {
        grid.lines.iter().map(Line::words).collect()
    }

    #[test]
    fn tracked_changes_are_read_as_accepted_and_noted() {
        let (grid, _) = table(
            "<tbl><tr><tc><p><r><t>Mother was </t></r><del><r><delText>calm</delText></r></del>\
             <ins><r><t>upset</t></r></ins></p></tc></tr>\
             <tr><trPr><del/></trPr><tc><p><r><t>gone</t></r></p></tc></tr></tbl>",
        );
        assert_eq!(words_of(&grid), ["Mother was upset"]);
        let what: Vec<&str> = grid.notes.iter().map(|note| note.what.as_str()).collect();
        assert_eq!(
            what,
            [
                "a tracked change takes out “calm”",
                "a tracked change puts in words",
                "a tracked change takes this row out: “gone”"
            ]
        );
    }

    #[test]
    fn a_merged_cell_reaches_down_and_makes_no_row_alone() {
        let cell = |merge: &str, words: &str| format!("<tc><tcPr>{merge}</tcPr><p><r><t>{words}</t></r></p></tc>");
        let rows = [
            (cell("<vMerge val='restart'/>", "12/3/07") + &cell("", "first")),
            (cell("<vMerge/>", "") + &cell("", "second")),
            (cell("<vMerge/>", "") + &cell("", "")),
        ];
        let (grid, _) = table(&format!("<tbl><tr>{}</tr></tbl>", rows.join("</tr><tr>")));
        assert_eq!(words_of(&grid), ["12/3/07 | first", "second"]);
        assert_eq!(grid.lines[1].cells[0].text, "12/3/07");
    }

    #[test]
    fn rows_in_frames_are_rows_and_tables_in_cells_are_words() {
        let (grid, sheets) = table(
            "<p><r><t>Cover</t></r></p><tbl><sdt><sdtContent><tr><tc><p><r><t>a</t><br/><t>b</t></r></p>\
             <tbl><tr><tc><p><r><t>c</t></r></p></tc><tc><p><r><t>d</t></r></p></tc></tr></tbl></tc></tr></sdtContent></sdt></tbl>",
        );
        assert_eq!(words_of(&grid), ["a\nb\nc | d"]);
        assert_eq!(sheets.preamble, ["Cover"]);
    }
}
