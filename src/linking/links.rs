//! The pairs that come out, each with its decision.

use super::blocks::{self, Pair, TooLarge};
use super::company::{self, COUNTS, Says};
use super::compare::compare;
use super::levels::Pattern;
use super::model::{Model, Seen};
use super::pool::{Pool, Row};
use super::shares::{Drawn, Frequencies};
use super::weigh::{Part, Scale};
use rayon::prelude::*;
use serde::Serialize;

/// From this weight on a pair is linked: four to one that it is one person.
pub const LINKED: f64 = 2.0;
/// From this weight on a pair is put forward for a person to decide; a pair below it is not shown.
pub const PUT_FORWARD: f64 = -2.0;
/// What a pair weighs that is told apart already.
const TOLD_APART: f64 = -1e3;

/// What becomes of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Taken to be one person.
    Linked,
    /// May be one person; somebody has to look.
    PutForward,
}

/// Two people who are or may be one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The place of one, in the order in which people were given.
    pub left: usize,
    /// The place of the other. Across two lists `left` is of the first and `right` of the second.
    pub right: usize,
    /// In bits: at nought, as likely one person as two.
    pub weight: f64,
    /// What becomes of it.
    pub decision: Decision,
    carried: Option<(f64, usize)>,
    rivalled: Option<(f64, usize)>,
}

/// Everything that comes out.
pub struct Links {
    /// The pairs linked or put forward, the heaviest first.
    pub links: Vec<Link>,
    /// What was not compared because too many share it.
    pub too_large: Vec<TooLarge>,
    /// How many pairs were compared.
    pub compared: usize,
    /// Everyone, in the order given.
    pub pool: Pool,
    /// The fitted shares.
    pub model: Model,
    frequencies: Frequencies,
}

impl Link {
    /// The chance that both are one person.
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.weight).exp2())
    }
}

impl Links {
    /// Links the people of a pool: within its list, or across its two lists.
    pub fn between(pool: Pool) -> Links {
        let order = order(&pool);
        let rows: Vec<Row> = order.iter().map(|at| pool.rows[*at as usize]).collect();
        let across = rows.iter().any(|row| row.list > 0);
        let asked = |a: &Row, b: &Row| (!across || a.list != b.list) && !told_apart(a, b);
        let blocks = blocks::pairs(&pool, &rows, asked);
        let patterns: Vec<Pattern> =
            blocks.pairs.par_iter().map(|(a, b)| compare(&pool, &rows[*a as usize], &rows[*b as usize])).collect();
        let frequencies = Frequencies::count(&pool, &rows);
        let seen = Seen {
            patterns: &counted(&pool, &rows, &frequencies, &blocks.pairs, &patterns),
            drawn: &Drawn::draw(&pool, &rows),
            frequencies: &frequencies,
            people: rows.len() as f64,
            pairs: possible(&rows),
        };
        let model = Model::fit(&seen);
        let scale = Scale { pool: &pool, model: &model, frequencies: &frequencies };
        let own: Vec<(Pair, f64)> = blocks
            .pairs
            .par_iter()
            .zip(&patterns)
            .map(|(pair, pattern)| (*pair, scale.weight(&rows[pair.0 as usize], &rows[pair.1 as usize], *pattern)))
            .filter(|(_, weight)| *weight > COUNTS.min(PUT_FORWARD) - 8.0)
            .collect();
        let weigh = |(a, b): Pair| {
            let (a, b) = (&rows[a as usize], &rows[b as usize]);
            if told_apart(a, b) { TOLD_APART } else { scale.weight(a, b, compare(&pool, a, b)) }
        };
        let sought = |(a, b): Pair| asked(&rows[a as usize], &rows[b as usize]);
        let contradicts = |(a, b): Pair| compare(&pool, &rows[a as usize], &rows[b as usize]).contradicts();
        let weighed = company::keep(&own, LINKED, sought, weigh, contradicts);
        let original = |at: u32| order[at as usize] as usize;
        let mut links: Vec<Link> = weighed
            .into_iter()
            .filter(|weighed| weighed.weight() >= PUT_FORWARD)
            .map(|weighed| {
                let weight = weighed.weight();
                let (a, b) = weighed.pair;
                let swap = across && rows[a as usize].list > 0;
                let third = |part: Option<Says>| part.map(|(weight, who)| (weight, original(who)));
                Link {
                    left: original(if swap { b } else { a }),
                    right: original(if swap { a } else { b }),
                    weight,
                    decision: if weight >= LINKED { Decision::Linked } else { Decision::PutForward },
                    carried: third(weighed.carried),
                    rivalled: third(weighed.rivalled),
                }
            })
            .collect();
        links.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        let (too_large, compared) = (blocks.too_large, blocks.pairs.len());
        Links { links, too_large, compared, pool, model, frequencies }
    }

    /// What any two weigh by themselves, without company.
    pub fn own_weight(&self, left: usize, right: usize) -> f64 {
        let (a, b) = (&self.pool.rows[left], &self.pool.rows[right]);
        let scale = Scale { pool: &self.pool, model: &self.model, frequencies: &self.frequencies };
        scale.weight(a, b, compare(&self.pool, a, b))
    }

    /// What of a pair's weight each field gives; the weight is their sum.
    pub fn parts(&self, link: &Link) -> Vec<Part> {
        let (a, b) = (&self.pool.rows[link.left], &self.pool.rows[link.right]);
        let scale = Scale { pool: &self.pool, model: &self.model, frequencies: &self.frequencies };
        let mut parts = scale.parts(a, b, compare(&self.pool, a, b));
        let third = |what: &str, who: usize| format!("{what} {}", self.pool.id(who));
        parts.extend(link.carried.map(|(weight, who)| Part {
            field: "company",
            level: third("both are one with", who),
            weight,
        }));
        parts.extend(link.rivalled.map(|(weight, who)| Part {
            field: "company",
            level: third("one of them may rather be", who),
            weight,
        }));
        parts
    }
}

/// The order of ids, so that the order of rows plays no part.
fn order(pool: &Pool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..pool.len() as u32).collect();
    order.par_sort_by(|a, b| {
        let (a, b) = (*a as usize, *b as usize);
        pool.rows[a].list.cmp(&pool.rows[b].list).then_with(|| pool.id(a).cmp(pool.id(b)))
    });
    order
}

fn told_apart(a: &Row, b: &Row) -> bool {
    a.told_apart_in != 0 && a.told_apart_in == b.told_apart_in
}

/// How often each pattern occurs with each rarity, in order.
fn counted(
    pool: &Pool,
    rows: &[Row],
    frequencies: &Frequencies,
    pairs: &[Pair],
    patterns: &[Pattern],
) -> Vec<(Pattern, i8, f64)> {
    let mut all: Vec<(Pattern, i8)> = pairs
        .par_iter()
        .zip(patterns)
        .map(|((a, b), pattern)| (*pattern, frequencies.rarity(pool, &rows[*a as usize], &rows[*b as usize], *pattern)))
        .collect();
    all.par_sort_unstable();
    all.chunk_by(|one, other| one == other).map(|same| (same[0].0, same[0].1, same.len() as f64)).collect()
}

/// How many pairs could be one person; at least one.
fn possible(rows: &[Row]) -> f64 {
    let right = rows.iter().filter(|row| row.list > 0).count() as f64;
    let left = rows.len() as f64 - right;
    let pairs = if right > 0.0 { left * right } else { left * (left - 1.0) / 2.0 };
    pairs.max(1.0)
}
