//! "Kacper's dad", where Kacper Pell is the half-brother and Darren Pell was the mother's partner: one man.

use super::draft::Table;
use super::names::surname_key;
use crate::model::{Bond, Sex, Step};

/// Joins a father without a name of a sister or brother to the one man known as partner of that child's mother who bears the
/// child's surname, where the front sheet names no other father of theirs.
pub fn join(table: &mut Table) {
    let unnamed = |draft: &usize| table.drafts[*draft].front.is_none() && table.drafts[*draft].profile.names.is_empty();
    let drafts: Vec<usize> = table.sure().map(|(at, _)| at).collect();
    let father = Step::new(Bond::Parent, Some(Sex::M));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for child in table.listed().filter(|child| *child != 0) {
        let fathers = table.family.reach(child, &[father]);
        let named = fathers.iter().any(|at| !unnamed(at));
        let nameless: Vec<usize> = fathers.iter().copied().filter(unnamed).collect();
        let men: Vec<usize> = drafts.iter().copied().filter(|man| is_partner_of_name(table, child, *man)).collect();
        if let ([one], [man], false) = (&nameless[..], &men[..], named)
            && table.forbidden(*one, *man).is_none()
            && !table.in_one_entry(*one, *man)
        {
            pairs.push((*man, *one));
        }
    }
    for (man, one) in pairs {
        table.merge(man, one, "the partner of the child's mother who bears the child's surname");
    }
    table.rebuild_family();
}

/// Whether a man is known as present or former partner of the mother and bears the surname of a child of hers.
fn is_partner_of_name(table: &Table, child: usize, man: usize) -> bool {
    let mother = Step::new(Bond::Parent, Some(Sex::F));
    let partner = |former: bool| Step { former, ..Step::new(Bond::Partner, Some(Sex::M)) };
    let of_mother =
        [false, true].iter().any(|former| table.family.reach(0, &[mother, partner(*former)]).contains(&man));
    let names = |draft: usize| table.drafts[draft].profile.names.iter().map(|name| surname_key(&name.surname));
    of_mother && names(man).any(|surname| names(child).any(|own| own == surname))
}
