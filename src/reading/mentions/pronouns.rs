//! Pronouns, and whom they mean.

use super::Finder;
use crate::model::{Sex, Who};
use crate::reading::groups::{Group, Set};
use crate::reading::scene::Np;
use crate::reading::tokens::Shape;

/// What follows a pronoun that owns nothing.
const AFTER_OBJECT: Set = Set::of(&[
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
]);
/// Prepositions, which nobody does to anybody.
const BESIDE: &[&str] =
    &["beside", "behind", "near", "around", "without", "upon", "like", "opposite", "alongside", "past"];

/// Words of time and manner that follow a pronoun which owns nothing: "has her alternate weekends".
const AFTER_HER: &[&str] = &[
    "alternate",
    "every",
    "each",
    "most",
    "twice",
    "once",
    "daily",
    "weekly",
    "monthly",
    "overnight",
    "again",
    "today",
    "sexually",
    "repeatedly",
    "regularly",
    "lifts",
    "money",
    "gifts",
    "drugs",
    "alcohol",
    "vapes",
    "cigarettes",
    "presents",
    "sweets",
    "sleepovers",
    "unsupervised",
    "alone",
    "there",
    "here",
    "when",
    "while",
    "after",
    "before",
    "until",
];

/// What is no verb that somebody could do to somebody.
const JOIN: Set = Set::of(&[Group::And, Group::That, Group::Relative]);

impl Finder<'_> {
    /// The token where it is a pronoun, once it is recorded.
    pub fn pronoun(&mut self, i: usize) -> Option<usize> {
        let page = self.page();
        let (sex, plural) = match () {
            () if page.has(i, Group::He) => (Some(Sex::M), false),
            () if page.has(i, Group::She) => (Some(Sex::F), false),
            () if page.has(i, Group::They) => (None, true),
            () if page.word(i) == "me" && i > 0 && page.shape(i - 1) == Shape::Lower => return self.me(i),
            () => return None,
        };
        let owns = self.owns(i);
        let object = !owns && matches!(page.word(i), "her" | "him" | "them");
        let other =
            if object { self.subject_before(i).or_else(|| self.subject_beyond(i)) } else { self.own_words_of(i) };
        let told = if plural { None } else { self.teller(sex, i, true).or_else(|| self.root_of_subject(sex, i)) };
        let told = told.filter(|who| Some(*who) != other);
        let who = told.or_else(|| self.antecedent(sex, plural, i, other)).or_else(|| self.mother_meant(sex, plural, i));
        self.learn_sex(who, sex);
        let subject = self.opens_clause(i);
        self.push(Np { first: i, last: i, who, sex, plural, pronoun: true, owns, subject, ..Np::default() });
        Some(i)
    }

    /// "Client has not spoken to her father since she told": whoever is once called "she" is no "he" further on.
    fn learn_sex(&mut self, who: Option<Who>, sex: Option<Sex>) {
        let unknown = |np: &&mut Np| who.is_some() && np.who == who && np.sex.is_none() && !np.plural;
        self.scene.nps.iter_mut().filter(unknown).for_each(|np| np.sex = sex);
    }

    /// "Kelly (11) says Tracey's partner comes into her bed": a child who tells what somebody does tells it of herself.
    /// `acted` where what is told must name somebody else who does it before the pronoun.
    pub fn teller(&self, sex: Option<Sex>, at: usize, acted: bool) -> Option<Who> {
        let start = self.page().sentence(at).start;
        let verb = (start..at).rev().find(|&i| self.page().has(i, Group::Disclose) && self.scene.np(i).is_none())?;
        let teller = self.scene.subject(verb).filter(|np| !np.pro && !np.plural && !np.generic)?;
        let fits = teller.sex.is_none() || teller.sex == sex;
        let somebody =
            |np: &&Np| !np.nested && np.first > verb && np.last < at && np.who != teller.who && np.sex != sex;
        let other = self.scene.nps.iter().rev().any(|np| somebody(&np) && np.who.is_some());
        let own =
            teller.young || teller.pronoun || self.told_first(teller, sex) || self.tells_of_harm(teller, verb, at);
        (fits && own && (other || !acted)).then_some(teller.who).flatten()
    }

    /// "since Tara said he sexually abused her": who tells, by a bare name, of harm to a "her" right behind its verb, tells her own.
    fn tells_of_harm(&self, teller: &Np, told: usize, at: usize) -> bool {
        let Some(Who::Mention(index)) = teller.who else { return false };
        let mention = self.scene.mentions.get(index);
        let plain =
            mention.is_some_and(|mention| mention.kin.is_none() && mention.title.is_none() && !mention.professional);
        let verb = at.checked_sub(1);
        let harm = verb.is_some_and(|verb| self.page().any(verb, Set::of(&[Group::AbuseVerb, Group::WeakVerb])));
        plain && teller.named && harm && at <= told + 6
    }

    /// Whether a teller by name is the first of the entry who can be meant, and no parent or other grown-up by the words.
    fn told_first(&self, teller: &Np, sex: Option<Sex>) -> bool {
        let Some(Who::Mention(index)) = teller.who else { return false };
        let plain =
            self.scene.mentions.get(index).is_some_and(|mention| mention.kin.is_none() && mention.title.is_none());
        let before = |np: &Np| np.first < teller.first && !np.pro && !np.column && (np.sex.is_none() || np.sex == sex);
        plain && teller.named && !self.scene.nps.iter().any(before)
    }

    /// "Her mum's fella touched her": the one whose kin the subject is, not the kin inside the subject's words.
    fn root_of_subject(&self, sex: Option<Sex>, at: usize) -> Option<Who> {
        let verb = at.checked_sub(1).filter(|verb| self.scene.np(*verb).is_none())?;
        if self.page().shape(verb) != Shape::Lower {
            return None;
        }
        let subject = self.scene.subject(verb)?;
        let owned = subject.first < subject.last && matches!(self.page().word(subject.first), "her" | "his");
        let Some(Who::Mention(mut index)) = subject.who.filter(|_| owned && subject.sex != sex) else { return None };
        while let Some(of) = self.scene.mentions.get(index)?.kin_of {
            index = of;
        }
        let root = self.scene.mentions.get(index)?;
        // "His niece says he": of "Dad was seen. His niece", and no kin word inside her own words, as "mum" is.
        let inside =
            |np: &Np| np.who == Some(Who::Mention(index)) && np.first >= subject.first && np.last <= subject.last;
        if root.kin.is_some() && self.scene.nps.iter().any(inside) {
            return (self.child.sex.is_none() || self.child.sex == sex).then_some(Who::Child);
        }
        (root.sex.is_none() || root.sex == sex).then_some(Who::Mention(index))
    }

    /// "Then said: when I was six he did things to me": who speaks of "me" is not the one called "he".
    fn own_words_of(&self, i: usize) -> Option<Who> {
        let page = self.page();
        let range = page.sentence(i);
        let told = (range.start..i)
            .any(|at| page.is_mark(at, b':') || page.is_mark(at, b'"') || page.has(at, Group::Disclose));
        let me = |at: usize| {
            page.word(at) == "me"
                && !page.any(at - 1, Set::of(&[Group::Disclose, Group::Says]))
                && page.word(at - 1) != "tell"
        };
        (told && (i + 1..range.end).any(me)).then(|| self.scene.client.or(Some(Who::Child)))?
    }

    /// "hurt me": whoever speaks in the sentence.
    fn me(&mut self, i: usize) -> Option<usize> {
        // "Granda is learning me to drive": whoever does it to "me" does not speak.
        let doer = self.subject_before(i).filter(|_| self.page().word(i - 1).ends_with("ing"));
        let who = self.speaker(i).filter(|who| doer.is_none() || Some(*who) != doer).or(Some(Who::Child));
        self.push(Np { first: i, last: i, who, pronoun: true, ..Np::default() });
        Some(i)
    }

    /// "her coat": whether a noun follows that is hers.
    fn owns(&self, i: usize) -> bool {
        let page = self.page();
        matches!(page.word(i), "his" | "her" | "their")
            && !page.any(i + 1, AFTER_OBJECT)
            && !AFTER_HER.contains(&page.word(i + 1))
            && matches!(page.shape(i + 1), Shape::Lower | Shape::Caps | Shape::Title)
    }

    /// "Yusuf, who has alleged sexual abuse by him": who alleges it is not who did it.
    fn subject_beyond(&self, pronoun: usize) -> Option<Who> {
        const BY: &[&str] = &["by", "against", "about", "towards"];
        let page = self.page();
        let start = page.sentence(pronoun).start;
        let by = pronoun.checked_sub(1).filter(|by| *by > start && BY.contains(&page.word(*by)))?;
        let verb = (start..by).rev().find(|at| page.has(*at, Group::Disclose) && self.scene.np(*at).is_none())?;
        self.scene.subject(verb)?.who
    }

    /// Who does to somebody else what the verb before a pronoun says: "her uncle touched her" is of two people.
    fn subject_before(&self, pronoun: usize) -> Option<Who> {
        let verb = pronoun.checked_sub(1).filter(|verb| self.page().sentence(pronoun).start < *verb)?;
        let is_verb =
            self.page().shape(verb) == Shape::Lower && !self.page().any(verb, JOIN) && self.scene.np(verb).is_none();
        let is_verb = is_verb && !BESIDE.contains(&self.page().word(verb));
        let gerund = self.page().word(verb).ends_with("ing");
        let adjacent = verb.checked_sub(1).filter(|_| gerund).and_then(|at| self.scene.np(at)).filter(|np| !np.owns);
        adjacent.or_else(|| self.scene.subject(verb)).filter(|_| is_verb)?.who
    }

    /// Whether the token is the first of a sentence or clause, so that who stands here is what it is about.
    pub fn opens_clause(&self, i: usize) -> bool {
        let page = self.page();
        page.sentence(i).start == i
            || page.has(i - 1, Group::That)
            || matches!(page.word(i - 1), "mean" | "means" | "meant")
            || matches!(page.shape(i - 1), Shape::Mark(b';' | b':' | b'"' | b'*'))
    }
}
