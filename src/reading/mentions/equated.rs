//! Mentions that the words equate: "he is Mum's boyfriend".

use super::Finder;
use crate::model::{Naming, Who};
use crate::reading::groups::Group;
use crate::reading::page::Hit;
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;

/// How many words before a sentence somebody who is named in it may stand.
const NEAR: usize = 40;

impl Finder<'_> {
    /// "He is Mum's boyfriend", "Named by the head as mother's brother".
    pub fn equate(&mut self) {
        let pair = |np: &Np| self.equated(np).or_else(|| self.labelled(np)).or_else(|| self.picked_out(np));
        let pairs: Vec<(usize, usize)> = self.scene.nps.iter().filter_map(pair).collect();
        for pair in pairs {
            if !self.scene.same.contains(&pair) {
                self.scene.same.push(pair);
            }
        }
        let cues: Vec<Hit> = self.scene.page.of(0..self.scene.page.len(), Group::NamedAs).copied().collect();
        let named: Vec<(usize, usize)> = cues.iter().filter_map(|cue| self.named_as(cue)).collect();
        self.scene.same.extend(named);
    }

    /// "He is Mum's boyfriend": the two mentions, where somebody is said to be somebody's kin.
    fn equated(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let be = np.last + 1;
        // "She calls him her boyfriend".
        let called = np.pronoun && np.first > 0 && matches!(page.word(np.first - 1), "calls" | "called" | "considers");
        let equals = page.is_mark(be, b'=');
        let says = called || equals || matches!(page.word(be), "is" | "was") && self.one_sentence(np.last, be + 1);
        if !says || np.nested || np.plural || np.generic || np.pro || self.scene.governed(np) {
            return None;
        }
        let other = self.scene.np_from(if called { be } else { be + 1 })?;
        if other.pronoun || other.plural || other.pro {
            return None;
        }
        let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (np.who, other.who) else { return None };
        let (one, two) = (&self.scene.mentions[a], &self.scene.mentions[b]);
        let sexes = np.sex.is_none() || other.sex.is_none() || np.sex == other.sex;
        let apart = one.kin_of != Some(b) && two.kin_of != Some(a);
        let ends = page.shape(other.last + 1) != Shape::Possessive;
        // "He is Abdirahman Yusuf, born ...": who had only a first name is given the whole.
        let named = matches!(two.naming, Naming::Full { .. })
            && !matches!(one.naming, Naming::Full { .. })
            && (equals || matches!(page.shape(other.last + 1), Shape::Mark(_)));
        (a != b && (two.kin.is_some() || named) && sexes && apart && ends).then_some((a, b))
    }

    /// "Named her youth pastor, Brother Emmanuel, as the man who": the two mentions around "as".
    fn picked_out(&self, np: &Np) -> Option<(usize, usize)> {
        const PICKS: &[&str] =
            &["named", "names", "naming", "identified", "identifies", "described", "describes", "picked"];
        let page = self.page();
        let cue = (np.last + 1..np.last + 3).find(|&at| page.word(at) == "as" && self.one_sentence(np.last, at))?;
        let between = (np.last + 1..cue).all(|at| page.is_mark(at, b','));
        let other =
            self.scene.np_from(cue + 1).filter(|other| !other.pronoun && !other.named && !other.plural && !other.pro);
        let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (np.who, other.filter(|_| between)?.who) else {
            return None;
        };
        let mut before = np.first.checked_sub(1)?;
        while page.is_mark(before, b',') {
            before = before.checked_sub(1).and_then(|at| self.scene.np(at))?.first.checked_sub(1)?;
        }
        PICKS.contains(&page.word(before)).then_some((a, b))
    }

    /// "Named by the head as mother's brother": who stood before, and who was named.
    fn named_as(&self, cue: &Hit) -> Option<(usize, usize)> {
        let page = self.page();
        let said = page.word(cue.last) == "as" || page.word(cue.last + 1) != "as";
        let second = self.scene.np_from(cue.last + if said { 1 } else { 2 })?;
        if second.pronoun || second.pro || second.plural || second.sex.is_none() {
            return None;
        }
        let start = page.sentence(cue.first).start;
        let fits = |np: &&Np| {
            !np.pro
                && !np.plural
                && !np.nested
                && !np.young
                && np.first < cue.first
                && np.first + NEAR > start
                && np.who != second.who
                && np.sex == second.sex
        };
        let near = self.scene.nps.iter().rev().find(fits)?;
        let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (near.who, second.who) else { return None };
        Some((a, b))
    }
}
