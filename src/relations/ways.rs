//! The cheapest ways from one node of a graph to every other, found in one walk.

use petgraph::graph::{EdgeReference, Graph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// From where the cheapest way reaches each node.
pub struct Ways {
    start: NodeIndex,
    before: Vec<Option<NodeIndex>>,
}

impl Ways {
    /// The ways from a node, by what each edge costs. Of ways of equal cost the one found first is taken.
    pub fn from<N, E>(graph: &Graph<N, E>, start: NodeIndex, cost: impl Fn(EdgeReference<'_, E>) -> u32) -> Self {
        let mut before = vec![None; graph.node_count()];
        let mut costs = vec![u32::MAX; graph.node_count()];
        costs[start.index()] = 0;
        let mut open = BinaryHeap::from([Reached { cost: 0, node: start }]);
        while let Some(Reached { cost: so_far, node }) = open.pop() {
            if costs[node.index()] < so_far {
                continue;
            }
            for edge in graph.edges(node) {
                let (next, whole) = (edge.target(), so_far + cost(edge));
                if whole < costs[next.index()] {
                    costs[next.index()] = whole;
                    before[next.index()] = Some(node);
                    open.push(Reached { cost: whole, node: next });
                }
            }
        }
        Ways { start, before }
    }

    /// The nodes of the way to a node, both ends among them; none where no way leads there.
    pub fn to(&self, goal: NodeIndex) -> Option<Vec<NodeIndex>> {
        let mut way = vec![goal];
        let mut at = goal;
        while at != self.start {
            at = self.before[at.index()]?;
            way.push(at);
        }
        way.reverse();
        Some(way)
    }
}

/// A node that was reached: the cheapest comes first, and of equals none before another.
struct Reached {
    cost: u32,
    node: NodeIndex,
}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        Reverse(self.cost).cmp(&Reverse(other.cost))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Reached {
    fn eq(&self, other: &Self) -> bool {
        self.cost == other.cost
    }
}

impl Eq for Reached {}

#[cfg(test)]
mod tests {
    use super::Ways;
    use petgraph::graph::Graph;

    #[test]
    fn the_cheapest_way_is_found_to_every_node() {
        let mut graph: Graph<(), u32> = Graph::new();
        let nodes: Vec<_> = (0..4).map(|_| graph.add_node(())).collect();
        for (from, to, cost) in [(0, 1, 5), (0, 2, 1), (2, 1, 1)] {
            graph.add_edge(nodes[from], nodes[to], cost);
        }
        let ways = Ways::from(&graph, nodes[0], |edge| *edge.weight());
        assert_eq!(ways.to(nodes[1]), Some(vec![nodes[0], nodes[2], nodes[1]]));
        assert_eq!(ways.to(nodes[3]), None);
    }
}
