//! Whether two spellings may be one name mistyped.

use crate::effort;

/// Whether two folded words may be one name of which one is mistyped: the same first letter, one slip
/// in a short word, two in a long one, and alike as a whole. Short names differ by a letter too often to tell.
pub fn may_be_misspelt(a: &str, b: &str) -> bool {
    effort::compared();
    if sound_alike(a, b) {
        return true;
    }
    let shorter = a.chars().count().min(b.chars().count());
    let slips = match shorter {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    let alike = || strsim::jaro_winkler(a, b) >= 0.9 || is_plain_slip(a, b) || is_plain_slip(b, a);
    a.chars().next() == b.chars().next()
        && a.chars().count().abs_diff(b.chars().count()) <= slips
        && strsim::damerau_levenshtein(a, b) <= slips
        && alike()
}

/// Whether two folded words of five letters or more write one sound in two ways: "nowak" and "novak", "wiktor" and "viktor".
fn sound_alike(a: &str, b: &str) -> bool {
    a != b && a.chars().count().min(b.chars().count()) >= 5 && sound(a) == sound(b)
}

/// A folded word in one way of writing its sounds.
pub fn sound(word: &str) -> String {
    const SOUNDS: &[(&str, &str)] = &[("w", "v"), ("sz", "sh"), ("cz", "ch"), ("ph", "f"), ("ck", "k"), ("y", "i")];
    SOUNDS.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}

/// Whether a folded word is another one typed with a plain slip inside it: two letters changed over, one doubled or
/// not doubled, one left out. Another letter put in its place makes another name too often ("Amina", "Amira").
pub fn is_plain_slip(typed: &str, meant: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    if one.len().min(other.len()) < 4 || one.first() != other.first() {
        return false;
    }
    let changed_over = one.len() == other.len() && strsim::damerau_levenshtein(typed, meant) == 1 && {
        let (mut a, mut b) = (one.clone(), other.clone());
        a.sort_unstable();
        b.sort_unstable();
        a == b
    };
    let without = |long: &[char], at: usize| [&long[..at], &long[at + 1..]].concat();
    let left_out = (1..other.len() - 1).any(|at| without(&other, at) == one);
    let doubled = (1..one.len() - 1).any(|at| one[at] == one[at - 1] && without(&one, at) == other);
    changed_over || left_out || doubled
}

/// Whether two folded words may be two slips from one name: twice as far apart as one slip leads.
pub fn may_share_a_spelling(a: &str, b: &str) -> bool {
    a.chars().count().abs_diff(b.chars().count()) <= 4
        && strsim::damerau_levenshtein(a, b) <= 4
        && strsim::jaro_winkler(a, b) >= 0.8
}

#[cfg(test)]
mod tests {
    use super::{is_plain_slip, may_be_misspelt};

    #[test]
    fn a_plain_slip_is_told_from_another_name() {
        for (typed, meant) in
            [("magraret", "margaret"), ("roert", "robert"), ("marriam", "mariam"), ("calum", "callum")]
        {
            assert!(is_plain_slip(typed, meant), "{typed} {meant}");
        }
        for (typed, meant) in [("amina", "amira"), ("maria", "mariam"), ("nadira", "nadia"), ("jon", "john"), ("", "")]
        {
            assert!(!is_plain_slip(typed, meant), "{typed} {meant}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_seen_and_another_name_is_not() {
        for (a, b) in [
            ("lindqvist", "lindquist"),
            ("sleight", "slieght"),
            ("okafor", "okafar"),
            ("hartley", "hartly"),
            ("nowak", "novak"),
        ] {
            assert!(may_be_misspelt(a, b), "{a} {b}");
        }
        for (a, b) in [("ava", "eva"), ("harris", "harrison"), ("jan", "jon"), ("miah", "khan"), ("", "a")] {
            assert!(!may_be_misspelt(a, b), "{a} {b}");
        }
    }
}
