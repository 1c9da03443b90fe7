//! The phrases that the reader knows, as data: `lexicon/*.txt`, one line a phrase with its forms and an example.
//!
//! A file holds sections. `[group]` or `[group value]` opens one; each line below it is `forms :: example`.
//! Forms are separated by commas; `{a|b|}` stands for each of its parts; ` .. ` stands for up to [`GAP`](super::tree::GAP) other words
//! of the sentence. All phrases of all files are found in one pass over the text. To add a phrase is to add a line; a test reads every example.

mod expand;
mod section;

use super::groups::{Group, Set};
use super::tree::Tree;
pub use expand::each as each_form;
pub use section::Section;
use std::sync::LazyLock;

const FILES: &[(&str, &str)] = &[
    ("function_words.txt", include_str!("lexicon/function_words.txt")),
    ("people.txt", include_str!("lexicon/people.txt")),
    ("given_names.txt", include_str!("lexicon/given_names.txt")),
    ("modifiers.txt", include_str!("lexicon/modifiers.txt")),
    ("abuse.txt", include_str!("lexicon/abuse.txt")),
    ("oblique.txt", include_str!("lexicon/oblique.txt")),
    ("exploitation.txt", include_str!("lexicon/exploitation.txt")),
    ("outcomes.txt", include_str!("lexicon/outcomes.txt")),
    ("contact.txt", include_str!("lexicon/contact.txt")),
    ("restrictions.txt", include_str!("lexicon/restrictions.txt")),
    ("process.txt", include_str!("lexicon/process.txt")),
    ("blaming.txt", include_str!("lexicon/blaming.txt")),
];

/// One line of a lexicon file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index into [`Lexicon::sections`].
    pub section: usize,
    /// Its forms as written.
    written: &'static str,
    /// Sentences it was written for.
    pub example: &'static str,
    /// What stands after `=>`: the words suggested instead and who suggests them.
    pub note: Option<&'static str>,
}

/// Everything in `lexicon/`, and the tree that finds it.
pub struct Lexicon {
    /// In the order of the files.
    pub sections: Vec<Section>,
    /// In the order of the files.
    pub lines: Vec<Line>,
    /// All forms.
    pub tree: Tree,
}

/// The groups that list given names.
const GIVEN_NAMES: Set = Set::of(&[Group::GivenF, Group::GivenM, Group::GivenWord]);

impl Line {
    /// Hands over every form, expanded.
    pub fn each_form(&self, take: &mut impl FnMut(&str)) {
        self.written.split(',').for_each(|form| expand::each(form.trim(), take));
    }

    /// Every form, expanded.
    #[cfg(test)]
    pub fn forms(&self) -> Vec<String> {
        let mut forms = Vec::new();
        self.each_form(&mut |form| forms.push(form.split_whitespace().collect::<Vec<_>>().join(" ")));
        forms
    }
}

impl Lexicon {
    /// The one lexicon.
    pub fn get() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
        &LEXICON
    }

    /// The section a line stands in.
    pub fn section(&self, line: u32) -> &Section {
        &self.sections[self.lines[line as usize].section]
    }

    fn load() -> Lexicon {
        let (sections, lines, _) = parse();
        let mut tree = Tree::default();
        for (at, line) in lines.iter().enumerate() {
            let named = GIVEN_NAMES.has(sections[line.section].group);
            line.each_form(&mut |form| tree.add(form, at as u32, named));
        }
        Lexicon { sections, lines, tree }
    }

    /// Whether a folded word is in the lists of given names.
    pub fn is_given(&self, word: &str) -> bool {
        self.tree.is_given(word)
    }

    /// Whether a folded word stands in any phrase but the lists of given names.
    pub fn knows(&self, word: &str) -> bool {
        self.tree.knows(word)
    }
}

/// Every section and line of the files, and the lines that could not be understood: a test holds these none.
fn parse() -> (Vec<Section>, Vec<Line>, Vec<&'static str>) {
    let (mut sections, mut lines, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (file, text) in FILES {
        for raw in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(heading) = raw.strip_prefix('[') {
                match Section::read(file, heading) {
                    Some(section) => sections.push(section),
                    None => refused.push(raw),
                }
            } else if let Some(line) = line(raw, sections.len()) {
                lines.push(line);
            } else {
                refused.push(raw);
            }
        }
    }
    (sections, lines, refused)
}

fn line(raw: &'static str, sections: usize) -> Option<Line> {
    let (written, rest) = raw.split_once("::")?;
    let (example, note) = match rest.split_once("=>") {
        Some((example, note)) => (example, Some(note.trim())),
        None => (rest, None),
    };
    Some(Line { section: sections.checked_sub(1)?, written, example: example.trim(), note })
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, parse};

    #[test]
    fn every_line_of_the_data_is_understood() {
        assert_eq!(parse().2, Vec::<&str>::new());
    }

    #[test]
    fn every_example_holds_its_phrase() {
        for line in &Lexicon::get().lines {
            let example = line.example.to_lowercase();
            let held = line.forms().iter().any(|form| {
                let mut from = 0;
                form.split(" .. ").all(|part| {
                    let at = example[from..].find(part);
                    from += at.unwrap_or_default() + part.len();
                    at.is_some()
                })
            });
            assert!(held, "no form of {:?} in {:?}", line.forms(), line.example);
        }
    }

    #[test]
    fn forms_are_written_folded() {
        for line in &Lexicon::get().lines {
            for form in line.forms() {
                assert_eq!(form, form.to_lowercase());
                assert!(!form.contains(['{', '}', '|', ',']), "{form}");
            }
        }
    }
}
