//! The names that a calendar gives, for every room that reads them in words.

/// The months in full, in small letters, January first.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its name in small letters, in full or by its first three letters; "sept" too.
pub fn month(word: &str) -> Option<u32> {
    let short = |month: &str| word == month || (word.len() == 3 && month.starts_with(word));
    MONTHS.iter().position(|month| short(month) || (word == "sept" && *month == "september")).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn months_are_told_in_full_and_in_short() {
        assert_eq!((month("may"), month("sept"), month("marsh")), (Some(5), Some(9), None));
        assert_eq!((month("january"), month("dec"), month("ma")), (Some(1), Some(12), None));
    }
}
