//! Which people of different histories are one person.

use super::Case;
use super::gist::Somebody;
use crate::linking::clusters::gather;
use crate::linking::{self, Address, Birth, Decision, Identifier, PersonName};
use crate::model::Sex;
use std::collections::BTreeSet;

/// A person of one history: the case's place, and the person's among its people; none for the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The case.
    pub case: usize,
    /// Which of its people.
    pub person: Option<usize>,
}

/// Somebody who is in several histories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Same {
    /// Who they are in each, in the order of the cases.
    pub members: Vec<Member>,
}

/// Two who may be one person, which somebody has to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct MayBe {
    /// One.
    pub one: Member,
    /// The other.
    pub other: Member,
    /// How likely it is that they are one person, in hundredths.
    pub percent: u32,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// People in several histories, in the order of their first case.
    pub same: Vec<Same>,
    /// Pairs put forward.
    pub may_be: Vec<MayBe>,
}

impl Same {
    /// The cases that they are in.
    pub fn cases(&self) -> BTreeSet<usize> {
        self.members.iter().map(|member| member.case).collect()
    }

    /// Whether any history names them as an alleged perpetrator.
    pub fn is_alleged(&self, cases: &[Case]) -> bool {
        self.members.iter().any(|member| somebody(cases, *member).alleged)
    }
}

/// The person of a history.
pub fn somebody(cases: &[Case], member: Member) -> &Somebody {
    let gist = &cases[member.case].gist;
    member.person.map_or(&gist.child, |at| &gist.people[at])
}

/// Links the people of all histories.
pub fn link(cases: &[Case]) -> Found {
    let members: Vec<Member> = cases
        .iter()
        .enumerate()
        .flat_map(|(case, one)| {
            let people = (0..one.gist.people.len()).map(Some);
            std::iter::once(None).chain(people).map(move |person| Member { case, person })
        })
        .collect();
    let people: Vec<linking::Person> = members.iter().map(|member| person(cases, *member)).collect();
    let links = linking::link(&people);
    let clusters = gather(&links).clusters;
    let same = clusters.into_iter().filter(|cluster| cluster.len() > 1).map(|cluster| {
        let mut members: Vec<Member> = cluster.into_iter().map(|at| members[at]).collect();
        members.sort_unstable();
        Same { members }
    });
    let forward = links.links.iter().filter(|link| link.decision == Decision::PutForward);
    let may_be = forward.map(|link| MayBe {
        one: members[link.left],
        other: members[link.right],
        percent: (link.probability() * 100.0).round() as u32,
    });
    let mut found = Found { same: same.collect(), may_be: may_be.collect() };
    found.same.retain(|same| same.cases().len() > 1);
    found.same.sort_by(|one, other| one.members.cmp(&other.members));
    found.may_be.retain(|pair| pair.one.case != pair.other.case);
    found
}

fn person(cases: &[Case], member: Member) -> linking::Person {
    let case = &cases[member.case];
    let one = somebody(cases, member);
    let names = std::iter::once(&one.name).chain(&one.also_known_as).map(|name| parts(name));
    linking::Person {
        id: format!("{}/{}", case.folder, one.id),
        names: names.collect(),
        born: one.born.clone().map(Birth::Written),
        sex: one.sex.as_deref().map(|sex| if sex == "F" { Sex::F } else { Sex::M }),
        address: address(one),
        identifiers: one
            .nhs_number
            .iter()
            .map(|number| Identifier { kind: "nhs number".to_owned(), value: number.clone() })
            .collect(),
        told_apart_in: Some(case.folder.clone()),
    }
}

/// A name in its two parts: the last word is the surname.
fn parts(name: &str) -> PersonName {
    let (given, surname) = name.trim().rsplit_once(' ').unwrap_or((name.trim(), ""));
    PersonName::new(given, surname)
}

/// The address that stands last on the front sheet.
fn address(one: &Somebody) -> Address {
    let Some(place) = one.addresses.last() else { return Address::default() };
    let (street, town) = place.words.split_once(',').unwrap_or((&place.words, ""));
    let numbered =
        street.trim().split_once(' ').filter(|(number, _)| number.starts_with(|letter: char| letter.is_ascii_digit()));
    let (number, street) = numbered.unwrap_or(("", street.trim()));
    Address {
        number: number.to_owned(),
        street: street.to_owned(),
        town: town.trim().to_owned(),
        postcode: place.postcode.clone().unwrap_or_default(),
        ..Address::default()
    }
}
