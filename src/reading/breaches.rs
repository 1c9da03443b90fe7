//! Contact told in spite of a rule.

use super::contact::ABUSE;
use super::frames::{Found, Mood, Sense};
use super::groups::{Group, Set};
use super::restrictions::Rule;
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Event, EventKind, Manner, Measure, Role, Who};

/// Words by which a clause tells of law, of talk, of wishes or of what must not be.
const TALK: &[&str] = &[
    "arrested",
    "charged",
    "bailed",
    "convicted",
    "released",
    "sentenced",
    "interviewed",
    "remanded",
    "served",
    "signed",
    "agreed",
    "agrees",
    "understands",
    "aware",
    "told",
    "says",
    "said",
    "states",
    "denies",
    "denied",
    "denying",
    "accepts",
    "wants",
    "would",
    "will",
    "may",
    "must",
    "might",
    "could",
    "should",
    "cannot",
    "asked",
    "asking",
    "risk",
    "alleged",
    "allegedly",
    "assault",
    "assaulted",
    "abuse",
    "abused",
    "offence",
    "offences",
    "reminded",
    "advised",
    "informed",
    "overheard",
    "telling",
    "if",
    "whether",
    "lives",
    "living",
    "working",
    "subject",
    "conditions",
    "guilty",
    "due",
    "pleaded",
    "hearing",
    "trial",
    "court",
    "to",
];

/// Places where a child is.
const PLACES: &[&str] = &[
    "home",
    "house",
    "flat",
    "address",
    "property",
    "school",
    "nursery",
    "gate",
    "gates",
    "street",
    "sofa",
    "kitchen",
    "garden",
    "bedroom",
    "park",
    "playground",
    "door",
    "doorstep",
    "stairwell",
    "club",
    "pool",
];

/// Words by which a rule beside what is told was already in force.
const IN_FORCE: &[&str] = &[
    "served",
    "still",
    "live",
    "force",
    "runs",
    "running",
    "bail",
    "licence",
    "subject",
    "against",
    "contrary",
    "already",
    "barred",
    "banned",
    "forbidden",
    "prohibited",
    "allowed",
    "condition",
    "conditions",
];

/// The breaches of one entry.
pub struct Breaches(Vec<Breach>);

struct Breach {
    at: usize,
    told: Option<usize>,
    person: Option<Who>,
    with: Vec<Who>,
    manner: Manner,
    measure: Option<Measure>,
}

impl Breaches {
    /// What the entry says was broken, and contact it tells of somebody whom a rule bound already.
    pub fn find(scene: &Scene, found: &[Found], rules: &[Rule], events: &[Event]) -> Breaches {
        let mut told: Vec<&Found> = found.iter().filter(|one| scene.shows_presence(found, one, events)).collect();
        told.sort_by_key(|one| one.person.and_then(|index| scene.nps.get(index)).is_none_or(|np| scene.is_young(np)));
        let mut all = Breaches(Vec::new());
        for cue in found.iter().filter(|one| matches!(one.sense, Sense::Broken | Sense::MaybeBroken)) {
            if let Some(breach) = scene.said_broken(cue, &told, rules) {
                all.add(scene, breach);
            }
        }
        let clauses = if told.is_empty() { Vec::new() } else { scene.rule_clauses() };
        for clause in clauses {
            if let Some(one) = told.iter().find(|one| scene.goes_against(one, &clause)) {
                all.add(scene, scene.broken_by(one, clause.at, clause.measure));
            }
        }
        for rule in rules.iter().filter(|rule| rule.stood) {
            let broken = told.iter().find(|one| {
                let (person, _) = scene.two_sides(one);
                let set_against = scene.page.sentence_of(rule.at) == scene.page.sentence_of(one.first);
                let enough = !rule.bare || matches!(one.sense, Sense::Contact(_));
                enough
                    && scene.apart(rule.at, one.first)
                    && (set_against || rule.person.is_none() || scene.may_be_one(person, rule.person))
            });
            if let Some(one) = broken {
                all.add(scene, scene.broken_by(one, rule.at, Some(rule.measure)));
            } else if let Some(person) = scene.about_the_child(rule, events).filter(|_| !rule.bare) {
                let with = vec![Who::Child];
                let (at, measure) = (rule.at, Some(rule.measure));
                all.add(scene, Breach { at, told: None, person: Some(person), with, manner: Manner::Direct, measure });
            }
        }
        all
    }

    fn add(&mut self, scene: &Scene, breach: Breach) {
        let child = breach
            .person
            .is_some_and(|who| scene.nps.iter().any(|np| np.who == Some(who) && scene.is_subject_child(np)));
        if child || breach.person == Some(Who::Child) {
            return;
        }
        if !self.of(scene, breach.person) {
            self.0.push(breach);
        }
    }

    /// Whether somebody is said to have broken a rule.
    pub fn of(&self, scene: &Scene, who: Option<Who>) -> bool {
        self.0.iter().any(|breach| who.is_none() || breach.person.is_none() || scene.may_be_one(breach.person, who))
    }

    /// Whether a rule is one that is said to be broken: of the same person, or told in the same sentence.
    pub fn cover(&self, scene: &Scene, rule: &Rule) -> bool {
        let here = |breach: &Breach| {
            scene.page.sentence_of(breach.at) == scene.page.sentence_of(rule.at)
                || breach.told.is_some_and(|told| scene.page.sentence_of(told) == scene.page.sentence_of(rule.at))
        };
        self.0.iter().any(here) || rule.stood && self.of(scene, rule.person)
    }

    /// Adds the events, in place of the plain contact of the same people.
    pub fn tell(self, scene: &Scene, events: &mut Vec<Event>) {
        for breach in self.0 {
            events.retain(|event| {
                event.kind != EventKind::Contact
                    || !scene.may_be_one(event.people.get(&Role::Person).copied(), breach.person)
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
        matches!(one.sense, Sense::Contact(_) | Sense::Presence)
            && !one.general
            && !self.denies_contact(one)
            && !self.is_at_own_home(one)
            && !self.is_with_grown_people_alone(one)
            && (!self.tells_abuse(one.first, events) || self.is_beside(one.first, ABUSE))
            && self.mood(found, one) == Mood::Told
    }

    /// "to have no contact": contact that the words themselves deny.
    fn denies_contact(&self, one: &Found) -> bool {
        one.sense != Sense::Presence && (one.first..=one.last).any(|at| self.page.has(at, Group::Neg))
    }

    /// "Lewis sleeps at Jan's": where two grown people live together, which keeps him from no child.
    fn is_with_grown_people_alone(&self, one: &Found) -> bool {
        const HOME: &[&str] = &["mum", "mother", "mam", "mummy", "family", "household", "parents"];
        let grown = |np: &Np| !self.is_young(np) && !HOME.contains(&self.page.word(np.last));
        let both = one.person.zip(one.with).and_then(|(a, b)| self.nps.get(a).zip(self.nps.get(b)));
        one.sense == Sense::Contact(Manner::Household) && both.is_some_and(|(a, b)| grown(a) && grown(b))
    }

    /// "was seen by PC Okoro at his address", "is living elsewhere", "sleeping at his mother's": where somebody lives, which no
    /// rule forbids.
    fn is_at_own_home(&self, one: &Found) -> bool {
        const AWAY: &[&str] = &["elsewhere", "away"];
        let end = self.page.sentence(one.first).end.min(one.last + 6);
        let away = (one.first..end.min(one.last + 3))
            .any(|at| AWAY.contains(&self.page.word(at)) || self.is_of_own_people(at));
        let place = matches!(one.sense, Sense::Presence | Sense::Contact(Manner::Household));
        let with = one.with.and_then(|at| self.nps.get(at)).is_none_or(|np| !self.is_young(np));
        place && with && away
            || one.sense == Sense::Presence && one.with.is_none() && (one.first..end).any(|at| self.is_own_home(at))
    }

    /// "his mother's", "her nan's": the home of whose kin somebody is.
    fn is_of_own_people(&self, at: usize) -> bool {
        let whose = matches!(self.page.word(at), "his" | "her" | "their");
        whose
            && self.np(at + 1).or_else(|| self.np_from(at)).is_some_and(|np| {
                !self.is_young(np) && np.last > at && self.page.shape(np.last + 1) == Shape::Possessive
            })
    }

    /// "his address", "her own flat".
    fn is_own_home(&self, at: usize) -> bool {
        let whose = at.checked_sub(1).is_some_and(|before| matches!(self.page.word(before), "his" | "her" | "own"));
        whose && matches!(self.page.word(at), "address" | "home" | "flat" | "house" | "property" | "hostel")
    }

    /// Somebody whom a rule binds, where a clause beside the rule has them doing something, whatever it is, with the
    /// child or where the child is.
    fn about_the_child(&self, rule: &Rule, events: &[Event]) -> Option<Who> {
        let bound = |np: &&Np| self.may_be_one(np.who, rule.person) && !np.nested && !self.governed_as_object(np);
        let free = |np: &&Np| {
            let clause = self.clause_after(np);
            let told = self.apart(rule.at, clause.start) && !clause.contains(&rule.at);
            told && self.does_something(clause.clone())
                && self.near_child(clause, np)
                && !self.tells_abuse(np.first, events)
        };
        self.nps.iter().filter(bound).find(free).and(rule.person)
    }

    /// What is said after somebody, up to the next clause.
    fn clause_after(&self, np: &Np) -> std::ops::Range<usize> {
        let end = self.page.sentence(np.first).end;
        let stop = (np.last + 1..end)
            .find(|i| self.page.is_mark(*i, b';') || *i > np.last + 1 && self.page.any(*i, Set::of(&[Group::Stop])));
        np.last + 1..stop.unwrap_or(end)
    }

    fn governed_as_object(&self, np: &Np) -> bool {
        self.governed(np) && !np.first.checked_sub(1).is_some_and(|at| matches!(self.page.word(at), "with" | "by"))
    }

    /// Whether a clause tells of a deed: not of law, of talk, of wishes or of what must not be.
    fn does_something(&self, clause: std::ops::Range<usize>) -> bool {
        let negated = clause.clone().any(|i| self.page.has(i, Group::Neg));
        clause.len() > 2 && !negated && !clause.take(9).any(|i| TALK.contains(&self.page.word(i)))
    }

    fn near_child(&self, clause: std::ops::Range<usize>, person: &Np) -> bool {
        let child = |np: &Np| {
            clause.contains(&np.first) && np.who != person.who && (self.is_young(np) || self.may_be_young(np))
        };
        self.nps.iter().any(|np| child(np) && !np.pro)
            || clause.clone().any(|i| PLACES.contains(&self.page.word(i)) && !self.is_own_home(i))
    }

    fn tells_abuse(&self, at: usize, events: &[Event]) -> bool {
        let sentence = self.event(EventKind::Contact, at);
        events.iter().any(|event| {
            event.kind == EventKind::SexualAbuseAllegation
                && (event.cell, event.start) == (sentence.cell, sentence.start)
        })
    }

    /// Whether a rule and what is told stand in different sentences, or are set against each other in one:
    /// "though he is not to be there", "Nathan, on bail with no contact, was at sports day".
    fn apart(&self, rule: usize, told: usize) -> bool {
        const AGAINST: &[&str] = &["though", "although", "despite", "yet", "but", "even", "after", "since"];
        const LATER: &[&str] = &["who", "when", "while", "whilst", "where"];
        if self.page.sentence_of(rule) != self.page.sentence_of(told) {
            return true;
        }
        let (from, to) = (rule.min(told), rule.max(told));
        // "Although the court restricted her father to letters, he waited for Ines".
        let opens = self.page.word(self.page.sentence(rule).start);
        let opens = AGAINST.contains(&opens) || matches!(opens, "while" | "whilst");
        if opens && (from + 1..to).any(|i| self.page.is_mark(i, b',')) {
            return true;
        }
        let turns = |i: usize| {
            let mark = self.page.is_mark(i, b';') || self.page.is_mark(i, b')');
            mark || AGAINST.contains(&self.page.word(i)) || told < rule && LATER.contains(&self.page.word(i))
        };
        let resumes = |i: usize| {
            let verb = i + 1 == told || self.page.has(i + 1, Group::Be) || self.page.has(i + 1, Group::Have);
            self.page.is_mark(i, b',') && (told < rule && self.runs_on(i, rule) || verb)
        };
        (from + 1..to).any(|i| turns(i) || resumes(i))
    }

    /// Whether what stands around a rule after a comma says that it was already in force.
    fn runs_on(&self, comma: usize, rule: usize) -> bool {
        let end = self.page.sentence(rule).end.min(rule + 8);
        (comma..end).any(|i| IN_FORCE.contains(&self.page.word(i)))
    }

    fn said_broken(&self, cue: &Found, told: &[&Found], rules: &[Rule]) -> Option<Breach> {
        let denied = !self.page.has(cue.first, Group::Neg) && self.reach(cue.first, Group::Neg).is_some();
        if denied
            || self.unsettled(cue.first)
            || self.reach(cue.first, Group::Feared).is_some_and(|at| cue.first - at < 5)
        {
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
        if cue.sense == Sense::MaybeBroken {
            return None;
        }
        let range = self.page.sentence(cue.first);
        let person = self
            .best(range.clone(), |np| self.restrained(np, (cue.first, cue.last), false))
            .or_else(|| self.subject_of_entry(range.start))
            .and_then(|np| np.who)
            .or(self.client);
        Some(Breach { at: cue.first, told: None, person, with: vec![Who::Child], manner: Manner::Direct, measure })
    }

    fn broken_by(&self, one: &Found, at: usize, measure: Option<Measure>) -> Breach {
        let (person, with) = self.two_sides(one);
        let manner = if let Sense::Contact(manner) = one.sense { manner } else { Manner::Direct };
        Breach { at, told: Some(one.first), person, with, manner, measure }
    }

    /// Whether two words for somebody are for one person, as far as the entry shows.
    fn may_be_one(&self, one: Option<Who>, other: Option<Who>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return false };
        if one == other || self.are_linked(one, other) {
            return true;
        }
        let (Who::Mention(a), Who::Mention(b)) = (one, other) else { return false };
        let last = |index: usize| {
            self.mentions.get(index).and_then(|mention| mention.text.split_whitespace().last()).map(str::to_lowercase)
        };
        last(a).is_some() && last(a) == last(b)
    }
}
