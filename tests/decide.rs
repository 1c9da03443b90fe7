//! `lifespan decide`: what somebody decides is kept, applied on later runs, and can be taken back.

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

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
    assert!(said.contains("1: Bob Reed is maternal uncle of Amy Cole (A Reilly, 2 January 2020)"), "{said}");

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
        (&["--contact-ended", "bob", "amy", "2999-01-01", "--by", "me"], "“2999-01-01” has not come yet"),
        (&["--contact-ended", "bob", "bob", "2019-01-01", "--by", "me"], "“bob” and “bob” are one person already"),
        (&["--looked-at", "no-such-rule", "--by", "me"], "there is no rule “no-such-rule”"),
        (&["--looked-at", "prior-familial-csa", "bob", "--by", "me"], "no such finding of prior-familial-csa"),
        (&["--take-back", "1", "--by", "me"], "there is no decision number 1 that stands"),
    ] {
        let output = lifespan(&[&["decide", case.as_str()], arguments].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(printed(&output).contains(message), "{}", printed(&output));
    }
    assert!(!folder.path().join("decisions.json").exists());
}

/// A case in which an uncle is alleged to have abused the child and is seen with her on the days given.
fn case_of_contact(folder: &Path, seen: &[&str]) -> String {
    let sheet = r#"{ "child": { "id": "amy", "name": "Amy Cole", "born": "2010-01-01" },
        "people": [{ "id": "ray", "name": "Ray Reed", "relation": "maternal uncle" }], "as_at": "2020-01-01" }"#;
    std::fs::create_dir_all(folder.join("returns")).expect("a folder");
    std::fs::write(folder.join("case.json"), sheet).expect("written");
    let mut rows = "Date,Event\n2016-05-03,Amy told her teacher that Uncle Ray sexually abused her.\n".to_owned();
    for day in seen {
        rows += &format!("{day},Amy collected from school by Uncle Ray.\n");
    }
    std::fs::write(folder.join("returns/school.csv"), rows).expect("written");
    folder.to_string_lossy().into_owned()
}

fn built(case: &str) -> Value {
    let output = lifespan(&["build", case, "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", printed(&output)))
}

fn page(case: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let output = lifespan(&["build", case, "--out", &folder.path().to_string_lossy()]);
    assert!(output.status.success(), "{}", printed(&output));
    let file = std::fs::read_dir(folder.path()).expect("a folder").next().expect("a page").expect("a page").path();
    std::fs::read_to_string(file).expect("a page")
}

/// The findings of a rule.
fn of<'v>(account: &'v Value, rule: &str) -> Vec<&'v Value> {
    account["findings"].as_array().expect("findings").iter().filter(|one| one["rule"] == rule).collect()
}

fn decided(case: &str, arguments: &[&str]) {
    let signed = ["--by", "A Reilly, social worker", "--on", "2019-12-01", "--why", "moved abroad"];
    let output = lifespan(&[&["decide", case][..], arguments, &signed].concat());
    assert!(output.status.success(), "{}", printed(&output));
}

#[test]
fn a_decided_end_of_contact_counts_as_a_recorded_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_contact(folder.path(), &["2017-03-01"]);
    let before = built(&case);
    assert_eq!(of(&before, "perpetrator-in-contact").len(), 1);
    decided(&case, &["--contact-ended", "ray", "amy", "2018-01-01"]);
    let account = built(&case);
    assert_eq!(of(&account, "perpetrator-in-contact"), Vec::<&Value>::new());
    assert_eq!((&account["entries"], &account["ledger"]), (&before["entries"], &before["ledger"]), "no entry is lost");
    let prior = of(&account, "prior-familial-csa")[0];
    let ended = "A Reilly, social worker decided on 1 December 2019 that contact with Amy Cole ended on 1 January 2018. \
                 No entry of a later day shows contact.";
    assert_eq!(
        (prior["decisions"][0]["decision"].clone(), prior["decisions"][0]["words"].clone()),
        (1.into(), ended.into())
    );
    assert_eq!(account["decisions"][0]["words"], "Contact between Ray Reed and Amy Cole ended on 1 January 2018");
    let tie = |one: &&Value| one["relation"] == "looks after" && one["until"] == "2018-01-01";
    let ties = account["ties"].as_array().expect("ties");
    assert_eq!(ties.iter().find(tie).expect("an ended tie")["evidence"][1], "decisions.json:1");
    let page = page(&case);
    for words in ["What people decided", "moved abroad", "Ended on 1 January 2018, as A Reilly, social worker decided"]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn later_evidence_reopens_what_a_decision_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_contact(folder.path(), &["2017-03-01", "2018-06-01"]);
    decided(&case, &["--contact-ended", "ray", "amy", "2018-01-01"]);
    let account = built(&case);
    let contact = of(&account, "perpetrator-in-contact")[0];
    assert_eq!(contact["state"], "evidenced");
    let words = contact["decisions"][0]["words"].as_str().unwrap_or_default();
    assert!(words.ends_with("ended on 1 January 2018. An entry of a later day shows contact again."), "{words}");
    let evidence = contact["evidence"].as_array().expect("evidence");
    assert!(!evidence.contains(&"returns/school.csv:3".into()) && evidence.contains(&"returns/school.csv:4".into()));
    let taken = lifespan(&["decide", &case, "--undo", "1", "--by", "B Quist"]);
    assert!(taken.status.success(), "{}", printed(&taken));
    assert!(of(&built(&case), "perpetrator-in-contact")[0]["decisions"] == serde_json::json!([]));
    assert!(page(&case).contains("Taken back by B Quist"));
}

#[test]
fn a_finding_looked_at_stays_and_stands_after_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_contact(folder.path(), &["2017-03-01"]);
    let before = built(&case);
    assert_eq!(before["findings"][0]["rule"], "prior-familial-csa");
    decided(&case, &["--looked-at", "prior-familial-csa", "ray"]);
    let after = built(&case);
    let count = |account: &Value| account["findings"].as_array().map(Vec::len);
    assert_eq!(count(&after), count(&before));
    assert_eq!(after["findings"][0]["rule"], "perpetrator-in-contact");
    let looked = &of(&after, "prior-familial-csa")[0]["looked_at"];
    assert_eq!((&looked["by"], &looked["why"]), (&"A Reilly, social worker".into(), &"moved abroad".into()));
    let page = page(&case);
    assert!(
        page.contains("Looked at already") && page.contains("Looked at by A Reilly, social worker on 1 December 2019")
    );
}

#[test]
fn a_finding_comes_back_when_it_rests_on_something_new() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_contact(folder.path(), &["2017-03-01"]);
    decided(&case, &["--looked-at", "perpetrator-in-contact", "ray"]);
    case_of_contact(folder.path(), &["2017-03-01", "2019-05-01"]);
    let account = built(&case);
    let looked = &of(&account, "perpetrator-in-contact")[0]["looked_at"];
    assert_eq!(looked["since"], serde_json::json!(["returns/school.csv:4"]));
    assert!(page(&case).contains("<b>Look again:</b>"));
}

#[test]
fn a_decision_about_what_is_no_longer_there_is_a_note() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_contact(folder.path(), &["2017-03-01"]);
    decided(&case, &["--looked-at", "perpetrator-in-contact", "ray"]);
    decided(&case, &["--contact-ended", "ray", "amy", "2018-01-01"]);
    let account = built(&case);
    assert_eq!(account["notes"][0]["at"], "decisions.json, number 1");
    assert!(account["notes"][0]["what"].as_str().unwrap_or_default().ends_with("which is no longer made"));
    assert_eq!(
        (&account["decisions"][0]["applied"], &account["decisions"][1]["applied"]),
        (&false.into(), &true.into())
    );
}

/// What the program says when these lines are typed in advance.
fn answered(case: &str, lines: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_lifespan"))
        .args(["decide", case])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    program.stdin.take().expect("a pipe").write_all(lines.as_bytes()).expect("written");
    printed(&program.wait_with_output().expect("the program ends"))
}

#[test]
fn the_open_questions_are_asked_and_what_is_answered_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_contact(folder.path(), &["2017-03-01"]);
    let listed = printed(&lifespan(&["decide", &case]));
    assert!(
        listed.contains("[perpetrator-in-contact]") && listed.contains("returns/school.csv:3, 2017-03-01"),
        "{listed}"
    );

    let said = answered(&case, "A Reilly\nsoon\n2018-01-01\nasked the mother\nq\n");
    assert!(said.contains("“soon” is not a day of the calendar. Answer with a day"), "{said}");
    assert!(said.contains("as decision 1; --take-back 1 takes it back.") && said.contains("Decided: 1."), "{said}");
    let account = built(&case);
    assert_eq!(account["decisions"][0]["why"], "asked the mother");
    assert!(of(&account, "perpetrator-in-contact").is_empty());
}
