//! What somebody is, as far as it speaks for or against a side: sex, age, kin, profession. Not where they stand.

use super::{PEER, Weight, YOUNG};
use crate::model::{Bond, Mention, Naming, Sex, Who};
use crate::reading::groups::Group;
use crate::reading::scene::{Np, Scene};

/// Kin words for somebody who is grown up.
const GROWN: &[Bond] = &[
    Bond::Parent,
    Bond::StepParent,
    Bond::Partner,
    Bond::FosterCarer,
    Bond::AdoptiveParent,
    Bond::Lodger,
    Bond::Neighbour,
];

impl Scene<'_> {
    /// What somebody's nature weighs. Of a professional by name nothing is alleged, unless the words say plainly that they `did` it.
    pub fn nature(&self, np: &Np, did: bool) -> Weight {
        let np = self.base(np);
        if np.pro && !np.named || self.is_titled_pro(np) && !did {
            return Weight { alleged: -200, harmed: -200 };
        }
        let of = |at: usize| self.page.word(at) == "of";
        let family = matches!(self.page.word(np.last), "family" | "household") && !(np.first..np.last).any(of);
        let nobody = np.generic || family;
        let child = self.is_subject_child(np) || np.who == Some(Who::Child);
        let age = self.age_of(np);
        let aged = |from: u8, below: u8| age.is_some_and(|age| (from..below).contains(&age));
        let son = age.is_none() && self.is_somebodys_son(np);
        let young = !son && (np.young || aged(0, 16));
        let grown_kin = self.is_grown_kin(np) && np.sex != Some(Sex::F);
        Weight::of(&[
            (np.pro, -25, -80),
            (nobody, -80, -40),
            (child, -60, 25),
            (son, -8, 15),
            (young, if aged(14, u8::MAX) { -PEER } else { -YOUNG }, 30),
            (np.grown || age.is_some_and(|age| age >= 18), 8, -8),
            (np.sex == Some(Sex::M), 12, 0),
            (np.sex == Some(Sex::F), 0, 4),
            (self.is_mother(np), -25, 0),
            (self.is_bare_name(np) && !np.grown, 0, 12),
            (grown_kin, 8, -8),
            (np.nested, -18, -12),
        ])
    }

    fn mention_of(&self, np: &Np) -> Option<&Mention> {
        match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index),
            _ => None,
        }
    }

    /// The age that stands beside somebody's words.
    pub fn age_of(&self, np: &Np) -> Option<u8> {
        self.mention_of(np)?.age
    }

    /// "The neighbour's son": a son may be of any age.
    fn is_somebodys_son(&self, np: &Np) -> bool {
        let head = (np.first..=np.last).rev().find(|&i| self.page.has(i, Group::Kin));
        head.is_some_and(|i| matches!(self.page.word(i), "son" | "stepson" | "step-son" | "nephew" | "grandson"))
    }

    /// A name without title, kin word or role: so records call children and clients.
    fn is_bare_name(&self, np: &Np) -> bool {
        let bare = |mention: &Mention| {
            let surname_only = matches!(mention.naming, Naming::Surname { .. });
            mention.kin.is_none() && mention.title.is_none() && !surname_only
        };
        np.named && !np.pro && self.mention_of(np).is_some_and(bare)
    }

    fn is_titled_pro(&self, np: &Np) -> bool {
        self.mention_of(np).is_some_and(|mention| mention.professional && mention.title.is_some())
    }

    fn is_mother(&self, np: &Np) -> bool {
        let Some(Who::Mention(_)) = np.who else { return np.who == Some(Who::Mother) };
        let parent = |mention: &Mention| {
            mention.kin.as_ref().is_some_and(|kin| kin.steps.len() == 1 && kin.steps[0].bond == Bond::Parent)
        };
        np.sex == Some(Sex::F) && self.mention_of(np).is_some_and(parent)
    }

    /// Whether the words mean a parent, or who stands in for one; whoever is no mention may be.
    pub fn is_parent(&self, np: &Np) -> bool {
        let Some(Who::Mention(_)) = np.who else { return true };
        let parent = |bond: Bond| matches!(bond, Bond::Parent | Bond::FosterCarer | Bond::AdoptiveParent);
        let kin = self.mention_of(np).and_then(|mention| mention.kin.as_ref());
        kin.is_some_and(|kin| kin.steps.len() == 1 && parent(kin.steps[0].bond))
    }

    fn is_grown_kin(&self, np: &Np) -> bool {
        let Some(mention) = self.mention_of(np) else { return false };
        let title = mention.title.as_deref().is_some_and(|title| title.eq_ignore_ascii_case("mr"));
        let kin = mention.kin.as_ref().is_some_and(|kin| {
            [kin.steps.first(), kin.steps.last()].into_iter().flatten().any(|step| GROWN.contains(&step.bond))
        });
        title || kin
    }
}
