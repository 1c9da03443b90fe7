//! Whom it is about, what an entry tells of contact: everybody it names, and what they and the words around them are.

use super::PERSON;
use super::alike::Mark;
use crate::model::{Sex, Who};
use crate::reading::lexicon::Lexicon;
use crate::reading::scene::{Np, Scene};
use std::ops::Range;

/// From what sum somebody is taken to be whom contact is told of, in hundredths.
const LIKELY_THEM: i32 = -50;
/// The same where it is sure that contact is told of somebody.
const MAY_BE_THEM: i32 = -200;

impl Scene<'_> {
    /// Whether somebody of those words can be whom contact is told of: grown or half grown, and no professional.
    pub fn is_candidate(&self, words: &[&Np]) -> bool {
        let outer = words.iter().any(|np| !np.nested && !np.pronoun);
        let no_candidate = |np: &&Np| np.pro || np.generic || np.who == Some(Who::Child) || self.is_subject_child(np);
        outer && !words.iter().any(no_candidate) && words.iter().any(|np| self.is_grown(np))
    }

    /// Whoever fits best of those named in some sentences, by the words there that mean them, where it is likely enough
    /// that it is them.
    pub fn person_meant(&self, range: &Range<usize>, sure: bool, tells: impl Fn(&Range<usize>) -> bool) -> Option<&Np> {
        let least = if sure { MAY_BE_THEM } else { LIKELY_THEM };
        let persons = self.persons();
        let stands_here = |words: &[&Np]| words.iter().any(|np| range.contains(&np.first));
        let told = |words: &[&Np]| words.iter().any(|np| tells(&self.page.sentence(np.first)));
        let here = persons.iter().enumerate();
        let here = here.filter(|(_, words)| stands_here(words) && self.is_candidate(words) && told(words));
        let sum = |at: usize, words: &[&Np]| self.ask_of_person(words, at == 0, |marks| PERSON.sums(marks)[0]);
        let weighed = here.map(|(at, words)| (sum(at, words), at, words)).filter(|(sum, ..)| *sum >= least);
        let (_, _, best) = weighed.max_by_key(|(sum, at, _)| (*sum, usize::MAX - at))?;
        best.iter().find(|np| !np.pronoun && !np.nested).copied()
    }

    /// What a table answers to the marks of somebody.
    pub fn ask_of_person<T>(&self, words: &[&Np], first: bool, ask: impl Fn(&[Mark]) -> T) -> T {
        let marks = self.marks_of_person(words, first);
        let marks: Vec<Mark> = marks.iter().map(|mark| Mark::Term(mark)).collect();
        ask(&marks)
    }

    /// What somebody is, and what stands before and behind the words for them.
    pub fn marks_of_person(&self, words: &[&Np], first: bool) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for np in words.iter().filter(|np| !np.nested) {
            self.marks_of_words(np, &mut all);
        }
        all.extend(first.then(|| "is:first".to_owned()));
        all.extend((words.len() > 1).then(|| "is:again".to_owned()));
        all
    }

    fn marks_of_words(&self, np: &Np, all: &mut Vec<String>) {
        let before = |steps: usize| self.likeness_beside(np, np.first.checked_sub(steps));
        let after = |steps: usize| self.likeness_beside(np, Some(np.last + steps));
        all.push(format!("before:{}", before(1)));
        all.push(format!("before:{}:{}", before(2), before(1)));
        all.push(format!("after:{}", after(1)));
        all.push(format!("after:{}:{}", after(1), after(2)));
        all.push(format!("second:{}", after(2)));
        all.push(format!("third:{}", after(3)));
        all.push(format!("kind:{}", self.kind_of_person(np)));
        let word = |at: usize| Some(self.page.word(at)).filter(|word| !np.pronoun && Lexicon::get().knows(word));
        all.extend(word(np.last).map(|last| format!("last:{last}")));
        all.extend(word(np.first).map(|first| format!("opens:{first}")));
        let age = self.age(np);
        let facts = [
            (np.subject, "subject"),
            (np.owns, "owner"),
            (np.plural, "several"),
            (np.pronoun, "pronoun"),
            (np.named, "named"),
            (np.sex == Some(Sex::M), "male"),
            (np.sex == Some(Sex::F), "female"),
            (np.young, "younger"),
            (self.is_young(np), "young"),
            (age.is_some_and(|age| age >= 18), "adult"),
            (age.is_some_and(|age| age < 18), "minor"),
        ];
        all.extend(facts.iter().filter(|(held, _)| *held).map(|(_, fact)| format!("is:{fact}")));
    }
}
