//! Many phrases found in one pass: a tree of words, walked from each word of a text that begins a phrase.
//!
//! A step of the tree is a word and whether a space stands before it. A phrase with a gap goes on in a second tree
//! below the last word of its first part.

use super::hash::Quick;
use super::tokens::{Shape, Token, Tokens};
use std::collections::HashMap;

/// How many words a gap may stand for.
pub const GAP: usize = 4;

/// What a walk has come to.
#[derive(Debug, Default)]
struct Node {
    /// Lines whose phrase ends here.
    lines: Vec<u32>,
    /// Whether any phrase goes on.
    more: bool,
    /// The root of what may follow after a gap; nought for none.
    gap: u32,
}

/// A phrase of a line, where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Line of the lexicon.
    pub line: u32,
    /// Whether it has a gap.
    pub gap: bool,
}

/// The phrases.
#[derive(Debug)]
pub struct Tree {
    /// Words by number; nought is any word that no phrase has.
    numbers: HashMap<Box<str>, u32, Quick>,
    /// For each word's number, the node of a phrase that begins with it; nought for none.
    begins: Vec<u32>,
    /// From a node by a word.
    steps: HashMap<u64, u32, Quick>,
    /// The first is no node.
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        let (numbers, steps) = (HashMap::default(), HashMap::default());
        Tree { numbers, begins: vec![0], steps, nodes: vec![Node::default()] }
    }
}

impl Tree {
    /// Adds a form of a line.
    pub fn add(&mut self, form: &str, line: u32) {
        let (head, tail) = form.split_once(" .. ").map_or((form, None), |(head, tail)| (head, Some(tail)));
        let words = words(head);
        let Some(((first, _), rest)) = words.split_first() else { return };
        let number = self.number(first) as usize;
        if self.begins[number] == 0 {
            self.begins[number] = self.node();
        }
        let mut at = self.follow(self.begins[number], rest);
        if let Some(tail) = tail {
            if self.nodes[at as usize].gap == 0 {
                self.nodes[at as usize].gap = self.node();
            }
            at = self.follow(self.nodes[at as usize].gap, &self::words(tail));
        }
        let lines = &mut self.nodes[at as usize].lines;
        if !lines.contains(&line) {
            lines.push(line);
        }
    }

    /// The number of a word; nought where no phrase has it.
    pub fn look_up(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(0)
    }

    /// Every phrase among tokens, each given with the number of its word.
    pub fn find(&self, tokens: &[Token], words: &[u32], mut found: impl FnMut(Found)) {
        for first in 0..tokens.len() {
            let mut at = self.begins[words[first] as usize];
            let mut last = first;
            while at != 0 {
                let node = &self.nodes[at as usize];
                node.lines.iter().for_each(|line| found(Found { first, last, line: *line, gap: false }));
                if node.gap != 0 {
                    self.find_after(node.gap, tokens, words, (first, last), &mut found);
                }
                at = self.next(at, tokens, words, last);
                last += 1;
            }
        }
    }

    /// Second parts, each where it first follows in the same sentence after a few other words.
    fn find_after(
        &self,
        root: u32,
        tokens: &[Token],
        words: &[u32],
        (first, head): (usize, usize),
        found: &mut impl FnMut(Found),
    ) {
        let mut ended: Vec<u32> = Vec::new();
        for from in head + 1..tokens.len().min(head + 2 + GAP) {
            let stop = matches!(tokens[from - 1].shape, Shape::Mark(b'.' | b';' | b'!' | b'?'));
            if from > head + 1 && stop {
                break;
            }
            let (mut at, mut last) = (self.step(root, words[from], false), from);
            while at != 0 {
                let node = &self.nodes[at as usize];
                if !node.lines.is_empty() && !ended.contains(&at) {
                    ended.push(at);
                    node.lines.iter().for_each(|line| found(Found { first, last, line: *line, gap: true }));
                }
                at = self.next(at, tokens, words, last);
                last += 1;
            }
        }
    }

    /// The node that the token after `last` leads to.
    fn next(&self, at: u32, tokens: &[Token], words: &[u32], last: usize) -> u32 {
        let (here, Some(next)) = (&tokens[last], tokens.get(last + 1)) else { return 0 };
        if !self.nodes[at as usize].more || here.cell != next.cell {
            return 0;
        }
        self.step(at, words[last + 1], here.to < next.at)
    }

    fn step(&self, at: u32, word: u32, spaced: bool) -> u32 {
        if word == 0 { 0 } else { self.steps.get(&key(at, word, spaced)).copied().unwrap_or(0) }
    }

    fn follow(&mut self, mut at: u32, words: &[(String, bool)]) -> u32 {
        for (word, spaced) in words {
            let key = key(at, self.number(word), *spaced);
            self.nodes[at as usize].more = true;
            at = match self.steps.get(&key) {
                Some(next) => *next,
                None => {
                    let next = self.node();
                    self.steps.insert(key, next);
                    next
                }
            };
        }
        at
    }

    fn node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        self.nodes.len() as u32 - 1
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.begins.len() as u32;
        self.numbers.insert(word.into(), number);
        self.begins.push(0);
        number
    }
}

fn key(at: u32, word: u32, spaced: bool) -> u64 {
    u64::from(at) << 32 | u64::from(word) << 1 | u64::from(spaced)
}

/// The words of a form as tokens, each with whether a space stands before it. A possessive may stand first.
fn words(form: &str) -> Vec<(String, bool)> {
    let mut tokens = Tokens::default();
    let owner = form.starts_with('\'');
    tokens.add(0, &if owner { format!("x{form}") } else { form.to_owned() });
    let spaced = |i: usize| i > 0 && tokens.list[i - 1].to < tokens.list[i].at;
    (usize::from(owner)..tokens.list.len()).map(|i| (tokens.text(i).to_owned(), spaced(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::words;

    #[test]
    fn every_form_is_its_words() {
        for form in Lexicon::get().lines.iter().flat_map(|line| &line.forms) {
            for part in form.split(" .. ") {
                let words = words(part);
                let whole: String =
                    words.iter().map(|(word, spaced)| format!("{}{word}", if *spaced { " " } else { "" })).collect();
                assert_eq!(whole, part);
            }
        }
    }
}
