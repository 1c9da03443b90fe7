//! Whose a relative is, or through whom, where it stands behind the word: "the boyfriend her mum had then", "an uncle on her mam's side".

use super::Finder;
use super::head::Head;
use crate::model::{Bond, Kin, Sex, Step, Who};
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

/// What says that somebody had a partner.
const HAD: &[&[&str]] = &[
    &["had"],
    &["lived", "with"],
    &["was", "with"],
    &["was", "seeing"],
    &["was", "living", "with"],
    &["was", "going", "out", "with"],
    &["went", "out", "with"],
    &["used", "to", "have"],
];
/// What says that it was then.
const THEN: &[&[&str]] =
    &[&["then"], &["at", "the", "time"], &["at", "that", "time"], &["back", "then"], &["before"], &["once"]];

/// Where one of these lists of words ends, if it stands here.
fn said(page: &Page, from: usize, lists: &[&[&str]]) -> Option<usize> {
    let stands = |words: &&&[&str]| words.iter().enumerate().all(|(at, word)| page.word(from + at) == *word);
    lists.iter().find(stands).map(|words| from + words.len())
}

impl Finder<'_> {
    /// "an uncle on her mam's side", "a cousin on the paternal side": through which parent, and of whom.
    pub fn on_side(&mut self, head: &mut Head) -> Option<(usize, Option<Who>)> {
        let page = self.page();
        let from = head.last + 2;
        let through = |kin: &Kin| kin.steps.len() > 1 && kin.steps[0].bond == Bond::Parent;
        if head.named || page.word(from - 1) != "on" || !head.kin.as_ref().is_some_and(through) {
            return None;
        }
        let lead = self.lead(from);
        let (last, sex) = match page.word(lead.head) {
            "maternal" | "mother" | "mum" | "mam" | "mom" | "mums" | "mothers" => (lead.head, Sex::F),
            "paternal" | "father" | "dad" | "da" | "dads" | "fathers" => (lead.head, Sex::M),
            _ => return None,
        };
        let side = last + 1 + usize::from(page.shape(last + 1) == Shape::Possessive);
        if page.word(side) != "side" || !self.one_sentence(head.last, side) {
            return None;
        }
        let owner = lead.owner.and_then(|at| self.owner_of(at));
        head.kin.iter_mut().flat_map(|kin| kin.steps.first_mut()).for_each(|step| step.sex = Some(sex));
        Some((side, owner))
    }

    /// "the boyfriend her mum had then", "a man Mum was seeing at the time": whose he was, and that it was in the past.
    pub fn had_by(&mut self, head: &mut Head) -> Option<(usize, Option<Who>)> {
        let partner = |kin: &Kin| matches!(kin.steps[..], [Step { bond: Bond::Partner, .. }]);
        if head.named || head.plural || !head.kin.as_ref().is_some_and(partner) {
            return None;
        }
        let from = head.last + 1;
        let pronoun = matches!(self.page().word(from), "she" | "he");
        let lead = self.lead(from);
        let inner = if pronoun { None } else { self.head(lead.head, true).filter(|inner| !inner.plural && !inner.pro) };
        let last = if pronoun { from } else { inner.as_ref()?.last };
        let verb = said(self.page(), last + 1, HAD).filter(|end| self.one_sentence(head.last, end - 1))?;
        let end = said(self.page(), verb, THEN).unwrap_or(verb);
        let owner = match &inner {
            None => {
                let sex = if self.page().word(from) == "she" { Sex::F } else { Sex::M };
                self.antecedent(Some(sex), false, from, None)?
            }
            Some(inner) => {
                let owner = lead.owner.and_then(|at| self.owner_of(at));
                let mention = self.mention(from, inner.last, inner, owner, false, owner.is_none());
                self.push_nested(from, inner.last, inner, mention)
            }
        };
        head.kin.iter_mut().flat_map(|kin| kin.steps.last_mut()).for_each(|step| step.former = true);
        Some((end - 1, Some(owner)))
    }
}
