//! `lifespan request`: for each agency asked, a form to fill in and a covering page with every name to search.

use super::say::say;
use super::{clock, write};
use crate::cli::RequestForms;
use lifespan::error::Error;
use lifespan::model::Case;
use lifespan::request::{Found, Request, cover, form};
use lifespan::{Known, Record, ingest};
use std::process::ExitCode;

/// Words that stand before a name and are none.
const ADDRESS: &[&str] =
    &["Mrs", "Miss", "Uncle", "Aunt", "Auntie", "Aunty", "Nan", "Nana", "Gran", "Grandad", "Grandma", "Mum", "Dad"];

/// Writes the form and the covering page for one agency or for all.
pub fn run(asked: &RequestForms) -> Result<ExitCode, Error> {
    let case = ingest::case::open_on(&asked.case, None, clock::today())?;
    let agencies: Vec<_> =
        case.front.agencies.iter().filter(|agency| asked.agency.as_ref().is_none_or(|id| agency.id.0 == *id)).collect();
    if agencies.is_empty() {
        let listed = case.front.agencies.iter().map(|agency| agency.id.0.as_str()).collect::<Vec<_>>().join(", ");
        let mend = if listed.is_empty() {
            "List whom to ask under \"agencies\".".to_owned()
        } else {
            format!("The agencies are: {listed}.")
        };
        return Err(Error::new("case.json", "there is no such agency to ask", mend));
    }
    let found = found(&case);
    for agency in agencies {
        let request = Request::new(&case.front, agency, &found);
        let stem = write::safe_name(&agency.id.0).unwrap_or_else(|| "agency".to_owned());
        let page = write::whole(&asked.out, &format!("{stem}-request.html"), &cover(&request))?;
        let book = write::whole_bytes(&asked.out, &format!("{stem}-return.xlsx"), &form(&request)?)?;
        say(&format!("{}: {} and {}\n", agency.name, book.display(), page.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Full names that the returns already here give people of the front sheet, and kin whom it does not list.
fn found(case: &Case) -> Found {
    let as_at = case.front.as_at.unwrap_or_else(clock::today);
    let record = Record::read(case);
    let history = record.history(Known { by: as_at, to: None });
    let (listed, others): (Vec<_>, Vec<_>) = history.people.persons.iter().partition(|person| person.on_front_sheet);
    let names = listed.iter().map(|person| {
        let names = person.also_known_as.iter().filter(|name| is_full(name));
        (person.id.0.clone(), names.cloned().collect())
    });
    let kin = others.iter().filter(|person| person.named && is_full(&person.name));
    let kin = kin.filter_map(|person| {
        let relation = history.kin_to_child.get(&person.id)?.words();
        let names: Vec<String> = person.also_known_as.iter().filter(|name| is_full(name)).cloned().collect();
        (!relation.contains("friend")).then(|| (person.name.clone(), relation, names))
    });
    Found { names: names.collect(), people: kin.collect() }
}

/// Whether it is a first name and a surname, and no form of address.
fn is_full(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain = words.iter().all(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 2);
    words.len() >= 2 && plain && words.first().is_some_and(|first| !ADDRESS.contains(first))
}
