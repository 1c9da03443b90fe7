//! `lifespan link`: entries of the same person in one list of people, or in two.

use super::say::say;
use super::write;
use crate::cli::{Link, LinkFormat};
use lifespan::error::Error;
use lifespan::linking::register::{self, Read};
use lifespan::linking::{Decision, Links, Pool, clusters, told};
use std::path::Path;
use std::process::ExitCode;

/// Prints or writes pairs or clusters, and says on the side what was read and found.
pub fn run(asked: &Link) -> Result<ExitCode, Error> {
    let mut pool = Pool::default();
    read(&asked.people, 0, &mut pool)?;
    if let Some(other) = &asked.other {
        read(other, 1, &mut pool)?;
    }
    let links = Links::between(pool);
    let (name, words) = told(&links, asked)?;
    match &asked.out {
        Some(folder) => {
            let place = write::whole(folder, name, &words)?;
            say(&format!("{}\n", place.display()))?;
        }
        None => say(&words)?,
    }
    summary(&links);
    Ok(ExitCode::SUCCESS)
}

/// One list, and what was made of its columns.
fn read(file: &Path, list: u8, pool: &mut Pool) -> Result<(), Error> {
    let shown = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|cause| {
        Error::new(
            &shown,
            format!("could not be opened: {cause}"),
            "check the name of the file, and that it is not open elsewhere",
        )
    })?;
    let Read { people, id, compared, not_compared } = register::read(&bytes, &shown, list, pool)?;
    let id = id.map_or("their row".to_owned(), |id| format!("“{id}”"));
    eprintln!("{shown}: {people} people, called by {id}. Compared: {}.", compared.join(", "));
    if !not_compared.is_empty() {
        eprintln!("{shown}: not compared: {}.", not_compared.join(", "));
    }
    Ok(())
}

/// The file's name, and the words for it.
fn told(links: &Links, asked: &Link) -> Result<(&'static str, String), Error> {
    let fault =
        |cause: serde_json::Error| Error::new("link", cause.to_string(), "report it: this is a fault of the program");
    Ok(match (asked.clusters, asked.format) {
        (false, LinkFormat::Csv) => ("pairs.csv", told::pairs_as_csv(links)),
        (false, LinkFormat::Json) => ("pairs.json", told::pairs_as_json(links).map_err(fault)?),
        (true, LinkFormat::Csv) => ("clusters.csv", told::clusters_as_csv(links, &clusters::gather(links))),
        (true, LinkFormat::Json) => {
            ("clusters.json", told::clusters_as_json(links, &clusters::gather(links)).map_err(fault)?)
        }
    })
}

/// How many, and what was not compared.
fn summary(links: &Links) {
    let linked = links.links.iter().filter(|link| link.decision == Decision::Linked).count();
    let put_forward = links.links.len() - linked;
    let pairs = if linked == 1 { "pair" } else { "pairs" };
    eprintln!("{linked} {pairs} linked, {put_forward} put forward, of {} compared.", links.compared);
    for left_out in &links.too_large {
        eprintln!(
            "Not compared by {} alone: {} groups of too many people who share it, the largest of {}.",
            left_out.shared.name(),
            left_out.blocks,
            left_out.largest
        );
    }
}
