//! The form in which names are compared: without case, accents, apostrophes or other punctuation.
//!
//! Nothing that is shown is ever folded: an agency's words stay as they are.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case, without marks, each run of other signs as one space: "O\u{2019}Brien-Łukasz" is "obrien lukasz".
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.nfkd().flat_map(char::to_lowercase) {
        match sign {
            '\'' | '\u{2019}' | '\u{2018}' | '`' => {}
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            sign if sign.is_alphanumeric() => out.push(sign),
            sign if unicode_normalization::char::is_combining_mark(sign) => {}
            _ if out.ends_with(' ') || out.is_empty() => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The same, for text without accents and foreign letters.
fn fold_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'\'' | b'`' => {}
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(byte.to_ascii_lowercase())),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_marks_and_signs_do_not_tell_names_apart() {
        assert_eq!(fold("O\u{2019}Brien"), fold("O'BRIEN"));
        assert_eq!(fold("Łukasz Wiśniewski"), "lukasz wisniewski");
        assert_eq!(fold("  Smith-Jones. "), "smith jones");
        assert_eq!(fold("\u{301}"), "");
        assert_eq!(fold(" 'Mr. O`Dee (SNR)\u{1} "), "mr odee snr");
    }
}
