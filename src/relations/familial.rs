//! What section 27 of the Sexual Offences Act 2003 says of two people, in three answers.
//!
//! A labelled test beside the wide sense of family that practice uses. It says how the recorded facts stand to the
//! section's words and never that an offence is proved. The text: legislation.gov.uk/ukpga/2003/42/section/27.

use crate::model::{Bond, Kin, PersonId, Step, Tie, TieKind, TieState};

/// What is recorded between a person and the child, as far as section 27 asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What the person is to the child.
    pub kin: Option<Kin>,
    /// They live in one household now.
    pub live_together: bool,
    /// They lived in one household at some time.
    pub lived_together: bool,
    /// The person is recorded now as caring for, training, supervising or being in sole charge of the child.
    pub cares: bool,
    /// The person was so recorded at some time.
    pub cared: bool,
}

/// Where the section stands on the recorded facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section27 {
    /// The facts are within a subsection.
    Within {
        /// 2, 3 or 4.
        subsection: u8,
        /// On which facts.
        facts: String,
    },
    /// They would be, if one fact more were confirmed.
    WouldBeWithin {
        /// 2, 3 or 4.
        subsection: u8,
        /// On which facts.
        facts: String,
        /// Which fact is missing.
        missing: &'static str,
    },
    /// Outside the section, but in the family environment.
    Outside {
        /// On which facts.
        facts: String,
    },
}

const HOUSEHOLD_OR_CARE: &str = "that they live or have lived in one household, or that one is or has been regularly \
     involved in caring for, training, supervising or being in sole charge of the other";
const WHICH_RELATIVE: &str = "that the relative is a parent, grandparent, brother, sister, aunt or uncle";
const CARE: &str = "that the person is regularly involved in caring for, training, supervising or being in sole \
     charge of the child";
const HOUSEHOLD: &str = "that they live in one household";

impl Facts {
    /// What the ties between a person and the child say; `listed_together` is the front sheet's own word.
    pub fn of(kin: Option<&Kin>, ties: &[Tie], person: &PersonId, child: &PersonId, listed_together: bool) -> Facts {
        let between =
            |tie: &&Tie| (tie.person == *person && tie.of == *child) || (tie.person == *child && tie.of == *person);
        let ever = |kind: &TieKind| ties.iter().filter(between).any(|tie| tie.kind == *kind);
        let open =
            |kind: &TieKind| ties.iter().filter(between).any(|tie| tie.kind == *kind && tie.state == TieState::Open);
        Facts {
            kin: kin.cloned(),
            live_together: listed_together || open(&TieKind::Household),
            lived_together: listed_together || ever(&TieKind::Household),
            cares: open(&TieKind::Care),
            cared: ever(&TieKind::Care),
        }
    }

    /// The answer; none where the person is neither kin nor in the household or care of the child.
    pub fn section_27(&self) -> Option<Section27> {
        let steps = self.kin.as_ref().map_or(&[][..], |kin| &kin.steps);
        let family = !steps.is_empty() && steps.iter().all(|step| !is_loose(step.bond));
        if is_always_within(steps) {
            return Some(Section27::Within { subsection: 2, facts: self.told(false) });
        }
        if is_within_if_close(steps) {
            return Some(if self.lived_together || self.cared {
                Section27::Within { subsection: 3, facts: self.told(true) }
            } else {
                Section27::WouldBeWithin { subsection: 3, facts: self.told(false), missing: HOUSEHOLD_OR_CARE }
            });
        }
        let facts = self.told(true);
        if steps.iter().any(|step| step.bond == Bond::Relative) {
            return Some(Section27::WouldBeWithin { subsection: 2, facts, missing: WHICH_RELATIVE });
        }
        match (self.live_together, self.cares) {
            (true, true) => Some(Section27::Within { subsection: 4, facts }),
            (true, false) => Some(Section27::WouldBeWithin { subsection: 4, facts, missing: CARE }),
            (false, true) => Some(Section27::WouldBeWithin { subsection: 4, facts, missing: HOUSEHOLD }),
            (false, false) if family || self.lived_together || self.cared => Some(Section27::Outside { facts }),
            (false, false) => None,
        }
    }

    /// The recorded facts in words; `closeness` where household and care matter to the answer.
    fn told(&self, closeness: bool) -> String {
        let mut facts: Vec<String> =
            self.kin.iter().map(|kin| format!("recorded as the child's {}", kin.words())).collect();
        if closeness {
            facts.extend(match (self.live_together, self.lived_together) {
                (true, _) => Some("recorded as living with the child".to_owned()),
                (false, true) => Some("recorded as having lived with the child".to_owned()),
                _ => None,
            });
            facts.extend(match (self.cares, self.cared) {
                (true, _) => Some("recorded as looking after the child".to_owned()),
                (false, true) => Some("recorded as having looked after the child".to_owned()),
                _ => None,
            });
        }
        facts.join(", ")
    }
}

impl Section27 {
    /// The answer as one sentence.
    pub fn sentence(&self) -> String {
        match self {
            Section27::Within { subsection, facts } => {
                format!("Section 27 of the Sexual Offences Act 2003: within subsection ({subsection}): {facts}.")
            }
            Section27::WouldBeWithin { subsection, facts, missing } => format!(
                "Section 27 of the Sexual Offences Act 2003: would be within subsection ({subsection}) if it were confirmed {missing}: {facts}."
            ),
            Section27::Outside { facts } => format!(
                "Section 27 of the Sexual Offences Act 2003: outside section 27 but in the family environment: {facts}."
            ),
        }
    }
}

fn is_loose(bond: Bond) -> bool {
    matches!(bond, Bond::Friend | Bond::Neighbour | Bond::Lodger | Bond::Unrelated)
}

/// Subsection (2): parent, grandparent, brother, sister (half included), aunt, uncle, and foster parent past or
/// present, read both ways. Adoptive kin count as kin; a step-parent, an uncle by marriage and a great-uncle do not.
fn is_always_within(steps: &[Step]) -> bool {
    use Bond::{AdoptedChild, AdoptiveParent, Child, FosterCarer, FosterChild, HalfSibling, Parent, Sibling};
    let bonds: Vec<Bond> = steps
        .iter()
        .map(|step| match step.bond {
            AdoptiveParent => Parent,
            AdoptedChild => Child,
            HalfSibling => Sibling,
            same => same,
        })
        .collect();
    matches!(
        bonds[..],
        [Parent]
            | [Child]
            | [Parent, Parent]
            | [Child, Child]
            | [Sibling]
            | [Parent, Child]
            | [Parent, Sibling]
            | [Sibling, Child]
            | [FosterCarer]
            | [FosterChild]
    )
}

/// Subsection (3): step-parent, past or present (a parent's partner is one), cousin, step-brother or step-sister (a
/// parent's partner's child is one), and a child of a present or past foster parent.
fn is_within_if_close(steps: &[Step]) -> bool {
    use Bond::{
        Child, FosterCarer, FosterSibling, HalfSibling, Parent, Partner, Sibling, StepChild, StepParent, StepSibling,
    };
    let bonds: Vec<Bond> = steps.iter().map(|step| step.bond).collect();
    matches!(
        bonds[..],
        [StepParent]
            | [StepChild]
            | [Parent, Partner]
            | [Partner, Child]
            | [StepSibling]
            | [Parent, Partner, Child]
            | [StepParent, Child]
            | [Parent, Sibling | HalfSibling, Child]
            | [FosterSibling]
            | [FosterCarer, Child]
    )
}

#[cfg(test)]
mod tests {
    use super::{Facts, Section27};
    use crate::model::Kin;

    fn facts(kin: &str) -> Facts {
        Facts { kin: Kin::parse(kin), ..Facts::default() }
    }

    fn subsection(answer: Option<Section27>) -> (u8, bool) {
        match answer {
            Some(Section27::Within { subsection, .. }) => (subsection, true),
            Some(Section27::WouldBeWithin { subsection, .. }) => (subsection, false),
            _ => (0, false),
        }
    }

    #[test]
    fn close_blood_and_foster_parents_are_always_within() {
        for kin in [
            "mother",
            "maternal grandfather",
            "half-brother",
            "maternal uncle",
            "mother's half-brother",
            "niece",
            "former foster carer",
            "adoptive father",
            "adoptive brother",
        ] {
            assert_eq!(subsection(facts(kin).section_27()), (2, true), "{kin}");
        }
    }

    #[test]
    fn others_are_within_where_household_or_care_is_recorded() {
        for kin in [
            "mother's partner",
            "mother's former partner",
            "step-father",
            "cousin",
            "step-brother",
            "foster carer's son",
        ] {
            let recorded = Facts { lived_together: true, ..facts(kin) };
            assert_eq!(subsection(recorded.section_27()), (3, true), "{kin}");
            assert_eq!(subsection(facts(kin).section_27()), (3, false), "{kin}");
        }
    }

    #[test]
    fn anyone_in_the_household_who_looks_after_the_child_now_is_within() {
        let lodger = Facts { live_together: true, lived_together: true, cares: true, cared: true, ..facts("lodger") };
        assert_eq!(subsection(lodger.section_27()), (4, true));
        let left = Facts { live_together: false, cares: false, ..lodger };
        assert!(matches!(left.section_27(), Some(Section27::Outside { .. })));
    }

    #[test]
    fn a_relative_who_is_not_named_would_be_within_if_close() {
        assert_eq!(subsection(facts("family member").section_27()), (2, false));
    }

    #[test]
    fn a_great_uncle_is_outside_and_a_stranger_is_not_asked_about() {
        let outside = facts("maternal great-uncle").section_27();
        assert_eq!(
            outside.map(|answer| answer.sentence()).as_deref(),
            Some(
                "Section 27 of the Sexual Offences Act 2003: outside section 27 but in the family environment: recorded as the child's maternal great-uncle."
            )
        );
        assert!(matches!(facts("maternal aunt's husband").section_27(), Some(Section27::Outside { .. })));
        assert_eq!(facts("neighbour").section_27(), None);
        assert_eq!(Facts::default().section_27(), None);
    }
}
