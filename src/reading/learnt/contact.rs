//! Contact, its end, rules and breaches by their weights: told where the words make it likely and no frame read it; left
//! out where they make it most unlikely.

use super::{CONTACT, SELDOM, Weighed};
use crate::model::{Event, EventKind, LeftOut, Manner, Measure, Role, Who};
use crate::reading::contact::ABUSE;
use crate::reading::scene::{Np, Scene};
use std::ops::Range;

/// From what chance something is told that no frame read.
const LIKELY: f32 = 0.6;
/// The same against the reason for which a frame was left out.
const OVER_REASONS: f32 = 0.9;
/// The same in a sentence of abuse, of which being together may be part.
const BESIDE_ABUSE: f32 = 0.8;
/// From what chance it is sure that something is told.
const SURE: f32 = 0.9;
/// Below what chance something is left out that a frame read.
const UNLIKELY: f32 = 0.1;
/// From what chance a sentence by itself tells it, so that somebody it names can be meant.
const BY_ITSELF: f32 = 0.2;
/// The same of its sentence by itself.
const UNLIKELY_BY_ITSELF: f32 = 0.3;
/// From what chance that nothing of contact is told.
const NOTHING: f32 = 0.7;
/// The answers of the table by number.
const TOGETHER: usize = 0;
const ENDED: usize = 1;
const RULE: usize = 2;
const BREACH: usize = 3;
/// The answers of the table, in its order.
const ANSWERS: [EventKind; 4] =
    [EventKind::Contact, EventKind::ContactEnded, EventKind::ContactRestricted, EventKind::RestrictionBreached];
/// Words about who has a home.
const TENANCY: &[&str] =
    &["tenancy", "tenant", "tenants", "transfer", "application", "joint", "rent", "housing", "landlord", "lodger"];
/// Words of one household.
const HOME: &[&str] = &[
    "lives",
    "living",
    "live",
    "household",
    "moved",
    "stays",
    "staying",
    "lodges",
    "lodging",
    "lodger",
    "resides",
    "residing",
    "tenant",
    "sleeps",
    "sleeping",
    "bedroom",
    "sofa",
];

/// Words without one of which nothing is told to have ended: a move to another town is no end of visits.
const ENDS: &[&str] = &[
    "no",
    "not",
    "never",
    "none",
    "nothing",
    "neither",
    "nor",
    "without",
    "stopped",
    "stop",
    "stops",
    "ended",
    "ends",
    "end",
    "over",
    "finished",
    "left",
    "gone",
    "leaves",
    "split",
    "separated",
    "divorced",
    "cut",
    "ceased",
    "longer",
    "last",
    "since",
    "died",
    "dead",
    "death",
    "deceased",
    "funeral",
    "abroad",
    "overseas",
    "out",
    "away",
    "broke",
    "broken",
    "parted",
    "thrown",
    "threw",
    "kicked",
    "evicted",
    "blocked",
    "deleted",
    "refuses",
    "refused",
    "avoids",
    "estranged",
    "lost",
    "former",
    "ex",
    "prison",
    "custody",
    "deported",
    "emigrated",
    "dropped",
    "don't",
    "doesn't",
    "didn't",
    "hasn't",
    "haven't",
    "isn't",
    "won't",
    "until",
    "finish",
    "suspended",
    "withdrawn",
    "nobody",
    "rip",
    "d",
    "bereavement",
    "bereaved",
    "passed",
    "buried",
    "cremated",
    "killed",
    "suicide",
    "overdose",
    "late",
    "hanged",
];
/// Words without one of which no rule is told.
const RULES: &[&str] = &[
    "not",
    "no",
    "never",
    "only",
    "must",
    "mustn't",
    "may",
    "cannot",
    "can't",
    "bail",
    "bailed",
    "order",
    "orders",
    "licence",
    "condition",
    "conditions",
    "conds",
    "agreement",
    "agreed",
    "agree",
    "plan",
    "plans",
    "supervised",
    "supervision",
    "supervise",
    "restricted",
    "restriction",
    "restrictions",
    "allowed",
    "permitted",
    "banned",
    "ban",
    "barred",
    "injunction",
    "away",
    "without",
    "unless",
    "until",
    "prohibited",
    "prohibits",
    "notice",
    "undertaking",
    "remand",
    "remanded",
    "custody",
    "prison",
    "excluded",
    "shpo",
    "forbidden",
    "forbids",
    "stop",
    "stopped",
    "leave",
    "told",
    "asked",
    "requested",
    "promised",
    "suspended",
    "sentenced",
    "jailed",
    "rule",
    "rules",
    "boundary",
    "protect",
    "protective",
    "safety",
    "chaperoned",
    "monitored",
    "nmo",
    "non-molestation",
    "exclusion",
    "curfew",
    "serving",
    "serves",
    "inside",
    "jail",
    "parole",
    "release",
    "released",
    "tagged",
    "licensed",
    "sentence",
    "won't",
    "don't",
    "shouldn't",
    "isn't",
    "aren't",
    "doesn't",
    "wont",
    "signed",
    "promise",
    "undertakes",
    "kept",
    "keep",
];

/// Adds what the words make likely and takes away what they make unlikely.
pub fn weigh(scene: &Scene, weighed: &Weighed, events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    if scene.is_of_nobody_here() {
        return;
    }
    let mut gone = Vec::new();
    for (answer, kind) in ANSWERS.iter().enumerate() {
        let unlikely = |event: &Event| event.kind == *kind && scene.is_unlikely(event, answer, weighed);
        gone.extend(events.extract_if(.., |event| unlikely(event)));
    }
    for (answer, kind) in ANSWERS.iter().enumerate() {
        let chance = |at: usize| weighed.contact[at][answer];
        let told = events.iter().any(|event| event.kind == *kind || event.kind == EventKind::Custody && answer == RULE);
        let reasons = left.iter().any(|out| out.kind == *kind);
        let least = if reasons { OVER_REASONS } else { LIKELY };
        if let Some(at) = weighed.best(chance).filter(|at| !told && chance(*at) >= least) {
            scene.likely(*kind, answer, &weighed.windows[at], chance(at), &gone, events);
        }
    }
    let out = |event: Event| LeftOut {
        kind: event.kind,
        words: scene.sentence_told(&event).map_or(String::new(), |range| scene.page.words(range.start, range.end - 1)),
        why: SELDOM.to_owned(),
    };
    left.extend(gone.into_iter().map(out));
}

impl Weighed {
    /// Whether the words around a token make it so likely that somebody is together that words of abuse beside it say nothing against
    /// it.
    pub fn surely_together(&self, token: usize) -> bool {
        self.around(token).any(|at| self.contact[at][TOGETHER] >= BESIDE_ABUSE)
    }

    /// Whether the words make it most unlikely that a window tells something: it tells nothing of contact, or plainly something
    /// else of it.
    fn denies(&self, at: usize, answer: usize) -> bool {
        let chances = self.contact[at];
        let none = 1.0 - chances.iter().sum::<f32>();
        let plainly = |others: &[usize]| others.iter().any(|other| chances[*other] >= LIKELY);
        let other = match answer {
            TOGETHER => plainly(&[ENDED, BREACH]),
            BREACH => plainly(&[RULE]),
            _ => false,
        };
        chances[answer] < UNLIKELY && (none >= NOTHING || other)
    }
}

impl Scene<'_> {
    /// Whether neither the sentence of an event, by itself, nor those around it make it at all likely.
    fn is_unlikely(&self, event: &Event, answer: usize, weighed: &Weighed) -> bool {
        let Some(sentence) = self.sentence_told(event) else { return false };
        // Few texts that were learnt from tell of calls and letters.
        if event.manner == Some(Manner::Indirect) {
            return false;
        }
        weighed.around(sentence.start).all(|at| weighed.denies(at, answer))
            && CONTACT.chances(&self.marks(sentence.clone()))[answer] < UNLIKELY_BY_ITSELF
    }

    /// Tells something, of whoever a frame that was left out spoke of, or else of whoever fits best.
    fn likely(
        &self,
        kind: EventKind,
        answer: usize,
        window: &Range<usize>,
        chance: f32,
        gone: &[Event],
        events: &mut Vec<Event>,
    ) {
        let Some(person) = self.spoken_of(gone).or_else(|| self.person_told(answer, window, chance)) else { return };
        let Some(who) = person.who else { return };
        let at = self.heart(&CONTACT, answer, window);
        let together =
            |event: &Event| event.kind == EventKind::Contact && event.people.get(&Role::Person) == Some(&who);
        let in_spite = answer == RULE && events.iter().any(together);
        if in_spite
            || answer == TOGETHER && chance < BESIDE_ABUSE && self.is_of_abuse(at)
            || answer == BREACH && self.is_new_rule(window)
        {
            return;
        }
        let sentence = self.page.sentence(at);
        let said = |words: &[&str]| window.clone().any(|i| words.contains(&self.page.word(i)));
        if answer == ENDED && !said(ENDS) || answer == RULE && !said(RULES) {
            return;
        }
        if answer == TOGETHER && self.is_seen_by_professional(&sentence) {
            return;
        }
        for with in self.at_home_with(person, &sentence).unwrap_or_else(|| self.children_beside(person, window)) {
            let mut event = self.event(kind, at);
            event.people.extend([(Role::Person, who), (Role::With, with)]);
            event.manner = self.manner_told(answer, &sentence);
            event.measure = matches!(answer, RULE | BREACH)
                .then(|| self.measures(at).first().map_or(Measure::Arrangement, |(_, measure)| *measure));
            events.push(event);
        }
        if answer == BREACH {
            events.retain(|event| !together(event));
        }
    }

    /// "Spoken to by police at home": whom professionals saw was with them, where the sentence speaks of no child.
    pub fn is_seen_by_professional(&self, sentence: &Range<usize>) -> bool {
        const SEEN: &[&str] = &["spoken", "seen", "interviewed", "visited", "arrested", "stopped", "met"];
        let by = |at: usize| self.page.word(at) == "by" && self.np_from(at + 1).is_some_and(|np| np.pro);
        let seen = sentence.clone().any(|at| SEEN.contains(&self.page.word(at)));
        seen && sentence.clone().any(by) && !self.speaks_of_child(sentence)
    }

    /// "Found in a flat with him and arrested. Bailed the same day not to contact her": whether the rule was made only then, and so
    /// could not be broken yet.
    fn is_new_rule(&self, window: &Range<usize>) -> bool {
        let says = |word: &str| window.clone().any(|at| self.page.word(at) == word);
        says("arrested") && says("bailed") && !["breach", "breached", "breaching"].iter().any(|word| says(word))
    }

    /// Whoever the first of some events speaks of.
    fn spoken_of(&self, events: &[Event]) -> Option<&Np> {
        let who = events.iter().find_map(|event| event.people.get(&Role::Person))?;
        self.nps.iter().find(|np| np.who == Some(*who) && !np.pronoun)
    }

    /// Whoever fits best of those whom a sentence names that by itself could tell it.
    fn person_told(&self, answer: usize, window: &Range<usize>, chance: f32) -> Option<&Np> {
        let tells = |sentence: &Range<usize>| CONTACT.chances(&self.marks(sentence.clone()))[answer] >= BY_ITSELF;
        self.person_meant(window, chance >= SURE, tells)
    }

    /// Whether a sentence tells of abuse, of which being together is part, and of nothing beside it.
    fn is_of_abuse(&self, at: usize) -> bool {
        let abuse = self.page.groups(self.page.sentence(at)).meets(ABUSE);
        abuse && !self.is_only_labelled(at) && !self.is_beside(at, ABUSE)
    }

    /// "Joint tenancy, Ms Sugden and partner Barry Tomlin": with whom of those grown a sentence about a home and no child says that
    /// somebody lives.
    fn at_home_with(&self, person: &Np, sentence: &Range<usize>) -> Option<Vec<Who>> {
        let here = |np: &&Np| sentence.contains(&np.first) && !np.generic && !np.pro;
        let of_home = sentence.clone().any(|at| TENANCY.contains(&self.page.word(at)));
        let other = |np: &&Np| here(np) && self.is_grown(np) && !self.one_person(np, person) && !np.pronoun;
        let other = self.nps.iter().find(|np| other(np) && !np.nested)?;
        (of_home && !self.speaks_of_child(sentence)).then(|| other.who.into_iter().collect())
    }

    /// The children whom some sentences name beside somebody; the child whose record it is where they name none.
    fn children_beside(&self, person: &Np, window: &Range<usize>) -> Vec<Who> {
        let mut all: Vec<&Np> = Vec::new();
        for np in self.nps.iter().filter(|np| window.contains(&np.first) && self.is_young(np)) {
            let nobody = np.nested || np.pronoun || np.generic || np.pro;
            let known = |other: &&Np| self.one_person(other, np);
            if !nobody && !self.one_person(person, np) && !all.iter().any(known) {
                all.push(np);
            }
        }
        let all: Vec<Who> = all.into_iter().filter_map(|np| np.who).collect();
        if all.is_empty() { vec![Who::Child] } else { all }
    }

    fn manner_told(&self, answer: usize, sentence: &Range<usize>) -> Option<Manner> {
        let says = |words: &[&str]| sentence.clone().any(|i| words.contains(&self.page.word(i)));
        match answer {
            RULE => self.lets_watched_contact_be(sentence).then_some(Manner::Supervised),
            TOGETHER | BREACH if says(&["supervised", "supervisor"]) => Some(Manner::Supervised),
            TOGETHER | BREACH if says(HOME) => Some(Manner::Household),
            TOGETHER | BREACH => Some(Manner::Direct),
            _ => None,
        }
    }
}
