//! How much is read at most. What is larger is refused or cut short with a message that names the limit.

/// Bytes of one file: 50 MB.
pub const FILE_BYTES: u64 = 50 * 1024 * 1024;
/// Files below `returns/`.
pub const FILES: usize = 2_000;
/// Bytes that an office file may unpack to: 200 MB.
pub const UNPACKED_BYTES: u64 = 200 * 1024 * 1024;
/// Parts that an office file may hold.
pub const PARTS: usize = 5_000;
/// Non-blank rows of one table.
pub const ROWS: usize = 100_000;
/// Columns of one table.
pub const COLUMNS: usize = 500;
/// Characters of one cell.
pub const CELL_CHARS: usize = 100_000;
/// How deep tables may stand in tables, or lists in lists.
pub const DEPTH: usize = 64;
