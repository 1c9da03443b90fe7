//! Who of all the people around words of abuse is alleged and who was harmed, where the grammar alone does not say.
//!
//! Everybody the entry names is weighed for both sides: by what they are (a grown man, a child, a professional) and by
//! where they stand (after "suspect", "against", "by"; as whoever disclosed, was told, was charged). The grammar's own
//! answer weighs most. The weights are judgement, set on texts with right answers; nothing is learned.

use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Bond, Naming, Sex, Status, Who};

/// How well the words for somebody fit the two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Said to have done it.
    pub alleged: i32,
    /// Said to have been harmed.
    pub harmed: i32,
}

/// Least weight of somebody who is taken as alleged.
const ALLEGED: i32 = 30;
/// Least weight of somebody who is taken as harmed.
const HARMED: i32 = 12;
/// The same where a front sheet says who is a child.
const HARMED_IN_RECORD: i32 = 20;
/// What the grammar's own answer adds.
const GRAMMAR: i32 = 60;
/// What being a child takes from somebody as alleged; a young person of fourteen or more loses less.
const YOUNG: i32 = 45;
const PEER: i32 = 25;
/// A weight that rules somebody out, whatever else is said.
const RULED_OUT: i32 = -40;
/// What one sentence of distance costs.
const AWAY: i32 = 11;

/// Words between a label and whom it names.
const LABEL_LINK: Set = Set::of(&[Group::Be, Group::KnownAs, Group::Det, Group::Skip, Group::NamedAs]);
/// Verbs and decisions whose subject stands accused.
const PROCEEDINGS: &[Status] = &[
    Status::Charged,
    Status::Convicted,
    Status::Acquitted,
    Status::UnderInvestigation,
    Status::NoFurtherAction,
    Status::NotCharged,
];

/// Verbs after which stands who is told.
const RECIPIENT: &[&str] = &["told", "tells", "tell", "telling", "informed", "informs", "advised", "advises"];
/// Verbs that make their object the accused.
const NAMING: &[&str] = &["named", "accused", "identified", "implicated", "picked", "reported", "accuses", "names"];

impl Scene<'_> {
    /// The best fit for each side around a trigger, the grammar's own answer given.
    pub fn settle<'s>(
        &'s self,
        hit: &Hit,
        grammar: (Option<&'s Np>, Option<&'s Np>),
        alleged_too: bool,
    ) -> (Option<&'s Np>, Option<&'s Np>) {
        let persons = self.persons();
        let weighed: Vec<(&Np, Weight)> =
            persons.iter().map(|words| (self.spokesman(words), self.weigh_person(words, hit, grammar))).collect();
        let own = |np: &'s Np, grammar: Option<&'s Np>| grammar.filter(|own| self.one_person(own, np)).unwrap_or(np);
        let alleged = if alleged_too {
            top(&weighed, ALLEGED, |weight| weight.alleged).map(|np| own(np, grammar.0))
        } else {
            grammar.0
        };
        let of_alleged = |np: &Np| alleged.is_some_and(|alleged| self.one_person(alleged, np));
        let others: Vec<(&Np, Weight)> = weighed.into_iter().filter(|(np, _)| !of_alleged(np)).collect();
        let least = if self.book.front_is_empty() { HARMED } else { HARMED_IN_RECORD };
        let harmed = top(&others, least, |weight| weight.harmed).map(|np| own(np, grammar.1));
        let harmed = harmed.map(|np| self.child_meant(np, alleged));
        (alleged.map(|np| self.man_meant(np, harmed, hit)), harmed)
    }

    /// The one grown person beside a harmed child, where the entry names no other: not a parent, not who told or was told.
    pub fn only_other(&self, harmed: &Np, hit: &Hit) -> Option<&Np> {
        let near = |np: &&Np| self.page.sentence_of(np.first).abs_diff(self.page.sentence_of(hit.first)) <= 1;
        let fits = |np: &Np| {
            let base = self.base(np);
            let young = base.young && self.age_of(base).is_none_or(|age| age < 14);
            let family = matches!(self.page.word(base.last), "family" | "household");
            !(base.pro || base.generic || base.plural || young || base.nested || family)
                && base.sex != Some(Sex::F)
                && !self.is_subject_child(base)
                && !self.is_parent(base)
                && !self.one_person(harmed, np)
                && !self.owns_place(np)
        };
        let mut others =
            self.persons().into_iter().filter(|words| words.iter().all(|np| fits(np)) && words.iter().any(near));
        let (Some(only), None) = (others.next(), others.next()) else { return None };
        let reacts = only.iter().any(|np| self.verb_after(np).alleged < 0 || self.is_told(np));
        (!reacts).then(|| self.spokesman(&only))
    }

    /// "at his uncle's house": whose place it is.
    fn owns_place(&self, np: &Np) -> bool {
        self.page.shape(np.last + 1) == Shape::Possessive
            && self.page.any(np.last + 2, Set::of(&[Group::PlaceName, Group::Place]))
    }

    /// Whether somebody is told something: "told Dad", "Dad informed".
    fn is_told(&self, np: &Np) -> bool {
        let before = np.first.checked_sub(1).map_or("", |at| self.page.word(at));
        let after = self.page.word(np.last + 1);
        matches!(before, "told" | "tells" | "telling" | "to" | "informed" | "advised" | "by" | "rang" | "phoned")
            || matches!(
                after,
                "informed"
                    | "told"
                    | "aware"
                    | "advised"
                    | "notified"
                    | "contacted"
                    | "attended"
                    | "supportive"
                    | "present"
            )
    }

    fn is_parent(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return true };
        let kin = self.mentions.get(index).and_then(|mention| mention.kin.as_ref());
        kin.is_some_and(|kin| {
            kin.steps.len() == 1 && matches!(kin.steps[0].bond, Bond::Parent | Bond::FosterCarer | Bond::AdoptiveParent)
        })
    }

    /// All words for each person, by what the entry itself shows: the same mention, an apposition, the same given name.
    fn persons(&self) -> Vec<Vec<&Np>> {
        let mut persons: Vec<Vec<&Np>> = Vec::new();
        for np in self.nps.iter().filter(|np| np.who.is_some()) {
            match persons.iter_mut().find(|words| words.iter().any(|other| self.one_person(other, np))) {
                Some(words) => words.push(np),
                None => persons.push(vec![np]),
            }
        }
        persons
    }

    fn one_person(&self, a: &Np, b: &Np) -> bool {
        self.same_person(a, b) || self.same_given(a, b) || self.same_noun(a, b)
    }

    /// "Male known as Shay ... Male is the boyfriend": one entry's "male", "suspect" or "child" is one person.
    fn same_noun(&self, a: &Np, b: &Np) -> bool {
        let noun = |np: &Np| {
            let other = matches!(self.page.word(np.first), "another" | "a" | "an" | "second" | "other");
            (!np.pronoun && !np.named && !np.plural && !other && self.page.has(np.last, Group::Person))
                .then_some(np.last)
        };
        noun(a).zip(noun(b)).is_some_and(|(a, b)| self.page.word(a) == self.page.word(b))
    }

    /// The words that stand for a person: by name where there is one, else the first.
    fn spokesman<'s>(&'s self, words: &[&'s Np]) -> &'s Np {
        let named = words.iter().find(|np| np.named && !np.column).or_else(|| words.iter().find(|np| np.named));
        named.or_else(|| words.iter().find(|np| !np.pronoun)).copied().unwrap_or(words[0])
    }

    fn weigh_person(&self, words: &[&Np], hit: &Hit, grammar: (Option<&Np>, Option<&Np>)) -> Weight {
        let natures: Vec<Weight> = words.iter().map(|np| self.nature(np)).collect();
        let places: Vec<Weight> = words.iter().map(|np| self.place(np, hit, grammar)).collect();
        let alleged = strongest(natures.iter().map(|weight| weight.alleged));
        let harmed = strongest(natures.iter().map(|weight| weight.harmed));
        let best = |of: fn(&Weight) -> i32| places.iter().map(of).max().unwrap_or_default();
        Weight { alleged: alleged + best(|weight| weight.alleged), harmed: harmed + best(|weight| weight.harmed) }
    }

    /// "A man in the household", where the entry speaks of one man: he is meant.
    fn man_meant<'s>(&'s self, np: &'s Np, harmed: Option<&'s Np>, hit: &Hit) -> &'s Np {
        let somebody = !np.named
            && matches!(self.page.word(np.first), "a" | "an")
            && matches!(self.page.word(np.last), "man" | "male" | "adult" | "person" | "individual");
        let others = || {
            let mut others = self.persons().into_iter().filter(|words| {
                words.iter().all(|other| !self.one_person(other, np))
                    && words.iter().any(|other| self.could_be_meant(other, harmed))
            });
            let only = others.next()?;
            others.next().is_none().then(|| self.spokesman(&only))
        };
        if somebody && hit.group != Group::Offender { others().unwrap_or(np) } else { np }
    }

    fn could_be_meant(&self, np: &Np, harmed: Option<&Np>) -> bool {
        np.sex == Some(Sex::M)
            && !np.pro
            && !np.young
            && !np.generic
            && !np.nested
            && !self.is_parent(np)
            && !harmed.is_some_and(|harmed| self.one_person(harmed, np))
    }

    /// "A child of the family", where the entry names one child: that child is meant.
    fn child_meant<'s>(&'s self, np: &'s Np, alleged: Option<&Np>) -> &'s Np {
        let somebody = np.young
            && !np.named
            && !np.pronoun
            && matches!(self.page.word(np.last), "child" | "girl" | "boy" | "pupil" | "minor" | "one");
        if !somebody {
            return np;
        }
        let others = |other: &&Np| {
            other.named && other.young && !alleged.is_some_and(|alleged| self.same_person(alleged, other))
        };
        let mut named = self.nps.iter().filter(others);
        let Some(only) = named.next() else { return np };
        if named.all(|other| self.same_given(only, other)) { only } else { np }
    }

    /// Whether two mentions are one person by the entry's own words.
    pub fn same_person(&self, a: &Np, b: &Np) -> bool {
        let linked = |x: usize, y: usize| self.same.iter().any(|&(p, q)| (p, q) == (x, y) || (q, p) == (x, y));
        match (a.who, b.who) {
            (Some(Who::Mention(x)), Some(Who::Mention(y))) => x == y || linked(x, y),
            (x, y) => x.is_some() && x == y,
        }
    }

    /// Where the words stand, how far from the trigger, and whether the grammar means them.
    fn place(&self, np: &Np, hit: &Hit, grammar: (Option<&Np>, Option<&Np>)) -> Weight {
        let mut weight = self.standing(np, hit, grammar.0.is_none());
        let away = self.page.sentence_of(np.first).abs_diff(self.page.sentence_of(hit.first)) as i32;
        weight.alleged -= AWAY * away;
        weight.harmed -= AWAY * away;
        if grammar.0.is_some_and(|alleged| self.same_person(alleged, np)) {
            weight.alleged += if self.base(np).young { GRAMMAR + YOUNG } else { GRAMMAR };
        }
        if grammar.1.is_some_and(|harmed| self.same_person(harmed, np)) {
            weight.harmed += GRAMMAR;
        }
        weight
    }

    /// The words that first say who a pronoun means; other words for themselves.
    pub fn base<'s>(&'s self, np: &'s Np) -> &'s Np {
        if !np.pronoun {
            return np;
        }
        self.nps.iter().find(|other| !other.pronoun && other.who == np.who).unwrap_or(np)
    }

    /// What somebody is: sex, age, kin, profession.
    fn nature(&self, np: &Np) -> Weight {
        let np = self.base(np);
        let mut weight = Weight::default();
        let child = self.is_subject_child(np) || np.who == Some(Who::Child);
        if np.pro && !np.named || self.is_titled_pro(np) {
            return Weight { alleged: -200, harmed: -200 };
        }
        if np.pro {
            weight.alleged -= 25;
            weight.harmed -= 80;
        }
        if np.generic || matches!(self.page.word(np.last), "family" | "household") {
            weight.alleged -= 80;
            weight.harmed -= 40;
        }
        if child {
            weight.alleged -= 60;
            weight.harmed += 25;
        }
        let age = self.age_of(np);
        let by_word = age.is_none() && self.is_somebodys_son(np);
        if by_word {
            weight.alleged -= 8;
            weight.harmed += 15;
        } else if np.young || age.is_some_and(|age| age < 16) {
            weight.alleged -= if age.is_some_and(|age| age >= 14) { PEER } else { YOUNG };
            weight.harmed += 30;
        }
        if np.grown || age.is_some_and(|age| age >= 18) {
            weight.alleged += 8;
            weight.harmed -= 8;
        }
        match np.sex {
            Some(Sex::M) => weight.alleged += 12,
            Some(Sex::F) => weight.harmed += 4,
            None => {}
        }
        if self.is_mother(np) {
            weight.alleged -= 25;
        }
        if self.is_bare_name(np) && !np.grown {
            weight.harmed += 12;
        }
        if self.is_grown_kin(np) && np.sex != Some(Sex::F) {
            weight.alleged += 8;
            weight.harmed -= 8;
        }
        if np.nested {
            weight.alleged -= 18;
            weight.harmed -= 12;
        }
        weight
    }

    /// Where somebody stands: behind labels and prepositions, before verbs.
    fn standing(&self, np: &Np, hit: &Hit, grammar_free: bool) -> Weight {
        let mut weight = self.labelled(np);
        let led = |group: Group| {
            np.first > 0 && self.page.has(np.first - 1, group) && self.page.sentence(np.first).start < np.first
        };
        let reported = led(Group::ReportedBy);
        if led(Group::By) && self.follows_naming(np.first) {
            weight.harmed += 40;
            weight.alleged -= 60;
        } else if led(Group::By) && !reported && !self.follows_telling(np.first) {
            weight.alleged += 40;
            weight.harmed -= 30;
        }
        if reported {
            weight.alleged -= 40;
            weight.harmed += 15;
        }
        if led(Group::DoneBy) || self.follows_victim_of(np.first) {
            weight.alleged += 40;
        }
        if np.first > 0 && self.page.word(np.first - 1) == "not" {
            weight.alleged -= 100;
            weight.harmed -= 100;
        }
        if self.follows_charge(np.first) || self.follows_heading(np.first) || self.in_case_name(np.first) {
            weight.alleged += 40;
            weight.harmed -= 20;
        }
        if led(Group::Against) {
            weight.alleged += if np.young { 0 } else { 40 };
            weight.harmed += if np.young { 30 } else { 10 };
        }
        if led(Group::About) {
            let told = self.told_before(np.first);
            weight.alleged += if np.young {
                0
            } else if told {
                30
            } else {
                18
            };
            weight.harmed += if np.young { 20 } else { 5 };
        }
        if np.first > 1
            && matches!(self.page.word(np.first - 1), "of" | "from" | "with" | "for")
            && self.page.any(np.first - 2, Set::of(&[Group::Allege, Group::ObliqueService]))
            && !np.pro
        {
            weight.harmed += 12;
        }
        if (led(Group::Of) || led(Group::Toward)) && np.first > hit.last && np.first <= hit.last + 9 {
            weight.harmed += 25;
        }
        if np.first > 0 && matches!(self.page.word(np.first - 1), "told" | "tells" | "telling" | "to" | "informed") {
            weight.alleged -= 30;
            weight.harmed -= if self.page.word(np.first - 1) == "to" { 0 } else { 25 };
        }
        if self.opens_reported_clause(np) && self.age_of(np).is_none_or(|age| age >= 14) {
            weight.alleged += 25;
        }
        if np.first > 0 && self.page.is_mark(np.first - 1, b'(') && np.first >= 2 && np.first - 2 == hit.last {
            weight.alleged += 25;
        }
        if self.is_topic(np, hit) && grammar_free {
            weight.alleged += 35;
        }
        if np.column && self.client.is_none() {
            let column = self.in_column(np);
            weight.alleged += column.alleged;
            weight.harmed += column.harmed;
        }
        let verb = self.verb_after(np);
        weight.alleged += verb.alleged;
        weight.harmed += verb.harmed;
        weight
    }

    /// "suspect", "perp =", "IP", "places X as the person of concern".
    fn labelled(&self, np: &Np) -> Weight {
        let mut weight = Weight::default();
        let start = self.page.sentence(np.first).start;
        let mut at = np.first;
        while at > start
            && (self.page.any(at - 1, LABEL_LINK) || self.is_label_mark(at - 1))
            && self.np(at - 1).is_none()
        {
            at -= 1;
        }
        let before = |group: Group| at > start && (self.page.has(at - 1, group) || self.inside(np, group));
        if self.inside(np, Group::SuspectLabel) && !np.named && self.label_of(np) {
            weight.alleged -= 70;
        } else if before(Group::SuspectLabel) {
            weight.alleged += 110;
            weight.harmed -= 60;
        }
        if before(Group::VictimLabel) {
            weight.harmed += 100;
            weight.alleged -= 80;
        }
        if at > start + 1
            && self.page.is_mark(at, b':') | self.page.is_mark(at - 1, b':')
            && matches!(self.page.word(at - 1), "child" | "yp" | "pupil" | "name" | "client" | "young person")
        {
            weight.harmed += 50;
        }
        let next = np.last + 1;
        let after = (next..next + 4).find(|&i| self.page.any(i, Set::of(&[Group::SuspectLabel, Group::VictimLabel])));
        let linked = matches!(self.page.word(next), "as" | "is" | "was" | "named" | "identified")
            || self.page.is_mark(next, b'(')
            || self.page.is_mark(next, b',');
        if let Some(label) = after.filter(|_| linked) {
            if self.page.has(label, Group::SuspectLabel) {
                weight.alleged += 55;
            } else if label == next + 1 || label == next + 2 {
                weight.harmed += 35;
            }
        }
        weight
    }

    /// "Suspect shown as an uncle": the label only says what the next one is.
    fn label_of(&self, np: &Np) -> bool {
        let mut next = np.last + 1;
        while self.page.any(next, LABEL_LINK) && self.np(next).is_none() || self.is_label_mark(next) {
            next += 1;
        }
        next > np.last + 1 && self.np_from(next).is_some()
    }

    fn is_label_mark(&self, i: usize) -> bool {
        matches!(self.page.shape(i), Shape::Mark(b':' | b'=' | b'-' | b'(' | b'"' | b'\''))
    }

    /// Whether a label is the head of the words for somebody: "the alleged perpetrator".
    fn inside(&self, np: &Np, group: Group) -> bool {
        (np.first..=np.last).any(|i| self.page.has(i, group))
    }

    /// What the verb after somebody makes of them.
    fn verb_after(&self, np: &Np) -> Weight {
        let mut weight = Weight::default();
        let end = self.page.sentence(np.first).end;
        let verb = self.page.hits_in(np.last + 1..end.min(np.last + 9)).iter().find(|hit| {
            matches!(
                hit.group,
                Group::Disclose | Group::Accuse | Group::Undergo | Group::Status | Group::Interviewed | Group::Arrest
            ) && self.np(hit.first).is_none()
        });
        let subject = |hit: &Hit| self.subject(hit.first).is_some_and(|subject| std::ptr::eq(subject, np));
        if let Some(hit) = verb.filter(|hit| subject(hit)) {
            let status = hit.section().status;
            match hit.group {
                Group::Accuse | Group::Interviewed | Group::Arrest => weight.alleged += 50,
                Group::Status if status.is_some_and(|status| PROCEEDINGS.contains(&status)) => weight.alleged += 50,
                Group::Status => weight.harmed += 25,
                Group::Undergo => weight.harmed += 45,
                _ if self.passive(hit.first) && NAMING.contains(&self.page.word(hit.first)) => weight.alleged += 50,
                _ => {
                    weight.alleged -= 45;
                    weight.harmed += 28;
                }
            }
        }
        let what =
            np.first > 0 && self.page.has(np.first - 1, Group::WhatDid) && self.page.has(np.last + 1, Group::Did);
        if what {
            weight.alleged += 50;
        }
        const DEEDS: &[&str] = &[
            "behaviour",
            "actions",
            "conduct",
            "touching",
            "abuse",
            "treatment",
            "advances",
            "hands",
            "attentions",
            "visits",
            "grooming",
        ];
        let deed = self.page.shape(np.last + 1) == Shape::Possessive && DEEDS.contains(&self.page.word(np.last + 2));
        if deed && !np.young {
            weight.alleged += 30;
        }
        let possessive = self.page.shape(np.last + 1) == Shape::Possessive || np.owns;
        let noun = if np.owns && np.pronoun { np.last + 1 } else { np.last + 2 };
        if possessive && (noun..noun + 3).any(|i| self.page.has(i, Group::Allege)) {
            weight.harmed += 35;
            weight.alleged -= 30;
        }
        weight
    }

    /// Whom the sentence before is about, where this one has no subject: "FENN lets lads use his flat. Suspected of ...".
    fn is_topic(&self, np: &Np, hit: &Hit) -> bool {
        let before = self.page.sentence_of(np.first) + 1 == self.page.sentence_of(hit.first);
        before && np.subject && !np.young && !np.pro && !self.is_subject_child(np) && self.subject(hit.first).is_none()
    }

    /// A column of people beside "Arrested on suspicion of ...": the grown one was arrested, the child was harmed.
    fn in_column(&self, np: &Np) -> Weight {
        let proceedings = |hit: &Hit| match hit.group {
            Group::Accuse | Group::Arrest | Group::Interviewed => true,
            Group::Status => hit.section().status.is_some_and(|status| PROCEEDINGS.contains(&status)),
            _ => false,
        };
        let own = |hit: &&Hit| self.subject(hit.first).is_none_or(|subject| subject.column);
        let all = self.page.hits_in(0..self.page.len());
        let child = self.nps.iter().any(|other| other.column && (other.young || self.is_subject_child(other)));
        let accused = child || all.iter().filter(|hit| proceedings(hit)).any(|hit| own(&hit));
        let grown = !np.young && !self.is_subject_child(np);
        Weight { alleged: if accused && grown { 45 } else { 0 }, harmed: if grown { 0 } else { 12 } }
    }

    /// "Zuzia said her tata's friend ...", "told her that dziadek ...": whom what is told is about.
    fn opens_reported_clause(&self, np: &Np) -> bool {
        let start = self.page.sentence(np.first).start;
        let Some(before) = np.first.checked_sub(1).filter(|at| *at >= start) else { return false };
        let verb = if self.page.word(before) == "that" || self.page.is_mark(before, b':') {
            (start..before).rev().take(5).find(|&at| self.page.has(at, Group::Disclose))
        } else {
            Some(before).filter(|&at| self.page.has(at, Group::Disclose) && !RECIPIENT.contains(&self.page.word(at)))
        };
        let Some(verb) = verb else { return false };
        self.subject(verb).is_none_or(|teller| !self.same_person(teller, np))
    }

    /// "reported by", "disclosed to ... by": the one named after is who told.
    fn follows_telling(&self, first: usize) -> bool {
        first > 1 && self.page.any(first - 2, Set::of(&[Group::ReportedBy, Group::Disclose, Group::Status]))
    }

    /// "victim of his scout leader": who follows did it.
    fn follows_victim_of(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start;
        first > start && self.page.word(first - 1) == "of" && self.page.has(first - 1, Group::Undergo)
    }

    /// "not to charge stepdad", "arrested her uncle": the object of the proceedings.
    fn follows_charge(&self, first: usize) -> bool {
        const TAKING: &[&str] = &[
            "charge",
            "charged",
            "arrest",
            "arrested",
            "prosecute",
            "prosecuted",
            "convicted",
            "interviewed",
            "bailed",
            "cleared",
            "acquitted",
        ];
        let start = self.page.sentence(first).start;
        first > start && TAKING.contains(&self.page.word(first - 1)) && !self.passive(first - 1)
    }

    /// "Charged today with ... against his niece: Imran Aziz."
    fn follows_heading(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start;
        let colon = first > start + 1 && self.page.is_mark(first - 1, b':');
        colon && self.page.any(start, Set::of(&[Group::Accuse, Group::Status, Group::Arrest]))
    }

    /// "R v Popescu", "walked in on husband with": the one accused or found.
    fn in_case_name(&self, first: usize) -> bool {
        let word = |back: usize| first.checked_sub(back).map_or("", |at| self.page.word(at));
        word(1) == "v" && word(2) == "r" || word(1) == "on" && word(2) == "in" && word(3) == "walked"
    }

    /// "was named in 2012 by his stepson": who names was harmed.
    fn follows_naming(&self, first: usize) -> bool {
        let start = self.page.sentence(first).start.max(first.saturating_sub(6));
        (start..first)
            .any(|at| NAMING.contains(&self.page.word(at)) && (self.passive(at) || self.page.word(at + 1) == "by"))
    }

    /// Whether somebody tells, or an allegation stands, before a place in its sentence.
    fn told_before(&self, at: usize) -> bool {
        let start = self.page.sentence(at).start;
        self.page
            .hits_in(start..at)
            .iter()
            .any(|hit| matches!(hit.group, Group::Disclose | Group::Allege | Group::Status))
    }

    /// "The neighbour's son": a son may be of any age.
    fn is_somebodys_son(&self, np: &Np) -> bool {
        let head = (np.first..=np.last).rev().find(|&i| self.page.any(i, Set::of(&[Group::Kin])));
        head.is_some_and(|i| matches!(self.page.word(i), "son" | "stepson" | "step-son" | "nephew" | "grandson"))
    }

    fn age_of(&self, np: &Np) -> Option<u8> {
        let Some(Who::Mention(index)) = np.who else { return None };
        self.mentions.get(index)?.age
    }

    /// A name without title, kin word or role: so records call children and clients.
    fn is_bare_name(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        np.named
            && !np.pro
            && self.mentions.get(index).is_some_and(|mention| {
                let surname_only = matches!(mention.naming, Naming::Surname { .. });
                mention.kin.is_none() && mention.title.is_none() && !surname_only
            })
    }

    fn same_given(&self, a: &Np, b: &Np) -> bool {
        let given = |np: &Np| {
            let Some(Who::Mention(index)) = np.who else { return None };
            match &self.mentions.get(index)?.naming {
                Naming::Full { given, .. } | Naming::Given(given) => Some(given.to_lowercase()),
                _ => None,
            }
        };
        given(a).is_some() && given(a) == given(b)
    }

    fn is_titled_pro(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        self.mentions.get(index).is_some_and(|mention| mention.professional && mention.title.is_some())
    }

    fn is_mother(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return np.who == Some(Who::Mother) };
        let kin = self.mentions.get(index).and_then(|mention| mention.kin.as_ref());
        kin.is_some_and(|kin| kin.steps.len() == 1 && kin.steps[0].bond == Bond::Parent && np.sex == Some(Sex::F))
    }

    fn is_grown_kin(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        let Some(mention) = self.mentions.get(index) else { return false };
        let title = mention.title.as_deref().is_some_and(|title| title.eq_ignore_ascii_case("mr"));
        let kin = mention.kin.as_ref().is_some_and(|kin| {
            let grown = |bond: Bond| {
                matches!(
                    bond,
                    Bond::Parent
                        | Bond::StepParent
                        | Bond::Partner
                        | Bond::FosterCarer
                        | Bond::AdoptiveParent
                        | Bond::Lodger
                        | Bond::Neighbour
                )
            };
            kin.steps.first().is_some_and(|step| grown(step.bond))
                || kin.steps.last().is_some_and(|step| grown(step.bond))
        });
        title || kin
    }
}

/// The strongest of several weights of one person: what rules somebody out, else what speaks most for them.
fn strongest(weights: impl Iterator<Item = i32> + Clone) -> i32 {
    let least = weights.clone().min().unwrap_or_default();
    if least <= RULED_OUT { least } else { weights.max().unwrap_or_default() }
}

/// The one of most weight, the first where equal, if it has enough.
fn top<'s>(all: &[(&'s Np, Weight)], least: i32, of: impl Fn(Weight) -> i32) -> Option<&'s Np> {
    let mut best: Option<(i32, &Np)> = None;
    for (np, weight) in all {
        let points = of(*weight);
        if points >= least && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, np));
        }
    }
    best.map(|(_, np)| np)
}
