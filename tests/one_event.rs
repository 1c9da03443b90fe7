//! Which entries of several agencies record one event, and which do not.

mod common;

use lifespan::{Known, Record};

/// Whether the second of two entries is taken to record the same event as the first.
fn is_one(first: &str, second: &str) -> bool {
    let front = ["child: Ava Dale, born 2010-03-02", "person: Mel Dale, mother", "person: Tom Reid, maternal uncle"];
    let others = ["school, 2014-02-03: Swimming certificate.", "gp, 2014-03-04: Ear infection, drops given."];
    let case = common::case(&[&front[..], &others, &[first, second]].concat());
    let record = Record::read(&case);
    let as_at = "2024-12-31".parse().expect("a day");
    let history = record.history(Known { by: as_at, to: None });
    (0..history.entries.len()).filter(|place| !history.same_event(*place).is_empty()).count() == 2
}

#[test]
fn the_news_of_an_event_is_the_event() {
    for (first, second) in [
        (
            "police, 2019-12-08: Tom Reid arrested for assault at Mill Row.",
            "social care, 2019-12-09: Police notification: Mr Reid arrested on 8 December. Strategy discussion.",
        ),
        (
            "school, 2022-04-28: Out of lessons three afternoons. Rang social care 29.04.",
            "social care, 2022-04-29: Contact from school. Ava missing lessons.",
        ),
        (
            "police, 2022-10-14: Intelligence: Ava seen going into the flat of Tom Reid at night.",
            "social care, 2022-10-17: Police intelligence received of the 14th: Tom Reid has Ava at his flat.",
        ),
        ("school, 2023-01-30: Early help meeting at school.", "early help, 2023-01-30: First meeting at school."),
        (
            "police, 2023-01-11: Ava Dale missing from Fairlea. Back of own accord 00:40.",
            "home, 2023-01-12: Home 00:40. Hot chocolate.",
        ),
    ] {
        assert!(is_one(first, second), "{first} / {second}");
    }
}

#[test]
fn an_event_told_of_two_days_is_a_difference() {
    let lines = [
        "child: Ava Dale, born 2010-03-02",
        "person: Tom Reid, maternal uncle",
        "police, 2019-12-08: Tom Reid arrested for assault at Mill Row.",
        "social care, 2019-12-10: Police notification: Tom Reid arrested for assault at Mill Row on 7 December.",
    ];
    let found = common::findings(&lines);
    let differs = found.iter().find(|one| one.rule == "conflicting-accounts").map(|one| one.headline.as_str());
    assert_eq!(differs, Some("police and social care differ on one event of 2019-12-08: on which day it happened."));
}

#[test]
fn what_was_done_about_an_event_is_another() {
    for (first, second) in [
        (
            "police, 2016-11-27: Ava Dale reported missing. Traced 06:10 at a friend's.",
            "social care, 2016-11-30: Return interview following missing episode of 27/11.",
        ),
        (
            "police, 2017-06-08: Tom Reid charged. Remanded in custody.",
            "social care, 2017-06-13: Panel. Tom Reid in custody. Plan agreed with police.",
        ),
        ("school, 2019-02-01: Ava tired, no breakfast.", "gp, 2019-02-01: Asthma review, inhaler technique good."),
        ("police, 2019-12-08: Tom Reid arrested.", "school, 2019-12-10: Ava said there was a row and the police came."),
    ] {
        assert!(!is_one(first, second), "{first} / {second}");
    }
}
