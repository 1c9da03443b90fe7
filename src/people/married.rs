//! A name taken on marriage, or borne before it: "Rhian Preece" is the mother Rhian Bebb, whose husband is a Preece and of whom no
//! other Rhian is known.

use super::draft::Table;
use crate::model::{Bond, Sex, Step};
use std::collections::BTreeSet;

/// Joins somebody of no known place in the family to the one woman of the family of the same given name, where the surname is
/// that of her partner, of a child of hers or of her own parents and siblings.
pub fn join(table: &mut Table) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (placed, _) in table.sure().filter(|(at, _)| !table.family.is_stranger(*at)) {
        let surnames = by_marriage(table, placed);
        let given: BTreeSet<String> =
            table.drafts[placed].profile.names.iter().map(|name| name.first().to_owned()).collect();
        let bearers: BTreeSet<usize> = surnames.iter().flat_map(|surname| table.bearers.of_surname(surname)).collect();
        for other in bearers {
            let known = &table.drafts[other].profile;
            let named_so =
                known.names.iter().any(|name| given.contains(name.first()) && surnames.contains(&name.surname));
            let strange = table.is_sure(other) && table.is_outsider(other) && other != placed;
            if strange
                && named_so
                && !table.named_in_one_entry(placed, other)
                && table.forbidden(placed, other).is_none()
            {
                pairs.push((placed, other));
            }
        }
    }
    let alone =
        |pair: &(usize, usize)| pairs.iter().filter(|other| other.0 == pair.0 || other.1 == pair.1).count() == 1;
    let joined: Vec<(usize, usize)> = pairs.iter().copied().filter(alone).collect();
    for &(placed, other) in &joined {
        table.merge(placed, other, "same given name, and the surname of her partner, her child or her own family");
    }
    if !joined.is_empty() {
        table.rebuild_family();
    }
}

/// Days before the child's birth in which the record of the pregnancy begins, and after it in which the new birth is visited.
const PREGNANT: i64 = 300;
const NEW_BORN: i64 = 42;

/// "Booking. Beata Nowicka, 23, wedding to Marek in July", of the child whose mother is Beata: joins somebody of no known place whom an
/// entry of the pregnancy, or of the first weeks, names in full, with the mother or the child of the same given name.
pub fn join_at_birth(table: &mut Table) {
    let Some(born) = table.front.child.born.as_ref().map(|born| born.earliest) else { return };
    let listed: Vec<usize> = table.listed().filter(|draft| *draft == 0 || is_mother(table, *draft)).collect();
    let given = |draft: usize| -> BTreeSet<String> {
        table.drafts[draft].profile.names.iter().map(|name| name.first().to_owned()).collect()
    };
    let then = |draft: usize, from: i64| {
        let days = table.drafts[draft].named_on.iter().map(|day| (*day - born).num_days());
        days.clone().count() > 0 && days.clone().all(|days| (from..=NEW_BORN).contains(&days))
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for &placed in &listed {
        let from = if placed == 0 { 0 } else { -PREGNANT };
        let strangers = table.sure().map(|(other, _)| other).filter(|other| table.is_outsider(*other));
        let same: Vec<usize> = strangers
            .filter(|other| !given(*other).is_disjoint(&given(placed)) && then(*other, from))
            .filter(|other| table.forbidden(placed, *other).is_none() && !table.named_in_one_entry(placed, *other))
            .collect();
        if let [only] = same[..] {
            pairs.push((placed, only));
        }
    }
    for &(placed, other) in &pairs {
        table.merge(placed, other, "same given name, named so when the child was expected or new-born");
    }
    if !pairs.is_empty() {
        table.rebuild_family();
    }
}

/// Whether the front sheet makes somebody the child's mother.
fn is_mother(table: &Table, draft: usize) -> bool {
    let mother = Step::new(Bond::Parent, Some(Sex::F));
    table.family.reach(0, &[mother]).contains(&draft)
}

/// The surnames of a woman's partners, present and former, of her children, and of her own parents and siblings; none for a man.
fn by_marriage(table: &Table, draft: usize) -> BTreeSet<String> {
    if table.drafts[draft].profile.sex == Some(Sex::M) {
        return BTreeSet::new();
    }
    let mut surnames = BTreeSet::new();
    for bond in [Bond::Partner, Bond::Child, Bond::Sibling, Bond::Parent] {
        for former in [false, true] {
            let step = Step { former, ..Step::new(bond, None) };
            let near = table.family.reach(draft, &[step]);
            surnames
                .extend(near.iter().flat_map(|one| &table.drafts[*one].profile.names).map(|name| name.surname.clone()));
        }
    }
    surnames
}
