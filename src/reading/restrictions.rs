//! What forbids or limits contact, what breaks it, what lifts it; prison and release.

use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::{Np, Scene};
use super::when_written::{day_first, month};
use crate::model::{Event, EventKind, Manner, Measure, Role, Who};
use chrono::{Days, Months, NaiveDate};

const ANY: Set = Set::of(&[Group::Measure, Group::Breach, Group::Lifts, Group::Released, Group::Imprisoned]);
/// Words that say by themselves that a restriction was broken.
const PLAINLY: &[&str] = &[
    "breach",
    "contrary",
    "in breach",
    "in contra",
    "in viol",
    "in defi",
    "contraven",
    "violat",
    "flout",
    "defi",
    "which",
    "not in",
    "out of line",
    "disregard",
    "ignor",
    "recalled",
    "did not adhere",
    "failed to",
    "broke",
    "notice already",
    "not supposed",
    "is not meant",
    "not meant",
    "in spite",
    "despite",
    "notwithstanding",
    "though mum",
    "though she",
    "though mother",
    "though he",
    "though they",
    "though parents",
    "had signed",
    "had agreed",
    "not kept",
    "not comp",
    "not keeping",
    "not follow",
    "not stick",
    "arrested for breach",
    "while on bail",
    "whilst on bail",
    "while bailed",
    "while subject",
    "whilst subject",
    "though bailed",
    "though banned",
    "though barred",
    "though forbidden",
    "though prohibited",
    "outside the terms",
    "against the",
    "against his",
    "against her",
    "should not have been",
    "should not be",
    "even though",
    "although",
    "though the",
    "though his",
    "though",
    "yet ",
    "forbids",
    "says he",
    "says she",
    "say no",
    "says no",
    "does not",
    "not to be",
    "that is against",
    "it is against",
    "without supervision",
    "should have been",
    "had broken",
    "has broken",
    "agreement broken",
    "plan broken",
    "order broken",
    "is not supposed",
    "was not supposed",
    "is not to be",
    "failing to",
    "fails to",
    "who should not",
];

/// Words of being with somebody.
const PRESENCE: Set = Set::of(&[
    Group::Present,
    Group::MeetPassive,
    Group::Care,
    Group::Meet,
    Group::Lives,
    Group::Indirect,
    Group::Stays,
    Group::CarePassive,
]);

/// Contrast with a rule named in the same sentence says by itself that the rule was not kept.
const AGAINST: &[&str] = &[
    "contrary",
    "contraven",
    "violat",
    "in spite",
    "despite",
    "notwithstanding",
    "flout",
    "defie",
    "defy",
    "not kept",
];

/// Reads restrictions, breaches, liftings, custody and release.
pub fn read(scene: &Scene, events: &mut Vec<Event>) {
    for sentence in &scene.page.sentences {
        let groups = scene.page.groups(sentence.clone());
        if !groups.meets(ANY) || groups.has(Group::OtherFamily) {
            continue;
        }
        if let Some(hit) = scene.page.of(sentence.clone(), Group::Lifts).find(|hit| scene.speaks_of_lifting(hit)) {
            scene.lifted(hit, events);
            continue;
        }
        let broken = scene.breach(sentence.start, events);
        if !broken {
            scene.restricted(sentence.start, events);
        }
        scene.custody(sentence.start, events);
    }
}

impl Scene<'_> {
    /// Whether words lift a restriction: a single word ("lifted", "revoked") needs the restriction in its sentence.
    fn speaks_of_lifting(&self, hit: &Hit) -> bool {
        hit.first < hit.last || !self.measures(hit.first).is_empty()
    }

    fn lifted(&self, hit: &Hit, events: &mut Vec<Event>) {
        let mut event = self.event(EventKind::RestrictionLifted, hit.first);
        let range = self.page.sentence(hit.first);
        let person = self.best(range, |np| self.restrained(np, hit)).or_else(|| self.subject_of_entry(hit.first));
        let who = person.and_then(|np| np.who).or(self.client);
        event.people.extend(who.map(|who| (Role::Person, who)));
        event.measure = self.measures(hit.first).first().map(|(_, measure)| *measure);
        events.push(event);
    }

    /// Measures named in the sentence of a token.
    fn measures(&self, token: usize) -> Vec<(Hit, Measure)> {
        let range = self.page.sentence(token);
        self.page
            .of(range, Group::Measure)
            .filter_map(|hit| hit.section().measure.map(|measure| (*hit, measure)))
            .collect()
    }

    fn breach(&self, token: usize, events: &mut Vec<Event>) -> bool {
        let range = self.page.sentence(token);
        let measured = !self.measures(token).is_empty();
        let cue = self.page.of(range.clone(), Group::Breach).find(|hit| {
            let words = self.page.words(hit.first, hit.last);
            PLAINLY.iter().any(|plain| words.starts_with(plain))
                && self.reach(hit.first, Group::Neg).is_none()
                && !words.starts_with("breaks")
        });
        let Some(cue) = cue.copied() else { return false };
        let meetings = self.meetings(token);
        let real = meetings
            .iter()
            .find(|meeting| self.not_so(meeting).is_none_or(|why| why.contains("rule") || why.contains("forbidden")));
        let words = self.page.words(cue.first, cue.last);
        let named = words.contains("breach")
            || words.starts_with("recalled")
            || words.contains("broke")
            || words.contains("comply");
        let before = range.start.checked_sub(1).map(|at| self.page.sentence(at)).unwrap_or(0..0);
        let earlier = if real.is_none() && !before.is_empty() { self.meetings(before.start) } else { Vec::new() };
        let real = real.or_else(|| earlier.iter().find(|meeting| self.not_so(meeting).is_none()));
        let presence = real.is_some() || self.page.groups(range.clone()).meets(PRESENCE);
        let against_rule = measured && AGAINST.iter().any(|cue| words.contains(cue));
        if !named
            && !against_rule
            && !(presence
                && (measured
                    || words.contains("signed")
                    || words.contains("agreed")
                    || words.contains("not supposed")
                    || words.contains("not meant")
                    || words.contains("forbid")
                    || words.contains("bail")
                    || words.contains("notice")))
        {
            return false;
        }
        let hypothetical = [Group::Hypo, Group::Ask, Group::Feared, Group::Wants]
            .iter()
            .any(|group| self.reach(cue.first, *group).is_some_and(|at| cue.first - at < 5));
        if hypothetical || words.starts_with("breach") && !measured && !presence {
            return false;
        }
        let person = real
            .map(|meeting| meeting.person)
            .or_else(|| self.best(range.clone(), |np| self.restrained(np, &cue)))
            .or_else(|| self.subject_of_entry(range.start));
        let mut event = self.event(EventKind::RestrictionBreached, cue.first);
        event.people.extend(person.and_then(|np| np.who).or(self.client).map(|who| (Role::Person, who)));
        let with = real
            .and_then(|meeting| meeting.with.first().copied())
            .filter(|with| Some(*with) != person.and_then(|np| np.who));
        event.people.insert(Role::With, with.unwrap_or(Who::Child));
        event.manner = Some(real.map_or(Manner::Direct, |meeting| meeting.manner));
        event.measure = self.measures(token).first().map(|(_, measure)| *measure);
        events.push(event);
        true
    }

    fn restricted(&self, token: usize, events: &mut Vec<Event>) {
        let range = self.page.sentence(token);
        let measures: Vec<(Hit, Measure)> =
            self.measures(token).into_iter().filter(|(hit, _)| !self.unsettled(hit)).collect();
        let rule = measures.iter().find(|(_, measure)| *measure == Measure::Arrangement);
        let named = measures.iter().find(|(hit, measure)| {
            !matches!(measure, Measure::Arrangement | Measure::Custody)
                && (rule.is_some() || self.in_force(hit, *measure))
        });
        let Some((hit, measure)) = named.or(rule).copied() else { return };
        let cue = rule.map_or(hit, |(hit, _)| *hit);
        let person =
            self.best(range.clone(), |np| self.restrained(np, &cue)).or_else(|| self.subject_of_entry(range.start));
        let person = person.and_then(|np| np.who).or(self.client);
        let protected = self.best(range.clone(), |np| if np.who == person { -100 } else { self.protected(np, &cue) });
        let with: Vec<Who> = match protected {
            Some(np) => self.joined(np).iter().filter_map(|np| np.who).filter(|who| Some(*who) != person).collect(),
            None => vec![Who::Child],
        };
        if person.is_none()
            && measure == Measure::Arrangement
            && self.page.of(range.clone(), Group::ContactNoun).next().is_none()
        {
            return;
        }
        for with in with {
            let mut event = self.event(EventKind::ContactRestricted, hit.first);
            event.people.extend(person.map(|who| (Role::Person, who)));
            event.people.insert(Role::With, with);
            event.measure = Some(measure);
            event.until = self.term(range.clone());
            if range.clone().any(|i| self.page.word(i) == "supervised") {
                event.manner = Some(Manner::Supervised);
            }
            events.push(event);
        }
    }

    /// Asked for, negated, supposed: not (yet) in force.
    fn unsettled(&self, hit: &Hit) -> bool {
        let before = [Group::Hypo, Group::Ask]
            .iter()
            .any(|group| self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 6));
        let negated = self.reach(hit.first, Group::Neg).is_some_and(|at| hit.first - at < 3)
            && !self.page.has(hit.first, Group::Neg);
        let wished = self.reach(hit.first, Group::Wants).is_some_and(|at| {
            let word = self.page.word(at);
            hit.first - at < 4
                && matches!(word, "for" | "to" | "seeking" | "applying")
                && hit.section().measure != Some(Measure::Arrangement)
        });
        before || negated || wished
    }

    /// Whether a measure that stands without a rule of its own is said to be in force.
    fn in_force(&self, hit: &Hit, measure: Measure) -> bool {
        let words = self.page.words(hit.first, hit.last);
        let range = self.page.sentence(hit.first);
        let orders = [
            "restraining",
            "molestation",
            "non-mol",
            "shpo",
            "prohibit",
            "abduction",
            "cawn",
            "harbour",
            "injunction",
            "no contact",
            "no-contact",
            "sexual",
            "exclusion",
            "stalking",
            "warning",
        ];
        if orders.iter().any(|order| words.contains(order)) {
            return true;
        }
        let forbids =
            self.page.of(range.clone(), Group::Forbids).any(|cue| cue.first > hit.last || hit.first - cue.first < 8);
        match measure {
            Measure::Bail | Measure::Licence => {
                words.contains("condition")
                    || (hit.last + 1..range.end).any(|i| matches!(self.page.word(i), "no" | "not" | "away" | "avoid"))
                    || self.page.of(range, Group::Forbids).any(|cue| {
                        matches!(
                            self.page.word(cue.first),
                            "not" | "conditions" | "condition" | "with" | "must" | "no" | "will"
                        )
                    })
            }
            Measure::WarningNotice | Measure::Order => {
                words != "order" && words != "notice" && forbids && words != "undertaking"
            }
            Measure::SafetyPlan | Measure::WrittenAgreement => self.rule_words(range.start, hit),
            _ => false,
        }
    }

    /// "not to", "will not", "only": a plan or agreement restricts contact only where it says so.
    fn rule_words(&self, from: usize, hit: &Hit) -> bool {
        let range = self.page.sentence(from);
        (hit.last + 1..range.end).any(|i| {
            self.page.has(i, Group::Forbids)
                && matches!(
                    self.page.word(i),
                    "not" | "no" | "only" | "supervised" | "never" | "unsupervised" | "elsewhere" | "will" | "must"
                )
                && !self.page.has(i, Group::Hidden)
                && (matches!(self.page.word(i), "only" | "supervised" | "unsupervised" | "elsewhere")
                    || self.page.word(i + 1) == "not"
                    || matches!(self.page.word(i), "not" | "no"))
        })
    }

    fn custody(&self, token: usize, events: &mut Vec<Event>) {
        let range = self.page.sentence(token);
        let released = self.page.of(range.clone(), Group::Released).find(|hit| {
            self.page.words(hit.first, hit.last) != "released" || self.page.groups(range.clone()).has(Group::Imprisoned)
        });
        let prison = self.page.of(range.clone(), Group::Imprisoned).next();
        let (hit, kind) = match (released, prison) {
            (Some(hit), _)
                if !self.unsettled(hit) && !self.page.words(hit.first, hit.last).contains("investigation") =>
            {
                (*hit, EventKind::Release)
            }
            (None, Some(hit)) if !self.unsettled(hit) && !self.historical(hit.first, hit.last) => {
                (*hit, EventKind::Custody)
            }
            _ => return,
        };
        let person = self
            .subject(hit.first)
            .filter(|np| !np.pro && !np.generic)
            .or_else(|| self.best(range.clone(), |np| self.restrained(np, &hit)))
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

    /// The words for somebody in a range that score highest, above nothing.
    pub fn best(&self, range: std::ops::Range<usize>, score: impl Fn(&Np) -> i32) -> Option<&Np> {
        let inside = self.nps.iter().filter(|np| {
            range.contains(&np.first) && !np.nested && !np.generic && np.who.is_some() && (!np.pro || np.named)
        });
        let mut best: Option<(i32, &Np)> = None;
        for np in inside {
            let points = score(np);
            if points > 0 && best.is_none_or(|(top, _)| points > top) {
                best = Some((points, np));
            }
        }
        best.map(|(_, np)| np)
    }

    /// How well the words fit whoever is restricted.
    fn restrained(&self, np: &Np, cue: &Hit) -> i32 {
        let before = np.first.checked_sub(1);
        let led = |group: Group| before.is_some_and(|at| self.page.has(at, group));
        let word = before.map_or("", |at| self.page.word(at));
        let range = self.page.sentence(np.first);
        let protecting = range.clone().any(|i| self.page.word(i).starts_with("protect"));
        let mut score = 3;
        score += if led(Group::Against) { 12 } else { 0 };
        score += if word == "from" && protecting { 12 } else { 0 };
        score += if word == "on" { 10 } else { 0 };
        score += if np.last + 1 == cue.first || self.subject(cue.first).is_some_and(|subject| subject.first == np.first)
        {
            9
        } else {
            0
        };
        score += if np.first == cue.last + 1 { 7 } else { 0 };
        score += if word == "with" && !np.young { 5 } else { 0 };
        score += if self.is_child_side(np) { -9 } else { 0 };
        score += if np.owns { -4 } else { 0 };
        score += if led(Group::About) { -5 } else { 0 };
        score += if self.page.has(np.first.saturating_sub(2), Group::ContactNoun) && word == "with" { 3 } else { 0 };
        score += if word.starts_with("contact")
            || word == "see"
            || word == "approach"
            || word == "protecting"
            || word == "by"
        {
            -6
        } else {
            0
        };
        let bailed = matches!(cue.section().measure, Some(Measure::Bail | Measure::Licence));
        let kept_from = matches!(word, "with" | "contact" | "approach" | "near" | "from" | "see" | "contacting");
        score += if bailed && kept_from && np.first > cue.last { -30 } else { 0 };
        score += if np.first > cue.last + 8 { -1 } else { 0 };
        score += if np.plural { -2 } else { 0 };
        score
    }

    /// How well the words fit whoever is protected.
    fn protected(&self, np: &Np, cue: &Hit) -> i32 {
        let before = np.first.checked_sub(1);
        let led = |group: Group| before.is_some_and(|at| self.page.has(at, group));
        let word = before.map_or("", |at| self.page.word(at));
        let supervising =
            word == "by" || self.page.word(np.last + 1) == "present" || self.page.word(np.last + 1) == "in";
        let mut score = if self.is_child_side(np) { 6 } else { 0 };
        score += if led(Group::About) { 4 } else { 0 };
        score += if led(Group::With)
            || led(Group::Toward)
            || word.starts_with("contact")
            || word == "see"
            || word == "protecting"
            || word == "approach"
        {
            4
        } else {
            0
        };
        score += if np.first > cue.last { 1 } else { 0 };
        score += if supervising || np.owns { -12 } else { 0 };
        score
    }

    /// The last day of a term: "until 4 June 2014", "for five years".
    fn term(&self, range: std::ops::Range<usize>) -> Option<NaiveDate> {
        let hits: Vec<Hit> = self.page.of(range, Group::Term).copied().collect();
        hits.iter().find_map(|hit| self.term_at(hit.last + 1, self.page.word(hit.first) == "for"))
    }

    fn term_at(&self, at: usize, length: bool) -> Option<NaiveDate> {
        let word = self.page.word(at);
        if let Some(day) = day_first(word) {
            return Some(day);
        }
        let day: Option<u32> = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
        let number = day.or_else(|| super::mentions::spelled(word).map(u32::from));
        if length {
            let count = number.filter(|count| *count < 100)?;
            let start = self.day?;
            return match self.page.word(at + 1) {
                "year" | "years" => start.checked_add_months(Months::new(count * 12)),
                "month" | "months" => start.checked_add_months(Months::new(count)),
                "week" | "weeks" => start.checked_add_days(Days::new(u64::from(count) * 7)),
                "day" | "days" => start.checked_add_days(Days::new(u64::from(count))),
                _ => None,
            };
        }
        if let (Some(day), Some(month)) = (day, month(self.page.word(at + 1))) {
            let year: i32 = self.page.word(at + 2).parse().ok().or(self.year)?;
            return NaiveDate::from_ymd_opt(year, month, day);
        }
        let year = |word: &str| word.parse::<i32>().ok().filter(|year| (1950..2100).contains(year));
        if let Some(month) = month(word) {
            let first = NaiveDate::from_ymd_opt(year(self.page.word(at + 1)).or(self.year)?, month, 1)?;
            return first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
        }
        year(word).and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31))
    }
}
