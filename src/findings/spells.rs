//! When the child was subject to a child protection plan, and when looked after.

use super::agencies::{Sector, sector_by_id};
use super::look::{first, is_planned, of_child, of_kinds};
use super::told::{entry_says, says, sentence};
use super::wording::Wording;
use crate::history::History;
use crate::model::{AgencyId, Entry, EventKind, Meaning};
use crate::relations::Happening;
use chrono::NaiveDate;

/// A stretch of time that entries begin, go on with and end.
#[derive(Clone, Debug)]
pub struct Spell<'a> {
    /// Whose entry began it.
    pub agency: &'a AgencyId,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; none where no entry says that it ended.
    pub until: Option<NaiveDate>,
    /// The entries that show it, the first and the last among them.
    pub entries: Vec<&'a Entry>,
}

impl Spell<'_> {
    /// Whether it stood on a day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What an entry does to a spell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Shows,
    GoesOn,
    Ends,
}

/// Child protection plans. Brothers and sisters are mostly subject to plans together, so whose sentence it is plays no
/// part.
pub fn plans<'a>(history: &History<'a>) -> Vec<Spell<'a>> {
    spells(of_kinds(history, &[EventKind::CpPlan, EventKind::Conference]), plan_turn)
}

/// Times of being looked after by a local authority.
pub fn looked_after<'a>(history: &History<'a>) -> Vec<Spell<'a>> {
    let kinds = [EventKind::LookedAfter, EventKind::PlacementMove, EventKind::LegalOrder];
    spells(of_child(history, &kinds), care_turn)
}

/// Words of a plan that goes on, whatever plan it is.
const GOES_ON: &[&str] = &["plan continues", "plans continue", "plan to continue"];

/// Words of a child protection plan that ends.
static PLAN_ENDS: Wording = Wording::of(
    "{plan|plans|registration} {ended|ends|end|ceased|ceases|discontinued|removed|lapsed|is ended|has ended|was ended|comes to an end|came to an end|brought to an end|ceased today|no longer needed|no longer required}, \
     {end|ended|ending|discontinue|discontinued|cease|close|closed} {the |their |her |his |}{child protection |cp |}plan, removed from {plan|the plan|a plan|the register}, {de-planned|de-registered|deregistered|delisted}, no longer {subject|on a plan|on the register|in need of a plan}, \
     {step|stepped|stepping} down, {taken|came|come|coming|be taken} off {the|a|his|her|their} {child protection |cp |}{plan|register}, plan discontinued",
);

/// Words of one that is made or stands.
static PLAN_SHOWS: Wording = Wording::of(
    "{made|be|been|remain*|stay*} {the |}subject {of|to} {a |an |}{child protection |cp |}plan, {to|will} have a {child protection|cp} plan, {placed|put|stay|stays|staying|remain|remains|kept|still} on {a|the|his|her|their} {child protection |cp |}{plan|register}, \
     {plan|plans} to {carry on|run|remain|go on|continue}, {child protection|cp} plan {continues|to continue|to carry on|remains|stays|for|under|agreed|made}",
);

fn plan_turn(happening: &Happening<'_>) -> Option<Turn> {
    let words = &happening.entry.text();
    let conference = happening.event.kind == EventKind::Conference;
    let is_plan = happening.event.kind == EventKind::CpPlan
        || conference && (PLAN_ENDS.is_in(words) || PLAN_SHOWS.is_in(words))
        || says(
            words,
            &[
                "child protection plan",
                "subject to a plan",
                "subject to plan",
                "cp plan",
                "cpp",
                "category",
                "registered",
            ],
        );
    let begins = [
        "made subject",
        "subject to",
        "placed on",
        "category",
        "registered",
        "plans for",
        "plan for",
        "continue",
        "in place",
    ];
    if !is_plan
        || says(
            words,
            &[
                "not made subject",
                "no plan",
                "child in need plan",
                "cin plan",
                "early help plan",
                "did not meet the threshold",
                "threshold not met",
            ],
        )
    {
        None
    } else if PLAN_ENDS.is_in(words) {
        Some(Turn::Ends)
    } else if says(words, &["plan to end", "plans to end", "recommend"]) {
        None
    } else {
        let told = happening.event.kind == EventKind::CpPlan && !is_only_meant(happening);
        let goes_on = GOES_ON.contains(&happening.event.words.trim_end_matches('.').to_lowercase().as_str());
        (told || says(words, &begins) || PLAN_SHOWS.is_in(words)).then_some(if goes_on {
            Turn::GoesOn
        } else {
            Turn::Shows
        })
    }
}

/// Whether a plan is only meant, asked for or feared.
fn is_only_meant(happening: &Happening<'_>) -> bool {
    is_planned(happening)
        || says(sentence(happening), &["consider", "threshold", "whether", "request", "if ", "review", "previous"])
}

/// Times of a child in need plan, as social care tells them.
pub fn in_need<'a>(history: &History<'a>) -> Vec<Spell<'a>> {
    const SHOWS: &[&str] = &[
        "cin plan",
        "child in need plan",
        "cin visit",
        "cin review",
        "child in need visit",
        "child in need review",
        "cin meeting",
        "child in need meeting",
    ];
    const ENDS: &[&str] = &["closed", "ended", "ceased", "step down", "stepped down", "discontinued", "case closed"];
    const OVER: &[&str] = &[
        "case closed",
        "case closure",
        "file closed",
        "plan ended",
        "plan closed",
        "cin ended",
        "cin closed",
        "child in need ended",
        "child in need closed",
        "closed.",
    ];
    let mut all: Vec<Spell<'a>> = Vec::new();
    for entry in
        history.entries.iter().copied().filter(|entry| sector_by_id(history, &entry.agency) == Sector::SocialCare)
    {
        let Some(day) = first(entry) else { continue };
        let open = all.iter_mut().find(|spell| spell.until.is_none() && *spell.agency == entry.agency);
        let shown = entry_says(entry, SHOWS);
        match open {
            Some(spell) if entry_says(entry, ENDS) && (shown || entry_says(entry, OVER)) => {
                spell.entries.push(entry);
                spell.until = Some(day);
            }
            Some(spell) if shown => spell.entries.push(entry),
            None if shown && !entry_says(entry, ENDS) && !entry_says(entry, &["recommend", "to be", "consider"]) => {
                all.push(Spell { agency: &entry.agency, from: day, until: None, entries: vec![entry] });
            }
            _ => {}
        }
    }
    all
}

fn care_turn(happening: &Happening<'_>) -> Option<Turn> {
    let words = sentence(happening);
    let ends = [
        "discharged",
        "returned home",
        "return home",
        "rehabilitated",
        "special guardianship",
        "sgo",
        "adoption order",
        "no longer looked after",
        "ceased to be looked after",
        "adopted",
    ];
    let shows = [
        "looked after",
        "foster",
        "care order",
        "children's home",
        "section 20",
        "reg 24",
        "regulation 24",
        "residential",
        "accommodated",
        "s20",
        "s.20",
        "children looked after",
        "placed in care",
        "taken into care",
    ];
    if says(words, &ends) {
        Some(Turn::Ends)
    } else {
        (entry_says(happening.entry, &shows) && happening.event.kind != EventKind::LegalOrder).then_some(Turn::Shows)
    }
}

fn spells<'a>(shown: Vec<&Happening<'a>>, turn: impl Fn(&Happening<'_>) -> Option<Turn>) -> Vec<Spell<'a>> {
    let mut all: Vec<Spell<'a>> = Vec::new();
    for happening in shown {
        let (Some(day), Some(turn)) = (first(happening.entry), turn(happening)) else { continue };
        let open = all.last_mut().filter(|spell| spell.until.is_none());
        match (open, turn) {
            (Some(spell), turn) => {
                spell.entries.push(happening.entry);
                spell.until = (turn == Turn::Ends).then_some(day);
            }
            (None, Turn::Ends | Turn::GoesOn) => {}
            (None, Turn::Shows) => all.push(Spell {
                agency: &happening.entry.agency,
                from: day,
                until: None,
                entries: vec![happening.entry],
            }),
        }
    }
    all
}

/// The categories of a child protection plan, and the word each is told by.
const CATEGORIES: &[(&str, &str)] = &[
    ("sexual", "sexual abuse"),
    ("emotional", "emotional abuse"),
    ("physical", "physical abuse"),
    ("neglect", "neglect"),
];

/// The category that an entry gives a plan: what a column of categories says, else what stands beside the word "category", else beside the plan itself.
pub fn category(entry: &Entry) -> Option<&'static str> {
    let column = entry.cells.iter().filter(|cell| cell.meaning == Meaning::Category);
    if let Some(said) = column.into_iter().find_map(|cell| nearest(&cell.text.to_lowercase(), 80)) {
        return Some(said);
    }
    let text = entry.text().to_lowercase();
    let beside = text.find("categor").and_then(|at| {
        let after = nearest(&text[at..], 50);
        after.or_else(|| nearest(&text[floor(&text, at.saturating_sub(30))..at], 30))
    });
    beside.or_else(|| nearest(&text[text.find("plan")?..], 80))
}

/// The first category named within so many bytes.
fn nearest(text: &str, within: usize) -> Option<&'static str> {
    let near = &text[..floor(text, within)];
    let found = CATEGORIES.iter().filter_map(|(word, category)| Some((near.find(word)?, *category)));
    found.min().map(|(_, category)| category)
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
