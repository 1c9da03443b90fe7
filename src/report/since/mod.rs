//! What changed since an earlier build of the same case, from its JSON output.

mod earlier;
mod entries;
mod findings;
mod people;

use super::{plain, verify};
use crate::account::{Account, Changes, EarlierBuild};
use crate::digest;
use crate::error::Error;
use earlier::Earlier;

/// What changed from an earlier build to the account. `file` is what the earlier build's file is called, `bytes` what it
/// holds.
///
/// # Errors
///
/// Where the file is not the JSON output of an earlier build of this case that this program can compare.
pub fn changes(account: &Account, file: &str, bytes: &[u8]) -> Result<Changes, Error> {
    let then = earlier::read(account, file, bytes)?;
    let entries = entries::entries(account, &then);
    let people = people::people(account, &then, &entries);
    let findings = findings::findings(account, &then, &entries, &people);
    let (decisions_new, decisions_taken_back) = decisions(account, &then);
    Ok(Changes {
        earlier: EarlierBuild { file: file.to_owned(), sha256: digest::hex(bytes), as_at: then.as_at },
        reasons: reasons(account, &then),
        entries_new: entries.new,
        entries_gone: entries.gone,
        entries_changed: entries.changed,
        findings_new: findings.new,
        findings_gone: findings.gone,
        findings_changed: findings.changed,
        people: people.said,
        decisions_new,
        decisions_taken_back,
    })
}

/// Why anything can differ: another day, another program, other files.
fn reasons(account: &Account, then: &Earlier) -> Vec<String> {
    let day =
        || format!("It speaks from {}, and this build from {}.", plain::day(then.as_at), plain::day(account.as_at));
    let other = (then.as_at != account.as_at).then(day);
    other.into_iter().chain(verify::reasons(&then.provenance, &account.provenance)).collect()
}

/// The numbers of decisions made since, and of those taken back since.
fn decisions(account: &Account, then: &Earlier) -> (Vec<usize>, Vec<usize>) {
    let mut new = Vec::new();
    let mut back = Vec::new();
    for one in &account.decisions {
        let same = then.decisions.iter().find(|before| {
            (before.number, before.kind.as_str(), before.by.as_str(), before.on)
                == (one.number, one.kind, one.signed.by.as_str(), one.signed.on)
        });
        match same {
            None => new.push(one.number),
            Some(before) if before.taken_back.is_none() && one.taken_back.is_some() => back.push(one.number),
            Some(_) => {}
        }
    }
    (new, back)
}
