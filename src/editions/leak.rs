//! The check that nothing left out is anywhere in what was made: words, titles, ids, drawings, file names.

use super::markup;
use super::ordinary::is_title;
use super::patterns;
use super::redactor::{Kind, Redactor, is_one_name};
use super::words::{self, Word};
use crate::history::Record;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What must not be anywhere.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Single words, folded, and whether each is an ordinary word too.
    singles: BTreeMap<String, bool>,
    /// Words in order, and whether they are an address.
    phrases: BTreeMap<Vec<String>, bool>,
    /// Days of birth.
    births: BTreeSet<NaiveDate>,
    /// Numbers, digits and letters only.
    numbers: BTreeSet<String>,
}

/// Something that was to be left out and was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survivor {
    /// What it is.
    pub matter: Left,
    /// Its first letter or digit, and how long it is, so that it can be found without being told.
    pub hint: String,
    /// The line it stands in.
    pub line: usize,
    /// The nearest name of a place before it.
    pub near: Option<String>,
}

/// What was to be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Somebody's name, or where somebody lives.
    Name,
    /// A day of birth.
    Birth,
    /// A number, a postcode, or a name used online.
    Number,
}

impl Left {
    /// What a person calls it.
    pub fn words(self) -> &'static str {
        match self {
            Left::Name => "a name or address",
            Left::Birth => "a date of birth",
            Left::Number => "a number, postcode, web address or online name",
        }
    }
}

impl Secrets {
    /// Everything that a pass left out.
    pub(super) fn of(record: &Record<'_>, redactor: &Redactor, texts: &[&str]) -> Self {
        let of_people = redactor.singles.iter().filter(|(_, single)| !single.capitals);
        let all = redactor.phrases.values().flatten();
        let all = all.map(|(phrase, instead)| (phrase.clone(), instead.kind == Kind::Address));
        let phrases = all.filter(|(phrase, _)| phrase.iter().all(|word| word.chars().count() > 1) && phrase.len() > 1);
        let digits = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>().to_lowercase();
        let numbered = texts.iter().flat_map(|text| {
            let found = patterns::stretches(text).into_iter().filter(|one| one.matter != patterns::Matter::Address);
            found.map(|one| digits(&text[one.start..one.end])).collect::<Vec<_>>()
        });
        let nhs = record.case.front.everyone().filter_map(|person| person.nhs_number.as_deref()).map(digits);
        Secrets {
            singles: of_people.map(|(word, single)| (word.clone(), single.ordinary)).collect(),
            phrases: phrases.collect(),
            births: redactor.births.days.clone(),
            numbers: numbered.chain(nhs).filter(|number| number.len() > 5).collect(),
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.singles.is_empty() && self.phrases.is_empty() && self.births.is_empty() && self.numbers.is_empty()
    }

    /// What of it is in a page, a file or a file's name: as it is written, and as it reads with the tags taken out.
    pub fn survivors(&self, page: &str) -> Vec<Survivor> {
        if self.is_empty() {
            return Vec::new();
        }
        let (plain, untagged) = match markup::is_page(page) {
            true => {
                let page = markup::without_code(page);
                (unescaped(&markup::values(&page)), unescaped(&markup::without_tags(&page)))
            }
            false => (unescaped(page), unescaped(&markup::without_tags(page))),
        };
        let mut found = self.survivors_in(&plain, true);
        found.extend(self.survivors_in(&untagged, false));
        found.dedup();
        found
    }

    fn survivors_in(&self, text: &str, placed: bool) -> Vec<Survivor> {
        let all = words::words(text);
        let mut found: Vec<(usize, Left, String)> = Vec::new();
        for at in 0..all.len() {
            if self.is_named(text, &all, at) {
                found.push((all[at].start, Left::Name, all[at].folded.clone()));
            }
        }
        let births = patterns::dates(text).into_iter().filter(|date| self.is_birth(&date.read));
        found.extend(births.map(|date| (date.start, Left::Birth, text[date.start..date.end].to_owned())));
        found.extend(self.numbers_in(text).into_iter().map(|(at, number)| (at, Left::Number, number)));
        self::placed(text, found, placed)
    }

    fn is_named(&self, text: &str, all: &[Word], at: usize) -> bool {
        let word = &all[at];
        let phrase = |(phrase, address): (&Vec<String>, &bool)| {
            let here = all.get(at..at + phrase.len());
            here.is_some_and(|here| {
                let same = here.iter().zip(phrase).all(|(word, wanted)| word.folded == *wanted);
                same && is_one_name(text, here, *address)
            })
        };
        let begins = self
            .phrases
            .range(vec![word.folded.clone()]..)
            .take_while(|(phrase, _)| phrase.first() == Some(&word.folded));
        if begins.clone().any(phrase) {
            return true;
        }
        let stems = [Some(word.folded.as_str()), word.folded.strip_suffix('s'), word.folded.strip_suffix("es")];
        let Some(ordinary) = stems.into_iter().flatten().find_map(|stem| self.singles.get(stem)) else { return false };
        let of_x_ray = word.folded == "ray" && word.hyphened;
        match ordinary {
            false => !of_x_ray,
            true => {
                let before = at.checked_sub(1).map(|before| &all[before]);
                let titled = before.is_some_and(|before| {
                    is_title(&before.folded)
                        && before.capital
                        && text[before.end..word.start].trim_matches(['.', ' ']).is_empty()
                });
                let rest = &text[word.end..];
                let owns = rest.starts_with("'s ") || rest.starts_with("’s ");
                word.capital
                    && (titled || (owns && !word.opens && crate::model::calendar::month(&word.folded).is_none()))
            }
        }
    }

    fn is_birth(&self, read: &[(i32, u32, Option<u32>)]) -> bool {
        let days = read.iter().filter_map(|(year, month, of)| NaiveDate::from_ymd_opt(*year, *month, (*of)?));
        days.into_iter().any(|day| self.births.contains(&day))
    }

    /// Numbers in a text, whatever stands between their digits.
    fn numbers_in(&self, text: &str) -> Vec<(usize, String)> {
        let found = patterns::stretches(text).into_iter().filter_map(|one| {
            let written = &text[one.start..one.end];
            let number: String =
                written.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>().to_lowercase();
            self.numbers.contains(&number).then_some((one.start, number))
        });
        found.collect()
    }
}

/// What was found, in the order of the text, each with its line.
fn placed(text: &str, mut found: Vec<(usize, Left, String)>, placed: bool) -> Vec<Survivor> {
    found.sort_by_key(|(at, ..)| *at);
    let (mut read, mut line, mut near) = (0, 1, None);
    let survivor = |(at, matter, secret): (usize, Left, String)| {
        let between = &text[read..at];
        line += between.matches('\n').count();
        let id = between.rfind(" id=\"").and_then(|start| between[start + 5..].split('"').next());
        near = id.map(str::to_owned).or(near.take());
        read = at;
        let first = secret.chars().next().map_or_else(String::new, |sign| sign.to_string());
        let hint = format!("{} characters, the first “{first}”", secret.chars().count());
        Survivor { matter, hint, line, near: near.clone().filter(|_| placed) }
    };
    found.into_iter().map(survivor).collect()
}

/// Character references as the characters they stand for, those of JSON too.
fn unescaped(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find(['&', '\\']) {
        out.push_str(&rest[..at]);
        let (sign, taken) = reference(&rest[at..]);
        out.push(sign);
        rest = &rest[at + taken..];
    }
    out.push_str(rest);
    out
}

/// The character that a reference stands for, and how many bytes it takes.
fn reference(text: &str) -> (char, usize) {
    const NAMED: &[(&str, char)] = &[
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&apos;", '\''),
        ("&nbsp;", ' '),
        ("&#x27;", '\''),
        ("&#x2F;", '/'),
        ("&shy;", '\u{ad}'),
    ];
    if let Some((written, sign)) = NAMED.iter().find(|(written, _)| text.starts_with(written)) {
        return (*sign, written.len());
    }
    let number = |digits: &str, base: u32| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    if let Some(rest) = text.strip_prefix("&#") {
        let end = rest.find(';').filter(|end| *end < 9);
        let sign = end.and_then(|end| match rest[..end].strip_prefix(['x', 'X']) {
            Some(hex) => number(hex, 16),
            None => number(&rest[..end], 10),
        });
        if let (Some(end), Some(sign)) = (end, sign) {
            return (sign, end + 3);
        }
    }
    let json = text.strip_prefix("\\u").and_then(|rest| number(rest.get(..4)?, 16));
    match json {
        Some(sign) => (sign, 6),
        None if text.starts_with("\\n") || text.starts_with("\\t") => (' ', 2),
        None => (text.chars().next().unwrap_or(' '), text.chars().next().map_or(1, char::len_utf8)),
    }
}
