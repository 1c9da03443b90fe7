//! The pairs that come out, each with its decision.

use super::blocks::{self, Pair, TooLarge};
use super::company::{self, Says, Weighed};
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
/// A pair that weighs less by itself comes to nothing in any company.
const FAR_BELOW: f64 = -10.0;
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
    /// A weighed pair, by the places of people in the order in which they were given.
    fn of(weighed: &Weighed, order: &[u32]) -> Link {
        let given = |at: u32| order[at as usize] as usize;
        let third = |says: Option<Says>| says.map(|(weight, who)| (weight, given(who)));
        let weight = weighed.weight();
        Link {
            left: given(weighed.pair.0),
            right: given(weighed.pair.1),
            weight,
            decision: if weight >= LINKED { Decision::Linked } else { Decision::PutForward },
            carried: third(weighed.carried),
            rivalled: third(weighed.rivalled),
        }
    }

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
        let blocks = blocks::pairs(&pool, &rows, |a, b| sought(a, b, across));
        let patterns: Vec<Pattern> =
            blocks.pairs.par_iter().map(|(a, b)| compare(&pool, &rows[*a as usize], &rows[*b as usize])).collect();
        let frequencies = Frequencies::count(&pool, &rows);
        let model = Model::fit(&Seen {
            patterns: &counted(&pool, &rows, &frequencies, &blocks.pairs, &patterns),
            drawn: &Drawn::draw(&pool, &rows),
            frequencies: &frequencies,
            people: rows.len() as f64,
            pairs: possible(&rows),
        });
        let scale = Scale { pool: &pool, model: &model, frequencies: &frequencies };
        let weighed = in_company(&scale, &rows, &blocks.pairs, &patterns, across);
        let shown = weighed.iter().filter(|weighed| weighed.weight() >= PUT_FORWARD);
        let mut links: Vec<Link> = shown.map(|weighed| Link::of(weighed, &order)).collect();
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

/// The pairs with their own weights, and then as third people leave them.
fn in_company(scale: &Scale, rows: &[Row], pairs: &[Pair], patterns: &[Pattern], across: bool) -> Vec<Weighed> {
    let two = |(a, b): Pair| (&rows[a as usize], &rows[b as usize]);
    let own = |(pair, pattern): (&Pair, &Pattern)| {
        let (a, b) = two(*pair);
        (*pair, scale.weight(a, b, *pattern))
    };
    let near: Vec<(Pair, f64)> =
        pairs.par_iter().zip(patterns).map(own).filter(|(_, weight)| *weight > FAR_BELOW).collect();
    let weight = |pair: Pair| {
        let (a, b) = two(pair);
        if told_apart(a, b) { TOLD_APART } else { scale.weight(a, b, compare(scale.pool, a, b)) }
    };
    let contradicts = |pair: Pair| {
        let (a, b) = two(pair);
        compare(scale.pool, a, b).contradicts()
    };
    let is_sought = |pair: Pair| {
        let (a, b) = two(pair);
        sought(a, b, across)
    };
    company::keep(&near, LINKED, is_sought, weight, contradicts)
}

/// The order of lists and ids, so that the order of rows plays no part.
fn order(pool: &Pool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..pool.len() as u32).collect();
    order.par_sort_by(|a, b| {
        let (a, b) = (*a as usize, *b as usize);
        pool.rows[a].list.cmp(&pool.rows[b].list).then_with(|| pool.id(a).cmp(pool.id(b)))
    });
    order
}

/// Whether a pair is looked for: across the lists where there are two, and not told apart already.
fn sought(a: &Row, b: &Row, across: bool) -> bool {
    (!across || a.list != b.list) && !told_apart(a, b)
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
