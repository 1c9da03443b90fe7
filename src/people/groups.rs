//! Several people in one mention: "the children", "both her daughters", "maternal grandparents".

use super::draft::Table;
use super::fold::fold;
use crate::model::{Bond, Mention, Sex, Step};

/// The people a group mention means, in the order of the front sheet and of first mention; none where it cannot be said.
pub fn members(table: &Table, mention: &Mention, of: Option<usize>, entry: usize) -> Vec<usize> {
    let folded = fold(&mention.text);
    let has = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
    let mut found: Vec<usize> = match (&mention.kin, mention.kin_of) {
        (Some(kin), Some(_)) => {
            of.map(|of| table.family.reach(of, &kin.steps).iter().copied().collect()).unwrap_or_default()
        }
        (Some(kin), None) if kin.steps.first().is_some_and(|step| step.bond != Bond::Child) => {
            table.family.reach(0, &kin.steps).iter().copied().collect()
        }
        _ if has(&["children", "child", "kids", "boys", "girls", "sons", "daughters"]) => {
            let siblings = table.family.reach(0, &[Step::new(Bond::Sibling, None)]);
            std::iter::once(0).chain(siblings.iter().copied()).collect()
        }
        _ if has(&["parents"]) => table.family.reach(0, &[Step::new(Bond::Parent, None)]).iter().copied().collect(),
        _ => Vec::new(),
    };
    let sex = if has(&["girls", "daughters", "sisters"]) {
        Some(Sex::F)
    } else if has(&["boys", "sons", "brothers"]) {
        Some(Sex::M)
    } else {
        None
    };
    found.retain(|draft| {
        let known = &table.drafts[*draft];
        let born = table.day_of(entry).is_none_or(|day| !known.profile.surely_unborn(day));
        born && !known.unsure && (sex.is_none() || known.profile.sex.is_none() || known.profile.sex == sex)
    });
    found
}
