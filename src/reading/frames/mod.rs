//! Frames: turns of phrase with room for people, a small construction grammar as data.
//!
//! A line of `lexicon/frames_*.txt` is `pattern :: example`, below a heading that says what the words tell.
//! In a pattern `collect~` is any form of a verb, `{a|b}` is either, `@name` is a class of words named by a line
//! `@name = a, b`, `..` is up to six words, and `P`, `V` and `N` are people: `P` somebody grown, whose contact it is,
//! `V` the child's side (`C` beyond doubt), `N` anybody. `P's` is the owner of what follows. Who stands first is the subject of the word
//! that follows, so that auxiliaries, adverbs, relative clauses and lists need no lines of their own.

mod find;
mod grammar;
mod mood;
mod pattern;
mod people;
mod vocabulary;

pub use find::{Found, find};
#[cfg(test)]
pub use grammar::{Grammar, Line};
pub use grammar::{Sense, is_bare_verb, is_talk, is_verb, is_young_word, knows, prepare};
pub use mood::Mood;
