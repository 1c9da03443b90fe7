//! Whether an alleged perpetrator is still in contact: each state of the catalogue, told in small cases.

mod common;

/// The state of `perpetrator-in-contact` for the one alleged perpetrator of a case; none where it keeps silent.
fn state(lines: &[&str]) -> Option<&'static str> {
    let family = [
        "child: Ava Dale, born 2010-03-02",
        "person: Mel Dale, mother, lives with child",
        "person: Tom Reid, maternal uncle",
    ];
    let told: Vec<&str> = family
        .into_iter()
        .chain(["school, 2016-05-03: Ava told her teacher that Uncle Tom sexually abused her."])
        .chain(lines.iter().copied())
        .collect();
    let findings = common::findings(&told);
    let found: Vec<_> = findings.iter().filter(|one| one.rule == "perpetrator-in-contact").collect();
    assert!(found.len() < 2, "one finding for each alleged perpetrator: {found:#?}");
    found.first().and_then(|one| one.state)
}

#[test]
fn nothing_said_after_the_allegation_is_a_gap_in_the_record() {
    assert_eq!(state(&[]), Some("not-known-to-have-ended"));
}

#[test]
fn contact_after_the_allegation_is_evidenced() {
    assert_eq!(state(&["gp, 2018-02-11: Ava brought to surgery by Uncle Tom."]), Some("evidenced"));
    assert_eq!(state(&["social care, 2018-02-11: Uncle Tom has moved in with the family."]), Some("evidenced"));
}

#[test]
fn contact_before_the_allegation_is_no_contact_since() {
    assert_eq!(state(&["gp, 2015-02-11: Ava brought to surgery by Uncle Tom."]), Some("not-known-to-have-ended"));
}

#[test]
fn an_end_of_contact_ends_it_until_something_reopens_it() {
    let ended = "social care, 2016-06-01: Ava no longer sees her uncle Tom Reid.";
    assert_eq!(state(&[ended]), None);
    assert_eq!(state(&[ended, "school, 2019-10-09: Collected by Uncle Tom as Mum on a late."]), Some("evidenced"));
    assert_eq!(state(&["police, 2017-01-05: Tom Reid died on 3 January 2017."]), None);
}

#[test]
fn a_restriction_after_the_last_contact_is_restricted() {
    let bail = "police, 2016-05-04: Tom Reid arrested and bailed with a condition not to contact Ava.";
    assert_eq!(state(&[bail]), Some("restricted"));
    assert_eq!(state(&[bail, "social care, 2017-01-09: Case closed, no further role."]), Some("restricted"));
}

#[test]
fn contact_under_a_restriction_that_nobody_lifted_is_a_breach() {
    let agreement = "social care, 2016-05-10: Written agreement signed: Tom Reid will not have any contact with Ava.";
    let seen = "school, 2018-05-10: Ava was collected by Uncle Tom.";
    assert_eq!(state(&[agreement, seen]), Some("breached"));
    assert_eq!(state(&[agreement, "social care, 2017-03-01: Case closed.", seen]), Some("breached"));
}

#[test]
fn contact_after_a_restriction_was_lifted_is_evidenced() {
    let bail = "police, 2016-05-04: Tom Reid bailed with a condition not to contact Ava.";
    let lifted = "police, 2016-11-04: Bail conditions for Tom Reid lifted.";
    assert_eq!(state(&[bail, lifted, "school, 2018-05-10: Ava was collected by Uncle Tom."]), Some("evidenced"));
}

#[test]
fn a_restriction_ends_by_its_own_term() {
    let brought = "gp, 2018-02-11: Ava brought to surgery by Uncle Tom.";
    assert_eq!(
        state(&["police, 2016-05-04: Tom Reid bailed to 3 August 2016, not to contact Ava.", brought]),
        Some("evidenced")
    );
    let agreed =
        "social care, 2016-05-04: Written agreement: Tom Reid will not see Ava. It lasts until 1 October 2016.";
    assert_eq!(state(&[agreed, brought]), Some("evidenced"));
    let order = "police, 2016-06-01: Tom Reid convicted. Sexual harm prevention order, ten years from today: no contact with Ava.";
    assert_eq!(state(&[order, brought]), Some("breached"));
}

#[test]
fn a_lifting_that_names_nobody_is_of_the_last_restriction_of_the_same_return() {
    let told = [
        "police, 2016-05-04: Tom Reid bailed, not to contact Ava.",
        "police, 2016-08-01: Bail cancelled.",
        "gp, 2018-02-11: Ava brought to surgery by Uncle Tom.",
    ];
    assert_eq!(state(&told), Some("evidenced"));
}

#[test]
fn a_list_of_occupants_is_one_household() {
    assert_eq!(state(&["housing, 2018-02-11: Household: Mel Dale, Tom Reid, Ava."]), Some("evidenced"));
}

#[test]
fn what_an_entry_says_is_of_nobody_here_raises_nothing() {
    let told = [
        "child: Ava Dale, born 2010-03-02",
        "person: Mel Dale, mother, lives with child",
        "school, 2016-05-03: Ava told her tutor that classmate Kai has an uncle on the sex offenders register. Not this family.",
    ];
    assert!(
        common::findings(&told).iter().all(|one| !one.rule.contains("csa") && one.rule != "perpetrator-in-contact")
    );
    let of_this_family = told[2].replace(" Not this family.", "").replace("classmate Kai has an", "she has an");
    let findings = common::findings(&[told[0], told[1], &of_this_family]);
    assert!(findings.iter().any(|one| one.rule == "prior-familial-csa"), "{findings:#?}");
}

#[test]
fn a_tie_to_the_carer_is_through_the_household() {
    let told = [
        "child: Ava Dale, born 2010-03-02",
        "person: Mel Dale, mother, lives with child",
        "person: Kev Marsh, mother's partner",
        "police, 2014-05-04: Kev Marsh alleged to have sexually abused Jodie Lunn, daughter of a former partner.",
    ];
    let findings = common::findings(&told);
    let found: Vec<_> = findings.iter().filter(|one| one.rule == "perpetrator-in-contact").collect();
    assert_eq!(found.iter().map(|one| one.state).collect::<Vec<_>>(), [Some("through-household")]);
    let path: Vec<String> =
        found[0].path.iter().map(|step| format!("{} {} {}", step.person, step.relation, step.of)).collect();
    assert_eq!(path, ["kev-marsh partner mel-dale", "mel-dale lives with ava-dale"]);
}

#[test]
fn the_section_27_test_stands_beside_an_allegation_in_the_family() {
    let prior = |person: &str, entries: &[&str]| {
        let mut lines = vec!["child: Ava Dale, born 2010-03-02", "person: Mel Dale, mother, lives with child", person];
        lines.extend(entries);
        let found = common::findings(&lines);
        let prior = found.into_iter().find(|one| one.rule == "prior-familial-csa").expect("an allegation");
        prior.section_27.map(|answer| (answer.words(), answer.facts.join("; "))).expect("a test")
    };
    let told = "school, 2016-05-03: Ava told her teacher that Tom Reid sexually abused her.";
    let uncle = prior("person: Tom Reid, maternal uncle", &[told]);
    assert_eq!(uncle, ("within subsection (2)".to_owned(), "recorded as the child's maternal uncle".to_owned()));
    let (open, _) = prior("person: Tom Reid, cousin", &[told]);
    assert!(
        open.starts_with("would be within subsection (3) if it were confirmed that they live or have lived"),
        "{open}"
    );
    let moved = "school, 2015-01-10: Tom Reid moved in with Ava and her mother.";
    let (closed, facts) = prior("person: Tom Reid, cousin", &[moved, told]);
    assert_eq!(closed, "within subsection (3)");
    assert!(facts.contains("living in one household with the child"), "{facts}");
    let (outside, _) = prior("person: Tom Reid, maternal great-uncle", &[told]);
    assert_eq!(outside, "outside section 27 but in the family environment");
}

#[test]
fn a_given_name_with_the_letter_of_a_surname_is_the_one_of_that_name() {
    assert_eq!(state(&["school, 2018-02-11: Ava was collected by Tommy R at the gate."]), Some("evidenced"));
    assert_eq!(
        state(&["school, 2018-02-11: Ava was collected by Tommy B at the gate."]),
        Some("not-known-to-have-ended")
    );
}

#[test]
fn a_lodger_of_the_home_is_of_the_household_and_a_lodger_elsewhere_is_not() {
    let answer = |lodger: &str| {
        let told = format!(
            "school, 2016-05-03: Ava told her teacher that Ned Cole, {lodger}, sexually abused her friend Zoe."
        );
        let family = [
            "child: Ava Dale, born 2010-03-02",
            "person: Mel Dale, mother, lives with child",
            "person: Joe Dale, father",
            &told,
        ];
        let found = common::findings(&family).into_iter().find(|one| one.rule == "prior-familial-csa")?;
        found.section_27.map(|answer| answer.words())
    };
    let would_be =
        |words: Option<String>| words.is_some_and(|words| words.starts_with("would be within subsection (4)"));
    assert!(would_be(answer("the lodger")));
    assert!(would_be(answer("her mother's lodger")));
    assert_eq!(answer("the lodger of a neighbour"), None);
}

#[test]
fn bail_that_falls_away_lifts_no_written_agreement() {
    let agreement = "social care, 2016-05-10: Written agreement signed: Tom Reid will not have any contact with Ava.";
    let verdict = "police, 2017-09-19: Tom Reid not guilty on both counts. Bail conditions fall away.";
    let seen = "school, 2018-05-10: Ava was collected by Uncle Tom.";
    assert_eq!(state(&[agreement, verdict, seen]), Some("breached"));
}

#[test]
fn all_in_order_is_no_order_of_a_court() {
    let check = "police, 2018-01-19: Vehicle check, driver Tom Reid, Ava front passenger, being fetched from her Saturday job. All in order.";
    assert_eq!(state(&[check]), Some("evidenced"));
}
