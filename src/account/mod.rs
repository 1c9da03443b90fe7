//! The account of a history: everything a page or another program is told, as plain data.
//!
//! The JSON output is this, and every page is made from this, so a page can say nothing that the data does not hold.

mod allegations;
mod as_known;
mod awareness;
mod changes;
mod decisions;
mod edition;
mod entries;
mod front;
mod ledger;
mod people;
mod plans;
mod provenance;
mod readiness;

pub use allegations::{AllegationAccount, AllegationStep, FollowedAccount, QuoteAccount};
pub use as_known::{AsKnown, KnownDay, KnownFinding, KnownView};
pub use awareness::{Awareness, AwarenessCell, AwarenessRow, FactAccount};
pub use changes::{ChangedEntry, ChangedFinding, Changes, EarlierBuild, GoneEntry, GoneFinding, NewEntry};
pub use decisions::{DecisionAccount, SignedAccount};
pub use edition::{Edition, Manifest, Withheld};
pub use entries::{CellAccount, EntryAccount, EventAccount};
pub use front::{AgencyAccount, CaseAccount, SettingAccount};
pub use ledger::{Ledger, ReturnAccount, SetAsideAccount};
pub use people::{MentionAccount, PersonAccount, TieAccount};
pub use plans::{ActionAccount, PlanAccount};
pub use provenance::{InputAccount, Provenance};
pub use readiness::{KnownAccount, ReadinessAccount};

use crate::findings::Finding;
use crate::model::Note;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// A whole history, told.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Account {
    /// Name and version of this form of output.
    pub schema: &'static str,
    /// Version of the program that made it.
    pub tool_version: &'static str,
    /// The day it speaks from.
    pub as_at: NaiveDate,
    /// The front sheet.
    pub case: CaseAccount,
    /// Where every submitted row went.
    pub ledger: Ledger,
    /// Everyone in it.
    pub people: Vec<PersonAccount>,
    /// The dated entries in chronology order.
    pub entries: Vec<EntryAccount>,
    /// Rows with words but no readable date: read, and shown apart.
    pub undated: Vec<EntryAccount>,
    /// Dated ties.
    pub ties: Vec<TieAccount>,
    /// Every allegation of sexual abuse, whatever became of it.
    pub allegations: Vec<AllegationAccount>,
    /// Words that say a child was harmed and name nobody as having done it.
    pub unattributed: Vec<AllegationStep>,
    /// What the rules concluded.
    pub findings: Vec<Finding>,
    /// What people have decided; those taken back too.
    pub decisions: Vec<DecisionAccount>,
    /// Which agency and service knew which key fact.
    pub awareness: Awareness,
    /// What specialist services ask of a referral, filled from entries or unknown.
    pub readiness: Vec<ReadinessAccount>,
    /// What was agreed to be done, and what shows it done.
    pub actions: Vec<ActionAccount>,
    /// Plans, when each began, the last entry that shows it, and its end where one is recorded.
    pub plans: Vec<PlanAccount>,
    /// Limits of rules that the case sets itself.
    pub settings: Vec<SettingAccount>,
    /// What a person should look at in what was sent.
    pub notes: Vec<Note>,
    /// For whom this copy was made and what it leaves out; none where it is the office's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Manifest>,
    /// What could have been known on earlier days; for a rapid review only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_known: Option<AsKnown>,
    /// What changed since an earlier build; for a rapid review that was given one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Changes>,
    /// By what program and from which files it was made: enough to make the same again.
    pub provenance: Provenance,
}
