//! Contact told in spite of a rule.

use super::frames::{Found, Mood, Sense};
use super::groups::Group;
use super::restrictions::Rule;
use super::scene::Scene;
use crate::model::{Event, EventKind, Manner, Measure, Role, Who};

/// The breaches of one entry.
pub struct Breaches(Vec<Breach>);

struct Breach {
    at: usize,
    person: Option<Who>,
    with: Vec<Who>,
    manner: Manner,
    measure: Option<Measure>,
}

impl Breaches {
    /// What the entry says was broken, and contact it tells of somebody whom a rule bound already.
    pub fn find(scene: &Scene, found: &[Found], rules: &[Rule], events: &[Event]) -> Breaches {
        let told: Vec<&Found> = found.iter().filter(|one| scene.shows_presence(found, one, events)).collect();
        let mut all = Breaches(Vec::new());
        for cue in found.iter().filter(|one| matches!(one.sense, Sense::Broken | Sense::MaybeBroken)) {
            if let Some(breach) = scene.said_broken(cue, &told, rules) {
                all.add(scene, breach);
            }
        }
        for rule in rules.iter().filter(|rule| rule.stood) {
            let broken = told.iter().find(|one| {
                let (person, _) = scene.two_sides(one);
                scene.apart(rule.at, one.first) && (rule.person.is_none() || scene.one_person(person, rule.person))
            });
            if let Some(one) = broken {
                all.add(scene, scene.broken_by(one, rule.at, Some(rule.measure)));
            }
        }
        all
    }

    fn add(&mut self, scene: &Scene, breach: Breach) {
        if !self.of(scene, breach.person) {
            self.0.push(breach);
        }
    }

    /// Whether somebody is said to have broken a rule.
    pub fn of(&self, scene: &Scene, who: Option<Who>) -> bool {
        self.0.iter().any(|breach| who.is_none() || breach.person.is_none() || scene.one_person(breach.person, who))
    }

    /// Adds the events, in place of the plain contact of the same people.
    pub fn tell(self, scene: &Scene, events: &mut Vec<Event>) {
        for breach in self.0 {
            events.retain(|event| {
                event.kind != EventKind::Contact
                    || !scene.one_person(event.people.get(&Role::Person).copied(), breach.person)
            });
            for with in breach.with {
                let mut event = scene.event(EventKind::RestrictionBreached, breach.at);
                event.people.extend(breach.person.map(|who| (Role::Person, who)));
                event.people.insert(Role::With, with);
                event.manner = Some(breach.manner);
                event.measure = breach.measure;
                events.push(event);
            }
        }
    }
}

impl Scene<'_> {
    /// Whether a frame tells, as done, that somebody is with the child or where the child is.
    fn shows_presence(&self, found: &[Found], one: &Found, events: &[Event]) -> bool {
        let sentence = self.event(EventKind::Contact, one.first);
        let abuse = events.iter().any(|event| {
            event.kind == EventKind::SexualAbuseAllegation && (event.cell, event.start) == (sentence.cell, sentence.start)
        });
        matches!(one.sense, Sense::Contact(_) | Sense::Presence) && !one.general && !abuse && self.mood(found, one) == Mood::Told
    }

    /// Whether a rule and what is told stand in different sentences, or are set against each other in one:
    /// "though he is not to be there", "Nathan, on bail with no contact, was at sports day".
    fn apart(&self, rule: usize, told: usize) -> bool {
        const AGAINST: &[&str] = &["though", "although", "despite", "yet", "but", "while", "whilst", "when", "even", "where", "who"];
        if self.page.sentence_of(rule) != self.page.sentence_of(told) {
            return true;
        }
        let (from, to) = (rule.min(told), rule.max(told));
        let verb = self.verb_start(told);
        let closes = told > rule && verb > 0 && self.page.is_mark(verb - 1, b',');
        closes || (from + 1..to).any(|i| {
            self.page.is_mark(i, b';') || AGAINST.contains(&self.page.word(i))
        })
    }

    fn said_broken(&self, cue: &Found, told: &[&Found], rules: &[Rule]) -> Option<Breach> {
        if self.unsettled(cue.first) || self.reach(cue.first, Group::Feared).is_some_and(|at| cue.first - at < 5) {
            return None;
        }
        let sentence = self.page.sentence_of(cue.first);
        let near = |one: &&&Found, away: usize| self.page.sentence_of(one.first).abs_diff(sentence) <= away;
        let shown = told.iter().find(|one| near(one, 0)).or_else(|| told.iter().find(|one| near(one, 1)));
        let measure = self.measures(cue.first).first().map(|(_, measure)| *measure);
        if let Some(one) = shown {
            return Some(self.broken_by(one, cue.first, measure));
        }
        let measure = measure.or(rules.first().map(|rule| rule.measure));
        if measure.is_none() && cue.sense == Sense::MaybeBroken {
            return None;
        }
        let range = self.page.sentence(cue.first);
        let person = self
            .best(range.clone(), |np| self.restrained(np, (cue.first, cue.last), false))
            .or_else(|| self.subject_of_entry(range.start))
            .and_then(|np| np.who)
            .or(self.client);
        Some(Breach { at: cue.first, person, with: vec![Who::Child], manner: Manner::Direct, measure })
    }

    fn broken_by(&self, one: &Found, at: usize, measure: Option<Measure>) -> Breach {
        let (person, with) = self.two_sides(one);
        let manner = if let Sense::Contact(manner) = one.sense { manner } else { Manner::Direct };
        Breach { at, person, with, manner, measure }
    }

    /// Whether two words for somebody are for one person, as far as the entry shows.
    fn one_person(&self, one: Option<Who>, other: Option<Who>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return false };
        if one == other {
            return true;
        }
        let (Who::Mention(a), Who::Mention(b)) = (one, other) else { return false };
        let last = |index: usize| {
            self.mentions.get(index).and_then(|mention| mention.text.split_whitespace().last()).map(str::to_lowercase)
        };
        self.same.contains(&(a, b)) || self.same.contains(&(b, a)) || last(a).is_some() && last(a) == last(b)
    }
}
