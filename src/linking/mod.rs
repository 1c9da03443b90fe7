//! Which entries of lists of people are one person, by a Fellegi-Sunter model of our own.
//!
//! [`link`] takes people as their lists have them and gives back pairs, each with a weight, its parts, and whether it is
//! linked or put forward for a person to decide. People go through these steps, one file each: folded and laid out to
//! be compared ([`pool`]), brought together by what they share ([`blocks`]), compared ([`compare`], [`levels`]),
//! weighed ([`model`], [`shares`], [`weigh`]), looked at in company ([`company`]), gathered ([`clusters`]).
//!
//! The order in which people are given plays no part, and nothing is random.

pub mod blocks;
pub mod born;
pub mod clusters;
pub mod company;
pub mod compare;
pub mod levels;
pub mod links;
pub mod model;
mod names;
pub mod person;
pub mod pool;
pub mod register;
pub mod shares;
mod slips;
pub mod told;
pub mod weigh;
pub mod words;

pub use links::{Decision, LINKED, Link, Links, PUT_FORWARD};
pub use person::{Address, Birth, Identifier, Person, PersonName};
pub use pool::Pool;

/// Links people to each other: within one list.
///
/// Nobody is linked to a person of the same [`Person::told_apart_in`].
pub fn link(people: &[Person]) -> Links {
    let mut pool = Pool::default();
    people.iter().for_each(|person| pool.add(person, 0));
    Links::between(pool)
}
