//! Entries in which somebody asked not to be named: in a referral whoever told stands in them without name or tie.

use super::redactor::{Instead, Kind, Span};
use crate::findings::told::{says, sentences};
use crate::model::{Entry, Naming, PersonId, Reading, Role, Who};

const ASKED: &[&str] = &[
    "anonymous",
    "anonymously",
    "anonymity",
    "does not want to be named",
    "doesn't want to be named",
    "does not wish to be named",
    "did not want to be named",
    "not to be named",
    "not be named",
    "not to be identified",
    "does not want to be identified",
    "does not wish to be identified",
    "did not want to be identified",
    "do not disclose who",
    "do not disclose source",
    "source to be protected",
    "protect the source",
    "not want it known who",
    "not want it known that",
    "not want the family to know",
    "does not want them to know",
    "doesn't want them to know",
    "not to be told who",
    "not to say who",
    "name withheld",
    "name to be withheld",
    "withheld their name",
    "withheld her name",
    "withheld his name",
    "in confidence",
    "asked that her name",
    "asked that his name",
    "asked that their name",
    "remain nameless",
];

/// Words for somebody whom the entry itself does not name.
const NOBODY: &[&str] = &[
    "anonymous call",
    "anonymous referral",
    "anonymous letter",
    "anonymous report",
    "anonymous tip",
    "anonymous information",
    "anonymous source",
    "anonymous email",
    "anonymous e-mail",
    "anonymous text",
    "anonymous online",
    "anonymous phone",
    "anonymous telephone",
    "anonymous message",
    "anonymous note",
    "anonymous contact",
    "anonymous concern",
    "anonymous allegation",
    "anonymous neighbour",
    "anonymous person",
    "anonymous member",
];

/// What is said instead of whoever asked not to be named.
pub const WORDS: &str = "a person who asked not to be named";

/// Who told in such an entry, where somebody did: the stretches of its cells, and the person where they are known.
pub struct Told {
    /// By cell.
    pub spans: Vec<(usize, Span)>,
    /// The person.
    pub person: Option<PersonId>,
}

/// Whoever told and asked not to be named, in one entry.
pub fn told(entry: &Entry, reading: &Reading, whom: &[Option<PersonId>], child: &PersonId) -> Option<Told> {
    let (cell, start, sentence) = entry.cells.iter().enumerate().find_map(|(at, cell)| {
        sentences(&cell.text).find(|(_, sentence)| says(sentence, ASKED)).map(|(start, one)| (at, start, one))
    })?;
    // "Anonymous caller says that Mum ..." names nobody; "anonymous call from the aunt" does.
    let start = match says(sentence, NOBODY) {
        true => start + [" from ", " by "].iter().find_map(|word| sentence.find(word))?,
        false => start,
    };
    let may_tell = |at: &usize| {
        let mention = &reading.mentions[*at];
        let is_child = whom.get(*at).is_some_and(|id| id.as_ref() == Some(child));
        !is_child && !mention.professional && !matches!(mention.naming, Naming::Group)
    };
    let reporter = reading.events.iter().find_map(|event| match event.people.get(&Role::Reporter) {
        Some(Who::Mention(at)) if may_tell(at) => Some(*at),
        _ => None,
    });
    let all = || (0..reading.mentions.len()).filter(|at| may_tell(at) && reading.mentions[*at].cell == cell);
    let after = || all().find(|at| reading.mentions[*at].start >= start);
    let before = || all().rfind(|at| reading.mentions[*at].start < start);
    let teller = reporter.or_else(after).or_else(before)?;
    let person = whom.get(teller).cloned().flatten();
    let same = |at: usize| at == teller || (person.is_some() && whom.get(at).is_some_and(|id| *id == person));
    let spans = reading.mentions.iter().enumerate().filter(|(at, _)| same(*at)).map(|(_, mention)| {
        let instead = Instead::person(WORDS, Kind::Anonymous);
        (mention.cell, Span { start: mention.start, end: mention.end, instead })
    });
    Some(Told { spans: spans.collect(), person })
}
