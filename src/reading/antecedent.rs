//! Whom "he", "her" and "they" mean.

use super::mentions::Finder;
use super::scene::Np;
use crate::model::{Sex, Who};

/// What a pronoun means where the entry names nobody who fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pronoun {
    /// The child's sex, where the front sheet gives it.
    pub sex: Option<Sex>,
    /// Whether the child can be meant at all: born by the day of the entry.
    pub born: bool,
    /// Whether the child is too young to tell anything.
    pub infant: bool,
    /// Whether the entry is the mother's: from before the birth, or of the care of a pregnancy.
    pub mothers: bool,
    /// Whether there is a front sheet.
    pub record: bool,
}

/// What it costs not to be known to be of a pronoun's sex, where the same sentence speaks of somebody who is.
const UNKNOWN_BESIDE_KNOWN: i32 = 18;

/// Verbs of telling.
pub const TELLS: &[&str] = &[
    "disclosed",
    "discloses",
    "told",
    "tells",
    "says",
    "said",
    "reports",
    "reported",
    "alleged",
    "alleges",
    "confided",
    "confides",
    "claims",
    "claimed",
    "stated",
    "states",
];
/// More of them, with which a sentence opens that names nobody who tells.
const OPENS_TELLING: &[&str] = &["disclosing", "saying", "alleging", "revealed"];

/// Bodies that no pronoun for one person means.
const ORGANISED: &[&str] = &[
    "school",
    "police",
    "csc",
    "mash",
    "cafcass",
    "camhs",
    "college",
    "nursery",
    "court",
    "hospital",
    "housing",
    "surgery",
    "staff",
    "team",
    "agency",
    "clinic",
    "ward",
    "service",
    "services",
    "panel",
    "conference",
    "meeting",
    "hub",
    "unit",
    "charity",
    "project",
    "council",
    "board",
    "academy",
    "mace",
    "practice",
    "department",
    "probation",
];
/// Several people under one word, whom no "he" or "she" means.
const SEVERAL: &[&str] = &["family", "household", "couple"];

impl Finder<'_> {
    /// The best antecedent before the token: near, in a leading place, of the right sex and number.
    /// `other` is somebody else by the grammar.
    pub fn antecedent(&self, sex: Option<Sex>, plural: bool, at: usize, other: Option<Who>) -> Option<Who> {
        let sentence = self.scene.page.sentence_of(at) as i32;
        let mut best: Option<(i32, Who)> = None;
        for (back, np) in self.scene.nps.iter().rev().take(14).enumerate() {
            let own_sex = np.sex.or_else(|| self.sex_beside(np));
            let several = sex.is_some() && SEVERAL.contains(&self.scene.page.word(np.last));
            let fits = np.plural == plural
                && (own_sex.is_none() || sex.is_none() || own_sex == sex)
                && !np.generic
                && !several;
            let Some(who) = np.who.filter(|who| fits && np.last < at && !self.are_one(*who, other)) else { continue };
            let away = sentence - self.scene.page.sentence_of(np.first) as i32;
            let mut score = 100 - 14 * away - 3 * back as i32;
            score += if np.subject { 12 } else { 0 };
            score += if self.scene.client == Some(who) { 25 } else { 0 };
            score -= if self.child.infant && self.scene.is_subject_child(np) { 40 } else { 0 };
            let body = np.pro && !np.named && ORGANISED.contains(&self.scene.page.word(np.last));
            score -= 45 * i32::from(np.pro) + 30 * i32::from(body && !plural);
            // "Sharon on her own. Said having a girl stirred things up: her dad": nobody in particular is no "she".
            let a_child = np.young && !np.named && !np.subject && matches!(self.scene.page.word(np.first), "a" | "an");
            score -= if a_child { 25 } else { 0 };
            score -= if np.nested { 12 } else { 0 };
            score -= if np.nested && away == 0 && self.told_by_nobody(at) { 60 } else { 0 };
            let unknown = np.sex.is_none() && sex.is_some() && !plural;
            score -= match unknown {
                true if self.known_beside(np, sex, at, other) => UNKNOWN_BESIDE_KNOWN,
                true => 5,
                false => 0,
            };
            score -= if np.owns { 2 } else { 0 };
            score -= if self.scene.governed(np) && !np.pronoun { 4 } else { 0 };
            let by = np.first.checked_sub(1).is_some_and(|at| self.scene.page.word(at) == "by");
            score += if by && !np.pronoun && !np.nested { 10 } else { 0 };
            let who = if away == 0 && self.owned_and_left(np, sex, at) { self.owner(who) } else { who };
            if best.is_none_or(|(top, _)| score > top) && Some(who) != other {
                best = Some((score, who));
            }
        }
        let fits = |client: &Who| self.client_fits(*client, sex) && !plural && Some(*client) != other;
        let client = self.scene.client.filter(fits);
        match best {
            Some((score, who)) if score >= 45 => Some(who),
            _ => client
                .or(best.map(|(_, who)| who).filter(|_| !self.child.record))
                .or_else(|| self.nobody_named(sex, plural)),
        }
    }

    /// "Disclosed to the nurse that Mum's boyfriend raped her": whether a sentence opens with telling and names nobody who tells.
    /// Whoever the record is about tells, and speaks of nobody who only owns somebody.
    fn told_by_nobody(&self, at: usize) -> bool {
        let page = &self.scene.page;
        let start = page.sentence(at).start;
        let disclosure = matches!(page.word(start), "disclosure" | "disclosures") && page.word(start + 1) == "that";
        disclosure || TELLS.iter().chain(OPENS_TELLING).any(|word| *word == page.word(start))
    }

    /// "Not sleeping since Dad went: Dad used him": whether two words are for one person, as the same kin word twice is.
    fn are_one(&self, who: Who, other: Option<Who>) -> bool {
        let words = |who: Who| match who {
            Who::Mention(at) => {
                self.scene.mentions.get(at).map(|mention| (mention.text.to_lowercase(), mention.kin_of))
            }
            _ => None,
        };
        other.is_some_and(|other| who == other || words(who).is_some() && words(who) == words(other))
    }

    /// "The complainant, Amber": the sex that the words beside show.
    fn sex_beside(&self, np: &Np) -> Option<Sex> {
        let who = np.who?;
        let linked = |other: &&Np| other.who.is_some_and(|other| self.scene.are_linked(who, other));
        self.scene.nps.iter().filter(linked).find_map(|other| other.sex)
    }

    /// "Kai was in Ilinca's room. She says": whether the same sentence speaks of somebody who is known to be of the sex.
    fn known_beside(&self, np: &Np, sex: Option<Sex>, at: usize, other: Option<Who>) -> bool {
        let page = &self.scene.page;
        let sentence = page.sentence_of(np.first);
        let beside = |one: &&Np| one.last < at && page.sentence_of(one.first) == sentence && one.first != np.first;
        let fits = |one: &Np| one.sex == sex && !one.plural && !one.pro && !one.generic && one.who.is_some();
        self.scene
            .nps
            .iter()
            .rev()
            .take(14)
            .filter(beside)
            .any(|one| fits(one) && one.who != other && one.who != np.who)
    }

    /// "the nights her mum was at work, he would come to her room": whether words that begin with the same pronoun were left for
    /// somebody of the other sex since; whose room it is, is still whose mum she is.
    fn owned_and_left(&self, np: &Np, sex: Option<Sex>, at: usize) -> bool {
        let page = &self.scene.page;
        let same = page.word(np.first) == page.word(at) && np.last > np.first;
        let leads = |one: &Np| one.subject || one.pronoun && !one.owns;
        let other =
            |one: &Np| leads(one) && one.first > np.last && one.last < at && one.sex.is_some() && one.sex != sex;
        same && sex.is_some() && self.scene.nps.iter().rev().take_while(|one| one.first > np.last).any(other)
    }

    /// Whose kin somebody is.
    fn owner(&self, who: Who) -> Who {
        let Who::Mention(index) = who else { return who };
        self.scene.mentions.get(index).and_then(|mention| mention.kin_of).map_or(Who::Child, Who::Mention)
    }

    fn client_fits(&self, client: Who, sex: Option<Sex>) -> bool {
        match client {
            Who::Mention(index) => self
                .scene
                .mentions
                .get(index)
                .is_some_and(|mention| mention.sex.is_none() || sex.is_none() || mention.sex == sex),
            Who::Child => self.child.sex.is_none() || sex.is_none() || self.child.sex == sex,
            Who::Mother => sex != Some(Sex::M),
        }
    }

    fn nobody_named(&self, sex: Option<Sex>, plural: bool) -> Option<Who> {
        if self.child.mothers && sex == Some(Sex::F) && !plural {
            return Some(Who::Mother);
        }
        let fits = plural || self.child.sex.is_none() || self.child.sex == sex;
        (fits && self.child.born).then_some(Who::Child)
    }
}
