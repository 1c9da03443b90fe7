//! A page as the words it holds: what is said in it and in the values of its attributes, and not what it is made of. The
//! Li family is no secret of every list.

/// Whether a text is a page.
pub fn is_page(text: &str) -> bool {
    text.get(..14).is_some_and(|head| head.eq_ignore_ascii_case("<!doctype html"))
}

/// A page without its style and its script, which are the same on every page. Lines stay lines.
pub fn without_code(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((at, end)) = next_code(rest) {
        let (inside, after) = rest[at..].split_at(rest[at..].find(end).unwrap_or(rest.len() - at));
        out.push_str(&rest[..at]);
        out.extend(inside.matches('\n'));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where a style or a script begins behind its tag, and what ends it. Words of a case are escaped, and begin none.
fn next_code(text: &str) -> Option<(usize, &'static str)> {
    let begins = |(tag, end): (&str, &'static str)| Some((text.find(tag)? + tag.len(), end));
    [("<style>", "</style"), ("<script>", "</script")].into_iter().filter_map(begins).min()
}

/// A page without the names of its elements and attributes, which are the same on every page; ids keep theirs, so that a
/// place can be told. Lines stay lines.
pub fn values(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let (tag, after) = tag(&rest[at..]);
        attributes(tag, &mut out);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A tag, and what stands after it. A `>` in a value ends none.
fn tag(text: &str) -> (&str, &str) {
    let mut quoted = false;
    let ends = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    text.split_at(ends.map_or(text.len(), |at| at + 1))
}

/// The values of a tag, each in quotation marks, but for those that say how a thing looks or what kind it is.
fn attributes(tag: &str, out: &mut String) {
    const FIXED: [&str; 4] = [" class=", " scope=", " type=", " rel="];
    out.push(' ');
    let mut parts = tag.split('"');
    while let Some(before) = parts.next() {
        out.extend(before.matches('\n'));
        let Some(value) = parts.next() else { break };
        let before = before.replace('\n', " ");
        if before.ends_with(" id=") {
            out.push_str(" id=");
        }
        if !FIXED.iter().any(|name| before.ends_with(name)) {
            out.extend(["\"", value, "\""]);
        }
    }
    out.push(' ');
}

/// A page with its tags taken out, so that a name parted by one is whole; attributes are looked at apart.
pub fn without_tags(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut inside = false;
    for sign in page.chars() {
        match sign {
            '<' => inside = true,
            '>' if inside => inside = false,
            '\n' => out.push('\n'),
            _ if !inside => out.push(sign),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{is_page, values, without_code, without_tags};

    #[test]
    fn what_a_page_is_made_of_is_no_word_of_it() {
        let page = "<!DOCTYPE html>\n<style>li { }\n</style><ul class=\"div\"\n id=\"p > q\"><li>Li<b title=\"x\">!</b></li>\n<script>let li;</script>";
        assert!(is_page(page) && !is_page("{\"a\": 1}") && !is_page("é<!doctype html>"));
        let page = without_code(page);
        assert_eq!(values(&page), "  \n  \n   \n id=\"p > q\"   Li \"x\" !    \n    ");
        assert_eq!(without_tags(&page).split_whitespace().collect::<Vec<_>>(), ["q\">Li!"]);
    }
}
