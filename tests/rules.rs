//! The catalogue: every rule's page holds a case on which it fires, with the sentence it says, and a case on which it
//! keeps silent. Both are run here, so a rule that cannot fire, or a page that lies, fails.

mod common;

use lifespan::findings::{RULES, catalogue};

/// The page of a rule: the `//!` lines at the head of its file.
fn page(source: &str) -> Vec<&str> {
    let head = source.lines().take_while(|line| line.starts_with("//!"));
    head.map(|line| line.trim_start_matches("//!").trim()).collect()
}

/// The lines of the fenced case under a heading.
fn case_under<'p>(page: &[&'p str], heading: &str) -> Vec<&'p str> {
    let below = page.iter().skip_while(|line| **line != heading).skip(1);
    below
        .skip_while(|line| !line.starts_with("```"))
        .skip(1)
        .take_while(|line| !line.starts_with("```"))
        .copied()
        .collect()
}

/// The sentence that the page promises: the quoted lines after the firing case.
fn promised(page: &[&str]) -> String {
    let quoted = page.iter().filter_map(|line| line.strip_prefix("> "));
    quoted.collect::<Vec<_>>().join(" ")
}

/// The headlines of one rule on a case, as at the end of 2024.
fn headlines(rule: &str, lines: &[&str]) -> Vec<String> {
    common::findings(lines).into_iter().filter(|one| one.rule == rule).map(|one| one.headline).collect()
}

#[test]
fn every_rule_fires_on_its_own_case_with_the_sentence_its_page_promises() {
    let mut wrong = String::new();
    for rule in RULES {
        let page = page(rule.source);
        let said = headlines(rule.id, &case_under(&page, "## Fires"));
        if !said.contains(&promised(&page)) {
            wrong.push_str(&format!("{} said {said:#?}, not {:?}\n", rule.id, promised(&page)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_rule_keeps_silent_on_its_other_case() {
    for rule in RULES {
        let page = page(rule.source);
        let lines = case_under(&page, "## Keeps silent");
        assert!(lines.len() > 1, "{} has no case on which it keeps silent", rule.id);
        assert_eq!(headlines(rule.id, &lines), Vec::<String>::new(), "{}", rule.id);
    }
}

#[test]
fn every_page_is_headed_by_its_rule_and_says_why() {
    for rule in RULES {
        let page = page(rule.source);
        assert_eq!(page.first(), Some(&format!("# {}", rule.id).as_str()));
        assert!(page.iter().any(|line| line.starts_with("Why: ")), "{} does not say why", rule.id);
    }
}

#[test]
fn docs_rules_md_is_written_from_the_pages() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == catalogue::document(), "write it again: cargo run -- rules --all > docs/rules.md");
}
