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
    (Group::ObliqueWeak, 1, 3),
    (Group::ObliqueSetting, 2, 6),
];
/// What an entry must weigh in all to be taken as an allegation.
const ENOUGH: i32 = 8;
/// Ages of a couple of whom one is a child: the child at most, the other at least, and at least apart, in years.
const CHILD_OF_COUPLE: u8 = 15;
const ADULT: u8 = 18;

/// Words that call two people a couple.
const COUPLE: &[&str] = &[
    "relationship", "boyfriend", "girlfriend", "partner", "active", "dating", "couple", "bf", "gf", "engaged", "married", "consensual", "seeing",
    "together", "intercourse", "pregnant", "baby's",
];

impl Scene<'_> {
    /// The allegation that the entry's words make together, if they weigh enough.
    pub fn oblique(&self) -> Option<Claim> {
        self.couple().or_else(|| self.weighed())
    }

    fn weighed(&self) -> Option<Claim> {
        let mut sum = 0;
        let mut heart: Option<&Hit> = None;
        for (group, each, most) in WEIGHTS {
            let mut seen: Vec<u32> = Vec::new();
            let mut of_kind = 0;
            for hit in self.page.of(0..self.page.len(), *group) {
                if seen.contains(&hit.line) || !self.counts(hit) {
                    continue;
                }
                seen.push(hit.line);
                of_kind += each;
                if matches!(group, Group::ObliquePlain | Group::Oblique) && heart.is_none() {
                    heart = Some(hit);
                }
            }
            sum += of_kind.min(*most);
        }
        let hit = heart.filter(|_| sum >= ENOUGH)?;
        self.claim_of(hit)
    }

    /// Whether words are said of somebody, and not negated, asked, supposed, taught or somebody's work.
    fn counts(&self, hit: &Hit) -> bool {
        let groups = self.page.groups(self.page.sentence(hit.first));
        let reached = [Group::Neg, Group::Ask, Group::Hypo, Group::Deny].iter().any(|group| {
            self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 9) && !self.page.has(hit.first, *group)
        });
        !reached && !groups.meets(Set::of(&[Group::General, Group::Job, Group::OtherFamily]))
    }

    fn claim_of(&self, hit: &Hit) -> Option<Claim> {
        let subject = self.subject(hit.first).filter(|np| !np.young && !self.is_subject_child(np));
        let object = self.object(hit.last).or_else(|| self.np(hit.last).filter(|np| np.pronoun));
        let (alleged, harmed) = self.settle(hit, (subject, object), true);
        let kind = if self.is_exploitation() { EventKind::ExploitationConcern } else { EventKind::SexualAbuseAllegation };
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

    fn is_exploitation(&self) -> bool {
        self.page.groups(0..self.page.len()).meets(Set::of(&[Group::ExploitNoun, Group::ExploitVerb]))
    }

    /// "Carly, 13, in relationship with Deano, 27."
    fn couple(&self) -> Option<Claim> {
        let aged = |np: &&Np| -> Option<u8> {
            let Some(Who::Mention(index)) = np.who else { return None };
            self.mentions.get(index)?.age
        };
        let told = self.page.sentences.iter().find_map(|range| {
            let word = range.clone().find(|&i| COUPLE.contains(&self.page.word(i)))?;
            let hit = Hit { first: word, last: word, line: 0, group: Group::Oblique };
            self.counts(&hit).then_some(hit)
        })?;
        let people: Vec<(&Np, u8)> =
            self.nps.iter().filter(|np| !np.pro && !np.nested).filter_map(|np| Some((np, aged(&np)?))).collect();
        let (child, _) = people.iter().find(|(_, age)| (8..=CHILD_OF_COUPLE).contains(age))?;
        let (adult, _) = people.iter().find(|(_, age)| *age >= ADULT)?;
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
