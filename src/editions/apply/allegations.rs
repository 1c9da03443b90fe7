//! The register of allegations.

use super::Pass;
use crate::account::{AllegationAccount, AllegationStep, FollowedAccount, QuoteAccount};

impl Pass<'_> {
    pub(super) fn allegation(&self, allegation: AllegationAccount) -> AllegationAccount {
        let AllegationAccount {
            alleged_perpetrator,
            alleged_victim,
            familial,
            status,
            first_known,
            happened,
            told,
            said,
            outcomes,
            followed,
        } = allegation;
        let quote = |QuoteAccount { entry, words }: QuoteAccount| {
            let words = self.quote(&entry, &words);
            QuoteAccount { entry: self.place(entry), words }
        };
        let follow = |FollowedAccount { entry, kind, words }: FollowedAccount| {
            let words = self.quote(&entry, &words);
            FollowedAccount { entry: self.place(entry), kind, words }
        };
        AllegationAccount {
            alleged_perpetrator: self.who(alleged_perpetrator),
            alleged_victim: alleged_victim.map(|id| self.who(id)),
            familial,
            status,
            first_known: first_known.map(|day| self.day(day)),
            happened: happened.into_iter().map(quote).collect(),
            told: told.into_iter().map(quote).collect(),
            said: said.into_iter().map(|one| self.step(one)).collect(),
            outcomes: outcomes.into_iter().map(|one| self.step(one)).collect(),
            followed: followed.into_iter().map(follow).collect(),
        }
    }

    pub(super) fn step(&self, step: AllegationStep) -> AllegationStep {
        let AllegationStep { entry, agency, date, status, decided, then, words, body, scheme, ask } = step;
        AllegationStep {
            agency: self.agency(agency),
            date: self.said(date),
            status,
            decided: self.said(decided),
            then: self.quoted(&entry, then),
            words: self.quote(&entry, &words),
            body: self.said(body),
            scheme: self.said(scheme),
            ask,
            entry: self.place(entry),
        }
    }
}
