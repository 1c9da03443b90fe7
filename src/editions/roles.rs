//! The role under which each of the family and network stands in the subgroup edition: "Mother", "Sibling 1".

use super::redactor::{Instead, Kind};
use super::words::capital;
use crate::history::History;
use crate::model::{Bond, Kin, Person, PersonId};
use std::collections::BTreeMap;

/// Roles that one person holds: they carry a number only from the second on.
const ALONE: &[&str] = &[
    "Child",
    "Mother",
    "Father",
    "Maternal grandmother",
    "Maternal grandfather",
    "Paternal grandmother",
    "Paternal grandfather",
];

/// A role for each person, in the order of the people: the child first, then the front sheet, then as they first appear.
/// A number never changes when somebody is added later.
pub fn roles(history: &History<'_>) -> BTreeMap<PersonId, Instead> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let each = history.people.persons.iter().map(|person| {
        let role = role(history, person);
        let nth = counts.entry(role.clone()).or_default();
        *nth += 1;
        let words = if ALONE.contains(&role.as_str()) && *nth == 1 { role } else { format!("{role} {nth}") };
        (person.id.clone(), Instead::person(words, Kind::Role))
    });
    each.collect()
}

fn role(history: &History<'_>, person: &Person) -> String {
    if person.id == history.front.child.id {
        return "Child".to_owned();
    }
    let front = history.front.everyone().find(|one| one.id == person.id).and_then(|one| one.relation.as_deref());
    match history.kin_to_child.get(&person.id).cloned().or_else(|| Kin::parse(front?)) {
        Some(kin) => of_kin(&kin),
        None if history.is_alleged_perpetrator(&person.id) => "Alleged perpetrator".to_owned(),
        None => "Other person".to_owned(),
    }
}

/// "Sibling" for brothers and sisters alike, "Mother's partner" for all of her partners and a stepfather.
fn of_kin(kin: &Kin) -> String {
    let mut steps = kin.steps.clone();
    let alone = steps.len() == 1;
    for step in &mut steps {
        step.former = false;
        if alone && matches!(step.bond, Bond::Sibling | Bond::HalfSibling | Bond::StepSibling | Bond::FosterSibling) {
            step.sex = None;
        }
    }
    let words = Kin { steps }.words();
    capital(&words.replace("step-father", "mother's partner").replace("step-mother", "father's partner"))
}

#[cfg(test)]
mod tests {
    use super::of_kin;
    use crate::model::Kin;

    #[test]
    fn roles_say_the_tie_and_no_more() {
        for (words, role) in [
            ("brother", "Sibling"),
            ("half-sister", "Half-sibling"),
            ("mother's former partner", "Mother's partner"),
            ("stepfather", "Mother's partner"),
            ("maternal uncle", "Maternal uncle"),
        ] {
            assert_eq!(Kin::parse(words).map(|kin| of_kin(&kin)).as_deref(), Some(role), "{words}");
        }
    }
}
