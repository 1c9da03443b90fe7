//! The parts of a Word document: real headings, paragraphs, lists, tables whose first row is a header, links to places.

use docx_rs::{
    BreakType, Hyperlink, HyperlinkType, IndentLevel, NumberingId, Paragraph, Run, Shading, Table, TableCell,
    TableLayoutType, TableRow, WidthType,
};

/// The width of a page's text in twentieths of a point: A4 on its side less its margins.
pub const WIDTH: usize = 14_570;

/// The number of the document's list of bullets.
pub const BULLETS: usize = 2;

/// Words, or words that lead to a place in the document.
pub enum Piece {
    /// As they are.
    Plain(String),
    /// In bold.
    Strong(String),
    /// Leading to the bookmark of that name.
    Link(String, String),
}

/// Plain words.
pub fn plain(words: impl Into<String>) -> Piece {
    Piece::Plain(words.into())
}

/// Words in bold.
pub fn strong(words: impl Into<String>) -> Piece {
    Piece::Strong(words.into())
}

/// A heading of a level from 1.
pub fn heading(level: usize, words: &str) -> Paragraph {
    Paragraph::new().style(&format!("Heading{level}")).keep_next(true).add_run(run(words))
}

/// A paragraph.
pub fn paragraph(pieces: Vec<Piece>) -> Paragraph {
    pieces.into_iter().fold(Paragraph::new(), |paragraph, piece| match piece {
        Piece::Plain(words) => paragraph.add_run(run(&words)),
        Piece::Strong(words) => paragraph.add_run(run(&words).bold()),
        Piece::Link(words, place) => paragraph
            .add_hyperlink(Hyperlink::new(place, HyperlinkType::Anchor).add_run(run(&words).style("Hyperlink"))),
    })
}

/// A paragraph in an agency's words.
pub fn quotation(words: &str) -> Paragraph {
    Paragraph::new().style("Quote").add_run(run(words))
}

/// An item of a list.
pub fn item(pieces: Vec<Piece>) -> Paragraph {
    paragraph(pieces).style("ListBullet").numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
}

/// A cell of several paragraphs; an empty one holds an empty paragraph, as Word wants it.
pub fn cell(paragraphs: Vec<Paragraph>) -> TableCell {
    let paragraphs = if paragraphs.is_empty() { vec![Paragraph::new()] } else { paragraphs };
    paragraphs.into_iter().fold(TableCell::new(), TableCell::add_paragraph)
}

/// A cell of one paragraph.
pub fn words(words: &str) -> TableCell {
    cell(vec![paragraph(vec![plain(words)])])
}

/// A table under a header row that stands again on every page, its columns so many hundredths of the page wide.
pub fn table(headings: &[(&str, usize)], rows: Vec<Vec<TableCell>>) -> Table {
    let widths: Vec<usize> = headings.iter().map(|(_, share)| WIDTH * share / 100).collect();
    let sized = |cells: Vec<TableCell>| -> Vec<TableCell> {
        cells.into_iter().zip(&widths).map(|(cell, width)| cell.width(*width, WidthType::Dxa)).collect()
    };
    let header = headings.iter().map(|(words, _)| {
        let words = paragraph(vec![strong(*words)]);
        TableCell::new().add_paragraph(words).shading(Shading::new().fill("E7E9EC").color("auto"))
    });
    // `super::package` makes a row that must not be split a header row: only these are marked so.
    let header = TableRow::new(sized(header.collect())).cant_split();
    let rows = rows.into_iter().map(|cells| TableRow::new(sized(cells)));
    Table::new([header].into_iter().chain(rows).collect())
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
}

/// Words as a run: line ends and tabs as Word writes them, and no character that XML cannot hold.
fn run(words: &str) -> Run {
    let mut run = Run::new();
    for (number, line) in words.replace("\r\n", "\n").replace('\r', "\n").split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (number, piece) in line.split('\t').enumerate() {
            if number > 0 {
                run = run.add_tab();
            }
            let piece: String = piece.chars().map(held).collect();
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run
}

fn held(letter: char) -> char {
    if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') { char::REPLACEMENT_CHARACTER } else { letter }
}
