//! Whether an entry is what another agency told its writer, or says that its writer told another agency.

use super::features::has_word;
use super::phrases::{Found, Phrases};
use crate::model::{AgencyId, FrontSheet};

/// Words by which an entry says that something was passed on to its writer.
const NOTICE: &[&str] = &[
    "notification",
    "notified",
    "notif",
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

/// Within how many words an entry that begins with its source names it: "Hill Primary and Nursery by phone: ...".
const BEGINNING: usize = 8;

/// How words name an agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// By its own name.
    ByName,
    /// By what others call one of its kind.
    ByKind,
}

/// Groups of phrases: what is passed on to the writer, what the writer passes on, what may be an absence, a meeting or an injury;
/// then what each kind of agency is called, then the agencies' own names.
const TOLD: usize = 0;
const PASSED: usize = 1;
const BACK: usize = 2;
const MEETING: usize = 3;
const INJURY: usize = 4;
const OF_KIND: usize = 5;

/// How the agencies of a case are spoken of.
pub struct Speech {
    phrases: Phrases,
    /// For each agency its own group, where it has a name of two words, and the groups of its kind.
    called: Vec<(Option<usize>, Vec<usize>)>,
}

/// What an entry says of one agency.
#[derive(Clone, Copy, Debug, Default)]
pub struct SaidOf {
    /// How it names the agency.
    pub named: Option<Named>,
    /// Whether it opens as what that agency told: "Police notification: ...", "Hill Primary: ...".
    pub notice: bool,
    /// Whether it says that its writer told that agency: "Rang children's services".
    pub passed: bool,
}

/// What an entry says of agencies, and of what its words are a sign.
pub struct Spoken {
    /// What it says of each agency, in the order in which they were given.
    pub of: Vec<SaidOf>,
    /// Whether it has words of a child who was away and is back, or was found.
    pub back: bool,
    /// Whether it opens with people meeting or conferring.
    pub meeting: bool,
    /// Whether it has words of somebody being hurt.
    pub injury: bool,
}

impl Speech {
    /// How these agencies are spoken of. An agency that the front sheet does not list is not spoken of.
    pub fn of(front: &FrontSheet, agencies: &[&AgencyId]) -> Self {
        let own = OF_KIND + KINDS.len();
        let called: Vec<(Option<String>, Vec<usize>)> = agencies.iter().map(|id| called(front, id)).collect();
        let fixed = [(TOLD, NOTICE), (PASSED, PASSED_ON), (BACK, RETURNED), (MEETING, MEETINGS), (INJURY, INJURIES)];
        let kinds = KINDS.iter().enumerate().map(|(at, (_, words))| (OF_KIND + at, *words));
        let fixed = fixed.into_iter().chain(kinds);
        let fixed = fixed.flat_map(|(group, words)| words.iter().map(move |word| (group, *word)));
        let names = called.iter().enumerate().filter_map(|(at, (name, _))| Some((own + at, name.as_deref()?)));
        let phrases = Phrases::new(fixed.chain(names));
        let group = |(at, (name, kinds)): (usize, (Option<String>, Vec<usize>))| (name.map(|_| own + at), kinds);
        Speech { phrases, called: called.into_iter().enumerate().map(group).collect() }
    }

    /// What an entry says, by its opening and all its words in small letters.
    pub fn spoken(&self, opening: &str, lower: &str) -> Spoken {
        let (all, opens) = (self.phrases.found(lower), self.phrases.found(opening));
        let mut of: Vec<SaidOf> = (0..self.called.len())
            .map(|agency| SaidOf {
                named: self.names(&all, agency),
                notice: opens.has(TOLD) && self.names(&opens, agency).is_some(),
                passed: false,
            })
            .collect();
        for speaker in opening.lines().filter_map(speaker) {
            let found = self.phrases.found(&speaker);
            of.iter_mut().enumerate().for_each(|(agency, said)| said.notice |= self.names(&found, agency).is_some());
        }
        if all.has(PASSED) && of.iter().any(|said| said.named.is_some()) {
            for sentence in lower.split(['.', '\n', ';']) {
                let found = self.phrases.found(sentence);
                let passed = found.has(PASSED);
                of.iter_mut()
                    .enumerate()
                    .for_each(|(agency, said)| said.passed |= passed && self.names(&found, agency).is_some());
            }
        }
        Spoken { of, back: all.has(BACK), meeting: opens.has(MEETING), injury: all.has(INJURY) }
    }

    /// Whether words name an agency, and how.
    fn names(&self, found: &Found, agency: usize) -> Option<Named> {
        let (own, kinds) = self.called.get(agency)?;
        match own.is_some_and(|own| found.has(own)) {
            true => Some(Named::ByName),
            false => kinds.iter().any(|kind| found.has(*kind)).then_some(Named::ByKind),
        }
    }
}

/// Whoever stands before a colon at the beginning of a line.
fn speaker(line: &str) -> Option<String> {
    let start: Vec<&str> = line.split_whitespace().take(BEGINNING).collect();
    start.join(" ").split_once(':').map(|(speaker, _)| speaker.to_owned())
}

/// The first two words of an agency's name, and the groups of what one of its kind is called.
fn called(front: &FrontSheet, id: &AgencyId) -> (Option<String>, Vec<usize>) {
    let Some(agency) = front.agencies.iter().find(|one| one.id == *id) else { return (None, Vec::new()) };
    let name = agency.name.to_lowercase();
    let short: Vec<&str> = name.split_whitespace().take(2).collect();
    let kind = agency.kind.as_deref().unwrap_or_default().to_lowercase();
    let is_kind = |marks: &[&str]| marks.iter().any(|mark| has_word(&kind, mark) || has_word(&name, mark));
    let kinds = KINDS.iter().enumerate().filter(|(_, (marks, _))| is_kind(marks)).map(|(at, _)| OF_KIND + at);
    ((short.len() == 2).then(|| short.join(" ")), kinds.collect())
}

/// Words of people meeting or conferring.
const MEETINGS: &[&str] = &["discussion", "meeting", "conference", "panel", "strat disc"];

/// Words of somebody being hurt.
const INJURIES: &[&str] = &[
    "scald",
    "scalded",
    "burn",
    "burnt",
    "burned",
    "cut",
    "bruise",
    "bruised",
    "bruising",
    "fracture",
    "fractured",
    "broken",
    "broke",
    "stitches",
    "stitched",
    "sutures",
    "swollen",
    "sprain",
    "wound",
    "mark",
    "slapped",
    "hit",
    "smacked",
    "smack",
    "punched",
    "fell",
    "buckle",
    "tooth",
    "laceration",
    "graze",
    "injury",
    "hurt",
];

/// Words of a child who was away and is back, or was found.
const RETURNED: &[&str] = &[
    "not back",
    "came back",
    "brought back",
    "back at",
    "back of",
    "back on her own",
    "back on his own",
    "back by",
    "returned home",
    "returned at",
    "returned by",
    "returned to placement",
    "home at",
    "home by",
    "located",
    "found by",
    "found at",
    "found in",
    "traced at",
];

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
    (
        &["hospital", "nhs", "health"],
        &["hospital", "a&e", "ward", "emergency department", "casualty", "minor injuries"],
    ),
    (&["early help"], &["early help"]),
    (&["children's home", "residential", "home"], &["children's home", "placement", "residential"]),
    (&["foster", "fostering"], &["foster carer", "foster carers", "foster mother", "fostering", "carer", "carers"]),
];
