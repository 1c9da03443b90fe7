//! The history told again as it stood on chosen days, so that nobody judges with hindsight.

use super::plain;
use crate::account::{Account, AsKnownAccount, ViewAccount};
use crate::findings::{Priority, RULES};
use crate::history::{Known, Record};
use crate::model::AgencyId;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many days are told where nobody chose any.
const DAYS: usize = 6;

/// What could be seen on each day, by all together and by each agency that sent something.
pub fn as_known(record: &Record<'_>, account: &Account, chosen: &[NaiveDate]) -> Vec<AsKnownAccount> {
    let days = if chosen.is_empty() { turning_days(account) } else { chosen.iter().copied().collect() };
    let agencies: BTreeSet<&AgencyId> = record.entries.iter().map(|entry| &entry.agency).collect();
    let told = days.into_iter().map(|day| {
        let whom = std::iter::once(None).chain(agencies.iter().map(|id| Some(*id)));
        AsKnownAccount { day, views: whom.map(|agency| view(record, day, agency)).collect() }
    });
    told.collect()
}

/// The days on which what calls for action could first have been seen.
fn turning_days(account: &Account) -> BTreeSet<NaiveDate> {
    let act = account.findings.iter().filter(|finding| finding.priority == Priority::Act);
    let seen = act.filter_map(|finding| finding.could_have_been_seen.as_ref()?.combined);
    seen.collect::<BTreeSet<_>>().into_iter().take(DAYS).collect()
}

fn view(record: &Record<'_>, day: NaiveDate, agency: Option<&AgencyId>) -> ViewAccount {
    let history = record.history(Known { by: day, to: agency });
    let found = RULES.iter().filter(|rule| rule.seen).flat_map(|rule| (rule.find)(&history));
    let words = found.map(|finding| match finding.state {
        Some(state) => format!("{} ({})", finding.headline, plain::state(state)),
        None => finding.headline,
    });
    let named = |id: &AgencyId| record.case.front.agency_name(id).to_owned();
    ViewAccount {
        agency: agency.cloned(),
        name: agency.map_or_else(|| "All agencies together".to_owned(), named),
        entries: history.entries.iter().filter(|entry| entry.known_on().is_some()).count(),
        findings: words.collect(),
    }
}
