//! The catalogue as text: a rule's page is the head of its file.

use super::rules::{RULES, Rule, Section};

impl Section {
    /// The letter and name under which the catalogue lists it.
    pub fn title(self) -> &'static str {
        match self {
            Section::HistoryAndContact => "A. History and contact",
            Section::WhoKnew => "B. Who knew",
            Section::Response => "C. The response",
            Section::Record => "D. The record",
        }
    }
}

impl Rule {
    /// The rule's page: the head of its file without the comment marks.
    pub fn page(&self) -> String {
        let head = self.source.lines().take_while(|line| line.starts_with("//!"));
        let mut page: String = head.map(|line| format!("{}\n", line.trim_start_matches("//!").trim_start())).collect();
        page.truncate(page.trim_end().len());
        page.push('\n');
        page
    }

    /// What the rule looks for: the first words of its page, up to a stop, a colon or a semicolon.
    pub fn looks_for(&self) -> String {
        let page = self.page();
        let paragraph: Vec<&str> = page.lines().skip(2).take_while(|line| !line.is_empty()).collect();
        let paragraph = paragraph.join(" ");
        let end = [". ", "; ", ": "].iter().filter_map(|mark| paragraph.find(mark)).min().unwrap_or(paragraph.len());
        let first = paragraph[..end].trim_end_matches(['.', ':', ';']);
        first.strip_prefix("Looks for ").unwrap_or(first).to_owned()
    }
}

/// The rule with an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// One line for each rule, under its section.
pub fn list() -> String {
    let mut text = String::new();
    let mut section = None;
    for rule in RULES {
        if section != Some(rule.section) {
            text.push_str(&format!("{}{}\n", if section.is_some() { "\n" } else { "" }, rule.section.title()));
            section = Some(rule.section);
        }
        text.push_str(&format!("  {}\n      {}\n", rule.id, rule.looks_for()));
    }
    text
}

/// `docs/rules.md`: every page, each heading one level down, under its section.
pub fn document() -> String {
    let mut text = String::from(
        "# The catalogue of findings\n\nWritten from the heads of the files in `src/findings/rules/` by `lifespan rules --all`. \
         Each rule's two cases are run as tests.\n",
    );
    let mut section = None;
    for rule in RULES {
        if section != Some(rule.section) {
            text.push_str(&format!("\n## {}\n", rule.section.title()));
            section = Some(rule.section);
        }
        let page = rule.page().replace("\n## ", "\n#### ");
        text.push_str(&format!("\n##{page}"));
    }
    text
}
