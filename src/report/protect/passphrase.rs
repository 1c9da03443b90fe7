//! A passphrase, in the one form that every keyboard's writing of it comes to.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase. It is wiped from memory when it goes, and never shown.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase that somebody typed. Spaces around it do not count, and a letter is the same letter whether its
    /// accent was typed with it or after it. `protected.js` does the same.
    pub fn new(typed: &str) -> Self {
        // Room for the longest form, so that no half of it is left behind in a string that had to grow.
        let mut words = Zeroizing::new(String::with_capacity(typed.len() * 18));
        words.extend(typed.nfkc());
        Passphrase(Zeroizing::new(words.trim_matches(' ').to_owned()))
    }

    /// The words, to weigh them.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// The bytes that the key is made from.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::Passphrase;

    #[test]
    fn one_passphrase_typed_in_two_ways_is_one() {
        assert_eq!(Passphrase::new(" zoe\u{308} kettle ").words(), "zo\u{eb} kettle");
        assert_eq!(Passphrase::new("zo\u{eb} kettle").words(), "zo\u{eb} kettle");
    }
}
