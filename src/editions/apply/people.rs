//! People, their ties, and what was decided about them.

use super::Pass;
use crate::account::{DecisionAccount, MentionAccount, PersonAccount, SignedAccount, TieAccount};

impl Pass<'_> {
    pub(super) fn person(&self, person: PersonAccount) -> PersonAccount {
        let PersonAccount {
            id,
            name,
            also_known_as,
            born,
            sex,
            relation,
            on_front_sheet,
            lives_with_child,
            alleged_perpetrator,
            mentions,
        } = person;
        let hidden = self.people.get(&id).map(|instead| crate::editions::words::capital(&instead.words));
        let mention = |MentionAccount { entry, text }: MentionAccount| {
            let text = self.quote(&entry, &text);
            MentionAccount { entry: self.place(entry), text }
        };
        let open = |mention: &MentionAccount| self.unlinked.get(&mention.entry) != Some(&id);
        PersonAccount {
            name: hidden.clone().unwrap_or_else(|| self.prose(&name)),
            also_known_as: if hidden.is_some() { Vec::new() } else { self.all(also_known_as) },
            born: born.filter(|_| hidden.is_none() && !self.no_births),
            sex,
            relation: self.said(relation),
            on_front_sheet,
            lives_with_child,
            alleged_perpetrator,
            mentions: mentions.into_iter().filter(open).map(mention).collect(),
            id: self.who(id),
        }
    }

    pub(super) fn tie(&self, tie: TieAccount) -> TieAccount {
        let TieAccount { person, relation, of, from, until, state, evidence } = tie;
        TieAccount {
            person: self.who(person),
            relation: self.prose(&relation),
            of: self.who(of),
            from: from.map(|day| self.day(day)),
            until: until.map(|day| self.day(day)),
            state,
            evidence: self.places(evidence),
        }
    }

    pub(super) fn decision(&self, decision: DecisionAccount) -> DecisionAccount {
        let DecisionAccount { number, kind, words, people, ended, signed, taken_back, applied } = decision;
        let sign = |SignedAccount { by, on, why }: SignedAccount| SignedAccount {
            by: self.prose(&by),
            on,
            why: self.said(why),
        };
        DecisionAccount {
            number,
            kind,
            words: self.prose(&words),
            people: people.into_iter().map(|id| self.who(id)).collect(),
            ended: ended.map(|day| self.day(day)),
            signed: sign(signed),
            taken_back: taken_back.map(sign),
            applied,
        }
    }
}
