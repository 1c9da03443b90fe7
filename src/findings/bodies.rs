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
    if step.status == Status::Retracted {
        return Decided { body: None, scheme: None, ask: None };
    }
    if entry_says(step.entry, &["lado", "designated officer"]) {
        return of(
            "Local authority designated officer (LADO)",
            Some("allegations against people who work with children"),
        );
    }
    match step.status {
        Status::Convicted | Status::Acquitted => of("Criminal court", None),
        Status::FoundInFamilyCourt => of("Family court", Some("finding of fact")),
        Status::Charged | Status::NotCharged if says(cell, &["cps", "crown prosecution"]) => {
            of("Crown Prosecution Service", None)
        }
        Status::Charged | Status::NotCharged => of(&police(), Some("criminal investigation")),
        _ => match home_office(&step.entry.text()) {
            Some(outcome) => of(&police(), Some(&outcome)),
            None if entry_says(step.entry, &["section 47", "s47", "s.47"]) => {
                let social = name_of(history, Sector::SocialCare, "children's social care");
                match sector {
                    Sector::Police => of(&format!("{agency} and {social}"), Some("joint section 47 enquiry")),
                    Sector::SocialCare => of(agency, Some("section 47 enquiry")),
                    _ => of(&social, Some("section 47 enquiry")),
                }
            }
            None if sector == Sector::Police => Decided {
                ask: (step.status == Status::NoFurtherAction).then_some(WHICH_NO_FURTHER_ACTION),
                ..of(agency, Some("criminal investigation"))
            },
            None => of(agency, None),
        },
    }
}

/// What to ask of a police outcome that says only that no further action was taken.
pub const WHICH_NO_FURTHER_ACTION: &str = "“No further action” stands for several police outcomes, some of which say only \
     that the child did not support a prosecution: ask which it was.";

/// Outcome types of the Home Office that an entry may give by number.
const HOME_OFFICE: &[(u32, &str)] = &[
    (9, "prosecution not in the public interest (CPS)"),
    (10, "formal action not in the public interest (police)"),
    (11, "suspect under the age of criminal responsibility"),
    (12, "suspect too ill to be prosecuted"),
    (13, "victim or key witness dead or too ill"),
    (14, "evidential difficulties, suspect not identified, victim does not support"),
    (15, "evidential difficulties, suspect identified, victim supports"),
    (16, "evidential difficulties, suspect identified, victim does not support"),
    (17, "time limit for prosecution expired"),
    (18, "investigation complete, no suspect identified"),
    (20, "responsibility passed to another body"),
    (21, "further investigation not in the public interest"),
    (22, "diversionary or educational activity"),
];

/// "Home Office outcome 16: ..." where the words give its number.
fn home_office(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let after = lower.split("outcome").skip(1).find_map(|rest| {
        let rest = rest.trim_start_matches([' ', ':', '-']).trim_start_matches("type").trim_start_matches("code");
        let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    })?;
    let (number, words) = HOME_OFFICE.iter().find(|(number, _)| *number == after)?;
    Some(format!("Home Office outcome {number}: {words}"))
}

#[cfg(test)]
mod tests {
    use super::home_office;

    #[test]
    fn a_numbered_outcome_is_named() {
        assert!(home_office("Filed, Outcome 16.").is_some_and(|words| words.ends_with("victim does not support")));
        assert!(home_office("outcome type 18").is_some());
        assert_eq!(home_office("Outcome: NFA. 16 May"), None);
    }
}
