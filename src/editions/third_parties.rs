//! Whom a referral does not name: children of other families, neighbours, reporters, and others whom the service need
//! not know. The child, the family and network, carers, professionals and every alleged perpetrator stay.

use super::cast::parts;
use super::redactor::Kind;
use crate::account::Account;
use crate::findings::told::says;
use crate::history::History;
use crate::model::{Bond, EventKind, Kin, Mention, Person, PersonId, Role, TieKind};
use crate::reading::is_ordinary;
use std::collections::{BTreeMap, BTreeSet};

const OF_A_CHILD: &[&str] = &[
    "pupil",
    "classmate",
    "schoolmate",
    "school friend",
    "best friend",
    "peer",
    "another child",
    "other child",
    "another girl",
    "another boy",
    "another pupil",
    "other young person",
    "other foster child",
    "looked after",
    "year 7",
    "year 8",
    "year 9",
    "year 10",
    "year 11",
    "boy",
    "girl",
];
const OF_A_CARER: &[&str] = &["carer", "placed with", "placement with", "childminder", "kinship", "guardian"];
const OF_A_NEIGHBOUR: &[&str] =
    &["neighbour", "neighbor", "next door", "lives opposite", "downstairs", "upstairs flat"];
const OF_A_REPORTER: &[&str] = &[
    "member of the public",
    "caller",
    "informant",
    "passer-by",
    "passerby",
    "witness",
    "anonymous",
    "reporting person",
    "reported by",
    "referrer",
    "call from",
    "rang to report",
    "crimestoppers",
];

/// The people of a history whose names a referral leaves out, and as what each stands in it.
pub fn third_parties(history: &History<'_>, account: &Account, staff: &BTreeSet<String>) -> BTreeMap<PersonId, Kind> {
    let known = Known::of(history, account, staff);
    let persons = history.people.persons.iter().filter(|person| person.named);
    persons.filter_map(|person| Some((person.id.clone(), known.reduced(person)?))).collect()
}

struct Known<'h, 'a> {
    history: &'h History<'a>,
    /// Those who stay whatever else is said of them.
    needed: BTreeSet<&'h PersonId>,
    /// Those who live with or look after somebody of the family.
    carers: BTreeSet<&'h PersonId>,
    /// Those who are recorded in contact with the child.
    met: BTreeSet<&'h PersonId>,
    /// Names of those who sign entries, in parts.
    staff: &'h BTreeSet<String>,
    reporters: BTreeSet<&'h PersonId>,
    victims: BTreeSet<&'h PersonId>,
}

impl<'h, 'a> Known<'h, 'a> {
    fn of(history: &'h History<'a>, account: &'h Account, staff: &'h BTreeSet<String>) -> Self {
        let findings = account.findings.iter();
        let found = findings.clone().filter_map(|finding| finding.people.get("alleged_perpetrator"));
        let ways = findings.flat_map(|finding| finding.path.iter().flat_map(|step| [&step.person, &step.of]));
        let alleged = history.allegations.iter().map(|one| &one.perpetrator);
        let of_risk = |kind: EventKind| {
            use EventKind::*;
            matches!(kind, ExploitationConcern | ContactRestricted | RestrictionBreached | RestrictionLifted)
        };
        let risks = history.happenings.iter().filter(|one| of_risk(one.event.kind));
        let watched = risks.filter_map(|one| one.people.get(&Role::Person));
        let role = |wanted: Role| history.happenings.iter().filter_map(move |one| one.people.get(&wanted));
        let near = history.ties.iter().filter(|tie| matches!(tie.kind, TieKind::Household | TieKind::Care));
        let family = |id: &PersonId| *id == history.front.child.id || history.kin_to_child.contains_key(id);
        Known {
            history,
            needed: found.chain(ways).chain(alleged).chain(watched).collect(),
            carers: near
                .flat_map(|tie| [(&tie.person, &tie.of), (&tie.of, &tie.person)])
                .filter(|(_, other)| family(other))
                .map(|(one, _)| one)
                .collect(),
            met: history.ties.iter().filter(|tie| tie.of == history.front.child.id).map(|tie| &tie.person).collect(),
            staff,
            reporters: role(Role::Reporter).collect(),
            victims: role(Role::AllegedVictim).collect(),
        }
    }

    /// As what somebody stands in a referral; none where their name stays.
    fn reduced(&self, person: &Person) -> Option<Kind> {
        if person.id == self.history.front.child.id || self.needed.contains(&person.id) {
            return None;
        }
        let front = self.history.front.people.iter().find(|one| one.id == person.id);
        let relation = front.and_then(|one| one.relation.as_deref());
        if front.is_some_and(|one| one.lives_with_child == Some(true)) {
            return None;
        }
        if let Some(kin) = self.history.kin_to_child.get(&person.id).cloned().or_else(|| Kin::parse(relation?)) {
            return self.by_tie(person, &kin, relation);
        }
        match relation {
            Some(words) => Some(self.around(person, words)).filter(|kind| *kind != Kind::OtherPerson),
            None if person.on_front_sheet || self.carers.contains(&person.id) => None,
            None if parts(&person.name).iter().all(|part| self.staff.contains(part)) => None,
            None => Some(self.around(person, "")).filter(|kind| *kind != Kind::OtherPerson || self.is_needless(person)),
        }
    }

    fn by_tie(&self, person: &Person, kin: &Kin, relation: Option<&str>) -> Option<Kind> {
        let partners = kin.steps.iter().filter(|step| step.bond == Bond::Partner).count();
        let has = |bond: Bond| kin.steps.iter().any(|step| step.bond == bond);
        let of_family = relation.is_some_and(|words| says(words, &["family friend", "friend of the family"]));
        if has(Bond::Neighbour) {
            Some(Kind::Neighbour)
        } else if has(Bond::Friend) && !of_family {
            let of_adult = kin.steps.first().is_some_and(|step| step.bond == Bond::Parent);
            if of_adult && self.met.contains(&person.id) {
                return None;
            }
            let own = kin.steps.last().is_some_and(|step| step.bond == Bond::Friend);
            Some(if own && !of_adult { Kind::OtherChild } else { Kind::OtherPerson })
        } else if has(Bond::Unrelated) || (partners > 1 && !person.on_front_sheet) {
            Some(self.around(person, relation.unwrap_or_default()))
        } else {
            None
        }
    }

    /// Whether somebody of whom no tie is known is a person at all, and no carer.
    fn is_needless(&self, person: &Person) -> bool {
        let near: String = self.sentences(person).collect::<Vec<_>>().join(" ");
        let named = parts(&person.name);
        let word = |part: &String| is_ordinary(part) && !crate::reading::is_given_name(part);
        let front: BTreeSet<String> = self.history.front.everyone().flat_map(|one| parts(&one.name)).collect();
        let of_family = named.len() == 1 && named.iter().all(|part| front.contains(part));
        let number = named.iter().any(|part| part.chars().any(|sign| sign.is_ascii_digit()));
        !named.iter().all(word) && !of_family && !number && !says(&near, OF_A_CARER)
    }

    /// By the words that stand around a person's name in the entries.
    fn around(&self, person: &Person, relation: &str) -> Kind {
        let near: String = self.sentences(person).chain([relation.to_owned()]).collect::<Vec<_>>().join(" ");
        let age = person.born.as_ref().and_then(|born| self.history.as_at.years_since(born.latest));
        let young = age.is_some_and(|age| age < 18);
        if says(&near, OF_A_NEIGHBOUR) {
            Kind::Neighbour
        } else if young || self.is_young(person) || self.victims.contains(&person.id) || says(&near, OF_A_CHILD) {
            Kind::OtherChild
        } else if self.reporters.contains(&person.id) || says(&near, OF_A_REPORTER) {
            Kind::Reporter
        } else {
            Kind::OtherPerson
        }
    }

    fn is_young(&self, person: &Person) -> bool {
        self.mentions(person).iter().any(|(_, mention)| mention.age.is_some_and(|age| age < 18))
    }

    /// Where a person is mentioned: the place of the entry, and the mention.
    fn mentions(&self, person: &Person) -> Vec<(usize, &Mention)> {
        let history = self.history;
        let in_entry = |at: usize| {
            let whom = history.people.of[at].iter().zip(&history.readings[at].mentions);
            whom.filter(|(id, _)| id.as_ref() == Some(&person.id)).map(move |(_, mention)| (at, mention))
        };
        (0..history.entries.len()).flat_map(in_entry).collect()
    }

    /// A few words on either side of each of a person's names.
    fn sentences(&self, person: &Person) -> impl Iterator<Item = String> {
        let around = self.mentions(person).into_iter().filter_map(|(at, mention)| {
            let cell = self.history.entries[at].cells.get(mention.cell)?;
            Some(around(&cell.text, mention.start, mention.end).to_owned())
        });
        around.collect::<Vec<_>>().into_iter()
    }
}

/// A stretch of a text with a few words before and after.
fn around(text: &str, start: usize, end: usize) -> &str {
    const NEAR: usize = 32;
    let from = (0..=start.saturating_sub(NEAR)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let to = (end + NEAR..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.get(from..to).unwrap_or_default()
}
