//! "Suspect is Pop, her mother's stepfather", "complainant step-daughter Amber", "the child, Elin": a label, and whom it is
//! put on.

use super::Finder;
use crate::model::Who;
use crate::reading::groups::{Group, Set};
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;

/// Nouns that say only what part somebody has in the matter.
const LABELS: &[&str] = &[
    "suspect",
    "victim",
    "complainant",
    "perpetrator",
    "offender",
    "abuser",
    "defendant",
    "accused",
    "person",
    "child",
    "girl",
    "boy",
    "client",
    "caller",
    "nominal",
    "subject",
    "aggrieved",
    "survivor",
];
/// Words between a label and whom it is put on.
const BETWEEN: Set = Set::of(&[Group::Be, Group::KnownAs]);

impl Finder<'_> {
    /// The mentions that a label equates.
    pub fn labelled(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let label = !np.named && !np.plural && !np.pronoun && LABELS.contains(&page.word(np.last));
        if !label || page.shape(np.last + 1) == Shape::Possessive {
            return None;
        }
        if let Some(named) = self.put_behind(np) {
            return Some(named);
        }
        let joins = |i: usize| {
            matches!(page.shape(i), Shape::Mark(b',' | b':' | b'(' | b'-' | b'='))
                || page.any(i, BETWEEN)
                || matches!(page.word(i), "being" | "named" | "as")
        };
        let next = (np.last + 1..np.last + 4).find(|&i| !joins(i)).filter(|&i| self.one_sentence(np.last, i))?;
        let other = self.scene.np_from(next).filter(|other| {
            let told = page.any(other.last + 1, Set::of(&[Group::Says, Group::Disclose, Group::Have]));
            !other.pronoun && !other.plural && !other.generic && !other.pro && !told
        })?;
        // "Child named mother's brother": a verb.
        let tells = (np.last + 1..next).any(|at| page.word(at) == "named");
        let person = other.named || self.kin_of(other) && !tells;
        let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (np.who, other.who) else { return None };
        (person && a != b && (np.sex.is_none() || other.sex.is_none() || np.sex == other.sex)).then_some((a, b))
    }

    /// "POOLE Shannon being the complainant": the label behind whom it is put on.
    fn put_behind(&self, np: &Np) -> Option<(usize, usize)> {
        let page = self.page();
        let be = np.first.checked_sub(1).filter(|at| page.has(*at, Group::Be) || page.word(*at) == "being")?;
        let named = self.scene.np(be.checked_sub(1)?).filter(|other| other.named && !other.pro)?;
        let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (named.who, np.who) else { return None };
        (a != b).then_some((a, b))
    }

    fn kin_of(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        self.scene.mentions.get(index).is_some_and(|mention| mention.kin.is_some())
    }
}
