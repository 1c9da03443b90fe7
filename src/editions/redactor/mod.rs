//! The pass over a text: names, addresses, numbers and dates of birth become words that say what stood there.

mod instead;
mod join;
mod names;
mod ordinary_word;
mod passage;

pub use instead::{Births, Instead, Kind, Single, Span};
pub(super) use names::is_one_name;
pub use passage::Passage;

use super::patterns::{self, Matter};
use super::words::{self, Word};
use join::{joined, widened};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

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
}

/// Whether so little stands between two words that they are one name: "SLEIGHT, Raymond".
fn is_close(between: &str) -> bool {
    let shown = between.trim();
    between.chars().count() <= 3
        && !between.contains('\n')
        && matches!(shown, "" | "," | "-" | "." | "\u{2010}" | "\u{2011}" | "_")
}
