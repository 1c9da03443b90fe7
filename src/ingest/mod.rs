//! The first floor: what was sent becomes entries.
//!
//! [`case::open`] is the only place that touches files. A reader per format takes bytes and a name and lays
//! them out as [`grid::Grid`]s; [`table`] finds the header, tells the columns by their headings, reads the
//! dates, and accounts for every row. Nothing here concludes anything about people or events.

pub mod archive;
pub mod assemble;
pub mod beside;
pub mod case;
pub mod check;
pub mod columns;
pub mod csv;
pub mod decisions;
pub mod document;
pub mod document_words;
pub mod footer;
pub mod form;
pub mod format;
pub mod front;
pub mod grid;
pub mod header;
pub mod headings;
pub mod json;
pub mod json_value;
pub mod limits;
pub mod ods;
pub mod ods_words;
pub mod office_words;
pub mod old_parts;
pub mod old_size;
pub mod out_of_place;
pub mod row;
pub mod sent;
pub mod sheet_marks;
pub mod sheet_parts;
pub mod stored_date;
pub mod subject;
pub mod table;
pub mod text;
pub mod wall;
pub mod wire_return;
pub mod workbook;
pub mod written_date;
pub mod xml;
