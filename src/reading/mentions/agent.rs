//! Somebody named by what they do, in a word that no list holds: "a house-help sexually abused her", "abused by the
//! chorister's trainer". Trades are an open class, so the sentence shows that a person is meant.

use super::Finder;
use super::head::{Head, NOUNS};
use crate::reading::frames;
use crate::reading::groups::{Group, Set};
use crate::reading::names::ordinary_ending;
use crate::reading::tokens::Shape;

/// How many words may tell the trade.
const WORDS: usize = 3;
/// How far before "by" the word of abuse may stand, in words.
const REACH: usize = 8;
/// What no trade is made of.
const NO_TRADE: Set = Set::of(&NOUNS).with(Set::of(&[
    Group::Be,
    Group::Have,
    Group::Modal,
    Group::And,
    Group::Of,
    Group::By,
    Group::About,
    Group::With,
    Group::From,
    Group::Place,
    Group::Relative,
    Group::That,
    Group::Det,
    Group::He,
    Group::She,
    Group::They,
    Group::Disclose,
    Group::Allege,
    Group::Neg,
    Group::Skip,
    Group::AbuseNoun,
    Group::OffenceNoun,
]));
/// What may stand between somebody and what they did.
const AUXILIARY: Set = Set::of(&[Group::Have, Group::Modal, Group::Skip]);
/// Words of abuse after which "by" leads to who did it.
const DONE: Set = Set::of(&[Group::AbuseVerb, Group::AbuseNoun, Group::OffenceNoun, Group::ExploitVerb]);
/// Endings of words for trades.
const ENDINGS: &[&str] =
    &["er", "or", "ist", "ian", "eer", "man", "woman", "help", "hand", "keeper", "maid", "monitor", "coach", "captain"];
/// Words of such an ending that are nobody.
const THINGS: &[&str] = &[
    "computer",
    "paper",
    "letter",
    "order",
    "number",
    "matter",
    "manner",
    "power",
    "other",
    "another",
    "door",
    "floor",
    "corner",
    "shower",
    "phone",
    "danger",
    "anger",
    "former",
    "latter",
    "summer",
    "winter",
    "quarter",
    "member",
    "september",
    "october",
    "november",
    "december",
    "river",
    "shoulder",
    "finger",
    "trailer",
    "human",
    "after",
    "over",
    "under",
    "never",
    "later",
    "error",
    "colour",
    "favour",
    "behaviour",
    "factor",
    "mirror",
];

impl Finder<'_> {
    /// Somebody whom a determiner leads to, whose trade no list holds, and who the sentence says did it.
    pub fn agent(&self, j: usize, led: bool) -> Option<Head> {
        let page = self.page();
        if !led || page.sentence(j).start == j {
            return None;
        }
        let trade =
            |i: usize| page.shape(i) == Shape::Lower && !page.any(i, NO_TRADE) && !frames::is_verb(page.word(i));
        let last = (j..j + WORDS).take_while(|&i| trade(i) && self.one_sentence(j - 1, i)).last()?;
        let thing = THINGS.contains(&page.word(last)) || page.word(last).len() < 4;
        if thing || !(self.does_it(last) || self.did_it(j) && is_trade(page.word(last))) {
            return None;
        }
        Some(Head { noun: true, ..Head::new(last) })
    }

    /// "a house-help had sexually abused": whether a word of abuse that is done, not suffered, follows.
    fn does_it(&self, last: usize) -> bool {
        let page = self.page();
        let verb = (last + 1..last + 4).find(|&i| !page.any(i, AUXILIARY));
        verb.is_some_and(|verb| self.one_sentence(last, verb) && page.begins(verb, Group::AbuseVerb).is_some())
    }

    /// "abused by the chorister": whether "by" after a word of abuse leads here.
    fn did_it(&self, j: usize) -> bool {
        let page = self.page();
        let start = page.sentence(j).start;
        let by = (start..j).rev().take(3).find(|&i| page.has(i, Group::By));
        by.is_some_and(|by| (start.max(by.saturating_sub(REACH))..by).any(|i| page.any(i, DONE)))
    }
}

/// Whether a word ends as words for trades do.
fn is_trade(word: &str) -> bool {
    ENDINGS.iter().any(|end| word.ends_with(end)) && !ordinary_ending(word)
}
