//! Who knew what, and what was agreed: the awareness matrix and the loose ends.

use crate::account::{AwarenessCell, AwarenessRow};
use crate::report::index::{Index, Link};
use crate::report::plain;
use serde::Serialize;

/// The data of `chronology/awareness.html`.
#[derive(Serialize)]
pub struct Awareness {
    /// Agencies and services, one a column.
    holders: Vec<String>,
    /// Key facts, one a row.
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    since: String,
    entry: Link,
    cells: Vec<Cell>,
}

/// What one agency or service is shown to have known of one fact.
#[derive(Serialize)]
struct Cell {
    /// The agency and service, for narrow pages.
    holder: String,
    words: String,
    /// Whether it worked on and shows nothing.
    gap: bool,
    entry: Option<Link>,
}

/// An action that was agreed.
#[derive(Serialize)]
pub struct Action {
    date: String,
    entry: Link,
    agency: String,
    words: String,
    owner: String,
    due: String,
    done: Option<Link>,
}

/// A plan, and what became of it.
#[derive(Serialize)]
pub struct Plan {
    label: String,
    agency: String,
    from: String,
    entry: Link,
    last: Link,
    until: Option<String>,
}

/// The plans, first those of which no end is shown.
pub fn plans(index: &Index) -> Vec<Plan> {
    let (ended, open): (Vec<_>, Vec<_>) = index.account.plans.iter().partition(|one| one.until.is_some());
    let told = open.into_iter().chain(ended).map(|one| Plan {
        label: plain::capital(&one.label),
        agency: index.agency(&one.agency).to_owned(),
        from: plain::day(one.from),
        entry: index.link(&one.entry),
        last: index.link(&one.last),
        until: one.until.map(plain::day),
    });
    told.collect()
}

/// The matrix; none where there is no key fact.
pub fn awareness(index: &Index) -> Option<Awareness> {
    let told = &index.account.awareness;
    let facts = told.facts.iter().enumerate().map(|(at, fact)| Fact {
        label: plain::capital(&fact.label),
        since: plain::day(fact.since),
        entry: index.link(&fact.entry),
        cells: told.rows.iter().filter_map(|row| Some(cell(index, row, row.cells.get(at)?))).collect(),
    });
    let facts: Vec<Fact> = facts.collect();
    (!facts.is_empty()).then(|| Awareness { holders: told.rows.iter().map(holder).collect(), facts })
}

fn holder(row: &AwarenessRow) -> String {
    row.service.as_ref().map_or_else(|| row.name.clone(), |service| format!("{}: {service}", row.name))
}

fn cell(index: &Index, row: &AwarenessRow, cell: &AwarenessCell) -> Cell {
    let on = cell.on.map(|day| format!(" on {}", plain::day(day))).unwrap_or_default();
    let by = cell.by.as_ref().map(|id| format!(" by {}", index.agency(id))).unwrap_or_default();
    let words = match cell.state {
        "knew" => format!("Knew{on}"),
        "told" => format!("Told{by}{on}"),
        "not-shown" => "Not shown, though it has later entries".to_owned(),
        "no-entries-after" => "No later entries".to_owned(),
        "nothing-known" => "Answered that nothing is known".to_owned(),
        _ => "Not heard".to_owned(),
    };
    Cell {
        holder: holder(row),
        words,
        gap: cell.state == "not-shown",
        entry: cell.entry.as_ref().map(|id| index.link(id)),
    }
}

/// What was agreed, first what nothing shows done.
pub fn actions(index: &Index) -> Vec<Action> {
    let (done, open): (Vec<_>, Vec<_>) = index.account.actions.iter().partition(|one| one.done.is_some());
    let told = open.into_iter().chain(done).map(|one| Action {
        date: plain::capital(&one.date),
        entry: index.link(&one.entry),
        agency: index.agency(&one.agency).to_owned(),
        words: one.words.clone(),
        owner: one.owner.clone().unwrap_or_else(|| "Nobody named".to_owned()),
        due: one.due.clone().unwrap_or_else(|| "No day given".to_owned()),
        done: one.done.as_ref().map(|id| index.link(id)),
    });
    told.collect()
}
