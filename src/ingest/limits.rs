//! How much is read at most. What is larger is refused or cut short with a message that names the limit.

/// Bytes of one file: 50 MB.
pub const FILE_BYTES: u64 = 50 * 1024 * 1024;
/// Bytes of an old workbook (`.xls`), whose reader lays out whole sheets: 10 MB.
pub const OLD_BYTES: u64 = 10 * 1024 * 1024;
/// Cells that the sheets of an old workbook may span, empty ones counted.
pub const OLD_CELLS: u64 = 4_000_000;
/// Files below `returns/`.
pub const FILES: usize = 2_000;
/// Bytes that an office file may unpack to: 150 MB.
pub const UNPACKED_BYTES: u64 = 150 * 1024 * 1024;
/// Parts that an office file may hold.
pub const PARTS: usize = 5_000;
/// Elements of one XML part.
pub const NODES: u32 = 3_000_000;
/// How deep elements may stand in elements.
pub const XML_DEPTH: usize = 256;
/// Non-blank rows of one table.
pub const ROWS: usize = 100_000;
/// Columns of one table.
pub const COLUMNS: usize = 500;
/// Cells of one table.
pub const CELLS: usize = 2_000_000;
/// Characters of one cell: a page of prose has three thousand.
pub const CELL_CHARS: usize = 100_000;
