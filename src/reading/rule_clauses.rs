//! A clause that says in its own words what a rule forbids ("his bail says not within 50m of school", "order is for letters
//! only"), beside another in which it is told to be done. Nothing joins the two but that they stand together.

use super::frames::{Found, Sense};
use super::groups::{Group, Set};
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Manner, Measure};
use std::ops::Range;

/// Words for a rule that no list of measures has.
const RULES: &[&str] = &[
    "plan",
    "order",
    "agreement",
    "bail",
    "licence",
    "undertaking",
    "injunction",
    "condition",
    "conditions",
    "alert",
    "flag",
    "yro",
    "requirement",
    "notice",
    "rule",
    "rules",
    "contract",
    "court",
    "judge",
    "conference",
    "terms",
];
/// Words that limit.
const LIMITS: &[&str] = &[
    "no",
    "not",
    "never",
    "only",
    "mustn't",
    "can't",
    "cannot",
    "wouldn't",
    "won't",
    "shouldn't",
    "isn't",
    "doesn't",
    "prohibits",
    "prohibit",
    "forbids",
    "forbid",
    "bars",
    "bans",
    "excludes",
    "disallows",
    "unsupervised",
    "supervised",
    "non-association",
    "non-contact",
    "no-contact",
    "without",
    "supervision",
    "away",
    "elsewhere",
    "excluded",
    "barred",
    "banned",
];
/// Words by which a rule is in force, of a rule that limits contact by what it is.
const STANDS: &[&str] = &["still", "live", "force", "run", "stands", "remains", "current", "place"];
/// Words by which a rule was made on an earlier day.
const EARLIER: &[&str] = &["last", "ago", "already", "earlier", "previously", "yesterday"];
/// Rules that limit contact by what they are.
const BY_NAME: &[&str] = &[
    "restraining",
    "injunction",
    "non-mol",
    "non-molestation",
    "nmo",
    "no-contact",
    "cawn",
    "abduction",
    "exclusion",
    "barring",
    "dvpo",
    "dvpn",
];
/// Words by which a rule is new, asked for or not in force.
const NEW: &[&str] = &[
    "served",
    "made",
    "granted",
    "issued",
    "imposed",
    "obtained",
    "applied",
    "applying",
    "apply",
    "seeking",
    "sought",
    "requested",
    "today",
    "tonight",
    "new",
    "explained",
    "agreed",
    "told",
    "advised",
    "warned",
    "reminded",
    "discussed",
    "if",
    "unless",
    "until",
    "would",
    "consider",
    "considering",
    "breach",
    "breached",
    "expired",
    "lifted",
    "ended",
    "varied",
    "now",
    "review",
    "due",
    "hearing",
    "refused",
    "needed",
    "need",
];
/// Words of contact as a rule allows it.
const KEPT: &[&str] = &[
    "supervised",
    "supervisor",
    "centre",
    "session",
    "worker",
    "presence",
    "observed",
    "present",
    "letter",
    "letters",
    "card",
    "cards",
    "indirect",
    "prison",
    "visited",
];
/// Words by which nobody else is there.
const ALONE: &[&str] = &["alone", "own", "unsupervised", "himself", "herself", "themselves", "sole", "overnight"];
/// Words that set two clauses against each other.
const AGAINST: &[&str] = &["although", "though", "but", "yet", "despite", "when", "while", "whilst", "even"];

/// What a rule about contact limits.
const CONTACT: &[&str] = &[
    "contact",
    "time",
    "see",
    "sees",
    "visit",
    "visits",
    "visiting",
    "home",
    "house",
    "address",
    "flat",
    "ward",
    "near",
    "alone",
    "unsupervised",
    "roof",
    "collect",
    "collecting",
    "stay",
    "staying",
    "stays",
    "live",
    "living",
    "sleep",
    "sleeping",
    "overnight",
    "approach",
    "enter",
    "entering",
    "removing",
    "remove",
    "company",
    "meet",
    "property",
    "babysit",
    "babysitting",
    "mind",
    "gate",
    "phone",
    "ring",
    "message",
    "messaging",
];
/// Words for a rule that are more often something else, and need their limit beside them.
const HIGHER: &[&str] = &["court", "judge", "conference", "notice", "flag", "alert", "rules", "rule", "terms"];

/// A clause that tells of a rule.
pub struct RuleClause {
    /// The rule's word.
    pub at: usize,
    /// The clause.
    pub range: Range<usize>,
    /// What the rule is, where its word says so.
    pub measure: Option<Measure>,
}

impl Scene<'_> {
    /// Every clause that says what a standing rule limits.
    pub fn rule_clauses(&self) -> Vec<RuleClause> {
        self.page
            .sentences
            .iter()
            .flat_map(|sentence| self.clauses_of(sentence))
            .filter_map(|clause| self.rule_in(clause))
            .collect()
    }

    /// Whether what a frame tells goes against a clause beside it.
    pub fn goes_against(&self, told: &Found, rule: &RuleClause) -> bool {
        if rule.range.contains(&told.first) || !self.stands_beside(told, rule) {
            return false;
        }
        let sentence = self.page.sentence(told.first);
        let says =
            |words: &[&str], range: Range<usize>| range.into_iter().any(|at| words.contains(&self.page.word(at)));
        let outside = |range: Range<usize>| range.into_iter().filter(|at| !rule.range.contains(at));
        let kept = outside(sentence.clone()).any(|at| KEPT.contains(&self.page.word(at)));
        let limit_alone = says(ALONE, rule.range.clone());
        let alone = outside(sentence).any(|at| ALONE.contains(&self.page.word(at)));
        let set_against = AGAINST.contains(&self.page.word(rule.range.start))
            || rule.range.start.checked_sub(1).is_some_and(|at| AGAINST.contains(&self.page.word(at)));
        let cares = told.sense == Sense::Contact(Manner::Care);
        !kept && self.is_bound(told, rule) && (!limit_alone || alone || set_against || cares)
    }

    /// In the same sentence, or the rule in the next.
    fn stands_beside(&self, told: &Found, rule: &RuleClause) -> bool {
        let (there, here) = (self.page.sentence_of(told.first), self.page.sentence_of(rule.at));
        here == there || here == there + 1
    }

    /// Whether nobody else by name is bound in the rule's clause.
    fn is_bound(&self, told: &Found, rule: &RuleClause) -> bool {
        let Some(person) = told.person.and_then(|index| self.nps.get(index)).filter(|np| !self.is_young(np)) else {
            return false;
        };
        let other = |np: &&Np| {
            rule.range.contains(&np.first)
                && !np.pro
                && !np.nested
                && !self.is_young(np)
                && !self.is_subject_child(np)
                && !self.may_be_young(np)
                && !np.generic
                && !self.same_person(np, person)
        };
        let leads = |np: &Np| np.subject || np.pronoun;
        !self.nps.iter().filter(other).any(leads)
    }

    /// "Court has said mum's partner can't be at the address while T is there": where a sentence limits contact, whose rule it
    /// names. No frame says it.
    pub fn composed_rule(&self, sentence: &Range<usize>) -> Option<usize> {
        let word = |at: usize| self.page.word(at);
        let named = |at: &usize| self.names_a_rule(*at);
        let rule = sentence.clone().find(named)?;
        let limit = sentence.clone().find(|at| LIMITS.contains(&word(*at)) && self.limits_contact(*at, sentence))?;
        let vague = HIGHER.contains(&word(rule)) && (limit < rule || limit > rule + 9);
        let new = sentence.clone().any(|at| {
            matches!(
                word(at),
                "applied" | "applying" | "apply" | "sought" | "seeking" | "refused" | "expired" | "lifted"
            )
        });
        (!vague && !self.is_elsewhere(sentence) && !new && !self.unsettled(rule)).then_some(limit)
    }

    /// Whether words only ask for a rule, speak of rules in general, or of another family's.
    fn is_elsewhere(&self, range: &Range<usize>) -> bool {
        self.page.groups(range.clone()).meets(Set::of(&[Group::Ask, Group::General, Group::OtherFamily]))
    }

    /// A measure, another word for a rule, or "WA says", "RO prohibits".
    fn names_a_rule(&self, at: usize) -> bool {
        let short = matches!(self.page.word(at), "wa" | "ro") && self.page.shape(at) == Shape::Caps;
        let says = matches!(
            self.page.word(at + 1),
            "says" | "states" | "no" | "not" | "only" | "prohibits" | "forbids" | "bars"
        );
        RULES.contains(&self.page.word(at)) || self.page.has(at, Group::Measure) || short && says
    }

    /// Whether a word of contact stands behind a limit, or before "only" and "supervised".
    fn limits_contact(&self, limit: usize, sentence: &Range<usize>) -> bool {
        let stops = |at: &usize| matches!(self.page.shape(*at), Shape::Mark(b',' | b';' | b':' | b'(' | b')'));
        let contact = |at: usize| CONTACT.contains(&self.page.word(at));
        let behind = (limit + 1..sentence.end.min(limit + 6)).take_while(|at| !stops(at)).any(contact);
        let before = matches!(self.page.word(limit), "only" | "supervised" | "unsupervised" | "supervision")
            && (sentence.start.max(limit.saturating_sub(7))..limit).rev().take_while(|at| !stops(at)).any(contact);
        behind || before
    }

    fn rule_in(&self, clause: Range<usize>) -> Option<RuleClause> {
        let word = |at: &usize| self.page.word(*at);
        let named = |at: &usize| self.names_a_rule(*at);
        let at = clause.clone().find(named)?;
        let says = |words: &[&str]| clause.clone().any(|at| words.contains(&word(&at)));
        let earlier = says(EARLIER);
        let limits = says(LIMITS) || says(BY_NAME) && (says(STANDS) || earlier);
        let new = clause.clone().any(|at| NEW.contains(&word(&at)));
        if !limits || new && !earlier || self.is_elsewhere(&clause) || self.unsettled(at) {
            return None;
        }
        let measure =
            self.measures(at).into_iter().find(|(hit, _)| clause.contains(&hit.first)).map(|(_, measure)| measure);
        (measure != Some(Measure::Custody)).then_some(RuleClause { at, range: clause, measure })
    }

    /// A sentence's clauses, parted by marks and by words that set one against another.
    fn clauses_of(&self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let parts = |at: &usize| {
            let mark = [b',', b';', b':', b'(', b')', b'-'].iter().any(|mark| self.page.is_mark(*at, *mark));
            let turns = |word: &str| AGAINST.contains(&word) || matches!(word, "whose" | "whom" | "which" | "who");
            mark || *at > sentence.start && turns(self.page.word(*at))
        };
        let mut from = sentence.start;
        let mut all = Vec::new();
        for at in sentence.clone().filter(parts).chain([sentence.end]) {
            if at > from {
                all.push(from..at);
            }
            from = at + usize::from(at < sentence.end && !AGAINST.contains(&self.page.word(at)));
        }
        all
    }
}
