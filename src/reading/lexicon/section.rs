//! The headings of the lexicon's files.

use crate::model::{EventKind, Measure, Status};
use crate::reading::groups::Group;

/// A heading of a lexicon file and what its phrases mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The file it stands in.
    pub file: &'static str,
    /// As written between the brackets.
    pub name: &'static str,
    /// The group of its phrases.
    pub group: Group,
    /// The kind of event, for sections that give one.
    pub kind: Option<EventKind>,
    /// The status, for sections that give one.
    pub status: Option<Status>,
    /// The measure, for sections that give one.
    pub measure: Option<Measure>,
}

impl Section {
    /// The section that a heading opens; none where it cannot be understood.
    pub fn read(file: &'static str, heading: &'static str) -> Option<Section> {
        let name = heading.split(']').next()?;
        let (group, value) = name.split_once(' ').unwrap_or((name, ""));
        let group = Group::from_name(group)?;
        let (kind, status, measure) = (event_kind(value), status(value), measure(value));
        let known = value.is_empty() || kind.is_some() || status.is_some() || measure.is_some();
        known.then_some(Section { file, name, group, kind, status, measure })
    }
}

fn event_kind(value: &str) -> Option<EventKind> {
    use EventKind::*;
    Some(match value {
        "referral" => Referral,
        "strategy-discussion" => StrategyDiscussion,
        "section-47" => Section47,
        "assessment" => Assessment,
        "conference" => Conference,
        "cp-plan" => CpPlan,
        "looked-after" => LookedAfter,
        "placement-move" => PlacementMove,
        "legal-order" => LegalOrder,
        "missing" => Missing,
        "return-interview" => ReturnInterview,
        "screening" => Screening,
        "panel" => Panel,
        "nrm" => Nrm,
        "service-referral" => ServiceReferral,
        "service-start" => ServiceStart,
        "service-end" => ServiceEnd,
        "sexual-health" => SexualHealth,
        "action" => Action,
        "outcome" => Outcome,
        "education-change" => EducationChange,
        "move-area" => MoveArea,
        "childs-voice" => ChildsVoice,
        _ => return None,
    })
}

fn status(value: &str) -> Option<Status> {
    use Status::*;
    Some(match value {
        "suspected" => Suspected,
        "under-investigation" => UnderInvestigation,
        "retracted" => Retracted,
        "no-further-action" => NoFurtherAction,
        "charged" => Charged,
        "not-charged" => NotCharged,
        "acquitted" => Acquitted,
        "convicted" => Convicted,
        "found-in-family-court" => FoundInFamilyCourt,
        "unsubstantiated" => Unsubstantiated,
        "substantiated" => Substantiated,
        _ => return None,
    })
}

fn measure(value: &str) -> Option<Measure> {
    use Measure::*;
    Some(match value {
        "bail" => Bail,
        "licence" => Licence,
        "order" => Order,
        "warning-notice" => WarningNotice,
        "safety-plan" => SafetyPlan,
        "written-agreement" => WrittenAgreement,
        "custody" => Custody,
        "arrangement" => Arrangement,
        _ => return None,
    })
}
