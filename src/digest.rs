//! Digests: what a file was when it was read, and the style and script that a page's Content-Security-Policy allows.

use sha2::{Digest, Sha256};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The SHA-256 of bytes in 64 hexadecimal digits, as `sha256sum` prints it.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A source expression such as `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

/// Bytes in the alphabet of RFC 4648, padded.
fn base64(bytes: &[u8]) -> String {
    let letters = |three: &[u8]| {
        let number = (0..3).fold(0_u32, |sum, at| sum << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        let letter = move |at: usize| char::from(LETTERS[(number >> (18 - 6 * at)) as usize & 63]);
        let filled = three.len() + 1;
        (0..4).map(move |at| if at < filled { letter(at) } else { '=' })
    };
    bytes.chunks(3).flat_map(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::{base64, hex, source};

    #[test]
    fn a_files_digest_is_the_one_that_other_programs_print() {
        assert_eq!(hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn digests_are_written_as_browsers_expect() {
        assert_eq!(source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }
}
