//! Where the reader found somebody's name in an entry: exact places, so that a name that two people bear is told apart.

use super::redactor::{Instead, Span};
use super::words;
use crate::model::{Cell, Mention, Naming};

/// The name inside a mention's words, without the family words around it ("her friend Ellie"); none where there is none.
pub fn name(mention: &Mention) -> Option<String> {
    match &mention.naming {
        Naming::Full { given, surname } => Some(format!("{given} {surname}")),
        Naming::Given(name) | Naming::Initials(name) => Some(name.clone()),
        Naming::Surname { initial: Some(initial), surname } => Some(format!("{initial} {surname}")),
        Naming::Surname { initial: None, surname } => Some(surname.clone()),
        Naming::Kin | Naming::Unnamed | Naming::Group => None,
    }
}

/// The stretch of a cell in which a mention's name stands.
pub fn span(cell: &Cell, mention: &Mention, instead: &Instead) -> Option<Span> {
    let wanted: Vec<String> = words::words(&name(mention)?).into_iter().map(|word| word.folded).collect();
    let here = cell.text.get(mention.start..mention.end)?;
    // Who writes may write of themselves.
    if here == "I" {
        return None;
    }
    let all = words::words(here);
    let found: Vec<&words::Word> = all.iter().filter(|word| wanted.contains(&word.folded)).collect();
    let (first, last) = (found.first()?, found.last()?);
    Some(Span { start: mention.start + first.start, end: mention.start + last.end, instead: instead.clone() })
}
