//! Which body decided what of an allegation, and under which scheme: police, court, children's services, LADO.
//!
//! The words of different schemes mean different things, and are never put together.

use super::agencies::{Sector, name_of, sector_by_id};
use super::told::{entry_says, says};
use crate::history::History;
use crate::model::Status;
use crate::relations::Step;

/// Which body decided, and under which scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The body; none for a retraction, which is an event and nobody's outcome.
    pub body: Option<String>,
    /// The scheme, where the words show one.
    pub scheme: Option<String>,
    /// What to ask where the words stand for several outcomes.
    pub ask: Option<&'static str>,
}

/// The body and scheme of a step that says what became of an allegation.
pub fn decided(history: &History<'_>, step: &Step<'_>) -> Decided {
    let cell = step.entry.cells.get(step.place.0).map_or("", |cell| &cell.text);
    let sector = sector_by_id(history, &step.entry.agency);
    let agency = history.agency_name(&step.entry.agency);
    let of = |body: &str, scheme: Option<&str>| Decided {
        body: Some(body.to_owned()),
        scheme: scheme.map(str::to_owned),
        ask: None,
    };
    let police =
        || if sector == Sector::Police { agency.to_owned() } else { name_of(history, Sector::Police, "police") };
    let lado = || {
        let scheme = "allegations against people who work with children";
        of("Local authority designated officer (LADO)", Some(scheme))
    };
    if step.status == Status::Retracted {
        return Decided { body: None, scheme: None, ask: None };
    }
    match (step.decided, step.status) {
        (Some("LADO"), _) => lado(),
        _ if entry_says(step.entry, &["lado", "designated officer"]) => lado(),
        (Some(outcome), _) if outcome.starts_with("Home Office") => of(&police(), Some(outcome)),
        (Some("police caution"), _) => of(&police(), Some("caution")),
        (_, Status::FoundInFamilyCourt) | (Some("family court"), _) => of("Family court", Some("finding of fact")),
        (_, Status::Convicted | Status::Acquitted) | (Some("criminal court"), _) => of("Criminal court", None),
        (_, Status::Charged | Status::NotCharged) if says(cell, &["cps", "crown prosecution"]) => {
            of("Crown Prosecution Service", None)
        }
        (_, Status::Charged | Status::NotCharged) => of(&police(), Some("criminal investigation")),
        _ if entry_says(step.entry, &["section 47", "s47", "s.47"]) => {
            let social = name_of(history, Sector::SocialCare, "children's social care");
            match sector {
                Sector::Police => of(&format!("{agency} and {social}"), Some("joint section 47 enquiry")),
                Sector::SocialCare => of(agency, Some("section 47 enquiry")),
                _ => of(&social, Some("section 47 enquiry")),
            }
        }
        _ if sector == Sector::Police => Decided {
            ask: (step.status == Status::NoFurtherAction).then_some(WHICH_NO_FURTHER_ACTION),
            ..of(agency, Some("criminal investigation"))
        },
        _ => of(agency, None),
    }
}

/// What to ask of a police outcome that says only that no further action was taken.
pub const WHICH_NO_FURTHER_ACTION: &str = "“No further action” stands for several police outcomes, some of which say only \
     that the child did not support a prosecution: ask which it was.";
