//! The ground floor: the words every room uses, as plain data.
//!
//! Nothing here reads, decides or draws. A type says what a thing is; the rooms above say what follows.

pub mod calendar;
pub mod case;
pub mod decision;
pub mod entry;
pub mod event;
pub mod front;
pub mod kin;
pub mod mention;
pub mod note;
pub mod origin;
pub mod person;
pub mod settings;
pub mod tie;
pub mod when;

pub use case::{Case, Input};
pub use decision::{Decision, Ruling, Signature, Whom};
pub use entry::{Cell, Entry, Meaning, Return, SetAside};
pub use event::{Event, EventKind, LeftOut, Manner, Measure, Role, Status, Who};
pub use front::{Address, Agency, Answer, FrontPerson, FrontSheet, Referral, Relationship, Sex};
pub use kin::{Bond, Kin, Step};
pub use mention::{Blaming, Mention, Naming, Reading};
pub use note::{Note, Noted};
pub use origin::{AgencyId, EntryId, Origin};
pub use person::{JoinReason, Person, PersonId};
pub use settings::Settings;
pub use tie::{Tie, TieKind, TieState};
pub use when::When;
