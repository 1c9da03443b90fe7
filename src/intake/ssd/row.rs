//! A row of a table, its fields by name.

use super::tables::{TABLES, Table};
use crate::intake::Record;
use std::collections::BTreeMap;

/// The headings of a return made from the dataset.
pub const HEADINGS: &[&str] =
    &["Date", "Until", "Category", "Event", "Outcome", "Child's voice", "Worker", "Team", "Reference"];

/// The field names of a file, and the table it holds.
pub struct Header {
    /// The table.
    pub table: &'static Table,
    fields: Vec<String>,
}

impl Header {
    /// The header of a file; none where it holds no table of the dataset. The table is told by the prefix that most of
    /// its fields carry, else by the name of the file.
    pub fn of(file: &str, record: &Record) -> Option<Header> {
        let fields: Vec<String> = record.cells.iter().map(|cell| folded(cell)).collect();
        let table = by_fields(&fields).or_else(|| by_name(file))?;
        Some(Header { table, fields })
    }

    /// A row below it.
    pub fn row<'r>(&'r self, file: &str, record: &'r Record) -> Row<'r> {
        let fields = self.fields.iter().map(String::as_str).zip(&record.cells);
        let fields =
            fields.map(|(name, cell)| (name, said(cell))).filter(|(name, cell)| !name.is_empty() && !cell.is_empty());
        let beyond = record.cells.iter().skip(self.fields.len()).map(|cell| said(cell)).filter(|cell| !cell.is_empty());
        Row {
            at: format!("{file}:{}", record.row),
            prefix: self.table.prefix,
            fields: fields.collect(),
            beyond: beyond.collect(),
        }
    }
}

/// A row: the fields that hold something.
pub struct Row<'r> {
    /// File and row.
    pub at: String,
    prefix: &'static str,
    fields: BTreeMap<&'r str, &'r str>,
    /// Cells beyond the last heading.
    pub beyond: Vec<&'r str>,
}

impl<'r> Row<'r> {
    /// What a field holds, asked for by its published name; none where it is empty. Some exports leave the prefix out.
    pub fn get(&self, field: &str) -> Option<&'r str> {
        let short = || field.strip_prefix(self.prefix).and_then(|rest| self.fields.get(rest));
        self.fields.get(field).or_else(short).copied()
    }

    /// What a field that holds an id holds. Spreadsheet programs make 123.0 of 123.
    pub fn id(&self, field: &str) -> Option<&'r str> {
        let id = self.get(field)?;
        let whole = id.strip_suffix(".0").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        Some(whole.unwrap_or(id))
    }

    /// Every field with something in it.
    pub fn fields(&self) -> impl Iterator<Item = (&'r str, &'r str)> + '_ {
        self.fields.iter().map(|(name, cell)| (*name, *cell))
    }
}

/// What a cell says; nothing where it holds a word for nothing.
fn said(cell: &str) -> &str {
    let cell = cell.trim();
    let nothing = ["null", "none", "nan", "nat", "<na>", "n/a"];
    if nothing.iter().any(|word| cell.eq_ignore_ascii_case(word)) { "" } else { cell }
}

fn folded(heading: &str) -> String {
    heading.trim().trim_matches(['[', ']', '"']).to_lowercase().replace(' ', "_")
}

/// The table whose prefix most of the fields carry.
fn by_fields(fields: &[String]) -> Option<&'static Table> {
    let count = |table: &&Table| fields.iter().filter(|field| field.starts_with(table.prefix)).count();
    TABLES.iter().max_by_key(count).filter(|table| count(table) > 0)
}

/// The table that a file is named after: `ssd_contacts.csv`, `SSD_Contacts_2026-03.csv`, `contacts.csv`.
fn by_name(file: &str) -> Option<&'static Table> {
    let base = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    let stem = base.rsplit_once('.').map_or(base.as_str(), |(stem, _)| stem);
    let letters: String = stem.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = letters.rsplit_once("ssd").map_or(letters.as_str(), |(_, name)| name);
    let of = |table: &Table| table.name.trim_start_matches("ssd_").trim_end_matches('s').replace('_', "");
    TABLES.iter().filter(|table| name.starts_with(&of(table))).max_by_key(|table| of(table).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(cells: &[&str]) -> Record {
        Record { row: 1, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    #[test]
    fn a_table_is_told_by_its_fields_else_by_its_name() {
        let told = |file: &str, cells: &[&str]| Header::of(file, &record(cells)).map(|header| header.table.name);
        assert_eq!(told("x.csv", &["CONT_CONTACT_ID", "cont_person_id"]), Some("ssd_contacts"));
        assert_eq!(told("SSD_CIN_Plans_2026.csv", &["person_id", "start"]), Some("ssd_cin_plans"));
        assert_eq!(told("cla_placements.csv", &["id"]), Some("ssd_cla_placement"));
        assert_eq!(told("readme.csv", &["a", "b"]), None);
    }

    #[test]
    fn words_for_nothing_are_nothing_and_ids_are_whole() {
        let header = Header::of("x.csv", &record(&["cont_person_id", "cont_contact_date", "extra"])).expect("a table");
        let row = record(&["123.0", "NULL", "kept", "beyond"]);
        let row = header.row("x.csv", &row);
        assert_eq!((row.id("cont_person_id"), row.get("cont_contact_date")), (Some("123"), None));
        assert_eq!(row.beyond, ["beyond"]);
    }
}
