//! Whether an alleged perpetrator is still in contact with the child, and by what route.
//!
//! The states and their order are those of the catalogue (`perpetrator-in-contact`): breached, evidenced, through
//! the household, restricted, not known to have ended. No state where contact is recorded as ended, death included,
//! and nothing later reopens it.

use super::happening::Happening;
use super::routes::{Route, Routes};
use crate::model::{EntryId, Event, EventKind, Manner, Measure, PersonId, Role};
use chrono::NaiveDate;

/// How an alleged perpetrator stands to the child today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactState {
    /// Contact is recorded while a restriction on it stood.
    Breached,
    /// An entry after the allegation shows contact or one household.
    Evidenced,
    /// They are tied to someone who lives with or cares for the child.
    ThroughHousehold,
    /// A restriction or custody began after the last recorded contact.
    Restricted,
    /// A tie stood, and no entry says that it ended.
    NotKnownToHaveEnded,
}

impl ContactState {
    /// The catalogue's word for it.
    pub fn id(self) -> &'static str {
        match self {
            ContactState::Breached => "breached",
            ContactState::Evidenced => "evidenced",
            ContactState::ThroughHousehold => "through-household",
            ContactState::Restricted => "restricted",
            ContactState::NotKnownToHaveEnded => "not-known-to-have-ended",
        }
    }
}

/// The state, the way to the child, and the entries that show it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// How they stand.
    pub state: ContactState,
    /// From the alleged perpetrator to the child.
    pub route: Route,
    /// What shows it, the allegation itself not included.
    pub evidence: Vec<EntryId>,
}

/// What is recorded of one person's contact with the child, in chronology order.
pub struct Course<'h, 'a> {
    person: &'h PersonId,
    /// First words of any allegation against them.
    alleged: &'h Happening<'a>,
    contacts: Vec<&'h Happening<'a>>,
    breaches: Vec<&'h Happening<'a>>,
    ends: Vec<&'h Happening<'a>>,
    restrictions: Vec<Restriction<'h, 'a>>,
    /// Restrictions that keep them from others than the child.
    apart: Vec<Restriction<'h, 'a>>,
}

/// A restriction on contact, from the entry that makes it to the entry that lifts it or the end of its own term.
struct Restriction<'h, 'a> {
    made: &'h Happening<'a>,
    lifted: Option<&'h Happening<'a>>,
}

impl Restriction<'_, '_> {
    fn measure(&self) -> Measure {
        match self.made.event.kind {
            EventKind::Custody => Measure::Custody,
            _ => self.made.event.measure.unwrap_or(Measure::Arrangement),
        }
    }

    fn in_force(&self, day: NaiveDate) -> bool {
        self.lifted.is_none() && self.made.event.until.is_none_or(|until| day <= until)
    }

    /// Whether this contact is what the restriction forbids.
    fn forbids(&self, contact: &Happening<'_>) -> bool {
        if self.measure() == Measure::Custody || !contact.after(self.made) {
            return false;
        }
        let over = self.lifted.is_some_and(|lifted| !lifted.after(contact))
            || matches!((self.made.event.until, contact.first_day()), (Some(until), Some(day)) if day > until);
        let allowed = contact.event.manner == Some(Manner::Supervised) && allows_supervised(self.made.event);
        !over && !allowed
    }
}

/// Whether a restriction is one that lets supervised contact be.
fn allows_supervised(event: &Event) -> bool {
    event.manner == Some(Manner::Supervised) || event.words.to_lowercase().contains("supervis")
}

impl<'h, 'a> Course<'h, 'a> {
    /// Gathers what is recorded of `person`, of whom alone `told` tells. None where nothing alleges anything against them.
    pub fn of(
        person: &'h PersonId,
        told: &[&'h Happening<'a>],
        happenings: &'h [Happening<'a>],
        routes: &Routes<'_>,
    ) -> Option<Self> {
        let alleged = told.iter().copied().find(|one| {
            super::allegations::is_allegation(one.event.kind) && one.is(Role::AllegedPerpetrator, person)
        })?;
        let about: Vec<&Happening<'a>> = told.iter().copied().filter(|one| one.is(Role::Person, person)).collect();
        let of_kinds = |kinds: &[EventKind]| -> Vec<&'h Happening<'a>> {
            about.iter().copied().filter(|one| kinds.contains(&one.event.kind)).collect()
        };
        let lifts = of_kinds(&[EventKind::RestrictionLifted, EventKind::Release]);
        let (of_child, apart): (Vec<_>, Vec<_>) = of_kinds(&[EventKind::ContactRestricted, EventKind::Custody])
            .into_iter()
            .map(|made| {
                let nameless = || happenings.iter().find(|one| is_nameless_lift(one, made, happenings));
                Restriction { made, lifted: lifts.iter().copied().find(|lift| lifts_it(lift, made)).or_else(nameless) }
            })
            .partition(|one| one.made.event.kind == EventKind::Custody || routes.concerns_child(one.made));
        let contacts = of_kinds(&[EventKind::Contact, EventKind::HouseholdJoined])
            .into_iter()
            .filter(|one| routes.reaches_child(one) && one.event.manner != Some(Manner::Indirect))
            .collect();
        let ends = about.iter().copied().filter(|one| routes.ends_contact(one)).collect();
        let breaches =
            of_kinds(&[EventKind::RestrictionBreached]).into_iter().filter(|one| routes.concerns_child(one)).collect();
        let restrictions = without_replaced(of_child);
        Some(Course { person, alleged, contacts, breaches, ends, restrictions, apart })
    }

    /// The first state that holds on the day, in the catalogue's order.
    pub fn standing(&self, day: NaiveDate, routes: &Routes<'_>) -> Option<Standing> {
        let last_end = self.last(&self.ends);
        let reopened = |one: &&&Happening<'a>| last_end.is_none_or(|end| one.after(end));
        let since_end: Vec<&Happening<'a>> =
            self.contacts.iter().chain(&self.breaches).filter(reopened).copied().collect();
        if last_end.is_some() && since_end.is_empty() && !self.ends_reopened_through(last_end, routes) {
            return None;
        }
        self.breached(&since_end)
            .or_else(|| self.evidenced(&since_end, routes))
            .or_else(|| self.through_household(day, last_end, routes))
            .or_else(|| self.restricted(day, &since_end, routes))
            .or_else(|| self.not_known_to_have_ended(last_end, routes))
    }

    fn last(&self, all: &[&'h Happening<'a>]) -> Option<&'h Happening<'a>> {
        all.iter().copied().reduce(|last, one| if last.after(one) { last } else { one })
    }

    /// Death ends every route; the end of contact with the child leaves open one through the household only where
    /// something later shows it.
    fn ends_reopened_through(&self, last_end: Option<&Happening<'a>>, routes: &Routes<'_>) -> bool {
        last_end.is_some_and(|end| {
            end.event.kind != EventKind::Death && routes.through(self.person, Some(end), &|_| false).is_some()
        })
    }

    fn breached(&self, since_end: &[&Happening<'a>]) -> Option<Standing> {
        let standing = |one: &&Restriction<'_, '_>| one.lifted.is_none() && one.measure() != Measure::Custody;
        let broken: Vec<(&Restriction<'h, 'a>, &Happening<'a>)> = self
            .restrictions
            .iter()
            .filter(standing)
            .flat_map(|restriction| since_end.iter().map(move |contact| (restriction, *contact)))
            .filter(|(restriction, contact)| {
                restriction.forbids(contact) && !self.allows(contact)
                    || contact.event.kind == EventKind::RestrictionBreached
            })
            .collect();
        let said: Vec<&Happening<'a>> =
            since_end.iter().copied().filter(|one| one.event.kind == EventKind::RestrictionBreached).collect();
        if broken.is_empty() && (said.is_empty() || self.all_lifted()) {
            return None;
        }
        let mut evidence: Vec<EntryId> =
            broken.iter().map(|(restriction, _)| restriction.made.entry.id.clone()).collect();
        evidence.extend(since_end.iter().filter(|one| one.after(self.alleged)).map(|one| one.entry.id.clone()));
        evidence.extend(said.iter().map(|one| one.entry.id.clone()));
        let shown = broken.last().map(|(_, contact)| *contact).or(said.last().copied())?;
        Some(Standing { state: ContactState::Breached, route: Route::direct(self.person, shown), evidence })
    }

    /// Whether contact that somebody watched is what another restriction still in force lets be.
    fn allows(&self, contact: &Happening<'_>) -> bool {
        contact.event.manner == Some(Manner::Supervised)
            && self
                .restrictions
                .iter()
                .any(|one| one.lifted.is_none() && contact.after(one.made) && allows_supervised(one.made.event))
    }

    fn all_lifted(&self) -> bool {
        !self.restrictions.is_empty() && self.restrictions.iter().all(|one| one.lifted.is_some())
    }

    fn evidenced(&self, since_end: &[&Happening<'a>], routes: &Routes<'_>) -> Option<Standing> {
        let after_all = |one: &&&Happening<'a>| {
            one.after(self.alleged) && self.restrictions.iter().all(|restriction| one.after(restriction.made))
        };
        let shown: Vec<&Happening<'a>> = since_end.iter().filter(after_all).copied().collect();
        if let Some(last) = shown.last() {
            let evidence = shown.iter().map(|one| one.entry.id.clone()).collect();
            return Some(Standing {
                state: ContactState::Evidenced,
                route: Route::direct(self.person, last),
                evidence,
            });
        }
        let free = self.ends.is_empty() && self.restrictions.is_empty();
        let route = routes.lives_with_child(self.person).filter(|_| free)?;
        Some(Standing { state: ContactState::Evidenced, evidence: route.evidence(), route })
    }

    fn through_household(
        &self,
        day: NaiveDate,
        last_end: Option<&Happening<'a>>,
        routes: &Routes<'_>,
    ) -> Option<Standing> {
        // Bailed not to contact the mother either: no way leads through her.
        let kept_from = |who: &PersonId| self.apart.iter().any(|one| one.in_force(day) && one.made.is(Role::With, who));
        let route = routes.through(self.person, last_end, &kept_from)?;
        Some(Standing { state: ContactState::ThroughHousehold, evidence: route.evidence(), route })
    }

    fn restricted(&self, day: NaiveDate, since_end: &[&Happening<'a>], routes: &Routes<'_>) -> Option<Standing> {
        let last_contact = self.last(since_end);
        let holding: Vec<&Restriction<'h, 'a>> = self
            .restrictions
            .iter()
            .filter(|one| one.in_force(day) && last_contact.is_none_or(|contact| !contact.after(one.made)))
            .collect();
        let route = match last_contact {
            Some(contact) => Route::direct(self.person, contact),
            None => self.tie(routes).or_else(|| {
                Some(Route::direct(self.person, holding.first()?.made)).filter(|_| self.names_child(&holding, routes))
            })?,
        };
        if holding.is_empty() {
            return None;
        }
        let mut evidence: Vec<EntryId> = holding.iter().map(|one| one.made.entry.id.clone()).collect();
        evidence.extend(route.evidence());
        Some(Standing { state: ContactState::Restricted, route, evidence })
    }

    fn names_child(&self, holding: &[&Restriction<'h, 'a>], routes: &Routes<'_>) -> bool {
        holding.iter().any(|one| one.made.is(Role::With, routes.child()))
    }

    fn not_known_to_have_ended(&self, last_end: Option<&Happening<'a>>, routes: &Routes<'_>) -> Option<Standing> {
        if last_end.is_some() && self.contacts.iter().all(|one| last_end.is_some_and(|end| !one.after(end))) {
            return None;
        }
        let route = self.tie(routes)?;
        let mut evidence = route.evidence();
        evidence.extend(self.contacts.iter().map(|one| one.entry.id.clone()));
        Some(Standing { state: ContactState::NotKnownToHaveEnded, route, evidence })
    }

    /// A tie to the child that stood at the time of the allegation or since.
    fn tie(&self, routes: &Routes<'_>) -> Option<Route> {
        if let Some(contact) = self.contacts.last() {
            return Some(Route::direct(self.person, contact));
        }
        let against_child = self.alleged.is(Role::AllegedVictim, routes.child());
        if against_child && routes.is_somebody(self.person) {
            return Some(Route::direct(self.person, self.alleged));
        }
        routes.core_family(self.person)
    }
}

/// Bail ends with the sentence or the order that takes its place, and a licence runs no longer than its sentence, which an
/// order outlasts: what stands in their stead is looked at alone.
fn without_replaced<'h, 'a>(restrictions: Vec<Restriction<'h, 'a>>) -> Vec<Restriction<'h, 'a>> {
    let replaces =
        |one: &Restriction<'_, '_>| matches!(one.measure(), Measure::Custody | Measure::Licence | Measure::Order);
    let replaced: Vec<bool> = restrictions
        .iter()
        .map(|one| match one.measure() {
            Measure::Bail => restrictions.iter().any(|later| replaces(later) && later.made.after(one.made)),
            Measure::Licence => restrictions.iter().any(|other| other.measure() == Measure::Order),
            _ => false,
        })
        .collect();
    restrictions.into_iter().zip(replaced).filter(|(_, replaced)| !replaced).map(|(one, _)| one).collect()
}

/// "Bail cancelled", "the agreement has been withdrawn and mother told": whether a lifting that names nobody who was bound is of
/// this restriction, the last of its kind that the same return tells of before.
fn is_nameless_lift(lift: &Happening<'_>, made: &Happening<'_>, happenings: &[Happening<'_>]) -> bool {
    let bound = |who: &PersonId| {
        happenings.iter().any(|one| one.event.kind == EventKind::ContactRestricted && one.is(Role::Person, who))
    };
    let nameless = lift.event.kind == EventKind::RestrictionLifted && !lift.who(Role::Person).is_some_and(bound);
    if !nameless || lift.entry.origin.file != made.entry.origin.file || !lifts_it(lift, made) {
        return false;
    }
    let alike = |one: &&Happening<'_>| {
        one.event.kind == EventKind::ContactRestricted
            && one.entry.origin.file == lift.entry.origin.file
            && lifts_it(lift, one)
    };
    let last = happenings.iter().rfind(alike);
    last.is_some_and(|last| last.who(Role::Person) == made.who(Role::Person))
}

/// Whether a lifting is of this restriction.
fn lifts_it(lift: &Happening<'_>, made: &Happening<'_>) -> bool {
    let custody = made.event.kind == EventKind::Custody || made.event.measure == Some(Measure::Custody);
    let same = match (lift.event.kind, custody) {
        (EventKind::Release, custody) => custody,
        (_, true) => false,
        _ => lift.event.measure.is_none_or(|measure| {
            made.event.measure.is_none_or(|other| measure == other || other == Measure::Arrangement)
        }),
    };
    same && lift.after(made)
}
