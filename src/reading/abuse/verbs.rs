//! Whom a verb of abuse means: "was abused by her uncle", "touched her", "convicted of abusing".

use super::Sides;
use super::claim::NOUNS;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;

/// What stands around a verb.
struct Around<'a> {
    subject: Option<&'a Np>,
    object: Option<&'a Np>,
    /// A pronoun inside the phrase: "touched her inappropriately".
    within: Option<usize>,
    /// Who follows "by".
    by: Option<&'a Np>,
    gerund: bool,
}

impl Scene<'_> {
    /// Who did it and to whom.
    pub fn verb_sides(&self, hit: &Hit) -> Sides<'_> {
        let itself = (hit.first..hit.last + 2)
            .any(|i| matches!(self.page.word(i), "herself" | "himself" | "themselves" | "themself"));
        if itself {
            return Sides { perpetrator: None, victim: self.subject(hit.first), governed: true };
        }
        let around = self.around(hit);
        if self.is_suffered(hit, &around) {
            return Sides { perpetrator: around.by, victim: around.subject, governed: true };
        }
        let perpetrator = self.doer(hit, &around);
        let inner = around.within.and_then(|at| self.inner_pronoun(at, perpetrator));
        let toward = || {
            let near =
                |(groups, at, np): &(Set, usize, &Np)| groups.has(Group::Toward) && *at <= hit.last + 6 && !np.pro;
            self.after(hit.last).into_iter().find(near).map(|(_, _, np)| np)
        };
        let victim = self.not_same(around.object.or(inner).or_else(toward), perpetrator);
        Sides { perpetrator, victim, governed: false }
    }

    fn around(&self, hit: &Hit) -> Around<'_> {
        let by = |(groups, at, np): &(Set, usize, &Np)| {
            groups.has(Group::By) && !groups.has(Group::ReportedBy) && *at <= hit.last + 12 && (!np.pro || np.named)
        };
        Around {
            subject: self.subject(hit.first),
            object: self.object(hit.last).or_else(|| self.owner_within(hit)).filter(|np| !np.pro),
            within: (hit.first..=hit.last).find(|&i| matches!(self.page.word(i), "her" | "him" | "them")),
            by: self.after(hit.last).into_iter().find(by).map(|(_, _, np)| np),
            gerund: self.page.word(hit.last).ends_with("ing") || self.page.word(hit.first).ends_with("ing"),
        }
    }

    /// "molested her grandson Kai": the last word of the phrase only begins the words for whoever it was done to.
    fn owner_within(&self, hit: &Hit) -> Option<&Np> {
        self.np_from(hit.last).filter(|np| hit.first < hit.last && np.last > hit.last)
    }

    /// Whether it was done to the subject: "was abused", "abused by", "raped at 14".
    fn is_suffered(&self, hit: &Hit, around: &Around) -> bool {
        let being = || (self.verb_start(hit.first)..hit.first).any(|i| matches!(self.page.word(i), "being" | "been"));
        let doing = around.gerund && (around.object.is_some() || around.within.is_some() || !being());
        if self.passive(hit.first) && !doing {
            return true;
        }
        let done_to_nobody = around.object.is_none() && around.within.is_none() && !around.gerund;
        let present = self.page.word(hit.last).ends_with('s');
        // "that the mother's partner sexually abused B": a name that nothing knows is whom it was done to.
        let unknown = matches!(self.page.shape(hit.last + 1), Shape::Title | Shape::Caps | Shape::Initial)
            && self.page.sentence_of(hit.last + 1) == self.page.sentence_of(hit.last);
        !unknown && done_to_nobody && (around.by.is_some() || around.subject.is_some() && !present)
    }

    fn doer(&self, hit: &Hit, around: &Around) -> Option<&Np> {
        let going_on = self.passive(hit.first) && around.subject.is_some();
        let accused = if around.gerund && !going_on {
            let adjacent = hit.first.checked_sub(1).and_then(|at| self.np(at));
            adjacent.or_else(|| self.accused(hit.first))
        } else {
            None
        };
        accused.or_else(|| self.subject(hit.first)).filter(|np| !np.pro || np.named || np.sex.is_some())
    }

    /// A pronoun inside a phrase has no words of its own: whom it means is whoever else fits in the sentence.
    fn inner_pronoun(&self, at: usize, perpetrator: Option<&Np>) -> Option<&Np> {
        let direct = self.np(at).filter(|np| np.pronoun);
        direct.or_else(|| {
            let who = perpetrator.and_then(|np| np.who);
            let from = self.page.sentence(at).start;
            self.nps.iter().rev().find(|np| np.last < at && np.first >= from && np.who != who && !np.pro && !np.nested)
        })
    }

    /// "Mum said he hurt her": nobody harms themselves here, so the second is looked for elsewhere.
    pub fn not_same<'s>(&'s self, np: Option<&'s Np>, other: Option<&Np>) -> Option<&'s Np> {
        let np = np?;
        if other.is_none_or(|other| other.who != np.who || np.who.is_none()) {
            return Some(np);
        }
        let from = self.page.sentence_of(np.first);
        self.nps.iter().rev().find(|more| {
            more.last < np.first
                && self.page.sentence_of(more.first) + 1 >= from
                && more.who != np.who
                && !more.pro
                && !more.nested
                && (np.sex.is_none() || more.sex.is_none() || more.sex == np.sex)
        })
    }

    /// "Father convicted of sexually abusing ...", "accused her uncle of ...": who stands accused.
    pub fn accused(&self, trigger: usize) -> Option<&Np> {
        let range = self.page.sentence(trigger);
        let accuses = |hit: &Hit| self.page.word(hit.first).starts_with("accus");
        if let Some(verb) = self.page.of(range.start..trigger, Group::Accuse).rev().find(|hit| hit.last < trigger) {
            // "Paul Whitlock, whom she had accused of": who stands before "whom".
            let whom = (range.start.max(verb.first.saturating_sub(5))..verb.first)
                .rev()
                .find(|at| self.page.word(*at) == "whom");
            let whom = whom.and_then(|at| self.np(at.checked_sub(2)?)).filter(|_| accuses(verb));
            if whom.is_some() {
                return whom;
            }
            let between = (verb.last + 1..trigger).find_map(|i| self.np_from(i));
            return between.filter(|np| !np.pro && accuses(verb)).or_else(|| self.subject(verb.first));
        }
        if let Some(tried) = self.tried(range.start..trigger) {
            return Some(tried);
        }
        let accuser = self.page.of(range.start..trigger, Group::Disclose).rev().find(|hit| accuses(hit))?;
        self.object(accuser.last)
    }

    /// "The trial of Uncle Ravi for abusing": whom proceedings named before the words are against.
    fn tried(&self, range: std::ops::Range<usize>) -> Option<&Np> {
        const PROCEEDINGS: &[&str] = &["trial", "prosecution", "arrest", "conviction", "sentencing", "acquittal"];
        let of = |at: &usize| {
            PROCEEDINGS.contains(&self.page.word(*at)) && matches!(self.page.word(at + 1), "of" | "against")
        };
        range.into_iter().filter(of).find_map(|at| self.np_from(at + 2)).filter(|np| !np.pro || np.named)
    }

    /// "rape", "grooming": a noun unless it stands as a verb, with an object or an auxiliary.
    pub fn noun_too(&self, hit: &Hit) -> bool {
        let noun = |group: &Group| self.page.begins(hit.first, *group).is_some_and(|noun| noun.last == hit.last);
        NOUNS.iter().any(noun) && !self.verb_use(hit)
    }

    fn verb_use(&self, hit: &Hit) -> bool {
        const AUXILIARY: Set = Set::of(&[Group::Be, Group::Have, Group::Modal]);
        let object = self.object(hit.last).is_some_and(|np| !np.pro);
        object || self.verb_start(hit.first) < hit.first && self.page.any(hit.first - 1, AUXILIARY)
    }

    /// Whether a noun is only part of a verb.
    pub fn inside_verb(&self, hit: &Hit) -> bool {
        !self.noun_too(hit)
            && self.page.has(hit.first, Group::AbuseVerb)
            && self.page.begins(hit.first, Group::AbuseVerb).is_some_and(|verb| verb.last >= hit.last)
    }

    /// Whether words that make a weak verb sexual stand after it in the sentence, or right before.
    pub fn sexual_beside(&self, hit: &Hit) -> bool {
        let end = self.page.sentence(hit.first).end.min(hit.last + 12);
        let parts = |i: usize| matches!(self.page.shape(i), Shape::Mark(b';')) || self.page.has(i, Group::Neg);
        let mut after = self.page.of(hit.last + 1..end, Group::SexualManner);
        after.any(|manner| !(hit.last + 1..manner.first).any(parts))
            || self.page.of(hit.first.saturating_sub(2)..hit.first, Group::SexualManner).next().is_some()
    }
}
