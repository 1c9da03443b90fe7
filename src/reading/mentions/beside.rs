//! What stands beside a mention: an age, a date of birth, other names, a post.

use super::Finder;
use super::head::Head;
use crate::model::{Naming, Who};
use crate::reading::groups::{Group, Set};
use crate::reading::is_ordinary;
use crate::reading::names::Name;
use crate::reading::tokens::Shape;

impl Finder<'_> {
    /// Age, date of birth, other names and role words that stand after a mention; gives the last token taken.
    pub fn beside(&mut self, np: usize, mention: usize) -> usize {
        let mut end = self.scene.nps[np].last;
        for _ in 0..4 {
            let Some(next) = self.one_beside(np, mention, end) else { break };
            end = next;
        }
        end
    }

    fn one_beside(&mut self, np: usize, mention: usize, end: usize) -> Option<usize> {
        let page = &self.scene.page;
        let at = end + 1;
        if page.token(end).zip(page.token(at)).is_none_or(|(a, b)| a.cell != b.cell) {
            return None;
        }
        let bracket = page.is_mark(at, b'(');
        let comma = page.is_mark(at, b',');
        let inner = if bracket || comma { at + 1 } else { at };
        if let Some((years, last)) = self.stated_age(inner, bracket, comma) {
            self.tell_age(np, mention, years);
            return Some(self.closed(last, bracket));
        }
        if let Some(years) = self.age_in_clause(inner) {
            self.tell_age(np, mention, years);
            return None;
        }
        if let Some((born, last)) = self.born(inner) {
            self.scene.mentions[mention].born = Some(born);
            return Some(self.closed(last, bracket));
        }
        let other = if bracket { self.other_surname(mention, inner) } else { None };
        if let Some((name, last)) = other {
            self.scene.mentions[mention].also.push(name);
            return Some(self.closed(last, bracket));
        }
        let page = &self.scene.page;
        if let Some(cue) = self.also_cue(inner, bracket) {
            return self.also(mention, cue).map(|last| self.closed(last, bracket));
        }
        if bracket && (page.has(inner, Group::Pro) || page.has(inner, Group::TitlePro)) && page.has(at + 1, Group::Pro)
        {
            self.scene.mentions[mention].professional = true;
            self.scene.nps[np].pro = true;
        }
        None
    }

    /// "Lewis Strang (Rudge)", "Bethan (Coyle on her tenancy)": another surname in brackets, one of the record or said to stand somewhere.
    fn other_surname(&self, mention: usize, at: usize) -> Option<(String, usize)> {
        let page = self.page();
        let (given, surname) = match &self.scene.mentions[mention].naming {
            Naming::Full { given, surname } => (given.clone(), surname.to_lowercase()),
            Naming::Given(given) => (given.clone(), String::new()),
            _ => return None,
        };
        let word = page.word(at);
        let capital = matches!(page.shape(at), Shape::Title | Shape::Caps) && !is_ordinary(word) && word.len() > 2;
        let alone = page.is_mark(at + 1, b')') && self.scene.book.is_surname(word);
        let placed = matches!(page.word(at + 1), "on" | "to" | "at" | "for" | "in")
            && matches!(page.word(at + 2), "her" | "his" | "the" | "our" | "school" | "work" | "college");
        if !capital || word == surname || !(alone || placed) {
            return None;
        }
        let close = (at + 1..at + 8).find(|end| page.is_mark(*end, b')'))?;
        let name = format!("{given} {}", self.words(at, at));
        Some((name, close - 1))
    }

    fn tell_age(&mut self, np: usize, mention: usize, years: u8) {
        self.scene.mentions[mention].age = Some(years);
        self.scene.nps[np].young |= years < 18;
    }

    /// The closing bracket after a token, where one was opened.
    fn closed(&self, last: usize, bracket: bool) -> usize {
        if bracket && self.page().is_mark(last + 1, b')') { last + 1 } else { last }
    }

    /// The last token of words after which another name stands: "also known as", "(was LAIDLER", "(PNC also HINES)", "now Nembhard."
    fn also_cue(&self, at: usize, bracket: bool) -> Option<usize> {
        const BRACKETED: &[&str] =
            &["was", "also", "ex", "prev", "previously", "now", "then", "or", "once", "fka", "pnc"];
        let page = &self.scene.page;
        let loose = matches!(page.word(at), "now" | "then" | "or" | "otherwise");
        if let Some(cue) = page.begins(at, Group::AlsoKnown).filter(|_| bracket || !loose) {
            return Some(cue.last);
        }
        if bracket && BRACKETED.contains(&page.word(at)) {
            return Some(at + usize::from(BRACKETED.contains(&page.word(at + 1))));
        }
        let ends = |at: usize| matches!(page.shape(at), Shape::Mark(b'.' | b',' | b';' | b')')) || at >= page.len();
        let capital = matches!(page.shape(at + 1), Shape::Title | Shape::Caps) && !is_ordinary(page.word(at + 1));
        let aside = page.is_mark(at.wrapping_sub(1), b',')
            && matches!(page.word(at), "previously" | "formerly" | "prev" | "then" | "once");
        let two = matches!(page.shape(at + 2), Shape::Title | Shape::Caps) && ends(at + 3) && aside;
        ((page.word(at) == "now" || aside) && capital && (ends(at + 2) || two)).then_some(at)
    }

    /// "also known as Spider": takes the other name that stands after the cue.
    fn also(&mut self, mention: usize, cue: usize) -> Option<usize> {
        let page = &self.scene.page;
        const AS: Set = Set::of(&[Group::Be, Group::AlsoKnown]);
        let mut i = cue + 1;
        while page.any(i, AS) || matches!(page.word(i), "as" | "called" | "a") || page.is_mark(i, b'"') {
            i += 1;
        }
        let name = self.scene.book.at(page, i, true)?;
        let text = self.words(i, name.last);
        self.scene.mentions[mention].also.push(text);
        Some(name.last)
    }

    /// "the step-grandfather, whom she calls Dziadek Zbyszek": the kin word and name by which somebody without a name is called.
    fn called_kin(&mut self, mention: usize, at: usize, end: usize) -> usize {
        let bare = matches!(self.scene.mentions[mention].naming, Naming::Unnamed | Naming::Kin);
        if !bare || !self.one_sentence(end, at) || !self.page().any(at, Set::of(&[Group::Kin])) {
            return end;
        }
        let mark = self.scene.nps.len();
        let Some(last) = self.noun_phrase(at) else { return end };
        let called = self.scene.nps[mark..].iter().find(|np| !np.nested && np.first == at).filter(|np| np.named);
        if let Some(Who::Mention(other)) = called.and_then(|np| np.who) {
            self.scene.same.push((mention, other));
        }
        last
    }

    /// "known as Ray": another name, or the name of somebody who had none.
    pub fn known_as(&mut self, mention: usize, cue: usize, end: usize) -> usize {
        let page = self.page();
        let mut at = cue + 1;
        while page.any(at, Set::of(&[Group::KnownAs, Group::Skip, Group::Det]))
            || page.is_mark(at, b'"')
            || matches!(page.word(at), "as")
        {
            at += 1;
        }
        let name = self.one_sentence(end, at).then(|| self.scene.book.at(page, at, true)).flatten();
        let Some(name) = name else { return self.called_kin(mention, at, end) };
        if !matches!(self.scene.mentions[mention].naming, Naming::Unnamed | Naming::Kin) {
            let text = self.words(at, name.last);
            self.scene.mentions[mention].also.push(text);
            return name.last;
        }
        self.named_so(mention, at, &name)
    }

    /// Takes a name as that of somebody who had none before it.
    pub fn named_so(&mut self, mention: usize, at: usize, name: &Name) -> usize {
        let mut head = self.named(Head { named: true, ..Head::new(name.last) }, name);
        head.sex = head.sex.or(self.scene.mentions[mention].sex);
        let other = self.mention(at, name.last, &head, None, false, false);
        let np = self.np(at, name.last, &head, other, false);
        let pushed = self.push(np);
        self.scene.same.push((mention, other));
        self.beside(pushed, other)
    }
}
