//! Whose mother, brother or friend a kin word means.

use super::Finder;
use super::head::Head;
use crate::model::{Bond, Kin, Mention, Naming, Sex, Step, Who};
use crate::reading::groups::Group;
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;

impl Finder<'_> {
    /// Whom "his", "her", "their" or "my" means.
    pub fn owner_of(&mut self, at: usize) -> Option<Who> {
        let (sex, plural) = match self.page().word(at) {
            "his" => (Some(Sex::M), false),
            "her" => (Some(Sex::F), false),
            "their" => (None, true),
            "my" | "our" => return self.speaker(at),
            _ => return None,
        };
        let own = self.subject_owns(at, sex).filter(|_| !plural && self.page().word(at + 1) == "own");
        let told =
            if plural { None } else { own.or_else(|| self.told_again(at)).or_else(|| self.teller(sex, at, false)) };
        let sibling = || self.sibling_of(at).filter(|_| plural);
        let told = told.or_else(sibling);
        told.or_else(|| self.antecedent(sex, plural, at, None)).or_else(|| self.mother_meant(sex, plural, at))
    }

    /// "one younger sister, Michelle, who told police their father had": of brother or sister and whoever is spoken of, the one named last.
    fn sibling_of(&self, at: usize) -> Option<Who> {
        if !matches!(
            self.page().word(at + 1),
            "father" | "dad" | "mother" | "mum" | "stepfather" | "stepdad" | "grandfather" | "uncle"
        ) {
            return None;
        }
        let from = self.page().sentence(at).start;
        let sibling = |np: &&Np| {
            let Some(Who::Mention(index)) = np.who else { return false };
            let kin = self.scene.mentions.get(index).and_then(|mention| mention.kin.as_ref());
            let is =
                kin.is_some_and(|kin| matches!(kin.steps[..], [Step { bond: Bond::Sibling | Bond::HalfSibling, .. }]));
            np.first >= from && np.last < at && !np.plural && is
        };
        self.scene.nps.iter().rev().find(sibling)?.who
    }

    /// "The mother had the help of her own brother": whoever the sentence begins with, where the sex fits.
    fn subject_owns(&self, at: usize, sex: Option<Sex>) -> Option<Who> {
        let from = self.page().sentence(at).start;
        let fits = |np: &&Np| np.first >= from && np.last < at && np.subject && np.sex == sex && !np.pro && !np.owns;
        self.scene.nps.iter().find(fits)?.who
    }

    /// "her mum ... once her mum is asleep": the same words again are of the same one.
    fn told_again(&self, at: usize) -> Option<Who> {
        let page = self.page();
        let same = |np: &&Np| {
            np.first + 1 == np.last && page.word(np.first) == page.word(at) && page.word(np.last) == page.word(at + 1)
        };
        let before = self.scene.nps.iter().rev().find(same)?;
        let Some(Who::Mention(index)) = before.who else { return None };
        let mention = self.scene.mentions.get(index).filter(|mention| mention.kin.is_some())?;
        Some(mention.kin_of.map_or(Who::Child, Who::Mention))
    }

    /// In a record kept before the birth, or of a boy, "she" with nobody named is the child's mother.
    pub fn mother_meant(&mut self, sex: Option<Sex>, plural: bool, at: usize) -> Option<Who> {
        if plural || sex != Some(Sex::F) || !self.child.record {
            return None;
        }
        let (cell, start, end) = self.scene.span(at, at);
        let kin = self.kin.entry("mother".to_owned()).or_insert_with_key(|text| Kin::parse(text)).clone();
        let text = self.words(at, at);
        self.scene.mentions.push(Mention {
            cell,
            start,
            end,
            text,
            naming: Naming::Kin,
            kin,
            kin_of: None,
            indefinite: false,
            sex,
            title: None,
            born: None,
            age: None,
            also: Vec::new(),
            professional: false,
        });
        let who = Who::Mention(self.scene.mentions.len() - 1);
        self.scene.client = self.scene.client.or(Some(who));
        Some(who)
    }

    /// Who says "my": whoever the sentence has as its first person, else the child.
    pub fn speaker(&self, at: usize) -> Option<Who> {
        let from = self.page().sentence(at).start;
        let np = self.scene.nps.iter().rev().find(|np| np.first >= from && !np.pro && !np.nested && np.subject);
        let named = np.and_then(|np| np.who).or(self.scene.client).or_else(|| self.opener(from));
        named.or_else(|| self.too_small_to_speak(at)).or(Some(Who::Child))
    }

    /// "Saw Selin without Kerem. Said quietly 'my stepdad'": who speaks of "my" in the record of a child who cannot speak yet.
    fn too_small_to_speak(&self, at: usize) -> Option<Who> {
        match (self.child.mothers, self.child.infant) {
            (true, _) => Some(Who::Mother),
            (false, true) => self.antecedent(Some(Sex::F), false, at, None),
            _ => None,
        }
    }

    /// "Kinga, booking, 14/40. Said of her childhood": whose name an entry opens with.
    fn opener(&self, at: usize) -> Option<Who> {
        let cell = self.page().token(at)?.cell;
        let opens = |np: &&Np| self.page().token(np.first).is_some_and(|token| token.cell == cell && token.opens);
        self.scene.nps.iter().find(opens).filter(|np| np.named && !np.pro && !np.nested)?.who
    }

    /// "brother of Ms Hartley", "father of half-brother", "boyfriend of the time".
    pub fn of_owner(&mut self, head: &Head, last: usize) -> Option<(usize, Option<Who>)> {
        let page = self.page();
        if head.named || head.kin.is_none() || head.plural || page.word(last + 1) != "of" && page.word(last + 1) != "at"
        {
            return None;
        }
        if page.word(last + 2) == "the" && page.word(last + 3) == "time" {
            return Some((last + 3, None));
        }
        if page.word(last + 1) == "at" || !self.one_sentence(last, last + 2) {
            return None;
        }
        let lead = self.lead(last + 2);
        let inner = self.head(lead.head, true).filter(|inner| !inner.plural && !inner.pro)?;
        let owner = lead.owner.and_then(|at| self.owner_of(at));
        let mention = self.mention(last + 2, inner.last, &inner, owner, false, owner.is_none());
        let who = self.push_nested(last + 2, inner.last, &inner, mention);
        Some(self.owned_further(last + 2, inner.last, who))
    }

    /// "a niece of Francis's father": whose kin goes one step further.
    fn owned_further(&mut self, first: usize, last: usize, owner: Who) -> (usize, Option<Who>) {
        let possessive = self.page().shape(last + 1) == Shape::Possessive && self.one_sentence(last, last + 2);
        let next =
            possessive.then(|| self.head(last + 2, true)).flatten().filter(|next| next.noun && next.kin.is_some());
        let Some(next) = next else { return (last, Some(owner)) };
        let mention = self.mention(first, next.last, &next, Some(owner), false, false);
        (next.last, Some(self.push_nested(first, next.last, &next, mention)))
    }

    /// Whose "sister" or "mother" a bare kin word means, where the record or sentence is about somebody else than the child.
    pub fn default_owner(&self, at: usize, head: &Head) -> Option<usize> {
        let word = self.page().word(head.last);
        let parent = head.kin.as_ref().is_some_and(|kin| kin.steps.len() == 1 && kin.steps[0].bond == Bond::Parent);
        if let Some(owner) = self.owner_of_pair(at, head) {
            return Some(owner);
        }
        let about = self.stranger_before(at).or_else(|| self.injured_party(at));
        if about.is_some() && !head.plural {
            return about;
        }
        if let Some(other) = self.other_of_couple(at, head) {
            return Some(other);
        }
        match self.scene.client {
            Some(Who::Mention(index)) if !parent && !head.plural && word != "carer" => Some(index),
            _ => None,
        }
    }

    /// "has her mum and dad (Derek Lush) and one sister": whose the first of two joined by "and" is, the second is too.
    fn owner_of_pair(&self, at: usize, head: &Head) -> Option<usize> {
        let parent = |kin: &Kin| matches!(kin.steps[..], [Step { bond: Bond::Parent, .. }]);
        let and = at.checked_sub(1).filter(|and| matches!(self.page().word(*and), "and" | "&"))?;
        let first = self.scene.nps.iter().rev().find(|np| np.last + 1 == and && !np.pro && !np.plural)?;
        let Some(Who::Mention(index)) = first.who else { return None };
        let mention = self.scene.mentions.get(index)?;
        let both = head.kin.as_ref().is_some_and(parent) && mention.kin.as_ref().is_some_and(parent);
        mention.kin_of.filter(|_| both)
    }

    /// "IP TILLEY KEELEY (9 YRS). STATES THAT MOTHER'S THEN PARTNER": the child of another family whose statement an entry gives.
    fn injured_party(&self, at: usize) -> Option<usize> {
        let labelled = |np: &&Np| {
            np.named
                && np.last < at
                && np.first.checked_sub(1).is_some_and(|label| self.page().has(label, Group::VictimLabel))
        };
        let Some(Who::Mention(index)) = self.scene.nps.iter().find(labelled)?.who else { return None };
        let mention = self.scene.mentions.get(index)?;
        let known = match &mention.naming {
            Naming::Full { given, surname } => {
                self.scene.book.on_front(&format!("{given} {surname}").to_lowercase())
                    || self.scene.book.on_front(&given.to_lowercase())
            }
            _ => true,
        };
        let young = mention.age.is_some_and(|age| age < 18);
        (!known && young && mention.kin.is_none() && !self.scene.book.front_is_empty()).then_some(index)
    }

    /// "Linda Sugden and partner Barry Tomlin": whose partner stands behind "and".
    fn other_of_couple(&self, at: usize, head: &Head) -> Option<usize> {
        let partner =
            head.kin.as_ref().is_some_and(|kin| matches!(kin.steps[..], [step] if step.bond == Bond::Partner));
        let and = at.checked_sub(1).filter(|and| matches!(self.page().word(*and), "and" | "with"))?;
        let other = self.scene.nps.iter().find(|np| np.last + 1 == and && np.named && !np.pro && !np.plural)?;
        match other.who {
            Some(Who::Mention(index)) if partner => Some(index),
            _ => None,
        }
    }

    /// A named child of another family in whose sentence a kin word stands.
    fn stranger_before(&self, at: usize) -> Option<usize> {
        let range = self.page().sentence(at);
        let named = |np: &&Np| np.first >= range.start && np.first < at && np.named && !np.pro && !np.nested;
        let np = self.scene.nps.iter().rev().find(named)?;
        let Some(Who::Mention(index)) = np.who else { return None };
        let mention = self.scene.mentions.get(index)?;
        let Naming::Given(given) = &mention.naming else { return None };
        let known = self.scene.book.on_front(&given.to_lowercase())
            || mention.kin.is_some()
            || self.scene.book.front_is_empty();
        (!known && mention.age.is_some_and(|age| age < 18)).then_some(index)
    }
}

/// The mother's kin, as a path from the child: her father is the child's maternal grandfather.
pub fn of_the_mother(kin: &Kin) -> Kin {
    let mother = Step::new(Bond::Parent, Some(Sex::F));
    Kin { steps: std::iter::once(mother).chain(kin.steps.iter().copied()).collect() }
}
