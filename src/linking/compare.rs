//! Two people compared field by field: the level of each.

use super::levels::{Field, Pattern};
use super::names;
use super::pool::{Number, Pool, Row};
use super::slips::{alike, is_one_slip};
use super::words::Word;

/// From here on two words of an address are alike.
const ALIKE: f64 = 0.88;

/// The kind of number that has a figure to check the others by.
const NHS: &str = "nhs number";

/// How two people compare in every field.
pub fn compare(pool: &Pool, a: &Row, b: &Row) -> Pattern {
    let mut pattern = names::compare(pool, a, b);
    if let Some(nearness) = a.born.near(&b.born) {
        pattern = pattern.with(Field::Born, nearness as usize);
    }
    if a.sex != 0 && b.sex != 0 {
        pattern = pattern.with(Field::Sex, usize::from(a.sex != b.sex));
    }
    if let Some(level) = numbers(pool, pool.numbers(a), pool.numbers(b)) {
        pattern = pattern.with(Field::Identifier, level);
    }
    address(pool, a, b, pattern)
}

/// Numbers of one kind: the best agreement, and whether another kind speaks against it.
fn numbers(pool: &Pool, a: &[Number], b: &[Number]) -> Option<usize> {
    let (mut same, mut slip, mut other, mut in_order) = (false, false, false, false);
    for one in a.iter().filter(|number| number.value != 0) {
        for another in b.iter().filter(|another| another.kind == one.kind && another.value != 0) {
            let (x, y) = (pool.words.text(one.value), pool.words.text(another.value));
            match one.value == another.value {
                true => same = true,
                false if is_one_slip(x, y) => slip = true,
                false => {
                    other = true;
                    in_order |= pool.words.text(one.kind) == NHS && is_nhs_number(x) && is_nhs_number(y);
                }
            }
        }
    }
    match (same, slip, other) {
        (true, _, false) => Some(0),
        (false, true, _) => Some(1),
        (true, _, true) => Some(2),
        (false, false, true) => Some(if in_order { 4 } else { 3 }),
        (false, false, false) => None,
    }
}

/// Whether the last figure of an NHS number follows from the nine before it.
fn is_nhs_number(number: &str) -> bool {
    let figures: Vec<u32> = number.chars().filter_map(|figure| figure.to_digit(10)).collect();
    let weighed =
        |figures: &[u32]| figures.iter().zip((2..=10).rev()).map(|(figure, weight)| figure * weight).sum::<u32>();
    number.len() == 10 && figures.len() == 10 && (11 - weighed(&figures[..9]) % 11) % 11 == figures[9]
}

/// The parts of an address. What a postcode says already is not asked again of the town, nor of the region.
fn address(pool: &Pool, a: &Row, b: &Row, mut pattern: Pattern) -> Pattern {
    let postcode = postcode(pool, a.postcode, b.postcode);
    let town = if postcode == Some(0) { None } else { three(pool, a.town, b.town) };
    let region = known(a.region, b.region).filter(|_| postcode != Some(0) && town != Some(0));
    let street = street(pool, a, b);
    let (house, street) = match postcode {
        Some(0) => (street.map(house), None),
        _ => (None, street),
    };
    let levels = [
        (Field::Postcode, postcode),
        (Field::House, house),
        (Field::Street, street),
        (Field::Locality, three(pool, a.locality, b.locality)),
        (Field::Town, town),
        (Field::Region, region.map(|same| usize::from(!same))),
    ];
    for (field, level) in levels {
        pattern = level.map_or(pattern, |level| pattern.with(field, level));
    }
    pattern
}

/// Whether two known words are one.
fn known(a: Word, b: Word) -> Option<bool> {
    (a != 0 && b != 0).then_some(a == b)
}

/// The same, alike, other.
fn three(pool: &Pool, a: Word, b: Word) -> Option<usize> {
    let same = known(a, b)?;
    Some(match same {
        true => 0,
        false if near(pool, a, b) => 1,
        false => 2,
    })
}

/// Whether two words are one with slips in it.
fn near(pool: &Pool, a: Word, b: Word) -> bool {
    let (a, b) = (pool.words.text(a), pool.words.text(b));
    a == b || is_one_slip(a, b) || alike(a, b, ALIKE) >= ALIKE
}

/// The levels of a postcode.
fn postcode(pool: &Pool, a: Word, b: Word) -> Option<usize> {
    if known(a, b)? {
        return Some(0);
    }
    let (a, b) = (pool.words.text(a), pool.words.text(b));
    let district = |postcode: &str| {
        let british = postcode.len() >= 5 && postcode.starts_with(|sign: char| sign.is_ascii_alphabetic());
        british.then(|| postcode.get(..postcode.len() - 3).map(str::to_owned)).flatten()
    };
    Some(match (is_one_slip(a, b), district(a), district(b)) {
        (true, _, _) => 1,
        (_, Some(one), Some(other)) if one == other => 2,
        _ => 3,
    })
}

/// The levels of house and street. Lines of an address that changed places are looked for in each other's.
fn street(pool: &Pool, a: &Row, b: &Row) -> Option<usize> {
    let house = known(a.house, b.house);
    let same = known(a.street, b.street)?;
    let other_line = || {
        [(a.street, b.locality), (a.locality, b.street)]
            .into_iter()
            .any(|(one, other)| one != 0 && other != 0 && near(pool, one, other))
    };
    let similar = !same && (near(pool, a.street, b.street) || other_line());
    Some(match (same, similar, house) {
        (true, _, Some(true)) => 0,
        (false, true, Some(true)) => 1,
        (true, _, _) => 2,
        (false, true, _) => 3,
        (false, false, Some(true)) => 4,
        _ => 5,
    })
}

/// What the levels of house and street come to within one postcode.
fn house(street: usize) -> usize {
    match street {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => 2,
    }
}
