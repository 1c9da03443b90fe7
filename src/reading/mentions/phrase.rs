//! Words for somebody from the first to the last: what leads to them, whose they are, and what follows.

use super::Finder;
use super::head::Head;
use crate::model::{Naming, Who};
use crate::reading::groups::Group;
use crate::reading::tokens::Shape;

/// What stands before a head.
pub struct Lead {
    /// Where the head begins.
    pub head: usize,
    /// "a", "some", "any".
    indefinite: bool,
    /// Any determiner.
    determined: bool,
    /// The token of "her", "my".
    pub owner: Option<usize>,
}

/// Words for somebody, while they are followed.
struct Phrase {
    first: usize,
    head: Head,
    owner: Option<Who>,
    indefinite: bool,
    bare: bool,
}

impl Finder<'_> {
    /// The last token of the words for somebody that begin with token `i`, once they are recorded.
    pub fn noun_phrase(&mut self, i: usize) -> Option<usize> {
        let Lead { head: j, indefinite, determined, owner } = self.lead(i);
        if j > i && !self.one_sentence(i, j) || self.tells_childhood(i, j) {
            return None;
        }
        let led = determined || owner.is_some();
        let mut head = match self.head(j, led) {
            Some(head) => head,
            None => self.agent(j, led)?,
        };
        let owner = owner.and_then(|at| self.owner_of(at));
        if matches!(self.page().word(i), "either" | "each" | "neither")
            && head.young
            && !head.named
            && head.kin.is_none()
        {
            head.naming = Naming::Group;
            head.plural = true;
        }
        let first = if matches!(head.naming, Naming::Group) || !indefinite || !head.named { i } else { j };
        Some(self.chain(Phrase { first, head, owner, indefinite, bare: !led }))
    }

    /// Determiners and an owner: "all of her", "the".
    pub fn lead(&self, i: usize) -> Lead {
        let page = self.page();
        let mut lead = Lead { head: i, indefinite: false, determined: false, owner: None };
        while let Some(hit) = page.begins(lead.head, Group::Det).filter(|hit| !self.is_initial(hit.first)) {
            lead.indefinite |= matches!(
                page.word(lead.head),
                "a" | "an" | "another" | "some" | "any" | "one" | "no" | "each" | "every" | "either"
            );
            lead.determined = true;
            lead.head = hit.last + 1;
        }
        let j = lead.head;
        if matches!(page.word(j), "her" | "his" | "their" | "my" | "our")
            && (page.shape(j) != Shape::Caps || page.shape(j + 1) == Shape::Caps)
        {
            let more =
                page.has(j + 1, Group::Det) && !page.has(j + 1, Group::That) && !matches!(page.word(j + 1), "no" | "a");
            lead.owner = Some(j);
            lead.head = j + 1 + usize::from(more);
        }
        if self.is_family_name_of_children(lead.head) {
            lead.determined = true;
            lead.head += 1;
        }
        lead
    }

    /// "any of the Feeney girls": a surname of the record before a word for its children.
    fn is_family_name_of_children(&self, j: usize) -> bool {
        const CHILDREN: &[&str] =
            &["girls", "boys", "children", "kids", "siblings", "brothers", "sisters", "twins", "youngsters", "lads"];
        let page = self.page();
        let capital = matches!(page.shape(j), Shape::Title | Shape::Caps);
        capital && self.scene.book.is_surname(page.word(j)) && CHILDREN.contains(&page.word(j + 1))
    }

    /// "A Sleight": a letter before a surname is no determiner.
    fn is_initial(&self, j: usize) -> bool {
        let page = self.page();
        page.shape(j) == Shape::Initial
            && matches!(page.shape(j + 1), Shape::Title | Shape::Caps)
            && self.scene.book.is_surname(page.word(j + 1))
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

    /// "one of her dad's brothers": one person, of whom it is not said which.
    fn one_of(&self, first: usize) -> bool {
        let page = self.page();
        matches!(page.word(first), "one" | "another" | "either") && page.word(first + 1) == "of"
    }

    /// Follows possessives ("Mum's" "brother"), then what stands after ("of the time", a name, an age), and records it.
    fn chain(&mut self, mut phrase: Phrase) -> usize {
        while let Some(next) = self.owned_next(&phrase) {
            let Phrase { first, head, owner, indefinite, bare } = phrase;
            let mention = self.mention(first, head.last, &head, owner, indefinite, bare);
            let owner = Some(self.push_nested(first, head.last, &head, mention));
            phrase = Phrase { first, head: next, owner, indefinite: false, bare: false };
        }
        self.record(phrase)
    }

    /// "Mum's" + "brother": whose head stands behind the possessive.
    fn owned_next(&mut self, phrase: &Phrase) -> Option<Head> {
        let after = phrase.head.last + 1;
        let page = self.page();
        let apostrophe = page.shape(after) == Shape::Possessive || page.is_mark(after, b'\'') && phrase.head.plural;
        let goes_on = apostrophe && self.one_sentence(phrase.first, after + 1);
        goes_on.then(|| self.head(after + 1, true)).flatten().filter(|next| next.noun)
    }

    fn record(&mut self, Phrase { first, mut head, owner, mut indefinite, bare }: Phrase) -> usize {
        if head.plural && head.kin.is_some() && self.one_of(first) {
            head.plural = false;
            head.generic = false;
            head.naming = Naming::Kin;
            indefinite = true;
        }
        let of = self.of_owner(&head, head.last).or_else(|| self.had_by(&mut head)).or_else(|| self.on_side(&mut head));
        let (last, owner) = of.unwrap_or((head.last, owner));
        let mention = self.mention(first, last, &head, owner, indefinite, bare && of.is_none());
        let mut np = self.np(first, last, &head, mention, false);
        np.young |= head.age.is_some_and(|age| age < 18);
        np.generic = head.generic && bare;
        np.owns = self.page().shape(last + 1) == Shape::Possessive;
        np.subject = self.opens_clause(first);
        let pushed = self.push(np);
        let end = self.beside(pushed, mention);
        if end > last {
            self.scene.np_at[last + 1..=end].fill(pushed as u32 + 1);
            self.scene.nps[pushed].last = end;
        }
        self.apposition(pushed, mention, end)
    }
}
