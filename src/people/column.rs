//! Whom a kin word means where a column of people names two: "SHAW Natalie; SHAW Barry" beside "told that her father".

use super::fold::fold;
use crate::model::{Bond, Entry, FrontSheet, Meaning, Mention, Naming};

/// How many years a parent is older, at the least.
const YEARS: i32 = 14;

/// Pairs of mentions that are one: the kin word, and the other one of the column, where the word starts from the first.
pub fn kin(sent: &Entry, mentions: &[Mention], front: &FrontSheet) -> Vec<(usize, usize)> {
    let in_column =
        |mention: &Mention| sent.cells.get(mention.cell).is_some_and(|cell| cell.meaning == Meaning::People);
    let mut named: Vec<usize> = (0..mentions.len()).filter(|at| in_column(&mentions[*at])).collect();
    named.retain(|at| given(&mentions[*at]).is_some());
    let [one, other] = named[..] else { return Vec::new() };
    let meant = |(at, mention): (usize, &Mention)| {
        let plain = mention.naming == Naming::Kin && !mention.indefinite && !in_column(mention);
        let from = |owner: usize| owner_is(mention, &mentions[owner], mentions, front);
        let pairs = [(one, other), (other, one)];
        let (owner, meant) = pairs.into_iter().find(|(owner, _)| plain && from(*owner))?;
        may_be(mention, &mentions[owner], &mentions[meant], front).then_some((meant, at))
    };
    mentions.iter().enumerate().filter_map(meant).collect()
}

/// Pairs of mentions that are one: "Gary L" in the words, and LOWTHER Gary in the column.
pub fn lettered(sent: &Entry, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let in_column =
        |mention: &Mention| sent.cells.get(mention.cell).is_some_and(|cell| cell.meaning == Meaning::People);
    let full = |mention: &Mention| match &mention.naming {
        Naming::Full { given, surname } => Some((fold(given), fold(surname))),
        _ => None,
    };
    let meant = |(at, mention): (usize, &Mention)| {
        let (given, letter) =
            full(mention).filter(|(_, surname)| surname.chars().count() == 1 && !in_column(mention))?;
        let fits = |other: &&usize| {
            full(&mentions[**other]).is_some_and(|(first, surname)| first == given && surname.starts_with(&letter))
        };
        let listed: Vec<usize> = (0..mentions.len()).filter(|other| in_column(&mentions[*other])).collect();
        let mut same = listed.iter().filter(fits);
        same.next().filter(|_| same.next().is_none()).map(|other| (*other, at))
    };
    mentions.iter().enumerate().filter_map(meant).collect()
}

/// Whether a kin word starts from somebody of the column: said so, or the child where the words do not say.
fn owner_is(mention: &Mention, owner: &Mention, mentions: &[Mention], front: &FrontSheet) -> bool {
    let child = fold(&front.child.name);
    match mention.kin_of.and_then(|of| mentions.get(of)) {
        Some(of) => given(of).is_some() && given(of) == given(owner),
        None => mention.kin_of.is_none() && given(owner).as_deref() == child.split(' ').next(),
    }
}

/// Whether sex, age and the front sheet let one of the column be what the word says the other has. What somebody listed is to
/// the child is known, and of others only the nearest kin is taken so.
fn may_be(word: &Mention, owner: &Mention, other: &Mention, front: &FrontSheet) -> bool {
    let Some(kin) = &word.kin else { return false };
    let year = |mention: &Mention| mention.born.as_ref().map(|born| chrono::Datelike::year(&born.earliest));
    let older = year(owner).zip(year(other)).is_none_or(|(own, theirs)| own - theirs >= YEARS);
    let elder = kin.steps.first().is_some_and(|step| matches!(step.bond, Bond::Parent | Bond::StepParent));
    let listed = front.people.iter().any(|one| fold(&one.name).split(' ').next() == given(other).as_deref());
    let of_child = fold(&front.child.name).split(' ').next() == given(owner).as_deref();
    let told = if of_child { !listed } else { kin.steps.len() == 1 };
    let same_sex = kin.sex().is_some() && kin.sex() == other.sex;
    same_sex && told && (!elder || older)
}

/// The folded given name of a mention by name.
pub fn given(mention: &Mention) -> Option<String> {
    match &mention.naming {
        Naming::Full { given, .. } | Naming::Given(given) => fold(given).split(' ').next().map(str::to_owned),
        _ => None,
    }
}
