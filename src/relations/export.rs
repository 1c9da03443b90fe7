//! The graph of people and ties for other programs: Graphviz, Gephi and yEd, or anything that reads JSON.

use super::ties::label;
use crate::model::{Kin, Person, PersonId, Tie, TieState};
use petgraph::dot::{Config, Dot};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;
use std::collections::BTreeMap;

/// A person as other programs see them.
#[derive(Debug, Serialize)]
pub struct Node {
    id: String,
    name: String,
    relation: Option<String>,
    born: Option<String>,
    alleged_perpetrator: bool,
}

/// "source is what of target".
#[derive(Debug, Serialize)]
pub struct Edge {
    source: String,
    target: String,
    tie: String,
    from: Option<String>,
    until: Option<String>,
    state: TieState,
    evidence: Vec<String>,
}

/// People and ties, each tie an edge of its own: two people may have several.
pub struct Export {
    graph: DiGraph<Node, Edge>,
}

impl Export {
    /// The graph of these people and ties; a tie to somebody who is not among them is left out.
    pub fn of(persons: &[Person], ties: &[Tie], kin: &BTreeMap<PersonId, Kin>, alleged: &[&PersonId]) -> Self {
        let mut graph = DiGraph::new();
        let nodes: BTreeMap<&PersonId, NodeIndex> = persons
            .iter()
            .map(|person| {
                let node = Node {
                    id: person.id.0.clone(),
                    name: person.name.clone(),
                    relation: kin.get(&person.id).map(Kin::words),
                    born: person.born.as_ref().map(|born| born.edtf.clone()),
                    alleged_perpetrator: alleged.contains(&&person.id),
                };
                (&person.id, graph.add_node(node))
            })
            .collect();
        for tie in ties {
            let (Some(&person), Some(&of)) = (nodes.get(&tie.person), nodes.get(&tie.of)) else { continue };
            let edge = Edge {
                source: tie.person.0.clone(),
                target: tie.of.0.clone(),
                tie: label(&tie.kind),
                from: tie.from.map(|day| day.to_string()),
                until: tie.until.map(|day| day.to_string()),
                state: tie.state,
                evidence: tie.evidence.iter().map(|entry| entry.0.clone()).collect(),
            };
            graph.add_edge(person, of, edge);
        }
        Export { graph }
    }

    /// For Graphviz: ended ties dashed, alleged perpetrators boxed.
    pub fn dot(&self) -> String {
        let edge = |_: &DiGraph<Node, Edge>, edge: petgraph::graph::EdgeReference<'_, Edge>| {
            let style = if edge.weight().state == TieState::Ended { ", style=dashed" } else { "" };
            format!("label={}{style}", quoted(&edge.weight().shown()))
        };
        let node = |_: &DiGraph<Node, Edge>, (_, node): (NodeIndex, &Node)| {
            let shape = if node.alleged_perpetrator { ", shape=box" } else { "" };
            format!("label={}{shape}", quoted(&node.shown()))
        };
        let config = [Config::EdgeNoLabel, Config::NodeNoLabel];
        format!("{:?}", Dot::with_attr_getters(&self.graph, &config, &edge, &node))
    }

    /// GraphML, as Gephi and yEd read it.
    pub fn graphml(&self) -> String {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        );
        for (key, of) in KEYS {
            out += &format!("  <key id=\"{key}\" for=\"{of}\" attr.name=\"{key}\" attr.type=\"string\"/>\n");
        }
        out += "  <graph id=\"family\" edgedefault=\"directed\">\n";
        for node in self.graph.node_weights() {
            out += &format!("    <node id=\"{}\">\n", escaped(&node.id));
            out += &data("label", Some(&node.name));
            out += &data("relation", node.relation.as_ref());
            out += &data("born", node.born.as_ref());
            out += &data("alleged_perpetrator", Some(&node.alleged_perpetrator.to_string()));
            out += "    </node>\n";
        }
        for edge in self.graph.edge_references() {
            let (tie, nth) = (edge.weight(), edge.id().index());
            out += &format!(
                "    <edge id=\"e{nth}\" source=\"{}\" target=\"{}\">\n",
                escaped(&tie.source),
                escaped(&tie.target)
            );
            out += &data("tie", Some(&tie.tie));
            out += &data("from", tie.from.as_ref());
            out += &data("until", tie.until.as_ref());
            out += &data("state", Some(&state(tie.state).to_owned()));
            out += &data("evidence", Some(&tie.evidence.join(", ")));
            out += "    </edge>\n";
        }
        out + "  </graph>\n</graphml>\n"
    }

    /// Nodes and edges as two lists.
    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Lists<'a> {
            people: Vec<&'a Node>,
            ties: Vec<&'a Edge>,
        }
        let lists = Lists { people: self.graph.node_weights().collect(), ties: self.graph.edge_weights().collect() };
        serde_json::to_string_pretty(&lists).map_or_else(|_| String::new(), |text| text + "\n")
    }
}

const KEYS: [(&str, &str); 9] = [
    ("label", "node"),
    ("relation", "node"),
    ("born", "node"),
    ("alleged_perpetrator", "node"),
    ("tie", "edge"),
    ("from", "edge"),
    ("until", "edge"),
    ("state", "edge"),
    ("evidence", "edge"),
];

impl Node {
    fn shown(&self) -> String {
        match &self.relation {
            Some(relation) => format!("{}\n{relation}", self.name),
            None => self.name.clone(),
        }
    }
}

impl Edge {
    fn shown(&self) -> String {
        match (&self.from, &self.until) {
            (None, None) => self.tie.clone(),
            (from, until) => {
                let day = |day: &Option<String>| day.clone().unwrap_or_default();
                format!("{}\n{} to {}", self.tie, day(from), day(until))
            }
        }
    }
}

fn state(state: TieState) -> &'static str {
    match state {
        TieState::Open => "open",
        TieState::Ended => "ended",
        TieState::NotKnown => "not-known",
    }
}

/// A string as Graphviz reads it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

fn data(key: &str, value: Option<&String>) -> String {
    value.map_or_else(String::new, |value| format!("      <data key=\"{key}\">{}</data>\n", escaped(value)))
}

/// Text for XML: its five signs, and none of the control signs that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&apos;",
            '\n' | '\t' => out.push(' '),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Export, escaped};
    use crate::model::{EntryId, Kin, Person, PersonId, Tie, TieKind, TieState};
    use std::collections::BTreeMap;

    fn person(id: &str, name: &str) -> Person {
        Person {
            id: PersonId(id.into()),
            name: name.into(),
            also_known_as: Vec::new(),
            born: None,
            died: None,
            sex: None,
            nhs_number: None,
            on_front_sheet: false,
            named: true,
            mentions: Vec::new(),
            reasons: Vec::new(),
        }
    }

    fn export() -> Export {
        let persons = [person("ray", "Ray \"R\" <Sleight>"), person("child", "Chloe")];
        let tie = Tie {
            person: PersonId("ray".into()),
            kind: TieKind::Contact,
            of: PersonId("child".into()),
            from: None,
            last_shown: None,
            until: None,
            state: TieState::Open,
            evidence: vec![EntryId("returns/gp.csv:2".into())],
        };
        let kin = BTreeMap::from_iter(Kin::parse("maternal uncle").map(|kin| (PersonId("ray".into()), kin)));
        Export::of(&persons, &[tie], &kin, &[&PersonId("ray".into())])
    }

    #[test]
    fn every_form_holds_the_people_and_the_tie() {
        let export = export();
        assert!(export.dot().starts_with("digraph {"));
        assert!(export.dot().contains("0 -> 1 [ label=\"in contact with\"]"), "{}", export.dot());
        assert!(
            export.graphml().contains("<node id=\"ray\">\n      <data key=\"label\">Ray &quot;R&quot; &lt;Sleight&gt;")
        );
        assert!(export.graphml().contains("source=\"ray\" target=\"child\""));
        assert!(export.json().contains("\"relation\": \"maternal uncle\""));
    }

    #[test]
    fn signs_that_xml_forbids_are_left_out() {
        assert_eq!(escaped("a\u{0}b\u{b}&'"), "ab&amp;&apos;");
    }
}
