//! `lifespan build --for referral`: what a referral is asked for, a letter to each agency, the receiving service's list.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The pages written for a sample, by name.
fn pages(sample: &str) -> BTreeMap<String, String> {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let folder = tempfile::tempdir().expect("a folder");
    let (case, out) = (case.to_string_lossy(), folder.path().to_string_lossy());
    let output = Command::new(env!("CARGO_BIN_EXE_lifespan"))
        .args(["build", &case, "--for", "referral", "--out", &out])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = std::fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a page"));
    let read = |path: &Path| std::fs::read_to_string(path).expect("a page");
    files.map(|file| (file.file_name().to_string_lossy().into_owned(), read(&file.path()))).collect()
}

#[test]
fn a_referral_has_a_page_a_letter_to_each_agency_and_the_list_turned_round() {
    let pages = pages("hartley");
    let page = &pages["EX-01-referral.html"];
    for words in [
        "Ready for referral?",
        "It follows no named service’s form.",
        "Unknown: whether Raymond Sleight (maternal uncle) sees the child today, and who else is there. Ask",
        "against whom an allegation stands: check before relying on it.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let police = &pages["EX-01-questions-to-police.html"];
    assert!(
        police.contains("Your entry of 5 August 2010 (returns/police.csv:10) says: “NFA”. Which outcome type was it?")
    );
    let clinic = &pages["EX-01-questions-to-anchor.html"];
    assert!(clinic.contains("Your return has not reached us. We asked on 1 February 2018."));
    let service = &pages["EX-01-questions-of-the-service.html"];
    assert!(service.contains("Is any alleged person in contact with the child today"));
}

#[test]
fn a_letter_quotes_nobody_elses_entries_and_loads_nothing() {
    for sample in ["hartley", "brennan", "lindqvist", "pryce", "quiet"] {
        for (name, page) in pages(sample).iter().filter(|(name, _)| name.contains("-questions-")) {
            assert!(
                page.contains("default-src &#39;none&#39;") && !page.contains("://") && !page.contains("<script"),
                "{name}"
            );
            if let Some((_, agency)) = name.trim_end_matches(".html").split_once("-questions-to-") {
                let files: Vec<&str> =
                    page.split("(returns/").skip(1).filter_map(|rest| rest.split([':', '#']).next()).collect();
                assert!(files.windows(2).all(|two| two[0] == two[1]), "{name}, {agency}: {files:?}");
            }
        }
    }
}

#[test]
fn without_a_purpose_the_page_stands_alone() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quiet");
    let folder = tempfile::tempdir().expect("a folder");
    let (case, out) = (case.to_string_lossy(), folder.path().to_string_lossy());
    let built = Command::new(env!("CARGO_BIN_EXE_lifespan")).args(["build", &case, "--out", &out]).status();
    assert!(built.expect("the program runs").success());
    let files: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a page").path()).collect();
    assert_eq!(files.len(), 1);
    assert!(!std::fs::read_to_string(&files[0]).expect("a page").contains("Ready for referral?"));
}
