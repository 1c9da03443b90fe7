//! The workbook to fill in: a sheet that explains, the chronology, people, and the return slip.

use super::Request;
use crate::error::Error;
use crate::ingest::form::{MARK, NOTHING_KNOWN, PEOPLE, SEARCHED, SLIP};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The columns of the chronology: heading, width, and what goes in, in a sentence.
pub const COLUMNS: &[(&str, f64, &str)] = &[
    (
        "Date of event",
        16.0,
        "When it happened or began, as exactly as it is known: 12/03/2007, March 2007, 2007, c. 2007, Autumn 2011, aged 6.",
    ),
    ("End date", 14.0, "When it ended, for something that lasted; otherwise leave it empty."),
    ("Event", 60.0, "What happened, in plain words: who did or said what to whom. Facts here; opinion under Analysis."),
    ("Source of information", 20.0, "Where the information comes from: who reported it, or which record holds it."),
    (
        "People involved",
        24.0,
        "Full names of the family members and others it concerns, and who they are to the child.",
    ),
    ("Child's voice", 24.0, "What the child said, wished or felt, in the child's own words where they are recorded."),
    ("Action taken", 30.0, "What was done about it, and by which service."),
    ("Outcome", 26.0, "What came of it. For an allegation say what became of it, even if that was nothing."),
    ("Professional", 20.0, "Who dealt with it, and their role."),
    ("Date known", 14.0, "When your agency first learned of it, if that is not the day it happened."),
    ("Date recorded", 14.0, "When it was written down, if that is not the same day."),
    ("Analysis", 30.0, "What it meant for the child, in the view of the professional. Kept apart from what happened."),
];
/// Outcomes to choose from; others may be written.
const OUTCOMES: &[&str] = &[
    "Under investigation",
    "No further action",
    "Retracted or withdrawn",
    "Unsubstantiated",
    "Substantiated",
    "Charged",
    "Not charged",
    "Acquitted",
    "Convicted",
    "Found in the family court",
    "Outcome not recorded",
];
/// Rows made ready for writing.
const ROWS: u32 = 500;

/// The form for one agency, as the bytes of an `.xlsx` file.
pub fn form(request: &Request<'_>) -> Result<Vec<u8>, Error> {
    written(request).map_err(|cause| {
        Error::new(
            &request.agency.name,
            format!("the form could not be made: {cause}"),
            "Report it: this is a fault of the program.",
        )
    })
}

fn written(request: &Request<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same case makes the same bytes: the file says that it was made on the day of the case, not today.
    let day = request.day().unwrap_or_default();
    let made = ExcelDateTime::parse_from_str(&day.to_string())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let style = Style::new();
    read_me(book.add_worksheet().set_name("Read me")?, request, &style)?;
    chronology(book.add_worksheet().set_name("Chronology")?, &style)?;
    people(book.add_worksheet().set_name("People")?, request, &style)?;
    slip(book.add_worksheet().set_name("Return slip")?, request, &style)?;
    lists(book.add_worksheet().set_name("Lists")?)?;
    book.worksheet_from_index(1)?.set_active(true);
    book.save_to_buffer()
}

/// How cells look.
struct Style {
    heading: Format,
    wrapped: Format,
    bold: Format,
    entry: Format,
}

impl Style {
    fn new() -> Self {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Style {
            heading: wrapped.clone().set_bold().set_border(FormatBorder::Thin).set_background_color("D9E2F3"),
            bold: wrapped.clone().set_bold(),
            // Entries are text: a spreadsheet must not turn "3/4" or "March 2007" into a day of its own.
            entry: wrapped.clone().set_num_format("@"),
            wrapped,
        }
    }
}

fn read_me(sheet: &mut Worksheet, request: &Request<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 24)?.set_column_width(1, 90)?;
    let reference = request.front.reference.as_deref().unwrap_or("not given");
    let top = [
        (MARK, "How to fill in this form".to_owned()),
        ("Agency", request.agency.name.clone()),
        ("Child", request.front.child.name.clone()),
        ("Case reference", reference.to_owned()),
        ("What to do", "Search for every person under every name on the covering page. Write one event in each row of the sheet Chronology.".to_owned()),
        ("", "Include the whole history you hold, however long ago, and allegations whatever became of them.".to_owned()),
        ("", "Then fill in the sheet Return slip: which names you searched, which period, and who completed it.".to_owned()),
        ("", "If nothing is known, fill in the return slip alone.".to_owned()),
        ("", "List under People anyone in the family or network who is missing or whose details differ.".to_owned()),
    ];
    let mut row = 0;
    for (label, words) in &top {
        sheet.write_with_format(row, 0, *label, &style.bold)?;
        sheet.write_with_format(row, 1, words, &style.wrapped)?;
        row += 1;
    }
    row += 1;
    for (heading, _, sentence) in COLUMNS {
        sheet.write_with_format(row, 0, *heading, &style.bold)?;
        sheet.write_with_format(row, 1, *sentence, &style.wrapped)?;
        row += 1;
    }
    Ok(())
}

fn chronology(sheet: &mut Worksheet, style: &Style) -> Result<(), XlsxError> {
    for (column, (heading, width, sentence)) in COLUMNS.iter().enumerate() {
        let column = column as u16;
        sheet.set_column_width(column, *width)?;
        sheet.set_column_format(column, &style.entry)?;
        sheet.write_with_format(0, column, *heading, &style.heading)?;
        let hint = DataValidation::new().set_input_title(*heading)?.set_input_message(*sentence)?;
        let hint = match *heading {
            // A warning and no more: an outcome in other words, and a date as coarse as it is known, are welcome.
            "Outcome" => list(hint, "Lists", OUTCOMES.len())?,
            "Date of event" | "End date" | "Date known" | "Date recorded" => hint
                .allow_text_length(DataValidationRule::LessThanOrEqualTo(60))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title("A date")?
                .set_error_message(
                    "Please write only the date here, as exactly as it is known, and the rest under Event.",
                )?,
            _ => hint.allow_any_value(),
        };
        sheet.add_data_validation(1, column, ROWS, column, &hint)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// A list to choose from, on another sheet; other words may be written.
fn list(validation: DataValidation, sheet: &str, length: usize) -> Result<DataValidation, XlsxError> {
    let cells = format!("={sheet}!$A$2:$A${}", length + 1);
    Ok(validation.allow_list_formula(cells.as_str().into()).set_error_style(DataValidationErrorStyle::Information))
}

fn people(sheet: &mut Worksheet, request: &Request<'_>, style: &Style) -> Result<(), XlsxError> {
    let headings = ["Name", "Also known as", "Born", "Relation to the child", "Lives with the child"];
    sheet.write_with_format(0, 0, MARK, &style.bold)?;
    sheet.write_with_format(0, 1, PEOPLE, &style.wrapped)?;
    for (column, heading) in headings.iter().enumerate() {
        sheet.set_column_width(column as u16, 28)?;
        sheet.set_column_format(column as u16, &style.entry)?;
        sheet.write_with_format(1, column as u16, *heading, &style.heading)?;
    }
    let mut row = 2;
    for (search, person) in request.searches.iter().zip(request.front.everyone()) {
        let lives = match person.lives_with_child {
            Some(true) => "Yes",
            Some(false) => "No",
            None => "Not known",
        };
        let known = person.also_known_as.join("; ");
        let lives = if search.relation == "the child" { "" } else { lives };
        for (column, words) in [&search.name, &known, &search.born, &search.relation, lives].into_iter().enumerate() {
            sheet.write_with_format(row, column as u16, words, &style.entry)?;
        }
        row += 1;
    }
    let choice = DataValidation::new().allow_list_strings(&["Yes", "No", "Not known"])?;
    sheet.add_data_validation(2, 4, row + 50, 4, &choice)?;
    sheet.set_freeze_panes(2, 1)?;
    Ok(())
}

fn slip(sheet: &mut Worksheet, request: &Request<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 34)?.set_column_width(1, 50)?;
    sheet.set_column_format(1, &style.entry)?;
    let top = [
        (MARK, SLIP),
        ("Agency", request.agency.name.as_str()),
        (NOTHING_KNOWN, ""),
        ("Earliest entry searched", ""),
        ("Latest entry searched", ""),
        ("Filled in by", ""),
        ("Role", ""),
        ("On", ""),
    ];
    for (row, (label, words)) in top.iter().enumerate() {
        sheet.write_with_format(row as u32, 0, *label, &style.bold)?;
        sheet.write_with_format(row as u32, 1, *words, &style.entry)?;
    }
    let yes_no = DataValidation::new().allow_list_strings(&["Yes", "No"])?;
    sheet.add_data_validation(2, 1, 2, 1, &yes_no)?;
    let mut row = top.len() as u32 + 1;
    sheet.write_with_format(row, 0, SEARCHED, &style.heading)?;
    sheet.write_with_format(row, 1, "Yes or No", &style.heading)?;
    let from = row + 1;
    for name in request.searches.iter().flat_map(|search| std::iter::once(&search.name).chain(&search.other_names)) {
        row += 1;
        sheet.write_with_format(row, 0, name, &style.wrapped)?;
        sheet.write_with_format(row, 1, "", &style.entry)?;
    }
    sheet.add_data_validation(from, 1, row + 20, 1, &yes_no)?;
    Ok(())
}

fn lists(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write(0, 0, MARK)?;
    for (row, outcome) in OUTCOMES.iter().enumerate() {
        sheet.write(row as u32 + 1, 0, *outcome)?;
    }
    sheet.set_column_width(0, 34)?;
    sheet.set_hidden(true);
    Ok(())
}
