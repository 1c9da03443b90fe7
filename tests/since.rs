//! A rapid review: what changed since an earlier build, and what could have been known on earlier days.

mod program;

use program::lifespan;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A copy of a sample that a test may change, in a folder of its own.
fn copy(sample: &str) -> (tempfile::TempDir, PathBuf) {
    let here = tempfile::tempdir().expect("a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let case = here.path().join("case");
    fs::create_dir_all(case.join("returns")).expect("a folder");
    fs::copy(from.join("case.json"), case.join("case.json")).expect("a copy");
    for file in fs::read_dir(from.join("returns")).expect("returns/") {
        let file = file.expect("a file");
        fs::copy(file.path(), case.join("returns").join(file.file_name())).expect("a copy");
    }
    (here, case)
}

fn run(here: &Path, arguments: &[&str]) -> String {
    let output = lifespan(here, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", complained(&output));
    said(&output)
}

fn json(here: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&run(here, arguments)).expect("JSON")
}

/// Keeps the JSON output of the case as `then.json`.
fn keep(here: &Path, more: &[&str]) {
    fs::write(here.join("then.json"), run(here, &[&["build", "case", "--format", "json"], more].concat()))
        .expect("a file");
}

const COMPARED: [&str; 6] = ["build", "case", "--for", "rapid-review", "--since", "then.json"];

#[test]
fn nothing_changed_where_nothing_changed() {
    let (here, _) = copy("hartley");
    keep(here.path(), &[]);
    let said = run(here.path(), &COMPARED);
    assert!(said.contains("Since then.json, as at 1 March 2018\n  Nothing changed"), "{said}");
    let page = fs::read_to_string(here.path().join("EX-01-rapid-review.html")).expect("the page");
    assert!(
        page.contains("<h2 id=\"changes\">What changed since 1 March 2018</h2>") && page.contains("Nothing changed:")
    );
}

#[test]
fn rows_that_moved_are_the_same_and_what_came_went_and_changed_is_told() {
    let (here, case) = copy("hartley");
    keep(here.path(), &[]);
    let police = case.join("returns/police.csv");
    let words = fs::read_to_string(&police).expect("a return");
    let mut lines: Vec<String> = words.lines().map(str::to_owned).collect();
    let head = lines.iter().position(|line| line.starts_with("Date/time")).expect("the headings");
    let gone = lines.remove(head + 2);
    let reworded = lines.iter().position(|line| line.contains("Verbal argument over money")).expect("a row");
    lines[reworded] = lines[reworded].replace("Verbal argument over money", "Verbal argument over rent money");
    lines.insert(
        head + 1,
        "02/02/18,WX/18/0001,\"Dean Fry seen with Chloe Hartley at the bus station.\",Filed".to_owned(),
    );
    lines.insert(head + 1, "03/02/18,WX/18/0002,\"Chloe Hartley spoken to at the bus station.\",Filed".to_owned());
    fs::write(&police, lines.join("\n")).expect("a return");

    let now = json(here.path(), &[&COMPARED[..], &["--format", "json"]].concat());
    let changes = &now["changes"];
    let texts = |list: &str| -> Vec<String> {
        let all = now["entries"].as_array().expect("entries");
        let text =
            |id: &Value| all.iter().find(|one| one["id"] == *id).map(|one| one["text"].as_str().unwrap().to_owned());
        changes[list].as_array().expect(list).iter().filter_map(|one| text(&one["entry"])).collect()
    };
    let new = texts("entries_new");
    assert!(new.len() == 2 && new.iter().all(|text| text.contains("at the bus station")), "{new:?}");
    let changed = texts("entries_changed");
    assert!(changed.len() == 1 && changed[0].contains("over rent money"), "{changed:?}");
    assert!(changes["entries_changed"][0]["text_then"].as_str().unwrap().contains("over money"));
    let left = changes["entries_gone"].as_array().unwrap();
    assert!(left.len() == 1 && gone.contains(left[0]["text"].as_str().unwrap().lines().next().unwrap()), "{left:?}");
    assert_eq!(changes["reasons"], serde_json::json!(["returns/police.csv has changed."]));

    let said = run(here.path(), &COMPARED);
    assert!(said.contains("Entries: 2 new, 1 changed, 1 gone."), "{said}");
    assert!(said.contains("Dean Fry is new."), "{said}");
    let page = fs::read_to_string(here.path().join("EX-01-rapid-review.html")).expect("the page");
    let section =
        page.split("<h2 id=\"changes\">").nth(1).and_then(|rest| rest.split("</section>").next()).expect("it");
    assert!(section.contains("Entries that are gone") && section.contains("over money, no offences"), "{section}");
}

#[test]
fn a_finding_that_came_is_new_and_one_of_another_day_has_changed() {
    let (here, _) = copy("hartley");
    keep(here.path(), &["--as-at", "2013-01-01"]);
    let said = run(here.path(), &COMPARED);
    let since = said.split("Since then.json").nth(1).and_then(|rest| rest.split("Act first").next()).expect("it");
    assert!(since.contains("It speaks from 1 January 2013, and this build from 1 March 2018."), "{since}");
    assert!(since.contains("New finding: Raymond Sleight (maternal uncle), alleged to have sexually abused a child, is recorded in contact"), "{since}");
    assert!(
        since.contains(
            "Changed finding: Raymond Sleight (maternal uncle) is alleged to have sexually abused Chloe Hartley"
        ),
        "{since}"
    );
}

#[test]
fn people_joined_by_a_decision_are_said_to_be_one_and_taken_apart_again() {
    let (here, _) = copy("hartley");
    keep(here.path(), &[]);
    let decide = ["decide", "case", "--same", "spider", "kyle-denham", "--by", "A Reilly", "--why", "tattoo"];
    run(here.path(), &decide);
    let said = run(here.path(), &COMPARED);
    assert!(said.contains("Kyle Denham and Spider are both now taken for one person, Kyle Denham."), "{said}");
    assert!(said.contains("Decisions: 1 new."), "{said}");
    keep(here.path(), &[]);
    run(here.path(), &["decide", "case", "--take-back", "1", "--by", "A Reilly", "--why", "misread"]);
    let said = run(here.path(), &COMPARED);
    assert!(said.contains("Kyle Denham is now told apart: Kyle Denham and Spider."), "{said}");
    assert!(said.contains("Decisions: 1 taken back."), "{said}");
}

#[test]
fn a_file_that_cannot_be_compared_ends_with_1_and_says_how_to_mend_it() {
    let (here, _) = copy("quiet");
    let (other, _) = copy("pryce");
    keep(here.path(), &[]);
    keep(other.path(), &[]);
    let good = fs::read_to_string(here.path().join("then.json")).expect("the earlier build");
    run(here.path(), &["build", "case"]);
    let page = fs::read_to_string(here.path().join("EX-07-chronology.html")).expect("the page");
    let roles = run(here.path(), &["build", "case", "--for", "subgroup", "--format", "json", "--out", "sub"]);
    assert!(roles.contains("sub"));
    let roles = fs::read_to_string(here.path().join("sub/EX-07-subgroup.json"))
        .or_else(|_| fs::read_to_string(here.path().join("sub/case-subgroup.json")))
        .expect("the copy");
    let elsewhere = fs::read_to_string(other.path().join("then.json")).expect("another case");
    let wrong = [
        (page, "it is a page, and only the JSON output can be compared"),
        (good[..good.len() / 2].to_owned(), "it breaks off at line"),
        ("{\"a\": 1}".to_owned(), "missing field `schema`"),
        ("then".to_owned(), "it is not JSON (line 1, column "),
        (good.replacen("lifespan-history/1", "lifespan-history/0", 1), "its form is lifespan-history/0"),
        (good.replacen("lifespan-history/1", "something-else/1", 1), "not the output of lifespan build"),
        (good.replacen("\"people\":", "\"persons\":", 1), "it is damaged: something is missing"),
        (elsewhere, "it is of another case: EX-"),
        (roles, "it is a copy for a subgroup"),
    ];
    for (words, what) in wrong {
        fs::write(here.path().join("then.json"), words).expect("a file");
        let output = lifespan(here.path(), &[&COMPARED[..], &["--out", "none"]].concat());
        let complaint = complained(&output);
        assert_eq!(output.status.code(), Some(1), "{what}");
        assert!(complaint.contains("then.json: ") && complaint.contains(what), "{what}: {complaint}");
        assert!(complaint.contains("To mend it: ") && !here.path().join("none").exists(), "{complaint}");
    }
    fs::write(here.path().join("then.json"), &good).expect("a file");
    let output = lifespan(here.path(), &[&COMPARED[..], &["--as-at", "2012-01-01"]].concat());
    assert!(complained(&output).contains("later than this build"), "{}", complained(&output));
    fs::remove_file(here.path().join("then.json")).expect("it goes");
    assert!(complained(&lifespan(here.path(), &COMPARED)).contains("then.json: the earlier build cannot be read"));
}

#[test]
fn looking_back_belongs_to_a_rapid_review() {
    let (here, _) = copy("quiet");
    for more in [&["--since", "then.json"][..], &["--as-known-on", "2015-01-01", "--for", "referral"]] {
        let output = lifespan(here.path(), &[&["build", "case"], more].concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        assert!(complained(&output).contains("add --for rapid-review"), "{}", complained(&output));
    }
    let later = ["build", "case", "--for", "rapid-review", "--as-known-on", "2099-01-01"];
    let output = lifespan(here.path(), &later);
    assert_eq!(output.status.code(), Some(1));
    assert!(complained(&output).contains("from which this build speaks"), "{}", complained(&output));
}

#[test]
fn each_day_tells_what_all_together_and_each_alone_could_have_known() {
    let (here, _) = copy("hartley");
    let for_review = ["build", "case", "--for", "rapid-review", "--format", "json"];
    let days = ["--as-known-on", "2013-12-31", "--as-known-on", "2008-01-01"];
    let told = json(here.path(), &[&for_review[..], &days].concat());
    let known = &told["as_known"];
    assert_eq!(known["chosen"], true);
    let day = |at: usize| &known["days"][at];
    assert_eq!((&day(0)["day"], &day(1)["day"]), (&Value::from("2008-01-01"), &Value::from("2013-12-31")));
    let rules = |day: &Value, agency: Option<&str>| -> Vec<String> {
        let views = day["views"].as_array().expect("views");
        let view = views.iter().find(|one| one["agency"].as_str() == agency).expect("the view");
        view["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .map(|one| one["rule"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(rules(day(0), None).is_empty(), "nobody had alleged anything");
    assert_eq!(rules(day(1), None), ["prior-familial-csa", "perpetrator-in-contact"]);
    assert_eq!(rules(day(1), Some("csc")), ["prior-familial-csa"], "of the visits only others had written");
    assert!(rules(day(1), Some("gp")).is_empty());
    assert_eq!(day(1)["silent"], serde_json::json!(["harbour"]));

    let known = &json(here.path(), &for_review)["as_known"];
    let days: Vec<&str> = known["days"].as_array().unwrap().iter().map(|one| one["day"].as_str().unwrap()).collect();
    assert!(days.contains(&"2010-06-15") && days.is_sorted(), "{days:?}");
    assert_eq!(known["days"][0]["why"].as_array().unwrap().len(), 2, "seen and first known on one day");
    assert!(json(here.path(), &["build", "case", "--format", "json"])["as_known"].is_null());
}

#[test]
fn a_page_that_looks_back_can_be_made_again() {
    let (here, _) = copy("quiet");
    keep(here.path(), &["--as-at", "2017-01-01"]);
    for (form, page) in [("html", "EX-07-rapid-review.html"), ("json", "EX-07-rapid-review.json")] {
        let days = ["--as-known-on", "2016-05-01", "--format", form, "--out", "."];
        run(here.path(), &[&COMPARED[..], &days].concat());
        fs::rename(here.path().join("then.json"), here.path().join("kept.json")).expect("another name");
        let said = run(here.path(), &["verify", page, "case", "--since", "kept.json"]);
        assert!(said.starts_with("The same: "), "{said}");
        let without = lifespan(here.path(), &["verify", page, "case"]);
        assert_eq!(without.status.code(), Some(1));
        assert!(complained(&without).contains("Give with --since the JSON output that was called then.json."));
        fs::write(here.path().join("other.json"), "{}").expect("a file");
        let another = lifespan(here.path(), &["verify", page, "case", "--since", "other.json"]);
        assert!(complained(&another).contains("compared with another build"), "{}", complained(&another));
        fs::rename(here.path().join("kept.json"), here.path().join("then.json")).expect("its name");
    }
}
