//! What the part of a sheet says beside its cells: hidden rows and columns, formulas without results, page headers.
//!
//! The part may be large, so its tags are looked for one after another and it is not parsed.

use super::columns::letters;

/// What was found in one sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The hidden rows, counted from 1, in order.
    pub hidden_rows: Vec<usize>,
    /// The hidden columns, by their letters.
    pub hidden_columns: Vec<String>,
    /// Cells that hold a formula and not its result.
    pub unsaved: Vec<String>,
    /// Page headers and footers, as `page header: words`.
    pub edges: Vec<String>,
}

/// Looks through the part of a sheet.
pub fn read(text: &str) -> Marks {
    let mut marks = Marks::default();
    let (mut cell, mut reckoned, mut filled) = ("", false, false);
    for piece in text.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        match named(tag) {
            (false, "row") if hides(tag) => marks.hidden_rows.extend(number(tag, "r")),
            (false, "col") if hides(tag) => marks.hidden_columns.extend(columns(tag)),
            (false, "c") => (cell, reckoned, filled) = (tag, false, value(tag, "t") == Some("str")),
            (false, "f") => reckoned = true,
            (false, "v" | "t") => filled |= !words.is_empty(),
            (true, "c") if reckoned && !filled => marks.unsaved.push(value(cell, "r").unwrap_or("a cell").to_owned()),
            (false, edge) if is_edge(edge) => {
                let called = if edge.ends_with("Header") { "page header" } else { "page footer" };
                let words = without_codes(&unescaped(words));
                marks.edges.extend((!words.is_empty()).then(|| format!("{called}: {words}")));
            }
            _ => {}
        }
    }
    marks.hidden_rows.sort_unstable();
    marks
}

/// Whether a tag ends an element, and the element's name without its prefix.
fn named(tag: &str) -> (bool, &str) {
    let rest = tag.strip_prefix('/').unwrap_or(tag);
    let whole = rest.split(|sign: char| sign.is_whitespace() || sign == '/').next().unwrap_or_default();
    (rest.len() < tag.len(), whole.split_once(':').map_or(whole, |(_, name)| name))
}

fn is_edge(name: &str) -> bool {
    ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"].contains(&name)
}

fn hides(tag: &str) -> bool {
    matches!(value(tag, "hidden"), Some("1" | "true"))
}

/// The letters of the columns that a tag speaks of: a few, or the first and the last.
fn columns(tag: &str) -> Option<String> {
    let (first, last) = (number(tag, "min")?.checked_sub(1)?, number(tag, "max")?.checked_sub(1)?);
    Some(if first == last { letters(first) } else { format!("{} to {}", letters(first), letters(last)) })
}

fn number(tag: &str, name: &str) -> Option<usize> {
    value(tag, name)?.parse().ok()
}

/// The value of an attribute, whichever quotation marks it has.
fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let (_, after) = rest.split_once(name)?;
        let before = rest[..rest.len() - after.len() - name.len()].chars().next_back();
        if let Some(quoted) = after.strip_prefix('=').filter(|_| before.is_some_and(char::is_whitespace)) {
            let mark = quoted.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
            return quoted[1..].split(mark).next();
        }
        rest = after;
    }
}

fn unescaped(words: &str) -> String {
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    words.replace("&amp;", "&")
}

/// The words of a page header without the codes for place, font and what is filled in when it is printed.
pub fn without_codes(words: &str) -> String {
    let mut out = String::new();
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, signs.peek().copied()) {
            ('&', Some('&')) => out.extend(signs.next()),
            ('&', Some('"')) => {
                signs.next();
                signs.by_ref().take_while(|sign| *sign != '"').for_each(drop);
            }
            ('&', Some('K')) => signs.by_ref().take(7).for_each(drop),
            ('&', Some(code)) if code.is_ascii_digit() => while signs.next_if(char::is_ascii_digit).is_some() {},
            ('&', Some(_)) => {
                signs.next();
                out.push(' ');
            }
            _ => out.push(sign),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_are_found_by_their_tags() {
        let sheet = "<cols><col min='4' max='4' hidden='1'/><col hidden=\"true\" min=\"27\" max=\"30\"/></cols><sheetData>\
                     <row r=\"1\"/><row r=\"12\" spans=\"1:3\" hidden=\"1\"><c r=\"A12\"/></row><x:row hidden=\"true\" r=\"4\"/>";
        let marks = read(sheet);
        assert_eq!(marks.hidden_rows, [4, 12]);
        assert_eq!(marks.hidden_columns, ["D", "AA to AD"]);
    }

    #[test]
    fn a_formula_without_its_result_is_told_from_one_that_gives_nothing() {
        let sheet = "<c r='A1'><f>B1</f></c><c r='A2'><f>B1</f><v/></c><c r='A3'><f>B1</f><v>7</v></c>\
                     <c r='A4' t='str'><f>B1</f><v></v></c><x:c r='A5'><x:f>B1</x:f><x:v></x:v></x:c><c r='A6'/>";
        assert_eq!(read(sheet).unsaved, ["A1", "A2", "A5"]);
    }

    #[test]
    fn page_headers_lose_their_codes() {
        let sheet = "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Official &amp;&amp; closed&amp;RPage &amp;P</oddHeader>\
                     <oddFooter>&amp;P</oddFooter></headerFooter>";
        assert_eq!(read(sheet).edges, ["page header: Official & closed Page"]);
    }
}
