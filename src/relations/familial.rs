//! What section 27 of the Sexual Offences Act 2003 says of a person and the subject child, in three answers.
//!
//! A labelled test beside the wide sense of family that practice uses. It says how the recorded facts stand to the
//! section's words and never that an offence is proved. The text: legislation.gov.uk/ukpga/2003/42/section/27.

use super::kin_facts::{Facts, Shown};
use crate::model::{Bond, EntryId, Step};
use schemars::JsonSchema;
use serde::Serialize;

/// Where the section stands on the recorded facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer27 {
    /// The facts are within a subsection.
    Within,
    /// They would be, if one fact more were confirmed.
    WouldBeWithin,
    /// Outside the section, but in the family environment.
    Outside,
}

/// The answer, and the recorded facts it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section27 {
    /// `within`, `would-be-within` or `outside`.
    pub answer: Answer27,
    /// 2, 3 or 4; none where the facts are outside.
    pub subsection: Option<u8>,
    /// On which recorded facts, in words.
    pub facts: Vec<String>,
    /// Which fact is not confirmed, where one is missing.
    pub missing: Option<&'static str>,
    /// The entries that say so; `case.json` for the front sheet.
    pub evidence: Vec<EntryId>,
}

/// What must stand beside every answer.
pub const CAUTION: &str = "This compares what is recorded with the words of the section. It does not say that an offence \
     is proved, and the wide sense of family stands whatever it answers.";

const HOUSEHOLD_OR_CARE: &str = "that they live or have lived in one household, or that one is or has been regularly \
     involved in caring for, training, supervising or being in sole charge of the other";
const WHICH_RELATIVE: &str = "that the relative is a parent, grandparent, brother, sister, aunt or uncle";
const CARE: &str = "that the person is regularly involved in caring for, training, supervising or being in sole \
     charge of the child";
const HOUSEHOLD: &str = "that they live in one household now";
const HOUSEHOLD_AND_CARE: &str = "that they live in one household now, and that the person is regularly involved in \
     caring for, training, supervising or being in sole charge of the child";

/// The answer for somebody of the child's family or household in the wide sense.
pub fn section_27(facts: &Facts) -> Section27 {
    let steps = facts.kin.as_ref().map_or(&[][..], |kin| &kin.steps);
    let within = |subsection, missing: Option<&'static str>, closeness| Section27 {
        answer: if missing.is_none() { Answer27::Within } else { Answer27::WouldBeWithin },
        subsection: Some(subsection),
        facts: facts.words(closeness),
        missing,
        evidence: facts.evidence(closeness),
    };
    if is_always_within(steps) {
        return within(2, None, false);
    }
    if is_within_if_close(steps) {
        let close = facts.household > Shown::No || facts.care > Shown::No;
        return within(3, (!close).then_some(HOUSEHOLD_OR_CARE), true);
    }
    match (facts.household, facts.care) {
        (Shown::Now, Shown::Now) => within(4, None, true),
        _ if steps.iter().any(|step| step.bond == Bond::Relative) => within(2, Some(WHICH_RELATIVE), true),
        (Shown::Now, _) => within(4, Some(CARE), true),
        (Shown::No | Shown::Unsure, Shown::Now) => within(4, Some(HOUSEHOLD), true),
        (Shown::Unsure, _) => within(4, Some(HOUSEHOLD_AND_CARE), true),
        _ => Section27 {
            answer: Answer27::Outside,
            subsection: None,
            facts: facts.words(true),
            missing: None,
            evidence: facts.evidence(true),
        },
    }
}

impl Section27 {
    /// The answer in words, without the facts: "within subsection (2)".
    pub fn words(&self) -> String {
        match (self.answer, self.subsection, self.missing) {
            (Answer27::Within, Some(number), _) => format!("within subsection ({number})"),
            (Answer27::WouldBeWithin, Some(number), Some(missing)) => {
                format!("would be within subsection ({number}) if it were confirmed {missing}")
            }
            _ => "outside section 27 but in the family environment".to_owned(),
        }
    }
}

/// Subsection (2): parent, grandparent, brother, sister (half included), aunt, uncle, and foster parent past or
/// present, read both ways. Adoptive kin count as kin; a step-parent, an uncle by marriage and a great-uncle do not.
fn is_always_within(steps: &[Step]) -> bool {
    use Bond::{Child, FosterCarer, FosterChild, Parent, Sibling};
    matches!(
        bonds(steps)[..],
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

/// The bonds of a path, adoptive ones as what they stand for.
fn bonds(steps: &[Step]) -> Vec<Bond> {
    let plain = |step: &Step| match step.bond {
        Bond::AdoptiveParent => Bond::Parent,
        Bond::AdoptedChild => Bond::Child,
        Bond::HalfSibling => Bond::Sibling,
        same => same,
    };
    steps.iter().map(plain).collect()
}

/// Subsection (3): step-parent, past or present (a parent's partner is one), cousin, step-brother or step-sister (a
/// parent's partner's child is one), and a child of, or placed with, a present or past foster parent.
fn is_within_if_close(steps: &[Step]) -> bool {
    use Bond::{Child, FosterCarer, FosterSibling, Parent, Partner, Sibling, StepChild, StepParent, StepSibling};
    matches!(
        bonds(steps)[..],
        [StepParent]
            | [StepChild]
            | [Parent, Partner]
            | [Partner, Child]
            | [StepSibling]
            | [Parent, Partner, Child]
            | [StepParent, Child]
            | [Parent, Sibling, Child]
            | [FosterSibling]
            | [FosterCarer, Child]
    )
}

#[cfg(test)]
mod tests {
    use super::{Answer27, section_27};
    use crate::model::Kin;
    use crate::relations::kin_facts::{Facts, Shown};

    fn facts(kin: &str) -> Facts {
        Facts { kin: Kin::parse(kin), ..Facts::default() }
    }

    fn answer(facts: &Facts) -> (Answer27, Option<u8>) {
        let answer = section_27(facts);
        (answer.answer, answer.subsection)
    }

    #[test]
    fn close_blood_and_foster_parents_are_always_within() {
        for kin in [
            "mother",
            "maternal grandfather",
            "brother",
            "half-brother",
            "maternal uncle",
            "mother's half-brother",
            "niece",
            "foster carer",
            "former foster carer",
            "adoptive father",
            "adoptive brother",
        ] {
            assert_eq!(answer(&facts(kin)), (Answer27::Within, Some(2)), "{kin}");
        }
    }

    #[test]
    fn others_are_within_where_household_or_regular_care_is_recorded_at_any_time() {
        for kin in [
            "mother's partner",
            "mother's former partner",
            "adoptive mother's partner",
            "step-father",
            "cousin",
            "step-brother",
            "foster carer's son",
            "foster brother",
        ] {
            assert_eq!(answer(&facts(kin)), (Answer27::WouldBeWithin, Some(3)), "{kin}");
            for (household, care) in [(Shown::Past, Shown::No), (Shown::No, Shown::Past)] {
                let recorded = Facts { household, care, ..facts(kin) };
                assert_eq!(answer(&recorded), (Answer27::Within, Some(3)), "{kin}");
            }
        }
    }

    #[test]
    fn care_that_is_not_recorded_as_regular_leaves_the_question_open() {
        let once = Facts { other_care: true, ..facts("cousin") };
        let answer = section_27(&once);
        assert_eq!(answer.answer, Answer27::WouldBeWithin);
        assert_eq!(
            answer.facts,
            ["recorded as the child's cousin", "recorded as having looked after the child, not recorded as regularly"]
        );
    }

    #[test]
    fn anyone_in_the_household_who_looks_after_the_child_now_is_within() {
        for kin in ["lodger", "maternal great-uncle", "family member", "maternal aunt's husband"] {
            let lodger = Facts { household: Shown::Now, care: Shown::Now, ..facts(kin) };
            assert_eq!(answer(&lodger), (Answer27::Within, Some(4)), "{kin}");
        }
        let open = |household, care| answer(&Facts { household, care, ..facts("lodger") });
        assert_eq!(open(Shown::Now, Shown::No), (Answer27::WouldBeWithin, Some(4)));
        assert_eq!(open(Shown::No, Shown::Now), (Answer27::WouldBeWithin, Some(4)));
        assert_eq!(open(Shown::Unsure, Shown::Past), (Answer27::WouldBeWithin, Some(4)));
        assert_eq!(open(Shown::Past, Shown::Past), (Answer27::Outside, None), "only at present");
    }

    #[test]
    fn a_relative_who_is_not_named_would_be_within_if_close() {
        assert_eq!(answer(&facts("family member")), (Answer27::WouldBeWithin, Some(2)));
    }

    #[test]
    fn wider_kin_and_kin_by_marriage_are_outside() {
        for kin in ["maternal great-uncle", "maternal aunt's husband", "maternal grandmother's partner", "godfather"] {
            assert_eq!(answer(&facts(kin)), (Answer27::Outside, None), "{kin}");
        }
        assert_eq!(section_27(&facts("cousin")).words().split(" if ").next(), Some("would be within subsection (3)"));
    }
}
