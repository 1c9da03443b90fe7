//! What the child of the record is told to have done to another child: harmful sexual behaviour in the words of whoever saw
//! or heard of it, who seldom call it so.

use super::Claim;
use crate::model::{EventKind, Status, Who};
use crate::reading::antecedent::TELLS;
use crate::reading::groups::{Group, Set};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};
use crate::reading::tokens::Shape;
use std::ops::Range;

/// Words of an act.
const ACTS: Set = Set::of(&[Group::AbuseVerb, Group::ObliquePlain, Group::Oblique, Group::WeakVerb]);
/// Words of an act that two may do of their own will, or that is done to a child: they say nothing of who harmed whom.
const MUTUAL: &[&str] =
    &["sex", "intercourse", "slept", "sleep", "relationship", "kiss", "girlfriend", "boyfriend", "pregnant"];
/// More than verbs of telling, by which a child shows what was done: who tells of something did not do it.
const SHOWS: &[&str] = &["described", "describes", "named", "names", "showed"];
/// Words before somebody to whom something is said or done.
const OBJECTS: &[&str] =
    &["told", "asked", "by", "to", "with", "of", "at", "against", "on", "from", "about", "for", "and"];

impl Scene<'_> {
    /// Puts right who did it where a sentence tells that the child of the record did it to another child.
    pub fn done_by_child(&self, claims: &mut Vec<Claim>) {
        for sentence in &self.page.sentences {
            let Some(claim) = self.claim_by_child(sentence) else { continue };
            let here = |one: &Claim| sentence.contains(&one.first);
            let grown =
                |who: &Who| self.nps.iter().any(|np| np.who == Some(*who) && !self.is_another_child(np) && !np.pronoun);
            if claims.iter().any(|one| here(one) && one.perpetrators.iter().any(grown)) {
                continue;
            }
            claims.retain(|one| !here(one));
            claims.push(claim);
        }
    }

    fn claim_by_child(&self, sentence: &Range<usize>) -> Option<Claim> {
        let act = |hit: &&Hit| ACTS.has(hit.group) && self.is_harmful_act(hit, sentence);
        let (hit, child) = self
            .page
            .hits_in(sentence.clone())
            .iter()
            .filter(act)
            .find_map(|hit| Some((hit, self.acting_child(hit, sentence)?)))?;
        let other = self.nps.iter().find(|np| sentence.contains(&np.first) && self.is_another_child(np))?;
        Some(Claim {
            kind: EventKind::HarmfulSexualBehaviour,
            first: hit.first,
            last: hit.last,
            perpetrators: vec![child.who?],
            victims: vec![other.who?],
            status: Some(Status::Alleged),
            register: false,
        })
    }

    fn is_harmful_act(&self, hit: &Hit, sentence: &Range<usize>) -> bool {
        let words = self.page.words(hit.first, hit.last);
        let groups = self.page.groups(sentence.clone());
        let sexual = hit.group != Group::WeakVerb || groups.has(Group::SexualManner);
        sexual
            && !MUTUAL.iter().any(|word| words.contains(word))
            && !self.is_explained(hit)
            && (!self.passive(hit.first) || self.page.word(hit.last).ends_with("ing"))
            && !groups.meets(Set::of(&[Group::Neg, Group::Hypo, Group::General, Group::OtherFamily]))
    }

    /// The child of the record, who stands before the act and neither tells of it nor has it done to them, with nobody else between
    /// who does something.
    fn acting_child(&self, hit: &Hit, sentence: &Range<usize>) -> Option<&Np> {
        let before = |np: &&Np| np.first >= sentence.start && np.last < hit.first;
        let child =
            self.nps.iter().rev().filter(before).find(|np| !np.pronoun && !np.column && self.is_subject_child(np))?;
        if child.nested || child.owns || self.page.shape(child.last + 1) == Shape::Possessive {
            return None;
        }
        let lead = child.first.checked_sub(1).filter(|at| sentence.contains(at)).map_or("", |at| self.page.word(at));
        let tells = (child.last + 1..child.last + 3)
            .any(|at| TELLS.iter().chain(SHOWS).any(|word| *word == self.page.word(at)));
        let between = |np: &Np| np.first > child.last && np.last < hit.first && np.subject && !np.pronoun;
        let another = self.nps.iter().any(between);
        (!OBJECTS.contains(&lead) && !tells && !another).then_some(child)
    }

    /// Another child than the child of the record: a boy, a pupil, a brother, somebody of an age.
    fn is_another_child(&self, np: &Np) -> bool {
        let minor = self
            .age_of(np)
            .map_or_else(|| self.is_young(np) || self.is_pupil(np) || self.is_little(np), |age| age < 18);
        minor && !np.pronoun && !np.pro && !np.generic && !np.column && np.who.is_some() && !self.is_subject_child(np)
    }

    /// "her little brother Kai".
    fn is_little(&self, np: &Np) -> bool {
        (np.first..=np.last).any(|at| matches!(self.page.word(at), "little" | "younger" | "youngest" | "baby"))
    }

    fn is_pupil(&self, np: &Np) -> bool {
        const CHILDREN: &[&str] =
            &["boy", "girl", "lad", "lass", "pupil", "child", "classmate", "youngster", "toddler", "brother", "sister"];
        CHILDREN.contains(&self.page.word(np.last))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{EventKind, Role};
    use crate::reading::read_text;

    /// Whether a text of a record in which the child is named Mia tells of what Mia did to another child.
    fn shows(text: &str) -> bool {
        read_text(&format!("Mia (10). {text}")).events.iter().any(|event| {
            event.kind == EventKind::HarmfulSexualBehaviour && event.people.contains_key(&Role::AllegedPerpetrator)
        })
    }

    #[test]
    fn nothing_is_told_of_a_child_to_whom_it_was_done() {
        for text in [
            "Mia told staff that a boy touched her bottom.",
            "Mia said that a Year 9 boy put his hand up her skirt.",
            "A boy of 15 had sex with Mia.",
        ] {
            assert!(!shows(text), "{text}");
        }
    }
}
