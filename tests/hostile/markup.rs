//! A page taken apart, as strictly as a page of our own must bear it.

/// Elements without an end.
const VOID: [&str; 8] = ["meta", "br", "hr", "input", "img", "link", "wbr", "col"];
/// Parts of a drawing, which end themselves.
const DRAWN: [&str; 9] = ["path", "line", "rect", "circle", "polygon", "polyline", "use", "ellipse", "stop"];

/// The words of a page, without style and script, escapes undone; or what is wrong with its form.
pub fn words(page: &str) -> Result<String, String> {
    let mut rest = page.strip_prefix("<!DOCTYPE html>").or(page.strip_prefix("<!doctype html>")).ok_or("no doctype")?;
    let (mut open, mut out): (Vec<String>, String) = (Vec::new(), String::new());
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(&unescaped(text)?);
        rest = after;
        if let Some(ended) = rest.strip_prefix('/') {
            let (name, after) = ended.split_once('>').ok_or("an end without end")?;
            let last = open.pop().unwrap_or_default();
            if last != name {
                return Err(format!("<{last}> is ended by </{name}>"));
            }
            rest = after;
            continue;
        }
        let (name, is_whole, after) = tag(rest)?;
        rest = after;
        if name == "style" || name == "script" {
            let end = format!("</{name}>");
            rest = rest.split_once(end.as_str()).ok_or("a style or script without end")?.1;
        } else if !is_whole && !VOID.contains(&name) {
            open.push(name.to_owned());
        } else if is_whole && !DRAWN.contains(&name) && !VOID.contains(&name) {
            return Err(format!("<{name}/> does not end itself"));
        }
        out.push('\u{1}');
    }
    out.push_str(&unescaped(rest)?);
    if open.is_empty() { Ok(out) } else { Err(format!("not ended: {open:?}")) }
}

/// The tag at the start: its name, whether it ends itself, and what follows it.
fn tag(text: &str) -> Result<(&str, bool, &str), String> {
    let name = text.split(|sign: char| !sign.is_ascii_alphanumeric()).next().unwrap_or_default();
    if name.is_empty() {
        return Err(format!("a stray < before {:?}", text.chars().take(30).collect::<String>()));
    }
    let mut rest = &text[name.len()..];
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return Ok((name, true, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((name, false, after));
        }
        let ends = |sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != ':';
        let attribute = rest.split(ends).next().unwrap_or_default();
        if attribute.is_empty() || attribute.to_ascii_lowercase().starts_with("on") {
            return Err(format!("<{name}> holds {:?}", rest.chars().take(40).collect::<String>()));
        }
        rest = &rest[attribute.len()..];
        if let Some(value) = rest.strip_prefix("=\"") {
            let (value, after) = value.split_once('"').ok_or("a value without end")?;
            let value = unescaped(value)?;
            let leads = attribute == "href" || attribute == "src" || attribute == "action";
            if leads && !value.starts_with('#') {
                return Err(format!("{attribute} leads to {value:?}"));
            }
            rest = after;
        }
    }
}

/// Words with their escapes undone; wrong where a sign that needs one stands without.
fn unescaped(words: &str) -> Result<String, String> {
    let mut parts = words.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').ok_or_else(|| format!("a stray & before {part:?}"))?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "#x27" => '\'',
            "#x2F" => '/',
            other => return Err(format!("&{other}; is no escape of ours")),
        });
        out.push_str(rest);
    }
    Ok(out)
}
