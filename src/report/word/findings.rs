//! What the rules concluded, and the register of allegations.

use super::parts::{Piece, cell, heading, item, paragraph, plain, quotation, strong, table, words};
use super::{Block, fact, leading, leading_all, opening};
use crate::account::{AllegationAccount, AllegationStep};
use crate::findings::{Finding, Priority};
use crate::report::index::{Index, Link};
use crate::report::plain as told;
use docx_rs::TableCell;

/// Every finding, those that call for action first.
pub fn findings(index: &Index) -> Vec<Block> {
    let mut blocks = opening(
        "What was found",
        "What the tool concludes from the entries by fixed rules. It is no verdict: open the entries that a finding names \
         before acting on it.",
    );
    for priority in [Priority::Act, Priority::Check, Priority::Note] {
        let mut of_it = index.account.findings.iter().filter(|one| one.priority == priority).peekable();
        if of_it.peek().is_some() {
            blocks.push(heading(2, told::priority(priority)).into());
        }
        blocks.extend(of_it.flat_map(|one| finding(index, one)));
    }
    if index.account.findings.is_empty() {
        let none = "Nothing. What the returns supplied do not show may still have happened.";
        blocks.push(paragraph(vec![plain(none)]).into());
    }
    blocks
}

fn finding(index: &Index, one: &Finding) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        vec![heading(3, &one.headline).into(), paragraph(vec![plain(&one.explanation)]).into()];
    blocks.extend(one.state.and_then(|state| fact("Contact", &told::state(state))));
    blocks.extend(one.status.and_then(|status| fact("Latest outcome recorded", &told::status(status))));
    blocks.extend(one.looked_at.as_ref().and_then(|looked| {
        let why = looked.why.as_deref().map_or(String::new(), |why| format!(": {why}"));
        fact("Looked at", &format!("by {} on {}{why}", looked.by, told::day(looked.on)))
    }));
    let about: Vec<_> = one.people.values().collect();
    for id in &one.evidence {
        let cited = index.cite(id, &about);
        let mut line = vec![leading(Link { anchor: index.anchor(id).map(str::to_owned), label: cited.label })];
        let rest = [cited.date, cited.age.unwrap_or_default(), cited.agency];
        line.extend(rest.into_iter().filter(|words| !words.is_empty()).map(|words| plain(format!(", {words}"))));
        blocks.push(paragraph(line).into());
        let quote: String = cited.quote.iter().map(|piece| piece.text.as_str()).collect();
        if !quote.is_empty() {
            blocks.push(quotation(&quote).into());
        }
    }
    if !one.ask.is_empty() {
        blocks.push(paragraph(vec![strong("Ask")]).into());
    }
    blocks.extend(one.ask.iter().map(|ask| item(vec![plain(ask)]).into()));
    blocks
}

const REGISTER: [(&str, usize); 5] = [
    ("Against", 18),
    ("Concerning", 16),
    ("Latest outcome recorded", 18),
    ("First known", 14),
    ("What was said and became of it", 34),
];

/// Every allegation, whatever became of it.
pub fn register(index: &Index) -> Vec<Block> {
    let account = index.account;
    let mut blocks = opening(
        "Register of allegations",
        "Every allegation of sexual abuse that the returns record, whatever became of it. No further action, a decision not \
         to charge or a retraction is not the same as disproved.",
    );
    if account.allegations.is_empty() {
        let none = "The returns supplied record no allegation of sexual abuse concerning this family. That is not the same \
                    as nothing having happened.";
        blocks.push(paragraph(vec![plain(none)]).into());
    } else {
        blocks.push(table(&REGISTER, account.allegations.iter().map(|one| allegation(index, one)).collect()).into());
    }
    if !account.unattributed.is_empty() {
        blocks.push(heading(2, "Words that say a child was harmed and name nobody").into());
        blocks.extend(account.unattributed.iter().map(|step| paragraph(said(index, step)).into()));
    }
    blocks
}

fn allegation(index: &Index, one: &AllegationAccount) -> Vec<TableCell> {
    let person = index.person(&one.alleged_perpetrator);
    let relation = person.and_then(|person| person.relation.as_deref()).unwrap_or("relation not known");
    let victim = one.alleged_victim.as_ref().map_or("somebody whom nobody names", |victim| index.name(victim));
    let known = one.first_known.map_or_else(|| "Not recorded".to_owned(), told::day);
    let steps = one.said.iter().chain(&one.outcomes).map(|step| paragraph(said(index, step)));
    vec![
        words(&format!(
            "{} ({relation}), {}",
            index.name(&one.alleged_perpetrator),
            told::alleged(one.status).to_lowercase()
        )),
        words(victim),
        words(&told::status(one.status)),
        words(&known),
        cell(steps.collect()),
    ]
}

fn said(index: &Index, step: &AllegationStep) -> Vec<Piece> {
    let mut pieces = vec![strong(format!("{}: ", told::status(step.status))), plain(format!("“{}” (", step.words))];
    pieces.extend(leading_all([index.link(&step.entry)].into_iter()));
    pieces.push(plain(")"));
    pieces
}
