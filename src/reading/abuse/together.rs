//! How the claims of one entry fit together: which are one, and what one lends another. Not what a word claims.

use super::Claim;
use crate::model::{EventKind, Status, Who};
use crate::reading::groups::Group;
use crate::reading::scene::{Np, Scene};

/// Under this age nobody who is said to have been harmed is taken to have harmed in the same entry.
const SMALL: u8 = 14;

/// Claims of one sentence that complete each other are one.
pub fn merge(claims: &mut Vec<Claim>, from: usize) {
    let mut at = from;
    while at < claims.len() {
        let mut next = at + 1;
        while next < claims.len() {
            if complete_each_other(&claims[at], &claims[next]) {
                let other = claims.remove(next);
                take_in(&mut claims[at], other);
            } else {
                next += 1;
            }
        }
        at += 1;
    }
}

fn complete_each_other(one: &Claim, other: &Claim) -> bool {
    let clash = |x: &[Who], y: &[Who]| !x.is_empty() && !y.is_empty() && x != y;
    let exploitation = |claim: &Claim| claim.kind == EventKind::ExploitationConcern;
    let apart = exploitation(one) != exploitation(other) && !one.victims.is_empty() && !other.victims.is_empty();
    let clashes = clash(&one.perpetrators, &other.perpetrators) || clash(&one.victims, &other.victims);
    !clashes && !apart
}

fn take_in(claim: &mut Claim, other: Claim) {
    if claim.perpetrators.is_empty() {
        claim.perpetrators = other.perpetrators;
    }
    if claim.victims.is_empty() {
        claim.victims = other.victims;
    }
    if other.kind == EventKind::HarmfulSexualBehaviour {
        claim.kind = other.kind;
    }
    claim.register &= other.register;
    claim.status = claim.status.or(other.status);
}

impl Scene<'_> {
    /// What no plain word says, where the plain words name nobody as alleged.
    pub fn add_oblique(&self, muted: &[usize], claims: &mut Vec<Claim>) {
        if claims.iter().any(|claim| !claim.perpetrators.is_empty()) {
            return;
        }
        let Some(oblique) = self.oblique(muted) else { return };
        match claims.first_mut() {
            None => claims.push(oblique),
            Some(claim) if !claim.register => {
                claim.perpetrators = oblique.perpetrators;
                if claim.victims.is_empty() {
                    claim.victims = oblique.victims;
                }
            }
            Some(_) => {}
        }
    }

    /// A child who tells what somebody does, and says of nobody else that it was done to them, tells it of themselves.
    pub fn told_by_child(&self, claims: &mut [Claim]) {
        for claim in claims.iter_mut().filter(|claim| claim.victims.is_empty() && !claim.register) {
            let start = self.page.sentence(claim.first).start;
            let telling = self.page.of(start..claim.first, Group::Disclose).next();
            let teller = telling.and_then(|hit| self.subject(hit.first)).filter(|np| !np.pro && !np.generic);
            let child = teller.filter(|np| np.young || self.is_subject_child(np) || np.who == Some(Who::Child));
            claim.victims.extend(child.and_then(|np| np.who).filter(|who| !claim.perpetrators.contains(who)));
        }
    }

    /// A claim without one side takes it from another claim of the entry that has both.
    pub fn complete(&self, claims: &mut Vec<Claim>) {
        let full = claims.iter().find(|claim| !claim.perpetrators.is_empty() && !claim.victims.is_empty());
        let Some(model) = full.cloned() else {
            self.accused_elsewhere(claims);
            return;
        };
        claims.retain(|claim| !(claim.perpetrators.is_empty() && claim.victims.is_empty()));
        for claim in claims.iter_mut().filter(|claim| !claim.register) {
            if claim.perpetrators.is_empty() && model.victims.iter().any(|who| claim.victims.contains(who)) {
                claim.perpetrators.clone_from(&model.perpetrators);
            }
            if claim.victims.is_empty() && claim.perpetrators == model.perpetrators {
                claim.victims.clone_from(&model.victims);
            }
        }
        let mut seen: Vec<(EventKind, Vec<Who>, Vec<Who>)> = Vec::new();
        claims.retain(|claim| {
            let key = (claim.kind, claim.perpetrators.clone(), claim.victims.clone());
            let fresh = !seen.contains(&key);
            seen.push(key);
            fresh
        });
    }

    /// "KOTLAROVA Kristina b. 2008 | the lodger gets into her bed | Sexual offence against a child under 13": a small child whom one claim
    /// says to have been harmed has harmed nobody by another.
    pub fn drop_small(&self, claims: &mut Vec<Claim>) {
        let harmed: Vec<Who> = claims.iter().flat_map(|claim| claim.victims.iter().copied()).collect();
        let same = |a: Who, b: Who| a == b || self.are_linked(a, b);
        let small = |who: Who| {
            let all =
                self.nps.iter().filter(|np| np.who.is_some_and(|other| same(other, who) || self.one_given(other, who)));
            all.filter_map(|np| self.age_of(np)).any(|age| age < SMALL)
        };
        let both = |who: &Who| harmed.iter().any(|other| same(*other, *who) || self.one_given(*other, *who));
        let kind = |claim: &Claim| claim.kind == EventKind::SexualAbuseAllegation && !claim.perpetrators.is_empty();
        if claims.len() > 1 {
            claims.retain(|claim| !(kind(claim) && claim.perpetrators.iter().all(|who| small(*who) && both(who))));
        }
    }

    /// Whether two mentions give one given name: "KOTLAROVA Kristina", "Kristina (12)".
    fn one_given(&self, a: Who, b: Who) -> bool {
        let np = |who: Who| self.nps.iter().find(|np| np.who == Some(who));
        np(a).zip(np(b)).is_some_and(|(a, b)| self.one_person(a, b))
    }

    /// "Says he does it to Alfie as well": to whom else the same is said to have been done.
    pub fn as_well(&self, claims: &mut Vec<Claim>) {
        const DOES: &[&str] = &["does", "did", "done", "doing", "do"];
        let [claim] = &claims[..] else { return };
        let named = !claim.register && !claim.perpetrators.is_empty() && claim.kind == EventKind::SexualAbuseAllegation;
        let others = (0..self.page.len()).filter(|at| named && DOES.contains(&self.page.word(*at))).filter_map(|at| {
            let what = match (self.page.word(at + 1), self.page.word(at + 2)) {
                ("it" | "that" | "this", _) => at + 2,
                ("the", "same") => at + 3,
                _ => return None,
            };
            let to = matches!(self.page.word(what), "to" | "with").then_some(what + 1)?;
            let to = to + usize::from(self.page.word(to) == "our");
            let np = self.np_from(to).or_else(|| self.np_from(what + 1))?;
            let told = !np.pro && !np.plural && !np.generic && !np.pronoun && (np.named || np.young);
            np.who.filter(|who| told && !claim.victims.contains(who) && !claim.perpetrators.contains(who))
        });
        let others: Vec<Who> = others.collect();
        let mut more = claim.clone();
        more.victims = others;
        if !more.victims.is_empty() {
            claims.push(more);
        }
    }

    /// Whoever the entry says was charged, cleared, arrested or lay with the child is who is alleged.
    fn accused_elsewhere(&self, claims: &mut [Claim]) {
        let Some(who) = self.charged().or_else(|| self.partner()).and_then(|np| np.who) else { return };
        for claim in claims.iter_mut().filter(|claim| claim.perpetrators.is_empty() && !claim.victims.contains(&who)) {
            claim.perpetrators = vec![who];
        }
    }

    fn charged(&self) -> Option<&Np> {
        use Status::{Acquitted, Charged, Convicted, UnderInvestigation};
        self.page.of(0..self.page.len(), Group::Status).find_map(|hit| {
            let status = hit.section().status?;
            matches!(status, Acquitted | Charged | Convicted | UnderInvestigation)
                .then(|| self.subject(hit.first))
                .flatten()
                .filter(|np| self.could_be_accused(np))
        })
    }

    /// "in a relationship with", said of a child.
    fn partner(&self) -> Option<&Np> {
        self.page.of(0..self.page.len(), Group::Blame).find_map(|hit| {
            let next = if self.page.word(hit.last) == "with" { hit.last + 1 } else { hit.last + 2 };
            let with = self.page.word(next - 1) == "with";
            with.then(|| self.np_from(next)).flatten().filter(|np| self.could_be_accused(np))
        })
    }

    fn could_be_accused(&self, np: &Np) -> bool {
        !np.pro && !np.generic && !np.nested && !self.is_subject_child(np)
    }
}
