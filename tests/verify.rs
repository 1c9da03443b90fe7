//! `lifespan verify`: the same bytes again, and what differs where they are not the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn lifespan(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lifespan")).args(arguments).output().expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A copy of a sample that a test may change.
fn copy(sample: &str, into: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let case = into.join(sample);
    for file in walkdir::WalkDir::new(&from) {
        let file = file.expect("a sample can be read");
        let to = case.join(file.path().strip_prefix(&from).expect("below the sample"));
        if file.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder");
        } else {
            fs::copy(file.path(), to).expect("a copy");
        }
    }
    case
}

/// Builds a case in some form and gives the place of what was written.
fn built(case: &Path, out: &Path, more: &[&str]) -> PathBuf {
    let output = lifespan(&[&["build", text(case), "--out", text(out)], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let made = fs::read_dir(out).expect("the folder").map(|file| file.expect("a file").path());
    let main = |file: &PathBuf| {
        ["-chronology.", "-referral.", "-subgroup.", "-rapid-review."].iter().any(|name| text(file).contains(name))
    };
    made.into_iter().find(main).expect("a chronology")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of plain letters")
}

#[test]
fn every_form_can_be_made_again() {
    let here = tempfile::tempdir().expect("a folder");
    let case = copy("pryce", here.path());
    let forms: [&[&str]; 7] = [
        &[],
        &["--for", "referral"],
        &["--for", "subgroup"],
        &["--for", "rapid-review"],
        &["--format", "json"],
        &["--for", "subgroup", "--format", "json"],
        &["--as-at", "2015-06-01"],
    ];
    for (nth, form) in forms.iter().enumerate() {
        let page = built(&case, &here.path().join(nth.to_string()), form);
        let output = lifespan(&["verify", text(&page), text(&case)]);
        assert!(output.status.success() && said(&output).starts_with("The same: "), "{form:?}: {}", said(&output));
    }
}

#[test]
fn a_file_that_changed_came_or_went_is_named() {
    let here = tempfile::tempdir().expect("a folder");
    let case = copy("quiet", here.path());
    let page = built(&case, &here.path().join("out"), &[]);
    let returns = case.join("returns");
    let mut words = fs::read_to_string(returns.join("gp.csv")).expect("a return");
    words = words.replacen("the", "teh", 1);
    fs::write(returns.join("gp.csv"), words).expect("a return");
    fs::rename(returns.join("school.csv"), returns.join("academy.csv")).expect("another name");
    let decided = lifespan(&[
        "decide",
        text(&case),
        "--relation",
        "Nobody Known",
        "uncle",
        "Nobody Else",
        "--by",
        "A Reilly",
        "--on",
        "2024-01-31",
    ]);
    assert_eq!(decided.status.code(), Some(1), "nobody of that name is there, so nothing is decided");
    fs::write(case.join("decisions.json"), "{\"decisions\": []}").expect("decisions");
    let output = lifespan(&["verify", text(&page), text(&case)]);
    assert_eq!(output.status.code(), Some(1));
    for words in [
        "returns/gp.csv has changed.",
        "returns/school.csv is no longer in the case folder.",
        "returns/academy.csv was not there then.",
        "decisions.json was not there then.",
    ] {
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
    }
}

#[test]
fn a_page_changed_by_hand_is_told_from_a_case_that_changed() {
    let here = tempfile::tempdir().expect("a folder");
    let case = copy("quiet", here.path());
    let page = built(&case, &here.path().join("out"), &[]);
    let words = fs::read_to_string(&page).expect("the page");
    let changed = words.replace("Rows sent: ", "Rows sent:  ");
    assert_ne!(words, changed);
    fs::write(&page, changed).expect("the page");
    let output = lifespan(&["verify", text(&page), text(&case)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("the page was changed after it was made"), "{}", said(&output));
}

#[test]
fn what_lifespan_did_not_make_is_refused_in_words() {
    let here = tempfile::tempdir().expect("a folder");
    let case = copy("quiet", here.path());
    for (name, bytes) in
        [("a.html", b"<p>hello</p>".as_slice()), ("b.json", b"{\"as_at\": 7}"), ("c.html", &[0xff, 0xfe])]
    {
        let page = here.path().join(name);
        fs::write(&page, bytes).expect("a page");
        let output = lifespan(&["verify", text(&page), text(&case)]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("To mend it:"), "{name}");
    }
    let none = lifespan(&["verify", text(&here.path().join("none")), text(&case)]);
    assert!(String::from_utf8_lossy(&none.stderr).contains("the page cannot be read"));
}
