//! One pattern, taken apart.

use super::vocabulary::Vocabulary;
use crate::reading::inflect::forms;
use rustc_hash::FxHashMap;

/// Who may stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Somebody grown.
    Adult,
    /// The child's side.
    Young,
    /// The child's side, beyond doubt where a front sheet says who is a child.
    Child,
    /// Anybody.
    Any,
}

/// One step of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Any of these words, by number, in order.
    Words(Vec<u32>),
    /// Any of these words, or nothing.
    Maybe(Vec<u32>),
    /// Words for somebody.
    Person(Slot),
    /// Words for somebody, or nobody where they go without saying.
    Unsaid(Slot),
    /// Words for somebody who owns what follows.
    Owner(Slot),
    /// At most so many words.
    Gap(usize),
}

/// Classes of words by name: each member as its words, a verb marked with "~".
pub type Classes<'a> = FxHashMap<&'a str, Vec<&'a str>>;

/// Every way to read a pattern. None where it cannot be understood.
pub fn parse(pattern: &str, classes: &Classes<'_>, vocabulary: &mut Vocabulary) -> Option<Vec<Vec<Item>>> {
    let mut ways: Vec<Vec<Item>> = vec![Vec::new()];
    for part in parts(pattern) {
        let choices = choices(part, classes, vocabulary)?;
        let before = std::mem::take(&mut ways);
        for way in before {
            ways.extend(choices.iter().map(|choice| way.iter().chain(choice).cloned().collect()));
        }
    }
    Some(ways)
}

/// A pattern's parts: words, and braces with all they hold.
fn parts(pattern: &str) -> Vec<&str> {
    let (mut found, mut from, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in pattern.char_indices().chain([(pattern.len(), ' ')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if c.is_whitespace() && depth == 0 => {
                found.push(pattern.get(from..at).unwrap_or_default());
                from = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|part| !part.is_empty());
    found
}

fn choices(part: &str, classes: &Classes<'_>, vocabulary: &mut Vocabulary) -> Option<Vec<Vec<Item>>> {
    let inside = part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let phrases: Vec<&str> = inside.map_or_else(|| vec![part], |inside| inside.split('|').collect());
    let (mut words, mut longer, mut empty) = (Vec::new(), Vec::new(), false);
    for phrase in members(&phrases, classes)? {
        let mut steps: Vec<Item> = Vec::new();
        let apart =
            if phrase.len() > 3 { phrase.replace("'s", " 's").replace("s' ", "s ' ") } else { phrase.to_owned() };
        for word in apart.split_whitespace() {
            match choices_of_word(word, vocabulary)? {
                Item::Words(some) => steps.push(Item::Words(some)),
                other => steps.push(other),
            }
        }
        match (steps.pop(), steps.is_empty()) {
            (None, _) => empty = true,
            (Some(Item::Words(some)), true) => words.extend(some),
            (Some(last), _) => {
                steps.push(last);
                longer.push(steps);
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    let mut all = longer;
    match (words.is_empty(), empty) {
        (true, true) => all.push(Vec::new()),
        (true, false) => {}
        (false, true) => all.push(vec![Item::Maybe(words)]),
        (false, false) => all.push(vec![Item::Words(words)]),
    }
    Some(all)
}

/// Phrases with the classes among them opened.
fn members<'a>(phrases: &[&'a str], classes: &Classes<'a>) -> Option<Vec<&'a str>> {
    let mut all = Vec::new();
    for phrase in phrases {
        match phrase.strip_prefix('@') {
            Some(name) => all.extend(classes.get(name)?),
            None => all.push(*phrase),
        }
    }
    Some(all)
}

fn choices_of_word(word: &str, vocabulary: &mut Vocabulary) -> Option<Item> {
    Some(match word {
        "P" => Item::Person(Slot::Adult),
        "V" => Item::Person(Slot::Young),
        "N" => Item::Person(Slot::Any),
        "P?" => Item::Unsaid(Slot::Adult),
        "V?" => Item::Unsaid(Slot::Young),
        "C?" => Item::Unsaid(Slot::Child),
        "N?" => Item::Unsaid(Slot::Any),
        "P's" => Item::Owner(Slot::Adult),
        "V's" => Item::Owner(Slot::Young),
        "N's" => Item::Owner(Slot::Any),
        "_" => Item::Gap(2),
        ".." => Item::Gap(6),
        _ if word.contains(['{', '}', '@']) => return None,
        _ => match word.strip_suffix('~') {
            Some(verb) => {
                let forms = forms(verb);
                vocabulary.base(verb, &forms);
                let mut numbers: Vec<u32> = forms.iter().map(|form| vocabulary.verb(form)).collect();
                numbers.sort_unstable();
                Item::Words(numbers)
            }
            None => Item::Words(vec![vocabulary.number(word)]),
        },
    })
}
