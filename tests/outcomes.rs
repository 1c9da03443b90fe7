//! What became of an allegation, how long ago it is said to be, and which words blame the child: single texts in many
//! voices with the right answers.

use lifespan::model::{Event, EventKind, Status};
use lifespan::reading::read_text;
use serde_json::Value;
use std::fs;

/// Each text of a file with its answers.
fn texts(file: &str) -> Vec<Value> {
    let text = fs::read_to_string(file).unwrap_or_else(|problem| panic!("{file}: {problem}"));
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|problem| panic!("{problem}: {line}"))).collect()
}

fn claims(text: &str) -> Vec<Event> {
    let kinds = [EventKind::SexualAbuseAllegation, EventKind::ExploitationConcern, EventKind::HarmfulSexualBehaviour];
    read_text(text).events.into_iter().filter(|event| kinds.contains(&event.kind)).collect()
}

fn word(status: Option<Status>) -> Option<&'static str> {
    Some(match status? {
        Status::Retracted => "retracted",
        Status::NoFurtherAction | Status::NotCharged => "nfa",
        Status::Charged => "charged",
        Status::Convicted => "convicted",
        Status::Acquitted => "acquitted",
        _ => return None,
    })
}

/// The texts on which an answer is wrong.
fn wrong(file: &str, differs: impl Fn(&str, &Value) -> Option<String>) -> (Vec<String>, usize) {
    let all = texts(file);
    let wrong = all.iter().filter_map(|one| {
        let text = one["text"].as_str().unwrap_or_default();
        differs(text, one).map(|how| format!("{how}: {text}"))
    });
    (wrong.collect(), all.len())
}

#[test]
fn what_became_of_an_allegation_is_read() {
    let (wrong, all) = wrong("tests/outcomes/alleged.jsonl", |text, want| {
        let claims = claims(text);
        let got = claims.iter().find_map(|claim| word(claim.status));
        let read = !claims.is_empty();
        (read && got != want["status"].as_str()).then(|| format!("{got:?} for {:?}", want["status"]))
    });
    assert!(wrong.len() * 20 <= all, "{wrong:#?}");
}

#[test]
fn what_is_long_ago_is_read() {
    let (wrong, all) = wrong("tests/outcomes/alleged.jsonl", |text, want| {
        let claims = claims(text);
        let got = claims.iter().any(|claim| claim.historical);
        let want = want["historical"].as_bool().unwrap_or_default();
        (!claims.is_empty() && got != want).then(|| format!("{got}"))
    });
    assert!(wrong.len() * 20 <= all, "{wrong:#?}");
}

#[test]
fn words_that_blame_are_found_and_others_left() {
    let (wrong, all) = wrong("tests/outcomes/blaming.jsonl", |text, want| {
        let got = !read_text(text).blaming.is_empty();
        (Some(got) != want["blaming"].as_bool()).then(|| format!("{got}"))
    });
    assert!(wrong.len() * 20 <= all, "{wrong:#?}");
}

#[test]
fn an_outcome_keeps_who_decided_by_which_scheme() {
    let scheme = |text: &str| claims(text).into_iter().find_map(|claim| claim.detail);
    assert_eq!(
        scheme("Rape of Tia Lockwood by her stepdad Carl Nuttall. Outcome 16. Filed.").as_deref(),
        Some("Home Office outcome type 16: suspect identified, victim does not support further action")
    );
    assert_eq!(
        scheme("CPS have decided to take no further action on Shanice's allegation of sexual assault by her uncle.")
            .as_deref(),
        Some("CPS: no further action")
    );
    assert_eq!(
        scheme("Dad sexually abused Mia. Section 47 enquiry, substantiated; police NFA.").as_deref(),
        Some("section 47: substantiated; police: no further action")
    );
}

#[test]
fn words_that_also_mean_something_else_tell_no_outcome_and_no_concern() {
    const OTHER: &[&str] = &[
        "He was lying on the sofa.",
        "Sandra and Derek have made up the box room for her.",
        "Tia took back her library books.",
        "Gran changed her mind about the holiday.",
        "HAINES Derek reports theft of caravan from drive. Undetected.",
        "Exploitation panel. Rourke warned, Kash being identified.",
    ];
    const RETRACTED: &[&str] =
        &["Tia has withdrawn her statement.", "Tia now says she made it up.", "She made it all up."];
    let outcome = |text: &str| {
        read_text(text).events.into_iter().find(|event| event.kind == EventKind::Outcome && event.status.is_some())
    };
    for text in OTHER {
        assert_eq!((outcome(text), claims(text)), (None, Vec::new()), "{text}");
    }
    for text in RETRACTED {
        assert_eq!(outcome(text).and_then(|event| event.status), Some(Status::Retracted), "{text}");
    }
}
