//! Pairs and clusters as tables and data.

use super::clusters::{Clusters, Why};
use super::links::{Decision, Link, Links};
use super::weigh::Part;
use serde::Serialize;

/// A pair as data.
#[derive(Serialize)]
struct ToldPair<'a> {
    left_id: &'a str,
    right_id: &'a str,
    weight: f64,
    probability: f64,
    decision: &'static str,
    parts: Vec<Part>,
}

/// A cluster as data.
#[derive(Serialize)]
struct ToldCluster<'a> {
    cluster: usize,
    people: Vec<ToldPerson<'a>>,
}

/// Somebody in a cluster.
#[derive(Serialize)]
struct ToldPerson<'a> {
    list: u8,
    id: &'a str,
}

/// A linked pair that is not in one cluster.
#[derive(Serialize)]
struct ToldRefusal<'a> {
    left_id: &'a str,
    right_id: &'a str,
    between: [&'a str; 2],
    why: Why,
}

/// Clusters as data.
#[derive(Serialize)]
struct ToldClusters<'a> {
    clusters: Vec<ToldCluster<'a>>,
    refused: Vec<ToldRefusal<'a>>,
}

/// How a decision is written.
pub fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Linked => "linked",
        Decision::PutForward => "put forward",
    }
}

/// A number that reads well.
fn rounded(number: f64, places: i32) -> f64 {
    let tens = 10f64.powi(places);
    // Adding nought turns -0 into 0.
    (number * tens).round() / tens + 0.0
}

/// A row a pair: `left_id,right_id,weight,probability,decision`.
pub fn pairs_as_csv(links: &Links) -> String {
    let mut out = String::from("left_id,right_id,weight,probability,decision\n");
    for link in &links.links {
        let (left, right) = (cell(links.pool.id(link.left)), cell(links.pool.id(link.right)));
        let (weight, probability) = (rounded(link.weight, 2), rounded(link.probability(), 6));
        out.push_str(&format!("{left},{right},{weight},{probability},{}\n", decision(link.decision)));
    }
    out
}

/// The same as data, with what of each weight every field gives.
pub fn pairs_as_json(links: &Links) -> serde_json::Result<String> {
    let told = |link: &Link| ToldPair {
        left_id: links.pool.id(link.left),
        right_id: links.pool.id(link.right),
        weight: link.weight,
        probability: link.probability(),
        decision: decision(link.decision),
        parts: links.parts(link),
    };
    let pairs: Vec<ToldPair> = links.links.iter().map(told).collect();
    serde_json::to_string_pretty(&pairs).map(|text| text + "\n")
}

/// A row for everyone: `cluster,list,id`.
pub fn clusters_as_csv(links: &Links, clusters: &Clusters) -> String {
    let mut out = String::from("cluster,list,id\n");
    for (nth, people) in clusters.clusters.iter().enumerate() {
        for at in people {
            let list = links.pool.rows[*at].list + 1;
            out.push_str(&format!("{},{list},{}\n", nth + 1, cell(links.pool.id(*at))));
        }
    }
    out
}

/// The same as data, with the pairs that were not joined and why.
pub fn clusters_as_json(links: &Links, clusters: &Clusters) -> serde_json::Result<String> {
    let id = |at: usize| links.pool.id(at);
    let person = |at: &usize| ToldPerson { list: links.pool.rows[*at].list + 1, id: id(*at) };
    let told = ToldClusters {
        clusters: clusters
            .clusters
            .iter()
            .enumerate()
            .map(|(nth, people)| ToldCluster { cluster: nth + 1, people: people.iter().map(person).collect() })
            .collect(),
        refused: clusters
            .refused
            .iter()
            .map(|refused| ToldRefusal {
                left_id: id(refused.pair.0),
                right_id: id(refused.pair.1),
                between: [id(refused.between.0), id(refused.between.1)],
                why: refused.why,
            })
            .collect(),
    };
    serde_json::to_string_pretty(&told).map(|text| text + "\n")
}

/// A cell of CSV, in quotation marks where it needs them.
fn cell(words: &str) -> std::borrow::Cow<'_, str> {
    if words.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", words.replace('"', "\"\"")).into()
    } else {
        words.into()
    }
}
