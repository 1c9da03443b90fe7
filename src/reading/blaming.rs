//! Words that lay on the child what adults did: quoted where they stand, with what the guides say instead.
//!
//! Left alone: words in quotation marks that the child says, words that the entry takes to task, and what is said of a
//! grown-up ("Mum is in a relationship with Gary").

use super::groups::{Group, Set};
use super::lexicon::Lexicon;
use super::page::Hit;
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Blaming, Bond, Who};

/// Words for grown-ups that are no kin.
const ADULT_WORDS: &[&str] = &[
    "parent",
    "parents",
    "partner",
    "carer",
    "carers",
    "ms",
    "mrs",
    "mr",
    "family",
    "husband",
    "wife",
    "man",
    "men",
    "male",
    "males",
    "woman",
    "women",
    "lady",
    "landlord",
    "neighbour",
    "ex",
    "fiancé",
    "fiance",
    "couple",
    "adult",
    "adults",
    "perpetrator",
    "defendant",
    "tenant",
    "driver",
    "teacher",
    "coach",
    "offender",
    "mothers",
    "fathers",
];

/// Words by which somebody says something of somebody else.
const DESCRIBES: &[&str] = &[
    "says",
    "said",
    "saying",
    "tells",
    "told",
    "telling",
    "asks",
    "asked",
    "mentioned",
    "mentions",
    "explained",
    "shared",
    "wrote",
    "writes",
    "insists",
    "insisted",
    "claims",
    "claimed",
    "alleges",
    "alleged",
    "thinking",
    "described",
    "describes",
    "describing",
    "calls",
    "called",
    "considers",
    "considered",
    "finds",
    "found",
    "feels",
    "felt",
    "thinks",
    "thought",
    "sees",
    "regards",
    "regarded",
    "views",
    "viewed",
    "noted",
    "notes",
    "recorded",
    "records",
    "commented",
    "reports",
    "reported",
    "stated",
    "states",
    "believes",
    "believed",
    "view",
    "opinion",
    "worried",
    "worries",
    "concerned",
    "labels",
    "labelled",
    "deems",
    "deemed",
    "suggested",
    "suggests",
    "complains",
    "complained",
    "complaint",
    "advised",
    "advises",
    "warned",
    "observes",
    "observed",
    "assessed",
    "presents",
];

/// Words that object only to words in quotation marks.
const WEAK: &[&str] = &[
    "challenging",
    "reminded",
    "rather",
    "instead",
    "deleted",
    "use",
    "asked",
    "avoid",
    "phrase",
    "replace",
    "myth",
    "label",
    "labels",
    "labelled",
];

/// What a pupil is said to engage with.
const LESSONS: &[&str] = &[
    "phonics",
    "maths",
    "reading",
    "lesson",
    "lessons",
    "learning",
    "activity",
    "activities",
    "task",
    "tasks",
    "toys",
    "play",
    "class",
    "homework",
    "story",
    "group",
    "english",
    "science",
    "pe",
    "work",
];

/// Words by which a sentence names a grown-up.
const GROWN: &[&str] = &["older", "adult", "man", "men", "male", "males", "woman", "adults", "mr", "teacher", "coach"];

/// Finds blaming words in the entry.
pub fn read(scene: &Scene, words_of: impl Fn(usize, usize, usize) -> String) -> Vec<Blaming> {
    let mut found: Vec<Blaming> = Vec::new();
    let blame = Set::of(&[Group::Blame, Group::BlamePair, Group::BlameYoung]);
    let hits = scene.page.hits_in(0..scene.page.len()).iter().filter(|hit| blame.has(hit.group));
    let mut reach = None;
    for hit in hits.filter(|hit| scene.blames(hit)) {
        if reach.is_some_and(|reach| hit.last <= reach) {
            continue;
        }
        reach = Some(hit.last);
        let (cell, start, end) = scene.span(hit.first, hit.last);
        let instead = Lexicon::get().lines[hit.line as usize].note.unwrap_or_default().to_owned();
        found.push(Blaming { cell, start, end, words: words_of(cell, start, end), instead });
    }
    found
}

impl Scene<'_> {
    fn blames(&self, hit: &Hit) -> bool {
        let fits = match hit.group {
            Group::BlamePair => {
                let noun = self.np(hit.last).is_some_and(|np| np.last == hit.last && np.first <= hit.first);
                self.child_beside(hit)
                    && self.adult_in_sentence(hit)
                    && (noun || !self.said_of_adult(hit))
                    && !self.of_a_parent(hit)
            }
            Group::BlameYoung => self.says_young(hit) && !self.said_of_adult(hit),
            _ => !self.said_of_adult(hit) && !self.of_lessons(hit),
        };
        fits && !self.challenged(hit) && !self.childs_quotation(hit) && !self.general_talk(hit)
    }

    /// Whether the entry takes the words to task: it speaks of wording, or says "not".
    fn challenged(&self, hit: &Hit) -> bool {
        let at = self.page.sentence_of(hit.first);
        let quoted = self.quoted(hit);
        let here = self
            .page
            .of(self.page.sentence(hit.first), Group::Challenge)
            .any(|cue| self.takes_to_task(cue, hit, quoted));
        let next = self.page.sentences.get(at + 1).cloned().unwrap_or(0..0);
        let then = self.page.of(next, Group::Challenge).any(|cue| {
            let words = self.page.words(cue.first, cue.last);
            words.contains("word")
                || words.starts_with("that is ")
                || words.starts_with("this is ")
                || quoted && self.takes_to_task(cue, hit, quoted)
                || ["language", "terminology", "phrase", "label", "challenged", "cannot c", "victim"]
                    .iter()
                    .any(|start| words.contains(start))
        });
        let negated = (self.verb_start(hit.first)..hit.first)
            .any(|i| matches!(self.page.word(i), "not" | "never" | "no" | "isn't" | "wasn't" | "hasn't" | "nor"));
        let before = hit
            .first
            .checked_sub(1)
            .is_some_and(|i| matches!(self.page.word(i), "not" | "never" | "no" | "nor" | "without"));
        here || then || negated || before
    }

    /// A plain "is not" must stand right before the words; a verb that objects anywhere beside them.
    fn takes_to_task(&self, cue: &Hit, hit: &Hit, quoted: bool) -> bool {
        let word = self.page.word(cue.first);
        let apart = cue.last < hit.first || cue.first > hit.last;
        match word {
            "is" | "are" | "was" | "not" | "never" | "has" => cue.last < hit.first && hit.first - cue.last < 3,
            _ => apart && (quoted || !WEAK.contains(&word)),
        }
    }

    /// Whether quotation marks stand around the words in the sentence.
    fn quoted(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let mark = |i: usize| self.page.is_mark(i, b'"') || self.page.is_mark(i, b'\'');
        let open = (range.start..hit.first).filter(|i| mark(*i)).count() % 2 == 1;
        open && (hit.last + 1..range.end + 2).any(mark)
    }

    /// The child's own words stand in quotation marks after "said", or the child speaks of themselves.
    fn childs_quotation(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let own = (hit.first..=hit.last).any(|i| matches!(self.page.word(i), "i" | "my" | "myself" | "me"));
        if own {
            return true;
        }
        if !self.quoted(hit) {
            return false;
        }
        let first_person = (range.start..hit.first).any(|i| matches!(self.page.word(i), "i" | "i'm" | "my" | "me"));
        let said = self.page.of(range.start..hit.first, Group::Says).next_back();
        let child = said
            .and_then(|said| self.subject(said.first))
            .is_some_and(|np| self.is_child_side(np) || np.named && !np.pro);
        child && (first_person || hit.group != Group::BlameYoung)
    }

    fn general_talk(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let groups = self.page.groups(range.clone());
        groups.meets(Set::of(&[Group::General, Group::OtherFamily]))
            && !self.nps.iter().any(|np| range.contains(&np.first) && !np.generic && !np.pro)
    }

    /// Whether the words are said of a grown-up: the subject right before them, or in a sentence without one the
    /// subject of the sentence before.
    fn said_of_adult(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        if let Some(np) = self.np(hit.first).filter(|np| !np.pronoun || np.who.is_some())
            && hit.group != Group::BlamePair
        {
            return self.is_adult(np);
        }
        if let Some(np) = self.subject(hit.first).filter(|np| np.last < hit.first) {
            let led = (np.first.saturating_sub(3)..np.first).any(|i| self.page.word(i) == "by");
            let speaks = led
                || (np.last + 1..hit.first)
                    .any(|i| self.page.is_mark(i, b':') || DESCRIBES.contains(&self.page.word(i)));
            return !speaks && self.is_adult(np);
        }
        let led = range.start == hit.first || (range.start..hit.first).all(|i| self.np(i).is_none());
        let at = self.page.sentence_of(hit.first);
        let before = led.then(|| at.checked_sub(1)).flatten().and_then(|at| self.page.sentences.get(at));
        let subject = before.and_then(|range| {
            self.nps.iter().find(|np| range.contains(&np.first) && !np.nested && !np.owns && !self.governed(np))
        });
        subject.is_some_and(|np| !np.pro && self.is_adult(np))
    }

    /// "did not engage with phonics": of school work, not of help.
    fn of_lessons(&self, hit: &Hit) -> bool {
        let end = self.page.sentence(hit.first).end.min(hit.last + 6);
        self.page.word(hit.last).starts_with("engag")
            && (hit.last + 1..end).any(|i| LESSONS.contains(&self.page.word(i)))
    }

    /// "mother's boyfriend", "her daughter's girlfriend, 31": whose partner somebody is may be no child.
    fn of_a_parent(&self, hit: &Hit) -> bool {
        let Some(Who::Mention(index)) = self.np(hit.first).and_then(|np| np.who) else { return false };
        let Some(mention) = self.mentions.get(index) else { return false };
        let owner = mention.kin_of.and_then(|of| self.nps.iter().find(|np| np.who == Some(Who::Mention(of))));
        let owned =
            (hit.first..=hit.last).all(|i| !matches!(self.page.word(i), "her" | "his" | "an" | "older" | "adult"));
        let of_unknown = owned
            && !self.age_in_sentence(hit, 10, 18)
            && hit.first.checked_sub(1).is_some_and(|before| self.page.shape(before) == Shape::Possessive)
            && owner.is_none_or(|np| self.years_of(np).is_none() && !self.is_child_side(np));
        mention.kin.as_ref().is_some_and(|kin| kin.steps.len() > 1)
            || owner.is_some_and(|np| self.is_adult(np))
            || of_unknown
    }

    fn years_of(&self, np: &Np) -> Option<u8> {
        match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index)?.age,
            _ => None,
        }
    }

    /// Whether the words mean a grown-up: an age, a title, a word for one, a professional.
    pub fn is_adult(&self, np: &Np) -> bool {
        let mention = match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index),
            Some(Who::Mother) => return true,
            _ => None,
        };
        let Some(mention) = mention else { return np.pro };
        if mention.age.is_some_and(|age| age < 18) {
            return false;
        }
        let words = mention.text.to_lowercase();
        let of_kin = mention.kin.as_ref().is_some_and(|kin| {
            let (first, last) = (kin.steps.first().map(|step| step.bond), kin.steps.last().map(|step| step.bond));
            let elder = [Bond::Parent, Bond::StepParent, Bond::Partner, Bond::FosterCarer, Bond::AdoptiveParent];
            last.is_some_and(|bond| elder.contains(&bond))
                || matches!((first, last), (Some(Bond::Parent), Some(Bond::Sibling)))
        });
        np.pro
            || of_kin
            || mention.age.is_some()
            || mention.title.is_some()
            || ["mr ", "mrs ", "ms ", "dr "].iter().any(|title| words.starts_with(title))
            || words.split(|c: char| !c.is_alphanumeric()).any(|word| ADULT_WORDS.contains(&word)) && !np.named
    }

    fn people_in_sentence(&self, hit: &Hit) -> impl Iterator<Item = &Np> {
        let range = self.page.sentence(hit.first);
        self.nps.iter().filter(move |np| range.contains(&np.first) && !np.generic)
    }

    /// Whether somebody in the sentence, or in one beside it, is a child; in a text of no known record whoever is named
    /// without an age may be.
    fn child_beside(&self, hit: &Hit) -> bool {
        let at = self.page.sentence_of(hit.first);
        let near = &self.page.sentences[at.saturating_sub(1)..(at + 2).min(self.page.sentences.len())];
        let young = |np: &Np| self.is_child_side(np) || self.years_of(np).is_some_and(|age| age < 18);
        let unknown = |np: &Np| np.named && !np.pro && self.years_of(np).is_none() && !self.is_adult(np);
        near.iter().any(|range| self.age_within(range.clone(), 8, 18))
            || self.people_in_sentence(hit).any(|np| young(np) || self.book.child.is_empty() && unknown(np))
    }

    /// Whether the sentence names a grown-up beside the child: an age of 18 or more, "older", "man", "adult".
    fn adult_in_sentence(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        self.people_in_sentence(hit).any(|np| self.years_of(np).is_some_and(|years| years >= 18))
            || self.age_in_sentence(hit, 18, 70)
            || range.clone().any(|i| GROWN.contains(&self.page.word(i)))
    }

    fn age_in_sentence(&self, hit: &Hit, from: u8, below: u8) -> bool {
        self.age_within(self.page.sentence(hit.first), from, below)
    }

    /// An age between two bounds, as figures set off by a comma, a bracket or "aged".
    fn age_within(&self, range: std::ops::Range<usize>, from: u8, below: u8) -> bool {
        range.clone().any(|i| {
            let word = self.page.word(i);
            let digits = &word[..word.bytes().take_while(u8::is_ascii_digit).count()];
            let unit =
                matches!(&word[digits.len()..], "" | "y" | "yo" | "yr" | "yrs" | "f" | "m" | "-year-old" | "-yr-old");
            let own = word.ends_with("-old") || matches!(self.page.word(i + 1), "year" | "yr" | "yo");
            let led = i > range.start
                && (matches!(self.page.word(i - 1), "," | "(" | "aged" | "age" | "of" | "is" | ":" | "-" | "?" | "."));
            unit && (led || own || i == range.start)
                && digits.parse::<u8>().is_ok_and(|years| (from..below).contains(&years))
        })
    }

    /// Whether the words are said of somebody under 16.
    fn says_young(&self, hit: &Hit) -> bool {
        let young = |np: &Np| self.years_of(np).map_or(np.young, |age| age < 16);
        self.people_in_sentence(hit).any(young) || self.age_in_sentence(hit, 8, 16)
    }
}
