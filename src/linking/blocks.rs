//! Who is compared with whom: only people who share something, so that twice the people do not cost four times the time.
//!
//! Everyone stands in several blocks, one for each thing that two entries of one person hardly ever all get wrong. A
//! block of more people than [`Shared::largest`] tells too little to be worth its pairs: it is left out and counted, and
//! its people still meet in their other blocks.

use super::pool::{Called, Number, Pool, Row};
use super::words::Word;
use rayon::prelude::*;

/// The most people of one block who are all compared with each other.
const LARGEST: usize = 250;
/// The most who share names and nothing else: of more bearers no two are one person by their names alone.
const LARGEST_BY_NAME: usize = 40;
/// The same where of one name only the beginning is shared.
const LARGEST_BY_BEGINNING: usize = 16;
/// So many letters of a name make a block with a date of birth.
const FIRST_LETTERS: usize = 1;
/// So many make one with a whole other name.
const BEGINNING: usize = 2;
/// And so many with a postcode.
const BEGINNING_WITH_POSTCODE: usize = 3;

/// What the people of a block share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// A number that belongs to one person.
    Number,
    /// A date of birth and the first letters of a name.
    BirthAndInitial,
    /// Both names, in either order.
    BothNames,
    /// One name whole and the beginning of the other.
    NameAndBeginning,
    /// A surname and two of day, month and year of birth.
    SurnameAndPartsOfBirth,
    /// A postcode, and the house or the beginning of a name.
    Postcode,
    /// A street and a house.
    House,
}

/// Every kind of block.
pub const SHARED: [Shared; 7] = [
    Shared::Number,
    Shared::BirthAndInitial,
    Shared::BothNames,
    Shared::NameAndBeginning,
    Shared::SurnameAndPartsOfBirth,
    Shared::Postcode,
    Shared::House,
];

impl Shared {
    /// What a person reads.
    pub fn name(self) -> &'static str {
        match self {
            Shared::Number => "number",
            Shared::BirthAndInitial => "date of birth and first letters of a name",
            Shared::BothNames => "given name and surname",
            Shared::NameAndBeginning => "one name and the beginning of the other",
            Shared::SurnameAndPartsOfBirth => "surname and parts of the date of birth",
            Shared::Postcode => "postcode and house or beginning of a name",
            Shared::House => "street and house",
        }
    }
}

impl Shared {
    /// The most people of one block who are all compared with each other.
    pub fn largest(self) -> usize {
        match self {
            Shared::BothNames => LARGEST_BY_NAME,
            Shared::NameAndBeginning => LARGEST_BY_BEGINNING,
            _ => LARGEST,
        }
    }
}

/// Two people by their places, the smaller first.
pub type Pair = (u32, u32);

/// Blocks that were too large, of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// What their people share.
    pub shared: Shared,
    /// How many blocks.
    pub blocks: usize,
    /// How many people stand in the largest.
    pub largest: usize,
}

/// The pairs to compare.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// Each pair once, in order.
    pub pairs: Vec<Pair>,
    /// What was left out.
    pub too_large: Vec<TooLarge>,
}

/// The pairs of people who share something; `asked` says which pairs are looked for at all.
pub fn pairs(pool: &Pool, rows: &[Row], asked: impl Fn(&Row, &Row) -> bool + Sync) -> Blocks {
    let mut blocks = Blocks::default();
    for shared in SHARED {
        let mut keys: Vec<(u64, u32)> = rows
            .par_iter()
            .enumerate()
            .flat_map_iter(|(at, row)| keys(pool, row, shared).into_iter().map(move |key| (key, at as u32)))
            .collect();
        keys.par_sort_unstable();
        keys.dedup();
        let (mut left_out, mut largest) = (0, 0);
        for block in keys.chunk_by(|one, other| one.0 == other.0) {
            if block.len() > shared.largest() {
                left_out += 1;
                largest = largest.max(block.len());
                continue;
            }
            for (nth, (_, a)) in block.iter().enumerate() {
                let later = block[nth + 1..].iter().map(|(_, b)| (*a, *b));
                blocks.pairs.extend(later.filter(|(a, b)| asked(&rows[*a as usize], &rows[*b as usize])));
            }
        }
        if left_out > 0 {
            blocks.too_large.push(TooLarge { shared, blocks: left_out, largest });
        }
    }
    blocks.pairs.par_sort_unstable();
    blocks.pairs.dedup();
    blocks
}

/// The blocks of one kind in which a person stands.
fn keys(pool: &Pool, row: &Row, shared: Shared) -> Vec<u64> {
    let names = pool.names(row);
    let each = |key: &dyn Fn(&Called) -> Vec<u64>| names.iter().flat_map(key).collect::<Vec<u64>>();
    let beginning = |word: Word, letters: usize| begins(pool.words.text(word), letters);
    match shared {
        Shared::Number => {
            let known = pool.numbers(row).iter().filter(|number| number.value != 0);
            known.map(|Number { kind, value }| key(&[u64::from(*kind), u64::from(*value)])).collect()
        }
        Shared::BirthAndInitial => {
            let Some((year, one, other)) = born(row) else { return Vec::new() };
            let day = u64::from(year * 10_000 + one * 100 + other);
            each(&|name| words(name).map(|word| key(&[day, beginning(word, FIRST_LETTERS)])).collect())
        }
        Shared::BothNames => each(&|name| {
            let (one, other) = (name.given.min(name.surname), name.given.max(name.surname));
            if one == 0 { Vec::new() } else { vec![key(&[u64::from(one), u64::from(other)])] }
        }),
        Shared::NameAndBeginning => each(&|name| {
            if name.given == 0 || name.surname == 0 {
                return Vec::new();
            }
            [(name.given, name.surname), (name.surname, name.given)]
                .map(|(whole, begun)| key(&[u64::from(whole), beginning(begun, BEGINNING)]))
                .to_vec()
        }),
        Shared::SurnameAndPartsOfBirth => {
            let Some((year, one, other)) = born(row) else { return Vec::new() };
            let parts = [year * 10_000 + one * 100, year * 10_000 + other, one * 100 + other].map(u64::from);
            each(&|name| match name.surname {
                0 => Vec::new(),
                surname => parts.iter().zip(0..).map(|(part, nth)| key(&[u64::from(surname), *part, nth])).collect(),
            })
        }
        Shared::Postcode if row.postcode != 0 => {
            let place = u64::from(row.postcode);
            let house = (row.house != 0).then(|| key(&[place, u64::from(row.house)]));
            let mut keys = each(&|name| {
                words(name).map(|word| key(&[place, beginning(word, BEGINNING_WITH_POSTCODE), 1])).collect()
            });
            keys.extend(house);
            keys
        }
        Shared::House if row.house != 0 && row.street != 0 => {
            vec![key(&[u64::from(row.street), u64::from(row.house)])]
        }
        Shared::Postcode | Shared::House => Vec::new(),
    }
}

/// Year, and day and month in the order of size: they are changed over too often to tell which is which.
fn born(row: &Row) -> Option<(u32, u32, u32)> {
    let (year, month, day) = row.born.parts()?;
    Some((year, month.min(day), month.max(day)))
}

/// The known words of a name.
fn words(name: &Called) -> impl Iterator<Item = Word> {
    [name.given, name.surname].into_iter().filter(|word| *word != 0)
}

/// The first letters of a word as a number.
fn begins(word: &str, letters: usize) -> u64 {
    word.chars().take(letters).fold(0, |sum, letter| sum << 21 | u64::from(u32::from(letter)))
}

/// One number from several; the same on every machine.
pub fn key(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |mixed, part| {
        let mut mixed = (mixed ^ part).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^= mixed >> 27;
        mixed = mixed.wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    })
}
