//! Archives such as office files are, made of parts written in a test.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// An archive of the given parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
