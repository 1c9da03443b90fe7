//! Office files of hostile words, written by hand: the writers at hand would clean them.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A table: its rows of cells.
pub type Rows = Vec<Vec<String>>;

const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OPEN: &str = "urn:oasis:names:tc:opendocument:xmlns";

/// Words as XML holds them, without the signs that it cannot.
pub fn xml(words: &str) -> String {
    let held = |sign: &char| matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let words: String = words.chars().filter(held).collect();
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    words.replace('\t', "&#9;").replace('\n', "&#10;").replace('\r', "&#13;")
}

/// A workbook of Excel: one sheet for each name, a comment on each, all words in the first.
pub fn xlsx(names: &[String], rows: &Rows, comments: &[String]) -> Vec<u8> {
    let numbered = |each: &dyn Fn(usize, &String) -> String| -> String {
        names.iter().enumerate().map(|(nth, name)| each(nth + 1, name)).collect()
    };
    let sheets = numbered(&|nth, name| format!("<sheet name=\"{}\" sheetId='{nth}' r:id='r{nth}'/>", xml(name)));
    let links = numbered(&|nth, _| {
        format!("<Relationship Id='r{nth}' Type='{OFFICE}/worksheet' Target='worksheets/sheet{nth}.xml'/>")
    });
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns='{PACKAGE}'><Relationship Id='r1' Type='{OFFICE}/officeDocument' \
                 Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns='{SHEET}' xmlns:r='{OFFICE}'><sheets>{sheets}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns='{PACKAGE}'>{links}</Relationships>")),
    ];
    for nth in 1..=names.len() {
        let cells: &[Vec<String>] = if nth == 1 { rows } else { &rows[..2] };
        parts.push((format!("xl/worksheets/sheet{nth}.xml"), sheet(cells)));
    }
    let said = comments.iter().enumerate().map(|(nth, words)| {
        format!("<comment ref='B{}' authorId='0'><text><t>{}</t></text></comment>", nth + 2, xml(words))
    });
    let said: String = said.collect();
    parts.push((
        "xl/comments1.xml".to_owned(),
        format!("<comments xmlns='{SHEET}'><authors><author>x</author></authors><commentList>{said}</commentList></comments>"),
    ));
    archive(&parts)
}

fn sheet(rows: &[Vec<String>]) -> String {
    let row = |(nth, cells): (usize, &Vec<String>)| {
        let cell = |words: &String| format!("<c t='inlineStr'><is><t xml:space='preserve'>{}</t></is></c>", xml(words));
        format!("<row r='{}'>{}</row>", nth + 1, cells.iter().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    format!("<worksheet xmlns='{SHEET}'><sheetData>{rows}</sheetData></worksheet>")
}

/// A Word document: a table, and words above it, in a text box, in a page header and footer, a footnote and a comment.
pub fn docx(rows: &Rows, outside: &[String]) -> Vec<u8> {
    let paragraph = |words: &String| format!("<w:p><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:p>", xml(words));
    let cell = |words: &String| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |cells: &Vec<String>| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    let table: String = rows.iter().map(row).collect();
    let paragraphs: String = outside.iter().map(paragraph).collect();
    let boxed = format!("<w:p><w:r><w:pict><w:txbxContent>{paragraphs}</w:txbxContent></w:pict></w:r></w:p>");
    let part = |name: &str, inside: &str| {
        (
            format!("word/{name}.xml"),
            format!("<w:{name} xmlns:w='{WORD}'>{inside}</w:{name}>", name = name.trim_end_matches('1')),
        )
    };
    archive(&[
        part("document", &format!("<w:body>{paragraphs}{boxed}<w:tbl>{table}</w:tbl></w:body>")),
        part("header1", &paragraphs),
        part("footer1", &paragraphs),
        part("footnotes", &format!("<w:footnote>{paragraphs}</w:footnote>")),
        part("comments", &format!("<w:comment>{paragraphs}</w:comment>")),
    ])
}

/// An OpenDocument workbook: one sheet for each name, all words in the first.
pub fn ods(names: &[String], rows: &Rows) -> Vec<u8> {
    let cell = |words: &String| {
        format!("<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>", xml(words))
    };
    let row = |cells: &Vec<String>| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let sheet = |(nth, name): (usize, &String)| {
        let rows: String = if nth == 0 { rows.iter().map(row).collect() } else { rows[..2].iter().map(row).collect() };
        format!("<table:table table:name=\"{}\">{rows}</table:table>", xml(name))
    };
    let sheets: String = names.iter().enumerate().map(sheet).collect();
    let content = format!(
        "<office:document-content xmlns:office='{OPEN}:office:1.0' xmlns:table='{OPEN}:table:1.0' xmlns:text='{OPEN}:text:1.0'>\
         <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("content.xml".to_owned(), content),
    ])
}

fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("words");
    }
    zip.finish().expect("an archive").into_inner()
}
