//! One matter in the records of several agencies in one week: whoever it is said of is one person.

use super::draft::Table;
use crate::model::Kin;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// How many days apart agencies write of one matter.
const DAYS: i64 = 7;

/// Joins somebody known by a pet name only with the one known in full of whom another agency says the same tie and
/// age in the same week: "her cousin Gopi (16)" and "her cousin Gurpreet (16)".
pub fn pet_names(table: &mut Table) {
    let fits = |draft: &usize| {
        let unlisted = table.drafts[*draft].front.is_none() && !table.family.is_stranger(*draft);
        unlisted && !aged(table, *draft).is_empty()
    };
    let drafts: Vec<usize> = table.sure().map(|(at, _)| at).filter(fits).collect();
    let pets: Vec<usize> =
        drafts.iter().copied().filter(|draft| table.drafts[*draft].profile.is_by_one_name()).collect();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for full in drafts.into_iter().filter(|draft| !table.drafts[*draft].profile.names.is_empty()) {
        for &pet in &pets {
            let (known, short) = (&table.drafts[full].profile, &table.drafts[pet].profile);
            let letter = |word: &str| word.chars().next();
            let begins =
                short.singles.iter().any(|pet| known.names.iter().any(|name| letter(name.first()) == letter(pet)));
            if begins
                && table.kin_agree(full, pet)
                && !table.in_one_entry(full, pet)
                && table.forbidden(full, pet).is_none()
                && said_alike(table, full, pet)
            {
                pairs.push((full, pet));
            }
        }
    }
    let mut count: FxHashMap<usize, usize> = FxHashMap::default();
    pairs.iter().flat_map(|(a, b)| [*a, *b]).for_each(|one| *count.entry(one).or_default() += 1);
    let rivals = |one: usize| count.get(&one).copied().unwrap_or_default();
    for (full, pet) in pairs.iter().copied().filter(|(a, b)| rivals(*a) == 1 && rivals(*b) == 1) {
        table.merge(full, pet, "another agency says the same tie and age of one whose name begins so in the same week");
    }
    table.rebuild_family();
}

/// Asks of each who is known by one name only, and by no tie of blood, whether they are somebody known in full whose
/// given name begins alike: "Shay" beside Shaun Tully.
pub fn sound_alike(table: &mut Table) {
    let drafts: Vec<usize> = table.sure().map(|(at, _)| at).collect();
    let beginning = |name: &str| (name.len() > 2).then(|| name.chars().take(3).collect::<String>());
    let mut by_beginning: FxHashMap<String, BTreeSet<usize>> = FxHashMap::default();
    for &draft in drafts.iter().filter(|draft| table.drafts[**draft].front.is_none()) {
        let begins = table.drafts[draft].profile.names.iter().filter_map(|name| beginning(name.first()));
        for begins in begins {
            by_beginning.entry(begins).or_default().insert(draft);
        }
    }
    for one in drafts {
        let short = &table.drafts[one].profile;
        let lone = short.names.is_empty() && short.surnames.is_empty() && table.drafts[one].front.is_none();
        if !lone {
            continue;
        }
        let alike = |other: &usize| {
            let known = &table.drafts[*other].profile;
            *other != one
                && known.sex.is_some()
                && known.sex == short.sex
                && !table.in_one_entry(one, *other)
                && table.forbidden(one, *other).is_none()
        };
        let begins = short.singles.iter().filter_map(|single| by_beginning.get(&beginning(single)?));
        let others: BTreeSet<usize> = begins.flatten().copied().collect();
        let others: Vec<usize> = others.into_iter().filter(alike).collect();
        table.doubt(one, &others, "the given names begin alike, and only one of them is known in full");
    }
}

/// Whether two agencies say the same tie and age of both, of one matter.
fn said_alike(table: &Table, a: usize, b: usize) -> bool {
    let overlap = |one: usize, other: usize| {
        let span = |clue: usize| table.clues[clue].profile.born_between;
        matches!((span(one), span(other)), (Some(a), Some(b)) if (a.0 - b.0).num_days().abs() <= DAYS)
    };
    aged(table, a).into_iter().any(|one| {
        aged(table, b)
            .into_iter()
            .any(|other| overlap(one, other) && same_tie(table, one, other) && one_matter(table, one, other))
    })
}

/// The clues of a draft that say an age.
fn aged(table: &Table, draft: usize) -> Vec<usize> {
    let clues = table.drafts[draft].clues.iter().map(|(clue, _)| *clue);
    clues.filter(|clue| table.clues[*clue].profile.born_between.is_some()).collect()
}

/// Joins people without a name of whom the agencies say the same tie in the same week: "an uncle" of whom the school,
/// the police and social care write is one uncle.
pub fn unnamed(table: &mut Table) {
    let open: Vec<usize> = table
        .open()
        .into_iter()
        .filter(|clue| {
            let said = &table.clues[*clue];
            said.indefinite && !said.is_named() && !said.claims.is_empty() && !said.professional
        })
        .collect();
    let mut dated: Vec<(NaiveDate, usize)> = open.iter().filter_map(|clue| Some((day(table, *clue)?, *clue))).collect();
    dated.sort_unstable();
    for &clue in &open {
        let same = |other: &usize| {
            *other != clue
                && same_tie(table, clue, *other)
                && one_matter(table, clue, *other)
                && table.clues[clue].profile.forbids(&table.clues[*other].profile).is_none()
        };
        let mut with: Vec<usize> = in_week(&dated, day(table, clue)).filter(same).collect();
        with.sort_unstable();
        let Some(&first) = with.iter().find(|other| table.of[**other].is_some()) else {
            if !with.is_empty() {
                let draft = table.found(clue, "nobody is named");
                table.set_unsure(draft, true);
            }
            continue;
        };
        if let Some(draft) = table.of[first] {
            table.attach(clue, draft, "nobody is named, and another agency says the same tie in the same week");
        }
    }
}

/// Whether both state the same tie.
fn same_tie(table: &Table, one: usize, other: usize) -> bool {
    let agree =
        |a: &Kin, b: &Kin| a.steps.len() == b.steps.len() && a.steps.iter().zip(&b.steps).all(|(a, b)| a.agrees(b));
    table.clues[one].claims.iter().any(|a| table.clues[other].claims.iter().any(|b| agree(&a.kin, &b.kin)))
}

/// The last day that the entry of a clue can be of.
fn day(table: &Table, clue: usize) -> Option<NaiveDate> {
    table.day_of(table.clues[clue].entry)
}

/// Of dated clues, in order of their days, those near a day.
fn in_week(dated: &[(NaiveDate, usize)], day: Option<NaiveDate>) -> impl Iterator<Item = usize> {
    let from = dated.partition_point(|(other, _)| day.is_none_or(|day| (*other - day).num_days() < -DAYS));
    let near = move |(other, _): &&(NaiveDate, usize)| day.is_some_and(|day| (*other - day).num_days() <= DAYS);
    dated[from..].iter().take_while(near).map(|(_, clue)| *clue)
}

/// Whether two agencies write in one week of the same person, and each of nobody else of whom the clue could be said.
pub fn one_matter(table: &Table, one: usize, other: usize) -> bool {
    let (a, b) = (table.clues[one].entry, table.clues[other].entry);
    let (Some(first), Some(second)) = (table.entries.get(a), table.entries.get(b)) else { return false };
    let near = matches!((day(table, one), day(table, other)), (Some(x), Some(y)) if (x - y).num_days().abs() <= DAYS);
    let spoken_of = |entry: usize| {
        let named = table.clues_of(entry).filter(|clue| table.clues[*clue].is_named());
        named.filter_map(|clue| table.of[clue]).collect::<Vec<_>>()
    };
    let there = spoken_of(b);
    first.agency != second.agency && near && spoken_of(a).into_iter().any(|person| there.contains(&person))
}
