//! Given names of which one is a short form of the other: looked up, so that not every name is compared with every name.

use super::nicknames;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Different given names, each with a number in the order in which they came.
#[derive(Debug, Default)]
pub struct GivenNames {
    all: Vec<String>,
    /// The number of each.
    forward: BTreeMap<String, usize>,
    /// The same, written backwards.
    backward: BTreeMap<String, usize>,
    /// Those in each line of the table of short and pet forms.
    lines: FxHashMap<usize, Vec<usize>>,
}

impl GivenNames {
    /// The number of a name, which is new if it was not there.
    pub fn number(&mut self, name: &str) -> usize {
        if let Some(known) = self.forward.get(name) {
            return *known;
        }
        let new = self.all.len();
        self.all.push(name.to_owned());
        self.forward.insert(name.to_owned(), new);
        self.backward.insert(reversed(name), new);
        nicknames::lines(name).for_each(|line| self.lines.entry(line).or_default().push(new));
        new
    }

    /// The number of a name that is there.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.forward.get(name).copied()
    }

    /// Those that are short forms of a name, or of which it is one.
    pub fn short_forms(&self, name: &str) -> Vec<usize> {
        let mut found: Vec<usize> =
            nicknames::lines(name).filter_map(|line| self.lines.get(&line)).flatten().copied().collect();
        self.longer(name, &mut found);
        self.shorter(name, &mut found);
        found.sort_unstable();
        found.dedup();
        found.retain(|other| nicknames::short_form(name, &self.all[*other]));
        found
    }

    /// Those that may be cut short to a name.
    fn longer(&self, name: &str, found: &mut Vec<usize>) {
        if nicknames::is_full(name) {
            return;
        }
        if is_long(name, 3) {
            found.extend(beginning(&self.forward, name));
        }
        if is_long(name, 4) {
            found.extend(beginning(&self.backward, &reversed(name)));
        }
        let stem = nicknames::stem(name);
        for stem in stem.into_iter().chain(stem.and_then(nicknames::undoubled)).filter(|stem| is_long(stem, 3)) {
            found.extend(beginning(&self.forward, stem));
        }
    }

    /// Those to which a name may be cut short.
    fn shorter(&self, name: &str, found: &mut Vec<usize>) {
        for (at, _) in name.char_indices().skip(3) {
            let begin = &name[..at];
            found.extend(self.get(begin));
            let last = begin.chars().next_back().map_or_else(String::new, String::from);
            for doubled in ["", last.as_str()] {
                let pets = nicknames::ENDINGS.iter().map(|ending| [begin, doubled, ending].concat());
                found.extend(pets.filter_map(|pet| self.get(&pet)));
            }
        }
        let ends = name.char_indices().skip(1).map(|(at, _)| &name[at..]);
        found.extend(ends.filter(|end| is_long(end, 4)).filter_map(|end| self.get(end)));
    }
}

fn is_long(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

fn reversed(word: &str) -> String {
    word.chars().rev().collect()
}

fn beginning(names: &BTreeMap<String, usize>, begin: &str) -> impl Iterator<Item = usize> {
    let from = (std::ops::Bound::Included(begin), std::ops::Bound::Unbounded);
    names.range::<str, _>(from).take_while(move |(name, _)| name.starts_with(begin)).map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use super::{GivenNames, nicknames};

    #[test]
    fn looking_up_finds_what_comparing_finds() {
        let names = [
            "raymond",
            "ray",
            "rays",
            "babatunde",
            "tunde",
            "jas",
            "jaswinder",
            "bernie",
            "bernadette",
            "ann",
            "anna",
            "annabel",
            "bill",
            "will",
            "william",
            "flori",
            "florentina",
            "jo",
            "josip",
            "christopher",
            "chris",
            "kit",
            "topher",
            "elizabeth",
            "beth",
            "lisa",
            "zoë",
            "zoë-lou",
            "hal",
            "hali",
            "hallie",
            "kully",
            "kulwinder",
            "kulldeep",
            "jaggy",
            "jagjit",
            "halima",
            "halina",
            "a",
            "",
        ];
        let mut index = GivenNames::default();
        let numbers: Vec<usize> = names.iter().map(|name| index.number(name)).collect();
        for name in names {
            let compared: Vec<usize> =
                numbers.iter().copied().filter(|other| nicknames::short_form(name, names[*other])).collect();
            assert_eq!(index.short_forms(name), compared, "{name}");
        }
        assert!(!index.short_forms("raymond").is_empty());
    }
}
