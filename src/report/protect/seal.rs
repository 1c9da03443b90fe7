//! Closing a text under a passphrase: a key by PBKDF2 with SHA-256, then AES-256-GCM.

use super::Passphrase;
use crate::error::Error;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use pbkdf2::{Algorithm, Params, pbkdf2_hmac_with_params};
use zeroize::Zeroizing;

/// How often the passphrase is hashed: what a guess costs, to the reader once and to a thief each time.
pub const ROUNDS: u32 = 1_000_000;

/// Bytes of salt.
pub const SALT: usize = 16;

/// Bytes of nonce, as AES-GCM takes them.
pub const NONCE: usize = 12;

/// Closes bytes under a passphrase. What stands in `beside` is not hidden, but a change to it is noticed.
pub fn seal(
    open: &[u8],
    passphrase: &Passphrase,
    salt: &[u8; SALT],
    nonce: &[u8; NONCE],
    beside: &[u8],
) -> Result<Vec<u8>, Error> {
    key(passphrase, salt, ROUNDS).and_then(|key| encrypt(open, &key, nonce, beside)).ok_or_else(|| {
        Error::new("the protected page", "it could not be closed", "report it: this is a fault of the program")
    })
}

/// The key that a passphrase and a salt make.
fn key(passphrase: &Passphrase, salt: &[u8], rounds: u32) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    let how = Params::new(rounds).ok()?;
    pbkdf2_hmac_with_params(passphrase.bytes(), salt, Algorithm::Pbkdf2Sha256, how, key.as_mut());
    Some(key)
}

fn encrypt(open: &[u8], key: &[u8; 32], nonce: &[u8; NONCE], beside: &[u8]) -> Option<Vec<u8>> {
    let cipher = Aes256Gcm::new_from_slice(key).ok()?;
    let nonce = Nonce::try_from(&nonce[..]).ok()?;
    cipher.encrypt(&nonce, Payload { msg: open, aad: beside }).ok()
}

#[cfg(test)]
mod tests {
    use super::{encrypt, key};
    use crate::report::protect::Passphrase;

    fn bytes(hex: &str) -> Vec<u8> {
        let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
        (0..hex.len()).step_by(2).map(digit).collect()
    }

    /// RFC 7914, section 11, of whose 64 bytes the first 32 are the whole of a 32-byte key; and the vector of RFC 6070
    /// with SHA-256 in place of SHA-1.
    #[test]
    fn a_key_is_made_as_the_standard_says() {
        let made =
            |words: &str, salt: &[u8], rounds| key(&Passphrase::new(words), salt, rounds).expect("a key").to_vec();
        assert_eq!(
            made("Password", b"NaCl", 80_000),
            bytes("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56")
        );
        assert_eq!(
            made("password", b"salt", 4096),
            bytes("c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a")
        );
    }

    /// Test cases 13, 14 and 16 of the description of GCM given to NIST (McGrew and Viega, 2005).
    #[test]
    fn bytes_are_closed_as_the_standard_says() {
        let closed = |open: &str, key: &str, nonce: &str, beside: &str| {
            let key: [u8; 32] = bytes(key).try_into().expect("32 bytes");
            let nonce: [u8; 12] = bytes(nonce).try_into().expect("12 bytes");
            encrypt(&bytes(open), &key, &nonce, &bytes(beside)).expect("closed")
        };
        let (zero_key, zero_nonce) = ("00".repeat(32), "00".repeat(12));
        assert_eq!(closed("", &zero_key, &zero_nonce, ""), bytes("530f8afbc74536b9a963b4f1c4cb738b"));
        assert_eq!(
            closed(&"00".repeat(16), &zero_key, &zero_nonce, ""),
            bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
        );
        assert_eq!(
            closed(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
                "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
                "cafebabefacedbaddecaf888",
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            ),
            bytes(
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"
            )
        );
    }
}
