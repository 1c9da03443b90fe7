//! The people an entry names: names, kin words, unknown people, groups and pronouns.

use super::antecedent::Pronoun;
use super::groups::{Group, Set};
use super::names::{Name, age};
use super::page::Page;
use super::scene::{Np, Scene};
use super::tokens::Shape;
use super::when_written::day_first;
use crate::model::{Bond, Kin, Mention, Naming, Sex, Step, When, Who};
use std::collections::HashMap;

/// Kin words met so far and the path each means.
pub type KinCache = HashMap<String, Option<Kin>>;

/// Finds the people of one entry.
pub struct Finder<'a> {
    /// Being built.
    pub scene: Scene<'a>,
    /// Told text of each cell.
    pub cells: &'a HashMap<usize, &'a str>,
    /// Which of them hold only people.
    pub people_cells: Vec<usize>,
    /// Shared between entries.
    pub kin: &'a mut KinCache,
    /// What pronouns without antecedent mean.
    pub child: Pronoun,
}

/// Adjectives that belong to the kinship itself.
const KIN_WORDS: &[&str] = &[
    "maternal",
    "paternal",
    "mat",
    "pat",
    "half",
    "ex",
    "ex-",
    "former",
    "previous",
    "past",
    "estranged",
    "separated",
    "great",
    "step",
    "foster",
    "adoptive",
    "adopted",
];
/// Kin who are younger than whoever they are kin of.
const YOUNGER: &[&str] = &[
    "daughter",
    "son",
    "niece",
    "nephew",
    "granddaughter",
    "grandson",
    "grandchild",
    "stepdaughter",
    "stepson",
    "step-daughter",
    "step-son",
    "stepchild",
    "step-child",
    "step-granddaughter",
    "step-grandson",
    "child",
    "children",
    "daughters",
    "sons",
    "girl",
    "girls",
    "boy",
    "boys",
    "baby",
    "pupil",
    "toddler",
    "nieces",
    "nephews",
    "grandchildren",
    "granddaughters",
    "grandsons",
    "kids",
    "twins",
    "stepdaughters",
    "siblings",
    "schoolgirl",
    "schoolboy",
    "infant",
    "minor",
    "great-niece",
    "great-nephew",
    "foster child",
    "foster children",
    "schoolmate",
    "classmate",
    "youngster",
    "grand-daughter",
    "grand-son",
    "victim",
    "complainant",
];

/// The part of a noun phrase that says who, before it becomes a mention.
struct Head {
    last: usize,
    naming: Naming,
    kin: Option<Kin>,
    sex: Option<Sex>,
    title: Option<String>,
    plural: bool,
    generic: bool,
    pro: bool,
    young: bool,
    /// Whether it ended in a name.
    named: bool,
    /// Whether a kin word or noun stood in it.
    noun: bool,
    age: Option<u8>,
}

impl Finder<'_> {
    /// Finds everybody, in order.
    pub fn run(&mut self) {
        self.scene.np_at = vec![0; self.scene.page.len()];
        let mut i = 0;
        while i < self.scene.page.len() {
            self.find_client(i);
            i = match self.noun_phrase(i).or_else(|| self.pronoun(i)) {
                Some(last) => last + 1,
                None => i + 1,
            };
        }
        self.equate();
        self.ages_stated();
        self.scene.tell_ages();
    }

    /// Whom the record is about: the one person of a column of people, or a name that the text begins with.
    fn find_client(&mut self, i: usize) {
        let page = self.page();
        let Some(token) = page.token(i) else { return };
        if self.scene.client.is_some()
            || i == 0
            || page.token(i - 1).is_none_or(|before| {
                before.cell == token.cell
                    && page.sentence_of(i - 1) == page.sentence_of(i)
                    && !page.is_mark(i - 1, b':')
            })
        {
            return;
        }
        let before = page.token(i - 1).map_or(0, |before| before.cell);
        let mut people = self.scene.nps.iter().filter(|np| {
            !np.nested && !np.pro && self.page().token(np.first).is_some_and(|token| token.cell == before)
        });
        let Some(only) = people.next() else { return };
        let one = people.all(|other| {
            let bracketed = other.first > 0 && self.page().is_mark(other.first - 1, b'(');
            bracketed || !other.named && !other.pro && !other.plural
        });
        if !one {
            return;
        }
        let names_all = self.people_cells.contains(&(before as usize))
            || only.first == self.page().sentence(only.first).start && only.last + 2 >= i;
        if names_all && only.named {
            self.scene.client = only.who;
        }
    }

    /// "Bronwen is 14", "She was nine at the time".
    fn ages_stated(&mut self) {
        let mut stated: Vec<(usize, u8)> = Vec::new();
        for np in &self.scene.nps {
            let Some(Who::Mention(index)) = np.who.filter(|_| !np.pro && !np.plural) else { continue };
            let page = self.page();
            let be = np.last + 1;
            if !matches!(page.word(be), "is" | "was") || !self.one_sentence(np.last, be) {
                continue;
            }
            let at = if matches!(page.word(be + 1), "now" | "only" | "about" | "aged" | "just" | "then") {
                be + 2
            } else {
                be + 1
            };
            let years = age(page.word(at)).or_else(|| spelled(page.word(at)));
            let ends = matches!(page.shape(at + 1), Shape::Mark(_))
                || matches!(page.word(at + 1), "now" | "and" | "at" | "years" | "when");
            let present = page.word(be) == "is";
            if let Some(years) = years.filter(|_| ends && present) {
                stated.push((index, years));
            }
        }
        for (index, years) in stated {
            self.scene.mentions[index].age.get_or_insert(years);
        }
    }

    fn page(&self) -> &Page {
        &self.scene.page
    }

    fn in_column(&self, token: usize) -> bool {
        self.page().token(token).is_some_and(|token| self.people_cells.contains(&(token.cell as usize)))
    }

    fn one_sentence(&self, a: usize, b: usize) -> bool {
        b < self.page().len() && self.page().sentence_of(a) == self.page().sentence_of(b)
    }

    fn push(&mut self, np: Np) -> usize {
        let index = self.scene.nps.len();
        if !np.nested {
            for at in &mut self.scene.np_at[np.first..=np.last] {
                *at = index as u32 + 1;
            }
        }
        self.scene.nps.push(np);
        index
    }

    fn pronoun(&mut self, i: usize) -> Option<usize> {
        let page = self.page();
        let (sex, plural) = match () {
            () if page.has(i, Group::He) => (Some(Sex::M), false),
            () if page.has(i, Group::She) => (Some(Sex::F), false),
            () if page.has(i, Group::They) => (None, true),
            () if page.word(i) == "me" && i > 0 && page.shape(i - 1) == Shape::Lower => return self.me(i),
            () => return None,
        };
        let owns = matches!(page.word(i), "his" | "her" | "their")
            && !page.any(
                i + 1,
                Set::of(&[
                    Group::And,
                    Group::Skip,
                    Group::Place,
                    Group::That,
                    Group::By,
                    Group::Toward,
                    Group::With,
                    Group::From,
                    Group::Be,
                    Group::Have,
                    Group::Modal,
                ]),
            )
            && matches!(page.shape(i + 1), Shape::Lower | Shape::Caps | Shape::Title);
        let object = !owns && matches!(page.word(i), "her" | "him" | "them");
        let other = if object { self.subject_before(i) } else { None };
        let who = self.antecedent(sex, plural, i, other).or_else(|| self.mother_meant(sex, plural, i));
        let subject = self.opens_clause(i);
        let np = Np {
            first: i,
            last: i,
            who,
            sex,
            plural,
            generic: false,
            pro: false,
            pronoun: true,
            nested: false,
            owns,
            young: false,
            grown: false,
            column: false,
            subject,
            named: false,
        };
        self.push(np);
        Some(i)
    }

    /// "hurt me": whoever speaks in the sentence.
    fn me(&mut self, i: usize) -> Option<usize> {
        let who = self.speaker(i);
        let np = Np {
            first: i,
            last: i,
            who,
            sex: None,
            plural: false,
            generic: false,
            pro: false,
            pronoun: true,
            nested: false,
            owns: false,
            young: false,
            grown: false,
            column: false,
            subject: false,
            named: false,
        };
        self.push(np);
        Some(i)
    }

    /// Who does to somebody else what the verb before a pronoun says: "her uncle touched her" is of two people.
    fn subject_before(&self, pronoun: usize) -> Option<Who> {
        let verb = pronoun.checked_sub(1).filter(|verb| self.page().sentence(pronoun).start < *verb)?;
        const JOIN: Set = Set::of(&[Group::And, Group::That, Group::Relative, Group::Says, Group::Disclose]);
        let is_verb =
            self.page().shape(verb) == Shape::Lower && !self.page().any(verb, JOIN) && self.scene.np(verb).is_none();
        self.scene.subject(verb).filter(|_| is_verb)?.who
    }

    /// Whether the token is the first of a sentence or clause, so that who stands here is what it is about.
    fn opens_clause(&self, i: usize) -> bool {
        let page = self.page();
        page.sentence(i).start == i
            || page.has(i - 1, Group::That)
            || matches!(page.shape(i - 1), Shape::Mark(b';' | b':' | b'"' | b'*'))
    }

    /// The last token of the words for somebody that begin with token `i`, once they are recorded.
    fn noun_phrase(&mut self, i: usize) -> Option<usize> {
        let page = self.page();
        let mut j = i;
        let (mut indefinite, mut determined, mut owner, mut owned) = (false, false, None, false);
        while let Some(hit) = page.begins(j, Group::Det) {
            let initial = page.shape(j) == Shape::Initial
                && matches!(page.shape(j + 1), Shape::Title | Shape::Caps)
                && self.scene.book.is_surname(page.word(j + 1));
            if initial {
                break;
            }
            indefinite |= matches!(
                page.word(j),
                "a" | "an" | "another" | "some" | "any" | "one" | "no" | "each" | "every" | "either"
            );
            determined = true;
            j = hit.last + 1;
        }
        if matches!(page.word(j), "her" | "his" | "their" | "my" | "our") && page.shape(j) != Shape::Caps {
            owned = true;
            owner = Some(j);
            j += 1;
            if page.has(j, Group::Det) && !page.has(j, Group::That) && page.word(j) != "no" && page.word(j) != "a" {
                j += 1;
            }
        }
        if j > i && !self.one_sentence(i, j) || self.tells_childhood(i, j) {
            return None;
        }
        let head = self.head(j, determined || owned)?;
        let owner = owner.and_then(|at| self.owner_of(at));
        let start = if matches!(head.naming, Naming::Group) || !indefinite || !head.named { i } else { j };
        let young = head.young;
        let bare = !determined && !owned;
        self.chain(start, head, owner, indefinite, bare, young)
    }

    /// "as a child", "as girl", "in person": a time of life or a manner, nobody.
    fn tells_childhood(&self, i: usize, noun: usize) -> bool {
        let page = self.page();
        let young = matches!(
            page.word(noun),
            "child" | "kid" | "girl" | "boy" | "teenager" | "teen" | "youngster" | "lad" | "toddler" | "baby"
        );
        let little = matches!(page.word(noun), "young" | "small" | "little")
            && matches!(page.word(noun + 1), "child" | "girl" | "boy" | "lad");
        let in_person = page.word(noun) == "person" && i == noun && i > 0 && page.word(i - 1) == "in";
        in_person || (young || little) && i > 0 && page.word(i - 1) == "as"
    }

    fn owner_of(&mut self, at: usize) -> Option<Who> {
        let (sex, plural) = match self.page().word(at) {
            "his" => (Some(Sex::M), false),
            "her" => (Some(Sex::F), false),
            "their" => (None, true),
            "my" | "our" => return self.speaker(at),
            _ => return None,
        };
        self.antecedent(sex, plural, at, None).or_else(|| self.mother_meant(sex, plural, at))
    }

    /// In a record kept before the birth, or of a boy, "she" with nobody named is the child's mother.
    fn mother_meant(&mut self, sex: Option<Sex>, plural: bool, at: usize) -> Option<Who> {
        if plural || sex != Some(Sex::F) || !self.child.record {
            return None;
        }
        let (cell, start, end) = self.scene.span(at, at);
        let kin = self.kin.entry("mother".to_owned()).or_insert_with_key(|text| Kin::parse(text)).clone();
        let text = self.words(at, at);
        self.scene.mentions.push(Mention {
            cell,
            start,
            end,
            text,
            naming: Naming::Kin,
            kin,
            kin_of: None,
            indefinite: false,
            sex,
            title: None,
            born: None,
            age: None,
            also: Vec::new(),
            professional: false,
        });
        let who = Who::Mention(self.scene.mentions.len() - 1);
        self.scene.client = self.scene.client.or(Some(who));
        Some(who)
    }

    /// Who says "my": whoever the sentence has as its first person, else the child.
    fn speaker(&self, at: usize) -> Option<Who> {
        let from = self.page().sentence(at).start;
        let np = self.scene.nps.iter().rev().find(|np| np.first >= from && !np.pro && !np.nested && np.subject);
        np.and_then(|np| np.who).or(Some(Who::Child))
    }

    /// Follows possessives ("Mum's" "brother"), then what stands after ("of the time", a name, an age), and records it.
    #[allow(clippy::too_many_arguments)]
    fn chain(
        &mut self,
        first: usize,
        head: Head,
        owner: Option<Who>,
        indefinite: bool,
        bare: bool,
        young: bool,
    ) -> Option<usize> {
        let after = head.last + 1;
        let page = self.page();
        let apostrophe = page.shape(after) == Shape::Possessive || page.is_mark(after, b'\'') && head.plural;
        if apostrophe
            && self.one_sentence(first, after + 1)
            && let Some(next) = self.head(after + 1, true).filter(|next| next.noun)
        {
            let mention = self.mention(first, head.last, &head, owner, indefinite, bare);
            let who = self.who(mention);
            let np = self.np(first, head.last, &head, who, true, young);
            self.push(np);
            let young = next.young;
            return self.chain(first, next, Some(who), false, false, young);
        }
        let last = head.last;
        let generic = head.generic && bare;
        let of = self.of_owner(&head, last);
        let (last, owner) = of.unwrap_or((last, owner));
        let mention = self.mention(first, last, &head, owner, indefinite, bare && of.is_none());
        let who = self.who(mention);
        let owns = page_owns(self.page(), last);
        let mut np = self.np(first, last, &head, who, false, young || head.age.is_some_and(|age| age < 18));
        np.generic = generic;
        np.owns = owns;
        np.subject = self.opens_clause(first);
        let pushed = self.push(np);
        let end = self.beside(pushed, mention);
        if end > last {
            for at in &mut self.scene.np_at[last + 1..=end] {
                *at = pushed as u32 + 1;
            }
            self.scene.nps[pushed].last = end;
        }
        Some(self.apposition(pushed, mention, end))
    }

    /// "brother of Ms Hartley", "father of half-brother", "boyfriend of the time".
    fn of_owner(&mut self, head: &Head, last: usize) -> Option<(usize, Option<Who>)> {
        let page = self.page();
        if head.named || head.kin.is_none() || head.plural || page.word(last + 1) != "of" && page.word(last + 1) != "at"
        {
            return None;
        }
        if page.word(last + 2) == "the" && page.word(last + 3) == "time" {
            return Some((last + 3, None));
        }
        if page.word(last + 1) == "at" || !self.one_sentence(last, last + 2) {
            return None;
        }
        let inner = self.head(last + 2, true).filter(|inner| !inner.plural && !inner.pro)?;
        let mention = self.mention(last + 2, inner.last, &inner, None, false, true);
        let who = self.who(mention);
        let np = self.np(last + 2, inner.last, &inner, who, true, inner.young);
        self.push(np);
        Some(self.owned_further(last + 2, inner.last, who))
    }

    /// "a niece of Francis's father": whose kin goes one step further.
    fn owned_further(&mut self, first: usize, last: usize, owner: Who) -> (usize, Option<Who>) {
        let possessive = self.page().shape(last + 1) == Shape::Possessive && self.one_sentence(last, last + 2);
        let next =
            possessive.then(|| self.head(last + 2, true)).flatten().filter(|next| next.noun && next.kin.is_some());
        let Some(next) = next else { return (last, Some(owner)) };
        let mention = self.mention(first, next.last, &next, Some(owner), false, false);
        let who = self.who(mention);
        let np = self.np(first, next.last, &next, who, true, next.young);
        self.push(np);
        (next.last, Some(who))
    }

    fn np(&self, first: usize, last: usize, head: &Head, who: Who, nested: bool, young: bool) -> Np {
        Np {
            first,
            last,
            who: Some(who),
            sex: head.sex,
            plural: head.plural,
            generic: false,
            pro: head.pro,
            pronoun: false,
            nested,
            owns: false,
            young,
            grown: false,
            column: self.in_column(first),
            subject: false,
            named: head.named,
        }
    }

    fn who(&self, mention: usize) -> Who {
        Who::Mention(mention)
    }

    fn head(&mut self, from: usize, led: bool) -> Option<Head> {
        let mut j = from;
        let mut years = None;
        let mut kin_from = None;
        let mut steps = 0;
        loop {
            steps += 1;
            if steps > 8 {
                return None;
            }
            if let Some((years_here, next)) = self.years_old(j) {
                years = Some(years_here);
                j = next;
                continue;
            }
            let word = self.page().begins(j, Group::KinAdj).or_else(|| self.page().begins(j, Group::PersonAdj));
            let noun = [Group::Kin, Group::KinPlural, Group::Person, Group::Persons, Group::Pro]
                .iter()
                .filter_map(|group| self.page().begins(j, *group))
                .map(|hit| hit.last)
                .max();
            match word {
                Some(hit)
                    if noun
                        .is_none_or(|last| last < hit.last || last == hit.last && self.noun_follows(hit.last + 1)) =>
                {
                    if KIN_WORDS.contains(&self.page().word(j)) {
                        kin_from = kin_from.or(Some(j));
                    }
                    j = hit.last + 1;
                }
                _ => break,
            }
        }
        let Some(mut head) = self.noun(j, kin_from, led) else {
            return years.filter(|_| led && j > from).map(|years| Head {
                last: j - 1,
                naming: Naming::Unnamed,
                kin: None,
                sex: None,
                title: None,
                plural: false,
                generic: false,
                pro: false,
                young: years < 18,
                named: false,
                noun: true,
                age: Some(years),
            });
        };
        head.age = head.age.or(years);
        head.young |= years.is_some_and(|years| years < 18);
        Some(head)
    }

    fn noun_follows(&self, i: usize) -> bool {
        const NOUN: Set = Set::of(&[
            Group::Kin,
            Group::KinPlural,
            Group::Person,
            Group::Persons,
            Group::Pro,
            Group::KinAdj,
            Group::PersonAdj,
        ]);
        self.page().any(i, NOUN) && self.one_sentence(i.saturating_sub(1), i)
    }

    /// "14-year-old", "14 year old", "24 yr old".
    fn years_old(&self, i: usize) -> Option<(u8, usize)> {
        let page = self.page();
        if page.shape(i) != Shape::Number {
            return None;
        }
        let word = page.word(i);
        if let Some((years, "year-old" | "yr-old" | "years-old")) = word.split_once('-') {
            return age(years).map(|years| (years, i + 1));
        }
        let year = matches!(page.word(i + 1), "year" | "yr" | "years") && page.word(i + 2) == "old";
        let joined = matches!(page.word(i + 1), "year-old" | "yr-old");
        if !year && !joined {
            return None;
        }
        age(word).map(|years| (years, if year { i + 3 } else { i + 2 }))
    }

    fn noun(&mut self, j: usize, kin_from: Option<usize>, led: bool) -> Option<Head> {
        let plain = |last, naming| Head {
            last,
            naming,
            kin: None,
            sex: None,
            title: None,
            plural: false,
            generic: false,
            pro: false,
            young: false,
            named: false,
            noun: false,
            age: None,
        };
        let page = &self.scene.page;
        if let Some(title) = page
            .begins(j, Group::TitlePro)
            .or_else(|| page.begins(j, Group::Title))
            .filter(|_| page.shape(j) != Shape::Lower || page.has(j, Group::Title))
        {
            let at = if page.is_mark(title.last + 1, b'.') { title.last + 2 } else { title.last + 1 };
            if let Some(name) = self.scene.book.at(page, at, true) {
                let mut head = self.named(plain(name.last, Naming::Unnamed), &name);
                head.sex = match page.word(j) {
                    "mr" | "sir" | "lord" => Some(Sex::M),
                    "mrs" | "ms" | "miss" | "lady" => Some(Sex::F),
                    _ => head.sex,
                };
                let text = (j..=title.last).map(|i| page.word(i)).collect::<Vec<_>>().join(" ");
                let staff = format!("{text} {}", page.word(name.last));
                head.pro = title.group == Group::TitlePro || self.scene.book.is_staff(&staff);
                head.title = Some(self.words(j, title.last));
                head.named = true;
                return Some(head);
            }
        }
        if page.shape(j) == Shape::Initial
            && matches!(page.word(j), "f" | "m")
            && !page.is_mark(j + 1, b'.')
            && !page.is_mark(j + 1, b'/')
            && self.scene.book.child_letter != page.word(j).chars().next()
            && !self.names_by_letter(j)
        {
            return self.parent_letter(j);
        }
        let longest = [Group::Kin, Group::KinPlural, Group::Person, Group::Persons, Group::Pro]
            .iter()
            .filter_map(|group| page.begins(j, *group))
            .max_by_key(|hit| hit.last);
        let named_mo = page.word(j) == "mo" && page.shape(j) == Shape::Title;
        if let Some(hit) = longest.filter(|hit| !named_mo && !self.is_front_given(hit.first, hit.last)) {
            return self.noun_of(hit.group, j, hit.last, kin_from, led);
        }
        let name = self.scene.book.at(page, j, false)?;
        let mut head = self.named(plain(name.last, Naming::Unnamed), &name);
        head.named = true;
        if super::names::suffix(page.word(name.last + 1)) && self.one_sentence(name.last, name.last + 1) {
            head.title = Some(self.words(name.last + 1, name.last + 1));
            head.last = name.last + 1;
        }
        let folded = (j..=name.last).map(|i| self.scene.page.word(i)).collect::<Vec<_>>().join(" ");
        head.pro = self.scene.book.is_staff(&folded);
        Some(head)
    }

    /// "M Dobson", or a record that calls children by letters: no mother or father is meant.
    fn names_by_letter(&self, j: usize) -> bool {
        let page = self.page();
        let other = if page.word(j) == "m" { "f" } else { "m" };
        let both = page.sentence(j).any(|i| page.shape(i) == Shape::Initial && page.word(i) == other);
        let borne = page.word(j).chars().next().is_some_and(|letter| self.scene.book.bears(letter));
        let surname =
            matches!(page.shape(j + 1), Shape::Title | Shape::Caps) && self.scene.book.is_surname(page.word(j + 1));
        // Where one of the two letters is the child's, the other is no parent either.
        let childs = self.scene.book.child_letter == other.chars().next();
        surname || borne && (!both || childs)
    }

    /// "F" and "M" for father and mother, as social workers write.
    fn parent_letter(&mut self, j: usize) -> Option<Head> {
        const AFTER: Set = Set::of(&[
            Group::Be,
            Group::Have,
            Group::Modal,
            Group::Says,
            Group::And,
            Group::Toward,
            Group::Stop,
            Group::Skip,
        ]);
        let page = self.page();
        let before = j.checked_sub(1).is_some_and(|at| {
            page.any(
                at,
                Set::of(&[Group::By, Group::Of, Group::Against, Group::With, Group::From, Group::Toward, Group::And]),
            )
        });
        let after = page.any(j + 1, AFTER) || page.shape(j + 1) == Shape::Possessive || page.word(j + 1) == "not";
        if !before && !after {
            return None;
        }
        let (word, sex) = if page.word(j) == "f" { ("father", Sex::M) } else { ("mother", Sex::F) };
        let kin = self.kin.entry(word.to_owned()).or_insert_with_key(|text| Kin::parse(text)).clone();
        Some(Head {
            last: j,
            naming: Naming::Kin,
            kin,
            sex: Some(sex),
            title: None,
            plural: false,
            generic: false,
            pro: false,
            young: false,
            named: false,
            noun: true,
            age: None,
        })
    }

    /// A kin word or noun that is also somebody's name here ("Nan", "Guy").
    fn is_front_given(&self, first: usize, last: usize) -> bool {
        let page = self.page();
        first == last
            && page.shape(first) == Shape::Title
            && !page.has(first, Group::Kin)
            && self.scene.book.on_front(page.word(first))
    }

    fn noun_of(&mut self, group: Group, j: usize, last: usize, kin_from: Option<usize>, led: bool) -> Option<Head> {
        let word = self.page().words(j, last);
        let name_follows = group == Group::KinPlural
            && self.one_sentence(last, last + 1)
            && self.scene.book.at(self.page(), last + 1, true).is_some();
        if name_follows && self.page().shape(last + 1) == Shape::Title {
            return None;
        }
        let plural = matches!(group, Group::KinPlural | Group::Persons) && word != "family";
        let young = YOUNGER.contains(&word.as_str())
            || word.ends_with("child")
            || word.ends_with("daughter")
            || word.ends_with("son") && word != "person";
        let mut head = Head {
            last,
            naming: Naming::Unnamed,
            kin: None,
            sex: sex_of_noun(&word),
            title: None,
            plural,
            generic: false,
            pro: group == Group::Pro,
            young,
            named: false,
            noun: true,
            age: None,
        };
        match group {
            Group::Kin | Group::KinPlural => {
                let adjectives = kin_from
                    .into_iter()
                    .flat_map(|from| from..j)
                    .map(|i| self.page().word(i))
                    .filter(|word| KIN_WORDS.contains(word));
                let mut text: Vec<&str> = adjectives.collect();
                let noun = if word == "ex" || word == "bf" || word == "gf" { "former partner" } else { &word };
                text.push(noun);
                let text = text.join(" ");
                head.kin = self.kin.entry(text).or_insert_with_key(|text| Kin::parse(text)).clone();
                head.sex = head.kin.as_ref().and_then(Kin::sex).or(head.sex);
                head.naming = if plural { Naming::Group } else { Naming::Kin };
                if !plural && head.kin.is_none() {
                    head.naming = Naming::Unnamed;
                }
                let before = j.checked_sub(1);
                let preposition = before.is_some_and(|i| {
                    self.page().any(
                        i,
                        Set::of(&[
                            Group::Against,
                            Group::Of,
                            Group::Toward,
                            Group::With,
                            Group::About,
                            Group::From,
                            Group::By,
                            Group::Place,
                        ]),
                    )
                });
                head.generic = plural && (preposition || self.page().has(last + 1, Group::Relative)) && !led;
            }
            Group::Persons => {
                head.naming = Naming::Group;
                head.generic = true;
            }
            _ => {}
        }
        if !plural {
            self.absorb_name(&mut head);
        }
        Some(head)
    }

    /// "Uncle" + "Ray", "partner" + "Shane Dobbs", "twins" + "Max".
    fn absorb_name(&self, head: &mut Head) {
        let page = self.page();
        let at = head.last + 1;
        let joins = page.token(head.last).zip(page.token(at)).is_some_and(|(a, b)| a.cell == b.cell && !b.opens);
        if !joins || page.has(at, Group::NotName) && !page.any(at, Set::of(&[Group::GivenF, Group::GivenM])) {
            return;
        }
        let titled = page.has(at, Group::Title) && page.shape(at) != Shape::Lower;
        let from = if titled { at + 1 } else { at };
        if let Some(name) = self.scene.book.at(page, from, true) {
            let named = self.named(
                Head {
                    last: name.last,
                    naming: Naming::Unnamed,
                    kin: head.kin.clone(),
                    sex: head.sex,
                    title: None,
                    plural: false,
                    generic: false,
                    pro: head.pro,
                    young: head.young,
                    named: true,
                    noun: true,
                    age: head.age,
                },
                &name,
            );
            head.sex = head.sex.or(named.sex);
            head.naming = named.naming;
            head.last = name.last;
            head.named = true;
            if titled {
                head.title = Some(self.words(at, at));
            }
        }
    }

    fn named(&self, mut head: Head, name: &Name) -> Head {
        let word = |i: usize| self.words(i, i);
        head.naming = match (name.given, name.surname, name.initials) {
            (_, _, true) => Naming::Initials(word(name.last)),
            (Some(given), Some(surname), _) => Naming::Full { given: word(given), surname: word(surname) },
            (Some(given), None, _) => Naming::Given(word(given)),
            (None, Some(surname), _) => {
                Naming::Surname { initial: name.initial.and_then(|i| word(i).chars().next()), surname: word(surname) }
            }
            _ => Naming::Unnamed,
        };
        head.sex = head.sex.or(name.sex);
        head
    }

    /// The entry's own words for tokens of one cell.
    fn words(&self, first: usize, last: usize) -> String {
        let (cell, start, end) = self.scene.span(first, last);
        self.cells.get(&cell).and_then(|text| text.get(start..end)).unwrap_or_default().to_owned()
    }

    fn mention(
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

    /// The name in brackets of "Margaret (Peg) Doran".
    fn pet_name(&self, first: usize, last: usize) -> Vec<String> {
        let page = self.page();
        let between = last >= first + 4 && page.is_mark(last - 3, b'(') && page.is_mark(last - 1, b')');
        if between { vec![self.words(last - 2, last - 2)] } else { Vec::new() }
    }

    /// Whose "sister" or "mother" a bare kin word means, where the record or sentence is about somebody else than the child.
    fn default_owner(&self, at: usize, head: &Head) -> Option<usize> {
        let word = self.page().word(head.last);
        let parent = head
            .kin
            .as_ref()
            .is_some_and(|kin| kin.steps.len() == 1 && kin.steps[0].bond == crate::model::Bond::Parent);
        let about = self.stranger_before(at);
        if about.is_some() && !head.plural {
            return about;
        }
        match self.scene.client {
            Some(Who::Mention(index)) if !parent && !head.plural && word != "carer" => Some(index),
            _ => None,
        }
    }

    /// A named child of another family in whose sentence a kin word stands.
    fn stranger_before(&self, at: usize) -> Option<usize> {
        let range = self.page().sentence(at);
        let np = self
            .scene
            .nps
            .iter()
            .rev()
            .find(|np| np.first >= range.start && np.first < at && np.named && !np.pro && !np.nested)?;
        let Some(Who::Mention(index)) = np.who else { return None };
        let mention = self.scene.mentions.get(index)?;
        let Naming::Given(given) = &mention.naming else { return None };
        let known = self.scene.book.on_front(&given.to_lowercase())
            || mention.kin.is_some()
            || self.scene.book.front_is_empty();
        (!known && mention.age.is_some_and(|age| age < 18)).then_some(index)
    }

    /// Age, date of birth, other names and role words that stand after a mention; gives the last token taken.
    fn beside(&mut self, np: usize, mention: usize) -> usize {
        let mut end = self.scene.nps[np].last;
        for _ in 0..4 {
            let Some(next) = self.one_beside(np, mention, end) else { break };
            end = next;
        }
        end
    }

    fn one_beside(&mut self, np: usize, mention: usize, end: usize) -> Option<usize> {
        let page = &self.scene.page;
        let at = end + 1;
        if page.token(end).zip(page.token(at)).is_none_or(|(a, b)| a.cell != b.cell) {
            return None;
        }
        let bracket = page.is_mark(at, b'(');
        let comma = page.is_mark(at, b',');
        let inner = if bracket || comma { at + 1 } else { at };
        if let Some(years) = self.stated_age(inner, bracket, comma) {
            let last = years.1;
            self.scene.mentions[mention].age = Some(years.0);
            self.scene.nps[np].young |= years.0 < 18;
            return Some(self.closed(last, bracket));
        }
        if self.page().has(inner, Group::Relative)
            && matches!(self.page().word(inner + 1), "is" | "was")
            && let Some(years) = age(self.page().word(inner + 2)).or_else(|| spelled(self.page().word(inner + 2)))
        {
            self.scene.mentions[mention].age = Some(years);
            self.scene.nps[np].young |= years < 18;
            return None;
        }
        if let Some((born, last)) = self.born(inner) {
            self.scene.mentions[mention].born = Some(born);
            return Some(self.closed(last, bracket));
        }
        let loose = matches!(page.word(inner), "now" | "then" | "or" | "otherwise");
        if page.begins(inner, Group::AlsoKnown).is_some() && (bracket || !loose) {
            return self.also(mention, inner);
        }
        if bracket && (page.has(inner, Group::Pro) || page.has(inner, Group::TitlePro)) && page.has(at + 1, Group::Pro)
        {
            self.scene.mentions[mention].professional = true;
            self.scene.nps[np].pro = true;
        }
        None
    }

    /// The closing bracket after a token, where one was opened.
    fn closed(&self, last: usize, bracket: bool) -> usize {
        if bracket && self.page().is_mark(last + 1, b')') { last + 1 } else { last }
    }

    fn stated_age(&self, at: usize, bracket: bool, comma: bool) -> Option<(u8, usize)> {
        let page = self.page();
        if let Some((years, next)) = self.years_old(at) {
            return (bracket || comma).then_some((years, next - 1));
        }
        if page.word(at) == "aged" || page.word(at) == "age" || page.word(at) == "of" {
            let years = age(page.word(at + 1)).or_else(|| spelled(page.word(at + 1)))?;
            return Some((years, at + 1));
        }
        if let Some(years) = school_year(page.word(at)).filter(|_| bracket || comma) {
            return Some((years, at));
        }
        let with_sex = page.word(at).trim_end_matches(['f', 'm']);
        let years = if bracket { age(with_sex) } else { age(page.word(at)) }?;
        let ends = bracket && (page.is_mark(at + 1, b')') || page.is_mark(at + 1, b','))
            || comma
                && (matches!(page.shape(at + 1), Shape::Mark(b',' | b'.' | b';' | b':' | b')'))
                    || at + 1 >= page.len());
        ends.then_some((years, at))
    }

    /// "b. 05/11/1981", "d.o.b. 05/11/1981", "DOB 5.11.81", "born 1981".
    fn born(&self, at: usize) -> Option<(When, usize)> {
        let page = self.page();
        let mut i = at;
        let led = match page.word(i) {
            "b" | "dob" | "born" => {
                i += 1;
                true
            }
            "d" if page.word(i + 2) == "o" && page.word(i + 4) == "b" => {
                i += 5;
                true
            }
            _ => false,
        };
        while i < page.len() && (page.is_mark(i, b'.') || page.is_mark(i, b':')) {
            i += 1;
        }
        let full = page.word(i).matches(['/', '.', '-']).count() == 2;
        let day = (led || full && page.word(i).len() >= 8).then(|| day_first(page.word(i))).flatten()?;
        Some((When::day(self.words(i, i), day), i))
    }

    fn also(&mut self, mention: usize, at: usize) -> Option<usize> {
        let page = &self.scene.page;
        let cue = page.begins(at, Group::AlsoKnown)?;
        let mut i = cue.last + 1;
        while page.any(i, Set::of(&[Group::Be, Group::AlsoKnown]))
            || matches!(page.word(i), "as" | "called")
            || page.is_mark(i, b'"')
        {
            i += 1;
        }
        let name = self.scene.book.at(page, i, true)?;
        let text = self.words(i, name.last);
        self.scene.mentions[mention].also.push(text);
        Some(name.last)
    }

    /// A comma, then a second way of naming the same person: "her uncle, Mr R Sleight"; "Mick, mother's boyfriend".
    fn apposition(&mut self, np: usize, mention: usize, end: usize) -> usize {
        let page = self.page();
        let at = end + 1;
        let opens = page.is_mark(at, b',') || page.is_mark(at, b'(') || page.is_mark(at, b'-');
        let known_as = page.begins(at, Group::KnownAs);
        let skip = if page.has(at, Group::Relative) { at + 1 } else { at };
        let known_as = known_as.or_else(|| page.begins(skip, Group::KnownAs)).or_else(|| {
            page.begins(skip + 1, Group::KnownAs).filter(|_| page.has(skip, Group::Skip) || page.is_mark(skip, b','))
        });
        if let Some(cue) = known_as.filter(|_| self.one_sentence(end, at)) {
            return self.known_as(mention, cue.last, end);
        }
        if !opens || !self.one_sentence(end, at + 1) {
            return end;
        }
        let before = self.scene.mentions[mention].clone();
        let determined = self.scene.nps[np].first != end || before.kin_of.is_some() || before.text.contains(' ');
        let mark = self.scene.nps.len();
        let Some(second) = self.noun_phrase(at + 1) else { return end };
        let Some(other) = self.scene.nps[mark..].iter().find(|np| !np.nested && np.first == at + 1).cloned() else {
            return second;
        };
        let Some(Who::Mention(index)) = other.who else { return second };
        let after = self.scene.mentions[index].clone();
        let named = |mention: &Mention| {
            matches!(
                mention.naming,
                Naming::Full { .. } | Naming::Given(_) | Naming::Surname { .. } | Naming::Initials(_)
            )
        };
        let (bracket, closes) = (self.page().is_mark(at, b'('), self.closes(second));
        let pairs = named(&before) != named(&after)
            && !before.professional
            && !other.plural
            && !self.scene.nps[np].plural
            && (before.sex.is_none() || after.sex.is_none() || before.sex == after.sex);
        let owned = if named(&before) {
            after.kin.is_some() && (after.text.contains(' ') || bracket)
        } else {
            determined
                || before.kin.is_some() && bracket
                || matches!(before.naming, Naming::Unnamed) && self.closed_by_mark(second)
        };
        if pairs && owned && closes && !after.professional {
            self.scene.same.push((mention, index));
            if after.kin.is_none() && before.kin.is_some() && before.kin_of != Some(index) {
                self.scene.mentions[index].kin = before.kin.clone();
                self.scene.mentions[index].kin_of = before.kin_of;
            }
        } else if after.professional && named(&before) && (bracket || self.is_post(&before, other.last)) {
            self.scene.mentions[mention].professional = true;
            self.scene.nps[np].pro = true;
        }
        second
    }

    /// "Carl Denning, contact supervisor.": somebody whom the front sheet does not list, and behind the comma the post.
    fn is_post(&self, before: &Mention, last: usize) -> bool {
        let Naming::Full { given, surname } = &before.naming else { return false };
        let ends = matches!(self.page().shape(last + 1), Shape::Mark(b'.' | b';')) || last + 1 >= self.page().len();
        let listed = self.scene.book.on_front(&format!("{given} {surname}").to_lowercase());
        ends && !listed && before.kin.is_none()
    }

    /// Whether a mark stands after a token: "by a peer, Ethan R, at a party".
    fn closed_by_mark(&self, last: usize) -> bool {
        matches!(self.page().shape(last + 1), Shape::Mark(b',' | b'.' | b')' | b';' | b':'))
    }

    /// Whether an apposition can end after the token.
    fn closes(&self, last: usize) -> bool {
        let page = self.page();
        let next = last + 1;
        if page.has(next, Group::And) || page.is_mark(next, b',') && page.has(next + 2, Group::And) {
            return false;
        }
        true
    }

    fn known_as(&mut self, mention: usize, cue: usize, end: usize) -> usize {
        let page = self.page();
        let mut at = cue + 1;
        while page.any(at, Set::of(&[Group::KnownAs, Group::Skip, Group::Det]))
            || page.is_mark(at, b'"')
            || matches!(page.word(at), "as")
        {
            at += 1;
        }
        if !self.one_sentence(end, at) || self.scene.book.at(page, at, true).is_none() {
            return end;
        }
        let named = self.scene.mentions[mention].naming.clone();
        let Some(name) = self.scene.book.at(self.page(), at, true) else { return end };
        if !matches!(named, Naming::Unnamed | Naming::Kin) {
            let text = self.words(at, name.last);
            self.scene.mentions[mention].also.push(text);
            return name.last;
        }
        let blank = Head {
            last: name.last,
            naming: Naming::Unnamed,
            kin: None,
            sex: None,
            title: None,
            plural: false,
            generic: false,
            pro: false,
            young: false,
            named: true,
            noun: false,
            age: None,
        };
        let mut head = self.named(blank, &name);
        head.sex = head.sex.or(self.scene.mentions[mention].sex);
        let other = self.mention(at, name.last, &head, None, false, false);
        let who = self.who(other);
        let np = self.np(at, name.last, &head, who, false, false);
        let pushed = self.push(np);
        self.scene.same.push((mention, other));
        self.beside(pushed, other)
    }

    /// "He is Mum's boyfriend", "Named by the head as mother's brother".
    fn equate(&mut self) {
        let mut pairs = Vec::new();
        for np in &self.scene.nps {
            if np.nested || np.plural || np.generic || np.pro || self.scene.governed(np) {
                continue;
            }
            let be = np.last + 1;
            let page = self.page();
            // "She calls him her boyfriend".
            let called =
                np.pronoun && np.first > 0 && matches!(page.word(np.first - 1), "calls" | "called" | "considers");
            if !(called || matches!(page.word(be), "is" | "was") && self.one_sentence(np.last, be + 1)) {
                continue;
            }
            let Some(other) = self
                .scene
                .np_from(if called { be } else { be + 1 })
                .filter(|other| !other.pronoun && !other.plural && !other.pro)
            else {
                continue;
            };
            let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (np.who, other.who) else { continue };
            let kin = self.scene.mentions[b].kin.is_some();
            let sexes = np.sex.is_none() || other.sex.is_none() || np.sex == other.sex;
            let known = self.scene.mentions[a].kin_of != Some(b) && self.scene.mentions[b].kin_of != Some(a);
            if a != b && kin && sexes && known && page.shape(other.last + 1) != Shape::Possessive {
                pairs.push((a, b));
            }
        }
        self.scene.same.extend(pairs);
        self.named_as();
    }

    fn named_as(&mut self) {
        let cues: Vec<_> = self.scene.page.of(0..self.scene.page.len(), Group::NamedAs).copied().collect();
        for cue in cues {
            let page = self.page();
            let at = if page.word(cue.last) == "as" || page.word(cue.last + 1) != "as" {
                cue.last + 1
            } else {
                cue.last + 2
            };
            let Some(second) = self.scene.np_from(at) else { continue };
            if second.pronoun || second.pro || second.plural {
                continue;
            }
            let range = page.sentence(cue.first);
            let sex = second.sex;
            let fits = |np: &&Np| {
                !np.pro
                    && !np.plural
                    && !np.nested
                    && np.first < cue.first
                    && np.who != second.who
                    && np.sex == sex
                    && sex.is_some()
            };
            let near = self.scene.nps.iter().rev().filter(fits).find(|np| np.first + 40 > range.start && !np.young);
            if let (Some(Who::Mention(a)), Some(Who::Mention(b))) = (near.and_then(|np| np.who), second.who) {
                self.scene.same.push((a, b));
            }
        }
    }
}

/// "Y9": the age of pupils at the beginning of a school year.
fn school_year(word: &str) -> Option<u8> {
    let year: u8 = word.strip_prefix("yr").or_else(|| word.strip_prefix('y'))?.parse().ok()?;
    (1..=13).contains(&year).then_some(year + 4)
}

fn page_owns(page: &Page, last: usize) -> bool {
    page.shape(last + 1) == Shape::Possessive
}

fn sex_of_noun(word: &str) -> Option<Sex> {
    match word {
        "man" | "male" | "boy" | "lad" | "bloke" | "guy" | "gentleman" | "men" | "males" | "boys" | "lads"
        | "fella" | "gentlemen" | "guys" | "godfather" | "schoolboy" | "young man" | "young lad" | "young male"
        | "bf" | "landlord" | "brothers" | "sons" | "uncles" | "nephews" | "grandsons" => Some(Sex::M),
        "woman" | "female" | "girl" | "lady" | "women" | "girls" | "females" | "ladies" | "godmother"
        | "schoolgirl" | "young woman" | "young female" | "gf" | "midwife" | "daughters" | "sisters" | "nieces"
        | "granddaughters" | "aunts" => Some(Sex::F),
        _ => None,
    }
}

/// A small number in words.
pub fn spelled(word: &str) -> Option<u8> {
    const WORDS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS.iter().position(|known| *known == word).map(|i| i as u8 + 1)
}

/// The mother's kin, as a path from the child: her father is the child's maternal grandfather.
fn of_the_mother(kin: &Kin) -> Kin {
    let mother = Step::new(Bond::Parent, Some(Sex::F));
    Kin { steps: std::iter::once(mother).chain(kin.steps.iter().copied()).collect() }
}
