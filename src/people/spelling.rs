//! Whether two spellings may be one name mistyped.

/// Whether two folded words may be one name of which one is mistyped: the same first letter, one slip
/// in a short word, two in a long one, and alike as a whole. Short names differ by a letter too often to tell.
pub fn may_be_misspelt(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    let slips = match shorter {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    a.chars().next() == b.chars().next()
        && strsim::damerau_levenshtein(a, b) <= slips
        && strsim::jaro_winkler(a, b) >= 0.9
}

/// Whether two folded words may be two slips from one name: twice as far apart as one slip leads.
pub fn may_share_a_spelling(a: &str, b: &str) -> bool {
    strsim::damerau_levenshtein(a, b) <= 4 && strsim::jaro_winkler(a, b) >= 0.8
}

#[cfg(test)]
mod tests {
    use super::may_be_misspelt;

    #[test]
    fn a_slip_of_the_pen_is_seen_and_another_name_is_not() {
        for (a, b) in [("lindqvist", "lindquist"), ("sleight", "slieght"), ("okafor", "okafar"), ("hartley", "hartly")]
        {
            assert!(may_be_misspelt(a, b), "{a} {b}");
        }
        for (a, b) in [("ava", "eva"), ("harris", "harrison"), ("jan", "jon"), ("miah", "khan"), ("", "a")] {
            assert!(!may_be_misspelt(a, b), "{a} {b}");
        }
    }
}
