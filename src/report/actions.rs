//! Loose ends, told: what was agreed to be done, and what shows it done.

use super::account::ActionAccount;
use crate::findings::actions::agreed;
use crate::findings::words::dated;
use crate::history::History;

/// Every action that an entry agrees on, in chronology order.
pub fn actions(history: &History<'_>) -> Vec<ActionAccount> {
    let told = agreed(history).into_iter().map(|action| ActionAccount {
        entry: action.entry.id.clone(),
        agency: action.entry.agency.clone(),
        date: dated(action.entry),
        words: action.words.to_owned(),
        owner: action.owner.map(str::to_owned),
        due: action.due.map(str::to_owned),
        done: action.done.map(|entry| entry.id.clone()),
    });
    told.collect()
}
