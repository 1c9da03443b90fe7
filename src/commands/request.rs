//! `lifespan request`: for each agency asked, a form to fill in and a covering page with every name to search.

use super::say::say;
use super::{clock, write};
use crate::cli::RequestForms;
use lifespan::error::Error;
use lifespan::model::Case;
use lifespan::request::{Request, cover, form};
use lifespan::{Known, Record, ingest};
use std::process::ExitCode;

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
    let known = names_found(&case);
    for agency in agencies {
        let request = Request::new(&case.front, agency, &known);
        let stem = write::safe_name(&agency.id.0).unwrap_or_else(|| "agency".to_owned());
        let page = write::whole(&asked.out, &format!("{stem}-request.html"), &cover(&request))?;
        let book = write::whole_bytes(&asked.out, &format!("{stem}-return.xlsx"), &form(&request)?)?;
        say(&format!("{}: {} and {}\n", agency.name, book.display(), page.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Full names that the returns already here give people of the front sheet, by id.
fn names_found(case: &Case) -> Vec<(String, Vec<String>)> {
    let as_at = case.front.as_at.unwrap_or_else(clock::today);
    let record = Record::read(case);
    let history = record.history(Known { by: as_at, to: None });
    let full = |name: &&String| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.len() >= 2
            && words.iter().all(|word| word.starts_with(char::is_uppercase))
            && words.iter().all(|word| word.chars().count() > 2)
    };
    let titled = |name: &&String| {
        ["Mr", "Mrs", "Ms", "Miss", "Dr", "Uncle", "Aunt", "Auntie", "Nan", "Grandad", "Grandma", "Mum", "Dad"]
            .iter()
            .any(|title| name.split(' ').next() == Some(*title))
    };
    let persons = history.people.persons.iter().filter(|person| person.on_front_sheet);
    persons
        .map(|person| {
            let names = person.also_known_as.iter().filter(full).filter(|name| !titled(name));
            (person.id.0.clone(), names.cloned().collect())
        })
        .collect()
}
