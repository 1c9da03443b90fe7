//! Whom a noun of abuse means, by the prepositions after it and the verb that governs it: "disclosed abuse by",
//! "charged with the rape of", "allegation against". What stands further off is for `cues`.

use super::Sides;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

/// Nouns that are allegations by their beginning.
const ALLEGATIONS: &[&str] = &["charge", "allegation", "complaint", "accusation", "disclosure", "report", "concern"];

/// What is known of a noun before its prepositions are read.
struct Noun<'a> {
    hit: &'a Hit,
    /// Whether it is alleged, rather than told.
    alleged: bool,
    /// Whether the verb that governs it accuses.
    accuses: bool,
}

impl Scene<'_> {
    /// Who did it and to whom.
    pub fn noun_sides(&self, hit: &Hit) -> Sides<'_> {
        let mut sides = Sides::default();
        let (subject, verb) = self.governor(hit.first);
        let accuses = verb.is_some_and(|verb| self.page.has(verb, Group::Accuse));
        let noun = Noun { hit, alleged: self.is_alleged(hit), accuses };
        for (groups, at, np) in self.after(hit.last) {
            if groups.has(Group::ReportedBy) {
                if !np.pro && sides.victim.is_none() {
                    sides.victim = Some(np);
                    sides.governed = true;
                }
            } else if !np.pro || np.named || self.job_title_only(np) {
                self.after_noun(&noun, (groups, at, np), &mut sides);
            }
        }
        self.possessor(hit, &mut sides);
        sides.governed |= verb.is_some();
        if let Some(np) = subject.filter(|np| !np.pro || np.named) {
            if accuses {
                sides.perpetrator = sides.perpetrator.or(Some(np));
            } else if sides.perpetrator.and_then(|alleged| alleged.who) != np.who {
                sides.put(np, false);
            }
        }
        self.had(hit, &mut sides);
        self.labels(hit.first, &mut sides);
        if sides.perpetrator.is_none() || sides.victim.is_none() {
            self.other_words(hit, &mut sides);
        }
        sides.victim = self.not_same(sides.victim, sides.perpetrator);
        sides
    }

    /// Whether a noun of alleging stands before it, right after, or in it.
    fn is_alleged(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        self.page.of(range.start..hit.first, Group::Allege).next().is_some()
            || self.page.of(hit.last + 1..(hit.last + 3).min(range.end), Group::Allege).next().is_some()
            || self.page.has(hit.first, Group::Allege)
            || ALLEGATIONS.iter().any(|start| self.page.word(hit.first).starts_with(start))
            || self.is_account(hit)
    }

    /// Which side somebody is on who follows a preposition after the noun.
    fn after_noun<'s>(&'s self, noun: &Noun, (groups, at, np): (Set, usize, &'s Np), sides: &mut Sides<'s>) {
        let last = noun.hit.last;
        let nobody_alleged = sides.perpetrator.is_none();
        let nobody_harmed = sides.victim.is_none();
        let by = groups.has(Group::By)
            || groups.has(Group::DoneBy) && !groups.has(Group::About)
            || groups.has(Group::From) && !np.young && at <= last + 3;
        let of = (groups.has(Group::Of) || groups.has(Group::Toward)) && at <= last + 8;
        let about = groups.has(Group::About) || groups.has(Group::With) && at <= last + 2;
        if by && nobody_alleged && !self.telling_by(at) {
            sides.put(np, true);
        } else if groups.has(Group::Against) {
            let accuser = np.pronoun && nobody_harmed && noun.accuses;
            let wronged = self.is_wronged_in_verdict(np.first);
            sides.put(np, noun.alleged && !np.young && nobody_alleged && !accuser && !wronged);
        } else if of && nobody_harmed {
            sides.put(np, false);
        } else if about {
            let with = noun.accuses && groups.has(Group::With) && !groups.has(Group::About);
            let young = np.young || with || noun.hit.group == Group::OffenceNoun && !noun.alleged;
            sides.put(np, !young && nobody_alleged && !self.page.word(at).starts_with("in"));
        }
    }

    /// "her teacher", "his football coach": a role, yet one person of whom something may be alleged.
    pub fn job_title_only(&self, np: &Np) -> bool {
        matches!(self.page.word(np.first), "her" | "his" | "their" | "a") && np.last > np.first
    }

    /// "reported by", "made by": the one named after is no perpetrator.
    fn telling_by(&self, at: usize) -> bool {
        at > 0 && self.page.any(at - 1, Set::of(&[Group::ReportedBy, Group::Status, Group::Disclose]))
    }

    /// The verb that governs a noun of abuse ("disclosed", "convicted of", "victim of") and its subject.
    fn governor(&self, trigger: usize) -> (Option<&Np>, Option<usize>) {
        const GOVERN: Set = Set::of(&[Group::Disclose, Group::Undergo, Group::Accuse]);
        let range = self.page.sentence(trigger);
        let governs = |hit: &&Hit| {
            GOVERN.has(hit.group)
                && hit.last < trigger
                && self.np(hit.first).is_none()
                && !(hit.first..trigger).any(|i| self.page.is_mark(i, b';'))
        };
        let Some(hit) = self.page.hits_in(range.start..trigger).iter().rev().find(governs) else {
            return (None, None);
        };
        let same_accuse = self.page.begins(hit.first, Group::Accuse).is_some_and(|accuse| accuse.last >= hit.last);
        let accuses = hit.group == Group::Accuse || same_accuse;
        let np = if accuses { self.accused(trigger) } else { self.subject(hit.first) };
        (np, Some(hit.first))
    }
}
