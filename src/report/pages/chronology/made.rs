//! By what program and from which files the page was made.

use crate::account::{Account, InputAccount};
use crate::report::provenance::{self, Form, Stamp};
use serde::Serialize;

/// The data of `chronology/made.html` besides the words of the page.
#[derive(Serialize)]
pub struct Made {
    program: String,
    rules: String,
    /// The numbers of the decisions that were applied, or that there are none.
    decisions: String,
    /// Every limit with its value.
    settings: String,
    inputs: Vec<InputAccount>,
}

/// How the page was made, in words.
pub fn made(account: &Account) -> Made {
    let made = &account.provenance;
    let numbers: Vec<String> = made.decisions.iter().map(usize::to_string).collect();
    let limits: Vec<String> = made.settings.iter().map(|(name, value)| format!("{name} {value}")).collect();
    Made {
        program: made.program.clone(),
        rules: made.rules.clone(),
        decisions: if numbers.is_empty() { "none".to_owned() } else { numbers.join(", ") },
        settings: limits.join(", "),
        inputs: made.inputs.clone(),
    }
}

/// The same for `lifespan verify`.
pub fn stamp(account: &Account, is_referral: bool) -> String {
    let form = if is_referral { Form::Referral } else { Form::Chronology };
    Stamp {
        form,
        edition: account.edition.as_ref().map(|one| one.edition),
        as_at: account.as_at,
        since: provenance::since(account),
        known_on: provenance::known_on(account),
        made: account.provenance.clone(),
    }
    .words()
}
