//! The agencies that were asked: their names are nobody's.

use super::Book;
use crate::model::FrontSheet;
use crate::reading::frames;
use crate::reading::lexicon::Lexicon;
use crate::reading::ordinary::is_ordinary;
use crate::reading::page::Page;
use crate::reading::tokens::Shape;

/// The most words that the name of a service is taken to have.
const LONGEST: usize = 3;

/// Words before the name of a service.
const LEADS: &[&str] = &[
    "referred to",
    "referral to",
    "referral made to",
    "re-referred to",
    "refer to",
    "self-referred to",
    "attending",
    "attends",
    "goes to",
    "going to",
    "accepted by",
    "declined by",
    "waiting list for",
    "waiting list at",
    "discharged from",
    "signposted to",
    "sessions at",
    "counselling at",
    "therapy at",
    "engaging with",
];

/// What the people of a service are called, behind its name.
pub const SERVICE_STAFF: &[&str] =
    &["worker", "workers", "practitioner", "counsellor", "therapist", "mentor", "volunteer"];

/// Other words behind the name of a service.
const FOLLOWS: &[&str] = &[
    "rape crisis",
    "women's aid",
    "began work",
    "started work",
    "began sessions",
    "started sessions",
    "does not take referrals",
    "do not take referrals",
    "does not accept",
    "waiting list",
    "counselling",
    "counselling service",
    "therapy",
    "therapy service",
    "bereavement",
    "young carers",
    "youth project",
    "youth club",
    "sessions",
    "closed the referral",
    "closed their",
    "declined the referral",
    "accepted the referral",
];

impl Book {
    /// The names of the agencies of the front sheet, word by word.
    pub fn learn_bodies(&mut self, front: &FrontSheet) {
        let words = |name: &str| {
            let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
            name.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect::<Vec<_>>()
        };
        self.bodies = front.agencies.iter().map(|agency| words(&agency.name)).collect();
    }

    /// "The head of Meadow Lane": whether a word with a capital stands in the beginning of an agency's name, said alone or with what
    /// follows there. One word of it is the agency's only where nobody in the case is called so.
    pub fn is_body(&self, page: &Page, i: usize) -> bool {
        let begins = |body: &Vec<String>| {
            let said = |from: usize| {
                let known = body.iter().enumerate();
                known.take_while(|(at, word)| self.capital(page, from + at) && page.word(from + at) == *word).count()
            };
            let from = (i.saturating_sub(body.len().saturating_sub(1))..=i).find(|from| from + said(*from) > i);
            from.is_some_and(|from| said(from) > 1 || said(from) == 1 && self.is_only_a_body(page.word(i)))
        };
        self.bodies.iter().any(|body| begins(body) || self.is_end_of_body(page, i, body))
    }

    /// "Llwyn Onn", of "Ysgol Breswyl Llwyn Onn": two or more words with capitals as they stand further on in an agency's name.
    fn is_end_of_body(&self, page: &Page, i: usize, body: &[String]) -> bool {
        let stands = |at: usize, word: &String| {
            self.capital(page, at) && page.word(at) == *word && self.is_only_a_body(page.word(at))
        };
        (1..body.len()).any(|skip| {
            let rest = &body[skip..];
            let places = (i + 1).saturating_sub(rest.len())..=i;
            rest.len() > 1
                && places.into_iter().any(|from| {
                    let said = rest.iter().enumerate().take_while(|(at, word)| stands(from + at, word)).count();
                    said > 1 && from + said > i
                })
        })
    }

    /// "Lanterns began work with Tyler", "referral to Amber Lantern": a name that no list knows, by the words beside it that of a service.
    pub fn learn_service(&mut self, page: &Page, i: usize) {
        let named = |at: usize| {
            let word = page.word(at);
            let capital = self.capital(page, at) && page.sentence(at) == page.sentence(i);
            let ours = self.given.contains_key(word) || self.surnames.contains(word);
            // A capital in the middle of a sentence makes a name of ordinary words too: "Amber Lantern", "Turning Tide".
            let opens = at == page.sentence(i).start && !self.capital(page, at + 1);
            let plain = opens && (is_ordinary(word) || frames::is_verb(word));
            capital && word.chars().count() > 3 && !plain && !ours
        };
        // "Willow Rape Crisis".
        if self.capital(page, i) && page.word(i + 1) == "rape" && page.word(i + 2) == "crisis" {
            self.bodies.push((i..i + 3).map(|at| page.word(at).to_owned()).collect());
            return;
        }
        let length = (i..i + LONGEST).take_while(|at| named(*at)).count();
        let alone = length == 1 && !self.is_only_a_body(page.word(i));
        if length == 0 || alone || i.checked_sub(1).is_some_and(named) {
            return;
        }
        let said =
            |from: usize, words: &&str| words.split(' ').enumerate().all(|(at, word)| page.word(from + at) == word);
        if page.shape(i + length) == Shape::Possessive {
            return;
        }
        let led = LEADS.iter().any(|words| {
            let from = i.checked_sub(words.split(' ').count());
            from.is_some_and(|from| said(from, words))
        });
        if led || SERVICE_STAFF.iter().chain(FOLLOWS).any(|words| said(i + length, words)) {
            self.bodies.push((i..i + length).map(|at| page.word(at).to_owned()).collect());
        }
    }

    fn is_only_a_body(&self, word: &str) -> bool {
        !self.given.contains_key(word) && !self.surnames.contains(word) && !Lexicon::get().is_given(word)
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::front;
    use crate::reading::names::Book;
    use crate::reading::page::Page;

    #[test]
    fn an_agencys_name_is_nobodys_and_a_persons_is_theirs() {
        let sheet = r#"{"child": {"name": "Arjan Sandhu"}, "people": [{"name": "Lena Brook", "relation": "mother"}],
            "agencies": [{"id": "school", "name": "Meadow Lane Primary"}, {"id": "gp", "name": "Brook Surgery"}]}"#;
        let front = front::read(sheet).expect("a front sheet").value;
        let book = Book::new(Some(&front), &[]);
        let page = Page::new([(0, "The head of Meadow Lane rang. Lena Brook told Brook Surgery.")].into_iter());
        let is_body = |word: &str, nth: usize| {
            let at = (0..page.len()).filter(|at| page.word(*at) == word).nth(nth).expect("the word");
            book.is_body(&page, at)
        };
        assert!(is_body("meadow", 0) && is_body("lane", 0));
        assert!(!is_body("brook", 0), "somebody of the family bears it");
        assert!(is_body("brook", 1), "said with what follows in the agency's name");
    }

    #[test]
    fn a_service_is_known_by_what_stands_beside_its_name() {
        let front = front::read(r#"{"child": {"name": "Tyler Ward"}}"#).expect("a front sheet").value;
        let mut book = Book::new(Some(&front), &[]);
        let said = [
            "Lanterns began work with Tyler.",
            "Referral to Amber Lantern sent.",
            "Ward began work.",
            "Willow Room counselling ended.",
        ];
        for text in said {
            let page = Page::new([(0, text)].into_iter());
            (0..page.len()).for_each(|at| book.learn_service(&page, at));
        }
        let page = Page::new([(0, "Ward said that Lanterns, Amber Lantern and Willow Room rang.")].into_iter());
        let bodies: Vec<&str> = (0..page.len()).filter(|at| book.is_body(&page, *at)).map(|at| page.word(at)).collect();
        assert_eq!(
            bodies,
            ["lanterns", "amber", "lantern", "willow", "room"],
            "and the child's own name is no service's"
        );
    }
}
