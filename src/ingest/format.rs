//! Which format a file is in, told by what it holds and not only by how its name ends.

use super::archive::Archive;

/// A format that can be read, or one that is known and cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text in rows and columns.
    Csv,
    /// JSON.
    Json,
    /// Excel, of 2007 and later.
    Xlsx,
    /// Excel 97.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Word, of 2007 and later.
    Docx,
    /// Known, and not readable here: its name in words.
    Unreadable(&'static str),
}

/// What the bytes are.
pub fn tell(bytes: &[u8], file: &str) -> Format {
    let ending = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    match () {
        () if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") => archive(bytes),
        () if begins(&[0xD0, 0xCF, 0x11, 0xE0]) => compound(bytes, &ending),
        () if begins(b"%PDF") => Format::Unreadable("a PDF"),
        () if begins(b"{\\rtf") => Format::Unreadable("a Rich Text document (.rtf)"),
        () if begins(b"\x89PNG") || begins(&[0xFF, 0xD8, 0xFF]) || begins(b"GIF8") => Format::Unreadable("a picture"),
        () => words(bytes, &ending),
    }
}

/// Which kind of words a text is.
fn words(bytes: &[u8], ending: &str) -> Format {
    let (text, _) = super::text::decode(&bytes[..bytes.len().min(4096)]);
    let start = text.trim_start().to_ascii_lowercase();
    if ending == "json" || start.starts_with('{') || start.starts_with("[{") {
        Format::Json
    } else if start.starts_with("<!doctype") || start.starts_with("<html") {
        Format::Unreadable("a web page")
    } else if start.starts_with("<?xml") {
        Format::Unreadable("an XML file")
    } else if super::text::is_text(&text) {
        Format::Csv
    } else {
        Format::Unreadable("a file that is not text")
    }
}

/// Which of the old office formats it is; all begin alike.
fn compound(bytes: &[u8], ending: &str) -> Format {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") {
        Format::Unreadable("protected by a password")
    } else if ending == "doc" || holds("WordDocument") {
        Format::Unreadable("an old Word document (.doc)")
    } else if ending == "msg" || holds("__properties_version1.0") {
        Format::Unreadable("an e-mail")
    } else {
        Format::Xls
    }
}

/// Which office format an archive is.
fn archive(bytes: &[u8]) -> Format {
    let Ok(mut archive) = Archive::open(bytes) else {
        return Format::Unreadable("a damaged archive");
    };
    if archive.has("xl/workbook.xml") {
        Format::Xlsx
    } else if document(&mut archive).is_some() {
        Format::Docx
    } else if archive.has("content.xml") && archive.has("mimetype") {
        open_document(&mut archive)
    } else if archive.has("xl/workbook.bin") {
        Format::Unreadable("a binary workbook (.xlsb)")
    } else {
        Format::Unreadable("an archive of files")
    }
}

/// The part of a Word document that holds its text: some programs number it.
pub fn document(archive: &mut Archive) -> Option<String> {
    let named = archive.main_part().filter(|name| name.starts_with("word/") && name.ends_with(".xml"));
    named.or_else(|| archive.has("word/document.xml").then(|| "word/document.xml".to_owned()))
}

/// Which of the OpenDocument formats it is.
fn open_document(archive: &mut Archive) -> Format {
    let mut text = |name: &str| archive.text(name).ok().flatten().unwrap_or_default();
    if text("META-INF/manifest.xml").contains("encryption-data") {
        Format::Unreadable("protected by a password")
    } else if text("mimetype").contains("spreadsheet") {
        Format::Ods
    } else if text("mimetype").contains("opendocument.text") {
        Format::Unreadable("an OpenDocument text (.odt)")
    } else {
        Format::Unreadable("an OpenDocument file that is no workbook")
    }
}
