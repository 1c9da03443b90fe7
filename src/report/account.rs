//! The account of a history: everything a page or another program is told, as plain data.
//!
//! The JSON output is this, and every page is made from this, so a page can say nothing that the data does not hold.

use super::provenance::Provenance;
use crate::findings::Finding;
use crate::model::{AgencyId, EntryId, EventKind, LeftOut, Manner, Measure, Note, PersonId, Sex, Status, When};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// By what program and from which files it was made: enough to make the same again.
    pub provenance: Provenance,
}

/// What the front sheet says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CaseAccount {
    /// The case's own reference.
    pub reference: Option<String>,
    /// The subject child.
    pub child: PersonId,
    /// The child's name.
    pub name: String,
    /// Other names.
    pub also_known_as: Vec<String>,
    /// Date of birth as written.
    pub born: Option<String>,
    /// Handling words for every page.
    pub handling: Option<String>,
    /// Who was asked, and what they answered.
    pub agencies: Vec<AgencyAccount>,
    /// To whom it goes, why, by whom, when.
    pub referral: BTreeMap<&'static str, String>,
}

/// An agency that was asked, or that sent something unasked.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgencyAccount {
    /// Its id.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: Option<String>,
    /// `return`, `nothing known`, `no reply`, or `not recorded`.
    pub outcome: String,
    /// When it was asked, as written.
    pub asked_on: Option<String>,
    /// Names it says it searched.
    pub names_searched: Vec<String>,
}

/// Where every submitted row went: `rows = entries + set_aside`, for each file and in total.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Ledger {
    /// File by file.
    pub returns: Vec<ReturnAccount>,
    /// Non-blank rows below the headers.
    pub rows: usize,
    /// Rows in the chronology.
    pub entries: usize,
    /// Rows set aside.
    pub set_aside: usize,
}

/// One file's rows.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReturnAccount {
    /// Path below the case folder.
    pub file: String,
    /// Whose it is.
    pub agency: AgencyId,
    /// Non-blank rows below its headers.
    pub rows: usize,
    /// Rows in the chronology.
    pub entries: usize,
    /// Rows set aside, each with the reason.
    pub set_aside: Vec<SetAsideAccount>,
    /// What stands above the header.
    pub preamble: Vec<String>,
}

/// A row that is not in the dated order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SetAsideAccount {
    /// Its id.
    pub at: EntryId,
    /// Why.
    pub reason: String,
    /// Its words.
    pub text: String,
}

/// A person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PersonAccount {
    /// Id.
    pub id: PersonId,
    /// Fullest name known.
    pub name: String,
    /// Other names and ways they are named.
    pub also_known_as: Vec<String>,
    /// Date of birth as far as known, in EDTF.
    pub born: Option<String>,
    /// Sex as recorded.
    pub sex: Option<Sex>,
    /// Relation to the child, derived from the ties, in plain words; none for the child.
    pub relation: Option<String>,
    /// Whether the front sheet lists them.
    pub on_front_sheet: bool,
    /// Whether the front sheet says that they live with the child.
    pub lives_with_child: Option<bool>,
    /// Whether any entry names them as an alleged perpetrator.
    pub alleged_perpetrator: bool,
    /// Where they are mentioned.
    pub mentions: Vec<MentionAccount>,
}

/// A mention of a person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MentionAccount {
    /// Where.
    pub entry: EntryId,
    /// The words.
    pub text: String,
}

/// An entry of the chronology.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EntryAccount {
    /// Id.
    pub id: EntryId,
    /// Whose.
    pub agency: AgencyId,
    /// When it happened; none for an undated row.
    pub date: Option<When>,
    /// The day the agency knew.
    pub known_on: Option<NaiveDate>,
    /// The child's age then in plain words: "7", "7 months", "before birth", "6 or 7".
    pub age: Option<String>,
    /// The agency's own words, one cell a line.
    pub text: String,
    /// Every cell with its heading, unchanged.
    pub cells: Vec<CellAccount>,
    /// What the tool read in it.
    pub events: Vec<EventAccount>,
    /// What it speaks of without saying that it happened.
    pub left_out: Vec<LeftOut>,
    /// Who is mentioned in it.
    pub people: Vec<PersonId>,
    /// Entries that record the same event.
    pub same_event_as: Vec<EntryId>,
}

/// A cell as the agency wrote it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CellAccount {
    /// The agency's own heading.
    pub heading: String,
    /// Its words.
    pub text: String,
}

/// What the tool read in an entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EventAccount {
    /// What.
    pub kind: EventKind,
    /// The entry's own words it rests on.
    pub words: String,
    /// Who is what.
    pub people: BTreeMap<&'static str, PersonId>,
    /// Where the allegation stands, as these words say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How people are in contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manner: Option<Manner>,
    /// What restricts contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// What else it carries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// A dated tie.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TieAccount {
    /// Who.
    pub person: PersonId,
    /// Is what, in plain words.
    pub relation: String,
    /// Of whom.
    pub of: PersonId,
    /// First day it is known to have stood.
    pub from: Option<NaiveDate>,
    /// Day it is recorded to have ended.
    pub until: Option<NaiveDate>,
    /// `open`, `ended` or `not-known`.
    pub state: crate::model::TieState,
    /// The entries that say so.
    pub evidence: Vec<EntryId>,
}

/// One allegation: who, whom, what was said, what became of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AllegationAccount {
    /// Who is said to have abused.
    pub alleged_perpetrator: PersonId,
    /// Who is said to have been abused; none where nobody says.
    pub alleged_victim: Option<PersonId>,
    /// Whether it is within the family or household (wide sense).
    pub familial: bool,
    /// The latest status.
    pub status: Status,
    /// The first day any agency knew.
    pub first_known: Option<NaiveDate>,
    /// When it is said to have happened, in the entries' words.
    pub happened: Vec<QuoteAccount>,
    /// To whom it was told, in the entries' words.
    pub told: Vec<QuoteAccount>,
    /// Where it is said, in order.
    pub said: Vec<AllegationStep>,
    /// What became of it, in order: retractions, decisions, court outcomes.
    pub outcomes: Vec<AllegationStep>,
    /// The response within half a year of the first knowledge, and every restriction on the alleged perpetrator.
    pub followed: Vec<FollowedAccount>,
}

/// Words of an entry.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuoteAccount {
    /// Where.
    pub entry: EntryId,
    /// The entry's own words.
    pub words: String,
}

/// Something that followed an allegation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FollowedAccount {
    /// Where it is told.
    pub entry: EntryId,
    /// What.
    pub kind: EventKind,
    /// The entry's own words.
    pub words: String,
}

/// A step of an allegation's course.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AllegationStep {
    /// Entry.
    pub entry: EntryId,
    /// Agency.
    pub agency: AgencyId,
    /// Date as written; none for an undated row.
    pub date: Option<String>,
    /// The status these words state.
    pub status: Status,
    /// Who decided, by which scheme: "Home Office outcome type 16: ...", "section 47: substantiated".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<String>,
    /// The words that put it years back: "in 2003", "when she was four".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    /// The entry's own words.
    pub words: String,
    /// Which body decided, where the words say what became of it; none for a retraction, which nobody decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Under which scheme, where the words show one: the words of different schemes mean different things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// What to ask where the words stand for several outcomes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<&'static str>,
}

/// What somebody decided: never an agency's words, and never more than what its maker says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecisionAccount {
    /// Place in `decisions.json`, counted from 1.
    pub number: usize,
    /// `same`, `not-the-same`, `relation`, `contact-ended` or `finding-looked-at`.
    pub kind: &'static str,
    /// What was decided, in plain words.
    pub words: String,
    /// The people it names, in its order; empty where it was not applied.
    pub people: Vec<PersonId>,
    /// The day on which contact ended, where that was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// By whom, when, why.
    #[serde(flatten)]
    pub signed: SignedAccount,
    /// Who took it back, where somebody did: it is then kept and no longer applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<SignedAccount>,
    /// Whether it was applied; a note says why it was not.
    pub applied: bool,
}

/// By whom, when, why.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SignedAccount {
    /// Name or role of whoever decided.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// The reason, in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// Who knew what: key facts against agencies and services.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Awareness {
    /// The key facts, in the order of the cells of each row.
    pub facts: Vec<FactAccount>,
    /// An agency, or a service inside one, in the order of the front sheet.
    pub rows: Vec<AwarenessRow>,
}

/// A fact that whoever works with the family would need.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FactAccount {
    /// `allegation`, `restriction`, `plan`, `exploitation`, `looked-after` or `missing`.
    pub kind: &'static str,
    /// In plain words.
    pub label: String,
    /// The day it was first known to any agency.
    pub since: NaiveDate,
    /// The first entry that shows it.
    pub entry: EntryId,
}

/// What one agency or service knew.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AwarenessRow {
    /// The agency.
    pub agency: AgencyId,
    /// Its name.
    pub name: String,
    /// The service, where the agency's return tells several apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// One for each fact.
    pub cells: Vec<AwarenessCell>,
}

/// What one agency or service is shown to have known of one fact.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AwarenessCell {
    /// `knew` (its own entry shows it), `told` (another's entry says that it was told), `not-shown` (it has entries
    /// after, and none shows it), `no-entries-after`, `nothing-known` (its answer) or `not-heard`.
    pub state: &'static str,
    /// The day of the entry that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// That entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// Who told it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<AgencyId>,
}

/// An item that specialist services ask of a referral. It follows no named service's form.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadinessAccount {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub label: &'static str,
    /// As the receiving service asks it.
    pub question: &'static str,
    /// What the entries show.
    pub known: Vec<KnownAccount>,
    /// What they do not show: "Unknown: ... Ask ...".
    pub unknown: Vec<String>,
    /// Which agencies would know.
    pub ask: Vec<AgencyId>,
}

/// Something that entries show.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownAccount {
    /// In words; an agency's own stand in quotation marks.
    pub words: String,
    /// Where.
    pub entries: Vec<EntryId>,
}

/// Something that was agreed to be done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActionAccount {
    /// Where it was agreed.
    pub entry: EntryId,
    /// By whose entry.
    pub agency: AgencyId,
    /// On which day, as written.
    pub date: String,
    /// The entry's own words.
    pub words: String,
    /// Who was to do it; none where nobody is named.
    pub owner: Option<String>,
    /// By when, in the entry's words; none where no day is given.
    pub due: Option<String>,
    /// The first later entry that shows it done; none where none does.
    pub done: Option<EntryId>,
}

/// A plan: for the child's protection, for care, or about somebody's contact.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlanAccount {
    /// What kind, in plain words, and whom it concerns where it concerns somebody's contact.
    pub label: String,
    /// Whose entry began it.
    pub agency: AgencyId,
    /// The day it began.
    pub from: NaiveDate,
    /// The entry that began it.
    pub entry: EntryId,
    /// The last entry that shows it.
    pub last: EntryId,
    /// The day it ended; none where no entry says that it did.
    pub until: Option<NaiveDate>,
}

/// A limit that the case sets itself.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SettingAccount {
    /// Its name in `case.json`.
    pub name: &'static str,
    /// What the case sets.
    pub value: u32,
    /// What the catalogue has.
    pub default: u32,
}
