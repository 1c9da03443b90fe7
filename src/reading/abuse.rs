//! Allegations of sexual abuse, exploitation and harmful sexual behaviour: the words, who is alleged, who was harmed.

use super::groups::{Group, Set};
use super::judge::{SERVICE_NAME, Told, UNSAID, Verdict};
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{EventKind, LeftOut, Status, Who};

/// What one trigger says, before it becomes an event.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Kind of event.
    pub kind: EventKind,
    /// First token of the trigger.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Who is alleged; several where the words join them.
    pub perpetrators: Vec<Who>,
    /// Who was harmed.
    pub victims: Vec<Who>,
    /// Status that the trigger itself shows.
    pub status: Option<Status>,
    /// Whether the trigger says only who is an offender.
    pub register: bool,
}

/// The two sides of a trigger as words.
#[derive(Clone, Debug, Default)]
struct Sides<'a> {
    perpetrator: Option<&'a Np>,
    victim: Option<&'a Np>,
    governed: bool,
}

const VERBS: [Group; 2] = [Group::AbuseVerb, Group::ExploitVerb];
const NOUNS: [Group; 3] = [Group::AbuseNoun, Group::OffenceNoun, Group::ExploitNoun];
/// Groups without which a sentence says nothing of abuse.
pub const ANY: Set = Set::of(&[
    Group::AbuseVerb,
    Group::ExploitVerb,
    Group::AbuseNoun,
    Group::OffenceNoun,
    Group::ExploitNoun,
    Group::ExploitSign,
    Group::Offender,
    Group::HarmfulNoun,
    Group::HarmfulService,
    Group::SexualManner,
    Group::SexualWord,
    Group::WhatDid,
    Group::ObliquePlain,
    Group::Oblique,
    Group::ObliqueService,
]);

/// Every claim of the entry, and what was left out.
pub fn read(scene: &Scene, left: &mut Vec<LeftOut>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let groups = scene.page.groups(0..scene.page.len());
    if !groups.meets(ANY) {
        return claims;
    }
    let mut muted = Vec::new();
    for sentence in &scene.page.sentences {
        if !scene.page.groups(sentence.clone()).meets(ANY) {
            continue;
        }
        let hits: Vec<Hit> = scene.page.hits_in(sentence.clone()).to_vec();
        let from = claims.len();
        for hit in &hits {
            scene.claim(hit, &mut claims, left, &mut muted);
        }
        merge(&mut claims, from);
    }
    if claims.iter().all(|claim| claim.perpetrators.is_empty()) {
        match (scene.oblique(&muted), claims.first_mut()) {
            (Some(oblique), None) => claims.push(oblique),
            (Some(oblique), Some(claim)) if !claim.register => {
                claim.perpetrators = oblique.perpetrators;
                if claim.victims.is_empty() {
                    claim.victims = oblique.victims;
                }
            }
            _ => {}
        }
    }
    scene.told_by_child(&mut claims);
    scene.complete(&mut claims);
    claims.retain(|claim| !scene.corrected_after(claim.last));
    claims
}

/// Claims of one sentence that complete each other are one.
fn merge(claims: &mut Vec<Claim>, from: usize) {
    let mut i = from;
    while i < claims.len() {
        let mut j = i + 1;
        while j < claims.len() {
            let (a, b) = (&claims[i], &claims[j]);
            let clash = |x: &[Who], y: &[Who]| !x.is_empty() && !y.is_empty() && x != y;
            let other_kind = a.kind != b.kind
                && (a.kind == EventKind::ExploitationConcern) != (b.kind == EventKind::ExploitationConcern);
            if clash(&a.perpetrators, &b.perpetrators)
                || clash(&a.victims, &b.victims)
                || other_kind && !a.victims.is_empty() && !b.victims.is_empty()
            {
                j += 1;
                continue;
            }
            let b = claims.remove(j);
            let a = &mut claims[i];
            if a.perpetrators.is_empty() {
                a.perpetrators = b.perpetrators;
            }
            if a.victims.is_empty() {
                a.victims = b.victims;
            }
            if b.kind == EventKind::HarmfulSexualBehaviour {
                a.kind = b.kind;
            }
            a.register &= b.register;
            a.status = a.status.or(b.status);
        }
        i += 1;
    }
}

impl Scene<'_> {
    /// `muted` gathers the sentences whose plain words are negated, supposed or general.
    fn claim(&self, hit: &Hit, claims: &mut Vec<Claim>, left: &mut Vec<LeftOut>, muted: &mut Vec<usize>) {
        let (sides, kind, verb) = match hit.group {
            group if VERBS.contains(&group) && self.noun_too(hit) => return,
            group if VERBS.contains(&group) => (self.verb_sides(hit), kind_of(group), true),
            Group::WeakVerb if self.sexual_beside(hit) => {
                (self.verb_sides(hit), EventKind::SexualAbuseAllegation, true)
            }
            group if NOUNS.contains(&group) && !self.inside_verb(hit) => {
                (self.noun_sides(hit, group), kind_of(group), false)
            }
            Group::HarmfulNoun | Group::HarmfulService => {
                (self.harmful_sides(hit), EventKind::HarmfulSexualBehaviour, false)
            }
            Group::Offender => (self.offender_sides(hit), EventKind::SexualAbuseAllegation, false),
            _ => return,
        };
        let sides = if kind == EventKind::HarmfulSexualBehaviour {
            sides
        } else {
            let alleged = hit.group != Group::Offender;
            let (perpetrator, victim) = self.settle(hit, (sides.perpetrator, sides.victim), alleged);
            let victim =
                if alleged { victim.or_else(|| self.client_harmed(&sides, perpetrator)) } else { sides.victim };
            Sides { perpetrator, victim, governed: sides.governed }
        };
        if hit.group == Group::WeakVerb && sides.perpetrator.is_none() {
            return;
        }
        let kind = if kind == EventKind::HarmfulSexualBehaviour && sides.perpetrator.is_some_and(|np| self.grown(np)) {
            EventKind::SexualAbuseAllegation
        } else {
            kind
        };
        let register = hit.group == Group::Offender;
        if register && sides.perpetrator.is_none_or(|np| np.generic || np.pro && !np.named) {
            left.push(self.left_out(hit, kind, "nobody is named as an offender"));
            return;
        }
        let told = Told {
            first: hit.first,
            last: hit.last,
            verb,
            perpetrator: sides.perpetrator,
            victim: sides.victim,
            governed: sides.governed,
            register,
        };
        if kind == EventKind::ExploitationConcern && sides.victim.is_some_and(|np| self.is_elder(np)) {
            left.push(self.left_out(hit, kind, "of an adult"));
            return;
        }
        let status = match self.judge(&told) {
            Verdict::Left(why) => {
                left.push(self.left_out(hit, kind, why));
                if why != UNSAID && why != SERVICE_NAME {
                    muted.push(self.page.sentence_of(hit.first));
                }
                return;
            }
            Verdict::Feared => Some(Status::Suspected),
            Verdict::Said => None,
        };
        let people = |np: Option<&Np>| -> Vec<Who> {
            np.filter(|np| !np.generic)
                .map(|np| self.joined(self.first_of_pair(np)).iter().filter_map(|np| np.who).collect())
                .unwrap_or_default()
        };
        let guessed = || sides.victim.filter(|_| !register && kind == EventKind::SexualAbuseAllegation);
        let alleged = sides.perpetrator.or_else(|| guessed().and_then(|harmed| self.only_other(harmed, hit)));
        let (perpetrators, mut victims) = (people(alleged), people(sides.victim));
        victims.retain(|who| !perpetrators.contains(who));
        claims.push(Claim { kind, first: hit.first, last: hit.last, perpetrators, victims, status, register });
    }

    /// "Booking visit. Discloses abuse by own father": whoever the record is about was harmed, where nobody else is named.
    fn client_harmed(&self, sides: &Sides, perpetrator: Option<&Np>) -> Option<&Np> {
        let client = self.client.filter(|_| sides.governed || perpetrator.is_some())?;
        self.nps
            .iter()
            .find(|np| np.who == Some(client))
            .filter(|np| perpetrator.is_none_or(|other| !self.same_person(other, np)))
    }

    /// Whether the words mean a grandparent or somebody known to be grown up.
    fn is_elder(&self, np: &Np) -> bool {
        use crate::model::Bond;
        let Some(Who::Mention(index)) = np.who else { return false };
        let kin = self.mentions.get(index).and_then(|mention| mention.kin.as_ref());
        np.grown
            || kin.is_some_and(|kin| kin.steps.len() == 2 && kin.steps.iter().all(|step| step.bond == Bond::Parent))
    }

    /// Whether the words mean a grown-up: a parent, an uncle, a partner, somebody of 18 or more.
    fn grown(&self, np: &Np) -> bool {
        use crate::model::Bond;
        let Some(Who::Mention(index)) = np.who else { return false };
        let Some(mention) = self.mentions.get(index) else { return false };
        let kin = mention.kin.as_ref().is_some_and(|kin| {
            let first = kin.steps.first().map(|step| step.bond);
            let last = kin.steps.last().map(|step| step.bond);
            matches!(
                last,
                Some(Bond::Parent | Bond::StepParent | Bond::Partner | Bond::FosterCarer | Bond::AdoptiveParent)
            ) || matches!((first, last), (Some(Bond::Parent), Some(Bond::Sibling)))
        });
        kin || mention.age.is_some_and(|age| age >= 18) || mention.title.is_some()
    }

    fn left_out(&self, hit: &Hit, kind: EventKind, why: &str) -> LeftOut {
        LeftOut { kind, words: self.page.words(hit.first, hit.last), why: why.to_owned() }
    }

    /// "rape", "grooming": a noun unless it stands as a verb, with an object or an auxiliary.
    fn noun_too(&self, hit: &Hit) -> bool {
        let noun =
            NOUNS.iter().any(|group| self.page.begins(hit.first, *group).is_some_and(|noun| noun.last == hit.last));
        noun && !self.verb_use(hit)
    }

    fn verb_use(&self, hit: &Hit) -> bool {
        let object = self.object(hit.last).is_some_and(|np| !np.pro);
        object
            || self.verb_start(hit.first) < hit.first
                && self.page.any(hit.first - 1, Set::of(&[Group::Be, Group::Have, Group::Modal]))
    }

    fn inside_verb(&self, hit: &Hit) -> bool {
        if self.noun_too(hit) {
            return false;
        }
        self.page.any(hit.first, Set::of(&[Group::AbuseVerb]))
            && self.page.begins(hit.first, Group::AbuseVerb).is_some_and(|verb| verb.last >= hit.last)
    }

    /// Whether words that make a weak verb sexual stand after it in the sentence, or right before.
    fn sexual_beside(&self, hit: &Hit) -> bool {
        let end = self.page.sentence(hit.first).end.min(hit.last + 12);
        let after = self.page.of(hit.last + 1..end, Group::SexualManner).any(|manner| {
            !(hit.last + 1..manner.first)
                .any(|i| matches!(self.page.shape(i), super::tokens::Shape::Mark(b';')) || self.page.has(i, Group::Neg))
        });
        let sexual = self.page.of(hit.first.saturating_sub(2)..hit.first, Group::SexualManner).next().is_some();
        after || sexual
    }

    fn verb_sides(&self, hit: &Hit) -> Sides<'_> {
        let itself = (hit.first..hit.last + 2)
            .any(|i| matches!(self.page.word(i), "herself" | "himself" | "themselves" | "themself"));
        if itself {
            return Sides { perpetrator: None, victim: self.subject(hit.first), governed: true };
        }
        let after = self.after(hit.last);
        let by = after
            .iter()
            .find(|(groups, at, np)| {
                groups.has(Group::By) && !groups.has(Group::ReportedBy) && *at <= hit.last + 12 && (!np.pro || np.named)
            })
            .map(|(_, _, np)| *np);
        let object = self.object(hit.last).filter(|np| !np.pro);
        let word = self.page.word(hit.last);
        let gerund = word.ends_with("ing") || self.page.word(hit.first).ends_with("ing");
        let within = (hit.first..=hit.last).find(|&i| matches!(self.page.word(i), "her" | "him" | "them"));
        let passive = self.passive(hit.first) && !(gerund && object.is_some()) && (!gerund || self.being(hit.first));
        let subject = self.subject(hit.first);
        if passive
            || object.is_none()
                && within.is_none()
                && !gerund
                && (by.is_some() || subject.is_some() && !self.active_without_object(hit))
        {
            return Sides { perpetrator: by, victim: subject, governed: true };
        }
        let toward = after
            .iter()
            .find(|(groups, at, np)| groups.has(Group::Toward) && *at <= hit.last + 6 && !np.pro)
            .map(|(_, _, np)| *np);
        let adjacent = hit.first.checked_sub(1).and_then(|at| self.np(at)).filter(|_| gerund);
        let going_on = gerund && self.passive(hit.first) && subject.is_some();
        let accused = if gerund && !going_on { adjacent.or_else(|| self.accused(hit.first)) } else { None };
        let perpetrator = accused.or(subject).filter(|np| !np.pro || np.named || np.sex.is_some());
        let inner = within.and_then(|i| self.inner_pronoun(i, perpetrator));
        let victim = object.or(inner).or(toward);
        let victim = self.not_same(victim, perpetrator);
        Sides { perpetrator, victim, governed: false }
    }

    fn being(&self, verb: usize) -> bool {
        (self.verb_start(verb)..verb).any(|i| matches!(self.page.word(i), "being" | "been"))
    }

    fn active_without_object(&self, hit: &Hit) -> bool {
        self.page.word(hit.last).ends_with("es") || self.page.word(hit.last).ends_with('s')
    }

    /// A pronoun inside a phrase ("touched her inappropriately") has no words of its own: whom it means is whoever
    /// else fits in the sentence.
    fn inner_pronoun(&self, at: usize, perpetrator: Option<&Np>) -> Option<&Np> {
        let direct = self.np(at).filter(|np| np.pronoun);
        direct.or_else(|| {
            let who = perpetrator.and_then(|np| np.who);
            let from = self.page.sentence(at).start;
            self.nps.iter().rev().find(|np| np.last < at && np.first >= from && np.who != who && !np.pro && !np.nested)
        })
    }

    /// "Mum said he hurt her": nobody harms themselves here, so the second is looked for elsewhere.
    fn not_same<'s>(&'s self, np: Option<&'s Np>, other: Option<&Np>) -> Option<&'s Np> {
        let np = np?;
        if other.is_some_and(|other| other.who == np.who && np.who.is_some()) {
            let from = self.page.sentence_of(np.first);
            return self.nps.iter().rev().find(|more| {
                more.last < np.first
                    && self.page.sentence_of(more.first) + 1 >= from
                    && more.who != np.who
                    && !more.pro
                    && !more.nested
                    && (np.sex.is_none() || more.sex.is_none() || more.sex == np.sex)
            });
        }
        Some(np)
    }

    /// "Father convicted of sexually abusing ...", "accused her uncle of ...": who stands accused.
    fn accused(&self, trigger: usize) -> Option<&Np> {
        let range = self.page.sentence(trigger);
        if let Some(verb) = self.page.of(range.start..trigger, Group::Accuse).rev().find(|hit| hit.last < trigger) {
            let between = (verb.last + 1..trigger)
                .find_map(|i| self.np_from(i))
                .filter(|np| !np.pro && self.page.word(verb.first).starts_with("accus"));
            return between.or_else(|| self.subject(verb.first));
        }
        let accuser = self
            .page
            .of(range.start..trigger, Group::Disclose)
            .rev()
            .find(|hit| self.page.word(hit.first).starts_with("accus"))?;
        self.object(accuser.last)
    }

    fn noun_sides<'s>(&'s self, hit: &Hit, group: Group) -> Sides<'s> {
        let range = self.page.sentence(hit.first);
        let mut sides = Sides::default();
        let alleged = self.page.of(range.start..hit.first, Group::Allege).next().is_some()
            || self.page.of(hit.last + 1..(hit.last + 3).min(range.end), Group::Allege).next().is_some();
        let alleged = alleged
            || self.page.has(hit.first, Group::Allege)
            || ["charge", "allegation", "complaint", "accusation", "disclosure", "report", "concern"]
                .iter()
                .any(|start| self.page.word(hit.first).starts_with(start));
        let reports = self.governor(hit.first);
        let after = self.after(hit.last);
        for (groups, at, np) in &after {
            let np = *np;
            let reported = groups.has(Group::ReportedBy);
            if reported {
                if !np.pro && sides.victim.is_none() {
                    sides.victim = Some(np);
                    sides.governed = true;
                }
                continue;
            }
            let official = np.pro && !np.named && !self.job_title_only(np);
            if official {
                continue;
            }
            let slot_perp = groups.has(Group::By)
                || groups.has(Group::DoneBy) && !groups.has(Group::About)
                || groups.has(Group::From) && !np.young && *at <= hit.last + 3;
            let slot_against = groups.has(Group::Against);
            let slot_victim = groups.has(Group::Of) || groups.has(Group::Toward);
            let slot_about = groups.has(Group::About) || groups.has(Group::With) && *at <= hit.last + 2;
            if slot_perp && sides.perpetrator.is_none() && !self.telling_by(*at) {
                sides.perpetrator = Some(np);
            } else if slot_against {
                let to_perp = alleged
                    && !np.young
                    && sides.perpetrator.is_none()
                    && !(np.pronoun
                        && sides.victim.is_none()
                        && reports.1.is_some_and(|verb| self.page.has(verb, Group::Accuse)));
                if to_perp {
                    sides.perpetrator = Some(np)
                } else if sides.victim.is_none() {
                    sides.victim = Some(np)
                }
            } else if slot_victim && sides.victim.is_none() && self.close(hit.last, *at) {
                sides.victim = Some(np);
            } else if slot_about {
                let young = np.young || group == Group::OffenceNoun && !alleged;
                if young && sides.victim.is_none() {
                    sides.victim = Some(np);
                } else if !young && sides.perpetrator.is_none() && !self.page.word(*at).starts_with("in") {
                    sides.perpetrator = Some(np);
                } else if sides.victim.is_none() {
                    sides.victim = Some(np);
                }
            }
        }
        self.possessor(hit, &mut sides);
        match reports {
            (Some(np), Some(verb)) if self.page.has(verb, Group::Accuse) => {
                sides.governed = true;
                if sides.perpetrator.is_none() && (!np.pro || np.named) {
                    sides.perpetrator = Some(np);
                }
            }
            (Some(np), Some(_)) if !np.pro || np.named => {
                sides.governed = true;
                if sides.victim.is_none() && sides.perpetrator.and_then(|p| p.who) != np.who {
                    sides.victim = Some(np);
                }
            }
            (_, Some(_)) => sides.governed = true,
            _ => {}
        }
        self.had(hit, &mut sides);
        self.labels(hit.first, &mut sides);
        if sides.perpetrator.is_none() || sides.victim.is_none() {
            self.other_words(hit, &mut sides);
        }
        sides.victim = self.not_same(sides.victim, sides.perpetrator);
        sides
    }

    /// "her teacher", "his football coach": a role, yet one person of whom something may be alleged.
    fn job_title_only(&self, np: &Np) -> bool {
        matches!(self.page.word(np.first), "her" | "his" | "their" | "a") && np.last > np.first
    }

    fn close(&self, last: usize, at: usize) -> bool {
        at <= last + 8
    }

    /// "reported by", "made by": the one named after is no perpetrator.
    fn telling_by(&self, at: usize) -> bool {
        at > 0 && self.page.any(at - 1, Set::of(&[Group::ReportedBy, Group::Status, Group::Disclose]))
    }

    /// The verb that governs a noun of abuse ("disclosed", "convicted of", "victim of") and its subject.
    fn governor(&self, trigger: usize) -> (Option<&Np>, Option<usize>) {
        const GOVERN: Set = Set::of(&[Group::Disclose, Group::Undergo, Group::Accuse]);
        let range = self.page.sentence(trigger);
        let hit = self.page.hits_in(range.start..trigger).iter().rev().find(|hit| {
            GOVERN.meets(Set::of(&[hit.group]))
                && hit.last < trigger
                && self.np(hit.first).is_none()
                && !(hit.first..trigger).any(|i| self.page.is_mark(i, b';'))
        });
        let Some(hit) = hit else { return (None, None) };
        let same_accuse = self.page.begins(hit.first, Group::Accuse).is_some_and(|accuse| accuse.last >= hit.last);
        let np =
            if hit.group == Group::Accuse || same_accuse { self.accused(trigger) } else { self.subject(hit.first) };
        (np, Some(hit.first))
    }

    /// "her dad's sexual behaviour", "Ava's allegation of".
    fn possessor<'s>(&'s self, hit: &Hit, sides: &mut Sides<'s>) {
        let Some(before) = hit.first.checked_sub(1) else { return };
        let mut at = before;
        while at > 0
            && self.page.any(at, Set::of(&[Group::Skip, Group::Historic, Group::SexualWord]))
            && self.np(at).is_none()
        {
            at -= 1;
        }
        let possessive = self.page.shape(at) == super::tokens::Shape::Possessive;
        let owner = if possessive {
            at.checked_sub(1).and_then(|at| self.np(at))
        } else {
            self.np(at).filter(|np| np.pronoun && np.owns)
        };
        if let Some(owner) = owner.filter(|np| !np.pro) {
            let harmed = sides.perpetrator.is_some() && sides.victim.is_none() || owner.young && sides.victim.is_none();
            if harmed {
                sides.victim = Some(owner);
            } else if sides.perpetrator.is_none() && (sides.victim.is_some() || !owner.pronoun) {
                sides.perpetrator = Some(owner);
            }
            return;
        }
        let range = self.page.sentence(hit.first);
        let allegation =
            self.page.of(range.start..hit.first, Group::Allege).rev().find(|noun| noun.first > range.start);
        let owner = allegation.and_then(|noun| {
            let before = noun.first - 1;
            let possessive = self.page.shape(before) == super::tokens::Shape::Possessive;
            if possessive {
                before.checked_sub(1).and_then(|at| self.np(at))
            } else {
                self.np(before).filter(|np| np.pronoun)
            }
        });
        if let Some(owner) = owner.filter(|np| !np.pro) {
            sides.governed = true;
            if sides.victim.is_none() {
                sides.victim = Some(owner);
            }
        }
    }

    /// "stepfather had sexually inappropriate contact with Megan": who had it did it.
    fn had<'s>(&'s self, hit: &Hit, sides: &mut Sides<'s>) {
        let mut at = hit.first;
        while at > 0 && self.page.any(at - 1, Set::of(&[Group::Det, Group::Skip])) && self.np(at - 1).is_none() {
            at -= 1;
        }
        let Some(verb) = at.checked_sub(1).filter(|verb| {
            matches!(self.page.word(*verb), "had" | "has" | "having" | "have" | "showed" | "shown" | "displayed")
        }) else {
            return;
        };
        let subject = self.subject(verb).filter(|np| !np.pro && !np.generic);
        let towards = self
            .after(hit.last)
            .into_iter()
            .find(|(groups, _, np)| (groups.has(Group::With) || groups.has(Group::Toward)) && !np.pro)
            .map(|(_, _, np)| np);
        if let (Some(subject), Some(towards)) = (subject, towards) {
            let harmed = self.is_child_side(subject) && !towards.young && !self.is_child_side(towards);
            let (perpetrator, victim) = if harmed { (towards, subject) } else { (subject, towards) };
            (sides.perpetrator, sides.victim) = (Some(perpetrator), Some(victim));
        }
    }

    /// "victim Lottie, source of harm maternal uncle".
    fn labels<'s>(&'s self, at: usize, sides: &mut Sides<'s>) {
        let range = self.page.sentence(at);
        let whole = range.start..self.page.len().min(range.end + 40);
        let labelled = |group: Group| {
            self.page.of(whole.clone(), group).find_map(|hit| {
                let mut next = hit.last + 1;
                while matches!(self.page.shape(next), super::tokens::Shape::Mark(b':' | b'(' | b'-' | b'='))
                    || self.page.any(next, Set::of(&[Group::Be, Group::KnownAs]))
                {
                    next += 1;
                }
                self.np_from(next)
                    .filter(|np| np.first > hit.last)
                    .or_else(|| self.np(hit.last).filter(|np| np.last > hit.last))
            })
        };
        if let Some(np) = labelled(Group::SuspectLabel).filter(|np| !np.pro || np.named) {
            sides.perpetrator = sides.perpetrator.or(Some(np));
        }
        if let Some(np) = labelled(Group::VictimLabel).filter(|np| !np.pro) {
            sides.victim = sides.victim.or(Some(np));
        }
    }

    /// Cues elsewhere in the sentence: "allegation against P", "concern about P", "in respect of V".
    fn other_words<'s>(&'s self, hit: &Hit, sides: &mut Sides<'s>) {
        let range = self.page.sentence(hit.first);
        let nouns: Vec<Hit> = self.page.of(range.start..hit.first, Group::Allege).copied().collect();
        for noun in nouns {
            for (groups, at, np) in self.after(noun.last) {
                if at >= hit.first || np.generic || np.pro && !np.named {
                    continue;
                }
                let reported = groups.has(Group::ReportedBy) || groups.has(Group::By);
                let towards_perp = (groups.has(Group::Against) || groups.has(Group::About)) && !np.young;
                let towards_victim = groups.has(Group::Of) || np.young && !groups.has(Group::By) || reported;
                if towards_perp && sides.perpetrator.is_none() && self.page.word(at) != "in" {
                    sides.perpetrator = Some(np);
                } else if towards_victim && sides.victim.is_none() {
                    sides.victim = Some(np);
                }
                sides.governed = true;
            }
        }
    }

    fn harmful_sides<'s>(&'s self, hit: &Hit) -> Sides<'s> {
        let mut sides = Sides::default();
        for (groups, _, np) in self.after(hit.last.saturating_sub(usize::from(self.page.has(hit.last, Group::Toward))))
        {
            if np.pro {
                continue;
            }
            if (groups.has(Group::Toward)
                || groups.has(Group::Against)
                || groups.has(Group::With)
                || groups.has(Group::Of))
                && sides.victim.is_none()
            {
                sides.victim = Some(np);
            } else if (groups.has(Group::By) || groups.has(Group::From)) && sides.perpetrator.is_none() {
                sides.perpetrator = Some(np);
            }
        }
        let before = hit.first.checked_sub(1);
        let owner = before.and_then(|at| {
            if self.page.shape(at) == super::tokens::Shape::Possessive {
                self.np(at.saturating_sub(1))
            } else {
                self.np(at).filter(|np| np.pronoun && np.owns)
            }
        });
        let range = self.page.sentence(hit.first);
        let subject = || {
            self.nps.iter().find(|np| {
                np.first >= range.start
                    && np.last < hit.first
                    && !np.pro
                    && !np.nested
                    && !np.generic
                    && Some(np.who) != sides.victim.map(|v| v.who)
            })
        };
        if sides.perpetrator.is_none() {
            sides.perpetrator = owner.or_else(|| {
                if sides.victim.is_some() || self.page.has(hit.first, Group::HarmfulService) {
                    subject()
                } else {
                    self.subject(hit.first)
                }
            });
        }
        if sides.perpetrator.is_none() {
            sides.perpetrator = self
                .nps
                .iter()
                .find(|np| np.named && !np.pro && !np.nested && Some(np.who) != sides.victim.map(|v| v.who));
        }
        sides.governed = sides.perpetrator.is_some();
        sides
    }

    fn offender_sides<'s>(&'s self, hit: &Hit) -> Sides<'s> {
        let range = self.page.sentence(hit.first);
        let near = self.subject(hit.first).filter(|np| !np.pro || np.named);
        let person_before = self
            .nps
            .iter()
            .rev()
            .find(|np| np.first >= range.start && np.last < hit.first && !np.pro && !np.nested && !np.owns);
        let after = self.np_from(hit.last + 1).filter(|np| np.named || !np.pro);
        let colon = self.nps.iter().find(|np| {
            np.first > hit.last
                && np.first < range.end
                && !np.pro
                && !np.generic
                && !np.young
                && !np.plural
                && !np.nested
        });
        let order = self.page.word(hit.first).starts_with("shpo") || self.page.word(hit.last).ends_with("order");
        let granted = if order {
            self.after(hit.last)
                .into_iter()
                .find(|(groups, _, np)| (groups.has(Group::Against) || groups.has(Group::Toward)) && !np.pro)
                .map(|(_, _, np)| np)
        } else {
            None
        };
        let adult = |np: &&Np| !np.young && !np.plural && !np.generic;
        let near = near.filter(adult);
        let person_before = person_before.filter(adult);
        let perpetrator = granted
            .or(near)
            .or(person_before)
            .or_else(|| self.topic(hit.first))
            .or(after)
            .or(colon)
            .or_else(|| self.topic(self.page.len()));
        let perpetrator = perpetrator.filter(|np| !self.is_subject_child(np));
        Sides { perpetrator: perpetrator.filter(|np| !np.young || np.named), victim: None, governed: true }
    }

    /// Whom the sentence before, or else the entry, is about.
    fn topic(&self, before: usize) -> Option<&Np> {
        let adult = |np: &&Np| np.last < before && !np.pro && !np.nested && !np.generic && !np.young && !np.plural;
        self.nps.iter().rev().filter(adult).find(|np| np.subject).or_else(|| self.nps.iter().find(adult))
    }

    /// Whoever the entry says was charged, cleared, arrested or lay with the child is who is alleged.
    fn accused_elsewhere(&self, claims: &mut [Claim]) {
        use Status::{Acquitted, Charged, Convicted, UnderInvestigation};
        let fits = |np: &&Np| !np.pro && !np.generic && !np.nested && !self.is_subject_child(np);
        let charged = self.page.of(0..self.page.len(), Group::Status).find_map(|hit| {
            let status = hit
                .section()
                .status
                .filter(|status| matches!(status, Acquitted | Charged | Convicted | UnderInvestigation));
            status.and_then(|_| self.subject(hit.first)).filter(fits)
        });
        let partner = || {
            self.page.of(0..self.page.len(), Group::Blame).find_map(|hit| {
                let next = if self.page.word(hit.last) == "with" { hit.last + 1 } else { hit.last + 2 };
                (self.page.word(next - 1) == "with").then(|| self.np_from(next)).flatten().filter(fits)
            })
        };
        let Some(np) = charged.or_else(partner) else { return };
        let Some(who) = np.who else { return };
        for claim in claims.iter_mut().filter(|claim| claim.perpetrators.is_empty() && !claim.victims.contains(&who)) {
            claim.perpetrators = vec![who];
        }
    }

    /// A claim without one side takes it from another claim of the entry that has both.
    fn complete(&self, claims: &mut Vec<Claim>) {
        let full: Vec<Claim> = claims
            .iter()
            .filter(|claim| !claim.perpetrators.is_empty() && !claim.victims.is_empty())
            .cloned()
            .collect();
        let Some(model) = full.first() else {
            self.accused_elsewhere(claims);
            return;
        };
        claims.retain(|claim| !(claim.perpetrators.is_empty() && claim.victims.is_empty()));
        for claim in claims.iter_mut().filter(|claim| !claim.register) {
            if claim.perpetrators.is_empty() && model.victims.iter().any(|who| claim.victims.contains(who)) {
                claim.perpetrators = model.perpetrators.clone();
            }
            if claim.victims.is_empty() && claim.perpetrators == model.perpetrators {
                claim.victims = model.victims.clone();
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
}

impl Scene<'_> {
    /// A child who tells what somebody does, and says of nobody else that it was done to them, tells it of themselves.
    fn told_by_child(&self, claims: &mut [Claim]) {
        for claim in claims.iter_mut().filter(|claim| claim.victims.is_empty() && !claim.register) {
            let start = self.page.sentence(claim.first).start;
            let telling = self.page.of(start..claim.first, Group::Disclose).next();
            let teller = telling.and_then(|hit| self.subject(hit.first)).filter(|np| !np.pro && !np.generic);
            let child = teller.filter(|np| np.young || self.is_subject_child(np) || np.who == Some(Who::Child));
            claim.victims.extend(child.and_then(|np| np.who).filter(|who| !claim.perpetrators.contains(who)));
        }
    }
}

fn kind_of(group: Group) -> EventKind {
    match group {
        Group::ExploitVerb | Group::ExploitNoun => EventKind::ExploitationConcern,
        _ => EventKind::SexualAbuseAllegation,
    }
}
