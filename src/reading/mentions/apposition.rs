//! A second way of naming the same person, behind a comma or in brackets.

use super::Finder;
use crate::model::{Mention, Naming, Who};
use crate::reading::groups::{Group, Set};
use crate::reading::is_ordinary;
use crate::reading::page::Hit;
use crate::reading::tokens::Shape;

impl Finder<'_> {
    /// A comma, then a second way of naming the same person: "her uncle, Mr R Sleight"; "Mick, mother's boyfriend".
    /// Gives the last token taken.
    pub fn apposition(&mut self, np: usize, mention: usize, end: usize) -> usize {
        let page = self.page();
        let at = end + 1;
        if let Some(cue) = self.known_as_cue(at).filter(|_| self.one_sentence(end, at)) {
            return self.known_as(mention, cue, end);
        }
        // "a neighbour in Kaunas, an old man who has since died".
        let placed = matches!(page.word(at), "in" | "from" | "at") && page.is_mark(at + 2, b',');
        let place = placed && matches!(page.shape(at + 1), Shape::Title | Shape::Caps);
        let (at, end) = if place { (at + 2, at + 1) } else { (at, end) };
        let opens = page.is_mark(at, b',') || page.is_mark(at, b'(') || page.is_mark(at, b'-');
        if !opens || !self.one_sentence(end, at + 1) {
            return end;
        }
        let mark = self.scene.nps.len();
        // "Her cousin, AP Connor Marlow".
        let labelled = page.has(at + 1, Group::SuspectLabel) && !page.has(at + 1, Group::Person);
        let from = if labelled { at + 2 } else { at + 1 };
        // "his football coach, a Mr Prior, abused him".
        let from = from + usize::from(matches!(page.word(from), "a" | "one") && page.has(from + 1, Group::Title));
        let Some(second) = self.noun_phrase(from).or_else(|| self.full_name_of(mention, from)) else { return end };
        let other = self.scene.nps[mark..].iter().position(|np| !np.nested && np.first == from);
        if let Some(other) = other {
            self.compare((np, mention, end), mark + other, second, labelled);
        }
        second
    }

    /// "her maternal uncle, Rui Lopes": two words with capitals that no list knows, behind the kin word for somebody.
    fn full_name_of(&mut self, mention: usize, at: usize) -> Option<usize> {
        let page = self.page();
        let capital = |at: usize| matches!(page.shape(at), Shape::Title | Shape::Caps) && !is_ordinary(page.word(at));
        let kin = self.scene.mentions[mention].naming == Naming::Kin && self.closed_by_mark(at + 1);
        let two = capital(at) && capital(at + 1) && page.sentence(at) == page.sentence(at + 1);
        let name = self.scene.book.at(page, at, true).filter(|name| kin && two && name.last == at + 1)?;
        Some(self.named_so(mention, at, &name))
    }

    /// The last token of "known as" where it stands behind somebody: "Ray, also known as", "who is known as".
    fn known_as_cue(&self, at: usize) -> Option<usize> {
        let page = self.page();
        let skip = if page.has(at, Group::Relative) { at + 1 } else { at };
        let loose = page.has(skip, Group::Skip) || page.is_mark(skip, b',');
        // "Child named mother's brother": a verb.
        let verb = |hit: &Hit| page.word(hit.first) == "named" && page.any(hit.last + 1, Set::of(&[Group::Kin]));
        page.begins(at, Group::KnownAs)
            .filter(|hit| !verb(hit))
            .or_else(|| page.begins(skip, Group::KnownAs))
            .or_else(|| page.begins(skip + 1, Group::KnownAs).filter(|_| loose))
            .map(|hit| hit.last)
    }

    /// Whether two ways of naming that stand beside each other are of one person, or tell what somebody's post is.
    fn compare(&mut self, (np, mention, end): (usize, usize, usize), other: usize, second: usize, labelled: bool) {
        let (one, other) = (&self.scene.nps[np], &self.scene.nps[other]);
        let Some(Who::Mention(index)) = other.who else { return };
        let (before, after) = (&self.scene.mentions[mention], &self.scene.mentions[index]);
        let bracket = self.page().is_mark(end + 1, b'(');
        let pairs = is_named(before) != is_named(after)
            && !before.professional
            && !other.plural
            && !one.plural
            && (before.sex.is_none() || after.sex.is_none() || before.sex == after.sex);
        let owned = if is_named(before) {
            let told =
                matches!(self.page().word(other.first), "a" | "an") && self.page().has(other.last, Group::Person);
            after.kin.is_some() && (after.text.contains(' ') || bracket) || told && !other.young && !one.young
        } else {
            one.first != end
                || labelled
                || before.kin_of.is_some()
                || before.text.contains(' ')
                || before.kin.is_some() && bracket
                || matches!(before.naming, Naming::Unnamed) && self.closed_by_mark(second)
        };
        let described = !is_named(before)
            && !before.professional
            && after.naming == Naming::Unnamed
            && matches!(self.page().word(other.first), "a" | "an")
            && self.page().has(second + 1, Group::Relative)
            && (before.sex.is_none() || after.sex.is_none() || before.sex == after.sex);
        if (pairs && owned || described)
            && self.closes(second)
            && !self.begins_main_clause(end, second)
            && !after.professional
        {
            self.scene.same.push((mention, index));
            self.share_kin(mention, index);
        } else if after.professional && is_named(before) && (bracket || self.is_post(before, other.last)) {
            self.scene.mentions[mention].professional = true;
            self.scene.nps[np].pro = true;
        }
    }

    /// Gives the second of two mentions of one person the kinship of the first, where it has none.
    fn share_kin(&mut self, mention: usize, index: usize) {
        let (before, after) = (&self.scene.mentions[mention], &self.scene.mentions[index]);
        if after.kin.is_none() && before.kin.is_some() && before.kin_of != Some(index) {
            let (kin, kin_of) = (before.kin.clone(), before.kin_of);
            self.scene.mentions[index].kin = kin;
            self.scene.mentions[index].kin_of = kin_of;
        }
    }

    /// "Carl Denning, contact supervisor.": somebody whom the front sheet does not list, and behind the comma the post.
    fn is_post(&self, before: &Mention, last: usize) -> bool {
        let Naming::Full { given, surname } = &before.naming else { return false };
        let ends = matches!(self.page().shape(last + 1), Shape::Mark(b'.' | b';')) || last + 1 >= self.page().len();
        let listed = self.scene.book.on_front(&format!("{given} {surname}").to_lowercase());
        ends && !listed && before.kin.is_none()
    }

    /// "When Arjan sees his father, Callum will be out": the comma that ends a clause with "when" joins nobody.
    fn begins_main_clause(&self, end: usize, second: usize) -> bool {
        const SUBORDINATES: &[&str] = &[
            "when", "if", "while", "after", "before", "because", "since", "until", "once", "although", "unless",
            "whenever",
        ];
        let page = self.page();
        let begins =
            page.is_mark(end + 1, b',') && page.any(second + 1, Set::of(&[Group::Modal, Group::Be, Group::Have]));
        let start = page.sentence(end).start;
        begins
            && (start..end).any(|i| SUBORDINATES.contains(&page.word(i)))
            && !(start..end).any(|i| page.is_mark(i, b','))
    }

    /// Whether a mark stands after a token: "by a peer, Ethan R, at a party".
    fn closed_by_mark(&self, last: usize) -> bool {
        matches!(self.page().shape(last + 1), Shape::Mark(b',' | b'.' | b')' | b';' | b':'))
    }

    /// Whether an apposition can end after the token.
    fn closes(&self, last: usize) -> bool {
        let page = self.page();
        let next = last + 1;
        let goes_on = page.has(next, Group::And) || page.is_mark(next, b',') && page.has(next + 2, Group::And);
        !goes_on
    }
}

fn is_named(mention: &Mention) -> bool {
    matches!(mention.naming, Naming::Full { .. } | Naming::Given(_) | Naming::Surname { .. } | Naming::Initials(_))
}
