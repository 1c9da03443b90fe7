//! Whoever is accused of the same by the same tie or the same given name is one person: "CSA by cousin" in a clinic's note, where
//! the police and the school name the one cousin who is said to have abused this child.

use super::choose::Choice;
use super::draft::Table;
use crate::model::{EventKind, Role, Who};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What one entry says of somebody who is told to have harmed a child, or whose contact with one is ruled out.
struct Told {
    /// The words for them.
    clue: usize,
    /// Who they are as far as is known.
    draft: usize,
    /// Who was harmed, or is to be kept from them.
    child: usize,
    /// When it was written.
    day: Option<NaiveDate>,
}

/// Joins those who are known by a tie or a given name only with the one person of that tie or name who is accused of harm
/// to the same child.
pub fn join(table: &mut Table) {
    let accused = told(table, Role::AllegedPerpetrator, |kind| {
        matches!(
            kind,
            EventKind::SexualAbuseAllegation | EventKind::ExploitationConcern | EventKind::HarmfulSexualBehaviour
        )
    });
    let kept_away = told(table, Role::Person, |kind| kind == EventKind::ContactRestricted);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for one in accused.iter().chain(&kept_away).filter(|one| is_vague(table, one.draft)) {
        let mut fits: BTreeSet<usize> =
            accused.iter().filter(|known| is_same(table, one, known)).map(|known| known.draft).collect();
        let in_full = |draft: &usize| !table.drafts[*draft].profile.names.is_empty();
        if fits.iter().any(in_full) {
            fits.retain(in_full);
        }
        if let (1, Some(only)) = (fits.len(), fits.first()) {
            pairs.push((*only, one.draft));
        }
    }
    for (known, vague) in pairs {
        if !table.drafts[known].gone && !table.drafts[vague].gone && table.forbidden(known, vague).is_none() {
            table.doubts.settle(vague);
            table.merge(known, vague, "accused of harm to the same child, by the same tie or name");
        }
    }
    table.rebuild_family();
}

/// Everybody in a role of some events, and the child whom it is about.
fn told(table: &Table, role: Role, is_meant: impl Fn(EventKind) -> bool) -> Vec<Told> {
    let mut all = Vec::new();
    for (entry, reading) in table.readings.iter().enumerate() {
        for event in reading.iter().flat_map(|reading| &reading.events).filter(|event| is_meant(event.kind)) {
            let other = if role == Role::Person { Role::With } else { Role::AllegedVictim };
            let Some(Who::Mention(at)) = event.people.get(&role) else { continue };
            let child = match event.people.get(&other) {
                Some(child) => table.draft_of(entry, child),
                None => (role == Role::Person).then_some(0),
            };
            let clue = table.clue_of(entry, *at);
            let who = clue.and_then(|clue| Some((clue, table.of[clue]?))).zip(child);
            all.extend(who.map(|((clue, draft), child)| Told { clue, draft, child, day: table.day_of(entry) }));
        }
    }
    all
}

/// Whether no more is known of somebody than a tie or a given name.
fn is_vague(table: &Table, draft: usize) -> bool {
    let known = &table.drafts[draft];
    let named = !known.profile.names.is_empty() || !known.profile.surnames.is_empty();
    known.front.is_none() && !named && !known.gone
}

/// Whether somebody known by a tie or a given name only can be nobody but one who is accused of harm to the same child.
fn is_same(table: &Table, vague: &Told, known: &Told) -> bool {
    let apart = table.in_one_entry(vague.draft, known.draft) || table.forbidden(vague.draft, known.draft).is_some();
    if vague.draft == known.draft || vague.child != known.child || apart {
        return false;
    }
    let said = &table.drafts[vague.draft].profile;
    if !said.singles.is_empty() {
        let named = !table.drafts[known.draft].profile.names.is_empty() || known.draft < vague.draft;
        return named
            && table.could_be_called_alike(vague.draft, known.draft)
            && !table.kin_contradicts(vague.clue, known.draft);
    }
    let later = matches!((known.day, vague.day), (Some(first), Some(then)) if first <= then);
    let person = &table.drafts[known.draft];
    let named = table.clues[known.clue].is_named() || person.front.is_some() || !person.profile.names.is_empty();
    named
        && later
        && (table.kin_fits(vague.clue, known.draft) || table.is_called_so(vague.clue, known.draft))
        && matches!(table.choose(vague.clue, [known.draft]), Choice::One(..))
}
