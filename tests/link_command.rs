//! `lifespan link` as a person types it: files in, pairs out, and plain words where something is wrong.

mod program;

use program::lifespan;
use std::fs;
use std::process::Output;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with a register in it.
fn folder(csv: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::write(folder.path().join("people.csv"), csv).expect("a register");
    folder
}

const PEOPLE: &str = "\
Client ID;Forenames;Family name;Date of birth;NHS No
A1;Raymond;Sleight;03/02/1951;943 476 5919
A2;Ray;Sleight;1951-02-03;9434765919
A3;Donna;Hartley;02/11/1985;
";

#[test]
fn pairs_are_written_as_csv_and_the_rest_is_said_on_the_side() {
    let here = folder(PEOPLE);
    let output = lifespan(here.path(), &["link", "people.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    let rows: Vec<String> = said(&output).lines().map(str::to_owned).collect();
    assert_eq!(rows[0], "left_id,right_id,weight,probability,decision");
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[1].starts_with("A1,A2,") && rows[1].ends_with(",linked"), "{}", rows[1]);
    assert!(complained(&output).contains("3 people, called by “Client ID”"), "{}", complained(&output));
    assert!(complained(&output).contains("1 pair linked, 0 put forward"), "{}", complained(&output));
}

#[test]
fn as_json_every_weight_is_taken_apart() {
    let here = folder(PEOPLE);
    let output = lifespan(here.path(), &["link", "people.csv", "--format", "json"]);
    let pairs: serde_json::Value = serde_json::from_str(&said(&output)).expect("JSON");
    let pair = &pairs[0];
    let parts = pair["parts"].as_array().expect("parts");
    let sum: f64 = parts.iter().filter_map(|part| part["weight"].as_f64()).sum();
    assert!((sum - pair["weight"].as_f64().expect("a weight")).abs() < 1e-6);
    assert!(parts.iter().any(|part| part["level"] == "same identifier"), "{parts:?}");
    assert_eq!(pair["decision"], "linked");
}

#[test]
fn clusters_hold_everyone_once() {
    let here = folder(PEOPLE);
    let output = lifespan(here.path(), &["link", "people.csv", "--clusters"]);
    assert_eq!(said(&output), "cluster,list,id\n1,1,A1\n1,1,A2\n2,1,A3\n");
}

#[test]
fn two_lists_are_compared_with_each_other_and_written_into_a_folder() {
    let here = folder(PEOPLE);
    fs::write(here.path().join("other.csv"), "ref,name,dob\nB1,\"Sleight, Ray\",3 Feb 1951\n").expect("a register");
    let output = lifespan(here.path(), &["link", "people.csv", "other.csv", "--out", "made"]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    let written = fs::read_to_string(here.path().join("made/pairs.csv")).expect("pairs.csv");
    let pairs: Vec<&str> = written.lines().skip(1).map(|row| &row[..6]).collect();
    assert!(pairs.contains(&"A1,B1,") && pairs.contains(&"A2,B1,"), "{written}");
}

#[test]
fn what_cannot_be_linked_is_refused_in_plain_words() {
    let wrong = [
        ("Date,Event\n1/2/2010,seen\n", "no row of headings names people"),
        ("", "no row of headings names people"),
        ("id,surname\n", "nobody below it"),
        ("id,surname\n7,Smith\n7,Jones\n", "people.csv:3: the id “7” stands in row 2 already"),
        ("PK\u{3}\u{4}", "this is a workbook, not CSV"),
    ];
    for (csv, expected) in wrong {
        let here = folder(csv);
        let output = lifespan(here.path(), &["link", "people.csv"]);
        assert_eq!(output.status.code(), Some(1), "{csv}");
        let complained = complained(&output);
        assert!(complained.contains(expected) && complained.contains("To mend it: "), "{complained}");
        assert_eq!(said(&output), "");
    }
    let here = folder(PEOPLE);
    let missing = lifespan(here.path(), &["link", "nowhere.csv"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(complained(&missing).contains("nowhere.csv: could not be opened"), "{}", complained(&missing));
}

#[test]
fn without_an_id_people_are_called_by_their_row() {
    let here = folder("surname,given name,dob\n\nSleight,Raymond,03/02/1951\nSleight,Ray,03/02/1951\nNowak,Ola,1990\n");
    let output = lifespan(here.path(), &["link", "people.csv"]);
    assert!(said(&output).contains("row 3,row 4,"), "{}", said(&output));
}
