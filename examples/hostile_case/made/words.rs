//! The hostile words.

/// A script that leaves a mark on the page.
const CANARY: &str = "document.documentElement.setAttribute('data-canary',1)";

/// Every word of `payloads.txt`, and some that are too long to be written there.
pub fn all() -> Vec<String> {
    let file = include_str!("payloads.txt");
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let mut words: Vec<String> = lines.map(|line| opened(line).replace("CANARY", CANARY)).collect();
    words.push("W".repeat(2_000));
    words.push("0123456789".repeat(100));
    words.push(format!("{}{}", "ä/".repeat(500), "\u{202e}x".repeat(200)));
    words.push(format!("a{}", "\u{300}".repeat(500)));
    words.push("<b>".repeat(500));
    words.push("(".repeat(1_000));
    words.push("a ".repeat(500) + "z");
    words.push("\u{1f468}\u{200d}".repeat(300));
    words
}

/// All words in so many pieces, several to a piece.
pub fn pieces(words: &[String], number: usize) -> Vec<String> {
    words.chunks(words.len().div_ceil(number)).map(|some| some.join(" ")).collect()
}

/// `\u{202e}` as the sign it stands for, and `\\` as one stroke.
fn opened(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let hex = after.strip_prefix("u{").and_then(|hex| hex.split_once('}'));
        let sign = hex.and_then(|(hex, after)| Some((char::from_u32(u32::from_str_radix(hex, 16).ok()?)?, after)));
        let (sign, after) = sign.unwrap_or(('\\', after.strip_prefix('\\').unwrap_or(after)));
        out.push(sign);
        rest = after;
    }
    out + rest
}
