//! Whether words about abuse are negated: before, inside or after, by whoever is asked. Who denies having done it negates
//! nothing.

use super::Told;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// Verbs between "not" and a trigger which show that "not" is about something else.
const ELSE: &[&str] = &[
    "told",
    "tell",
    "know",
    "knew",
    "want",
    "wanted",
    "aware",
    "understand",
    "remember",
    "speak",
    "spoken",
    "wish",
    "ready",
    "feel",
    "sleep",
    "eat",
    "cope",
    "return",
    "live",
    "stop",
    "able",
    "until",
    "believe",
    "believed",
    "manage",
    "engage",
    "attend",
    "go",
    "like",
    "talk",
    "since",
    "safe",
    "leave",
    "let",
    "realise",
    "recognise",
    "yet",
    "trust",
    "accept",
    "protect",
    "act",
    "come",
    "say",
    "home",
    "alone",
    "stay",
];

/// Verbs of taking a matter to court.
const PROCEEDED: &[&str] =
    &["charged", "charge", "prosecuted", "prosecute", "tried", "convicted", "guilty", "proceed", "pursue"];
/// Words of asking as a matter of routine.
const ASKED: &[&str] =
    &["asked", "enquiry", "enquired", "explored", "screened", "screening", "checklist", "questioned", "routine"];

impl Scene<'_> {
    /// Why a trigger does not say that anything happened, where it is negated.
    pub fn negated(&self, told: &Told) -> Option<&'static str> {
        if self.negated_before(told) {
            return Some("negated");
        }
        let denied = || self.reach(told.first, Group::Deny).is_some_and(|at| self.denied_by_victim(at, told));
        if denied() || self.answered_no(told) {
            return Some("asked about and denied");
        }
        if self.denied_after(told) {
            return Some("asked about and denied");
        }
        self.negated_after(told).then_some("negated")
    }

    /// "Matters of a sexual nature were enquired into and were denied by Efan": by the child, so that nobody alleges them.
    fn denied_after(&self, told: &Told) -> bool {
        let end = self.page.sentence(told.first).end;
        let denied = |at: &usize| self.page.word(*at) == "denied" && self.page.word(at + 1) == "by";
        let by = (told.last + 1..end).find(denied).and_then(|at| self.np_from(at + 2));
        !told.verb && by.is_some_and(|np| self.is_young(np) || self.is_subject_child(np))
    }

    /// "was not abused", "no disclosure of abuse", "nobody hurt her".
    fn negated_before(&self, told: &Told) -> bool {
        let range = self.page.sentence(told.first);
        let within = |hit: &Hit| hit.first >= told.first && hit.last <= told.last;
        let across = |hit: &Hit| hit.first < told.first && hit.last >= told.first;
        let nobody = |np: &Np| matches!(self.page.word(np.first), "neither" | "nobody" | "none" | "no");
        let aux = (self.verb_start(told.first)..told.first).any(|i| self.page.has(i, Group::Neg));
        let verb = aux || self.subject(told.first).is_some_and(nobody);
        let elsewhere = |at: usize| (at + 1..told.first).any(|i| ELSE.contains(&self.page.word(i)));
        if self.allegation_owned(told.first) && told.perpetrator.is_some() {
            return false;
        }
        told.verb && verb
            || self.page.of(range.clone(), Group::Neg).any(within)
            || self.page.of(range.start..told.first, Group::Neg).any(across)
            || self.reach(told.first, Group::Neg).is_some_and(|at| !elsewhere(at) && !self.not_proceeded(at, told))
    }

    /// "Mr Beck will not be charged with the sexual assault of Szymon": what nobody is tried for had still been alleged.
    fn not_proceeded(&self, not: usize, told: &Told) -> bool {
        let taken = (not + 1..told.first).any(|i| PROCEEDED.contains(&self.page.word(i)));
        let somebody = told.perpetrator.is_some_and(|np| np.named || self.is_kin(np));
        let matter = told.victim.is_some_and(|np| np.named || self.is_kin(np))
            || matches!(self.page.word(told.first.saturating_sub(1)), "the" | "this" | "that" | "these");
        taken && somebody && matter
    }

    /// "Asked about abuse: no."
    fn answered_no(&self, told: &Told) -> bool {
        let range = self.page.sentence(told.first);
        let routine = || (range.start..told.first).any(|i| ASKED.contains(&self.page.word(i)));
        let asked = self.reach(told.first, Group::Ask).is_some() || told.perpetrator.is_none() && routine();
        asked && self.page.of(told.last..range.end, Group::AnswerNo).next().is_some()
    }

    /// "abuse was ruled out", "sexual abuse: none".
    fn negated_after(&self, told: &Told) -> bool {
        let range = self.page.sentence(told.first);
        let dismissed = |hit: &&Hit| {
            matches!(self.page.word(hit.first), "ruled" | "was" | "were" | "not" | "never" | "discounted")
                && !self.page.words(hit.first, hit.last).contains("proceed")
        };
        let ends = |hit: &&Hit| {
            !self.page.is_mark(hit.first, b':') && !self.page.is_mark(hit.first, b'-')
                || hit.last + 1 >= range.end
                || matches!(self.page.shape(hit.last + 1), Shape::Mark(_))
        };
        let open = |hit: &Hit| self.open(told.last, hit.first);
        let after = || self.page.of(told.last + 1..range.end, Group::NegAfter);
        if !told.verb && after().find(dismissed).is_some_and(open) {
            return true;
        }
        let accused = told.perpetrator.is_some() || told.governed || told.verb;
        (!accused || told.register) && after().find(ends).is_some_and(open)
    }

    /// "denies any history of abuse", "denied that his stepfather touched him": not "denied sexually abusing her".
    fn denied_by_victim(&self, deny: usize, told: &Told) -> bool {
        let denier = self.subject(deny);
        let suspect = Set::of(&[Group::Interviewed, Group::Arrest, Group::SuspectLabel]);
        let range = self.page.sentence(told.first);
        if self.page.groups(range.clone()).meets(suspect) {
            return false;
        }
        if told.verb {
            let anyone =
                (deny + 1..told.first).any(|i| matches!(self.page.word(i), "anyone" | "anybody" | "any" | "ever"));
            if anyone {
                return true;
            }
            let passive = self.passive(told.first);
            let same =
                |np: Option<&Np>| np.zip(denier).is_some_and(|(np, denier)| np.who.is_some() && np.who == denier.who);
            return passive && told.perpetrator.is_none() || same(told.victim);
        }
        let offence = self.page.any(told.first, Set::of(&[Group::OffenceNoun]));
        let the = (deny + 1..told.first).any(|i| {
            matches!(self.page.word(i), "allegation" | "allegations" | "offence" | "offences" | "charge" | "charges")
        });
        !offence && !the && told.victim.is_none()
    }
}
