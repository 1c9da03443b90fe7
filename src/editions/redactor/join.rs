//! Stretches that stand for one person become one.

use super::{Instead, Kind, Span, is_close};
use crate::editions::ordinary::is_title;
use crate::editions::words::Word;

/// Takes a title or an initial before a person's name with it: "Mr Sleight", "R. Sleight".
pub fn widened(text: &str, words: &[Word], span: Span) -> Span {
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
pub fn joined(text: &str, spans: Vec<Span>) -> Vec<Span> {
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
