//! As a workbook: the chronology, who is who, and a sheet that says what this is. Every cell is text.

use super::is_formula;
use super::rows::{COLUMNS, Row, rows};
use crate::account::Account;
use crate::error::Error;
use crate::report::plain;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most characters that Excel takes in one cell, as it counts them: in UTF-16.
const CELL: usize = 32_767;

/// The workbook.
pub fn xlsx(account: &Account) -> Result<Vec<u8>, Error> {
    written(account).map_err(|cause| {
        Error::new(
            "the workbook",
            format!("it could not be made: {cause}"),
            "report it: this is a fault of the program",
        )
    })
}

fn written(account: &Account) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same case makes the same bytes: the file says that it was made on the day it speaks from.
    let made = ExcelDateTime::parse_from_str(&account.as_at.to_string())?;
    book.set_properties(&DocProperties::new().set_title("Chronology").set_creation_datetime(&made));
    let style = Style::new();
    chronology(book.add_worksheet().set_name("Chronology")?, account, &style)?;
    people(book.add_worksheet().set_name("People")?, account, &style)?;
    about(book.add_worksheet().set_name("About")?, account, &style)?;
    book.save_to_buffer()
}

/// How cells look.
struct Style {
    heading: Format,
    text: Format,
    /// The same with the mark by which Excel keeps a cell text when somebody edits it.
    kept: Format,
}

impl Style {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
        Style {
            heading: text.clone().set_bold().set_border(FormatBorder::Thin).set_background_color("D9E2F3"),
            kept: text.clone().set_quote_prefix(),
            text,
        }
    }

    fn of(&self, words: &str) -> &Format {
        if is_formula(words) { &self.kept } else { &self.text }
    }
}

fn chronology(sheet: &mut Worksheet, account: &Account, style: &Style) -> Result<(), XlsxError> {
    let headings: Vec<&str> = COLUMNS.iter().map(|(heading, _)| *heading).collect();
    for (column, (_, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    let rows: Vec<Row> = rows(account).into_iter().flat_map(fitting).collect();
    table(sheet, &headings, &rows, style)?;
    sheet.set_freeze_panes(1, 2)?;
    sheet.autofilter(0, 0, rows.len() as u32, COLUMNS.len() as u16 - 1)?;
    sheet.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn people(sheet: &mut Worksheet, account: &Account, style: &Style) -> Result<(), XlsxError> {
    let rows: Vec<[String; 5]> = account
        .people
        .iter()
        .map(|person| {
            let born = person.born.as_deref().map(plain::edtf).unwrap_or_default();
            let relation = match person.id == account.case.child {
                true => "the child".to_owned(),
                false => person.relation.clone().unwrap_or_default(),
            };
            [person.id.0.clone(), person.name.clone(), person.also_known_as.join("; "), born, relation]
        })
        .collect();
    for (column, width) in (0..).zip([24.0, 28.0, 40.0, 18.0, 28.0]) {
        sheet.set_column_width(column, width)?;
    }
    table(sheet, &["Id", "Name", "Also known as", "Born", "Relation to the child"], &rows, style)
}

fn about(sheet: &mut Worksheet, account: &Account, style: &Style) -> Result<(), XlsxError> {
    let case = &account.case;
    let (rows, aside) = (account.ledger.rows, account.ledger.set_aside);
    let facts = [
        ["Child".to_owned(), case.name.clone()],
        ["Reference".to_owned(), case.reference.clone().unwrap_or_default()],
        ["Handling".to_owned(), case.handling.clone().unwrap_or_default()],
        ["As at".to_owned(), plain::day(account.as_at)],
        ["Rows sent".to_owned(), format!("{rows}; set aside, each with the reason: {aside}")],
        [
            "Whose words".to_owned(),
            "The column “What the agency wrote” holds the agencies’ own words, unchanged. What the tool read stands beside; \
             it can be wrong. A cell too long for Excel goes on in the row below, under the same id."
                .to_owned(),
        ],
        ["Made by".to_owned(), format!("lifespan {}", account.tool_version)],
    ];
    sheet.set_column_width(0, 18)?.set_column_width(1, 90)?;
    table(sheet, &["What", "Words"], &facts, style)
}

fn table<const N: usize>(
    sheet: &mut Worksheet,
    headings: &[&str],
    rows: &[[String; N]],
    style: &Style,
) -> Result<(), XlsxError> {
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &style.heading)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, words) in (0..).zip(cells).filter(|(_, words)| !words.is_empty()) {
            sheet.write_string_with_format(row, column, words, style.of(words))?;
        }
    }
    Ok(())
}

/// A row in as many rows as its longest cells need, each under the same id.
fn fitting(row: Row) -> Vec<Row> {
    let pieces: Vec<Vec<String>> = row.iter().map(|words| cut(words)).collect();
    let number = pieces.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let continued = |at: usize, column: usize| match column {
        0 | 1 => row[column].clone(),
        _ => pieces[column].get(at).cloned().unwrap_or_default(),
    };
    (0..number).map(|at| std::array::from_fn(|column| continued(at, column))).collect()
}

/// Words in pieces that a cell holds.
fn cut(words: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for letter in words.chars() {
        if length + letter.len_utf16() > CELL {
            pieces.push(String::new());
            length = 0;
        }
        length += letter.len_utf16();
        if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::rows::WROTE;
    use super::{CELL, Row, fitting};

    #[test]
    fn a_long_entry_goes_on_in_the_next_row_and_loses_nothing() {
        let mut row = Row::default();
        row[1] = "returns/gp.csv:2".to_owned();
        row[WROTE] = "aé😀".repeat(CELL / 2);
        let rows = fitting(row.clone());
        assert!(rows.len() > 1 && rows.iter().all(|one| one[1] == row[1]));
        assert!(rows.iter().all(|one| one[WROTE].encode_utf16().count() <= CELL));
        assert_eq!(rows.iter().map(|one| one[WROTE].as_str()).collect::<String>(), row[WROTE]);
        assert_eq!(fitting(Row::default()).len(), 1);
    }
}
