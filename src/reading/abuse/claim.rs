//! What one word of abuse claims: of what, against whom, of whom. Not how claims fit together.

use super::Sides;
use crate::model::{Bond, EventKind, LeftOut, Status, Who};
use crate::reading::groups::Group;
use crate::reading::judge::{SERVICE_NAME, Told, UNSAID, Verdict};
use crate::reading::page::Hit;
use crate::reading::scene::{Np, Scene};

/// What one trigger says, before it becomes an event.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Kind of event.
    pub kind: EventKind,
    /// First token of the trigger.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// Who is alleged; several where the words join them.
    pub perpetrators: Vec<Who>,
    /// Who was harmed.
    pub victims: Vec<Who>,
    /// Status that the trigger itself shows.
    pub status: Option<Status>,
    /// Whether the trigger says only who is an offender.
    pub register: bool,
}

impl Claim {
    /// Nobody is on both sides: whoever is exploited is no perpetrator of it, and of other harm the words say first who did it.
    pub fn part_sides(&mut self) {
        let (perpetrators, victims) = (&mut self.perpetrators, &mut self.victims);
        match self.kind {
            EventKind::ExploitationConcern => perpetrators.retain(|who| !victims.contains(who)),
            _ => victims.retain(|who| !perpetrators.contains(who)),
        }
    }
}

/// Why what one adult did to another is left out.
pub const BETWEEN_ADULTS: &str = "between adults: no child was harmed";

/// Why a register of offenders, or an order against one, is left out.
pub const NO_OFFENDER: &str = "nobody is named as an offender";

/// What a trigger comes to.
pub enum Heard {
    /// It claims something.
    Claim(Claim),
    /// It is left out; where that `mutes`, its sentence denies, supposes or speaks in general.
    Left { out: LeftOut, mutes: bool },
}

const VERBS: [Group; 2] = [Group::AbuseVerb, Group::ExploitVerb];
/// Groups of nouns that a verb of the same form may be.
pub const NOUNS: [Group; 3] = [Group::AbuseNoun, Group::OffenceNoun, Group::ExploitNoun];

impl Scene<'_> {
    /// What a hit claims; nothing where it is no word of abuse.
    pub fn heard(&self, hit: &Hit) -> Option<Heard> {
        let (kind, sides) = self.grammar_of(hit)?;
        let sides = if kind == EventKind::HarmfulSexualBehaviour { sides } else { self.weighed_sides(hit, sides) };
        let suffered = hit.group == Group::WeakVerb && self.passive(hit.first) && self.plainly_sexual(hit);
        if hit.group == Group::WeakVerb && sides.perpetrator.is_none() && !suffered {
            return None;
        }
        let by_grown_up = sides.perpetrator.is_some_and(|np| self.is_grown_up(np));
        let kind = match kind {
            EventKind::HarmfulSexualBehaviour if by_grown_up => EventKind::SexualAbuseAllegation,
            kind => kind,
        };
        let left = |why: &str, mutes: bool| {
            let words = self.page.words(hit.first, hit.last);
            Some(Heard::Left { out: LeftOut { kind, words, why: why.to_owned() }, mutes })
        };
        let nobody = |np: &Np| np.generic || np.pro && !np.named || self.is_kept_from(np, hit);
        if hit.group == Group::Offender && sides.perpetrator.is_none_or(nobody) {
            return left(NO_OFFENDER, false);
        }
        if kind == EventKind::ExploitationConcern && sides.victim.is_some_and(|np| self.is_elder(np)) {
            return left("of an adult", false);
        }
        if self.is_of_survivors(hit) {
            return left(SERVICE_NAME, false);
        }
        if hit.group != Group::Offender && self.is_between_adults(hit.first, sides.perpetrator, sides.victim) {
            return left(BETWEEN_ADULTS, true);
        }
        let status = match self.judge(&told(hit, &sides)) {
            Verdict::Left(why) => return left(why, why != UNSAID && why != SERVICE_NAME),
            Verdict::Feared => Some(Status::Suspected),
            Verdict::Said => None,
        };
        let mut claim = self.claimed(hit, kind, &sides, status);
        if status == Some(Status::Suspected) && self.is_risk_of(hit.first) {
            claim.victims.clear();
        }
        if kind == EventKind::ExploitationConcern && self.is_of_crime_alone() {
            claim.perpetrators.clear();
        }
        Some(Heard::Claim(claim))
    }

    /// "running drugs for Tez": whether an entry tells of exploitation for crime, and of nothing sexual.
    fn is_of_crime_alone(&self) -> bool {
        const CRIME: &[&str] =
            &["drug", "drugs", "wraps", "cannabis", "heroin", "cocaine", "cuckooing", "cuckooed", "cce"];
        const PAIRS: &[(&str, &str)] =
            &[("county", "lines"), ("criminal", "exploitation"), ("criminally", "exploited")];
        const SEXUAL: &[&str] = &[
            "sexual",
            "sexually",
            "sex",
            "cse",
            "csa",
            "rape",
            "raped",
            "boyfriend",
            "pictures",
            "images",
            "nudes",
            "naked",
            "touched",
            "kissed",
            "pregnant",
            "condoms",
            "hotel",
            "hotels",
            "groom",
            "groomed",
            "grooming",
            "grooms",
            "gifts",
            "relationship",
        ];
        let all = 0..self.page.len();
        let says = |words: &[&str]| all.clone().any(|at| words.contains(&self.page.word(at)));
        let paired = |at: usize| PAIRS.contains(&(self.page.word(at), self.page.word(at + 1)));
        (says(CRIME) || all.clone().any(paired)) && !says(SEXUAL)
    }

    /// "the risk of sexual abuse of the children by Mr Pickles": what might happen to somebody has not been said to have happened.
    fn is_risk_of(&self, first: usize) -> bool {
        let of = first.checked_sub(1).is_some_and(|at| self.page.word(at) == "of");
        of && first.checked_sub(2).is_some_and(|at| matches!(self.page.word(at), "risk" | "risks" | "danger"))
    }

    /// "Attending Safe Harbour (male survivors of sexual abuse)": whom a service is for.
    pub fn is_of_survivors(&self, hit: &Hit) -> bool {
        const SERVED: &[&str] = &["survivors", "victims", "adults", "children", "women", "men"];
        let start = self.page.sentence(hit.first).start;
        let from = hit.first.saturating_sub(2).max(start);
        let served =
            (from..=hit.first).find(|at| SERVED.contains(&self.page.word(*at)) && self.page.word(at + 1) == "of");
        let Some(served) = served else { return false };
        let bracket = (served.saturating_sub(4).max(start)..served).any(|at| self.page.is_mark(at, b'('));
        (bracket || self.page.word(served) == "survivors") && self.object(hit.last).is_none()
    }

    /// What a trigger speaks of, and whom the grammar around it means.
    fn grammar_of(&self, hit: &Hit) -> Option<(EventKind, Sides<'_>)> {
        Some(match hit.group {
            group if VERBS.contains(&group) && self.noun_too(hit) => return None,
            group if VERBS.contains(&group) => (kind_of(group), self.verb_sides(hit)),
            Group::WeakVerb if self.sexual_beside(hit) => (EventKind::SexualAbuseAllegation, self.verb_sides(hit)),
            group if NOUNS.contains(&group) && !self.inside_verb(hit) => (kind_of(group), self.noun_sides(hit)),
            Group::HarmfulNoun | Group::HarmfulService => (EventKind::HarmfulSexualBehaviour, self.harmful_sides(hit)),
            Group::Offender => (EventKind::SexualAbuseAllegation, self.offender_sides(hit)),
            _ => return None,
        })
    }

    /// The same after everybody in the entry is weighed.
    fn weighed_sides<'s>(&'s self, hit: &Hit, sides: Sides<'s>) -> Sides<'s> {
        let alleged = hit.group != Group::Offender;
        let (perpetrator, victim) = self.settle(hit, (sides.perpetrator, sides.victim), alleged);
        // "Pt: Arjan. Alleged CSA by cousin. Coded, also on Simran's record": whoever is named later does not stand for whom the row is.
        let later = |np: &Np| sides.victim.is_none() && np.first > hit.last && !self.one_sentence(np, hit);
        // "by the boyfriend her mum had then": whose he was is not whom he harmed.
        let whose = |np: &Np| {
            let inside = |other: &Np| other.first <= np.first && np.last <= other.last && other.first != np.first;
            self.is_kin(np) && !np.young && perpetrator.is_some_and(inside)
        };
        let settled = || victim.filter(|np| !later(np) && !whose(np));
        let victim = match alleged {
            true => settled().or_else(|| self.client_harmed(hit, &sides, perpetrator)).or(victim),
            false => sides.victim,
        };
        Sides { perpetrator, victim, governed: sides.governed }
    }

    /// "Booking visit. Discloses abuse by own father": whoever the record is about was harmed, where nobody else is named.
    fn client_harmed(&self, hit: &Hit, sides: &Sides, perpetrator: Option<&Np>) -> Option<&Np> {
        let client =
            self.client.filter(|_| sides.governed || perpetrator.is_some()).or_else(|| self.opener_of_passive(hit))?;
        self.nps
            .iter()
            .find(|np| np.who == Some(client))
            .filter(|np| perpetrator.is_none_or(|other| !self.same_person(other, np)))
    }

    /// "Booking. Simone Facey, 20, lives with her mum. When 9 was interfered with by": whoever the entry opens with, where the passive
    /// has no subject of its own.
    fn opener_of_passive(&self, hit: &Hit) -> Option<Who> {
        let begins = matches!(self.page.word(hit.first), "was" | "were" | "been" | "being" | "got");
        let passive = begins || self.passive(hit.first);
        if !passive || self.subject(hit.first).is_some() {
            return None;
        }
        let opens = |np: &&Np| np.subject && np.named && !np.pro && !np.plural && !np.column;
        let opener = self.nps.iter().find(|np| !np.pro && !np.column && !np.generic).filter(opens)?;
        opener.who.filter(|_| opener.last < hit.first && self.age(opener).is_some())
    }

    fn claimed(&self, hit: &Hit, kind: EventKind, sides: &Sides, status: Option<Status>) -> Claim {
        let people = |np: Option<&Np>| -> Vec<Who> {
            if let Some(both) = np.and_then(|np| self.both(np)) {
                return both;
            }
            np.filter(|np| !np.generic)
                .map(|np| self.all_meant(self.first_of_pair(np)).iter().filter_map(|np| np.who).collect())
                .unwrap_or_default()
        };
        let register = hit.group == Group::Offender;
        let guessed = || sides.victim.filter(|_| !register && kind == EventKind::SexualAbuseAllegation);
        let alleged = sides.perpetrator.or_else(|| guessed().and_then(|harmed| self.only_other(harmed, hit)));
        let (perpetrators, mut victims) = (people(alleged), people(sides.victim));
        let elsewhere = sides.victim.is_some_and(|np| np.plural && np.first > hit.last && !self.one_sentence(np, hit));
        if victims.is_empty() || elsewhere {
            victims = alleged.and_then(|np| self.whose(np)).into_iter().collect();
        }
        victims.retain(|who| !perpetrators.contains(who) && !self.is_unborn(*who));
        Claim { kind, first: hit.first, last: hit.last, perpetrators, victims, status, register }
    }

    /// Everybody joined to somebody; of "Costel, his dad and mum's friend, does" the first alone, whom the verb says to be one.
    fn all_meant<'s>(&'s self, np: &'s Np) -> Vec<&'s Np> {
        let all = self.joined(np);
        let last = all.last().map_or(np.last, |np| np.last);
        let verb = last + 1 + usize::from(self.page.is_mark(last + 1, b','));
        let one = matches!(self.page.word(verb), "does" | "has" | "is" | "was" | "did" | "touches" | "hurts" | "makes");
        let apposed = verb > last + 1 && self.page.is_mark(np.last + 1, b',') && self.page.word(verb) != "did";
        if all.len() > 1 && one && apposed { vec![np] } else { all }
    }

    /// "Skelton and one Tank. Both males are suspected": the two grown people who were named last.
    fn both(&self, np: &Np) -> Option<Vec<Who>> {
        if !np.plural || self.page.word(np.first) != "both" {
            return None;
        }
        let grown = |other: &&Np| {
            other.last < np.first
                && other.named
                && !other.pro
                && !other.nested
                && !other.young
                && !self.is_subject_child(other)
        };
        let mut named: Vec<Who> = Vec::new();
        for who in self.nps.iter().rev().filter(grown).filter_map(|other| other.who) {
            if !named.contains(&who) && named.len() < 2 {
                named.push(who);
            }
        }
        named.reverse();
        (named.len() == 2).then_some(named)
    }

    /// "SHPO made, no contact with Leanne": whom an order protects is not whom it binds.
    fn is_kept_from(&self, np: &Np, hit: &Hit) -> bool {
        let before = np.first.checked_sub(1).map_or("", |at| self.page.word(at));
        let kept = matches!(before, "with" | "contact" | "approach" | "contacting" | "near");
        kept && np.first > hit.last && (hit.last..np.first).any(|at| matches!(self.page.word(at), "no" | "not"))
    }

    /// "was used sexually": whether "sexually" stands beside a verb that may mean anything.
    fn plainly_sexual(&self, hit: &Hit) -> bool {
        [hit.last + 1, hit.first.wrapping_sub(1)].iter().any(|at| self.page.word(*at) == "sexually")
    }

    fn one_sentence(&self, np: &Np, hit: &Hit) -> bool {
        self.page.sentence_of(np.first) == self.page.sentence_of(hit.first)
    }

    /// "by her stepfather", "by her mother's husband": whose he is, where "her" or "his" says so.
    fn whose(&self, np: &Np) -> Option<Who> {
        let owned = np.first < np.last && matches!(self.page.word(np.first), "her" | "his" | "own");
        let Some(Who::Mention(mut index)) = np.who.filter(|_| owned) else { return None };
        let mut of = None;
        while let Some(next) = self.mentions.get(index)?.kin_of {
            (of, index) = (Some(next), next);
        }
        let root = self.mentions.get(of?)?;
        root.kin.is_none().then_some(Who::Mention(of?))
    }

    /// "The risk of sexual abuse to the unborn baby": nobody was harmed yet.
    fn is_unborn(&self, who: Who) -> bool {
        let Who::Mention(index) = who else { return false };
        self.mentions.get(index).is_some_and(|mention| mention.text.to_lowercase().contains("unborn"))
    }

    /// Whether the words mean a grandparent or somebody known to be grown up.
    fn is_elder(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        let kin = self.mentions.get(index).and_then(|mention| mention.kin.as_ref());
        np.grown
            || kin.is_some_and(|kin| kin.steps.len() == 2 && kin.steps.iter().all(|step| step.bond == Bond::Parent))
    }

    /// Whether the words mean a grown-up: a parent, an uncle, a partner, somebody of 18 or more.
    fn is_grown_up(&self, np: &Np) -> bool {
        let Some(Who::Mention(index)) = np.who else { return false };
        let Some(mention) = self.mentions.get(index) else { return false };
        let kin = mention.kin.as_ref().is_some_and(|kin| {
            let first = kin.steps.first().map(|step| step.bond);
            let last = kin.steps.last().map(|step| step.bond);
            matches!(
                last,
                Some(Bond::Parent | Bond::StepParent | Bond::Partner | Bond::FosterCarer | Bond::AdoptiveParent)
            ) || matches!((first, last), (Some(Bond::Parent), Some(Bond::Sibling)))
        });
        kin || mention.age.is_some_and(|age| age >= 18) || mention.title.is_some()
    }
}

fn kind_of(group: Group) -> EventKind {
    match group {
        Group::ExploitVerb | Group::ExploitNoun => EventKind::ExploitationConcern,
        _ => EventKind::SexualAbuseAllegation,
    }
}

fn told<'a>(hit: &Hit, sides: &Sides<'a>) -> Told<'a> {
    Told {
        first: hit.first,
        last: hit.last,
        verb: VERBS.contains(&hit.group) || hit.group == Group::WeakVerb,
        perpetrator: sides.perpetrator,
        victim: sides.victim,
        governed: sides.governed,
        register: hit.group == Group::Offender,
    }
}
