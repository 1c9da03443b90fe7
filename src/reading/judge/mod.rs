//! Whether words about abuse say that it happened or is suspected, or only speak of it.
//!
//! After ConText: a modifier acts on what follows or goes before it, as far as the next word that ends its reach
//! (`reach`, `negated`). Words that name nobody in particular need support: a concern, a disclosure, an investigation.

mod adults;
mod elsewhere;
mod negated;
mod reach;

pub use adults::GROWN;

use super::groups::{Group, Set};
use super::page::Hit;
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Status, Who};

/// Why words are left out that nothing denies and nothing attaches to anybody.
pub const UNSAID: &str = "spoken of without being said of anybody";

/// Why words are left out that name a service.
pub const SERVICE_NAME: &str = "the name of a service";

/// What was made of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Said or suspected.
    Said,
    /// Feared of somebody in particular.
    Feared,
    /// Left out, with the reason.
    Left(&'static str),
}

/// A trigger with the people around it.
pub struct Told<'a> {
    /// First token of the trigger.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Whether it is a verb.
    pub verb: bool,
    /// Who is said to have done it.
    pub perpetrator: Option<&'a Np>,
    /// Who is said to have been harmed.
    pub victim: Option<&'a Np>,
    /// Whether somebody discloses, suffered, or stands accused in the sentence.
    pub governed: bool,
    /// Whether it is an entry in a register of offenders.
    pub register: bool,
}

/// Which sides of a trigger are somebody in particular.
struct Named {
    perpetrator: bool,
    victim: bool,
    /// Whether either side is people in general.
    generic: bool,
    /// Whether that is enough to take the words as said of somebody.
    specific: bool,
}

impl Named {
    fn of(told: &Told) -> Named {
        let particular = |np: Option<&Np>| np.is_some_and(|np| !np.generic);
        let generic = |np: Option<&Np>| np.is_some_and(|np| np.generic);
        let perpetrator = particular(told.perpetrator.filter(|np| !np.pro || np.named));
        let victim = particular(told.victim.filter(|np| !np.pro));
        let to_people = generic(told.victim) && told.verb;
        Named {
            perpetrator,
            victim,
            generic: generic(told.perpetrator) || generic(told.victim),
            specific: perpetrator && !to_people || victim && (told.governed || told.verb),
        }
    }
}

/// Words that make a service, a form or a post of the words of abuse before them.
const SERVICE: &[&str] = &[
    "centre",
    "center",
    "panel",
    "list",
    "subgroup",
    "hub",
    "pathway",
    "tracker",
    "service",
    "services",
    "team",
    "clinic",
    "unit",
    "checklist",
    "screening",
    "tool",
    "proforma",
    "training",
    "policy",
    "lead",
    "conference",
    "trial",
    "case",
    "cases",
    "counselling",
    "counsellor",
    "support",
    "worker",
    "adviser",
    "advisor",
    "project",
    "charity",
    "helpline",
    "referral",
    "advocate",
    "practitioner",
    "nurse",
    "paediatrician",
    "crisis",
    "module",
    "modules",
    "course",
    "courses",
    "workshop",
    "assembly",
    "lesson",
    "lessons",
    "leaflet",
    "leaflets",
];

/// Words that make a scheme of "sex offender" before them: "child sex offender disclosure application".
const SCHEME: &[&str] = &["disclosure", "disclosures", "scheme"];

impl Scene<'_> {
    /// Judges a trigger.
    pub fn judge(&self, told: &Told) -> Verdict {
        let groups = self.talk_around(told);
        let named = Named::of(told);
        if self.is_topic_of_talk(told) {
            return Verdict::Left("general: teaching, policy, work or talk");
        }
        let unsaid = self.not_said(told, groups).or_else(|| self.supposed_of(told, &named));
        if let Some(why) = unsaid.or_else(|| self.general(told, groups, &named)) {
            return Verdict::Left(why);
        }
        let feared = self.reach(told.first, Group::Feared).is_some();
        match (feared, named.perpetrator) {
            (true, true) => Verdict::Feared,
            (true, false) if !named.victim || !told.verb => Verdict::Left("a risk or fear, with nobody in mind"),
            _ => Verdict::Said,
        }
    }

    /// The groups of the sentence, without general talk that is only its heading.
    fn talk_around(&self, told: &Told) -> Set {
        let mut groups = self.page.groups(self.page.sentence(told.first));
        for group in [Group::General, Group::Job] {
            let said = told.register && self.is_said_to_be(told.first);
            if groups.has(group) && (said || self.heads_only(told.first, group) || self.told_after(told, group)) {
                groups = groups.without(group);
            }
        }
        groups
    }

    /// "A boy in the Saturday class says a tutor sexually touched him": whether general talk stands only before somebody in
    /// particular tells it.
    fn told_after(&self, told: &Told, group: Group) -> bool {
        let sentence = self.page.sentence(told.first);
        let particular =
            told.victim.is_some_and(|np| !np.generic) || told.perpetrator.is_some_and(|np| !np.generic && np.named);
        particular
            && told.verb
            && self
                .page
                .of(sentence, group)
                .all(|hit| hit.last < told.first && self.tells_between(hit.last, told.first))
    }

    /// Whether a young person tells something between two places.
    fn tells_between(&self, from: usize, to: usize) -> bool {
        let teller =
            |hit: &Hit| self.subject(hit.first).is_some_and(|np| !np.generic && !np.pro && (np.young || np.named));
        from < to && self.page.of(from..to, Group::Disclose).any(teller)
    }

    fn not_said(&self, told: &Told, groups: Set) -> Option<&'static str> {
        let other = groups.has(Group::OtherFamily) && !self.harmed_outside(told);
        if other || self.disowned(told) || self.disowned_next(told.last) {
            return Some("about another family or not this family's case");
        }
        let scheme = told.register && SCHEME.contains(&self.page.word(told.last + 1));
        if scheme || self.names_service(told.last + 1) || self.serves(told.first) {
            return Some(SERVICE_NAME);
        }
        self.negated(told).filter(|_| !self.taken_back(told))
    }

    fn supposed_of(&self, told: &Told, named: &Named) -> Option<&'static str> {
        let owned = !told.verb && named.perpetrator && named.victim && self.allegation_owned(told.first);
        let definite = named.perpetrator && self.definite(told.perpetrator);
        self.supposed(told, definite).filter(|_| !owned)
    }

    /// Why words speak of nobody in particular, or of teaching, policy and work.
    fn general(&self, told: &Told, groups: Set, named: &Named) -> Option<&'static str> {
        const NOBODY: Option<&str> = Some("general: nobody in particular");
        const TALK: Set = Set::of(&[Group::General, Group::Job]);
        let somebody = named.perpetrator || named.victim;
        let anyone = |np: &Np| matches!(self.page.word(np.first), "any" | "anyone" | "anybody");
        let any = told.perpetrator.is_some_and(anyone) || told.verb && self.subject(told.first).is_some_and(anyone);
        if any || told.register && self.speaks_of_offenders(told) || told.register && groups.meets(TALK) {
            return NOBODY;
        }
        if told.register && !self.definite(told.perpetrator) && self.iffy_register(told) {
            return NOBODY;
        }
        let general_of_people = groups.has(Group::General) && self.subject(told.first).is_some_and(|np| np.generic);
        if named.generic && !somebody || !told.verb && general_of_people {
            return NOBODY;
        }
        // "Group session, what counts as harmful sexual behaviour. Baran took part": whose record it is did nothing of it.
        let outside = |np: &Np| {
            let apart = self.page.sentence_of(np.first) != self.page.sentence_of(told.first);
            apart && (np.first > told.last || np.column)
        };
        if !told.verb && told.victim.is_none() && told.perpetrator.is_some_and(outside) && groups.meets(TALK) {
            return Some("general: teaching, policy, work or talk");
        }
        let definite = told.victim.is_some_and(|np| !np.generic && self.definite(Some(np)));
        let firmly = named.perpetrator || told.governed && definite;
        if !(named.specific && firmly) && groups.meets(TALK) {
            return Some("general: teaching, policy, work or talk");
        }
        let worker = told.perpetrator.is_some_and(|np| self.works_with(np, told.first));
        let both = named.perpetrator && named.victim;
        if groups.has(Group::Job) && (worker || !both && self.before(told, Group::Job)) {
            return Some("general: somebody's work");
        }
        let nobody = told.perpetrator.is_none() && told.victim.is_none() && !told.governed;
        let supported = named.specific || named.victim || groups.has(Group::Concern) || told.governed;
        if nobody && !groups.has(Group::Allege) || !supported {
            return Some(UNSAID);
        }
        if !named.specific && told.verb && !somebody { NOBODY } else { None }
    }

    /// "sexual abuse centre", "rape and sexual abuse counselling": what follows makes it a service.
    pub fn names_service(&self, next: usize) -> bool {
        SERVICE.contains(&self.page.word(next))
            || self.page.has(next, Group::And)
                && self.page.word(next + 1) == "sexual"
                && SERVICE.contains(&self.page.word(next + 3))
    }

    /// "the service for survivors of rape and sexual abuse": whom a service is for.
    fn serves(&self, trigger: usize) -> bool {
        const FOR: &[&str] =
            &["survivors", "victims", "people", "women", "men", "adults", "children", "those", "families"];
        let start = self.page.sentence(trigger).start.max(trigger.saturating_sub(7));
        let whom = |at: usize| self.page.word(at) == "for" && FOR.contains(&self.page.word(at + 1));
        let survivors = trigger > start + 1
            && self.page.word(trigger - 1) == "of"
            && matches!(self.page.word(trigger - 2), "survivors" | "survivor's");
        survivors || (start + 1..trigger).any(|at| whom(at) && SERVICE.contains(&self.page.word(at - 1)))
    }

    /// "retracted, says dad did not hurt her": what is taken back had been said.
    fn taken_back(&self, told: &Told) -> bool {
        let whole = self.page.sentence(told.first).start..self.page.sentence(told.last).end;
        told.perpetrator.is_some()
            && self.page.of(whole, Group::Status).any(|hit| {
                hit.section().status == Some(Status::Retracted) && !self.page.word(hit.first).starts_with("not")
            })
    }

    /// "Ms Tetteh's allegation of ...": an allegation that somebody made is no supposition, whatever is asked about it.
    fn allegation_owned(&self, trigger: usize) -> bool {
        let start = self.page.sentence(trigger).start;
        let owned = |hit: &Hit| hit.first > start && self.page.shape(hit.first - 1) == Shape::Possessive;
        self.page.of(start..trigger, Group::Allege).any(owned)
    }

    fn definite(&self, np: Option<&Np>) -> bool {
        const DEFINITE: &[&str] =
            &["the", "his", "her", "their", "my", "this", "that", "both", "our", "these", "those"];
        np.is_some_and(|np| np.named || np.pronoun || DEFINITE.contains(&self.page.word(np.first)) || self.is_kin(np))
    }

    /// "Helpline log: caller says ...": whether every phrase of the group in the sentence stands in its heading.
    pub fn heads_only(&self, token: usize, group: Group) -> bool {
        let range = self.page.sentence(token);
        let colon = (range.start..range.end.min(range.start + 6)).find(|&i| self.page.is_mark(i, b':'));
        const SOURCES: &[&str] = &["helpline", "hotline", "conference", "review", "reflective", "webchat"];
        let source = |hit: &Hit| SOURCES.contains(&self.page.word(hit.first));
        colon.is_some_and(|colon| self.page.of(range, group).all(|hit| hit.last < colon && source(hit)))
    }

    pub fn is_kin(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return np.who.is_some() };
        self.mentions.get(index).is_some_and(|mention| mention.kin.is_some() && !mention.indefinite)
    }

    /// "Tunde works as a prison officer on a wing for men convicted of ...": whose work is spoken of did not do it.
    fn works_with(&self, np: &Np, trigger: usize) -> bool {
        let same = self.page.sentence_of(np.first) == self.page.sentence_of(trigger) && np.last < trigger;
        same && self.page.of(np.last + 1..trigger, Group::Job).any(|hit| hit.first == np.last + 1)
    }

    /// "Mr Dale is a registered sex offender": said of him, whatever else the sentence speaks of.
    fn is_said_to_be(&self, trigger: usize) -> bool {
        let before = |back: usize, group: Group| trigger.checked_sub(back).is_some_and(|at| self.page.has(at, group));
        before(1, Group::Be) || before(1, Group::Det) && before(2, Group::Be)
    }

    /// "Dad dislikes dealing with sex offenders": several, and nobody is said to be one of them.
    fn speaks_of_offenders(&self, told: &Told) -> bool {
        matches!(self.page.word(told.last), "offenders" | "paedophiles") && !self.is_said_to_be(told.first)
    }

    /// "Where a person on the register is to be housed": a rule about whoever it may be.
    fn iffy_register(&self, told: &Told) -> bool {
        let start = self.page.sentence(told.first).start;
        (start..told.first).any(|i| matches!(self.page.word(i), "where" | "when" | "if" | "any" | "whenever"))
    }

    /// "Routine enquiry: sexually abused by her uncle": what follows the colon, with who did it, answers what stands before.
    fn answered(&self, ask: usize, told: &Told) -> bool {
        let colon = (ask..told.first).any(|at| self.page.is_mark(at, b':'));
        colon && told.perpetrator.is_some_and(|np| np.first > told.last)
    }

    fn before(&self, told: &Told, group: Group) -> bool {
        let range = self.page.sentence(told.first);
        self.page.of(range.start..told.first, group).next().is_some()
    }

    fn supposed(&self, told: &Told, definite: bool) -> Option<&'static str> {
        const MAY: &[&str] = &["would", "might", "could", "should"];
        let modal = told.verb && (self.verb_start(told.first)..told.first).any(|i| MAY.contains(&self.page.word(i)));
        if modal && !definite {
            return Some("hypothetical");
        }
        if self.reach(told.first, Group::Hypo).is_some() || self.iffy(told.first) || self.wonders(told.first) {
            return Some("hypothetical");
        }
        if self.reach(told.first, Group::Ask).is_some_and(|ask| !definite || !self.answered(ask, told)) {
            return Some("a question");
        }
        let feared = self.reach(told.first, Group::Feared).is_some();
        (feared && modal && !definite).then_some("feared, with nobody in mind")
    }
}
