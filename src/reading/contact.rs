//! Who is in contact with whom, and in what way: visits, care, one household, letters; and that it ended.

use super::doings::is_told;
use super::frames::{Found, Mood, Sense, is_talk, is_verb, is_young_word};
use super::groups::{Group, Set};
use super::learnt::Weighed;
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Event, EventKind, LeftOut, Manner, Naming, Role, Who};

/// What makes a sentence one of abuse, in which being together is part of it.
pub const ABUSE: Set = Set::of(&[
    Group::AbuseVerb,
    Group::AbuseNoun,
    Group::SexualManner,
    Group::WhatHappened,
    Group::WhatDid,
    Group::HarmfulNoun,
    Group::ExploitVerb,
]);

/// Why words of contact are left out that tell where the child was meanwhile.
const ELSEWHERE: &str = "the child was somewhere else";

/// Reads contact, and its end, of the whole entry.
pub fn read(scene: &Scene, found: &[Found], weighed: &Weighed, events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    if scene.is_of_nobody_here() {
        return;
    }
    for one in found {
        let groups = scene.page.groups(scene.page.sentence(one.first));
        let close = !matches!(one.sense, Sense::Contact(Manner::Direct | Manner::Indirect));
        let beside = scene.is_beside(one.first, ABUSE) || scene.is_only_labelled(one.first);
        if groups.meets(ABUSE) && !close && !beside && !weighed.surely_together(one.first) {
            continue;
        }
        let others = groups.has(Group::OtherFamily) && one.sense != Sense::Ended;
        if others || groups.has(Group::General) && !scene.is_particular(one) {
            continue;
        }
        let mood = scene.mood(found, one);
        match (one.sense, mood) {
            (Sense::Contact(manner), Mood::Told)
                if !one.general
                    && !scene.is_view(one)
                    && !scene.is_own_place(one, manner)
                    && !scene.is_with_own_people(found, one)
                    && !scene.is_occasion(one)
                    && !scene.child_is_elsewhere(one) =>
            {
                scene.contact(one, manner, events)
            }
            (Sense::Contact(_) | Sense::Lapse, Mood::Over) if !scene.is_view(one) => scene.ended(one, events),
            (Sense::Ended, Mood::Told | Mood::Over | Mood::Denied)
                if !scene.is_rule(one) && !scene.is_not_in_sight(one) =>
            {
                scene.ended(one, events)
            }
            (Sense::Died, Mood::Told) => scene.death(one, events),
            (Sense::Contact(_), mood) => left.push(LeftOut {
                kind: EventKind::Contact,
                words: scene.page.words(one.first, one.last),
                why: if scene.child_is_elsewhere(one) { ELSEWHERE } else { why_not(mood) }.to_owned(),
            }),
            _ => {}
        }
    }
    for doing in scene.doings().iter().filter(|doing| doing.as_them || !is_told(scene, found, doing.at)) {
        let one = Found {
            sense: Sense::Contact(Manner::Direct),
            first: doing.at,
            last: doing.at,
            person: Some(doing.person),
            with: doing.with,
            general: false,
            verbal: true,
            line: 0,
        };
        if !scene.child_is_elsewhere(&one) {
            scene.contact(&one, Manner::Direct, events);
        }
    }
    let homes: Vec<(Who, usize, usize)> = events.iter().filter_map(|event| scene.home_of_two(event)).collect();
    events.retain(|event| !scene.is_home_of_child_unsaid(event, &homes));
}

fn why_not(mood: Mood) -> &'static str {
    match mood {
        Mood::Ruled => "told as a rule, not as a fact",
        Mood::Denied => "negated",
        _ => "wished, asked or supposed",
    }
}

/// A sentence that tells of a breach, a restriction or an end does not tell of plain contact with that person too;
/// nor does a sentence that tells of abuse, unless it says that they still live together or that one looks after the
/// other now.
pub fn one_account(scene: &Scene, weighed: &Weighed, events: &mut Vec<Event>) {
    use EventKind::{
        ContactEnded, ContactRestricted, ExploitationConcern, HarmfulSexualBehaviour, RestrictionBreached,
        SexualAbuseAllegation,
    };
    let told: Vec<(EventKind, usize, usize, Vec<Who>)> = events
        .iter()
        .map(|event| (event.kind, event.cell, event.start, event.people.values().copied().collect()))
        .collect();
    events.retain(|event| {
        let Some(person) = event.people.get(&Role::Person).filter(|_| event.kind == EventKind::Contact) else {
            return true;
        };
        !told.iter().any(|(kind, cell, start, people)| {
            let here = *cell == event.cell && *start == event.start;
            let at_all = matches!(kind, SexualAbuseAllegation | ExploitationConcern | HarmfulSexualBehaviour);
            if at_all && event.manner == Some(Manner::Indirect) {
                return true;
            }
            let ruled = matches!(kind, ContactRestricted | ContactEnded) && people.contains(person)
                || *kind == RestrictionBreached;
            let close = matches!(event.manner, Some(Manner::Household | Manner::Care)) && scene.goes_on(event)
                || scene.sentence_told(event).is_some_and(|range| weighed.surely_together(range.start));
            let abuse = matches!(kind, SexualAbuseAllegation | HarmfulSexualBehaviour) && !close;
            let broken = *kind == RestrictionBreached && scene.is_what_was_broken(event, people);
            here && (ruled || abuse) || broken
        })
    });
}

impl Scene<'_> {
    /// Whether being together is told of those whom a breach is told of.
    fn is_what_was_broken(&self, event: &Event, people: &[Who]) -> bool {
        let one_of =
            |role: &Role| event.people.get(role).is_some_and(|who| people.iter().any(|of| self.is_one(*who, *of)));
        one_of(&Role::Person) && (one_of(&Role::With) || event.people.get(&Role::With) == Some(&Who::Child))
    }

    /// Whether an entry's own words show that two mentions are one person.
    fn is_one(&self, a: Who, b: Who) -> bool {
        let words = |who: Who| self.nps.iter().filter(move |np| np.who == Some(who));
        a == b || words(a).any(|a| words(b).any(|b| self.one_person(a, b)))
    }

    /// The person of a frame, and everybody on the other side; the child where nobody is named.
    pub fn two_sides(&self, one: &Found) -> (Option<Who>, Vec<Who>) {
        let person = one.person.and_then(|index| self.nps.get(index));
        let who = person.and_then(|np| np.who).or(self.client.filter(|_| one.person.is_none()));
        let with = one.with.and_then(|index| self.nps.get(index));
        let mut others: Vec<Who> = match with {
            Some(np) => self.with_others(np).iter().filter(|np| !np.pro).filter_map(|np| np.who).collect(),
            None => {
                let other = person.and_then(|np| {
                    self.stranger(one.first, np)
                        .or_else(|| self.other_of_two(one, np))
                        .or_else(|| self.note_of(one, np))
                });
                other.into_iter().collect()
            }
        };
        others.retain(|other| Some(*other) != who);
        if others.is_empty() {
            others.push(Who::Child);
        }
        (who, others)
    }

    /// Everybody of a list; of "Frankie and little Mary went off", which begins a sentence, both.
    fn with_others<'s>(&'s self, np: &'s Np) -> Vec<&'s Np> {
        let young = |one: &&Np| self.is_young(one) || self.may_be_young(one);
        let and = np.first.checked_sub(2).filter(|at| self.page.has(at + 1, Group::And));
        let first = and.and_then(|at| self.np(at)).filter(young);
        let begins = |first: &&Np| self.page.sentence(np.first).start == first.first && young(&np);
        let mut all = self.joined(np);
        all.extend(first.filter(begins));
        all
    }

    /// "No sign of Dexter round here": nobody saw him there, which ends nothing.
    fn is_not_in_sight(&self, one: &Found) -> bool {
        let sign = matches!(self.page.word(one.first), "no" | "nil")
            && matches!(self.page.word(one.first + 1), "sign" | "sight");
        sign && matches!(
            self.page.word(one.last + 1),
            "round" | "here" | "there" | "at" | "in" | "outside" | "on" | "near" | "nearby" | "around"
        )
    }

    /// "Registered sex offender Barry Cole was in the kitchen": whether all words of abuse in a sentence only say what somebody is.
    pub fn is_only_labelled(&self, at: usize) -> bool {
        let range = self.page.sentence(at);
        let labels: Vec<_> = self.page.of(range.clone(), Group::Offender).map(|hit| hit.first..hit.last + 1).collect();
        !labels.is_empty()
            && range.clone().filter(|i| self.page.any(*i, ABUSE)).all(|i| labels.iter().any(|label| label.contains(&i)))
    }

    /// "Mr Lunt, who was looked at for indecency in 2014, opened the door with the baby", "slept here, which he may not since his
    /// cousin spoke": whether all words of some groups in a sentence are only said in passing, behind a "who" between commas or
    /// a "since", and a place stands outside.
    pub fn is_beside(&self, at: usize, groups: Set) -> bool {
        const BEHIND: &[&str] = &[
            "on",
            "under",
            "subject",
            "who",
            "whose",
            "whom",
            "about",
            "against",
            "investigated",
            "accused",
            "suspected",
            "arrested",
            "charged",
            "convicted",
            "acquitted",
            "cleared",
            "named",
            "reported",
            "alleged",
            "interviewed",
            "questioned",
            "cautioned",
            "released",
            "bailed",
        ];
        const REASONS: &[&str] = &["since", "because", "after", "despite", "although", "though"];
        let range = self.page.sentence(at);
        let aside = |i: &usize| {
            let word = self.page.word(*i);
            self.page.is_mark(i - 1, b',') && BEHIND.contains(&word) || REASONS.contains(&word)
        };
        let told: Vec<usize> = range.clone().filter(|i| self.page.any(*i, groups)).collect();
        let (Some(first), Some(last)) = (told.first(), told.last()) else { return false };
        let Some(from) = (range.start + 1..*first + 1).rev().find(aside) else { return false };
        let to = (*last..range.end).find(|i| self.page.is_mark(*i, b',')).unwrap_or(range.end);
        !(from..to).contains(&at)
    }

    /// "stayed for a brew while T was at school": whether the sentence says that the child was somewhere else.
    fn child_is_elsewhere(&self, one: &Found) -> bool {
        const AWAY: &[&str] = &[
            "school",
            "nursery",
            "college",
            "preschool",
            "away",
            "out",
            "club",
            "playgroup",
            "asleep",
            "bed",
            "elsewhere",
        ];
        let range = self.page.sentence(one.first);
        let meanwhile = |at: &usize| matches!(self.page.word(*at), "while" | "whilst" | "when" | "whenever" | "once");
        let Some(from) = range.clone().find(meanwhile) else { return false };
        let with = one.with.and_then(|at| self.nps.get(at));
        if with.is_some_and(|np| np.who != Some(Who::Child) && !self.is_young(np) && !self.is_subject_child(np)) {
            return false;
        }
        let child = self.np_from(from + 1).filter(|np| self.is_young(np) || self.is_subject_child(np));
        child.is_some_and(|np| {
            let be = matches!(self.page.word(np.last + 1), "was" | "is" | "were" | "are");
            let other_parent = |at: usize| {
                self.page.word(at) == "with"
                    && matches!(self.page.word(at + 1), "her" | "his" | "their")
                    && matches!(self.page.word(at + 2), "dad" | "father" | "mum" | "mother" | "mam" | "mom")
            };
            be && (np.last + 2..range.end.min(np.last + 6))
                .any(|at| AWAY.contains(&self.page.word(at)) || other_parent(at))
        })
    }

    /// "where she lives with her partner": who shares a home with somebody grown, and the cell and first byte of the sentence that
    /// says so.
    fn home_of_two(&self, event: &Event) -> Option<(Who, usize, usize)> {
        let with = event.people.get(&Role::With)?;
        let np = self.nps.iter().find(|np| np.who == Some(*with) && !np.pronoun)?;
        let home = event.kind == EventKind::Contact && event.manner == Some(Manner::Household);
        let two = home && self.is_grown(np) && !self.is_young(np);
        two.then(|| event.people.get(&Role::Person).map(|person| (*person, event.cell, event.start))).flatten()
    }

    /// Whether an event puts somebody into the child's home only because it is told that they share one with somebody grown, in a
    /// sentence that speaks of no child.
    fn is_home_of_child_unsaid(&self, event: &Event, homes: &[(Who, usize, usize)]) -> bool {
        let own = event.manner == Some(Manner::Household) && event.people.get(&Role::With) == Some(&Who::Child);
        let person = event.people.get(&Role::Person);
        let at_home =
            homes.iter().any(|(who, cell, start)| Some(who) == person && (*cell, *start) == (event.cell, event.start));
        own && event.kind == EventKind::Contact
            && at_home
            && !self.sentence_told(event).is_some_and(|range| self.speaks_of_child(range))
    }

    /// The sentence that an event was read in.
    pub fn sentence_told(&self, event: &Event) -> Option<&std::ops::Range<usize>> {
        self.page.sentences.iter().find(|range| {
            let token = self.page.token(range.start);
            token.is_some_and(|token| (token.cell as usize, token.start as usize) == (event.cell, event.start))
        })
    }

    /// Whether some words name a child, or say "child" or the like.
    pub fn speaks_of_child(&self, range: &std::ops::Range<usize>) -> bool {
        let young = self.nps.iter().any(|np| range.contains(&np.first) && self.is_young(np));
        young || range.clone().any(|at| is_young_word(self.page.word(at)))
    }

    /// "does not see him as a risk": a view, no meeting.
    fn is_view(&self, one: &Found) -> bool {
        (one.last + 1..one.last + 3).any(|i| self.page.word(i) == "as")
            && matches!(self.page.word(one.first), "see" | "sees" | "saw" | "seen" | "seeing")
    }

    /// "staying at his mother's": somebody's own family, not the child's home.
    fn is_own_place(&self, one: &Found, manner: Manner) -> bool {
        let with = one.with.or(one.person).and_then(|index| self.nps.get(index));
        manner == Manner::Household
            && with.is_some_and(|np| {
                np.owns
                    && !np.pronoun
                    && !self.is_young(np)
                    && matches!(self.page.word(np.first), "his" | "her" | "their")
            })
    }

    /// "interfered with her while he had care of the children": whether the words only say when it was done.
    fn is_occasion(&self, one: &Found) -> bool {
        const WHEN: &[&str] = &["while", "whilst", "when", "whenever"];
        let start = self.page.sentence(one.first).start;
        let when = (start.max(one.first.saturating_sub(4))..one.first).find(|at| WHEN.contains(&self.page.word(*at)));
        when.is_some_and(|when| (start..when).any(|at| self.page.any(at, ABUSE)))
    }

    /// "has moved in with his girlfriend in Weston": whether the same words, read further, say with whom of their own somebody is.
    fn is_with_own_people(&self, found: &[Found], one: &Found) -> bool {
        let own =
            |np: &Np| np.first < np.last && matches!(self.page.word(np.first), "his" | "her") && !self.is_young(np);
        let further = |other: &&Found| other.first == one.first && other.person == one.person && other.last > one.last;
        one.with.is_none()
            && found.iter().filter(further).any(|other| other.with.and_then(|at| self.nps.get(at)).is_some_and(own))
    }

    /// Whether the sentence of an event says that what it tells goes on: "now", "still", "lodges".
    fn goes_on(&self, event: &Event) -> bool {
        let says = |i: usize| {
            let word = self.page.word(i);
            let present = word.ends_with('s') && is_verb(word) && !is_talk(word) && self.np(i).is_none();
            present || matches!(word, "now" | "still" | "currently" | "again" | "living" | "staying")
        };
        self.sentence_told(event).is_some_and(|range| range.clone().any(says))
    }

    /// Whether a frame is of somebody by name or kin.
    fn is_particular(&self, one: &Found) -> bool {
        let person = one.person.and_then(|index| self.nps.get(index));
        let Some(Who::Mention(index)) = person.filter(|np| !np.plural).and_then(|np| np.who) else { return false };
        self.mentions.get(index).is_some_and(|mention| {
            mention.kin.is_some() && !mention.professional
                || matches!(mention.naming, Naming::Full { .. } | Naming::Given(_) | Naming::Surname { .. })
        })
    }

    fn contact(&self, one: &Found, manner: Manner, events: &mut Vec<Event>) {
        if one.person.is_none() && self.is_seen_by_professional(&self.page.sentence(one.first)) {
            return;
        }
        let (person, with) = self.two_sides(one);
        let unsaid = || self.subject_of_entry(one.first).filter(|_| manner == Manner::Household).and_then(|np| np.who);
        let suspect = one.person.and_then(|index| self.suspect_meant(index, events));
        let Some(person) = suspect.or(person).or_else(unsaid) else { return };
        let manner = self.watched(one, manner);
        let list = one.person.and_then(|index| self.nps.get(index)).map(|np| self.listed(one, np)).unwrap_or_default();
        let others = list.iter().skip(1).filter(|np| self.is_grown(np) && !self.is_young(np)).filter_map(|np| np.who);
        let people: Vec<Who> = std::iter::once(person).chain(others).collect();
        for person in people {
            // "on weekends at his. Twins collected by Kayleigh": nobody grown is collected.
            let minded = |with: &Who| {
                let grown = |np: &Np| self.is_grown(np) && !self.is_young(np) && !self.may_be_young(np);
                manner != Manner::Care
                    || !self.nps.iter().any(|np| np.who == Some(*with) && !np.pronoun && !np.nested && grown(np))
            };
            for with in with.iter().filter(|with| **with != person && minded(with)) {
                self.tell(EventKind::Contact, one.first, person, *with, Some(manner), events);
            }
        }
    }

    /// "Susp now lives with her": the one of whom the entry alleges something.
    fn suspect_meant(&self, index: usize, events: &[Event]) -> Option<Who> {
        let np = self.nps.get(index).filter(|np| !np.named && !np.pronoun)?;
        const LABELS: &[&str] =
            &["susp", "suspect", "perp", "perpetrator", "offender", "defendant", "accused", "nominal"];
        let mut alleged = events.iter().filter_map(|event| event.people.get(&Role::AllegedPerpetrator));
        let first = alleged.next().filter(|_| LABELS.contains(&self.page.word(np.last)))?;
        alleged.all(|who| who == first).then_some(*first)
    }

    /// Everybody joined to whom a frame means; behind "Present:" everybody whom the sentence names.
    fn listed<'s>(&'s self, one: &Found, np: &'s Np) -> Vec<&'s Np> {
        let present =
            matches!(self.page.word(one.first), "present" | "attended" | "attendees" | "household" | "occupants");
        if !present || !(one.first..np.first).any(|at| self.page.is_mark(at, b':')) {
            return self.joined(np);
        }
        let range = self.page.sentence(one.first);
        let more = |other: &&Np| {
            range.contains(&other.first) && other.first > np.first && !other.nested && !other.pro && !other.generic
        };
        std::iter::once(np).chain(self.nps.iter().filter(more)).collect()
    }

    fn watched(&self, one: &Found, manner: Manner) -> Manner {
        let here = self.page.sentence_of(one.first);
        let near = |at: usize| self.page.sentences.get(at).is_some_and(|range| self.tells_of_watching(range));
        let supervised = self.page.sentence(one.first).any(|i| self.page.word(i) == "supervised");
        let watched = supervised || (here.saturating_sub(1)..here + 2).any(near);
        if manner == Manner::Direct && watched { Manner::Supervised } else { manner }
    }

    /// "Mair and Aled both present throughout, as agreed", "sat with them the whole time": whether a sentence tells that somebody
    /// watched all of it.
    fn tells_of_watching(&self, range: &std::ops::Range<usize>) -> bool {
        const THERE: &[&str] =
            &["present", "there", "with", "beside", "room", "stayed", "sat", "remained", "supervising"];
        let says = |words: &[&str]| range.clone().any(|i| words.contains(&self.page.word(i)));
        let all_of_it = range.clone().any(|i| {
            let word = self.page.word(i);
            let whole = matches!(word, "whole" | "full" | "entire")
                && matches!(self.page.word(i + 1), "time" | "hour" | "visit" | "session");
            word == "throughout" || whole
        });
        let denied = self.page.groups(range.clone()).has(Group::Neg);
        let agreed = range
            .clone()
            .any(|i| self.page.word(i) == "as" && matches!(self.page.word(i + 1), "agreed" | "ordered" | "directed"));
        !denied && (all_of_it && says(THERE) || agreed && says(&["present", "supervised", "throughout"]))
    }

    fn ended(&self, one: &Found, events: &mut Vec<Event>) {
        let (person, with) = self.two_sides(one);
        let Some(person) = person.or_else(|| self.subject_of_entry(one.first).and_then(|np| np.who)) else { return };
        if self.is_child_alone(person) {
            return;
        }
        for with in with {
            self.tell(EventKind::ContactEnded, one.first, person, with, None, events);
        }
    }

    fn is_child_alone(&self, who: Who) -> bool {
        who == Who::Child || self.nps.iter().any(|np| np.who == Some(who) && self.is_subject_child(np))
    }

    /// Adds an event, unless the entry already tells it.
    fn tell(
        &self,
        kind: EventKind,
        at: usize,
        person: Who,
        with: Who,
        manner: Option<Manner>,
        events: &mut Vec<Event>,
    ) {
        let mut event = self.event(kind, at);
        let told = events.iter_mut().find(|one| {
            let here = one.kind == kind && (one.cell, one.start) == (event.cell, event.start);
            here && one.people.get(&Role::Person) == Some(&person) && one.people.get(&Role::With) == Some(&with)
        });
        if let Some(told) = told {
            let closer =
                matches!(manner, Some(Manner::Care | Manner::Household)) && told.manner == Some(Manner::Direct);
            told.manner = if closer { manner } else { told.manner };
        } else {
            event.people.extend([(Role::Person, person), (Role::With, with)]);
            event.manner = manner;
            events.push(event);
        }
    }

    /// "no contact with" in a sentence that lays down a rule is the rule's.
    pub fn is_rule(&self, one: &Found) -> bool {
        let range = self.page.sentence(one.first);
        let named = self.page.of(range, Group::Measure).any(|measure| measure.first <= one.last + 6);
        let to_have = (self.verb_start(one.first)..one.first)
            .any(|i| matches!(self.page.word(i), "to" | "must" | "should" | "shall" | "will"));
        named || to_have
    }

    fn death(&self, one: &Found, events: &mut Vec<Event>) {
        let said = one.person.or(one.with).and_then(|index| self.nps.get(index)?.who);
        let Some(person) = said.or_else(|| self.named_last(one.first)) else { return };
        let known = events
            .iter()
            .any(|event| event.kind == EventKind::Death && event.people.get(&Role::Person) == Some(&person));
        if known || self.is_child_alone(person) {
            return;
        }
        for kind in [EventKind::Death, EventKind::ContactEnded] {
            let mut event = self.event(kind, one.first);
            event.people.insert(Role::Person, person);
            events.push(event);
        }
    }

    /// "by Mr Tancock, the then leader of the junior band, since deceased": who was named last before, in the sentence.
    fn named_last(&self, token: usize) -> Option<Who> {
        let from = self.page.sentence(token).start;
        let named = |np: &&Np| np.first >= from && np.last < token && np.named && !np.pro && !np.column;
        let last = self.nps.iter().rev().find(named)?;
        last.who.filter(|_| !self.is_young(last) && !self.is_subject_child(last))
    }

    /// The last person the entry spoke of before a token, whom a sentence without a subject is about.
    pub fn subject_of_entry(&self, token: usize) -> Option<&Np> {
        self.nps
            .iter()
            .rev()
            .find(|np| np.last < token && !np.pro && !np.nested && !np.generic && !self.is_child_side(np))
    }

    /// "Viorica Popa, new pt. Lives w son Sorin": whoever by name a note of somebody grown begins with is who lives there.
    fn note_of(&self, one: &Found, person: &Np) -> Option<Who> {
        let opens = self.page.sentence(one.first).start == one.first;
        let first = self.nps.iter().find(|np| !np.nested && !np.pro)?;
        let begins = self.page.sentence(first.first).start == first.first && first.last < one.first;
        let grown = first.named && first.subject && self.is_grown(first) && !self.is_young(first);
        let child = |np: &Np| np.last < one.first && self.is_subject_child(np);
        let household = one.sense == Sense::Contact(Manner::Household);
        // "Josef V: back pain. Removal firm with brother Tony, out together six days a week".
        let behind = self.shape_of_heading(first);
        let headed = begins && behind && first.named && !self.is_subject_child(first);
        // "He lives in Devon": not with whom the note is about.
        let placed = (one.first..one.first + 4)
            .any(|at| self.page.word(at) == "in" && matches!(self.page.shape(at + 1), Shape::Title | Shape::Caps));
        let own = (household && opens && begins && grown && !placed || headed) && first.who != person.who;
        first.who.filter(|_| own && !self.nps.iter().any(child))
    }

    /// "Gary and Adrian run the firm together": whom somebody grown is with, where two are said to be together and no child is named.
    fn other_of_two(&self, one: &Found, person: &Np) -> Option<Who> {
        let range = self.page.sentence(one.first);
        let says = |at: usize| match self.page.word(at) {
            "together" => true,
            "other" => self.page.word(at - 1) == "each",
            "another" => self.page.word(at - 1) == "one",
            _ => false,
        };
        let child = |np: &Np| range.contains(&np.first) && (self.is_young(np) || self.is_subject_child(np));
        let two = self.joined(person);
        let other = two.iter().find(|np| np.who != person.who)?;
        let together = range.clone().skip(1).any(says) && two.len() == 2 && !self.nps.iter().any(child);
        other.who.filter(|_| together)
    }

    /// Whether words for somebody stand alone at the head of a cell, before a colon or a full stop.
    fn shape_of_heading(&self, np: &Np) -> bool {
        let mark = self.page.is_mark(np.last + 1, b':') || self.page.is_mark(np.last + 1, b'.');
        let opens = np.first.checked_sub(1).is_none_or(|before| {
            self.page.token(before).zip(self.page.token(np.first)).is_some_and(|(a, b)| a.cell != b.cell)
        });
        mark && opens
    }

    /// A child of another family whom the sentence is about: contact told there is contact with that child.
    fn stranger(&self, token: usize, person: &Np) -> Option<Who> {
        let range = self.page.sentence(token);
        let known = |np: &Np| {
            let Some(Who::Mention(index)) = np.who else { return true };
            let folded = self.mentions.get(index).map_or(String::new(), |mention| mention.text.to_lowercase());
            folded.split_whitespace().any(|word| self.book.on_front(word))
                || self.book.front_is_empty()
                || self.is_subject_child(np)
        };
        let stranger = |np: &&Np| {
            range.contains(&np.first)
                && np.named
                && np.young
                && !np.pro
                && !np.nested
                && np.who != person.who
                && !known(np)
        };
        self.nps.iter().find(stranger).and_then(|np| np.who)
    }

    /// Whether the words mean the child whose record it is, or another child of the family.
    pub fn is_child_side(&self, np: &Np) -> bool {
        np.who == Some(Who::Child) || np.young || self.is_subject_child(np) || self.age(np).is_some_and(|age| age < 16)
    }

    /// The age that stands beside somebody's name.
    pub fn age(&self, np: &Np) -> Option<u8> {
        match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index)?.age,
            _ => None,
        }
    }

    /// Whether the words are the subject child's name or initials.
    pub fn is_subject_child(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return np.who == Some(Who::Child) };
        let Some(mention) = self.mentions.get(index) else { return false };
        match &mention.naming {
            Naming::Full { given, .. } | Naming::Given(given) => {
                mention.kin.is_none() && self.book.child.contains(&given.to_lowercase())
            }
            Naming::Initials(letters) => {
                self.book.child.contains(&letters.to_lowercase()) || letters.chars().count() == 1
            }
            _ => false,
        }
    }
}
