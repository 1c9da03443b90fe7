//! One row of a return, and the return it stands in.

use super::{AgencyId, EntryId, Note, Origin, When};
use chrono::NaiveDate;

/// What a column holds, told by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// When it happened (or began).
    Happened,
    /// When it ended.
    Until,
    /// Time of day.
    Time,
    /// When the agency learned of it.
    Learned,
    /// When it was written down.
    Recorded,
    /// What happened.
    Event,
    /// What was done.
    Action,
    /// What came of it.
    Outcome,
    /// Where the information came from.
    Source,
    /// Who worked on it or wrote it: not the family.
    Professional,
    /// Which people it concerns (nominals, client, young person).
    People,
    /// The child's own words, wishes or feelings.
    Voice,
    /// What it meant for the child.
    Impact,
    /// A professional's comment or analysis, kept apart from what happened.
    Opinion,
    /// A category, type or classification.
    Category,
    /// The service or team inside the agency.
    Service,
    /// A running number or reference.
    Sequence,
    /// Not recognised: kept and shown under its own heading.
    Unknown,
}

/// One cell with words in it: the agency's own, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The heading as the agency wrote it.
    pub heading: String,
    /// What the heading was taken to mean.
    pub meaning: Meaning,
    /// The words, unchanged.
    pub text: String,
}

/// One row that an agency submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Under which it is cited.
    pub id: EntryId,
    /// Where it stands.
    pub origin: Origin,
    /// Whose return it is.
    pub agency: AgencyId,
    /// When it happened; none where no date could be read, and the entry is then shown apart.
    pub when: Option<When>,
    /// When it ended, where a column says so.
    pub until: Option<When>,
    /// When the agency learned of it, where a column says so.
    pub learned: Option<When>,
    /// When it was written down, where a column says so.
    pub recorded: Option<When>,
    /// The non-empty cells in the order of their columns.
    pub cells: Vec<Cell>,
}

impl Entry {
    /// The day the agency knew: the day it learned, else the day it recorded, else the day it happened.
    /// The last day that a span can mean is taken: only what is sure counts as known.
    pub fn known_on(&self) -> Option<NaiveDate> {
        [&self.learned, &self.recorded, &self.when].into_iter().flatten().map(|when| when.latest).next()
    }

    /// Every cell that holds prose about the family, in order.
    pub fn told(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.meaning.is_told())
    }

    /// The words of the entry: what was told, one cell a line.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.told().map(|(_, cell)| cell.text.len() + 1).sum());
        for (nth, (_, cell)) in self.told().enumerate() {
            text.push_str(if nth > 0 { "\n" } else { "" });
            text.push_str(&cell.text);
        }
        text
    }
}

impl Meaning {
    /// Whether such a column tells something about the family (rather than dates, numbers or the writer).
    pub fn is_told(self) -> bool {
        use Meaning::*;
        matches!(self, Event | Action | Outcome | People | Voice | Impact | Opinion | Category | Unknown)
    }
}

/// A row that has no place in the dated order, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its id.
    pub at: EntryId,
    /// Why, in plain words.
    pub reason: String,
    /// Its words, shown in full.
    pub text: String,
}

/// What one file held. `rows = entries.len() + set_aside.len()`, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// Path below the case folder.
    pub file: String,
    /// Whose it is.
    pub agency: AgencyId,
    /// Non-blank rows below the header.
    pub rows: usize,
    /// Rows with a place in the dated order.
    pub entries: Vec<Entry>,
    /// Rows with words but no readable date: set aside, and still read.
    pub undated: Vec<Entry>,
    /// Every row that is not in `entries` (the undated ones, footers, repeated headers).
    pub set_aside: Vec<SetAside>,
    /// What stands above the header: title, agency, names searched.
    pub preamble: Vec<String>,
    /// What a person should look at.
    pub notes: Vec<Note>,
}
