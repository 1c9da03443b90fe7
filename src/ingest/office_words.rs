//! Every word of an office file, wherever it stands: text, attributes, names of parts. For searching it, not for reading it.

use super::archive::Archive;
use super::xml;

/// All words of all parts: each part's name, the words of each paragraph, cell or property on a line of its own, then
/// every attribute.
pub fn office_words(bytes: &[u8]) -> Result<String, String> {
    let mut archive = Archive::open(bytes)?;
    archive.weigh()?;
    let mut words = String::new();
    for name in archive.names() {
        let part = archive.text(&name)?.unwrap_or_default();
        words.push_str(&name);
        words.push('\n');
        if part.is_empty() {
            continue;
        }
        let document = xml::parse(&part)?;
        for node in document.descendants() {
            match node.tag_name().name() {
                "p" | "si" | "br" | "c" | "title" | "creator" => words.push('\n'),
                "tab" => words.push('\t'),
                _ => {}
            }
            words.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default());
        }
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            words.push('\n');
            words.push_str(attribute.value());
        }
        words.push('\n');
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::office_words;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    #[test]
    fn words_are_found_in_text_across_runs_and_in_attributes() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
        zip.write_all(b"<d><p><r><t>Ray O&apos;</t></r><r><t>Neill</t></r></p><p><x name=\"Nan\"/></p></d>")
            .expect("written");
        let bytes = zip.finish().expect("a file").into_inner();
        let words = office_words(&bytes).expect("words");
        assert_eq!(words, "word/document.xml\n\nRay O'Neill\n\nNan\n");
        assert!(office_words(b"no archive").is_err());
    }
}
