//! Whether a page is what a case gives now, and if not, why not.

use super::provenance::Stamp;
use crate::account::{InputAccount, Provenance};

/// The longest words of a line that are shown.
const SHOWN: usize = 80;

/// What differs between a page as it is, with what it says of how it was made, and the same made again; empty where
/// they agree byte for byte. Each difference is a sentence.
pub fn differences(page: &str, said: &Stamp, again: &str, now: &Provenance) -> Vec<String> {
    if page == again {
        return Vec::new();
    }
    let mut found = reasons(&said.made, now);
    if found.is_empty() {
        found
            .push("Program, files, decisions and day are the same: the page was changed after it was made.".to_owned());
    }
    found.push(first_line(page, again));
    found
}

/// Why something made now can differ from what was made then: another program, other files.
pub(super) fn reasons(said: &Provenance, now: &Provenance) -> Vec<String> {
    let mut found = program(said, now);
    found.extend(inputs(&said.inputs, &now.inputs));
    found
}

/// How the program that made it differs from this one.
fn program(said: &Provenance, now: &Provenance) -> Vec<String> {
    let short = |digest: &str| digest.chars().take(12).collect::<String>();
    if said.program == now.program {
        return Vec::new();
    }
    let rules = if said.rules == now.rules { "Its rules are the same." } else { "Its rules differ too." };
    vec![format!(
        "It was made by another program: lifespan {} ({}). This is lifespan {} ({}). {rules}",
        said.tool_version,
        short(&said.program),
        now.tool_version,
        short(&now.program)
    )]
}

/// Which files are not what they were.
fn inputs(said: &[InputAccount], now: &[InputAccount]) -> Vec<String> {
    let same = |file: &str, all: &[InputAccount]| all.iter().find(|one| one.file == file).map(|one| one.sha256.clone());
    let then = said.iter().filter_map(|one| match same(&one.file, now) {
        None => Some(format!("{} is no longer in the case folder.", one.file)),
        Some(digest) if digest != one.sha256 => Some(format!("{} has changed.", one.file)),
        Some(_) => None,
    });
    let new = now.iter().filter(|one| same(&one.file, said).is_none());
    then.chain(new.map(|one| format!("{} was not there then.", one.file))).collect()
}

/// The first line that differs, as it is and as it would be.
fn first_line(page: &str, again: &str) -> String {
    let shown = |line: Option<&str>| match line {
        None => "nothing".to_owned(),
        Some(line) if line.chars().count() > SHOWN => format!("“{}…”", line.chars().take(SHOWN).collect::<String>()),
        Some(line) => format!("“{line}”"),
    };
    let (mut here, mut there) = (page.lines(), again.lines());
    for number in 1_usize.. {
        let (one, other) = (here.next(), there.next());
        if one.is_none() && other.is_none() {
            break;
        }
        if one != other {
            return format!("Line {number} reads {}, and would read {}.", shown(one), shown(other));
        }
    }
    "The line ends differ.".to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::provenance::{Form, Stamp};
    use super::differences;
    use crate::account::{InputAccount, Provenance};

    fn made(program: &str, inputs: &[(&str, &str)]) -> Provenance {
        let input = |(file, sha256): &(&str, &str)| InputAccount { file: (*file).into(), sha256: (*sha256).into() };
        Provenance {
            tool_version: "1.0".into(),
            program: program.into(),
            rules: "r".into(),
            inputs: inputs.iter().map(input).collect(),
            decisions: Vec::new(),
            settings: Default::default(),
        }
    }

    fn said(program: &str, inputs: &[(&str, &str)], page: &str, now: &[(&str, &str)]) -> Vec<String> {
        let stamp = Stamp {
            form: Form::Chronology,
            edition: None,
            as_at: Default::default(),
            since: None,
            known_on: Vec::new(),
            made: made(program, inputs),
        };
        differences(page, &stamp, "one\ntwo\n", &made("p", now))
    }

    #[test]
    fn each_reason_is_said() {
        let inputs = [("case.json", "a"), ("returns/x.csv", "b")];
        assert!(said("q", &inputs, "one\ntwo\n", &[]).is_empty(), "the bytes decide");
        assert_eq!(
            said("p", &inputs, "one\n2\n", &[("case.json", "c"), ("returns/y.csv", "b")]),
            [
                "case.json has changed.",
                "returns/x.csv is no longer in the case folder.",
                "returns/y.csv was not there then.",
                "Line 2 reads “2”, and would read “two”."
            ]
        );
        assert_eq!(
            said("p", &inputs, "one\n", &inputs),
            [
                "Program, files, decisions and day are the same: the page was changed after it was made.",
                "Line 2 reads nothing, and would read “two”."
            ]
        );
        assert_eq!(
            said("q", &inputs, "one\r\ntwo\n", &inputs),
            [
                "It was made by another program: lifespan 1.0 (q). This is lifespan 1.0 (p). Its rules are the same.",
                "The line ends differ."
            ]
        );
    }
}
