//! What forbids or limits contact: orders, bail, licence, notices, plans, agreements, and rules in words of their own.

use super::breaches::Breaches;
use super::frames::{Found, Mood, Sense};
use super::groups::Group;
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{Event, EventKind, Manner, Measure, Role, Who};

/// A rule about contact, as one sentence tells it.
pub struct Rule {
    /// The word it rests on.
    pub at: usize,
    /// Whom it binds.
    pub person: Option<Who>,
    /// Whom it protects.
    pub with: Vec<Who>,
    /// What it is.
    pub measure: Measure,
    /// Whether it stood before what the entry tells.
    pub stood: bool,
    /// Whether only its name is told ("on licence", "has an order"), not that it limits contact.
    pub bare: bool,
}

/// Orders that limit contact by what they are.
const ORDERS: &[&str] = &[
    "restraining",
    "molestation",
    "non-mol",
    "nmo",
    "prohibit",
    "abduction",
    "cawn",
    "harbour",
    "injunction",
    "no contact",
    "no-contact",
    "exclusion",
    "stalking",
    "occupation",
    "barring",
    "dvp",
];
/// What else rules keep people from.
const ELSEWHERE: &[&str] = &[
    "driving",
    "drive",
    "retail",
    "shop",
    "shops",
    "store",
    "stores",
    "supermarket",
    "tesco",
    "asda",
    "licensed",
    "pub",
    "pubs",
    "alcohol",
    "drink",
    "drinking",
    "football",
    "stadium",
    "animals",
    "dogs",
    "dog",
    "director",
    "trading",
    "knives",
    "knife",
    "begging",
    "loitering",
    "precinct",
    "mall",
    "centre",
    "casino",
    "club",
    "rugby",
    "festival",
    "airport",
    "hospital",
    "bookmakers",
    "firearms",
    "shotgun",
    "vehicle",
    "vehicles",
];
/// What a rule about contact speaks of.
const NEAR_CHILD: &[&str] = &[
    "contact",
    "child",
    "children",
    "home",
    "house",
    "flat",
    "address",
    "school",
    "nursery",
    "under",
    "girl",
    "girls",
    "boy",
    "boys",
    "family",
    "her",
    "them",
    "approach",
    "unsupervised",
    "supervised",
    "alone",
    "minors",
    "visit",
    "visits",
    "see",
    "daughter",
    "son",
    "sister",
    "niece",
    "partner",
    "mother",
    "mum",
    "females",
    "baby",
    "twins",
    "siblings",
    "under-16s",
    "under-18s",
    "u16",
    "u18",
];
/// Words that say that a rule stood already.
const STOOD: &[&str] = &[
    "still",
    "already",
    "live",
    "force",
    "remains",
    "current",
    "currently",
    "active",
    "subject",
    "tag",
    "licence",
    "forbids",
    "prohibits",
    "bars",
    "bans",
    "says",
    "say",
    "states",
    "stipulates",
    "supposed",
    "meant",
    "though",
    "although",
    "despite",
    "yet",
    "running",
    "runs",
    "existing",
    "expires",
    "standing",
    "notwithstanding",
    "ignored",
    "rules",
    "signed",
    "conditions",
    "whose",
    "who",
];
/// Words that say that it was made on an earlier day.
const EARLIER: &[&str] = &[
    "last",
    "previous",
    "previously",
    "earlier",
    "since",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What is forbidden by a clause that opens with "not" or "no".
const KEEPS: &[&str] = &[
    "contact",
    "approach",
    "see",
    "visit",
    "go",
    "enter",
    "meet",
    "communicate",
    "attend",
    "live",
    "reside",
    "be",
    "direct",
    "living",
    "residing",
];
/// Words of making a rule.
const MADE: &[&str] = &[
    "served",
    "made",
    "granted",
    "signed",
    "issued",
    "imposed",
    "given",
    "obtained",
    "explained",
    "agreed",
    "bailed",
    "released",
    "charged",
    "arrest",
    "arrested",
    "new",
    "today",
    "tonight",
    "reminded",
    "advised",
    "told",
    "warned",
    "instructed",
];

/// Reads restrictions, breaches, liftings, custody and release.
pub fn read(scene: &Scene, found: &[Found], events: &mut Vec<Event>) {
    let mut rules = Vec::new();
    let accused = accused(events);
    for sentence in &scene.page.sentences {
        let groups = scene.page.groups(sentence.clone());
        if groups.has(Group::OtherFamily) || scene.is_of_elsewhere(sentence) {
            continue;
        }
        if let Some(hit) = scene.page.of(sentence.clone(), Group::Lifts).find(|hit| scene.speaks_of_lifting(hit)) {
            scene.lifted(hit, events);
            continue;
        }
        rules.extend(scene.rule(sentence.start, found, accused));
        scene.custody(sentence.start, found, events);
    }
    let breaches = Breaches::find(scene, found, &rules, events);
    for rule in rules.iter().filter(|rule| !rule.bare && !breaches.cover(scene, rule)) {
        scene.restricted(rule, events);
    }
    breaches.tell(scene, events);
}

/// The one person an entry alleges something against.
fn accused(events: &[Event]) -> Option<Who> {
    let mut all = events.iter().filter_map(|event| event.people.get(&Role::AllegedPerpetrator));
    let first = all.next().copied()?;
    all.all(|who| *who == first).then_some(first)
}

impl Scene<'_> {
    /// "Bail, not to enter the retail park", "disqualified from driving", "training on bail conditions": rules that keep nobody
    /// from anybody.
    fn is_of_elsewhere(&self, sentence: &std::ops::Range<usize>) -> bool {
        let says = |words: &[&str]| sentence.clone().any(|i| words.contains(&self.page.word(i)));
        let somebody = |np: &Np| sentence.contains(&np.first) && !np.pro && (np.named || self.is_kin(np));
        let taught = self.page.groups(sentence.clone()).has(Group::General) && !self.nps.iter().any(somebody);
        taught || says(ELSEWHERE) && !says(NEAR_CHILD)
    }

    /// Measures named in the sentence of a token.
    pub fn measures(&self, token: usize) -> Vec<(Hit, Measure)> {
        let range = self.page.sentence(token);
        self.page
            .of(range, Group::Measure)
            .filter(|hit| !self.is_in_order(hit))
            .filter_map(|hit| hit.section().measure.map(|measure| (*hit, measure)))
            .collect()
    }

    /// "All in order", "in order to": no order of a court.
    fn is_in_order(&self, hit: &Hit) -> bool {
        hit.first == hit.last
            && self.page.word(hit.first) == "order"
            && hit.first.checked_sub(1).is_some_and(|at| self.page.word(at) == "in")
    }

    /// The rule that a sentence lays down or tells of.
    fn rule(&self, token: usize, found: &[Found], accused: Option<Who>) -> Option<Rule> {
        let range = self.page.sentence(token);
        let measures: Vec<(Hit, Measure)> = self
            .measures(token)
            .into_iter()
            .filter(|(hit, measure)| *measure != Measure::Custody && !self.unsettled(hit.first))
            .collect();
        let named = measures.iter().find(|(hit, measure)| self.in_force(hit, *measure));
        let stated = found.iter().filter(|one| range.contains(&one.first)).find(|one| self.states_rule(found, one));
        let composed = self.composed_rule(&range).filter(|_| stated.is_none() && named.is_none());
        let bare = stated.is_none() && named.is_none() && composed.is_none();
        let cue = match (stated, named.or(measures.first())) {
            (Some(one), _) => (one.first, one.last),
            (None, _) if composed.is_some() => composed.map(|at| (at, at))?,
            (None, Some((hit, _))) => (hit.first, hit.last),
            (None, None) => return None,
        };
        let measure = measures.first().map(|(_, measure)| *measure).or_else(|| self.measure_before(range.start));
        let measure = measure.unwrap_or(Measure::Arrangement);
        let bailed = matches!(measure, Measure::Bail | Measure::Licence);
        let kept_from = stated.is_some() && matches!(self.page.word(cue.0), "no" | "not" | "never" | "n");
        let opens = self.opens_with_not(range.start);
        let somebody = |index: usize| self.nps.get(index).filter(|np| !self.is_any_child(np))?.who;
        let told = stated.filter(|_| opens.is_none()).and_then(|one| one.person).and_then(somebody);
        let known = accused.or(self.client.filter(|client| *client != Who::Child));
        let police = matches!(measure, Measure::Bail | Measure::Licence | Measure::Order | Measure::WarningNotice);
        let floor = if police && known.is_some() { 7 } else { 0 };
        let points = |np: &Np| {
            if opens.is_some_and(|clause| np.first > clause) || self.is_any_child(np) {
                0
            } else {
                self.restrained(np, cue, bailed || kept_from)
            }
        };
        let bound = self.best_above(floor, range.clone(), points).and_then(|np| np.who);
        let spoken_of = || self.subject_of_entry(range.start).and_then(|np| np.who);
        let first_named = || {
            let leads = |np: &&Np| np.subject && np.last < range.start && self.is_grown(np) && !self.is_young(np);
            self.nps.iter().find(leads).filter(|_| police).and_then(|np| np.who)
        };
        let before_clause = || {
            let leads = |np: &&Np| {
                let early = opens.is_some_and(|clause| np.last < clause) && range.contains(&np.first);
                early && !np.nested && !np.pro && !np.generic && !self.is_young(np)
            };
            self.nps.iter().find(leads).and_then(|np| np.who)
        };
        let person = told
            .or(bound)
            .or_else(before_clause)
            .or(known.filter(|_| police))
            .or_else(first_named)
            .or_else(spoken_of)
            .or(known);
        let spoken = stated.and_then(|one| one.with).and_then(|index| self.nps.get(index));
        let protected = spoken
            .or_else(|| self.best(range.clone(), |np| if np.who == person { -100 } else { self.protected(np, cue) }));
        let protected = protected.filter(|np| np.who != person);
        let with = match (opens, protected) {
            (_, Some(np)) if self.is_any_child(np) || !np.named && self.keeps_from_all(cue.0..range.end) => {
                vec![Who::Child]
            }
            (Some(clause), Some(_)) => self.all_listed(clause..range.end),
            (None, Some(np)) => {
                self.joined(np).iter().filter_map(|np| np.who).filter(|who| Some(*who) != person).collect()
            }
            (_, None) => vec![Who::Child],
        };
        let says_contact = range.clone().any(|i| self.page.word(i) == "contact");
        let ruled = stated.is_some_and(|one| one.sense == Sense::Ruled);
        let empty = person.is_none() && measures.is_empty() && !ruled && !says_contact;
        (!empty).then(|| Rule { at: cue.0, person, with, measure, stood: self.stood(range), bare })
    }

    /// "no contact with any child placed with his parents": whether a rule keeps somebody from children in general.
    fn keeps_from_all(&self, range: std::ops::Range<usize>) -> bool {
        let word = |at: usize| self.page.word(at);
        range.into_iter().any(|at| {
            let led = at > 0 && matches!(word(at - 1), "with" | "near" | "of" | "contact" | "approach" | "for");
            let children =
                |at: usize| matches!(word(at), "child" | "children" | "minor" | "minors" | "girl" | "boy" | "young");
            let aged = matches!(word(at), "u16" | "u18" | "u16s" | "u18s" | "minors" | "under-16s" | "under-18s");
            let under = matches!(word(at), "under" | "u")
                && matches!(word(at + 1), "16" | "18" | "16s" | "18s" | "sixteen" | "eighteen");
            led && (aged
                || under
                || matches!(word(at), "any" | "all" | "every" | "other") && (at + 1..at + 4).any(children))
        })
    }

    /// "a female under 16", "any child under the age of eighteen": any child, this one too.
    fn is_any_child(&self, np: &Np) -> bool {
        let indefinite = matches!(
            self.page.word(np.first),
            "a" | "any" | "every" | "all" | "no" | "female" | "male" | "females" | "males" | "child"
        );
        if !np.named && matches!(self.page.word(np.last + 1), "u13" | "u14" | "u16" | "u18") {
            return true;
        }
        let under = (np.last + 1..np.last + 5).find(|at| matches!(self.page.word(*at), "under" | "u" | "below"));
        let age = under.is_some_and(|at| {
            (at + 1..at + 5).any(|i| matches!(self.page.word(i), "14" | "16" | "18" | "sixteen" | "eighteen"))
        });
        // "any child placed with his parents".
        let placed = matches!(self.page.word(np.first), "any" | "every" | "all" | "other" | "a")
            && np.young
            && matches!(self.page.word(np.last + 1), "placed" | "in" | "living" | "staying" | "or");
        !np.named && !np.pronoun && indefinite && (age || placed)
    }

    /// The measure that an earlier sentence of the same cell names last: "Released on licence. Condition 6: no contact ...".
    fn measure_before(&self, start: usize) -> Option<Measure> {
        let cell = self.page.token(start)?.cell;
        let first = (0..start).find(|&at| self.page.token(at).is_some_and(|token| token.cell == cell))?;
        let mut named = self.page.of(first..start, Group::Measure).filter_map(|hit| hit.section().measure);
        named.rfind(|measure| *measure != Measure::Custody)
    }

    /// "Not to contact ...", "Bailed with conditions: no contact with ...": whom the rule binds is not said in its clause,
    /// unless "between" does. Where that clause begins.
    fn opens_with_not(&self, start: usize) -> Option<usize> {
        let range = self.page.sentence(start);
        let opens = |at: &usize| {
            let named = at.checked_sub(1).map_or("", |before| self.page.word(before));
            *at == range.start
                || self.page.is_mark(at - 1, b':')
                || self.page.is_mark(at - 1, b',')
                || matches!(named, "condition" | "conditions" | "cond" | "conds" | "condns" | "terms")
        };
        let no = |at: &usize| {
            let keeps = |word: &str| KEEPS.contains(&word);
            matches!(self.page.word(*at), "not" | "no" | "nil" | "never")
                && (at + 1..at + 4).any(|next| keeps(self.page.word(next)))
        };
        let clause = range.clone().filter(opens).find(no)?;
        let bound = (clause..range.end).any(|i| matches!(self.page.word(i), "between" | "by" | "from"));
        (!bound).then_some(clause)
    }

    /// "Not to contact any child under 16, Mirela, Bianca or Matei": everybody whom a rule that opens with "not" names.
    fn all_listed(&self, range: std::ops::Range<usize>) -> Vec<Who> {
        let named = |np: &&Np| range.contains(&np.first) && !np.nested && !np.pro && !np.generic;
        self.nps.iter().filter(named).filter_map(|np| np.who).collect()
    }

    /// Whether a frame says what must not be.
    fn states_rule(&self, found: &[Found], one: &Found) -> bool {
        match one.sense {
            Sense::Ruled => !self.unsettled(one.first),
            Sense::Ended => matches!(self.page.word(one.first), "no" | "have" | "nothing") && self.is_rule(one),
            Sense::Contact(_) | Sense::Presence | Sense::Lapse => self.mood(found, one) == Mood::Ruled,
            _ => false,
        }
    }

    /// Whether the rule of a sentence stood before what the entry tells, rather than being made in answer to it.
    fn stood(&self, range: std::ops::Range<usize>) -> bool {
        let says = |words: &[&str]| range.clone().any(|i| words.contains(&self.page.word(i)));
        let bound = range.clone().any(|i| {
            self.page.word(i) == "on" && matches!(self.page.word(i + 1), "bail" | "licence" | "tag" | "remand")
        });
        says(EARLIER) || bound || says(STOOD) && !says(MADE) || !says(MADE)
    }

    fn restricted(&self, rule: &Rule, events: &mut Vec<Event>) {
        let range = self.page.sentence(rule.at);
        for with in &rule.with {
            let mut event = self.event(EventKind::ContactRestricted, rule.at);
            event.people.extend(rule.person.map(|person| (Role::Person, person)));
            event.people.insert(Role::With, *with);
            event.measure = Some(rule.measure);
            event.until = self.term(range.clone()).or_else(|| self.term_said_beside(&range));
            if self.lets_watched_contact_be(&range) {
                event.manner = Some(Manner::Supervised);
            }
            events.push(event);
        }
    }

    /// "only with Mair in the room", "not to be alone with her": whether a rule forbids being alone, and lets contact be that somebody
    /// watches.
    pub fn lets_watched_contact_be(&self, range: &std::ops::Range<usize>) -> bool {
        const WATCHED: &[&str] = &[
            "supervised",
            "unsupervised",
            "accompanied",
            "unaccompanied",
            "chaperoned",
            "chaperone",
            "presence",
            "present",
            "alone",
        ];
        let in_room = |i: usize| {
            self.page.word(i) == "in" && (self.page.word(i + 1) == "sight" || self.page.word(i + 2) == "room")
        };
        range.clone().any(|i| WATCHED.contains(&self.page.word(i)) || in_room(i))
    }

    /// Asked for, negated, supposed: not (yet) in force.
    pub fn unsettled(&self, at: usize) -> bool {
        let near = |group: Group, reach: usize| self.reach(at, group).is_some_and(|last| at - last <= reach);
        let wished = (at.saturating_sub(4)..at).any(|i| {
            matches!(
                self.page.word(i),
                "applying"
                    | "seeking"
                    | "applied"
                    | "seek"
                    | "apply"
                    | "considering"
                    | "requested"
                    | "wants"
                    | "discussed"
            )
        });
        near(Group::Hypo, 5) || near(Group::Ask, 5) || wished || near(Group::Neg, 2) && !self.page.has(at, Group::Neg)
    }

    /// Whether a measure that stands without a rule of its own limits contact.
    fn in_force(&self, hit: &Hit, measure: Measure) -> bool {
        let words = self.page.words(hit.first, hit.last);
        if ORDERS.iter().any(|order| words.contains(order)) {
            return true;
        }
        let range = self.page.sentence(hit.first);
        let followed = (hit.last + 1..range.end.min(hit.last + 10)).any(|i| {
            let word = self.page.word(i);
            let decided =
                matches!(word, "no" | "not") && matches!(self.page.word(i + 1), "further" | "proceeding" | "charged");
            !decided && matches!(word, "no" | "not" | "away" | "avoid" | "conditions" | "condition")
        });
        let stands = range.len() < 14
            && range
                .clone()
                .any(|i| matches!(self.page.word(i), "live" | "force" | "still" | "active" | "current" | "running"));
        if stands && !self.page.words(range.start, range.end - 1).contains("sexual harm") {
            return true;
        }
        match measure {
            Measure::Bail | Measure::Licence => words.contains("condition") || followed,
            Measure::WarningNotice => {
                ["warning", "cawn", "harbour", "abduction"].iter().any(|name| words.contains(name))
                    || words.contains("notice") && followed
            }
            Measure::Order => followed && words != "undertaking",
            _ => false,
        }
    }
}
