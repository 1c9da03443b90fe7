//! What agencies write of a made-up family, as mentions whose truth is known.

use super::family::{Chance, Family, Somebody};
use chrono::{Days, NaiveDate};
use lifespan::model::{AgencyId, Cell, Entry, Kin, Meaning, Mention, Naming, Origin, Reading, Sex, When};

pub struct Told {
    pub read: Vec<(Entry, Reading)>,
    /// Who each mention means, entry by entry.
    pub truth: Vec<String>,
    /// The words of each.
    pub words: Vec<String>,
}

const FILES: &[&str] = &["csc", "gp", "police", "school", "housing"];

/// Five returns of a dozen entries.
pub fn tell(family: &Family, chance: &mut Chance) -> Told {
    let mut told = Told { read: Vec::new(), truth: Vec::new(), words: Vec::new() };
    let first = NaiveDate::from_ymd_opt(2012, 1, 1).unwrap_or_default();
    let unlisted = |who: &usize| !family.people[*who].listed && family.people[*who].relation.is_some();
    let mut unintroduced: Vec<usize> = (0..family.people.len()).filter(unlisted).collect();
    for file in FILES {
        for row in 2..14 {
            let day = first.checked_add_days(Days::new(chance.below(3000) as u64)).unwrap_or_default();
            let mut mentions: Vec<Mention> = Vec::new();
            let mut same: Vec<(usize, usize)> = Vec::new();
            let mut met: Vec<usize> = Vec::new();
            for _ in 0..1 + chance.below(3) {
                // Whoever is not on the front sheet is introduced once, with name and tie.
                let who = unintroduced.pop().unwrap_or_else(|| chance.below(family.people.len()));
                if met.contains(&who) {
                    continue;
                }
                met.push(who);
                let new = unlisted(&who) && !told.truth.contains(&family.people[who].id);
                for mention in speak(new, family, &family.people[who], file, &met, &mentions, chance, &mut same) {
                    told.truth.push(family.people[who].id.clone());
                    told.words.push(format!("{file}:{row} {}", mention.text));
                    mentions.push(mention);
                }
            }
            told.read.push(entry(file, row, day, mentions, same));
        }
    }
    told
}

/// One or two mentions of somebody, as this agency would write.
#[allow(clippy::too_many_arguments)]
fn speak(
    new: bool,
    family: &Family,
    one: &Somebody,
    file: &str,
    met: &[usize],
    before: &[Mention],
    chance: &mut Chance,
    same: &mut Vec<(usize, usize)>,
) -> Vec<Mention> {
    let at = before.len();
    let short = one.nick.clone().unwrap_or_else(|| one.given.clone());
    let tie = one.relation.as_deref();
    let alone = met.iter().filter(|who| family.people[**who].surname == one.surname).count() == 1;
    let uncle = tie.is_some_and(|words| words.ends_with("uncle"));
    let two_uncles = family
        .people
        .iter()
        .filter(|other| other.relation.as_deref().is_some_and(|words| words.ends_with("uncle")))
        .count()
        > 1;
    match if new { 16 } else { chance.below(20) } {
        0..=4 if file == "police" => vec![police(one, &one.surname, chance.percent(60) || one.shares_given)],
        5 if one.former.is_some() && file == "police" => {
            vec![police(one, &one.former.clone().unwrap_or_default(), true)]
        }
        6 if one.id != "child" && !one.shares_given => vec![misspelt(one, chance)],
        7 | 8 if alone && tie.is_some_and(|words| matches!(words, "mother" | "father")) => {
            vec![titled(one, &one.surname)]
        }
        7 if one.id.starts_with("stranger") || one.id == "partner" => vec![titled(one, &one.surname)],
        9 if file == "police" && one.id.starts_with("stranger") => {
            vec![sexed(
                mention(
                    &one.surname.to_uppercase(),
                    Naming::Surname { initial: None, surname: one.surname.to_uppercase() },
                ),
                one.sex,
            )]
        }
        10 | 11 if uncle => {
            let words = if two_uncles { tie.unwrap_or_default() } else { "uncle" };
            vec![tied(mention(&format!("Uncle {short}"), Naming::Given(short)), words)]
        }
        12 | 13 if one.to_mother.is_some() => {
            let index = met.iter().position(|who| family.people[*who].id == "mother");
            if index.is_some() || before.iter().any(|mention| mention.text == "Mum") {
                return vec![full(one)];
            }
            let words = one.to_mother.clone().unwrap_or_default();
            let mut kin = tied(mention(&format!("mother's {words}"), Naming::Kin), &format!("mother's {words}"));
            kin.sex = Some(one.sex);
            vec![kin]
        }
        14 | 15 if tie.is_some() && (two_uncles || !uncle) => {
            vec![tied(mention(tie.unwrap_or_default(), Naming::Kin), tie.unwrap_or_default())]
        }
        14 | 15 if uncle => vec![tied(mention("her uncle", Naming::Kin), "uncle")],
        16 if tie.is_some() => {
            same.push((at, at + 1));
            vec![tied(mention(tie.unwrap_or_default(), Naming::Kin), tie.unwrap_or_default()), full(one)]
        }
        17 if one.id == "child" => {
            let letters: String = [&one.given[..1], &one.surname[..1]].concat();
            vec![mention(&letters, Naming::Initials(letters.clone()))]
        }
        17 if !one.shares_given => vec![naming_full(&short, &one.surname)],
        18 | 19 if !one.shares_given => vec![sexed(mention(&one.given, Naming::Given(one.given.clone())), one.sex)],
        _ if one.shares_given => vec![tied(full(one), tie.unwrap_or_default())],
        _ => vec![full(one)],
    }
}

fn police(one: &Somebody, surname: &str, born: bool) -> Mention {
    let mut made = naming_full(&one.given, &surname.to_uppercase());
    made.text = format!("{} {}", surname.to_uppercase(), one.given);
    if born {
        made.born = Some(When::day(one.born.to_string(), one.born));
    }
    made
}

/// One slip in a long surname or given name.
fn misspelt(one: &Somebody, chance: &mut Chance) -> Mention {
    if one.surname.len() < 7 || one.shares_given {
        return full(one);
    }
    let mut letters: Vec<char> = one.surname.chars().collect();
    let at = 2 + chance.below(letters.len() - 4);
    match chance.below(3) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    naming_full(&one.given, &letters.into_iter().collect::<String>())
}

fn titled(one: &Somebody, surname: &str) -> Mention {
    let title = if one.sex == Sex::M { "Mr" } else { "Ms" };
    let mut made = mention(&format!("{title} {surname}"), Naming::Surname { initial: None, surname: surname.into() });
    made.title = Some(title.into());
    sexed(made, one.sex)
}

fn full(one: &Somebody) -> Mention {
    naming_full(&one.given, &one.surname)
}

fn naming_full(given: &str, surname: &str) -> Mention {
    mention(&format!("{given} {surname}"), Naming::Full { given: given.into(), surname: surname.into() })
}

fn tied(mut made: Mention, words: &str) -> Mention {
    made.kin = Kin::parse(words);
    made.sex = made.kin.as_ref().and_then(Kin::sex);
    made
}

fn sexed(mut made: Mention, sex: Sex) -> Mention {
    made.sex = Some(sex);
    made
}

fn mention(text: &str, naming: Naming) -> Mention {
    Mention {
        cell: 0,
        start: 0,
        end: 0,
        text: text.into(),
        naming,
        kin: None,
        kin_of: None,
        indefinite: false,
        sex: None,
        title: None,
        born: None,
        age: None,
        also: Vec::new(),
        professional: false,
    }
}

/// The mentions one after the other, with full stops between: no two are said to be one or two people.
fn entry(
    file: &str,
    row: usize,
    day: NaiveDate,
    mut mentions: Vec<Mention>,
    same: Vec<(usize, usize)>,
) -> (Entry, Reading) {
    let mut text = String::new();
    for mention in &mut mentions {
        mention.start = text.len();
        text += &mention.text;
        mention.end = text.len();
        text += " seen. ";
    }
    let origin = Origin { file: format!("returns/{file}.csv"), part: None, row };
    let reading =
        Reading { entry: origin.id(), mentions, same, events: Vec::new(), left_out: Vec::new(), blaming: Vec::new() };
    let made = Entry {
        id: origin.id(),
        origin,
        agency: AgencyId(file.into()),
        when: Some(When::day(day.to_string(), day)),
        until: None,
        learned: None,
        recorded: None,
        cells: vec![Cell { heading: "Event".into(), meaning: Meaning::Event, text }],
    };
    (made, reading)
}
