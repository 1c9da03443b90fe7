//! Who stands accused and who does not, told in small cases: a wrong name here breaks a family, a missed one leaves a child.

mod common;

/// Each `prior-familial-csa` of a case as "who > whom", in order.
fn accused(lines: &[&str]) -> Vec<String> {
    let findings = common::findings(lines);
    let told = findings.iter().filter(|one| one.rule == "prior-familial-csa").map(|one| {
        let who = |role: &str| one.people.get(role).map_or("nobody said", |id| id.0.as_str()).to_owned();
        format!("{} > {}", who("alleged_perpetrator"), who("alleged_victim"))
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

const FAMILY: [&str; 4] = [
    "child: Ava Dale, born 2012-03-02",
    "person: Mel Dale, mother, lives with child",
    "person: Jean Platt, maternal grandmother",
    "person: Ron Hale, maternal grandmother's partner",
];

/// The same for a family with a grandmother and her partner of today.
fn of_family(lines: &[&str]) -> Vec<String> {
    accused(&FAMILY.iter().chain(lines).copied().collect::<Vec<_>>())
}

#[test]
fn a_partner_of_then_is_not_the_partner_of_today() {
    let then = "midwife, 2011-10-25: Booking. Mel Dale, 24. When she was eleven she was sexually abused by her mother's then partner.";
    let told = of_family(&[then, "school, 2021-05-03: Ava collected by Ron Hale, Nan's partner."]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].ends_with("> mel-dale") && !told[0].contains("ron-hale"), "{told:?}");
    let had = "midwife, 2011-10-25: Booking. Mel Dale, 24. When 9 was interfered with by the boyfriend her mum had then, known as Mac.";
    let told = of_family(&[had]);
    assert!(told.len() == 1 && told[0].starts_with("mac > mel-dale"), "{told:?}");
}

#[test]
fn a_side_of_the_family_says_through_whom() {
    let told = of_family(&[
        "gp, 2015-06-04: Mel Dale. Said she was interfered with by an uncle on her mam's side from age 7 to 9.",
    ]);
    assert_eq!(told, ["unnamed-1 > mel-dale"]);
}

#[test]
fn another_family_and_a_class_novel_accuse_nobody() {
    let elsewhere = [
        "school, 2022-05-03: Parent at the gate spoke of her niece's stepfather being before the court on a sexual matter. That family is in the north; no child of this school is concerned.",
        "school, 2022-05-03: English: story about a girl whose stepfather comes to her room at night. It is the next chapter of the class novel.",
        "police, 2022-05-03: Home visit to registered sex offender at flat 11. Lives alone. Occupants of 14 (DALE) are not known to him.",
        "gp, 2022-05-03: Mel Dale attending Safe Harbour (survivors of sexual abuse), third session.",
        "gp, 2022-05-03: Mum at work so Ron Hale had driven Ava and came in with her.",
    ];
    for line in elsewhere {
        assert_eq!(of_family(&[line]), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn whoever_else_it_was_done_to_is_named_too() {
    let told = accused(&[
        "child: Alfie Reed, born 2012-09-02",
        "person: Lacey Reed, half-sister",
        "person: Dean Copley, mother's former partner",
        "school, 2019-03-08: Lacey (9) says Dean Copley sexually abuses her. Says he does it to Alfie as well.",
    ]);
    assert_eq!(told, ["dean-copley > alfie-reed", "dean-copley > lacey-reed"]);
}

#[test]
fn a_name_borne_before_is_the_same_mans() {
    let told = accused(&[
        "child: Poppy Dyer, born 2015-03-02",
        "person: Wayne Hext, mother's partner",
        "police, 2016-11-19: Shannon Chugg (12) says that Wayne Stoneman has sexually abused her.",
        "police, 2023-09-21: Her father has heard that Wayne Hext used to be a Stoneman.",
    ]);
    assert_eq!(told, ["wayne-hext > shannon-chugg"]);
}

#[test]
fn what_a_child_calls_the_secret_accuses_and_a_surprise_does_not() {
    for said in
        ["Ava says Ron Hale makes her do the secret with him.", "Ava says that she and Ron Hale have a sex secret."]
    {
        let told = of_family(&[&format!("school, 2022-05-03: {said}")]);
        assert_eq!(told, ["ron-hale > ava-dale"], "{said}");
    }
    let surprise = "school, 2022-05-03: Ava is making a card for Mum with Ron Hale. It is our secret, she said.";
    assert_eq!(of_family(&[surprise]), Vec::<String>::new());
}
