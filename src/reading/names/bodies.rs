//! The agencies that were asked: their names are nobody's.

use super::Book;
use crate::model::FrontSheet;
use crate::reading::lexicon::Lexicon;
use crate::reading::page::Page;

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
        self.bodies.iter().any(begins)
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
}
