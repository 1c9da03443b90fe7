//! Small families in which the right answer is plain to a person.

use super::sketch::{born, entry, front, full, given, kin, of, people, sexed, surname, tied, told};
use crate::model::{
    Decision, Entry, Event, EventKind, Mention, Naming, Reading, Role, Ruling, Sex, Signature, Who, Whom,
};
use std::collections::BTreeMap;

fn hartley() -> crate::model::FrontSheet {
    front(
        "Chloe Hartley",
        &[
            ("donna", "Donna Hartley", "mother"),
            ("wayne", "Wayne Hartley", "father"),
            ("jake", "Jake Hartley", "brother"),
            ("jean", "Jean Sleight", "maternal grandmother"),
        ],
    )
}

#[test]
fn an_uncle_who_is_not_on_the_front_sheet_is_found_through_every_wording() {
    let sheet = hartley();
    let read = [
        entry(
            "csc",
            2,
            "2010-06-15",
            "C told that her uncle. Named as mother's brother, Raymond Sleight.",
            vec![
                super::sketch::mention("C", Naming::Initials("C".into())),
                kin("her uncle", "uncle"),
                kin("mother's brother", "mother's brother"),
                full("Raymond Sleight", "Raymond", "Sleight"),
            ],
            &[(1, 2), (2, 3)],
        ),
        entry(
            "school",
            5,
            "2010-06-15",
            "Uncle Ray hurt her. Mum said her brother moved.",
            vec![
                tied(mention_given("Uncle Ray", "Ray"), "uncle"),
                kin("Mum", "mother"),
                of(kin("her brother", "brother"), 1),
            ],
            &[],
        ),
        entry("gp", 2, "2017-03-09", "Brought by uncle.", vec![kin("uncle", "uncle")], &[]),
        entry(
            "csc",
            9,
            "2017-02-21",
            "Ms Hartley, MGM and Ms Hartley's brother at home",
            vec![
                surname("Ms Hartley", "Hartley", Some("Ms")),
                kin("MGM", "MGM"),
                of(kin("Ms Hartley's brother", "brother"), 0),
            ],
            &[],
        ),
        entry("police", 3, "2010-06-16", "SLEIGHT attended.", vec![surname("SLEIGHT", "SLEIGHT", None)], &[]),
        entry(
            "police",
            2,
            "2010-06-16",
            "maternal uncle SLEIGHT Raymond",
            vec![born(tied(full("SLEIGHT Raymond", "Raymond", "SLEIGHT"), "maternal uncle"), "1974-09-03")],
            &[],
        ),
    ];
    let found = people(&sheet, &read, &[]);
    assert_eq!(
        told(&found),
        [
            "child raymond-sleight raymond-sleight raymond-sleight",
            "raymond-sleight donna raymond-sleight",
            "raymond-sleight",
            "donna jean raymond-sleight",
            "raymond-sleight",
            "raymond-sleight",
        ]
    );
    assert_eq!(found.maybe, []);
}

fn mention_given(text: &str, name: &str) -> Mention {
    super::sketch::mention(text, Naming::Given(name.into()))
}

#[test]
fn a_pet_form_without_surname_or_tie_is_only_a_maybe() {
    let sheet = front(
        "Shauna Brennan",
        &[("michelle", "Michelle Brennan", "mother"), ("pauline", "Pauline Brennan", "maternal grandmother")],
    );
    let read = [
        entry(
            "csc",
            2,
            "2013-11-13",
            "Mick, mother's boyfriend, who lives with them",
            vec![given("Mick"), kin("mother's boyfriend", "mother's boyfriend")],
            &[(0, 1)],
        ),
        entry(
            "csc",
            3,
            "2024-02-09",
            "Nan. Her lodger Michael Doyle made tea",
            vec![kin("Nan", "nan"), of(tied(full("Her lodger Michael Doyle", "Michael", "Doyle"), "lodger"), 0)],
            &[],
        ),
        entry("home", 4, "2024-02-16", "Michael (lodger) drove", vec![given("Michael")], &[]),
        entry(
            "csc",
            4,
            "2023-12-06",
            "mother's then partner Mick",
            vec![tied(mention_given("mother's then partner Mick", "Mick"), "mother's partner")],
            &[],
        ),
    ];
    let found = people(&sheet, &read, &[]);
    assert_eq!(told(&found), ["mick mick", "pauline michael-doyle", "michael-doyle", "mick"]);
    assert_eq!(found.maybe.len(), 1);
    assert_eq!((found.maybe[0].a.0.as_str(), found.maybe[0].b.0.as_str()), ("mick", "michael-doyle"));
}

#[test]
fn a_given_name_and_a_title_behind_it_are_two_people() {
    let sheet = front("Amy Cole", &[("mother", "Sue Cole", "mother"), ("gavin", "Gavin Sproat", "mother's partner")]);
    for text in ["Present: Gavin, Mr Lowe", "Lift from Gavin (Mr Lowe, coach)."] {
        let mentions = vec![given("Gavin"), surname("Mr Lowe", "Lowe", Some("Mr"))];
        let found = people(&sheet, &[entry("a", 2, "2015-01-01", text, mentions, &[])], &[]);
        assert_eq!(told(&found), ["gavin mr-lowe"], "{text}");
    }
}

#[test]
fn two_uncles_stay_apart_and_a_bare_uncle_joins_neither() {
    let sheet = front("Amy Cole", &[("mother", "Sue Cole", "mother"), ("father", "Jim Cole", "father")]);
    let read = [
        entry(
            "a",
            2,
            "2015-01-01",
            "uncle Dave",
            vec![tied(full("maternal uncle Dave Reed", "Dave", "Reed"), "maternal uncle")],
            &[],
        ),
        entry(
            "a",
            3,
            "2015-01-02",
            "uncle Bob",
            vec![tied(full("paternal uncle Bob Cole", "Bob", "Cole"), "paternal uncle")],
            &[],
        ),
        entry("a", 4, "2015-01-03", "her uncle", vec![kin("her uncle", "uncle")], &[]),
    ];
    let found = people(&sheet, &read, &[]);
    assert_eq!(told(&found), ["dave-reed", "bob-cole", "unnamed-1"]);
    assert_eq!(found.maybe.len(), 2);
}

#[test]
fn differing_dates_of_birth_keep_one_name_apart_and_one_date_joins_two_surnames() {
    let sheet = front("Manny Okafor", &[("darren", "Darren Pike", "mother's partner")]);
    let read = [
        entry("h", 2, "2021-02-18", "x", vec![born(full("Darren Pike", "Darren", "Pike"), "1981-11-05")], &[]),
        entry("p", 2, "2014-03-22", "x", vec![born(full("MALLORY Darren", "Darren", "MALLORY"), "1981-11-05")], &[]),
        entry("p", 3, "2014-04-02", "x", vec![full("MALLORY Darren", "Darren", "MALLORY")], &[]),
        entry("p", 4, "2019-01-01", "x", vec![born(full("PIKE Darren", "Darren", "PIKE"), "1999-01-01")], &[]),
    ];
    assert_eq!(told(&people(&sheet, &read, &[])), ["darren", "darren", "darren", "darren-pike"]);
}

#[test]
fn kin_words_are_read_from_where_they_stand() {
    let sheet = front(
        "Amina Begum",
        &[
            ("mum", "Rukhsana Begum", "mother"),
            ("dad", "Shafiq Miah", "father"),
            ("mgf", "Abdul Rahman", "maternal grandfather"),
        ],
    );
    let read = [
        entry(
            "m",
            2,
            "2012-04-18",
            "Rukhsana was abused by her father.",
            vec![given("Rukhsana"), of(kin("her father", "father"), 0)],
            &[],
        ),
        entry("s", 2, "2018-01-10", "Her father came.", vec![kin("Her father", "father")], &[]),
        entry("s", 3, "2018-01-11", "Mr Rahman came.", vec![surname("Mr Rahman", "Rahman", Some("Mr"))], &[]),
        entry("s", 4, "2018-01-12", "Mr Miah came.", vec![sexed(surname("Mr Miah", "Miah", Some("Mr")), Sex::M)], &[]),
    ];
    assert_eq!(told(&people(&sheet, &read, &[])), ["mum mgf", "dad", "mgf", "dad"]);
}

#[test]
fn the_order_of_files_changes_nothing() {
    let sheet = hartley();
    let mut read = vec![
        entry("a", 2, "2015-01-01", "x", vec![kin("a man", "friend"), given("Kyle")], &[]),
        entry("b", 2, "2015-01-02", "x", vec![full("Kyle Denham", "Kyle", "Denham"), kin("her uncle", "uncle")], &[]),
    ];
    let first = people(&sheet, &read, &[]);
    read.reverse();
    let second = people(&sheet, &read, &[]);
    assert_eq!(first.persons, second.persons);
    assert_eq!(first.maybe, second.maybe);
}

fn decided(number: usize, ruling: Ruling) -> Decision {
    let on = chrono::NaiveDate::from_ymd_opt(2025, 6, 2).unwrap_or_default();
    let signed = Signature { by: "A Reilly".into(), on, why: None };
    Decision { number, ruling, signed, taken_back: None }
}

fn whom(person: &str) -> Whom {
    Whom { person: person.into(), entry: None, words: None }
}

#[test]
fn a_decision_joins_keeps_apart_and_can_be_taken_back() {
    let sheet = front("Shauna Brennan", &[("michelle", "Michelle Brennan", "mother")]);
    let read = [
        entry("csc", 2, "2013-11-13", "Mick", vec![tied(given("Mick"), "mother's partner")], &[]),
        entry("csc", 3, "2024-02-09", "Michael Doyle", vec![full("Michael Doyle", "Michael", "Doyle")], &[]),
    ];
    let mut same = decided(1, Ruling::Same(whom("mick"), whom("Michael Doyle")));
    let found = people(&sheet, &read, &[same.clone()]);
    assert_eq!(told(&found), ["michael-doyle", "michael-doyle"]);
    assert_eq!((found.maybe.len(), found.settled.len(), found.notes.len()), (0, 1, 0));

    let apart = decided(2, Ruling::NotTheSame(whom("mick"), whom("Michael Doyle")));
    let found = people(&sheet, &read, &[apart]);
    assert_eq!((told(&found), found.maybe.len()), (vec!["mick".to_owned(), "michael-doyle".to_owned()], 0));

    same.taken_back = Some(same.signed.clone());
    assert_eq!(people(&sheet, &read, &[same]).maybe.len(), 1);
}

#[test]
fn a_decision_takes_a_mention_out_of_a_person() {
    let sheet = front("Amy Cole", &[("mother", "Sue Cole", "mother"), ("ray", "Ray Reed", "maternal uncle")]);
    let read = [entry("gp", 2, "2015-01-01", "Brought by her uncle.", vec![kin("her uncle", "uncle")], &[])];
    assert_eq!(told(&people(&sheet, &read, &[])), ["ray"]);
    let mention = Whom { entry: Some(read[0].0.id.clone()), words: Some("her uncle".into()), ..whom("ray") };
    let found = people(&sheet, &read, &[decided(1, Ruling::NotTheSame(mention, whom("ray")))]);
    assert_eq!(told(&found), ["unnamed-1"]);
}

#[test]
fn a_decision_about_somebody_who_is_not_there_is_a_note() {
    let sheet = front("Amy Cole", &[]);
    let found = people(&sheet, &[], &[decided(3, Ruling::Same(whom("child"), whom("Nobody")))]);
    assert_eq!(found.notes[0].at, "decisions.json, number 3");
}

/// The same entry, with an allegation that one mention abused the child whose record it is.
fn accusing((entry, mut reading): (Entry, Reading), mention: usize) -> (Entry, Reading) {
    let people = BTreeMap::from([(Role::AllegedPerpetrator, Who::Mention(mention)), (Role::AllegedVictim, Who::Child)]);
    reading.events.push(Event { people, ..Event::new(EventKind::SexualAbuseAllegation, 0, 0..0) });
    (entry, reading)
}

#[test]
fn a_cousin_accused_of_the_same_is_the_one_whom_others_name() {
    let sheet = front("Arjan Gill", &[("jas", "Jasdeep Gill", "cousin")]);
    let police = entry(
        "police",
        2,
        "2021-03-16",
        "Says cousin Gurdeep Sandhu abused him.",
        vec![tied(full("cousin Gurdeep Sandhu", "Gurdeep", "Sandhu"), "cousin")],
        &[],
    );
    let clinic = entry("camhs", 2, "2021-06-17", "CSA by cousin.", vec![kin("cousin", "cousin")], &[]);
    let before = entry("gp", 2, "2020-01-10", "CSA by cousin.", vec![kin("cousin", "cousin")], &[]);
    let found = people(&sheet, &[accusing(police.clone(), 0), accusing(clinic.clone(), 0)], &[]);
    assert_eq!(told(&found), ["gurdeep-sandhu", "gurdeep-sandhu"]);
    let found = people(&sheet, &[accusing(police, 0), clinic], &[]);
    assert_eq!(told(&found)[1], "unnamed-1", "nobody is accused there");
    let found = people(&sheet, &[accusing(before, 0)], &[]);
    assert_ne!(told(&found)[0], "gurdeep-sandhu");
}

#[test]
fn an_alleged_perpetrator_of_a_given_name_is_not_somebody_named_in_full_years_later() {
    let sheet = front("Kieron Lindo", &[("yvonne", "Yvonne Lindo", "mother")]);
    let school = |date| entry("school", 2, date, "Winston abused him.", vec![sexed(given("Winston"), Sex::M)], &[]);
    let driver = |title: &str| sexed(full(title, "Winston", "Grizzle"), Sex::M);
    let church =
        entry("church", 2, "2023-10-13", "Mr Winston Grizzle drives.", vec![driver("Mr Winston Grizzle")], &[]);
    let apart = people(&sheet, &[accusing(school("2014-05-20"), 0), church.clone()], &[]);
    assert_eq!(told(&apart), ["winston", "winston-grizzle"]);
    assert_eq!(apart.maybe.len(), 1, "it is asked");
    let near = people(&sheet, &[accusing(school("2023-09-20"), 0), church], &[]);
    assert_eq!(told(&near), ["winston-grizzle", "winston-grizzle"]);
}
