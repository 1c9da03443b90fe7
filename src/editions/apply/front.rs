//! The front sheet, the ledger, the notes and how it was made.

use super::Pass;
use crate::account::{AgencyAccount, CaseAccount, InputAccount, Ledger, Provenance, ReturnAccount, SetAsideAccount};
use crate::model::{EntryId, Note};

impl Pass<'_> {
    pub(super) fn case(&self, case: CaseAccount) -> CaseAccount {
        let CaseAccount { reference, child, name, also_known_as, born, handling, agencies, referral } = case;
        let hidden = self.people.get(&child).map(|instead| instead.words.clone());
        CaseAccount {
            reference: reference.filter(|words| !self.redactor.gives_away(words)),
            name: hidden.clone().unwrap_or_else(|| self.prose(&name)),
            also_known_as: if hidden.is_some() { Vec::new() } else { self.all(also_known_as) },
            born: born.filter(|_| !self.no_births),
            child: self.who(child),
            handling: self.said(handling),
            agencies: agencies.into_iter().map(|one| self.agency_account(one)).collect(),
            referral: referral.into_iter().map(|(field, words)| (field, self.prose(&words))).collect(),
        }
    }

    pub(super) fn agency_account(&self, agency: AgencyAccount) -> AgencyAccount {
        let AgencyAccount { id, name, kind, outcome, asked_on, names_searched } = agency;
        let other = self.agencies.get(&id).map(|(_, name)| name.clone());
        AgencyAccount {
            name: other.unwrap_or_else(|| self.prose(&name)),
            id: self.agency(id),
            kind: self.said(kind),
            outcome,
            asked_on,
            names_searched: self.all(names_searched),
        }
    }

    pub(super) fn ledger(&self, ledger: Ledger) -> Ledger {
        let Ledger { returns, rows, entries, set_aside } = ledger;
        Ledger { returns: returns.into_iter().map(|one| self.sent(one)).collect(), rows, entries, set_aside }
    }

    pub(super) fn sent(&self, sent: ReturnAccount) -> ReturnAccount {
        let ReturnAccount { file, agency, rows, entries, set_aside, preamble } = sent;
        let aside = |row: SetAsideAccount| {
            let SetAsideAccount { at, reason, text } = row;
            let text = match self.cells.get(&at) {
                Some(cells) => crate::editions::told(cells),
                None => self.redactor.counted(&text, &[]).text,
            };
            SetAsideAccount { at: self.place(at), reason: self.prose(&reason), text }
        };
        ReturnAccount {
            file: self.place(EntryId(file)).0,
            agency: self.agency(agency),
            rows,
            entries,
            set_aside: set_aside.into_iter().map(aside).collect(),
            preamble: preamble.iter().map(|line| self.redactor.counted(line, &[]).text).collect(),
        }
    }

    pub(super) fn provenance(&self, made: Provenance) -> Provenance {
        let Provenance { tool_version, program, rules, inputs, decisions, settings } = made;
        let input =
            |InputAccount { file, sha256 }: InputAccount| InputAccount { file: self.place(EntryId(file)).0, sha256 };
        let inputs = inputs.into_iter().map(input).collect();
        Provenance { tool_version, program, rules, inputs, decisions, settings }
    }

    pub(super) fn note(&self, note: Note) -> Note {
        let Note { at, what, done, mend } = note;
        Note {
            at: self.prose(&self.place(EntryId(at)).0),
            what: self.prose(&what),
            done: self.prose(&done),
            mend: self.prose(&mend),
        }
    }
}
