//! Allegations of sexual abuse, exploitation and harmful sexual behaviour: the words, who is alleged, who was harmed.
//!
//! Whom the grammar around a word means is said by one file for each kind of words: `verbs`, `nouns` with `cues`,
//! `harmful`, `offenders`. `claim` makes of one word what it claims, `together` fits the claims of an entry to each other.
//! Who is meant beyond the grammar is said by `roles`, whether anything is said at all by `judge`, and what no plain word
//! says by `oblique`.

mod by_child;
mod claim;
mod cues;
mod harmful;
mod in_column;
mod nouns;
mod offenders;
mod own_childhood;
mod together;
mod verbs;

pub use claim::{BETWEEN_ADULTS, Claim, NO_OFFENDER};

use super::groups::{Group, Set};
use super::learnt::Weighed;
use super::scene::{Np, Scene};
use crate::model::LeftOut;
use claim::Heard;

/// Groups without which a sentence says nothing of abuse.
pub const ANY: Set = Set::of(&[
    Group::AbuseVerb,
    Group::ExploitVerb,
    Group::AbuseNoun,
    Group::OffenceNoun,
    Group::ExploitNoun,
    Group::ExploitSign,
    Group::Offender,
    Group::HarmfulNoun,
    Group::HarmfulService,
    Group::SexualManner,
    Group::SexualWord,
    Group::WhatDid,
    Group::ObliquePlain,
    Group::Oblique,
    Group::ObliqueService,
]);

/// The two sides of a trigger as words.
#[derive(Clone, Debug, Default)]
pub struct Sides<'a> {
    perpetrator: Option<&'a Np>,
    victim: Option<&'a Np>,
    /// Whether somebody discloses, suffered, or stands accused in the sentence.
    governed: bool,
}

impl<'a> Sides<'a> {
    /// Who did it.
    pub fn perpetrator(&self) -> Option<&'a Np> {
        self.perpetrator
    }

    /// To whom.
    pub fn victim(&self) -> Option<&'a Np> {
        self.victim
    }

    /// Takes somebody as alleged, or else as harmed where nobody is yet.
    fn put(&mut self, np: &'a Np, alleged: bool) {
        if alleged {
            self.perpetrator = Some(np);
        } else {
            self.victim = self.victim.or(Some(np));
        }
    }
}

/// Every claim of the entry, and what was left out.
pub fn read(scene: &Scene, weighed: &Weighed, left: &mut Vec<LeftOut>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let said = |range: std::ops::Range<usize>| scene.page.groups(range).meets(ANY);
    if !said(0..scene.page.len()) && !weighed.alleges(scene) {
        return claims;
    }
    let mut muted = Vec::new();
    for sentence in scene.page.sentences.iter().filter(|sentence| said((*sentence).clone())) {
        let from = claims.len();
        for hit in scene.page.hits_in(sentence.clone()) {
            if ANY.has(hit.group) && names_category(scene, hit.first, hit.last) {
                continue;
            }
            match scene.heard(hit) {
                Some(Heard::Claim(claim)) => claims.push(claim),
                Some(Heard::Left { out, mutes }) => {
                    left.push(out);
                    muted.extend(mutes.then(|| scene.page.sentence_of(hit.first)));
                }
                None => {}
            }
        }
        together::merge(&mut claims, from);
    }
    scene.add_oblique(&muted, &mut claims);
    weighed.add(scene, left, &mut claims);
    weighed.leave_out(scene, &mut claims, left);
    scene.told_by_child(&mut claims);
    scene.done_by_child(&mut claims);
    scene.complete(&mut claims);
    scene.as_well(&mut claims);
    scene.name_by_column(&mut claims);
    scene.harmed_in_own_childhood(&mut claims);
    claims.retain(|claim| !scene.corrected_after(claim.last));
    claims.iter_mut().for_each(Claim::part_sides);
    scene.drop_small(&mut claims);
    claims
}

/// "Category sexual abuse", "under the category of sexual abuse": what a plan is filed under, of whichever children, says of none
/// that it was done to them, unless the entry says from whom the risk is or what the plan is for.
pub fn names_category(scene: &Scene, first: usize, last: usize) -> bool {
    const WHY: &[&str] = &[
        "due",
        "because",
        "owing",
        "following",
        "respect",
        "regarding",
        "by",
        "after",
        "given",
        "involving",
        "view",
        "towards",
    ];
    let page = &scene.page;
    let category = |at: usize| matches!(page.word(at), "category" | "cat" | "categories");
    let start = page.sentence(first).start.max(first.saturating_sub(4));
    let plan = |at: usize| matches!(page.word(at), "plan" | "plans" | "registered" | "registration");
    // "on a plan for sexual abuse", "CP plan, sexual abuse, Temitope and Finn".
    let named = |at: usize| {
        at < first
            && (page.word(at) == "for" || page.is_mark(at, b',') || page.is_mark(at, b':') || page.is_mark(at, b'-'))
    };
    let beside = first > start + 1 && named(first - 1) && plan(first - 2);
    let under = beside || first > start && page.word(first - 1) == "under" && (start..first).any(plan);
    let filed = under || (start..first).any(category) || category(last + 1);
    let why = || page.sentence(first).any(|at| WHY.contains(&page.word(at)));
    let source = || (0..page.len()).any(|at| matches!(page.word(at), "risk" | "source" | "risks"));
    filed && !why() && !source()
}
