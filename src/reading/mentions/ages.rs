//! How old people are said to be, and when born, in the words beside them.

use super::Finder;
use crate::model::{When, Who};
use crate::reading::groups::Group;
use crate::reading::names::age;
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;
use crate::reading::when_written::day_first;
use chrono::Datelike;

impl Finder<'_> {
    /// "Bronwen is 14", "She is now nine".
    pub fn ages_stated(&mut self) {
        let stated: Vec<(usize, u8)> = self.scene.nps.iter().filter_map(|np| self.age_stated(np)).collect();
        for (index, years) in stated {
            self.scene.mentions[index].age.get_or_insert(years);
        }
    }

    fn age_stated(&self, np: &Np) -> Option<(usize, u8)> {
        let Some(Who::Mention(index)) = np.who.filter(|_| !np.pro && !np.plural) else { return None };
        let page = self.page();
        let be = np.last + 1;
        if page.word(be) != "is" || !self.one_sentence(np.last, be) || self.is_yet_to_come(np) {
            return None;
        }
        let loose = matches!(page.word(be + 1), "now" | "only" | "about" | "aged" | "just" | "then");
        let at = be + 1 + usize::from(loose);
        let ends = matches!(page.shape(at + 1), Shape::Mark(_))
            || matches!(page.word(at + 1), "now" | "and" | "at" | "years" | "when");
        let years = age(page.word(at)).or_else(|| spelled(page.word(at)));
        years.filter(|_| ends).map(|years| (index, years))
    }

    /// "In force until she is 16": an age that somebody has not reached.
    fn is_yet_to_come(&self, np: &Np) -> bool {
        const UNTIL: &[&str] =
            &["until", "till", "when", "once", "before", "after", "time", "if", "unless", "whenever"];
        np.first.checked_sub(1).is_some_and(|at| UNTIL.contains(&self.page().word(at)))
    }

    /// "14-year-old", "14 year old", "24 yr old", "six-year-old".
    pub fn years_old(&self, i: usize) -> Option<(u8, usize)> {
        let page = self.page();
        let word = page.word(i);
        if page.shape(i) != Shape::Number {
            let (years, unit) = word.split_once('-')?;
            return spelled(years).filter(|_| unit == "year-old").map(|years| (years, i + 1));
        }
        if let Some((years, "year-old" | "yr-old" | "years-old")) = word.split_once('-') {
            return age(years).map(|years| (years, i + 1));
        }
        let year = matches!(page.word(i + 1), "year" | "yr" | "years") && page.word(i + 2) == "old";
        let joined = matches!(page.word(i + 1), "year-old" | "yr-old");
        if !year && !joined {
            return None;
        }
        age(word).map(|years| (years, if year { i + 3 } else { i + 2 }))
    }

    /// "(14)", "aged 14", "of nine", "(Y9)": the age, and the last token of it.
    pub fn stated_age(&self, at: usize, bracket: bool, comma: bool) -> Option<(u8, usize)> {
        let page = self.page();
        if let Some((years, next)) = self.years_old(at) {
            return (bracket || comma).then_some((years, next - 1));
        }
        if page.word(at) == "aged" || page.word(at) == "age" || page.word(at) == "of" {
            let years = age(page.word(at + 1)).or_else(|| spelled(page.word(at + 1)))?;
            return Some((years, at + 1));
        }
        if let Some(years) = school_year(page.word(at)).filter(|_| bracket || comma) {
            return Some((years, at));
        }
        // "(9 YRS)".
        let unit = matches!(page.word(at + 1), "yrs" | "years" | "yr" | "yo" | "y/o");
        if bracket && unit && page.is_mark(at + 2, b')') {
            return age(page.word(at)).map(|years| (years, at + 1));
        }
        let with_sex = page.word(at).trim_end_matches(['f', 'm']);
        let years = if bracket { age(with_sex) } else { age(page.word(at)) }?;
        let ends = bracket && (page.is_mark(at + 1, b')') || page.is_mark(at + 1, b','))
            || comma
                && (matches!(page.shape(at + 1), Shape::Mark(b',' | b'.' | b';' | b':' | b')'))
                    || at + 1 >= page.len());
        ends.then_some((years, at))
    }

    /// "who is 14", "who was nine".
    pub fn age_in_clause(&self, at: usize) -> Option<u8> {
        let page = self.page();
        let says = page.has(at, Group::Relative) && matches!(page.word(at + 1), "is" | "was");
        says.then(|| age(page.word(at + 2)).or_else(|| spelled(page.word(at + 2)))).flatten()
    }

    /// "b. 05/11/1981", "d.o.b. 05/11/1981", "DOB 5.11.81", "born 1981".
    pub fn born(&self, at: usize) -> Option<(When, usize)> {
        let page = self.page();
        let mut i = at;
        let led = match page.word(i) {
            "b" | "dob" | "born" => {
                i += 1;
                true
            }
            "d" if page.word(i + 2) == "o" && page.word(i + 4) == "b" => {
                i += 5;
                true
            }
            _ => false,
        };
        while i < page.len() && (page.is_mark(i, b'.') || page.is_mark(i, b':')) {
            i += 1;
        }
        let full = page.word(i).matches(['/', '.', '-']).count() == 2;
        let day = (led || full).then(|| day_first(page.word(i))).flatten()?;
        // "HOYLE Leonard, 2.10.83": in so few figures only a day that is long gone is one of birth.
        let short = !led && page.word(i).len() < 8;
        if short && self.scene.year.is_none_or(|year| day.year() + SHORTLY > year) {
            return None;
        }
        Some((When::day(self.words(i, i), day), i))
    }
}

/// So many years before an entry a day in few figures is no other day than one of birth.
const SHORTLY: i32 = 4;

/// The numbers up to twenty, from one.
const WORDS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// "Y9": the age of pupils at the beginning of a school year.
fn school_year(word: &str) -> Option<u8> {
    let year: u8 = word.strip_prefix("yr").or_else(|| word.strip_prefix('y'))?.parse().ok()?;
    (1..=13).contains(&year).then_some(year + 4)
}

/// A small number in words.
pub fn spelled(word: &str) -> Option<u8> {
    WORDS.iter().position(|known| *known == word).map(|i| i as u8 + 1)
}
