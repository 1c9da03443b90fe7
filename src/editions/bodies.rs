//! Agencies and files whose own names give somebody away: "Sleight House Surgery", `returns/donna-hartley.csv`.

use super::redactor::Redactor;
use super::words;
use crate::findings::agencies::{Sector, sector_by_id};
use crate::history::{History, Record};
use crate::model::AgencyId;
use std::collections::{BTreeMap, BTreeSet};

/// What such names become.
#[derive(Default)]
pub struct Bodies {
    /// Agencies: id and name.
    pub agencies: BTreeMap<AgencyId, (AgencyId, String)>,
    /// Names of agencies, before and after.
    pub names: Vec<(String, String)>,
    /// Paths of files, or of a sheet in one, before and after.
    pub files: BTreeMap<String, String>,
}

/// The words of the agencies' own names, folded.
pub fn words(record: &Record<'_>) -> BTreeSet<String> {
    let names = record.case.front.agencies.iter().flat_map(|agency| words::words(&agency.name));
    names.map(|word| word.folded).collect()
}

/// Every agency and file whose name gives somebody away, under a name that does not.
pub fn renamed(record: &Record<'_>, history: &History<'_>, redactor: &Redactor) -> Bodies {
    let mut bodies = Bodies::default();
    let ids: BTreeSet<&AgencyId> = record
        .case
        .front
        .agencies
        .iter()
        .map(|agency| &agency.id)
        .chain(record.case.returns.iter().map(|sent| &sent.agency))
        .collect();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for id in ids {
        let name = history.agency_name(id);
        if redactor.gives_away(name) || redactor.gives_away(&id.0) {
            let kind = kind(history, id);
            let nth = counts.entry(kind).or_default();
            *nth += 1;
            let other = format!("{kind} {nth}");
            bodies.agencies.insert(id.clone(), (AgencyId(other.to_lowercase().replace(' ', "-")), other.clone()));
            bodies.names.push((name.to_owned(), other));
        }
    }
    for (nth, sent) in record.case.returns.iter().enumerate() {
        let mut parts: BTreeSet<&str> =
            sent.entries.iter().chain(&sent.undated).filter_map(|entry| entry.origin.part.as_deref()).collect();
        parts.extend(
            sent.set_aside
                .iter()
                .filter_map(|row| row.at.0.strip_prefix(&sent.file)?.strip_prefix('#')?.rsplit_once(':'))
                .map(|(part, _)| part),
        );
        let stem = sent.file.rsplit_once('/').map_or(sent.file.as_str(), |(_, name)| name);
        let other = match redactor.gives_away(stem) {
            true => format!("returns/return-{}{}", nth + 1, stem.rfind('.').map_or("", |at| &stem[at..])),
            false => sent.file.clone(),
        };
        for (at, part) in parts.into_iter().enumerate().filter(|(_, part)| redactor.gives_away(part)) {
            bodies.files.insert(format!("{}#{part}", sent.file), format!("{other}#part{}", at + 1));
        }
        if other != sent.file {
            bodies.files.insert(sent.file.clone(), other);
        }
    }
    bodies
}

fn kind(history: &History<'_>, id: &AgencyId) -> &'static str {
    match sector_by_id(history, id) {
        Sector::SocialCare => "Children's social care",
        Sector::Police => "Police",
        Sector::School => "School",
        Sector::Exploitation => "Exploitation service",
        Sector::SexualHealth => "Sexual health service",
        Sector::Care => "Care provider",
        Sector::Therapeutic => "Therapeutic service",
        Sector::Health => "Health service",
        Sector::Other => "Agency",
    }
}
