//! Clues with a part of a name: a surname, a given name or nickname, initials.

use super::choose::Choice;
use super::draft::{Table, title_of};
use super::names::{Agreement, Name, surname_agreement, surname_key};
use super::nicknames;
use crate::model::{Bond, Step};
use chrono::Days;
use std::collections::BTreeSet;

/// Joins surnames that stand alone: "Mr Pike", "DENHAM", "Mr R Sleight".
pub fn surnames(table: &mut Table) {
    for clue in table.open() {
        let profile = &table.clues[clue].profile;
        let Some((initial, surname)) = profile.surnames.first().cloned() else { continue };
        let choice = by_surname(table, clue, &surname, initial);
        settle(table, clue, choice, "same surname");
    }
}

/// The person whom a surname alone means.
///
/// In a child's record "Mr" and "Mrs" with the surname mean the parents; elsewhere a surname alone goes on speaking
/// of whoever the same return names in full.
fn by_surname(table: &Table, clue: usize, surname: &str, initial: Option<char>) -> Choice {
    let now = bearers(table, surname, initial, |position| position == 0);
    let ever = bearers(table, surname, initial, |_| true);
    if initial.is_some() && now.contains(&0) && table.is_row_of(clue) && table.may_mean(clue, 0) {
        return Choice::One(0, Some("the column of people of the child's record"));
    }
    let parents = |among: &[usize]| among.iter().copied().filter(|draft| table.is_parent(*draft)).collect::<Vec<_>>();
    let bears = |name: &Name| same_surname(&name.surname, surname);
    let near = |among: &[usize]| {
        let met =
            |draft: &usize| table.met_in_return(clue, *draft, bears) || with_initial(table, clue, *draft, surname);
        among.iter().copied().filter(met).collect::<Vec<_>>()
    };
    let grown = table.clues[clue].grown;
    let (now, ever) =
        if initial.is_none() { (not_small(table, clue, now), not_small(table, clue, ever)) } else { (now, ever) };
    if let Choice::One(titled, _) = table.choose(clue, titled(table, clue, &now)) {
        return Choice::One(titled, Some("named in full with this title in the same return"));
    }
    if grown && let Choice::One(parent, _) = table.choose(clue, parents(&now)) {
        return Choice::One(parent, Some("a parent of the child"));
    }
    for met in [near(&now), near(&ever)] {
        if let Choice::One(one, _) = table.choose(clue, met) {
            return Choice::One(one, Some("named in the same return"));
        }
    }
    let family = |among: &[usize]| {
        among
            .iter()
            .copied()
            .filter(|draft| !table.is_outsider(*draft) && !is_child_of(table, *draft))
            .collect::<Vec<_>>()
    };
    if grown && let Choice::One(one, _) = table.choose(clue, family(&now)) {
        return Choice::One(one, Some("nobody else grown of the family bears it"));
    }
    let present = table.choose(clue, now);
    if !matches!(present, Choice::One(..))
        && grown
        && let Choice::One(parent, _) = table.choose(clue, parents(&ever))
    {
        return Choice::One(parent, Some("a parent of the child"));
    }
    match present {
        Choice::Nobody => match table.choose(clue, ever) {
            Choice::Nobody if grown => misspelt_parent(table, clue, surname),
            other => other,
        },
        other => other,
    }
}

/// "Mrs Dodds" in a return that names Mrs Sandra Dodds and Ms S Dodds: of several of one surname, those whom the same return names
/// with this title and a given name or initial, where another bears the surname with another title.
fn titled(table: &Table, clue: usize, among: &[usize]) -> Vec<usize> {
    let Some(own) = title_of(&table.clues[clue].words) else { return Vec::new() };
    let titles = |draft: usize| table.titles_in_return(clue, draft);
    let other_title = |draft: &usize| titles(*draft).is_some_and(|all| all.iter().any(|title| *title != own));
    if !among.iter().any(other_title) {
        return Vec::new();
    }
    let only_this = |draft: &usize| titles(*draft).is_some_and(|all| all.len() == 1 && all.contains(&own));
    among.iter().copied().filter(only_this).collect()
}

/// Under this age nobody is called by the surname alone, where somebody older bears it.
const SMALL: u32 = 13;

/// "Her daughter Paige MARSH, 8, says that Kelvin MARSH ... MARSH was interviewed": of several of one surname, those who are no small
/// children.
fn not_small(table: &Table, clue: usize, among: Vec<usize>) -> Vec<usize> {
    let Some(day) = table.day_of(table.clues[clue].entry) else { return among };
    let small = |draft: &usize| table.drafts[*draft].profile.surely_under(SMALL, day);
    if among.iter().all(small) { among } else { among.into_iter().filter(|draft| !small(draft)).collect() }
}

/// "Ms Wojick", where the child's mother is Ms Wójcik and nobody bears the other name: the one parent whose surname it misspells.
fn misspelt_parent(table: &Table, clue: usize, surname: &str) -> Choice {
    let slips = |draft: &usize| {
        let names = &table.drafts[*draft].profile.names;
        names.iter().any(|name| surname_agreement(&name.surname, surname) == Some(Agreement::Misspelt))
    };
    let parents: Vec<usize> = table.listed().filter(|draft| table.is_parent(*draft)).filter(slips).collect();
    match table.choose(clue, parents) {
        Choice::One(parent, _) => Choice::One(parent, Some("a parent of the child, with a slip in the spelling")),
        _ => Choice::Nobody,
    }
}

/// Whether somebody is the child, or a brother or sister of the child.
pub fn is_child_of(table: &Table, draft: usize) -> bool {
    let sibling =
        |way: &Vec<Step>| matches!(way[..], [Step { bond: Bond::Sibling | Bond::HalfSibling | Bond::StepSibling, .. }]);
    draft == 0 || table.family.places(draft).iter().any(sibling)
}

/// Drafts with this surname; `which` says whether a name at that position counts (0 is the present one).
fn bearers(table: &Table, surname: &str, initial: Option<char>, which: impl Fn(usize) -> bool) -> Vec<usize> {
    let fits = |first: &str| initial.is_none_or(|sign| first.starts_with(sign));
    let bears = |draft: &usize| {
        let known = &table.drafts[*draft].profile;
        let mut names = known.names.iter().enumerate().filter(|(at, _)| which(*at));
        names.any(|(_, name)| same_surname(&name.surname, surname) && fits(name.first()))
            || known.names.is_empty()
                && known.surnames.iter().any(|(other, known)| {
                    same_surname(known, surname) && (initial.is_none() || other.is_none() || *other == initial)
                })
    };
    table.bearers.of_surname(surname).filter(bears).collect()
}

/// Whether the same return gives the draft this surname with an initial: "Mr D Doyle added to the tenancy".
fn with_initial(table: &Table, clue: usize, draft: usize, surname: &str) -> bool {
    table.in_return(clue, draft).is_some_and(|known| {
        known.surnames.iter().any(|(initial, known)| initial.is_some() && same_surname(known, surname))
    })
}

fn same_surname(a: &str, b: &str) -> bool {
    surname_key(a) == surname_key(b)
}

/// Joins the child's own given name and initials, from whom so many kin words start, where nobody else bears them.
pub fn childs(table: &mut Table) {
    for clue in table.open() {
        let said = &table.clues[clue].profile;
        let letters = said.initials.iter().filter(|letters| letters.chars().count() > 1);
        let own = BTreeSet::from([0]);
        let named =
            table.bearers.of_given(&said.singles) == own && table.unclear.each_given(&said.singles).next().is_none();
        let lettered =
            table.bearers.of_initials(letters.clone()) == own && table.unclear.of_initials(letters).is_empty();
        for (found, because) in [(named, "same given name"), (lettered, "same initials")] {
            if found && table.of[clue].is_none() && table.may_mean(clue, 0) {
                table.attach(clue, 0, because);
            }
        }
    }
}

/// Joins given names, nicknames and aliases that stand alone: first only those that one person bears, so that others
/// can be told by the people they are kin of.
pub fn singles(table: &mut Table, only_sure: bool) {
    let mut open = table.open();
    open.sort_by_key(|clue| table.clues[*clue].claims.is_empty());
    for clue in open {
        let said = table.clues[clue].profile.singles.clone();
        if said.is_empty() {
            continue;
        }
        let exact = not_by_letter(table, clue, called_just_so(table, &said));
        let choice = table.choose(clue, exact.clone());
        if let Choice::One(draft, _) = choice
            && only_sure
            && table.is_outsider(draft)
            && table.bearers.of_short(&said).iter().any(|other| !table.is_outsider(*other))
        {
            continue;
        }
        if let Choice::One(draft, _) = choice
            && let Some(other) = table.another_with_the_tie(clue, draft, &said)
        {
            table.attach(clue, other, "a short form of the given name, and the tie agrees");
            continue;
        }
        let choice = match choice {
            Choice::Nobody if only_sure => continue,
            Choice::Several(_) if only_sure => continue,
            Choice::Nobody => Choice::Nobody,
            Choice::Several(all) if is_the_childs(table, clue, &all) => {
                table.attach(clue, 0, "same given name, and the record is the child's");
                continue;
            }
            other => {
                settle(table, clue, other, "same given name");
                continue;
            }
        };
        // Capitals can be a surname that is also a given name, or that nobody knew for a surname.
        if let Some(surname) = said.first().filter(|_| said.len() == 1 && table.clues[clue].profile.names.is_empty())
            && let found @ Choice::One(..) = by_surname(table, clue, surname, None)
        {
            settle(table, clue, found, "same surname");
            continue;
        }
        let short: Vec<usize> = table.bearers.of_short(&said).into_iter().collect();
        match by_short_form(table, clue, &short) {
            Some((draft, reason)) => table.attach(clue, draft, reason),
            _ => {
                settle(table, clue, choice, "");
                if let Some(draft) = table.of[clue] {
                    let then = |other: &usize| table.is_partner_of_another_time(clue, *other);
                    let may = |other: &usize| table.may_mean(clue, *other) || then(other);
                    let possible: Vec<usize> = short.into_iter().filter(may).collect();
                    table.doubt(draft, &possible, "one given name is a short form of the other");
                }
            }
        }
    }
}

/// Those who bear one of these given names: those who bear no other beside it, where there are any ("John" is John Ward,
/// and "John Joseph" his son), and of father and son of one name the one who is not always called senior or junior, for
/// records mark the one they seldom mean.
fn called_just_so(table: &Table, said: &BTreeSet<String>) -> Vec<usize> {
    let mut sure: Vec<usize> = table.bearers.of_given(said).into_iter().collect();
    let unclear = || table.unclear.each_given(said);
    let whole = |draft: &usize| {
        let profile = &table.drafts[*draft].profile;
        profile.names.iter().any(|name| said.contains(&name.given.join(" ")))
            || profile.singles.iter().any(|single| said.contains(single))
    };
    let by_whole = sure.iter().any(whole) || unclear().any(|draft| whole(&draft));
    let unmarked = |draft: &usize| {
        let names = &table.drafts[*draft].profile.names;
        names.is_empty() || names.iter().any(|name| name.generation.is_none())
    };
    if by_whole {
        sure.retain(whole);
    }
    if sure.iter().any(unmarked) || unclear().any(|draft| (!by_whole || whole(&draft)) && unmarked(&draft)) {
        sure.retain(unmarked);
    }
    sure
}

/// Without those whom nobody knows but as "Ryan T", where another bears the given name and the same return has no "Ryan T".
fn not_by_letter(table: &Table, clue: usize, among: Vec<usize>) -> Vec<usize> {
    let by_letter = |draft: &usize| {
        let names = &table.drafts[*draft].profile.names;
        !names.is_empty() && names.iter().all(|name| name.surname.chars().count() == 1)
    };
    if among.iter().all(by_letter) {
        return among;
    }
    let meant = |draft: &usize| !by_letter(draft) || table.met_in_return(clue, *draft, |_| true);
    among.into_iter().filter(meant).collect()
}

/// Whether a given name that several bear means the child: in the child's record it does, unless a parent or a
/// sibling bears it too.
fn is_the_childs(table: &Table, clue: usize, all: &[usize]) -> bool {
    let alone = all.iter().all(|draft| *draft == 0 || !table.is_household(*draft));
    alone && all.contains(&0) && table.clues[clue].claims.is_empty()
}

/// The person whom a short form alone means: one whose tie or entry agrees; else the only one whose name it shortens,
/// where that is the child, a parent or a sibling, or somebody whom the same return names in full.
fn by_short_form(table: &Table, clue: usize, short: &[usize]) -> Option<(usize, &'static str)> {
    let agrees = |draft: &usize| table.kin_fits(clue, *draft) || table.just_named(clue, *draft);
    if let Choice::One(draft, _) = table.choose(clue, short.iter().copied().filter(agrees)) {
        return Some((draft, "a short form of the given name, and the tie or the entry agrees"));
    }
    let said = &table.clues[clue];
    let Choice::One(draft, _) = table.choose(clue, short.iter().copied()) else { return None };
    let spelt = |name: &Name| said.profile.singles.iter().any(|single| nicknames::short_form(single, name.first()));
    let met = table.met_in_return(clue, draft, spelt) && named_soon(table, clue, draft);
    let near = table.is_household(draft) || met;
    let other_name_here = table.clues_in(draft, said.entry).any(|other| table.clues[other].is_named());
    let plain = said.claims.is_empty() && !said.indefinite && !said.professional && !other_name_here;
    (near && plain).then_some((draft, "a short form of the given name, and nobody else in the case is called so"))
}

/// Years within which a return that names somebody in full goes on with the short form.
const SOON: u64 = 2;

/// Whether an entry not long before or after gives the draft's full name: "Big Stu" of 2016 is not for that the Stuart whom the
/// same worker meets in 2023.
fn named_soon(table: &Table, clue: usize, draft: usize) -> bool {
    let Some(own) = table.day_of(table.clues[clue].entry) else { return true };
    let known = &table.drafts[draft];
    let soon = Days::new(SOON * 366);
    let (from, to) = (own.checked_sub_days(soon).unwrap_or(own), own.checked_add_days(soon).unwrap_or(own));
    known.front.is_some() || known.named_on.range(from..=to).next().is_some()
}

/// Joins initials: "CH", "SB", "C". A single letter means the child whose record it is, or else the one parent or
/// sibling whose given name begins with it, or nobody.
pub fn initials(table: &mut Table) {
    for clue in table.open() {
        let Some(said) = table.clues[clue].profile.initials.first().cloned() else { continue };
        let single = said.chars().count() == 1;
        let by_letter = |draft: &usize| {
            let mut names = table.drafts[*draft].profile.names.iter();
            single && names.any(|name| name.first().starts_with(&*said)) && table.is_household(*draft)
        };
        let mut fits = table.bearers.of_initials([&said]);
        fits.extend(table.listed().filter(by_letter));
        let fits: Vec<usize> = fits.into_iter().filter(|draft| table.is_sure(*draft)).collect();
        let choice = if fits.contains(&0) { table.choose(clue, [0]) } else { table.choose(clue, fits) };
        if single && !matches!(choice, Choice::One(..)) {
            continue;
        }
        settle(table, clue, choice, "same initials");
    }
}

fn settle(table: &mut Table, clue: usize, choice: Choice, because: &'static str) {
    match choice {
        Choice::One(draft, None) => table.attach(clue, draft, because),
        Choice::One(draft, Some(reason)) => table.attach(clue, draft, format!("{because}, and {reason}")),
        Choice::Nobody | Choice::Several(_) if table.clues[clue].professional => {}
        Choice::Nobody => drop(table.found(clue, "first named here")),
        Choice::Several(others) => {
            let draft = table.found_unsure(clue, "a name that several people bear, and nothing says which is meant");
            table.doubt(draft, &others, because);
        }
    }
}
