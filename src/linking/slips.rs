//! How far two spellings lie apart.

/// Whether one slip of the hand leads from one word to the other: a letter put in, left out or changed, or two
/// neighbours changed over. The same word twice is no slip.
pub fn is_one_slip(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return one_slip(a.as_bytes(), b.as_bytes());
    }
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    one_slip(&letters(a), &letters(b))
}

/// The same for letters.
pub fn one_slip<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    if a.len() > b.len() {
        return one_slip(b, a);
    }
    if b.len() - a.len() > 1 {
        return false;
    }
    let Some(first) = (0..b.len()).find(|&at| a.get(at) != b.get(at)) else { return false };
    if a.len() < b.len() {
        return a[first..] == b[first + 1..];
    }
    let changed_over = || {
        first + 1 < a.len() && a[first] == b[first + 1] && a[first + 1] == b[first] && a[first + 2..] == b[first + 2..]
    };
    a[first + 1..] == b[first + 1..] || changed_over()
}

/// How alike two words are by Jaro and Winkler, from 0 to 1; 0 where it must be below `least`.
pub fn alike(a: &str, b: &str, least: f64) -> f64 {
    if a.is_ascii() && b.is_ascii() && most_alike(a.as_bytes(), b.as_bytes()) < least {
        return 0.0;
    }
    strsim::jaro_winkler(a, b)
}

/// More alike than this two words cannot be: letters of which the other word has none are not in common.
fn most_alike(a: &[u8], b: &[u8]) -> f64 {
    let letters = |word: &[u8]| word.iter().fold(0u32, |set, letter| set | 1 << (letter & 31));
    let (in_a, in_b) = (letters(a), letters(b));
    let without = |all: usize, absent: u32| all.saturating_sub(absent.count_ones() as usize);
    let common = without(a.len(), in_a & !in_b).min(without(b.len(), in_b & !in_a)) as f64;
    let jaro = (common / a.len().max(1) as f64 + common / b.len().max(1) as f64 + 1.0) / 3.0;
    let beginning = a.iter().zip(b).take(4).take_while(|(one, other)| one == other).count() as f64;
    jaro + 0.1 * beginning * (1.0 - jaro)
}

#[cfg(test)]
mod tests {
    use super::{alike, is_one_slip};

    #[test]
    fn one_slip_is_one_letter_or_two_changed_over() {
        for (a, b) in [("smith", "smyth"), ("smith", "smih"), ("smith", "smiith"), ("smith", "msith"), ("a", "")] {
            assert!(is_one_slip(a, b) && is_one_slip(b, a), "{a} {b}");
        }
        for (a, b) in [("smith", "smith"), ("smith", "smytt"), ("smith", "sm"), ("abcd", "badc"), ("", "ab")] {
            assert!(!is_one_slip(a, b) && !is_one_slip(b, a), "{a} {b}");
        }
        assert!(is_one_slip("müller", "muller"));
    }

    #[test]
    fn what_cannot_be_alike_is_not_measured() {
        assert!(alike("martha", "marhta", 0.9) > 0.96);
        assert_eq!(alike("jo", "maximilian", 0.9), 0.0);
        for (a, b) in [("martha", "marhta"), ("dwayne", "duane"), ("dixon", "dicksonx"), ("", "a"), ("aa", "aaaa")] {
            assert!(super::most_alike(a.as_bytes(), b.as_bytes()) >= strsim::jaro_winkler(a, b), "{a} {b}");
        }
    }
}
