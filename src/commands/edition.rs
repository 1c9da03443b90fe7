//! A copy for a reader: the account without what it leaves out, and the refusal to write one in which something is left.

use super::secret;
use crate::cli::Purpose;
use lifespan::account::{Account, Edition};
use lifespan::editions::{self, Key, Left, Secrets, Survivor};
use lifespan::error::Error;
use lifespan::{History, Record};

/// An account as it leaves, and what must not be in anything made from it.
pub struct Copy {
    /// The account.
    pub account: Account,
    /// Who stands behind each role, for a subgroup.
    pub key: Option<Key>,
    /// Words of the whole case that somebody would try first as a passphrase.
    pub guessable: Vec<String>,
    secrets: Secrets,
}

impl Purpose {
    /// The edition that serves it.
    pub fn edition(self) -> Edition {
        match self {
            Purpose::Referral => Edition::Referral,
            Purpose::Subgroup => Edition::Subgroup,
            Purpose::RapidReview => Edition::RapidReview,
        }
    }
}

impl Copy {
    /// The office's own account, or the copy for a purpose.
    pub fn of(edition: Option<Edition>, record: &Record<'_>, history: &History<'_>, account: Account) -> Self {
        let guessable = secret::words_of_the_case(&account);
        let Some(edition) = edition else {
            return Copy { account, key: None, guessable, secrets: Secrets::default() };
        };
        let edited = editions::edit(edition, record, history, account);
        Copy { account: edited.account, key: edited.key, guessable, secrets: edited.secrets }
    }

    /// Whether it may leave anything out: the office's own account holds all.
    pub fn leaves_out(&self) -> bool {
        self.account.edition.is_some()
    }

    /// Refuses a file whose name or words hold something that the copy leaves out.
    pub fn check(&self, name: &str, words: &str) -> Result<(), Error> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut survivors = self.secrets.survivors(stem);
        survivors.extend(self.secrets.survivors(words));
        let Some(first) = survivors.first() else { return Ok(()) };
        let near = first.near.as_ref().map_or_else(String::new, |id| format!(", after the place #{id}"));
        Err(Error::new(
            "this edition",
            format!(
                "not written: {} that it leaves out ({}) would stand in it, at line {}{near}{}",
                first.matter.words(),
                first.hint,
                first.line,
                match survivors.len() {
                    1 => String::new(),
                    more => format!(", and {} more", more - 1),
                }
            ),
            mend(first),
        ))
    }
}

/// What a person can do about something that would be left in a copy.
fn mend(left: &Survivor) -> &'static str {
    match left.matter {
        Left::Name => {
            "add the form in which it is written to that person's also_known_as in case.json, then build again"
        }
        Left::Birth | Left::Number => {
            "look for it in the page that is built without --for. Where the office wrote it, in case.json or decisions.json, \
             take it out there and build again. Where an agency wrote it, make this copy by hand from that page: the tool \
             cannot"
        }
    }
}
