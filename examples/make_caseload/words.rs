//! What agencies write: mostly the ordinary, and in some families what matters.

use crate::chance::Chance;
use crate::family::Family;
use chrono::{Days, NaiveDate};

/// Agencies: id, name, kind.
pub const AGENCIES: &[(&str, &str, &str)] = &[
    ("police", "Wexmouth Constabulary", "police"),
    ("social-care", "Wexmouth Children's Services", "social care"),
    ("school", "Wexmouth schools", "school"),
    ("health", "Wexmouth health", "health"),
];

/// The headings of every return.
pub const HEADINGS: &str = "Date,Event,Action,Worker";

const WORKERS: &[&str] = &["J Pike", "M Osman", "PC 4417", "R Tull", "S Webb", "L Hurley"];

/// Ordinary entries of each agency. `C` is the child, `M` the mother, `S` the street.
const ORDINARY: &[&[&str]] = &[
    &[
        "Domestic call to S. Verbal argument between M and a neighbour, no offences disclosed. C in bed.",
        "Neighbour reported loud music at S late in the evening. Words of advice given to M.",
        "M reported her phone stolen from a bag in town. Crime recorded, no lines of enquiry.",
        "Welfare check at S at the request of school. All well, home tidy and food in the cupboards.",
        "Theft from a shop reported, C present with two friends. Community resolution.",
    ],
    &[
        "Home visit to M and C. Home clean and warm, C showed the worker a new bike and was chatty throughout.",
        "Telephone call to M, who said that the washing machine is mended and that C is sleeping better.",
        "Core group held. M attended and brought the letters from the housing office, actions reviewed.",
        "Supervision: visits up to date, M engages with the family support worker, plan to go on as it is.",
        "M did not answer the door, card left. Visit rearranged for the next week at school.",
        "Child and family assessment completed. M needs help with debts and with routines in the mornings.",
    ],
    &[
        "C late again, third time in two weeks. M said that the bus did not come and apologised.",
        "C did well in the maths test and was proud to be moved up a set. Postcard sent home to M.",
        "Parents' evening: M came and spoke with the form teacher about homework and packed lunches.",
        "C fell out with a friend at break. Both spoke with the mentor and made it up before the end of the day.",
        "Attendance meeting with M: 87 per cent this term. Target agreed and breakfast club offered.",
    ],
    &[
        "Asthma review. Inhaler technique good, M reports fewer bad nights. Next review in six months.",
        "Attended with M, sore throat for four days. Examined, advice given, to come back if not better.",
        "School nurse height and weight check, C within the usual range, no concerns raised.",
        "Dental check-up, two fillings needed. M to book an appointment before the holidays.",
        "Immunisation clinic attended with M, booster given, C brave and given a sticker.",
    ],
];

/// Entries that belong together: agency, days after the first, words.
type Story = &'static [(usize, u64, &'static str)];

/// What is told where a man is alleged to have abused: agency, days after the first, words. `P` is the man.
const ALLEGED: Story = &[
    (
        2,
        0,
        "C told the mentor that P touched her sexually when he was minding her. Words written down as she said them.",
    ),
    (1, 1, "Referral received from school: C says that P touched her sexually. Strategy discussion to be arranged."),
    (1, 9, "Strategy discussion with police and school. Section 47 enquiry agreed. P not to be in the home."),
    (0, 14, "P interviewed under caution about the allegation made by C, which he denies."),
    (0, 120, "Case against P reviewed by the inspector: no further action, insufficient evidence."),
    (
        1,
        150,
        "Initial child protection conference held. C made subject to a child protection plan under the category of neglect.",
    ),
    (2, 700, "C collected from school by P, as M was at work."),
    (3, 900, "Attended with M and P, who is staying with the family again. Cough, examined, no treatment needed."),
];

/// What is told where a child is exploited or goes missing.
const EXPLOITED: Story = &[
    (
        2,
        0,
        "C has a new phone and is collected from the gate by older males in a car. We think C is being sexually exploited.",
    ),
    (0, 20, "C reported missing by M. Found the next day at an address known for drugs."),
    (1, 24, "Return home interview with C, who says it was only friends."),
    (1, 45, "CSE screening tool completed: significant risk."),
    (1, 60, "Multi-agency exploitation panel: C added to the list. Mentor to be allocated by the end of the month."),
    (3, 80, "Sexual health clinic attended, screening done and contraception discussed with C alone."),
];

/// The rows of each agency's return, with so many entries in all.
pub fn returns(family: &Family, entries: usize, chance: &mut Chance) -> Vec<String> {
    let mut rows: Vec<Vec<(NaiveDate, String)>> = vec![Vec::new(); AGENCIES.len()];
    let mut told = 0;
    let stories: [(bool, usize, Story); 2] =
        [(family.alleged.is_some(), 2500, ALLEGED), (chance.percent(20), 4600, EXPLOITED)];
    for (_, earliest, story) in stories.into_iter().filter(|(holds, _, _)| *holds) {
        let began =
            family.born.checked_add_days(Days::new((earliest + chance.below(900)) as u64)).unwrap_or(family.born);
        for (agency, after, words) in story.iter().take(entries.saturating_sub(told)) {
            let day = began.checked_add_days(Days::new(*after + chance.below(6) as u64)).unwrap_or(began);
            rows[*agency].push((day, filled(words, family)));
            told += 1;
        }
    }
    for _ in told..entries {
        let agency = chance.below(AGENCIES.len());
        let day = chance.day(family.born, 365 * 15);
        rows[agency].push((day, filled(chance.one(ORDINARY[agency]), family)));
    }
    rows.into_iter().map(|rows| table(rows, chance)).collect()
}

fn table(mut rows: Vec<(NaiveDate, String)>, chance: &mut Chance) -> String {
    rows.sort();
    let mut table = HEADINGS.to_owned();
    for (day, words) in rows {
        let written = if chance.percent(50) { day.format("%d/%m/%Y").to_string() } else { day.to_string() };
        let action = if chance.percent(30) { "Noted on file" } else { "" };
        table.push_str(&format!("\n{written},\"{words}\",{action},{}", chance.one(WORKERS)));
    }
    table + "\n"
}

fn filled(words: &str, family: &Family) -> String {
    let man = family.alleged.as_ref().map_or("", |(_, name, _)| name);
    let word = |word: &str| {
        let bare = word.trim_end_matches(['.', ',', ':', ';']);
        let rest = &word[bare.len()..];
        let said = match bare {
            "C" => family.called,
            "M" => &family.mother.0,
            "P" => man,
            "S" => family.address.0.split(',').next().unwrap_or_default(),
            "her" if !family.girl => "him",
            "she" if !family.girl => "he",
            _ => return word.to_owned(),
        };
        format!("{said}{rest}")
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
