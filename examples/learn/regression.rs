//! Multinomial logistic regression over marks that a sample has or has not, kept small by a square penalty.

use std::collections::HashMap;

/// Something with a right answer.
pub struct Sample {
    /// What it has.
    pub marks: Vec<String>,
    /// The right answer; the number of answers where it is none of them.
    pub answer: usize,
}

/// Steps of the descent.
const STEPS: usize = 500;
/// Length of the first step; it shrinks to nothing.
const PACE: f64 = 0.05;
/// Marks of fewer samples teach nothing.
const FEWEST: usize = 2;
/// Weights smaller than this, in hundredths, are left out.
const SMALLEST: i32 = 4;

/// Each mark with its weight for each of the answers over none of them, in hundredths, in the order of the alphabet; `*` is
/// what is always added.
pub fn learn(samples: &[Sample], answers: usize, freedom: f64) -> Vec<(String, Vec<i32>)> {
    let marks = vocabulary(samples);
    let number: HashMap<&str, usize> = marks.iter().enumerate().map(|(at, mark)| (*mark, at)).collect();
    let rows: Vec<Vec<usize>> = samples.iter().map(|sample| row(sample, &number)).collect();
    let right: Vec<usize> = samples.iter().map(|sample| sample.answer).collect();
    let weights = descend(&rows, &right, marks.len(), answers + 1, freedom);
    let over_none = |at: usize| -> Vec<i32> {
        let of = &weights[at * (answers + 1)..(at + 1) * (answers + 1)];
        of[..answers].iter().map(|weight| ((weight - of[answers]) * 100.0).round() as i32).collect()
    };
    let all = marks.iter().enumerate().map(|(at, mark)| ((*mark).to_owned(), over_none(at)));
    let mut table: Vec<_> = all.filter(|(_, weights)| weights.iter().any(|weight| weight.abs() >= SMALLEST)).collect();
    table.insert(0, ("*".to_owned(), over_none(marks.len())));
    table
}

/// Every mark of at least a few samples, sorted.
fn vocabulary(samples: &[Sample]) -> Vec<&str> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for sample in samples {
        let mut had: Vec<&str> = sample.marks.iter().map(String::as_str).collect();
        had.sort_unstable();
        had.dedup();
        had.into_iter().for_each(|mark| *count.entry(mark).or_default() += 1);
    }
    let mut marks: Vec<&str> = count.into_iter().filter(|(_, times)| *times >= FEWEST).map(|(mark, _)| mark).collect();
    marks.sort_unstable();
    marks
}

fn row(sample: &Sample, number: &HashMap<&str, usize>) -> Vec<usize> {
    let mut row: Vec<usize> = sample.marks.iter().filter_map(|mark| number.get(mark.as_str()).copied()).collect();
    row.sort_unstable();
    row.dedup();
    row.push(number.len());
    row
}

/// Weights by mark and class, the last mark being what is always added; Adam over all samples at once.
fn descend(rows: &[Vec<usize>], right: &[usize], marks: usize, classes: usize, freedom: f64) -> Vec<f64> {
    let size = (marks + 1) * classes;
    let (mut weights, mut mean, mut square) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
    for step in 1..=STEPS {
        let mut slope = slope(rows, right, &weights, classes);
        for at in 0..marks * classes {
            slope[at] += weights[at] / freedom;
        }
        let pace = PACE * (1.0 - step as f64 / (STEPS + 1) as f64);
        let (first, second) = (1.0 - 0.9_f64.powi(step as i32), 1.0 - 0.999_f64.powi(step as i32));
        for at in 0..size {
            mean[at] = 0.9 * mean[at] + 0.1 * slope[at];
            square[at] = 0.999 * square[at] + 0.001 * slope[at] * slope[at];
            weights[at] -= pace * (mean[at] / first) / ((square[at] / second).sqrt() + 1e-8);
        }
    }
    weights
}

fn slope(rows: &[Vec<usize>], right: &[usize], weights: &[f64], classes: usize) -> Vec<f64> {
    let mut slope = vec![0.0; weights.len()];
    for (row, answer) in rows.iter().zip(right) {
        let mut sums = vec![0.0; classes];
        for mark in row {
            sums.iter_mut().zip(&weights[mark * classes..]).for_each(|(sum, weight)| *sum += weight);
        }
        let top = sums.iter().copied().fold(f64::MIN, f64::max);
        let mut wrong: Vec<f64> = sums.iter().map(|sum| (sum - top).exp()).collect();
        let all: f64 = wrong.iter().sum();
        wrong.iter_mut().for_each(|chance| *chance /= all);
        wrong[*answer] -= 1.0;
        for mark in row {
            slope[mark * classes..].iter_mut().zip(&wrong).for_each(|(slope, wrong)| *slope += wrong);
        }
    }
    slope
}
