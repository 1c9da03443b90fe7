//! Who descends from whom and who is whose partner, from the ties of the account.
//!
//! A kin word can pass through people whom nobody named ("maternal uncle" without a maternal grandparent): they get a
//! place without a name, so that the drawing hangs together.

use crate::account::PersonAccount;
use crate::model::{Bond, Kin, PersonId, Sex, Step};
use crate::report::index::Index;
use std::collections::BTreeMap;

/// How a child belongs to a parent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// By birth, or not said otherwise.
    Birth,
    /// By adoption.
    Adopted,
    /// Placed with a foster carer.
    Foster,
}

/// A place in the family, by its number.
pub type Place = usize;

/// One place in the family.
pub struct Relative<'a> {
    /// Who stands there; none where nobody is named.
    pub person: Option<&'a PersonAccount>,
    /// As the kin words show it.
    pub sex: Option<Sex>,
    /// Whose child.
    pub parents: Vec<(Place, Line)>,
}

/// The family as places and the lines between them. Place 0 is the child.
pub struct Kindred<'a> {
    /// Every place.
    pub places: Vec<Relative<'a>>,
    /// Couples, and whether the words put them in the past.
    pub couples: Vec<(Place, Place, bool)>,
    /// Those whose words name no kinship: friends, neighbours, strangers. Somebody merely mentioned, who is on no
    /// front sheet and in no allegation, stands in the table alone.
    pub network: Vec<&'a PersonAccount>,
    siblings: Vec<(Place, Place)>,
    half_siblings: Vec<(Place, Place)>,
    by_id: BTreeMap<&'a PersonId, Place>,
}

impl<'a> Kindred<'a> {
    /// The family of the account's child.
    pub fn of(index: &Index<'a>) -> Option<Self> {
        let account = index.account;
        let mut kindred = Kindred {
            places: Vec::new(),
            couples: Vec::new(),
            network: Vec::new(),
            siblings: Vec::new(),
            half_siblings: Vec::new(),
            by_id: BTreeMap::new(),
        };
        let child = index.person(&account.case.child)?;
        kindred.add(Some(child), child.sex);
        let to_child =
            account.people.iter().filter_map(|person| Some((person, Kin::parse(person.relation.as_deref()?)?, child)));
        let between = account
            .ties
            .iter()
            .filter_map(|tie| Some((index.person(&tie.person)?, Kin::parse(&tie.relation)?, index.person(&tie.of)?)));
        let mut facts: Vec<_> = to_child.chain(between).filter(|(person, _, of)| person.id != of.id).collect();
        facts.sort_by_key(|(_, kin, of)| (kin.steps.len(), of.id != child.id));
        // Through whom somebody is a step- or foster brother is seen when everybody else has a place.
        let (beside, plain): (Vec<_>, Vec<_>) = facts.into_iter().partition(|(_, kin, _)| is_beside(kin));
        for facts in [plain, beside] {
            for (person, kin, of) in facts {
                if let Some(&start) = kindred.by_id.get(&of.id) {
                    kindred.walk(start, &kin, person);
                }
            }
            kindred.settle();
        }
        let victim = |id: &PersonId| account.allegations.iter().any(|one| one.alleged_victim.as_ref() == Some(id));
        let counts = |person: &&PersonAccount| {
            person.on_front_sheet || person.alleged_perpetrator || person.relation.is_some() || victim(&person.id)
        };
        let placed = |person: &&PersonAccount| kindred.by_id.contains_key(&person.id);
        kindred.network = account.people.iter().filter(|person| !placed(person) && counts(person)).collect();
        Some(kindred)
    }

    /// The place of a person, where the family has one.
    pub fn place(&self, id: &PersonId) -> Option<Place> {
        self.by_id.get(id).copied()
    }

    /// The children of a place, the eldest first.
    pub fn children(&self, of: Place) -> Vec<Place> {
        let mut children: Vec<Place> = (0..self.places.len())
            .filter(|place| self.places[*place].parents.iter().any(|(parent, _)| *parent == of))
            .collect();
        children.sort_by_key(|place| self.born(*place));
        children
    }

    /// The children of each place, the eldest first.
    pub fn children_of_each(&self) -> Vec<Vec<Place>> {
        let mut children: Vec<Vec<Place>> = vec![Vec::new(); self.places.len()];
        for (place, relative) in self.places.iter().enumerate() {
            for (parent, _) in &relative.parents {
                if !children[*parent].contains(&place) {
                    children[*parent].push(place);
                }
            }
        }
        children.iter_mut().for_each(|of| of.sort_by_key(|place| self.born(*place)));
        children
    }

    /// The partners of a place, in the order they were told.
    pub fn partners(&self, of: Place) -> Vec<Place> {
        let other = |couple: &(Place, Place, bool)| match couple {
            (one, two, _) if *one == of => Some(*two),
            (one, two, _) if *two == of => Some(*one),
            _ => None,
        };
        self.couples.iter().filter_map(other).collect()
    }

    /// For ordering brothers and sisters: the date of birth, unknown ones last.
    pub fn born(&self, place: Place) -> (bool, &str, Place) {
        let born = self.places[place].person.and_then(|person| person.born.as_deref());
        (born.is_none(), born.unwrap_or_default(), place)
    }

    fn add(&mut self, person: Option<&'a PersonAccount>, sex: Option<Sex>) -> Place {
        self.places.push(Relative { person, sex, parents: Vec::new() });
        if let Some(person) = person {
            self.by_id.insert(&person.id, self.places.len() - 1);
        }
        self.places.len() - 1
    }

    /// Follows a kin path, giving the person its end.
    fn walk(&mut self, start: Place, kin: &Kin, person: &'a PersonAccount) {
        if kin.steps.iter().any(|step| is_no_kin(step.bond)) {
            return;
        }
        let mut at = start;
        for (number, step) in kin.steps.iter().enumerate() {
            let end = (number + 1 == kin.steps.len()).then_some(person);
            at = self.step(at, *step, end);
        }
    }

    /// One step: to the person at its end, to somebody already there, or to a place without a name.
    fn step(&mut self, from: Place, step: Step, end: Option<&'a PersonAccount>) -> Place {
        let known = end.and_then(|person| self.place(&person.id));
        let there: Vec<Place> = self.reached(from, step.bond);
        let fits = |place: &&Place| {
            let relative = &self.places[**place];
            (relative.sex.is_none() || step.sex.is_none() || relative.sex == step.sex)
                && (end.is_none() || relative.person.is_none())
        };
        let to = known.or_else(|| there.iter().find(fits).copied()).unwrap_or_else(|| self.add(None, step.sex));
        if let Some(person) = end.filter(|_| known.is_none()) {
            self.places[to].person = Some(person);
            self.by_id.insert(&person.id, to);
        }
        let recorded = self.places[to].person.and_then(|person| person.sex);
        self.places[to].sex = recorded.or(self.places[to].sex).or(step.sex);
        if !there.contains(&to) && to != from {
            self.tie(from, step, to);
        }
        to
    }

    /// The places that one step can already lead to.
    fn reached(&self, from: Place, bond: Bond) -> Vec<Place> {
        let pairs = |pairs: &[(Place, Place)]| -> Vec<Place> {
            pairs
                .iter()
                .filter_map(|(one, two)| (*one == from).then_some(*two).or((*two == from).then_some(*one)))
                .collect()
        };
        match bond {
            Bond::Parent | Bond::AdoptiveParent | Bond::FosterCarer => {
                let line = line(bond);
                self.places[from].parents.iter().filter(|(_, of)| *of == line).map(|(parent, _)| *parent).collect()
            }
            Bond::Sibling => pairs(&self.siblings),
            Bond::HalfSibling => pairs(&self.half_siblings),
            Bond::Partner => self.partners(from),
            Bond::Child | Bond::AdoptedChild | Bond::FosterChild | Bond::StepChild => self.children(from),
            _ => Vec::new(),
        }
    }

    fn tie(&mut self, from: Place, step: Step, to: Place) {
        match step.bond {
            Bond::Parent | Bond::AdoptiveParent | Bond::FosterCarer => {
                self.places[from].parents.push((to, line(step.bond)))
            }
            Bond::Child | Bond::StepChild => self.places[to].parents.push((from, Line::Birth)),
            Bond::AdoptedChild => self.places[to].parents.push((from, Line::Adopted)),
            Bond::FosterChild => self.places[to].parents.push((from, Line::Foster)),
            Bond::Sibling => self.siblings.push((from, to)),
            Bond::HalfSibling => self.half_siblings.push((from, to)),
            Bond::FosterSibling | Bond::StepSibling if self.places[to].parents.is_empty() => {
                let parent = self.parent_beside(from, step.bond);
                self.places[to].parents.push((parent, Line::Birth));
            }
            Bond::Partner => self.couple(from, to, step.former),
            Bond::StepParent => {
                let own = if step.sex == Some(Sex::F) { Sex::M } else { Sex::F };
                let parent = self.step(from, Step::new(Bond::Parent, Some(own)), None);
                self.couple(parent, to, step.former);
            }
            _ => {}
        }
    }

    /// Whose child a step- or foster brother is: of the one step-parent or carer there is today; of somebody without a name
    /// where there are none. Where there are several, nobody has said of whom, and the place above him hangs by itself.
    fn parent_beside(&mut self, from: Place, bond: Bond) -> Place {
        let through = if bond == Bond::FosterSibling { Bond::FosterCarer } else { Bond::StepParent };
        let parents: Vec<Place> = self.places[from].parents.iter().map(|(parent, _)| *parent).collect();
        let today = |place: &Place| {
            let relation = self.places[*place].person.and_then(|person| person.relation.as_deref());
            !relation.is_some_and(|words| words.contains("former"))
        };
        let others: Vec<Place> = match through {
            Bond::FosterCarer => self.reached(from, through),
            _ => {
                parents.iter().flat_map(|parent| self.partners(*parent)).filter(|one| !parents.contains(one)).collect()
            }
        };
        match &others.into_iter().filter(today).collect::<Vec<_>>()[..] {
            [] => self.step(from, Step::new(through, None), None),
            [one] => *one,
            _ => self.add(None, None),
        }
    }

    fn couple(&mut self, one: Place, two: Place, former: bool) {
        if one != two && !self.partners(one).contains(&two) {
            self.couples.push((one, two, former));
        }
    }

    /// Gives brothers and sisters their parents in common, and parents in common their line.
    fn settle(&mut self) {
        for (one, two) in self.siblings.clone() {
            if self.places[one].parents.is_empty() && self.places[two].parents.is_empty() {
                let parent = self.add(None, None);
                self.places[one].parents.push((parent, Line::Birth));
            }
            for (from, to) in [(one, two), (two, one)] {
                for parent in self.places[from].parents.clone() {
                    let known = self.places[to].parents.iter().any(|(other, _)| *other == parent.0);
                    if parent.1 != Line::Foster && !known && self.places[to].parents.len() < 2 {
                        self.places[to].parents.push(parent);
                    }
                }
            }
        }
        for (one, half) in self.half_siblings.clone() {
            self.share_one_parent(one, half);
        }
        for place in 0..self.places.len() {
            if let [(one, Line::Birth), (two, Line::Birth)] = self.places[place].parents[..] {
                self.couple(one, two, false);
            }
        }
    }

    /// A half-brother or half-sister hangs from the mother, unless a mother of their own is known.
    fn share_one_parent(&mut self, one: Place, half: Place) {
        let own = |sex: Sex, places: &[Relative], of: Place| {
            places[of].parents.iter().map(|(parent, _)| *parent).find(|parent| places[*parent].sex == Some(sex))
        };
        let shared = self.places[half].parents.iter().any(|parent| self.places[one].parents.contains(parent));
        if shared {
            return;
        }
        let sex = if own(Sex::F, &self.places, half).is_some() { Sex::M } else { Sex::F };
        let parent = match own(sex, &self.places, one) {
            Some(parent) => parent,
            None => self.step(one, Step::new(Bond::Parent, Some(sex)), None),
        };
        self.places[half].parents.push((parent, Line::Birth));
    }
}

fn line(bond: Bond) -> Line {
    match bond {
        Bond::AdoptiveParent => Line::Adopted,
        Bond::FosterCarer => Line::Foster,
        _ => Line::Birth,
    }
}

/// Whether a step says that there is no kinship, or not which: such people stand in the network.
fn is_beside(kin: &Kin) -> bool {
    kin.steps.iter().any(|step| matches!(step.bond, Bond::StepSibling | Bond::FosterSibling))
}

fn is_no_kin(bond: Bond) -> bool {
    matches!(bond, Bond::Relative | Bond::Friend | Bond::Neighbour | Bond::Lodger | Bond::Unrelated)
}
