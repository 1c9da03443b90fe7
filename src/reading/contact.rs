//! Who is in contact with whom, and in what way: visits, care, one household, letters; and that it ended.

use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{Event, EventKind, LeftOut, Manner, Role, Who};

/// Contact as one phrase tells it.
pub struct Meeting<'a> {
    /// The phrase.
    pub hit: Hit,
    /// Who.
    pub person: &'a Np,
    /// With whom; the child where nobody is named.
    pub with: Vec<Who>,
    /// In what way.
    pub manner: Manner,
}

const FRAMES: Set = Set::of(&[
    Group::Care,
    Group::CarePassive,
    Group::Meet,
    Group::MeetPassive,
    Group::Present,
    Group::Lives,
    Group::Stays,
    Group::Indirect,
    Group::ContactNoun,
]);
const ENDS: Set = Set::of(&[Group::Ends, Group::EndsObject, Group::NoMore, Group::Gone, Group::Died]);
const RULES: Set = Set::of(&[Group::Measure, Group::Breach]);

/// Verbs of taking somebody somewhere, which say nothing without whom.
const GOING: &[&str] = &[
    "driving",
    "drove",
    "drives",
    "takes",
    "took",
    "walks",
    "walked",
    "walking",
    "brought",
    "brings",
    "bringing",
    "drops",
    "dropped",
    "taken",
    "collecting",
    "escorted",
    "watching",
    "brought",
    "supervised",
];

/// Reads contact, and its end, of the whole entry.
pub fn read(scene: &Scene, events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    for sentence in &scene.page.sentences {
        let groups = scene.page.groups(sentence.clone());
        if groups.meets(ENDS) {
            scene.endings(sentence.start, events);
        }
        if !groups.meets(FRAMES) || groups.has(Group::OtherFamily) {
            continue;
        }
        let from = events.len();
        for meeting in scene.meetings(sentence.start) {
            if let Some(why) = scene.not_so(&meeting) {
                left.push(LeftOut {
                    kind: EventKind::Contact,
                    words: scene.page.words(meeting.hit.first, meeting.hit.last),
                    why: why.to_owned(),
                });
                continue;
            }
            for with in &meeting.with {
                let fresh = !events[from..].iter().any(|event| {
                    event.kind == EventKind::Contact
                        && event.people.get(&Role::Person) == meeting.person.who.as_ref()
                        && event.people.get(&Role::With) == Some(with)
                });
                if !fresh {
                    continue;
                }
                let mut event = scene.event(EventKind::Contact, meeting.hit.first);
                event.people.extend(meeting.person.who.map(|who| (Role::Person, who)));
                event.people.insert(Role::With, *with);
                event.manner = Some(meeting.manner);
                events.push(event);
            }
        }
    }
}

/// A sentence that tells of a breach, a restriction or an end does not tell of plain contact with that person too;
/// nor does a sentence that tells of abuse, unless it says that they live together or that one looks after the other.
pub fn one_account(events: &mut Vec<Event>) {
    use EventKind::{
        ContactRestricted, ExploitationConcern, HarmfulSexualBehaviour, RestrictionBreached, SexualAbuseAllegation,
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
            let ruled = matches!(kind, RestrictionBreached | ContactRestricted) && people.contains(person);
            let abuse = matches!(kind, SexualAbuseAllegation | HarmfulSexualBehaviour | ExploitationConcern)
                && !matches!(event.manner, Some(Manner::Household | Manner::Care))
                && *kind != ExploitationConcern;
            here && (ruled || abuse)
        })
    });
}

impl Scene<'_> {
    /// Every meeting that the sentence tells, said to be so or not.
    pub fn meetings(&self, token: usize) -> Vec<Meeting<'_>> {
        let range = self.page.sentence(token);
        let mut found: Vec<Meeting> = Vec::new();
        for hit in self.page.hits_in(range.clone()) {
            if !FRAMES.meets(Set::of(&[hit.group])) || self.np(hit.first).is_some_and(|np| np.named) {
                continue;
            }
            let listed = self.listed(hit);
            let (subject, object) = if listed.is_some() { (listed, None) } else { self.two_sides(hit) };
            let going = hit.group == Group::Care && GOING.contains(&self.page.word(hit.last));
            if (hit.group == Group::Indirect || going) && object.is_none() {
                continue;
            }
            let Some((person, with)) = self.who_with(hit, subject, object) else { continue };
            let manner = self.manner(hit, range.start..range.end);
            if !found.iter().any(|other| other.person.who == person.who && other.with == with) {
                found.push(Meeting { hit: *hit, person, with, manner });
            }
        }
        self.has_them(range.clone(), &mut found);
        self.sighted(range, &mut found);
        found
    }

    /// "present: Mum, Nan, Nan's fella Trevor": the last of a list that is no parent, else the first.
    fn listed(&self, hit: &Hit) -> Option<&Np> {
        if hit.group != Group::Present || !self.page.is_mark(hit.last + 1, b':') {
            return None;
        }
        let all = self.joined(self.np_from(hit.last + 2)?);
        all.iter().rev().find(|np| !np.pro && !np.plural && !self.is_child_side(np)).copied()
    }

    /// "uncle has C and Ellie at weekends", "Mr Rahman has the three children from school until seven".
    fn has_them<'s>(&'s self, range: std::ops::Range<usize>, found: &mut Vec<Meeting<'s>>) {
        const WHEN: &[&str] = &[
            "at",
            "on",
            "every",
            "until",
            "from",
            "for",
            "most",
            "overnight",
            "while",
            "after",
            "when",
            "alternate",
            "each",
            "over",
            "during",
        ];
        for at in range.clone() {
            if !matches!(self.page.word(at), "has" | "have" | "had" | "having") {
                continue;
            }
            let Some(children) = self.np_from(at + 1).filter(|np| self.is_child_side(np) || np.plural && !np.generic)
            else {
                continue;
            };
            let all = self.joined(children);
            let next = all.last().map_or(children.last, |np| np.last) + 1;
            let Some(person) = self.subject(at).filter(|np| !np.pro && !np.generic && !self.is_child_side(np)) else {
                continue;
            };
            if WHEN.contains(&self.page.word(next)) {
                let with = all.iter().filter_map(|np| np.who).collect();
                let hit = Hit { first: at, last: at, line: 0, group: Group::Care };
                found.push(Meeting { hit, person, with, manner: Manner::Care });
            }
        }
    }

    /// "Located 03:40 in retail park car park with SPIDER": seen, found or gone, and with whom.
    fn sighted<'s>(&'s self, range: std::ops::Range<usize>, found: &mut Vec<Meeting<'s>>) {
        const SEEN: &[&str] = &[
            "seen",
            "found",
            "located",
            "traced",
            "spotted",
            "observed",
            "sighted",
            "arrived",
            "returned",
            "travelled",
            "out",
            "away",
            "left",
            "met",
            "holiday",
            "weekend",
            "half-term",
            "term",
            "party",
            "home",
            "back",
            "playing",
            "staying",
            "photographed",
            "walking",
            "sitting",
            "park",
            "car",
            "flat",
            "house",
            "hotel",
        ];
        if !found.is_empty() {
            return;
        }
        for at in range.clone() {
            let led = self.page.word(at) == "with"
                && (range.start.max(at.saturating_sub(9))..at).any(|i| SEEN.contains(&self.page.word(i)));
            let Some(person) = led.then(|| self.np_from(at + 1)).flatten() else { continue };
            let person = self
                .joined(person)
                .into_iter()
                .rev()
                .find(|np| !np.pro && !np.generic && !self.is_child_side(np) && np.who.is_some());
            let Some(person) = person else { continue };
            let subject =
                self.subject(at).filter(|np| !np.pro && !np.generic && np.who != person.who && self.is_child_side(np));
            let with = subject.and_then(|np| np.who).unwrap_or(Who::Child);
            let hit = Hit { first: at, last: at, line: 0, group: Group::MeetPassive };
            found.push(Meeting { hit, person, with: vec![with], manner: Manner::Direct });
            return;
        }
    }

    /// Who stands before and after a phrase of contact.
    fn two_sides(&self, hit: &Hit) -> (Option<&Np>, Option<&Np>) {
        let clear = |np: &&Np| !np.generic && (!np.pro || np.named);
        let after = self.np_from(hit.last + 1).filter(clear).or_else(|| self.object(hit.last).filter(clear));
        let later = || {
            let wanted = Set::of(&[Group::With, Group::From, Group::By, Group::Toward]);
            self.after(hit.last)
                .into_iter()
                .find(|(groups, at, np)| groups.meets(wanted) && *at <= hit.last + 5 && clear(np))
                .map(|(_, _, np)| np)
        };
        let passive_by = || {
            self.after(hit.last)
                .into_iter()
                .find(|(groups, at, np)| groups.has(Group::By) && *at <= hit.last + 6 && clear(np))
                .map(|(_, _, np)| np)
        };
        let beside = || {
            let comma = hit.first.checked_sub(2).filter(|_| {
                self.page.is_mark(hit.first - 1, b',')
                    && matches!(hit.group, Group::Lives | Group::Present | Group::Stays)
            });
            comma.and_then(|at| self.np(at)).filter(|np| !np.pro && !np.generic)
        };
        let subject = beside().or_else(|| self.subject(hit.first)).filter(|np| !np.generic);
        match hit.group {
            Group::Care | Group::Meet => match passive_by() {
                Some(by) if after.is_none() => (Some(by), subject),
                _ => (subject, after),
            },
            Group::CarePassive | Group::MeetPassive => (after.or_else(later), subject),
            Group::Present => (subject.or_else(|| self.leading(hit)), None),
            Group::ContactNoun => (subject, later()),
            _ => (subject.or_else(|| self.leading(hit)), after.or_else(later)),
        }
    }

    /// The person a note begins with: "Half-brother Kyle home from Leeds".
    fn leading(&self, hit: &Hit) -> Option<&Np> {
        let start = self.page.sentence(hit.first).start;
        self.np_from(start).filter(|np| np.last < hit.first)
    }

    /// Which of the two is the person and which the child's side.
    fn who_with<'s>(
        &'s self,
        hit: &Hit,
        subject: Option<&'s Np>,
        object: Option<&'s Np>,
    ) -> Option<(&'s Np, Vec<Who>)> {
        let usable = |np: &Np| np.who.is_some() && (!np.pro || np.named) && !np.generic;
        let official =
            subject.is_some_and(|np| np.pro) && hit.group != Group::CarePassive && hit.group != Group::MeetPassive;
        if official {
            return None;
        }
        let (subject, object) = (subject.filter(|np| usable(np)), object.filter(|np| usable(np)));
        let people = |np: &Np| -> Vec<Who> { self.joined(np).iter().filter_map(|np| np.who).collect() };
        match (subject, object) {
            (Some(subject), Some(object)) if subject.who != object.who => {
                let swap = self.is_child_side(subject) && !self.is_child_side(object);
                let (person, other) = if swap { (object, subject) } else { (subject, object) };
                let person = if person.who == Some(Who::Child) { other } else { person };
                let with = if person.who == other.who { vec![Who::Child] } else { people(other) };
                Some((person, with))
            }
            (Some(one), None) | (None, Some(one)) | (Some(_), Some(one)) => {
                let alone = one.who == Some(Who::Child)
                    || self.is_child_side(one) && !one.named
                    || one.plural && hit.group == Group::Present;
                let side = self.stranger(hit.first, one).unwrap_or(Who::Child);
                (!alone && !self.is_subject_child(one)).then(|| (one, vec![side]))
            }
            (None, None) => None,
        }
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

    fn age(&self, np: &Np) -> Option<u8> {
        match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index)?.age,
            _ => None,
        }
    }

    /// Whether the words are the subject child's name or initials.
    pub fn is_subject_child(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return np.who == Some(Who::Child) };
        let Some(mention) = self.mentions.get(index) else { return false };
        use crate::model::Naming;
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

    fn manner(&self, hit: &Hit, range: std::ops::Range<usize>) -> Manner {
        let mut words = range.map(|i| self.page.word(i));
        let supervised = words.any(|word| word == "supervised");
        let unsupervised = (hit.first..=hit.last).any(|i| self.page.word(i).starts_with("unsuper"));
        match hit.group {
            Group::Care | Group::CarePassive => Manner::Care,
            Group::Lives | Group::Stays => Manner::Household,
            Group::Indirect => Manner::Indirect,
            _ if supervised && !unsupervised => Manner::Supervised,
            _ => Manner::Direct,
        }
    }

    /// Why a meeting is not said to be so: negated, wished, supposed, forbidden.
    pub fn not_so(&self, meeting: &Meeting) -> Option<&'static str> {
        let at = meeting.hit.first;
        let range = self.page.sentence(at);
        let near = |group: Group, reach: usize| self.reach(at, group).is_some_and(|last| at - last <= reach);
        let aux = (self.verb_start(at)..at).any(|i| {
            self.page.has(i, Group::Neg)
                || matches!(self.page.word(i), "would" | "could" | "might" | "should" | "may" | "must" | "cannot")
        });
        if aux || near(Group::Neg, 5) {
            return Some("negated or only supposed");
        }
        let gerund = self.page.word(at).ends_with("ing")
            && at > 0
            && matches!(self.page.word(at - 1), "about" | "of" | "for" | "from");
        if gerund {
            return Some("spoken of, not told as done");
        }
        if near(Group::Wants, 4) || self.page.has(at, Group::Wants) && !self.page.has(at, Group::Present) {
            return Some("wished, offered or refused");
        }
        if near(Group::Hypo, 8) || near(Group::Ask, 6) || near(Group::Feared, 6) {
            return Some("supposed or asked");
        }
        let covered = |group: Group| {
            self.page.of(range.clone(), group).any(|hit| hit.first <= meeting.hit.last && meeting.hit.first <= hit.last)
        };
        if [Group::Ends, Group::EndsObject, Group::Measure, Group::Lifts].into_iter().any(covered) {
            return Some("said to have ended or to be forbidden");
        }
        let stopped = self
            .page
            .of(range.clone(), Group::NoMore)
            .any(|hit| hit.first + 6 > at && hit.first < meeting.hit.last + 8);
        if stopped {
            return Some("said to have ended");
        }
        let forbidden = self.page.groups(range).meets(RULES) && self.reach(at, Group::Measure).is_some();
        forbidden.then_some("told as a rule, not as a fact")
    }

    fn endings(&self, token: usize, events: &mut Vec<Event>) {
        let range = self.page.sentence(token);
        let hits: Vec<Hit> =
            self.page.hits_in(range).iter().filter(|hit| ENDS.meets(Set::of(&[hit.group]))).copied().collect();
        for hit in hits {
            if self.ordered(&hit) || self.unlikely(&hit) {
                continue;
            }
            match hit.group {
                Group::Died => self.death(&hit, events),
                Group::NoMore => self.stopped(&hit, events),
                _ => self.ended(&hit, events),
            }
        }
    }

    /// "no contact with" in a sentence that lays down a rule is the rule's.
    fn ordered(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let rule = self.page.of(range.clone(), Group::Measure).any(|measure| measure.first <= hit.last + 6);
        let to_have = hit.group == Group::Ends
            && (self.verb_start(hit.first)..hit.first)
                .any(|i| matches!(self.page.word(i), "to" | "must" | "should" | "shall" | "will"));
        hit.group == Group::Ends && rule || to_have
    }

    fn unlikely(&self, hit: &Hit) -> bool {
        [Group::Hypo, Group::Ask, Group::Feared, Group::Wants]
            .iter()
            .any(|group| self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 6))
    }

    fn ended(&self, hit: &Hit, events: &mut Vec<Event>) {
        let usable = |np: &&Np| !np.generic && (!np.pro || np.named);
        let wanted = Set::of(&[Group::With, Group::From, Group::Toward]);
        let object = self.object(hit.last).filter(usable).or_else(|| {
            self.after(hit.last)
                .into_iter()
                .find(|(groups, at, np)| groups.meets(wanted) && *at <= hit.last + 4 && usable(np))
                .map(|(_, _, np)| np)
        });
        let subject = self.subject(hit.first).filter(usable).or_else(|| self.leading(hit));
        let (person, with) = match (subject, object) {
            (Some(subject), Some(object)) if subject.who != object.who => {
                let outward = matches!(hit.group, Group::EndsObject)
                    || self.is_child_side(subject)
                    || self.page.word(hit.last) == "with"
                    || self.page.word(hit.last) == "from";
                let swap = outward && !self.is_child_side(object);
                if swap { (object, subject) } else { (subject, object) }
            }
            (Some(one), None) | (None, Some(one)) | (Some(_), Some(one)) => (one, one),
            (None, None) => match self.subject_of_entry(hit.first) {
                Some(np) => (np, np),
                None => return,
            },
        };
        if self.is_subject_child(person)
            || person.who == Some(Who::Child)
            || person.plural && self.is_child_side(person)
        {
            return;
        }
        let with: Vec<Who> = if with.who == person.who {
            vec![Who::Child]
        } else {
            self.joined(with).iter().filter_map(|np| np.who).collect()
        };
        for with in with {
            let fresh = !events.iter().any(|event| {
                event.kind == EventKind::ContactEnded
                    && event.people.get(&Role::Person) == person.who.as_ref()
                    && event.people.get(&Role::With) == Some(&with)
            });
            if fresh {
                let mut event = self.event(EventKind::ContactEnded, hit.first);
                event.people.extend(person.who.map(|who| (Role::Person, who)));
                event.people.insert(Role::With, with);
                events.push(event);
            }
        }
    }

    /// The last person the entry spoke of before a token, whom a sentence without a subject is about.
    pub fn subject_of_entry(&self, token: usize) -> Option<&Np> {
        self.nps
            .iter()
            .rev()
            .find(|np| np.last < token && !np.pro && !np.nested && !np.generic && !self.is_child_side(np))
    }

    /// "Grandad's visits have stopped": an end of something that is contact.
    fn stopped(&self, hit: &Hit, events: &mut Vec<Event>) {
        let range = self.page.sentence(hit.first);
        let contact = self.page.hits_in(range.clone()).iter().any(|other| {
            let near = other.last < hit.first && hit.first - other.last <= 4
                || other.first > hit.last && other.first - hit.last <= 4;
            near && (FRAMES.meets(Set::of(&[other.group]))
                || matches!(self.page.word(other.first), "visits" | "contact" | "calls" | "stays"))
        });
        if contact {
            self.ended(hit, events);
        }
    }

    fn death(&self, hit: &Hit, events: &mut Vec<Event>) {
        let of =
            self.np_from(hit.last + 1).filter(|np| !np.pro && matches!(self.page.word(hit.last), "of" | "her" | "his"));
        let listed = || self.page.is_mark(hit.last + 1, b',').then(|| self.np_from(hit.last + 2)).flatten();
        let person =
            of.or_else(|| self.subject(hit.first)).or_else(listed).filter(|np| !np.pro && !np.generic && !np.owns);
        let Some(person) = person.filter(|_| self.reach(hit.first, Group::Neg).is_none()) else { return };
        if self.page.word(hit.first) == "late" || self.is_subject_child(person) || person.who == Some(Who::Child) {
            return;
        }
        if events
            .iter()
            .any(|event| event.kind == EventKind::Death && event.people.get(&Role::Person) == person.who.as_ref())
        {
            return;
        }
        for kind in [EventKind::Death, EventKind::ContactEnded] {
            let mut event = self.event(kind, hit.first);
            event.people.extend(person.who.map(|who| (Role::Person, who)));
            events.push(event);
        }
    }
}
