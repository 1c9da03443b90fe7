//! An account of a small invented family, written by hand: it holds one of everything that a page can show.

use chrono::NaiveDate;
use lifespan::account::*;
use lifespan::findings::{DecidedHere, Finding, LookedAt, PathStep, Priority, Seen};
use lifespan::model::{AgencyId, EntryId, EventKind, LeftOut, Manner, Measure, Note, PersonId, Status, TieState, When};
use lifespan::relations::familial::{Answer27, Section27};
use std::collections::BTreeMap;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn person(id: &str) -> PersonId {
    PersonId(id.to_owned())
}

fn entry(id: &str) -> EntryId {
    EntryId(id.to_owned())
}

fn agency(id: &str) -> AgencyId {
    AgencyId(id.to_owned())
}

const ALLEGED: &str = "returns/school.csv:2";
const RETRACTED: &str = "returns/police.csv:3";
const COLLECTED: &str = "returns/school.csv:3";
const UNDATED: &str = "returns/school.csv:4";

/// The whole account.
pub fn account() -> Account {
    Account {
        edition: None,
        as_known: None,
        changes: None,
        schema: "lifespan-history/1",
        tool_version: "0.0.0",
        as_at: day("2018-03-01"),
        case: case(),
        ledger: ledger(),
        people: people(),
        entries: entries(),
        undated: vec![row(UNDATED, "school", None, None, "Ann said she would rather stay at school.")],
        ties: ties(),
        allegations: allegations(),
        unattributed: Vec::new(),
        findings: findings(),
        decisions: decisions(),
        awareness: Awareness { facts: Vec::new(), rows: Vec::new() },
        readiness: vec![ReadinessAccount {
            id: "contact",
            label: "Contact today",
            question: "Is any alleged person in contact with the child today?",
            known: vec![KnownAccount { words: "Roy Fell collected her.".to_owned(), entries: vec![entry(COLLECTED)] }],
            unknown: vec!["Unknown: who else is there. Ask Hill School.".to_owned()],
            ask: vec![agency("school")],
        }],
        actions: Vec::new(),
        plans: vec![PlanAccount {
            label: "safety plan about Roy Fell".to_owned(),
            agency: agency("police"),
            from: day("2010-07-07"),
            entry: entry(RETRACTED),
            last: entry(RETRACTED),
            until: None,
        }],
        settings: Vec::new(),
        notes: vec![Note {
            at: UNDATED.to_owned(),
            what: "“some time in spring” names no year".to_owned(),
            done: "the row is shown among the entries without a readable date".to_owned(),
            mend: "write the year".to_owned(),
        }],
        provenance: Provenance {
            tool_version: "0.0.0".to_owned(),
            program: "5a".repeat(32),
            rules: "7c".repeat(32),
            inputs: vec![InputAccount { file: "case.json".to_owned(), sha256: "0b".repeat(32) }],
            decisions: vec![1],
            settings: [("gap_months".to_owned(), 6)].into(),
        },
    }
}

fn case() -> CaseAccount {
    let asked = |id: &str, name: &str, outcome: &str| AgencyAccount {
        id: agency(id),
        name: name.to_owned(),
        kind: None,
        outcome: outcome.to_owned(),
        asked_on: None,
        names_searched: Vec::new(),
    };
    CaseAccount {
        reference: Some("T-1".to_owned()),
        child: person("ann"),
        name: "Ann Lee".to_owned(),
        also_known_as: vec!["Annie Lee".to_owned()],
        born: Some("2/2/2004".to_owned()),
        handling: Some("OFFICIAL-SENSITIVE".to_owned()),
        agencies: vec![
            asked("school", "Hill School", "return"),
            asked("police", "Vale Police", "return"),
            asked("gp", "Brook Surgery", "no reply"),
        ],
        referral: BTreeMap::from([("to", "Cedar Service".to_owned())]),
    }
}

fn ledger() -> Ledger {
    let sent = |file: &str, of: &str, rows, entries, set_aside| ReturnAccount {
        file: file.to_owned(),
        agency: agency(of),
        rows,
        entries,
        set_aside,
        preamble: Vec::new(),
    };
    let aside = SetAsideAccount {
        at: entry(UNDATED),
        reason: "“some time in spring” names no year".to_owned(),
        text: "Ann said she would rather stay at school.".to_owned(),
    };
    Ledger {
        returns: vec![
            sent("returns/police.csv", "police", 2, 2, Vec::new()),
            sent("returns/school.csv", "school", 3, 2, vec![aside]),
        ],
        rows: 5,
        entries: 4,
        set_aside: 1,
    }
}

fn people() -> Vec<PersonAccount> {
    let one = |id: &str, name: &str, relation: Option<&str>, alleged: bool, at: &[&str]| PersonAccount {
        id: person(id),
        name: name.to_owned(),
        also_known_as: Vec::new(),
        born: (id == "ann").then(|| "2004-02-02".to_owned()),
        sex: None,
        relation: relation.map(str::to_owned),
        on_front_sheet: id != "roy",
        lives_with_child: (id == "may").then_some(true),
        alleged_perpetrator: alleged,
        mentions: at.iter().map(|at| MentionAccount { entry: entry(at), text: name.to_owned() }).collect(),
    };
    vec![
        one("ann", "Ann Lee", None, false, &[ALLEGED]),
        one("may", "May Lee", Some("mother"), false, &[]),
        one("roy", "Roy Fell", Some("maternal uncle"), true, &[ALLEGED, RETRACTED, COLLECTED]),
        one("max", "Max Orr", Some("unrelated"), true, &["returns/police.csv:2"]),
    ]
}

fn row(id: &str, of: &str, date: Option<When>, age: Option<&str>, text: &str) -> EntryAccount {
    EntryAccount {
        id: entry(id),
        agency: agency(of),
        known_on: date.as_ref().map(|date| date.latest),
        date,
        age: age.map(str::to_owned),
        text: text.to_owned(),
        cells: vec![CellAccount { heading: "What happened".to_owned(), text: text.to_owned() }],
        events: Vec::new(),
        left_out: Vec::new(),
        people: vec![person("ann")],
        same_event_as: Vec::new(),
    }
}

fn event(kind: EventKind, words: &str, people: &[(&'static str, &str)]) -> EventAccount {
    EventAccount {
        kind,
        words: words.to_owned(),
        people: people.iter().map(|(role, id)| (*role, person(id))).collect(),
        status: None,
        manner: None,
        measure: None,
        detail: None,
    }
}

fn entries() -> Vec<EntryAccount> {
    let on = |written: &str, date: &str| Some(When::day(written, day(date)));
    let roy = [("alleged_perpetrator", "roy"), ("alleged_victim", "ann")];
    let max = [("alleged_perpetrator", "max"), ("alleged_victim", "ann")];
    let summer = When {
        written: "Summer term 2010".to_owned(),
        edtf: "2010-04-01/2010-08-31".to_owned(),
        earliest: day("2010-04-01"),
        latest: day("2010-08-31"),
    };
    let mut told = row(ALLEGED, "school", Some(summer), Some("6"), "Ann told TA that Uncle Roy sexually abused her.");
    told.events = vec![EventAccount {
        status: Some(Status::Alleged),
        ..event(EventKind::SexualAbuseAllegation, "Uncle Roy sexually abused her", &roy)
    }];
    told.same_event_as = vec![entry(RETRACTED)];
    told.people.push(person("roy"));
    let mut retracted =
        row(RETRACTED, "police", on("7.7.10", "2010-07-07"), Some("6"), "Ann now says it did not happen. NFA.");
    retracted.events = vec![EventAccount {
        status: Some(Status::Retracted),
        ..event(EventKind::SexualAbuseAllegation, "now says it did not happen", &roy)
    }];
    retracted.known_on = Some(day("2010-07-09"));
    let mut convicted = row(
        "returns/police.csv:2",
        "police",
        on("11/12/2017", "2017-12-11"),
        Some("13"),
        "Max ORR convicted. Restraining order. No allegation about anyone else.",
    );
    convicted.events = vec![
        EventAccount {
            status: Some(Status::Convicted),
            ..event(EventKind::SexualAbuseAllegation, "Max ORR convicted", &max)
        },
        EventAccount {
            measure: Some(Measure::Order),
            ..event(EventKind::ContactRestricted, "Restraining order", &[("person", "max")])
        },
    ];
    convicted.left_out = vec![LeftOut {
        kind: EventKind::SexualAbuseAllegation,
        words: "No allegation about anyone else".to_owned(),
        why: "negated".to_owned(),
    }];
    let mut collected =
        row(COLLECTED, "school", on("14 December 2017", "2017-12-14"), Some("13"), "Collected by Uncle Roy.");
    collected.events = vec![EventAccount {
        manner: Some(Manner::Care),
        ..event(EventKind::Contact, "Collected by Uncle Roy", &[("person", "roy"), ("with", "ann")])
    }];
    vec![told, retracted, convicted, collected]
}

fn ties() -> Vec<TieAccount> {
    vec![TieAccount {
        person: person("roy"),
        relation: "brother".to_owned(),
        of: person("may"),
        from: None,
        until: None,
        state: TieState::Open,
        evidence: vec![entry(ALLEGED), entry("case.json")],
    }]
}

fn allegations() -> Vec<AllegationAccount> {
    let step = |at: &str, of: &str, status, words: &str| AllegationStep {
        entry: entry(at),
        agency: agency(of),
        date: None,
        status,
        decided: None,
        then: None,
        words: words.to_owned(),
        body: None,
        scheme: None,
        ask: None,
    };
    let quote = |words: &str| vec![QuoteAccount { entry: entry(ALLEGED), words: words.to_owned() }];
    vec![
        AllegationAccount {
            alleged_perpetrator: person("roy"),
            alleged_victim: Some(person("ann")),
            familial: true,
            status: Status::Retracted,
            first_known: Some(day("2010-08-31")),
            happened: quote("last summer"),
            told: quote("Ann told TA"),
            followed: Vec::new(),
            said: vec![step(ALLEGED, "school", Status::Alleged, "Uncle Roy sexually abused her")],
            outcomes: vec![step(RETRACTED, "police", Status::Retracted, "now says it did not happen")],
        },
        AllegationAccount {
            alleged_perpetrator: person("max"),
            alleged_victim: Some(person("ann")),
            familial: false,
            status: Status::Convicted,
            first_known: Some(day("2017-12-11")),
            happened: Vec::new(),
            told: Vec::new(),
            followed: vec![FollowedAccount {
                entry: entry("returns/police.csv:2"),
                kind: EventKind::ContactRestricted,
                words: "Restraining order".to_owned(),
            }],
            said: Vec::new(),
            outcomes: vec![AllegationStep {
                body: Some("Criminal court".to_owned()),
                ..step("returns/police.csv:2", "police", Status::Convicted, "Max ORR convicted")
            }],
        },
    ]
}

fn decisions() -> Vec<DecisionAccount> {
    let signed = |by: &str, why: Option<&str>| SignedAccount {
        by: by.to_owned(),
        on: day("2018-02-20"),
        why: why.map(str::to_owned),
    };
    let one = |number, kind, words: &str, people: &[&str]| DecisionAccount {
        number,
        kind,
        words: words.to_owned(),
        people: people.iter().map(|id| person(id)).collect(),
        ended: None,
        signed: signed("A Reilly, social worker", Some("rang the surgery")),
        taken_back: None,
        applied: true,
    };
    vec![
        DecisionAccount {
            ended: Some(day("2017-06-01")),
            ..one(1, "contact-ended", "Contact between Max Orr and Ann Lee ended on 1 June 2017", &["max", "ann"])
        },
        one(2, "finding-looked-at", "agency-not-heard about gp has been looked at", &[]),
        DecisionAccount {
            taken_back: Some(signed("B Quist", None)),
            applied: false,
            ..one(3, "same", "Roy Fell and Max Orr are one person", &[])
        },
    ]
}

fn findings() -> Vec<Finding> {
    let finding = |rule, priority, headline: &str, explanation: &str| {
        Finding::new(rule, priority, headline.to_owned(), explanation.to_owned())
    };
    let step = |who: &str, relation: &str, of: &str, at: &str| PathStep {
        person: person(who),
        relation: relation.to_owned(),
        of: person(of),
        evidence: vec![entry(at)],
    };
    vec![
        Finding {
            people: BTreeMap::from([("alleged_perpetrator", person("roy")), ("child", person("ann"))]),
            state: Some("evidenced"),
            status: Some(Status::Retracted),
            path: vec![step("roy", "brother", "may", ALLEGED), step("may", "lives with", "ann", "case.json")],
            evidence: vec![entry(ALLEGED), entry(COLLECTED), entry(UNDATED), entry("case.json")],
            ask: vec!["Ask May Lee how often Roy Fell sees Ann.".to_owned()],
            could_have_been_seen: Some(Seen {
                combined: Some(day("2017-12-14")),
                by_agency: BTreeMap::from([(agency("school"), Some(day("2017-12-14"))), (agency("police"), None)]),
            }),
            hidden_by_window: vec![6, 12],
            section_27: Some(Section27 {
                answer: Answer27::WouldBeWithin,
                subsection: Some(3),
                facts: vec!["recorded as the child's cousin".to_owned()],
                missing: Some("that they live or have lived in one household"),
                evidence: vec![entry(ALLEGED)],
            }),
            decisions: vec![DecidedHere {
                decision: 1,
                words: "A Reilly decided that contact ended. An entry of a later day shows contact again.".to_owned(),
            }],
            ..finding(
                "perpetrator-in-contact",
                Priority::Act,
                "Roy Fell is in contact with Ann Lee",
                "He collected her.",
            )
        },
        Finding {
            agency: Some(agency("gp")),
            evidence: vec![entry("case.json")],
            looked_at: Some(LookedAt {
                decision: 2,
                by: "A Reilly, social worker".to_owned(),
                on: day("2018-02-20"),
                why: Some("rang the surgery".to_owned()),
                since: Vec::new(),
            }),
            ..finding("agency-not-heard", Priority::Check, "Brook Surgery has not answered", "No return came.")
        },
        finding("blaming-language", Priority::Note, "Words that blame the child", "They are quoted."),
    ]
}
