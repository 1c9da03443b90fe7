//! The chronology as a Word document, for services that take nothing else: real headings, tables and links.
//!
//! It says what the page says, less the drawings, of which the page's words and this document's tables are the whole.

mod entries;
mod findings;
mod package;
mod parts;
mod people;
mod referral;
mod returns;

use crate::account::Account;
use crate::error::Error;
use crate::report::index::{Index, Link};
use docx_rs::{Docx, Paragraph, Table};
use parts::{Piece, heading, paragraph, plain, strong};

/// Something that stands in the document.
enum Block {
    Words(Box<Paragraph>),
    Table(Box<Table>),
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Block::Words(Box::new(paragraph))
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Block::Table(Box::new(table))
    }
}

/// The document, with what a referral is asked for where it is for one.
pub fn docx(account: &Account, for_referral: bool) -> Result<Vec<u8>, Error> {
    let index = Index::new(account);
    let title = format!("Chronology of {}", account.case.name);
    let mut blocks: Vec<Block> =
        vec![Paragraph::new().style("Title").add_run(docx_rs::Run::new().add_text(&title)).into()];
    blocks.extend(people::child(&index));
    blocks.extend(findings::findings(&index));
    if for_referral {
        blocks.extend(referral::readiness(&index));
    }
    blocks.extend(findings::register(&index));
    blocks.extend(people::family(&index));
    blocks.extend(people::decisions(&index));
    blocks.extend(entries::entries(&index));
    blocks.extend(returns::returns(&index));
    let document = blocks.into_iter().fold(package::begun(account), |document, block| match block {
        Block::Words(paragraph) => document.add_paragraph(*paragraph),
        Block::Table(table) => spaced(document.add_table(*table)),
    });
    package::packed(document, &title).map_err(|cause| {
        Error::new(
            "the Word document",
            format!("it could not be made: {cause}"),
            "report it: this is a fault of the program",
        )
    })
}

/// Word joins tables that nothing stands between.
fn spaced(document: Docx) -> Docx {
    document.add_paragraph(Paragraph::new())
}

/// A link to an entry's row, or its name where it has none.
fn leading(link: Link) -> Piece {
    match link.anchor {
        Some(place) => Piece::Link(link.label, bookmark(&place)),
        None => plain(link.label),
    }
}

/// Links one after the other, with a comma between.
fn leading_all(links: impl Iterator<Item = Link>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for link in links {
        if !pieces.is_empty() {
            pieces.push(plain(", "));
        }
        pieces.push(leading(link));
    }
    pieces
}

/// The name of a place as Word takes it: letters, digits and underscores.
fn bookmark(anchor: &str) -> String {
    anchor.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect()
}

/// "Label: words" as a paragraph; none where there are no words.
fn fact(label: &str, words: &str) -> Option<Block> {
    (!words.is_empty()).then(|| paragraph(vec![strong(format!("{label}: ")), plain(words)]).into())
}

/// A heading of the first level with what it says of itself.
fn opening(words: &str, about: &str) -> Vec<Block> {
    vec![heading(1, words).into(), paragraph(vec![plain(about)]).into()]
}
