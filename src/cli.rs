//! What one can type.
//!
//! A command is a variant of [`Command`] with its arguments here, and a file of its own in `commands/`.

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
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

/// Ends the program as a wrong command does, with what is right: for what cannot go together.
pub fn wrong(words: &str) -> ! {
    Cli::command().error(ErrorKind::ArgumentConflict, words).exit()
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the chronology of a case folder
    Build(Build),
    /// Build every case below a folder, and the report for a subgroup; or divide bulk extracts into cases
    Caseload(Caseload),
    /// Begin a new case folder
    Init(Init),
    /// Look through a case before building: every note, every row set aside, every agency not heard
    Check(Check),
    /// Write, for each agency, a form to fill in and a page with every name to search
    Request(RequestForms),
    /// Say who is who, with the reason for each join, and what is still open
    People(People),
    /// Decide who is who, what somebody is to the child, that contact ended, or that a finding was looked at
    Decide(Decide),
    /// Print what is read and written as JSON Schema
    Schema(Schema),
    /// Give the graph of people and ties to another program
    Graph(Graph),
    /// Find entries of the same person in one list of people, or in two
    Link(Link),
    /// Show what is read in one text, and the words it rests on
    Read(Read),
    /// Make a page again from its case folder, and say whether both are the same
    Verify(Verify),
    /// List the rules by which findings are made, or print one rule's page
    Rules(Rules),
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

    /// For whom the copy is: a referral leaves out third parties and shows what services ask of one, a subgroup sees
    /// roles instead of names, a rapid review sees everything; without it the copy is the office's own
    #[arg(long = "for", value_enum, value_name = "PURPOSE")]
    pub purpose: Option<Purpose>,

    /// With --for rapid-review: say what changed since an earlier build, of which this is the JSON output
    #[arg(long, value_name = "EARLIER.json")]
    pub since: Option<PathBuf>,

    /// With --for rapid-review: tell what could have been known on this day; may be given several times [default: the days
    /// on which something that matters came to be known]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_known_on: Vec<NaiveDate>,

    /// Write a file that only a passphrase opens, in any current browser; docs/protect.md says against what that protects
    #[arg(long)]
    pub protect: bool,

    /// With --protect: take the passphrase from this file descriptor, its first line, instead of asking for it
    #[arg(long, value_name = "N", requires = "protect")]
    pub passphrase_fd: Option<u32>,

    /// Open the page when it is written
    #[arg(long)]
    pub open: bool,
}

/// Build every case folder below a folder.
///
/// Each case is built by itself, on all cores; one that cannot be built is named at the end with what to mend and stops no
/// other. With --out each case's page and data are written below it, and a case that has not changed is left as it is;
/// subgroup.html there says what all histories say together and names no child, and key.csv holds the key to its numbers.
/// Ends with 0 when every case was built, 1 when one or more could not be, 2 when the command was wrong.
///
/// With --ssd or --extract, case folders are made instead, from what authorities and agencies export about many children.
/// Every row goes to a case or is set aside with the reason, and ledger.csv says where each went.
#[derive(Args, Debug)]
#[command(group(clap::ArgGroup::new("from").required(true)))]
pub struct Caseload {
    /// The folder below which the case folders lie
    #[arg(value_name = "DIR", group = "from")]
    pub folder: Option<PathBuf>,

    /// Make case folders of the tables of the Standard Safeguarding Dataset in a folder, one CSV a table
    #[arg(long, value_name = "DIR", group = "from", requires = "out")]
    pub ssd: Option<PathBuf>,

    /// Make case folders of agencies' exports, one CSV an agency, with an identifier of the child, or name and date of birth,
    /// in each row; children who have a case in --out already get the rows there
    #[arg(long, value_name = "FILES", group = "from", requires = "out", num_args = 1..)]
    pub extract: Vec<PathBuf>,

    /// With --extract: each agency numbers children in its own way, so that one number in two files is two children
    #[arg(long, requires = "extract")]
    pub own_numbers: bool,

    /// Where to write; without it nothing is written, and the summary is printed
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// The day to speak from, such as 2018-03-01 [default: what each case.json says, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,

    /// Write the report and its key, not each case's page and data
    #[arg(long, requires = "out")]
    pub report_only: bool,

    /// Numbers of children below this are not shown in the report
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    pub small: usize,

    /// Leave the lists of people and addresses that are in several histories out of the report
    #[arg(long)]
    pub without_lists: bool,

    /// How many cases to build at once [default: as many as there are cores]
    #[arg(long, value_name = "NUMBER")]
    pub jobs: Option<usize>,
}

/// What a copy is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Purpose {
    /// A referral to a specialist service
    Referral,
    /// A group that looks at patterns across cases
    Subgroup,
    /// A rapid review
    RapidReview,
}

/// Say who is who, with the reason for each join, and what is still open.
#[derive(Args, Debug)]
pub struct People {
    /// The case folder
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// The day to speak from, such as 2018-03-01 [default: what case.json says, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
}

/// Decide what the tool cannot, or take a decision back.
///
/// A decision is kept in decisions.json beside case.json, with who made it, when and why, and is applied on every
/// later run. It is shown on the page as a decision, apart from what agencies wrote, and removes nothing. Without one of
/// the decisions below, the open questions are asked one by one on the terminal. People are named by their id or name,
/// as `lifespan people` prints them.
#[derive(Args, Debug)]
#[command(group(clap::ArgGroup::new("ruling").multiple(false)))]
pub struct Decide {
    /// The case folder
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// Both are one person
    #[arg(long, num_args = 2, value_names = ["A", "B"], group = "ruling")]
    pub same: Option<Vec<String>>,

    /// They are two people
    #[arg(long, num_args = 2, value_names = ["A", "B"], group = "ruling")]
    pub not_same: Option<Vec<String>>,

    /// Somebody is something to somebody: --relation "Ray Sleight" "maternal uncle" chloe
    #[arg(long, num_args = 3, value_names = ["PERSON", "RELATION", "OF"], group = "ruling")]
    pub relation: Option<Vec<String>>,

    /// Contact between two people ended on a day
    #[arg(long, num_args = 3, value_names = ["PERSON", "WITH", "DATE"], group = "ruling")]
    pub contact_ended: Option<Vec<String>>,

    /// Somebody has looked at the findings of a rule about these people; each stays, marked, and comes back when it rests
    /// on something new
    #[arg(long, num_args = 1.., value_names = ["RULE", "PERSON"], group = "ruling")]
    pub looked_at: Option<Vec<String>>,

    /// With --looked-at: only the findings that speak of this agency, by its id
    #[arg(long, value_name = "ID", requires = "looked_at")]
    pub agency: Option<String>,

    /// Take a decision back, by its number
    #[arg(long, visible_alias = "undo", value_name = "NUMBER", group = "ruling")]
    pub take_back: Option<usize>,

    /// Who decides: name and role
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,

    /// The day of the decision [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<NaiveDate>,

    /// The reason
    #[arg(long, value_name = "WORDS")]
    pub why: Option<String>,
}

/// Show what is read in one text: people, events, what was left out and why, and the phrases relied on.
#[derive(Args, Debug)]
pub struct Read {
    /// The text, in quotation marks
    #[arg(value_name = "TEXT")]
    pub text: String,
}

/// Find entries of the same person in one list of people, or in two.
///
/// A list is a CSV file with a row of headings: an id, names, aliases, date of birth, sex, address, postcode, numbers such
/// as the NHS number, as far as they are known. With one file, double entries within it are found; with two, who is in
/// both. Prints pairs: which of them are linked, and which are put forward for somebody to decide.
#[derive(Args, Debug)]
pub struct Link {
    /// The list of people
    #[arg(value_name = "PEOPLE.csv")]
    pub people: PathBuf,

    /// Another list: who of it is in the first
    #[arg(value_name = "OTHER.csv")]
    pub other: Option<PathBuf>,

    /// A table to read, or data for another program, with what of each weight every field gives
    #[arg(long, value_enum, default_value_t = LinkFormat::Csv)]
    pub format: LinkFormat,

    /// Everyone by the person they are, instead of pairs
    #[arg(long)]
    pub clusters: bool,

    /// The folder to write to; without it everything goes to the terminal
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// The forms in which pairs are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LinkFormat {
    /// One row a pair
    Csv,
    /// Pairs as data
    Json,
}

/// Give the graph of people and ties to another program.
#[derive(Args, Debug)]
pub struct Graph {
    /// The case folder
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// For which program
    #[arg(long, value_enum, default_value_t = GraphFormat::Dot)]
    pub format: GraphFormat,

    /// The day to speak from, such as 2018-03-01 [default: what case.json says, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
}

/// The forms of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    /// Graphviz
    Dot,
    /// Gephi and yEd
    Graphml,
    /// People and ties as two lists
    Json,
}

/// Begin a new case folder: a case.json that builds, and an empty folder returns/.
///
/// Without --name the child, the family and the agencies are asked for on the terminal.
#[derive(Args, Debug)]
pub struct Init {
    /// The folder to begin
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// The child's full name
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,

    /// The child's date of birth, as exactly as it is known
    #[arg(long, value_name = "DATE", requires = "name")]
    pub born: Option<String>,

    /// The child's sex as recorded: F or M
    #[arg(long, value_name = "SEX", requires = "name")]
    pub sex: Option<String>,

    /// Another name of the child; may be given again
    #[arg(long, value_name = "NAME", requires = "name")]
    pub also_known_as: Vec<String>,

    /// The case's own reference
    #[arg(long, value_name = "REFERENCE", requires = "name")]
    pub reference: Option<String>,

    /// One of the family or network: "Donna Hartley; mother; 1979-02-11"; may be given again
    #[arg(long, value_name = "PERSON", requires = "name")]
    pub person: Vec<String>,

    /// An agency that is asked: "Wexmouth Police; police"; may be given again
    #[arg(long, value_name = "AGENCY", requires = "name")]
    pub agency: Vec<String>,
}

/// Print what is read and written as JSON Schema.
#[derive(Args, Debug)]
pub struct Schema {
    /// Of what
    #[arg(value_enum, value_name = "WHAT")]
    pub of: SchemaOf,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The front sheet, case.json
    Case,
    /// A return in JSON
    Return,
    /// What `lifespan build --format json` prints
    Output,
}

/// Look through a case before building it.
///
/// Reads everything and builds nothing; lists every note and every row set aside, with how to mend it. Ends with 0 when
/// every row has a date and every agency has answered, 1 otherwise, 2 when the command was wrong.
#[derive(Args, Debug)]
pub struct Check {
    /// The case folder
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// Words to read, or data for another program
    #[arg(long, value_enum, default_value_t = CheckFormat::Words)]
    pub format: CheckFormat,

    /// The day to speak from, such as 2018-03-01 [default: what case.json says, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
}

/// The forms in which a check is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// Words for a terminal
    Words,
    /// The same as data
    Json,
}

/// Write what is sent to each agency: a workbook to fill in, and a covering page with every name to search.
///
/// A form that comes back filled in goes into returns/ and is read without any mapping.
#[derive(Args, Debug)]
pub struct RequestForms {
    /// The case folder
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// Only for this agency, by its id [default: every agency on the front sheet]
    #[arg(long, value_name = "ID")]
    pub agency: Option<String>,

    /// Where to write
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Make a page again from its case folder, and say whether both are the same to the last byte.
///
/// The page, or the JSON output, says from which files it was made, on which day it speaks and by which program. Where
/// the two differ, what differs is named: the program, each file that has changed, or the page itself. Ends with 0 when
/// they are the same, 1 otherwise, 2 when the command was wrong.
#[derive(Args, Debug)]
pub struct Verify {
    /// A chronology that lifespan made: the page or the JSON output
    #[arg(value_name = "PAGE")]
    pub page: PathBuf,

    /// The case folder it was made from
    #[arg(value_name = "CASE")]
    pub case: PathBuf,

    /// The JSON output with which it was compared, where it says what changed since an earlier build
    #[arg(long, value_name = "EARLIER.json")]
    pub since: Option<PathBuf>,
}

/// The forms in which a history leaves the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One self-contained page
    Html,
    /// The same history as data
    Json,
    /// The chronology as a table, under the same ids; a cell that could be a formula has an apostrophe before it
    Csv,
    /// The same as an Excel workbook
    Xlsx,
    /// The chronology as a Word document, with what services ask of a referral where it is for one
    Docx,
}

impl Format {
    /// How the names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Docx => "docx",
        }
    }
}

/// Reads a day, and says how to write one.
fn day(written: &str) -> Result<NaiveDate, String> {
    written.parse().map_err(|_| "not a day of the calendar: write it as 2018-03-01".to_owned())
}

/// List the rules by which findings are made, or print one rule's page.
///
/// A page says what the rule looks for, why, and shows a case on which it speaks and one on which it keeps silent.
#[derive(Args, Debug)]
pub struct Rules {
    /// The rule's id
    #[arg(value_name = "ID")]
    pub id: Option<String>,

    /// Print every page
    #[arg(long, conflicts_with = "id")]
    pub all: bool,
}
