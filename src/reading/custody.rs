//! Prison and release, and restrictions lifted.

use super::groups::Group;
use super::page::Hit;
use super::scene::Scene;
use crate::model::{Event, EventKind, Measure, Role, Who};

impl Scene<'_> {
    /// Whether words lift a restriction: a single word ("lifted", "revoked") needs the restriction in its sentence.
    pub fn speaks_of_lifting(&self, hit: &Hit) -> bool {
        hit.first < hit.last || !self.measures(hit.first).is_empty()
    }

    /// Tells that a restriction was lifted.
    pub fn lifted(&self, hit: &Hit, events: &mut Vec<Event>) {
        let mut event = self.event(EventKind::RestrictionLifted, hit.first);
        let range = self.page.sentence(hit.first);
        let person = self.best(range, |np| self.restrained(np, (hit.first, hit.last), false)).or_else(|| self.subject_of_entry(hit.first));
        let who = person.and_then(|np| np.who).or(self.client);
        event.people.extend(who.map(|who| (Role::Person, who)));
        event.measure = self.measures(hit.first).first().map(|(_, measure)| *measure);
        events.push(event);
    }

    /// Tells of prison, or of release from it.
    pub fn custody(&self, token: usize, events: &mut Vec<Event>) {
        let range = self.page.sentence(token);
        let released = self.page.of(range.clone(), Group::Released).find(|hit| {
            self.page.words(hit.first, hit.last) != "released" || self.page.groups(range.clone()).has(Group::Imprisoned)
        });
        let prison = self.page.of(range.clone(), Group::Imprisoned).next();
        let (hit, kind) = match (released, prison) {
            (Some(hit), _)
                if !self.unsettled(hit.first) && !self.page.words(hit.first, hit.last).contains("investigation") =>
            {
                (*hit, EventKind::Release)
            }
            (None, Some(hit)) if !self.unsettled(hit.first) && !self.historical(hit.first, hit.last) => {
                (*hit, EventKind::Custody)
            }
            _ => return,
        };
        let person = self
            .subject(hit.first)
            .filter(|np| !np.pro && !np.generic)
            .or_else(|| self.best(range.clone(), |np| self.restrained(np, (hit.first, hit.last), false)))
            .or_else(|| self.subject_of_entry(range.start));
        let who = person.and_then(|np| np.who).or(self.client);
        if who == Some(Who::Child)
            || events.iter().any(|event| event.kind == kind && event.people.get(&Role::Person) == who.as_ref())
        {
            return;
        }
        let mut event = self.event(kind, hit.first);
        event.people.extend(who.map(|who| (Role::Person, who)));
        event.measure = (kind == EventKind::Custody).then_some(Measure::Custody);
        events.push(event);
    }
}
