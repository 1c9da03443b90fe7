//! What a person has decided, by whom, when and why. Decisions win over what the tool concludes, and can be taken back.

use super::{AgencyId, EntryId, Origin};
use chrono::NaiveDate;

/// Whom a decision speaks of, in words that survive another run: an id or name, and where that is not
/// enough the mention that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    /// The id or a name of the person.
    pub person: String,
    /// The entry in which they are mentioned, where the person has no name of their own.
    pub entry: Option<EntryId>,
    /// The words of that mention.
    pub words: Option<String>,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Both are one person.
    Same(Whom, Whom),
    /// They are two people.
    NotTheSame(Whom, Whom),
    /// "person is relation of of", in plain words.
    Relation {
        /// Who.
        person: Whom,
        /// Is what.
        relation: String,
        /// Of whom.
        of: Whom,
    },
    /// Contact ended on a day.
    ContactEnded {
        /// Whose contact.
        person: Whom,
        /// With whom.
        with: Whom,
        /// On which day.
        ended: NaiveDate,
    },
    /// Somebody has looked at a finding.
    FindingLookedAt {
        /// The rule that made it.
        rule: String,
        /// The people it names, whatever their roles.
        people: Vec<Whom>,
        /// The agency it speaks of, where it speaks of one.
        agency: Option<AgencyId>,
        /// The entries it rested on when it was looked at; empty where nobody wrote them down.
        rested_on: Vec<EntryId>,
    },
}

/// By whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Name or role of whoever decided.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// The reason, in their words.
    pub why: Option<String>,
}

/// A decision as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Place in `decisions.json`, counted from 1.
    pub number: usize,
    /// What was decided.
    pub ruling: Ruling,
    /// By whom, when, why.
    pub signed: Signature,
    /// Who took it back, where somebody did: it is then kept and no longer applied.
    pub taken_back: Option<Signature>,
}

impl Decision {
    /// Whether it is to be applied.
    pub fn stands(&self) -> bool {
        self.taken_back.is_none()
    }

    /// Under which it is cited: `decisions.json:3`.
    pub fn id(&self) -> EntryId {
        Origin { file: "decisions.json".to_owned(), part: None, row: self.number }.id()
    }
}
