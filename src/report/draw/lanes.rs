//! What stands in which lane of the timeline.

use crate::account::{EntryAccount, EventAccount};
use crate::model::{EntryId, EventKind, PersonId, Status, When};
use crate::report::index::Index;
use crate::report::plain;
use chrono::NaiveDate;

/// One lane before it has a place: what it is called, what stands in it.
pub struct Draft {
    /// What it shows.
    pub label: String,
    /// What stands below the label.
    pub note: String,
    /// The marks, in chronology order.
    pub marks: Vec<Point>,
    /// Stretches of time behind the marks.
    pub stretches: Vec<Stretch>,
    /// Whether each mark is told in words too; an agency's lane is told in one sentence.
    pub told: bool,
}

/// Something at a time.
#[derive(Clone)]
pub struct Point {
    /// First day it can mean.
    pub from: NaiveDate,
    /// Last day it can mean.
    pub until: NaiveDate,
    /// Its look: `said`, `outcome`, `contact`, `ended`, `restricted`, `event`, `entry`.
    pub look: &'static str,
    /// The entry it leads to.
    pub anchor: String,
    /// "Entry 12".
    pub label: String,
    /// What it is, in words.
    pub words: String,
}

/// A stretch of time.
pub struct Stretch {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Its look: `contact`, `restricted`, `plan`, `plan-open`, `active`.
    pub look: &'static str,
}

/// The lanes of events that are not about one alleged perpetrator.
const LANES: &[(&str, &[EventKind])] = {
    use EventKind::*;
    &[
        (
            "Home, school, family",
            &[
                Birth,
                Death,
                HouseholdJoined,
                HouseholdLeft,
                RelationshipBegan,
                RelationshipEnded,
                EducationChange,
                MoveArea,
            ],
        ),
        (
            "Care and protection",
            &[
                Referral,
                StrategyDiscussion,
                Section47,
                Assessment,
                Conference,
                CpPlan,
                LookedAfter,
                PlacementMove,
                LegalOrder,
            ],
        ),
        (
            "Exploitation, missing",
            &[ExploitationConcern, HarmfulSexualBehaviour, Missing, ReturnInterview, Screening, Panel, Nrm],
        ),
        ("Services and health", &[ServiceReferral, ServiceStart, ServiceEnd, SexualHealth]),
        ("The child’s voice", &[ChildsVoice]),
    ]
};

/// How long an agency may write nothing before its line is broken.
const SILENCE_DAYS: i64 = 183;

/// Every lane that holds something: allegations, each alleged perpetrator's contact, the other events, the agencies.
pub fn lanes(index: &Index) -> Vec<Draft> {
    let mut lanes = vec![of_kinds(index, "Allegations", &[EventKind::SexualAbuseAllegation])];
    let alleged = index.account.people.iter().filter(|person| person.alleged_perpetrator);
    lanes.extend(alleged.map(|person| contact(index, &person.id)));
    lanes.extend(plans(index));
    lanes.extend(LANES.iter().map(|(label, kinds)| of_kinds(index, label, kinds)));
    lanes.extend(agencies(index));
    lanes.retain(|lane| !lane.marks.is_empty() || !lane.stretches.is_empty());
    lanes
}

fn of_kinds(index: &Index, label: &str, kinds: &[EventKind]) -> Draft {
    let marks = points(index, |event| kinds.contains(&event.kind), look_apart);
    Draft { label: label.to_owned(), note: String::new(), marks, stretches: Vec::new(), told: true }
}

/// What is recorded of one alleged perpetrator's contact with the child and those around the child.
fn contact(index: &Index, id: &PersonId) -> Draft {
    use EventKind::*;
    let kinds = [
        Contact,
        ContactEnded,
        ContactRestricted,
        RestrictionBreached,
        RestrictionLifted,
        HouseholdJoined,
        HouseholdLeft,
        RelationshipBegan,
        RelationshipEnded,
        Custody,
        Release,
    ];
    let concerns = |event: &EventAccount| ["person", "with"].iter().any(|role| event.people.get(role) == Some(id));
    let marks = points(index, |event| kinds.contains(&event.kind) && concerns(event), look);
    let ties = index.account.ties.iter().filter(|tie| tie.person == *id || tie.of == *id);
    let stretches = ties.filter_map(|tie| {
        let look = match tie.relation.as_str() {
            "in contact with" | "lives with" | "looks after" => "contact",
            "restricted from contact with" => "restricted",
            _ => return None,
        };
        Some(Stretch { from: tie.from?, until: tie.until.unwrap_or(index.account.as_at), look })
    });
    Draft {
        label: index
            .account
            .people
            .iter()
            .find(|person| person.id == *id)
            .map_or(id.0.clone(), |person| person.name.clone()),
        note: "contact and restrictions".to_owned(),
        marks,
        stretches: stretches.collect(),
        told: true,
    }
}

/// Plans, one lane for those that are called the same: each as long as entries show it, and paler on to the day of the
/// report where no end is shown.
fn plans(index: &Index) -> Vec<Draft> {
    let mut lanes: Vec<Draft> = Vec::new();
    for plan in &index.account.plans {
        let entry = |id: &EntryId| index.account.entries.iter().find(|entry| entry.id == *id);
        let Some((first, when)) = entry(&plan.entry).and_then(|first| Some((first, first.date.as_ref()?))) else {
            continue;
        };
        let shown = entry(&plan.last).and_then(|last| last.date.as_ref()).map_or(plan.from, |when| when.latest);
        let label = plain::capital(&plan.label);
        let end =
            plan.until.map_or_else(|| "no end is shown".to_owned(), |day| format!("ended on {}", plain::day(day)));
        let words = format!("{}, last shown in {}, {end}", plan.label, index.label(&plan.last));
        let mark = point(index, first, when, "event", words);
        let bar = |from, until, look| Stretch { from, until, look };
        let mut bars = vec![bar(plan.from, plan.until.unwrap_or(shown).max(plan.from), "plan")];
        if plan.until.is_none() && shown < index.account.as_at {
            bars.push(bar(shown, index.account.as_at, "plan-open"));
        }
        match lanes.iter_mut().find(|lane| lane.label == label) {
            Some(lane) => {
                lane.marks.push(mark);
                lane.stretches.extend(bars);
            }
            None => lanes.push(Draft { label, note: String::new(), marks: vec![mark], stretches: bars, told: true }),
        }
    }
    lanes
}

/// Each agency's entries; the line behind them breaks where it wrote nothing for long.
fn agencies(index: &Index) -> Vec<Draft> {
    let lane = |agency: &crate::account::AgencyAccount| {
        let own: Vec<(&EntryAccount, &When)> = index
            .account
            .entries
            .iter()
            .filter(|entry| entry.agency == agency.id)
            .filter_map(|entry| Some((entry, entry.date.as_ref()?)))
            .collect();
        let close =
            |pair: &[(&EntryAccount, &When)]| (pair[1].1.earliest - pair[0].1.latest).num_days() <= SILENCE_DAYS;
        let stretch = |pair: &[(&EntryAccount, &When)]| Stretch {
            from: pair[0].1.earliest,
            until: pair[1].1.latest,
            look: "active",
        };
        Draft {
            label: agency.name.clone(),
            note: plain::count(own.len(), "entry", "entries"),
            stretches: own.windows(2).filter(|pair| close(pair)).map(stretch).collect(),
            marks: own.iter().map(|(entry, when)| point(index, entry, when, "entry", entry.text.clone())).collect(),
            told: false,
        }
    };
    index.account.case.agencies.iter().map(lane).collect()
}

/// One mark for each entry and look, however many events the entry holds.
fn points(
    index: &Index,
    wanted: impl Fn(&EventAccount) -> bool,
    look: impl Fn(&EventAccount) -> &'static str,
) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for entry in &index.account.entries {
        let Some(when) = &entry.date else { continue };
        let first = points.len();
        for event in entry.events.iter().filter(|event| wanted(event)) {
            let status = event.status.map_or(String::new(), |status| format!(" ({})", status.words()));
            let words = format!("{}{status}: “{}”", plain::kind(event.kind), event.words);
            match points[first..].iter_mut().find(|point| point.look == look(event)) {
                Some(point) => point.words += &format!("; {words}"),
                None => points.push(point(index, entry, when, look(event), words)),
            }
        }
    }
    points
}

fn point(index: &Index, entry: &EntryAccount, when: &When, look: &'static str, words: String) -> Point {
    let aged = entry.age.as_deref().map_or(String::new(), |age| format!(", {}", plain::aged(age)));
    Point {
        from: when.earliest,
        until: when.latest,
        look,
        anchor: index.anchor(&entry.id).unwrap_or_default().to_owned(),
        label: index.label(&entry.id),
        words: format!("{}{aged}, {}: {words}", plain::when(when), index.agency(&entry.agency)),
    }
}

/// The look of an event outside the lane of an alleged perpetrator: contact there is no contact with them.
fn look_apart(event: &EventAccount) -> &'static str {
    match look(event) {
        look @ ("said" | "outcome") => look,
        _ => "event",
    }
}

fn look(event: &EventAccount) -> &'static str {
    use EventKind::*;
    match event.kind {
        SexualAbuseAllegation => match event.status {
            None | Some(Status::Alleged | Status::Suspected | Status::UnderInvestigation) => "said",
            _ => "outcome",
        },
        Contact | HouseholdJoined | RelationshipBegan | RestrictionBreached | RestrictionLifted | Release => "contact",
        ContactEnded | HouseholdLeft | RelationshipEnded => "ended",
        ContactRestricted | Custody => "restricted",
        _ => "event",
    }
}
