//! What runs between people beside kinship: allegations, and the ways by which alleged perpetrators reach the child.

use super::room::Room;
use super::{Label, SIZE, Stroke};
use crate::account::AllegationAccount;
use crate::model::{PersonId, Status};
use crate::report::index::Index;
use crate::report::plain;
use std::collections::{BTreeMap, BTreeSet};

/// Where people stand.
type People<'a> = BTreeMap<&'a PersonId, (i64, i64)>;

/// Allegations from person to person, each with its status, and the ways to the child below them.
pub fn concerns(index: &Index, people: &People, room: &mut Room) -> (Vec<Stroke>, Vec<Label>) {
    let mut strokes = routes(index, people);
    let mut labels = Vec::new();
    for (number, one) in (0..).zip(&index.account.allegations) {
        let Some(victim) = &one.alleged_victim else { continue };
        let Some((from, to)) = people.get(&one.alleged_perpetrator).zip(people.get(victim)) else { continue };
        let (path, middle, places) = curve(*from, *to, bow(*from, *to, -32 - 13 * (number % 3)));
        let words = called(one);
        let title = format!("{}, concerning {}: {words}", index.name(&one.alleged_perpetrator), index.name(victim));
        strokes.push(Stroke { path, look: "allegation", title });
        labels.push(room.put(&words, "status", middle, &places));
    }
    (strokes, labels)
}

/// The steps of every way to the child that the findings name.
fn routes(index: &Index, people: &People) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut drawn = BTreeSet::new();
    let findings = index.account.findings.iter().filter(|finding| finding.rule == "perpetrator-in-contact");
    for step in findings.flat_map(|finding| &finding.path) {
        let Some((from, to)) = people.get(&step.person).zip(people.get(&step.of)) else { continue };
        if drawn.insert((from, to)) {
            let (who, whom) = (index.name(&step.person), index.name(&step.of));
            let title = format!("{who} {} {whom}", plain::relation(&step.relation));
            strokes.push(Stroke { path: curve(*from, *to, bow(*from, *to, 26)).0, look: "route", title });
        }
    }
    strokes
}

/// "alleged" and where it stands, unless a court decided.
fn called(one: &AllegationAccount) -> String {
    match one.status {
        Status::Alleged | Status::Convicted | Status::FoundInFamilyCourt => one.status.words().to_owned(),
        status => format!("alleged: {}", status.words()),
    }
}

/// How far a line bows: above those who stand between two symbols of one row, as given otherwise.
fn bow(from: (i64, i64), to: (i64, i64), by: i64) -> i64 {
    match from.0 < to.0 {
        _ if from.1 != to.1 => by,
        true => -by.abs(),
        false => by.abs(),
    }
}

/// Where on a line its words may stand when its middle is taken, in eighths of its length.
const EIGHTHS: [i64; 4] = [3, 5, 2, 6];

/// A bowed line from edge to edge, the place in its middle, and others on it.
fn curve((x1, y1): (i64, i64), (x2, y2): (i64, i64), bow: i64) -> (String, (i64, i64), Vec<(i64, i64)>) {
    let (dx, dy) = (x2 - x1, y2 - y1);
    let length = (dx * dx + dy * dy).isqrt().max(1);
    let (cx, cy) = (i64::midpoint(x1, x2) - dy * bow / length * 2, i64::midpoint(y1, y2) + dx * bow / length * 2);
    let on =
        |a: i64, control: i64, b: i64, t: i64| ((8 - t) * (8 - t) * a + 2 * t * (8 - t) * control + t * t * b) / 64;
    let place = |t: i64| (on(x1, cx, x2, t), on(y1, cy, y2, t));
    let inset = SIZE + 4;
    let (ax, ay) =
        (x1 + (cx - x1) * inset / distance(x1, y1, cx, cy), y1 + (cy - y1) * inset / distance(x1, y1, cx, cy));
    let (bx, by) =
        (x2 + (cx - x2) * inset / distance(x2, y2, cx, cy), y2 + (cy - y2) * inset / distance(x2, y2, cx, cy));
    (format!("M{ax} {ay}Q{cx} {cy} {bx} {by}"), place(4), EIGHTHS.map(place).to_vec())
}

fn distance(x1: i64, y1: i64, x2: i64, y2: i64) -> i64 {
    ((x2 - x1).pow(2) + (y2 - y1).pow(2)).isqrt().max(1)
}
