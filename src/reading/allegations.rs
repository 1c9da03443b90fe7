//! From claims to events: status, how long ago, one event for each person alleged and each person harmed.

use super::abuse::{self, Claim};
use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::Scene;
use crate::model::{Event, EventKind, LeftOut, Role, Status, Who};
use std::collections::BTreeMap;

/// Reads the entry's allegations into `events`.
pub fn read(scene: &Scene, events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    let claims = abuse::read(scene, left);
    for claim in &claims {
        let status = scene.status(claim);
        let historical = scene.historical(claim.first, claim.last);
        for perpetrator in either(&claim.perpetrators) {
            for victim in either(&claim.victims) {
                let mut event = scene.event(claim.kind, claim.first);
                event.people = roles(perpetrator, victim);
                event.status = Some(status);
                event.historical = historical;
                events.push(event);
            }
        }
    }
    if claims.is_empty() {
        outcome(scene, events);
    }
}

fn either(people: &[Who]) -> Vec<Option<Who>> {
    if people.is_empty() { vec![None] } else { people.iter().copied().map(Some).collect() }
}

fn roles(perpetrator: Option<Who>, victim: Option<Who>) -> BTreeMap<Role, Who> {
    let both = [(Role::AllegedPerpetrator, perpetrator), (Role::AllegedVictim, victim)];
    both.into_iter().filter_map(|(role, who)| who.map(|who| (role, who))).collect()
}

/// An entry that says only how a matter stands: "Reviewed by DI. NFA", "C has withdrawn what she said".
fn outcome(scene: &Scene, events: &mut Vec<Event>) {
    let about_it = |hit: &&Hit| {
        let talk = scene.page.groups(scene.page.sentence(hit.first)).meets(Set::of(&[Group::General, Group::Job]));
        !talk && !scene.unsaid(hit) && !scene.subject(hit.first).is_some_and(|np| np.generic)
    };
    let Some(hit) = scene.page.of(0..scene.page.len(), Group::Status).rev().find(about_it) else {
        return;
    };
    let Some(status) = hit.section().status.filter(|status| *status != Status::Suspected) else { return };
    let mut event = scene.event(EventKind::Outcome, hit.first);
    event.status = Some(status);
    let told = matches!(status, Status::Retracted);
    let who = scene
        .subject(hit.first)
        .filter(|np| !np.pro && !np.generic)
        .and_then(|np| np.who)
        .or_else(|| scene.only_person());
    if let Some(who) = who {
        event.people.insert(if told { Role::Reporter } else { Role::Person }, who);
    }
    events.push(event);
}

impl Scene<'_> {
    /// An event of a kind, with the words of its sentence.
    pub fn event(&self, kind: EventKind, token: usize) -> Event {
        let range = self.page.sentence(token);
        let last = range.end.saturating_sub(1).max(range.start);
        let (cell, start, end) = self.span(range.start, last);
        Event {
            kind,
            cell,
            start,
            end,
            words: String::new(),
            people: BTreeMap::new(),
            status: None,
            manner: None,
            measure: None,
            until: None,
            historical: false,
            detail: None,
        }
    }

    /// The one person an entry names, where it names one.
    pub fn only_person(&self) -> Option<Who> {
        self.client.or_else(|| {
            self.nps.iter().find(|np| !np.pro && !np.nested && !np.generic && !np.pronoun).and_then(|np| np.who)
        })
    }

    /// Whether a status phrase is negated, a question or a plan.
    pub fn unsaid(&self, hit: &Hit) -> bool {
        let groups = [Group::Neg, Group::Ask, Group::Hypo];
        groups.iter().any(|group| self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 6))
            || self.page.groups(self.page.sentence(hit.first)).meets(Set::of(&[Group::OtherFamily]))
    }

    /// The latest status that the entry states after, or in the sentence of, a claim.
    fn status(&self, claim: &Claim) -> Status {
        let start = self.page.sentence(claim.first).start;
        let mut stated = None;
        for hit in self.page.of(0..self.page.len(), Group::Status) {
            let Some(status) = hit.section().status else { continue };
            let before = hit.first < start;
            if self.unsaid(hit) || before && status != Status::FoundInFamilyCourt {
                continue;
            }
            let weaker = status == Status::Suspected && stated.is_some();
            let settled = status == Status::UnderInvestigation
                && matches!(stated, Some(Status::Charged | Status::Convicted | Status::Acquitted));
            let found = status == Status::Substantiated && stated == Some(Status::FoundInFamilyCourt);
            if !weaker && !settled && !found {
                stated = Some(status);
            }
        }
        stated.or(claim.status).unwrap_or(Status::Alleged)
    }

    /// Whether the words put it years back.
    pub fn historical(&self, first: usize, last: usize) -> bool {
        let range = self.page.sentence(first);
        let near = range.start..range.end.max(last);
        if self.page.of(near.clone(), Group::Historic).next().is_some() {
            return true;
        }
        near.clone().any(|i| self.past_year(i)) || near.clone().any(|i| self.past_age(i))
    }

    /// "in 2003", where the entry is of a later year.
    fn past_year(&self, i: usize) -> bool {
        let word = self.page.word(i);
        let Some(year) = word.parse::<i32>().ok().filter(|year| word.len() == 4 && (1930..2100).contains(year)) else {
            return false;
        };
        match self.year {
            Some(now) => year + 1 < now,
            None => year < 2021 && i > 0 && (self.page.has(i - 1, Group::Place) || self.page.has(i - 1, Group::From)),
        }
    }

    /// "when she was four", "when Shauna was six", "aged six at the time".
    fn past_age(&self, i: usize) -> bool {
        let page = &self.page;
        let number = |at: usize| {
            page.word(at).parse::<u8>().is_ok_and(|years| years < 18)
                || super::mentions::spelled(page.word(at)).is_some_and(|years| years < 18)
        };
        if page.word(i) != "when" {
            return false;
        }
        let be = (i + 1..i + 4).find(|&at| matches!(page.word(at), "was" | "were"));
        be.is_some_and(|be| {
            number(be + 1)
                || page.word(be + 1) == "about" && number(be + 2)
                || page.word(be + 1) == "around" && number(be + 2)
        }) || page.word(i + 1) == "aged" && number(i + 2)
    }
}
