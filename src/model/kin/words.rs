//! From a path to words.

use super::{Bond, Step};
use crate::model::Sex;

/// The words for any path; see [`super::Kin::words`].
pub fn say(steps: &[Step]) -> String {
    if let Some(removed) = removed_cousin(steps) {
        return removed;
    }
    let mut rest = steps;
    let mut parts: Vec<String> = Vec::new();
    while !rest.is_empty() {
        let first = parts.is_empty();
        let (taken, noun) = (1..=rest.len())
            .rev()
            .find_map(|n| Some((n, noun(&rest[..n], first)?)))
            .unwrap_or((1, "relative".to_owned()));
        parts.push(noun);
        rest = &rest[taken..];
    }
    // "child's" at the start would be read as "the subject child's".
    if parts.len() > 1 && parts[0] == "child" {
        parts[0].insert_str(0, "own ");
    }
    parts.join("'s ")
}

/// The noun for a path that has one; `first` where nothing stands before it, so that a side can be said.
fn noun(steps: &[Step], first: bool) -> Option<String> {
    use Bond::*;
    let (last, inner) = steps.split_last()?;
    if inner.iter().any(|step| step.former) {
        return None;
    }
    let former = if last.former { "former " } else { "" };
    let side = match steps[0].sex {
        Some(Sex::F) if first => "maternal ",
        Some(Sex::M) if first => "paternal ",
        _ => "",
    };
    let up = steps.iter().take_while(|step| step.bond == Parent).count();
    let rest: Vec<Bond> = steps[up..].iter().map(|step| step.bond).collect();
    let sex = last.sex;
    let word = match (up, &rest[..]) {
        (1, []) => of_sex(sex, "mother", "father", "parent"),
        (up, []) => format!("{side}{}{}", greats(up - 2), of_sex(sex, "grandmother", "grandfather", "grandparent")),
        (1, [StepParent]) => {
            format!("{side}{}", of_sex(sex, "step-grandmother", "step-grandfather", "step-grandparent"))
        }
        (0, [AdoptiveParent, Child]) => of_sex(sex, "adoptive sister", "adoptive brother", "adoptive sibling"),
        (0, [AdoptiveParent, ..]) if steps.len() > 1 => {
            let as_born: Vec<Step> =
                std::iter::once(Step::new(Parent, None)).chain(steps[1..].iter().copied()).collect();
            if steps[0].sex.is_some() || last.former || !matches!(rest[..], [_, Parent] | [_, Sibling]) {
                return None;
            }
            format!("adoptive {}", noun(&as_born, first)?)
        }
        (1, [Sibling, Partner]) if steps[1].sex.is_none() && sex.is_some() => {
            format!("{side}{} by marriage", of_sex(sex, "aunt", "uncle", ""))
        }
        (0, [Partner, Parent]) => of_sex(sex, "mother-in-law", "father-in-law", "parent-in-law"),
        (0, [Partner, Sibling]) => of_sex(sex, "sister-in-law", "brother-in-law", "sibling-in-law"),
        (0, [Child, Partner]) if inner[0].sex.is_none() && sex.is_some() => {
            of_sex(sex, "daughter-in-law", "son-in-law", "")
        }
        (0, [Child]) => of_sex(sex, "daughter", "son", "child"),
        (0, down) if down.iter().all(|bond| *bond == Child) => {
            format!("{}{}", greats(down.len() - 2), of_sex(sex, "granddaughter", "grandson", "grandchild"))
        }
        (up, [middle @ (Sibling | HalfSibling | StepSibling), down @ ..]) if down.iter().all(|bond| *bond == Child) => {
            collateral(up, *middle, down.len(), sex, side)?
        }
        (0, [one]) => single(*one, sex),
        _ => return None,
    };
    Some(format!("{former}{word}"))
}

/// Brothers and sisters, aunts and uncles, nieces and nephews, cousins of one generation.
fn collateral(up: usize, middle: Bond, down: usize, sex: Option<Sex>, side: &str) -> Option<String> {
    let kind = match middle {
        Bond::HalfSibling => "half-",
        Bond::StepSibling => "step-",
        _ => "",
    };
    Some(match (up, down) {
        (0, 0) => format!("{kind}{}", of_sex(sex, "sister", "brother", "sibling")),
        (up, 0) => format!("{side}{}{kind}{}", greats(up - 1), of_sex(sex, "aunt", "uncle", "aunt or uncle")),
        (0, down) => format!("{}{kind}{}", greats(down - 1), of_sex(sex, "niece", "nephew", "niece or nephew")),
        (1, 1) => format!("{kind}cousin"),
        (up, down) if up == down && up <= DEGREES.len() => format!("{} {kind}cousin", DEGREES[up - 1]),
        _ => return None,
    })
}

/// Numbers as they are said of cousins.
pub const COUNTS: &[&str] = &["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const DEGREES: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth"];

/// Cousins of different generations: the term, and the plain words that say which of the two is the older.
fn removed_cousin(steps: &[Step]) -> Option<String> {
    let up = steps.iter().take_while(|step| step.bond == Bond::Parent).count();
    let down = steps.iter().rev().take_while(|step| step.bond == Bond::Child).count();
    let middle = steps.get(up).map(|step| step.bond)?;
    let blood = matches!(middle, Bond::Sibling | Bond::HalfSibling);
    let degree = up.min(down);
    if !blood || up + down + 1 != steps.len() || degree == 0 || up == down || steps.iter().any(|step| step.former) {
        return None;
    }
    let times = match up.abs_diff(down) {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{} times", COUNTS.get(times).copied().unwrap_or("many")),
    };
    let cut = if up > down { up - down } else { 2 * up + 1 };
    let (one, other) = steps.split_at(cut);
    let half = if middle == Bond::HalfSibling { "half-" } else { "" };
    Some(format!("{} {half}cousin {times} removed ({}'s {})", DEGREES.get(degree - 1)?, say(one), say(other)))
}

fn single(bond: Bond, sex: Option<Sex>) -> String {
    use Bond::*;
    match bond {
        StepParent => of_sex(sex, "step-mother", "step-father", "step-parent"),
        AdoptiveParent => of_sex(sex, "adoptive mother", "adoptive father", "adoptive parent"),
        StepChild => of_sex(sex, "step-daughter", "step-son", "step-child"),
        AdoptedChild => of_sex(sex, "adopted daughter", "adopted son", "adopted child"),
        FosterSibling => of_sex(sex, "foster sister", "foster brother", "foster sibling"),
        FosterChild => of_sex(sex, "foster daughter", "foster son", "foster child"),
        FosterCarer => "foster carer".to_owned(),
        Partner => "partner".to_owned(),
        Friend => "friend".to_owned(),
        Neighbour => "neighbour".to_owned(),
        Lodger => "lodger".to_owned(),
        Unrelated => "unrelated".to_owned(),
        _ => "relative".to_owned(),
    }
}

fn of_sex(sex: Option<Sex>, f: &str, m: &str, unknown: &str) -> String {
    match sex {
        Some(Sex::F) => f.to_owned(),
        Some(Sex::M) => m.to_owned(),
        None => unknown.to_owned(),
    }
}

fn greats(n: usize) -> String {
    "great-".repeat(n)
}
