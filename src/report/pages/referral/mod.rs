//! What goes with a referral: the readiness section on the page, a gap letter for each agency, and the same list turned
//! round for the receiving service.

mod letter;
pub mod readiness;

use super::chronology;
use crate::account::Account;
use crate::error::Error;
use crate::model::AgencyId;
use crate::report::index::Index;
use crate::report::templates;

/// The pages of a referral.
pub struct Referral {
    /// The chronology with the readiness section.
    pub page: String,
    /// A letter for each agency that has something to answer.
    pub letters: Vec<(AgencyId, String)>,
    /// What the receiving service can ask.
    pub questions: String,
}

/// The chronology for a referral, and what goes with it.
pub fn referral(account: &Account) -> Result<Referral, Error> {
    let index = Index::new(account);
    let letters = account.case.agencies.iter().filter_map(|agency| letter::letter(&index, agency));
    let letters = letters.map(|letter| Ok((letter.agency.clone(), templates::render("letter.html", &letter)?)));
    Ok(Referral {
        page: chronology::with_readiness(account)?,
        letters: letters.collect::<Result<Vec<_>, Error>>()?,
        questions: templates::render("questions.html", &readiness::questions(&index))?,
    })
}
