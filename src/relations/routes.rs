//! The graph of ties that are open, and the ways through it that lead to the child.

use super::happening::Happening;
use super::ties::label;
use crate::model::{Bond, EntryId, EventKind, FrontSheet, Kin, Manner, PersonId, Role, Tie, TieKind, TieState};
use chrono::NaiveDate;
use petgraph::graph::{NodeIndex, UnGraph};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// One step of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteStep {
    /// Who.
    pub person: PersonId,
    /// Is what, in plain words.
    pub relation: String,
    /// Of whom.
    pub of: PersonId,
    /// The entries that say so.
    pub evidence: Vec<EntryId>,
}

/// The way from a person to the child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// At least one step; the last leads to the child.
    pub steps: Vec<RouteStep>,
}

impl Route {
    /// Straight to the child, as one happening shows.
    pub fn direct(person: &PersonId, shown: &Happening<'_>) -> Self {
        let of = shown.who(Role::With).or(shown.who(Role::AllegedVictim)).cloned();
        let relation = match (shown.event.kind, shown.event.manner) {
            (EventKind::HouseholdJoined, _) | (EventKind::Contact, Some(Manner::Household)) => "lives with",
            (EventKind::Contact, Some(Manner::Care)) => "looks after",
            _ => "in contact with",
        };
        let step = RouteStep {
            person: person.clone(),
            relation: relation.to_owned(),
            of: of.unwrap_or_else(|| person.clone()),
            evidence: vec![shown.entry.id.clone()],
        };
        Route { steps: vec![step] }
    }

    /// Every entry the steps rest on.
    pub fn evidence(&self) -> Vec<EntryId> {
        let mut seen: FxHashSet<&EntryId> = FxHashSet::default();
        self.steps.iter().flat_map(|step| &step.evidence).filter(|entry| seen.insert(entry)).cloned().collect()
    }
}

/// The open ties as a graph, and what the front sheet says of the household.
pub struct Routes<'r> {
    child: &'r PersonId,
    graph: UnGraph<&'r PersonId, &'r Tie>,
    nodes: BTreeMap<&'r PersonId, NodeIndex>,
    living_with_child: BTreeSet<&'r PersonId>,
    caring_for_child: BTreeSet<&'r PersonId>,
    said_to_live_with_child: BTreeSet<&'r PersonId>,
    kin_to_child: &'r BTreeMap<PersonId, Kin>,
    named: BTreeSet<&'r PersonId>,
}

impl<'r> Routes<'r> {
    /// Builds the graph. `ties` are all ties; only the open ones become edges.
    pub fn new(
        front: &'r FrontSheet,
        ties: &'r [Tie],
        kin_to_child: &'r BTreeMap<PersonId, Kin>,
        named: BTreeSet<&'r PersonId>,
    ) -> Self {
        let child = &front.child.id;
        let mut graph = UnGraph::new_undirected();
        let mut nodes: BTreeMap<&PersonId, NodeIndex> = BTreeMap::new();
        for tie in ties.iter().filter(|tie| tie.state != TieState::Ended) {
            let from = *nodes.entry(&tie.person).or_insert_with(|| graph.add_node(&tie.person));
            let to = *nodes.entry(&tie.of).or_insert_with(|| graph.add_node(&tie.of));
            graph.add_edge(from, to, tie);
        }
        let said_to_live_with_child: BTreeSet<&PersonId> =
            front.people.iter().filter(|one| one.lives_with_child == Some(true)).map(|one| &one.id).collect();
        let to_child = |kind: &TieKind| -> BTreeSet<&'r PersonId> {
            ties.iter()
                .filter(|tie| tie.state == TieState::Open && tie.of == *child && tie.kind == *kind)
                .map(|tie| &tie.person)
                .collect()
        };
        let elsewhere: BTreeSet<&PersonId> =
            front.people.iter().filter(|one| one.lives_with_child == Some(false)).map(|one| &one.id).collect();
        let shown: BTreeSet<&PersonId> = to_child(&TieKind::Household).difference(&elsewhere).copied().collect();
        Routes {
            child,
            graph,
            nodes,
            living_with_child: said_to_live_with_child.union(&shown).copied().collect(),
            caring_for_child: to_child(&TieKind::Care),
            said_to_live_with_child,
            kin_to_child,
            named,
        }
    }

    /// The subject child.
    pub fn child(&self) -> &PersonId {
        self.child
    }

    /// Whether a person is known well enough to have ties of their own: by name, or by kin that can only mean one.
    pub fn is_somebody(&self, person: &PersonId) -> bool {
        self.named.contains(person)
            || self.kin_to_child.get(person).is_some_and(|kin| kin.steps.iter().all(|step| step.bond != Bond::Relative))
    }

    /// Whether a restriction or breach is about contact with the child: it names the child, or nobody in particular.
    pub fn concerns_child(&self, happening: &Happening<'_>) -> bool {
        happening.who(Role::With).is_none_or(|with| with == self.child)
    }

    /// Whether an event of contact reaches the child: with the child, or in one household with someone who lives there.
    pub fn reaches_child(&self, happening: &Happening<'_>) -> bool {
        let household =
            happening.event.kind == EventKind::HouseholdJoined || happening.event.manner == Some(Manner::Household);
        match happening.who(Role::With) {
            Some(with) => with == self.child || (household && self.living_with_child.contains(with)),
            None => true,
        }
    }

    /// Whether an event ends contact with the child.
    pub fn ends_contact(&self, happening: &Happening<'_>) -> bool {
        match happening.event.kind {
            EventKind::Death => true,
            EventKind::ContactEnded => happening.who(Role::With).is_none_or(|with| with == self.child),
            _ => false,
        }
    }

    /// The household of the front sheet, where it says that they live with the child.
    pub fn lives_with_child(&self, person: &PersonId) -> Option<Route> {
        self.said_to_live_with_child
            .contains(person)
            .then(|| self.household_step(person))
            .map(|step| Route { steps: vec![step] })
    }

    /// A parent, sibling, step-parent or foster carer, whose tie to the child stands until an entry ends it.
    pub fn core_family(&self, person: &PersonId) -> Option<Route> {
        use Bond::*;
        let kin = self.kin_to_child.get(person)?;
        let core = matches!(
            kin.steps.as_slice(),
            [step] if !step.former
                && matches!(step.bond, Parent | AdoptiveParent | StepParent | Sibling | HalfSibling | StepSibling | FosterCarer | FosterSibling)
        );
        let evidence =
            self.edges(person).find(|tie| tie.of == *self.child).map(|tie| tie.evidence.clone()).unwrap_or_default();
        core.then(|| Route {
            steps: vec![RouteStep { person: person.clone(), relation: kin.words(), of: self.child.clone(), evidence }],
        })
    }

    /// The way through someone who lives with or cares for the child: their partner, their household, someone they
    /// are recorded in contact with; nobody from whom they are kept by a restriction in force. After an end of contact, only what a
    /// later entry shows.
    pub fn through(
        &self,
        person: &PersonId,
        last_end: Option<&Happening<'_>>,
        kept_from: &dyn Fn(&PersonId) -> bool,
    ) -> Option<Route> {
        let since = last_end.and_then(Happening::last_day);
        let usable = |tie: &&Tie| links(tie) && shown_since(tie, since, last_end.is_some());
        let ways = self.edges(person).filter(usable).filter_map(|tie| {
            let other = if tie.person == *person { &tie.of } else { &tie.person };
            (other != person && self.is_home(other) && !kept_from(other)).then_some((other, tie))
        });
        let (home, tie) = ways.min_by_key(|(other, tie)| (closeness(&tie.kind), *other, tie.from))?;
        let between = |one: &&Tie| [(&one.person, &one.of), (&one.of, &one.person)].contains(&(person, home));
        let shown = self.edges(person).filter(usable).filter(between).flat_map(|one| one.evidence.clone());
        let evidence: BTreeSet<EntryId> = tie.evidence.iter().cloned().chain(shown).collect();
        let first = RouteStep {
            person: tie.person.clone(),
            relation: label(&tie.kind),
            of: tie.of.clone(),
            evidence: evidence.into_iter().collect(),
        };
        Some(Route { steps: vec![first, self.household_step(home)] })
    }

    fn is_home(&self, person: &PersonId) -> bool {
        self.living_with_child.contains(person) || self.caring_for_child.contains(person)
    }

    fn household_step(&self, person: &PersonId) -> RouteStep {
        let kinds = if self.living_with_child.contains(person) { TieKind::Household } else { TieKind::Care };
        let mut evidence: Vec<EntryId> = self
            .edges(person)
            .filter(|tie| tie.of == *self.child && tie.kind == kinds)
            .flat_map(|tie| tie.evidence.clone())
            .collect();
        if self.said_to_live_with_child.contains(person) {
            evidence = vec![EntryId("case.json".to_owned())];
        }
        RouteStep { person: person.clone(), relation: label(&kinds), of: self.child.clone(), evidence }
    }

    fn edges(&self, person: &PersonId) -> impl Iterator<Item = &'r Tie> {
        self.nodes.get(person).into_iter().flat_map(|node| self.graph.edges(*node)).map(|edge| *edge.weight())
    }
}

/// The nearer tie is told first: a partnership, then one household, then care, then contact.
fn closeness(kind: &TieKind) -> u8 {
    match kind {
        TieKind::Kin(_) => 0,
        TieKind::Household => 1,
        TieKind::Care => 2,
        _ => 3,
    }
}

/// Whether a tie brings two adults together: a partnership, one household, contact, care.
fn links(tie: &Tie) -> bool {
    match &tie.kind {
        TieKind::Kin(kin) => matches!(kin.steps.as_slice(), [step] if step.bond == Bond::Partner && !step.former),
        TieKind::Household | TieKind::Care | TieKind::Contact => true,
        TieKind::Restriction | TieKind::AllegedAbuse => false,
    }
}

/// Whether an entry shows the tie after the day contact with the child ended. What only the front sheet says is of today.
fn shown_since(tie: &Tie, since: Option<NaiveDate>, ended: bool) -> bool {
    let from_front_sheet = tie.evidence.iter().any(|entry| entry.0 == "case.json");
    !ended || from_front_sheet || matches!((tie.last_shown, since), (Some(shown), Some(end)) if shown > end)
}
