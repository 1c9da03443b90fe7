//! Lines that a program or a page leaves at the foot of a table.
//!
//! Only what can be nothing else counts: a line that may hold evidence is an entry without a date, and is read.

use super::grid::Line;

/// How such a line begins, in small letters.
const BEGINS: &[&str] = &[
    "page ",
    "end of ",
    "end -",
    "-end",
    "- end",
    "--",
    "***",
    "total",
    "printed",
    "produced on",
    "produced by",
    "generated",
    "exported",
    "report run",
    "report generated",
    "report produced",
    "report date",
    "run date",
    "run on",
    "date printed",
    "print date",
    "prepared by",
    "compiled by",
    "completed by",
    "official",
    "restricted",
    "protect",
    "confidential",
    "private and confidential",
    "private & confidential",
    "strictly confidential",
    "copyright",
    "©",
    "no further entries",
    "no more entries",
    "no further records",
    "nothing further",
    "records found",
    "number of records",
    "number of entries",
    "record count",
    "signed:",
    "signature:",
    "signed ",
    "disclaimer",
    "not protectively marked",
    "sensitive",
    "document classification",
    "classification:",
];
/// A longer line than this says something.
const LONGEST: usize = 160;

/// Whether a row is such a line: one or two cells of few words that begin so.
pub fn is_footer(line: &Line) -> bool {
    let own: Vec<&str> = line.cells.iter().filter(|cell| !cell.inherited).map(|cell| cell.text.as_str()).collect();
    let Some(first) = own.first() else { return false };
    let words = first.to_lowercase();
    let short = own.len() <= 2 && own.iter().map(|text| text.chars().count()).sum::<usize>() <= LONGEST;
    short && (BEGINS.iter().any(|begin| words.starts_with(begin)) || words == "end" || is_page_number(&words))
}

/// `1 of 3`, `p. 2`, `- 4 -`.
fn is_page_number(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| "-– ".contains(c));
    let numbers = |text: &str| {
        text.split(" of ").all(|part| !part.is_empty() && part.len() < 5 && part.bytes().all(|b| b.is_ascii_digit()))
    };
    match bare.strip_prefix("p.").or_else(|| bare.strip_prefix("pg ")) {
        Some(number) => numbers(number.trim()),
        None => bare.contains(" of ") && numbers(bare),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_a_footer_and_prose_is_not() {
        for words in [
            "Page 1 of 3",
            "2 of 5",
            "End of report",
            "OFFICIAL-SENSITIVE",
            "Printed 12/03/2018 14:30 by jsmith",
            "*** end ***",
        ] {
            assert!(is_footer(&Line::of_words(9, [words])), "{words}");
        }
        for words in ["Ended contact with her uncle", "Mum printed a photograph", "Summary card from previous practice"]
        {
            assert!(!is_footer(&Line::of_words(9, [words])), "{words}");
        }
    }
}
