//! Invented families, and the messy ways in which one man is written down.

use crate::chance::Chance;
use chrono::NaiveDate;
use serde_json::json;

const GIRLS: &[&str] = &[
    "Ava", "Mia", "Isla", "Zara", "Ruby", "Freya", "Layla", "Erin", "Nell", "Tilly", "Amina", "Keira", "Orla", "Hana",
    "Daisy", "Leah", "Maya", "Edith", "Iris", "Bryony",
];
const BOYS: &[&str] = &[
    "Leo", "Max", "Kai", "Owen", "Ryan", "Theo", "Jude", "Finn", "Adil", "Callum", "Rhys", "Ellis", "Noah", "Tariq",
    "Corey", "Ewan", "Luca", "Hugo", "Reuben", "Stefan",
];
const WOMEN: &[&str] = &[
    "Karen", "Lisa", "Donna", "Claire", "Michelle", "Farah", "Joanne", "Tracey", "Gemma", "Sharon", "Nadia", "Kelly",
    "Leanne", "Paula", "Rachel", "Tina",
];
/// Given names of men, each with a short form.
const MEN: &[(&str, &str)] = &[
    ("Anthony", "Tony"),
    ("William", "Bill"),
    ("Robert", "Bob"),
    ("Michael", "Mick"),
    ("Stephen", "Steve"),
    ("Christopher", "Chris"),
    ("Edward", "Ted"),
    ("Richard", "Rick"),
    ("David", "Dave"),
    ("Joseph", "Joe"),
    ("Samuel", "Sam"),
    ("Andrew", "Andy"),
    ("Daniel", "Danny"),
    ("Terence", "Terry"),
    ("Kenneth", "Ken"),
    ("Gregory", "Greg"),
    ("Patrick", "Pat"),
    ("Leonard", "Len"),
    ("Nicholas", "Nick"),
    ("Gerald", "Gerry"),
];
const BEGIN: &[&str] = &[
    "Ash", "Black", "Brook", "Chal", "Copp", "Dun", "East", "Far", "Gold", "Hale", "Hart", "Kirk", "Lang", "Marl",
    "Mill", "North", "Oak", "Pen", "Quin", "Rad", "Sand", "Stan", "Thorn", "Under", "Wake", "West", "Wood", "York",
    "Harg", "Fen",
];
const END: &[&str] = &[
    "bridge", "bury", "combe", "cott", "croft", "dale", "don", "field", "ford", "gate", "ham", "hurst", "ley", "low",
    "man", "mere", "more", "stock", "ton", "worth", "reaves", "shaw", "side", "wick", "wood",
];

fn surname(chance: &mut Chance) -> String {
    format!("{}{}", chance.one(BEGIN), chance.one(END))
}

fn day(chance: &mut Chance, year: i32, within: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    chance.day(first, within)
}

/// A man who is alleged to have abused.
pub struct Man {
    given: (&'static str, &'static str),
    surname: String,
    born: NaiveDate,
}

impl Man {
    /// Somebody.
    pub fn new(chance: &mut Chance) -> Self {
        Man { given: chance.one(MEN), surname: surname(chance), born: day(chance, 1955, 365 * 35) }
    }

    /// His name and date of birth as one agency has them: whole, short, turned round, mistyped.
    fn written(&self, chance: &mut Chance) -> (String, String) {
        let given = if chance.percent(40) { self.given.1 } else { self.given.0 };
        let surname = if chance.percent(12) { mistyped(&self.surname, chance) } else { self.surname.clone() };
        let born = match chance.below(10) {
            0 => self.born.format("%Y").to_string(),
            1 => String::new(),
            _ => self.born.format("%Y-%m-%d").to_string(),
        };
        (format!("{given} {surname}"), born)
    }
}

/// Two letters change places.
fn mistyped(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + chance.below(letters.len().saturating_sub(2));
    letters.swap(at, (at + 1).min(name.len() - 1));
    letters.into_iter().collect()
}

/// A child's family.
pub struct Family {
    /// The case's id.
    pub id: String,
    /// The child's name.
    pub child: String,
    /// The child's given name.
    pub called: &'static str,
    /// The child's date of birth.
    pub born: NaiveDate,
    /// Whether the child is a girl.
    pub girl: bool,
    /// The mother's name and date of birth.
    pub mother: (String, NaiveDate),
    /// A brother or sister: name, date of birth, relation.
    pub sibling: Option<(String, NaiveDate, &'static str)>,
    /// Where they live.
    pub address: (String, String),
    /// The alleged perpetrator, where there is one: which man, and his name and date of birth as this case has them.
    pub alleged: Option<(usize, String, String)>,
    /// What he is to the child.
    pub relation: &'static str,
}

impl Family {
    /// A family; every third has an alleged perpetrator.
    pub fn new(number: usize, men: &[Man], chance: &mut Chance) -> Self {
        let family = surname(chance);
        let girl = chance.percent(60);
        let called = chance.one(if girl { GIRLS } else { BOYS });
        let born = day(chance, 2003, 365 * 6);
        let man = chance.percent(33).then(|| chance.below(men.len()));
        let alleged = man.map(|man| {
            let (name, born) = men[man].written(chance);
            (man, name, born)
        });
        let sibling = chance.percent(60).then(|| {
            let sister = chance.percent(50);
            let name = chance.one(if sister { GIRLS } else { BOYS });
            (format!("{name} {family}"), day(chance, 2001, 365 * 10), if sister { "sister" } else { "brother" })
        });
        Family {
            id: format!("C{:06}", number + 1),
            child: format!("{called} {family}"),
            called,
            born,
            girl,
            mother: (format!("{} {family}", chance.one(WOMEN)), day(chance, 1972, 365 * 15)),
            sibling: sibling.filter(|(name, _, _)| !name.starts_with(called)),
            address: (
                format!("{} {} Street, Wexmouth", 1 + chance.below(180), surname(chance)),
                format!("WX{} {}{}{}", 1 + chance.below(20), 1 + chance.below(9), letter(chance), letter(chance)),
            ),
            alleged,
            relation: chance.one(&[
                "mother's partner",
                "maternal uncle",
                "family friend",
                "mother's former partner",
                "stepfather",
            ]),
        }
    }

    /// The words of `case.json`.
    pub fn front(&self) -> String {
        let home = json!([{ "address": self.address.0, "postcode": self.address.1 }]);
        let mut people = vec![json!({
            "name": self.mother.0, "born": self.mother.1, "relation": "mother", "lives_with_child": true, "sex": "F",
            "addresses": home,
        })];
        if let Some((name, born, relation)) = &self.sibling {
            people.push(json!({ "name": name, "born": born, "relation": relation, "lives_with_child": true }));
        }
        if let Some((_, name, born)) = &self.alleged {
            let mut person = json!({ "name": name, "relation": self.relation, "sex": "M" });
            if !born.is_empty() {
                person["born"] = json!(born);
            }
            people.push(person);
        }
        let agencies: Vec<_> = crate::words::AGENCIES
            .iter()
            .map(|(id, name, kind)| json!({ "id": id, "name": name, "kind": kind, "returns": [format!("returns/{id}.csv")], "outcome": "return" }))
            .collect();
        let case = json!({
            "reference": self.id,
            "child": { "name": self.child, "born": self.born, "sex": if self.girl { "F" } else { "M" }, "addresses": home },
            "people": people,
            "agencies": agencies,
            "as_at": "2019-06-01",
        });
        format!("{case:#}\n")
    }
}

fn letter(chance: &mut Chance) -> char {
    char::from(b'A' + chance.below(26) as u8)
}
