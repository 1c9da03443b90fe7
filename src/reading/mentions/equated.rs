//! Mentions that the words equate: "he is Mum's boyfriend".

use super::Finder;
use crate::model::{Bond, Mention, Naming, Sex, Who};
use crate::reading::groups::Group;
use crate::reading::page::Hit;
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;

/// How many words before a sentence somebody who is named in it may stand.
const NEAR: usize = 40;

impl Finder<'_> {
    /// "He is Mum's boyfriend", "Named by the head as mother's brother".
    pub fn equate(&mut self) {
        let pair = |np: &Np| {
            self.equated(np)
                .or_else(|| self.labelled(np))
                .or_else(|| self.picked_out(np))
                .or_else(|| self.in_brackets(np))
                .or_else(|| self.again(np))
        };
        let pairs: Vec<(usize, usize)> = self.scene.nps.iter().filter_map(pair).collect();
        for pair in pairs {
            if !self.scene.same.contains(&pair) {
                self.scene.same.push(pair);
            }
        }
        let whose: Vec<(usize, usize)> =
            self.scene.nps.iter().filter_map(|np| self.patient(np).or_else(|| self.letter(np))).collect();
        self.scene.same.extend(whose);
        self.scene.same.extend(self.suspect());
        let former: Vec<(usize, usize)> =
            self.scene.nps.iter().filter_map(|np| self.renamed(np).or_else(|| self.known_behind(np))).collect();
        former.iter().for_each(|pair| self.tell_other_name(*pair));
        self.scene.same.extend(former);
        let called: Vec<(usize, usize)> = self.scene.nps.iter().filter_map(|np| self.calls_himself(np)).collect();
        called.iter().for_each(|pair| self.tell_other_name(*pair));
        self.scene.same.extend(called);
        let cues: Vec<Hit> = self.scene.page.of(0..self.scene.page.len(), Group::NamedAs).copied().collect();
        let named: Vec<(usize, usize)> = cues.iter().filter_map(|cue| self.named_as(cue)).collect();
        self.scene.same.extend(named);
    }

    /// "Katarzyna W | Eldest says pt's bro ...": "pt" is whoever the record is about.
    fn patient(&self, np: &Np) -> Option<(usize, usize)> {
        const PATIENTS: &[&str] = &["pt", "patient", "client"];
        let (Some(Who::Mention(client)), Some(Who::Mention(own))) = (self.scene.client, np.who) else { return None };
        let bare = !np.named && !np.plural && !np.pronoun && np.first == np.last;
        (bare && client != own && PATIENTS.contains(&self.page().word(np.last))).then_some((client, own))
    }

    /// "Told staff her mum's bro has been abusing her. Susp: NOWAK Tomasz": the one grown relative without a name before the label is
    /// whom it names.
    fn suspect(&self) -> Option<(usize, usize)> {
        let page = self.page();
        let label = page.of(0..page.len(), Group::SuspectLabel).find(|hit| page.is_mark(hit.last + 1, b':'))?;
        let named = self.scene.np_from(label.last + 2).filter(|np| np.named && !np.young && !np.pro)?;
        let relative = |np: &&Np| {
            let Some(Who::Mention(at)) = np.who else { return false };
            let mention = &self.scene.mentions[at];
            let first = mention.kin.as_ref().and_then(|kin| kin.steps.first()).map(|step| step.bond);
            let grown = first.is_some_and(|bond| {
                !matches!(bond, Bond::Parent | Bond::Child | Bond::Sibling) || mention.kin_of.is_some()
            });
            let sexes = np.sex.is_some() && (named.sex.is_none() || np.sex == named.sex);
            np.last < label.first && grown && sexes && !np.named && !np.plural && !np.pronoun && !np.nested && !np.young
        };
        let mut all = self.scene.nps.iter().filter(relative);
        match (all.next()?.who, all.next(), named.who) {
            (Some(Who::Mention(kin)), None, Some(Who::Mention(name))) => Some((kin, name)),
            _ => None,
        }
    }

    /// "Linda Sugden and Barry Tomlin. ID seen: change of name deed, formerly Barry Kershaw"; "Mr Barry Tomlin was tried in 2017, as Barry
    /// Kershaw": whose other name it is stands before, with the given name.
    fn renamed(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let given = |np: &Np| match np.who {
            Some(Who::Mention(at)) => match &self.scene.mentions[at].naming {
                Naming::Full { given, surname } => Some((at, given.to_lowercase(), surname.to_lowercase())),
                _ => None,
            },
            _ => None,
        };
        let (own, name, surname) = given(np)?;
        let cue = np.first.checked_sub(1)?;
        let cue = if page.is_mark(cue, b',') || page.is_mark(cue, b'"') { cue.checked_sub(1)? } else { cue };
        let near = page.word(cue) == "as";
        let turned = matches!(page.word(cue), "now" | "then" | "originally" | "really" | "actually")
            && cue.checked_sub(1).is_some_and(|at| matches!(page.word(at), "is" | "was"));
        if !near && !turned && !page.has(cue, Group::AlsoKnown) {
            return None;
        }
        let here = page.sentence_of(np.first);
        let before =
            self.scene.nps.iter().rev().filter(|other| {
                other.last < np.first && !other.pro && (!near || page.sentence_of(other.first) == here)
            });
        let known = before.filter_map(given).find(|(_, first, other)| *first == name && *other != surname);
        let (other, ..) =
            known.or_else(|| if near { None } else { self.named_before(np, cue).map(|at| (at, name, surname)) })?;
        Some((other, own))
    }

    /// Somebody who goes by a given name alone is said to have another name: theirs too is what the words say.
    fn tell_other_name(&mut self, (known, named): (usize, usize)) {
        let name = self.scene.mentions[named].text.clone();
        let known = &mut self.scene.mentions[known];
        if matches!(known.naming, Naming::Given(_)) && !known.also.contains(&name) {
            known.also.push(name);
        }
    }

    /// "Marek, or Mark Novak as he is known on site", "Nora Delaney, as mother then was": whose other name stands before "as".
    fn known_behind(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let Some(Who::Mention(own)) = np.who.filter(|_| np.named && !np.pro && !np.column) else { return None };
        let at = np.last + 1 + usize::from(page.is_mark(np.last + 1, b','));
        let other = self.scene.np_from(at + 1).filter(|_| page.word(at) == "as")?;
        let next = |from: usize| page.word(other.last + from);
        let is = matches!((next(1), next(2)), ("is" | "was", "known" | "called" | "then") | ("then", "was"));
        let kin = |at: usize| self.scene.mentions[at].kin.is_some();
        let leads = |one: &&Np| {
            let named = one.named || matches!(one.who, Some(Who::Mention(at)) if kin(at));
            one.last < np.first && page.sentence_of(one.first) == page.sentence_of(np.first) && named && !one.pro
        };
        let whom = if other.pronoun { self.scene.nps.iter().rev().find(leads)? } else { other };
        match whom.who {
            Some(Who::Mention(at)) if is && at != own => Some((at, own)),
            _ => None,
        }
    }

    /// "Mother gave her name as Nora Delaney", "Lewis introduced himself as Lewis Strang": whom the clause speaks of before words for
    /// another name.
    fn named_before(&self, np: &Np, cue: usize) -> Option<usize> {
        let page = self.page();
        let here = page.sentence(np.first);
        let hit = page.of(here.start..np.first, Group::AlsoKnown).find(|hit| hit.first <= cue && cue <= hit.last);
        let (first, last) = hit.map_or((cue.saturating_sub(1), cue), |hit| (hit.first, hit.last));
        let owned = (first..=last).any(|at| matches!(page.word(at), "her" | "his" | "himself" | "herself"));
        let sexes = |other: &Np| other.sex.is_none() || np.sex.is_none() || other.sex == np.sex;
        let fits = |other: &&Np| {
            let kin = |at: usize| self.scene.mentions[at].kin.is_some();
            let known =
                matches!(other.who, Some(Who::Mention(at)) if other.named || kin(at) || other.pronoun && !owned);
            let single = !other.pro && !other.plural && !other.generic && !other.column;
            here.contains(&other.first) && other.last < cue && known && single && sexes(other)
        };
        match self.scene.nps.iter().rev().find(fits)?.who {
            Some(Who::Mention(at)) if Some(Who::Mention(at)) != np.who => Some(at),
            _ => None,
        }
    }

    /// "His wife's ex has gone over the county line, calls himself Craig Pallister these days": who the sentence is about.
    fn calls_himself(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let Some(Who::Mention(own)) = np.who.filter(|_| np.named && !np.column) else { return None };
        let word = |back: usize| np.first.checked_sub(back).map_or("", |at| page.word(at));
        let calls = matches!(word(2), "calls" | "calling" | "called") && matches!(word(1), "himself" | "herself")
            || matches!((word(3), word(2), word(1)), ("goes" | "going", "by", _) | (_, "goes" | "going", "by"));
        if !calls {
            return None;
        }
        let sex = match word(1) {
            "himself" => Some(Sex::M),
            "herself" => Some(Sex::F),
            _ => None,
        };
        let here = page.sentence_of(np.first);
        let subject = |other: &&Np| {
            let fits = sex.is_none() || other.sex.is_none() || other.sex == sex;
            let leads =
                !other.nested && !other.pro && !other.plural && !other.column && !other.generic && !other.pronoun;
            other.last < np.first && page.sentence_of(other.first) == here && leads && fits
        };
        match self.scene.nps.iter().rev().find(subject)?.who {
            Some(Who::Mention(first)) if first != own => Some((first, own)),
            _ => None,
        }
    }

    /// "YUSUF Ayaan (11). A. has told her": a letter is the one person named before whose given name begins so.
    fn letter(&self, np: &Np) -> Option<(usize, usize)> {
        let Some(Who::Mention(own)) = np.who.filter(|_| np.named && !np.column) else { return None };
        let letter = match &self.scene.mentions[own].naming {
            Naming::Initials(letters) if letters.chars().count() == 1 => letters.to_lowercase(),
            _ => return None,
        };
        if letter.chars().next().is_none_or(|letter| self.scene.book.bears(letter)) {
            return None;
        }
        let begins = |other: &&Np| {
            let Some(Who::Mention(at)) = other.who else { return false };
            let given = match &self.scene.mentions[at].naming {
                Naming::Full { given, .. } | Naming::Given(given) => given,
                _ => return false,
            };
            other.last < np.first && !other.pro && given.to_lowercase().starts_with(&letter)
        };
        let mut named = self.scene.nps.iter().filter(begins);
        let only = named.next().filter(|first| named.all(|other| other.who == first.who))?;
        match only.who {
            Some(Who::Mention(first)) if first != own => Some((first, own)),
            _ => None,
        }
    }

    /// "He is Mum's boyfriend": the two mentions, where somebody is said to be somebody's kin.
    fn equated(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        // "Bethan Rudge, who was Bethan Coyle when she was married".
        let relative = page.is_mark(np.last + 1, b',') && page.word(np.last + 2) == "who" && np.named;
        let be = np.last + if relative { 3 } else { 1 };
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
        // "Jamie, who is Denise and Colin's son": of two, whose.
        let of_two = page.has(other.last + 1, Group::And)
            && self.scene.np_from(other.last + 2).is_some_and(|next| {
                page.shape(next.last) == Shape::Possessive
                    || page.shape(next.last + 1) == Shape::Possessive
                    || next.owns
                    || next.first + 1 < next.last
            });
        let ends = page.shape(other.last + 1) != Shape::Possessive && !of_two;
        // "He is Abdirahman Yusuf, born ...": who had only a first name is given the whole.
        // "He is Mark Novak to his employer", "Mum was Nora Delaney before she married".
        const FOR_WHOM: &[&str] =
            &["on", "to", "at", "when", "before", "until", "till", "in", "for", "with", "then", "there"];
        let full = |mention: &Mention| match &mention.naming {
            Naming::Full { given, surname } => Some((given.to_lowercase(), surname.to_lowercase())),
            _ => None,
        };
        let other_surname = match (full(one), full(two)) {
            (Some((first, surname)), Some((second, other))) => first == second && surname != other,
            (one, two) => one.is_none() && two.is_some(),
        };
        let closed = matches!(page.shape(other.last + 1), Shape::Mark(_));
        let named = other_surname && (equals || closed || FOR_WHOM.contains(&page.word(other.last + 1)));
        (a != b && (two.kin.is_some() || named) && sexes && apart && ends).then_some((a, b))
    }

    /// "His football coach abused him. Coach died in 2004": the bare noun is the one person whom the entry called so before.
    fn again(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let bare = np.first == np.last || np.first + 1 == np.last && page.word(np.first) == "the";
        let plain = |np: &Np| {
            !np.named && !np.pronoun && !np.plural && !np.pro && !np.generic && page.has(np.last, Group::Person)
        };
        let Some(Who::Mention(own)) = np.who.filter(|_| bare && plain(np) && !np.nested) else { return None };
        let mut before = self.scene.nps.iter().filter(|other| {
            other.last < np.first && !other.nested && plain(other) && page.word(other.last) == page.word(np.last)
        });
        match (before.next()?.who, before.next()) {
            (Some(Who::Mention(first)), None) if first != own => Some((first, own)),
            _ => None,
        }
    }

    /// "My father came into my bed. He (Ryszard Wilk) died": the name in brackets is of whom "he" means.
    fn in_brackets(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let open = np.last + 1;
        let name =
            self.scene.np_from(open + 1).filter(|name| name.named && !name.pro && page.is_mark(name.last + 1, b')'))?;
        let (Some(Who::Mention(own)), Some(Who::Mention(named))) = (np.who, name.who) else { return None };
        let plain = !matches!(self.scene.mentions[own].naming, Naming::Full { .. });
        let sexes = np.sex.is_none() || name.sex.is_none() || np.sex == name.sex;
        (np.pronoun && !np.plural && page.is_mark(open, b'(') && own != named && plain && sexes).then_some((own, named))
    }

    /// "Named her youth pastor, Brother Emmanuel, as the man who": the two mentions around "as".
    fn picked_out(&self, np: &Np) -> Option<(usize, usize)> {
        const PICKS: &[&str] = &[
            "named",
            "names",
            "naming",
            "identified",
            "identifies",
            "described",
            "describes",
            "picked",
            "treating",
            "treated",
            "treat",
        ];
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
        let beside = |np: &Np| np.last + 1 == cue.first && second.sex.is_none();
        if second.pronoun || second.pro || second.plural {
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
                && (np.sex == second.sex && second.sex.is_some() || beside(np))
        };
        // "The cousin is understood to be Gurdeep", "Jamie, who is Denise and Colin's son": whoever stands right before it.
        let right_before = |np: &&Np| {
            let between = np.last + 1..cue.first;
            let open = between.clone().all(|at| page.is_mark(at, b',') || page.has(at, Group::Be));
            !np.nested && np.last < cue.first && between.len() <= 2 && open && np.who != second.who
        };
        let before = self.scene.nps.iter().rev().find(right_before);
        if before.is_some_and(|np| {
            np.named && second.named || np.sex.is_some() && second.sex.is_some() && np.sex != second.sex
        }) {
            return None;
        }
        let near = before
            .filter(|np| !np.pro && !np.plural && !np.pronoun)
            .or_else(|| self.scene.nps.iter().rev().find(fits))?;
        let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (near.who, second.who) else { return None };
        Some((a, b))
    }
}
