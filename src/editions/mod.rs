//! What each reader's copy of a history leaves out, and the check that it does.
//!
//! A referral names no third parties; the subgroup edition names nobody and keeps the key apart; a rapid review holds
//! everything. What is left out is taken out of the data before anything is made from it, counted, and given a reason.

mod addresses;
mod anonymous;
mod apply;
mod bodies;
mod cast;
mod gather;
mod key;
mod leak;
mod manifest;
mod markup;
mod mentioned;
mod ordinary;
mod patterns;
mod professionals;
mod redactor;
mod roles;
mod strangers;
mod third_parties;
mod words;

pub use key::Key;
pub use leak::{Left, Secrets, Survivor};

use crate::account::{Account, Edition};
use crate::history::{History, Record};
use crate::model::When;
use apply::{Cells, Pass};
use redactor::{Births, Redactor};

/// An account without what an edition leaves out.
pub struct Edited {
    /// The account after the pass.
    pub account: Account,
    /// Who stands behind each role; for the subgroup edition only.
    pub key: Option<Key>,
    /// What must not be anywhere in what is made from the account.
    pub secrets: Secrets,
}

/// The account as an edition gives it.
pub fn edit(edition: Edition, record: &Record<'_>, history: &History<'_>, account: Account) -> Edited {
    if edition == Edition::RapidReview {
        let edition = Some(manifest::manifest(edition, &[], &Redactor::default()));
        return Edited { account: Account { edition, ..account }, key: None, secrets: Secrets::default() };
    }
    let whole = edition == Edition::Subgroup;
    let mut cast = gather::cast(whole, record, history, &account);
    let mut redactor = Redactor::default();
    cast::prepare(&cast, &mut redactor);
    let texts = gather::texts(record);
    cast::add_variants(&cast, &gather::words(&texts), &mut redactor);
    addresses::learn(record, &texts, &mut redactor);
    if whole {
        strangers::add(&texts, &bodies::words(record), &mut redactor);
    }
    let bodies = bodies::renamed(record, history, &redactor);
    gather::name_bodies(&bodies, &mut redactor);
    let anonymous = if whole { Vec::new() } else { gather::anonymous(record, history) };
    let cells = gather::cells(record, history, &cast, &anonymous, &redactor);
    let secrets = Secrets::of(record, &redactor, &texts);
    let pass = Pass {
        people: gather::said_instead(&cast),
        ids: gather::ids(&cast, &secrets),
        files: bodies.files,
        agencies: bodies.agencies,
        twice: gather::twice(history, &cast),
        unlinked: anonymous.into_iter().filter_map(|(id, told)| Some((id, told.person?))).collect(),
        no_births: whole,
        cells,
        redactor: &redactor,
    };
    let edited = pass.account(account);
    cast.retain(|member| member.instead.is_some());
    let manifest = manifest::manifest(edition, &cast, &redactor);
    Edited { account: Account { edition: Some(manifest), ..edited }, key: whole.then(|| Key::of(&cast)), secrets }
}

/// The words of an entry after the pass: what was told, one cell a line.
fn told(cells: &Cells) -> String {
    let told = cells.iter().filter(|(_, _, told)| *told).map(|(_, after, _)| after.text.as_str());
    told.collect::<Vec<_>>().join("\n")
}

/// The month of a day that is somebody's date of birth.
fn coarse_month(when: &When, births: &Births) -> When {
    use chrono::Datelike;
    let first = when.earliest.with_day(1).unwrap_or(when.earliest);
    let month = first.month0() as usize;
    let name = crate::model::calendar::MONTHS.get(month).map_or_else(String::new, |name| words::capital(name));
    When {
        written: format!("{name} {}", first.year()),
        edtf: format!("{:04}-{:02}", first.year(), first.month()),
        earliest: if births.coarse(first) == first { first } else { first.succ_opt().unwrap_or(first) },
        latest: births.coarse(when.earliest),
    }
}
