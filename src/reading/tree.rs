//! Many phrases found in one pass: a tree of words, walked from each word of a text that begins a phrase.
//!
//! A step of the tree is a word and whether a space stands before it. A phrase with a gap goes on in a second tree
//! below the last word of its first part.

use super::tokens::{Shape, Token, Tokens};
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;

/// How many words a gap may stand for.
pub const GAP: usize = 4;

/// What a walk has come to.
#[derive(Debug, Default)]
struct Node {
    /// Lines whose phrase ends here.
    lines: SmallVec<[u32; 2]>,
    /// The word by which most phrases go on, with whether a space stands before it; nought for none.
    first: u32,
    /// The node it leads to.
    to: u32,
    /// Whether phrases go on by other words too.
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

/// A word that phrases are made of.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// The node of a phrase that begins with it; nought for none.
    begins: u32,
    /// Whether it stands in the lists of given names.
    given: bool,
    /// Whether it stands in any other phrase.
    known: bool,
}

/// The phrases.
#[derive(Debug)]
pub struct Tree {
    /// Words by number; nought is any word that no phrase has.
    numbers: FxHashMap<Box<str>, u32>,
    /// By number.
    words: Vec<Word>,
    /// From a node by any word but its first.
    steps: FxHashMap<u64, u32>,
    /// The first is no node.
    nodes: Vec<Node>,
    /// The form that was added last.
    last: Last,
}

/// A form and where its parts led. Forms of one line come one after another and mostly end differently: what they begin
/// with alike is walked once.
#[derive(Debug, Default)]
struct Last {
    form: String,
    named: bool,
    parts: Vec<Part>,
}

/// Where a part of a form led.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    /// Its end in the form.
    end: usize,
    /// The node it led to.
    at: u32,
    /// Whether it is two dots.
    dots: bool,
    /// Whether it is a gap: what follows begins anew.
    gap: bool,
    /// Whether a gap stands in the form up to here.
    gapped: bool,
}

impl Last {
    /// The parts with which a form begins as this one does.
    fn shared(&self, form: &str, named: bool) -> usize {
        if named != self.named {
            return 0;
        }
        let (old, new) = (self.form.as_bytes(), form.as_bytes());
        let alike = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let ends = |part: &Part| part.end <= alike && new.get(part.end).is_none_or(|byte| *byte == b' ');
        let shared = self.parts.iter().take_while(|part| ends(part)).count();
        // Whether two dots are a gap depends on what follows.
        self.parts[..shared].iter().rposition(|part| !part.dots).map_or(0, |at| at + 1)
    }
}

/// How many phrases there may be without the tree having to grow.
const ROOM: usize = 1 << 17;

impl Default for Tree {
    fn default() -> Self {
        Tree {
            numbers: FxHashMap::with_capacity_and_hasher(ROOM / 8, FxBuildHasher),
            words: vec![Word::default()],
            steps: FxHashMap::with_capacity_and_hasher(ROOM / 4, FxBuildHasher),
            nodes: vec![Node::default()],
            last: Last::default(),
        }
    }
}

impl Tree {
    /// Adds a form of a line; `named` for the lists of given names.
    pub fn add(&mut self, form: &str, line: u32, named: bool) {
        let shared = self.last.shared(form, named);
        self.last.parts.truncate(shared);
        let mut before = self.last.parts.last().copied().unwrap_or_default();
        while let Some(start) = form[before.end..].bytes().position(|byte| byte != b' ').map(|at| before.end + at) {
            let end = form[start..].find(' ').map_or(form.len(), |at| start + at);
            let part = &form[start..end];
            let dots = part == "..";
            let gap = dots && before.at != 0 && !before.gapped && !form[end..].trim_start().is_empty();
            let at = match gap {
                true => self.gap(before.at),
                false => self.part(before.at, part, self.last.parts.is_empty() || before.gap, named),
            };
            before = Part { end, at, dots, gap, gapped: before.gapped || gap };
            self.last.parts.push(before);
        }
        let at = before.at;
        self.last.form.clear();
        self.last.form.push_str(form);
        self.last.named = named;
        let lines = &mut self.nodes[at as usize].lines;
        if at != 0 && !lines.contains(&line) {
            lines.push(line);
        }
    }

    /// Adds a part of a form that no space divides: the node it leads to from `at`, which is nought before the first.
    fn part(&mut self, mut at: u32, part: &str, opens: bool, named: bool) -> u32 {
        let number = self.number(part);
        let word = &mut self.words[number as usize];
        *(if named { &mut word.given } else { &mut word.known }) = true;
        if is_one_word(part) {
            return self.follow(at, number, !opens);
        }
        for (word, spaced) in words(part, opens) {
            let number = self.number(&word);
            at = self.follow(at, number, spaced);
        }
        at
    }

    /// The number of a word; nought where no phrase has it.
    pub fn look_up(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(0)
    }

    /// Whether a word stands in a list of given names.
    pub fn is_given(&self, word: &str) -> bool {
        self.words[self.look_up(word) as usize].given
    }

    /// Whether a word stands in any phrase but the lists of given names.
    pub fn knows(&self, word: &str) -> bool {
        self.words[self.look_up(word) as usize].known
    }

    /// Every phrase among tokens, each given with the number of its word.
    pub fn find(&self, tokens: &[Token], words: &[u32], mut found: impl FnMut(Found)) {
        for first in 0..tokens.len() {
            let mut at = self.words[words[first] as usize].begins;
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
        let mut ended: SmallVec<[u32; 8]> = SmallVec::new();
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
        if self.nodes[at as usize].first == 0 || here.cell != next.cell {
            return 0;
        }
        self.step(at, words[last + 1], here.to < next.at)
    }

    fn step(&self, at: u32, word: u32, spaced: bool) -> u32 {
        let node = &self.nodes[at as usize];
        match word {
            0 => 0,
            _ if node.first == by(word, spaced) => node.to,
            _ if node.more => self.steps.get(&key(at, word, spaced)).copied().unwrap_or(0),
            _ => 0,
        }
    }

    /// The node that a word leads to, made now where there is none; from nought, the node of phrases it begins.
    fn follow(&mut self, at: u32, number: u32, spaced: bool) -> u32 {
        let next = self.nodes.len() as u32;
        let found = if at == 0 {
            let begins = &mut self.words[number as usize].begins;
            *begins = if *begins == 0 { next } else { *begins };
            *begins
        } else {
            let node = &mut self.nodes[at as usize];
            if node.first == 0 {
                (node.first, node.to) = (by(number, spaced), next);
            }
            if node.first == by(number, spaced) {
                node.to
            } else {
                node.more = true;
                *self.steps.entry(key(at, number, spaced)).or_insert(next)
            }
        };
        if found == next {
            self.nodes.push(Node::default());
        }
        found
    }

    /// The root of what may follow a node after a gap.
    fn gap(&mut self, at: u32) -> u32 {
        let next = self.nodes.len() as u32;
        let gap = &mut self.nodes[at as usize].gap;
        if *gap == 0 {
            *gap = next;
            self.nodes.push(Node::default());
            return next;
        }
        *gap
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.numbers.insert(word.into(), number);
        self.words.push(Word::default());
        number
    }
}

fn key(at: u32, word: u32, spaced: bool) -> u64 {
    u64::from(at) << 32 | u64::from(by(word, spaced))
}

/// A word with whether a space stands before it.
fn by(word: u32, spaced: bool) -> u32 {
    word << 1 | u32::from(spaced)
}

/// Whether a part of a form is one token, and that token the part: letters, with hyphens between them.
fn is_one_word(part: &str) -> bool {
    let bytes = part.as_bytes();
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
    let fits = bytes.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'-')) && !part.contains("--");
    fits && letter(bytes.first()) && letter(bytes.last())
}

/// The tokens of a part of a form, each with whether a space stands before it. Where the part opens a phrase, nothing
/// stands before its first token, and that may be a possessive.
fn words(part: &str, opens: bool) -> Vec<(String, bool)> {
    let mut tokens = Tokens::default();
    let owner = opens && part.starts_with('\'');
    tokens.add(0, &if owner { format!("x{part}") } else { part.to_owned() });
    let spaced = |i: usize| if i == 0 { !opens } else { tokens.list[i - 1].to < tokens.list[i].at };
    (usize::from(owner)..tokens.list.len()).map(|i| (tokens.text(i).to_owned(), spaced(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::words;

    #[test]
    fn every_form_is_its_words() {
        for form in Lexicon::get().lines.iter().flat_map(|line| line.forms()) {
            for (nth, part) in form.split(" .. ").flat_map(|half| half.split_whitespace().enumerate()) {
                let whole: String = words(part, nth == 0).into_iter().map(|(word, _)| word).collect();
                assert_eq!(whole, part);
            }
        }
    }
}
