//! What one can type.
//!
//! A command is a variant of [`Command`] with its arguments here, and a file of its own in `commands/`.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Merges what every agency knows about a child into one chronology, and puts first what gets lost: an earlier
/// allegation of sexual abuse in the family, and an alleged perpetrator who is still in contact.
///
/// Everything stays on this computer.
#[derive(Debug, Parser)]
#[command(name = "lifespan", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the chronology of a case folder
    Build(Build),
}

/// Build the chronology of a case folder.
///
/// The folder holds case.json (who the child is, the family, who was asked) and returns/ (what each agency sent).
/// Ends with 0 when the chronology was built, 1 when the case could not be built, 2 when the command was wrong.
#[derive(Args, Debug)]
pub struct Build {
    /// The case folder
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// Where to write; without it the page goes to the current folder and JSON to the terminal
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// A page to read, or data for another program
    #[arg(long, value_enum, default_value_t = Format::Html)]
    pub format: Format,

    /// The day to speak from, such as 2018-03-01 [default: what case.json says, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,

    /// Open the page when it is written
    #[arg(long)]
    pub open: bool,
}

/// The forms in which a history leaves the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One self-contained page
    Html,
    /// The same history as data
    Json,
}

/// Reads a day, and says how to write one.
fn day(written: &str) -> Result<NaiveDate, String> {
    written.parse().map_err(|_| "not a day of the calendar: write it as 2018-03-01".to_owned())
}
