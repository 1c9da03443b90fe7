//! The noun or name that says who somebody is.

use super::Finder;
use super::head::{Head, NOUNS};
use crate::model::{Kin, Naming, Sex};
use crate::reading::groups::Group;
use crate::reading::names::suffix;
use crate::reading::tokens::Shape;

/// Small words that begin a surname behind a title: "Mr de Vries".
const PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "di", "da", "del", "la", "le", "el", "al", "bin", "ter", "du", "dos"];

/// What "family" before it only tells the kind of.
const FAMILY_OF: &[&str] = &[
    "time",
    "contact",
    "support",
    "court",
    "worker",
    "centre",
    "hub",
    "history",
    "life",
    "home",
    "group",
    "plan",
    "meeting",
    "conference",
    "law",
    "nurse",
    "room",
    "tree",
    "name",
    "photographs",
    "photos",
    "car",
    "dog",
    "holiday",
    "meal",
    "therapy",
    "solicitor",
    "assessment",
    "circumstances",
    "situation",
    "division",
    "doctor",
    "practice",
    "intervention",
    "network",
    "party",
    "wedding",
    "funeral",
    "gathering",
    "event",
    "tenancy",
    "flat",
    "house",
];

impl Finder<'_> {
    /// The noun or name that begins with a token, behind adjectives of kinship from `kin_from` on. `owned` where whose
    /// they are stands before.
    pub fn noun(&mut self, j: usize, kin_from: Option<usize>, led: bool, owned: bool) -> Option<Head> {
        if let Some(head) = self.titled(j) {
            return Some(head);
        }
        if self.is_parent_letter(j) {
            return self.parent_letter(j);
        }
        let page = self.page();
        if page.word(j) == "family" && FAMILY_OF.contains(&page.word(j + 1)) {
            return None;
        }
        let longest = NOUNS
            .iter()
            .filter_map(|group| page.begins(j, *group))
            .max_by_key(|hit| (hit.last, owned == (hit.group == Group::Kin)));
        let no_kin = page.word(j) == "mo" && page.shape(j) == Shape::Title
            || page.word(j) == "da" && page.shape(j) == Shape::Caps && !owned;
        if let Some(hit) = longest.filter(|hit| !no_kin && !self.is_front_given(hit.first, hit.last)) {
            let (group, last) = (hit.group, hit.last);
            return self.noun_of(group, j, last, kin_from, led);
        }
        self.bare_name(j)
    }

    /// "Mr Sleight", "PC Dunn".
    fn titled(&self, j: usize) -> Option<Head> {
        let page = self.page();
        let title = page
            .begins(j, Group::TitlePro)
            .or_else(|| page.begins(j, Group::Title))
            .filter(|_| page.shape(j) != Shape::Lower || page.has(j, Group::Title))?;
        let at = if page.is_mark(title.last + 1, b'.') { title.last + 2 } else { title.last + 1 };
        let particles =
            (at..at + 3).take_while(|&i| PARTICLES.contains(&page.word(i)) && page.shape(i) == Shape::Lower);
        let at = at + particles.count();
        let name = self.scene.book.at(page, at, true)?;
        let mut head = self.named(Head::new(name.last), &name);
        head.sex = match page.word(j) {
            "mr" | "sir" | "lord" => Some(Sex::M),
            "mrs" | "ms" | "miss" | "lady" => Some(Sex::F),
            _ => head.sex,
        };
        let text = (j..=title.last).map(|i| page.word(i)).collect::<Vec<_>>().join(" ");
        let staff = format!("{text} {}", page.word(name.last));
        head.pro = title.group == Group::TitlePro || self.scene.book.is_staff(&staff);
        head.title = Some(self.words(j, title.last));
        head.named = true;
        Some(head)
    }

    /// A name with neither title nor kin word.
    fn bare_name(&mut self, j: usize) -> Option<Head> {
        let page = self.page();
        let name = self.scene.book.at(page, j, false)?;
        let mut head = self.named(Head::new(name.last), &name);
        head.named = true;
        if suffix(page.word(name.last + 1)) && self.one_sentence(name.last, name.last + 1) {
            head.title = Some(self.words(name.last + 1, name.last + 1));
            head.last = name.last + 1;
        }
        let folded = (j..=name.last).map(|i| page.word(i)).collect::<Vec<_>>().join(" ");
        head.pro = self.scene.book.is_staff(&folded);
        Some(self.with_kin_behind(head))
    }

    /// "Kully Aunty", "Raj Uncle ji": a given name with the kin word behind it, as families of South Asia say it.
    fn with_kin_behind(&mut self, mut head: Head) -> Head {
        const BEHIND: &[&str] =
            &["aunty", "auntie", "aunti", "uncle", "bhai", "masi", "chacha", "chachu", "bua", "bhua", "khala"];
        let page = &self.scene.page;
        let at = head.last + 1;
        let joined = page.token(head.last).zip(page.token(at)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        let ends =
            !matches!(page.shape(at + 1), Shape::Title | Shape::Caps | Shape::Initial) || page.word(at + 1) == "ji";
        let given = matches!(head.naming, Naming::Given(_));
        if !(joined && ends && given && BEHIND.contains(&page.word(at))) {
            return head;
        }
        let word = page.word(at).to_owned();
        head.kin = self.kin.entry(word).or_insert_with_key(|text| Kin::parse(text)).clone();
        head.sex = head.kin.as_ref().and_then(Kin::sex).or(head.sex);
        head.last = at;
        head
    }

    /// A kin word or noun that is also somebody's name here ("Nan", "Guy").
    fn is_front_given(&self, first: usize, last: usize) -> bool {
        let page = self.page();
        first == last
            && page.shape(first) == Shape::Title
            && !page.has(first, Group::Kin)
            && self.scene.book.on_front(page.word(first))
    }
}
