//! As comma-separated values: UTF-8 with a mark by which Excel knows it, and RFC 4180's line ends.

use super::is_formula;
use super::rows::{COLUMNS, rows};
use crate::account::Account;
use crate::error::Error;

/// What tells Excel that the file is UTF-8.
const MARK: &str = "\u{feff}";

/// The table. A cell that a spreadsheet would take for a formula has an apostrophe before it, which stands in no return.
pub fn csv(account: &Account) -> Result<String, Error> {
    let failed = |cause: String| Error::new("the table", cause, "report it: this is a fault of the program");
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.map(|(heading, _)| heading)).map_err(|cause| failed(cause.to_string()))?;
    for row in rows(account) {
        writer.write_record(row.map(harmless)).map_err(|cause| failed(cause.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|cause| failed(cause.to_string()))?;
    let table = String::from_utf8(bytes).map_err(|cause| failed(cause.to_string()))?;
    Ok(format!("{MARK}{table}"))
}

fn harmless(words: String) -> String {
    if is_formula(&words) { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+44 20", "-3", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(harmless("Event: =1+1".to_owned()), "Event: =1+1");
    }
}
