//! How long ago: whether the words put what they tell years back.
//!
//! A phrase may say so ("as a child", "non-recent"), a year or a decade before the entry, an age at the time ("when she
//! was four", "age 6-9"), a school year long over, or that the one alleged is dead.

use super::abuse::Claim;
use super::groups::Group;
use super::mentions::spelled;
use super::scene::Scene;
use super::tokens::Shape;
use crate::model::Who;
use std::ops::Range;

/// The last year that is taken for long past in a text without a date.
const PAST: i32 = 2021;

impl Scene<'_> {
    /// Whether the sentence of these words puts them years back.
    pub fn historical(&self, first: usize, last: usize) -> bool {
        let range = self.page.sentence(first);
        self.puts_back(range.start..range.end.max(last))
    }

    /// The few words by which the sentence of a claim, or the one that names whoever is alleged, puts it years back.
    pub fn then(&self, claim: &Claim) -> Option<String> {
        let range = self.page.sentence(claim.first);
        let here = range.start..range.end.max(claim.last + 1);
        let at = self.put_back_at(here.clone()).or_else(|| self.put_back_at(self.told_elsewhere(claim, &here)?))?;
        Some(self.page.words(at.start, at.end - 1))
    }

    /// Whether a claim is of years back: by its own sentence, by its neighbours that tell of an age at the time, or
    /// because whoever is alleged is dead.
    pub fn long_ago(&self, claim: &Claim, claims: &[Claim]) -> bool {
        let range = self.page.sentence(claim.first);
        let here = range.start..range.end.max(claim.last + 1);
        if self.puts_back(here.clone()) || claim.perpetrators.iter().any(|who| self.is_late(*who)) {
            return true;
        }
        if self.told_elsewhere(claim, &here).is_some_and(|range| self.puts_back(range)) {
            return true;
        }
        let at = self.page.sentence_of(claim.first);
        let free = |near: &Range<usize>| !claims.iter().any(|other| near.contains(&other.first));
        let near = [at.checked_sub(1), Some(at + 1), Some(at + 2)];
        let around: Vec<Range<usize>> =
            near.iter().flatten().filter_map(|i| self.page.sentences.get(*i).cloned()).filter(free).collect();
        let then = |range: &Range<usize>| self.age_then(range.clone()) || self.in_earlier_life(range.clone());
        around.iter().any(|range| self.said_of_age_then(range.clone()) || self.earlier_life_in_front(range, &here))
            || self.grown_now() && (then(&here) || around.iter().any(then))
    }

    /// The sentence that names whoever is alleged, where the claim's own names nobody: "Passed to police as abuse".
    fn told_elsewhere(&self, claim: &Claim, here: &Range<usize>) -> Option<Range<usize>> {
        if claim.perpetrators.is_empty() && claim.victims.is_empty() {
            let at = self.page.sentence_of(claim.first).saturating_sub(2);
            return self.page.sentences.get(at).map(|range| range.start..here.start);
        }
        let of_claim = |who: Option<Who>| who.is_some_and(|who| claim.perpetrators.contains(&who));
        let nps = || self.nps.iter().filter(|np| of_claim(np.who));
        let elsewhere = !nps().any(|np| here.contains(&np.first));
        nps().next().filter(|_| elsewhere).map(|np| self.page.sentence(np.first))
    }

    /// Whether some words tell of somebody's childhood: "as a child", "when she was nine".
    pub fn in_childhood(&self, range: Range<usize>) -> bool {
        self.in_earlier_life(range.clone()) || self.tells_young_age(range)
    }

    /// Whether some words tell of an age at which somebody was a child: "when she was nine", "between 8 and 11", "from twelve to thirteen".
    pub fn tells_young_age(&self, range: Range<usize>) -> bool {
        const LEADS: &[&str] =
            &["between", "from", "about", "aged", "age", "was", "were", "she's", "till", "until", "at"];
        let child = |at: usize| {
            self.young_age(at) && !matches!(self.page.word(at + 1), "years" | "yrs" | "weeks" | "months" | "ago")
        };
        let told = |at: usize| LEADS.contains(&self.page.word(at)) && child(at + 1);
        range.clone().any(told) || self.age_then(range.clone()) || self.said_of_age_then(range)
    }

    fn puts_back(&self, range: Range<usize>) -> bool {
        self.put_back_at(range).is_some()
    }

    /// Where the words stand that put a range years back.
    fn put_back_at(&self, range: Range<usize>) -> Option<Range<usize>> {
        const POSING: &[&str] =
            &["posing", "posed", "poses", "dressed", "disguised", "pretending", "profile", "masquerading"];
        let posing = |first: usize| first.checked_sub(1).is_some_and(|at| POSING.contains(&self.page.word(at)));
        let phrase = self.page.of(range.clone(), Group::Historic).find(|hit| !posing(hit.first));
        let phrase = phrase.map(|hit| hit.first..hit.last + 1);
        let year = || range.clone().find(|i| self.past_year(*i) || self.decade(*i));
        let led = |i: usize| {
            let before = i.saturating_sub(1).max(range.start);
            let leads = matches!(self.page.word(before), "in" | "the" | "early" | "late" | "mid" | "since" | "from");
            if leads { before..i + 1 } else { i..i + 1 }
        };
        let age = || {
            let at = range.clone().find(|i| self.tells_age_then(*i, &range))?;
            let end = (at + 1..range.end.min(at + 6)).find(|i| matches!(self.page.shape(*i), Shape::Mark(_)));
            Some(at..end.unwrap_or(range.end.min(at + 6)))
        };
        phrase.or_else(|| year().map(led)).or_else(age)
    }

    /// "in 2003", "(2011 conviction", where the entry is of a later year; no year of birth, no "since 2019".
    fn past_year(&self, i: usize) -> bool {
        let word = self.page.word(i);
        let Some(year) = word.parse::<i32>().ok().filter(|year| word.len() == 4 && (1930..2100).contains(year)) else {
            return false;
        };
        const OTHER: &[&str] = &["born", "b", "dob", "d.o.b", "since", "ref", "no", "number", "room", "aged"];
        let before = |back: usize| i.checked_sub(back).map_or("", |at| self.page.word(at));
        let other = OTHER.contains(&before(1)) || matches!(before(1), "." | ":" | "in") && OTHER.contains(&before(2));
        !other && self.year.map_or(year <= PAST, |now| year + 1 < now)
    }

    /// "the 1980s", "early 90s", "the nineties", "'88": not "in her eighties", "a male, early 20s".
    fn decade(&self, i: usize) -> bool {
        const SPELLED: [&str; 6] = ["fifties", "sixties", "seventies", "eighties", "nineties", "noughties"];
        let word = self.page.word(i);
        let before = i.checked_sub(1).map_or("", |at| self.page.word(at));
        let timed = matches!(before, "the" | "early" | "mid" | "late" | "'" | "in" | "mid-" | "throughout" | "during");
        let figures = word.strip_suffix('s').unwrap_or_default();
        let digits = figures.bytes().all(|b| b.is_ascii_digit());
        let century = figures.len() == 4
            && figures.ends_with('0')
            && self.year.is_none_or(|now| figures.parse::<i32>().is_ok_and(|year| year + 10 < now));
        let short = word.len() == 2 && before == "'" && word.parse::<u8>().is_ok_and(|year| year >= 50);
        let part = matches!(before, "early" | "mid" | "late" | "mid-");
        let of_age = part && i > 1 && self.page.word(i - 2) != "the" && matches!(figures, "20" | "30" | "40" | "50");
        digits && (century || figures.len() == 2 && figures.ends_with('0') && timed && !of_age)
            || SPELLED.contains(&word) && timed
            || short
    }

    /// A number of years under 18 as figures, a range or a word: "9", "6-9", "nine".
    fn young_age(&self, i: usize) -> bool {
        let word = self.page.word(i);
        let young = |part: &str| part.parse::<u8>().is_ok_and(|years| years < 18);
        word.split_once('-')
            .map_or_else(|| young(word) || spelled(word).is_some_and(|years| years < 18), |(a, b)| young(a) && young(b))
    }

    /// "when she was four", "between nine and fourteen", "from age 7", "age 6-9", "was 9 to 12 at the time".
    fn said_of_age_then(&self, range: Range<usize>) -> bool {
        range.clone().any(|i| self.tells_age_then(i, &range))
    }

    fn tells_age_then(&self, i: usize, range: &Range<usize>) -> bool {
        let word = |ahead: usize| self.page.word(i + ahead);
        match word(0) {
            "when" | "while" | "whilst" | "until" | "till" => {
                let be = (i + 1..(i + 5).min(range.end)).find(|at| matches!(self.page.word(*at), "was" | "were"));
                be.is_some_and(|be| self.age_from(be + 1)) || word(1) == "aged" && self.young_age(i + 2)
            }
            "between" => self.young_age(i + 1) && word(2) == "and" && self.young_age(i + 3),
            "from" => {
                let at = i + 1 + (1..4).take_while(|k| matches!(word(*k), "the" | "age" | "of" | "about")).count();
                at > i + 1 && self.young_age(at)
                    || self.young_age(i + 1)
                        && matches!(word(2), "to" | "until" | "onwards" | "till")
                        && !self.clock(i + 3)
            }
            "age" | "aged" | "ages" => {
                self.young_age(i + 1)
                    && (word(1).contains('-')
                        || matches!(word(2), "to" | "until" | "-" | "onwards") && self.young_age(i + 3)
                        || word(2) == "at" && word(3) == "the" && word(4) == "time")
            }
            "was" | "were" => self.age_from(i + 1) && self.then_or_grown(i, range),
            _ => false,
        }
    }

    fn clock(&self, i: usize) -> bool {
        let word = self.page.word(i);
        word.ends_with("am") || word.ends_with("pm")
    }

    /// An age right at a place, or after "about", "only", "just".
    fn age_from(&self, at: usize) -> bool {
        const ABOUT: &[&str] = &[
            "about", "around", "only", "just", "maybe", "perhaps", "roughly", "aged", "a", "boy", "girl", "of", "lad",
            "under",
        ];
        let skip = (at..at + 4).take_while(|i| ABOUT.contains(&self.page.word(*i))).count();
        self.young_age(at + skip)
    }

    /// "was 9 to 12 at the time", or said of a grown-up.
    fn then_or_grown(&self, be: usize, range: &Range<usize>) -> bool {
        let then = (be..(be + 8).min(range.end.saturating_sub(1)))
            .any(|i| self.page.word(i) == "time" && matches!(self.page.word(i - 1), "the" | "that"));
        let grown = self.subject(be).is_some_and(|np| !np.pro && self.is_adult(np));
        then && self.grown_now() || grown
    }

    /// "at 8", "at fourteen", "in Y2", "in Reception": an age or a school year that may be long over.
    fn age_then(&self, range: Range<usize>) -> bool {
        range.clone().any(|i| {
            let next = self.page.word(i + 1);
            match self.page.word(i) {
                "at" => {
                    self.young_age(i + 1) && !matches!(self.page.word(i + 2), "am" | "pm" | "." if self.clock(i + 2))
                }
                "was" | "were" => self.age_from(i + 1),
                "aged" | "age" => self.young_age(i + 1),
                "in" | "back" => is_school_year(next) || next == "year" && self.young_age(i + 2) || next == "reception",
                _ => false,
            }
        })
    }

    fn in_earlier_life(&self, range: Range<usize>) -> bool {
        self.page.of(range, Group::Historic).next().is_some()
    }

    /// "Because of my childhood. Dad's friends": a life stage right before.
    fn earlier_life_in_front(&self, near: &Range<usize>, here: &Range<usize>) -> bool {
        let stage = |word: &str| matches!(word, "childhood" | "schooldays" | "boyhood" | "girlhood");
        near.end == here.start && near.clone().any(|i| stage(self.page.word(i)))
    }

    /// Whether the entry says that somebody is grown up now: "Now 41", "is 23 now", "now in Y11", "now 16".
    fn grown_now(&self) -> bool {
        (0..self.page.len()).filter(|i| self.page.word(*i) == "now").any(|i| {
            let years = |at: usize| self.page.word(at).parse::<u8>().ok().or_else(|| spelled(self.page.word(at)));
            let grown = |at: usize| years(at).is_some_and(|years| (14..100).contains(&years));
            let year = |at: usize| matches!(self.page.word(at), "y10" | "y11" | "y12" | "y13" | "yr10" | "yr11");
            grown(i + 1)
                || matches!(self.page.word(i + 1), "aged" | "age" | "is") && grown(i + 2)
                || i > 0 && grown(i - 1)
                || self.page.word(i + 1) == "in"
                    && (year(i + 2) || self.page.word(i + 2) == "year" && years(i + 3).is_some_and(|y| y >= 10))
        })
    }

    /// "her late father", "her father, now dead", "stepfather (d. 2015)".
    fn is_late(&self, who: Who) -> bool {
        self.nps.iter().filter(|np| np.who == Some(who)).any(|np| {
            let within = (np.first.saturating_sub(1)..np.last).any(|i| self.page.word(i) == "late");
            let mut after = np.last + 1;
            while self.page.is_mark(after, b',') || self.page.is_mark(after, b'(') {
                after += 1;
            }
            let word = |ahead: usize| self.page.word(after + ahead);
            let dead = |at: usize| matches!(word(at), "dead" | "deceased");
            let gone = dead(0)
                || matches!(word(0), "now" | "since" | "long") && (dead(1) || word(1) == "died")
                || word(0) == "who"
                    && (word(1) == "died" || matches!(word(1), "has" | "is") && (dead(2) || word(2) == "died"))
                || matches!(word(0), "d" | "died")
                    && self.page.shape(after + 1 + usize::from(word(1) == ".")) == Shape::Number;
            within || gone
        })
    }
}

fn is_school_year(word: &str) -> bool {
    let year = word.strip_prefix("yr").or(word.strip_prefix('y')).unwrap_or_default();
    year.parse::<u8>().is_ok_and(|year| year <= 9)
}
