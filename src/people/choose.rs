//! Which of several people a clue means: what rules some out, and what speaks for one.

use super::clue::Claim;
use super::draft::{Filed, Table};
use super::names::Name;
use super::nicknames;
use super::profile::Profile;
use crate::effort;
use crate::model::{Bond, Entry, EntryId, EventKind, Kin, Meaning, Reading, Role, Step, Who};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Under this age nobody is called Mr, Mrs or Ms in a record.
const GROWN: u32 = 16;

/// Under this age nobody is taken for an uncle, an aunt or a grandparent of the child.
const SMALL: u32 = 10;

/// What came of looking for the person a clue means.
#[derive(Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nobody fits.
    Nobody,
    /// One person fits; with what spoke for them against others, where there were others.
    One(usize, Option<&'static str>),
    /// Several fit and nothing tells which.
    Several(Vec<usize>),
}

impl Table<'_> {
    /// The one among these drafts whom a clue can mean.
    pub fn choose(&self, clue: usize, among: impl IntoIterator<Item = usize>) -> Choice {
        let fits: Vec<usize> = among.into_iter().filter(|draft| self.may_mean(clue, *draft)).collect();
        match fits[..] {
            [] => return Choice::Nobody,
            [only] => return Choice::One(only, None),
            _ => {}
        }
        let ours = self.clues[clue].words.to_lowercase().starts_with("our ");
        let tests: [(&'static str, &dyn Fn(usize) -> bool); 11] = [
            ("same date of birth", &|draft| self.clues[clue].profile.same_birthday(&self.drafts[draft].profile)),
            ("the tie said beside it", &|draft| self.kin_fits(clue, draft)),
            ("one of the child's own home, whom the family calls “our”", &|draft| ours && self.is_household(draft)),
            ("nobody else is said to be just that", &|draft| self.stands_exactly(clue, draft)),
            ("named just before", &|draft| self.just_named(clue, draft)),
            ("named in an entry of the same reference", &|draft| self.shares_reference(clue, draft)),
            ("accused of harm to the same child", &|draft| self.accused_of_same(clue, draft)),
            ("accused in the same return", &|draft| self.accused_in_return(clue, draft)),
            ("called so in the same return", &|draft| self.called_in_return(clue, draft)),
            ("nobody else of the name is accused", &|draft| self.is_alleged(clue) && self.is_accused_anywhere(draft)),
            ("on the front sheet, and no other belongs to the family", &|draft| {
                self.listed_among_strangers(clue, draft, &fits)
            }),
        ];
        if let Some(one) = self.by_age_words(clue, &fits) {
            return Choice::One(one, Some("the younger or the elder of the name"));
        }
        for (reason, test) in tests {
            let passed: Vec<usize> = fits.iter().copied().filter(|draft| test(*draft)).collect();
            if let [only] = passed[..] {
                return Choice::One(only, Some(reason));
            }
        }
        // Somebody of whom no more is known than the same word does not stand against the front sheet.
        let known = |draft: usize| self.drafts[draft].front.is_some() || !self.drafts[draft].profile.names.is_empty();
        let better: Vec<usize> = fits.iter().copied().filter(|draft| known(*draft)).collect();
        match better[..] {
            [only] if self.drafts[only].front.is_some() => Choice::One(only, None),
            _ => Choice::Several(fits),
        }
    }

    /// Whether any return tells of an allegation against the draft, or of what follows one.
    pub fn is_accused_anywhere(&self, draft: usize) -> bool {
        self.drafts[draft].in_file.values().any(|known| known.accused)
    }

    /// Whether the entry of a clue says that whoever it means harmed somebody whom another entry says the draft harmed.
    fn accused_of_same(&self, clue: usize, draft: usize) -> bool {
        let harmed = self.harmed_by(clue);
        let same = |other: usize| self.harmed_by(other).iter().any(|child| harmed.contains(child));
        !harmed.is_empty() && self.drafts[draft].clues.iter().any(|(other, _)| *other != clue && same(*other))
    }

    /// Whom the entry of a clue says that whoever it means harmed, as far as it is known who they are.
    fn harmed_by(&self, clue: usize) -> Vec<usize> {
        let said = &self.clues[clue];
        let Some(reading) = self.readings.get(said.entry).copied().flatten() else { return Vec::new() };
        let own = |who: &Who| matches!(who, Who::Mention(at) if said.mentions.contains(at));
        let accused =
            reading.events.iter().filter(|event| event.people.get(&Role::AllegedPerpetrator).is_some_and(own));
        accused.filter_map(|event| self.draft_of(said.entry, event.people.get(&Role::AllegedVictim)?)).collect()
    }

    /// Whether a clue is of somebody accused, and the same return accuses the draft: "PREECE pleaded guilty" goes on with the one
    /// Preece whom it says to have done it.
    fn accused_in_return(&self, clue: usize, draft: usize) -> bool {
        let said = &self.clues[clue];
        if said.profile.surnames.is_empty() || !self.is_accused(clue) {
            return false;
        }
        self.is_accused_in_return(clue, draft)
    }

    /// Whether the entry of a clue tells of an allegation against it, or of what follows one.
    pub fn is_accused(&self, clue: usize) -> bool {
        let said = &self.clues[clue];
        let Some(reading) = self.readings.get(said.entry).copied().flatten() else { return false };
        let own = |who: &Who| matches!(who, Who::Mention(at) if said.mentions.contains(at));
        reading.events.iter().any(|event| {
            event.people.iter().any(|(role, who)| {
                let accused = match event.kind {
                    EventKind::Outcome
                    | EventKind::Custody
                    | EventKind::Release
                    | EventKind::RestrictionLifted
                    | EventKind::ContactRestricted
                    | EventKind::RestrictionBreached => *role == Role::Person,
                    _ => *role == Role::AllegedPerpetrator,
                };
                accused && own(who)
            })
        })
    }

    /// Whether another entry of the same crime number or other reference names the draft in full.
    fn shares_reference(&self, clue: usize, draft: usize) -> bool {
        let own = self.clues[clue].entry;
        let filed = self.reference(own).and_then(|reference| self.drafts[draft].filed.get(&reference));
        filed.is_some_and(|filed| *filed != Filed::In(own))
    }

    /// The one whom "the younger" or "the elder" means, where all dates of birth are known.
    fn by_age_words(&self, clue: usize, fits: &[usize]) -> Option<usize> {
        let words = self.clues[clue].words.to_lowercase();
        let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
        let born = |draft: &usize| self.drafts[*draft].profile.born.as_ref().map(|born| born.earliest);
        let mut dated: Vec<(NaiveDate, usize)> = fits.iter().filter_map(|draft| Some((born(draft)?, *draft))).collect();
        dated.sort_unstable();
        let last = words.split_whitespace().last().unwrap_or_default();
        let begins = |list: &[&str]| list.iter().any(|word| words.starts_with(word));
        let younger = says(&["the younger"]) || begins(&["young ", "little ", "wee "]) || last == "youngest";
        let elder = says(&["the elder", "the older"]) || begins(&["old "]) || matches!(last, "eldest" | "oldest");
        let senior =
            |draft: &usize| self.drafts[*draft].profile.names.iter().any(|name| name.generation == Some("senior"));
        let seniors: Vec<usize> = fits.iter().copied().filter(senior).collect();
        if let (true, [one]) = (elder, &seniors[..]) {
            return Some(*one);
        }
        let day = self.day_of(self.clues[clue].entry);
        let small = |draft: &&usize| day.is_some_and(|day| self.drafts[**draft].profile.surely_under(SMALL, day));
        let mut little = fits.iter().filter(small);
        if let (true, Some(one), None) = (younger, little.next(), little.next()) {
            return Some(*one);
        }
        match (younger, elder) {
            (true, false) if dated.len() == fits.len() => dated.last().map(|(_, draft)| *draft),
            (false, true) if dated.len() == fits.len() => dated.first().map(|(_, draft)| *draft),
            _ => None,
        }
    }

    /// Whether nothing rules out that a clue means a draft.
    pub fn may_mean(&self, clue: usize, draft: usize) -> bool {
        effort::compared();
        let (said, known) = (&self.clues[clue], &self.drafts[draft].profile);
        let young = |day| known.surely_unborn(day) || (said.grown && known.surely_under(GROWN, day));
        !self.drafts[draft].gone
            && !self.drafts[draft].unsure
            && !self.said_apart(clue, draft)
            && !self.decided_against(clue, draft)
            && said.profile.forbids(known).is_none()
            && !self.day_of(said.entry).is_some_and(young)
            && !self.is_too_small(clue, draft)
            && !self.kin_contradicts(clue, draft)
            && !self.is_accused_long_apart(clue, draft)
            && !self.is_partner_of_another_time(clue, draft)
    }

    /// "Little Christy (4)" is not the child's uncle Christy: whether a clue is of a small child, and the draft of an older generation
    /// than the child's.
    fn is_too_small(&self, clue: usize, draft: usize) -> bool {
        let said = &self.clues[clue];
        let small = || self.day_of(said.entry).is_some_and(|day| said.profile.surely_under(SMALL, day));
        let up = |step: &Step| {
            matches!(step.bond, Bond::Parent | Bond::StepParent | Bond::AdoptiveParent | Bond::FosterCarer)
        };
        let older = |way: &Vec<Step>| way.first().is_some_and(up) && !way.iter().any(|step| step.bond == Bond::Child);
        let places = self.family.places(draft);
        let words = said.words.to_lowercase();
        let called_little =
            ["little ", "wee "].iter().any(|word| words.starts_with(word)) && !said.profile.singles.is_empty();
        (called_little || small()) && !places.is_empty() && places.iter().all(older)
    }

    /// The last day that an entry can be of.
    pub fn day_of(&self, entry: usize) -> Option<NaiveDate> {
        let entry = self.entries.get(entry)?;
        entry.when.as_ref().map(|when| when.latest).or_else(|| entry.known_on())
    }

    /// Whether a tie that the clue states is one the draft is known to have.
    pub fn kin_fits(&self, clue: usize, draft: usize) -> bool {
        self.clues[clue].claims.iter().any(|claim| {
            self.standpoint(claim.of).is_some_and(|of| {
                self.family.reach(of, &claim.kin.steps).contains(&draft)
                    || self.family.may_stand(draft, &claim.kin.steps, of)
            })
        })
    }

    /// Whether a tie that the clue states is what people call one who has the draft's: a cousin's father is an uncle.
    pub fn is_called_so(&self, clue: usize, draft: usize) -> bool {
        self.clues[clue].claims.iter().any(|claim| {
            self.standpoint(claim.of).is_some_and(|of| self.family.may_be_called(draft, &claim.kin.steps, of))
        })
    }

    /// Whether a tie that the clue states is known of the draft with the side and sexes it names: "maternal aunt" is
    /// one of whom "aunt" alone is known only if nobody is known for a maternal aunt.
    pub fn stands_exactly(&self, clue: usize, draft: usize) -> bool {
        // "Her half-brother" is no brother; "her brother" may be a half-brother.
        let bond = |known: Bond, said: Bond| known == said || said == Bond::Sibling;
        let same = |(known, said): (&Step, &Step)| {
            known.agrees(said) && bond(known.bond, said.bond) && (said.sex.is_none() || known.sex == said.sex)
        };
        let exact = |way: &[Step]| {
            let places = self.family.places(draft);
            places.iter().any(|place| place.len() == way.len() && place.iter().zip(way).all(same))
        };
        self.clues[clue].claims.iter().any(|claim| match self.standpoint(claim.of) {
            Some(0) => exact(&claim.kin.steps),
            Some(of) => self.family.places(of).iter().any(|way| exact(&[way.as_slice(), &claim.kin.steps].concat())),
            None => false,
        })
    }

    /// Whether a tie that the clue states cannot be the draft's, whose place in the family is known.
    pub fn kin_contradicts(&self, clue: usize, draft: usize) -> bool {
        if self.family.is_stranger(draft) && draft != 0 {
            return false;
        }
        // "no contact with Lily or half-brother Edward FARWELL": of whom that is said is one of the child's own generation or below.
        let named = draft == 0 && self.bears_childs_name(clue);
        let told = |claim: &&Claim| !(claim.guessed || named && is_young_tie(&claim.kin));
        self.clues[clue].claims.iter().filter(told).any(|claim| {
            let steps = &claim.kin.steps;
            let Some(of) = self.standpoint(claim.of) else { return false };
            let said = steps.iter().all(|step| is_firm(step.bond));
            let known = self.family.places(draft).iter().any(|way| way.iter().all(|step| is_firm(step.bond)));
            let elsewhere = steps.len() == 1 && of == 0;
            said && (known || draft == 0)
                && !self.family.reach(of, steps).contains(&draft)
                && !self.family.may_stand(draft, steps, of)
                && !self.family.may_be_called(draft, steps, of)
                && !(elsewhere && self.fits_from_anyone(draft, steps))
                && !(of != 0 && self.may_be_childs(clue, draft, steps))
                && !(self.family.is_stranger(of) && self.is_uncle_of_full_name(clue, draft, steps))
        })
    }

    /// "Bella P has described it by her father, Gavin Pryor": who Bella P is shows later, and that Gavin Pryor is the child's uncle
    /// does not speak against it.
    fn is_uncle_of_full_name(&self, clue: usize, draft: usize, steps: &[Step]) -> bool {
        let said = &self.clues[clue].profile.names;
        let uncle = |way: &Vec<Step>| {
            matches!(way[..], [Step { bond: Bond::Parent, .. }, Step { bond: Bond::Sibling | Bond::HalfSibling, .. }])
        };
        let father = matches!(steps, [Step { bond: Bond::Parent, .. }]);
        father
            && self.drafts[draft].profile.names.iter().any(|name| said.contains(name))
            && self.family.places(draft).iter().any(uncle)
    }

    /// Whether a clue gives the child's own name in full, and nobody else on the front sheet bears it.
    fn bears_childs_name(&self, clue: usize) -> bool {
        let said = &self.clues[clue].profile.names;
        let bears = |draft: usize| self.drafts[draft].profile.names.iter().any(|name| said.contains(name));
        !said.is_empty() && bears(0) && !self.listed().any(|other| other != 0 && bears(other))
    }

    /// "Mum's shift overran so collected by her uncle Wayne": whether a pronoun may have meant the child after all, whose tie to the
    /// one of that name it is.
    fn may_be_childs(&self, clue: usize, draft: usize, steps: &[Step]) -> bool {
        let said = &self.clues[clue];
        let words = said.words.to_lowercase();
        let pronoun = ["her ", "his ", "their "].iter().any(|word| words.starts_with(word));
        pronoun
            && said.is_named()
            && (self.family.reach(0, steps).contains(&draft) || self.family.may_stand(draft, steps, 0))
    }

    /// Whether the words would be right from the point of view of somebody else in the family.
    fn fits_from_anyone(&self, draft: usize, steps: &[Step]) -> bool {
        self.family.whose(draft, steps).into_iter().any(|other| !self.drafts[other].gone)
    }

    /// Whether the same return names the draft in full, by a name that fits.
    pub fn met_in_return(&self, clue: usize, draft: usize, fits: impl Fn(&Name) -> bool) -> bool {
        self.in_return(clue, draft).is_some_and(|known| known.names.iter().any(fits))
    }

    /// Whether the same return calls the draft by the given name that the clue is.
    fn called_in_return(&self, clue: usize, draft: usize) -> bool {
        let said = &self.clues[clue].profile;
        let so = |known: &Profile| {
            !known.singles.is_disjoint(&said.singles)
                || known.names.iter().any(|name| said.singles.contains(name.first()))
        };
        said.names.is_empty() && self.in_return(clue, draft).is_some_and(so)
    }

    /// Whether a given name alone means this one: the front sheet lists them, and the others of the name have no place
    /// in the family and are not met in the same return.
    fn listed_among_strangers(&self, clue: usize, draft: usize, fits: &[usize]) -> bool {
        let strange = |other: usize| self.is_outsider(other) && self.in_return(clue, other).is_none();
        let said = &self.clues[clue].profile;
        !said.singles.is_empty()
            && said.names.is_empty()
            && self.drafts[draft].front.is_some()
            && fits.iter().all(|other| *other == draft || strange(*other))
    }

    /// Whether the front sheet does not list a person, and no tie to the family is known.
    pub fn is_outsider(&self, draft: usize) -> bool {
        self.drafts[draft].front.is_none() && self.family.is_stranger(draft)
    }

    /// Where a clue states a tie that a stranger of the very name is not known to have: the one who has it, and whose
    /// given name it shortens. "Her partner Ken" is Kenneth, her partner, and not Ken, a driver.
    pub fn another_with_the_tie(&self, clue: usize, draft: usize, said: &BTreeSet<String>) -> Option<usize> {
        let short = |other: usize| {
            let names = &self.drafts[other].profile.names;
            names.iter().any(|name| said.iter().any(|one| nicknames::short_form(one, name.first())))
        };
        if !self.is_outsider(draft) || self.clues[clue].claims.is_empty() {
            return None;
        }
        let mut fits = self.bearers.of_short(said).into_iter().filter(|other| {
            *other != draft && short(*other) && self.may_mean(clue, *other) && self.kin_fits(clue, *other)
        });
        fits.next().filter(|_| fits.next().is_none())
    }
}

/// The number under which an agency files an entry with others of one matter: letters or strokes among its digits tell it from
/// a running number.
pub fn reference(entry: &Entry) -> Option<&str> {
    let filed = |text: &str| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        digits > 2 && text.chars().any(|sign| sign.is_alphabetic() || sign == '/') && text.len() < 30
    };
    let cells = entry.cells.iter().filter(|cell| cell.meaning == Meaning::Sequence);
    cells.map(|cell| cell.text.trim()).find(|text| filed(text))
}

/// Ties of blood, adoption and fostering: whoever has one such place in the family has no other.
fn is_firm(bond: Bond) -> bool {
    use Bond::*;
    matches!(bond, Parent | Child | Sibling | HalfSibling | AdoptiveParent | AdoptedChild | FosterCarer | FosterChild)
}

/// The reading that belongs to an entry: the one at the same place, or else the one that names it.
pub fn reading_of<'a>(at: usize, id: &EntryId, readings: &[&'a Reading]) -> Option<&'a Reading> {
    let here = readings.get(at).copied().filter(|reading| reading.entry == *id);
    here.or_else(|| readings.iter().copied().find(|reading| reading.entry == *id))
}

/// Whether a tie is one that a child has to somebody of any age: brother, son, nephew, grandson.
fn is_young_tie(kin: &Kin) -> bool {
    kin.steps.last().is_some_and(|step| {
        matches!(
            step.bond,
            Bond::Sibling | Bond::HalfSibling | Bond::StepSibling | Bond::Child | Bond::StepChild | Bond::AdoptedChild
        )
    })
}
