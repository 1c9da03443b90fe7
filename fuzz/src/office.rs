//! Office files from made-up parts. Bytes changed inside an archive seldom get past its checksums; parts do.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

/// Stands between two parts of a seed.
const BETWEEN: u8 = 0;

/// The parts of a workbook, in the order of a seed.
pub const XLSX: [&str; 6] = [
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/comments1.xml",
];
/// The parts of an OpenDocument spreadsheet.
pub const ODS: [&str; 3] = ["mimetype", "content.xml", "META-INF/manifest.xml"];
/// The parts of a Word document.
pub const DOCX: [&str; 5] =
    ["word/document.xml", "word/footnotes.xml", "word/comments.xml", "word/header1.xml", "word/endnotes.xml"];

/// The bytes themselves where they are an archive, else an archive of the parts that they hold.
pub fn file(bytes: &[u8], names: &[&str]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in names.iter().zip(bytes.split(|byte| *byte == BETWEEN)) {
        if !part.is_empty() {
            zip.start_file(*name, packed).and_then(|()| Ok(zip.write_all(part)?)).expect("memory can be written to");
        }
    }
    zip.finish().expect("memory can be written to").into_inner()
}

/// The parts of an archive as a seed; a part that is not there is empty.
pub fn parts(archive: &[u8], names: &[&str]) -> Vec<u8> {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(archive)) else { return Vec::new() };
    let part = |name: &&str| {
        let mut bytes = Vec::new();
        if let Ok(mut part) = zip.by_name(name) {
            // A part that cannot be unpacked is as good as none.
            let _ = part.read_to_end(&mut bytes);
        }
        bytes
    };
    names.iter().map(part).collect::<Vec<_>>().join(&BETWEEN)
}
