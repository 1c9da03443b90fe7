//! Which format a file is in, told by what it holds and not only by how its name ends.

use std::io::Cursor;

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
    if bytes.starts_with(b"PK") {
        return archive(bytes);
    }
    let ending = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return if ending == "doc" { Format::Unreadable("an old Word document (.doc)") } else { Format::Xls };
    }
    if bytes.starts_with(b"%PDF") {
        return Format::Unreadable("a PDF");
    }
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    match first {
        Some(b'{') => Format::Json,
        Some(b'[') if ending == "json" => Format::Json,
        _ if ending == "json" => Format::Json,
        _ => Format::Csv,
    }
}

/// Which office format an archive is.
fn archive(bytes: &[u8]) -> Format {
    let Ok(archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Format::Unreadable("a damaged archive");
    };
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Format::Xlsx
    } else if has("word/document.xml") {
        Format::Docx
    } else if has("content.xml") {
        Format::Ods
    } else {
        Format::Unreadable("an archive of files")
    }
}
