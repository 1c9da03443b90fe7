//! Where somebody is by themselves, or with people of their own: "living alone in Croftham", "stopped in his van", "has the back
//! bedroom at his mother's". No child of the family is there, and none is spoken of.

use super::groups::{Group, Set};
use super::scene::{Np, Scene};
use super::tokens::Shape;
use crate::model::{Bond, Event, EventKind, Kin, LeftOut, Manner, Role, Who};
use std::ops::Range;

/// Why words of being together are left out that tell of no child.
const OWN: &str = "told of their own life, and of no child";

/// Words for the child's family as a whole.
const FAMILY: &[&str] = &[
    "family", "children", "kids", "siblings", "them", "they", "girls", "boys", "child", "baby", "parents", "all", "us",
];
/// Words for somebody's own people.
const KIN: Set = Set::of(&[Group::Kin]);
/// What somebody has of their own, behind "his" or "her own".
const OWNED: &[&str] = &[
    "flat",
    "address",
    "home",
    "house",
    "place",
    "room",
    "bedsit",
    "van",
    "car",
    "vehicle",
    "property",
    "caravan",
    "taxi",
    "lorry",
    "truck",
    "bike",
    "motorbike",
    "workplace",
    "work",
    "accommodation",
    "hostel",
    "cell",
    "tenancy",
    "lodgings",
    "dog",
    "phone",
];
/// Words of having a home.
const LIVING: &[&str] = &[
    "live",
    "lives",
    "living",
    "lived",
    "rents",
    "renting",
    "rented",
    "lodges",
    "lodging",
    "stays",
    "staying",
    "stayed",
    "resides",
    "residing",
    "moved",
    "bedroom",
    "room",
    "sofa",
    "flat",
    "bedsit",
    "registered",
];
/// How far behind such a word its place may stand.
const REACH: usize = 6;
/// Words between a home and where it is.
const AT: &[&str] = &["in", "at", "to", "above", "near", "with", "on", "over"];
/// What stands in no home of a child's.
const LODGINGS: &[&str] = &[
    "flat",
    "room",
    "bedsit",
    "hostel",
    "workmate",
    "mate",
    "friend",
    "girlfriend",
    "boyfriend",
    "colleague",
    "premises",
    "tent",
    "hotel",
    "caravan",
    "landlord",
    "landlady",
    "shop",
    "bakery",
    "pub",
];
/// What the police meet somebody for who is no more than a citizen.
const EVERYDAY: &[&str] = &[
    "speeding",
    "witness",
    "collision",
    "parking",
    "stolen",
    "theft",
    "tyres",
    "headlights",
    "insurance",
    "shoplifting",
    "wallet",
];

/// What somebody's whereabouts are checked for, before "check".
const CHECKED: &[&str] = &["bail", "curfew", "tag", "licence", "order", "probation", "manager", "register", "shpo"];

/// Takes out being with the child where an entry tells of somebody's own life and names no one of the child's; where it names
/// one other who has the home, they are at home with that one.
pub fn take_out(scene: &Scene, events: &mut Vec<Event>, left: &mut Vec<LeftOut>) {
    events.iter_mut().for_each(|event| scene.give_back_to_spouse(event));
    let all = 0..scene.page.len();
    let mut gone = Vec::new();
    for event in std::mem::take(events) {
        let Some(person) = scene.lives_apart(&event, &all) else {
            events.push(event);
            continue;
        };
        let at_home = event.manner == Some(Manner::Household) || event.kind == EventKind::HouseholdJoined;
        match scene.householder(&all, person) {
            Some(other) if at_home && scene.has_own_place(&all, person) => {
                let mut event = event;
                event.people.insert(Role::With, other);
                events.push(event);
            }
            None if scene.others(&all, person).is_empty() => gone.push(event),
            _ => events.push(event),
        }
    }
    left.extend(gone.into_iter().map(|event| {
        let words = scene.sentence_told(&event).map(|range| scene.page.words(range.start, range.end - 1));
        LeftOut { kind: event.kind, words: words.unwrap_or_default(), why: OWN.to_owned() }
    }));
}

impl Scene<'_> {
    /// "Gran goes home to see to her husband Brian": whoever is told of as the partner of one who is no parent is with that one, and
    /// not with the child.
    fn give_back_to_spouse(&self, event: &mut Event) {
        let child = |who: &Who| {
            let meant = |np: &Np| np.who == Some(*who) && self.is_subject_child(np);
            *who == Who::Child || self.nps.iter().any(meant)
        };
        let with_child = event.kind == EventKind::Contact && event.people.get(&Role::With).is_some_and(child);
        let person = event.people.get(&Role::Person).filter(|_| with_child);
        let Some(Who::Mention(index)) = person else { return };
        let Some(mention) = self.mentions.get(*index) else { return };
        let partner = |kin: &Kin| matches!(kin.steps[..], [step] if step.bond == Bond::Partner);
        // "her husband Brian", and not "Step-gran's partner Vic took them swimming".
        let words = mention.text.to_lowercase();
        let own = words.starts_with("her ") || words.starts_with("his ");
        if !own || words.contains(['\'', '\u{2019}']) {
            return;
        }
        let owner = mention.kin_of.filter(|_| mention.kin.as_ref().is_some_and(partner)).map(Who::Mention);
        let Some(owner) = owner else { return };
        let np = self.nps.iter().find(|np| np.who == Some(owner) && !np.pronoun);
        let of_another = |np: &Np| matches!(np.who, Some(Who::Mention(at)) if self.mentions[at].kin_of.is_some());
        if np.is_some_and(|np| self.is_grown(np) && (!self.is_parent(np) || of_another(np))) {
            event.people.insert(Role::With, owner);
            event.manner = Some(Manner::Household);
        }
    }

    /// Whose life apart from the child an event of being with the child tells of.
    fn lives_apart(&self, event: &Event, all: &Range<usize>) -> Option<Who> {
        let together =
            [EventKind::Contact, EventKind::HouseholdJoined, EventKind::RestrictionBreached].contains(&event.kind);
        let with_child =
            together && event.manner != Some(Manner::Care) && event.people.get(&Role::With) == Some(&Who::Child);
        let person = event.people.get(&Role::Person).copied().filter(|_| with_child && !self.says_family(all))?;
        // "Staying at boyfriend Lewis's flat with him most nights".
        let word = |at: usize| self.page.word(at);
        let joined = all.clone().any(|at| word(at) == "with" && matches!(word(at + 1), "him" | "her"));
        let everyday = || event.kind != EventKind::RestrictionBreached && self.is_everyday(all, person);
        let settled = || event.kind != EventKind::RestrictionBreached && self.has_own_place(all, person);
        let apart = self.is_alone(all, person) || settled() || everyday();
        (apart && !joined).then_some(person)
    }

    /// The one grown person, beside somebody and people of their own, whom an entry names: who has the home.
    fn householder(&self, range: &Range<usize>, person: Who) -> Option<Who> {
        let mut others = self.others(range, person);
        if others.iter().any(|np| np.named) {
            others.retain(|np| np.named);
        }
        let (first, more) = others.split_first()?;
        let one = more.iter().all(|np| self.one_person(first, np)) && self.is_grown(first);
        first.who.filter(|_| one)
    }

    fn says_family(&self, range: &Range<usize>) -> bool {
        range.clone().any(|at| FAMILY.contains(&self.page.word(at)) && !self.is_no_sign(at))
    }

    /// Everybody who is spoken of beside a person and people of their own.
    fn others(&self, range: &Range<usize>, person: Who) -> Vec<&Np> {
        let own = |np: &Np| {
            let before = np.first.saturating_sub(1);
            let owned = [np.first, before].iter().any(|at| matches!(self.page.word(*at), "his" | "her" | "a" | "an"));
            owned && !self.is_young(np) || self.page.is_mark(before, b'&')
        };
        // "Lee lives with his new girlfriend": her life is told of as his.
        let opens = |np: &Np| np.first == range.start && self.is_told_with(np, person);
        let whose = |np: &&Np| !np.pronoun && (np.who == Some(person) || opens(np));
        let theirs: Vec<&Np> = self.nps.iter().filter(whose).collect();
        let same = |np: &Np| np.who == Some(person) || theirs.iter().any(|one| self.one_person(one, np));
        let other = |np: &&Np| {
            let child = np.who == Some(Who::Child);
            let nobody = np.pro || np.generic || np.pronoun && !np.plural && !child || np.column || np.nested;
            range.contains(&np.first) && !nobody && np.who.is_some() && !same(np) && !own(np)
        };
        self.nps.iter().filter(other).collect()
    }

    /// Whether a person is somebody else's own: "his new girlfriend".
    fn is_told_with(&self, np: &Np, person: Who) -> bool {
        let own =
            |one: &Np| one.who == Some(person) && !one.named && matches!(self.page.word(one.first), "his" | "her");
        np.who != Some(person) && self.nps.iter().any(own)
    }

    /// "No sign of any child": words of a child who is not there.
    fn is_no_sign(&self, at: usize) -> bool {
        let from = self.page.sentence(at).start.max(at.saturating_sub(REACH));
        (from..at).any(|i| matches!(self.page.word(i), "no" | "any"))
    }

    /// Whether somebody is told, before a token of the same sentence, as the one who does or is something, or is visited:
    /// "stayed with Dave at his flat" tells it of whoever stayed with him.
    fn acts(&self, person: Who, at: usize) -> bool {
        let visited = |np: &Np| {
            let word = |back: usize| np.first.checked_sub(back).map_or("", |at| self.page.word(at));
            word(1) == "to" && word(2) == "visit"
        };
        let sentence = self.page.sentence(at);
        let here = |np: &Np| sentence.contains(&np.first) && np.last < at && np.who == Some(person);
        self.nps.iter().any(|np| here(np) && (visited(np) || !self.governed(np)))
    }

    /// "living alone", "by himself", "at Redmere, where he now lives", "bail check".
    fn is_alone(&self, all: &Range<usize>, person: Who) -> bool {
        let word = |at: usize| self.page.word(at);
        let before = |at: usize, back: usize| at.checked_sub(back).map_or("", word);
        all.clone().any(|at| match word(at) {
            "check" => at == self.page.sentence(at).start + 1 && CHECKED.contains(&before(at, 1)),
            "alone" => word(at + 1) != "with" && self.acts(person, at),
            "own" => matches!(before(at, 1), "his" | "her") && before(at, 2) == "on" && self.acts(person, at),
            "himself" | "herself" => before(at, 1) == "by" && self.acts(person, at),
            "visit" => {
                word(at + 1) == "to" && self.np_from(at + 2).is_some_and(|np| np.who == Some(person) && !np.owns)
            }
            "where" => {
                let from = if word(at + 2) == "now" { at + 3 } else { at + 2 };
                matches!(word(at + 1), "he" | "she") && LIVING.contains(&word(from)) && self.acts(person, at)
            }
            _ => false,
        })
    }

    /// "seen at his flat", "rents a room above the bakery", "lives with his girlfriend in Hull".
    fn has_own_place(&self, all: &Range<usize>, person: Who) -> bool {
        let word = |at: usize| self.page.word(at);
        let owned = |at: usize| {
            let led = at > 0 && matches!(word(at - 1), "at" | "in" | "to" | "outside" | "from" | "near");
            led && matches!(word(at), "his" | "her") && (at + 1..at + 3).any(|i| OWNED.contains(&word(i)))
        };
        let elsewhere = |at: usize| {
            let capital = matches!(self.page.shape(at), Shape::Title | Shape::Caps);
            let place = capital && self.np(at).is_none();
            let meant = self.np(at + 1).is_some_and(|np| np.who == Some(person));
            let own = matches!(word(at), "his" | "her") && !meant && (at + 1..at + 3).any(|i| self.page.any(i, KIN));
            place || own || LODGINGS.contains(&word(at))
        };
        let lives = |at: usize| {
            let near = at + 1..self.page.sentence(at).end.min(at + 1 + REACH);
            let led = |i: usize| AT.contains(&word(i)) && (i + 1..near.end.min(i + 4)).any(elsewhere);
            // "Steph moved in Aug."
            let moved_in = word(at) == "moved" && word(at + 1) == "in";
            LIVING.contains(&word(at))
                && !moved_in
                && (near.clone().any(led) || near.clone().take(3).any(|i| LODGINGS.contains(&word(i))))
        };
        all.clone().any(|at| (owned(at) || lives(at)) && self.acts(person, at))
    }

    fn is_everyday(&self, all: &Range<usize>, person: Who) -> bool {
        all.clone().any(|at| EVERYDAY.contains(&self.page.word(at)) && self.acts(person, at))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{EventKind, Role, Who};
    use crate::reading::read_text;

    fn is_with_child(text: &str) -> bool {
        let events = read_text(text).events;
        events.iter().any(|event| {
            matches!(event.kind, EventKind::Contact | EventKind::HouseholdJoined)
                && event.people.get(&Role::With) == Some(&Who::Child)
        })
    }

    #[test]
    fn a_life_elsewhere_is_no_contact_with_the_child() {
        for text in [
            "Gary stopped for speeding at Redmere, where he now lives.",
            "Home visit to Gary, living alone in Croftham.",
            "Gary now rents a room above the bakery.",
            "Gary has moved up from Kent and has the back bedroom at his brother's.",
            "Gary seen at his flat, phone examined.",
        ] {
            assert!(!is_with_child(text), "{text}");
        }
    }

    #[test]
    fn a_home_or_a_visit_with_the_family_is() {
        for text in [
            "Gary has moved back into the family home.",
            "Gary was at home when we called, the children asleep.",
            "Gary had her at his flat on Saturday.",
            "Gary came to parents' evening with Mum.",
            "Stayed with Gary at his flat.",
            "Seen alone with Gary in his car.",
        ] {
            assert!(is_with_child(text), "{text}");
        }
    }
}
