//! Loose ends, told: what was agreed to be done and what shows it done; which plans began and what became of them.

use crate::account::{ActionAccount, PlanAccount};
use crate::findings::actions::agreed;
use crate::findings::look::first;
use crate::findings::spells::{self, Spell};
use crate::findings::words::{called, dated};
use crate::history::History;
use crate::model::{EventKind, Measure, Role};
use crate::relations::Happening;

/// Every action that an entry agrees on, in chronology order.
pub fn actions(history: &History<'_>) -> Vec<ActionAccount> {
    let told = agreed(history).into_iter().map(|action| ActionAccount {
        entry: action.entry.id.clone(),
        agency: action.entry.agency.clone(),
        date: dated(action.entry),
        words: action.words.to_owned(),
        owner: action.owner.map(str::to_owned),
        due: action.due.map(str::to_owned),
        done: action.done.map(|entry| entry.id.clone()),
    });
    told.collect()
}

/// Plans in the order in which they began: child protection plans, times of being looked after, and safety plans and
/// written agreements about somebody's contact.
pub fn plans(history: &History<'_>) -> Vec<PlanAccount> {
    let of_child = spells::plans(history).into_iter().filter_map(|one| spell("child protection plan", &one));
    let in_care =
        spells::looked_after(history).into_iter().filter_map(|one| spell("looked after", &one)).collect::<Vec<_>>();
    let mut all: Vec<PlanAccount> = of_child.chain(in_care).chain(about_contact(history)).collect();
    all.sort_by(|a, b| (a.from, &a.label, &a.entry).cmp(&(b.from, &b.label, &b.entry)));
    all
}

fn spell(label: &str, spell: &Spell<'_>) -> Option<PlanAccount> {
    Some(PlanAccount {
        label: label.to_owned(),
        agency: spell.agency.clone(),
        from: spell.from,
        entry: spell.entries.first()?.id.clone(),
        last: spell.entries.last()?.id.clone(),
        until: spell.until,
    })
}

/// Safety plans and written agreements, each with the person whose contact it restricts.
fn about_contact(history: &History<'_>) -> Vec<PlanAccount> {
    let label = |one: &Happening<'_>| match one.event.measure? {
        Measure::SafetyPlan => Some("safety plan"),
        Measure::WrittenAgreement => Some("written agreement"),
        _ => None,
    };
    let mut found: Vec<PlanAccount> = Vec::new();
    for one in &history.happenings {
        let (Some(label), Some(day)) = (label(one), first(one.entry)) else { continue };
        let whom = one.who(Role::Person).map_or_else(String::new, |id| format!(" about {}", called(history, id)));
        let label = format!("{label}{whom}");
        let open = found.iter_mut().rev().find(|plan| plan.label == label && plan.until.is_none());
        match (one.event.kind, open) {
            (EventKind::ContactRestricted, Some(plan)) => plan.last = one.entry.id.clone(),
            (EventKind::ContactRestricted, None) => found.push(PlanAccount {
                label,
                agency: one.entry.agency.clone(),
                from: day,
                entry: one.entry.id.clone(),
                last: one.entry.id.clone(),
                until: one.event.until.filter(|until| *until <= history.as_at),
            }),
            (EventKind::RestrictionLifted, Some(plan)) => {
                plan.last = one.entry.id.clone();
                plan.until = Some(day);
            }
            _ => {}
        }
    }
    found
}
