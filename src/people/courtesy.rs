//! Uncles and aunts by courtesy: "Uncle Sam, mother's friend who lodges with them" is the lodger Samuel, and nobody's uncle.

use super::clue::Claim;
use super::draft::Table;
use super::same_matter::one_matter;
use super::standpoint::Standpoint;
use crate::model::Bond;
use std::collections::BTreeSet;

/// How often those found may help to find others.
const ROUNDS: usize = 2;

/// Joins an uncle or aunt by given name to the one known in full, of that name and of no kin, of whom the entry says that
/// they are a friend or lodge there, or of whom another agency tells the same matter in the same week.
pub fn join(table: &mut Table) {
    let mut found: Vec<usize> = Vec::new();
    for _ in 0..ROUNDS {
        for clue in table.open() {
            if !is_uncle(table, clue) {
                continue;
            }
            let said = table.clues[clue].profile.singles.clone();
            let mut among = table.bearers.of_given(&said);
            among.extend(table.bearers.of_short(&said));
            among.retain(|draft| table.is_sure(*draft));
            if among.iter().any(|draft| !is_no_kin(table, *draft)) {
                continue;
            }
            let Some(draft) = the_only_one(table, clue, &among) else { continue };
            let evidence = found.contains(&draft) || is_friend(table, clue) || tells_the_same(table, clue, draft);
            if evidence && !table.drafts[draft].profile.names.is_empty() {
                table.clues[clue].claims.retain(|claim| !is_claim_of_uncle(claim));
                table.attach(clue, draft, "an uncle or aunt by courtesy, of the same given name");
                found.push(draft);
            }
        }
    }
}

/// "Uncle Femi", of whom another entry says that he is Oluwafemi Akande, a family friend: who is called a friend and no kin but by
/// "uncle" or "aunt" with the name is nobody's uncle.
pub fn forget(table: &mut Table) {
    for draft in 0..table.drafts.len() {
        let clues: Vec<usize> = table.drafts[draft].clues.iter().map(|(clue, _)| *clue).collect();
        let claims = || clues.iter().flat_map(|clue| &table.clues[*clue].claims);
        let last = |claim: &Claim| claim.kin.steps.last().map(|step| step.bond);
        let friend = claims().any(|claim| matches!(last(claim), Some(Bond::Friend | Bond::Unrelated)));
        let uncle = |claim: &Claim| is_uncle_path(claim) && table.standpoint(claim.of) == Some(0);
        let kin = claims().any(|claim| !uncle(claim) && !last(claim).is_some_and(is_loose));
        let named = !table.drafts[draft].profile.names.is_empty() && table.drafts[draft].front.is_none();
        if friend && named && !kin {
            for clue in clues {
                table.clues[clue].claims.retain(|claim| !is_uncle_path(claim));
            }
        }
    }
}

/// The one of these people whom nothing forbids a clue to mean and whom its entry does not name besides.
fn the_only_one(table: &Table, clue: usize, among: &BTreeSet<usize>) -> Option<usize> {
    let said = &table.clues[clue];
    let may = |draft: &&usize| {
        let known = &table.drafts[**draft].profile;
        said.profile.forbids(known).is_none() && table.clues_in(**draft, said.entry).next().is_none()
    };
    let mut fits = among.iter().filter(may);
    fits.next().copied().filter(|_| fits.next().is_none())
}

/// Whether a clue is a given name with "uncle" or "aunt" of the child before it.
fn is_uncle(table: &Table, clue: usize) -> bool {
    let said = &table.clues[clue];
    !said.profile.singles.is_empty() && said.profile.names.is_empty() && said.claims.iter().any(is_claim_of_uncle)
}

fn is_claim_of_uncle(claim: &Claim) -> bool {
    claim.of == Standpoint::Child && is_uncle_path(claim)
}

/// Whether a claim is of a parent's sister or brother, of whose side nothing is said.
fn is_uncle_path(claim: &Claim) -> bool {
    matches!(&claim.kin.steps[..], [first, last] if first.bond == Bond::Parent && first.sex.is_none() && last.bond == Bond::Sibling)
}

/// Whether a tie is none of blood, care or marriage.
fn is_loose(bond: Bond) -> bool {
    matches!(bond, Bond::Friend | Bond::Lodger | Bond::Neighbour | Bond::Unrelated)
}

/// Whether nothing makes somebody kin of the child.
fn is_no_kin(table: &Table, draft: usize) -> bool {
    table.family.places(draft).iter().all(|way| way.last().is_some_and(|step| is_loose(step.bond)))
}

/// Whether the entry's own words make the person a friend, a lodger or a neighbour.
fn is_friend(table: &Table, clue: usize) -> bool {
    table.clues[clue].claims.iter().any(|claim| claim.kin.steps.last().is_some_and(|step| is_loose(step.bond)))
}

fn tells_the_same(table: &Table, clue: usize, draft: usize) -> bool {
    table.drafts[draft].clues.iter().any(|(other, _)| one_matter(table, clue, *other))
}
