//! Who is who and what is told, in words that say it in passing.

mod common;

use lifespan::{History, Known, Record};

const FAMILY: &[&str] = &[
    "child: Orla Feeney, born 2011-05-29",
    "person: Bethan Feeney, mother, lives with child",
    "person: Alan Feeney, father",
    "person: Lewis Feeney, brother",
    "person: Marek Nowicki, mother's partner",
    "person: Gavin Pryor, paternal uncle",
    "person: Bella Pryor, cousin",
    "person: Sheila Lamb, maternal grandmother",
    "person: Victor Lamb, maternal grandfather",
];

fn with<T>(lines: &[&str], look: impl Fn(&History<'_>) -> T) -> T {
    let case = common::case(&[FAMILY, lines].concat());
    let record = Record::read(&case);
    look(&record.history(Known { by: "2024-12-31".parse().expect("a day"), to: None }))
}

/// Every name by which whoever bears a name is known.
fn names(line: &str, name: &str) -> Vec<String> {
    with(&[line], |history| {
        let mut all =
            history.people.persons.iter().map(|one| [vec![one.name.clone()], one.also_known_as.clone()].concat());
        all.find(|names| names.iter().any(|one| one == name)).unwrap_or_default()
    })
}

#[test]
fn another_name_told_in_passing_is_of_whom_the_clause_speaks() {
    for (line, known, other) in [
        (
            "hv, 2020-01-09: Old notes traced: mother was held under her married name, Bethan Coyle.",
            "Bethan Feeney",
            "Bethan Coyle",
        ),
        ("hv, 2020-01-09: Mother gave her name as Bethan Coyle.", "Bethan Feeney", "Bethan Coyle"),
        ("hv, 2020-01-09: Bethan (Coyle on her tenancy) attended.", "Bethan Feeney", "Bethan Coyle"),
        ("charity, 2020-01-09: Lewis introduced himself as Lewis Strang.", "Lewis Feeney", "Lewis Strang"),
        ("police, 2020-01-09: Marek trades as Mark Novak.", "Marek Nowicki", "Mark Novak"),
        ("police, 2020-01-09: Marek, or Mark Novak as he is known on site, called.", "Marek Nowicki", "Mark Novak"),
    ] {
        assert!(names(line, known).iter().any(|one| one == other), "{line}: {:?}", names(line, known));
    }
}

#[test]
fn somebody_else_of_the_clause_is_not_renamed() {
    for line in [
        "hv, 2020-01-09: Mother gave the father's name as Mark Novak.",
        "hv, 2020-01-09: Lewis has a friend called Mark Novak.",
        "school, 2020-01-09: Lewis was brought by Mark Novak.",
    ] {
        assert_eq!(names(line, "Bethan Feeney"), ["Bethan Feeney"], "{line}");
        assert_eq!(names(line, "Lewis Feeney"), ["Lewis Feeney"], "{line}");
    }
}

fn kin(line: &str, name: &str) -> Option<String> {
    with(&[line], |history| {
        let person = history.people.persons.iter().find(|one| one.name == name)?;
        history.kin_to_child.get(&person.id).map(|kin| kin.words())
    })
}

#[test]
fn who_is_a_couple_is_read_in_everyday_words() {
    for words in
        ["are an item", "have got together", "are engaged", "have rekindled their relationship", "are a couple"]
    {
        let line = format!("charity, 2019-11-19: Dad and Michelle Aspin {words}.");
        assert_eq!(kin(&line, "Michelle Aspin").as_deref(), Some("father's partner"), "{line}");
    }
    let line = "charity, 2019-11-19: Dad has met someone new, Michelle Aspin.";
    assert_eq!(kin(line, "Michelle Aspin").as_deref(), Some("father's partner"));
}

/// How many people of a name a case has.
fn bearers(lines: &[&str], name: &str) -> usize {
    with(lines, |history| history.people.persons.iter().filter(|one| one.name == name).count())
}

#[test]
fn a_cousins_father_is_the_uncle_of_that_name() {
    let line = "csc, 2019-04-29: Bella P has described sexual touching by her father, Gavin Pryor.";
    assert_eq!(bearers(&[line], "Gavin Pryor"), 1);
}

#[test]
fn the_grandmothers_husband_is_the_grandfather_of_her_name() {
    let line = "csc, 2021-02-17: Mrs Sheila Lamb and her husband came.";
    let unnamed = with(&[line], |history| history.people.persons.iter().filter(|one| !one.named).count());
    assert_eq!(unnamed, 0);
}

fn states(lines: &[&str]) -> Vec<&'static str> {
    let found = common::findings(&[FAMILY, lines].concat());
    found.iter().filter(|one| one.rule == "perpetrator-in-contact").filter_map(|one| one.state).collect()
}

#[test]
fn a_rule_without_a_name_binds_the_one_whom_its_return_accuses() {
    let accused = "yos, 2021-06-24: Gavin Pryor convicted of sexual assault of Bella Pryor.";
    let licence = "yos, 2023-03-15: Released to the hostel. Licence: no contact with children.";
    let seen = "school, 2023-09-18: Orla: Uncle Gavin came round for tea.";
    assert_eq!(states(&[accused, licence, seen]), ["breached"]);
    let other = "yos, 2023-03-15: Lewis on a licence: no contact with children.";
    assert_eq!(states(&[accused, other, seen]), ["evidenced"]);
}

#[test]
fn nobody_is_with_a_child_who_is_elsewhere_meanwhile() {
    let accused = "police, 2019-06-24: Gavin Pryor interviewed, sexual assault of Bella Pryor.";
    let closed = "police, 2019-08-24: Gavin Pryor: no further action.";
    assert_eq!(
        states(&[accused, closed, "csc, 2020-04-12: Gavin calls on Bethan while Orla is at school."]),
        ["through-household"]
    );
    assert_eq!(states(&[accused, closed, "csc, 2020-04-12: Gavin calls on Bethan and Orla."]), ["evidenced"]);
}

#[test]
fn what_the_child_did_to_another_child_is_not_done_to_the_child() {
    for text in [
        "Orla sexually assaulted a girl of 9.",
        "Aunt reports that Orla has been sexually harming Bella.",
        "Orla was seen being sexually harmful to a younger child.",
    ] {
        let line = format!("csc, 2023-04-03: {text}");
        let told = with(&[&line], |history| {
            history
                .happenings
                .iter()
                .any(|one| one.who(lifespan::model::Role::AllegedVictim) == Some(&history.front.child.id))
        });
        assert!(!told, "{text}");
    }
}
