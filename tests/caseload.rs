//! Many cases at once, as a person runs it: one bad case stops no other, nothing is built twice, no row of an extract is
//! lost, and the report for a subgroup names no child.

mod program;

use program::lifespan;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn write(place: PathBuf, words: &str) {
    fs::create_dir_all(place.parent().expect("a folder")).expect("the folder");
    fs::write(place, words).expect("a file");
}

/// A small case: a child, and a few rows of a school and of social care.
fn case(top: &Path, name: &str, child: &str) {
    let front =
        format!(r#"{{"reference":"{name}","child":{{"name":"{child}","born":"2009-02-03"}},"as_at":"2020-01-01"}}"#);
    write(top.join(name).join("case.json"), &front);
    write(
        top.join(name).join("returns/school.csv"),
        "Date,Event\n2016-05-04,Late again.\n2017-06-07,Good work in maths.\n",
    );
}

fn rows(file: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(file).expect("a CSV file");
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Every file of this name below a folder.
fn below(top: &Path, name: &str) -> Vec<PathBuf> {
    let found =
        walkdir::WalkDir::new(top).sort_by_file_name().into_iter().map(|item| item.expect("a file").into_path());
    found.filter(|path| path.file_name().is_some_and(|file| file == name)).collect()
}

#[test]
fn one_bad_case_stops_no_other_and_is_named_with_what_to_mend() {
    let here = folder();
    let top = here.path().join("cases");
    case(&top, "one", "Ava Dale");
    case(&top, "area/two", "Leo Marsh");
    write(top.join("broken/case.json"), "{\"child\": {\"name\": \"Mia Frost\"");
    case(&top, "unread", "Kai Thorn");
    write(top.join("unread/returns/police.pdf"), "%PDF-1.4 not a table");
    let output = lifespan(here.path(), &["caseload", "cases", "--out", "out"]);
    let words = said(&output);
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(
        words.starts_with("4 cases: 2 built, 0 unchanged, 2 failed\nRows: 4; 4 in the chronologies, 0 set aside\n"),
        "{words}"
    );
    assert!(words.contains("  broken/case.json, line 1, column"), "{words}");
    assert!(words.contains("  unread/returns/police.pdf: this file is"), "{words}");
    assert_eq!(words.matches("  To mend it: ").count(), 2, "{words}");
    assert!(here.path().join("out/one/one-chronology.html").is_file());
    assert!(here.path().join("out/area/two/area-two-chronology.json").is_file());
    let page = fs::read_to_string(here.path().join("out/subgroup.html")).expect("the report");
    assert!(page.contains("<b>2 more could not be built</b>"));
}

#[test]
fn what_has_not_changed_is_left_as_it_is() {
    let here = folder();
    let top = here.path().join("cases");
    case(&top, "one", "Ava Dale");
    case(&top, "two", "Leo Marsh");
    let run = || said(&lifespan(here.path(), &["caseload", "cases", "--out", "out"]));
    let first_line = |words: String| words.lines().next().unwrap_or_default().to_owned();
    assert_eq!(first_line(run()), "2 cases: 2 built, 0 unchanged, 0 failed");
    let page = here.path().join("out/one/one-chronology.html");
    let (page_before, key) =
        (fs::read(&page).expect("a page"), fs::read(here.path().join("out/key.csv")).expect("the key"));
    let report = fs::read(here.path().join("out/subgroup.html")).expect("the report");
    assert_eq!(first_line(run()), "2 cases: 0 built, 2 unchanged, 0 failed");
    assert_eq!(fs::read(here.path().join("out/subgroup.html")).expect("the report"), report);
    write(top.join("two/returns/gp.csv"), "Date,Event\n2018-01-01,Sore throat.\n");
    assert_eq!(first_line(run()), "2 cases: 1 built, 1 unchanged, 0 failed");
    fs::remove_file(&page).expect("the page goes");
    assert_eq!(first_line(run()), "2 cases: 1 built, 1 unchanged, 0 failed");
    assert_eq!(fs::read(&page).expect("the page is back"), page_before);
    let later = said(&lifespan(here.path(), &["caseload", "cases", "--out", "out", "--as-at", "2021-01-01"]));
    assert_eq!(first_line(later), "2 cases: 2 built, 0 unchanged, 0 failed");
    // A case that comes later takes no other's number.
    case(&top, "a-third", "Isla Wood");
    run();
    let numbers = |key: &[u8]| -> BTreeSet<String> {
        String::from_utf8_lossy(key)
            .lines()
            .skip(1)
            .map(|line| line.split(',').take(3).collect::<Vec<_>>().join(","))
            .collect()
    };
    let then = fs::read(here.path().join("out/key.csv")).expect("the key");
    assert!(numbers(&key).is_subset(&numbers(&then)));
    assert!(numbers(&then).contains("case,3,a-third"), "{:?}", numbers(&then));
}

/// The numbers in the cells of a report that count children.
fn counts(page: &str) -> Vec<usize> {
    let cells = page.split("class=\"count").skip(1).filter_map(|cell| cell.split_once('>'));
    let inside = |rest: &str| rest.split("</td>").next().unwrap_or_default().to_owned();
    let words = |cell: String| cell.split(['<', '>']).map(str::trim).filter_map(|part| part.parse().ok()).next();
    cells.filter_map(|(_, rest)| words(inside(rest))).collect()
}

/// The names and dates of birth that a front sheet gives.
fn named(front: &Value) -> Vec<String> {
    let people = front["people"].as_array().into_iter().flatten().chain([&front["child"]]);
    let mut words = Vec::new();
    for person in people {
        let names = person["also_known_as"].as_array().into_iter().flatten().chain([&person["name"]]);
        for name in names.filter_map(Value::as_str) {
            words.push(name.to_owned());
            words.extend(name.split_whitespace().filter(|word| word.chars().count() > 2).map(str::to_owned));
        }
        words.extend(person["born"].as_str().filter(|born| born.len() > 4).map(str::to_owned));
    }
    words
}

#[test]
fn the_report_names_nobody_and_shows_no_small_number() {
    let here = folder();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let samples = samples.to_string_lossy();
    // Every number shown, so that nothing is hidden by chance.
    let output = lifespan(here.path(), &["caseload", &samples, "--out", "out", "--report-only", "--small", "0"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let page = fs::read_to_string(here.path().join("out/subgroup.html")).expect("the report");
    let body = &page[page.find("<body>").expect("a body")..];
    let mut words: BTreeSet<String> = BTreeSet::new();
    for front in below(Path::new(samples.as_ref()), "case.json") {
        let front: Value = serde_json::from_str(&fs::read_to_string(front).expect("a front sheet")).expect("JSON");
        words.extend(named(&front));
        words.extend(front["reference"].as_str().map(str::to_owned));
        let agencies = front["agencies"].as_array().into_iter().flatten();
        words.extend(agencies.filter_map(|agency| agency["name"].as_str()).map(str::to_owned));
    }
    for kept in below(&here.path().join("out"), "kept.json") {
        let kept: Value = serde_json::from_str(&fs::read_to_string(kept).expect("what is kept")).expect("JSON");
        let people = kept["gist"]["people"].as_array().into_iter().flatten();
        words.extend(people.filter_map(|person| person["name"].as_str()).map(str::to_owned));
    }
    assert!(words.contains("Hartley") && words.contains("2003-05-17") && words.len() > 100, "{words:?}");
    let is_word = |word: &str| {
        body.match_indices(word).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(body[..at].chars().next_back()) && !letter(body[at + word.len()..].chars().next())
        })
    };
    let found: Vec<&String> = words.iter().filter(|word| is_word(word)).collect();
    assert!(found.is_empty(), "the report says {found:?}");
    let key = fs::read_to_string(here.path().join("out/key.csv")).expect("the key");
    assert!(key.contains("Chloe Hartley"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(here.path().join("out/key.csv")).expect("the key").permissions().mode();
        assert_eq!(mode & 0o077, 0, "others may read the key");
    }
    assert!(below(&here.path().join("out"), "EX-01-chronology.html").is_empty(), "--report-only writes no pages");
    let small = |page: &str| counts(page).into_iter().filter(|number| (1..5).contains(number)).count();
    assert!(small(&page) > 0, "{:?}", counts(&page));
    lifespan(here.path(), &["caseload", &samples, "--out", "out", "--report-only"]);
    let page = fs::read_to_string(here.path().join("out/subgroup.html")).expect("the report");
    assert!(small(&page) == 0 && !counts(&page).is_empty(), "{:?}", counts(&page));
}

/// A folder of the dataset with what happens in practice: columns in another order, other file names, dates of three
/// forms, words for nothing, ids as numbers with a point, a row of nobody, a table that is none.
fn dataset(top: &Path) {
    let table = |name: &str, words: &str| write(top.join(name), words);
    table(
        "SSD_Person.csv",
        "pers_surname,pers_forename,pers_person_id,pers_dob,pers_sex,pers_is_mother\n\
         Dale,Ava,9,02/03/2008,F,N\nDale,Ben,10.0,2011-01-05 00:00:00,M,N\nDale,Carys,77,1985-04-01,F,Y\nNoone,Xan,,2000-01-01,M,N\n",
    );
    table("ssd_mother.csv", "moth_table_id,moth_person_id,moth_childs_person_id\n1,77,9\n2,77,10\n3,,9\n");
    table(
        "ssd_address.csv",
        "addr_table_id,addr_person_id,addr_address_start_date,addr_address_end_date,addr_address_postcode,addr_address_json\n\
         1,9,2019-01-01,NULL,WX1 2AB,\"{\"\"HOUSE\"\":\"\"12\"\",\"\"STREET\"\":\"\"High Street\"\"}\"\n\
         2,77,2019-01-01,,WX1 2AB,\"{\"\"HOUSE\"\":\"\"12\"\",\"\"STREET\"\":\"\"High Street\"\"}\"\n",
    );
    table(
        "ssd_cin_episodes.csv",
        "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_referral_outcome_json\n\
         R1,9,2020-01-01,6,\"{\"\"OUTCOME_STRATEGY_DISCUSSION_FLAG\"\":\"\"Y\"\"}\"\n",
    );
    table(
        "ssd_cin_assessments_2026.csv",
        "cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date\nA1,9,2020-01-03,2020-04-03\n",
    );
    table(
        "ssd_assessment_factors.csv",
        "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n1,A1,\"[\"\"1B\"\",\"\"19C\"\"]\"\n2,A9,\"[\"\"1B\"\"]\"\n",
    );
    table(
        "ssd_s47_enquiry.csv",
        "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_outcome_json\n\
         S1,9,05/01/2020,20/01/2020,\"{\"\"OUTCOME_CP_CONFERENCE_FLAG\"\":\"\"Y\"\"}\"\nS2,10,2021-02-02,,\n",
    );
    table(
        "ssd_cp_plans.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category\n\
         P1,9,2020-01-25,2020-12-01,NEG\n",
    );
    table("ssd_cp_reviews.csv", "cppr_cp_review_id,cppr_cp_plan_id,cppr_cp_review_date\n1,P1,2020-04-25\n");
    table(
        "ssd_cla_episodes.csv",
        "clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason\n\
         E1,9,L1,2021-01-01,S,2021-09-01,E4A\n",
    );
    table(
        "ssd_cla_placement.csv",
        "clap_cla_placement_id,clap_cla_id,clap_cla_placement_start_date,clap_cla_placement_type\n1,L1,2021-01-01,K2\n",
    );
    table(
        "ssd_missing.csv",
        "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_end_date,miss_missing_rhi_offered\n\
         1,9,2021-03-01,2021-03-03,Y\n2,404,2021-03-05,2021-03-05,N\n",
    );
    table("ssd_professionals.csv", "prof_professional_id,prof_professional_name\nW1,R Tull\n");
    table("notes.csv", "a,b\n1,2\n");
}

#[test]
fn every_row_of_the_dataset_goes_to_a_case_or_is_set_aside() {
    let here = folder();
    dataset(&here.path().join("ssd"));
    let output = lifespan(here.path(), &["caseload", "--ssd", "ssd", "--out", "cases"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let out = here.path().join("cases");
    let number = |cell: &String| cell.parse::<usize>().expect("a number");
    let sent: usize = fs::read_dir(here.path().join("ssd"))
        .expect("the tables")
        .map(|file| rows(&file.expect("one").path()).len())
        .sum();
    let ledger = rows(&out.join("ledger.csv"));
    assert_eq!(ledger.iter().map(|row| number(&row[1])).sum::<usize>(), sent);
    for row in &ledger {
        assert_eq!(number(&row[1]), row[2..].iter().map(number).sum::<usize>(), "{row:?}");
    }
    let aside: BTreeSet<String> =
        rows(&out.join("set-aside.csv")).iter().map(|row| format!("{}:{}", row[0], row[1])).collect();
    let expected = ["SSD_Person.csv:5", "notes.csv:2", "ssd_assessment_factors.csv:3", "ssd_mother.csv:4"];
    assert_eq!(aside.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    // Each row that went to a return can be found there by its file and row.
    let told: String =
        below(&out, "social-care.csv").iter().map(|file| fs::read_to_string(file).expect("a return")).collect();
    for file in [
        "ssd_cin_episodes.csv:2",
        "ssd_cp_reviews.csv:2",
        "ssd_cla_placement.csv:2",
        "ssd_missing.csv:3",
        "ssd_s47_enquiry.csv:3",
    ] {
        assert!(told.contains(file), "{file} is in no return");
    }
    let front: Value =
        serde_json::from_str(&fs::read_to_string(out.join("9/case.json")).expect("a front sheet")).expect("JSON");
    assert_eq!(front["people"][0]["name"], "Carys Dale");
    assert_eq!(front["people"][0]["lives_with_child"], true);
    assert_eq!(
        (front["people"][1]["name"].as_str(), front["people"][1]["relation"].as_str()),
        (Some("Ben Dale"), Some("brother"))
    );
    assert!(!out.join("77").exists(), "a mother of whom nothing else is recorded has no case");
    assert!(out.join("404/case.json").is_file(), "a child whom no row names has a case all the same");
}

#[test]
fn what_the_dataset_records_is_read() {
    let here = folder();
    dataset(&here.path().join("ssd"));
    lifespan(here.path(), &["caseload", "--ssd", "ssd", "--out", "cases"]);
    let output = lifespan(here.path(), &["build", "cases/9", "--format", "json", "--as-at", "2022-01-01"]);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let ledger = &told["ledger"];
    assert_eq!(
        ledger["rows"].as_u64(),
        Some(ledger["entries"].as_u64().expect("entries") + ledger["set_aside"].as_u64().expect("set aside"))
    );
    let mut read: BTreeSet<(String, String)> = BTreeSet::new();
    for entry in told["entries"].as_array().expect("entries") {
        for event in entry["events"].as_array().expect("events") {
            read.insert((
                entry["date"]["edtf"].as_str().unwrap_or_default().to_owned(),
                event["kind"].as_str().unwrap_or_default().to_owned(),
            ));
        }
    }
    let expected = [
        ("2020-01-01", "referral"),
        ("2020-01-03", "assessment"),
        ("2020-01-05", "section-47"),
        ("2020-01-25", "cp-plan"),
        ("2020-04-03", "assessment"),
        ("2020-04-03", "sexual-abuse-allegation"),
        ("2020-04-25", "conference"),
        ("2021-01-01", "looked-after"),
        ("2021-01-01", "placement-move"),
        ("2021-03-01", "missing"),
        ("2021-03-01", "return-interview"),
    ];
    for (day, kind) in expected {
        assert!(read.contains(&(day.to_owned(), kind.to_owned())), "{kind} of {day} is not read: {read:?}");
    }
    // What a referral is to lead to has not happened yet, and no parent is alleged to have done anything.
    assert!(!read.iter().any(|(_, kind)| kind == "strategy-discussion"), "{read:?}");
    assert!(
        told["allegations"].as_array().is_some_and(|all| all.iter().all(|one| one["familial"] != true)),
        "{}",
        told["allegations"]
    );
    let plans = told["plans"].as_array().expect("plans");
    let care = plans.iter().find(|plan| plan["label"] == "looked after").expect("a time of being looked after");
    assert_eq!((care["from"].as_str(), care["until"].as_str()), (Some("2021-01-01"), Some("2021-09-01")));
}

#[test]
fn every_row_of_an_export_goes_to_its_child() {
    let here = folder();
    write(
        here.path().join("police.csv"),
        "Wexmouth Constabulary,,,\nIncident ID,Child ID,Child name,DOB,Date,Details\n\
         I1,A1,\"DALE, Ava\",02/03/2008,2020-01-01,\"Called to the home, \"\"all quiet\"\".\"\n\
         I2,A2,Leo Marsh,2009-05-06,2020-02-01,Shop theft.\n\
         I3,,,,2020-03-01,No child given.\n\
         Incident ID,Child ID,Child name,DOB,Date,Details\n\
         I4,A1,Ava Dale,2008-03-02,2020-04-01,\"never closed, seen in town.\n",
    );
    write(
        here.path().join("school.csv"),
        "Surname;Forename;Date of birth;Date;Entry\nDale;Ava;2/3/2008;2019-09-01;Late.\nFrost;Mia;2010-10-10;2019-09-02;Settled well.\n",
    );
    let output = lifespan(here.path(), &["caseload", "--extract", "police.csv", "school.csv", "--out", "cases"]);
    let words = said(&output);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        words.starts_with("7 rows of 2 files: 5 in returns, 0 on front sheets, 0 name workers and teams, 2 set aside"),
        "{words}"
    );
    let out = here.path().join("cases");
    assert_eq!(below(&out, "case.json").len(), 3, "{words}");
    let police = rows(&out.join("A1/returns/police.csv"));
    assert_eq!(police.len(), 2);
    assert_eq!(police[0][5], "Called to the home, \"all quiet\".");
    assert_eq!(police[1][5..], ["never closed", "police.csv:7", " seen in town."]);
    assert_eq!(rows(&out.join("A1/returns/school.csv")).len(), 1, "name and date of birth join what two agencies sent");
    let aside: Vec<String> =
        rows(&out.join("set-aside.csv")).iter().map(|row| format!("{}:{}", row[0], row[1])).collect();
    assert_eq!(aside, ["police.csv:5", "police.csv:6"]);
    let built = lifespan(here.path(), &["caseload", "cases", "--as-at", "2021-01-01"]);
    assert!(
        said(&built)
            .starts_with("3 cases: 3 built, 0 unchanged, 0 failed\nRows: 5; 5 in the chronologies, 0 set aside\n"),
        "{}",
        said(&built)
    );
    // A later export about the same children goes to the cases that are there.
    write(here.path().join("gp.csv"), "Patient name,DOB,Date,Consultation\nAva Dale,2008-03-02,2020-05-01,Cough.\n");
    lifespan(here.path(), &["caseload", "--extract", "gp.csv", "--out", "cases"]);
    assert!(out.join("A1/returns/gp.csv").is_file());
    assert_eq!(below(&out, "case.json").len(), 3);
}

#[test]
fn an_export_that_names_no_child_is_refused_in_plain_words() {
    let here = folder();
    write(here.path().join("x.csv"), "Date,Details\n2020-01-01,Something.\n");
    let output = lifespan(here.path(), &["caseload", "--extract", "x.csv", "--out", "cases"]);
    assert_eq!(output.status.code(), Some(1));
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("no row of headings says which child a row is about"), "{words}");
    assert!(words.contains("To mend it: Give a column headed Child ID"), "{words}");
    assert_eq!(lifespan(here.path(), &["caseload"]).status.code(), Some(2));
}
