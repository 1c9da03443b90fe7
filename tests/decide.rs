//! `lifespan decide`: what somebody decides is kept, applied on later runs, and can be taken back.

use std::path::Path;
use std::process::{Command, Output};

fn lifespan(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lifespan")).args(arguments).output().expect("the program runs")
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A small case in a folder of its own.
fn case(folder: &Path) -> String {
    let sheet = r#"{ "child": { "id": "amy", "name": "Amy Cole", "born": "2010-01-01" },
        "people": [{ "id": "bob", "name": "Bob Reed", "relation": "family friend" }], "as_at": "2020-01-01" }"#;
    std::fs::write(folder.join("case.json"), sheet).expect("written");
    folder.to_string_lossy().into_owned()
}

#[test]
fn a_decision_is_kept_applied_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case(folder.path());
    let decide = |more: &[&str]| lifespan(&[&["decide", case.as_str()], more].concat());
    let bob = || {
        let said = printed(&lifespan(&["people", &case]));
        said.lines().find(|line| line.contains("[bob]")).unwrap_or_default().to_owned()
    };
    assert_eq!(bob(), "Bob Reed [bob], friend");

    let made = decide(&["--relation", "Bob Reed", "maternal uncle", "amy", "--by", "A Reilly", "--on", "2020-01-02"]);
    assert!(made.status.success(), "{}", printed(&made));
    assert_eq!(bob(), "Bob Reed [bob], maternal uncle");
    let said = printed(&lifespan(&["people", &case]));
    assert!(said.contains("1: bob is maternal uncle of amy (A Reilly, 2 January 2020)"), "{said}");

    let back = decide(&["--take-back", "1", "--by", "B Quist", "--why", "misread"]);
    assert!(back.status.success(), "{}", printed(&back));
    assert_eq!(bob(), "Bob Reed [bob], friend");
}

#[test]
fn what_cannot_be_decided_says_how_to_mend_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case(folder.path());
    for (arguments, message) in [
        (&["--same", "bob", "nobody", "--by", "me"][..], "nobody in this case is called “nobody”"),
        (&["--same", "bob", "amy"], "a decision needs somebody who makes it"),
        (&["--relation", "bob", "thing", "amy", "--by", "me"], "“thing” is no relation that can be read"),
        (&["--contact-ended", "bob", "amy", "never", "--by", "me"], "“never” is not a day of the calendar"),
        (&["--take-back", "1", "--by", "me"], "there is no decision number 1"),
    ] {
        let output = lifespan(&[&["decide", case.as_str()], arguments].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(printed(&output).contains(message), "{}", printed(&output));
    }
    assert!(!folder.path().join("decisions.json").exists());
}
