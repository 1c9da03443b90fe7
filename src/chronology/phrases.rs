//! Many phrases sought in one text at once.

use aho_corasick::AhoCorasick;

/// Phrases in small letters, each of a group.
pub struct Phrases {
    finder: Option<AhoCorasick>,
    groups: Vec<usize>,
}

/// The groups of which a text has a phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found(Vec<usize>);

impl Phrases {
    /// These phrases, each with its group.
    pub fn new<'p>(phrases: impl IntoIterator<Item = (usize, &'p str)>) -> Self {
        let (groups, phrases): (Vec<usize>, Vec<&str>) =
            phrases.into_iter().filter(|(_, phrase)| !phrase.is_empty()).unzip();
        // Only more letters than a machine can hold make this fail.
        Phrases { finder: AhoCorasick::new(phrases).ok(), groups }
    }

    /// The groups of which a text has a phrase between word ends.
    pub fn found(&self, lower: &str) -> Found {
        let mut found = Vec::new();
        for hit in self.finder.iter().flat_map(|finder| finder.find_overlapping_iter(lower)) {
            let group = self.groups[hit.pattern().as_usize()];
            if !found.contains(&group) && stands_alone(lower, hit.start(), hit.end()) {
                found.push(group);
            }
        }
        Found(found)
    }
}

impl Found {
    /// Whether one of the phrases of a group was found.
    pub fn has(&self, group: usize) -> bool {
        self.0.contains(&group)
    }
}

/// Whether neither a letter nor a digit touches a part of a text.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn phrases_are_found_between_word_ends_and_inside_each_other() {
        let phrases = Phrases::new([(0, "gp"), (1, "gp surgery"), (2, "school"), (2, "")]);
        let found = phrases.found("the gp surgery rang");
        assert!(found.has(0) && found.has(1) && !found.has(2));
        assert!(!phrases.found("the gpa, preschool").has(0));
    }
}
