//! The commands that stand before and beside `build`: what is asked of agencies, looked through, begun, described.

use lifespan::ingest::case;
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Output};
use zip::write::SimpleFileOptions;

fn lifespan(arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_lifespan")).args(arguments).output();
    program.expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name).to_string_lossy().into_owned()
}

#[test]
fn check_lists_what_is_set_aside_and_who_has_not_answered() {
    let output = lifespan(&["check", &sample("hartley")]);
    assert_eq!(output.status.code(), Some(1));
    let words = said(&output);
    assert!(words.contains("returns/gp.csv:5: “n/k” under “Date”: the date is given as not known."), "{words}");
    assert!(words.contains("Anchor Clinic has not answered, asked on 2018-02-01."), "{words}");
    assert!(
        words.ends_with("Rows set aside: 1. Agencies that have not answered: 1. Other things to look at: 0.\n"),
        "{words}"
    );
}

#[test]
fn check_ends_with_0_when_every_row_has_a_date_and_every_agency_answered() {
    let output = lifespan(&["check", &sample("quiet"), "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let checked: Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(checked["settled"], true);
}

#[test]
fn init_writes_a_case_that_opens_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("new").to_string_lossy().into_owned();
    let arguments = ["init", &place, "--name", "Amy Hart", "--born", "2010-05-31", "--reference", "X-1"];
    let more = ["--person", "Jo Hart; mother; 1980", "--agency", "North Police; police"];
    let output = lifespan(&[&arguments[..], &more[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let case = case::open(Path::new(&place)).unwrap();
    assert_eq!(case.front.child.name, "Amy Hart");
    assert_eq!(case.front.people[0].relation.as_deref(), Some("mother"));
    assert_eq!(case.front.agencies[0].id.0, "north-police");
    assert_eq!(case.notes, []);
    assert_eq!(lifespan(&["build", &place, "--out", &place]).status.code(), Some(0));
    let again = lifespan(&arguments);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("there is a case already"));
}

#[test]
fn a_form_comes_back_without_any_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_string_lossy().into_owned();
    let output = lifespan(&["request", &sample("hartley"), "--agency", "anchor", "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let page = fs::read_to_string(folder.path().join("anchor-request.html")).unwrap();
    assert!(page.contains("<td data-label=\"Name\">Chloe Hartley</td>") && !page.contains("://"), "{page}");

    let sent = folder.path().join("case");
    fs::create_dir_all(sent.join("returns")).unwrap();
    fs::copy(Path::new(&sample("hartley")).join("case.json"), sent.join("case.json")).unwrap();
    let blank = fs::read(folder.path().join("anchor-return.xlsx")).unwrap();
    fs::write(sent.join("returns/anchor.xlsx"), &blank).unwrap();
    let case = case::open(&sent).unwrap();
    assert_eq!((case.returns[0].rows, case.returns[0].notes.len()), (0, 0), "{:?}", case.returns[0]);

    let rows = [
        ["12/03/2012", "", "Booking at clinic."],
        ["March 2013", "2014", "Seen with Mum."],
        ["not known", "", "Letter filed."],
    ];
    fs::write(sent.join("returns/anchor.xlsx"), filled(&blank, &rows)).unwrap();
    let case = case::open(&sent).unwrap();
    let back = &case.returns[0];
    assert_eq!((back.rows, back.entries.len(), back.set_aside.len()), (3, 2, 1));
    assert_eq!(back.entries[1].text(), "Seen with Mum.");
    assert_eq!(back.entries[1].until.as_ref().map(|when| when.edtf.as_str()), Some("2014"));
    assert_eq!(back.notes, []);
}

/// The form with rows written into its chronology, as a spreadsheet program would leave it.
fn filled(form: &[u8], rows: &[[&str; 3]]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        if name == "xl/worksheets/sheet2.xml" {
            let cell = |row: usize, column: usize, words: &str| {
                format!("<c r=\"{}{row}\" t=\"inlineStr\"><is><t>{words}</t></is></c>", ["A", "B", "C"][column])
            };
            let line = |(at, cells): (usize, &[&str; 3])| {
                let cells = cells.iter().enumerate().filter(|(_, words)| !words.is_empty());
                let cells: String = cells.map(|(column, words)| cell(at + 2, column, words)).collect();
                format!("<row r=\"{}\">{cells}</row>", at + 2)
            };
            let lines: String = rows.iter().enumerate().map(line).collect();
            text = String::from_utf8(text).unwrap().replace("</sheetData>", &(lines + "</sheetData>")).into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&text).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_form_has_the_same_bytes_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str| {
        let out = folder.path().join(name).to_string_lossy().into_owned();
        lifespan(&["request", &sample("hartley"), "--agency", "police", "--out", &out]);
        fs::read(Path::new(&out).join("police-return.xlsx")).unwrap()
    };
    assert!(make("one") == make("two"));
}

#[test]
fn the_samples_are_as_the_schemas_say() {
    let schema = |of: &str| -> Value { serde_json::from_str(&said(&lifespan(&["schema", of]))).unwrap() };
    let (case, output, sent) = (schema("case"), schema("output"), schema("return"));
    for sample_folder in fs::read_dir(sample("")).unwrap() {
        let folder = sample_folder.unwrap().path();
        let front: Value = serde_json::from_slice(&fs::read(folder.join("case.json")).unwrap()).unwrap();
        holds(&case, &case, &front, "case.json");
        let told = lifespan(&["build", &folder.to_string_lossy(), "--format", "json"]);
        holds(&output, &output, &serde_json::from_str(&said(&told)).unwrap(), "output");
        for file in fs::read_dir(folder.join("returns")).unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|ending| ending == "json") {
                holds(&sent, &sent, &serde_json::from_slice(&fs::read(&file).unwrap()).unwrap(), "return");
            }
        }
    }
}

/// Holds a value against as much of JSON Schema as our schemas use.
fn holds(root: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(why) = against(root, schema, value, at) {
        panic!("{why}");
    }
}

/// Why a value is not as a schema says; none where it is.
fn against(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    let wrong = |what: &str| Some(format!("{at}: {what}: {value}"));
    if let Some(target) = schema["$ref"].as_str() {
        return against(root, root.pointer(target.trim_start_matches('#')).expect("a definition"), value, at);
    }
    for several in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[several].as_array()
            && choices.iter().all(|choice| against(root, choice, value, at).is_some())
        {
            return wrong("fits none of the choices");
        }
    }
    if let Some(all) = schema["allOf"].as_array()
        && let Some(why) = all.iter().find_map(|one| against(root, one, value, at))
    {
        return Some(why);
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is_kind(value, kind)) {
        return wrong(&format!("is not {}", kinds.join(" or ")));
    }
    if schema["enum"].as_array().is_some_and(|choices| !choices.contains(value))
        || schema.get("const").is_some_and(|only| only != value)
    {
        return wrong("is none of the words allowed");
    }
    if let Some(object) = value.as_object() {
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        if let Some(missing) = required.clone().find(|field| !object.contains_key(*field)) {
            return wrong(&format!("has no {missing}"));
        }
        for (field, inner) in object {
            let place = format!("{at}.{field}");
            let known = schema["properties"].get(field).or_else(|| schema.get("additionalProperties"));
            if let Some(why) =
                known.filter(|known| known.is_object()).and_then(|known| against(root, known, inner, &place))
            {
                return Some(why);
            }
        }
    }
    let items = value.as_array().into_iter().flatten().enumerate();
    let mut items = items.filter(|_| schema["items"].is_object());
    items.find_map(|(index, item)| against(root, &schema["items"], item, &format!("{at}[{index}]")))
}

fn is_kind(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
