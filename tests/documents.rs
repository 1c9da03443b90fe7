//! The documents that people approve the program by say what is so: every test they name exists, every file is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn house() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

/// Whether a file of tests holds a test of this name: the attribute stands above it, or a property's.
fn holds(file: &str, name: &str) -> bool {
    let text = read(&house().join(file));
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| line.starts_with(&format!("fn {name}(")));
    at.is_some_and(|at| lines[..at].iter().rev().take(3).any(|line| *line == "#[test]"))
}

#[test]
fn every_test_that_the_hazard_log_names_exists() {
    let log = read(&house().join("docs/hazards.md"));
    let named: BTreeSet<(&str, &str)> =
        log.split('`').filter(|words| !words.contains(' ')).filter_map(|words| words.split_once("::")).collect();
    assert!(named.len() > 30, "the log names its tests: {}", named.len());
    for (file, name) in named {
        assert!(holds(file, name), "there is no test {name} in {file}");
    }
}

#[test]
fn every_hazard_has_a_cause_a_control_a_test_and_what_is_left() {
    let log = read(&house().join("docs/hazards.md"));
    let hazards: Vec<&str> = log.split("\n## ").skip(1).collect();
    assert!(hazards.len() >= 7);
    for hazard in hazards {
        let title = hazard.lines().next().unwrap_or_default();
        for part in
            ["**Cause.**", "**Harm.**", "**Control in design.**", "**Shown by.**", "**Left.**", "Residual risk **"]
        {
            assert!(hazard.contains(part), "{title}: {part}");
        }
        let shown = hazard.split("**Shown by.**").nth(1).and_then(|rest| rest.split("**Left.**").next());
        assert!(shown.is_some_and(|shown| shown.contains("::")), "{title}: a test by name");
    }
}

#[test]
fn every_file_that_a_document_leads_to_is_there() {
    for document in ["README.md", "SECURITY.md", "docs/hazards.md", "docs/limits.md", "docs/atrs.md", "docs/dpia.md"] {
        let path = house().join(document);
        for link in read(&path).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = path.parent().expect("a folder").join(link);
            assert!(link.starts_with("http") || target.exists(), "{document} leads to {link}");
        }
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let text = read(&house().join("Cargo.toml"));
    let mut section = String::new();
    let mut since = usize::MAX;
    let mut looked_at = 0;
    for line in text.lines() {
        if line.starts_with('[') {
            section = line.to_owned();
            since = usize::MAX;
        } else if line.starts_with('#') {
            since = 0;
        } else if section.ends_with("dependencies]") && line.contains('=') {
            assert!(since <= 3, "Cargo.toml: no line above `{line}` says why it is there");
            looked_at += 1;
        }
        if !line.starts_with('#') {
            since = since.saturating_add(1);
        }
    }
    assert!(looked_at > 20, "{looked_at}");
}

#[test]
fn the_list_of_unsafe_lines_is_of_the_crates_that_are_built_in() {
    let (list, lock) = (read(&house().join("docs/unsafe.md")), read(&house().join("Cargo.lock")));
    let (table, none) = list.split_once("\nNone: ").expect("those with none stand last");
    let counted = table.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let named: BTreeSet<&str> = counted.skip(1).chain(none.trim_end().trim_end_matches('.').split(", ")).collect();
    for one in &named {
        let (name, version) = one.split_once(' ').unwrap_or_else(|| panic!("{one}: name and version"));
        assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"")), "{one} is not in Cargo.lock");
    }
    let text = read(&house().join("Cargo.toml"));
    let own = text.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).expect("dependencies");
    for name in own.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(" = ").next()) {
        let is_named = named.iter().any(|one| one.split(' ').next() == Some(name));
        assert!(name.is_empty() || is_named, "docs/unsafe.md does not count {name}: run `.ci/supply unsafe`");
    }
}

#[test]
fn every_crate_comes_from_the_one_registry_and_twice_only_where_deny_toml_says_why() {
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let text = read(&house().join(lock));
        let mut versions: std::collections::BTreeMap<&str, Vec<&str>> = Default::default();
        for package in text.split("[[package]]").skip(1) {
            let field = |name: &str| {
                let line = package.lines().find_map(|line| line.strip_prefix(&format!("{name} = \"")));
                line.and_then(|line| line.strip_suffix('"'))
            };
            let name = field("name").expect("a name");
            versions.entry(name).or_default().push(field("version").expect("a version"));
            if name == "lifespan" || name == "lifespan-fuzz" {
                continue;
            }
            let source = field("source");
            assert_eq!(source, Some("registry+https://github.com/rust-lang/crates.io-index"), "{lock}: {name}");
            assert!(field("checksum").is_some_and(|digest| digest.len() == 64), "{lock}: {name} has no digest");
        }
        assert!(versions.len() > 100, "{lock}: {}", versions.len());
        if lock == "Cargo.lock" {
            let deny = read(&house().join("deny.toml"));
            let granted =
                |name: &str, version: &&&str| deny.contains(&format!("crate = \"{name}@{version}\", reason = \""));
            for (name, all) in &versions {
                let granted = all.iter().filter(|version| granted(name, version)).count();
                assert_eq!(all.len() - granted, 1, "{name} is there as {all:?}");
            }
        }
    }
}
