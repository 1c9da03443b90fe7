//! What a person types, and what comes back: words, files and exit codes.

mod program;

use program::lifespan;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name).to_string_lossy().into_owned()
}

/// A new empty folder that is gone when the test ends.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
}

/// A case folder with a front sheet and one return.
fn case(folder: &Path, front: &str, file: &str, sent: &[u8]) -> String {
    let case = folder.join("case");
    fs::create_dir_all(case.join("returns")).expect("returns/");
    fs::write(case.join("case.json"), front).expect("case.json");
    fs::write(case.join("returns").join(file), sent).expect("a return");
    case.to_string_lossy().into_owned()
}

#[test]
fn a_wrong_command_ends_with_2_and_says_what_is_right() {
    let here = folder();
    let wrong = [
        (&["build"][..], "Usage: lifespan build <CASE>"),
        (&["bild"], "a similar subcommand exists: 'build'"),
        (&[], "Usage: lifespan <COMMAND>"),
        (&["build", ".", "--as-at", "31/02/2021"], "not a day of the calendar: write it as 2018-03-01"),
        (&["build", ".", "--format", "odt"], "[possible values: html, json, csv, xlsx, docx]"),
    ];
    for (arguments, help) in wrong {
        let output = lifespan(here.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(complained(&output).contains(help), "{arguments:?}: {}", complained(&output));
    }
    assert!(files(here.path()).is_empty());
}

#[test]
fn help_and_version_end_with_0() {
    let here = folder();
    let help = lifespan(here.path(), &["build", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(said(&help).contains("--as-at") && said(&help).contains("case.json"));
    assert_eq!(said(&lifespan(here.path(), &["--version"])), format!("lifespan {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_case_that_cannot_be_built_ends_with_1_says_how_to_mend_it_and_leaves_no_file() {
    let here = folder();
    let broken = [
        case(
            &here.path().join("one"),
            "{ \"child\": { \"name\": \"A B\",\n  born }",
            "a.csv",
            b"Date,Event\n1/2/2010,x\n",
        ),
        case(&here.path().join("two"), "{ \"child\": { \"born\": \"2010\" } }", "a.csv", b"Date,Event\n1/2/2010,x\n"),
        here.path().join("nowhere").to_string_lossy().into_owned(),
    ];
    let out = folder();
    for case in &broken {
        let output = lifespan(out.path(), &["build", case]);
        assert_eq!(output.status.code(), Some(1), "{case}");
        assert!(complained(&output).contains("To mend it: "), "{}", complained(&output));
        assert!(!complained(&output).contains("panicked"));
    }
    assert!(complained(&lifespan(out.path(), &["build", &broken[0]])).contains("2"), "the line stands in the message");
    assert!(files(out.path()).is_empty());
}

#[test]
fn build_writes_the_page_into_the_current_folder_and_says_where() {
    let here = folder();
    let output = lifespan(here.path(), &["build", &sample("hartley")]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    assert!(said(&output).contains("EX-01-chronology.html"), "{}", said(&output));
    assert!(said(&output).contains("In all 70 rows: 69 in the chronology, 1 set aside."), "{}", said(&output));
    assert_eq!(complained(&output), "", "nothing is shown on the way where nobody sits at a terminal");
    assert_eq!(files(here.path()), [here.path().join("EX-01-chronology.html")]);
}

#[test]
fn out_names_the_folder_and_makes_it() {
    let here = folder();
    let output = lifespan(here.path(), &["build", &sample("quiet"), "--out", "made/for/it", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    let [file] = &files(&here.path().join("made/for/it"))[..] else { panic!("one file is written") };
    assert!(file.to_string_lossy().ends_with("-chronology.json"));
}

#[test]
fn a_file_where_the_folder_should_be_is_said_plainly() {
    let here = folder();
    fs::write(here.path().join("taken"), "words").expect("a file");
    let output = lifespan(here.path(), &["build", &sample("quiet"), "--out", "taken"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complained(&output).contains("--out"), "{}", complained(&output));
    assert_eq!(fs::read_to_string(here.path().join("taken")).expect("still there"), "words");
}

#[cfg(unix)]
#[test]
fn only_this_user_can_read_what_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder();
    lifespan(here.path(), &["build", &sample("quiet")]);
    let mode = fs::metadata(&files(here.path())[0]).expect("the page").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn json_goes_to_standard_output_and_nothing_else_does() {
    let here = folder();
    let output = lifespan(here.path(), &["build", &sample("hartley"), "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("standard output is JSON");
    assert_eq!(told["as_at"], "2018-03-01");
    assert_eq!(told["ledger"]["rows"], 70);
    assert!(files(here.path()).is_empty());
}

#[test]
fn the_command_line_says_from_which_day_to_speak() {
    let here = folder();
    let output = lifespan(here.path(), &["build", &sample("hartley"), "--format", "json", "--as-at", "2015-01-31"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("standard output is JSON");
    assert_eq!(told["as_at"], "2015-01-31");
}

#[test]
fn a_reference_cannot_lead_out_of_the_folder() {
    let here = folder();
    let front = r#"{ "reference": "../../CIN 12/18", "child": { "name": "Ann Lee", "born": "2010-02-01" }, "as_at": "2020-01-01" }"#;
    let case = case(here.path(), front, "school.csv", b"Date,Event\n3/4/2019,Started at a new school.\n");
    let output = lifespan(here.path(), &["build", &case, "--out", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    assert_eq!(files(&here.path().join("out")), [here.path().join("out/CIN-12-18-chronology.html")]);
}

#[test]
fn a_case_without_a_reference_is_named_after_its_folder() {
    let here = folder();
    let front = r#"{ "child": { "name": "Ann Lee", "born": "2010-02-01" }, "as_at": "2020-01-01" }"#;
    let case = case(here.path(), front, "school.csv", b"Date,Event\n3/4/2019,Started at a new school.\n");
    lifespan(here.path(), &["build", &case, "--out", "out"]);
    assert_eq!(files(&here.path().join("out")), [here.path().join("out/case-chronology.html")]);
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let (one, other) = (folder(), folder());
    for format in ["html", "json"] {
        for here in [&one, &other] {
            let output = lifespan(here.path(), &["build", &sample("hartley"), "--out", ".", "--format", format]);
            assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
        }
    }
    for (first, second) in files(one.path()).iter().zip(files(other.path())) {
        assert!(fs::read(first).expect("first") == fs::read(second).expect("second"), "{}", first.display());
    }
}
