//! The register of allegations: who is said to have abused whom, where it is said, and what became of it.
//!
//! No outcome removes an allegation. A retraction, a decision to take no further action or an acquittal is kept
//! beside it as something that happened to it.

use super::happening::Happening;
use crate::model::{Entry, EntryId, EventKind, Meaning, PersonId, Role, Status};
use crate::people::People;
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// An allegation of sexual abuse or exploitation by one person against one other.
#[derive(Clone, Debug)]
pub struct Allegation<'a> {
    /// Who is said to have abused, or is recorded as a registered sex offender.
    pub perpetrator: PersonId,
    /// Who is said to have been abused; none where nobody says.
    pub victim: Option<PersonId>,
    /// Every entry that speaks of it, in chronology order, with the words and the status they state.
    pub said: Vec<Step<'a>>,
    /// What became of it: retractions, decisions, court outcomes, in chronology order.
    pub outcomes: Vec<Step<'a>>,
}

/// Every allegation, and the words of abuse that belong to none.
#[derive(Clone, Debug, Default)]
pub struct Register<'a> {
    /// One for each alleged perpetrator and alleged victim.
    pub allegations: Vec<Allegation<'a>>,
    /// Words that say a child was harmed and name nobody as having done it, in chronology order.
    pub unattributed: Vec<Step<'a>>,
}

/// One step of an allegation's course.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// Where.
    pub entry: &'a Entry,
    /// The words.
    pub words: &'a str,
    /// What they say of where the allegation stands.
    pub status: Status,
    /// Where in the entry the words stand.
    pub place: (usize, usize),
    /// Who decided, by which scheme, for words that state an outcome.
    pub decided: Option<&'a str>,
    /// The words that put it years back, where some do.
    pub then: Option<&'a str>,
}

impl<'a> Step<'a> {
    fn of(happening: &Happening<'a>) -> Self {
        Step {
            entry: happening.entry,
            words: &happening.event.words,
            status: happening.event.status.unwrap_or(Status::Alleged),
            place: (happening.event.cell, happening.event.start),
            decided: happening.event.detail.as_deref(),
            then: happening.event.then.as_deref(),
        }
    }
}

impl Allegation<'_> {
    /// Its latest recorded status.
    pub fn status(&self) -> Status {
        if let Some(proved) = self.proved() {
            return proved;
        }
        let latest = self
            .outcomes
            .iter()
            .rev()
            .max_by_key(|step| (step.entry.when.as_ref().map(|when| when.latest), step.place));
        match latest.or(self.said.last()) {
            Some(step) => step.status,
            None => Status::OutcomeNotRecorded,
        }
    }

    /// A conviction or a finding of the family court that no later acquittal ends: what another body closes afterwards changes
    /// nothing of it.
    fn proved(&self) -> Option<Status> {
        let day = |step: &Step<'_>| step.entry.when.as_ref().map(|when| when.latest);
        let court = |step: &&Step<'_>| matches!(step.status, Status::Convicted | Status::FoundInFamilyCourt);
        let last =
            self.outcomes.iter().filter(court).max_by_key(|step| (day(step), step.status == Status::Convicted))?;
        let ended = self.outcomes.iter().any(|step| step.status == Status::Acquitted && day(step) > day(last));
        (!ended).then_some(last.status)
    }

    /// Whether a court convicted or made a finding, so that "alleged" need not be said.
    pub fn is_proved(&self) -> bool {
        matches!(self.status(), Status::Convicted | Status::FoundInFamilyCourt)
    }

    /// Every entry it rests on, in chronology order, each once.
    pub fn evidence(&self) -> impl Iterator<Item = &Entry> {
        self.said.iter().chain(&self.outcomes).map(|step| step.entry)
    }
}

/// Whether a kind of event speaks of somebody having sexually harmed somebody.
pub fn is_allegation(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::SexualAbuseAllegation | EventKind::ExploitationConcern | EventKind::HarmfulSexualBehaviour
    )
}

/// Gathers the register from everything that happened. `happenings` are in chronology order.
///
/// The subject child is never an alleged perpetrator: their own harmful behaviour is another matter.
pub fn register<'a>(
    happenings: &[Happening<'a>],
    mentioned: &Mentioned<'_>,
    people: &People,
    child: &PersonId,
) -> Register<'a> {
    let mut found: BTreeMap<(PersonId, Option<PersonId>), Allegation<'a>> = BTreeMap::new();
    for happening in happenings.iter().filter(|one| is_allegation(one.event.kind)) {
        let Some(perpetrator) = happening.who(Role::AllegedPerpetrator).filter(|who| *who != child) else { continue };
        let victim = happening.who(Role::AllegedVictim).filter(|who| *who != perpetrator).cloned();
        found
            .entry((perpetrator.clone(), victim.clone()))
            .or_insert_with(|| Allegation {
                perpetrator: perpetrator.clone(),
                victim,
                said: Vec::new(),
                outcomes: Vec::new(),
            })
            .push(happening);
    }
    let mut allegations = fold_victimless(fold_unnamed(found.into_values().collect(), people));
    let mut unattributed = Vec::new();
    for happening in happenings.iter().filter(|one| follows_up(one)) {
        let concerned = concerned(&allegations, happening, mentioned);
        for at in &concerned {
            allegations[*at].push(happening);
        }
        if concerned.is_empty() && is_allegation(happening.event.kind) {
            unattributed.push(Step::of(happening));
        }
    }
    for allegation in &mut allegations {
        allegation.tidy();
    }
    Register { allegations, unattributed }
}

impl<'a> Allegation<'a> {
    /// Words that tell of the abuse are said, whatever status they state; a status beyond that is an outcome as well.
    fn push(&mut self, happening: &Happening<'a>) {
        let step = Step::of(happening);
        if is_outcome(step.status) {
            self.outcomes.push(step.clone());
        }
        if is_allegation(happening.event.kind) {
            self.said.push(step);
        }
    }

    /// Chronology order, each step once.
    fn tidy(&mut self) {
        for steps in [&mut self.said, &mut self.outcomes] {
            let mut seen = BTreeSet::new();
            steps.retain(|step| seen.insert((step.entry.id.clone(), step.status)));
            steps.sort_by_key(|step| (step.entry.when.is_none(), step.entry.when.as_ref().map(|when| when.earliest)));
        }
    }

    fn first_day(&self) -> Option<NaiveDate> {
        self.said.iter().chain(&self.outcomes).filter_map(|step| Some(step.entry.when.as_ref()?.earliest)).min()
    }
}

/// Who is mentioned in an entry at all, in whatever role.
pub type Mentioned<'m> = dyn Fn(&EntryId) -> BTreeSet<&'m PersonId> + 'm;

/// Whether a status says what became of an allegation, rather than that it was made.
fn is_outcome(status: Status) -> bool {
    !matches!(status, Status::Alleged | Status::Suspected | Status::OutcomeNotRecorded)
}

/// Whether an event goes on with an allegation made elsewhere: an outcome, or words of abuse that name nobody as
/// having done it.
fn follows_up(happening: &Happening<'_>) -> bool {
    let bare = is_allegation(happening.event.kind) && happening.who(Role::AllegedPerpetrator).is_none();
    bare || (happening.event.kind == EventKind::Outcome && happening.event.status.is_some_and(is_outcome))
}

/// Words against one person that name no victim (a register, an interview) belong to the allegations that do.
fn fold_victimless(all: Vec<Allegation<'_>>) -> Vec<Allegation<'_>> {
    let (bare, mut named): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.victim.is_none());
    for one in bare {
        let mut owned = false;
        for other in named.iter_mut().filter(|other| other.perpetrator == one.perpetrator && other.victim.is_some()) {
            other.said.extend(one.said.iter().cloned());
            other.outcomes.extend(one.outcomes.iter().cloned());
            owned = true;
        }
        if !owned {
            named.push(one);
        }
    }
    named
}

/// "Convicted of the abuse of a girl of 11": who tells of a conviction and names nobody tells of the one that names whom.
fn fold_unnamed<'a>(all: Vec<Allegation<'a>>, people: &People) -> Vec<Allegation<'a>> {
    let convicted =
        |one: &Allegation<'_>| one.said.iter().chain(&one.outcomes).any(|step| step.status == Status::Convicted);
    let told_as_convicted = |one: &Allegation<'_>| one.said.iter().all(|step| step.status == Status::Convicted);
    let person = |id: &PersonId| people.persons.iter().find(|one| one.id == *id);
    let vague = |one: &Allegation<'_>| {
        let victim = one.victim.as_ref().and_then(person);
        let kin = |id: &PersonId| people.kin.iter().any(|fact| fact.person == *id);
        victim.is_some_and(|who| !who.named && !kin(&who.id))
    };
    let sex = |one: &Allegation<'_>| one.victim.as_ref().and_then(|id| person(id)?.sex);
    let (unnamed, mut known): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| told_as_convicted(one) && vague(one));
    for one in unnamed {
        let fits = |other: &&mut Allegation<'a>| {
            let sexes = sex(other).is_none() || sex(&one).is_none() || sex(other) == sex(&one);
            other.perpetrator == one.perpetrator && other.victim.is_some() && convicted(other) && sexes
        };
        match known.iter_mut().find(fits) {
            Some(other) => {
                other.said.extend(one.said);
                other.outcomes.extend(one.outcomes);
            }
            None => known.push(one),
        }
    }
    known
}

/// Which allegations an outcome belongs to: those it follows, whose alleged perpetrator it is about; where it is
/// about none, those of the alleged victim; where it names nobody, those of the same matter in the same return.
fn concerned(register: &[Allegation<'_>], outcome: &Happening<'_>, mentioned: &Mentioned<'_>) -> Vec<usize> {
    let before = |one: &&(usize, &Allegation<'_>)| match (one.1.first_day(), outcome.last_day()) {
        (Some(said), Some(then)) => said <= then,
        _ => true,
    };
    let open: Vec<(usize, &Allegation<'_>)> =
        register.iter().enumerate().collect::<Vec<_>>().iter().filter(before).copied().collect();
    let here = mentioned(&outcome.entry.id);
    let harmed = |who: &&PersonId| register.iter().any(|one| one.victim.as_ref() == Some(*who));
    let named = outcome.who(Role::Person);
    let alleged = |who: &&PersonId| register.iter().any(|one| one.perpetrator == **who);
    let perpetrator = outcome.who(Role::AllegedPerpetrator).or(named.filter(alleged));
    let victim = outcome.who(Role::AllegedVictim).or(named.filter(harmed).filter(|who| perpetrator != Some(*who)));
    let pick = |fits: &dyn Fn(&Allegation<'_>) -> bool| -> Vec<usize> {
        open.iter().filter(|(_, one)| fits(one)).map(|(at, _)| *at).collect()
    };
    let of_victim = |one: &Allegation<'_>| victim.is_none() || one.victim.as_ref() == victim || one.victim.is_none();
    if perpetrator.is_some() {
        let open = |one: &Allegation<'_>| {
            is_of_court(outcome) || outcome.first_day().is_none() || is_recent(one, outcome, SELDOM_LATER)
        };
        return pick(&|one| perpetrator == Some(&one.perpetrator) && of_victim(one) && open(one));
    }
    let named_here = |one: &Allegation<'_>| here.contains(&one.perpetrator);
    let found = pick(&|one| named_here(one) && of_victim(one));
    if !found.is_empty() {
        return found;
    }
    let found = pick(&|one| victim.is_some() && one.victim.as_ref() == victim && is_recent(one, outcome, STILL_OPEN));
    if !found.is_empty() {
        return found;
    }
    let found = pick(&|one| same_matter(one, outcome.entry));
    // "Papers reviewed. Evidential test not met. NFA": where only one person stands accused of late, it is of them.
    let alone = || here.iter().all(harmed) && named.is_none_or(|who| harmed(&who));
    let recent = pick(&|one| is_recent(one, outcome, STILL_OPEN) && of_victim(one));
    let one_accused = recent.windows(2).all(|two| register[two[0]].perpetrator == register[two[1]].perpetrator);
    if found.is_empty() && one_accused && alone() { recent } else { found }
}

/// How long after its last step an outcome that names only the one who was harmed is still taken to be of it, in months.
const STILL_OPEN: u32 = 12;

/// The same of one that names whoever is alleged, in months: "No further action" in the row of a collision fourteen years on is no
/// outcome of the allegation.
const SELDOM_LATER: u32 = 60;

/// Whether words speak of abuse themselves, or state what a court decided.
fn is_of_court(outcome: &Happening<'_>) -> bool {
    let court = matches!(
        outcome.event.status,
        Some(Status::Charged | Status::Convicted | Status::Acquitted | Status::FoundInFamilyCourt | Status::Retracted)
    );
    court || is_allegation(outcome.event.kind)
}

/// Whether an allegation was last spoken of within so many months before an outcome.
fn is_recent(allegation: &Allegation<'_>, outcome: &Happening<'_>, months: u32) -> bool {
    let Some(then) = outcome.first_day() else { return false };
    let days =
        allegation.said.iter().chain(&allegation.outcomes).filter_map(|step| Some(step.entry.when.as_ref()?.latest));
    let last = days.filter(|day| *day <= then).max();
    last.and_then(|day| day.checked_add_months(Months::new(months))).is_some_and(|end| then <= end)
}

/// Whether an entry that names nobody goes on with the same matter: the same reference in the same return.
fn same_matter(allegation: &Allegation<'_>, entry: &Entry) -> bool {
    let reference = |entry: &Entry| {
        entry.cells.iter().find(|cell| cell.meaning == Meaning::Sequence).map(|cell| cell.text.trim().to_owned())
    };
    let mine = reference(entry).filter(|text| text.chars().any(|c| c.is_ascii_digit()));
    mine.is_some()
        && allegation
            .said
            .iter()
            .chain(&allegation.outcomes)
            .any(|step| step.entry.origin.file == entry.origin.file && reference(step.entry) == mine)
}
