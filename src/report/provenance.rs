//! How something was made: enough to make the same bytes again, and to say what differs where they are not the same.

use crate::account::{Account, Edition, InputAccount, Provenance};
use crate::digest;
use crate::findings::RULES;
use crate::history::{History, Record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The name under which a page carries its [`Stamp`].
const NAME: &str = "<meta name=\"lifespan\" content=\"";

/// What a page carries of how it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// What it is.
    pub form: Form,
    /// For whom the copy is; none for the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// The day it speaks from.
    pub as_at: NaiveDate,
    /// The earlier build that it was compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<InputAccount>,
    /// The days that somebody chose, of which it tells what could have been known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_on: Vec<NaiveDate>,
    /// By what and from what.
    #[serde(flatten)]
    pub made: Provenance,
}

/// What can be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The chronology as a page.
    Chronology,
    /// The chronology for a referral.
    Referral,
    /// The account as data.
    Json,
}

/// How this history is told.
pub fn provenance(record: &Record<'_>, history: &History<'_>, applied: Vec<usize>) -> Provenance {
    let inputs = record.case.inputs.iter();
    let settings = history.front.settings.fields().into_iter();
    Provenance {
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        program: env!("LIFESPAN_SOURCE").to_owned(),
        rules: rules(),
        inputs: inputs.map(|one| InputAccount { file: one.file.clone(), sha256: one.sha256.clone() }).collect(),
        decisions: applied,
        settings: settings.map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}

/// The earlier build that an account was compared with.
pub fn since(account: &Account) -> Option<InputAccount> {
    let earlier = &account.changes.as_ref()?.earlier;
    Some(InputAccount { file: earlier.file.clone(), sha256: earlier.sha256.clone() })
}

/// The days that somebody chose, of which an account tells what could have been known.
pub fn known_on(account: &Account) -> Vec<NaiveDate> {
    let chosen = account.as_known.iter().filter(|known| known.chosen);
    chosen.flat_map(|known| &known.days).map(|day| day.day).collect()
}

/// The digest of the catalogue: of every rule's file, in order.
fn rules() -> String {
    let whole: String = RULES.iter().map(|rule| format!("{}\n{}\n", rule.id, rule.source.replace('\r', ""))).collect();
    digest::hex(whole.as_bytes())
}

impl Stamp {
    /// The words in which a page carries it.
    pub fn words(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What a page or the JSON output says of how it was made; none where it says nothing that can be read.
    pub fn of(text: &str) -> Option<Stamp> {
        if text.trim_start().starts_with('{') {
            let read: Json = serde_json::from_str(text).ok()?;
            return Some(read.stamp());
        }
        let (_, rest) = text.split_once(NAME)?;
        let (words, _) = rest.split_once('"')?;
        serde_json::from_str(&unescaped(words)).ok()
    }
}

/// As much of the JSON output as says how it was made.
#[derive(Deserialize)]
struct Json {
    as_at: NaiveDate,
    #[serde(default)]
    edition: Option<ForWhom>,
    #[serde(default)]
    changes: Option<ComparedWith>,
    #[serde(default)]
    as_known: Option<KnownOn>,
    provenance: Provenance,
}

impl Json {
    fn stamp(self) -> Stamp {
        let chosen = self.as_known.filter(|known| known.chosen).map(|known| known.days);
        Stamp {
            form: Form::Json,
            edition: self.edition.map(|manifest| manifest.edition),
            as_at: self.as_at,
            since: self.changes.map(|changes| changes.earlier),
            known_on: chosen.into_iter().flatten().map(|day| day.day).collect(),
            made: self.provenance,
        }
    }
}

/// As much of what changed as says since what.
#[derive(Deserialize)]
struct ComparedWith {
    earlier: InputAccount,
}

/// As much of what could have been known as says on which days.
#[derive(Deserialize)]
struct KnownOn {
    chosen: bool,
    days: Vec<OneDay>,
}

#[derive(Deserialize)]
struct OneDay {
    day: NaiveDate,
}

/// As much of an edition's manifest as says for whom it is.
#[derive(Deserialize)]
struct ForWhom {
    edition: Edition,
}

/// Words of a page as they were before they were written into it.
fn unescaped(words: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/")];
    let words = signs.iter().fold(words.to_owned(), |words, (written, sign)| words.replace(written, sign));
    words.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{rules, unescaped};

    #[test]
    fn what_was_escaped_comes_back_once() {
        assert_eq!(unescaped("&quot;a&amp;quot;&quot; &#x27;&#x2F;&lt;"), "\"a&quot;\" '/<");
    }

    #[test]
    fn the_catalogue_has_one_digest() {
        assert_eq!((rules().len(), rules() == rules()), (64, true));
    }
}
