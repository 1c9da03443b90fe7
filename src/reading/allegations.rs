//! From claims to events: one for each person alleged and each person harmed.

use super::abuse::Claim;
use super::learnt::Weighed;
use super::scene::{Np, Scene};
use super::{abuse, outcomes};
use crate::model::{Cell, Event, EventKind, LeftOut, Role, Sex, Status, Who};
use std::collections::BTreeMap;

/// Reads the entry's allegations into `events`.
pub fn read(scene: &Scene, cells: &[Cell], weighed: &Weighed, events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    let claims = abuse::read(scene, weighed, left);
    for (at, claim) in claims.iter().enumerate() {
        let (status, scheme) = outcomes::of_claim(scene, cells, &claims, at);
        let historical = scene.long_ago(claim, &claims);
        let then = scene.then(claim);
        let exploiter = if scene.names_panel(claim) { Some(Vec::new()) } else { scene.exploiter(claim) };
        for perpetrator in either(exploiter.as_ref().unwrap_or(&claim.perpetrators)) {
            for victim in either(&claim.victims) {
                let mut event = scene.event(claim.kind, claim.first);
                event.people = roles(perpetrator, victim);
                event.status = Some(status);
                event.historical = historical;
                event.then.clone_from(&then);
                event.detail.clone_from(&scheme);
                events.push(event);
            }
        }
    }
    if claims.is_empty() {
        outcome(scene, cells, events);
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
fn outcome(scene: &Scene, cells: &[Cell], events: &mut Vec<Event>) {
    let Some((stated, scheme)) = outcomes::of_entry(scene, cells) else { return };
    let (status, hit) = (stated.status, stated.hit);
    let mut event = scene.event(EventKind::Outcome, hit.first);
    event.status = Some(status);
    event.detail = scheme;
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

/// Words by which an entry about exploitation speaks of somebody grown who is with the child.
const WITH_CHILD: &[&str] = &[
    "older",
    "male",
    "males",
    "man",
    "men",
    "driver",
    "driven",
    "car",
    "vehicle",
    "golf",
    "bmw",
    "audi",
    "hotel",
    "flat",
    "boyfriend",
    "drug",
    "drugs",
    "vapes",
    "cash",
];

impl Scene<'_> {
    /// Who is meant where words of exploitation name nobody: the one person by name in the entry who is grown, no kin and no
    /// woman, where the entry speaks of a man, a car or a place.
    fn exploiter(&self, claim: &Claim) -> Option<Vec<Who>> {
        if claim.kind != EventKind::ExploitationConcern || !claim.perpetrators.is_empty() {
            return None;
        }
        let spoken = (0..self.page.len()).any(|at| WITH_CHILD.contains(&self.page.word(at)));
        let kin = |np: &Np| matches!(np.who, Some(Who::Mention(at)) if self.mentions.get(at).is_some_and(|one| one.kin.is_some()));
        let young = |np: &Np| np.young || self.is_subject_child(np) || self.age(np).is_some_and(|age| age < 18);
        let may = |np: &&Np| {
            np.named
                && !np.pro
                && !np.plural
                && !np.nested
                && !kin(np)
                && !young(np)
                && np.sex != Some(Sex::F)
                && !np.who.is_some_and(|who| claim.victims.contains(&who))
        };
        let mut all: Vec<&Np> = Vec::new();
        for np in self.nps.iter().filter(may) {
            if !all.iter().any(|other| self.same_person(other, np) || self.words_of(other) == self.words_of(np)) {
                all.push(np);
            }
        }
        match (&all[..], spoken) {
            ([only], true) => only.who.map(|who| vec![who]),
            _ => None,
        }
    }

    /// "Exploitation panel: the grandfather was imprisoned for offences against a niece": a meeting, which accuses nobody.
    fn names_panel(&self, claim: &Claim) -> bool {
        const MEETINGS: &[&str] = &[
            "panel",
            "meeting",
            "subgroup",
            "screening",
            "form",
            "tool",
            "list",
            "group",
            "team",
            "strategy",
            "forum",
        ];
        claim.kind == EventKind::ExploitationConcern && MEETINGS.contains(&self.page.word(claim.last + 1))
    }

    fn words_of(&self, np: &Np) -> String {
        self.page.words(np.first, np.last)
    }

    /// An event of a kind, with the words of its sentence.
    pub fn event(&self, kind: EventKind, token: usize) -> Event {
        let range = self.page.sentence(token);
        let last = range.end.saturating_sub(1).max(range.start);
        let (cell, start, end) = self.span(range.start, last);
        Event::new(kind, cell, start..end)
    }

    /// The one person an entry names, where it names one.
    pub fn only_person(&self) -> Option<Who> {
        self.client.or_else(|| {
            self.nps.iter().find(|np| !np.pro && !np.nested && !np.generic && !np.pronoun).and_then(|np| np.who)
        })
    }
}
