//! Who is kin of whom while people are being put together, without dates: enough to tell whom kin words mean.
//!
//! The dated ties, and the graph of them, are the next floor's work.

use crate::effort;
use crate::model::{Bond, Kin, Sex, Step};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// How many steps from the child a place in the family is remembered.
const FAR: usize = 4;
/// How many ways to one person are remembered.
const WAYS: usize = 4;

/// Kin ties between drafts, by index.
#[derive(Clone, Debug, Default)]
pub struct Family {
    /// For each draft the drafts it is tied to, with the steps that lead there.
    ties: Vec<Vec<(usize, Vec<Step>)>>,
    /// The same ties, left to those of one step.
    near: Vec<Vec<(usize, Step)>>,
    /// For each draft the shortest ways from the child (draft 0) that lead there.
    places: Vec<Vec<Vec<Step>>>,
    /// The same ways, shortened.
    short: Vec<Vec<Vec<Step>>>,
    /// Everyone by the bonds of such a way.
    by_bonds: FxHashMap<Vec<Bond>, Vec<usize>>,
    /// What was asked before.
    known: RefCell<Known>,
}

/// Answers that are asked for again and again, by the steps.
#[derive(Clone, Debug, Default)]
struct Known {
    /// By whom the steps begin with: everyone whom they lead to.
    reached: FxHashMap<usize, FxHashMap<Vec<Step>, Rc<BTreeSet<usize>>>>,
    /// By whom the steps begin with: everyone who may stand where they lead.
    may_stand: FxHashMap<usize, FxHashMap<Vec<Step>, Rc<Vec<usize>>>>,
    /// By whom the steps lead to: everyone with whom they begin.
    from: FxHashMap<Vec<Step>, FxHashMap<usize, Vec<usize>>>,
}

impl Family {
    /// The family that these facts describe. Shorter facts are laid first, so that "paternal uncle" can hang on the father.
    pub fn of(people: usize, mut facts: Vec<(usize, Kin, usize)>) -> Family {
        // Of equal length the more exact first: "uncle" adds nothing where "maternal uncle" is known.
        let vague = |kin: &Kin| kin.steps.iter().filter(|step| step.sex.is_none()).count();
        facts.sort_by_key(|(person, kin, of)| (kin.steps.len(), vague(kin), *person, *of));
        let (ties, near, places) = (vec![Vec::new(); people], vec![Vec::new(); people], vec![Vec::new(); people]);
        let mut family = Family { ties, near, places, ..Family::default() };
        let mut laid = FxHashSet::default();
        for (person, kin, of) in &facts {
            family.lay(*person, &kin.steps, *of, &mut laid);
        }
        family.find_places();
        family.short =
            family.places.iter().map(|places| places.iter().map(|place| shortened(place)).collect()).collect();
        for (person, ways) in family.short.iter().enumerate() {
            ways.iter().for_each(|way| family.by_bonds.entry(bonds(way)).or_default().push(person));
        }
        family
    }

    /// Everyone who may be reached from a person by these steps.
    pub fn reach(&self, from: usize, steps: &[Step]) -> Rc<BTreeSet<usize>> {
        if let Some(found) = self.known.borrow().reached.get(&from).and_then(|by| by.get(steps)) {
            return Rc::clone(found);
        }
        let mut found = self.walk(from, steps);
        if let (0, [Step { bond: Bond::Lodger, .. }]) = (from, steps) {
            // "The lodger" of the child's home is the mother's lodger.
            found.extend(self.walk(0, &[Step::new(Bond::Parent, Some(Sex::F)), steps[0]]));
        }
        let found = Rc::new(found);
        self.known.borrow_mut().reached.entry(from).or_default().insert(steps.to_vec(), Rc::clone(&found));
        found
    }

    /// Everyone from whom these steps may lead to a person, in order.
    pub fn whose(&self, person: usize, steps: &[Step]) -> Vec<usize> {
        if let Some(found) = self.known.borrow().from.get(steps) {
            return found.get(&person).cloned().unwrap_or_default();
        }
        let mut all: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for other in self.tied() {
            self.reach(other, steps).iter().for_each(|to| all.entry(*to).or_default().push(other));
        }
        let found = all.get(&person).cloned().unwrap_or_default();
        self.known.borrow_mut().from.insert(steps.to_vec(), all);
        found
    }

    fn walk(&self, from: usize, steps: &[Step]) -> BTreeSet<usize> {
        let Some((first, rest)) = steps.split_first() else { return BTreeSet::from([from]) };
        let mut found = BTreeSet::new();
        for next in self.one_step(from, *first) {
            found.extend(self.walk(next, rest));
        }
        for (next, way) in self.ties.get(from).into_iter().flatten() {
            if way.len() > 1 && way.len() <= steps.len() && way.iter().zip(steps).all(|(a, b)| a.agrees(b)) {
                found.extend(self.walk(*next, &steps[way.len()..]));
            }
        }
        found.remove(&from);
        found
    }

    /// Whether nothing is known of how a person belongs to the family.
    pub fn is_stranger(&self, person: usize) -> bool {
        self.places.get(person).is_none_or(Vec::is_empty)
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
        self.fits(person, &self.ways(steps, of))
    }

    /// Everyone whose place in the family may be the one that these steps from `of` lead to, in order.
    pub fn may_all_stand(&self, steps: &[Step], of: usize) -> Rc<Vec<usize>> {
        if let Some(found) = self.known.borrow().may_stand.get(&of).and_then(|by| by.get(steps)) {
            return Rc::clone(found);
        }
        let ways = self.ways(steps, of);
        let likely = ways.iter().filter_map(|way| self.by_bonds.get(&bonds(way))).flatten().copied();
        let likely: BTreeSet<usize> = likely.collect();
        let found: Rc<Vec<usize>> = Rc::new(likely.into_iter().filter(|person| self.fits(*person, &ways)).collect());
        self.known.borrow_mut().may_stand.entry(of).or_default().insert(steps.to_vec(), Rc::clone(&found));
        found
    }

    /// The ways from the child, shortened, to where these steps from `of` lead.
    fn ways(&self, steps: &[Step], of: usize) -> Vec<Vec<Step>> {
        match of {
            0 => vec![shortened(steps)],
            _ => self.places(of).iter().map(|way| shortened(&[way.as_slice(), steps].concat())).collect(),
        }
    }

    /// Whether one of these ways may be a person's. Everything known of a person's place is true of them: one way that
    /// agrees is not enough where another, of the same steps, leads through people of the other sex.
    fn fits(&self, person: usize, ways: &[Vec<Step>]) -> bool {
        effort::compared();
        let places = self.short.get(person).map_or(&[][..], Vec::as_slice);
        ways.iter().any(|way| {
            places.iter().any(|place| agree(place, way)) && !places.iter().any(|place| differ_in_sex(place, way))
        })
    }

    /// Whether a person whose place is not just this one is called so all the same: a step-father's brother or an
    /// aunt's husband or a cousin's father is "uncle", a foster carer's mother "nan".
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
        // A cousin's father is "uncle", and the husband of a cousin's mother is that father.
        let cousins_parent = |before: &[Step], sex: Option<Sex>| {
            [before, &[Step::new(Bond::Sibling, None), Step::new(Bond::Child, None), Step::new(Bond::Parent, sex)]]
                .concat()
        };
        match steps {
            [before @ .., Step { bond: Bond::Sibling, sex, .. }] if !before.is_empty() => {
                ways.push(cousins_parent(before, *sex));
            }
            [before @ .., Step { bond: Bond::Sibling, .. }, Step { bond: Bond::Partner, sex, .. }]
                if !before.is_empty() =>
            {
                ways.push(cousins_parent(before, *sex));
            }
            _ => {}
        }
        // A half-brother or step-brother is "her brother".
        if let [before @ .., Step { bond: Bond::Sibling, sex, .. }] = steps {
            let others = [Bond::HalfSibling, Bond::StepSibling];
            ways.extend(others.map(|bond| [before, &[Step::new(bond, *sex)]].concat()));
        }
        ways.iter().any(|way| self.may_stand(person, way, of)) || self.fits(person, &self.parents_of_cousins(steps, of))
    }

    /// The ways from the child to an uncle or aunt where these steps from `of` begin with the father or mother of a cousin.
    fn parents_of_cousins(&self, steps: &[Step], of: usize) -> Vec<Vec<Step>> {
        let Some((Step { bond: Bond::Parent, sex, .. }, rest)) = steps.split_first() else { return Vec::new() };
        let uncle = |place: &Vec<Step>| match place.as_slice() {
            [before @ .., Step { bond: Bond::Sibling, .. }, Step { bond: Bond::Child, .. }] if !before.is_empty() => {
                Some(shortened(&[before, &[Step::new(Bond::Sibling, *sex)], rest].concat()))
            }
            _ => None,
        };
        self.places(of).iter().filter_map(uncle).collect()
    }

    /// People one step away, with what follows from the ties: full siblings share their parents, a
    /// parent's children are siblings.
    fn one_step(&self, from: usize, step: Step) -> BTreeSet<usize> {
        let mut found = self.direct(from, step);
        match step.bond {
            Bond::Parent if found.is_empty() => {
                for sibling in self.direct(from, Step::new(Bond::Sibling, None)) {
                    let half = self.is_half(from, sibling);
                    found.extend(
                        self.direct(sibling, step)
                            .into_iter()
                            .filter(|parent| !half || self.shared_by_halves(from, sibling, *parent, step.sex)),
                    );
                }
            }
            Bond::Child => {
                for child in self.direct(from, Step::new(Bond::Child, None)) {
                    found.extend(self.direct(child, Step::new(Bond::Sibling, step.sex)));
                    found.extend(
                        self.half_through(from, child).into_iter().filter(|half| self.is_of(child, *half, step.sex)),
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
                if found.is_empty() {
                    let siblings = self.direct(from, Step::new(Bond::Sibling, None));
                    let whole = siblings.into_iter().filter(|sibling| !self.is_half(from, *sibling));
                    found.extend(whole.flat_map(|sibling| self.direct(sibling, step)));
                }
            }
            _ => {}
        }
        found.remove(&from);
        found
    }

    /// Whether two siblings are known to share one parent only.
    fn is_half(&self, from: usize, sibling: usize) -> bool {
        let near = self.near.get(from).map_or(&[][..], Vec::as_slice);
        near.iter().any(|(to, step)| *to == sibling && step.bond == Bond::HalfSibling)
    }

    /// Whether a parent of one's half-sibling is one's own too: the mother, unless both are known to have one father; the
    /// father, where the mothers are known to differ.
    fn shared_by_halves(&self, from: usize, half: usize, parent: usize, sex: Option<Sex>) -> bool {
        let parents = |of: usize, sex: Sex| self.direct(of, Step::new(Bond::Parent, Some(sex)));
        let of_sex = |sex: Sex| self.sex_of(parent, half) == Some(sex);
        match sex {
            Some(Sex::F) => of_sex(Sex::F) && parents(from, Sex::M).is_disjoint(&parents(half, Sex::M)),
            Some(Sex::M) => {
                let (own, theirs) = (parents(from, Sex::F), parents(half, Sex::F));
                of_sex(Sex::M) && !own.is_empty() && !theirs.is_empty() && own.is_disjoint(&theirs)
            }
            None => false,
        }
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
        self.near.get(from)?.iter().find(|(to, _)| *to == person)?.1.sex
    }

    fn is_of(&self, from: usize, to: usize, sex: Option<Sex>) -> bool {
        sex.is_none() || self.sex_of(to, from).is_none_or(|known| Some(known) == sex)
    }

    fn direct(&self, from: usize, step: Step) -> BTreeSet<usize> {
        let near = self.near.get(from).map_or(&[][..], Vec::as_slice);
        near.iter().filter(|(_, one)| one.agrees(&step)).map(|(to, _)| *to).collect()
    }

    /// Hangs a fact on the last person of its path who is known, and its inverse on the person.
    fn lay(&mut self, person: usize, steps: &[Step], of: usize, laid: &mut FxHashSet<(usize, usize, Vec<Step>)>) {
        // Nobody leads to somebody without a tie.
        let tied = self.ties.get(person).is_some_and(|ties| !ties.is_empty());
        if tied && steps.len() > 1 && self.walk(of, steps).contains(&person) {
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
            if from < self.ties.len() && laid.insert((from, to, way.clone())) {
                self.near[from].extend(way.first().filter(|_| way.len() == 1).map(|step| (to, *step)));
                self.ties[from].push((to, way));
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

/// Whether two shortened ways from one person may lead to the same other, step by step.
fn agree(a: &[Step], b: &[Step]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(one, other)| one.agrees(other))
}

/// The bonds of a way, of those that can describe one tie always the same.
fn bonds(way: &[Step]) -> Vec<Bond> {
    way.iter().map(|step| step.bond.broad()).collect()
}

/// Whether two shortened ways take the same steps through people who cannot be the same.
fn differ_in_sex(a: &[Step], b: &[Step]) -> bool {
    let open = |step: &Step| Step { sex: None, ..*step };
    a.len() == b.len()
        && a.iter().zip(b).all(|(one, other)| open(one).agrees(&open(other)))
        && a.iter().zip(b).any(|(one, other)| !one.agrees(other))
}

/// A way on which a parent's child is a sibling and a parent's partner a step-parent.
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
