//! All frames, from `lexicon/frames_*.txt`, indexed by the word that calls them up.

use super::pattern::{Classes, Item, parse};
use super::vocabulary::Vocabulary;
use crate::model::Manner;
use crate::reading::inflect::forms;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const FILES: &[&str] = &[
    include_str!("../lexicon/frames_contact.txt"),
    include_str!("../lexicon/frames_ended.txt"),
    include_str!("../lexicon/frames_rules.txt"),
];

/// What the words of a frame tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Contact, in this way.
    Contact(Manner),
    /// Being at a place, which is contact where a rule forbids it.
    Presence,
    /// What is said of contact only when it has stopped: "has not written".
    Lapse,
    /// The end of contact.
    Ended,
    /// A death.
    Died,
    /// Prison, remand, detention.
    Jailed,
    /// A rule about contact.
    Ruled,
    /// That a rule was not kept.
    Broken,
    /// The same, where a rule is named in the sentence or somebody is shown to be where they may not.
    MaybeBroken,
    /// A word before a verb that makes a rule of it: "not allowed to".
    MakesRule,
    /// The same, where the entry names a rule: "will not".
    MayMakeRule,
    /// A word before a verb that says it is over: "no longer".
    MakesOver,
    /// A word before a verb that says it is wished, asked or supposed.
    MakesWish,
}

const SENSES: &[(&str, Sense)] = &[
    ("care", Sense::Contact(Manner::Care)),
    ("direct", Sense::Contact(Manner::Direct)),
    ("household", Sense::Contact(Manner::Household)),
    ("indirect", Sense::Contact(Manner::Indirect)),
    ("presence", Sense::Presence),
    ("lapse", Sense::Lapse),
    ("ended", Sense::Ended),
    ("died", Sense::Died),
    ("jailed", Sense::Jailed),
    ("ruled", Sense::Ruled),
    ("broken", Sense::Broken),
    ("maybe broken", Sense::MaybeBroken),
    ("makes rule", Sense::MakesRule),
    ("may make rule", Sense::MayMakeRule),
    ("makes over", Sense::MakesOver),
    ("makes wish", Sense::MakesWish),
];

/// Makes the one grammar ready.
pub fn prepare() {
    Grammar::get();
}

/// Whether a pattern has the word.
pub fn knows(word: &str) -> bool {
    Grammar::get().vocabulary.look_up(word) != 0
}

/// Whether a word is a form of a verb that a pattern has.
pub fn is_verb(word: &str) -> bool {
    Grammar::get().vocabulary.is_verb(word)
}

/// Whether a word is the bare form of a verb that a pattern has: "visit", not "visits".
pub fn is_bare_verb(word: &str) -> bool {
    Grammar::get().vocabulary.is_bare(word)
}

/// Whether a word is of talk, feeling, law or harm: nothing that people do together.
pub fn is_talk(word: &str) -> bool {
    let grammar = Grammar::get();
    grammar.talk.contains(&grammar.vocabulary.look_up(word))
}

/// Whether a word means a child wherever it stands.
pub fn is_young_word(word: &str) -> bool {
    let grammar = Grammar::get();
    grammar.young.binary_search(&grammar.vocabulary.look_up(word)).is_ok()
}

/// One way to read one line.
#[derive(Debug)]
pub struct Frame {
    /// What it tells.
    pub sense: Sense,
    /// Who stands before, and whether as the owner of what follows.
    pub lead: Option<Item>,
    /// From the word that calls it up.
    pub items: Vec<Item>,
    /// Whether that word is a verb.
    pub verbal: bool,
    /// Index into [`Grammar::lines`].
    pub line: usize,
    /// What must stand somewhere after that word: one of each of these, as [`mark`]s; the rarest first.
    pub needs: Vec<u128>,
}

impl Frame {
    fn new(sense: Sense, lead: Option<Item>, items: Vec<Item>, verbal: bool, line: usize) -> Frame {
        let all = |words: &Vec<u32>| words.iter().fold(0, |all, word| all | mark(*word));
        let needed =
            items.iter().skip(1).filter_map(|item| if let Item::Words(words) = item { Some(words) } else { None });
        let mut needs: Vec<u128> = needed.map(all).collect();
        needs.sort_unstable_by_key(|need| need.count_ones());
        Frame { sense, lead, items, verbal, line, needs }
    }
}

/// The mark that stands after every word, for frames that need nothing.
pub const ALWAYS: u128 = 1 << 127;

/// A word's place among the other marks, which several words share.
pub fn mark(word: u32) -> u128 {
    if word == 0 { 0 } else { 1 << (word % 127) }
}

/// One line as written.
#[derive(Debug)]
pub struct Line {
    /// Before the colons.
    pub pattern: &'static str,
    /// After them.
    #[cfg(test)]
    pub example: &'static str,
}

/// Every frame.
#[derive(Default)]
pub struct Grammar {
    /// As written, in order.
    pub lines: Vec<Line>,
    /// Lines that could not be understood; a test holds these none.
    pub refused: Vec<&'static str>,
    /// The words.
    pub vocabulary: Vocabulary,
    /// Words that mean a child wherever they stand, by number: the class `@young`.
    pub young: Vec<u32>,
    /// Words of talk, feeling, law and harm, by number: the class `@talk`.
    talk: BTreeSet<u32>,
    frames: Vec<Frame>,
    /// For each word's number, the frames it calls up, each with the rarest of what must follow.
    called: Vec<Vec<(u128, u32)>>,
}

impl Grammar {
    /// The one grammar.
    pub fn get() -> &'static Grammar {
        static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
        GRAMMAR.get_or_init(Grammar::load)
    }

    /// The frames that a word calls up and that can follow where words with these marks stand after it.
    pub fn called_by(&self, word: u32, marks: u128) -> impl Iterator<Item = &Frame> {
        let called = self.called.get(word as usize).into_iter().flatten();
        let can = called.filter(move |(need, _)| need & marks != 0).map(|&(_, at)| &self.frames[at as usize]);
        can.filter(move |frame| frame.needs.iter().all(|need| need & marks != 0))
    }

    fn load() -> Grammar {
        let mut grammar = Grammar::default();
        let mut classes: Classes<'static> = Classes::default();
        let mut sense = None;
        let lines = FILES.iter().flat_map(|text| text.lines());
        for raw in lines.map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(heading) = raw.strip_prefix('[') {
                let name = heading.trim_end_matches(']');
                sense = SENSES.iter().find(|(known, _)| *known == name).map(|(_, sense)| *sense);
            } else if let Some((name, members)) = raw.strip_prefix('@').and_then(|raw| raw.split_once(" = ")) {
                classes.insert(name, members.split(',').map(str::trim).collect());
            } else if !sense.is_some_and(|sense| grammar.add(sense, raw, &classes)) {
                grammar.refused.push(raw);
            }
        }
        let young = classes.get("young").into_iter().flatten();
        grammar.young = young.map(|word| grammar.vocabulary.number(word)).collect();
        grammar.young.sort_unstable();
        for word in classes.get("talk").into_iter().flatten() {
            match word.strip_suffix('~') {
                Some(verb) => {
                    let numbers: Vec<u32> = forms(verb).iter().map(|form| grammar.vocabulary.verb(form)).collect();
                    grammar.talk.extend(numbers);
                }
                None => {
                    let number = grammar.vocabulary.number(word);
                    grammar.talk.insert(number);
                }
            }
        }
        grammar.index();
        grammar
    }

    fn add(&mut self, sense: Sense, raw: &'static str, classes: &Classes<'static>) -> bool {
        #[cfg_attr(not(test), allow(unused_variables))]
        let Some((pattern, example)) = raw.split_once(" :: ").filter(|(_, example)| !example.is_empty()) else {
            return false;
        };
        let Some(ways) = parse(pattern, classes, &mut self.vocabulary) else { return false };
        let line = self.lines.len();
        let verbal = is_verbal(pattern, classes);
        self.lines.push(Line {
            pattern,
            #[cfg(test)]
            example,
        });
        for mut items in ways {
            let mut verbal = verbal;
            let led = matches!(items.first(), Some(Item::Person(_) | Item::Unsaid(_) | Item::Owner(_)));
            let lead = led.then(|| items.remove(0));
            loop {
                let dropped = match items.first().cloned() {
                    Some(Item::Maybe(words)) => {
                        let mut with = items.clone();
                        with[0] = Item::Words(words);
                        self.frames.push(Frame::new(sense, lead.clone(), with, verbal, line));
                        true
                    }
                    first => matches!(first, Some(Item::Gap(_))),
                };
                if !dropped {
                    break;
                }
                items.remove(0);
                verbal = false;
            }
            self.frames.push(Frame::new(sense, lead, items, verbal, line));
        }
        true
    }

    fn index(&mut self) {
        self.called = vec![Vec::new(); self.vocabulary.len()];
        for (at, frame) in self.frames.iter().enumerate() {
            match frame.items.first() {
                Some(Item::Words(words)) => {
                    let rarest = frame.needs.first().copied().unwrap_or(ALWAYS);
                    for word in words {
                        self.called[*word as usize].push((rarest, at as u32));
                    }
                }
                _ => self.refused.push(self.lines[frame.line].pattern),
            }
        }
    }
}

/// Whether the first word of a pattern that is no person is a verb.
fn is_verbal(pattern: &str, classes: &Classes<'_>) -> bool {
    let lead = ["P ", "V ", "N ", "P? ", "V? ", "N? "].iter().find_map(|lead| pattern.strip_prefix(lead));
    let rest = lead.unwrap_or(pattern).trim_start_matches("_ ").trim_start_matches("{..} ").trim_start_matches(".. ");
    let first = rest.split_once('}').map_or(rest, |(first, _)| first);
    let class = first.split(['@', '|', '{', ' ']).find_map(|name| classes.get(name).filter(|_| first.contains('@')));
    first.contains('~') || class.is_some_and(|members| members.iter().any(|member| member.contains('~')))
}

#[cfg(test)]
mod tests {
    use super::Grammar;

    #[test]
    fn every_line_is_understood() {
        assert_eq!(Grammar::get().refused, Vec::<&str>::new());
    }
}
