//! Weights learnt from example texts, as data: one line a term, with what it weighs for each answer in hundredths.
//!
//! A line is `term`, a tab and one number for each answer; a term is one word, two side by side, `@group` for a phrase of
//! that group of the lexicon, or `*` for what is always added. A text's sum for an answer is that of all it has, each once.

use super::alike::Mark;
use crate::reading::groups::Group;
use rustc_hash::FxHashMap;

/// What a term weighs for each of K answers, in hundredths.
type Weights<const K: usize> = [i16; K];

/// A sum beyond which nothing grows likelier, so that a sentence of a thousand words still has chances that are numbers.
const HIGHEST: f32 = 80.0;

/// The weights of one question with K answers beside "none of them".
pub struct Table<const K: usize> {
    rows: Vec<Weights<K>>,
    always: Weights<K>,
    terms: FxHashMap<&'static str, u32>,
    pairs: FxHashMap<(&'static str, &'static str), u32>,
    groups: FxHashMap<Group, u32>,
}

impl<const K: usize> Table<K> {
    /// Reads the lines of a file; what cannot be understood weighs nothing.
    pub fn read(text: &'static str) -> Table<K> {
        let (rows, always) = (Vec::new(), [0; K]);
        let mut table = Table {
            rows,
            always,
            terms: FxHashMap::default(),
            pairs: FxHashMap::default(),
            groups: FxHashMap::default(),
        };
        for (term, weights) in text.lines().filter_map(line) {
            table.add(term, weights);
        }
        table
    }

    fn add(&mut self, term: &'static str, weights: Weights<K>) {
        let row = self.rows.len() as u32;
        if term == "*" {
            self.always = weights;
            return;
        }
        match (term.split_once(' '), term.strip_prefix('@').and_then(Group::from_name)) {
            (Some(pair), _) => self.pairs.insert(pair, row),
            (None, Some(group)) => self.groups.insert(group, row),
            (None, None) => self.terms.insert(term, row),
        };
        self.rows.push(weights);
    }

    /// The chance of each answer, for something that has these marks.
    pub fn chances(&self, marks: &[Mark]) -> [f32; K] {
        let sums = self.sums(marks).map(|sum| (sum as f32 / 100.0).min(HIGHEST).exp());
        let all: f32 = 1.0 + sums.iter().sum::<f32>();
        sums.map(|sum| sum / all)
    }

    /// The sum for each answer, in hundredths.
    pub fn sums(&self, marks: &[Mark]) -> [i32; K] {
        let mut had: Vec<u32> = marks.iter().filter_map(|mark| self.row(mark)).collect();
        had.sort_unstable();
        had.dedup();
        let mut sums = self.always.map(i32::from);
        for weights in had.iter().filter_map(|row| self.rows.get(*row as usize)) {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += i32::from(*weight));
        }
        sums
    }

    /// What one mark weighs for an answer, in hundredths.
    pub fn weight(&self, mark: &Mark, answer: usize) -> i16 {
        self.row(mark).and_then(|row| self.rows.get(row as usize)?.get(answer)).copied().unwrap_or_default()
    }

    fn row(&self, mark: &Mark) -> Option<u32> {
        match mark {
            Mark::Term(term) => self.terms.get(term),
            Mark::Pair(a, b) => self.pairs.get(&(*a, *b)),
            Mark::Group(group) => self.groups.get(group),
        }
        .copied()
    }
}

fn line<const K: usize>(line: &'static str) -> Option<(&'static str, Weights<K>)> {
    let (term, numbers) = line.split_once('\t')?;
    let mut weights = [0; K];
    let mut numbers = numbers.split(' ');
    for weight in &mut weights {
        *weight = numbers.next()?.parse().ok()?;
    }
    Some((term, weights))
}

#[cfg(test)]
mod tests {
    use super::{Mark, Table};
    use crate::reading::groups::Group;

    const LINES: &str = "*\t-100 -200\nvisit\t150 0\nvisit <child>\t100 -50\n@neg\t-300 20\n";

    #[test]
    fn what_a_text_has_is_added_once() {
        let table: Table<2> = Table::read(LINES);
        let marks = [Mark::Term("visit"), Mark::Term("visit"), Mark::Pair("visit", "<child>"), Mark::Term("unheard")];
        assert_eq!(table.sums(&marks), [150, -250]);
        assert_eq!(table.sums(&[Mark::Group(Group::Neg)]), [-400, -180]);
        assert_eq!(table.weight(&Mark::Term("visit"), 0), 150);
    }

    #[test]
    fn the_greatest_sum_still_gives_a_chance() {
        let table: Table<2> = Table::read("*\t32000 32000\n");
        assert_eq!(table.chances(&[]), [0.5, 0.5]);
    }

    #[test]
    fn chances_and_none_of_them_make_one() {
        let table: Table<2> = Table::read("*\t0 0\n");
        let chances = table.chances(&[]);
        assert!(chances.iter().all(|chance| (chance - 1.0 / 3.0).abs() < 1e-6), "{chances:?}");
    }
}
