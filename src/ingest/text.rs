//! From bytes to words: UTF-8, UTF-16 or Windows-1252, told by content.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The words of a text file, and the name of the encoding where it had to be guessed.
pub fn decode(bytes: &[u8]) -> (String, Option<&'static str>) {
    if let Some((encoding, skip)) = Encoding::for_bom(bytes) {
        return (encoding.decode_without_bom_handling(&bytes[skip..]).0.into_owned(), None);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), Some(encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    // A short text gives a detector too little to go on (it took pound signs for Russian); British agencies do not.
    (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Some(WINDOWS_1252.name()))
}

/// Whether words are words: hardly any control characters among them.
pub fn is_text(text: &str) -> bool {
    let odd = |c: &char| (c.is_control() && !c.is_whitespace()) || *c == char::REPLACEMENT_CHARACTER;
    let odd = text.chars().filter(odd).count();
    odd * 20 <= text.chars().count()
}

/// Western text in UTF-16 has a null in every other byte; which one says the order.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(400)];
    let nulls = |parity: usize| start.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (nulls(0), nulls(1), start.len() / 2);
    match (half > 1, even * 2 > half, odd * 2 > half) {
        (true, false, true) => Some(UTF_16LE),
        (true, true, false) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn what_is_not_utf_8_is_windows_1252() {
        assert_eq!(decode(b"\x93\xA320\x94 \x96 caf\xE9"), ("“£20” – café".into(), Some("windows-1252")));
    }

    #[test]
    fn utf_16_is_told_with_and_without_its_mark() {
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(decode(&wide("\u{FEFF}Date,café")).0, "Date,café");
        assert_eq!(decode(&wide("Date,Event")).0, "Date,Event");
        let narrow: Vec<u8> = "Date".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&narrow).0, "Date");
    }
}
