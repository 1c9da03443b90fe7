//! The JSON output of an earlier build: as much of it as is compared, and what is said of a file that is none.

use crate::account::{Account, Edition, Provenance};
use crate::error::Error;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// An earlier build.
#[derive(Deserialize)]
pub struct Earlier {
    pub as_at: NaiveDate,
    pub case: Case,
    pub ledger: Ledger,
    pub people: Vec<Person>,
    pub entries: Vec<Entry>,
    pub undated: Vec<Entry>,
    pub findings: Vec<Finding>,
    pub decisions: Vec<Decision>,
    pub provenance: Provenance,
}

#[derive(Deserialize)]
pub struct Case {
    pub reference: Option<String>,
    pub child: String,
    pub name: String,
}

#[derive(Deserialize)]
pub struct Ledger {
    pub returns: Vec<Sent>,
}

#[derive(Deserialize)]
pub struct Sent {
    pub set_aside: Vec<SetAside>,
}

#[derive(Deserialize)]
pub struct SetAside {
    pub at: String,
    pub reason: String,
}

#[derive(Deserialize)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub on_front_sheet: bool,
    pub mentions: Vec<Mention>,
}

#[derive(Deserialize)]
pub struct Mention {
    pub entry: String,
    pub text: String,
}

#[derive(Deserialize)]
pub struct Entry {
    pub id: String,
    pub agency: String,
    pub date: Option<Date>,
    pub known_on: Option<NaiveDate>,
    pub text: String,
    pub cells: Vec<Cell>,
}

#[derive(Deserialize)]
pub struct Date {
    pub written: String,
    pub edtf: String,
}

#[derive(Deserialize)]
pub struct Cell {
    pub text: String,
}

#[derive(Deserialize)]
pub struct Finding {
    pub rule: String,
    pub priority: String,
    pub headline: String,
    pub people: BTreeMap<String, String>,
    pub state: Option<String>,
    pub status: Option<String>,
    pub agency: Option<String>,
    pub could_have_been_seen: Option<Seen>,
    pub evidence: Vec<String>,
}

#[derive(Deserialize)]
pub struct Seen {
    pub combined: Option<NaiveDate>,
}

#[derive(Deserialize)]
pub struct Decision {
    pub number: usize,
    pub kind: String,
    pub by: String,
    pub on: NaiveDate,
    pub taken_back: Option<serde::de::IgnoredAny>,
}

/// What every output says of itself, whatever its version.
#[derive(Deserialize)]
struct Head {
    schema: String,
    edition: Option<ForWhom>,
}

#[derive(Deserialize)]
struct ForWhom {
    edition: Edition,
}

const BUILD_AGAIN: &str = "Give the JSON output of an earlier build of this case, as `lifespan build CASE --format json \
     --out DIR` writes it.";

/// What every output's form is called, before its version.
const FORM: &str = "lifespan-history/";

/// Reads an earlier build of the account's case.
pub fn read(account: &Account, file: &str, bytes: &[u8]) -> Result<Earlier, Error> {
    let refuse = |what: String, mend: &str| Error::new(file, what, mend);
    let head: Head = parsed(bytes).map_err(|why| refuse(format!("it is no earlier build: {why}"), BUILD_AGAIN))?;
    if head.schema != account.schema {
        let what = match head.schema.starts_with(FORM) {
            true => format!("its form is {}, and this program compares {} only", head.schema, account.schema),
            false => "it is JSON, but not the output of lifespan build".to_owned(),
        };
        return Err(refuse(
            what,
            "Build the earlier state again with this program: the returns as they were then, with \
                                 --as-at and --format json; then give that file.",
        ));
    }
    if let Some(ForWhom { edition: edition @ (Edition::Referral | Edition::Subgroup) }) = head.edition {
        let what = format!("it is a copy for a {}, which leaves things out: they would seem to be new", edition.word());
        return Err(refuse(what, "Give the office's own JSON output, or that of a rapid review."));
    }
    let then: Earlier = parsed(bytes).map_err(|why| refuse(format!("it is damaged: {why}"), BUILD_AGAIN))?;
    if !is_same_case(account, &then) {
        let called = |reference: &Option<String>, name: &str| reference.clone().unwrap_or_else(|| name.to_owned());
        let (other, own) =
            (called(&then.case.reference, &then.case.name), called(&account.case.reference, &account.case.name));
        return Err(refuse(format!("it is of another case: {other}, and this is {own}"), BUILD_AGAIN));
    }
    if then.as_at > account.as_at {
        let what = format!("it speaks from {}, later than this build, which speaks from {}", then.as_at, account.as_at);
        return Err(refuse(what, "Give an earlier build, or build this one for a later day with --as-at."));
    }
    Ok(then)
}

/// A case is known by its reference, where it has one, else by the child's id.
fn is_same_case(account: &Account, then: &Earlier) -> bool {
    match (&account.case.reference, &then.case.reference) {
        (Some(now), Some(then)) => now == then,
        _ => account.case.child.0 == then.case.child,
    }
}

/// The value, or in plain words why there is none.
fn parsed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Err("it is a page, and only the JSON output can be compared".to_owned());
    }
    serde_json::from_slice(bytes).map_err(|cause| match cause.classify() {
        serde_json::error::Category::Data => format!("something is missing or not as it should be: {cause}"),
        serde_json::error::Category::Eof => format!("it breaks off at line {}", cause.line()),
        _ => format!("it is not JSON (line {}, column {})", cause.line(), cause.column()),
    })
}
