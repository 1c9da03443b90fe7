//! Puts down a mention and its place in the sentence.

use super::Finder;
use super::head::Head;
use super::owners::of_the_mother;
use crate::model::{Mention, Who};
use crate::reading::scene::Np;

impl Finder<'_> {
    /// Puts down the mention that a head makes, and gives its index.
    pub fn mention(
        &mut self,
        first: usize,
        last: usize,
        head: &Head,
        owner: Option<Who>,
        indefinite: bool,
        bare: bool,
    ) -> usize {
        let (cell, start, end) = self.scene.span(first, last);
        let kin_of = match owner {
            Some(Who::Mention(index)) => Some(index),
            Some(Who::Child | Who::Mother) => None,
            None if bare && head.kin.is_some() => self.default_owner(first, head),
            None => None,
        };
        self.scene.mentions.push(Mention {
            cell,
            start,
            end,
            text: self.words(first, last),
            naming: head.naming.clone(),
            kin: if owner == Some(Who::Mother) { head.kin.as_ref().map(of_the_mother) } else { head.kin.clone() },
            kin_of,
            indefinite,
            sex: head.sex,
            title: head.title.clone(),
            born: None,
            age: head.age,
            also: self.pet_name(first, last),
            professional: head.pro,
        });
        self.scene.mentions.len() - 1
    }

    /// The words of a head as somebody in the sentence.
    pub fn np(&self, first: usize, last: usize, head: &Head, mention: usize, nested: bool) -> Np {
        Np {
            first,
            last,
            who: Some(Who::Mention(mention)),
            sex: head.sex,
            plural: head.plural,
            pro: head.pro,
            nested,
            young: head.young,
            column: self.in_column(first),
            named: head.named,
            ..Np::default()
        }
    }

    /// Puts down words for somebody inside the words for somebody else: "Mum" in "Mum's brother".
    pub fn push_nested(&mut self, first: usize, last: usize, head: &Head, mention: usize) -> Who {
        let np = self.np(first, last, head, mention, true);
        self.push(np);
        Who::Mention(mention)
    }

    /// The name in brackets of "Margaret (Peg) Doran".
    fn pet_name(&self, first: usize, last: usize) -> Vec<String> {
        let page = self.page();
        let between = last >= first + 4 && page.is_mark(last - 3, b'(') && page.is_mark(last - 1, b')');
        if between { vec![self.words(last - 2, last - 2)] } else { Vec::new() }
    }
}
