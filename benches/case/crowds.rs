//! Cases that are hard to put together: entries that each name several other people, in as many ways as returns do.

use super::made::{Chance, Made};
use std::fmt::Write as _;

/// The shapes that can be made, by name.
pub const SHAPES: [&str; 6] = ["few", "crowd", "strangers", "one-day", "one-year", "spellings"];

/// A case of this shape with so many entries; none where there is no such shape.
pub fn made(shape: &str, entries: usize) -> Option<Made> {
    let (agencies, cast, days): (usize, Cast, fn(usize, usize) -> usize) = match shape {
        "few" => (5, Cast::Of(8), over_the_years),
        "crowd" => (5, Cast::Of(200), over_the_years),
        "strangers" => (5, Cast::New, over_the_years),
        "one-day" => (1, Cast::Of(40), |_, _| 4_000),
        "one-year" => (40, Cast::Of(40), |row, rows| 4_000 + row * 365 / rows),
        "spellings" => (5, Cast::Spellings, over_the_years),
        _ => return None,
    };
    let returns = (0..agencies).map(|agency| {
        let rows = entries / agencies + usize::from(agency < entries % agencies);
        (format!("agency-{agency}"), agency_return(agency, rows, cast, days).into_bytes())
    });
    Some(Made { front: front(agencies), returns: returns.collect() })
}

/// From the child's birth to the day of the report, in order, as a log is kept.
fn over_the_years(row: usize, rows: usize) -> usize {
    1 + row * 6_600 / rows
}

/// Who is named in the entries.
#[derive(Clone, Copy)]
enum Cast {
    /// So many people, again and again.
    Of(usize),
    /// People of whom nobody has heard before.
    New,
    /// One man, in hundreds of spellings.
    Spellings,
}

const KINDS: [&str; 5] = ["police", "children's social care", "school", "GP surgery", "health visiting"];

fn front(agencies: usize) -> String {
    let listed: Vec<String> = (0..agencies)
        .map(|at| {
            let (kind, town) = (KINDS[at % KINDS.len()], surname(at));
            format!(r#"{{ "id": "agency-{at}", "name": "{town} {kind}", "kind": "{kind}" }}"#)
        })
        .collect();
    format!(
        r#"{{
  "reference": "MADE-UP",
  "child": {{ "id": "robin", "name": "Robin Arden", "born": "2006-03-04", "sex": "F" }},
  "people": [
    {{ "id": "dana", "name": "Dana Arden", "born": "1984-06-30", "relation": "mother", "lives_with_child": true }},
    {{ "id": "mark", "name": "Mark Telling", "born": "1980", "relation": "father" }},
    {{ "id": "chris", "name": "Christopher Wainwright", "born": "1978-11-02", "relation": "mother's partner" }},
    {{ "id": "tess", "name": "Tess Arden", "born": "2010-09-01", "relation": "half-sister", "lives_with_child": true }}
  ],
  "agencies": [{}],
  "as_at": "2024-06-30"
}}"#,
        listed.join(", ")
    )
}

/// What the entries say; each letter in braces is somebody.
const SAID: &[&str] = &[
    "Robin seen at the park with {a}, {b} and {c}. No concerns noted.",
    "{a} and {b} argued in the street; {c} rang 999. Robin was upstairs in bed.",
    "Robin says {a} gave her a lift home. {b} told Mrs Dollis that {c} was there too.",
    "Neighbour {a} reports shouting at the flat at 21:40. {b} and {c} named.",
    "{a} is staying with {b} at weekends. {c} visits. Mum aware.",
    "Her uncle {a} collected Robin; {b}, a friend of mum, and {c} waited in the car.",
    "Core group. Present: {a}, {b} (school nurse), {c}. Plan to go on.",
    "Police notification: {a} arrested for assault of {b}. {c} a witness.",
    "Letter received from {a} re speech therapy, copied to {b} and {c}.",
    "Mum's partner {a} has left. {b}, his brother, and {c}, her cousin (16), still call.",
    "Robin missing from 18:30, found at the address of {a}. {b} and {c} present.",
    "Robin disclosed to {a} that {b} touched her when she was little. {c} informed.",
];

/// A return: a heading and its rows.
fn agency_return(agency: usize, rows: usize, cast: Cast, days: fn(usize, usize) -> usize) -> String {
    let mut chance = Chance::new(agency as u64 + 1);
    let born = chrono::NaiveDate::from_ymd_opt(2006, 3, 4).expect("a day of the calendar");
    let mut out = "Date,Event,Worker\n".to_owned();
    for row in 0..rows {
        let day = born + chrono::Days::new(days(row, rows) as u64);
        // What is seldom said is said once in eight times the others.
        let said = SAID[..if chance.below(8) == 0 { SAID.len() } else { SAID.len() - 2 }].iter();
        let mut text = (*said.clone().nth(chance.below(said.len())).expect("something is said")).to_owned();
        for (nth, slot) in ["{a}", "{b}", "{c}"].into_iter().enumerate() {
            let who = match cast {
                Cast::Of(people) => called(chance.below(people) * 7, chance.below(4)),
                Cast::New => called(((agency * 1_000_000 + row) * 3 + nth) * 11, chance.below(5)),
                Cast::Spellings if nth == 0 => spelling(&mut chance),
                Cast::Spellings => called(chance.below(8), chance.below(4)),
            };
            text = text.replace(slot, &who);
        }
        let _ = writeln!(out, "{},\"{text}\",J Pike", day.format("%d/%m/%Y"));
    }
    out
}

const GIVEN: [&str; 40] = [
    "Anna", "Brian", "Carla", "Derek", "Elena", "Frank", "Gemma", "Harold", "Irene", "Jacob", "Karen", "Lewis",
    "Maria", "Nigel", "Olga", "Peter", "Rachel", "Simon", "Tanya", "Victor", "Wendy", "Yusuf", "Zoe", "Adam",
    "Bridget", "Colin", "Donna", "Ethan", "Fiona", "Graham", "Helen", "Ian", "Joanne", "Keith", "Linda", "Martin",
    "Nadia", "Owen", "Paula", "Rhys",
];

/// One of the made-up people, in one of the ways in which records call somebody.
fn called(person: usize, way: usize) -> String {
    let (given, surname) = (GIVEN[person % GIVEN.len()], surname(person / GIVEN.len() + person));
    match way {
        0 => format!("Mr {surname}"),
        1 => format!("{} {given}", surname.to_uppercase()),
        4 => given_made(person),
        _ => format!("{given} {surname}"),
    }
}

/// A surname for each number: the same number, the same name.
fn surname(number: usize) -> String {
    const FIRST: [&str; 16] = [
        "Hal", "Thorn", "Wex", "Bram", "Col", "Dun", "Eving", "Far", "Gar", "Hol", "Kess", "Lang", "Mar", "Nor", "Pen",
        "Rad",
    ];
    const MIDDLE: [&str; 16] =
        ["a", "bo", "cle", "di", "fen", "gri", "ho", "ke", "lo", "mi", "ne", "pa", "ri", "so", "tu", "vi"];
    const LAST: [&str; 16] = [
        "by", "combe", "dale", "field", "gate", "ham", "ley", "mere", "ton", "wick", "worth", "stead", "shaw", "more",
        "kin", "ster",
    ];
    let (first, rest) = (FIRST[number % 16], number / 16);
    let (last, mut rest) = (LAST[rest % 16], rest / 16);
    let mut middle = String::new();
    while rest > 0 {
        middle.push_str(MIDDLE[rest % 16]);
        rest /= 16;
    }
    format!("{first}{middle}{last}")
}

/// A given name that no list knows.
fn given_made(number: usize) -> String {
    let name = surname(number);
    let stem = name.trim_end_matches(|sign: char| !"aeiou".contains(sign));
    format!("{stem}sha{}", ["", "n", "ra", "lle"][number % 4])
}

/// A man's name as hundreds of tired hands write it.
fn spelling(chance: &mut Chance) -> String {
    const GIVEN: [&str; 12] = [
        "Christopher",
        "Chris",
        "C",
        "Kris",
        "Christoper",
        "Cristopher",
        "Christpher",
        "CHRISTOPHER",
        "Topher",
        "Christopher John",
        "Chris J",
        "Kit",
    ];
    const WORDS: [&str; 5] = ["Wainwright", "Wainwright-Hall", "Hall", "Wainright", "Wainwrite"];
    let mut surname = WORDS[chance.below(WORDS.len())].to_owned();
    // A slip: two letters change over, or one is doubled or left out.
    let at = 1 + chance.below(surname.len().min(9) - 2);
    match chance.below(5) {
        0 if surname.is_char_boundary(at) => drop(surname.remove(at)),
        1 => surname.insert(at, char::from(b'a' + chance.below(26) as u8)),
        2 => {
            let letter = surname.remove(at);
            surname.insert(at - 1, letter);
        }
        _ => {}
    }
    format!("{} {surname}", GIVEN[chance.below(GIVEN.len())])
}
