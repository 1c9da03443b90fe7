//! From words to a path.

use super::nouns::path;
use super::words::COUNTS;
use super::{Bond, Kin, Step};
use crate::model::Sex;

/// Words that say nothing about the tie itself.
const SILENT: &[&str] = &[
    "older",
    "elder",
    "younger",
    "big",
    "little",
    "wee",
    "baby",
    "eldest",
    "oldest",
    "youngest",
    "new",
    "current",
    "own",
    "birth",
    "biological",
    "bio",
    "natural",
    "real",
    "late",
    "twin",
    "adult",
    "full",
    "kinship",
    "live-in",
    "dear",
];
/// Words that put a tie in the past.
const PAST: &[&str] =
    &["ex", "former", "formerly", "previous", "past", "estranged", "separated", "then", "then-", "old"];
/// Who the words start from, where it is the child anyway.
const LEADS: &[&str] =
    &["the child's ", "subject child's ", "child's ", "the ", "her ", "his ", "their ", "my ", "our ", "a ", "an "];

/// Words of more bytes than this name no relation, and would be followed part by part.
const LONGEST: usize = 200;

/// The path of any words; see [`Kin::parse`].
pub fn read(words: &str) -> Option<Kin> {
    if words.len() > LONGEST || is_other_word(words) {
        return None;
    }
    let folded = fold(words);
    if let Some((head, inner)) = folded.strip_suffix(')').and_then(|text| text.split_once('(')) {
        // "first cousin once removed (mother's cousin)": the plain words say in which direction.
        let removed = head.contains("removed").then(|| read(inner)).flatten();
        return removed.or_else(|| read(head));
    }
    if let Some(before) = folded.strip_suffix(" of the time").or_else(|| folded.strip_suffix(" at the time")) {
        let mut kin = read(before)?;
        kin.steps.last_mut()?.former = true;
        return Some(kin);
    }
    if let Some((person, of)) = folded.split_once(" of ") {
        let mut steps = read(of)?.steps;
        steps.extend(read(person)?.steps);
        return Some(Kin { steps });
    }
    let mut steps = Vec::new();
    for part in split_possessives(&folded) {
        steps.extend(simple(&part)?);
    }
    (!steps.is_empty()).then_some(Kin { steps })
}

/// Whether the words are one plain word that names no tie: most words that are asked about are.
fn is_other_word(words: &str) -> bool {
    if words.is_empty() || !words.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let word = words.to_ascii_lowercase();
    let tie = |word: &str| matches!(word, "ex" | "cousin" | "cousins") || path(word).is_some();
    let rest = word.strip_prefix("step").or_else(|| word.strip_prefix("half"));
    !tie(&word) && !rest.is_some_and(tie)
}

fn fold(words: &str) -> String {
    let lower = words.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
    let mut text = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    for lead in LEADS {
        if let Some(rest) = text.strip_prefix(lead) {
            text = rest.to_owned();
        }
    }
    text
}

/// "mother's former partner" -> ["mother", "former partner"]; "foster carers' son" -> ["foster carers", "son"].
fn split_possessives(folded: &str) -> Vec<String> {
    let spaced = folded.replace("s' ", "s\u{0} ").replace("'s ", "\u{0} ");
    spaced.split("\u{0} ").map(str::to_owned).collect()
}

/// What the words before a noun say of it.
#[derive(Default)]
struct Marks {
    side: Option<Sex>,
    half: bool,
    step: bool,
    adoptive: bool,
    former: bool,
    inlaw: bool,
    marriage: bool,
    greats: usize,
}

fn simple(part: &str) -> Option<Vec<Step>> {
    let spaced = part
        .replace("step-", "step ")
        .replace("half-", "half ")
        .replace("great-", "great ")
        .replace("gt-", "gt ")
        .replace("grand-", "grand ")
        .replace("foster-", "foster ")
        .replace("adoptive-", "adoptive ")
        .replace("adopted-", "adopted ")
        .replace("birth-", "birth ")
        .replace("bio-", "bio ")
        .replace("ex-", "ex ")
        .replace("-in-law", " inlaw")
        .replace(" in law", " inlaw")
        .replace(" by marriage", " bymarriage");
    let mut marks = Marks::default();
    let mut words: Vec<&str> = Vec::new();
    let all: Vec<&str> = spaced.split(' ').collect();
    for (at, word) in all.iter().enumerate() {
        let alone = all.len() == 1;
        match *word {
            "maternal" | "mat" => marks.side = Some(Sex::F),
            "paternal" | "pat" => marks.side = Some(Sex::M),
            "half" => marks.half = true,
            "step" => marks.step = true,
            "adoptive" | "adopted" => marks.adoptive = true,
            "great" | "gt" => marks.greats += 1,
            "inlaw" => marks.inlaw = true,
            "bymarriage" => marks.marriage = true,
            word if PAST.contains(&word) && !alone => marks.former = true,
            word if SILENT.contains(&word) && at + 1 < all.len() => {}
            word => words.push(word),
        }
    }
    if words.is_empty() && marks.former {
        words.push("partner");
    }
    let mut noun = words.join(" ");
    for (prefix, mark) in [("step", &mut marks.step), ("half", &mut marks.half)] {
        if let Some(rest) = noun.strip_prefix(prefix).map(str::trim_start).filter(|rest| path(rest).is_some()) {
            *mark = true;
            noun = rest.to_owned();
        }
    }
    let mut steps = match noun.as_str() {
        "ex" => vec![Step { bond: Bond::Partner, sex: None, former: true }],
        noun => cousin(noun).or_else(|| path(noun).map(<[Step]>::to_vec)).or_else(|| fostered(noun))?,
    };
    apply(&mut steps, &marks);
    Some(steps)
}

/// "foster gran" is the foster carer's mother, "foster uncle" the foster carer's brother.
fn fostered(noun: &str) -> Option<Vec<Step>> {
    let mut steps = path(noun.strip_prefix("foster ")?)?.to_vec();
    let first = steps.first_mut().filter(|step| step.bond == Bond::Parent)?;
    first.bond = Bond::FosterCarer;
    Some(steps)
}

/// "second cousin", "first cousin once removed": as many parents up and children down, the older generation first.
fn cousin(noun: &str) -> Option<Vec<Step>> {
    const DEGREES: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth"];
    const TIMES: &[&str] = &["", "once", "twice", "thrice"];
    let mut degree = 1;
    let mut removed = 0;
    let mut is_cousin = false;
    for word in noun.split(' ') {
        if let Some(nth) = DEGREES.iter().position(|name| *name == word) {
            degree = nth + 1;
        } else if let Some(times) = TIMES.iter().position(|name| *name == word) {
            removed = times;
        } else if let Some(times) = COUNTS.iter().position(|count| *count == word) {
            removed = times;
        } else if let Some(times) = word.parse::<usize>().ok().filter(|times| *times < COUNTS.len()) {
            removed = times;
        } else if matches!(word, "cousin" | "cousins") {
            is_cousin = true;
        } else if !matches!(word, "times" | "removed") {
            return None;
        }
    }
    let up = std::iter::repeat_n(Step::new(Bond::Parent, None), degree + removed);
    let down = std::iter::repeat_n(Step::new(Bond::Child, None), degree);
    is_cousin.then(|| up.chain([Step::new(Bond::Sibling, None)]).chain(down).collect())
}

fn apply(steps: &mut Vec<Step>, marks: &Marks) {
    use Bond::*;
    for _ in 0..marks.greats {
        // A generation more: above the first parent, or below the first child of a sibling.
        let at = 1.min(steps.len());
        let bond = if steps.iter().any(|step| step.bond == Parent) { Parent } else { Child };
        steps.insert(at, Step::new(bond, None));
    }
    if marks.inlaw {
        match steps[..] {
            [Step { bond: Child, sex, .. }] => *steps = vec![Step::new(Child, None), Step::new(Partner, sex)],
            _ => steps.insert(0, Step::new(Partner, None)),
        }
    }
    if marks.marriage {
        let sex = steps.last().and_then(|step| step.sex);
        steps.iter_mut().for_each(|step| step.sex = None);
        steps.push(Step::new(Partner, sex));
    }
    match (marks.side, steps.first().copied()) {
        (Some(side), Some(Step { bond: Parent, .. })) if steps.len() > 1 => steps[0].sex = Some(side),
        (Some(side), Some(Step { bond: Relative | Friend, .. })) => steps.insert(0, Step::new(Parent, Some(side))),
        _ => {}
    }
    if let Some(middle) = steps.iter_mut().find(|step| step.bond == Sibling) {
        middle.bond = if marks.half {
            HalfSibling
        } else if marks.step {
            StepSibling
        } else {
            Sibling
        };
    } else if marks.step
        && let Some(last) = steps.last_mut()
    {
        last.bond = match last.bond {
            Parent => StepParent,
            Child => StepChild,
            same => same,
        };
    }
    if marks.adoptive {
        adopt(steps);
    }
    if let Some(last) = steps.last_mut() {
        last.former |= marks.former;
    }
}

/// "adoptive grandmother" is the adoptive parent's mother, "adoptive brother" the adoptive parent's child.
fn adopt(steps: &mut Vec<Step>) {
    use Bond::*;
    match steps[..] {
        [Step { bond: Sibling, sex, .. }] => *steps = vec![Step::new(AdoptiveParent, None), Step::new(Child, sex)],
        [Step { bond: Parent, .. }, ..] => steps[0].bond = AdoptiveParent,
        [.., Step { bond: Child, .. }] => {
            if let Some(last) = steps.last_mut() {
                last.bond = AdoptedChild;
            }
        }
        _ => {}
    }
}
