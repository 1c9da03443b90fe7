//! # cross-border
//!
//! Looks for the child, or an alleged perpetrator after the allegation, moving to or from another authority's area or
//! another country, with no transfer or notification recorded. One finding for each who moved.
//!
//! Why: what one area knew did not go with those who moved (Somerset, 2015).
//!
//! ## Fires
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-06-19: Ava placed out of area, 90 miles away.
//! ```
//!
//! > Ava Dale moved across a border on 2021-06-19, and no notification is shown.
//!
//! ## Keeps silent
//!
//! ```text
//! child: Ava Dale, born 2010-03-02
//! social care, 2021-06-19: Ava placed out of area, 90 miles away. Receiving authority notified.
//! ```

use super::{Rule, Section};
use crate::findings::look::{first, last, of_child};
use crate::findings::told::{entry_says, says, sentences};
use crate::findings::words::{called, cite, dated, is_of_this_family};
use crate::findings::{Finding, Priority};
use crate::history::History;
use crate::model::{Entry, EventKind, PersonId};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub const RULE: Rule =
    Rule { id: "cross-border", section: Section::WhoKnew, seen: false, find, source: include_str!("cross_border.rs") };

/// Words of a move into or out of another authority's area or country.
const ACROSS: &[&str] = &[
    "out of area",
    "out of county",
    "out of borough",
    "over the border",
    "another authority",
    "another local authority",
    "another area",
    "another county",
    "another country",
    "abroad",
    "overseas",
    "emigrat",
    "miles",
    "left the country",
    "left the uk",
    "out of the country",
    "moved to australia",
    "to australia",
    "australia",
    "new zealand",
    "canada",
    "america",
    "spain",
    "ireland",
    "scotland",
    "wales",
    "england",
    "pakistan",
    "india",
    "poland",
    "romania",
    "france",
    "germany",
    "portugal",
    "cyprus",
    "nigeria",
    "jamaica",
    "bangladesh",
    "turkey",
    "dubai",
    "afghanistan",
    "albania",
    "algeria",
    "argentina",
    "bahrain",
    "belgium",
    "bolivia",
    "brazil",
    "bulgaria",
    "cameroon",
    "china",
    "croatia",
    "czech",
    "denmark",
    "egypt",
    "eritrea",
    "estonia",
    "ethiopia",
    "finland",
    "gambia",
    "ghana",
    "greece",
    "holland",
    "hungary",
    "iran",
    "iraq",
    "israel",
    "italy",
    "japan",
    "kenya",
    "kosovo",
    "kurdistan",
    "latvia",
    "lebanon",
    "lithuania",
    "malawi",
    "malaysia",
    "malta",
    "mauritius",
    "mexico",
    "moldova",
    "morocco",
    "nepal",
    "netherlands",
    "norway",
    "oman",
    "peru",
    "philippines",
    "qatar",
    "russia",
    "senegal",
    "serbia",
    "singapore",
    "slovakia",
    "slovenia",
    "somalia",
    "somaliland",
    "sri lanka",
    "sudan",
    "sweden",
    "switzerland",
    "syria",
    "tanzania",
    "thailand",
    "trinidad",
    "tunisia",
    "uganda",
    "ukraine",
    "vietnam",
    "yemen",
    "zambia",
    "zimbabwe",
    "congo",
    "angola",
    "colombia",
    "hong kong",
    "jersey",
    "guernsey",
    "isle of man",
    "northern ireland",
    "donegal",
    "galway",
    "dublin",
    "belfast",
    "lahore",
    "karachi",
    "islamabad",
    "mirpur",
    "sylhet",
    "dhaka",
    "delhi",
    "mumbai",
    "lagos",
    "abuja",
    "accra",
    "nairobi",
    "mogadishu",
    "hargeisa",
    "warsaw",
    "krakow",
    "bucharest",
    "vilnius",
    "kaunas",
    "toronto",
    "vancouver",
    "sydney",
    "melbourne",
    "auckland",
    "istanbul",
    "athens",
    "madrid",
    "malaga",
    "tenerife",
    "lisbon",
    "paris",
    "berlin",
    "amsterdam",
];

/// Large towns and counties: a move to one of them is mostly a move out of the area.
const PLACES: &[&str] = &[
    "birmingham",
    "bradford",
    "brighton",
    "bristol",
    "cambridge",
    "cardiff",
    "cornwall",
    "coventry",
    "cumbria",
    "derby",
    "devon",
    "doncaster",
    "dorset",
    "edinburgh",
    "essex",
    "glasgow",
    "gloucester",
    "hampshire",
    "hull",
    "kent",
    "lancashire",
    "leeds",
    "leicester",
    "lincoln",
    "liverpool",
    "london",
    "luton",
    "manchester",
    "middlesbrough",
    "newcastle",
    "norfolk",
    "northampton",
    "nottingham",
    "oxford",
    "peterborough",
    "plymouth",
    "portsmouth",
    "preston",
    "sheffield",
    "somerset",
    "southampton",
    "stoke",
    "suffolk",
    "sunderland",
    "surrey",
    "sussex",
    "swansea",
    "swindon",
    "wigan",
    "wolverhampton",
    "york",
    "yorkshire",
    "aberdeen",
    "barnsley",
    "barnet",
    "barrow",
    "basildon",
    "bath",
    "bedford",
    "birkenhead",
    "blackburn",
    "blackpool",
    "bolton",
    "bournemouth",
    "burnley",
    "bury",
    "burton",
    "carlisle",
    "chelmsford",
    "cheltenham",
    "chester",
    "chesterfield",
    "colchester",
    "crewe",
    "croydon",
    "darlington",
    "dudley",
    "dundee",
    "durham",
    "eastbourne",
    "exeter",
    "gateshead",
    "grimsby",
    "halifax",
    "harlow",
    "harrogate",
    "hartlepool",
    "hastings",
    "hereford",
    "hertford",
    "huddersfield",
    "ipswich",
    "kettering",
    "lancaster",
    "llandudno",
    "loughborough",
    "lowestoft",
    "maidstone",
    "mansfield",
    "merthyr",
    "milton keynes",
    "newport",
    "norwich",
    "nuneaton",
    "oldham",
    "oswestry",
    "poole",
    "reading",
    "redditch",
    "rhyl",
    "rochdale",
    "rotherham",
    "runcorn",
    "salford",
    "scarborough",
    "scunthorpe",
    "shrewsbury",
    "slough",
    "southend",
    "southport",
    "st helens",
    "stafford",
    "stevenage",
    "stockport",
    "stockton",
    "taunton",
    "telford",
    "torquay",
    "truro",
    "wakefield",
    "walsall",
    "warrington",
    "watford",
    "worcester",
    "worthing",
    "wrexham",
    "yeovil",
    "leics",
    "lincs",
    "notts",
    "derbys",
    "staffs",
    "northants",
    "cambs",
    "herts",
    "bucks",
    "berks",
    "wilts",
    "glos",
    "lancs",
    "yorks",
    "teesside",
    "merseyside",
    "tyneside",
    "wearside",
    "humberside",
    "the wirral",
    "anglesey",
    "gwynedd",
    "powys",
    "ceredigion",
    "pembrokeshire",
    "monmouthshire",
    "shropshire",
    "cheshire",
    "derbyshire",
    "nottinghamshire",
    "lincolnshire",
    "leicestershire",
    "staffordshire",
    "warwickshire",
    "worcestershire",
    "herefordshire",
    "oxfordshire",
    "berkshire",
    "buckinghamshire",
    "hertfordshire",
    "bedfordshire",
    "cambridgeshire",
    "northamptonshire",
    "wiltshire",
    "northumberland",
];

/// Words of a move to or from a town.
const TO_TOWN: &[&str] = &[
    "moved to",
    "moving to",
    "move to",
    "moved from",
    "moved here from",
    "moved over to",
    "to live with",
    "to live in",
    "gone to live",
    "went to live",
    "sent to live",
    "settled in",
    "now lives in",
    "living in",
    "relocated",
    "rehoused",
    "placed in",
    "placement in",
    "transferred from",
    "transferred to",
    "back from",
    "home from",
    "new to area",
    "previously of",
    "formerly of",
    "came from",
    "come from",
    "moved in",
];

/// Words of going or coming.
const MOVES: &[&str] = &[
    "moved",
    "moves",
    "placed",
    "placement",
    "emigrat",
    "gone to",
    "went to live",
    "left for",
    "relocated",
    "returned from",
    "home from",
    "back from",
    "came from",
    "settled in",
    "now lives in",
    "now living in",
    "living in",
    "lives in",
    "gone for good",
    "went back to",
    "gone back to",
    "goes back to",
    "returned to",
    "sent to live",
    "has sent",
    "sent him to",
    "sent her to",
    "to live with",
    "flew to",
    "flown to",
    "deported",
    "removed to",
    "retired to",
    "settled",
    "emigrated",
    "transferred from",
    "transferred to",
    "new to area",
    "arrived from",
    "move from",
    "move to",
    "moving to",
    "moving from",
    "moved over",
    "back in",
    "is in",
    "now in",
    "staying in",
    "gone home to",
    "went home to",
    "home for good",
    "sold up",
];

/// Words that show that somebody was told across the border.
const TOLD: &[&str] = &[
    "notified",
    "notification",
    "notify",
    "transfer",
    "informed",
    "handed over",
    "handover",
    "case responsibility",
    "told the",
];

fn find(history: &History<'_>) -> Vec<Finding> {
    let of_family = history.allegations.iter().filter(|one| is_of_this_family(history, one));
    let mut movers: BTreeSet<&PersonId> = of_family.map(|one| &one.perpetrator).collect();
    movers.insert(&history.front.child.id);
    let elsewhere = towns_elsewhere(history);
    movers.into_iter().filter_map(|person| finding(history, person, &elsewhere)).collect()
}

fn finding(history: &History<'_>, person: &PersonId, elsewhere: &[&str]) -> Option<Finding> {
    let moves = moves(history, person, elsewhere);
    let silent: Vec<&Entry> = moves.into_iter().filter(|entry| !is_told(history, entry)).collect();
    let entry = silent.first()?;
    let who = called(history, person);
    let is_child = *person == history.front.child.id;
    let role = if is_child { "child" } else { "alleged_perpetrator" };
    Some(Finding {
        people: BTreeMap::from([(role, person.clone())]),
        evidence: cite(silent.iter().copied()),
        ask: vec![format!(
            "Ask {} which agencies in the other area were told about {who}, when, and what they hold.",
            history.agency_name(&entry.agency)
        )],
        ..Finding::new(
            RULE.id,
            Priority::Check,
            format!("{who} moved across a border on {}, and no notification is shown.", dated(entry)),
            format!(
                "{} entries speak of a move into or out of another area. No transfer or notification to the other area is shown in the returns supplied.",
                if silent.len() == 1 { "One of the" } else { "Several" }
            ),
        )
    })
}

/// Entries that tell of a person's move across a border; of an alleged perpetrator, after the allegation only.
fn moves<'a>(history: &History<'a>, person: &PersonId, elsewhere: &[&str]) -> Vec<&'a Entry> {
    let is_child = *person == history.front.child.id;
    let alleged = history.allegations.iter().filter(|one| one.perpetrator == *person);
    let since = alleged.flat_map(|one| one.evidence()).filter_map(first).min();
    let may_be = may_be(history, person);
    let kinds = [EventKind::MoveArea, EventKind::PlacementMove, EventKind::LookedAfter];
    let moved: BTreeSet<_> = of_child(history, &kinds).into_iter().map(|one| &one.entry.id).collect();
    let speaks = |entry: &Entry| {
        let text = entry.text();
        let place = |one: &str| says(one, TO_TOWN) && says(one, elsewhere);
        let across = sentences(&text)
            .any(|(_, one)| (says(one, ACROSS) && says(one, MOVES) || place(one)) && !says(one, &["suspect"]));
        across && (!is_child || moved.contains(&entry.id))
    };
    let here = |entry: &Entry| {
        let here = history.people_in(&entry.id);
        may_be.iter().any(|id| here.contains(id))
    };
    let later = |entry: &Entry| is_child || matches!((since, last(entry)), (Some(since), Some(day)) if day > since);
    history
        .entries
        .iter()
        .copied()
        .filter(|entry| entry.when.is_some() && later(entry) && here(entry) && speaks(entry))
        .collect()
}

/// The towns and counties that no agency asked is named after: those are the area's own.
fn towns_elsewhere(history: &History<'_>) -> Vec<&'static str> {
    let own: Vec<String> = history.front.agencies.iter().map(|agency| agency.name.to_lowercase()).collect();
    PLACES.iter().copied().filter(|town| !own.iter().any(|name| says(name, &[*town]))).collect()
}

/// The person, and everyone who may be the same.
fn may_be<'h>(history: &'h History<'_>, person: &'h PersonId) -> Vec<&'h PersonId> {
    let pairs = history.people.maybe.iter().filter_map(|maybe| match person {
        _ if maybe.a == *person => Some(&maybe.b),
        _ if maybe.b == *person => Some(&maybe.a),
        _ => None,
    });
    std::iter::once(person).chain(pairs).collect()
}

/// Whether the entry, or one of the eight weeks after it, says that the other area was told.
fn is_told(history: &History<'_>, entry: &Entry) -> bool {
    let Some(day) = first(entry) else { return true };
    let until: NaiveDate = day.checked_add_days(Days::new(56)).unwrap_or(day);
    let near = history.entries.iter().filter(|one| first(one).is_some_and(|then| day <= then && then <= until));
    near.into_iter().any(|one| {
        let there =
            ["area", "authority", "council", "county", "borough", "cross", "children's services", "social care"];
        entry_says(one, TOLD) && (entry_says(one, &there) || entry_says(one, PLACES))
    }) || entry_says(entry, TOLD)
}
