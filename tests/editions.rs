//! Editions: what each leaves out is nowhere in what is written, and what it needs is there.

#[allow(dead_code, reason = "other tests use the rest")]
mod common;
#[path = "editions/search.rs"]
mod search;

use common::case;
use lifespan::account::{Account, Edition};
use lifespan::editions::{Edited, edit};
use lifespan::model::{Case, PersonId};
use lifespan::report::{self, json, pages};
use lifespan::{Known, Record, findings};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A case as an edition gives it.
fn edited(case: &Case, edition: Edition) -> Edited {
    let record = Record::read(case);
    let history = record.history(Known { by: "2024-12-31".parse().expect("a day"), to: None });
    let found = findings::examine(&record, &history);
    edit(edition, &record, &history, report::account(&record, &history, &found))
}

/// The page and the data of an account.
fn made(account: &Account) -> String {
    pages::chronology(account).expect("a page") + &json::json(account).expect("data")
}

/// Fails where an edition of a case holds one of the secrets, or refuses to be written.
fn keeps(lines: &[&str], edition: Edition, secrets: &[&str], stays: &[&str]) {
    let copy = edited(&case(lines), edition);
    let text = made(&copy.account);
    assert_eq!(search::found(&text, secrets), Vec::<&str>::new(), "{lines:#?}");
    let survivors = copy.secrets.survivors(&text);
    assert!(survivors.is_empty(), "{survivors:?}\n{lines:#?}");
    for words in stays {
        assert!(text.contains(words), "{words}\n{lines:#?}");
    }
}

const FAMILY: &[&str] = &[
    "child: Chloe Hartley, born 2010-03-04",
    "person: Donna Hartley, born 1985-02-11, mother, lives with child",
    "person: Raymond Sleight, maternal uncle, also Ray",
];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    FAMILY.iter().chain(more).copied().collect()
}

#[test]
fn an_id_that_says_what_is_left_out_gives_way_to_another() {
    let mut case = case(&with(&["social care, 2018-01-02: Donna Hartley rang from 07700 900123 and minds Chloe."]));
    let mother = case.front.people.iter_mut().find(|person| person.name == "Donna Hartley").expect("the mother");
    mother.id = PersonId("mum-07700900123".to_owned());
    for edition in [Edition::Referral, Edition::Subgroup] {
        let copy = edited(&case, edition);
        let text = made(&copy.account);
        assert!(!text.contains("07700900123") && copy.secrets.survivors(&text).is_empty(), "{edition:?}");
    }
}

#[test]
fn a_name_that_pages_are_made_of_can_be_left_out() {
    let lines = [
        "child: Amy Li, born 2010-03-04",
        "person: Wei Li, mother, lives with child",
        "police, 2018-02-03: Mrs Li rang. Neighbour Tom Div came with Ann Svg. Neighbour Jon Tr was out.",
    ];
    keeps(&lines, Edition::Referral, &["Tom Div"], &["Li"]);
    let copy = edited(&case(&lines), Edition::Subgroup);
    let text = made(&copy.account);
    assert!(copy.secrets.survivors(&text).is_empty());
    assert!(!text.contains("Li ") && !text.contains("Wei") && text.contains("<li>"));
}

#[test]
fn a_subgroups_copy_names_nobody() {
    let secrets = [
        "Chloe",
        "Hartley",
        "Donna",
        "Raymond",
        "Ray",
        "Sleight",
        "Priya Shah",
        "Shah",
        "07700900123",
        "9434765919",
        "WX12AB",
    ];
    keeps(
        &with(&[
            "social care, 2018-01-02: Donna's brother Ray Sleight minds Chloe. SLEIGHT, Raymond was seen. The Hartleys' home is calm.",
            "social care, 2018-01-03: Social worker Priya Shah visited 14 Mere View, WX1 2AB. Tel 07700 900123. NHS 943 476 5919.",
            "police, 2018-02-03: HARTLEY CHLOE (7) SAYS R SLEIGHT SEXUALLY ABUSED HER. SLEIGHTS ADDRESS IS 14 MERE VIEW.",
            "school, 2018-03-04: chloe told us that ray was at mere view again. Chloé's book is in her tray. Miss Shah rang.",
        ]),
        Edition::Subgroup,
        &secrets,
        &["[Maternal uncle 1]", "[Mother]", "[address]", "her tray"],
    );
}

#[test]
fn names_that_are_words_are_taken_out_where_they_are_names() {
    let copy = edited(
        &case(&[
            "child: Grace May, born 2010-03-04",
            "person: Rose May, mother, lives with child",
            "person: Mark Young, mother's partner, also Will",
            "school, 2018-05-02: Grace came in May 2018 with a mark on her arm. Mark will collect her. A grace period was agreed.",
            "police, 2018-05-09: MARK YOUNG SEEN WITH GRACE MAY. A MARK ON HER ARM. GRACE'S MOTHER ROSE TOLD.",
        ]),
        Edition::Subgroup,
    );
    let text = made(&copy.account);
    for gone in ["Grace came", "Mark will", "MARK YOUNG", "GRACE MAY", "GRACE'S", "Rose May", "Mark Young", "Grace May"]
    {
        assert!(!text.contains(gone), "{gone}");
    }
    for stays in ["in May 2018", "a mark on her arm", "A grace period was agreed", "will collect her"] {
        assert!(text.contains(stays), "{stays}");
    }
}

#[test]
fn dates_of_birth_go_in_every_written_form() {
    let copy = edited(
        &case(&with(&[
            "health, 2010-03-04: Chloe born by section, 04/03/2010. Mother b. 11.2.85.",
            "police, 2018-01-02: CHLOE HARTLEY DOB 4/3/10. DONNA 11 FEB 1985, born 11th of February 1985, 11021985.",
            "school, 2018-01-09: Form lists 4 March 2010 and 1985-02-11. Next birthday 4 March 2019.",
        ])),
        Edition::Subgroup,
    );
    let text = made(&copy.account);
    for (year, month, day) in [(2010, 3, 4), (1985, 2, 11)] {
        let left: Vec<String> =
            search::forms(year, month, day).into_iter().filter(|form| search::dated(&text, form)).collect();
        assert!(left.is_empty(), "{left:?}");
    }
    assert!(text.contains("March 2010"), "the birth stays in the chronology under its month");
}

#[test]
fn a_referral_names_no_third_party_and_keeps_the_family() {
    let secrets = ["Kettle", "Pauline", "Ellie", "Stokes", "Ellie Stokes", "14 Mere View", "mere view", "07700 900123"];
    keeps(
        &with(&[
            "social care, 2018-01-02: Neighbour Mrs Pauline Kettle of 14 Mere View, tel 07700 900123, says Ray Sleight stays at weekends.",
            "school, 2018-01-03: Chloe and her friend Ellie Stokes (8) were late. Ellie's bag was left. Stokes family told.",
            "police, 2018-01-04: KETTLE PAULINE AGAIN RANG ABOUT MERE VIEW. SLEIGHT RAYMOND SPOKEN TO.",
            "school, 2018-02-03: Chloe (7) told her teacher that her uncle Ray sexually abused her.",
        ]),
        Edition::Referral,
        &secrets,
        &["Raymond Sleight", "Donna Hartley", "Chloe Hartley", "[a neighbour]", "[another child]", "[address]"],
    );
}

#[test]
fn a_surname_that_a_third_party_shares_with_the_family_stays_with_the_family() {
    let copy = edited(
        &case(&with(&[
            "school, 2018-01-03: Chloe and her friend Kayleigh Hartley, no relation, were late. Ms Hartley rang about Kayleigh.",
        ])),
        Edition::Referral,
    );
    let text = made(&copy.account);
    assert!(search::found(&text, &["Kayleigh", "Kayleigh Hartley"]).is_empty());
    assert!(text.contains("Donna Hartley") && text.contains("Ms Hartley rang"));
}

#[test]
fn whoever_asked_not_to_be_named_is_not_named_where_they_told() {
    let copy = edited(
        &case(&with(&[
            "person: Jean Hartley, maternal aunt",
            "social care, 2018-01-02: Jean Hartley rang about the noise. She asked not to be named.",
            "social care, 2018-01-09: Anonymous caller says that Donna Hartley works nights.",
            "school, 2018-03-02: Jean Hartley collected Chloe.",
        ])),
        Edition::Referral,
    );
    let told = copy.account.entries.iter().find(|entry| entry.text.contains("about the noise")).expect("the entry");
    assert!(!told.text.contains("Jean") && told.text.contains("[a person who asked not to be named]"), "{}", told.text);
    let jean =
        copy.account.people.iter().find(|person| person.name == "Jean Hartley").expect("she stays in the family");
    assert!(!told.people.contains(&jean.id) && jean.mentions.iter().all(|mention| mention.entry != told.id));
    let text = made(&copy.account);
    assert!(text.contains("Jean Hartley collected Chloe") && text.contains("says that Donna Hartley works nights"));
}

#[test]
fn a_rapid_review_leaves_nothing_out() {
    let lines = with(&["social care, 2018-01-02: Neighbour Pauline Kettle of 14 Mere View rang."]);
    let copy = edited(&case(&lines), Edition::RapidReview);
    assert!(made(&copy.account).contains("Neighbour Pauline Kettle of 14 Mere View rang."));
    assert!(copy.secrets.is_empty() && copy.key.is_none());
}

#[test]
fn files_agencies_and_ids_give_nobody_away() {
    keeps(
        &with(&[
            "agency: donna hartley support, nothing known, searched Donna Hartley; Chloe Hartley 04/03/2010",
            "sleight house surgery, 2018-01-03: Chloe seen with Mum.",
        ]),
        Edition::Subgroup,
        &["Hartley", "Donna", "Sleight", "Chloe"],
        &["Health service 1"],
    );
}

#[test]
fn the_check_finds_what_a_pass_would_have_left() {
    let copy = edited(
        &case(&with(&["school, 2018-01-03: Chloe seen with Ray on 5 May. Tel 07700 900123."])),
        Edition::Subgroup,
    );
    for leak in [
        "Donna",
        "DONNA’S",
        "the Hartleys",
        "<b>Don</b>na",
        "Do\u{ad}nna",
        "D&#111;nna",
        "title=\"Sleight\"",
        "sleight.html",
        "Slei\u{301}ght",
        "4 March 2010",
        "04/03/10",
        "07700900123",
    ] {
        assert!(!copy.secrets.survivors(&format!("<p id=\"here\">{leak}</p>")).is_empty(), "{leak}");
    }
    for fine in ["a tray", "X-ray", "5 May 2018", "Child", "Mother's partner 2"] {
        assert!(copy.secrets.survivors(fine).is_empty(), "{fine}");
    }
    let found = copy.secrets.survivors("\n<p id=\"here\">Donna</p>");
    assert_eq!((found[0].near.as_deref(), found[0].line), (Some("here"), 2));
    assert!(!format!("{found:?}").to_lowercase().contains("donna"), "the message does not tell the name");
}

/// The files that `build --for` writes for a sample, by name.
fn files(sample: &str, purpose: &str) -> BTreeMap<String, String> {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_lifespan"))
        .args(["build", &case.to_string_lossy(), "--for", purpose, "--out", &folder.path().to_string_lossy()])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{sample} {purpose}: {}", String::from_utf8_lossy(&output.stderr));
    let files = std::fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a file").path());
    let named = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    files.map(|path| (named(&path), std::fs::read_to_string(&path).expect("text"))).collect()
}

/// What a sample's front sheet names: each word of each name, and dates of birth.
fn named(sample: &str) -> (Vec<String>, Vec<(u32, u32, u32)>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample).join("case.json");
    let front: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).expect("text")).expect("JSON");
    let people = || std::iter::once(&front["child"]).chain(front["people"].as_array().into_iter().flatten());
    let names = people()
        .flat_map(|one| std::iter::once(&one["name"]).chain(one["also_known_as"].as_array().into_iter().flatten()));
    let words = names.filter_map(|name| name.as_str()).flat_map(str::split_whitespace).map(str::to_owned).collect();
    let born = people().filter_map(|one| {
        let parts: Vec<u32> = one["born"].as_str()?.split('-').filter_map(|part| part.parse().ok()).collect();
        <[u32; 3]>::try_from(parts).ok().map(|[year, month, day]| (year, month, day))
    });
    (words, born.collect())
}

#[test]
fn no_sample_names_anybody_in_its_subgroup_edition() {
    for sample in ["hartley", "okafor", "pryce", "lindqvist", "begum", "brennan", "quiet"] {
        let (names, born) = named(sample);
        // Names that are also words are sought as names are written; the page has words of its own.
        let (words, names): (Vec<&str>, Vec<&str>) =
            names.iter().map(String::as_str).partition(|name| ["Mark", "Bill"].contains(name));
        for (file, text) in files(sample, "subgroup").iter().filter(|(file, _)| !file.ends_with("-key.json")) {
            assert_eq!(search::found(text, &names), Vec::<&str>::new(), "{sample}: {file}");
            assert!(search::found(file, &names).is_empty(), "{file}");
            assert_eq!(search::written(text, &words), Vec::<&str>::new(), "{sample}: {file}");
            for (year, month, day) in &born {
                for form in search::forms(*year, *month, *day) {
                    assert!(!search::dated(text, &form), "{sample}: {file} holds {form}");
                }
            }
        }
    }
}

#[test]
fn no_sample_names_a_third_party_in_its_referral() {
    for (sample, secrets) in [
        ("hartley", &["Shannon", "Pugh"][..]),
        ("okafor", &["Whitlock", "Jade", "Lisa", "09/02/2002"][..]),
        ("pryce", &["Fry", "Alan Fry"][..]),
        ("lindqvist", &[][..]),
        ("begum", &[][..]),
        ("brennan", &[][..]),
        ("quiet", &[][..]),
    ] {
        let files = files(sample, "referral");
        assert!(files.keys().any(|name| name.ends_with("-referral-manifest.json")));
        for (file, text) in &files {
            assert_eq!(search::found(text, secrets), Vec::<&str>::new(), "{sample}: {file}");
        }
    }
}

#[test]
fn the_key_is_apart_and_for_its_owner_only() {
    let files = files("hartley", "subgroup");
    let key = &files["EX-01-key.json"];
    assert!(key.contains("\"role\": \"Mother\"") && key.contains("Donna Hartley"));
    assert!(files["EX-01-subgroup.html"].contains("What this copy leaves out"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quiet");
        let run = Command::new(env!("CARGO_BIN_EXE_lifespan"))
            .args(["build", &case.to_string_lossy(), "--for", "subgroup", "--out", &folder.path().to_string_lossy()])
            .status();
        assert!(run.expect("the program runs").success());
        let mode = std::fs::metadata(folder.path().join("EX-07-key.json")).expect("the key").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}
