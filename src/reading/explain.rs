//! What was read in one text, in words, for people who tune the lexicon.

use super::groups::Group;
use super::page::Page;
use crate::model::{Reading, Role, Who};
use std::fmt::Write as _;

/// Small words of which every text is full; not shown.
const SMALL: &[Group] = &[
    Group::Be,
    Group::Have,
    Group::Modal,
    Group::Skip,
    Group::Det,
    Group::He,
    Group::She,
    Group::They,
    Group::Speaker,
    Group::And,
    Group::Of,
    Group::Toward,
    Group::Place,
    Group::That,
    Group::NotName,
    Group::Says,
];

/// The mentions, events, what was left out and why, what the learnt weights say and the phrases used, of one text.
pub fn explain(text: &str) -> String {
    let reading = super::read_text(text);
    let mut out = String::new();
    people(&reading, &mut out);
    events(&reading, &mut out);
    for left in &reading.left_out {
        let _ = writeln!(out, "left out  {:?} \u{201c}{}\u{201d}: {}", left.kind, left.words, left.why);
    }
    for blaming in &reading.blaming {
        let _ = writeln!(out, "blaming   \u{201c}{}\u{201d}; say instead: {}", blaming.words, blaming.instead);
    }
    for line in super::weights_of(text) {
        let _ = writeln!(out, "weighed   {line}");
    }
    phrases(text, &mut out);
    out
}

fn people(reading: &Reading, out: &mut String) {
    for (index, mention) in reading.mentions.iter().enumerate() {
        let _ = write!(out, "mention {index} \u{201c}{}\u{201d}", mention.text);
        if let Some(kin) = &mention.kin {
            let of = mention.kin_of.map_or("the child".to_owned(), |of| format!("mention {of}"));
            let _ = write!(out, ", {} of {of}", kin.words());
        }
        if let Some(age) = mention.age {
            let _ = write!(out, ", aged {age}");
        }
        if mention.professional {
            out.push_str(", a professional");
        }
        for (a, b) in reading.same.iter().filter(|(a, b)| *a == index || *b == index) {
            let _ = write!(out, ", the same as mention {}", if *a == index { b } else { a });
        }
        out.push('\n');
    }
}

fn events(reading: &Reading, out: &mut String) {
    for event in &reading.events {
        let _ = write!(out, "event     {:?}", event.kind);
        for (role, who) in &event.people {
            let role = match role {
                Role::AllegedPerpetrator => "alleged perpetrator",
                Role::AllegedVictim => "alleged victim",
                Role::Person => "person",
                Role::With => "with",
                Role::Reporter => "reporter",
            };
            let name = match who {
                Who::Mention(index) => reading.mentions.get(*index).map_or("", |mention| &mention.text),
                Who::Mother => "the child's mother",
                Who::Child => "the child",
            };
            let _ = write!(out, ", {role}: {name}");
        }
        if let Some(status) = event.status {
            let _ = write!(out, ", {}", status.words());
        }
        if let Some(manner) = event.manner {
            let _ = write!(out, ", {manner:?}");
        }
        if let Some(measure) = event.measure {
            let _ = write!(out, ", {measure:?}");
        }
        if let Some(until) = event.until {
            let _ = write!(out, ", until {until}");
        }
        if event.historical {
            out.push_str(", years back");
        }
        if let Some(detail) = &event.detail {
            let _ = write!(out, ", {detail}");
        }
        out.push('\n');
    }
}

fn phrases(text: &str, out: &mut String) {
    let page = Page::new(std::iter::once((0, text)));
    for hit in page.hits.iter().filter(|hit| !SMALL.contains(&hit.group)) {
        let section = hit.section();
        let _ = writeln!(
            out,
            "phrase    \u{201c}{}\u{201d} [{}] {}",
            page.words(hit.first, hit.last),
            section.name,
            section.file
        );
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_says_what_it_read_and_what_it_relied_on() {
        let said = super::explain("Tia (9) disclosed sexual abuse by her grandfather.");
        assert!(said.contains("alleged perpetrator: her grandfather, alleged victim: Tia"), "{said}");
        assert!(said.contains("weighed   abuse alleged"), "{said}");
        assert!(said.contains("\u{201c}sexual abuse\u{201d} [abuse-noun] abuse.txt"), "{said}");
    }
}
