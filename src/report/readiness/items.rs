//! The items that specialist services ask of a referral in common, in the order in which one is read.

use super::{Filled, Source, child, harm, services};
use crate::findings::agencies::Sector;

/// An item that a referral is asked for.
pub struct Item {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub label: &'static str,
    /// As the receiving service asks it.
    pub question: &'static str,
    /// What fills it.
    pub fill: fn(Source<'_, '_>) -> Filled,
    /// Who would know.
    pub ask: &'static [Sector],
    /// Who would know beside agencies.
    pub and: &'static str,
}

/// Every item, in the order in which a referral is read.
pub const ITEMS: &[Item] = &[
    Item {
        id: "allegations",
        label: "Who said what about whom, when, and to whom",
        question: "Who made which allegation about whom, when, and who was told?",
        fill: harm::allegations,
        ask: &[Sector::SocialCare, Sector::Police],
        and: "",
    },
    Item {
        id: "outcomes",
        label: "What each body decided",
        question: "What did each body decide, under which scheme, and what does that word mean there?",
        fill: harm::outcomes,
        ask: &[Sector::Police, Sector::SocialCare],
        and: "",
    },
    Item {
        id: "alleged-persons",
        label: "Alleged persons and what they are to the child",
        question: "Who is each alleged person, born when, and what are they to the child?",
        fill: harm::persons,
        ask: &[Sector::Police, Sector::SocialCare],
        and: "",
    },
    Item {
        id: "contact",
        label: "Contact today: by what way, supervised or not, last shown when",
        question: "Is any alleged person in contact with the child today, by what way, supervised by whom, and when was that last confirmed?",
        fill: harm::contact,
        ask: &[Sector::SocialCare, Sector::School],
        and: "the child's carer",
    },
    Item {
        id: "reported",
        label: "Reported to police and to children's services",
        question: "Do the police and children's services both know of each allegation?",
        fill: harm::reported,
        ask: &[Sector::Police, Sector::SocialCare],
        and: "",
    },
    Item {
        id: "proceedings",
        label: "Court proceedings, private-law ones about contact included",
        question: "Are there proceedings in any court, private-law proceedings about contact with an alleged person among them?",
        fill: child::proceedings,
        ask: &[Sector::SocialCare],
        and: "the parents or carers",
    },
    Item {
        id: "legal-status",
        label: "Plans and legal status",
        question: "Is the child subject to a plan or an order, or looked after, and who has parental responsibility?",
        fill: child::legal_status,
        ask: &[Sector::SocialCare],
        and: "",
    },
    Item {
        id: "siblings",
        label: "Brothers and sisters",
        question: "Which other children are in the family or household, and are they safe?",
        fill: child::siblings,
        ask: &[Sector::SocialCare],
        and: "",
    },
    Item {
        id: "safe-adult",
        label: "A safe adult",
        question: "Which adult will support the child through the work, and is that adult safe?",
        fill: child::safe_adult,
        ask: &[Sector::SocialCare, Sector::School],
        and: "the child",
    },
    Item {
        id: "wishes",
        label: "What the child says and wants",
        question: "Does the child know of this referral and agree to it?",
        fill: child::wishes,
        ask: &[Sector::SocialCare],
        and: "the child",
    },
    Item {
        id: "consent",
        label: "Consent, and on what basis information is shared",
        question: "Who consented to the referral, and on what basis is information shared without consent?",
        fill: child::consent,
        ask: &[Sector::SocialCare],
        and: "whoever has parental responsibility",
    },
    Item {
        id: "services",
        label: "Therapeutic and specialist services used by each member of the family",
        question: "Which services has each member of the family used or waited for, when, and how did that end?",
        fill: services::used,
        ask: &[Sector::SocialCare, Sector::Health],
        and: "the family",
    },
    Item {
        id: "mental-health",
        label: "Mental health and self-harm",
        question: "Is there self-harm or another mental health need, and who is treating it?",
        fill: services::mental_health,
        ask: &[Sector::Health],
        and: "",
    },
    Item {
        id: "sexual-health",
        label: "Sexual health and medical examination",
        question: "Was a medical examination or sexual health advice offered, and what came of it?",
        fill: services::sexual_health,
        ask: &[Sector::Health, Sector::SexualHealth],
        and: "",
    },
    Item {
        id: "agencies",
        label: "Who was asked, and who has not answered",
        question: "Which agencies were asked, which have not answered, and which names did each search?",
        fill: services::agencies,
        ask: &[],
        and: "",
    },
];
