//! Bulk extracts that hold many children become case folders, row by row.
//!
//! Rows are taken one at a time and let go; what stays in memory is who the children are and by which ids rows point to
//! them. Every row goes to a case, or is set aside with the reason.

pub mod extract;
pub mod records;
pub mod ssd;
pub mod tally;

pub use records::{Record, Records};
pub use tally::{Tally, Went};

/// A row as one line of CSV.
pub fn csv_line<'a>(cells: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}
