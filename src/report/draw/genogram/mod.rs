//! The genogram: the family in generations, who lives with the child, against whom an allegation stands, and the way
//! by which they reach the child.
//!
//! Symbols are those in common use: a square for a man or boy, a circle for a woman or girl, a diamond where the sex
//! is not shown; a line between partners, struck through where the words put it in the past; children below. An
//! allegation is a broken line marked with its status, never a plain one.

mod concerns;
mod kindred;
mod layout;
mod lines;
mod room;

use crate::model::{PersonId, Sex};
use crate::report::index::Index;
use crate::report::plain;
use kindred::Kindred;
use layout::layout;
use serde::Serialize;
use std::collections::BTreeMap;

/// Half a column.
const HALF: i64 = 62;
/// From one generation to the next.
const ROW: i64 = 158;
/// From the upper edge to the middle of the first row.
const TOP: i64 = 46;
/// The longest line of a name.
const NAME: usize = 15;
/// From the middle of a symbol to its edge.
const SIZE: i64 = 20;
/// From the middle of a symbol to the ring around those who live together.
const RING: i64 = 31;
/// Height of a line of words.
const LINE: i64 = 13;

/// How wide a drawing may be so that it can be read on a sheet of A4.
const SHEET: i64 = 1060;
/// The same on a sheet turned on its side.
const ACROSS: i64 = 1430;

/// The data of `chronology/genogram.html`.
#[derive(Serialize)]
pub struct Genogram {
    width: i64,
    height: i64,
    figures: Vec<Figure>,
    lines: Vec<Stroke>,
    labels: Vec<Label>,
    /// Where a drawing too wide for a sheet of paper is parted on paper: where each part begins, and how wide it is.
    strips: Vec<(i64, i64)>,
    /// Whether there are people who are no kin, in a row of their own.
    network_y: Option<i64>,
    /// The symbols that the drawing uses, each in a sentence.
    legend: Vec<&'static str>,
}

/// A person in the drawing.
#[derive(Serialize)]
struct Figure {
    x: i64,
    y: i64,
    shape: &'static str,
    look: String,
    /// Name, relation and year of birth, each line with its place.
    words: Vec<Label>,
    title: String,
    anchor: Option<String>,
    child: bool,
    household: bool,
}

impl Figure {
    /// Where the words below the symbol end.
    fn foot(&self) -> i64 {
        self.words.last().map_or(self.y + SIZE, |line| line.y + 5)
    }
}

/// A line as an SVG path.
#[derive(Serialize)]
struct Stroke {
    path: String,
    look: &'static str,
    title: String,
}

/// Words at a place.
#[derive(Serialize)]
struct Label {
    x: i64,
    y: i64,
    words: String,
    look: &'static str,
}

/// Where somebody stands.
type Points = BTreeMap<usize, (i64, i64)>;

/// The genogram, where anybody but the child is known.
pub fn genogram(index: &Index) -> Option<Genogram> {
    let kindred = Kindred::of(index)?;
    let spots = layout(&kindred);
    let left = spots.values().map(|(x, _)| *x).min()?;
    let first = spots.values().map(|(_, generation)| *generation).min()?;
    let last = spots.values().map(|(_, generation)| *generation).max()?;
    let columns = (spots.values().map(|(x, _)| x - left + 2).max()?).max(12);
    let mut points: Points = spots
        .iter()
        .map(|(place, (x, generation))| (*place, ((x - left + 1) * HALF, TOP + (generation - first) * ROW)))
        .collect();
    let below = TOP + (last - first + 1) * ROW;
    let a_row = (columns / 2).max(1) as usize;
    let network = kindred.network.iter().enumerate();
    let standing = network.clone().map(|(number, _)| {
        let (column, row) = ((number % a_row) as i64, (number / a_row) as i64);
        (kindred.places.len() + number, ((2 * column + 1) * HALF, below + 30 + row * ROW))
    });
    points.extend(standing);
    let rows = kindred.network.len().div_ceil(a_row) as i64;
    let people: BTreeMap<&PersonId, (i64, i64)> = kindred
        .places
        .iter()
        .enumerate()
        .filter_map(|(place, relative)| Some((&relative.person?.id, points[&place])))
        .chain(
            kindred.network.iter().enumerate().map(|(at, person)| (&person.id, points[&(kindred.places.len() + at)])),
        )
        .collect();
    let mut figures: Vec<Figure> = (0..kindred.places.len())
        .map(|place| {
            let relative = &kindred.places[place];
            figure(index, relative.person.map(|person| &person.id), relative.sex, points[&place], place == 0)
        })
        .collect();
    figures.extend(
        kindred.network.iter().map(|person| figure(index, Some(&person.id), person.sex, people[&person.id], false)),
    );
    let feet: Points = figures.iter().enumerate().map(|(place, one)| (place, (one.x, one.foot()))).collect();
    let mut strokes = lines::Pen { kindred: &kindred, points: &points, feet: &feet }.kinship();
    let (over, labels) = concerns::concerns(index, &people, &mut room::Room::left(&figures, columns * HALF));
    strokes.extend(over);
    (figures.len() > 1).then_some(Genogram {
        width: columns * HALF,
        strips: strips(columns * HALF),
        legend: legend(&figures, &strokes),
        height: figures.iter().map(Figure::foot).chain(labels.iter().map(|label| label.y)).max()? + 14,
        figures,
        lines: strokes,
        labels,
        network_y: (rows > 0).then_some(below - 14),
    })
}

/// Parts of a width, each narrow enough to be read on a sheet; each begins with the last two columns of the one before, so
/// that no words are cut in both.
fn strips(width: i64) -> Vec<(i64, i64)> {
    if width <= SHEET {
        return Vec::new();
    }
    let shared = 4 * HALF;
    let parts = (width - shared + ACROSS - shared - 1) / (ACROSS - shared);
    let part = (width + shared * (parts - 1) + parts - 1) / parts;
    (0..parts).map(|at| (at * (part - shared), part)).collect()
}

fn figure(index: &Index, id: Option<&PersonId>, sex: Option<Sex>, (x, y): (i64, i64), child: bool) -> Figure {
    let person = id.and_then(|id| index.person(id));
    let alleged = id.and_then(|id| index.alleged(id));
    let name = person.map_or("not named", |person| person.name.as_str());
    let relation = person.and_then(|person| person.relation.clone());
    let born = person.and_then(|person| person.born.as_deref()).map(|born| format!("born {}", plain::edtf(born)));
    let mut words: Vec<(String, &'static str)> = wrap(name).into_iter().map(|line| (line, "name")).collect();
    words.extend(relation.iter().flat_map(|relation| wrap(relation)).map(|line| (line, "lane-note")));
    words.extend(
        born.as_deref()
            .and_then(|born| born.get(born.len().saturating_sub(4)..))
            .map(|year| (format!("b. {year}"), "lane-note")),
    );
    let household = child || person.is_some_and(|person| person.lives_with_child == Some(true));
    let first = y + if household { RING } else { SIZE } + 14;
    let facts = [Some(name.to_owned()), relation, born, alleged.map(str::to_owned)];
    Figure {
        shape: match sex {
            Some(Sex::M) => "square",
            Some(Sex::F) => "circle",
            None => "diamond",
        },
        look: if person.is_none() {
            "unnamed"
        } else if alleged.is_some() {
            "alleged"
        } else {
            "known"
        }
        .to_owned(),
        words: (0..).zip(words).map(|(at, (words, look))| Label { x, y: first + LINE * at, words, look }).collect(),
        title: facts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        anchor: id.and_then(|id| index.person_anchor(id)),
        child,
        household,
        x,
        y,
    }
}

/// What the symbols mean, of those that are used.
fn legend(figures: &[Figure], strokes: &[Stroke]) -> Vec<&'static str> {
    let shape = |shape: &str| figures.iter().any(|one| one.shape == shape && one.look != "unnamed");
    let line = |look: &str| strokes.iter().any(|one| one.look == look);
    let all = [
        (shape("square"), "Square: man or boy."),
        (shape("circle"), "Circle: woman or girl."),
        (shape("diamond"), "Diamond: sex not recorded."),
        (true, "Double outline: the child."),
        (
            figures.iter().any(|one| one.household && !one.child),
            "Green ring: lives with the child, as the front sheet says.",
        ),
        (
            figures.iter().any(|one| one.look == "unnamed"),
            "Grey: somebody whom nobody names, through whom others are kin.",
        ),
        (figures.iter().any(|one| one.look == "alleged"), "Red outline: named in the register of allegations."),
        (line("allegation"), "Red broken line: an allegation, with its latest outcome."),
        (line("route"), "Orange band: a way by which an alleged perpetrator reaches the child."),
        (line("foster"), "Dotted line: foster care."),
        (strokes.iter().any(|one| one.look == "former"), "Two strokes: former partners."),
    ];
    all.into_iter().filter_map(|(used, words)| used.then_some(words)).collect()
}

/// Words in lines that fit below a symbol; a word too long for a line goes on in the next.
fn wrap(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        for (number, piece) in pieces(word).into_iter().enumerate() {
            let gap = usize::from(number == 0);
            match lines.last_mut() {
                Some(line) if line.chars().count() + gap + piece.chars().count() <= NAME => {
                    line.push_str(&" ".repeat(gap));
                    line.push_str(&piece);
                }
                _ => lines.push(piece),
            }
        }
    }
    lines.truncate(3);
    lines
}

/// A word in pieces that fit into a line, parted at its hyphens where it has any.
fn pieces(word: &str) -> Vec<String> {
    if word.chars().count() <= NAME {
        return vec![word.to_owned()];
    }
    let letters: Vec<Vec<char>> = word.split_inclusive('-').map(|part| part.chars().collect()).collect();
    letters.iter().flat_map(|part| part.chunks(NAME)).map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{ACROSS, strips, wrap};

    #[test]
    fn a_wide_drawing_is_parted_on_paper_and_no_part_of_it_is_lost() {
        assert!(strips(744).is_empty());
        for width in [1100, 1430, 2356, 5000] {
            let parts = strips(width);
            assert!(parts[0].0 == 0 && parts.iter().all(|(_, wide)| *wide <= ACROSS), "{width}: {parts:?}");
            assert!(parts.windows(2).all(|pair| pair[1].0 < pair[0].0 + pair[0].1), "{width}: {parts:?}");
            assert!(parts.last().is_some_and(|(start, wide)| start + wide >= width), "{width}: {parts:?}");
        }
    }

    #[test]
    fn a_long_name_goes_on_in_the_next_line() {
        assert_eq!(wrap("Evangeline Featherstone-Abercrombie"), ["Evangeline", "Featherstone-", "Abercrombie"]);
        assert_eq!(wrap("Llanfairpwllgwyngyll"), ["Llanfairpwllgwy", "ngyll"]);
        assert_eq!(wrap("Ann Mary Lee"), ["Ann Mary Lee"]);
    }
}
