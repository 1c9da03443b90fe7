//! A regular expression that is quick on a whole page, whatever letters stand on it.
//!
//! The engine is quick as long as nothing asks where a word ends: on text beyond ASCII it then walks letter by letter, in
//! every way at once. So a looser expression, which asks for no ends of words, says where a match may begin, and the real
//! one is tried at those places alone. What the real one matches, the looser one matches too: nothing is missed.

use regex::Regex;

/// What to look for.
pub struct Pattern {
    /// Without the ends of words.
    loose: Regex,
    /// At the beginning of a text.
    at_start: Regex,
    /// After the first sign of a text, which the ends of words depend on.
    after_one: Regex,
}

/// A match: where its groups stand in the text. Group 0 is the whole.
pub struct Found<'t> {
    text: &'t str,
    groups: Vec<Option<(usize, usize)>>,
}

/// Where a group of a match stands.
#[derive(Clone, Copy)]
pub struct Place<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl Pattern {
    /// A pattern of these words; none where they are no expression.
    pub fn new(words: &str) -> Option<Pattern> {
        let made = |words: String| Regex::new(&words).ok();
        Some(Pattern {
            loose: made(words.replace(r"\b", "").replace(r"\B", ""))?,
            at_start: made(format!(r"\A(?:{words})"))?,
            after_one: made(format!(r"\A(?s:.)({words})"))?,
        })
    }

    /// Every match in a text, in order, none touching another.
    pub fn all<'t>(&self, text: &'t str) -> Vec<Found<'t>> {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(begins) = self.loose.find_at(text, at).map(|place| place.start()) {
            at = begins + text[begins..].chars().next().map_or(1, char::len_utf8);
            if let Some(one) = self.here(text, begins) {
                at = at.max(one.get(0).map_or(begins, |whole| whole.end));
                found.push(one);
            }
            if at >= text.len() {
                break;
            }
        }
        found
    }

    /// Whether anything in a text matches.
    pub fn is_in(&self, text: &str) -> bool {
        !self.all(text).is_empty()
    }

    /// The match that begins at a place.
    fn here<'t>(&self, text: &'t str, begins: usize) -> Option<Found<'t>> {
        let before = text[..begins].chars().next_back().map_or(0, char::len_utf8);
        let from = begins - before;
        let (expression, first) = if before == 0 { (&self.at_start, 0) } else { (&self.after_one, 1) };
        let groups = expression.captures(&text[from..])?;
        let placed = groups.iter().skip(first).map(|group| group.map(|one| (from + one.start(), from + one.end())));
        Some(Found { text, groups: placed.collect() })
    }
}

impl<'t> Found<'t> {
    /// Where a group stands, if it took part.
    pub fn get(&self, group: usize) -> Option<Place<'t>> {
        let (start, end) = (*self.groups.get(group)?)?;
        Some(Place { text: self.text, start, end })
    }
}

impl<'t> Place<'t> {
    /// First byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last.
    pub fn end(self) -> usize {
        self.end
    }

    /// Its words.
    pub fn as_str(self) -> &'t str {
        &self.text[self.start..self.end]
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use regex::Regex;

    #[test]
    fn it_finds_what_the_expression_finds() {
        let expressions = [
            r"(?i)\b(?:at|of)\s+(no\.?\s*\d{1,4}[a-z]?)\b",
            r"\b(\d{8}|\d{6})\b",
            r"\b\p{Lu}\p{L}*\b|\B@[\p{L}_]{2,}",
            r"(\d{1,2})\s?[/.]\s?(\d{4})\b",
        ];
        let texts = [
            "",
            "at no 4é, at no 5. Écat No. 6b OF NO 7",
            "é123456 123456é 12345678 1234567 123456",
            "Élan@ab @ab ﷺ@cd élan Zoë\u{301} A",
            "112/2011 1/20111 12.2011",
        ];
        for expression in expressions {
            let (quick, plain) = (Pattern::new(expression).unwrap(), Regex::new(expression).unwrap());
            for text in texts {
                let found: Vec<Vec<Option<&str>>> = quick
                    .all(text)
                    .iter()
                    .map(|one| (0..one.groups.len()).map(|group| one.get(group).map(|place| place.as_str())).collect())
                    .collect();
                let wanted: Vec<Vec<Option<&str>>> = plain
                    .captures_iter(text)
                    .map(|one| one.iter().map(|group| group.map(|place| place.as_str())).collect())
                    .collect();
                assert_eq!(found, wanted, "{expression} in {text}");
            }
        }
    }
}
