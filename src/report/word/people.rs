//! The child, the family, and what people decided.

use super::parts::{paragraph, plain, table, words};
use super::{Block, fact, opening};
use crate::report::index::Index;
use crate::report::plain as told;

/// Who this is about.
pub fn child(index: &Index) -> Vec<Block> {
    let account = index.account;
    let case = &account.case;
    let facts = [
        fact("Also known as", &case.also_known_as.join("; ")),
        fact("Born", &case.born.as_deref().map(told::edtf).unwrap_or_default()),
        fact("Reference", case.reference.as_deref().unwrap_or_default()),
        fact("As at", &told::day(account.as_at)),
        fact("Entries", &account.ledger.entries.to_string()),
    ];
    let referral = case
        .referral
        .iter()
        .filter_map(|(label, words)| fact(&told::capital(&label.replace('_', " ")), &told::edtf(words)));
    facts.into_iter().flatten().chain(referral).collect()
}

const FAMILY: [(&str, usize); 5] =
    [("Name", 24), ("Relation to the child", 22), ("Also known as", 28), ("Born", 14), ("Lives with the child", 12)];

/// Everybody in the chronology.
pub fn family(index: &Index) -> Vec<Block> {
    let case = &index.account.case;
    let rows = index.account.people.iter().map(|person| {
        let relation = if person.id == case.child { Some("the child") } else { person.relation.as_deref() };
        let lives = match person.lives_with_child {
            _ if person.id == case.child => "",
            Some(true) => "Yes",
            Some(false) => "No",
            None => "Not recorded",
        };
        vec![
            words(&person.name),
            words(relation.unwrap_or("Not known")),
            words(&person.also_known_as.join("; ")),
            words(&person.born.as_deref().map(told::edtf).unwrap_or_default()),
            words(lives),
        ]
    });
    let mut blocks = opening(
        "Family and network",
        "Everybody whom the front sheet or an entry names. A relation is worked out from what they say.",
    );
    blocks.push(table(&FAMILY, rows.collect()).into());
    blocks
}

const DECISIONS: [(&str, usize); 4] =
    [("Number", 8), ("What was decided", 52), ("By whom and when", 25), ("Whether it stands", 15)];

/// What people decided; nothing where nobody decided anything.
pub fn decisions(index: &Index) -> Vec<Block> {
    let decisions = &index.account.decisions;
    if decisions.is_empty() {
        return Vec::new();
    }
    let rows = decisions.iter().map(|one| {
        let why = one.signed.why.as_deref().map_or(String::new(), |why| format!(": {why}"));
        let stands = match (&one.taken_back, one.applied) {
            (Some(back), _) => format!("Taken back by {} on {}", back.by, told::day(back.on)),
            (None, true) => "Applied".to_owned(),
            (None, false) => "Not applied: a note says why".to_owned(),
        };
        vec![
            words(&one.number.to_string()),
            words(&one.words),
            words(&format!("{}, {}{why}", one.signed.by, told::day(one.signed.on))),
            words(&stands),
        ]
    });
    let mut blocks =
        opening("Decisions", "What people who worked on this chronology decided, apart from what agencies wrote.");
    blocks.push(table(&DECISIONS, rows.collect()).into());
    blocks.push(paragraph(vec![plain("A decision removes nothing from the entries.")]).into());
    blocks
}
