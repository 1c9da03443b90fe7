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
    let mut sheet = Sheet { kindred, spots: Spots::new(), left: BTreeSet::new() };
    sheet.core();
    // What is laid can bring parents, partners and children; nobody is laid twice, so this comes to an end.
    while sheet.next_ring() {}
    for place in 0..kindred.places.len() {
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
    spots: Spots,
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
            let partners = of.map_or_else(Vec::new, |place| kin.partners(place));
            partners.into_iter().filter(|place| Some(*place) != not).collect()
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
        let mut children: Vec<Place> = row.iter().flat_map(|parent| kin.children(*parent)).chain([0]).collect();
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
        let partners = take(self.kindred.partners(place));
        let row: Vec<Place> = [place].into_iter().chain(partners).collect();
        let mut children = take(row.iter().flat_map(|parent| self.kindred.children(*parent)).collect());
        children.sort_by_key(|child| self.kindred.born(*child));
        let below = children.iter().map(|child| self.below(*child, seen)).collect();
        stack(&row, below, PLACE)
    }

    /// Lays the parents, then the brothers and sisters, then the partners of somebody who is laid; false when nobody lacks any.
    fn next_ring(&mut self) -> bool {
        let laid: Vec<(Place, (i64, i64))> = self.spots.iter().map(|(place, spot)| (*place, *spot)).collect();
        for (place, (x, generation)) in laid {
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
                    .flat_map(|parent| self.kindred.children(*parent))
                    .filter(|child| *child != place && !self.spots.contains_key(child))
                    .collect();
                self.lay_siblings(&brothers, x, generation, side);
                self.lay_parents(place, parents, generation, side);
                return true;
            }
            let loose: Vec<Place> =
                self.kindred.partners(place).into_iter().filter(|other| !self.spots.contains_key(other)).collect();
            if let Some(other) = loose.first() {
                let piece = self.piece(*other, &mut BTreeSet::new());
                self.put(&piece, x, generation, side);
                return true;
            }
            let children: Vec<Place> =
                self.kindred.children(place).into_iter().filter(|child| !self.spots.contains_key(child)).collect();
            if !children.is_empty() {
                self.lay_siblings(&children, x, generation + 1, side);
                return true;
            }
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
            .flat_map(|parent| self.kindred.children(*parent))
            .filter_map(|place| Some(self.spots.get(&place)?.0));
        let (low, high) = columns.fold((i64::MAX, i64::MIN), |(low, high), x| (low.min(x), high.max(x)));
        let (low, high) = if low > high { (self.spots[&child].0, self.spots[&child].0) } else { (low, high) };
        let width = PLACE * parents.len() as i64;
        let spots = parents.iter().enumerate().map(|(number, place)| (*place, number as i64 * PLACE, 0)).collect();
        self.put(&Piece { spots, width }, low.midpoint(high) - (width - PLACE) / 2, generation - 1, side);
    }

    /// The generation of somebody who hangs together with nobody that is laid: their children's, less one, else the child's.
    fn generation_of_loose(&self, place: Place) -> i64 {
        let below = self
            .kindred
            .children(place)
            .iter()
            .filter_map(|child| self.spots.get(child))
            .map(|(_, generation)| generation - 1)
            .min();
        below.unwrap_or(0)
    }

    fn has_room(&self, x: i64, width: i64, generation: i64) -> bool {
        self.spots.values().all(|(other, row)| *row != generation || other + PLACE <= x || x + width <= *other)
    }

    /// Puts a piece at the nearest column to the wanted one, towards a side, where it touches nobody.
    fn put(&mut self, piece: &Piece, wanted: i64, generation: i64, side: Side) {
        let edge = self.spots.values().map(|(x, _)| x.abs()).max().unwrap_or(0) + piece.width + PLACE;
        let wanted = wanted.clamp(-edge, edge);
        let fits = |x: i64| piece.spots.iter().all(|(_, at, row)| self.has_room(x + at, PLACE, generation + row));
        let shifts = 0..=4 * edge;
        let column = match side {
            Side::Left => shifts.map(|shift| wanted - shift).find(|x| fits(*x)),
            Side::Right => shifts.map(|shift| wanted + shift).find(|x| fits(*x)),
        };
        let column = column.unwrap_or(edge * 8);
        for (place, at, row) in &piece.spots {
            self.spots.entry(*place).or_insert((column + at, generation + row));
            if side == Side::Left {
                self.left.insert(*place);
            }
        }
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
