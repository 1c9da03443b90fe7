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

#[test]
fn look() {
    let lines = [
        "child: Hope Young, born 2010-03-04",
        "person: Grace Young, mother, lives with child",
        "person: Mark Street, mother's partner, lives with child",
        "person: Will Young, brother, lives with child",
        "person: May Rose, maternal grandmother",
        "person: Rose Street, half-sister",
        "person: Faith Will, maternal aunt",
        "social care, 2018-05-02: Hope came in May 2018 with a mark on her arm. Mark will collect her. There is hope that she may rest. Young people will mark the day in Church Street.",
        "social care, 2018-05-03: It left a mark. Will discuss at supervision. May need a visit. Will was at home. May was ill. Rose was seen. Rose early and left. Hope is fading, said Grace.",
        "police, 2018-05-09: MARK STREET SEEN WITH HOPE YOUNG ON HIGH STREET. A MARK ON HER ARM. GRACE'S MOTHER MAY TOLD. WILL BE REVIEWED. STREET DENIES. STREET'S CAR. PATROL OF THE STREET.",
        "school, 2018-06-01: hope told us that mark hit her. mark has hit her before. she will hope for the best. grace may come. rose may will do it. in the street. the young rose to the challenge.",
        "school, 2018-06-02: Street's van and Young's dog. The Youngs and the Streets fell out. Mr Street rang. Mrs Young rang. Ms Hope Young-Street. hope.young@example.org. H Young. HY and GY and MS were seen. H.Y. was here.",
        "gp, 2018-06-03: Hope, Grace and Will attended; Mark did not. Mark, Will and May were late. Faith told us. Faith group attended. Good faith. \"Mark,\" she said, \"will you go?\"",
        "gp, 2018-07-03: Mark sexually abused Hope, she told her teacher Miss Hope Bell.",
    ];
    let copy = edited(&lines, Edition::Subgroup);
    for entry in &copy.account.entries {
        println!("{}\n", entry.text);
    }
    for one in copy.secrets.survivors(&made(&copy.account)) {
        println!("{one:?}");
    }
    let lines = [
        "child: Chloé Brennan-Ó Súilleabháin, born 2010-03-04",
        "person: Łucja Wiśniewska, born 1985-02-11, mother, lives with child",
        "person: Jón Þórsson, mother's partner",
        "person: Jack O'Brien, born 1980-07-30, father",
        "person: José Muñoz Brennan, brother",
        "person: Đorđe Højgård, maternal uncle",
        "person: Straße Groß, maternal aunt",
        "social care, 2018-05-02: The Brennans' house. Brennan's. BRENNANS. Chloe Brennan O Suilleabhain. chloe brennan-o'suilleabhain. C Brennan. CB-OS. JB was seen. J.B. rang. J B rang. JOB rang. JO'B rang.",
        "social care, 2018-05-03: Lucja Wisniewska. ŁUCJA. Wiśniewskis' flat. Wisniewska's. lucja. Jon Thorsson and Jón Þórsson. Jon Porsson. THORSSON.",
        "social care, 2018-05-04: Obrien, O Brien, O’Brien, O'BRIEN, obriens. Munoz, MUÑOZ, Muñoz's. Djordje Hojgard, Dorde Hoejgaard. Strasse Gross, Gross's.",
        "social care, 2018-05-05: DOB 04/03/2010, 4.3.10, 4-3-2010, 2010/03/04, 04 03 2010, 04032010, 4th March 2010, March 4 2010, Mar 4th '10, 4 Mar 10, fourth of March 2010, 04/Mar/2010, b. 4/3/10, 4 / 3 / 2010, 11 Feb 1985, 11.02.85, 1985.02.11, 850211, 110285, 30/7/80, 30 July 1980, 4 mars 2010, 4ᵗʰ March 2010.",
        "social care, 2018-05-06: NHS 943 476 5919, 943-476-5919, 9434765919, 943  476  5919, 943.476.5919, nhs number: 9434765919. Tel 07700 900123, 07700900123, 07700-900-123, 07 700 900 123, +447700900123, (01632) 960 001, 01632 960001, 0044 7700 900123, 077 00 90 01 23, 07700.900.123.",
        "social care, 2018-05-07: Lives SW1A 1AA, sw1a1aa, SW1A1AA, SW1A  1AA, M1 1AE. 14 Mere View; 14, Mere View; Mere View 14; flat 3 Mere View. mail chloe.brennan@example.org, @chloe_b, chloebrennan2010 on Snapchat.",
    ];
    let copy = edited(&lines, Edition::Subgroup);
    for entry in &copy.account.entries {
        println!("{}\n", entry.text);
    }
    for one in copy.secrets.survivors(&made(&copy.account)) {
        println!("{one:?}");
    }
}
