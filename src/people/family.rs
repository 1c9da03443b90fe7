//! Who is kin of whom while people are being put together, without dates: enough to tell whom kin words mean.
//!
//! The dated ties, and the graph of them, are the next floor's work.

use crate::model::{Bond, Kin, Sex, Step};
use std::collections::BTreeSet;

/// How many steps from the child a place in the family is remembered.
const FAR: usize = 4;
/// How many ways to one person are remembered.
const WAYS: usize = 4;

/// Kin ties between drafts, by index.
#[derive(Clone, Debug, Default)]
pub struct Family {
    /// For each draft the drafts it is tied to, with the steps that lead there.
    ties: Vec<Vec<(usize, Vec<Step>)>>,
    /// For each draft the shortest ways from the child (draft 0) that lead there.
    places: Vec<Vec<Vec<Step>>>,
}

impl Family {
    /// The family that these facts describe. Shorter facts are laid first, so that "paternal uncle" can hang on the father.
    pub fn of(people: usize, mut facts: Vec<(usize, Kin, usize)>) -> Family {
        // Of equal length the more exact first: "uncle" adds nothing where "maternal uncle" is known.
        let vague = |kin: &Kin| kin.steps.iter().filter(|step| step.sex.is_none()).count();
        facts.sort_by_key(|(person, kin, of)| (kin.steps.len(), vague(kin), *person, *of));
        let mut family = Family { ties: vec![Vec::new(); people], places: vec![Vec::new(); people] };
        for (person, kin, of) in &facts {
            family.lay(*person, &kin.steps, *of);
        }
        family.find_places();
        family
    }

    /// Everyone who may be reached from a person by these steps.
    pub fn reach(&self, from: usize, steps: &[Step]) -> BTreeSet<usize> {
        let Some((first, rest)) = steps.split_first() else { return BTreeSet::from([from]) };
        let mut found = BTreeSet::new();
        for next in self.one_step(from, *first) {
            found.extend(self.reach(next, rest));
        }
        for (next, way) in self.ties.get(from).into_iter().flatten() {
            if way.len() > 1 && way.len() <= steps.len() && way.iter().zip(steps).all(|(a, b)| a.agrees(b)) {
                found.extend(self.reach(*next, &steps[way.len()..]));
            }
        }
        found.remove(&from);
        found
    }

    /// Whether nothing is known of how a person belongs to the family.
    pub fn is_stranger(&self, person: usize) -> bool {
        self.places.get(person).is_none_or(Vec::is_empty)
    }

    /// Everyone who has a place.
    pub fn placed(&self) -> impl Iterator<Item = usize> {
        (0..self.places.len()).filter(|person| !self.places[*person].is_empty())
    }

    /// Everyone who has a tie to anybody.
    pub fn tied(&self) -> impl Iterator<Item = usize> {
        (0..self.ties.len()).filter(|person| !self.ties[*person].is_empty())
    }

    /// The known ways from the child to a person.
    pub fn places(&self, person: usize) -> &[Vec<Step>] {
        self.places.get(person).map_or(&[], Vec::as_slice)
    }

    /// Whether a person's place in the family may be the one that these steps from `of` lead to.
    pub fn may_stand(&self, person: usize, steps: &[Step], of: usize) -> bool {
        let ways: Vec<Vec<Step>> = if of == 0 {
            vec![steps.to_vec()]
        } else {
            self.places(of).iter().map(|way| [way.as_slice(), steps].concat()).collect()
        };
        // Everything known of a person's place is true of them: one way that agrees is not enough where another,
        // of the same steps, leads through people of the other sex.
        let places = self.places(person);
        ways.iter().any(|way| {
            places.iter().any(|place| agree(place, way)) && !places.iter().any(|place| differ_in_sex(place, way))
        })
    }

    /// Whether a person whose place is not just this one is called so all the same: a step-father's brother or an
    /// aunt's husband is "uncle", a foster carer's mother "nan".
    pub fn may_be_called(&self, person: usize, steps: &[Step], of: usize) -> bool {
        let mut ways: Vec<Vec<Step>> = Vec::new();
        if let [Step { bond: Bond::Parent, sex, .. }, rest @ ..] = steps
            && !rest.is_empty()
        {
            for bond in [Bond::StepParent, Bond::FosterCarer] {
                ways.push([&[Step::new(bond, *sex)], rest].concat());
            }
        }
        if let [before @ .., Step { bond: Bond::Sibling, sex, .. }] = steps
            && !before.is_empty()
        {
            ways.push([before, &[Step::new(Bond::Sibling, None), Step::new(Bond::Partner, *sex)]].concat());
        }
        ways.iter().any(|way| self.may_stand(person, way, of))
    }

    /// People one step away, with what follows from the ties: full siblings share their parents, a
    /// parent's children are siblings.
    fn one_step(&self, from: usize, step: Step) -> BTreeSet<usize> {
        let mut found = self.direct(from, step);
        match step.bond {
            Bond::Parent if found.is_empty() => {
                for sibling in self.direct(from, Step::new(Bond::Sibling, None)) {
                    found.extend(self.direct(sibling, step));
                }
            }
            Bond::Child => {
                for child in self.direct(from, Step::new(Bond::Child, None)) {
                    found.extend(self.direct(child, Step::new(Bond::Sibling, step.sex)));
                    found.extend(
                        self.half_through(from, child).into_iter().filter(|half| self.fits(child, *half, step.sex)),
                    );
                }
            }
            Bond::Sibling | Bond::HalfSibling => {
                for parent in self.direct(from, Step::new(Bond::Parent, None)) {
                    found.extend(self.direct(parent, Step::new(Bond::Child, step.sex)));
                }
                for sibling in self.direct(from, Step::new(Bond::Sibling, None)) {
                    found.extend(self.direct(sibling, Step::new(Bond::Sibling, step.sex)));
                }
            }
            Bond::StepParent => {
                for parent in self.direct(from, Step::new(Bond::Parent, None)) {
                    found.extend(self.direct(parent, Step::new(Bond::Partner, step.sex)));
                }
            }
            _ => {}
        }
        found.remove(&from);
        found
    }

    /// Half-siblings of a child whose other parent is known and is not this one's: the parent they share is this one.
    fn half_through(&self, parent: usize, child: usize) -> BTreeSet<usize> {
        let sex = self.sex_of(parent, child);
        let halves = self.direct(child, Step { bond: Bond::HalfSibling, sex: None, former: false });
        halves
            .into_iter()
            .filter(|half| {
                let others = self.direct(*half, Step::new(Bond::Parent, sex.map(opposite)));
                let shared = self.direct(*half, Step::new(Bond::Parent, sex));
                shared.contains(&parent)
                    || (shared.is_empty()
                        && others
                            .iter()
                            .any(|other| !self.direct(child, Step::new(Bond::Parent, None)).contains(other)))
            })
            .collect()
    }

    fn sex_of(&self, person: usize, from: usize) -> Option<Sex> {
        self.ties.get(from)?.iter().find(|(to, way)| *to == person && way.len() == 1)?.1.first()?.sex
    }

    fn fits(&self, from: usize, to: usize, sex: Option<Sex>) -> bool {
        sex.is_none() || self.sex_of(to, from).is_none_or(|known| Some(known) == sex)
    }

    fn direct(&self, from: usize, step: Step) -> BTreeSet<usize> {
        let ties = self.ties.get(from).map_or(&[][..], Vec::as_slice);
        ties.iter().filter(|(_, way)| matches!(way[..], [one] if one.agrees(&step))).map(|(to, _)| *to).collect()
    }

    /// Hangs a fact on the last person of its path who is known, and its inverse on the person.
    fn lay(&mut self, person: usize, steps: &[Step], of: usize) {
        if steps.len() > 1 && self.reach(of, steps).contains(&person) {
            return;
        }
        let (mut at, mut rest) = (of, steps);
        while rest.len() > 1 {
            let next = self.direct(at, rest[0]);
            let only = next.iter().next().filter(|only| next.len() == 1 && **only != person);
            let Some(only) = only else { break };
            at = *only;
            rest = &rest[1..];
        }
        if at == person || rest.is_empty() {
            return;
        }
        let back = Kin { steps: rest.to_vec() }.inverse();
        for (from, to, way) in [(at, person, rest.to_vec()), (person, at, back.steps)] {
            if let Some(ties) = self.ties.get_mut(from)
                && !ties.contains(&(to, way.clone()))
            {
                ties.push((to, way));
            }
        }
    }

    /// Walks out from the child, nearest first.
    fn find_places(&mut self) {
        let mut edge = vec![(0_usize, Vec::new(), vec![0_usize])];
        for _ in 0..FAR {
            let mut further = Vec::new();
            for (at, way, passed) in &edge {
                for (to, steps) in self.ties.get(*at).into_iter().flatten() {
                    let whole = [way.as_slice(), steps].concat();
                    if passed.contains(to) || whole.len() > FAR || self.places[*to].len() >= WAYS {
                        continue;
                    }
                    self.places[*to].push(whole.clone());
                    further.push((*to, whole, [passed.as_slice(), &[*to]].concat()));
                }
            }
            edge = further;
        }
    }
}

fn opposite(sex: Sex) -> Sex {
    match sex {
        Sex::F => Sex::M,
        Sex::M => Sex::F,
    }
}

/// Whether two ways from one person may lead to the same other: step by step, after a parent's child
/// is read as a sibling and a parent's partner as a step-parent.
fn agree(a: &[Step], b: &[Step]) -> bool {
    let (a, b) = (shortened(a), shortened(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(one, other)| one.agrees(other))
}

/// Whether two ways take the same steps through people who cannot be the same.
fn differ_in_sex(a: &[Step], b: &[Step]) -> bool {
    let (a, b) = (shortened(a), shortened(b));
    let open = |step: &Step| Step { sex: None, ..*step };
    a.len() == b.len()
        && a.iter().zip(&b).all(|(one, other)| open(one).agrees(&open(other)))
        && a.iter().zip(&b).any(|(one, other)| !one.agrees(other))
}

fn shortened(steps: &[Step]) -> Vec<Step> {
    let mut short: Vec<Step> = Vec::new();
    for step in steps {
        let bond = match (short.last().map(|last| last.bond), step.bond) {
            (Some(Bond::Parent), Bond::Child) => Some(Bond::Sibling),
            (Some(Bond::Parent), Bond::Partner) => Some(Bond::StepParent),
            (Some(Bond::Sibling), Bond::Parent) => Some(Bond::Parent),
            (Some(Bond::Sibling), Bond::Sibling) => Some(Bond::Sibling),
            _ => None,
        };
        match bond {
            Some(bond) => {
                short.pop();
                short.push(Step { bond, ..*step });
            }
            None => short.push(*step),
        }
    }
    short
}
