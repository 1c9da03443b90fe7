//! The lines of kinship: couples and descent.

use super::kindred::{Kindred, Line, Place};
use super::{Points, SIZE, Stroke};
use std::collections::BTreeMap;

/// How far above two symbols the line runs between partners who have others between them.
const LIFT: i64 = 14;

/// What the lines are drawn from: who is kin, where everybody stands, and where the words below each symbol end.
pub struct Pen<'p, 'a> {
    /// Who is kin.
    pub kindred: &'p Kindred<'a>,
    /// Where everybody stands.
    pub points: &'p Points,
    /// Where the words below each symbol end.
    pub feet: &'p Points,
}

impl Pen<'_, '_> {
    /// Couples and descent.
    pub fn kinship(&self) -> Vec<Stroke> {
        let couples = self.kindred.couples.iter().filter_map(|(one, two, former)| self.couple(*one, *two, *former));
        let mut strokes: Vec<Stroke> = couples.collect();
        let sets = self.sets();
        let descents =
            (0..).zip(&sets).filter_map(|(number, (parents, children))| self.descent(parents, children, number % 4));
        strokes.extend(descents);
        strokes
    }

    /// Brothers and sisters by their parents; foster carers apart, one by one.
    fn sets(&self) -> BTreeMap<Vec<(Place, bool)>, Vec<Place>> {
        let mut sets: BTreeMap<Vec<(Place, bool)>, Vec<Place>> = BTreeMap::new();
        for (place, relative) in self.kindred.places.iter().enumerate() {
            let (foster, born): (Vec<_>, Vec<_>) = relative.parents.iter().partition(|(_, line)| *line == Line::Foster);
            let mut parents: Vec<(Place, bool)> = born.iter().map(|(parent, _)| (*parent, false)).collect();
            parents.sort_unstable();
            let carers = foster.iter().map(|(carer, _)| vec![(*carer, true)]);
            for set in carers.chain([parents]).filter(|set| !set.is_empty()) {
                sets.entry(set).or_default().push(place);
            }
        }
        sets
    }

    /// Whether nobody stands between two symbols of one row.
    fn neighbours(&self, one: (i64, i64), two: (i64, i64)) -> bool {
        let (low, high) = (one.0.min(two.0), one.0.max(two.0));
        one.1 == two.1 && !self.points.values().any(|(x, y)| *y == one.1 && *x > low && *x < high)
    }

    /// The line between partners: straight between neighbours, above those who stand between them otherwise.
    fn couple(&self, one: Place, two: Place, former: bool) -> Option<Stroke> {
        let (mut from, mut to) = (*self.points.get(&one)?, *self.points.get(&two)?);
        if from.0 > to.0 {
            (from, to) = (to, from);
        }
        let middle = i64::midpoint(from.0, to.0);
        let slash = |y: i64| format!("M{} {}l-8 16M{} {}l-8 16", middle + 2, y - 8, middle + 9, y - 8);
        let (path, level) = if from.1 != to.1 {
            (format!("M{} {}L{} {}", from.0, from.1, to.0, to.1), i64::midpoint(from.1, to.1))
        } else if self.neighbours(from, to) {
            (format!("M{} {}H{}", from.0 + SIZE, from.1, to.0 - SIZE), from.1)
        } else {
            let top = from.1 - SIZE;
            (format!("M{} {top}v-{LIFT}H{}v{LIFT}", from.0, to.0), top - LIFT)
        };
        let path = if former { path + &slash(level) } else { path };
        Some(Stroke { path, look: if former { "former" } else { "couple" }, title: String::new() })
    }

    /// From the parents down to a bar, and from the bar to each child.
    ///
    /// The line begins between neighbours, and otherwise below the parent with fewer partners, whose children these
    /// are seen to be.
    fn descent(&self, parents: &[(Place, bool)], children: &[Place], level: i64) -> Option<Stroke> {
        let below: Vec<(i64, i64)> = children.iter().filter_map(|child| self.points.get(child).copied()).collect();
        let (x, start) = match parents {
            [(one, _), (two, _)] if self.neighbours(*self.points.get(one)?, *self.points.get(two)?) => {
                (i64::midpoint(self.points[one].0, self.points[two].0), self.points[one].1)
            }
            _ => {
                let (parent, _) = parents.iter().min_by_key(|(parent, _)| self.kindred.partners(*parent).len())?;
                *self.feet.get(parent)?
            }
        };
        let bar = below.iter().map(|(_, y)| *y).min()? - SIZE - 14 - 5 * level;
        let columns = below.iter().map(|(x, _)| *x).chain([x]);
        let (low, high) = (columns.clone().min()?, columns.max()?);
        let drops: String = below.iter().map(|(x, y)| format!("M{x} {bar}V{}", y - SIZE)).collect();
        let look = if parents.iter().any(|(_, foster)| *foster) { "foster" } else { "descent" };
        Some(Stroke { path: format!("M{x} {start}V{bar}M{low} {bar}H{high}{drops}"), look, title: String::new() })
    }
}
