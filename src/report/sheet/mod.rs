//! The chronology as a table, for spreadsheets and other programs: the same entries under the same ids as on the page.

mod csv;
mod rows;
mod xlsx;

pub use self::csv::csv;
pub use xlsx::xlsx;

/// Characters with which a spreadsheet begins a formula, or which it skips before one.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet may take words for a formula.
fn is_formula(words: &str) -> bool {
    words.starts_with(FORMULA)
}
