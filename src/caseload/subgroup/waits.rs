//! How long responses took, as distributions against their limits.

use super::behind::Behind;
use super::{Number, View};
use crate::caseload::gist::Wait;
use crate::caseload::shown;
use crate::report::plain;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Where the bars begin, in the drawing's own units.
const LEFT: usize = 190;
/// The longest bar.
const LONGEST: usize = 330;
/// The height of a row.
const ROW: usize = 26;

/// The responses of one kind.
#[derive(Serialize)]
pub struct Kind {
    title: String,
    limit: String,
    measured: Number,
    median: Option<String>,
    bars: Vec<Bar>,
    height: usize,
}

/// A stretch of time, and how many took so long.
#[derive(Serialize)]
struct Bar {
    label: String,
    number: Number,
    y: usize,
    text_y: usize,
    text_x: usize,
    width: usize,
    late: bool,
    hidden: bool,
}

/// Every kind of response that some history measures.
pub fn waits(view: &View<'_>, behind: &mut Behind<'_>) -> Vec<Kind> {
    let mut kinds: BTreeMap<(&str, &str), Vec<(usize, &Wait)>> = BTreeMap::new();
    for (at, case) in view.cases.iter().enumerate() {
        for wait in &case.gist.waits {
            kinds.entry((&wait.what, &wait.response)).or_default().push((at, wait));
        }
    }
    kinds.into_iter().map(|((what, response), waits)| kind(view, behind, what, response, &waits)).collect()
}

fn kind(view: &View<'_>, behind: &mut Behind<'_>, what: &str, response: &str, waits: &[(usize, &Wait)]) -> Kind {
    let title = format!("From {what} to {response}");
    let unit = waits.first().map_or("", |(_, wait)| wait.unit.as_str());
    let limits: BTreeSet<u32> = waits.iter().map(|(_, wait)| wait.limit).collect();
    let limits: Vec<String> = limits.iter().map(u32::to_string).collect();
    let all: BTreeSet<usize> = waits.iter().map(|(at, _)| *at).collect();
    let measured_hidden = !view.may_show(&all);
    let measured = behind.number(waits.len(), measured_hidden, &all, &format!("{title}: all"));
    let labels =
        ["within the limit", "up to twice the limit", "up to four times", "longer than that", "no response shown"];
    let of: Vec<Vec<usize>> = (0..labels.len())
        .map(|bin| waits.iter().filter(|(_, wait)| bin_of(wait) == bin).map(|(at, _)| *at).collect())
        .collect();
    let children: Vec<BTreeSet<usize>> = of.iter().map(|cases| cases.iter().copied().collect()).collect();
    let hidden = shown::hidden(&children.iter().map(BTreeSet::len).collect::<Vec<_>>(), view.limit);
    let most =
        of.iter().zip(&hidden).filter(|(_, hidden)| !**hidden).map(|(cases, _)| cases.len()).max().unwrap_or(0).max(1);
    let bars = (0..labels.len()).map(|bin| {
        let hidden = hidden[bin] || measured_hidden;
        let width = if hidden { 0 } else { of[bin].len() * LONGEST / most };
        Bar {
            label: labels[bin].to_owned(),
            number: behind.number(of[bin].len(), hidden, &children[bin], &format!("{title}: {}", labels[bin])),
            y: bin * ROW + 4,
            text_y: bin * ROW + 20,
            text_x: LEFT + width + 8,
            width,
            late: bin > 0,
            hidden,
        }
    });
    let bars: Vec<Bar> = bars.collect();
    Kind {
        limit: format!("{} {unit}", plain::or(&limits)),
        measured,
        median: median(waits, view.limit).filter(|_| !measured_hidden).map(|median| format!("{median} {unit}")),
        height: bars.len() * ROW + 4,
        bars,
        title,
    }
}

/// Which stretch of time a response falls into.
fn bin_of(wait: &Wait) -> usize {
    match (wait.answered, wait.took, wait.limit) {
        (false, ..) => 4,
        (_, took, limit) if took <= limit => 0,
        (_, took, limit) if took <= 2 * limit => 1,
        (_, took, limit) if took <= 4 * limit => 2,
        _ => 3,
    }
}

/// The middle of those that were answered, where there are so many that it is nobody's own.
fn median(waits: &[(usize, &Wait)], limit: usize) -> Option<u32> {
    let mut took: Vec<u32> = waits.iter().filter(|(_, wait)| wait.answered).map(|(_, wait)| wait.took).collect();
    took.sort_unstable();
    (took.len() >= (2 * limit).max(1)).then(|| took[took.len() / 2])
}
