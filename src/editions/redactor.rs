//! The pass over a text: names, addresses, numbers and dates of birth become words that say what stood there.

use super::ordinary::{follows_a_modal, is_modal, is_title};
use super::patterns::{self, Matter};
use super::words::{self, Word};
use crate::model::calendar::month;
use chrono::{Datelike, NaiveDate};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is put in the place of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The words: "Mother's partner 2", "another child".
    pub words: String,
    /// What stood there, for the manifest.
    pub kind: Kind,
    /// Whether they stand for one person; else they only say what kind of word stood there.
    pub person: bool,
}

/// What is left out, as the manifest counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A name of the family or network under a role.
    Role,
    /// A child of another family.
    OtherChild,
    /// A neighbour.
    Neighbour,
    /// Somebody who reported something.
    Reporter,
    /// Somebody who asked not to be named.
    Anonymous,
    /// Somebody else outside of the family and network.
    OtherPerson,
    /// A professional.
    Professional,
    /// A name or place that belongs to nobody known.
    Unplaced,
    /// An agency or a file whose name gives somebody away.
    Body,
    /// An address or postcode.
    Address,
    /// A telephone number.
    Phone,
    /// Another number by which a person is known.
    Number,
    /// An e-mail address, or a name used online.
    Online,
    /// A date of birth.
    Birth,
}

/// A word that gives somebody away.
#[derive(Clone, Debug)]
pub struct Single {
    /// What to say instead.
    pub instead: Instead,
    /// Whether it is also an ordinary word.
    pub ordinary: bool,
    /// Whether it counts in capitals only: initials.
    pub capitals: bool,
}

/// Which dates are dates of birth that are left out.
#[derive(Clone, Debug, Default)]
pub struct Births {
    /// Days.
    pub days: BTreeSet<NaiveDate>,
    /// Year and month, where no day is known.
    pub months: BTreeSet<(i32, u32)>,
    /// Days of birth that stay.
    pub kept: BTreeSet<NaiveDate>,
}

/// A stretch of a text and what is said instead.
#[derive(Clone, Debug)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What to say instead.
    pub instead: Instead,
}

/// Everything that gives somebody away, and what is said instead.
#[derive(Debug, Default)]
pub struct Redactor {
    /// Single words, folded.
    pub singles: HashMap<String, Single>,
    /// Several words in order, folded, by the first of them.
    pub phrases: HashMap<String, Vec<(Vec<String>, Instead)>>,
    /// Dates of birth.
    pub births: Births,
    /// How often each kind was left out of what was sent.
    pub counts: RefCell<BTreeMap<Kind, usize>>,
}

/// A text after the pass, and where each of its parts stood before.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// For each stretch that was replaced: before, and after.
    moved: Vec<(std::ops::Range<usize>, std::ops::Range<usize>)>,
}

impl Instead {
    /// What is said instead of a person.
    pub fn person(words: impl Into<String>, kind: Kind) -> Self {
        Instead { words: words.into(), kind, person: true }
    }

    /// What is said instead of words that may mean several people, or none.
    pub fn thing(words: impl Into<String>, kind: Kind) -> Self {
        Instead { words: words.into(), kind, person: false }
    }
}

impl Births {
    /// Whether a date that can be read in these ways is one that is left out.
    fn holds(&self, read: &[(i32, u32, Option<u32>)], of_birth: bool) -> bool {
        let days: Vec<NaiveDate> =
            read.iter().filter_map(|(year, month, of)| NaiveDate::from_ymd_opt(*year, *month, (*of)?)).collect();
        let month =
            |(year, month, of): &(i32, u32, Option<u32>)| of.is_none() && self.months.contains(&(*year, *month));
        let stays = days.iter().any(|day| self.kept.contains(day));
        days.iter().any(|day| self.days.contains(day)) || read.iter().any(month) || (of_birth && !stays)
    }

    /// The day, or the last of its month where the day is a date of birth that is left out.
    pub fn coarse(&self, day: NaiveDate) -> NaiveDate {
        if !self.days.contains(&day) {
            return day;
        }
        let of_month = (1..=31).rev().filter_map(|of| NaiveDate::from_ymd_opt(day.year(), day.month(), of));
        of_month.into_iter().find(|other| !self.days.contains(other)).unwrap_or(day)
    }
}

impl Passage {
    /// What became of a stretch of the text before; a stretch that begins or ends inside of replaced words takes them all.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let place = |at: usize, last: bool| {
            let mut shift = 0;
            for (before, after) in &self.moved {
                if at <= before.start || (!last && at == before.start) {
                    break;
                }
                if at < before.end || (last && at == before.end) {
                    return if last { after.end } else { after.start };
                }
                shift = after.end as i64 - before.end as i64;
            }
            (at as i64 + shift) as usize
        };
        self.text.get(place(start, false)..place(end, true)).unwrap_or(&self.text)
    }
}

impl Redactor {
    /// The tool's own words after the pass; words inside quotation marks are an agency's, and marked as changed.
    pub fn prose(&self, text: &str) -> String {
        let quoted = |at: usize| text[..at].matches('“').count() > text[..at].matches('”').count();
        self.write(text, self.spans(text, &[]), quoted).text
    }

    /// An agency's words after the pass, each change in square brackets.
    pub fn passage(&self, text: &str, known: &[Span]) -> Passage {
        self.write(text, self.spans(text, known), |_| true)
    }

    /// The same, and what was left out is counted.
    pub fn counted(&self, text: &str, known: &[Span]) -> Passage {
        let spans = self.spans(text, known);
        let mut counts = self.counts.borrow_mut();
        for span in &spans {
            *counts.entry(span.instead.kind).or_default() += 1;
        }
        drop(counts);
        self.write(text, spans, |_| true)
    }

    /// Whether a text holds anything that is left out, ordinary words included.
    pub fn gives_away(&self, text: &str) -> bool {
        let word = |word: &Word| self.single(&word.folded).is_some();
        !self.spans(text, &[]).is_empty() || words::words(text).iter().any(word)
    }

    fn write(&self, text: &str, spans: Vec<Span>, marked: impl Fn(usize) -> bool) -> Passage {
        let (mut out, mut moved, mut at) = (String::with_capacity(text.len()), Vec::new(), 0);
        for span in spans {
            out.push_str(&text[at..span.start]);
            let begins = out.len();
            match marked(span.start) {
                true => out.push_str(&format!("[{}]", span.instead.words)),
                false => out.push_str(&span.instead.words),
            }
            moved.push((span.start..span.end, begins..out.len()));
            at = span.end;
        }
        out.push_str(&text[at..]);
        Passage { text: out, moved }
    }

    /// What is replaced in a text, in order, none touching another.
    fn spans(&self, text: &str, known: &[Span]) -> Vec<Span> {
        let words = words::words(text);
        let mut spans: Vec<Span> = known.to_vec();
        spans.extend(self.matters(text));
        spans.extend(self.names(text, &words));
        spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut apart: Vec<Span> = Vec::new();
        for span in spans {
            match apart.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => apart.push(span),
            }
        }
        let widened = apart.into_iter().map(|span| widened(text, &words, span)).collect();
        joined(text, widened)
    }

    /// Addresses, numbers and dates of birth.
    fn matters(&self, text: &str) -> Vec<Span> {
        let stretches = patterns::stretches(text).into_iter().map(|one| {
            let (words, kind) = match one.matter {
                Matter::Address => ("address", Kind::Address),
                Matter::Postcode => ("postcode", Kind::Address),
                Matter::Phone => ("phone number", Kind::Phone),
                Matter::Number => ("number", Kind::Number),
                Matter::Online => ("online name", Kind::Online),
            };
            Span { start: one.start, end: one.end, instead: Instead::thing(words, kind) }
        });
        let births = patterns::dates(text).into_iter().filter(|date| self.births.holds(&date.read, date.of_birth));
        let births = births.map(|date| Span {
            start: date.start,
            end: date.end,
            instead: Instead::thing("date of birth", Kind::Birth),
        });
        stretches.chain(births).collect()
    }

    fn names(&self, text: &str, words: &[Word]) -> Vec<Span> {
        let (capitals, lower) = (words::is_capitals(text), words::is_lower(text));
        let mut spans = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if let Some((length, instead)) = self.phrase(text, &words[at..]) {
                spans.push(Span { start: words[at].start, end: words[at + length - 1].end, instead: instead.clone() });
                at += length;
                continue;
            }
            if let Some(single) = self.single(&words[at].folded)
                && (!single.capitals || words[at].capitals)
                && (!single.ordinary || is_a_name(text, words, at, capitals, lower))
                && !is_part_of_an_ordinary_compound(words, at)
            {
                spans.push(Span { start: words[at].start, end: words[at].end, instead: single.instead.clone() });
            }
            at += 1;
        }
        spans
    }

    /// The longest phrase that begins here.
    fn phrase(&self, text: &str, words: &[Word]) -> Option<(usize, &Instead)> {
        let first = words.first()?;
        let fits = |phrase: &[String]| {
            let here = words.get(..phrase.len());
            here.is_some_and(|here| {
                let same = here
                    .iter()
                    .zip(phrase)
                    .all(|(word, wanted)| word.folded == *wanted || plural_of(&word.folded, wanted));
                same && here.windows(2).all(|pair| is_close(&text[pair[0].end..pair[1].start]))
            })
        };
        let phrases = self.phrases.get(&first.folded)?.iter().filter(|(phrase, _)| fits(phrase));
        phrases.max_by_key(|(phrase, _)| phrase.len()).map(|(phrase, instead)| (phrase.len(), instead))
    }

    /// What a word gives away: as it stands, in the plural, with digits after it, or two names run together.
    pub fn single(&self, folded: &str) -> Option<&Single> {
        let bare = folded.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let stems = [
            Some(folded),
            Some(bare).filter(|bare| bare.len() > 2),
            folded.strip_suffix("es"),
            folded.strip_suffix('s'),
        ];
        let found = stems.into_iter().flatten().filter(|stem| !stem.is_empty()).find_map(|stem| self.singles.get(stem));
        found.or_else(|| self.run_together(bare))
    }

    /// "raysleight": two names without a space.
    fn run_together(&self, word: &str) -> Option<&Single> {
        let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at > 2 && at + 3 < word.len());
        let both = |at: usize| Some((self.singles.get(&word[..at])?, self.singles.get(&word[at..])?));
        cuts.filter_map(both).map(|(first, _)| first).next()
    }
}

fn plural_of(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|ending| matches!(ending, "s" | "es"))
}

/// Whether so little stands between two words that they are one name: "SLEIGHT, Raymond".
fn is_close(between: &str) -> bool {
    let shown = between.trim();
    between.chars().count() <= 3
        && !between.contains('\n')
        && matches!(shown, "" | "," | "-" | "." | "\u{2010}" | "\u{2011}" | "_")
}

/// Whether a word that is also an ordinary one stands for somebody here.
fn is_a_name(text: &str, words: &[Word], at: usize, capitals: bool, lower: bool) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let next = words.get(at + 1);
    if before.is_some_and(|before| is_title(&before.folded) && is_close(&text[before.end..word.start])) {
        return true;
    }
    if month(&word.folded).is_some() && beside_a_number(text, before, word, next) {
        return false;
    }
    if is_modal(&word.folded) && next.is_some_and(|next| follows_a_modal(&next.folded)) {
        return false;
    }
    let determined = || {
        const BEFORE: &[&str] = &[
            "a", "an", "the", "his", "her", "their", "its", "no", "any", "some", "this", "that", "on", "she", "he",
            "they", "it", "i", "we", "you", "who",
        ];
        before.is_some_and(|before| BEFORE.contains(&before.folded.as_str()))
    };
    match (capitals, lower) {
        (true, _) => !determined(),
        (_, true) => !determined() && !is_modal(&word.folded),
        _ => word.capital,
    }
}

/// "5 May 2016", "May 2016", "March-April".
fn beside_a_number(text: &str, before: Option<&Word>, word: &Word, next: Option<&Word>) -> bool {
    let number =
        |other: &Word| other.folded.starts_with(|sign: char| sign.is_ascii_digit()) || month(&other.folded).is_some();
    before.is_some_and(|before| number(before) && word.start - before.end <= 2)
        || next.is_some_and(|next| number(next) && next.start - word.end <= 3)
        || before.is_some_and(|before| {
            matches!(before.folded.as_str(), "in" | "since" | "until" | "early" | "late" | "mid" | "during")
                && text[before.end..word.start].trim().is_empty()
        })
}

/// "X-ray": a part of a compound that is no name.
fn is_part_of_an_ordinary_compound(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| word.hyphened);
    word.folded == "ray" && before.is_some_and(|before| before.folded == "x")
}

/// Takes a title or an initial before a person's name with it: "Mr Sleight", "R. Sleight".
fn widened(text: &str, words: &[Word], span: Span) -> Span {
    let mut span = span;
    let named = matches!(
        span.instead.kind,
        Kind::Address | Kind::Phone | Kind::Number | Kind::Online | Kind::Birth | Kind::Unplaced
    );
    if !span.instead.person || named {
        return span;
    }
    let from = span.start;
    for word in words.iter().rev().filter(|word| word.end <= from) {
        let initial = word.folded.chars().count() == 1
            && word.capital
            && (!matches!(word.folded.as_str(), "a" | "i") || text[word.end..].starts_with('.'));
        if (is_title(&word.folded) || initial)
            && is_close(&text[word.end..span.start])
            && !text[word.end..span.start].contains(',')
        {
            span.start = word.start;
        } else {
            break;
        }
    }
    span
}

/// Puts together what stands for one person: "SLEIGHT Raymond", "Sleight, R".
fn joined(text: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        let one = |last: &Span| {
            let same = last.instead.words == span.instead.words;
            let named = |one: &Instead| {
                !matches!(one.kind, Kind::Address | Kind::Phone | Kind::Number | Kind::Online | Kind::Birth)
            };
            let helped = !last.instead.person || !span.instead.person;
            let between = &text[last.end.min(span.start)..span.start];
            is_close(between)
                && (same || (helped && named(&last.instead) && named(&span.instead) && !between.contains([',', '.'])))
        };
        match apart.last_mut() {
            Some(last) if one(last) => {
                last.end = span.end;
                if !last.instead.person {
                    last.instead = span.instead;
                }
            }
            _ => apart.push(span),
        }
    }
    apart
}
