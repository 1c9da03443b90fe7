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

/// How long responses took.
#[derive(Serialize)]
pub struct Waits {
    kinds: Vec<Kind>,
    /// Kinds that too few histories measure.
    too_few: Vec<String>,
}

/// The responses of one kind.
#[derive(Serialize)]
struct Kind {
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
    label: &'static str,
    number: Number,
    y: usize,
    text_y: usize,
    text_x: usize,
    width: usize,
    late: bool,
}

/// Every kind of response that some history measures.
pub fn waits(view: &View<'_>, behind: &mut Behind<'_>) -> Waits {
    let mut kinds: BTreeMap<(&str, &str), Vec<(usize, &Wait)>> = BTreeMap::new();
    for (at, case) in view.cases.iter().enumerate() {
        for wait in &case.gist.waits {
            kinds.entry((&wait.what, &wait.response)).or_default().push((at, wait));
        }
    }
    let mut all = Waits { kinds: Vec::new(), too_few: Vec::new() };
    for ((what, response), waits) in kinds {
        let title = format!("From {what} to {response}");
        let cases: BTreeSet<usize> = waits.iter().map(|(at, _)| *at).collect();
        if view.may_show(&cases) {
            all.kinds.push(kind(view, behind, title, &cases, &waits));
        } else {
            all.too_few.push(title);
        }
    }
    all
}

/// The stretches of time, against the limit.
const BINS: &[&str] =
    &["within the limit", "up to twice the limit", "up to four times", "longer than that", "no response shown"];

fn kind(
    view: &View<'_>,
    behind: &mut Behind<'_>,
    title: String,
    cases: &BTreeSet<usize>,
    waits: &[(usize, &Wait)],
) -> Kind {
    let unit = waits.first().map_or("", |(_, wait)| wait.unit.as_str());
    let limits: BTreeSet<u32> = waits.iter().map(|(_, wait)| wait.limit).collect();
    let limits: Vec<String> = limits.iter().map(u32::to_string).collect();
    let measured = behind.number(waits.len(), false, cases, &format!("{title}: all"));
    let of: Vec<Vec<usize>> = (0..BINS.len())
        .map(|bin| waits.iter().filter(|(_, wait)| bin_of(wait) == bin).map(|(at, _)| *at).collect())
        .collect();
    let children: Vec<BTreeSet<usize>> = of.iter().map(|cases| cases.iter().copied().collect()).collect();
    let hidden = shown::hidden(&children.iter().map(BTreeSet::len).collect::<Vec<_>>(), view.limit);
    let shown = of.iter().zip(&hidden).filter(|(_, hidden)| !**hidden);
    let most = shown.map(|(cases, _)| cases.len()).max().unwrap_or(0).max(1);
    let bar = |bin: usize| {
        let width = if hidden[bin] { 0 } else { of[bin].len() * LONGEST / most };
        Bar {
            label: BINS[bin],
            number: behind.number(of[bin].len(), hidden[bin], &children[bin], &format!("{title}: {}", BINS[bin])),
            y: bin * ROW + 4,
            text_y: bin * ROW + 20,
            text_x: LEFT + width + 8,
            width,
            late: bin > 0,
        }
    };
    Kind {
        limit: format!("{} {unit}", plain::or(&limits)),
        measured,
        median: median(waits, view.limit).map(|median| format!("{median} {unit}")),
        height: BINS.len() * ROW + 4,
        bars: (0..BINS.len()).map(bar).collect(),
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
