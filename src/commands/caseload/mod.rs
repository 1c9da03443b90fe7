//! `lifespan caseload`: many cases in one run, and what a subgroup is told of them.

mod extract;
mod fingerprint;
mod folders;
mod kept;
mod ledger;
mod meter;
mod one;
mod shares;
mod ssd;
mod summary;

use super::say::say;
use super::{clock, write};
use crate::cli::Caseload;
use folders::CaseFolder;
use lifespan::caseload::{Case, Gist, subgroup};
use lifespan::error::Error;
use meter::Meter;
use one::Work;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::path::Path;
use std::process::ExitCode;

/// Bytes of stack for each worker, as much as a main thread has.
const STACK: usize = 8 * 1024 * 1024;

/// What became of one case.
pub struct Done {
    /// Its path below the folder of cases.
    pub folder: String,
    /// What is kept of it, and whether it was left as it was, or why it could not be built.
    pub result: Result<(Gist, bool), Error>,
}

/// Divides extracts into cases, or builds every case below the folder.
pub fn run(asked: &Caseload) -> Result<ExitCode, Error> {
    match (&asked.ssd, asked.extract.as_slice(), &asked.out) {
        (Some(folder), _, Some(out)) => ssd::run(folder, out),
        (None, files @ [_, ..], Some(out)) => extract::run(files, out, asked.own_numbers),
        _ => cases(asked),
    }
}

/// Builds every case below the folder. Ends with 1 when one of them could not be built.
fn cases(asked: &Caseload) -> Result<ExitCode, Error> {
    let top = asked.folder.as_deref().unwrap_or(Path::new("."));
    let found = folders::below(top, asked.out.as_deref())?;
    let work = Work { out: asked.out.as_deref(), pages: !asked.report_only, as_at: asked.as_at, today: clock::today() };
    let done = build(&found, &work, asked.jobs)?;
    let failed = done.iter().filter(|one| one.result.is_err()).count();
    let mut words = summary::summary(&done);
    if let Some(out) = &asked.out {
        words.push_str(&report(asked, out, done, failed)?);
    }
    say(&words)?;
    Ok(if failed > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Writes the report for a subgroup and its key, and says where they are.
fn report(asked: &Caseload, out: &Path, done: Vec<Done>, failed: usize) -> Result<String, Error> {
    let cases: Vec<Case> =
        done.into_iter().filter_map(|one| Some(Case { folder: one.folder, gist: one.result.ok()?.0 })).collect();
    if cases.is_empty() {
        return Ok("\nNo report was made: no case could be built.\n".to_owned());
    }
    let earlier = std::fs::read_to_string(out.join(subgroup::KEY)).unwrap_or_default();
    let numbering = subgroup::numbering(&earlier);
    let wanted = subgroup::Asked { limit: asked.small, lists: !asked.without_lists, failed, numbering };
    let report = subgroup::report(&cases, &wanted)?;
    let page = write::whole(out, "subgroup.html", &report.page)?;
    let key = write::whole(out, subgroup::KEY, &report.key)?;
    Ok(format!(
        "\nThe report for a subgroup, which names no child, is in {}\nThe key to its numbers names every child and is in {}; keep the two apart\n",
        page.display(),
        key.display()
    ))
}

/// Every case, on all cores, in the order of the folders.
fn build(found: &[CaseFolder], work: &Work<'_>, jobs: Option<usize>) -> Result<Vec<Done>, Error> {
    let fault = |cause: rayon::ThreadPoolBuildError| {
        Error::new("lifespan caseload", format!("no workers could be started: {cause}"), "Try with --jobs 1.")
    };
    let pool = ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).stack_size(STACK).build().map_err(fault)?;
    let meter = Meter::start(found.len());
    let one = |case: &CaseFolder| {
        let result = one::build(case, work);
        meter.done(result.is_err());
        Done { folder: case.below.clone(), result }
    };
    // Cases differ much in length: each worker takes the next one when it is free.
    Ok(pool.install(|| found.par_iter().with_max_len(1).map(one).collect()))
}
