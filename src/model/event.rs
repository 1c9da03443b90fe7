//! What an entry says happened.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// The kinds of event that the tool reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum EventKind {
    SexualAbuseAllegation,
    ExploitationConcern,
    HarmfulSexualBehaviour,
    Contact,
    ContactEnded,
    ContactRestricted,
    RestrictionBreached,
    RestrictionLifted,
    HouseholdJoined,
    HouseholdLeft,
    RelationshipBegan,
    RelationshipEnded,
    Birth,
    Death,
    Custody,
    Release,
    Referral,
    StrategyDiscussion,
    #[serde(rename = "section-47")]
    Section47,
    Assessment,
    Conference,
    CpPlan,
    LookedAfter,
    PlacementMove,
    LegalOrder,
    Missing,
    ReturnInterview,
    Screening,
    Panel,
    Nrm,
    ServiceReferral,
    ServiceStart,
    ServiceEnd,
    SexualHealth,
    Action,
    Outcome,
    EducationChange,
    MoveArea,
    ChildsVoice,
}

/// What a person is in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Said or suspected to have abused.
    AllegedPerpetrator,
    /// Said to have been abused.
    AllegedVictim,
    /// Whom the event is about: who visits, who is restricted, who moved in, who died, who is missing.
    Person,
    /// The other side: with whom contact is, whom a restriction protects, whose partner, into whose household.
    With,
    /// Who told.
    Reporter,
}

/// Who fills a role, before mentions have become people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A mention of the same entry, by index.
    Mention(usize),
    /// The child whose record it is, where the entry does not say so in words ("Collected by her uncle").
    Child,
    /// The child's mother, in an entry about her that does not name her: one from before the child was born, or of
    /// the care of a pregnancy ("Seen alone. Says she was abused by her father").
    Mother,
}

/// Where an allegation stands, as an entry states it. "No further action" is never "did not happen".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Status {
    Alleged,
    Suspected,
    UnderInvestigation,
    Retracted,
    NoFurtherAction,
    Charged,
    NotCharged,
    Acquitted,
    Convicted,
    FoundInFamilyCourt,
    Unsubstantiated,
    Substantiated,
    OutcomeNotRecorded,
}

impl Status {
    /// In plain words.
    pub fn words(self) -> &'static str {
        match self {
            Status::Alleged => "alleged",
            Status::Suspected => "suspected",
            Status::UnderInvestigation => "under investigation",
            Status::Retracted => "retracted",
            Status::NoFurtherAction => "no further action",
            Status::Charged => "charged",
            Status::NotCharged => "not charged",
            Status::Acquitted => "acquitted",
            Status::Convicted => "convicted",
            Status::FoundInFamilyCourt => "found in the family court",
            Status::Unsubstantiated => "unsubstantiated",
            Status::Substantiated => "substantiated",
            Status::OutcomeNotRecorded => "outcome not recorded",
        }
    }
}

/// How people are in contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// Seen together, a visit, an outing, a lift.
    Direct,
    /// Living or staying in one household.
    Household,
    /// Looking after: minding, collecting, in charge of.
    Care,
    /// With somebody else watching, by arrangement.
    Supervised,
    /// Letters, phone, online.
    Indirect,
}

/// What restricts contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Bail with a condition.
    Bail,
    /// Licence after release.
    Licence,
    /// A court order: sexual harm prevention, restraining, non-molestation, no-contact.
    Order,
    /// A child abduction warning notice or another notice.
    WarningNotice,
    /// A safety plan.
    SafetyPlan,
    /// A written agreement.
    WrittenAgreement,
    /// Prison, remand, detention.
    Custody,
    /// Any other rule about contact ("to be supervised at the centre only").
    Arrangement,
}

/// Something that an entry says happened, with the words it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// Which cell of the entry.
    pub cell: usize,
    /// First byte of the words in that cell.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The entry's own words.
    pub words: String,
    /// Who is what in it. One allegation against two children is two events.
    pub people: BTreeMap<Role, Who>,
    /// Where the allegation stands, as these words say.
    pub status: Option<Status>,
    /// How people are in contact.
    pub manner: Option<Manner>,
    /// What restricts it.
    pub measure: Option<Measure>,
    /// The last day of its own term, where the words give one ("until 4 June 2014", "for five years").
    pub until: Option<NaiveDate>,
    /// Whether the words put it years back ("as a child", "historic", "in 1998").
    pub historical: bool,
    /// The words that put it years back, as far as a few words say it: "in 2003", "when she was four".
    pub then: Option<String>,
    /// What else the kind carries: a plan's category, a service's name, an action's owner, who decided an outcome by
    /// which scheme.
    pub detail: Option<String>,
}

impl Event {
    /// An event of which no more is known yet than its kind and the cell and bytes of the words it rests on; the words
    /// themselves, and who is what in it, are for the caller to fill in.
    pub fn new(kind: EventKind, cell: usize, bytes: Range<usize>) -> Event {
        Event {
            kind,
            cell,
            start: bytes.start,
            end: bytes.end,
            words: String::new(),
            people: BTreeMap::new(),
            status: None,
            manner: None,
            measure: None,
            until: None,
            historical: false,
            then: None,
            detail: None,
        }
    }
}

/// Words that speak of something without saying that it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// What it would have been.
    pub kind: EventKind,
    /// The words.
    pub words: String,
    /// Why it is no event: negated, hypothetical, general, about another family.
    pub why: String,
}
