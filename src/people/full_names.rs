//! Clues with a full name: the strongest evidence in words.

use super::choose::Choice;
use super::clue::Claim;
use super::draft::Table;
use super::fold::fold;
use super::names::{Agreement, Name, surname_key};
use super::part_names::is_child_of;
use crate::model::{Bond, Mention, Naming};
use std::collections::BTreeMap;

/// Joins clues of one full name, those that say most about themselves first.
pub fn join(table: &mut Table) {
    let mut by_name: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (draft, known) in table.drafts.iter().enumerate() {
        for name in &known.profile.names {
            by_name.entry(key(name.first(), &name.surname)).or_default().push(draft);
        }
    }
    let mut clues: Vec<usize> =
        table.open().into_iter().filter(|clue| !table.clues[*clue].profile.names.is_empty()).collect();
    clues.sort_by_key(|clue| {
        let clue = &table.clues[*clue];
        (clue.profile.born.is_none(), clue.claims.is_empty() && clue.profile.born_between.is_none())
    });
    for clue in clues {
        let names = table.clues[clue].profile.names.clone();
        let mut same: Vec<usize> = names
            .iter()
            .flat_map(|name| {
                by_name
                    .get(&key(name.first(), &name.surname))
                    .into_iter()
                    .flatten()
                    .copied()
                    .map(move |draft| (name, draft))
            })
            .filter(|(name, draft)| {
                let known = &table.drafts[*draft].profile.names;
                known.iter().any(|other| other.agrees(name) == Some(Agreement::Same))
            })
            .map(|(_, draft)| draft)
            .collect();
        same.sort_unstable();
        same.dedup();
        keep_letter_for_letter(table, &names, &mut same);
        if let Some(keep) = bridged(table, clue, &same) {
            same = vec![keep];
        }
        let draft = match table.choose(clue, same) {
            Choice::One(draft, None) => {
                table.attach(clue, draft, "same full name");
                draft
            }
            Choice::One(draft, Some(reason)) => {
                table.attach(clue, draft, format!("same full name, and {reason}"));
                draft
            }
            Choice::Nobody | Choice::Several(_) if table.clues[clue].professional => continue,
            Choice::Nobody => match by_other_given_name(table, clue, &names)
                .or_else(|| parent_of_other_surname(table, clue, &names))
                .or_else(|| child_under_family_surname(table, clue, &names))
                .or_else(|| said_to_be_called(table, clue))
            {
                Some((draft, reason)) => {
                    table.attach(clue, draft, reason);
                    draft
                }
                None => table.found(clue, "first named here"),
            },
            Choice::Several(others) => {
                let draft =
                    table.found_unsure(clue, "a name that several people bear, and nothing says which is meant");
                table.doubt(draft, &others, "same full name");
                continue;
            }
        };
        for name in names {
            let drafts = by_name.entry(key(name.first(), &name.surname)).or_default();
            if !drafts.contains(&draft) {
                drafts.push(draft);
            }
        }
    }
}

/// "Lena Dacosta", where the front sheet has Leonor Dacosta and says that she is also known as Lena.
fn by_other_given_name(table: &Table, clue: usize, names: &[Name]) -> Option<(usize, &'static str)> {
    let [name] = names else { return None };
    let bears = |draft: &usize| {
        let known = &table.drafts[*draft].profile;
        let same = |own: &Name| surname_key(&own.surname) == surname_key(&name.surname);
        known.singles.contains(name.first()) && known.names.iter().any(same)
    };
    let called: Vec<usize> = table.listed().filter(bears).collect();
    let [draft] = called[..] else { return None };
    let fits = !table.clues[clue].professional && table.may_mean(clue, draft);
    fits.then_some((draft, "another given name of theirs, with their surname"))
}

/// "Mother registered with us as Nora Delaney before marriage", where the front sheet has Nora Coffey as the mother: a child has one
/// mother and one father.
fn parent_of_other_surname(table: &Table, clue: usize, names: &[Name]) -> Option<(usize, &'static str)> {
    let [name] = names else { return None };
    let own = |claim: &Claim| {
        table.standpoint(claim.of) == Some(0)
            && matches!(claim.kin.steps[..], [step] if step.bond == Bond::Parent && step.sex.is_some())
    };
    let said: Vec<&Claim> = table.clues[clue].claims.iter().filter(|claim| own(claim) && !claim.guessed).collect();
    let is_so = |draft: &usize| {
        let same = table.drafts[*draft].profile.names.iter().any(|known| known.first() == name.first());
        same && said.iter().any(|claim| table.family.reach(0, &claim.kin.steps).contains(draft))
    };
    let parents: Vec<usize> = table.listed().filter(is_so).collect();
    let [parent] = parents[..] else { return None };
    let fits = !table.clues[clue].professional && table.may_mean(clue, parent);
    fits.then_some((parent, "the same given name, and the child's parent under another surname"))
}

/// "Lewis introduced himself as Lewis Strang", "Marek is Mark Novak to his employer": the one of the front sheet whose given name
/// stands before words for another name.
fn said_to_be_called(table: &Table, clue: usize) -> Option<(usize, &'static str)> {
    let said = &table.clues[clue];
    let reading = table.readings.get(said.entry).copied().flatten()?;
    let mut given = said.mentions.iter().filter_map(|at| match reading.mentions.get(*at)? {
        Mention { naming: Naming::Given(given), also, .. } if !also.is_empty() => Some(fold(given)),
        _ => None,
    });
    let given = given.next()?;
    let bears = |draft: &usize| table.drafts[*draft].profile.names.iter().any(|name| name.first() == given);
    let listed: Vec<usize> = table.listed().filter(bears).collect();
    let [only] = listed[..] else { return None };
    let fits = !said.professional && table.may_mean(clue, only);
    fits.then_some((only, "the entry says by what other name they go"))
}

/// "Temperance Okoro", where the child is Temperance Adeyemi and her mother is Grace Okoro: children are known to some agencies by
/// the surname of the other parent, of a step-parent or of a sister or brother.
fn child_under_family_surname(table: &Table, clue: usize, names: &[Name]) -> Option<(usize, &'static str)> {
    let same = |draft: usize, name: &Name| table.drafts[draft].profile.names.iter().any(|own| own.given == name.given);
    let bearers = |name: &Name| table.listed().filter(|draft| same(*draft, name)).collect::<Vec<_>>();
    let lent = |child: usize, name: &Name| {
        let bears = |draft: usize| {
            let known = &table.drafts[draft].profile.names;
            known.iter().any(|own| surname_key(&own.surname) == surname_key(&name.surname))
        };
        table.listed().any(|draft| draft != child && table.is_household(draft) && bears(draft))
    };
    let [name] = names else { return None };
    let [child] = bearers(name)[..] else { return None };
    let fits = is_child_of(table, child)
        && lent(child, name)
        && !table.clues[clue].professional
        && table.may_mean(clue, child);
    fits.then_some((child, "the child's given name with the surname of a parent or a sibling"))
}

/// Of several whose first name and surname agree, those whose middle names do too, and who are called senior or junior
/// where the clue is, where there are any: "John Ward" is the father, and "John Joseph Ward" the son.
fn keep_letter_for_letter(table: &Table, names: &[Name], same: &mut Vec<usize>) {
    let bears = |draft: &usize| {
        let known = &table.drafts[*draft].profile.names;
        known.iter().any(|other| names.iter().any(|name| name.given == other.given))
    };
    let generation = |draft: &usize| {
        let known = &table.drafts[*draft].profile.names;
        let said = names.iter().find_map(|name| name.generation);
        said.is_some() && known.iter().any(|other| other.generation == said)
    };
    // Records mark the one they seldom mean: "Gary Threlfall" without more is not the one who is always called senior.
    let unmarked = |draft: &usize| {
        let known = &table.drafts[*draft].profile.names;
        names.iter().all(|name| name.generation.is_none()) && known.iter().any(|other| other.generation.is_none())
    };
    let tests: [&dyn Fn(&usize) -> bool; 3] = [&bears, &generation, &unmarked];
    for test in tests {
        if same.iter().any(test) {
            same.retain(test);
        }
    }
}

/// Of people whose names the clue gives to one person, the one into whom the others were merged.
fn bridged(table: &mut Table, clue: usize, same: &[usize]) -> Option<usize> {
    let fits: Vec<usize> = same.iter().copied().filter(|draft| table.may_mean(clue, *draft)).collect();
    let (keep, others) = fits.split_first().filter(|(_, others)| !others.is_empty())?;
    if !bridges(table, clue, &fits) {
        return None;
    }
    for other in others {
        table.merge(*keep, *other, "one entry gives both names to one person");
    }
    Some(*keep)
}

/// Whether the clue itself bears a name of each of these people, and nothing keeps them apart: it says that they are one.
fn bridges(table: &Table, clue: usize, drafts: &[usize]) -> bool {
    let said = &table.clues[clue].profile.names;
    let names = |draft: usize| &table.drafts[draft].profile.names;
    let shared =
        |draft: usize| said.iter().position(|name| names(draft).iter().any(|other| other.surname == name.surname));
    let pairs = drafts.iter().enumerate().flat_map(|(nth, a)| drafts[nth + 1..].iter().map(move |b| (*a, *b)));
    said.len() > 1
        && pairs
            .into_iter()
            .all(|(a, b)| table.forbidden(a, b).is_none() && shared(a).is_some() && shared(a) != shared(b))
}

fn key(first: &str, surname: &str) -> (String, String) {
    (first.to_owned(), surname_key(surname))
}
