//! Two people's names compared: the best agreement of any name of the one with any of the other.

use super::levels::{Field, GIVEN, Level, Pattern, SURNAME};
use super::pool::{Called, Pool, Row};
use super::slips::{alike, is_one_slip};
use super::words::Word;
use crate::people::short_form;

/// From here on two names are alike.
const ALIKE: f64 = 0.90;
/// From here on somewhat.
const SOMEWHAT: f64 = 0.80;
/// Shorter names differ by a letter too often to call it a slip.
const SHORTEST_SLIP: usize = 3;

const SAME: usize = 0;
const SHORT: usize = 1;
const SLIP: usize = 2;
const PART: usize = 3;
const INITIAL: usize = 4;
const ALIKE_GIVEN: usize = 5;
const SOMEWHAT_GIVEN: usize = 6;
const CHANGED_OVER: usize = 7;
const CHANGED_OVER_WITH_SLIPS: usize = 8;
const OTHERS_SURNAME: usize = 9;
const OTHER_GIVEN: usize = 10;

const SLIP_SURNAME: usize = 1;
const PART_SURNAME: usize = 2;
const ALIKE_SURNAME: usize = 3;
const SOMEWHAT_SURNAME: usize = 4;
const OTHER_SURNAME: usize = 5;

/// The levels of two names; none where either lacks that part.
type Levels = (Option<usize>, Option<usize>);

/// The names of two people.
pub fn compare(pool: &Pool, a: &Row, b: &Row) -> Pattern {
    let (given, surname) = match (pool.names(a), pool.names(b)) {
        ([one], [other]) => pair(pool, *one, *other),
        (ones, others) => best(pool, ones, others),
    };
    let mut pattern = Pattern::default();
    if let Some(level) = given {
        pattern = pattern.with(Field::Given, level);
    }
    if let Some(level) = surname {
        pattern = pattern.with(Field::Surname, level);
    }
    pattern
}

/// Of several names those that agree best, by the shares that hold everywhere.
fn best(pool: &Pool, ones: &[Called], others: &[Called]) -> Levels {
    let speaks_for = |levels: &Levels| {
        let ratio =
            |table: &[Level], level: Option<usize>| level.map_or(0.0, |at| (table[at].one / table[at].two).log2());
        ratio(&GIVEN, levels.0) + ratio(&SURNAME, levels.1)
    };
    let all = ones.iter().flat_map(|one| others.iter().map(|other| pair(pool, *one, *other)));
    all.max_by(|one, other| speaks_for(one).total_cmp(&speaks_for(other))).unwrap_or_default()
}

/// One name against one name.
fn pair(pool: &Pool, a: Called, b: Called) -> Levels {
    let given = given(pool, a.given, b.given);
    let surname = surname(pool, a.surname, b.surname);
    let weak = given.is_none_or(|level| level >= SOMEWHAT_GIVEN) && surname.is_none_or(|level| level != SAME)
        || surname.is_none_or(|level| level >= SOMEWHAT_SURNAME) && given.is_none_or(|level| level != SAME);
    if weak && let Some(level) = changed_over(pool, a, b) {
        return (Some(level), None);
    }
    (given, surname)
}

/// Given name and surname in each other's place.
fn changed_over(pool: &Pool, a: Called, b: Called) -> Option<usize> {
    let near = |one: Word, other: Word| {
        let (x, y) = (pool.words.text(one), pool.words.text(other));
        one != 0 && other != 0 && (one == other || is_slip(x, y) || alike(x, y, ALIKE) >= ALIKE)
    };
    let there = near(a.given, b.surname);
    let back = near(a.surname, b.given);
    match (there, back) {
        (true, true) if a.given == b.surname && a.surname == b.given => Some(CHANGED_OVER),
        (true, true) => Some(CHANGED_OVER_WITH_SLIPS),
        (false, false) => None,
        _ => Some(OTHERS_SURNAME),
    }
}

fn given(pool: &Pool, a: Word, b: Word) -> Option<usize> {
    if a == 0 || b == 0 {
        return None;
    }
    if a == b {
        return Some(SAME);
    }
    let in_table = pool.words.is_known_name(a) && pool.words.is_known_name(b);
    let (a, b) = (pool.words.text(a), pool.words.text(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() == 1 {
        return Some(if long.starts_with(short) { INITIAL } else { OTHER_GIVEN });
    }
    Some(if is_slip(a, b) {
        SLIP
    } else if shares_a_part(a, b) {
        PART
    } else if (in_table || may_be_cut_short(a, b)) && short_form(a, b) {
        SHORT
    } else {
        match alike(a, b, SOMEWHAT) {
            ALIKE.. => ALIKE_GIVEN,
            SOMEWHAT.. => SOMEWHAT_GIVEN,
            _ => OTHER_GIVEN,
        }
    })
}

/// Whether one name may be the other cut short: they begin or end alike.
fn may_be_cut_short(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = |one: Option<&[u8]>, other: Option<&[u8]>| one.is_some() && one == other;
    same(a.get(..3), b.get(..3))
        || same(a.last_chunk::<4>().map(|end| &end[..]), b.last_chunk::<4>().map(|end| &end[..]))
}

fn surname(pool: &Pool, a: Word, b: Word) -> Option<usize> {
    if a == 0 || b == 0 {
        return None;
    }
    if a == b {
        return Some(SAME);
    }
    let (a, b) = (pool.words.text(a), pool.words.text(b));
    Some(if is_slip(a, b) {
        SLIP_SURNAME
    } else if shares_a_part(a, b) {
        PART_SURNAME
    } else {
        match alike(a, b, SOMEWHAT) {
            ALIKE.. => ALIKE_SURNAME,
            SOMEWHAT.. => SOMEWHAT_SURNAME,
            _ => OTHER_SURNAME,
        }
    })
}

fn is_slip(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= SHORTEST_SLIP && is_one_slip(a, b)
}

/// Whether one of several words is in both: "mary ann" and "mary", "smith jones" and "jones".
fn shares_a_part(a: &str, b: &str) -> bool {
    (a.contains(' ') || b.contains(' '))
        && a.split(' ').any(|part| part.len() > 3 && b.split(' ').any(|other| part == other))
}
