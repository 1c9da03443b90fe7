//! The graph of people and ties for other programs: Graphviz, Gephi and yEd, or anything that reads JSON.

use super::ties::label;
use crate::model::{Kin, Person, PersonId, Tie, TieKind, TieState};
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
    /// `kin`, `household`, `care`, `contact`, `restriction` or `alleged-abuse`.
    kind: &'static str,
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
                kind: kind(&tie.kind),
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

    /// For Graphviz, from left to right: ended ties dashed, allegations red, alleged perpetrators boxed.
    pub fn dot(&self) -> String {
        let edge = |_: &DiGraph<Node, Edge>, edge: petgraph::graph::EdgeReference<'_, Edge>| {
            let tie = edge.weight();
            let style = if tie.state == TieState::Ended { ", style=dashed" } else { "" };
            let colour = if tie.kind == ALLEGED_ABUSE { ", color=\"#a3231f\"" } else { "" };
            format!("label={}{style}{colour}", quoted(&tie.shown()))
        };
        let node = |_: &DiGraph<Node, Edge>, (_, node): (NodeIndex, &Node)| {
            let shape = if node.alleged_perpetrator { ", shape=box" } else { "" };
            format!("label={}{shape}", quoted(&node.shown()))
        };
        let config = [Config::EdgeNoLabel, Config::NodeNoLabel];
        let dot = format!("{:?}", Dot::with_attr_getters(&self.graph, &config, &edge, &node));
        dot.replacen('\n', "\n    rankdir=LR\n", 1)
    }

    /// GraphML, as Gephi and yEd read it: names and ties as `label`, and once more in yEd's own form, which it draws.
    pub fn graphml(&self) -> String {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
             xmlns:y=\"http://www.yworks.com/xml/graphml\">\n",
        );
        for (id, of, name, form) in KEYS {
            out += &format!("  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" {form}/>\n");
        }
        out += "  <graph id=\"family\" edgedefault=\"directed\">\n";
        self.graph.node_weights().for_each(|node| out += &node.graphml());
        for edge in self.graph.edge_references() {
            out += &edge.weight().graphml(edge.id().index());
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

const STRING: &str = "attr.type=\"string\"";

/// What each node and edge carries: id, for what, name, and form.
const KEYS: [(&str, &str, &str, &str); 13] = [
    ("label", "node", "label", STRING),
    ("relation", "node", "relation", STRING),
    ("born", "node", "born", STRING),
    ("alleged_perpetrator", "node", "alleged_perpetrator", "attr.type=\"boolean\""),
    ("node_graphics", "node", "graphics", "yfiles.type=\"nodegraphics\""),
    ("edge_label", "edge", "label", STRING),
    ("kind", "edge", "kind", STRING),
    ("tie", "edge", "tie", STRING),
    ("from", "edge", "from", STRING),
    ("until", "edge", "until", STRING),
    ("state", "edge", "state", STRING),
    ("evidence", "edge", "evidence", STRING),
    ("edge_graphics", "edge", "graphics", "yfiles.type=\"edgegraphics\""),
];

const ALLEGED_ABUSE: &str = "alleged-abuse";

/// A tie's kind as other programs sort by it.
fn kind(kind: &TieKind) -> &'static str {
    match kind {
        TieKind::Kin(_) => "kin",
        TieKind::Household => "household",
        TieKind::Care => "care",
        TieKind::Contact => "contact",
        TieKind::Restriction => "restriction",
        TieKind::AllegedAbuse => ALLEGED_ABUSE,
    }
}

impl Node {
    fn shown(&self) -> String {
        match &self.relation {
            Some(relation) => format!("{}\n{relation}", self.name),
            None => self.name.clone(),
        }
    }

    fn graphml(&self) -> String {
        let shape = if self.alleged_perpetrator { "rectangle" } else { "ellipse" };
        let graphics = format!(
            "<y:ShapeNode><y:Geometry width=\"150\" height=\"44\"/><y:NodeLabel>{}</y:NodeLabel><y:Shape type=\"{shape}\"/>\
             </y:ShapeNode>",
            escaped(&self.name)
        );
        let mut out = format!("    <node id=\"{}\">\n", escaped(&self.id));
        out += &data("label", Some(&self.name));
        out += &data("relation", self.relation.as_ref());
        out += &data("born", self.born.as_ref());
        out += &data("alleged_perpetrator", Some(&self.alleged_perpetrator.to_string()));
        out += &format!("      <data key=\"node_graphics\">{graphics}</data>\n");
        out + "    </node>\n"
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

    fn graphml(&self, nth: usize) -> String {
        let line = if self.state == TieState::Ended { "dashed" } else { "line" };
        let colour = if self.kind == ALLEGED_ABUSE { "#A3231F" } else { "#000000" };
        let graphics = format!(
            "<y:PolyLineEdge><y:LineStyle color=\"{colour}\" type=\"{line}\" width=\"1.0\"/>\
             <y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>{}</y:EdgeLabel></y:PolyLineEdge>",
            escaped(&self.tie)
        );
        let (source, target) = (escaped(&self.source), escaped(&self.target));
        let mut out = format!("    <edge id=\"e{nth}\" source=\"{source}\" target=\"{target}\">\n");
        out += &data("edge_label", Some(&self.tie));
        out += &data("kind", Some(&self.kind.to_owned()));
        out += &data("tie", Some(&self.tie));
        out += &data("from", self.from.as_ref());
        out += &data("until", self.until.as_ref());
        out += &data("state", Some(&state(self.state).to_owned()));
        out += &data("evidence", Some(&self.evidence.join(", ")));
        out += &format!("      <data key=\"edge_graphics\">{graphics}</data>\n");
        out + "    </edge>\n"
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
            born_between: None,
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
        assert!(export.graphml().contains("<y:EdgeLabel>in contact with</y:EdgeLabel>"));
        let graphml = export.graphml();
        let read = roxmltree::Document::parse(&graphml).expect("XML");
        let keys: Vec<_> = read
            .descendants()
            .filter(|one| one.has_tag_name(("http://graphml.graphdrawing.org/xmlns", "key")))
            .filter_map(|key| key.attribute("id"))
            .collect();
        for data in read.descendants().filter(|one| one.tag_name().name() == "data") {
            assert!(data.attribute("key").is_some_and(|key| keys.contains(&key)), "{data:?}");
        }
        assert!(export.json().contains("\"relation\": \"maternal uncle\""));
    }

    #[test]
    fn signs_that_xml_forbids_are_left_out() {
        assert_eq!(escaped("a\u{0}b\u{b}&'"), "ab&amp;&apos;");
    }
}
