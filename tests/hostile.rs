//! Files made to break a reader: each is refused in words or read within limits, and nothing panics.

mod archive;

use archive::archive;
use lifespan::ingest::sent;
use lifespan::ingest::table::Context;
use lifespan::ingest::written_date::Frame;
use lifespan::model::{AgencyId, Return};
use proptest::prelude::*;

fn read(bytes: &[u8], file: &str) -> Result<Return, String> {
    let context = Context {
        file: file.to_owned(),
        agency: AgencyId("police".into()),
        said: Default::default(),
        child: vec!["amy".into()],
        frame: Frame::default(),
    };
    let sent = sent::read(bytes, &context).map_err(|error| error.to_string())?;
    assert_eq!(sent.rows, sent.entries.len() + sent.set_aside.len());
    Ok(sent)
}

/// A workbook of one sheet with these rows.
fn workbook(rows: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    archive(&[
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns='{package}'>\
                 <Relationship Id='rId1' Type='{office}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns='{main}' xmlns:r='{office}'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns='{package}'>\
                 <Relationship Id='rId1' Type='{office}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet xmlns='{main}'><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn cell(place: &str, words: &str) -> String {
    format!("<c r='{place}' t='inlineStr'><is><t>{words}</t></is></c>")
}

fn document(body: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    archive(&[("word/document.xml", &format!("<w:document xmlns:w='{main}'><w:body>{body}</w:body></w:document>"))])
}

#[test]
fn cells_at_the_far_corners_of_a_sheet_do_not_fill_the_memory() {
    let far = cell("A1", "Date")
        + &cell("B1", "Event")
        + "</row><row r='1048576'>"
        + &cell("A1048576", "12/3/07")
        + &cell("XFD1048576", "far");
    let sent = read(&workbook(&format!("<row r='1'>{far}</row>")), "far.xlsx").unwrap();
    assert!(sent.notes.iter().any(|note| note.what.contains("larger than is read")), "{:?}", sent.notes);
}

/// All were written by hand or made up by the fuzzer: no program at hand writes the old format.
#[test]
fn an_old_workbook_is_read_and_one_that_is_damaged_or_has_cells_far_apart_refused() {
    let file = |name: &str| std::fs::read(format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let sent = read(&file("old.xls"), "police.xls").unwrap();
    let told: Vec<String> = sent
        .entries
        .iter()
        .map(|entry| format!("{} {} {}", entry.id, entry.when.as_ref().unwrap().edtf, entry.text()))
        .collect();
    assert_eq!(told, ["police.xls#Log:2 2016-05-22 Home visit", "police.xls#Log:3 2015-03 Call"]);
    let refused = read(&file("damaged.xls"), "police.xls").unwrap_err();
    assert!(refused.contains("the file is damaged"), "{refused}");
    let refused = read(&file("circle.xls"), "police.xls").unwrap_err();
    assert!(refused.contains("the workbook's contents cannot be found"), "{refused}");
    let refused = read(&file("far.xls"), "police.xls").unwrap_err();
    assert!(refused.contains("its sheets span 16777216 cells, and at most 4000000 are read"), "{refused}");
    let refused = read(&file("size.xls"), "police.xls").unwrap_err();
    assert!(refused.contains("a size that no sheet can have"), "{refused}");
    let mut cut = file("old.xls");
    cut.truncate(3000);
    assert!(read(&cut, "police.xls").is_err());
}

#[test]
fn what_an_open_document_says_repeats_is_repeated_only_where_it_holds_words() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let rows = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row table:number-rows-repeated='1000000'>\
         <table:table-cell table:number-columns-repeated='16000'/></table:table-row><table:table-row>\
         <table:table-cell office:value-type='date' office:date-value='2015-03-12'><text:p>12/03/15</text:p></table:table-cell>{}\
         <table:table-cell table:number-columns-repeated='999999999'/></table:table-row>",
        cell("Date"),
        cell("Event"),
        cell("Home visit"),
    );
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><table:table table:name='Log'>{rows}</table:table>\
         </office:document-content>"
    );
    let sent = read(
        &archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]),
        "police.ods",
    )
    .unwrap();
    assert_eq!((sent.rows, sent.entries[0].id.0.as_str()), (1, "police.ods#Log:1000002"));
    assert_eq!(sent.entries[0].when.as_ref().unwrap().written, "12/03/15");
}

#[test]
fn a_million_empty_rows_are_no_rows() {
    let empty: String = (3..100_000).map(|row| format!("<row r='{row}'><c r='A{row}' s='1'/></row>")).collect();
    let rows = format!(
        "<row r='1'>{}{}</row><row r='2'>{}{}</row>{empty}",
        cell("A1", "Date"),
        cell("B1", "Event"),
        cell("A2", "12/3/07"),
        cell("B2", "x")
    );
    assert_eq!(read(&workbook(&rows), "empty.xlsx").unwrap().rows, 1);
}

#[test]
fn a_cell_of_megabytes_is_refused_with_its_place() {
    let text = format!("Date,Event\n12/3/07,{}\n", "x".repeat(2_000_000));
    let refused = read(text.as_bytes(), "police.csv").unwrap_err();
    assert!(refused.starts_with("police.csv:2: a cell holds more than 100000 characters"), "{refused}");
}

#[test]
fn a_document_nested_without_end_is_refused() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + &"</w:tc></w:tr></w:tbl>".repeat(5_000);
    let refused = read(&document(&deep), "gp.docx").unwrap_err();
    assert!(refused.contains("nested more than 256 deep"), "{refused}");
}

#[test]
fn definitions_that_grow_are_refused() {
    let xml = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><w:document xmlns:w='w'>&b;</w:document>";
    let refused = read(&archive(&[("word/document.xml", xml)]), "gp.docx").unwrap_err();
    assert!(refused.contains("damaged"), "{refused}");
}

#[test]
fn what_is_no_return_is_named() {
    let cases: &[(&[u8], &str, &str)] = &[
        (b"%PDF-1.7 ...", "police.pdf", "a PDF"),
        (b"{\\rtf1 hello}", "police.doc", "Rich Text"),
        (&[0x89, b'P', b'N', b'G', 1, 2, 3], "police.xlsx", "a picture"),
        (&[0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18], "police.csv", "not text"),
        (b"PK\x03\x04 no archive", "police.xlsx", "damaged"),
        (b"<html><table></table></html>", "police.xls", "a web page"),
        (b"{\"entries\": [}", "police.json", "line 1, column 14"),
    ];
    for (bytes, file, named) in cases {
        let refused = read(bytes, file).unwrap_err();
        assert!(refused.contains(named) && refused.contains("To mend it:"), "{file}: {refused}");
    }
}

#[test]
fn a_relation_without_end_is_none() {
    for words in ["of ", "mother of ", "cousin (", "friend's "] {
        assert_eq!(lifespan::model::Kin::parse(&words.repeat(100_000)), None, "{words}");
    }
}

#[test]
fn an_empty_file_has_no_rows_and_a_note() {
    for file in ["police.csv", "police.json"] {
        let sent = read(if file.ends_with("json") { b"{}" } else { b"" }, file).unwrap();
        assert_eq!((sent.rows, sent.notes.is_empty()), (0, false), "{file}");
    }
}

#[test]
fn markup_and_formulas_in_cells_are_words() {
    let text = "Date,Event\n12/3/07,\"=cmd|' /C calc'!A0 <script>alert(1)</script> \u{202E}x\u{0000}\"\n";
    let sent = read(text.as_bytes(), "police.csv").unwrap();
    assert_eq!(sent.entries[0].cells[1].text, "=cmd|' /C calc'!A0 <script>alert(1)</script> \u{202E}x\u{0000}");
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), ending in 0usize..4) {
        let _ = read(&bytes, ["x.csv", "x.json", "x.xlsx", "x.docx"][ending]);
    }

    #[test]
    fn any_words_are_read_and_counted(words in "(Date|Event|12/3/07|When|,|;|\t|\"|\n|\r\n|\r| |a|31/02/2015|é){0,60}") {
        let sent = read(words.as_bytes(), "x.csv").unwrap();
        prop_assert!(sent.undated.len() <= sent.set_aside.len());
    }

    #[test]
    fn office_files_with_wrong_bytes_are_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0usize..2) {
        let file = ["hartley/returns/childrens-social-care.xlsx", "okafor/returns/gp-and-maternity.docx"][which];
        let mut bytes = sample(file);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes, file);
        bytes.truncate(at);
        let _ = read(&bytes, file);
    }
}
