//! `--format csv`, `xlsx` and `docx`: the same entries under the same ids, every word of them, and nothing that runs.

use calamine::{Reader, Xlsx};
use lifespan::account::Account;
use lifespan::report::{self, sheet, word};
use lifespan::{Known, Record, findings, ingest};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::Path;

fn account(folder: &Path) -> Account {
    let case = ingest::case::open(folder).expect("a case opens");
    let record = Record::read(&case);
    let history = record.history(Known { by: case.front.as_at.expect("it says its day"), to: None });
    report::account(&record, &history, &findings::examine(&record, &history))
}

fn sample(name: &str) -> Account {
    account(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name))
}

/// A case whose return holds what a spreadsheet would run and what XML cannot hold.
fn hostile() -> Account {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("returns")).expect("returns/");
    let front = r#"{ "reference": "=EX", "as_at": "2024-01-31", "child": { "name": "+Ana Petrov", "born": "2010-02-03" },
        "agencies": [{ "id": "school", "name": "=School()", "returns": ["returns/school.csv"] }] }"#;
    std::fs::write(folder.path().join("case.json"), front).expect("case.json");
    let table = "Date,=Event,Outcome\n\
                 1/2/2020,=cmd|' /C calc'!A0,@SUM(A1)\n\
                 2/2/2020,\"<b>bold</b> & \u{b}odd\nsecond line\tand a tab\",-2\n";
    std::fs::write(folder.path().join("returns/school.csv"), table).expect("a return");
    account(folder.path())
}

/// The rows of the table, as a program reads them that takes the apostrophe off again.
fn csv_rows(account: &Account) -> Vec<Vec<String>> {
    let table = sheet::csv(account).expect("a table");
    let table = table.strip_prefix('\u{feff}').expect("the mark by which Excel knows UTF-8").to_owned();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(Cursor::new(table));
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

fn xlsx_rows(account: &Account) -> Vec<Vec<String>> {
    let bytes = sheet::xlsx(account).expect("a workbook");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("it opens");
    let range = book.worksheet_range("Chronology").expect("the sheet");
    range.rows().map(|row| row.iter().map(|cell| cell.to_string()).collect()).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).expect("a Word document");
    let mut text = String::new();
    file.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// The document's words as Word shows them: line ends for breaks, tabs for tabs, a line end after each paragraph.
fn docx_words(document: &roxmltree::Document) -> String {
    let told = |node: roxmltree::Node| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        "tab" => "\t".to_owned(),
        "p" => "\n".to_owned(),
        _ => String::new(),
    };
    document.descendants().map(told).collect()
}

#[test]
fn every_id_and_word_is_in_the_table_and_the_workbook() {
    for account in ["hartley", "brennan", "pryce"].map(sample).into_iter().chain([hostile()]) {
        let (csv, xlsx) = (csv_rows(&account), xlsx_rows(&account));
        assert_eq!(csv.len(), xlsx.len());
        assert_eq!(csv.len(), 1 + account.ledger.rows, "a row for each row sent");
        for (one, other) in csv.iter().zip(&xlsx) {
            for (cell, same) in one.iter().zip(other) {
                assert!(cell == same || cell == &format!("'{same}"), "{cell:?} and {same:?}");
            }
        }
        let ids = account.entries.iter().chain(&account.undated).map(|entry| &entry.id.0);
        assert!(ids.eq(xlsx.iter().skip(1).take(account.entries.len() + account.undated.len()).map(|row| &row[1])));
        for (row, entry) in xlsx.iter().skip(1).zip(account.entries.iter().chain(&account.undated)) {
            for cell in &entry.cells {
                assert!(row[8].contains(&format!("{}: {}", cell.heading, cell.text)), "{}: {}", entry.id, cell.text);
            }
        }
        for row in account.ledger.returns.iter().flat_map(|sent| &sent.set_aside) {
            assert!(xlsx.iter().any(|cells| cells[1] == row.at.0 && cells[12] == row.reason), "{}", row.at);
        }
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let account = hostile();
    for cell in csv_rows(&account).iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
    assert!(csv_rows(&account).iter().flatten().any(|cell| cell == "'=School()"));
    let bytes = sheet::xlsx(&account).expect("a workbook");
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"] {
        assert!(!part(&bytes, sheet).contains("<f>"), "{sheet} holds a formula");
    }
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn a_word_document_holds_every_id_and_word_under_real_headings_with_links_that_lead_somewhere() {
    for (account, hostile) in
        ["hartley", "brennan"].map(|name| (sample(name), false)).into_iter().chain([(hostile(), true)])
    {
        let bytes = word::docx(&account, true).expect("a document");
        let text = part(&bytes, "word/document.xml");
        let document = roxmltree::Document::parse(&text).expect("XML");
        let words = docx_words(&document);
        for entry in account.entries.iter().chain(&account.undated) {
            assert!(words.contains(&entry.id.0), "{}", entry.id);
            for cell in &entry.cells {
                let held = cell.text.replace("\r\n", "\n").replace('\u{b}', "\u{fffd}");
                assert!(words.contains(&held), "{}: {}", entry.id, cell.text);
            }
        }
        for finding in &account.findings {
            assert!(words.contains(&finding.headline), "{}", finding.headline);
        }
        let attributes = |tag: &'static str, name: &'static str| {
            document.descendants().filter(move |node| node.tag_name().name() == tag).filter_map(move |node| {
                node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
            })
        };
        let places: BTreeSet<&str> = attributes("bookmarkStart", "name").collect();
        assert_eq!(places.len(), account.entries.len() + account.undated.len());
        assert!(attributes("hyperlink", "anchor").all(|place| places.contains(place)));
        assert!(hostile || attributes("hyperlink", "anchor").count() > 10);
        let styles: BTreeSet<&str> = attributes("pStyle", "val").collect();
        assert!(styles.contains("Title") && styles.contains("Heading1"));
        let tables = document.descendants().filter(|node| node.tag_name().name() == "tbl");
        for table in tables {
            let is_header = |row: &roxmltree::Node| row.descendants().any(|node| node.tag_name().name() == "tblHeader");
            let rows: Vec<_> = table.children().filter(|node| node.tag_name().name() == "tr").collect();
            assert!(is_header(&rows[0]) && !rows[1..].iter().any(is_header));
        }
        assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>Chronology of "));
        assert!(part(&bytes, "word/styles.xml").contains("w:val=\"en-GB\""));
    }
}

#[test]
fn the_same_case_makes_the_same_bytes() {
    let account = sample("quiet");
    assert_eq!(sheet::xlsx(&account), sheet::xlsx(&account));
    let document = || std::thread::spawn(|| word::docx(&sample("quiet"), true)).join().expect("made");
    assert_eq!(document(), document());
}
