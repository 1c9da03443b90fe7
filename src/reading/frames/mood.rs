//! How a frame is told: as done, as over, as a rule, as a wish, as not so.

use super::find::Found;
use super::grammar::{Grammar, Sense};
use crate::reading::groups::Group;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// How words of contact are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It is so.
    Told,
    /// It was so and is no more.
    Over,
    /// It must not be, or only under a condition.
    Ruled,
    /// It is wished, asked, planned or supposed.
    Wished,
    /// It is not so.
    Denied,
}

/// How far before its verb a word that makes a rule or an end may stand, in words, and one that makes a wish.
const FAR: usize = 9;
const NEAR: usize = 6;
/// Verbs after which an infinitive is told as done.
const DOES: &[&str] = &[
    "continues",
    "continued",
    "continue",
    "came",
    "comes",
    "began",
    "begins",
    "started",
    "starts",
    "managed",
    "tends",
    "went",
    "helps",
    "helped",
    "got",
    "returned",
    "returns",
    "found",
    "seen",
    "likes",
    "stays",
    "stayed",
    "used",
    "turns",
    "left",
    "taken",
];
/// Words that end a clause.
const TURNS: &[&str] = &["but", "although", "though", "while", "whilst", "whereas", "because", "then", "which", "so"];
const AGAIN: &[&str] = &["again", "anymore", "any"];
const CONDITION: &[&str] = &["only", "unless", "save", "provided", "supervised"];
const POWERS: &[&str] = &["may", "can", "will", "should", "must", "to", "could", "shall"];

impl Scene<'_> {
    /// How a frame is told, by the words before it and after it.
    pub fn mood(&self, found: &[Found], one: &Found) -> Mood {
        let cue = self.cue(found, one);
        let again = self.follows(one.last, AGAIN);
        match cue.map(|cue| (cue.sense, cue)) {
            Some((Sense::MakesRule, _)) if again => Mood::Over,
            Some((Sense::MakesRule, _)) => Mood::Ruled,
            Some((Sense::MayMakeRule, _)) if again => Mood::Over,
            Some((Sense::MayMakeRule, _)) if self.names_rule(one.first) => Mood::Ruled,
            Some((Sense::MakesOver, _)) if self.under_rule(one.first) => Mood::Ruled,
            Some((Sense::MakesOver, _)) if self.never_met(one.first) => Mood::Denied,
            Some((Sense::MakesOver, _)) => Mood::Over,
            Some((_, cue)) if POWERS.contains(&self.page.word(cue.first)) && self.follows(one.first, CONDITION) => {
                Mood::Ruled
            }
            Some(_) => Mood::Wished,
            None if self.ruled_after(found, one) => Mood::Ruled,
            None if self.negated_verb(one.first) && self.is_agreed(one.first) => Mood::Ruled,
            None if self.negated_verb(one.first) => {
                if !self.never_met(one.first) && (again || self.for_long(one.last)) { Mood::Over } else { Mood::Denied }
            }
            None if (self.not_done(one) || self.infinitive(one.first)) && self.follows(one.first, CONDITION) => {
                Mood::Ruled
            }
            None if self.not_done(one) || self.only_supposed(one.first) => Mood::Wished,
            None => Mood::Told,
        }
    }

    /// Whether the entry names a rule, or the sentence says that something was agreed or ordered.
    fn names_rule(&self, at: usize) -> bool {
        const SETTLED: &[&str] = &[
            "agreed",
            "agree",
            "agrees",
            "signed",
            "promised",
            "undertaken",
            "plan",
            "court",
            "judge",
            "ordered",
            "told",
            "asked",
            "reminded",
            "warned",
            "advised",
            "insisted",
            "promise",
            "condition",
            "conditions",
            "rule",
            "rules",
            "conference",
            "directed",
            "stipulated",
            "enquiries",
            "investigation",
        ];
        let here = self.page.sentence(at).any(|i| SETTLED.contains(&self.page.word(i)));
        here || self.page.of(0..self.page.len(), Group::Measure).next().is_some()
    }

    /// The nearest word that turns a frame into a rule, an end or a wish.
    fn cue<'f>(&self, found: &'f [Found], one: &Found) -> Option<&'f Found> {
        let start = self.page.sentence(one.first).start;
        let np = self.subject(one.first);
        let subject = np.map(|np| np.first);
        let reaches = |cue: &&Found| {
            let wish = cue.sense == Sense::MakesWish;
            let last = cue.last.min(one.first.saturating_sub(1));
            let between = cue.first < one.first && one.first - last <= if wish { NEAR } else { FAR };
            let nobody = matches!(self.page.word(cue.first), "nobody" | "no-one" | "none" | "neither");
            let same_clause =
                wish || nobody || subject.is_none_or(|subject| subject <= cue.first || self.np(cue.last).is_some());
            let stops = self.page.word(cue.first).starts_with("stop") || self.page.word(cue.first).starts_with("ceas");
            let goes_on = (last + 1..one.first).any(|i| self.page.has(i, Group::And));
            let stopped =
                !(stops && cue.sense == Sense::MakesOver) || self.page.word(one.first).ends_with("ing") && !goes_on;
            let aside = np.is_some_and(|np| self.only_aside(np, cue.first, one.first));
            stopped && cue.first >= start && between && same_clause && !aside && self.one_clause(last + 1, one.first)
        };
        let rank = |sense: Sense| match sense {
            Sense::MakesRule => 4,
            Sense::MayMakeRule => 3,
            Sense::MakesOver => 2,
            Sense::MakesWish => 1,
            _ => 0,
        };
        found
            .iter()
            .filter(|cue| rank(cue.sense) > 0 && !self.is_month(cue.first))
            .filter(reaches)
            .max_by_key(|cue| (cue.last, std::cmp::Reverse(cue.first), rank(cue.sense)))
    }

    /// Whether no word or mark in the range begins a new clause.
    pub fn one_clause(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| {
            !matches!(self.page.shape(i), Shape::Mark(b';' | b':' | b'.')) && !TURNS.contains(&self.page.word(i))
        })
    }

    /// "Babysitting by Uncle Neville is not to happen", "contact with him is not permitted": a rule told behind words that are no
    /// verb.
    fn ruled_after(&self, found: &[Found], one: &Found) -> bool {
        let follows = |cue: &&Found| {
            cue.sense == Sense::MakesRule
                && cue.first > one.last
                && cue.first <= one.last + 4
                && self.one_clause(one.last + 1, cue.first)
                && self.page.sentence_of(cue.first) == self.page.sentence_of(one.first)
        };
        let named = !one.verbal || self.page.word(one.first).ends_with("ing");
        let be = |cue: &Found| (one.last + 1..=cue.first).any(|at| self.page.has(at, Group::Be));
        let nobody_between = |cue: &Found| !(one.last + 1..cue.first).any(|at| self.np(at).is_some());
        named && found.iter().filter(follows).any(|cue| be(cue) && nobody_between(cue))
    }

    /// "PGF agreed he'd not attend contact": whether what is not done was agreed.
    fn is_agreed(&self, at: usize) -> bool {
        const AGREED: &[&str] = &["agreed", "promised", "undertook", "undertaken", "signed", "accepted"];
        let start = self.page.sentence(at).start;
        let would = |i: usize| self.page.word(i).ends_with("'d") || self.page.word(i) == "would";
        let verb = (start..at).rev().find(|i| AGREED.contains(&self.page.word(*i)));
        verb.is_some_and(|verb| (verb + 1..at).any(would))
    }

    /// "on 2 May": no power to do something.
    fn is_month(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let dated = |at: usize| {
            self.page.shape(at) == Shape::Number || matches!(self.page.word(at), "in" | "since" | "of" | "until" | "by")
        };
        self.page.word(at) == "may" && self.page.shape(at) == Shape::Title && before.is_some_and(dated)
    }

    /// "Callum, who is barred from the estate, was found babysitting": whether a word stands between commas behind the subject,
    /// and the verb goes on after the second.
    fn only_aside(&self, subject: &Np, cue: usize, verb: usize) -> bool {
        let goes_on = |i: usize| {
            self.page.is_mark(i, b',')
                && (self.page.has(i + 1, Group::Be) || self.page.has(i + 1, Group::Have) || i + 1 == verb)
        };
        subject.last < cue && self.page.is_mark(subject.last + 1, b',') && (cue + 1..verb).any(goes_on)
    }

    /// "has never met her grandfather": what never was has not ended.
    fn never_met(&self, at: usize) -> bool {
        let never = (self.verb_start(at)..at).any(|i| self.page.word(i) == "never");
        never && matches!(self.page.word(at), "met" | "meet" | "known")
    }

    /// Whether a while follows: "since March", "for months", "in three years".
    fn for_long(&self, at: usize) -> bool {
        let end = self.page.sentence(at).end.min(at + 8);
        (at + 1..end).any(|i| matches!(self.page.word(i), "since" | "months" | "years" | "ages" | "weeks"))
    }

    /// Whether a bare verb stands where one person's doing would need another form: "Leon to stay and see Skye".
    fn not_done(&self, one: &Found) -> bool {
        let word = self.page.word(one.first);
        let subject = self.subject(one.first);
        let after_and = |np: &Np| np.first.checked_sub(1).is_some_and(|at| self.page.has(at, Group::And));
        let many = subject.is_some_and(|np| np.plural || self.joined(np).len() > 1 || after_and(np));
        let helped =
            (self.verb_start(one.first)..one.first).any(|i| matches!(self.page.word(i), "did" | "does" | "do" | "can"));
        Grammar::get().vocabulary.is_bare(word)
            && self.page.shape(one.first) == Shape::Lower
            && self.np(one.first).is_none()
            && one.verbal
            && !many
            && !helped
            && matches!(one.sense, Sense::Contact(_) | Sense::Presence)
            && self.page.word(one.first.saturating_sub(1)) != "to"
    }

    fn follows(&self, at: usize, words: &[&str]) -> bool {
        let end = self.page.sentence(at).end.min(at + 9);
        let said = |i: usize| {
            words.contains(&self.page.word(i))
                && (self.page.word(i) != "any" || matches!(self.page.word(i + 1), "more" | "longer"))
        };
        (at + 1..end).take_while(|i| !self.page.is_mark(*i, b';')).any(said)
    }

    /// "under the safety plan he does not visit": a rule is named before in the sentence.
    fn under_rule(&self, at: usize) -> bool {
        let range = self.page.sentence(at);
        let under = |i: usize| matches!(self.page.word(i), "under" | "per" | "by" | "in" | "with");
        if (range.start..at)
            .any(|i| matches!(self.page.word(i), "condition" | "conditions" | "stipulates" | "requires"))
        {
            return true;
        }
        self.page
            .of(range, Group::Measure)
            .any(|hit| hit.first < at || (hit.first.saturating_sub(3)..hit.first).any(under))
    }

    fn negated_verb(&self, at: usize) -> bool {
        // "why the risk is not coming down with her living at her father's": whoever lives there is not who is denied.
        let own_subject = at.checked_sub(1).is_some_and(|before| self.np(before).is_some_and(|np| np.last == before));
        if own_subject && self.page.word(at).ends_with("ing") && at > 1 && self.page.word(at - 2) == "with" {
            return false;
        }
        let aux = (self.verb_start(at)..at).any(|i| self.page.has(i, Group::Neg));
        aux || self.reach(at, Group::Neg).is_some_and(|last| at - last <= 4)
    }

    fn infinitive(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.page.word(before));
        before == "to"
            && !self.page.word(at).ends_with("ing")
            && !at.checked_sub(2).is_some_and(|verb| DOES.contains(&self.page.word(verb)))
            && self.np(at).is_none()
            && self.page.shape(at) == Shape::Lower
    }

    /// An infinitive that no verb of doing governs, a gerund that is only spoken of, a question.
    fn only_supposed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.page.word(before));
        let gerund = self.page.word(at).ends_with("ing") && matches!(before, "about" | "of" | "for" | "from");
        let near = |group: Group, reach: usize| self.reach(at, group).is_some_and(|last| at - last <= reach);
        self.infinitive(at) || gerund || near(Group::Hypo, 8) || near(Group::Ask, 6) || near(Group::Feared, 6)
    }
}
