//! What an edition leaves out: how often, and why.

use super::cast::Member;
use super::redactor::{Kind, Redactor};
use crate::account::{Edition, Manifest, Withheld};
use std::collections::BTreeMap;

/// The manifest of an edition after its pass.
pub fn manifest(edition: Edition, withheld: &[Member], redactor: &Redactor) -> Manifest {
    let mut people: BTreeMap<Kind, usize> = BTreeMap::new();
    for instead in withheld.iter().filter(|member| !member.name.is_empty()).filter_map(|member| member.instead.as_ref())
    {
        *people.entry(instead.kind).or_default() += 1;
    }
    let counts = redactor.counts.borrow();
    let kinds = KINDS.iter().filter(|row| counts.contains_key(&row.kind) || people.contains_key(&row.kind));
    let withheld = kinds.map(|row| Withheld {
        what: row.what,
        people: people.get(&row.kind).copied(),
        places: counts.get(&row.kind).copied().unwrap_or(0),
        instead: row.instead,
        reason: if edition == Edition::Subgroup { row.subgroup } else { row.referral },
    });
    let about = match edition {
        Edition::Referral => {
            "Made for a referral: the whole history of the child, the family and network, carers and every alleged \
                 perpetrator. People outside of them stand under what they are."
        }
        Edition::Subgroup => {
            "Made for a group that looks at patterns: everybody stands under a role. Who stands behind a role is \
                 in a key that is kept apart."
        }
        Edition::RapidReview => "Made for a rapid review: nothing is left out.",
    };
    Manifest { edition, about, withheld: withheld.collect() }
}

/// A kind of what is left out, in words, with the reasons.
struct Row {
    kind: Kind,
    what: &'static str,
    instead: &'static str,
    referral: &'static str,
    subgroup: &'static str,
}

const ROLES: &str = "The group looks at patterns and needs to know what people are to each other, not who they are.";
const HOME: &str = "Where somebody lives can put them at risk, and is not needed to understand the history.";
const REACH: &str = "It identifies somebody, and is not needed to understand the history.";

const KINDS: &[Row] = &[
    Row {
        kind: Kind::Role,
        what: "Names of the child, the family and network",
        instead: "the role",
        referral: ROLES,
        subgroup: ROLES,
    },
    Row {
        kind: Kind::Professional,
        what: "Names of professionals",
        instead: "the kind of professional",
        referral: ROLES,
        subgroup: ROLES,
    },
    Row {
        kind: Kind::OtherChild,
        what: "Names of children of other families",
        instead: "“another child”",
        referral: "Another family's child has a right not to be named to a service that does not work with them.",
        subgroup: ROLES,
    },
    Row {
        kind: Kind::Neighbour,
        what: "Names of neighbours",
        instead: "“a neighbour”",
        referral: "A neighbour could be harmed if it became known who spoke.",
        subgroup: ROLES,
    },
    Row {
        kind: Kind::Reporter,
        what: "Names of people who reported something",
        instead: "“a person who reported”",
        referral: "Somebody who reports could be harmed if it became known who spoke.",
        subgroup: ROLES,
    },
    Row {
        kind: Kind::Anonymous,
        what: "Whoever asked not to be named, where they told",
        instead: "“a person who asked not to be named”",
        referral: "They asked not to be named.",
        subgroup: ROLES,
    },
    Row {
        kind: Kind::OtherPerson,
        what: "Names of other people outside of the family and network",
        instead: "“another person”",
        referral: "The service does not need to know who they are.",
        subgroup: ROLES,
    },
    Row {
        kind: Kind::Unplaced,
        what: "Words that look like a name or a place, and belong to nobody known",
        instead: "“name”",
        referral: REACH,
        subgroup: "It may be somebody's name, or a place that shows who they are.",
    },
    Row {
        kind: Kind::Body,
        what: "Names of agencies and files that hold somebody's name or address",
        instead: "the kind of agency",
        referral: REACH,
        subgroup: REACH,
    },
    Row {
        kind: Kind::Birth,
        what: "Dates of birth",
        instead: "“date of birth”; ages stay",
        referral: "It belongs to somebody whose name is left out.",
        subgroup: REACH,
    },
    Row {
        kind: Kind::Address, what: "Addresses and postcodes", instead: "“address”", referral: HOME, subgroup: HOME
    },
    Row {
        kind: Kind::Phone, what: "Telephone numbers", instead: "“phone number”", referral: REACH, subgroup: REACH
    },
    Row {
        kind: Kind::Number,
        what: "NHS numbers and other numbers of people",
        instead: "“number”",
        referral: REACH,
        subgroup: REACH,
    },
    Row {
        kind: Kind::Online,
        what: "E-mail addresses and names used online",
        instead: "“online name”",
        referral: REACH,
        subgroup: REACH,
    },
];
