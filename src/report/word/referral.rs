//! What services ask of a referral.

use super::parts::{Piece, cell, paragraph, plain, strong, table, words};
use super::{Block, leading_all, opening};
use crate::account::{KnownAccount, ReadinessAccount};
use crate::report::index::Index;
use docx_rs::TableCell;

const COLUMNS: [(&str, usize); 3] =
    [("What is asked", 24), ("What the returns show", 42), ("What is unknown, and whom to ask", 34)];

/// Each item, filled from entries or unknown with whom to ask.
pub fn readiness(index: &Index) -> Vec<Block> {
    let mut blocks = opening(
        "Ready for referral?",
        "What specialist services ask of a referral in common. It follows no named service’s form.",
    );
    blocks.push(table(&COLUMNS, index.account.readiness.iter().map(|one| row(index, one)).collect()).into());
    blocks
}

fn row(index: &Index, one: &ReadinessAccount) -> Vec<TableCell> {
    let known = one.known.iter().map(|fact| paragraph(known(index, fact))).collect();
    let unknown = one.unknown.iter().map(|line| paragraph(vec![strong(line)])).collect();
    vec![words(one.label), cell(known), cell(unknown)]
}

fn known(index: &Index, fact: &KnownAccount) -> Vec<Piece> {
    let mut pieces = vec![plain(&fact.words)];
    if !fact.entries.is_empty() {
        pieces.push(plain(" ("));
        pieces.extend(leading_all(fact.entries.iter().map(|entry| index.link(entry))));
        pieces.push(plain(")"));
    }
    pieces
}
