//! Who belongs together: linked pairs gathered into people.
//!
//! The heaviest pairs join first. A join is refused where it would put two into one cluster who cannot be one person:
//! told apart already, or with two NHS numbers that are both in order, or with two other numbers of one kind and not
//! linked to each other themselves, or where all that lies between the two sides speaks against it. What was refused is said.

use super::blocks::Pair;
use super::compare::compare;
use super::levels::Field;
use super::links::{Decision, Links};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// Everyone by the cluster they belong to, and the joins that were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clusters {
    /// Places of people, in the order in which they were given; the clusters by their first.
    pub clusters: Vec<Vec<usize>>,
    /// Linked pairs that are not in one cluster.
    pub refused: Vec<Refused>,
}

/// A linked pair that would have put two into one cluster who cannot be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The linked pair.
    pub pair: (usize, usize),
    /// The two who cannot be one.
    pub between: (usize, usize),
    /// Why not.
    pub why: Why,
}

/// Why two cannot be one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// They were told apart already.
    ToldApart,
    /// They have two different numbers of one kind.
    OtherIdentifier,
    /// More speaks against the two sides being one person than for it.
    SpeaksAgainst,
}

/// Gathers the linked pairs.
pub fn gather(links: &Links) -> Clusters {
    let linked: Vec<&super::Link> = links.links.iter().filter(|link| link.decision == Decision::Linked).collect();
    let weights: HashMap<Pair, f64> = linked.iter().map(|link| (pair(link.left, link.right), link.weight)).collect();
    let mut home: Vec<u32> = (0..links.pool.len() as u32).collect();
    let mut members: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut refused = Vec::new();
    for link in linked {
        let (a, b) = (home[link.left], home[link.right]);
        if a == b {
            continue;
        }
        let of = |cluster: u32, alone: usize| members.get(&cluster).cloned().unwrap_or_else(|| vec![alone]);
        let (one, other) = (of(a, link.left), of(b, link.right));
        if let Some((between, why)) = against(links, &weights, &one, &other) {
            refused.push(Refused { pair: (link.left, link.right), between, why });
            continue;
        }
        for member in &other {
            home[*member] = a;
        }
        members.remove(&b);
        members.insert(a, [one, other].concat());
    }
    let mut clusters: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, home) in home.iter().enumerate() {
        clusters.entry(*home).or_default().push(at);
    }
    let mut clusters: Vec<Vec<usize>> = clusters.into_values().collect();
    clusters.sort();
    Clusters { clusters, refused }
}

fn pair(a: usize, b: usize) -> Pair {
    (a.min(b) as u32, a.max(b) as u32)
}

/// Why two sides cannot be one person, and between whom that lies.
fn against(
    links: &Links,
    weights: &HashMap<Pair, f64>,
    one: &[usize],
    other: &[usize],
) -> Option<((usize, usize), Why)> {
    let mut sum = 0.0;
    let mut least: Option<(f64, (usize, usize))> = None;
    for (a, b) in one.iter().flat_map(|a| other.iter().map(|b| (*a, *b))) {
        let (left, right) = (&links.pool.rows[a], &links.pool.rows[b]);
        if left.told_apart_in != 0 && left.told_apart_in == right.told_apart_in {
            return Some(((a, b), Why::ToldApart));
        }
        let linked = weights.get(&pair(a, b));
        let pattern = compare(&links.pool, left, right);
        let identifier = pattern.level(Field::Identifier);
        if identifier == Some(4) || linked.is_none() && identifier == Some(3) {
            return Some(((a, b), Why::OtherIdentifier));
        }
        let weight = linked.copied().unwrap_or_else(|| links.own_weight(a, b));
        sum += weight;
        if least.is_none_or(|(least, _)| weight < least) {
            least = Some((weight, (a, b)));
        }
    }
    least.filter(|_| sum < 0.0).map(|(_, between)| (between, Why::SpeaksAgainst))
}
