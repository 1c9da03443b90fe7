//! Two mentions that the words between them make one person: "Nana (MGF)", "uncle, DELANEY John b. 11/11/1984",
//! "a man known as Jax".

use super::fold::fold;
use super::nicknames;
use crate::model::{Bond, Entry, Kin, Mention, Naming, Step};

/// Words after which another name of the same person stands.
const NAMING: &[&str] = &[
    "known as",
    "also known as",
    "known only as",
    "known to her as",
    "known to him as",
    "aka",
    "a.k.a.",
    "nicknamed",
    "real name",
];
/// How many letters may stand between somebody without a name and "known to the kids as".
const FURTHER: usize = 100;
/// Words that name somebody who has no name yet, and otherwise mean the telephone.
const CALLING: &[&str] = &["called", "named", "calls", "to call", "who is called"];

/// Whether a mention and the next one of its entry are one person by the words between them.
pub fn one_person(sent: &Entry, one: &Mention, next: &Mention) -> bool {
    let Some(cell) = sent.cells.get(one.cell).filter(|_| one.cell == next.cell) else { return false };
    let Some(between) = cell.text.get(one.end..next.start) else { return false };
    let after = cell.text.get(next.end..).unwrap_or_default();
    let words = between.trim().to_lowercase();
    let a_group = one.naming == Naming::Group || next.naming == Naming::Group;
    if a_group || (one.professional != next.professional && next.naming != Naming::Kin) {
        return false;
    }
    if words == "(" && in_full(one, next) {
        return true;
    }
    if words == "(" {
        let closed = after.starts_with(')') || (next.naming == Naming::Kin && after.starts_with(','));
        return closed && !(is_named(one) && is_named(next) && next.kin_of.is_some());
    }
    if matches!(words.as_str(), "is" | "is also" | "was")
        && one.naming == Naming::Kin
        && matches!(next.naming, Naming::Full { .. })
    {
        return true;
    }
    if matches!(words.as_str(), ", who is" | ", who was" | "who is" | "who was" | ", who is also")
        && is_named(one)
        && next.naming == Naming::Kin
        && next.kin.is_some()
    {
        return true;
    }
    let short = words.chars().count() <= 40 && !words.contains(['.', ';', '\n']);
    let ends = |list: &[&str]| short && list.iter().any(|naming| words.ends_with(naming));
    // "the man in charge of the arcade, mid thirties, known to the kids as Sonny".
    let long = words.chars().count() <= FURTHER && !words.contains(['.', ';', '\n']) && words.ends_with(" as");
    if long && words.contains("known ") && one.naming == Naming::Unnamed && is_named(next) {
        return true;
    }
    if ends(NAMING) || (ends(CALLING) && !is_named(one) && (one.indefinite || one.naming == Naming::Unnamed)) {
        return true;
    }
    let unnamed_man = next.naming == Naming::Unnamed && next.text.to_lowercase().starts_with("the ");
    let own = next.kin_of.is_some() && next.naming == Naming::Unnamed && is_named(one);
    if words == "," && own && after.starts_with([',', '.', ';']) {
        return true;
    }
    if words == "," && called_and_named(one, next, after) {
        return true;
    }
    words == "," && (in_apposition(one, next, after) || (one.naming == Naming::Kin && unnamed_man))
}

/// Mentions that go on speaking of one before: "male known as Shay … Male is her boyfriend"; "RUDGE PETER notifies
/// new address, LODGER".
pub fn said_again(sent: &Entry, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let noun = |mention: &Mention| {
        let folded = fold(&mention.text);
        ["a ", "an ", "the "].iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(&folded).to_owned()
    };
    let only = |found: Vec<usize>| match found[..] {
        [one] => Some(one),
        _ => None,
    };
    let mut pairs = Vec::new();
    for (at, again) in mentions.iter().enumerate() {
        let before = || mentions[..at].iter().enumerate();
        let goes_on = is_loose(again)
            && !again.indefinite
            && again.kin_of.is_none()
            && !again.professional
            && before().all(|(_, one)| one.cell != again.cell || noun(one) != noun(again));
        let same = |one: &Mention| {
            noun(one) == noun(again) || one.indefinite && noun(one).ends_with(&format!(" {}", noun(again)))
        };
        let said = before().filter(|(_, one)| is_loose(one) && same(one));
        if let Some(one) = only(said.map(|(one, _)| one).collect()).filter(|_| goes_on) {
            pairs.push((one, at));
        }
        if is_bare_role(again) && stands_alone(sent, again) {
            let named = before().filter(|(_, one)| one.cell == again.cell && is_named(one) && !one.professional);
            pairs.extend(only(named.map(|(one, _)| one).collect()).map(|one| (one, at)));
        }
    }
    pairs
}

/// Whether no more is said of somebody than a noun that is no relative's: "a male lodger", "the lodger".
fn is_loose(mention: &Mention) -> bool {
    let lodger = |kin: &Kin| matches!(kin.steps[..], [Step { bond: Bond::Lodger, .. }]);
    mention.naming == Naming::Unnamed || mention.naming == Naming::Kin && mention.kin.as_ref().is_some_and(lodger)
}

/// "LODGER" alone, without "the" or "her": what the one who is spoken of is there.
fn is_bare_role(mention: &Mention) -> bool {
    let lodger = |kin: &Kin| matches!(kin.steps[..], [Step { bond: Bond::Lodger, .. }]);
    mention.naming == Naming::Kin && mention.kin.as_ref().is_some_and(lodger) && !mention.text.contains(' ')
}

/// Whether a mention stands behind a mark, or opens its cell: "abuse by lodger" says of nobody before it that they lodge.
fn stands_alone(sent: &Entry, mention: &Mention) -> bool {
    let before = sent.cells.get(mention.cell).and_then(|cell| cell.text.get(..mention.start)).unwrap_or_default();
    before.trim_end().chars().next_back().is_none_or(|last| !last.is_alphanumeric())
}

/// A given name, and behind it the full name that it shortens: "Ash (Ashley Crane, 23)".
fn in_full(one: &Mention, next: &Mention) -> bool {
    matches!((&one.naming, &next.naming), (Naming::Given(short), Naming::Full { given, .. })
        if fold(short) == fold(given) || nicknames::short_form(&fold(short), &fold(given)))
}

/// "Uncle Femi, Mr Bankole": how the family calls somebody, and behind the comma title and surname.
fn called_and_named(one: &Mention, next: &Mention, after: &str) -> bool {
    let called = matches!(one.naming, Naming::Given(_)) && one.kin.is_some();
    let named = matches!(next.naming, Naming::Surname { .. })
        && next.title.is_some()
        && next.kin.is_none()
        && !next.professional;
    let sexes = one.sex.is_none() || next.sex.is_none() || one.sex == next.sex;
    called && named && sexes && !after.trim_start().starts_with("and ")
}

/// A kin word, a comma and a full name that no list goes on from.
fn in_apposition(one: &Mention, next: &Mention, after: &str) -> bool {
    let listed = after.starts_with(", ") || after.trim_start().starts_with("and ");
    let full = matches!(next.naming, Naming::Full { .. });
    let sexes = one.sex.is_none() || next.sex.is_none() || one.sex == next.sex;
    one.naming == Naming::Kin && full && sexes && next.kin.is_none() && (next.born.is_some() || !listed)
}

fn is_named(mention: &Mention) -> bool {
    !matches!(mention.naming, Naming::Kin | Naming::Unnamed | Naming::Group)
}
