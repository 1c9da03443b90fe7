//! A written date taken apart into numbers, months, words and marks.

use super::months;

/// One piece of a written date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// `3rd`.
    Ordinal(u32),
    /// `'09`.
    ShortYear(u32),
    /// `1990s`, by its first year; two digits as written (`90s`).
    Decade(u32, usize),
    /// A month by its name.
    Month(u32),
    /// Any other word, in small letters.
    Word(String),
    /// A mark between: `/ - . , : ; & + ( ) ?`, and `–` for a dash with spaces around it.
    Mark(char),
}

impl Token {
    /// Whether it is this word.
    pub fn is(&self, wanted: &str) -> bool {
        matches!(self, Token::Word(word) if word == wanted)
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, wanted: char) -> bool {
        matches!(self, Token::Mark(mark) if *mark == wanted)
    }

    /// Whether it is one of these words.
    pub fn is_one_of(&self, wanted: &[&str]) -> bool {
        matches!(self, Token::Word(word) if wanted.contains(&word.as_str()))
    }

    /// Whether it holds figures.
    pub fn is_number(&self) -> bool {
        matches!(self, Token::Number(..) | Token::Ordinal(_) | Token::ShortYear(_) | Token::Decade(..))
    }

    /// Whether it is more than a mark.
    pub fn is_word_or_number(&self) -> bool {
        !matches!(self, Token::Mark(_))
    }
}

/// Small letters, plain dashes, quotation marks and spaces; abbreviations that hold marks made into words.
pub fn tidy(written: &str) -> String {
    let plain: String = written.chars().map(plain).collect();
    let spaced = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase();
    let written_out = |text: String, (from, to): &(&str, &str)| match text.contains(from) {
        true => text.replace(from, to),
        false => text,
    };
    ABBREVIATIONS.iter().fold(spaced, written_out).trim().to_owned()
}

/// One character in its plain form.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' | '\u{00B4}' | '\u{2032}' => '\'',
        '_' => '-',
        '\\' | '\u{2044}' | '\u{2215}' | '\u{FF0F}' | '|' => '/',
        '\u{2026}' | '\u{00B7}' => '.',
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{000B}' => ';',
        '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}' => ' ',
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    }
}

/// What is written with marks and is one word.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("a.m.", "am"),
    ("p.m.", "pm"),
    ("w/c.", "wc "),
    ("w.c.", "wc "),
    ("w/c", "wc "),
    ("w/b", "wc "),
    ("wk/c", "wc "),
    ("w/e", "we "),
    ("wk beg", "wc "),
    ("wk comm", "wc "),
    ("half-term", "half term"),
    ("c/o", "co"),
    ("n/k", "unknown"),
    ("n/a", "unknown"),
    ("½", ".5"),
    ("new year's", "new year"),
    ("new years", "new year"),
    ("??/", "xx/"),
    ("--/", "xx/"),
    ("__/", "xx/"),
    ("**/", "xx/"),
    ("pre-", "pre "),
    ("post-", "post "),
    ("mid-", "mid "),
    ("@", " at "),
    ("easter sunday", "easter day"),
    ("easter monday", "eastermonday"),
    ("good friday", "goodfriday"),
    ("early-", "early "),
    ("late-", "late "),
    ("~", " circa "),
    (" circa  circa ", " circa "),
];

/// The pieces of tidied words.
pub fn of(tidy: &str) -> Vec<Token> {
    let chars: Vec<char> = tidy.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let end = at + run(&chars[at..]);
        match c {
            ' ' => {}
            c if c.is_ascii_digit() => tokens.push(number(&chars[at..end], at > 0 && chars[at - 1] == '\'')),
            c if c.is_alphabetic() => word(&mut tokens, chars[at..end].iter().filter(|c| **c != '\'').collect()),
            '\'' => {}
            '-' if at > 0 && chars[at - 1] == ' ' && chars.get(at + 1) == Some(&' ') => tokens.push(Token::Mark('–')),
            mark => tokens.push(Token::Mark(mark)),
        }
        at = end.max(at + 1);
    }
    tokens
}

/// How many characters from here are of one kind.
fn run(chars: &[char]) -> usize {
    let first = chars[0];
    let same = |c: &&char| {
        if first.is_ascii_digit() {
            c.is_ascii_digit()
        } else {
            first.is_alphabetic() && (c.is_alphabetic() || **c == '\'')
        }
    };
    chars.iter().take_while(same).count()
}

/// A number; one with more figures than a date can have is a word.
fn number(digits: &[char], after_apostrophe: bool) -> Token {
    let text: String = digits.iter().collect();
    match text.parse() {
        Ok(value) if after_apostrophe && text.len() == 2 => Token::ShortYear(value),
        Ok(value) if text.len() <= 8 => Token::Number(value, text.len()),
        _ => Token::Word(text),
    }
}

/// A word, which may belong to the number before it (`3rd`, `1990s`).
fn word(tokens: &mut Vec<Token>, word: String) {
    let before = tokens.last().cloned();
    match (before, word.as_str()) {
        (Some(Token::Number(day, 1 | 2)), "st" | "nd" | "rd" | "th") => replace(tokens, Token::Ordinal(day)),
        (Some(Token::Number(year, digits @ (2 | 4))), "s") => replace(tokens, Token::Decade(year, digits)),
        (Some(Token::ShortYear(year)), "s") => replace(tokens, Token::Decade(year, 2)),
        _ => tokens.push(months::month(&word).map_or_else(|| Token::Word(word), Token::Month)),
    }
}

fn replace(tokens: &mut Vec<Token>, token: Token) {
    tokens.pop();
    tokens.push(token);
}
