//! A text as words: where each stands, and the form in which names are compared.

use crate::people::fold;

/// Marks that show nothing: a soft hyphen, spaces without width.
const UNSEEN: [char; 6] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// A word of a text, its possessive ending left outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Lower case, without marks and apostrophes.
    pub folded: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether all of its letters are capitals, two at least.
    pub capitals: bool,
    /// Whether a sentence, a line or the text begins with it.
    pub opens: bool,
    /// Whether only a hyphen stands between it and the word before.
    pub hyphened: bool,
}

/// The words of a text in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphanumeric).map(|offset| at + offset) {
        let end = word_end(text, start);
        let before = &text[found.last().map_or(0, |word| word.end)..start];
        found.push(word(text, start, end, before, found.is_empty()));
        at = end + possessive(&text[end..]);
    }
    found
}

/// The first word of a text, without a look at the rest.
pub fn first(text: &str) -> Option<Word> {
    let start = text.find(char::is_alphanumeric)?;
    Some(word(text, start, word_end(text, start), &text[..start], true))
}

/// The length of a possessive ending that begins here.
fn possessive(rest: &str) -> usize {
    let mut signs = rest.char_indices();
    match (signs.next(), signs.next(), signs.next()) {
        (Some((_, mark)), Some((at, 's' | 'S')), after)
            if is_apostrophe(mark) && after.is_none_or(|(_, sign)| !sign.is_alphanumeric()) =>
        {
            at + 1
        }
        _ => 0,
    }
}

/// Where the word ends that begins here: an apostrophe inside stays, "'s" and a last apostrophe do not.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].char_indices().peekable();
    while let Some((at, sign)) = rest.next() {
        let next = start + at + sign.len_utf8();
        if sign.is_alphanumeric() || is_mark(sign) {
            end = next;
        } else if is_apostrophe(sign) && rest.peek().is_some_and(|(_, after)| after.is_alphabetic()) {
            if possessive(&text[start + at..]) > 0 {
                break;
            }
        } else {
            break;
        }
    }
    end
}

fn word(text: &str, start: usize, end: usize, before: &str, first: bool) -> Word {
    let shown: String = text[start..end].chars().filter(|sign| !UNSEEN.contains(sign)).collect();
    let letters: Vec<char> = shown.chars().filter(|sign| sign.is_alphabetic()).collect();
    Word {
        start,
        end,
        folded: fold(&shown).replace(' ', ""),
        capital: letters.first().is_some_and(|letter| letter.is_uppercase()),
        capitals: letters.len() > 1 && letters.iter().all(|letter| !letter.is_lowercase()),
        opens: first || before.contains(['.', '!', '?', '\n', ':', ';', '"', '“', '(']),
        hyphened: !first && matches!(before, "-" | "\u{2010}" | "\u{2011}" | "_"),
    }
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{2bc}')
}

fn is_mark(sign: char) -> bool {
    UNSEEN.contains(&sign) || unicode_normalization::char::is_combining_mark(sign)
}

/// The words with a capital letter first.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a text is written in capitals, as police logs are.
pub fn is_capitals(text: &str) -> bool {
    text.chars().filter(|sign| sign.is_alphabetic()).count() > 3 && !text.chars().any(char::is_lowercase)
}

/// Whether a text has no capital at all.
pub fn is_lower(text: &str) -> bool {
    !text.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::words;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn a_possessive_ending_is_no_part_of_the_name() {
        assert_eq!(folded("Ray's, Hartleys' and O’Brien’s"), ["ray", "hartleys", "and", "obrien"]);
        assert_eq!(folded("RAY'S dog"), ["ray", "dog"]);
        assert_eq!(words("Ray's")[0].end, 3);
    }

    #[test]
    fn marks_and_what_cannot_be_seen_hide_no_name() {
        assert_eq!(
            folded("Zoe\u{301} Wi\u{15b}niewska Hart\u{ad}ley R\u{200b}ay"),
            ["zoe", "wisniewska", "hartley", "ray"]
        );
    }
}
