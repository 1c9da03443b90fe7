//! What agencies do: meetings, plans, assessments, placements, services, school, actions, the child's voice.

use super::groups::{Group, Set};
use super::page::{Hit, Page};
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Cell, Event, EventKind, LeftOut, Meaning, Role, Who};
use std::collections::BTreeMap;

/// Kinds that are told of somebody: the client, the subject of the sentence, or the child.
const OF_SOMEBODY: &[EventKind] = &[
    EventKind::CpPlan,
    EventKind::LookedAfter,
    EventKind::PlacementMove,
    EventKind::Missing,
    EventKind::ReturnInterview,
    EventKind::Screening,
    EventKind::Nrm,
    EventKind::ServiceReferral,
    EventKind::ServiceStart,
    EventKind::ServiceEnd,
    EventKind::SexualHealth,
    EventKind::EducationChange,
    EventKind::MoveArea,
    EventKind::ChildsVoice,
];

/// Words of not taking up what is offered.
const DECLINED: &[&str] =
    &["declined", "declines", "decline", "declining", "refused", "refuses", "refusing", "unwilling"];

/// Reads the work of agencies in the whole entry; one event a kind and sentence.
pub fn read(scene: &Scene, cells: &[Cell], events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    let has_outcome = events.iter().any(|event| event.kind == EventKind::Outcome);
    for sentence in &scene.page.sentences {
        if !scene.page.groups(sentence.clone()).has(Group::Process) {
            continue;
        }
        let mut seen: BTreeMap<EventKind, ()> = BTreeMap::new();
        for hit in scene.page.of(sentence.clone(), Group::Process) {
            let Some(kind) = hit.section().kind else { continue };
            let skip = kind == EventKind::Outcome && has_outcome
                || scene.inside_name(hit) && kind != EventKind::Missing
                || kind == EventKind::Missing && scene.misses_something(hit)
                || kind == EventKind::EducationChange && scene.suspends_something_else(hit)
                || kind == EventKind::Screening && scene.screens_health(hit);
            if skip || seen.contains_key(&kind) {
                continue;
            }
            if let Some(why) = scene.no_event(hit, kind) {
                left.push(LeftOut { kind, words: scene.page.words(hit.first, hit.last), why: why.to_owned() });
                continue;
            }
            seen.insert(kind, ());
            events.extend(scene.process(hit, kind));
        }
    }
    of_one_person(scene, events);
    columns(cells, events);
    voices(cells, events);
}

/// "Self-referral for Lowri (12). Waiting list": work told of nobody in particular is of the one of whom the entry's other work
/// is told.
fn of_one_person(scene: &Scene, events: &mut [Event]) {
    let whose =
        |event: &Event| OF_SOMEBODY.contains(&event.kind).then(|| event.people.get(&Role::Person).copied()).flatten();
    let mut others: Vec<Who> = events.iter().filter_map(whose).filter(|who| *who != Who::Child).collect();
    others.dedup();
    let [only] = others[..] else { return };
    let names_child = scene.nps.iter().any(|np| !np.column && scene.is_subject_child(np));
    let services = [EventKind::ServiceReferral, EventKind::ServiceStart, EventKind::ServiceEnd];
    for event in events.iter_mut().filter(|event| services.contains(&event.kind) && !names_child) {
        if event.people.get(&Role::Person) == Some(&Who::Child) {
            event.people.insert(Role::Person, only);
        }
    }
}

/// Columns that classify an entry, or name its source, say what it is of: "Strategy discussion", "Return interview".
/// They win over the prose, which may not name it at all.
fn columns(cells: &[Cell], events: &mut Vec<Event>) {
    for (index, cell) in cells.iter().enumerate() {
        if !matches!(cell.meaning, Meaning::Source | Meaning::Category) {
            continue;
        }
        let page = Page::new(std::iter::once((index, cell.text.as_str())));
        let whole = |hit: &&Hit| (hit.last + 1 - hit.first) * 2 >= page.len();
        for hit in page.of(0..page.len(), Group::Process).filter(whole) {
            let Some(kind) = hit.section().kind.filter(|kind| IN_A_COLUMN.contains(kind)) else { continue };
            let detail =
                format!("{} (as the column \u{201c}{}\u{201d} says)", page.words(hit.first, hit.last), cell.heading);
            match events.iter_mut().find(|event| event.kind == kind) {
                Some(event) if event.detail.as_ref().is_some_and(|detail| detail.ends_with("(planned)")) => {}
                Some(event) => event.detail = Some(detail),
                None => events.push(in_column(index, cell, kind, detail)),
            }
        }
    }
}

/// Kinds that a column may name.
const IN_A_COLUMN: &[EventKind] = &[
    EventKind::StrategyDiscussion,
    EventKind::Section47,
    EventKind::Assessment,
    EventKind::Conference,
    EventKind::PlacementMove,
    EventKind::Missing,
    EventKind::ReturnInterview,
    EventKind::Screening,
    EventKind::Panel,
    EventKind::Nrm,
    EventKind::SexualHealth,
];

fn in_column(index: usize, cell: &Cell, kind: EventKind, detail: String) -> Event {
    let people = OF_SOMEBODY.contains(&kind).then_some((Role::Person, Who::Child));
    Event { people: people.into_iter().collect(), detail: Some(detail), ..whole_cell(index, cell, kind) }
}

/// An event that rests on all the words of a cell.
fn whole_cell(index: usize, cell: &Cell, kind: EventKind) -> Event {
    Event { words: cell.text.clone(), ..Event::new(kind, index, 0..cell.text.len()) }
}

/// A column of the child's own words is the child's voice, whatever it says.
fn voices(cells: &[Cell], events: &mut Vec<Event>) {
    for (index, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.meaning == Meaning::Voice) {
        if events.iter().any(|event| event.kind == EventKind::ChildsVoice && event.cell == index) {
            continue;
        }
        events.push(Event {
            people: BTreeMap::from([(Role::Person, Who::Child)]),
            detail: Some("a column of the child's words".to_owned()),
            ..whole_cell(index, cell, EventKind::ChildsVoice)
        });
    }
}

impl Scene<'_> {
    fn inside_name(&self, hit: &Hit) -> bool {
        self.np(hit.first).is_some_and(|np| np.named)
    }

    /// "missing his dad", "missing Nan": no episode.
    fn misses_something(&self, hit: &Hit) -> bool {
        self.page.word(hit.last) == "missing" && self.np_from(hit.last + 1).is_some_and(|np| !np.generic)
    }

    /// "vision screening", "STI screening": nothing of exploitation.
    fn screens_health(&self, hit: &Hit) -> bool {
        const HEALTH: &[&str] = &[
            "vision",
            "hearing",
            "eye",
            "sight",
            "health",
            "dental",
            "newborn",
            "antenatal",
            "blood",
            "bloods",
            "sti",
            "std",
            "chlamydia",
            "audiology",
            "autism",
            "language",
            "speech",
            "developmental",
            "depression",
            "tb",
            "drug",
            "alcohol",
            "dyslexia",
            "covid",
            "cancer",
            "cervical",
            "sexual",
            "hiv",
            "urine",
            "film",
            "school",
            "genetic",
            "dsh",
            "hpv",
            "hip",
            "routine",
        ];
        let before = |back: usize| hit.first.checked_sub(back).map_or("", |at| self.page.word(at));
        HEALTH.contains(&before(1))
    }

    /// "suspended sentence", "contact suspended": no exclusion from school.
    fn suspends_something_else(&self, hit: &Hit) -> bool {
        const ELSE: &[&str] =
            &["sentence", "imprisonment", "custody", "contact", "visits", "order", "months", "mths", "years", "yrs"];
        let beside = hit.first.checked_sub(1).into_iter().chain([hit.last + 1]);
        self.page.word(hit.first).starts_with("suspen")
            && beside.into_iter().any(|at| ELSE.contains(&self.page.word(at)))
    }

    fn no_event(&self, hit: &Hit, kind: EventKind) -> Option<&'static str> {
        let near = |group: Group| self.reach(hit.first, group).is_some_and(|at| hit.first - at < 4);
        if near(Group::Neg) && !self.page.has(hit.first, Group::Neg) {
            return Some("negated");
        }
        let groups = self.page.groups(self.page.sentence(hit.first));
        if groups.has(Group::OtherFamily) {
            return Some("about another family");
        }
        if near(Group::Hypo) {
            return Some("hypothetical");
        }
        let service = matches!(
            kind,
            EventKind::ServiceStart | EventKind::ServiceReferral | EventKind::ServiceEnd | EventKind::SexualHealth
        );
        if matches!(kind, EventKind::ServiceStart | EventKind::ServiceReferral) && self.not_taken_up(hit) {
            return Some("offered or declined, not begun");
        }
        if service && groups.has(Group::Job) {
            return Some("somebody's work");
        }
        let voice = kind == EventKind::ChildsVoice && !self.childs(hit);
        voice.then_some("not the child's words")
    }

    /// "Declines counselling", "Counselling offered, declined", "Talking therapies leaflet": a service that nobody began.
    fn not_taken_up(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let word = |at: usize, list: &[&str]| list.contains(&self.page.word(at));
        let declined = range.clone().any(|at| word(at, DECLINED));
        let awaited = hit.first.checked_sub(1).is_some_and(|at| {
            word(at, &["chasing", "chased", "chase", "awaiting", "awaits", "requesting", "wants", "query"])
        });
        if awaited {
            return true;
        }
        declined && !range.clone().any(|at| word(at, &["accepted", "attended", "started", "began"]))
            || (hit.last + 1..hit.last + 4)
                .any(|at| word(at, &["leaflet", "leaflets", "number", "website", "flyer", "booklet"]))
    }

    /// Whether the subject of words said is a child of the family.
    fn childs(&self, hit: &Hit) -> bool {
        let subject = self.subject(hit.first).or_else(|| self.np(hit.first)).or_else(|| self.np_from(hit.first + 1));
        let start = self.page.sentence(hit.first).start;
        subject.map_or(start == hit.first, |np| self.is_child_side(np))
    }

    /// What is told, once for each of those of whom it is told.
    fn process(&self, hit: &Hit, kind: EventKind) -> Vec<Event> {
        let mut event = self.event(kind, hit.first);
        let range = self.page.sentence(hit.first);
        event.detail = match kind {
            EventKind::CpPlan => self
                .page
                .of(range, Group::Category)
                .next()
                .map(|category| self.page.words(category.first, category.last)),
            _ => Some(self.page.words(hit.first, hit.last)),
        };
        if self.planned(hit) {
            event.detail = event.detail.map(|detail| detail + " (planned)");
        }
        if !OF_SOMEBODY.contains(&kind) {
            return vec![event];
        }
        let mut told = self.about(hit);
        if told.is_empty() {
            told.push(Who::Child);
        }
        let of = |who: Who| {
            let mut event = event.clone();
            event.people.insert(Role::Person, who);
            event
        };
        told.into_iter().map(of).collect()
    }

    /// "to be completed", "will be referred": agreed, not yet done.
    fn planned(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let near = hit.first.saturating_sub(4).max(range.start)..(hit.last + 5).min(range.end);
        let planned = |cue: &Hit| self.page.word(cue.first) != "to" || cue.last > cue.first;
        let action = |cue: &Hit| cue.section().kind == Some(EventKind::Action) && self.page.word(cue.first) == "to";
        let today =
            (hit.last + 1..range.end).any(|at| self.page.word(at) == "from" && self.page.word(at + 1) == "today");
        if today {
            return false;
        }
        let due = hit.first == range.start + 1 && self.page.word(range.start) == "for";
        due || self.page.of(near.clone(), Group::Planned).any(planned) || self.page.of(near, Group::Process).any(action)
    }

    /// "KS disclosed abuse by her stepdad. Attends Haven since 2017.": whom the sentence before is about, where this one opens
    /// with its verb.
    fn spoken_of_before(&self, hit: &Hit) -> Option<&Np> {
        let range = self.page.sentence(hit.first);
        let opens = matches!(
            self.page.word(range.start),
            "attends"
                | "attended"
                | "sees"
                | "seeing"
                | "saw"
                | "had"
                | "has"
                | "completed"
                | "started"
                | "began"
                | "finished"
                | "engaged"
                | "receives"
                | "received"
                | "getting"
        );
        let before = self.page.sentence_of(range.start).checked_sub(1).filter(|_| opens)?;
        let leads = |np: &&Np| {
            np.subject
                && !np.pro
                && !np.nested
                && !np.generic
                && !np.plural
                && self.page.sentence_of(np.first) == before
        };
        self.nps.iter().find(leads)
    }

    /// "Michael Cash (13) starts. 12 sessions": the one by name with whom the entry begins, where the sentence names nobody.
    fn begun_with(&self, hit: &Hit) -> Option<&Np> {
        let range = self.page.sentence(hit.first);
        if range.start == 0 || self.nps.iter().any(|np| range.contains(&np.first) && !np.pro) {
            return None;
        }
        let own = |np: &&Np| !np.pro && !np.nested && !np.generic;
        let first = self.nps.iter().find(own).filter(|np| np.named && !np.plural && !np.owns && !self.governed(np))?;
        let others = self.nps.iter().filter(own).any(|np| np.named && np.who != first.who);
        (!others && first.first == self.page.sentence(first.first).start).then_some(first)
    }

    /// Whom an agency's work is about: the subject, whoever is joined to it by "for" or "of", else the client.
    fn about(&self, hit: &Hit) -> Vec<Who> {
        let usable = |np: &&Np| !np.generic && !np.pro && np.who.is_some();
        let range = self.page.sentence(hit.first);
        let subject = self.subject(hit.first).filter(usable);
        let led = |np: &&Np| {
            let before = np.first.checked_sub(1);
            before.is_some_and(|at| {
                self.page.any(at, Set::of(&[Group::About, Group::Of]))
                    || self.page.word(at) == "for"
                    || self.page.word(at) == "with"
                    || at == hit.last + 1 && np.named && matches!(self.page.shape(at), Shape::Mark(b',' | b':' | b'-'))
            })
        };
        let after = self
            .nps
            .iter()
            .find(|np| range.contains(&np.first) && np.first > hit.last && !np.nested && usable(np) && led(np));
        let np = subject.or(after).or_else(|| self.spoken_of_before(hit)).or_else(|| self.begun_with(hit));
        match np {
            Some(np) => self.together(np),
            None => self.client.or(self.mothers.then_some(Who::Mother)).into_iter().collect(),
        }
    }

    /// Everybody by name who is joined to one: "Bridget and Margaret to be educated at home".
    fn together(&self, np: &Np) -> Vec<Who> {
        let lists = |head: &&Np| {
            let list = self.joined(head);
            list.len() > 1
                && list.iter().any(|one| one.first == np.first)
                && list.iter().all(|one| one.named && !one.pro)
        };
        let head = self.nps.iter().filter(|head| head.first <= np.first && np.first < head.first + 12).find(lists);
        let mut all: Vec<Who> =
            head.map_or_else(|| vec![np], |head| self.joined(head)).iter().filter_map(|np| np.who).collect();
        all.dedup();
        all
    }
}
