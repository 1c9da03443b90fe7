//! Where the names known in a case come from: the front sheet, columns of staff, full names in any entry.

use super::Book;
use super::words::{letter, looks_like_a_name};
use crate::model::{Entry, FrontPerson, FrontSheet, Meaning, Sex};
use crate::reading::groups::Group;
use crate::reading::lexicon::Lexicon;
use crate::reading::ordinary::is_ordinary;
use crate::reading::page::Page;
use crate::reading::tokens::Shape;
use rustc_hash::FxHashMap;

impl Book {
    /// The names of the front sheet and of the columns that hold staff.
    pub fn new(front: Option<&FrontSheet>, entries: &[&Entry]) -> Book {
        let mut book = Book::default();
        if let Some(front) = front {
            book.learn_bodies(front);
            book.learn_births_and_letters(front);
            book.learn_initials(front);
            for person in front.everyone() {
                person.names().for_each(|name| book.learn(name, person.sex));
            }
            book.learn_child(&front.child);
        }
        book.learn_staff(entries);
        book
    }

    fn learn_child(&mut self, child: &FrontPerson) {
        self.child_letter = child.name.chars().next().map(|c| c.to_ascii_lowercase());
        for name in child.names() {
            let words: Vec<&str> = name.split_whitespace().collect();
            self.child.extend(words.first().map(|word| word.to_lowercase()));
            let letters: String = words.iter().filter_map(|word| word.chars().next()).collect();
            if letters.chars().count() > 1 {
                self.child.insert(letters.to_lowercase());
                self.initials.insert(letters.to_lowercase());
            }
        }
    }

    fn learn_staff(&mut self, entries: &[&Entry]) {
        let cells = entries.iter().flat_map(|entry| &entry.cells);
        for cell in cells.filter(|cell| cell.meaning == Meaning::Professional) {
            let names = cell.text.split([',', ';', '/', '&', '(']).map(|name| name.trim().to_lowercase());
            self.staff.extend(names.filter(|name| name.len() > 1));
        }
        self.staff.retain(|name| !self.front.contains(name));
    }

    fn learn_births_and_letters(&mut self, front: &FrontSheet) {
        let mut letters: FxHashMap<char, usize> = FxHashMap::default();
        for person in front.everyone() {
            letters.entry(letter(&person.name)).and_modify(|count| *count += 1).or_insert(1);
            let mut forms: Vec<String> = person.names().flat_map(forms).collect();
            forms.sort();
            forms.dedup();
            for form in forms {
                self.born.entry(form).and_modify(|born| *born = None).or_insert_with(|| person.born.clone());
            }
        }
        self.borne = letters.keys().copied().collect();
        self.letters = letters.into_iter().filter(|(_, count)| *count == 1).map(|(letter, _)| letter).collect();
    }

    /// Initials that only one person of the front sheet has, unless they are an abbreviation.
    fn learn_initials(&mut self, front: &FrontSheet) {
        let mut all: FxHashMap<String, usize> = FxHashMap::default();
        for person in front.everyone() {
            let letters: String = person.name.split_whitespace().map(letter).collect();
            if (2..=3).contains(&letters.chars().count()) {
                *all.entry(letters).or_default() += 1;
            }
        }
        let one = all.into_iter().filter(|(letters, count)| *count == 1 && !Lexicon::get().knows(letters));
        self.initials.extend(one.map(|(letters, _)| letters));
    }

    fn learn(&mut self, name: &str, sex: Option<Sex>) {
        self.front.insert(name.to_lowercase());
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        match words.as_slice() {
            [] => {}
            [only] if name.len() <= 3 && name.chars().all(char::is_uppercase) => {
                self.initials.insert(only.clone());
            }
            [only] => {
                self.given.insert(only.clone(), sex);
            }
            [given, .., surname] => {
                self.given.insert(given.clone(), sex);
                self.surnames.insert(surname.clone());
                self.front.insert(given.clone());
            }
        }
    }

    /// Adds the initials that one person met in the entries has, and nobody of the front sheet: "DM not to come".
    pub fn learn_met_initials(&mut self) {
        let mut all: FxHashMap<String, usize> = FxHashMap::default();
        for (given, surname) in
            self.met.iter().filter(|(given, surname)| !self.front.contains(&format!("{given} {surname}")))
        {
            *all.entry([letter(given), letter(surname)].iter().collect()).or_default() += 1;
        }
        let new = |letters: &String| !self.initials.contains(letters) && !Lexicon::get().knows(letters);
        let one = all.into_iter().filter(|(letters, count)| *count == 1 && new(letters));
        self.met_initials = one.map(|(letters, _)| letters).collect();
    }

    /// Adds the full names and nicknames that an entry gives.
    pub fn discover(&mut self, page: &Page) {
        let mut i = 0;
        while i < page.len() {
            self.learn_service(page, i);
            let Some(name) = self.at(page, i, false) else {
                self.learn_behind_kin(page, i);
                i += 1;
                continue;
            };
            let known_as = i > 0 && page.has(i - 1, Group::KnownAs);
            let pro = i > 0 && (page.has(i - 1, Group::Pro) || page.has(i - 1, Group::TitlePro));
            // "Mentor (Kingsley, from 1 March)".
            let in_bracket = i > 1 && page.is_mark(i - 1, b'(') && page.has(i - 2, Group::Pro);
            if let (Some(given), Some(surname)) = (name.given, name.surname) {
                let (given, surname) = (page.word(given).to_owned(), page.word(surname).to_owned());
                if pro {
                    self.staff.insert(format!("{given} {surname}"));
                } else {
                    self.met.insert((given.clone(), surname.clone()));
                    self.given.entry(given).or_insert(name.sex);
                    self.surnames.insert(surname);
                }
            } else if in_bracket && !self.front.contains(page.word(i)) {
                self.staff.insert(page.word(i).to_owned());
            } else if known_as {
                self.given.entry(page.word(i).to_owned()).or_insert(name.sex);
            }
            i = name.last + 1;
        }
    }

    /// "Dad's sister Kully": a given name of no list, which may stand without the kin word elsewhere.
    fn learn_behind_kin(&mut self, page: &Page, i: usize) {
        let word = page.word(i);
        let behind = i > 0 && page.has(i - 1, Group::Kin) && page.sentence_of(i - 1) == page.sentence_of(i);
        let name = page.shape(i) == Shape::Title && looks_like_a_name(word) && !is_ordinary(word);
        if behind && name && self.at(page, i, true).is_some_and(|name| name.surname.is_none()) {
            self.given.entry(word.to_owned()).or_insert(None);
        }
    }
}

/// A name folded: given name and surname, and the given name alone.
fn forms(name: &str) -> Vec<String> {
    let folded = name.to_lowercase();
    let words: Vec<&str> = folded.split_whitespace().collect();
    match words.as_slice() {
        [given, .., surname] => vec![format!("{given} {surname}"), (*given).to_owned()],
        _ => vec![folded],
    }
}
