//! Prison and release, and restrictions lifted.

use super::frames::{Found, Mood, Sense};
use super::groups::Group;
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{Event, EventKind, Measure, Role, Who};

impl Scene<'_> {
    /// Whether words lift a restriction: a single word ("lifted", "revoked") needs the restriction in its sentence.
    pub fn speaks_of_lifting(&self, hit: &Hit) -> bool {
        let ahead = (hit.first.saturating_sub(4)..hit.first)
            .any(|at| matches!(self.page.word(at), "until" | "unless" | "if" | "when" | "once" | "not" | "till"));
        let bare = matches!(
            self.page.word(hit.first),
            "ran" | "run" | "runs" | "having" | "has" | "have" | "had" | "is" | "are" | "was" | "were" | "no" | "not"
        );
        // "Licence ends next month, SHPO runs to 2026": what is still to end, or runs on.
        let next = self.page.word(hit.last + 1);
        let to_come = matches!(self.page.word(hit.last), "ends" | "end" | "expires" | "lapses")
            && matches!(next, "next" | "in" | "on" | "tomorrow" | "at" | "the" | "by");
        // "Terms of order gone through again".
        let gone_through = self.page.word(hit.last) == "gone" && matches!(next, "through" | "over" | "into" | "back");
        let runs_on = self.page.sentence(hit.first).any(|at| {
            matches!(self.page.word(at), "runs" | "continues" | "remains" | "stays" | "stands")
                && matches!(self.page.word(at + 1), "to" | "until" | "till" | "in" | "on")
        });
        !ahead
            && !to_come
            && !runs_on
            && !gone_through
            && (hit.first < hit.last && !bare || !self.measures(hit.first).is_empty())
    }

    /// Tells that a restriction was lifted.
    pub fn lifted(&self, hit: &Hit, events: &mut Vec<Event>) {
        let mut event = self.event(EventKind::RestrictionLifted, hit.first);
        let range = self.page.sentence(hit.first);
        let about = |np: &&Np| {
            let led = np.first.checked_sub(1).is_some_and(|at| {
                matches!(self.page.word(at), "re" | "regarding" | "concerning" | "against" | "on" | "about" | "for")
            });
            range.contains(&np.first) && led && self.is_grown(np) && !self.is_young(np) && !np.nested
        };
        let person = self
            .nps
            .iter()
            .find(about)
            .or_else(|| self.best(range.clone(), |np| self.restrained(np, (hit.first, hit.last), false)))
            .or_else(|| self.subject_of_entry(hit.first))
            .or_else(|| {
                self.nps.iter().find(|np| self.is_grown(np) && !self.is_young(np) && !np.pronoun && !np.nested)
            });
        let who = person.and_then(|np| np.who).or(self.client);
        event.people.extend(who.map(|who| (Role::Person, who)));
        let measure = self.measures(hit.first).first().map(|(_, measure)| *measure);
        event.measure = measure.or_else(|| self.measure_in_words(range));
        events.push(event);
    }

    /// "Bail conditions fall away": the measure by its bare name, which stands inside the words that lift it.
    fn measure_in_words(&self, range: std::ops::Range<usize>) -> Option<Measure> {
        range.into_iter().find_map(|at| match self.page.word(at) {
            "bail" => Some(Measure::Bail),
            "licence" | "license" => Some(Measure::Licence),
            "order" | "injunction" | "shpo" | "nmo" => Some(Measure::Order),
            "agreement" | "agreements" => Some(Measure::WrittenAgreement),
            "plan" if at > 0 && self.page.word(at - 1) == "safety" => Some(Measure::SafetyPlan),
            _ => None,
        })
    }

    /// Tells of prison, or of release from it.
    pub fn custody(&self, token: usize, found: &[Found], events: &mut Vec<Event>) {
        let range = self.page.sentence(token);
        let released = self.page.of(range.clone(), Group::Released).find(|hit| self.is_release(hit));
        let jailed = found.iter().find(|one| one.sense == Sense::Jailed && range.contains(&one.first));
        let (first, last, kind) = match (released, jailed) {
            (Some(hit), _) if !self.unsettled(hit.first) => (hit.first, hit.last, EventKind::Release),
            (None, Some(one)) if !self.unsettled(one.first) && self.jailed_now(found, one) => {
                (one.first, one.last, EventKind::Custody)
            }
            _ => return,
        };
        let named = jailed.and_then(|one| one.person).and_then(|index| self.nps.get(index));
        let person = named
            .or_else(|| self.subject(first).filter(|np| !np.pro && !np.generic))
            .or_else(|| self.best(range.clone(), |np| self.restrained(np, (first, last), false)))
            .or_else(|| self.subject_of_entry(range.start));
        let who = person.and_then(|np| np.who).or(self.client);
        let told = |event: &Event| event.kind == kind && event.people.get(&Role::Person) == who.as_ref();
        if who == Some(Who::Child) || events.iter().any(told) {
            return;
        }
        let mut event = self.event(kind, first);
        event.people.extend(who.map(|who| (Role::Person, who)));
        event.measure = (kind == EventKind::Custody).then_some(Measure::Custody);
        events.push(event);
    }

    fn is_release(&self, hit: &Hit) -> bool {
        let words = self.page.words(hit.first, hit.last);
        let prison = self.page.groups(self.page.sentence(hit.first)).has(Group::Imprisoned);
        (words != "released" || prison) && !words.contains("investigation")
    }

    /// Whether prison is told as it is now: not years back, not denied or supposed.
    fn jailed_now(&self, found: &[Found], one: &Found) -> bool {
        matches!(self.mood(found, one), Mood::Told | Mood::Ruled) && !self.historical(one.first, one.last)
    }
}
