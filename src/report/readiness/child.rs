//! The child's own standing: proceedings, plans, brothers and sisters, a safe adult, wishes, consent.

use super::{Filled, Source, known, quotation, quoted};
use crate::findings::agencies::{Sector, sector_by_id};
use crate::findings::look::{last, of_child};
use crate::findings::spells::{Spell, looked_after, plans};
use crate::findings::words::{called, list};
use crate::model::{Bond, EventKind, PersonId};
use crate::report::plain;
use std::collections::BTreeSet;

/// How many quotations stand under an item.
const QUOTED: usize = 4;

const PROCEEDINGS: &[&str] = &[
    "family court",
    "care proceedings",
    "court proceedings",
    "in proceedings",
    "child arrangements",
    "contact order",
    "prohibited steps",
    "non-molestation",
    "cafcass",
    "section 7 report",
    "public law outline",
    "pre-proceedings",
    "special guardianship",
    "supervision order",
    "care order",
];

/// What entries say of proceedings. Whether there are any today about contact is asked whatever they say.
pub fn proceedings(source: Source<'_, '_>) -> Filled {
    let found = quoted(source.history, PROCEEDINGS, QUOTED);
    Filled {
        known: found.into_iter().map(|(known, _)| known).collect(),
        unknown: vec![
            "whether there are private-law proceedings today about contact with an alleged person".to_owned(),
        ],
    }
}

/// Plans and times of being looked after, and orders.
pub fn legal_status(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let spell = |label: &str, spell: &Spell<'_>| {
        let until = spell.until.map_or_else(|| "no end shown".to_owned(), |day| format!("ended {}", plain::day(day)));
        let words = format!("{label} from {}, {until}.", plain::day(spell.from));
        known(words, spell.entries.iter().map(|entry| entry.id.clone()).take(1))
    };
    let mut filled = Filled::default();
    filled.known.extend(plans(history).iter().map(|one| spell("Child protection plan", one)));
    filled.known.extend(looked_after(history).iter().map(|one| spell("Looked after", one)));
    let orders = of_child(history, &[EventKind::LegalOrder]);
    let civil = orders.iter().rev().filter(|one| sector_by_id(history, &one.entry.agency) != Sector::Police);
    let told =
        civil.take(QUOTED).map(|one| known(quotation(history, one.entry, &one.event.words), [one.entry.id.clone()]));
    filled.known.extend(told);
    if filled.known.is_empty() {
        filled.unknown.push("whether the child is subject to a plan or an order, or looked after".to_owned());
    }
    if quoted(history, &["parental responsibility"], 1).is_empty() {
        filled.unknown.push("who has parental responsibility".to_owned());
    }
    filled
}

/// Brothers and sisters of every kind.
pub fn siblings(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let is_sibling = |id: &PersonId| {
        let kin = history.kin_to_child.get(id);
        kin.is_some_and(|kin| {
            matches!(&kin.steps[..], [step] if matches!(step.bond, Bond::Sibling | Bond::HalfSibling | Bond::StepSibling | Bond::FosterSibling))
        })
    };
    let mut filled = Filled::default();
    for person in history.people.persons.iter().filter(|one| is_sibling(&one.id)) {
        let who = called(history, &person.id);
        let listed = history.front.people.iter().find(|one| one.id == person.id);
        let lives = match listed.and_then(|one| one.lives_with_child) {
            Some(true) => ", lives with the child",
            Some(false) => ", lives elsewhere",
            None => "",
        };
        let born = person.born.as_ref().map(|born| format!(", born {}", plain::edtf(&born.edtf)));
        let missing = [born.is_none().then_some("the date of birth"), lives.is_empty().then_some("the home")];
        let missing: Vec<&str> = missing.into_iter().flatten().collect();
        if !missing.is_empty() {
            filled.unknown.push(format!("{} of {who}", list(&missing)));
        }
        let entries = person.mentions.iter().map(|(entry, _)| entry.clone()).take(1);
        filled.known.push(known(format!("{who}{}{lives}.", born.unwrap_or_default()), entries));
    }
    if filled.known.is_empty() {
        filled.unknown.push("whether there are brothers or sisters; none is named".to_owned());
    }
    filled
}

const SAFE: &[&str] =
    &["safe adult", "safe person", "safe people", "trusted adult", "trusts", "confides in", "feels safe with"];

/// Whom entries call safe. A safe adult against whom an allegation stands is pointed out.
pub fn safe_adult(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let alleged: BTreeSet<&PersonId> = history.allegations.iter().map(|one| &one.perpetrator).collect();
    let mut filled = Filled::default();
    for (mut fact, entry) in quoted(history, SAFE, QUOTED) {
        let here = history.people_in(&entry).into_iter();
        let names: Vec<&str> = here.filter(|id| alleged.contains(id)).map(|id| history.name(id)).collect();
        if !names.is_empty() {
            fact.words += &format!(
                " This entry also names {}, against whom an allegation stands: check before relying on it.",
                list(&names)
            );
        }
        filled.known.push(fact);
    }
    filled
        .unknown
        .push("which adult will support the child through the work, and whether that adult is safe".to_owned());
    filled
}

/// What the child last said, and whether the child agrees.
pub fn wishes(source: Source<'_, '_>) -> Filled {
    let history = source.history;
    let said = of_child(history, &[EventKind::ChildsVoice]);
    let latest = said.iter().rev().filter(|one| last(one.entry).is_some()).take(QUOTED);
    let agrees =
        !quoted(history, &["agrees to the referral", "agreed to the referral", "agrees to a referral"], 1).is_empty();
    let unknown = (!agrees).then(|| "whether the child knows of this referral and agrees to it".to_owned());
    Filled {
        known: latest
            .map(|one| known(quotation(history, one.entry, &one.event.words), [one.entry.id.clone()]))
            .collect(),
        unknown: unknown.into_iter().collect(),
    }
}

/// What entries say of consent.
pub fn consent(source: Source<'_, '_>) -> Filled {
    let found = quoted(source.history, &["consent", "parental responsibility"], QUOTED);
    Filled {
        known: found.into_iter().map(|(known, _)| known).collect(),
        unknown: vec!["who consents to this referral, and on what basis information is shared".to_owned()],
    }
}
