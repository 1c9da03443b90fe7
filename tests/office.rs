//! What other programs write into office files is read, or named as not read: nothing goes without a word.
//!
//! The parts are as openpyxl, XlsxWriter, ExcelJS, python-docx, odfpy and LibreOffice write them, cut down.

mod archive;

use archive::archive;
use lifespan::ingest::sent;
use lifespan::ingest::table::Context;
use lifespan::ingest::written_date::Frame;
use lifespan::model::{AgencyId, Return};

fn read(bytes: &[u8], file: &str) -> Result<Return, String> {
    let context = Context {
        file: file.to_owned(),
        agency: AgencyId("police".into()),
        said: Default::default(),
        child: vec!["amy".into()],
        frame: Frame::default(),
    };
    sent::read(bytes, &context).map_err(|error| error.to_string())
}

/// The entries as `row day words`.
fn entries(sent: &Return) -> Vec<String> {
    let told = |entry: &lifespan::model::Entry| {
        let cells: Vec<&str> = entry.cells.iter().map(|cell| cell.text.as_str()).collect();
        format!("{} {}", entry.id.0.rsplit(':').next().unwrap(), cells.join(" | "))
    };
    sent.entries.iter().map(told).collect()
}

fn noted(sent: &Return) -> Vec<&str> {
    sent.notes.iter().map(|note| note.what.as_str()).collect()
}

const LINKS: &str = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of one sheet, with more parts.
fn workbook(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let links = format!(
        "{LINKS}<Relationship Id='r1' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns='{SHEET}' xmlns:r='{OFFICE}'><sheets><sheet name='Log' sheetId='1' r:id='r1'/></sheets></workbook>"
    );
    let sheet = format!("<worksheet xmlns='{SHEET}'>{sheet}</worksheet>");
    let first = format!(
        "{LINKS}<Relationship Id='r1' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    let parts = [
        ("_rels/.rels", first.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    archive(&[&parts[..], more].concat())
}

fn row(number: usize, cells: &[&str]) -> String {
    let cell =
        |(column, words): (char, &&str)| format!("<c r='{column}{number}' t='inlineStr'><is><t>{words}</t></is></c>");
    format!("<row r='{number}'>{}</row>", ('A'..='Z').zip(cells).map(cell).collect::<String>())
}

#[test]
fn what_stands_beside_the_cells_of_a_workbook_is_kept_or_named() {
    let rows = row(1, &["Date", "Event", "Outcome"])
        + &row(2, &["12/3/2015", "Home visit", "None"])
        + "<row r='3'><c r='A3' t='inlineStr'><is><t>13/3/2015</t></is></c><c r='B3'><f>A1&amp;\"x\"</f><v></v></c></row>";
    let sheet = format!(
        "<cols><col min='3' max='3' hidden='1'/></cols><sheetData>{rows}</sheetData>\
         <headerFooter><oddHeader>&amp;COfficial</oddHeader></headerFooter>"
    );
    let drawn = "<d xmlns:a='a'><a:p><a:r><a:t>The aunt </a:t></a:r><a:r><a:t>rang</a:t></a:r></a:p></d>";
    let more = [
        ("xl/drawings/drawing1.xml", drawn),
        ("xl/charts/chart1.xml", drawn),
        ("xl/embeddings/oleObject1.bin", "x"),
        ("xl/media/image1.png", "x"),
    ];
    let sent = read(&workbook(&sheet, &more), "police.xlsx").unwrap();
    assert_eq!(entries(&sent), ["2 12/3/2015 | Home visit | None", "3 13/3/2015"]);
    assert_eq!(sent.preamble, ["page header: Official", "chart: The aunt rang", "text box: The aunt rang"]);
    assert_eq!(
        noted(&sent)[..4],
        [
            "a file or object stands inside it: xl/embeddings/oleObject1.bin",
            "pictures: 1",
            "columns are hidden in the workbook: C",
            "formulas stand here without their results: B3",
        ]
    );
}

#[test]
fn an_old_workbook_gives_times_comments_boxes_and_what_is_hidden() {
    let file = |name: &str| std::fs::read(format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let sent = read(&file("marks.xls"), "police.xls").unwrap();
    assert_eq!(
        entries(&sent),
        [
            "2 12/03/2015 | Home visit | 09:15 | Seen by nobody",
            "3 13/03/2015 14:30 | Call from school",
            "4 14/03/2015 | Letter filed",
            "2 01/01/2016 | Review",
        ]
    );
    assert_eq!(sent.preamble, ["page header: Official, sensitive", "comment or text box: The grandmother was there"]);
    for note in [
        "rows are hidden in the workbook: 4",
        "columns are hidden in the workbook: D",
        "this sheet is hidden in the workbook",
    ] {
        assert!(noted(&sent).contains(&note), "{note}: {:?}", noted(&sent));
    }
    let sent = read(&file("late.xls"), "police.xls").unwrap();
    assert_eq!(entries(&sent), ["2 13/03/2015 14:30 | Call from school"]);
    assert_eq!(sent.preamble, ["comment or text box: In a box: the aunt rang"]);
}

/// A Word document with these parts; the first is its text.
fn document(name: &str, body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let first =
        format!("{LINKS}<Relationship Id='r1' Type='{OFFICE}/officeDocument' Target='/{name}'/></Relationships>");
    let text = format!("<w:document xmlns:w='{main}'><w:body>{body}</w:body></w:document>");
    archive(&[&[("_rels/.rels", first.as_str()), (name, &text)][..], more].concat())
}

fn word_row(cells: [&str; 2]) -> String {
    format!("<w:tr>{}</w:tr>", cells.map(|cell| format!("<w:tc><w:p><w:r>{cell}</w:r></w:p></w:tc>")).concat())
}

#[test]
fn what_stands_beside_the_text_of_a_word_document_is_kept_or_named() {
    let words = |words: &str| format!("<w:t>{words}</w:t>");
    let chosen = "<w:fldChar><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Closed'/><w:listEntry w:val='Open to us'/>\
                  </w:ddList></w:ffData></w:fldChar>";
    let ticked = "<w:t>Seen alone </w:t><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar>";
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl><w:moveFrom><w:p><w:r><w:t>moved away</w:t></w:r></w:p></w:moveFrom>",
        word_row([&words("Date"), &words("Event")]),
        word_row([&words("12/3/2015"), chosen]),
        word_row([&words("13/3/2015"), ticked]),
    );
    let note = "<w:footnotes xmlns:w='w'><w:footnote><w:p><w:r><w:t>a note</w:t></w:r><w:del><w:r><w:delText>not so</w:delText></w:r></w:del>\
                </w:p></w:footnote></w:footnotes>";
    let links = format!("{LINKS}<Relationship Id='r9' Type='{OFFICE}/aFChunk' Target='part.html'/></Relationships>");
    let more = [
        ("word/footnotes.xml", note),
        ("word/diagrams/data1.xml", "<d xmlns:a='a'><a:p><a:t>Nan and Ray</a:t></a:p></d>"),
        ("word/_rels/document.xml.rels", &links),
        ("word/part.html", "<html>"),
        ("word/embeddings/Sheet1.xlsx", "x"),
    ];
    let sent = read(&document("word/document.xml", &body, &more), "gp.docx").unwrap();
    assert_eq!(entries(&sent), ["2 12/3/2015 | Open to us", "3 13/3/2015 | Seen alone ☒"]);
    assert_eq!(sent.preamble, ["footnote: a note", "diagram: Nan and Ray"]);
    assert_eq!(
        noted(&sent),
        [
            "a tracked change takes out “moved away”",
            "a tracked change takes out “not so”",
            "a file or object stands inside it: word/embeddings/Sheet1.xlsx",
            "a file or object stands inside it: word/part.html",
        ]
    );
}

#[test]
fn a_word_document_whose_text_is_numbered_is_found() {
    let words = |words: &str| format!("<w:t>{words}</w:t>");
    let body = word_row([&words("Date"), &words("Event")]) + &word_row([&words("12/3/2015"), &words("Home visit")]);
    let sent = read(&document("word/document2.xml", &format!("<w:tbl>{body}</w:tbl>"), &[]), "gp.docx").unwrap();
    assert_eq!(entries(&sent), ["2 12/3/2015 | Home visit"]);
}

/// An OpenDocument file of this kind.
fn open_document(kind: &str, styles: &str, body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:draw='d' xmlns:style='s'>{styles}{body}\
         </office:document-content>"
    );
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    archive(&[&[("mimetype", mimetype.as_str()), ("content.xml", &content)][..], more].concat())
}

fn open_row(cells: &[&str]) -> String {
    let cell = |cell: &&str| match cell.starts_with('<') {
        true => cell.to_string(),
        false => format!("<table:table-cell><text:p>{cell}</text:p></table:table-cell>"),
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn what_stands_beside_the_cells_of_an_open_document_is_kept_or_named() {
    let rows = [
        open_row(&["Date", "Event", "Number"]),
        open_row(&["12/3/2015", "three<text:s text:c='3'/>spaces", "<table:table-cell office:value='1234'/>"]),
        open_row(&[
            "13/3/2015",
            "<table:table-cell office:string-value='Home visit'><office:annotation><text:p>Nan was there</text:p></office:annotation>\
             </table:table-cell>",
            "<table:table-cell><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></table:table-cell>",
        ]),
    ];
    let body = format!(
        "<table:table table:name='Log' table:style-name='ta1'><table:shapes><draw:frame><text:p>on the sheet</text:p></draw:frame>\
         </table:shapes>{}</table:table>",
        rows.concat()
    );
    let styles = "<style:style style:name='ta1'><style:table-properties table:display='false'/></style:style>";
    let edges = "<x xmlns:style='s' xmlns:text='x'><style:header><text:p>Official</text:p></style:header>\
                 <style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></x>";
    let sent = read(
        &open_document("spreadsheet", styles, &body, &[("styles.xml", edges), ("Object 1/content.xml", "<x/>")]),
        "x.ods",
    )
    .unwrap();
    assert_eq!(entries(&sent), ["2 12/3/2015 | three   spaces | 1234", "3 13/3/2015 | Home visit"]);
    assert_eq!(
        sent.preamble,
        ["comment on B3: Nan was there", "text box on C3: boxed", "text box: on the sheet", "page header: Official"]
    );
    assert_eq!(
        noted(&sent)[..2],
        ["a file or object stands inside it: Object 1/content.xml", "this sheet is hidden in the workbook"]
    );
}

#[test]
fn an_open_document_that_is_no_workbook_or_is_closed_is_refused_by_name() {
    let closed = ("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>");
    for (kind, more, named) in [
        ("text", &[][..], "an OpenDocument text (.odt)"),
        ("presentation", &[], "an OpenDocument file that is no workbook"),
        ("spreadsheet", &[closed], "protected by a password"),
    ] {
        let refused = read(&open_document(kind, "", "<table:table/>", more), "x.ods").unwrap_err();
        assert!(refused.contains(named), "{refused}");
    }
}

/// Words in the last cells of a wide table are not dropped without a word.
#[test]
fn what_lies_beyond_the_last_column_is_named() {
    let wide = format!("Date,Event{}\n12/3/2015,Home visit{},far\n", ",x".repeat(600), ",".repeat(700));
    let sent = read(wide.as_bytes(), "police.csv").unwrap();
    assert_eq!(noted(&sent)[0], "words stand beyond column 500, in 2 row(s) from this one on");
    let far = "<table:table-cell table:number-columns-repeated='600'/><table:table-cell><text:p>far</text:p></table:table-cell>";
    let rows = [open_row(&["Date", "Event"]), open_row(&["12/3/2015", "Home visit", far])];
    let table = |rows: &str| format!("<table:table table:name='Log'>{rows}</table:table>");
    let sent = read(&open_document("spreadsheet", "", &table(&rows.concat()), &[]), "x.ods").unwrap();
    assert_eq!(noted(&sent)[0], "words stand beyond column 500, in 1 row(s) from this one on");
}
