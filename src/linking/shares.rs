//! How often strangers agree: counted over the whole register where two words are the same, and over a sample of
//! pairs for every other level.

use super::blocks::{Pair, key};
use super::compare::compare;
use super::levels::{FIELDS, Field, Pattern};
use super::pool::{Called, Pool, Row};
use super::words::Word;
use rayon::prelude::*;

/// So many pairs are drawn.
const DRAWN: u64 = 60_000;

/// What a rare word says is tempered as if so many more entries had been seen.
pub const SEEN_WORDS: f64 = 20.0;

/// For each field, how many drawn pairs stand at each level.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    counts: Vec<Vec<f64>>,
    /// How many pairs were drawn.
    pub all: f64,
}

/// How often each word stands in one place of the register.
#[derive(Clone, Debug)]
pub struct Frequencies {
    same: Vec<Option<(f64, f64)>>,
    given: Counted,
    surname: Counted,
    postcode: Counted,
    locality: Counted,
    town: Counted,
    region: Counted,
}

/// How often each word stands in one field, by list.
#[derive(Clone, Debug, Default)]
struct Counted {
    times: Vec<[u32; 2]>,
    known: [f64; 2],
}

impl Counted {
    fn add(&mut self, word: Word, list: usize) {
        if word != 0 {
            self.times[word as usize][list] += 1;
            self.known[list] += 1.0;
        }
    }

    /// How many pairs have the same word, and of how many: across the lists, or within the only one.
    fn same(&self) -> Option<(f64, f64)> {
        let within = |times: f64| times * (times - 1.0) / 2.0;
        let across = |times: &[u32; 2]| f64::from(times[0]) * f64::from(times[1]);
        let [left, right] = self.known;
        let (same, of) = match right > 0.0 {
            true => (self.times.iter().map(across).sum::<f64>(), left * right),
            false => (self.times.iter().map(|times| within(f64::from(times[0]))).sum::<f64>(), within(left)),
        };
        (of > 0.0).then_some((same, of))
    }
}

impl Frequencies {
    /// Counts the words of everyone.
    pub fn count(pool: &Pool, rows: &[Row]) -> Frequencies {
        let empty = || Counted { times: vec![[0; 2]; pool.words.count()], known: [0.0; 2] };
        let mut all = Frequencies {
            same: Vec::new(),
            given: empty(),
            surname: empty(),
            postcode: empty(),
            locality: empty(),
            town: empty(),
            region: empty(),
        };
        for row in rows {
            let list = usize::from(row.list.min(1));
            for name in pool.names(row) {
                all.given.add(name.given, list);
                all.surname.add(name.surname, list);
            }
            all.postcode.add(row.postcode, list);
            all.locality.add(row.locality, list);
            all.town.add(row.town, list);
            all.region.add(row.region, list);
        }
        all.same = FIELDS.iter().map(|field| all.of(*field)?.same()).collect();
        all
    }

    fn of(&self, field: Field) -> Option<&Counted> {
        match field {
            Field::Given => Some(&self.given),
            Field::Surname => Some(&self.surname),
            Field::Postcode => Some(&self.postcode),
            Field::Locality => Some(&self.locality),
            Field::Town => Some(&self.town),
            Field::Region => Some(&self.region),
            Field::House | Field::Street | Field::Born | Field::Sex | Field::Identifier => None,
        }
    }

    /// How much rarer than the words that two people usually have in common are those that these two have, in bits
    /// and below nought; nought where they have none.
    pub fn rarity(&self, pool: &Pool, a: &Row, b: &Row, pattern: Pattern) -> i8 {
        let bits = |(field, level): (Field, usize)| {
            let word = in_common(pool, a, b, field).filter(|_| level == 0)?;
            let (same, of) = self.same(field)?;
            let (others, known) = self.others(field, word)?;
            let usual = (same / of).max(1e-9);
            Some(((others + SEEN_WORDS * usual) / (known + SEEN_WORDS) / usual).log2())
        };
        pattern.levels().filter_map(bits).sum::<f64>().round().clamp(-100.0, 100.0) as i8
    }

    /// How many others among how many have this word in this field; none where words are not counted.
    pub fn others(&self, field: Field, word: Word) -> Option<(f64, f64)> {
        let counted = self.of(field)?;
        let times = counted.times.get(word as usize)?;
        let less_one = |all: f64| (all - 1.0).max(0.0);
        Some((less_one(f64::from(times[0]) + f64::from(times[1])), less_one(counted.known[0] + counted.known[1])))
    }

    /// How many pairs of the whole register have the same word, and of how many.
    pub fn same(&self, field: Field) -> Option<(f64, f64)> {
        self.same[field as usize]
    }
}

/// The word that both have in a field whose words are counted.
pub fn in_common(pool: &Pool, a: &Row, b: &Row, field: Field) -> Option<Word> {
    let of_name = |part: fn(&Called) -> Word| {
        let others = pool.names(b);
        let both = |word: &Word| *word != 0 && others.iter().any(|other| part(other) == *word);
        pool.names(a).iter().map(part).find(both)
    };
    match field {
        Field::Given => of_name(|name| name.given),
        Field::Surname => of_name(|name| name.surname),
        Field::Postcode => Some(a.postcode),
        Field::Locality => Some(a.locality),
        Field::Town => Some(a.town),
        Field::Region => Some(a.region),
        Field::House | Field::Street | Field::Born | Field::Sex | Field::Identifier => None,
    }
}

impl Drawn {
    /// Compares pairs drawn by number: across the lists where there are two, the same ones for the same people whatever
    /// their order in the file.
    pub fn draw(pool: &Pool, rows: &[Row]) -> Drawn {
        let of_list = |list: bool| -> Vec<u32> {
            (0..rows.len() as u32).filter(|at| (rows[*at as usize].list > 0) == list).collect()
        };
        let (left, right) = (of_list(false), of_list(true));
        let mut counts: Vec<Vec<f64>> = FIELDS.iter().map(|field| vec![0.0; field.levels().len()]).collect();
        let patterns: Vec<Pattern> = pairs(&left, &right)
            .into_par_iter()
            .map(|(a, b)| compare(pool, &rows[a as usize], &rows[b as usize]))
            .collect();
        let all = patterns.len() as f64;
        for pattern in patterns {
            for (field, level) in pattern.levels() {
                counts[field as usize][level] += 1.0;
            }
        }
        Drawn { counts, all }
    }

    /// How many drawn pairs stand at each level of a field.
    pub fn of(&self, field: Field) -> &[f64] {
        &self.counts[field as usize]
    }
}

/// Every pair where there are few, else so many drawn.
fn pairs(left: &[u32], right: &[u32]) -> Vec<Pair> {
    let (lefts, rights) = (left.len() as u64, right.len() as u64);
    let all = if rights > 0 { lefts * rights } else { lefts * lefts.saturating_sub(1) / 2 };
    match (all <= DRAWN, rights > 0) {
        (true, true) => left.iter().flat_map(|a| right.iter().map(|b| (*a, *b))).collect(),
        (true, false) => {
            left.iter().enumerate().flat_map(|(nth, a)| left[nth + 1..].iter().map(|b| (*a, *b))).collect()
        }
        (false, across) => (0..DRAWN)
            .map(|nth| {
                let drawn = key(&[nth]);
                let (one, other) = (drawn >> 32, drawn & 0xffff_ffff);
                let a = one % lefts;
                match across {
                    true => (left[a as usize], right[(other % rights) as usize]),
                    false => (left[a as usize], left[((a + 1 + other % (lefts - 1)) % lefts) as usize]),
                }
            })
            .collect(),
    }
}
