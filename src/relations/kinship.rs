//! What everyone is to the child: the shortest way through the graph of kin ties, in one path.
//!
//! This graph knows no dates but one: of two accounts of a partnership, present and past, the later is believed.

use super::ways::Ways;
use crate::model::{Bond, EntryId, Kin, Person, PersonId, Step};
use crate::people::{KinFact, People};
use petgraph::graph::{Graph, NodeIndex};
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// What a whole step costs; a step to somebody of unknown sex costs a little more, so that "mother's brother" wins over "uncle".
const STEP: u32 = 100;
/// What a tie that is no kin costs beside: a friend of the mother is first of all what the mother's words make him.
const LOOSE: u32 = 150;

/// The kin ties of a case as a graph, both ways, each edge with the steps that lead along it.
pub struct Kinship<'a> {
    graph: Graph<&'a Person, Edge>,
    nodes: BTreeMap<&'a PersonId, NodeIndex>,
    child: Option<NodeIndex>,
    ways: Option<Ways>,
    listed: BTreeMap<&'a PersonId, &'a Kin>,
}

/// A tie as an edge.
struct Edge {
    kin: Kin,
    /// Of equal cost the lowest counts.
    rank: usize,
}

impl<'a> Kinship<'a> {
    /// The graph of everything that is said of kin.
    pub fn of(people: &'a People) -> Self {
        let mut graph = Graph::new();
        let nodes: BTreeMap<&PersonId, NodeIndex> =
            people.persons.iter().map(|person| (&person.id, graph.add_node(person))).collect();
        let child = people.persons.first().and_then(|child| nodes.get(&child.id)).copied();
        let mut listed = BTreeMap::new();
        let mut past = Past::of(people);
        let mut said: FxHashMap<(NodeIndex, NodeIndex, Kin), (usize, usize)> = FxHashMap::default();
        for (at, fact) in people.kin.iter().enumerate() {
            let (Some(&person), Some(&of)) = (nodes.get(&fact.person), nodes.get(&fact.of)) else { continue };
            if Some(of) == child && is_given(&fact.evidence) {
                listed.entry(&fact.person).or_insert(&fact.kin);
            }
            let mut kin = fact.kin.clone();
            if let Some(last) = kin.steps.last_mut() {
                last.former = past.is_former(fact);
            }
            let next = said.len();
            let (_, last) = said.entry((of, person, kin)).or_insert((next, 0));
            *last = at;
        }
        // What is said often is one edge, laid where it was said last and first of its cost where it was said first.
        let mut said: Vec<_> = said.into_iter().collect();
        said.sort_unstable_by_key(|(_, (_, last))| *last);
        for ((of, person, kin), (first, _)) in said {
            let mut back = kin.inverse();
            if let Some(last) = back.steps.last_mut() {
                last.sex = graph[of].sex;
            }
            graph.add_edge(of, person, Edge { kin, rank: 2 * first });
            graph.add_edge(person, of, Edge { kin: back, rank: 2 * first + 1 });
        }
        let ways = child.map(|child| Ways::from(&graph, child, |edge| cost(&edge.weight().kin)));
        Kinship { graph, nodes, child, ways, listed }
    }

    /// The path from the child to a person; none for the child and for whoever no tie leads to. What the front
    /// sheet says of them stands before what is worked out.
    pub fn to_child(&self, person: &PersonId) -> Option<Kin> {
        let mut kin = match self.listed.get(person) {
            Some(kin) => (*kin).clone(),
            None => self.shortest(*self.nodes.get(person)?)?,
        };
        if let (Some(last), Some(node)) = (kin.steps.last_mut(), self.nodes.get(person)) {
            last.sex = last.sex.or(self.graph[*node].sex);
        }
        Some(kin)
    }

    fn shortest(&self, goal: NodeIndex) -> Option<Kin> {
        let start = self.child.filter(|child| *child != goal)?;
        let way = self.ways.as_ref()?.to(goal)?;
        let mut path: Vec<(Step, Option<NodeIndex>)> = Vec::new();
        for pair in way.windows(2) {
            let edges = self.graph.edges_connecting(pair[0], pair[1]);
            let best = edges.min_by_key(|edge| (cost(&edge.weight().kin), edge.weight().rank))?;
            let (last, before) = best.weight().kin.steps.split_last()?;
            path.extend(before.iter().map(|step| (*step, None)));
            path.push((Step { sex: last.sex.or(self.graph[pair[1]].sex), ..*last }, Some(pair[1])));
        }
        Some(Kin { steps: self.shortened(start, path) })
    }

    /// The path with what two steps together mean: a parent's child is a sibling, a sibling's parent a parent.
    fn shortened(&self, start: NodeIndex, path: Vec<(Step, Option<NodeIndex>)>) -> Vec<Step> {
        let mut short: Vec<(Step, Option<NodeIndex>)> = Vec::new();
        for (step, to) in path {
            let last = short.last().map(|(last, _)| last.bond);
            let from = short.len().checked_sub(2).map_or(Some(start), |at| short[at].1);
            let bond = match (last, step.bond) {
                (Some(Bond::Parent), Bond::Child) if self.are_half(from, to) => Some(Bond::HalfSibling),
                (Some(Bond::Parent), Bond::Child) => Some(Bond::Sibling),
                (Some(Bond::StepParent), Bond::Child) => Some(Bond::StepSibling),
                (Some(Bond::Sibling), Bond::Parent) => Some(Bond::Parent),
                (Some(Bond::Sibling), Bond::Sibling) => Some(Bond::Sibling),
                _ => None,
            };
            if bond.is_some() {
                short.pop();
            }
            short.push((Step { bond: bond.unwrap_or(step.bond), ..step }, to));
        }
        short.into_iter().map(|(step, _)| step).collect()
    }

    /// Whether two children of one parent have different other parents, both known.
    fn are_half(&self, one: Option<NodeIndex>, other: Option<NodeIndex>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return false };
        let (a, b) = (self.parents(one), self.parents(other));
        a.intersection(&b).count() == 1 && a.len() == 2 && b.len() == 2
    }

    fn parents(&self, of: NodeIndex) -> BTreeSet<NodeIndex> {
        let edges = self.graph.edges(of);
        let parent = edges.filter(|edge| matches!(edge.weight().kin.steps[..], [Step { bond: Bond::Parent, .. }]));
        parent.map(|edge| edge.target()).collect()
    }
}

/// What a person is to the child, as a path; [`Kin::words`] says it in words.
pub fn relation_to_child(people: &People, person: &PersonId) -> Option<Kin> {
    Kinship::of(people).to_child(person)
}

/// Whether a person said so: on the front sheet, or by a decision (which comes first).
fn is_given(evidence: &EntryId) -> bool {
    matches!(evidence.0.as_str(), "case.json" | "decisions.json")
}

fn cost(kin: &Kin) -> u32 {
    let of_step = |step: &Step| {
        let loose = matches!(step.bond, Bond::Friend | Bond::Neighbour | Bond::Unrelated | Bond::Relative);
        // A half-brother is often only called brother: the narrower word is believed.
        STEP - u32::from(step.bond == Bond::HalfSibling) + u32::from(step.sex.is_none()) + if loose { LOOSE } else { 0 }
    };
    kin.steps.iter().map(of_step).sum()
}

/// Which partnerships are over, each pair looked at once.
struct Past<'p> {
    accounts: FxHashMap<(&'p PersonId, &'p PersonId), Vec<&'p KinFact>>,
    known: FxHashMap<(&'p PersonId, &'p PersonId), bool>,
}

impl<'p> Past<'p> {
    fn of(people: &'p People) -> Self {
        let mut accounts: FxHashMap<_, Vec<&KinFact>> = FxHashMap::default();
        for fact in people.kin.iter().filter(|fact| partner(&fact.kin).is_some_and(|(is, _)| is)) {
            accounts.entry(pair(fact)).or_default().push(fact);
        }
        Past { accounts, known: FxHashMap::default() }
    }

    /// Whether a partnership is over by the latest account of it; the front sheet is the latest there is.
    fn is_former(&mut self, fact: &'p KinFact) -> bool {
        if partner(&fact.kin).is_none_or(|(is, _)| !is) {
            return fact.kin.steps.last().is_some_and(|step| step.former);
        }
        let accounts = self.accounts.get(&pair(fact)).map_or(&[][..], Vec::as_slice);
        *self.known.entry(pair(fact)).or_insert_with(|| latest_is_former(accounts))
    }
}

/// The two of whom a fact speaks, whoever is named first.
fn pair(fact: &KinFact) -> (&PersonId, &PersonId) {
    let (one, other) = (&fact.person, &fact.of);
    (one.min(other), one.max(other))
}

/// Whether the last step of a path is a partnership, and whether it is told as past.
fn partner(kin: &Kin) -> Option<(bool, bool)> {
    kin.steps.last().map(|step| (step.bond == Bond::Partner, step.former))
}

/// Whether the latest of the accounts of a partnership puts it in the past.
fn latest_is_former(accounts: &[&KinFact]) -> bool {
    let latest = accounts
        .iter()
        .max_by_key(|other| (is_given(&other.evidence), other.said_on, other.kin.steps.last().map(|step| step.former)));
    latest.and_then(|other| other.kin.steps.last()).is_some_and(|step| step.former)
}
