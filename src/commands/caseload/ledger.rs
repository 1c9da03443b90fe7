//! The ledger of an intake: files that say where every row went, and the words for the terminal.

use super::shares::Shares;
use lifespan::error::Error;
use lifespan::intake::{Tally, csv_line};
use lifespan::report::sheet::harmless;
use std::path::Path;

/// Where every row went, file by file.
pub const LEDGER: &str = "ledger.csv";
/// Every row set aside, with the reason.
pub const ASIDE: &str = "set-aside.csv";

/// Puts down a row that goes to no case.
pub fn aside(shares: &mut Shares, file: &str, row: usize, reason: &str, cells: &[String]) -> Result<(), Error> {
    let headings = csv_line(["File", "Row", "Reason", "Words"]);
    let line = csv_line([file, &row.to_string(), reason, &harmless(cells.join(" | "))]);
    shares.add(ASIDE, &headings, &line)
}

/// Writes the ledger.
pub fn write(shares: &mut Shares, tallies: &[Tally]) -> Result<(), Error> {
    let headings =
        csv_line(["File", "Rows", "In returns", "On front sheets", "Names of workers and teams", "Set aside"]);
    for tally in tallies {
        let numbers =
            [tally.rows, tally.returns, tally.fronts, tally.named, tally.set_aside()].map(|number| number.to_string());
        shares.add(
            LEDGER,
            &headings,
            &csv_line([tally.file.as_str()].into_iter().chain(numbers.iter().map(String::as_str))),
        )?;
    }
    Ok(())
}

/// The ledger in words.
pub fn words(tallies: &[Tally], cases: usize, out: &Path) -> String {
    let sum = |of: fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
    let rows = |number: usize| if number == 1 { "1 row".to_owned() } else { format!("{number} rows") };
    let mut lines = vec![format!(
        "{} of {} files: {} in returns, {} on front sheets, {} name workers and teams, {} set aside",
        rows(sum(|one| one.rows)),
        tallies.len(),
        sum(|one| one.returns),
        sum(|one| one.fronts),
        sum(|one| one.named),
        sum(Tally::set_aside)
    )];
    for tally in tallies {
        lines.extend(
            tally
                .aside
                .iter()
                .map(|(reason, number)| format!("  {}: {} set aside, {reason}", tally.file, rows(*number))),
        );
    }
    lines.push(format!("{cases} case folders are below {}; {LEDGER} there says where every row went", out.display()));
    lines.push(format!("To build them: lifespan caseload {} --out FOLDER", out.display()));
    lines.join("\n") + "\n"
}
