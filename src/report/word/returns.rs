//! Who was asked, where every row went, and how this was made.

use super::parts::{item, plain, table, words};
use super::{Block, opening};
use crate::report::index::Index;

const AGENCIES: [(&str, usize); 4] = [("Agency", 32), ("Asked on", 16), ("Answer", 16), ("Names searched", 36)];
const LEDGER: [(&str, usize); 5] =
    [("File", 34), ("Agency", 30), ("Rows sent", 12), ("In the chronology", 12), ("Set aside", 12)];
const ASIDE: [(&str, usize); 3] = [("Row", 24), ("Reason", 30), ("Its words", 46)];

const MADE: &[&str] = &[
    "Every row that an agency sent is in the chronology, or listed as set aside with the reason. The agencies’ words are \
     unchanged.",
    "What the tool read, every finding and every relation is the tool’s reading of those words by fixed rules. Open the \
     entries before acting.",
    "No outcome removes an allegation, and no finding is a verdict.",
    "What is not shown in the returns supplied may still have happened.",
];

/// The last sections.
pub fn returns(index: &Index) -> Vec<Block> {
    let account = index.account;
    let ledger = &account.ledger;
    let mut blocks = opening("Returns", "Who was asked, and what they answered.");
    let asked = account.case.agencies.iter().map(|agency| {
        vec![
            words(&agency.name),
            words(agency.asked_on.as_deref().unwrap_or_default()),
            words(&agency.outcome),
            words(&agency.names_searched.join("; ")),
        ]
    });
    blocks.push(table(&AGENCIES, asked.collect()).into());
    let sums = format!(
        "Rows sent: {}. In the chronology: {}. Set aside, each with its reason: {}.",
        ledger.rows, ledger.entries, ledger.set_aside
    );
    blocks.extend(opening("Where every row went", &sums));
    let files = ledger.returns.iter().map(|sent| {
        let numbers = [sent.rows, sent.entries, sent.set_aside.len()];
        let names = [words(&sent.file), words(index.agency(&sent.agency))];
        names.into_iter().chain(numbers.map(|number| words(&number.to_string()))).collect()
    });
    blocks.push(table(&LEDGER, files.collect()).into());
    let aside: Vec<_> = ledger.returns.iter().flat_map(|sent| &sent.set_aside).collect();
    if !aside.is_empty() {
        blocks.extend(opening("Rows set aside", "Rows that have no place in the dated order."));
        let rows = aside.iter().map(|row| vec![words(&row.at.0), words(&row.reason), words(&row.text)]);
        blocks.push(table(&ASIDE, rows.collect()).into());
    }
    let made = format!("Made by lifespan {} on one computer. Nothing was sent anywhere.", account.tool_version);
    blocks.extend(opening("How this was made", &made));
    blocks.extend(MADE.iter().map(|line| item(vec![plain(*line)]).into()));
    blocks
}
