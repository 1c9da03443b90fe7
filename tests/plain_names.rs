//! Editions of families whose names are ordinary words, or are written in many ways.

#[allow(dead_code, reason = "other tests use the rest")]
mod common;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "editions/search.rs"]
mod search;

use common::case;
use lifespan::account::{Account, Edition};
use lifespan::editions::{Edited, edit};
use lifespan::report::{self, json, pages};
use lifespan::{Known, Record, findings};

/// A case as an edition gives it.
fn edited(lines: &[&str], edition: Edition) -> Edited {
    let case = case(lines);
    let record = Record::read(&case);
    let history = record.history(Known { by: "2024-12-31".parse().expect("a day"), to: None });
    let found = findings::examine(&record, &history);
    edit(edition, &record, &history, report::account(&record, &history, &found))
}

fn made(account: &Account) -> String {
    pages::chronology(account).expect("a page") + &json::json(account).expect("data")
}

/// What became of each text in a subgroup's copy, which could be written.
fn told(family: &[&str], texts: &[&str]) -> (Vec<String>, String) {
    let rows: Vec<String> =
        texts.iter().enumerate().map(|(at, text)| format!("social care, 2018-05-{:02}: {text}", at + 1)).collect();
    let lines: Vec<&str> = family.iter().copied().chain(rows.iter().map(String::as_str)).collect();
    let copy = edited(&lines, Edition::Subgroup);
    let whole = made(&copy.account);
    let survivors = copy.secrets.survivors(&whole);
    assert!(survivors.is_empty(), "{survivors:?}");
    (copy.account.entries.iter().map(|entry| entry.text.clone()).collect(), whole)
}

const WORDS: &[&str] = &[
    "child: Hope Young, born 2010-03-04",
    "person: Grace Young, mother, lives with child",
    "person: Mark Street, mother's partner, lives with child",
    "person: Will Young, brother, lives with child",
    "person: May Rose, maternal grandmother",
    "person: Faith Will, maternal aunt",
];

#[test]
fn names_that_are_words_go_where_they_are_names_and_stay_where_they_are_words() {
    let texts = [
        ("Hope came in May 2018 with a mark on her arm.", "[Child] came in May 2018 with a mark on her arm."),
        (
            "Mark will collect her. There is hope that she may rest.",
            "[Mother's partner 1] will collect her. There is hope that she may rest.",
        ),
        ("Young people will mark the day.", "Young people will mark the day."),
        (
            "It left a mark. Will discuss at supervision. May need a visit.",
            "It left a mark. Will discuss at supervision. May need a visit.",
        ),
        ("Will was at home. May was ill.", "[Sibling 1] was at home. [Maternal grandmother] was ill."),
        ("Mark, Will and May were late.", "[Mother's partner 1], [Sibling 1] and [Maternal grandmother] were late."),
        ("Hope is fading, said Grace.", "[Child] is fading, said [Mother]."),
        (
            "MARK STREET SEEN WITH HOPE YOUNG. A MARK ON HER ARM.",
            "[Mother's partner 1] SEEN WITH [Child]. A MARK ON HER ARM.",
        ),
        (
            "GRACE'S MOTHER MAY TOLD. WILL BE REVIEWED. PATROL OF THE STREET.",
            "[Mother]'S MOTHER [Maternal grandmother] TOLD. WILL BE REVIEWED. PATROL OF THE STREET.",
        ),
        (
            "she told us that mark hit her. mark has hit her before.",
            "she told us that [Mother's partner 1] hit her. [Mother's partner 1] has hit her before.",
        ),
        (
            "she will hope for the best. grace may come. walked in the street.",
            "she will hope for the best. [Mother] may come. walked in the street.",
        ),
        (
            "The Youngs fell out with Mr Street. Mrs Young rang.",
            "The [surname] fell out with [Mother's partner 1]. [Mother] rang.",
        ),
        (
            "HY and MS were seen. H Y rang. H.Y. left.",
            "[Child] and [Mother's partner 1] were seen. [Child] rang. [Child]. left.",
        ),
        (
            "\"Mark,\" she said, \"will you go?\" In good faith.",
            "\"[Mother's partner 1],\" she said, \"will you go?\" In good faith.",
        ),
    ];
    let (after, whole) = told(WORDS, &texts.map(|(before, _)| before));
    for ((before, wanted), told) in texts.iter().zip(&after) {
        assert_eq!(told, wanted, "of: {before}");
    }
    assert_eq!(search::written(&whole, &["Hope", "Grace", "Rose", "Faith"]), Vec::<&str>::new());
    assert!(!whole.contains("mark-street") && !whole.contains("Hope Young"));
}

const ACCENTS: &[&str] = &[
    "child: Chloé Brennan-Ó Súilleabháin, born 2010-03-04",
    "person: Łucja Wiśniewska, born 1985-02-11, mother, lives with child",
    "person: Jón Þórsson, mother's partner",
    "person: Jack O'Brien, born 1980-07-30, father",
    "person: José Muñoz, half-brother",
    "person: Đorđe Højgård, maternal uncle",
    "person: Inga Groß, maternal aunt",
];

#[test]
fn names_go_in_the_plural_the_possessive_and_with_hyphens_initials_and_accents_or_without() {
    let texts = [
        "The Brennans' house. Brennan's. BRENNANS. The Brennan-O'Suilleabhains rang.",
        "Chloe Brennan O Suilleabhain. chloe brennan-o'suilleabhain was seen. C Brennan. Brennan, C.",
        "JOB rang. JO'B was seen. J. O'Brien. J O’Brien. Obrien's van. O’BRIEN. The O'Briens.",
        "Lucja Wisniewska. ŁUCJA. Wisniewskas' flat. Wiśniewska’s. lucja rang.",
        "Jon Thorsson and Jón Þórsson were there. THORSSON rang.",
        "Jose Munoz, MUÑOZ, Muñoz's and Munoz’s.",
        "Djordje Hojgard rang. Dorde Højgård left. Inga Gross came. GROSS's dog.",
        "chloe.brennan@example.org wrote. Then @chloe_b and brennan_chloe.",
    ];
    let (_, whole) = told(ACCENTS, &texts);
    let secrets = [
        "Chloe",
        "Brennan",
        "Suilleabhain",
        "OSuilleabhain",
        "Lucja",
        "Wisniewska",
        "Jon",
        "Thorsson",
        "Jose",
        "Munoz",
        "Obrien",
        "O'Brien",
        "Djordje",
        "Dorde",
        "Hojgard",
        "Inga",
        "Gross",
        "JOB",
        "chloe_b",
        "Brennan-O",
    ];
    assert_eq!(search::found(&whole, &secrets), Vec::<&str>::new());
}

#[test]
fn dates_of_birth_and_numbers_go_however_they_are_written() {
    let dates = [
        "04/03/2010",
        "4.3.10",
        "4-3-2010",
        "2010/03/04",
        "04 03 2010",
        "04032010",
        "20100304",
        "100304",
        "4th March 2010",
        "March 4 2010",
        "Mar 4th '10",
        "4 Mar 10",
        "fourth of March 2010",
        "04/Mar/2010",
        "4 / 3 / 2010",
        "4th of Mar. 2010",
        "Thursday 4 March 2010",
        "March the 4th, 2010",
    ];
    let numbers = [
        "943 476 5919",
        "943-476-5919",
        "9434765919",
        "943  476  5919",
        "943.476.5919",
        "07700 900123",
        "07700900123",
        "07700-900-123",
        "07 700 900 123",
        "+447700900123",
        "+44 (0)7700 900123",
        "0044 7700 900123",
        "077 00 90 01 23",
        "07700.900.123",
        "(01632) 960 001",
        "WX1 2AB",
        "wx12ab",
        "WX12AB",
        "WX1  2AB",
    ];
    let texts: Vec<String> = dates
        .iter()
        .map(|date| format!("Seen. {date} is on the form."))
        .chain(numbers.iter().map(|number| format!("The form says {number} and no more.")))
        .collect();
    for text in texts.chunks(20) {
        let (after, whole) = told(ACCENTS, &text.iter().map(String::as_str).collect::<Vec<_>>());
        for (before, after) in text.iter().zip(&after) {
            assert!(after.contains('['), "{before} became {after}");
        }
        assert_eq!(search::found(&whole, &["07700900123", "9434765919", "WX12AB", "01632960001"]), Vec::<&str>::new());
        for form in search::forms(2010, 3, 4) {
            assert!(!search::dated(&whole, &form), "{form}");
        }
    }
}
