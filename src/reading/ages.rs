//! How old the people of an entry were on its day, from what stands beside their names or on the front sheet.

use super::scene::Scene;
use crate::model::{Mention, Naming, When, Who};
use chrono::{Datelike, NaiveDate};

/// The age from which somebody is grown up.
const GROWN: i32 = 18;

impl Scene<'_> {
    /// Marks who is under eighteen and who is not, where it is known.
    pub fn tell_ages(&mut self) {
        let told: Vec<Option<i32>> = self.mentions.iter().map(|mention| self.age_told(mention)).collect();
        for np in &mut self.nps {
            let Some(Who::Mention(index)) = np.who else { continue };
            let Some(years) = told.get(index).copied().flatten() else { continue };
            np.grown = years >= GROWN;
            np.young = years < GROWN;
        }
    }

    fn age_told(&self, mention: &Mention) -> Option<i32> {
        if let Some(age) = mention.age {
            return Some(i32::from(age));
        }
        let day = self.day?;
        let beside = mention.born.as_ref().map(|born| years(born, day));
        let known = || {
            let name = match &mention.naming {
                Naming::Full { given, surname } => format!("{given} {surname}"),
                Naming::Given(given) => given.clone(),
                _ => return None,
            };
            self.book.born(&name.to_lowercase()).map(|born| years(born, day))
        };
        beside.or_else(known)
    }
}

/// Whole years from the last day somebody can have been born to a day.
fn years(born: &When, day: NaiveDate) -> i32 {
    let birthday_ahead = (day.month(), day.day()) < (born.latest.month(), born.latest.day());
    day.year() - born.latest.year() - i32::from(birthday_ahead)
}
