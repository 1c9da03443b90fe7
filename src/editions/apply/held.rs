//! Who knew what, and what a referral is asked for.

use super::Pass;
use crate::account::{Awareness, AwarenessCell, AwarenessRow, FactAccount, KnownAccount, ReadinessAccount};

impl Pass<'_> {
    pub(super) fn awareness(&self, awareness: Awareness) -> Awareness {
        let Awareness { facts, rows } = awareness;
        let fact = |FactAccount { kind, label, since, entry }: FactAccount| FactAccount {
            kind,
            label: self.prose(&label),
            since: self.day(since),
            entry: self.place(entry),
        };
        let cell = |AwarenessCell { state, on, entry, by }: AwarenessCell| AwarenessCell {
            state,
            on: on.map(|day| self.day(day)),
            entry: entry.map(|id| self.place(id)),
            by: by.map(|id| self.agency(id)),
        };
        let row = |AwarenessRow { agency, name, service, cells }: AwarenessRow| {
            let other = self.agencies.get(&agency).map(|(_, name)| name.clone());
            AwarenessRow {
                name: other.unwrap_or_else(|| self.prose(&name)),
                agency: self.agency(agency),
                service: self.said(service),
                cells: cells.into_iter().map(cell).collect(),
            }
        };
        Awareness { facts: facts.into_iter().map(fact).collect(), rows: rows.into_iter().map(row).collect() }
    }

    pub(super) fn readiness(&self, item: ReadinessAccount) -> ReadinessAccount {
        let ReadinessAccount { id, label, question, known, unknown, ask } = item;
        let known_ = |KnownAccount { words, entries }: KnownAccount| {
            let words = self.near(&words, &entries);
            KnownAccount { words, entries: self.places(entries) }
        };
        ReadinessAccount {
            id,
            label,
            question,
            known: known.into_iter().map(known_).collect(),
            unknown: self.all(unknown),
            ask: ask.into_iter().map(|id| self.agency(id)).collect(),
        }
    }
}
