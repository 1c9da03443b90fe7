//! More cases for the catalogue, in many voices: each says which rule fires on it, or keeps silent.

mod common;

use std::fs;

/// One case: the file, the rule, whether it fires, the lines.
struct Told<'t> {
    file: String,
    rule: &'t str,
    fires: bool,
    lines: Vec<&'t str>,
}

fn cases<'t>(file: &str, text: &'t str) -> Vec<Told<'t>> {
    let mut found: Vec<Told<'t>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let head = line.strip_suffix(" fires").map(|rule| (rule, true));
        match head.or_else(|| line.strip_suffix(" keeps silent").map(|rule| (rule, false))) {
            Some((rule, fires)) => found.push(Told { file: file.to_owned(), rule, fires, lines: Vec::new() }),
            None => found.last_mut().expect("a case begins with its rule").lines.push(line),
        }
    }
    found
}

#[test]
fn rules_fire_and_keep_silent_on_cases_in_many_voices() {
    let mut wrong = Vec::new();
    for file in ["tests/catalogue/response.txt", "tests/catalogue/who_knew.txt", "tests/catalogue/more.txt"] {
        let text = fs::read_to_string(file).unwrap_or_else(|problem| panic!("{file}: {problem}"));
        for told in cases(file, &text) {
            let said: Vec<String> = common::findings(&told.lines)
                .into_iter()
                .filter(|one| one.rule == told.rule)
                .map(|one| one.headline)
                .collect();
            if said.is_empty() == told.fires {
                let wanted = if told.fires { "should fire" } else { "should keep silent" };
                wrong.push(format!("{}: {} {wanted} on {:#?}; said {said:?}", told.file, told.rule, told.lines));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
