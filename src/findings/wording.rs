//! Words for one thing, written short.
//!
//! Forms stand between commas, in lower case. Braces hold choices, a verb with "~" stands for each of its forms, a word
//! with "*" for every word that begins with it, and ".." for up to [`GAP`] other words of the same sentence.

use super::told::{Folded, SETS, mark};
use crate::model::Entry;
use crate::reading::each_form;
use std::sync::OnceLock;

/// How many words two dots may stand for.
const GAP: usize = 5;

/// Ways to say one thing.
pub struct Wording {
    written: &'static str,
    forms: OnceLock<Forms>,
}

/// Every way, by the pair of bytes with which it begins.
struct Forms {
    /// The pairs, as marks in a set: most texts have few of them.
    begins: [u64; SETS],
    /// Each way with its mark, in the order of the marks.
    all: Vec<((usize, u64), Form)>,
}

/// The parts of one way, which follow one another with a gap between.
type Form = Vec<Part>;

/// Words that stand side by side.
struct Part {
    words: String,
    /// Whether the last word may go on.
    open: bool,
}

impl Wording {
    /// From its written forms.
    pub const fn of(written: &'static str) -> Wording {
        Wording { written, forms: OnceLock::new() }
    }

    /// Whether a text says it.
    pub fn is_in(&self, text: &str) -> bool {
        self.stands_in(&Folded::of(text))
    }

    /// Whether an entry says it.
    pub fn is_told_in(&self, entry: &Entry) -> bool {
        self.is_in(&entry.text())
    }

    /// Whether a text says it that was made ready before.
    pub fn stands_in(&self, text: &Folded) -> bool {
        let forms = self.forms.get_or_init(|| Forms::of(self.written));
        let shared = |set: usize| forms.begins[set] & text.begins()[set];
        (0..SETS).filter(|set| shared(*set) != 0).any(|set| {
            let from = forms.all.partition_point(|((at, _), _)| *at < set);
            let here = forms.all[from..].iter().take_while(|((at, _), _)| *at == set);
            here.filter(|((_, bit), _)| shared(set) & bit != 0).any(|(_, form)| follows(text, None, form))
        })
    }
}

impl Forms {
    fn of(written: &str) -> Forms {
        let marked = |form: Form| Some((mark(form.first()?.words.as_bytes()), form));
        let mut all: Vec<((usize, u64), Form)> = forms(written).into_iter().filter_map(marked).collect();
        all.retain(|(_, form)| form.iter().all(|part| !part.words.is_empty()));
        all.sort_by_key(|(mark, _)| *mark);
        let mut begins = [0; SETS];
        all.iter().for_each(|((at, bit), _)| begins[*at] |= bit);
        Forms { begins, all }
    }
}

/// Whether the parts stand in a text one after another, the first anywhere or near what ends at `after`.
fn follows(text: &Folded, after: Option<usize>, parts: &[Part]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return true };
    let near = |at: usize| after.is_none_or(|end| at >= end && is_gap(text.between(end, at)));
    let mut ends = text.places(&part.words, part.open).filter(|(at, _)| near(*at)).map(|(_, end)| end);
    ends.any(|end| follows(text, Some(end), rest))
}

/// Whether a gap may stand for these words.
fn is_gap(between: &str) -> bool {
    between.split_whitespace().count() <= GAP && !between.contains(['.', '!', '?', ';', '\n'])
}

fn forms(written: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    let part = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let open = words.ends_with('*');
        Part { words: words.trim_end_matches('*').to_owned(), open }
    };
    let mut add = |form: &str| forms.push(form.split(" .. ").map(part).collect());
    written.split(',').map(str::trim).for_each(|form| each_form(form, &mut add));
    forms
}

#[cfg(test)]
mod tests {
    use super::Wording;

    static HOME: Wording = Wording::of("{teach~|educate~} .. at home, home educat*, ehe");

    #[test]
    fn verbs_choices_and_gaps_are_opened() {
        for text in ["To be taught by her aunt at home.", "Mum teaches him at home", "EHE notice", "home educator seen"]
        {
            assert!(HOME.is_in(text), "{text}");
        }
    }

    #[test]
    fn words_are_whole_and_gaps_keep_to_the_sentence() {
        for text in ["Her teacher was at home.", "Taught maths. Mum at home.", "they hehe", "home educ"] {
            assert!(!HOME.is_in(text), "{text}");
        }
    }
}
