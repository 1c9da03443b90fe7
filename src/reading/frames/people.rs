//! Who could be a child and who somebody grown, by the words for them.

use crate::model::{Naming, Who};
use crate::reading::scene::{Np, Scene};

impl Scene<'_> {
    /// Whether the words, or others for the same person, mean a child.
    pub fn is_young(&self, np: &Np) -> bool {
        if let Some(age) = self.age(np) {
            return age < 18;
        }
        let other = |one: &Np| one.who == np.who && one.who.is_some() && !one.pronoun && self.is_child_side(one);
        self.is_child_side(np) && !np.pronoun || np.who == Some(Who::Child) || np.pronoun && self.nps.iter().any(other)
    }

    /// Whether the words could mean somebody grown, of the family or its circle.
    pub fn is_grown(&self, np: &Np) -> bool {
        let grown = !self.is_young(np) || self.may_be_grown(np) || np.named && !np.plural && !self.is_subject_child(np);
        !np.pro && !np.generic && np.who.is_some() && np.who != Some(Who::Child) && grown && !self.is_crowd(np)
    }

    /// Whether words for somebody's son, nephew or brother, with no age, could mean somebody grown.
    fn may_be_grown(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        let kin = self.mentions.get(index).is_some_and(|mention| mention.kin.is_some());
        kin && self.age(np).is_none() && !np.plural && !self.is_subject_child(np)
    }

    /// Whether the words mean several people, or a friend, of no name and no kin: "older friends".
    fn is_crowd(&self, np: &Np) -> bool {
        let kin = |index: usize| self.mentions.get(index).is_some_and(|mention| mention.kin.is_some());
        let whose =
            matches!(self.page.word(np.first), "a" | "her" | "his" | "their" | "older" | "some" | "friend" | "friends");
        let friend =
            matches!(self.page.word(np.last), "friend" | "friends" | "peer" | "peers" | "classmate" | "pal" | "pals");
        let unrelated = !matches!(np.who, Some(Who::Mention(index)) if kin(index));
        !np.named && !np.pronoun && (np.plural && unrelated || friend && whose)
    }

    /// Whether the words could mean a child: a bare name, a pronoun, several people.
    pub fn may_be_young(&self, np: &Np) -> bool {
        if self.age(np).is_some_and(|age| age >= 18) {
            return false;
        }
        let Some(Who::Mention(index)) = np.who else { return np.pronoun || np.who.is_some() };
        let Some(mention) = self.mentions.get(index) else { return false };
        match &mention.naming {
            Naming::Full { .. } | Naming::Given(_) | Naming::Initials(_) => {
                mention.kin.is_none() && mention.title.is_none()
            }
            Naming::Group => true,
            _ => np.plural,
        }
    }
}
