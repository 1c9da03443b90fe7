//! How two people in the making stand to each other.

use super::bearers::Bearers;
use super::draft::Table;
use super::nicknames;
use super::profile::Profile;
use crate::model::{Bond, Meaning, Step};
use std::collections::BTreeSet;

/// A mention that fits this many people is never put forward as any one of them.
pub const MANY: usize = 32;

impl Table<'_> {
    /// Why two drafts cannot be one person; none where nothing forbids it.
    pub fn forbidden(&self, a: usize, b: usize) -> Option<String> {
        if self.decided_apart(a, b) {
            return Some("somebody decided that they are two people".into());
        }
        if self.drafts[a].front.is_some() && self.drafts[b].front.is_some() {
            return Some("the front sheet lists both".into());
        }
        self.drafts[a].profile.forbids(&self.drafts[b].profile)
    }

    /// Whether one entry names both.
    pub fn in_one_entry(&self, a: usize, b: usize) -> bool {
        let clues = |draft: usize| self.drafts[draft].clues.len();
        let (few, many) = if clues(a) <= clues(b) { (a, b) } else { (b, a) };
        let mut entries = self.drafts[few].clues.iter().map(|(clue, _)| self.clues[*clue].entry);
        entries.any(|entry| self.clues_in(many, entry).next().is_some())
    }

    /// Whether one entry names both by a name: kin words and bare roles beside a name can be for the one who is named.
    pub fn named_in_one_entry(&self, a: usize, b: usize) -> bool {
        let named = |draft: usize| {
            let clues = self.drafts[draft].clues.iter().map(|(clue, _)| &self.clues[*clue]);
            clues.filter(|clue| clue.is_named()).map(|clue| clue.entry).collect::<BTreeSet<usize>>()
        };
        !named(a).is_disjoint(&named(b))
    }

    /// Whether both have a place in the family and the places may be one.
    pub fn kin_agree(&self, a: usize, b: usize) -> bool {
        self.family.places(a).iter().any(|way| self.family.may_stand(b, way, 0))
    }

    /// Whether both have a place in the family and the places cannot be one.
    pub fn kin_apart(&self, a: usize, b: usize) -> bool {
        !self.family.is_stranger(a) && !self.family.is_stranger(b) && !self.kin_agree(a, b)
    }

    /// Whether somebody whose place in the family is not known bears the surname of the side on which the other
    /// stands, or of the one whose partner the other is: an uncle is a Sleight where the mother's mother is one, and
    /// the husband of Bridget Quilligan a Quilligan.
    pub fn surname_of_side(&self, placed: usize, stranger: usize) -> bool {
        if !self.family.is_stranger(stranger) {
            return false;
        }
        let names = |draft: usize| self.drafts[draft].profile.names.iter().map(|name| &name.surname);
        let borne: BTreeSet<&String> = names(stranger).collect();
        let spouse = |way: &[Step]| {
            let known = way.split_last().filter(|(last, before)| last.bond == Bond::Partner && !before.is_empty());
            known.is_some_and(|(_, before)| {
                let of = self.family.reach(0, before);
                of.len() == 1 && of.iter().any(|of| names(*of).any(|surname| borne.contains(surname)))
            })
        };
        self.family.places(placed).iter().any(|way| {
            spouse(way)
                || match way.first() {
                    Some(parent) if parent.bond == Bond::Parent && way.len() > 1 => {
                        let sides: [&[Step]; 3] = [
                            &[*parent],
                            &[*parent, Step::new(Bond::Parent, None)],
                            &[*parent, Step::new(Bond::Sibling, None)],
                        ];
                        let blood =
                            way.iter().all(|step| matches!(step.bond, Bond::Parent | Bond::Sibling | Bond::Child));
                        let bears = |kin: &usize| *kin != placed && names(*kin).any(|name| borne.contains(name));
                        blood && sides.iter().any(|steps| self.family.reach(0, steps).iter().any(bears))
                    }
                    _ => false,
                }
        })
    }

    /// Whether a draft is a parent of the child.
    pub fn is_parent(&self, draft: usize) -> bool {
        self.family.reach(0, &[Step::new(Bond::Parent, None)]).contains(&draft)
    }

    /// Whether a draft is the child, a parent or a sibling whom the front sheet lists.
    pub fn is_household(&self, draft: usize) -> bool {
        let near = |way: &Vec<Step>| matches!(way[..], [step] if matches!(step.bond, Bond::Parent | Bond::Sibling | Bond::HalfSibling));
        self.drafts[draft].front.is_some() && (draft == 0 || self.family.places(draft).iter().any(near))
    }

    /// Whether a clue stands only in columns that say whom a row is about.
    pub fn is_row_of(&self, clue: usize) -> bool {
        let said = &self.clues[clue];
        let (Some(entry), Some(Some(reading))) = (self.entries.get(said.entry), self.readings.get(said.entry)) else {
            return false;
        };
        let cell = |mention: &usize| reading.mentions.get(*mention).and_then(|mention| entry.cells.get(mention.cell));
        said.mentions.iter().all(|mention| cell(mention).is_some_and(|cell| cell.meaning == Meaning::People))
    }

    /// Whether the same entry names the draft in full before this clue.
    pub fn just_named(&self, clue: usize, draft: usize) -> bool {
        let this = &self.clues[clue];
        let before = |other: usize| {
            let other = &self.clues[other];
            other.mentions < this.mentions && !other.profile.names.is_empty()
        };
        self.clues_in(draft, this.entry).any(before)
    }

    /// Whether a part of a name that one goes by can belong to the other: "Ray" and "Raymond Sleight",
    /// a surname alone and a full name. Nobody without any name is called alike.
    pub fn could_be_called_alike(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.drafts[a].profile, &self.drafts[b].profile);
        let firsts = |profile: &Profile| -> BTreeSet<String> {
            profile.names.iter().map(|name| name.first().to_owned()).chain(profile.singles.iter().cloned()).collect()
        };
        let lasts = |profile: &Profile| -> BTreeSet<String> {
            let alone = profile.surnames.iter().map(|(_, surname)| surname.clone());
            profile.names.iter().map(|name| name.surname.clone()).chain(alone).collect()
        };
        let (a_first, b_first, a_last, b_last) = (firsts(one), firsts(other), lasts(one), lasts(other));
        let given = a_first.iter().any(|x| b_first.iter().any(|y| x == y || nicknames::short_form(x, y)));
        let surname = !a_last.is_disjoint(&b_last);
        let given_missing = a_first.is_empty() || b_first.is_empty();
        let surname_missing = a_last.is_empty() || b_last.is_empty();
        (given && (surname || surname_missing)) || (given_missing && surname)
    }

    /// Those of whom it is sure who they are and whose surname nobody says, by what they are called.
    pub fn without_surname(&self) -> Bearers {
        let mut lone = Bearers::default();
        for (at, draft) in self.sure() {
            if draft.profile.names.is_empty() && draft.profile.surnames.is_empty() {
                lone.add(at, &draft.profile);
            }
        }
        lone
    }

    /// The later ones, in order, of whom it is sure who they are, who may be called as a draft is: nobody else is. Where
    /// both have a surname it is the same, so that of those without one is enough to know the given name.
    pub fn maybe_called_alike(&self, draft: usize, without_surname: &Bearers) -> BTreeSet<usize> {
        let known = &self.drafts[draft].profile;
        let given: BTreeSet<String> =
            known.names.iter().map(|name| name.first().to_owned()).chain(known.singles.iter().cloned()).collect();
        let surnames = known.names.iter().map(|name| &name.surname).chain(known.surnames.iter().map(|(_, name)| name));
        let lone = known.names.is_empty() && known.surnames.is_empty();
        let bearers = if lone { &self.bearers } else { without_surname };
        let mut found = bearers.of_given(&given);
        found.extend(bearers.of_short(&given));
        found.extend(surnames.flat_map(|surname| self.bearers.of_surname(surname)));
        found.retain(|other| *other > draft && self.is_sure(*other));
        found
    }

    /// Notes that a draft may be one with others.
    pub fn doubt(&mut self, a: usize, others: &[usize], for_: &'static str) {
        for &b in others {
            if !self.decided_apart(a, b) {
                self.doubts.add(a, b, for_);
            }
        }
    }

    /// Whether both are mentions that fit so many people already that a doubt more would say nothing of either.
    pub fn both_fit_many(&self, a: usize, b: usize) -> bool {
        [a, b].iter().all(|one| self.drafts[*one].unsure && self.doubts.of(*one) > MANY)
    }
}
