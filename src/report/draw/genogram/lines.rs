//! The lines of the genogram: couples, descent, allegations, and the way to the child.

use super::kindred::{Kindred, Line, Place};
use super::{Label, Points, SIZE, Stroke};
use crate::model::PersonId;
use crate::report::index::Index;
use std::collections::{BTreeMap, BTreeSet};

/// How far below two symbols the line between partners runs; a further one for each that it would touch.
const DROP: i64 = 12;

/// Couples and descent.
pub fn kinship(kindred: &Kindred, points: &Points, feet: &Points) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    for (one, two, former) in &kindred.couples {
        strokes.extend(couple(points, *one, *two, *former));
    }
    let mut sets: BTreeMap<Vec<(Place, bool)>, Vec<Place>> = BTreeMap::new();
    for (place, relative) in kindred.places.iter().enumerate() {
        let (foster, born): (Vec<_>, Vec<_>) = relative.parents.iter().partition(|(_, line)| *line == Line::Foster);
        let mut parents: Vec<(Place, bool)> = born.iter().map(|(parent, _)| (*parent, false)).collect();
        parents.sort_unstable();
        let carers = foster.iter().map(|(carer, _)| vec![(*carer, true)]);
        for set in carers.chain([parents]).filter(|set| !set.is_empty()) {
            sets.entry(set).or_default().push(place);
        }
    }
    for (number, (parents, children)) in sets.iter().enumerate() {
        strokes.extend(descent(points, feet, parents, children, (number % 4) as i64));
    }
    strokes
}

/// The line between partners: straight between neighbours, below the symbols otherwise.
fn couple(points: &Points, one: Place, two: Place, former: bool) -> Option<Stroke> {
    let (mut from, mut to) = (*points.get(&one)?, *points.get(&two)?);
    if from.0 > to.0 {
        (from, to) = (to, from);
    }
    let between = points.values().any(|(x, y)| *y == from.1 && *x > from.0 && *x < to.0);
    let (middle, level) = (i64::midpoint(from.0, to.0), from.1);
    let slash = |y: i64| {
        if former { format!("M{} {}l-8 16M{} {}l-8 16", middle + 2, y - 8, middle + 9, y - 8) } else { String::new() }
    };
    let path = if from.1 != to.1 {
        format!("M{} {}L{} {}", from.0, from.1, to.0, to.1)
    } else if between {
        format!("M{} {}v{DROP}H{}v-{DROP}{}", from.0, level + SIZE, to.0, slash(level + SIZE + DROP))
    } else {
        format!("M{} {level}H{}{}", from.0 + SIZE, to.0 - SIZE, slash(level))
    };
    Some(Stroke { path, look: if former { "former" } else { "couple" }, title: String::new() })
}

/// From the parents down to a bar, and from the bar to each child.
fn descent(
    points: &Points,
    feet: &Points,
    parents: &[(Place, bool)],
    children: &[Place],
    level: i64,
) -> Option<Stroke> {
    let at: Vec<(i64, i64)> = parents.iter().filter_map(|(parent, _)| points.get(parent).copied()).collect();
    let below: Vec<(i64, i64)> = children.iter().filter_map(|child| points.get(child).copied()).collect();
    let lowest = at.iter().map(|(_, y)| *y).max()?;
    let x = at.iter().map(|(x, _)| x).sum::<i64>() / at.len() as i64;
    let neighbours = at.len() == 2
        && !points
            .values()
            .any(|(other, y)| *y == lowest && *other > at[0].0.min(at[1].0) && *other < at[0].0.max(at[1].0));
    let start = match at.len() {
        1 => feet.get(&parents[0].0)?.1,
        _ if neighbours => lowest,
        _ => lowest + SIZE + DROP,
    };
    let top = below.iter().map(|(_, y)| *y).min()? - SIZE;
    let bar = top - 14 - 5 * level;
    let (low, high) =
        below.iter().map(|(x, _)| *x).chain([x]).fold((i64::MAX, i64::MIN), |(low, high), x| (low.min(x), high.max(x)));
    let drops: String = below.iter().map(|(x, y)| format!("M{x} {bar}V{}", y - SIZE)).collect();
    let look = if parents.iter().any(|(_, foster)| *foster) { "foster" } else { "descent" };
    Some(Stroke { path: format!("M{x} {start}V{bar}M{low} {bar}H{high}{drops}"), look, title: String::new() })
}

/// Allegations from person to person, and the ways by which alleged perpetrators reach the child.
pub fn concerns(index: &Index, people: &BTreeMap<&PersonId, (i64, i64)>) -> (Vec<Stroke>, Vec<Label>) {
    let (mut strokes, mut labels) = (Vec::new(), Vec::new());
    let mut drawn = BTreeSet::new();
    for finding in index.account.findings.iter().filter(|finding| finding.rule == "perpetrator-in-contact") {
        for step in &finding.path {
            let Some((from, to)) = people.get(&step.person).zip(people.get(&step.of)) else { continue };
            if drawn.insert((from, to)) {
                let title = format!(
                    "{} {} {}",
                    index.name(&step.person),
                    crate::report::plain::relation(&step.relation),
                    index.name(&step.of)
                );
                strokes.insert(0, Stroke { path: curve(*from, *to, 26).0, look: "route", title });
            }
        }
    }
    for (number, one) in index.account.allegations.iter().enumerate() {
        let ends =
            one.alleged_victim.as_ref().and_then(|victim| people.get(&one.alleged_perpetrator).zip(people.get(victim)));
        let Some((from, to)) = ends else { continue };
        let (path, (x, y)) = curve(*from, *to, -30 - 8 * (number as i64 % 3));
        let words = if one.status.words() == "alleged" {
            "alleged".to_owned()
        } else {
            format!("alleged: {}", one.status.words())
        };
        let words = if plain_status(one) { one.status.words().to_owned() } else { words };
        let title = format!(
            "{}, concerning {}: {words}",
            index.name(&one.alleged_perpetrator),
            one.alleged_victim.as_ref().map_or("", |victim| index.name(victim))
        );
        strokes.push(Stroke { path, look: "allegation", title });
        labels.push(Label { x, y, words, look: "status" });
    }
    (strokes, labels)
}

/// Whether a court decided, so that nothing is merely alleged.
fn plain_status(one: &crate::report::account::AllegationAccount) -> bool {
    use crate::model::Status::{Convicted, FoundInFamilyCourt};
    matches!(one.status, Convicted | FoundInFamilyCourt)
}

/// A bowed line from edge to edge, and the place in its middle.
fn curve((x1, y1): (i64, i64), (x2, y2): (i64, i64), bow: i64) -> (String, (i64, i64)) {
    let (dx, dy) = (x2 - x1, y2 - y1);
    let length = (dx * dx + dy * dy).isqrt().max(1);
    let (cx, cy) = (i64::midpoint(x1, x2) - dy * bow / length * 2, i64::midpoint(y1, y2) + dx * bow / length * 2);
    let middle = ((x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4);
    let inset = SIZE + 4;
    let (ax, ay) =
        (x1 + (cx - x1) * inset / distance(x1, y1, cx, cy), y1 + (cy - y1) * inset / distance(x1, y1, cx, cy));
    let (bx, by) =
        (x2 + (cx - x2) * inset / distance(x2, y2, cx, cy), y2 + (cy - y2) * inset / distance(x2, y2, cx, cy));
    (format!("M{ax} {ay}Q{cx} {cy} {bx} {by}"), middle)
}

fn distance(x1: i64, y1: i64, x2: i64, y2: i64) -> i64 {
    ((x2 - x1).pow(2) + (y2 - y1).pow(2)).isqrt().max(1)
}
