//! Words that lay on the child what adults did: quoted where they stand, with what the guides say instead.
//!
//! Left alone: words in quotation marks that the child says, words that the entry takes to task, and words that
//! only blame when said of a child ("in a relationship with") where they are said of an adult.

use super::groups::Group;
use super::lexicon::Lexicon;
use super::page::Hit;
use super::scene::{Np, Scene};
use crate::model::{Blaming, Who};

/// Words that blame only if they are said of a child, or of a child and an adult.
const OF_A_CHILD: &[&str] = &[
    "relationship",
    "boyfriend",
    "girlfriend",
    "partner",
    "going out",
    "dating",
    "seeing a",
    "sexually active",
    "sexual active",
    "having sex",
    "had sex",
    "affair",
    "in love",
    "consent",
    "lifestyle",
    "lies",
    "liar",
    "wild",
    "easy",
    "damaged",
    "difficult",
    "challenging",
    "manipulat",
    "resistant",
    "unreliable",
    "dramatic",
    "defiant",
    "naughty",
    "worldly",
    "disengage",
    "hard to",
    "refus",
    "engag",
    "not engag",
    "non-engag",
    "lack of engag",
    "uncooperative",
    "failed to",
    "will not",
    "won't",
    "does not",
    "doesn't",
    "did not",
    "absconded",
    "absconds",
    "prostitut",
    "sex work",
    "a willing",
    "willing",
    "for attention",
    "encourag",
    "streetwise",
    "poor",
    "makes",
    "making",
    "made",
    "taking risks",
    "takes risks",
    "risk",
    "lets",
    "against",
    "despite",
    "ignor",
    "non",
    "lacks",
    "no insight",
];
const ADULT_WORDS: &[&str] = &[
    "mother",
    "mum",
    "father",
    "dad",
    "parent",
    "parents",
    "partner",
    "aunt",
    "uncle",
    "grandmother",
    "nan",
    "grandfather",
    "carer",
    "carers",
    "ms",
    "mrs",
    "mr",
    "boyfriend",
    "family",
    "husband",
    "wife",
    "grandad",
    "gran",
];

/// Finds blaming words in the entry.
pub fn read(scene: &Scene, words_of: impl Fn(usize, usize, usize) -> String) -> Vec<Blaming> {
    let mut found: Vec<Blaming> = Vec::new();
    let hits: Vec<Hit> = scene.page.of(0..scene.page.len(), Group::Blame).copied().collect();
    for hit in hits {
        if scene.challenged(&hit) || scene.childs_quotation(&hit) || scene.of_an_adult(&hit) || scene.general_talk(&hit)
        {
            continue;
        }
        let (cell, start, end) = scene.span(hit.first, hit.last);
        let instead = Lexicon::get().lines[hit.line as usize].note.unwrap_or_default().to_owned();
        found.push(Blaming { cell, start, end, words: words_of(cell, start, end), instead });
    }
    found
}

impl Scene<'_> {
    /// Whether the sentence takes the words to task: it speaks of wording, or says "not".
    fn challenged(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let quoted = self.quoted(hit);
        let strong = self.page.of(range.clone(), Group::Challenge).any(|cue| {
            let word = self.page.word(cue.first);
            let plain = matches!(word, "is" | "are" | "was" | "not" | "never" | "has");
            let before = cue.last < hit.first && hit.first - cue.last < 3;
            let apart = cue.last < hit.first || cue.first > hit.last;
            if plain {
                before
            } else {
                apart
                    && (quoted
                        || !matches!(
                            word,
                            "challenging"
                                | "reminded"
                                | "rather"
                                | "instead"
                                | "deleted"
                                | "use"
                                | "asked"
                                | "avoid"
                                | "phrase"
                                | "replace"
                        ))
            }
        });
        let negated =
            (self.verb_start(hit.first)..hit.first).any(|i| matches!(self.page.word(i), "not" | "never" | "no"));
        strong || negated
    }

    /// Whether quotation marks stand around the words in the sentence.
    fn quoted(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let marks =
            (range.start..hit.first).filter(|&i| self.page.is_mark(i, b'"') || self.page.is_mark(i, b'\'')).count();
        marks % 2 == 1 && (hit.last + 1..range.end).any(|i| self.page.is_mark(i, b'"') || self.page.is_mark(i, b'\''))
    }

    /// The child's own words stand in quotation marks after "said".
    fn childs_quotation(&self, hit: &Hit) -> bool {
        if !self.quoted(hit) {
            return false;
        }
        let range = self.page.sentence(hit.first);
        let said = self.page.of(range.start..hit.first, Group::Says).next_back();
        said.and_then(|said| self.subject(said.first)).is_some_and(|np| self.is_child_side(np) || np.named && !np.pro)
    }

    fn general_talk(&self, hit: &Hit) -> bool {
        let groups = self.page.groups(self.page.sentence(hit.first));
        groups.has(Group::General)
            && !self.nps.iter().any(|np| self.page.sentence(hit.first).contains(&np.first) && !np.generic && !np.pro)
    }

    /// Words that blame a child may be plain of a grown-up: "Mum is in a relationship with Gary".
    fn of_an_adult(&self, hit: &Hit) -> bool {
        let words = self.page.words(hit.first, hit.last);
        if !OF_A_CHILD.iter().any(|start| words.starts_with(start))
            && !words.starts_with("her ")
            && !words.starts_with("his ")
        {
            return false;
        }
        let subject = self.subject(hit.first).or_else(|| self.np(hit.first)).or_else(|| self.leading_person(hit));
        let adult = subject.is_some_and(|np| self.is_adult(np));
        if words.contains("sexually active")
            || words.contains("sex") && !words.contains("sexual")
            || words.contains("relationship")
            || words.starts_with("her ")
            || words.starts_with("his ")
            || words.starts_with("dating")
            || words.starts_with("going out")
        {
            let young = subject.is_some_and(|np| {
                self.years(np).is_some_and(|years| years < 16) || self.is_child_side(np) && !words.contains("active")
            });
            let grown = self.adult_in_sentence(hit);
            return adult || !young || !grown && !words.contains("active") && !words.contains("sex");
        }
        adult
    }

    fn leading_person(&self, hit: &Hit) -> Option<&Np> {
        let range = self.page.sentence(hit.first);
        self.nps.iter().find(|np| range.contains(&np.first) && np.last < hit.first && !np.nested)
    }

    fn years(&self, np: &Np) -> Option<u8> {
        match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index)?.age,
            _ => None,
        }
    }

    fn is_adult(&self, np: &Np) -> bool {
        let last = match np.who {
            Some(Who::Mention(index)) => self.mentions.get(index),
            _ => None,
        };
        let Some(mention) = last else { return np.pro };
        let words = mention.text.to_lowercase();
        np.pro
            || mention.age.is_some_and(|age| age >= 18)
            || mention.title.is_some()
            || words.split_whitespace().any(|word| ADULT_WORDS.contains(&word)) && !np.named
    }

    /// Whether the sentence names a grown-up beside the child: an age of 18 or more, "older", "man", "adult".
    fn adult_in_sentence(&self, hit: &Hit) -> bool {
        let range = self.page.sentence(hit.first);
        let named =
            self.nps.iter().any(|np| range.contains(&np.first) && self.years(np).is_some_and(|years| years >= 18));
        named
            || range.clone().any(|i| {
                matches!(self.page.word(i), "older" | "adult" | "man" | "men" | "male" | "males" | "woman" | "adults")
            })
    }
}
