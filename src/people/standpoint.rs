//! From whose point of view kin words are spoken.

use super::clue::Clue;
use super::fold::fold;
use super::nicknames;
use super::profile::Profile;
use crate::model::{Bond, Entry, FrontPerson, FrontSheet, Kin, Meaning, Mention, Naming, Reading, Sex, Step};
use chrono::{Months, NaiveDate};

/// Under this age nobody has a partner or a child of their own.
const YOUNG: u32 = 13;

/// Under this age a partner who is not called boyfriend or girlfriend is somebody else's.
const GROWN: u32 = 18;

/// Who the words start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standpoint {
    /// The child whose record it is.
    Child,
    /// The child's foster carer.
    Carer,
    /// Somebody of the same entry, as an index among the clues.
    Clue(usize),
}

impl Standpoint {
    /// Who kin words start from that name nobody: the child, except where that cannot be.
    ///
    /// "Our son" in a foster carer's log is the carer's; and a young child has neither partner nor children, so that such words are somebody else's of the entry.
    pub fn of_record(
        front: &FrontSheet,
        sent: &Entry,
        mention: &Mention,
        kin: &Kin,
        clue: usize,
        clues: &[Clue],
        first: usize,
    ) -> Option<Standpoint> {
        let day = sent.when.as_ref().map(|when| when.latest);
        let born = front.child.born.as_ref().map(|born| born.earliest);
        let text = mention.text.to_lowercase();
        if is_priest(front, mention, kin) {
            return None;
        }
        if names_another_parent(front, mention, kin) {
            let named = |other: &Clue| other.is_named() && !other.professional;
            let before = clues[..clue - first].iter().rposition(named);
            return before.map(|at| Standpoint::Clue(first + at));
        }
        let younger = |bond| matches!(bond, Bond::Child | Bond::StepChild | Bond::AdoptedChild | Bond::FosterChild);
        let own =
            kin.steps.first().is_some_and(|step| step.bond == Bond::Partner || younger(step.bond)) || is_nephew(kin);
        if let (Some(day), Some(born), false) = (day, born, own)
            && is_before_pregnancy(born, day)
            && let Some(at) = other_young(front, day, clues, clue - first)
        {
            return Some(Standpoint::Clue(first + at));
        }
        let partner = kin.steps.first().is_some_and(|step| step.bond == Bond::Partner);
        let years = if partner && text.contains("friend") { YOUNG } else { GROWN };
        let before = nearest_other(front, day, &clues[..=clue - first]).map(|at| first + at);
        let before = before.or_else(|| only_after(front, clue - first, clues).map(|at| first + at).filter(|_| partner));
        let before = before.map(Standpoint::Clue);
        if text.starts_with("own ") && before.is_some() {
            return before;
        }
        if !own || !matches!((day, born), (Some(day), Some(born)) if is_under(years, born, day)) {
            return Some(Standpoint::Child);
        }
        let fostered = front.people.iter().any(|one| {
            one.relation.as_deref().and_then(Kin::parse).is_some_and(|kin| kin.steps[0].bond == Bond::FosterCarer)
        });
        if fostered && (text.starts_with("our ") || text.starts_with("my ")) {
            return Some(Standpoint::Carer);
        }
        before
    }
}

/// "The former partner", of whom the entry does not say whose, where the child is too young for one: a parent's, if the front sheet
/// lists one alone of that kind.
pub fn a_parents(front: &FrontSheet, mention: &Mention, kin: &Kin) -> Option<Kin> {
    let [Step { bond: Bond::Partner, former, .. }] = kin.steps[..] else { return None };
    let of_parent = |one: &FrontPerson| {
        let kin = Kin::parse(one.relation.as_deref()?)?;
        let fits = matches!(kin.steps[..], [Step { bond: Bond::Parent, .. }, Step { bond: Bond::Partner, former: then, .. }]
            if then == former);
        fits.then_some(kin)
    };
    let mut listed = front.people.iter().filter_map(of_parent);
    let only = listed.next().filter(|_| listed.next().is_none() && !mention.indefinite)?;
    (mention.sex.is_none() || only.sex().is_none() || mention.sex == only.sex()).then_some(only)
}

/// "When nephew Jordan sits with the girls": a child's record seldom speaks of the child's own nephew.
fn is_nephew(kin: &Kin) -> bool {
    matches!(kin.steps[..], [Step { bond: Bond::Sibling, .. }, Step { bond: Bond::Child, .. }])
}

/// Whether the words are for a parent: "Mum", "Dad".
pub fn is_parent(kin: &Kin) -> bool {
    matches!(kin.steps[..], [Step { bond: Bond::Parent, .. }])
}

/// Whose record a row is, where its column of people names one other child alone: "Dad" is then that child's.
pub fn other_child(
    front: &FrontSheet,
    sent: &Entry,
    reading: &Reading,
    clue_of: &[Option<usize>],
    clues: &[Clue],
) -> Option<usize> {
    let in_column =
        |mention: &Mention| sent.cells.get(mention.cell).is_some_and(|cell| cell.meaning == Meaning::People);
    let named = reading.mentions.iter().zip(clue_of).filter(|(mention, _)| in_column(mention));
    let mut found: Vec<usize> = named.filter_map(|(_, clue)| *clue).collect();
    found.dedup();
    let [only] = found[..] else { return None };
    let (day, said) = (sent.when.as_ref().map(|when| when.latest), &clues[only]);
    let young = said.profile.born_between.zip(day).is_some_and(|((born, _), day)| is_under(GROWN, born, day));
    let listed = front.people.iter().any(|one| is_called(&said.profile, &one.name) && is_of_childs_age(one));
    (said.is_named() && !said.is_child && (young || listed)).then_some(only)
}

/// "Husband Mr R Haddow resident. Occupants now Sandra, Mason, Mr Haddow": the one grown person named after, by given name, who
/// is not the child.
fn only_after(front: &FrontSheet, last: usize, clues: &[Clue]) -> Option<usize> {
    let grown = |name: &str| {
        let listed = |one: &&FrontPerson| fold(&one.name).split(' ').next() == Some(name) && !is_of_childs_age(one);
        front.people.iter().any(|one| listed(&one))
    };
    let fits = |clue: &Clue| {
        let known = &clue.profile;
        !clue.professional
            && !clue.is_child
            && (known.singles.iter().any(|name| grown(name)) || known.names.iter().any(|name| grown(name.first())))
    };
    let mut found = (last + 1..clues.len()).filter(|at| fits(&clues[*at]));
    found.next().filter(|_| found.next().is_none())
}

/// Whether a name's given name is one by which somebody is called.
fn is_called(profile: &Profile, name: &str) -> bool {
    let name = fold(name);
    let given = name.split(' ').next().unwrap_or_default();
    profile.singles.contains(given) || profile.names.iter().any(|name| name.first() == given)
}

/// Whether the front sheet makes somebody a sibling or cousin of the child, of any kind.
fn is_of_childs_age(person: &FrontPerson) -> bool {
    use Bond::{Child, FosterSibling, HalfSibling, Sibling, StepSibling};
    let kin = person.relation.as_deref().and_then(Kin::parse);
    kin.is_some_and(|kin| match kin.steps[..] {
        [step] => matches!(step.bond, Sibling | HalfSibling | StepSibling | FosterSibling),
        [.., before, last] => before.bond == Sibling && last.bond == Child,
        [] => false,
    })
}

/// Whether a day lies before the child was on the way: "mother" is then nobody's whose child was not born.
fn is_before_pregnancy(born: NaiveDate, day: NaiveDate) -> bool {
    born.checked_sub_months(Months::new(10)).is_some_and(|begun| day < begun)
}

/// "MAZUR Ewa b. 19/05/93 told her teacher. Father is MAZUR Stanislaw": the first child that an entry names, by an age or a date
/// of birth given there or on the front sheet.
fn other_young(front: &FrontSheet, day: NaiveDate, clues: &[Clue], own: usize) -> Option<usize> {
    let listed = |known: &Profile| {
        let mut called = front.people.iter().filter(|one| is_called(known, &one.name));
        called.next().filter(|_| called.next().is_none())?.born.as_ref().map(|born| born.earliest)
    };
    clues.iter().enumerate().position(|(at, other)| {
        let born = other.profile.born_between.map(|(earliest, _)| earliest).or_else(|| listed(&other.profile));
        at != own && !other.professional && other.is_named() && born.is_some_and(|born| is_under(GROWN, born, day))
    })
}

/// Of the clues before the last one, the nearest that means somebody grown who is not the child.
fn nearest_other(front: &FrontSheet, day: Option<NaiveDate>, clues: &[Clue]) -> Option<usize> {
    let (last, before) = clues.split_last()?;
    let child = fold(&front.child.name);
    before.iter().rposition(|other| {
        let known = &other.profile;
        let is_child = known.names.iter().any(|name| child.starts_with(name.first()))
            || known.singles.iter().any(|single| child.starts_with(single.as_str()));
        let named =
            !known.names.is_empty() || !known.surnames.is_empty() || known.singles.iter().any(|one| one.len() > 1);
        let adult = (named || !other.claims.is_empty())
            && known.born_between.is_none_or(|(earliest, _)| day.is_none_or(|day| !is_under(YOUNG, earliest, day)));
        let of_childs_age = || front.people.iter().any(|one| is_called(known, &one.name) && is_of_childs_age(one));
        let grown = adult && (known.born_between.is_some() || !of_childs_age());
        other.mentions < vec![last.mentions[0]] && !is_child && !other.is_child && !other.professional && grown
    })
}

/// "GS with mum Tracey", where the child's mother is Joanna: somebody else's mother.
fn names_another_parent(front: &FrontSheet, mention: &Mention, kin: &Kin) -> bool {
    let [Step { bond: Bond::Parent, sex: Some(sex), .. }] = kin.steps[..] else { return false };
    let Naming::Given(said) = &mention.naming else { return false };
    let is_parent = |one: &&FrontPerson| {
        let kin = one.relation.as_deref().and_then(Kin::parse);
        kin.is_some_and(
            |kin| matches!(kin.steps[..], [Step { bond: Bond::Parent, sex: of, former: false }] if of == Some(sex)),
        )
    };
    let said = fold(said);
    let given = |name: &str| fold(name).split(' ').next().unwrap_or_default().to_owned();
    let called = |one: &FrontPerson| {
        let mut names = one.names().map(given);
        names.any(|name| name == said || nicknames::one_name(&name, &said) || nicknames::short_form(&said, &name))
    };
    let mut parents = front.people.iter().filter(is_parent);
    let (Some(parent), None) = (parents.next(), parents.next()) else { return false };
    !called(parent) && front.people.iter().any(called)
}

/// "Father Dominic", where the child's father is somebody else: a title.
fn is_priest(front: &FrontSheet, mention: &Mention, kin: &Kin) -> bool {
    let father = |words: &str| matches!(Kin::parse(words), Some(Kin { steps }) if matches!(steps[..], [Step { bond: Bond::Parent, sex: Some(Sex::M), .. }]));
    let given = match &mention.naming {
        Naming::Full { given, .. } | Naming::Given(given) => fold(given),
        _ => return false,
    };
    let words = mention.text.starts_with("Father ") && matches!(kin.steps[..], [Step { bond: Bond::Parent, .. }]);
    let others = |name: &String| fold(name).split(' ').next() != Some(given.as_str());
    words && front.people.iter().any(|one| one.relation.as_deref().is_some_and(father) && others(&one.name))
}

fn is_under(years: u32, born: NaiveDate, day: NaiveDate) -> bool {
    born.checked_add_months(Months::new(years * 12)).is_some_and(|birthday| day < birthday)
}
