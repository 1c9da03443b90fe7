//! Services that the returns show at work with the family, and that nobody asked for what they know.

use super::agencies::{Sector, sector};
use super::named_services::named_services;
use super::told::{entry_says, says, sentences};
use crate::history::History;
use crate::model::Entry;

/// A service, and the entries that show it.
#[derive(Clone, Debug)]
pub struct NotAsked<'a> {
    /// In plain words.
    pub name: String,
    /// Entries of other agencies that show it at work, in chronology order.
    pub shown: Vec<&'a Entry>,
}

/// A kind of service: its name, the words that name it, and the sectors that stand for it where they were asked.
struct Service {
    name: &'static str,
    words: &'static [&'static str],
    sectors: &'static [Sector],
}

/// Services that are often at work and seldom asked.
const SERVICES: &[Service] = &[
    Service { name: "CAMHS", words: &["camhs", "child and adolescent mental health"], sectors: &[] },
    Service {
        name: "the sexual violence service",
        words: &[
            "isva",
            "rape crisis",
            "rape and sexual abuse centre",
            "rape centre",
            "sexual abuse centre",
            "survivors' group",
            "survivors group",
            "sexual violence counselling",
            "sexual violence counsellor",
            "sexual abuse service",
            "sexual abuse counsellor",
            "play therapy",
            "play therapist",
            "sexual violence service",
            "sarc",
            "sexual assault referral centre",
            "survivors' service",
        ],
        sectors: &[],
    },
    Service {
        name: "the sexual health service",
        words: &["sexual health clinic", "sexual health service", "gum clinic"],
        sectors: &[Sector::SexualHealth],
    },
    Service {
        name: "the youth justice service",
        words: &["yot", "yos", "yjs", "youth offending", "youth justice"],
        sectors: &[],
    },
    Service {
        name: "probation",
        words: &["probation", "on licence", "offender manager", "licence conditions"],
        sectors: &[],
    },
    Service { name: "Home-Start", words: &["home-start", "homestart", "home start volunteer"], sectors: &[] },
    Service {
        name: "the domestic abuse service",
        words: &["idva", "women's aid", "refuge worker", "domestic abuse service", "domestic violence service"],
        sectors: &[],
    },
    Service {
        name: "the drug and alcohol service",
        words: &["drug and alcohol service", "substance misuse service", "drug service", "alcohol service"],
        sectors: &[],
    },
    Service {
        name: "the exploitation service",
        words: &["exploitation service", "exploitation worker", "cse worker", "cse service"],
        sectors: &[Sector::Exploitation],
    },
    Service { name: "the NSPCC", words: &["nspcc"], sectors: &[] },
    Service { name: "Barnardo's", words: &["barnardo's"], sectors: &[] },
];

/// Words of being at work, rather than being thought of.
const AT_WORK: &[&str] = &[
    "seen by",
    "sees",
    "seeing",
    "seen at",
    "seen fortnightly",
    "seen weekly",
    "has been seen",
    "attends",
    "attended",
    "attending",
    "worker from",
    "letter from",
    "report from",
    "email from",
    "discharged",
    "allocated",
    "weekly",
    "fortnightly",
    "review",
    "sessions",
    "started",
    "open to",
    "supporting",
    "supported by",
    "supports",
    "working with",
    "closed to",
    "involved",
    "having counselling",
    "having therapy",
    "is having",
    "in therapy",
    "counselling at",
    "counselling with",
    "discharge letter",
    "sees a",
    "on and off",
    "goes to",
    "going to",
    "keyworker at",
    "managed by",
    "supervised by",
    "examined",
];
/// Words of a service that did not begin.
const NOT_YET: &[&str] =
    &["referred", "referral", "declined", "not accepted", "to refer", "waiting list", "signposted", "consider"];

/// How many entries must show a service.
const ENOUGH: usize = 1;

/// Every such service that nobody asked.
pub fn not_asked<'a>(history: &History<'a>) -> Vec<NotAsked<'a>> {
    let unasked = SERVICES.iter().filter(|service| !was_asked(history, service));
    let shown = unasked.map(|service| NotAsked { name: service.name.to_owned(), shown: shown(history, service) });
    let kinds: Vec<NotAsked<'a>> = shown.filter(|one| one.shown.len() >= ENOUGH).collect();
    let of_kind = |name: &str| SERVICES.iter().any(|service| says(name, service.words));
    let named = named_services(history).into_iter().filter(|(name, _)| !of_kind(name));
    let named = named.map(|(name, shown)| NotAsked { name, shown }).collect::<Vec<_>>();
    kinds.into_iter().chain(named).collect()
}

/// Whether an agency that was asked, or a service inside a return, is of the kind.
fn was_asked(history: &History<'_>, service: &Service) -> bool {
    let named = |agency: &crate::model::Agency| {
        let words = [agency.name.as_str(), agency.kind.as_deref().unwrap_or_default()].join(" ");
        says(&words, service.words) || service.sectors.contains(&sector(agency))
    };
    let inside = |entry: &Entry| {
        entry.cells.iter().any(|cell| cell.meaning == crate::model::Meaning::Service && says(&cell.text, service.words))
    };
    history.front.agencies.iter().any(named) || history.entries.iter().any(|entry| inside(entry))
}

fn shown<'a>(history: &History<'a>, service: &Service) -> Vec<&'a Entry> {
    let at_work = |entry: &&Entry| {
        entry_says(entry, service.words)
            && sentences(&entry.text())
                .any(|(_, one)| says(one, service.words) && says(one, AT_WORK) && !says(one, NOT_YET))
    };
    history.entries.iter().copied().filter(|entry| entry.when.is_some()).filter(at_work).collect()
}
