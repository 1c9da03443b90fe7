//! Whether an entry is what another agency told its writer, or says that its writer told another agency.

use super::features::{Features, has_word};
use crate::model::{AgencyId, FrontSheet};

/// Words by which an entry says that something was passed on to its writer.
const NOTICE: &[&str] = &[
    "notification",
    "notified",
    "referral",
    "referred",
    "contact",
    "contacted",
    "call",
    "called",
    "rang",
    "ring",
    "phoned",
    "phone call",
    "telephoned",
    "report from",
    "reports",
    "reported",
    "reporting",
    "intelligence",
    "informed",
    "informs",
    "letter",
    "email",
    "information",
    "advise",
    "advises",
    "advised",
    "told by",
    "alert",
    "mash enquiry",
    "says",
    "say",
    "heard from",
];

/// Words by which an entry says that its writer passed something on.
const PASSED_ON: &[&str] = &[
    "told",
    "rang",
    "informed",
    "referred",
    "referral",
    "reported",
    "notified",
    "called",
    "phoned",
    "telephoned",
    "copied",
    "emailed",
    "passed",
    "shared",
    "contacted",
    "sent to",
    "to",
];

/// Whether an entry opens as what another agency told: "Police notification: ...", "Hill Primary: ...".
pub fn is_notice_from(front: &FrontSheet, one: &Features<'_>, other: &AgencyId) -> bool {
    let told = NOTICE.iter().any(|word| has_word(&one.opening, word));
    let begins = one.opening.lines().any(|line| {
        let start: Vec<&str> = line.split_whitespace().take(BEGINNING).collect();
        start.join(" ").split_once(':').is_some_and(|(speaker, _)| names(front, speaker, other).is_some())
    });
    begins || told && names(front, &one.opening, other).is_some()
}

/// Within how many words an entry that begins with its source names it: "Hill Primary and Nursery by phone: ...".
const BEGINNING: usize = 8;

/// Whether an entry says that its writer told another agency: "Rang children's services".
pub fn passes_on_to(front: &FrontSheet, one: &Features<'_>, other: &AgencyId) -> bool {
    let passed = |sentence: &str| {
        PASSED_ON.iter().any(|word| has_word(sentence, word)) && names(front, sentence, other).is_some()
    };
    one.lower.split(['.', '\n', ';']).any(passed)
}

/// How words name an agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// By its own name.
    ByName,
    /// By what others call one of its kind.
    ByKind,
}

/// Whether words name an agency, and how.
pub fn names(front: &FrontSheet, lower: &str, id: &AgencyId) -> Option<Named> {
    let agency = front.agencies.iter().find(|one| one.id == *id)?;
    let name = agency.name.to_lowercase();
    let short: Vec<&str> = name.split_whitespace().take(2).collect();
    if short.len() == 2 && has_word(lower, &short.join(" ")) {
        return Some(Named::ByName);
    }
    let kind = agency.kind.as_deref().unwrap_or_default().to_lowercase();
    let by_kind = KINDS.iter().any(|(marks, words)| {
        marks.iter().any(|mark| has_word(&kind, mark) || has_word(&name, mark))
            && words.iter().any(|word| has_word(lower, word))
    });
    by_kind.then_some(Named::ByKind)
}

/// Marks in an agency's kind or name, and the words by which others speak of it.
const KINDS: &[(&[&str], &[&str])] = &[
    (&["police", "constabulary"], &["police", "constabulary", "officers"]),
    (
        &["social care", "children's services", "children services", "social work"],
        &["social care", "csc", "children's services", "social services", "social worker", "mash", "front door"],
    ),
    (
        &["school", "schools", "academy", "education", "college", "primary", "high"],
        &[
            "school",
            "academy",
            "college",
            "head of",
            "head teacher",
            "headteacher",
            "deputy head",
            "designated lead",
            "designated safeguarding lead",
            "dsl",
        ],
    ),
    (&["nursery", "early years"], &["nursery"]),
    (&["gp", "surgery", "medical", "practice"], &["gp", "surgery"]),
    (&["health visiting", "health visitor", "health"], &["health visitor", "hv", "school nurse", "midwife"]),
    (&["hospital", "nhs", "health"], &["hospital", "a&e", "ward"]),
    (&["early help"], &["early help"]),
    (&["children's home", "residential", "home"], &["children's home", "placement", "residential"]),
    (&["foster", "fostering"], &["foster carer", "foster carers", "foster mother", "fostering", "carer", "carers"]),
];
