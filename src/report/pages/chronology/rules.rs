//! The rules that spoke, each with what it looks for, and the limits that the case sets itself.

use crate::findings::{RULES, catalogue};
use crate::report::index::Index;
use serde::Serialize;

/// The data of `chronology/rules.html`.
#[derive(Serialize)]
pub struct Rules {
    /// Those that spoke, in the order of the catalogue.
    spoke: Vec<Spoke>,
    /// Limits that differ from the catalogue's.
    limits: Vec<Limit>,
}

#[derive(Serialize)]
struct Spoke {
    id: &'static str,
    looks_for: String,
    findings: usize,
}

#[derive(Serialize)]
struct Limit {
    name: &'static str,
    value: u32,
    default: u32,
}

/// The rules that spoke and the limits that differ.
pub fn rules(index: &Index) -> Rules {
    let account = index.account;
    let number = |id: &str| account.findings.iter().filter(|one| one.rule == id).count();
    let spoke = RULES.iter().filter(|rule| number(rule.id) > 0).filter_map(|rule| {
        let looks_for = catalogue::rule(rule.id)?.looks_for();
        Some(Spoke { id: rule.id, looks_for, findings: number(rule.id) })
    });
    let limits = account.settings.iter().map(|one| Limit { name: one.name, value: one.value, default: one.default });
    Rules { spoke: spoke.collect(), limits: limits.collect() }
}
