//! A person in the making, and the table on which clues are put together.

use super::bearers::Bearers;
use super::choose::reference;
use super::clue::Clue;
use super::decided::Decided;
use super::doubts::Doubts;
use super::family::Family;
use super::fold::fold;
use super::names::Name;
use super::profile::Profile;
use super::standpoint::Standpoint;
use crate::model::{Bond, Entry, FrontPerson, FrontSheet, Kin, PersonId, Reading, Step, Who};
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::ops::Range;

/// A person in the making.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Place on the front sheet, the child being 0.
    pub front: Option<usize>,
    /// All that is known to compare.
    pub profile: Profile,
    /// Folded kin words by which entries that say who is meant call them: "nana", "grandad".
    pub called: BTreeSet<String>,
    /// The clues taken to mean them, with the reason for each.
    pub clues: Vec<(usize, String)>,
    /// What the clues of each file say of them, by the file's number.
    pub in_file: BTreeMap<usize, InFile>,
    /// The days of entries that name them in full.
    pub named_on: BTreeSet<NaiveDate>,
    /// Under which references entries name them in full.
    pub filed: FxHashMap<usize, Filed>,
    /// Whether it was merged into another draft.
    pub gone: bool,
    /// Whether it is not said which of several people is meant: nobody else is then joined to it.
    pub unsure: bool,
    /// A surname with the title before it, where no given name is known.
    pub titled: Option<String>,
    /// The words that stand for somebody without a name.
    pub words: Option<String>,
}

impl Draft {
    /// Adds the entries of a reference that name them in full.
    fn file(&mut self, reference: usize, filed: Filed) {
        let known = self.filed.get(&reference).copied().unwrap_or(filed);
        self.filed.insert(reference, known.and(filed));
    }
}

/// What the clues of one file say of somebody.
#[derive(Clone, Debug, Default)]
pub struct InFile {
    /// All that is known to compare.
    pub profile: Profile,
    /// Whether it tells of an allegation against them, or of what follows one.
    pub accused: bool,
    /// The titles, folded, with which it gives them a surname and more: "mrs" of "Mrs Sandra Dodds".
    pub titles: BTreeSet<String>,
}

/// The folded title with which words for somebody begin.
pub fn title_of(words: &str) -> Option<String> {
    let first = words.split_whitespace().next()?.trim_end_matches('.').to_lowercase();
    matches!(first.as_str(), "mr" | "mrs" | "ms" | "miss").then_some(first)
}

/// The entries of one reference that name somebody in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    /// One alone.
    In(usize),
    /// Several.
    Often,
}

impl Filed {
    /// With another such entry.
    fn and(self, other: Filed) -> Filed {
        if self == other { self } else { Filed::Often }
    }
}

/// Everything that is on the table while people are put together.
pub struct Table<'a> {
    /// The front sheet.
    pub front: &'a FrontSheet,
    /// The entries, as given.
    pub entries: &'a [&'a Entry],
    /// What was read in each entry.
    pub readings: &'a [Option<&'a Reading>],
    /// All clues, in the order of the entries' ids.
    pub clues: Vec<Clue>,
    /// Which draft each clue was joined to.
    pub of: Vec<Option<usize>>,
    /// The people in the making; the front sheet's first, the child being 0.
    pub drafts: Vec<Draft>,
    /// Who is kin of whom, as far as is known.
    pub family: Family,
    /// What the front sheet says of kin, read once.
    pub front_facts: Vec<(usize, Kin, usize)>,
    /// What may be but is not sure.
    pub doubts: Doubts,
    /// Who is called what, of those who are surely one person each.
    pub bearers: Bearers,
    /// The same of those of whom it is not said which of several people they are.
    pub unclear: Bearers,
    /// What the front sheet makes each person on it of the child.
    listed: Vec<Option<Kin>>,
    /// Folded given names, nicknames and aliases that stand alone in any clue.
    said_alone: OnceCell<FxHashSet<String>>,
    /// The first day on which anybody known by a given name alone was alleged to have done harm, by the name.
    alleged_from: OnceCell<FxHashMap<String, NaiveDate>>,
    /// The clues that say anything of kin.
    telling: Vec<usize>,
    /// The clues of each entry.
    here: Vec<Range<usize>>,
    /// For each entry the number of its file.
    files: Vec<usize>,
    /// For each entry the number of the reference under which its agency files it.
    references: Vec<Option<usize>>,
    /// Whether any tie is said from where a foster carer stands, whom only the family itself tells.
    of_carer: bool,
    /// The facts of which the family was made.
    facts: FxHashSet<(usize, Kin, usize)>,
    /// What people have decided about who is who.
    pub decided: Decided,
}

impl<'a> Table<'a> {
    /// A table on which only the front sheet lies.
    pub fn new(
        front: &'a FrontSheet,
        entries: &'a [&'a Entry],
        readings: &'a [Option<&'a Reading>],
        clues: Vec<Clue>,
        decided: Decided,
    ) -> Self {
        let drafts: Vec<Draft> =
            front.everyone().enumerate().map(|(place, person)| from_front(place, person)).collect();
        let mut bearers = Bearers::default();
        drafts.iter().enumerate().for_each(|(at, draft)| bearers.add(at, &draft.profile));
        let relation = |person: &FrontPerson| Kin::parse(person.relation.as_deref()?);
        let mut table = Table {
            front,
            bearers,
            unclear: Bearers::default(),
            listed: front.everyone().map(relation).collect(),
            said_alone: OnceCell::new(),
            alleged_from: OnceCell::new(),
            telling: (0..clues.len()).filter(|at| !clues[*at].claims.is_empty()).collect(),
            entries,
            readings,
            here: ranges(entries.len(), &clues),
            files: numbers(entries.iter().map(|entry| Some(entry.origin.file.as_str())))
                .into_iter()
                .flatten()
                .collect(),
            references: numbers(entries.iter().map(|entry| Some((&entry.agency, reference(entry)?)))),
            of_carer: clues.iter().flat_map(|clue| &clue.claims).any(|claim| claim.of == Standpoint::Carer),
            facts: FxHashSet::default(),
            of: vec![None; clues.len()],
            clues,
            drafts,
            family: Family::default(),
            front_facts: front_facts(front),
            doubts: Doubts::default(),
            decided,
        };
        table.rebuild_family();
        table
    }

    /// Drafts that stand.
    pub fn standing(&self) -> impl Iterator<Item = (usize, &Draft)> {
        self.drafts.iter().enumerate().filter(|(_, draft)| !draft.gone)
    }

    /// Clues that nobody has been found for.
    pub fn open(&self) -> Vec<usize> {
        (0..self.clues.len()).filter(|clue| self.of[*clue].is_none()).collect()
    }

    /// Drafts that stand and are surely one person each.
    pub fn sure(&self) -> impl Iterator<Item = (usize, &Draft)> {
        self.standing().filter(|(_, draft)| !draft.unsure)
    }

    /// The drafts of the front sheet's people.
    pub fn listed(&self) -> impl Iterator<Item = usize> {
        0..self.listed.len()
    }

    /// Whether a draft stands and is surely one person.
    pub fn is_sure(&self, draft: usize) -> bool {
        self.drafts.get(draft).is_some_and(|draft| !draft.gone && !draft.unsure)
    }

    /// For each given name that stands alone, the first day on which anybody so called was alleged to have done harm, once
    /// somebody asked.
    pub fn alleged_from(&self, given: impl FnOnce() -> FxHashMap<String, NaiveDate>) -> &FxHashMap<String, NaiveDate> {
        self.alleged_from.get_or_init(given)
    }

    /// Whether an entry calls anybody by this folded given name alone.
    pub fn is_said_alone(&self, given: &str) -> bool {
        let all = || self.clues.iter().flat_map(|clue| &clue.profile.singles).cloned().collect();
        self.said_alone.get_or_init(all).contains(given)
    }

    /// The clues of an entry.
    pub fn clues_of(&self, entry: usize) -> Range<usize> {
        self.here.get(entry).cloned().unwrap_or(0..0)
    }

    /// The clue that a mention of an entry became, if it tells of anybody.
    pub fn clue_of(&self, entry: usize, mention: usize) -> Option<usize> {
        self.clues_of(entry).find(|clue| self.clues[*clue].mentions.contains(&mention))
    }

    /// The draft that somebody told of in an entry was joined to; the mother whom an entry does not name is none.
    pub fn draft_of(&self, entry: usize, who: &Who) -> Option<usize> {
        match who {
            Who::Child => Some(0),
            Who::Mother => None,
            Who::Mention(at) => self.of[self.clue_of(entry, *at)?],
        }
    }

    /// The clues of a draft in an entry.
    pub fn clues_in(&self, draft: usize, entry: usize) -> impl Iterator<Item = usize> {
        self.clues_of(entry).filter(move |clue| self.of[*clue] == Some(draft))
    }

    /// What the return that holds a clue says of a draft.
    pub fn in_return(&self, clue: usize, draft: usize) -> Option<&Profile> {
        self.file_of(clue, draft).map(|known| &known.profile)
    }

    /// Whether the return that holds a clue tells of an allegation against a draft, or of what follows one.
    pub fn is_accused_in_return(&self, clue: usize, draft: usize) -> bool {
        self.file_of(clue, draft).is_some_and(|known| known.accused)
    }

    /// The titles with which the return that holds a clue gives a draft a surname and more.
    pub fn titles_in_return(&self, clue: usize, draft: usize) -> Option<&BTreeSet<String>> {
        self.file_of(clue, draft).map(|known| &known.titles)
    }

    fn file_of(&self, clue: usize, draft: usize) -> Option<&InFile> {
        let file = self.files.get(self.clues[clue].entry)?;
        self.drafts[draft].in_file.get(file)
    }

    /// The number of the reference under which an entry is filed, where it is under any.
    pub fn reference(&self, entry: usize) -> Option<usize> {
        self.references.get(entry).copied().flatten()
    }

    /// Joins a clue to a draft.
    pub fn attach(&mut self, clue: usize, draft: usize, because: impl Into<String>) {
        self.of[clue] = Some(draft);
        let bearers = if self.drafts[draft].unsure { &mut self.unclear } else { &mut self.bearers };
        if self.drafts[draft].profile.absorb(&self.clues[clue].profile) {
            bearers.add(draft, &self.clues[clue].profile);
        }
        if self.clues[clue].is_named() || self.clues[clue].mentions.len() > 1 {
            self.drafts[draft].called.extend(self.clues[clue].called.iter().cloned());
            bearers.add_called(draft, &self.clues[clue].called);
        }
        self.drafts[draft].clues.push((clue, because.into()));
        let entry = self.clues[clue].entry;
        if !self.clues[clue].profile.names.is_empty() {
            let (day, reference) = (self.day_of(entry), self.reference(entry));
            self.drafts[draft].named_on.extend(day);
            if let Some(reference) = reference {
                self.drafts[draft].file(reference, Filed::In(entry));
            }
        }
        if let Some(file) = self.files.get(entry).copied() {
            let accused = self.is_accused(clue);
            let known = self.drafts[draft].in_file.entry(file).or_default();
            known.profile.absorb(&self.clues[clue].profile);
            known.accused |= accused;
            let words = &self.clues[clue].words;
            known.titles.extend(title_of(words).filter(|_| words.split_whitespace().count() > 2));
        }
    }

    /// Makes a new person of a clue.
    pub fn found(&mut self, clue: usize, because: impl Into<String>) -> usize {
        self.drafts.push(Draft::default());
        let draft = self.drafts.len() - 1;
        self.attach(clue, draft, because);
        let said = &self.clues[clue];
        if said.grown && !said.profile.surnames.is_empty() {
            self.drafts[draft].titled = Some(said.words.clone());
        }
        if !self.clues[clue].is_named() {
            self.drafts[draft].words = Some(self.clues[clue].words.clone());
        }
        draft
    }

    /// Makes a person of a clue that may mean one of several: nobody else is joined to it.
    pub fn found_unsure(&mut self, clue: usize, because: &str) -> usize {
        let draft = self.found(clue, because);
        self.set_unsure(draft, true);
        draft
    }

    /// Says whether a draft may be one of several people.
    pub fn set_unsure(&mut self, draft: usize, unsure: bool) {
        if self.drafts[draft].unsure == unsure {
            return;
        }
        self.unlist(draft);
        self.drafts[draft].unsure = unsure;
        self.list(draft);
    }

    /// Takes a draft off the lists of who is called what.
    fn unlist(&mut self, draft: usize) {
        let known = &self.drafts[draft];
        let bearers = if known.unsure { &mut self.unclear } else { &mut self.bearers };
        bearers.remove(draft, &known.profile);
        bearers.remove_called(draft, &known.called);
    }

    /// Lists a draft under what it is called.
    fn list(&mut self, draft: usize) {
        let known = &self.drafts[draft];
        let bearers = if known.unsure { &mut self.unclear } else { &mut self.bearers };
        bearers.add(draft, &known.profile);
        bearers.add_called(draft, &known.called);
    }

    /// Makes one person of two; the one on the front sheet, or the earlier, stays.
    pub fn merge(&mut self, a: usize, b: usize, because: &str) {
        let (keep, drop) = (a.min(b), a.max(b));
        if keep == drop || self.drafts[drop].gone || self.drafts[keep].gone {
            return;
        }
        self.unlist(drop);
        let other = std::mem::take(&mut self.drafts[drop]);
        self.drafts[drop].gone = true;
        let known = &mut self.drafts[keep];
        let bearers = if known.unsure { &mut self.unclear } else { &mut self.bearers };
        bearers.add(keep, &other.profile);
        bearers.add_called(keep, &other.called);
        known.profile.absorb(&other.profile);
        known.called.extend(other.called);
        known.named_on.extend(other.named_on);
        other.filed.into_iter().for_each(|(reference, filed)| known.file(reference, filed));
        for (file, said) in &other.in_file {
            let own = known.in_file.entry(*file).or_default();
            own.profile.absorb(&said.profile);
            own.accused |= said.accused;
            own.titles.extend(said.titles.iter().cloned());
        }
        for (clue, reason) in other.clues {
            self.of[clue] = Some(keep);
            self.drafts[keep].clues.push((clue, format!("{reason}; {because}")));
        }
        self.doubts.instead(drop, keep);
        if !self.drafts[keep].profile.names.is_empty() || !self.drafts[keep].profile.singles.is_empty() {
            self.drafts[keep].words = None;
        }
    }

    /// Reads the ties of everyone joined so far anew.
    pub fn rebuild_family(&mut self) {
        let mut facts: Vec<(usize, Kin, usize)> = self.front_facts.clone();
        let sure =
            |(person, _, of, _): &(usize, &Kin, usize, usize)| !self.drafts[*person].unsure && !self.drafts[*of].unsure;
        facts.extend(self.stated().filter(sure).map(|(person, kin, of, _)| (person, kin.clone(), of)));
        facts.extend(self.decided_facts().into_iter().map(|(person, kin, of, _)| (person, kin, of)));
        self.facts.clear();
        facts.retain(|fact| self.facts.insert(fact.clone()));
        self.family = Family::of(self.drafts.len(), facts);
    }

    /// Whether a clue that was joined just now says nothing of the family that is not known already.
    pub fn adds_no_tie(&self, clue: usize) -> bool {
        let here = self.clues_of(self.clues[clue].entry);
        !self.of_carer
            && here.flat_map(|at| self.stated_by(at)).all(|(person, kin, of)| {
                self.drafts[person].unsure || self.drafts[of].unsure || self.facts.contains(&(person, kin.clone(), of))
            })
    }

    /// What people have decided about kin, with the number of the decision.
    pub fn decided_facts(&self) -> Vec<(usize, Kin, usize, usize)> {
        let known = self.decided.kin.iter().filter_map(|(person, kin, of, number)| {
            Some((self.anchored(*person)?, kin.clone(), self.anchored(*of)?, *number))
        });
        known.filter(|(person, _, of, _)| person != of).collect()
    }

    /// Everything that the entries say of kin, with the clue that says it.
    pub fn stated(&self) -> impl Iterator<Item = (usize, &Kin, usize, usize)> {
        let stated = |clue: &usize| {
            let clue = *clue;
            self.stated_by(clue).map(move |(person, kin, of)| (person, kin, of, clue))
        };
        self.telling.iter().flat_map(stated)
    }

    /// What a clue says of kin. Where the words do not say from whom they start, they add nothing to what the front
    /// sheet says.
    pub fn stated_by(&self, clue: usize) -> impl Iterator<Item = (usize, &Kin, usize)> {
        let person = self.of[clue];
        let listed = person.is_some_and(|person| self.drafts[person].front.is_some());
        let claims = self.clues[clue].claims.iter().filter(move |claim| !(claim.guessed && listed));
        claims.filter_map(move |claim| {
            let (person, of) = (person?, self.standpoint(claim.of)?);
            let otherwise = of == 0 && self.listed_otherwise(person, &claim.kin)
                || person == 0 && self.listed_otherwise(of, &claim.kin.inverse());
            let stands = of != person && !otherwise;
            stands.then_some((person, &claim.kin, of))
        })
    }

    /// Whether the front sheet says that somebody is something else to the child: "next of kin NORA (MOTHER)" of a dead
    /// man does not make a grandmother the child's mother.
    fn listed_otherwise(&self, person: usize, kin: &Kin) -> bool {
        let known = self.drafts[person].front.and_then(|place| self.listed.get(place)?.as_ref());
        let blood =
            |kin: &Kin| kin.steps.iter().all(|step| matches!(step.bond, Bond::Parent | Bond::Sibling | Bond::Child));
        known.is_some_and(|known| {
            let agree =
                known.steps.len() == kin.steps.len() && known.steps.iter().zip(&kin.steps).all(|(a, b)| a.agrees(b));
            blood(known) && blood(kin) && !agree
        })
    }

    /// The draft from whom a claim starts, where known.
    pub fn standpoint(&self, of: Standpoint) -> Option<usize> {
        match of {
            Standpoint::Child => Some(0),
            Standpoint::Carer => self.family.reach(0, &[Step::new(Bond::FosterCarer, None)]).first().copied(),
            Standpoint::Clue(clue) => self.of[clue],
        }
    }
}

/// The clues of each entry, which stand together.
fn ranges(entries: usize, clues: &[Clue]) -> Vec<Range<usize>> {
    let mut ranges = vec![0..0; entries];
    for (at, clue) in clues.iter().enumerate() {
        if let Some(range) = ranges.get_mut(clue.entry) {
            let start = if range.end == 0 { at } else { range.start };
            *range = start..at + 1;
        }
    }
    ranges
}

/// The number of each thing, where there is one: equal things have one number.
fn numbers<T: Eq + Hash>(all: impl Iterator<Item = Option<T>>) -> Vec<Option<usize>> {
    let mut known: FxHashMap<T, usize> = FxHashMap::default();
    let mut number = |one| {
        let next = known.len();
        *known.entry(one).or_insert(next)
    };
    all.map(|one| one.map(&mut number)).collect()
}

fn from_front(place: usize, person: &FrontPerson) -> Draft {
    let mut profile = Profile {
        sex: person.sex.or_else(|| Kin::parse(person.relation.as_deref()?)?.sex()),
        sex_is_sure: true,
        born: person.born.clone(),
        nhs_number: person.nhs_number.clone(),
        ..Profile::default()
    };
    for written in person.names() {
        match Name::read(written) {
            Some(name) => profile.names.push(name),
            None if written.chars().count() <= 3 && !written.chars().any(char::is_lowercase) => {
                profile.initials.insert(fold(written));
            }
            None => drop(profile.singles.insert(fold(written))),
        }
    }
    profile.singles.remove("");
    Draft { front: Some(place), profile, ..Draft::default() }
}

/// What the front sheet says of kin.
fn front_facts(front: &FrontSheet) -> Vec<(usize, Kin, usize)> {
    let place = |id: &PersonId| front.everyone().position(|person| person.id == *id);
    let people = front.people.iter().enumerate();
    let to_child = people.filter_map(|(at, person)| Some((at + 1, Kin::parse(person.relation.as_deref()?)?, 0)));
    let between = front
        .relationships
        .iter()
        .filter_map(|tie| Some((place(&tie.person)?, Kin::parse(&tie.relation)?, place(&tie.of)?)));
    to_child.chain(between).filter(|(person, _, of)| person != of).collect()
}
