//! What the terminal says when a caseload is done: what was built, what was found, what failed and how to mend it.

use super::Done;
use lifespan::caseload::Gist;
use lifespan::findings::RULES;

/// The closing words.
pub fn summary(done: &[Done]) -> String {
    let gists: Vec<&Gist> = done.iter().filter_map(|one| Some(&one.result.as_ref().ok()?.0)).collect();
    let same = done.iter().filter(|one| matches!(one.result, Ok((_, true)))).count();
    let failed: Vec<String> = done.iter().filter_map(|one| Some(format!("  {}", one.result.as_ref().err()?))).collect();
    let total = |of: fn(&Gist) -> usize| gists.iter().map(|gist| of(gist)).sum::<usize>();
    let mut lines = vec![
        format!("{}: {} built, {same} unchanged, {} failed", cases(done.len()), gists.len() - same, failed.len()),
        format!(
            "Rows: {}; {} in the chronologies, {} set aside",
            total(|gist| gist.rows),
            total(|gist| gist.entries),
            total(|gist| gist.set_aside)
        ),
    ];
    lines.extend(found(&gists));
    if !failed.is_empty() {
        lines.extend([String::new(), "Failed".to_owned()]);
        lines.extend(failed);
    }
    lines.join("\n") + "\n"
}

fn cases(number: usize) -> String {
    if number == 1 { "1 case".to_owned() } else { format!("{number} cases") }
}

/// In how many cases each rule spoke.
fn found(gists: &[&Gist]) -> Vec<String> {
    let line = |(place, rule): (usize, &lifespan::findings::Rule)| {
        let with = gists.iter().filter(|gist| gist.findings.iter().any(|one| one.rule == place)).count();
        (with > 0).then(|| format!("  {with:>6}  {}", rule.id))
    };
    let lines: Vec<String> = RULES.iter().enumerate().filter_map(line).collect();
    if lines.is_empty() {
        return vec![
            String::new(),
            "No findings. What the returns supplied do not show may still have happened.".to_owned(),
        ];
    }
    [String::new(), "Cases in which each rule speaks".to_owned()].into_iter().chain(lines).collect()
}
