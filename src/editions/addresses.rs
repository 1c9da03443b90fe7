//! Addresses that some text shows for certain, so that the same street is known wherever it stands.

use super::patterns::{self, Matter};
use super::redactor::{Instead, Kind, Redactor};
use super::words;
use crate::history::Record;

/// Words that only say which part of a building is meant.
const PARTS: &[&str] = &["flat", "apartment", "apt", "unit", "room", "no", "number", "house", "the"];

/// Adds every street and house that stands with a number, or under a heading that says it is an address.
pub fn learn(record: &Record<'_>, texts: &[&str], redactor: &mut Redactor) {
    let found = texts.iter().flat_map(|text| {
        let found = patterns::stretches(text).into_iter().filter(|one| one.matter == Matter::Address);
        found.map(|one| text[one.start..one.end].to_owned())
    });
    let headed = record
        .entries
        .iter()
        .flat_map(|entry| &entry.cells)
        .filter(|cell| cell.heading.to_lowercase().contains("address"));
    let headed =
        headed.flat_map(|cell| cell.text.split([',', '\n', ';']).take(1).map(str::to_owned).collect::<Vec<_>>());
    for address in found.chain(headed) {
        let Some(street) = street(&address) else { continue };
        let phrases = redactor.phrases.entry(street[0].clone()).or_default();
        if phrases.iter().all(|(phrase, _)| *phrase != street) {
            phrases.push((street, Instead::thing("address", Kind::Address)));
        }
    }
}

/// The words of a street or house without numbers: two at least, of which one is no part of a building.
fn street(address: &str) -> Option<Vec<String>> {
    let first = address.split([',', ';']).rfind(|piece| words::words(piece).len() > 1).unwrap_or(address);
    let all = words::words(first).into_iter().map(|word| word.folded);
    let named: Vec<String> = all
        .filter(|word| !word.starts_with(|sign: char| sign.is_ascii_digit()) && word.chars().count() > 1)
        .skip_while(|word| PARTS.contains(&word.as_str()))
        .collect();
    ((2..=4).contains(&named.len())).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::street;

    #[test]
    fn a_street_is_known_without_its_number() {
        assert_eq!(street("14 Mere View"), Some(vec!["mere".to_owned(), "view".to_owned()]));
        assert_eq!(street("Flat 2b, 10 Cedar Road"), Some(vec!["cedar".to_owned(), "road".to_owned()]));
        assert_eq!(street("number 14"), None);
    }
}
