//! What became of a matter, as an entry states it: by which words, by whose decision, of which claim.
//!
//! None of it means that nothing happened. A decision in an entry of several claims belongs to the claim it stands
//! with; a decision about another offence belongs to none. A column of outcomes wins over the prose.

use super::abuse::{self, Claim};
use super::groups::{Group, Set};
use super::lexicon::Lexicon;
use super::page::Hit;
use super::scene::Scene;
use crate::model::{Cell, Meaning, Status, Who};

/// A status as the words state it.
#[derive(Clone, Copy, Debug)]
pub struct Stated {
    /// Which.
    pub status: Status,
    /// The words.
    pub hit: Hit,
    /// The column of outcomes that they stand in, by its index.
    column: Option<usize>,
}

/// Who decides, by the words of the sentence, where the phrase itself does not say.
const BODIES: &[(&str, &[&str])] = &[
    ("CPS", &["cps"]),
    ("LADO", &["lado"]),
    ("section 47", &["s47", "s.47", "section 47"]),
    ("family court", &["family court", "care proceedings", "family proceedings"]),
    ("criminal court", &["crown court", "magistrates", "jury"]),
    ("police", &["police", "ds", "dc", "di", "dci", "officer", "ciu", "pvp", "caiu"]),
];

/// Where a claim stands after everything that the entry states of it, and who decided.
pub fn of_claim(scene: &Scene, cells: &[Cell], claims: &[Claim], at: usize) -> (Status, Option<String>) {
    let claim = &claims[at];
    let stated: Vec<Stated> =
        scene.stated(cells).into_iter().filter(|one| scene.belongs(one, claims) == Some(at)).collect();
    let status = latest(&stated).map(|one| one.status).or(claim.status).unwrap_or(Status::Alleged);
    (status, scene.schemes(&stated, cells))
}

/// Where an entry that makes no claim says that a matter stands: the words, and who decided.
pub fn of_entry(scene: &Scene, cells: &[Cell]) -> Option<(Stated, Option<String>)> {
    let plain = |one: &Stated| {
        let talk = scene.page.groups(scene.page.sentence(one.hit.first)).meets(Set::of(&[Group::General, Group::Job]));
        !talk && !scene.subject(one.hit.first).is_some_and(|np| np.generic) && !scene.takes_back_no_words(&one.hit)
    };
    let stated: Vec<Stated> = scene.stated(cells).into_iter().filter(plain).collect();
    latest(&stated).filter(|one| one.status != Status::Suspected).map(|one| (one, scene.schemes(&stated, cells)))
}

/// The last one stated in a column of outcomes, else the last one stated at all, where a weaker word does not stand after a stronger.
fn latest(stated: &[Stated]) -> Option<Stated> {
    let settles = |one: &&Stated| one.column.is_some() && one.status != Status::UnderInvestigation;
    let columns = stated.iter().filter(settles).count() > 0;
    let mut last: Option<Stated> = None;
    for one in stated.iter().filter(|one| !columns || one.column.is_some()) {
        if last.is_none_or(|before| replaces(one, before.status)) {
            last = Some(*one);
        }
    }
    last
}

/// Whether a status stated after another is the later state of the matter.
fn replaces(new: &Stated, old: Status) -> bool {
    use Status::*;
    match new.status {
        Suspected => false,
        UnderInvestigation => old == Suspected,
        Charged | Substantiated => !matches!(old, Convicted | Acquitted | FoundInFamilyCourt),
        Acquitted | Convicted => true,
        _ => old != Convicted,
    }
}

impl Scene<'_> {
    /// Every status of the entry that is said in earnest and of this kind of matter, in order.
    fn stated(&self, cells: &[Cell]) -> Vec<Stated> {
        let hits = self.page.of(0..self.page.len(), Group::Status);
        let said = hits.filter(|hit| !self.unsaid(hit) && !self.of_another_offence(hit));
        said.filter_map(|hit| {
            Some(Stated { status: hit.section().status?, hit: *hit, column: self.outcome_column(hit, cells) })
        })
        .collect()
    }

    /// "He was lying on the sofa", "took back her books", "made up the box room": words that take an allegation back only where the
    /// entry speaks of one, or where somebody says that it was so.
    fn takes_back_no_words(&self, hit: &Hit) -> bool {
        const ALLEGED: &[&str] = &[
            "allegation",
            "allegations",
            "disclosure",
            "disclosures",
            "complaint",
            "complaints",
            "statement",
            "statements",
            "account",
            "accusation",
            "accusations",
            "claim",
            "claims",
            "evidence",
        ];
        const ONWARD: &[&str] =
            &["about", "on", "in", "for", "over", "at", "with", "to", "from", "the", "her", "his", "their", "a"];
        if hit.section().status != Some(Status::Retracted) {
            return false;
        }
        let words = self.page.words(hit.first, hit.last);
        let plain = words.contains("retract")
            || words.contains("recant")
            || words.split(' ').any(|word| ALLEGED.contains(&word));
        let spoken_of = || (0..self.page.len()).any(|at| ALLEGED.contains(&self.page.word(at)));
        let takes = ["back", "withdr", "dropped", "rescind"].iter().any(|word| words.contains(word));
        let start = self.page.sentence(hit.first).start;
        let says =
            || (start..hit.first + 1).any(|at| self.page.has(at, Group::Disclose) || self.page.has(at, Group::Says));
        // "Lied about her homework" takes back nothing; "lied about Craig" does.
        let of_somebody = matches!(self.page.word(hit.last + 1), "about" | "with")
            && self.np_from(hit.last + 2).is_some_and(|np| !np.pro && !np.generic && (np.named || np.sex.is_some()));
        let onward = ONWARD.contains(&self.page.word(hit.last + 1)) && !of_somebody;
        let says_so = || !takes && says() && !onward;
        let made_up = words.contains(" up") || words.contains("lied") || words.contains("a lie");
        let whole = || made_up && !words.ends_with("the") && !onward;
        let said_before = matches!(self.page.word(hit.last + 1), "what" | "everything" | "it" | "all");
        !(plain || said_before || spoken_of() || says_so() || whole())
    }

    /// Whether a status phrase is negated, a question or a plan.
    pub fn unsaid(&self, hit: &Hit) -> bool {
        let groups = [Group::Neg, Group::Ask, Group::Hypo];
        groups.iter().any(|group| self.reach(hit.first, *group).is_some_and(|at| hit.first - at < 6))
            || self.finds_nothing(hit)
            || self.is_of_name(hit)
            || self.is_of_fare(hit)
            || self.is_set_down(hit)
            || self.denied_by_suspect(hit)
            || self.page.groups(self.page.sentence(hit.first)).meets(Set::of(&[Group::OtherFamily]))
    }

    /// "Ran her back in his cab, no charge as he was going off shift": nothing to pay.
    fn is_of_fare(&self, hit: &Hit) -> bool {
        const PAID: &[&str] = &[
            "cab", "taxi", "fare", "free", "lift", "tickets", "ticket", "session", "sessions", "course", "meal",
            "service",
        ];
        let words = self.page.words(hit.first, hit.last);
        words == "no charge" && self.page.sentence(hit.first).any(|at| PAID.contains(&self.page.word(at)))
    }

    /// "Her maternal uncle, Rui Lopes": whether the words are somebody's name.
    fn is_of_name(&self, hit: &Hit) -> bool {
        hit.first == hit.last && self.np(hit.first).is_some_and(|np| np.named)
    }

    /// "Hodan was dropped off by a relative": somebody was brought, and no matter let go.
    fn is_set_down(&self, hit: &Hit) -> bool {
        const WHERE: &[&str] = &["off", "at", "home", "back", "by", "round", "her", "him", "them", "in", "outside"];
        let by = hit.first < hit.last && self.page.word(hit.last) == "by";
        let dropped = if by { hit.last - 1 } else { hit.last };
        let brought = || !by || self.np_from(hit.last + 1).is_some_and(|np| !np.pro);
        self.page.word(dropped) == "dropped" && WHERE.contains(&self.page.word(dropped + 1)) && brought()
    }

    /// "MARSH was interviewed and said it was not true": whoever is suspected takes nothing back.
    fn denied_by_suspect(&self, hit: &Hit) -> bool {
        const SUSPECTED: Set = Set::of(&[Group::Interviewed, Group::Arrest, Group::SuspectLabel]);
        let start = self.page.sentence(hit.first).start;
        hit.section().status == Some(Status::Retracted) && (start..hit.first).any(|at| self.page.any(at, SUSPECTED))
    }

    /// "Fact-finding hearing listed for June", "fact-finding not ordered, no findings made": a hearing alone finds nothing.
    fn finds_nothing(&self, hit: &Hit) -> bool {
        const MADE: &[&str] = &[
            "found",
            "made",
            "proved",
            "proven",
            "established",
            "true",
            "satisfied",
            "concluded",
            "concludes",
            "judgment",
        ];
        if hit.section().status != Some(Status::FoundInFamilyCourt) {
            return false;
        }
        let range = self.page.sentence(hit.first);
        let says = |words: &[&str]| range.clone().any(|at| words.contains(&self.page.word(at)));
        let none = range.clone().any(|at| {
            matches!(self.page.word(at), "no" | "not" | "without")
                && (at + 1..at + 4).any(|near| {
                    matches!(
                        self.page.word(near),
                        "finding" | "findings" | "ordered" | "sought" | "made" | "needed" | "pursued"
                    )
                })
        });
        let hearing = self.page.words(hit.first, hit.last).contains("fact");
        none || hearing && !says(MADE)
    }

    /// "convicted of burglary": no outcome of an allegation, unless the sentence speaks of one as well; nor is anything in an entry
    /// that speaks of a theft and of no abuse at all, as its result "undetected".
    fn of_another_offence(&self, hit: &Hit) -> bool {
        let groups = self.page.groups(self.page.sentence(hit.first));
        let alone = || {
            let all = self.page.groups(0..self.page.len());
            let alleged = (0..self.page.len())
                .any(|at| matches!(self.page.word(at), "allegation" | "allegations" | "disclosure" | "abe"));
            all.has(Group::OtherOffence) && !all.meets(abuse::ANY) && !alleged
        };
        groups.has(Group::OtherOffence) && !groups.meets(abuse::ANY) || alone()
    }

    /// Which claim a status is of: one of its sentence, one whose people it names, else the nearest before or after.
    fn belongs(&self, stated: &Stated, claims: &[Claim]) -> Option<usize> {
        let token = stated.hit.first;
        let sentence = self.page.sentence_of(token);
        let here: Vec<usize> =
            (0..claims.len()).filter(|i| self.page.sentence_of(claims[*i].first) == sentence).collect();
        if let Some(nearest) = here.iter().copied().min_by_key(|i| claims[*i].first.abs_diff(token)) {
            return Some(nearest);
        }
        let subject = self.subject(token).filter(|np| !np.generic).and_then(|np| np.who);
        let named = |claim: &Claim| {
            subject.is_some_and(|who| self.is_among(who, &claim.perpetrators) || self.is_among(who, &claim.victims))
        };
        let before = (0..claims.len()).rev().filter(|i| claims[*i].first < token);
        let after = (0..claims.len()).filter(|i| claims[*i].first > token);
        let near: Vec<usize> = before.chain(after).collect();
        near.iter().copied().find(|i| named(&claims[*i])).or_else(|| near.first().copied())
    }

    /// Whether somebody is one of these people, by the same words or words that mean the same person.
    fn is_among(&self, who: Who, people: &[Who]) -> bool {
        people.iter().any(|other| who == *other || self.are_linked(who, *other))
    }

    /// Who decided what, each once: "Home Office outcome type 16: ...; section 47: substantiated".
    fn schemes(&self, stated: &[Stated], cells: &[Cell]) -> Option<String> {
        let mut all: Vec<String> = Vec::new();
        for one in stated.iter().filter(|one| !matches!(one.status, Status::Suspected)) {
            let Some(scheme) = self.scheme(one, cells) else { continue };
            if !all.contains(&scheme) {
                all.push(scheme);
            }
        }
        (!all.is_empty()).then(|| all.join("; "))
    }

    fn scheme(&self, stated: &Stated, cells: &[Cell]) -> Option<String> {
        let noted = Lexicon::get().lines[stated.hit.line as usize].note;
        let column = stated
            .column
            .and_then(|at| cells.get(at))
            .map(|cell| format!(" (as the column \u{201c}{}\u{201d} says)", cell.heading));
        let column = column.unwrap_or_default();
        if let Some(note) = noted.filter(|note| note.contains(':')) {
            return Some(format!("{note}{column}"));
        }
        let words = stated.status.words();
        match noted.or_else(|| self.body_near(stated.hit.first)) {
            Some(body) => Some(format!("{body}: {words}{column}")),
            None => (!column.is_empty()).then(|| format!("{words}{column}")),
        }
    }

    /// The column of outcomes in which the words stand, where they do.
    fn outcome_column(&self, hit: &Hit, cells: &[Cell]) -> Option<usize> {
        let at = self.page.token(hit.first)?.cell as usize;
        cells.get(at).filter(|cell| cell.meaning == Meaning::Outcome).map(|_| at)
    }

    /// Who decides, by the word of a body that stands nearest in the sentence.
    fn body_near(&self, token: usize) -> Option<&'static str> {
        let range = self.page.sentence(token);
        let said = |at: usize, name: &str| {
            let length = name.split(' ').count();
            at + length <= range.end && self.page.words(at, at + length - 1) == name
        };
        let named = |at: usize| BODIES.iter().find(|(_, names)| names.iter().any(|name| said(at, name)));
        let found = range.clone().filter_map(|at| Some((at.abs_diff(token), named(at)?.0)));
        found.min_by_key(|(distance, _)| *distance).map(|(_, body)| body)
    }
}
