//! What an agency is for: told by its kind, else by its name.

use super::told::says;
use crate::history::History;
use crate::model::{Agency, AgencyId};

/// Kinds of agency that rules tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sector {
    /// Children's social care, early help.
    SocialCare,
    /// Police.
    Police,
    /// Schools, nurseries, education services.
    School,
    /// Services for exploited children.
    Exploitation,
    /// Services for sexual health.
    SexualHealth,
    /// Children's homes, fostering agencies.
    Care,
    /// Therapy, counselling, sexual violence services, CAMHS.
    Therapeutic,
    /// GP, health visiting, midwifery, hospital and other health.
    Health,
    /// Any other.
    Other,
}

/// Words that show a sector, the more particular first.
const WORDS: &[(Sector, &[&str])] = &[
    (Sector::SexualHealth, &["sexual health", "gum clinic", "sarc"]),
    (Sector::Exploitation, &["exploitation"]),
    (
        Sector::Therapeutic,
        &[
            "camhs",
            "therap",
            "counsel",
            "sexual violence",
            "rape crisis",
            "harmful sexual behaviour",
            "psycholog",
            "isva",
        ],
    ),
    (Sector::Care, &["foster", "children's home", "residential", "care home"]),
    (Sector::Police, &["police", "constabulary"]),
    (
        Sector::SocialCare,
        &[
            "social care",
            "social work",
            "children's services",
            "early help",
            "family services",
            "children and families",
        ],
    ),
    (
        Sector::School,
        &["school", "nursery", "early years", "education", "college", "academy", "primary", "pupil referral"],
    ),
    (
        Sector::Health,
        &[
            "gp",
            "health",
            "midwi",
            "maternity",
            "hospital",
            "surgery",
            "medical",
            "practice",
            "dental",
            "dentist",
            "clinic",
            "nhs",
        ],
    ),
];

/// What an agency is for.
pub fn sector(agency: &Agency) -> Sector {
    let kind = agency.kind.as_deref().unwrap_or_default();
    sector_of(kind).or_else(|| sector_of(&agency.name)).unwrap_or(Sector::Other)
}

fn sector_of(words: &str) -> Option<Sector> {
    WORDS.iter().find(|(_, phrases)| says(words, phrases)).map(|(sector, _)| *sector)
}

/// What the agency with this id is for.
pub fn sector_by_id(history: &History<'_>, id: &AgencyId) -> Sector {
    let listed = history.front.agencies.iter().find(|agency| agency.id == *id);
    listed.map(sector).or_else(|| sector_of(&id.0)).unwrap_or(Sector::Other)
}

/// The name of the first agency asked that is of a sector, else the words given.
pub fn name_of(history: &History<'_>, wanted: Sector, otherwise: &str) -> String {
    let found = history.front.agencies.iter().find(|agency| sector(agency) == wanted);
    found.map_or_else(|| otherwise.to_owned(), |agency| agency.name.clone())
}

/// Words by which another agency's entry can mean an agency of this sector.
pub fn spoken_of_as(sector: Sector) -> &'static [&'static str] {
    match sector {
        Sector::SocialCare => {
            &["social care", "children's services", "social worker", "social services", "csc", "mash"]
        }
        Sector::Police => &["police"],
        Sector::School => &["school", "head teacher", "headteacher", "academy", "nursery"],
        Sector::Health => &["gp", "health", "health visitor", "school nurse", "midwife"],
        Sector::Exploitation => &["exploitation service", "exploitation team"],
        Sector::SexualHealth => &["sexual health"],
        Sector::Care => &["foster carer", "fostering", "home"],
        Sector::Therapeutic => &["camhs", "therapist", "counsellor"],
        Sector::Other => &[],
    }
}
