//! Where each place of the family stands: generations in rows, couples side by side, children below, the eldest left;
//! the father's side to the left of the child, the mother's to the right.

use super::kindred::{Kindred, Line, Place};
use crate::model::Sex;
use std::collections::{BTreeMap, BTreeSet};

/// Half the width of a place: positions are counted in halves, so that things can stand in the middle between two.
const PLACE: i64 = 2;

/// Which way to look for room.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Every place with its column (in halves) and its generation (the child's is 0, the parents' -1).
pub type Spots = BTreeMap<Place, (i64, i64)>;

/// A person, their partners and everyone below, as one piece, at columns from 0.
struct Piece {
    spots: Vec<(Place, i64, i64)>,
    width: i64,
}

/// Lays out the whole family.
pub fn layout(kindred: &Kindred) -> Spots {
    let everyone = || 0..kindred.places.len();
    let mut sheet = Sheet {
        kindred,
        children: kindred.children_of_each(),
        partners: everyone().map(|place| kindred.partners(place)).collect(),
        spots: Spots::new(),
        open: BTreeSet::new(),
        taken: Taken::default(),
        edge: 0,
        left: BTreeSet::new(),
    };
    sheet.core();
    // What is laid can bring parents, partners and children; nobody is laid twice, so this comes to an end.
    while sheet.next_ring() {}
    for place in everyone() {
        if !sheet.spots.contains_key(&place) {
            let generation = sheet.generation_of_loose(place);
            sheet.put(&sheet.piece(place, &mut BTreeSet::new()), i64::MAX, generation, Side::Right);
            while sheet.next_ring() {}
        }
    }
    sheet.spots
}

struct Sheet<'k, 'a> {
    kindred: &'k Kindred<'a>,
    /// The children of each place, the eldest first.
    children: Vec<Vec<Place>>,
    /// The partners of each place, in the order they were told.
    partners: Vec<Vec<Place>>,
    spots: Spots,
    /// Who is laid and may lack parents, partners or children.
    open: BTreeSet<Place>,
    taken: Taken,
    /// How far from the middle anybody stands.
    edge: i64,
    /// Who stands on the father's side.
    left: BTreeSet<Place>,
}

impl Sheet<'_, '_> {
    /// The parents in the middle with the child's brothers and sisters below them, their other partners outside.
    fn core(&mut self) {
        let kin = self.kindred;
        let birth: Vec<Place> =
            kin.places[0].parents.iter().filter(|(_, line)| *line != Line::Foster).map(|(place, _)| *place).collect();
        let mother = birth.iter().copied().find(|place| kin.places[*place].sex == Some(Sex::F));
        let father = birth.iter().copied().find(|place| Some(*place) != mother);
        let others = |of: Option<Place>, not: Option<Place>| -> Vec<Place> {
            let partners = of.map_or(&[][..], |place| &self.partners[place]);
            partners.iter().copied().filter(|place| Some(*place) != not).collect()
        };
        let (his, hers) = (others(father, mother), others(mother, father));
        let row: Vec<Place> = his.iter().rev().copied().chain(father).chain(mother).chain(hers).collect();
        let of = |child: Place, parent: Option<Place>| {
            kin.places[child].parents.iter().any(|(place, _)| Some(*place) == parent)
        };
        let rank = |child: Place| match (of(child, father), of(child, mother)) {
            (true, true) => 1,
            (false, true) => 2,
            (true, false) => 0,
            (false, false) => 2 * i64::from(!his.iter().any(|parent| of(child, Some(*parent)))),
        };
        let mut children: Vec<Place> =
            row.iter().flat_map(|parent| &self.children[*parent]).copied().chain([0]).collect();
        children.sort_by_key(|child| (rank(*child), kin.born(*child)));
        children.dedup();
        let mut seen: BTreeSet<Place> = row.iter().chain(&children).copied().collect();
        let below = children.iter().map(|child| self.below(*child, &mut seen)).collect();
        let top = if row.is_empty() { 0 } else { -1 };
        self.put(&stack(&row, below, 3), 0, top, Side::Right);
        let below = children.iter().copied().filter(|child| rank(*child) == 0);
        self.left.extend(father.into_iter().chain(his.iter().copied()).chain(below));
    }

    /// Somebody with partners and everyone below who has no spot yet.
    fn piece(&self, place: Place, seen: &mut BTreeSet<Place>) -> Piece {
        seen.insert(place);
        self.below(place, seen)
    }

    /// The same for somebody who is already seen to.
    fn below(&self, place: Place, seen: &mut BTreeSet<Place>) -> Piece {
        let mut take = |places: Vec<Place>| -> Vec<Place> {
            places.into_iter().filter(|other| !self.spots.contains_key(other) && seen.insert(*other)).collect()
        };
        let partners = take(self.partners[place].clone());
        let row: Vec<Place> = [place].into_iter().chain(partners).collect();
        let mut children = take(row.iter().flat_map(|parent| &self.children[*parent]).copied().collect());
        children.sort_by_key(|child| self.kindred.born(*child));
        let below = children.iter().map(|child| self.below(*child, seen)).collect();
        stack(&row, below, PLACE)
    }

    /// Lays the parents, then the brothers and sisters, then the partners of somebody who is laid; false when nobody lacks any.
    fn next_ring(&mut self) -> bool {
        while let Some(&place) = self.open.first() {
            let (x, generation) = self.spots[&place];
            let side = if self.left.contains(&place) { Side::Left } else { Side::Right };
            let parents: Vec<Place> = self.kindred.places[place]
                .parents
                .iter()
                .map(|(parent, _)| *parent)
                .filter(|parent| !self.spots.contains_key(parent))
                .collect();
            if !parents.is_empty() {
                let brothers: Vec<Place> = parents
                    .iter()
                    .flat_map(|parent| &self.children[*parent])
                    .copied()
                    .filter(|child| *child != place && !self.spots.contains_key(child))
                    .collect();
                self.lay_siblings(&brothers, x, generation, side);
                self.lay_parents(place, parents, generation, side);
                return true;
            }
            let loose: Vec<Place> =
                self.partners[place].iter().copied().filter(|other| !self.spots.contains_key(other)).collect();
            if let Some(other) = loose.first() {
                let piece = self.piece(*other, &mut BTreeSet::new());
                self.put(&piece, x, generation, side);
                return true;
            }
            let children: Vec<Place> =
                self.children[place].iter().copied().filter(|child| !self.spots.contains_key(child)).collect();
            if !children.is_empty() {
                self.lay_siblings(&children, x, generation + 1, side);
                return true;
            }
            self.open.remove(&place);
        }
        false
    }

    fn lay_siblings(&mut self, siblings: &[Place], x: i64, generation: i64, side: Side) {
        let mut siblings = siblings.to_vec();
        siblings.sort_by_key(|place| self.kindred.born(*place));
        siblings.dedup();
        if side == Side::Left {
            siblings.reverse();
        }
        for sibling in siblings {
            if !self.spots.contains_key(&sibling) {
                let piece = self.piece(sibling, &mut BTreeSet::new());
                self.put(&piece, x, generation, side);
            }
        }
    }

    /// Parents stand above the middle of their children, the father left.
    fn lay_parents(&mut self, child: Place, mut parents: Vec<Place>, generation: i64, side: Side) {
        parents.sort_by_key(|place| (self.kindred.places[*place].sex != Some(Sex::M), *place));
        let columns = parents
            .iter()
            .flat_map(|parent| &self.children[*parent])
            .filter_map(|place| Some(self.spots.get(place)?.0));
        let (low, high) = columns.fold((i64::MAX, i64::MIN), |(low, high), x| (low.min(x), high.max(x)));
        let (low, high) = if low > high { (self.spots[&child].0, self.spots[&child].0) } else { (low, high) };
        let width = PLACE * parents.len() as i64;
        let spots = parents.iter().enumerate().map(|(number, place)| (*place, number as i64 * PLACE, 0)).collect();
        self.put(&Piece { spots, width }, low.midpoint(high) - (width - PLACE) / 2, generation - 1, side);
    }

    /// The generation of somebody who hangs together with nobody that is laid: their children's, less one, else the child's.
    fn generation_of_loose(&self, place: Place) -> i64 {
        let below = self.children[place]
            .iter()
            .filter_map(|child| self.spots.get(child))
            .map(|(_, generation)| generation - 1)
            .min();
        below.unwrap_or(0)
    }

    /// Puts a piece at the nearest column to the wanted one, towards a side, where it touches nobody.
    fn put(&mut self, piece: &Piece, wanted: i64, generation: i64, side: Side) {
        let edge = self.edge + piece.width + PLACE;
        let wanted = wanted.clamp(-edge, edge);
        let (low, high) = (wanted - 4 * edge, wanted + 4 * edge);
        let mut column = wanted;
        while (low..=high).contains(&column) {
            let mut aside = piece.spots.iter().filter_map(|(_, at, row)| {
                let (left, right) = self.taken.around(generation + row, column + at)?;
                Some(if side == Side::Left { left - PLACE - at } else { right - at })
            });
            match aside.next() {
                None => break,
                Some(next) => column = next,
            }
        }
        let column = if (low..=high).contains(&column) { column } else { edge * 8 };
        for (place, at, row) in &piece.spots {
            if !self.spots.contains_key(place) {
                let (x, generation) = (column + at, generation + row);
                self.spots.insert(*place, (x, generation));
                self.open.insert(*place);
                self.taken.take(generation, x);
                self.edge = self.edge.max(x.abs());
            }
            if side == Side::Left {
                self.left.insert(*place);
            }
        }
    }
}

/// Which stretches of each row are taken, by where they begin: between two of them there is room for one more at least.
#[derive(Default)]
struct Taken(BTreeMap<i64, BTreeMap<i64, i64>>);

impl Taken {
    /// The stretch in a row that somebody at a column would touch.
    fn around(&self, row: i64, x: i64) -> Option<(i64, i64)> {
        let (start, end) = self.0.get(&row)?.range(..x + PLACE).next_back()?;
        (*end > x).then_some((*start, *end))
    }

    /// Takes the place of somebody at a column, and the gaps beside it in which nobody would have room.
    fn take(&mut self, row: i64, x: i64) {
        let row = self.0.entry(row).or_default();
        let (mut start, mut end) = (x, x + PLACE);
        while let Some((from, to)) = row.range(..end + PLACE).next_back().map(|(from, to)| (*from, *to)) {
            if to <= start - PLACE {
                break;
            }
            row.remove(&from);
            (start, end) = (start.min(from), end.max(to));
        }
        row.insert(start, end);
    }
}

/// A row of people with pieces below, both in the middle.
fn stack(row: &[Place], below: Vec<Piece>, gap: i64) -> Piece {
    let width_row = if row.is_empty() { 0 } else { PLACE + (row.len() as i64 - 1) * gap };
    let width_below: i64 = below.iter().map(|piece| piece.width).sum();
    let width = width_row.max(width_below);
    let left = |inner: i64| (width - inner) / 2;
    let mut spots: Vec<(Place, i64, i64)> =
        (0..).zip(row).map(|(number, place)| (*place, left(width_row) + number * gap, 0)).collect();
    let mut start = left(width_below);
    for piece in below {
        let lift = i64::from(!row.is_empty());
        spots.extend(piece.spots.iter().map(|(place, x, generation)| (*place, x + start, generation + lift)));
        start += piece.width;
    }
    Piece { spots, width }
}
