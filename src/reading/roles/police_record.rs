//! Whose police record is read out: "HOLT Darren b 12/03/81. PNC: 2010, sexual activity with a child".

use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

/// Words under which a police record is read out.
const RECORD: &[&str] =
    &["pnc", "pnd", "dbs", "antecedents", "antecedent", "precons", "cons", "convictions", "conviction", "cautions"];

/// How many sentences before the words somebody may be named whose record it is.
const NAMED_BEFORE: usize = 2;

impl Scene<'_> {
    /// Where in their sentence the words are headed as read out of a police record.
    fn read_out(&self, hit: &Hit) -> Option<usize> {
        (self.page.sentence(hit.first).start..hit.first).find(|at| RECORD.contains(&self.page.word(*at)))
    }

    /// Whether words are read out of a police record and somebody is named only before it: whom the record does not name.
    pub fn is_beside_record(&self, np: &Np, hit: &Hit) -> bool {
        self.read_out(hit).is_some_and(|label| np.last < label)
    }

    /// Whether somebody is the grown person named last before the words, and the words are read out of a police record.
    pub fn is_read_out_of(&self, np: &Np, hit: &Hit) -> bool {
        let Some(label) = self.read_out(hit) else { return false };
        let from = self.page.sentence_of(hit.first);
        let person = |one: &&Np| {
            one.first < hit.first
                && self.page.sentence_of(one.first) + NAMED_BEFORE >= from
                && !one.nested
                && !one.generic
                && !self.base(one).pro
                && (one.first < label || self.page.word(one.first.saturating_sub(1)) == "on")
        };
        let last = self.nps.iter().filter(person).max_by_key(|one| one.first);
        last.is_some_and(|last| !last.young && !self.is_subject_child(last) && self.one_person(last, np))
    }

    /// "ASPIN Michelle b.1985, former assistant. Guilty, sexual activity with a boy of 15": a verdict without a subject is on whoever
    /// stands before it.
    pub fn is_verdict_on(&self, np: &Np, hit: &Hit) -> bool {
        const VERDICTS: &[&str] = &[
            "convicted",
            "guilty",
            "charged",
            "cautioned",
            "sentenced",
            "jailed",
            "imprisoned",
            "acquitted",
            "cleared",
            "conviction",
            "convictions",
            "arrested",
            "remanded",
            "pleaded",
        ];
        let start = self.page.sentence(hit.first).start;
        let verdict = |at: &usize| VERDICTS.contains(&self.page.word(*at));
        let Some(at) = (start..hit.first).find(verdict) else { return false };
        let opens = at < start + 3 && self.page.sentence_of(np.first) + 1 == self.page.sentence_of(start);
        let labelled = np.first >= start && np.last < at && self.page.is_mark(np.last + 1, b':');
        let first = self.nps.iter().find(|one| self.one_place(one, np) && !one.pro && !one.generic);
        let leads = first.is_some_and(|one| one.first == np.first) && !np.pro;
        let between = |one: &Np, np: &Np, at: usize| one.first > np.last && one.last < at;
        match self.subject(at) {
            Some(subject) => leads && subject.first == np.first && !self.nps.iter().any(|one| between(one, np, at)),
            None => leads && (opens || labelled),
        }
    }

    /// Whether two stand in one sentence.
    fn one_place(&self, a: &Np, b: &Np) -> bool {
        self.page.sentence_of(a.first) == self.page.sentence_of(b.first)
    }
}
