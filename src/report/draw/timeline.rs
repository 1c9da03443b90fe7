//! The lifespan timeline: the child's age along the axis, a lane for each thing that runs through a life.
//!
//! Contact with an alleged perpetrator has a lane of its own, so that one sees the Sunday visits running under the
//! exploitation response. Every mark leads to its entry, and the same is told in words below the drawing.

use super::lanes::{Draft, Point, lanes};
use super::scale::{LEFT, RIGHT, Scale, Tick};
use super::thin::thinned;
use crate::report::index::Index;
use crate::report::plain;
use chrono::NaiveDate;
use serde::Serialize;

/// Height of the axis above the lanes.
const AXIS: i64 = 44;
/// Height of one row of marks.
const ROW: i64 = 13;
/// Space above and below the marks of a lane.
const PAD: i64 = 11;
/// Room that a mark needs to either side.
const ROOM: i64 = 7;
/// How many rows of marks a lane may have before several marks become one.
const MOST_ROWS: usize = 10;
/// The longest line of a label, in letters.
const LABEL: usize = 26;
/// Height of a line of words.
const LINE: i64 = 15;
/// A silence worth a word.
const SILENCE_DAYS: i64 = 365;

/// The data of `chronology/timeline.html`.
#[derive(Serialize)]
pub struct Timeline {
    height: i64,
    left: i64,
    right: i64,
    ticks: Vec<Tick>,
    lanes: Vec<Lane>,
    /// Whether some marks stand for several.
    thinned: bool,
}

/// A lane with its place.
#[derive(Serialize)]
struct Lane {
    label: String,
    note: String,
    /// The label and the note in lines that fit beside the lane, each with its place.
    lines: Vec<Line>,
    y: i64,
    height: i64,
    stretches: Vec<Bar>,
    marks: Vec<Mark>,
    /// The lane in words: each mark, or one sentence for an agency.
    told: Vec<Told>,
}

/// A line of words beside a lane.
#[derive(Serialize)]
struct Line {
    y: i64,
    words: String,
    look: &'static str,
}

/// A stretch of time with its place.
#[derive(Serialize)]
struct Bar {
    x: i64,
    width: i64,
    look: &'static str,
}

/// A mark with its place.
#[derive(Serialize)]
struct Mark {
    x: i64,
    y: i64,
    /// The last place of a date that names no single day.
    until: Option<i64>,
    look: &'static str,
    /// Whether it stands for several.
    many: bool,
    anchor: String,
    words: String,
}

/// A mark in words.
#[derive(Serialize)]
struct Told {
    words: String,
    anchor: Option<String>,
    label: String,
}

/// The timeline, where the child's date of birth or any entry gives it an axis.
pub fn timeline(index: &Index) -> Option<Timeline> {
    let born = index.person(&index.account.case.child).and_then(|child| day(child.born.as_deref()?));
    let entries = index.account.entries.iter().filter_map(|entry| entry.date.as_ref());
    let first = entries.clone().map(|when| when.earliest).chain(born).min()?;
    let last = entries.map(|when| when.latest).chain([index.account.as_at]).max()?;
    let scale = Scale::new(first, last);
    let mut y = AXIS;
    let mut placed = Vec::new();
    for draft in lanes(index) {
        let lane = place(&scale, draft, y);
        y += lane.height;
        placed.push(lane);
    }
    let ticks = born.map_or_else(Vec::new, |born| scale.birthdays(born, last));
    let thinned = placed.iter().flat_map(|lane| &lane.marks).any(|mark| mark.many);
    (!placed.is_empty()).then_some(Timeline { thinned, height: y + 1, left: LEFT, right: RIGHT, ticks, lanes: placed })
}

/// The first day that a date in EDTF can mean.
fn day(edtf: &str) -> Option<NaiveDate> {
    [edtf.to_owned(), format!("{edtf}-01"), format!("{edtf}-01-01")].iter().find_map(|date| date.parse().ok())
}

/// The row of each mark, and how many rows there are: marks that would touch stand below one another.
fn rows(scale: &Scale, marks: &[(Point, usize)]) -> (Vec<i64>, usize) {
    let mut ends: Vec<i64> = Vec::new();
    let mut rows = Vec::new();
    for (point, _) in marks {
        let (from, until) = (scale.x(point.from), scale.x(point.until));
        let row = ends.iter().position(|end| from - ROOM >= *end).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(0);
        }
        ends[row] = until + ROOM;
        rows.push(row as i64);
    }
    (rows, ends.len())
}

/// Gives a lane its place; where the marks would stand in heaps, several become one.
fn place(scale: &Scale, draft: Draft, y: i64) -> Lane {
    let mut marks: Vec<(Point, usize)> = draft.marks.iter().map(|point| (point.clone(), 1)).collect();
    let (mut of, mut high) = rows(scale, &marks);
    if high > MOST_ROWS {
        marks = thinned(scale, &draft.marks);
        (of, high) = rows(scale, &marks);
    }
    let inner = ROW * (high.max(1) as i64 - 1);
    let mark = |((point, count), row): (&(Point, usize), &i64)| Mark {
        many: *count > 1,
        x: scale.x(point.from),
        y: y + PAD + 6 + ROW * row,
        until: Some(scale.x(point.until)).filter(|until| *until > scale.x(point.from) + 2),
        look: point.look,
        anchor: point.anchor.clone(),
        words: point.words.clone(),
    };
    let words = lines(&draft);
    let height = (inner + 2 * PAD + 12).max(LINE * words.len() as i64 + 8);
    let top = y + (height - LINE * words.len() as i64) / 2 + LINE - 4;
    Lane {
        lines: (0..).zip(words).map(|(at, (words, look))| Line { y: top + LINE * at, words, look }).collect(),
        y,
        height,
        stretches: draft
            .stretches
            .iter()
            .map(|one| (scale.x(one.from), scale.x(one.until), one.look))
            .map(|(x, end, look)| Bar { x, width: (end - x).max(2), look })
            .collect(),
        marks: marks.iter().zip(&of).map(mark).collect(),
        told: told(&draft),
        label: draft.label,
        note: draft.note,
    }
}

/// The label in one line or two, cut where it is longer still, and the note.
fn lines(draft: &Draft) -> Vec<(String, &'static str)> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in draft.label.split_whitespace() {
        let last = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(line) if last == 0 => line.push_str(word),
            Some(line) if last + 1 + word.chars().count() <= LABEL => line.push_str(&format!(" {word}")),
            _ => lines.push(word.to_owned()),
        }
    }
    let longer = lines.len() > 2;
    lines.truncate(2);
    let cut = |(at, line): (usize, &String)| match (line.chars().count() > LABEL, longer && at == 1) {
        (false, false) => line.clone(),
        _ => line.chars().take(LABEL - 1).chain(['…']).collect(),
    };
    let label = lines.iter().enumerate().map(|line| (cut(line), "lane"));
    let note = (!draft.note.is_empty()).then(|| (draft.note.clone(), "lane-note"));
    label.chain(note).collect()
}

fn told(draft: &Draft) -> Vec<Told> {
    if draft.told {
        let one = |point: &Point| Told {
            words: point.words.clone(),
            anchor: Some(point.anchor.clone()),
            label: point.label.clone(),
        };
        return draft.marks.iter().map(one).collect();
    }
    let (Some(first), Some(last)) = (draft.marks.first(), draft.marks.last()) else { return Vec::new() };
    let mut sentence = format!("{}, from {} to {}", draft.note, plain::day(first.from), plain::day(last.until));
    for pair in draft.marks.windows(2).filter(|pair| (pair[1].from - pair[0].until).num_days() > SILENCE_DAYS) {
        let (from, to) = (pair[0].until, pair[1].from);
        sentence += &format!("; none from {} to {} ({})", plain::day(from), plain::day(to), plain::lapse(from, to));
    }
    vec![Told { words: sentence, anchor: None, label: String::new() }]
}
