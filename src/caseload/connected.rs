//! Which histories hang together: through a person whom several of them speak of, or through an address.

use super::Case;
use super::gist::Place;
use super::same_people::Same;
use std::collections::{BTreeMap, BTreeSet};

/// An address that stands in several histories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// In small letters, without what people write differently.
    pub folded: String,
    /// The cases, by their places.
    pub cases: BTreeSet<usize>,
}

/// Histories that hang together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The cases, by their places.
    pub cases: BTreeSet<usize>,
    /// The people through whom, by their places among all who are in several histories.
    pub people: BTreeSet<usize>,
    /// The addresses through which, likewise.
    pub addresses: BTreeSet<usize>,
}

/// Addresses that stand in several histories, in order.
pub fn addresses(cases: &[Case]) -> Vec<Shared> {
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        let people = case.gist.people.iter().chain([&case.gist.child]);
        for place in people.flat_map(|person| &person.addresses) {
            if let Some(folded) = folded(place) {
                found.entry(folded).or_default().insert(at);
            }
        }
    }
    let shared = found.into_iter().filter(|(_, cases)| cases.len() > 1);
    shared.map(|(folded, cases)| Shared { folded, cases }).collect()
}

/// An address in one form; none where it is only a town or a postcode, which many homes share.
fn folded(place: &Place) -> Option<String> {
    let postcode: String =
        place.postcode.iter().flat_map(|code| code.chars()).filter(|letter| letter.is_alphanumeric()).collect();
    let words = place.words.to_lowercase().replace(&place.postcode.clone().unwrap_or_default().to_lowercase(), " ");
    let words: Vec<&str> =
        words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = words.iter().find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))?;
    // With a postcode the number is enough; without one all words count.
    let rest = if postcode.is_empty() { words.join(" ") } else { (*number).to_owned() };
    Some(format!("{} {rest}", postcode.to_lowercase()))
}

/// The groups of histories that hang together, the largest first.
pub fn groups(number: usize, people: &[Same], addresses: &[Shared]) -> Vec<Group> {
    let mut of: Vec<usize> = (0..number).collect();
    let sets = people.iter().map(Same::cases).chain(addresses.iter().map(|one| one.cases.clone()));
    for cases in sets {
        let mut cases = cases.into_iter();
        let Some(first) = cases.next() else { continue };
        for other in cases {
            let (one, other) = (top(&mut of, first), top(&mut of, other));
            of[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for at in 0..number {
        groups.entry(top(&mut of, at)).or_default().cases.insert(at);
    }
    for (at, person) in people.iter().enumerate() {
        if let Some(case) = person.cases().first() {
            groups.entry(top(&mut of, *case)).or_default().people.insert(at);
        }
    }
    for (at, address) in addresses.iter().enumerate() {
        if let Some(case) = address.cases.first() {
            groups.entry(top(&mut of, *case)).or_default().addresses.insert(at);
        }
    }
    let mut groups: Vec<Group> = groups.into_values().filter(|group| group.cases.len() > 1).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.cases.len()));
    groups
}

/// The case that stands for all that hang together with this one.
fn top(of: &mut [usize], at: usize) -> usize {
    let mut top = at;
    while of[top] != top {
        of[top] = of[of[top]];
        top = of[top];
    }
    top
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(words: &str, postcode: &str) -> Place {
        Place { words: words.to_owned(), postcode: (!postcode.is_empty()).then(|| postcode.to_owned()) }
    }

    #[test]
    fn one_address_is_told_however_it_is_written() {
        let one = folded(&place("12 High Street, Wexmouth", "WX1 2AB"));
        assert_eq!(one, folded(&place("12, High St", "wx12ab")));
        assert_ne!(one, folded(&place("14 High Street, Wexmouth", "WX1 2AB")));
        assert_eq!(folded(&place("Wexmouth", "WX1 2AB")), None);
    }

    #[test]
    fn histories_hang_together_through_one_another() {
        let shared = |cases: &[usize]| Shared { folded: String::new(), cases: cases.iter().copied().collect() };
        let groups = groups(6, &[], &[shared(&[0, 3]), shared(&[3, 5]), shared(&[1, 2])]);
        let cases: Vec<Vec<usize>> = groups.iter().map(|group| group.cases.iter().copied().collect()).collect();
        assert_eq!(cases, [vec![0, 3, 5], vec![1, 2]]);
        assert_eq!(groups[0].addresses, BTreeSet::from([0, 1]));
    }
}
