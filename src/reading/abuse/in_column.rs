//! "ARKLEY Tegan b. 11/02/2008; DUNSTAN Walter | Sexual touching of a girl of 7 by grandmother's partner": whom a column beside
//! the words names is the child of whom they speak without a name.

use super::Claim;
use crate::model::{EventKind, Who};
use crate::reading::judge::GROWN;
use crate::reading::scene::{Np, Scene};

/// By how many years an age told and a date of birth may differ.
const ABOUT: u32 = 1;

impl Scene<'_> {
    /// Names the child harmed where the words do not, and a column of people names one child only.
    pub fn name_by_column(&self, claims: &mut [Claim]) {
        let children: Vec<&Np> =
            self.nps.iter().filter(|np| np.column && self.years(np).is_some_and(|age| age < GROWN)).collect();
        let [child, rest @ ..] = &children[..] else { return };
        if !rest.iter().all(|other| self.one_person(other, child)) {
            return;
        }
        for claim in claims.iter_mut().filter(|claim| claim.kind == EventKind::SexualAbuseAllegation && !claim.register)
        {
            let unnamed = claim.victims.iter().all(|who| self.may_be_the_child(*who, child));
            let other = claim.perpetrators.iter().all(|who| Some(*who) != child.who);
            if unnamed && other && !claim.perpetrators.is_empty() {
                claim.victims = child.who.into_iter().collect();
            }
        }
    }

    /// Whether somebody is a child without a name, of no other sex or age than the one in the column.
    fn may_be_the_child(&self, who: Who, child: &Np) -> bool {
        let all = self.nps.iter().filter(|np| np.who == Some(who));
        let fits = |np: &Np| {
            let sexes = np.sex.is_none() || child.sex.is_none() || np.sex == child.sex;
            let ages = self.years(np).zip(self.years(child)).is_none_or(|(one, other)| one.abs_diff(other) <= ABOUT);
            !np.named && !np.plural && sexes && ages
        };
        all.clone().next().is_some() && all.into_iter().all(fits)
    }

    /// How old somebody is on the day of the entry, by an age beside the words, a date of birth, or the front sheet.
    fn years(&self, np: &Np) -> Option<u32> {
        self.age_of(np).map(u32::from).or_else(|| self.years_by_front_sheet(np))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::read_text;

    #[test]
    fn a_text_without_a_column_names_nobody() {
        let read = read_text("Report of sexual touching of a girl of 7 by grandmother's partner.");
        assert!(read.events.iter().all(|event| event.people.len() < 3));
    }
}
