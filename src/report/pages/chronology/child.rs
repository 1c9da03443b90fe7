//! Who the history is about, and where it goes.

use crate::report::index::Index;
use crate::report::plain;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The data of `chronology/child.html`.
#[derive(Serialize)]
pub struct Child {
    name: String,
    /// Each fact of the front sheet, in words: what it is and what it says.
    facts: Vec<(&'static str, String)>,
}

/// The child, from the front sheet.
pub fn child(index: &Index) -> Child {
    let (account, case) = (index.account, &index.account.case);
    let born = index.person(&case.child).and_then(|child| child.born.clone()).or_else(|| case.born.clone());
    let known = case.also_known_as.join("; ");
    let mut facts = vec![
        ("Born", Some(born.as_deref().map_or_else(|| index.no_birth(&case.child).to_owned(), plain::edtf))),
        ("Age", born.as_deref().and_then(|born| age(born, account.as_at))),
        ("Also known as", (!known.is_empty()).then_some(known)),
        ("Reference", case.reference.clone()),
        ("As at", Some(plain::day(account.as_at))),
    ];
    let referral =
        [("to", "Referred to"), ("reason", "Reason"), ("prepared_by", "Prepared by"), ("prepared_on", "Prepared on")];
    facts.extend(referral.map(|(key, label)| (label, case.referral.get(key).map(|words| plain::edtf(words)))));
    Child {
        name: case.name.clone(),
        facts: facts.into_iter().filter_map(|(label, value)| Some((label, value?))).collect(),
    }
}

/// The age on a day, where the day of birth is known exactly.
fn age(born: &str, on: NaiveDate) -> Option<String> {
    let born = NaiveDate::parse_from_str(born, "%Y-%m-%d").ok().filter(|born| born.year() > 999)?;
    let years = on.years_since(born)?;
    Some(match years {
        0 => plain::lapse(born, on),
        years => format!("{years}"),
    })
}
