//! A JSON return as it is best sent, for other programs. Any headings are read; these need no guessing.

use schemars::JsonSchema;
use std::collections::BTreeMap;

/// What one agency sends.
#[derive(Debug, JsonSchema)]
pub struct WireReturn {
    /// The events.
    pub entries: Vec<WireRecord>,
    /// Whatever else is to be said of the return: the agency, the names searched, the period covered.
    #[schemars(flatten)]
    pub about: BTreeMap<String, serde_json::Value>,
}

/// One event.
#[derive(Debug, JsonSchema)]
pub struct WireRecord {
    /// When it happened, as exactly as it is known.
    pub date: Option<String>,
    /// When it ended.
    pub end_date: Option<String>,
    /// What happened.
    pub event: Option<String>,
    /// Where the information comes from.
    pub source: Option<String>,
    /// The family members and others it concerns.
    pub people: Option<String>,
    /// What the child said, wished or felt.
    pub childs_voice: Option<String>,
    /// What was done.
    pub action: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Who dealt with it.
    pub professional: Option<String>,
    /// When the agency learned of it.
    pub date_known: Option<String>,
    /// When it was written down.
    pub date_recorded: Option<String>,
    /// What it meant, in the view of the professional.
    pub analysis: Option<String>,
    /// Anything else, kept under its own name.
    #[schemars(flatten)]
    pub other: BTreeMap<String, serde_json::Value>,
}

#[cfg(test)]
mod tests {
    use crate::ingest::headings::meaning;
    use crate::model::Meaning::*;

    #[test]
    fn its_headings_are_known() {
        let fields = [
            ("date", Happened),
            ("end_date", Until),
            ("event", Event),
            ("source", Source),
            ("people", People),
            ("childs_voice", Voice),
            ("action", Action),
            ("outcome", Outcome),
            ("professional", Professional),
            ("date_known", Learned),
            ("date_recorded", Recorded),
            ("analysis", Opinion),
        ];
        for (field, expected) in fields {
            assert_eq!(meaning(field), expected, "{field}");
        }
    }
}
