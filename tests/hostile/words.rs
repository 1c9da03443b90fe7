//! The hostile words, and a case that holds each in every field of every format.

use rust_xlsxwriter::Workbook;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// A script that leaves a mark which a browser's printed document shows.
const CANARY: &str = "document.documentElement.setAttribute(&quot;data-canary&quot;,1)";
/// The mark.
pub const MARK: &str = "data-canary=\"1\"";

/// Every hostile word of `payloads.txt`, and two that are too long to be written there.
pub fn all() -> Vec<String> {
    let file = include_str!("payloads.txt");
    let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let canary = CANARY.replace("&quot;", "'");
    let mut words: Vec<String> = lines.map(|line| opened(line).replace("CANARY", &canary)).collect();
    words.push("W".repeat(2_000));
    words.push(format!("{}{}", "ä/".repeat(500), "\u{202e}x".repeat(200)));
    words
}

/// `\u{202e}` and the like as the signs they stand for.
fn opened(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part
            .split_once('}')
            .and_then(|(hex, rest)| Some((char::from_u32(u32::from_str_radix(hex, 16).ok()?)?, rest)))
        {
            Some((sign, rest)) => out.extend([sign.to_string().as_str(), rest]),
            None => out.extend(["\\u{", part]),
        }
    }
    out
}

/// A case folder in which every field of every format holds hostile words.
pub fn case(folder: &Path) -> PathBuf {
    let case = folder.join("case");
    let returns = case.join("returns");
    fs::create_dir_all(&returns).expect("returns/");
    let words = all();
    fs::write(case.join("case.json"), front(&words)).expect("case.json");
    fs::write(case.join("decisions.json"), decisions(&words)).expect("decisions.json");
    fs::write(returns.join("police.csv"), csv(&words)).expect("a return");
    fs::write(returns.join("school.json"), json(&words[..12])).expect("a return");
    fs::write(returns.join("care.xlsx"), xlsx(&words[12..24])).expect("a return");
    fs::write(returns.join("gp.docx"), docx(&words[24..36])).expect("a return");
    fs::write(returns.join("clinic.ods"), ods(&words[36..48])).expect("a return");
    // What a file name can hold: no slash, no null, 255 bytes at most.
    let names = words.iter().filter(|word| !word.contains(['/', '\0']) && word.len() < 200);
    for (nth, word) in names.step_by(4).enumerate() {
        fs::write(returns.join(format!("{nth} {word}.csv")), "Date,Event\n1/2/15,Seen.\n").expect("a return");
    }
    case
}

fn front(words: &[String]) -> String {
    let at = |nth: usize| words[nth % words.len()].clone();
    let people = words.iter().enumerate().step_by(5).map(|(nth, word)| {
        serde_json::json!({
            "id": format!("p{nth} {word}"), "name": format!("Ray {word}"), "also_known_as": [word],
            "relation": if nth % 3 == 0 { "maternal uncle".to_owned() } else { word.clone() }, "nhs_number": word,
        })
    });
    let agencies = words.iter().enumerate().step_by(5).map(|(nth, word)| {
        serde_json::json!({
            "id": format!("a{nth} {word}"), "name": word, "kind": word, "names_searched": [word],
            "returns": if nth == 0 { vec!["returns/police.csv"] } else { Vec::new() },
        })
    });
    // A few: each is looked at against every other.
    let relationships = words
        .iter()
        .step_by(9)
        .map(|word| serde_json::json!({ "person": word, "relation": word, "of": "amy", "source": word }));
    serde_json::json!({
        "reference": at(1),
        "handling": at(3),
        "child": { "id": "amy", "name": format!("Amy {}", at(0)), "also_known_as": [at(4), at(21), at(60)], "born": "2006-03-09" },
        "people": people.collect::<Vec<_>>(),
        "agencies": agencies.collect::<Vec<_>>(),
        "relationships": relationships.collect::<Vec<_>>(),
        "referral": { "to": at(1), "reason": at(2), "prepared_by": at(13), "prepared_on": at(20) },
        "as_at": "2021-06-30",
    })
    .to_string()
}

fn decisions(words: &[String]) -> String {
    // A few: each name is looked for among all names.
    let all = words.iter().step_by(8).map(|word| {
        serde_json::json!({
            "kind": "same", "a": "amy", "b": { "person": word, "entry": word, "words": word },
            "by": word, "on": "2021-01-31", "why": word,
        })
    });
    let relation = words.iter().enumerate().step_by(10).map(|(nth, word)| {
        serde_json::json!({
            "kind": "relation", "person": format!("p{nth} {word}"), "relation": word, "of": "amy",
            "by": word, "on": "2021-01-31", "why": word,
        })
    });
    serde_json::json!({ "decisions": all.chain(relation).collect::<Vec<_>>() }).to_string()
}

/// A row for each word: its date where `dated`, and the word among words that the reader takes up.
fn row(nth: usize, word: &str) -> [String; 4] {
    let date = if nth % 7 == 6 { word.to_owned() } else { format!("{}/3/2015", nth % 28 + 1) };
    [date, format!("Amy said that her uncle {word} touched her sexually. {word}"), word.to_owned(), word.to_owned()]
}

fn csv(words: &[String]) -> String {
    let quoted = |word: &str| format!("\"{}\"", word.replace('"', "\"\""));
    let headings = format!("Date,Event,Source,{}\n", quoted(&words[0]));
    let rows = words.iter().enumerate().map(|(nth, word)| row(nth, word).map(|cell| quoted(&cell)).join(",") + "\n");
    headings + &rows.collect::<String>()
}

fn json(words: &[String]) -> String {
    let rows = words.iter().enumerate().map(|(nth, word)| {
        let [date, event, source, other] = row(nth, word);
        serde_json::json!({ "date": date, "event": event, "source": source, (word): other })
    });
    serde_json::json!({ "agency": words[0], (&words[1]): words[1], "entries": rows.collect::<Vec<_>>() }).to_string()
}

fn xlsx(words: &[String]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("<b>&\"'S\"").expect("a sheet's name");
    let headings = ["Date", "Event", "Source", "<script>x</script>"].map(str::to_owned);
    for (nth, cells) in
        std::iter::once(headings).chain(words.iter().enumerate().map(|(nth, word)| row(nth, word))).enumerate()
    {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(u32::try_from(nth).expect("few rows"), column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Words as XML holds them, without the signs that it cannot.
fn xml(words: &str) -> String {
    let held = |sign: &char| matches!(sign, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    let words: String = words.chars().filter(held).collect();
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn table(words: &[String], row_of: impl Fn([String; 4]) -> String) -> String {
    let headings = ["Date", "Event", "Source", "<i>"].map(str::to_owned);
    std::iter::once(headings).chain(words.iter().enumerate().map(|(nth, word)| row(nth, word))).map(row_of).collect()
}

fn docx(words: &[String]) -> Vec<u8> {
    let cell = |words: &String| format!("<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>", xml(words));
    let rows = table(words, |row| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>()));
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let above = xml(&words[0]);
    let body = format!("<w:p><w:r><w:t>{above}</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>");
    archive(&[("word/document.xml", &format!("<w:document xmlns:w='{main}'><w:body>{body}</w:body></w:document>"))])
}

fn ods(words: &[String]) -> Vec<u8> {
    let cell = |words: &String| {
        format!("<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>", xml(words))
    };
    let rows =
        table(words, |row| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>()));
    let name = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office='{name}:office:1.0' xmlns:table='{name}:table:1.0' xmlns:text='{name}:text:1.0'>\
         <office:body><office:spreadsheet><table:table table:name='&lt;u&gt;'>{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("words");
    }
    zip.finish().expect("an archive").into_inner()
}
