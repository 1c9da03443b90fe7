//! Names of professionals for the subgroup edition: from the reader, from the columns that say who worked or wrote.

use super::cast::{Member, parts};
use super::ordinary::{is_family_word, is_title};
use super::redactor::{Instead, Kind};
use super::words;
use crate::findings::agencies::{Sector, sector_by_id};
use crate::history::{History, Record};
use crate::model::{AgencyId, Meaning, Naming};
use crate::reading::is_ordinary;
use std::collections::{BTreeMap, BTreeSet};

/// A name as it is written: in whose entry it stands, and whether a title stands before it.
type Found<'r> = (Option<&'r AgencyId>, String, bool);

/// A member for each professional, numbered by the kind of agency in whose entries they first stand.
pub fn professionals(record: &Record<'_>, history: &History<'_>, family: &BTreeSet<String>) -> Vec<Member> {
    let bodies = super::bodies::words(record);
    let mut members: Vec<Member> = Vec::new();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (agency, name, titled) in names(record).into_iter().chain(elsewhere(record)) {
        let found = parts(&name);
        let of_body = !titled && found.iter().all(|part| bodies.contains(part));
        if found.is_empty() || of_body || found.iter().all(|part| family.contains(part)) {
            continue;
        }
        if let Some(known) = members.iter_mut().find(|member| is_one(&member.name, &found)) {
            known.others.push(name);
            continue;
        }
        let role = agency.map_or("Professional", |agency| role(history, agency));
        let nth = counts.entry(role).or_default();
        *nth += 1;
        let instead = Some(Instead::person(format!("{role} {nth}"), Kind::Professional));
        members.push(Member { id: None, name, others: Vec::new(), born: None, instead });
    }
    members
}

/// Whether a name in parts can be another form of a name: the same surname, and given names that agree.
fn is_one(name: &str, other: &[String]) -> bool {
    let one = parts(name);
    let (Some(surname), Some(last)) = (one.last(), other.last()) else { return false };
    let initial = |parts: &[String]| parts.first().filter(|_| parts.len() > 1).and_then(|part| part.chars().next());
    let given = match (initial(&one), initial(other)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    (surname == last && given) || (other.len() == 1 && one.first() == Some(last))
}

fn role(history: &History<'_>, agency: &AgencyId) -> &'static str {
    match sector_by_id(history, agency) {
        Sector::Police => "Police officer",
        Sector::SocialCare => "Social care worker",
        Sector::School => "School staff",
        Sector::Health | Sector::SexualHealth => "Health professional",
        Sector::Care | Sector::Therapeutic | Sector::Exploitation | Sector::Other => "Professional",
    }
}

/// Every name of a professional as it is written, with the agency in whose entry it stands.
fn names<'r>(record: &'r Record<'_>) -> Vec<Found<'r>> {
    let mut found = Vec::new();
    for (entry, reading) in record.entries.iter().zip(&record.readings) {
        for mention in reading.mentions.iter().filter(|mention| mention.professional) {
            let name = match &mention.naming {
                Naming::Full { given, surname } => format!("{given} {surname}"),
                Naming::Given(name) => name.clone(),
                Naming::Surname { initial, surname } => match initial {
                    Some(initial) => format!("{initial} {surname}"),
                    None => surname.clone(),
                },
                _ => continue,
            };
            found.push((Some(&entry.agency), name, mention.title.is_some()));
        }
        for cell in &entry.cells {
            if cell.meaning == Meaning::Professional {
                found.extend(signed_by(&cell.text).into_iter().map(|name| (Some(&entry.agency), name, false)));
            }
            found.extend(titled(&cell.text).into_iter().map(|name| (Some(&entry.agency), name, true)));
        }
    }
    found
}

/// Who prepared the chronology, and who decided something.
fn elsewhere<'r>(record: &'r Record<'_>) -> Vec<Found<'r>> {
    let prepared = record.case.front.referral.prepared_by.iter().map(String::as_str);
    let decided = record.case.decisions.iter();
    let signed = decided.flat_map(|one| std::iter::once(&one.signed).chain(&one.taken_back)).map(|one| one.by.as_str());
    prepared.chain(signed).flat_map(signed_by).map(|name| (None, name, false)).collect()
}

/// Names of those who sign entries, in parts.
pub fn staff(record: &Record<'_>) -> BTreeSet<String> {
    let cells = record.entries.iter().flat_map(|entry| &entry.cells);
    let signed = cells.filter(|cell| cell.meaning == Meaning::Professional);
    signed.flat_map(|cell| signed_by(&cell.text)).flat_map(|name| parts(&name)).collect()
}

/// The names in a cell that says who wrote: "P Nair; Mrs Bolt (form tutor)".
fn signed_by(cell: &str) -> Vec<String> {
    let pieces = cell.split(['/', ';', ',', '&', '\n', '(', ')']).flat_map(|piece| piece.split(" and "));
    let named = pieces.filter_map(|piece| {
        let all = words::words(piece);
        let named = all.iter().any(|word| is_title(&word.folded) || word.folded.chars().count() == 1);
        let name = all.iter().filter(|word| {
            let telling = !is_title(&word.folded) && !is_family_word(&word.folded);
            telling
                && word.capital
                && (named || !is_ordinary(&word.folded))
                && !word.folded.starts_with(|sign: char| sign.is_ascii_digit())
        });
        let name: Vec<&str> = name.map(|word| &piece[word.start..word.end]).collect();
        Some(name.join(" ")).filter(|name| name.chars().count() > 1)
    });
    named.collect()
}

/// Whether a title is one of a professional.
fn is_office(word: &str) -> bool {
    is_title(word) && !is_family_word(word) && !matches!(word, "mr" | "mrs" | "ms" | "miss" | "mx" | "sir" | "lady")
}

/// Names behind a professional's title anywhere: "PC 1234 Dunn", "Dr A Moyo".
fn titled(text: &str) -> Vec<String> {
    let all = words::words(text);
    let begins = |at: &usize| all[*at].capital && is_office(&all[*at].folded);
    let found = (0..all.len()).filter(begins).filter_map(|at| {
        let after = all[at + 1..].iter().take(4).enumerate();
        let close = after.take_while(|(nth, word)| {
            let gap = &text[all[at + nth].end..word.start];
            gap.trim_matches(['.', ' ']).is_empty()
                && gap.len() <= 2
                && (word.capital || word.folded.starts_with(|sign: char| sign.is_ascii_digit()))
        });
        let all_caps = words::is_capitals(text);
        let name =
            close.map(|(_, word)| word).skip_while(|word| word.folded.starts_with(|sign: char| sign.is_ascii_digit()));
        let mut name: Vec<&words::Word> = name.take_while(|word| !is_title(&word.folded)).take(3).collect();
        if all_caps {
            name.truncate(1);
        }
        // "Mr Hall The family": an ordinary word after the first name ends it.
        let end = name
            .iter()
            .skip(1)
            .position(|word| is_ordinary(&word.folded) && word.opens)
            .map_or(name.len(), |at| at + 1);
        name.truncate(end);
        let name: Vec<&str> = name.into_iter().map(|word| &text[word.start..word.end]).collect();
        (!name.is_empty()).then(|| name.join(" "))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::{is_one, signed_by, titled};

    #[test]
    fn names_are_found_where_people_sign_and_behind_titles() {
        assert_eq!(signed_by("P Nair; Mrs Bolt (form tutor)"), ["P Nair", "Bolt"]);
        assert_eq!(signed_by("Duty"), Vec::<String>::new());
        assert_eq!(titled("Seen by PC 1234 Dunn and Dr A. Moyo."), ["Dunn", "A Moyo"]);
        assert!(is_one("P Nair", &["nair".to_owned()]) && !is_one("P Nair", &["k".to_owned(), "nair".to_owned()]));
    }
}
