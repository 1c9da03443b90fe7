//! The pass over a whole account: every value that leaves is taken through here, so that every page, drawing and form
//! made from it is clean. A field added to the account does not compile until it is dealt with here.

mod allegations;
mod entries;
mod findings;
mod front;
mod held;
mod people;
mod words;

use super::redactor::{Instead, Passage, Redactor};
use crate::account::Account;
use crate::model::{AgencyId, EntryId, PersonId};
use std::collections::BTreeMap;

/// An entry's cells after the pass, each beside its words before, and whether it tells of the family.
pub type Cells = Vec<(String, Passage, bool)>;

/// All that the pass goes by.
pub struct Pass<'p> {
    /// Names, addresses, numbers, dates.
    pub redactor: &'p Redactor,
    /// What each person whose name is left out is called.
    pub people: BTreeMap<PersonId, Instead>,
    /// What each person's id becomes.
    pub ids: BTreeMap<PersonId, PersonId>,
    /// What each agency whose name gives somebody away becomes: id and name.
    pub agencies: BTreeMap<AgencyId, (AgencyId, String)>,
    /// What each file, or part of one, whose name gives somebody away becomes.
    pub files: BTreeMap<String, String>,
    /// "Maternal uncle 1 (maternal uncle)": what says one thing twice, and once.
    pub twice: Vec<(String, String)>,
    /// The cells of each entry.
    pub cells: BTreeMap<EntryId, Cells>,
    /// In which entries somebody is not to be found, as they asked not to be named.
    pub unlinked: BTreeMap<EntryId, PersonId>,
    /// Whether dates of birth are left out of everybody's row.
    pub no_births: bool,
}

impl Pass<'_> {
    /// The account after the pass.
    pub fn account(&self, account: Account) -> Account {
        let Account {
            schema,
            tool_version,
            as_at,
            case,
            ledger,
            people,
            entries,
            undated,
            ties,
            allegations,
            unattributed,
            findings,
            decisions,
            awareness,
            readiness,
            actions,
            plans,
            settings,
            notes,
            edition,
            // Of the rapid review alone, which leaves nothing out.
            as_known: _,
            changes: _,
            provenance,
        } = account;
        Account {
            schema,
            tool_version,
            as_at,
            case: self.case(case),
            ledger: self.ledger(ledger),
            people: people.into_iter().map(|one| self.person(one)).collect(),
            entries: entries.into_iter().map(|one| self.entry(one)).collect(),
            undated: undated.into_iter().map(|one| self.entry(one)).collect(),
            ties: ties.into_iter().map(|one| self.tie(one)).collect(),
            allegations: allegations.into_iter().map(|one| self.allegation(one)).collect(),
            unattributed: unattributed.into_iter().map(|one| self.step(one)).collect(),
            findings: findings.into_iter().map(|one| self.finding(one)).collect(),
            decisions: decisions.into_iter().map(|one| self.decision(one)).collect(),
            awareness: self.awareness(awareness),
            readiness: readiness.into_iter().map(|one| self.readiness(one)).collect(),
            actions: actions.into_iter().map(|one| self.action(one)).collect(),
            plans: plans.into_iter().map(|one| self.plan(one)).collect(),
            settings,
            notes: notes.into_iter().map(|one| self.note(one)).collect(),
            edition,
            as_known: None,
            changes: None,
            provenance: self.provenance(provenance),
        }
    }
}
