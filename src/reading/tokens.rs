//! An entry's words as tokens: lower-cased for matching, each with its place in the cell it came from.
//!
//! All told cells of an entry stand in one stream, so that "he" in the second cell can find its man in the
//! first; `cell` says where a token belongs. Nothing here knows what a word means.

/// The outer look of a word, which is what tells a name from a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "uncle"
    Lower,
    /// "Raymond", "McLean"
    Title,
    /// "SLEIGHT", "CH"
    Caps,
    /// "R"
    Initial,
    /// "12/03/2019", "14", "2.10pm"
    Number,
    /// The "'s" of a possessive.
    Possessive,
    /// A mark, by its ASCII form.
    Mark(u8),
}

/// One word or mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Index of the cell in the entry.
    pub cell: u32,
    /// First byte in the cell's text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// First byte in the folded text.
    pub at: u32,
    /// One past the last.
    pub to: u32,
    /// Its look.
    pub shape: Shape,
    /// Whether a line or a cell begins with it.
    pub opens: bool,
}

/// Tokens of several cells over one folded text.
#[derive(Debug, Default)]
pub struct Tokens {
    /// Lower-cased words, single spaces, plain quotes and dashes.
    pub folded: String,
    /// In order.
    pub list: Vec<Token>,
}

impl Tokens {
    /// Adds a cell's text after what is there.
    pub fn add(&mut self, cell: usize, text: &str) {
        if !self.folded.is_empty() {
            self.folded.push('\n');
        }
        let bytes = text.as_bytes();
        let mut opens = true;
        let mut i = 0;
        while i < bytes.len() {
            let (start, at) = (i, self.folded.len());
            let (next, shape) = match bytes[i] {
                b'\n' | b'\r' => {
                    opens = true;
                    i = self.space(i + 1);
                    continue;
                }
                b if b.is_ascii_whitespace() => {
                    i = self.space(i + 1);
                    continue;
                }
                b if b.is_ascii_digit() => self.number(text, i),
                b if b.is_ascii_alphabetic() => self.word(text, i),
                b if b.is_ascii() => self.mark(text, i, b),
                _ => match self.other(text, i) {
                    Some(found) => found,
                    None => {
                        i = self.space(i + width(text, i));
                        continue;
                    }
                },
            };
            let (cell, end, to) = (cell as u32, next as u32, self.folded.len() as u32);
            self.list.push(Token { cell, start: start as u32, end, at: at as u32, to, shape, opens });
            opens = false;
            i = next;
        }
    }

    /// The folded word of a token.
    pub fn text(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |token| &self.folded[token.at as usize..token.to as usize])
    }

    fn space(&mut self, next: usize) -> usize {
        if !self.folded.is_empty() && !self.folded.ends_with([' ', '\n']) {
            self.folded.push(' ');
        }
        next
    }

    fn number(&mut self, text: &str, start: usize) -> (usize, Shape) {
        let bytes = text.as_bytes();
        let mut i = start;
        while let Some(&b) = bytes.get(i) {
            let inside = matches!(b, b'.' | b'/' | b':' | b',' | b'-')
                && bytes
                    .get(i + 1)
                    .is_some_and(|next| next.is_ascii_digit() || (b == b'-' && next.is_ascii_alphabetic()));
            if !b.is_ascii_alphanumeric() && !inside {
                break;
            }
            self.folded.push(b.to_ascii_lowercase() as char);
            i += 1;
        }
        (i, Shape::Number)
    }

    fn word_from(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let mut i = start;
        while let Some(&b) = bytes.get(i) {
            if b.is_ascii_alphanumeric() {
                self.folded.push(b.to_ascii_lowercase() as char);
                i += 1;
            } else if b == b'-' && bytes.get(i + 1).is_some_and(u8::is_ascii_alphanumeric) {
                self.folded.push('-');
                i += 1;
            } else if let Some(after) = apostrophe(text, i) {
                let rest = &text.as_bytes()[after..];
                let possessive =
                    matches!(rest.first(), Some(b's' | b'S')) && !rest.get(1).is_some_and(u8::is_ascii_alphanumeric);
                if possessive || !rest.first().is_some_and(u8::is_ascii_alphabetic) {
                    break;
                }
                self.folded.push('\'');
                i = after;
            } else if b >= 0x80 {
                match text[i..].chars().next() {
                    Some(c) if c.is_alphanumeric() => {
                        self.folded.extend(c.to_lowercase());
                        i += c.len_utf8();
                    }
                    _ => break,
                }
            } else {
                break;
            }
        }
        i
    }

    fn word(&mut self, text: &str, start: usize) -> (usize, Shape) {
        if without_slash(text, start) {
            self.folded.push_str("without");
            return (start + 3, Shape::Lower);
        }
        if let Some(end) = with_slash(text, start) {
            self.folded.push_str("with");
            return (end, Shape::Lower);
        }
        let end = self.word_from(text, start);
        // "her bro interfered w her", and not "d/w".
        if &text[start..end] == "w" && !text[..start].ends_with('/') {
            self.folded.push_str("ith");
            return (end, Shape::Lower);
        }
        (end, shape(&text[start..end]))
    }

    fn mark(&mut self, text: &str, i: usize, b: u8) -> (usize, Shape) {
        if b == b'\'' { self.quote(text, i, i + 1) } else { self.plain(b, i + 1) }
    }

    fn plain(&mut self, b: u8, next: usize) -> (usize, Shape) {
        self.folded.push(b as char);
        (next, Shape::Mark(b))
    }

    /// "'s" after a word is a possessive; any other apostrophe is a mark.
    fn quote(&mut self, text: &str, i: usize, after: usize) -> (usize, Shape) {
        let rest = &text.as_bytes()[after..];
        let follows = text[..i].chars().next_back().is_some_and(char::is_alphanumeric);
        let ends = !rest.get(1).is_some_and(u8::is_ascii_alphanumeric);
        if follows && ends && matches!(rest.first(), Some(b's' | b'S')) {
            self.folded.push_str("'s");
            return (after + 1, Shape::Possessive);
        }
        self.plain(b'\'', after)
    }

    fn other(&mut self, text: &str, i: usize) -> Option<(usize, Shape)> {
        let c = text[i..].chars().next()?;
        let next = i + c.len_utf8();
        match c {
            '\u{2018}' | '\u{2019}' => Some(self.quote(text, i, next)),
            '\u{201c}' | '\u{201d}' => Some(self.plain(b'"', next)),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(self.plain(b'-', next)),
            '\u{2026}' => Some(self.plain(b'.', next)),
            '\u{2022}' => Some(self.plain(b'*', next)),
            c if c.is_alphanumeric() => Some(self.word(text, i)),
            _ => None,
        }
    }
}

/// "w/o" for "without".
fn without_slash(text: &str, start: usize) -> bool {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    rest.starts_with(b"w/o") && !rest.get(3).is_some_and(u8::is_ascii_alphanumeric)
}

/// Where "w/" for "with" ends; "w/c" and "w/e" are weeks.
fn with_slash(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?.as_bytes();
    let after = rest.get(2).copied().unwrap_or(b' ');
    let week = matches!(after, b'c' | b'e' | b'k') && !rest.get(3).is_some_and(u8::is_ascii_alphabetic);
    (rest.starts_with(b"w/") && !week && (after == b' ' || after.is_ascii_alphabetic())).then_some(start + 2)
}

fn width(text: &str, i: usize) -> usize {
    text[i..].chars().next().map_or(1, char::len_utf8)
}

/// Where the text goes on after an apostrophe at `i`, if one stands there.
fn apostrophe(text: &str, i: usize) -> Option<usize> {
    let rest = text.get(i..)?;
    ["'", "\u{2019}"].iter().find(|mark| rest.starts_with(**mark)).map(|mark| i + mark.len())
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Number };
    if !first.is_uppercase() {
        return Shape::Lower;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_none() {
        return Shape::Initial;
    }
    if rest.all(char::is_uppercase) { Shape::Caps } else { Shape::Title }
}

#[cfg(test)]
mod tests {
    use super::{Shape, Tokens};

    fn words(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.add(0, text);
        for token in &tokens.list {
            assert!(text.get(token.start as usize..token.end as usize).is_some());
        }
        (0..tokens.list.len()).map(|i| tokens.text(i).to_owned()).collect()
    }

    #[test]
    fn possessives_dates_and_hyphens_are_told_apart() {
        assert_eq!(
            words("Ms Hartley’s step-dad didn't, 2.10pm."),
            ["ms", "hartley", "'s", "step-dad", "didn't", ",", "2.10pm", "."]
        );
        assert_eq!(words("b. 03/09/1974 (Zoë)"), ["b", ".", "03/09/1974", "(", "zoë", ")"]);
    }

    #[test]
    fn any_text_is_taken() {
        for text in ["", "\u{0}\u{1F600}é’", "’s's", "a’", "İstanbul ß", "\u{FEFF}x\u{A0}y", "…—", "'"] {
            words(text);
        }
    }

    #[test]
    fn shapes() {
        let mut tokens = Tokens::default();
        tokens.add(0, "SLEIGHT Raymond R saw");
        let shapes: Vec<Shape> = tokens.list.iter().map(|token| token.shape).collect();
        assert_eq!(shapes, [Shape::Caps, Shape::Title, Shape::Initial, Shape::Lower]);
    }
}
