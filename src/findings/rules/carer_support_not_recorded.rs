//! # carer-support-not-recorded
//!
//! Looks for sexual abuse or exploitation of the child recorded with no support for a parent or carer.
//!
//! Why: what a parent can do after abuse depends on the help the parent gets (Somerset, 2015; Bristol rapid review
//! briefing).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! ```
//!
//! > Sexual harm is recorded, and no support for a parent or carer is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2008-03-02
//! police, 2022-12-19: Intelligence: Kyle Denham is suspected of sexually exploiting Ava Dale.
//! social care, 2023-01-19: Family support worker allocated to Mum.
//! ```

use super::{Rule, Section};
use crate::findings::agencies::{Sector, name_of};
use crate::findings::look::{first, harm, is_known_child_on, last, siblings, since};
use crate::findings::told::{entry_says, says};
use crate::findings::words::{cite, is_familial};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, PersonId, Role, TieKind};
use crate::relations::Happening;
use chrono::NaiveDate;

/// The rule.
pub const RULE: Rule = Rule {
    id: "carer-support-not-recorded",
    section: Section::Response,
    seen: false,
    find,
    source: include_str!("carer_support_not_recorded.rs"),
};

/// Words of support for those who care for a child.
const SUPPORT: &[&str] = &[
    "parent support",
    "parents' support",
    "parenting support",
    "parenting programme",
    "parenting course",
    "parenting group",
    "parent group",
    "parents' group",
    "parents group",
    "support group",
    "carer support",
    "carers' support",
    "support for parent",
    "support for carer",
    "support for mum",
    "support for dad",
    "support to mum",
    "support to dad",
    "support for mother",
    "support to parent",
    "support to the parent",
    "support to carer",
    "support worker for",
    "safety session for",
    "session for parents",
    "sessions for parents",
    "carers on training",
    "on course",
    "course for carers",
    "course for foster carers",
    "course for parents",
    "training for carers",
    "training for foster carers",
    "carers' course",
    "on training",
    "therapeutic parenting",
    "non-abusing parent",
    "family work",
    "family therapy",
    "early help",
    "work with parents",
    "work with mum",
    "work with mother",
    "fostering support",
    "supervising social worker",
    "support for the family",
    "support to the family",
    "parental support",
    "parents supported",
];

/// Words of a service for the whole family.
const FAMILY: &[&str] = &["family support"];

/// The same words where the family itself gives the support.
const BY_KIN: &[&str] = &[
    "good family support",
    "helpful family support",
    "extended family support",
    "wider family support",
    "strong family support",
    "has family support",
    "no family support",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    let mut harm = harm(history);
    if harm.is_empty() {
        harm = harm_nearby(history);
    }
    let Some(day) = harm.iter().find_map(|one| first(one.entry)) else { return Vec::new() };
    let supports =
        |entry: &Entry| entry_says(entry, SUPPORT) || entry_says(entry, FAMILY) && !entry_says(entry, BY_KIN);
    let helped = since(history, day).any(supports) || is_served(history, day);
    if helped {
        return Vec::new();
    }
    vec![Finding {
        evidence: cite(harm.iter().take(3).map(|one| one.entry)),
        ask: vec![format!(
            "Ask {} what help the parents or carers were offered.",
            name_of(history, Sector::SocialCare, "social care")
        )],
        ..Finding::new(
            RULE.id,
            Priority::Note,
            "Sexual harm is recorded, and no support for a parent or carer is shown.".to_owned(),
            "No entry since then speaks of support for those who care for the child. It is not shown in the returns supplied.".to_owned(),
        )
    }]
}

/// Entries that record sexual abuse of a brother or sister of the child, or by somebody who lives or has lived with the child: those who
/// care for the child need help as well.
fn harm_nearby<'h, 'a>(history: &'h History<'a>) -> Vec<&'h Happening<'a>> {
    let siblings = siblings(history);
    let resident = |id: &PersonId| {
        let child = &history.front.child.id;
        history.ties.iter().any(|tie| tie.kind == TieKind::Household && tie.person == *id && tie.of == *child)
    };
    let near = |one: &&Happening<'_>| {
        one.event.kind == EventKind::SexualAbuseAllegation
            && one.entry.when.is_some()
            && (one.who(Role::AllegedVictim).is_some_and(|who| siblings.contains(&who))
                || one.who(Role::AllegedPerpetrator).is_some_and(resident))
    };
    history.happenings.iter().filter(near).collect()
}

/// Words of an appointment to which somebody brings the child.
const BROUGHT: &[&str] = &[
    "appointment with mother",
    "appointment with mum",
    "appointment with parent",
    "appointment with dad",
    "appointment with father",
    "attended with",
    "seen with",
    "brought by",
];

/// Whether a service began since then with a parent or carer, or with another grown-up of the family who is not alleged to
/// have done harm. Help for a brother or sister is not help for those who care for the child.
fn is_served(history: &History<'_>, since: NaiveDate) -> bool {
    let siblings = siblings(history);
    let grown = |id: &PersonId| {
        *id != history.front.child.id && !siblings.contains(&id) && !is_known_child_on(history, id, since)
    };
    history.happenings.iter().any(|one| {
        one.event.kind == EventKind::ServiceStart
            && last(one.entry).is_some_and(|day| day >= since)
            && !says(&one.event.words, BROUGHT)
            && one
                .who(Role::Person)
                .is_some_and(|id| grown(id) && is_familial(history, id) && !history.is_alleged_perpetrator(id))
    })
}
