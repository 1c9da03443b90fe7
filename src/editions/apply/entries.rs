//! Entries, what was read in them, and what was agreed in them.

use super::Pass;
use crate::account::{ActionAccount, CellAccount, EntryAccount, EventAccount, PlanAccount};
use crate::model::{EntryId, LeftOut};

impl Pass<'_> {
    pub(super) fn entry(&self, entry: EntryAccount) -> EntryAccount {
        let EntryAccount { id, agency, date, known_on, age, text, cells, events, left_out, people, same_event_as } =
            entry;
        let passed = self.cells.get(&id);
        let shown = |(at, cell): (usize, CellAccount)| {
            let CellAccount { heading, text } = cell;
            let after = passed.and_then(|cells| cells.get(at)).map(|(_, after, _)| after.text.clone());
            CellAccount {
                heading: self.prose(&heading),
                text: after.unwrap_or_else(|| self.redactor.passage(&text, &[]).text),
            }
        };
        let left = |one: LeftOut| {
            let LeftOut { kind, words, why } = one;
            LeftOut { kind, words: self.quote(&id, &words), why: self.prose(&why) }
        };
        let unlinked = self.unlinked.get(&id);
        EntryAccount {
            agency: self.agency(agency),
            date: date.map(|when| self.when(when)),
            known_on: known_on.map(|day| self.day(day)),
            age,
            text: passed.map_or_else(|| self.redactor.passage(&text, &[]).text, crate::editions::told),
            cells: cells.into_iter().enumerate().map(shown).collect(),
            events: events.into_iter().map(|event| self.event(&id, event)).collect(),
            left_out: left_out.into_iter().map(left).collect(),
            people: people.into_iter().filter(|one| unlinked != Some(one)).map(|one| self.who(one)).collect(),
            same_event_as: self.places(same_event_as),
            id: self.place(id),
        }
    }

    pub(super) fn event(&self, entry: &EntryId, event: EventAccount) -> EventAccount {
        let EventAccount { kind, words, mut people, status, manner, measure, detail } = event;
        let unlinked = self.unlinked.get(entry);
        people.retain(|_, person| unlinked != Some(person));
        let (words, detail) = (self.quote(entry, &words), self.quoted(entry, detail));
        EventAccount { kind, words, people: self.roles(people), status, manner, measure, detail }
    }

    pub(super) fn action(&self, action: ActionAccount) -> ActionAccount {
        let ActionAccount { entry, agency, date, words, owner, due, done } = action;
        ActionAccount {
            agency: self.agency(agency),
            date: self.prose(&date),
            words: self.quote(&entry, &words),
            owner: self.quoted(&entry, owner),
            due: self.quoted(&entry, due),
            done: done.map(|id| self.place(id)),
            entry: self.place(entry),
        }
    }

    pub(super) fn plan(&self, plan: PlanAccount) -> PlanAccount {
        let PlanAccount { label, agency, from, entry, last, until } = plan;
        PlanAccount {
            label: self.prose(&label),
            agency: self.agency(agency),
            from: self.day(from),
            entry: self.place(entry),
            last: self.place(last),
            until: until.map(|day| self.day(day)),
        }
    }
}
