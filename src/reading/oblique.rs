//! Sexual abuse told without its name: what an entry says is weighed together, where no plain words say it.
//!
//! "Bedwetting since sleepovers began at step-grandad's; says he does the wrong tickles. Referral made." No phrase of it
//! is enough alone. Words that are sexual in themselves weigh most, then the ways children and those who speak for them
//! tell it, then places and times, then what professionals did about it. Words that are negated, asked, supposed, taught
//! or of another family weigh nothing. An adult and a child under sixteen said to be a couple are enough.

use super::abuse::Claim;
use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{EventKind, Status, Who};

/// What each kind of words weighs, and the most that all of a kind can.
const WEIGHTS: &[(Group, i32, i32)] = &[
    (Group::ObliquePlain, 5, 10),
    (Group::Oblique, 4, 8),
    (Group::ObliqueService, 5, 5),
    (Group::ObliqueSetting, 2, 6),
    (Group::ObliqueWeak, 1, 3),
];
/// What is added for somebody alleged and for somebody harmed.
const SOMEBODY_ALLEGED: i32 = 2;
const SOMEBODY_HARMED: i32 = 1;
/// What "what X did" and its like weigh.
const WHAT_SOMEBODY_DID: i32 = 4;
/// What an entry must weigh in all to be taken as an allegation.
const ENOUGH: i32 = 7;
/// Ages of a couple of whom one is a child: the child at most, the other at least, and at least apart, in years.
const CHILD_OF_COUPLE: u8 = 15;
const ADULT: u8 = 18;

/// Words that call two people a couple.
const COUPLE: &[&str] = &[
    "relationship",
    "boyfriend",
    "girlfriend",
    "partner",
    "active",
    "dating",
    "couple",
    "bf",
    "gf",
    "engaged",
    "married",
    "consensual",
    "seeing",
    "together",
    "intercourse",
    "sex",
    "pregnant",
    "conceived",
    "chlamydia",
    "gonorrhoea",
    "contraception",
    "affair",
    "termination",
    "paternity",
    "dna",
    "baby's",
];

/// Verbs that end "what X ...".
const DOES: &[&str] =
    &["does", "did", "do", "done", "doing", "made", "makes", "make", "was", "got", "gets", "had", "used", "is"];

/// Touching that needs a child after it to weigh.
const TOUCH: &[&str] = &["touching", "touched", "touches", "touch", "kissing", "kissed", "fondling", "hands"];

/// Verbs between who causes something and who is made to do it.
const MAKES: &[&str] = &[
    "makes", "made", "make", "making", "got", "gets", "lets", "let", "asks", "asked", "told", "tells", "forces",
    "forced", "wants", "wanted", "expects", "expected", "pays", "paid",
];

impl Scene<'_> {
    /// The allegation that the entry's words make together, if they weigh enough. `muted` are sentences that plainly deny or
    /// suppose it.
    pub fn oblique(&self, muted: &[usize]) -> Option<Claim> {
        self.couple(muted).or_else(|| self.weighed(muted))
    }

    fn weighed(&self, muted: &[usize]) -> Option<Claim> {
        let mut sum = 0;
        let mut heart: Option<Hit> = None;
        for (group, each, most) in WEIGHTS {
            let mut seen: Vec<u32> = Vec::new();
            let mut of_kind = 0;
            for hit in self.page.of(0..self.page.len(), *group).filter(|hit| self.counts(hit, muted)) {
                if seen.contains(&hit.line) {
                    continue;
                }
                seen.push(hit.line);
                of_kind += each;
                heart = heart.or(Some(*hit));
            }
            sum += of_kind.min(*most);
            if *group == Group::Oblique
                && let Some(hit) = self.what_somebody_did(muted).or_else(|| self.touched_child(muted))
            {
                sum += WHAT_SOMEBODY_DID;
                heart = heart.or(Some(hit));
            }
        }
        let hit = heart.filter(|hit| !matches!(hit.group, Group::ObliqueWeak | Group::ObliqueSetting))?;
        let claim = self.claim_of(&hit)?;
        sum += if claim.perpetrators.is_empty() { 0 } else { SOMEBODY_ALLEGED };
        sum += if claim.victims.is_empty() { 0 } else { SOMEBODY_HARMED };
        (sum >= ENOUGH && (hit.group != Group::ObliqueService || !claim.perpetrators.is_empty())).then_some(claim)
    }

    /// "what Baz makes them do", "what she told us about her brother": the clause stands for what is not said.
    fn what_somebody_did(&self, muted: &[usize]) -> Option<Hit> {
        let clause = self.page.of(0..self.page.len(), Group::WhatDid).find(|hit| {
            let person = self.np_from(hit.last + 1).filter(|np| {
                let base = self.base(np);
                !(base.pro || base.generic || base.plural || base.young || self.is_subject_child(base))
            });
            person
                .is_some_and(|np| DOES.contains(&self.page.word(np.last + 1)) || self.page.has(np.last + 1, Group::Did))
                && self.counts(hit, muted)
        });
        clause.copied()
    }

    /// "for touching his partner's daughter", "his hands on her granddaughter".
    fn touched_child(&self, muted: &[usize]) -> Option<Hit> {
        let suspect = self.page.of(0..self.page.len(), Group::SuspectLabel).next().is_some();
        let at = (0..self.page.len()).find(|&i| {
            let from = if self.page.word(i) == "hands" { i + 2 } else { i + 1 };
            let on = self.page.word(i) != "hands" || self.page.word(i + 1) == "on";
            let child = || self.np_from(from).is_some_and(|np| np.young || self.is_subject_child(np));
            // "IP Ava Dale. Suspect Tom Reid. Touched when babysitting": of a suspect it needs no object.
            let of_suspect = suspect && self.page.word(i) == "touched" && self.page.sentence(i).start == i;
            TOUCH.contains(&self.page.word(i)) && (on && child() || of_suspect && self.page.word(i + 1) != "base")
        })?;
        let hit = Hit { first: at, last: at, line: 0, group: Group::Oblique };
        self.counts(&hit, muted).then_some(hit)
    }

    /// Whether words are said of somebody, and not negated, asked, supposed, taught or somebody's work.
    fn counts(&self, hit: &Hit, muted: &[usize]) -> bool {
        let sentence = self.page.sentence(hit.first);
        let reached = [Group::Neg, Group::Ask, Group::Hypo, Group::Deny].iter().any(|group| {
            self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 12) && !self.page.has(hit.first, *group)
        });
        let across = self
            .page
            .of(sentence.start..hit.first, Group::Neg)
            .any(|neg| neg.first < hit.first && neg.last >= hit.first);
        let quiet =
            muted.contains(&self.page.sentence_of(hit.first)) || self.iffy(hit.first) || self.wonders(hit.first);
        let filed = super::abuse::names_category(self, hit.first, hit.last);
        // "Sessions at the Rape and Sexual Abuse Support Centre": who goes there is not accused of it.
        let service = hit.group == Group::ObliqueService
            && matches!(self.page.word(hit.first), "sexual" | "rape" | "exploitation" | "cse" | "csa")
            && self.names_service(hit.last + 1);
        let elsewhere = || self.page.groups(sentence.clone()).has(Group::OtherFamily) || self.disowned_next(hit.first);
        if service
            || self.is_explained(hit)
            || self.is_of_survivors(hit)
            || filed
            || reached
            || across
            || quiet
            || elsewhere()
        {
            return false;
        }
        let before = hit.first.checked_sub(1).map_or("", |at| self.page.word(at));
        if matches!(before, "any" | "every" | "some" | "no") && hit.group == Group::ObliquePlain {
            return false;
        }
        // "Offender manager home visit": a profession's name tells nothing.
        if self.np(hit.first).is_some_and(|np| np.pro && hit.group == Group::ObliqueSetting) {
            return false;
        }
        let nobody = |np: &Np| matches!(self.page.word(np.first), "anyone" | "anybody" | "nobody" | "none" | "no");
        if self.subject(hit.first).is_some_and(nobody) {
            return false;
        }
        let heart = matches!(hit.group, Group::ObliquePlain | Group::Oblique);
        let talk = |group: Group| {
            let inside = |one: &&Hit| one.first >= hit.first && one.last <= hit.last;
            self.page.of(sentence.clone(), group).any(|one| {
                let later = one.first > hit.last;
                let spares = inside(&one) || heart && later || self.told_between(one.last, hit.first);
                !spares
            })
        };
        let told = |group: Group| talk(group) && !self.heads_only(hit.first, group);
        !told(Group::General) && !told(Group::Job)
    }

    /// Whether somebody tells something between two places: what is told is no longer general talk.
    fn told_between(&self, from: usize, to: usize) -> bool {
        from < to
            && self.page.of(from..to, Group::Disclose).any(|hit| self.subject(hit.first).is_some_and(|np| !np.generic))
    }

    fn claim_of(&self, hit: &Hit) -> Option<Claim> {
        // "Zofia's account of her uncle coming into her bed": who stands right before such a verb does it.
        let beside = hit.first.checked_sub(1).filter(|_| self.page.word(hit.first).ends_with("ing"));
        let beside = beside.and_then(|at| self.np(at)).filter(|np| !np.owns && !np.generic);
        let subject = beside.or_else(|| self.subject(hit.first)).filter(|np| !np.pro);
        let begun = || self.np_from(hit.last).filter(|np| hit.first < hit.last && np.last > hit.last);
        let object = self.object(hit.last).or_else(|| self.np(hit.last).filter(|np| np.pronoun)).or_else(begun);
        let within = (hit.first..=hit.last).find_map(|at| self.np(at).filter(|np| np.pronoun));
        let object = object.or(within);
        let grammar = match hit.group {
            Group::WhatDid => {
                let to = |(groups, _, np): &(Set, usize, &Np)| {
                    (groups.has(Group::Toward) || groups.has(Group::With)) && !np.pro
                };
                let to = self.after(hit.last).into_iter().find(to).map(|(_, _, np)| np);
                (self.np_from(hit.last + 1), to)
            }
            Group::ObliqueService => (None, subject),
            _ if self.page.word(hit.last) == "by" => (self.doer_after(hit), self.subject(hit.first)),
            _ if self.was_done(hit) => (self.doer_after(hit), self.same_done_to(hit).or(object)),
            _ if self.causer(hit).is_some() => {
                self.causer(hit).map_or((None, None), |(causer, made)| (Some(causer), Some(made)))
            }
            _ => (subject.filter(|np| !self.base(np).young && !self.is_subject_child(np)), object),
        };
        let (alleged, harmed) = self.settle(hit, grammar, true);
        let told = hit.group != Group::ObliqueService;
        // "She goes to the Rowan Centre for sexual violence counselling": whoever goes there was harmed.
        let harmed = if told || alleged.is_some() { harmed } else { subject.or(harmed) };
        let alleged = alleged.or_else(|| harmed.filter(|_| told).and_then(|harmed| self.only_other(harmed, hit)));
        let anyone = |np: &&Np| matches!(self.page.word(np.first), "any" | "anyone" | "anybody");
        if alleged.as_ref().is_some_and(anyone) {
            return None;
        }
        let kind =
            if self.is_exploitation() { EventKind::ExploitationConcern } else { EventKind::SexualAbuseAllegation };
        let people = |np: Option<&Np>| -> Vec<Who> {
            np.filter(|np| !np.generic)
                .map(|np| self.joined(np).iter().filter_map(|np| np.who).collect())
                .unwrap_or_default()
        };
        let (perpetrators, victims) = (people(alleged), people(harmed));
        if perpetrators.is_empty() && victims.is_empty() {
            return None;
        }
        Some(Claim {
            kind,
            first: hit.first,
            last: hit.last,
            perpetrators,
            victims,
            status: Some(Status::Suspected),
            register: false,
        })
    }

    /// "the same was done to her": whether the phrase says what was done to somebody, so that no subject did it.
    fn was_done(&self, hit: &Hit) -> bool {
        let words = self.page.words(hit.first, hit.last);
        (words.contains("done to") || words.contains("happened to")) && !words.contains("has done")
    }

    /// "by a swimming coach", behind such a phrase or at its end.
    fn doer_after(&self, hit: &Hit) -> Option<&Np> {
        let end = self.page.sentence(hit.first).end;
        let by = (hit.last..end).find(|at| self.page.word(*at) == "by")?;
        self.np_from(by + 1).filter(|np| !np.pro)
    }

    /// "She knows what Nel is going through, she said, because the same was done to her": whoever says so, and not Nel.
    fn same_done_to(&self, hit: &Hit) -> Option<&Np> {
        if !(hit.first..=hit.last).any(|at| self.page.word(at) == "same") {
            return None;
        }
        let start = self.page.sentence(hit.first).start;
        let told = (start..hit.first).rev().find(|at| self.page.has(*at, Group::Disclose))?;
        self.subject(told).filter(|np| !np.pro)
    }

    /// "Taz makes her do favours": who makes, and who is made to.
    fn causer(&self, hit: &Hit) -> Option<(&Np, &Np)> {
        let start = self.page.sentence(hit.first).start.max(hit.first.saturating_sub(5));
        let made = (start..hit.first).rev().find_map(|at| self.np_from(at))?;
        let verb = made.first.checked_sub(1).filter(|verb| MAKES.contains(&self.page.word(*verb)))?;
        let causer = self.subject(verb).filter(|np| !np.pro && !self.same_person(np, made))?;
        Some((causer, made))
    }

    /// Whether the entry has words of exploitation.
    pub fn is_exploitation(&self) -> bool {
        self.page.groups(0..self.page.len()).meets(Set::of(&[Group::ExploitNoun, Group::ExploitVerb]))
    }

    /// "Carly, 13, in relationship with Deano, 27."
    fn couple(&self, muted: &[usize]) -> Option<Claim> {
        let aged = |np: &&Np| -> Option<u8> {
            let Some(Who::Mention(index)) = np.who else { return None };
            self.mentions.get(index)?.age
        };
        let told = self.page.sentences.iter().find_map(|range| {
            let word = range.clone().find(|&i| COUPLE.contains(&self.page.word(i)))?;
            let hit = Hit { first: word, last: word, line: 0, group: Group::Oblique };
            self.counts(&hit, muted).then_some(hit)
        })?;
        let people: Vec<(&Np, u8)> =
            self.nps.iter().filter(|np| !np.pro && !np.nested).filter_map(|np| Some((np, aged(&np)?))).collect();
        let (child, _) = people.iter().find(|(_, age)| (8..=CHILD_OF_COUPLE).contains(age))?;
        let aged_adult = people.iter().find(|(_, age)| *age >= ADULT).map(|(np, _)| *np);
        let adult = aged_adult.or_else(|| self.only_other(child, &told))?;
        let grown = |np: &Np| -> Vec<Who> { np.who.into_iter().collect() };
        Some(Claim {
            kind: EventKind::SexualAbuseAllegation,
            first: told.first,
            last: told.last,
            perpetrators: grown(adult),
            victims: grown(child),
            status: Some(Status::Suspected),
            register: false,
        })
    }
}
