//! Made-up families.

use chrono::NaiveDate;
use lifespan::ingest::front;
use lifespan::model::{FrontSheet, Sex};

/// Chance that is the same on every run.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x2545_F491_4F6C_DD1D)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    pub fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }

    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }
}

/// Somebody, and every way to speak of them.
pub struct Somebody {
    pub id: String,
    pub given: String,
    pub nick: Option<String>,
    pub surname: String,
    pub former: Option<String>,
    pub sex: Sex,
    pub born: NaiveDate,
    /// To the child, in words; none for strangers.
    pub relation: Option<String>,
    /// To the mother, where records speak from her side.
    pub to_mother: Option<String>,
    pub listed: bool,
    /// Goes by a given name that somebody else of the case bears too.
    pub shares_given: bool,
}

pub struct Family {
    pub people: Vec<Somebody>,
    pub front: FrontSheet,
}

const MEN: &[(&str, Option<&str>)] = &[
    ("Raymond", Some("Ray")),
    ("Darren", Some("Daz")),
    ("Michael", Some("Mick")),
    ("Stephen", Some("Steve")),
    ("Christopher", Some("Chris")),
    ("Anthony", Some("Tony")),
    ("Kevin", Some("Kev")),
    ("Wayne", None),
    ("Craig", None),
    ("Robert", Some("Bob")),
    ("William", Some("Bill")),
    ("Gareth", Some("Gaz")),
    ("Thomas", Some("Tom")),
    ("Leroy", None),
    ("Ibrahim", None),
    ("Tariq", None),
    ("Piotr", None),
    ("Andrew", Some("Andy")),
    ("Philip", Some("Phil")),
    ("Nathan", Some("Nate")),
    ("Owen", None),
    ("Samuel", Some("Sam")),
];
const WOMEN: &[(&str, Option<&str>)] = &[
    ("Donna", None),
    ("Michelle", Some("Shell")),
    ("Patricia", Some("Pat")),
    ("Susan", Some("Sue")),
    ("Jacqueline", Some("Jackie")),
    ("Deborah", Some("Debbie")),
    ("Rukhsana", None),
    ("Adaeze", None),
    ("Katherine", Some("Kate")),
    ("Margaret", Some("Maggie")),
    ("Elizabeth", Some("Liz")),
    ("Karin", None),
    ("Bethan", None),
    ("Rachel", None),
    ("Pauline", None),
    ("Jennifer", Some("Jenny")),
    ("Amanda", Some("Mandy")),
    ("Chloe", None),
    ("Ellie", None),
    ("Shauna", None),
    ("Amina", None),
    ("Poppy", None),
    ("Zofia", None),
];
const SURNAMES: &[&str] = &[
    "Hartley",
    "Sleight",
    "Okafor",
    "Lindqvist",
    "Brennan",
    "Mallory",
    "Denham",
    "Corrigan",
    "Whitlock",
    "Beddoes",
    "Pryce",
    "Morgan",
    "Carter",
    "Begum",
    "Rahman",
    "Nowak",
    "Kaminski",
    "Fairweather",
    "Thackeray",
    "Adebayo",
];
/// Twins' names: alike, and not one mistyped.
const TWINS: &[(&str, &str, Sex)] =
    &[("Ava", "Eva", Sex::F), ("Jayden", "Hayden", Sex::M), ("Keira", "Kiera", Sex::F), ("Ellie", "Emmie", Sex::F)];

/// Names that nobody in the case bears yet.
struct Names<'c> {
    chance: &'c mut Chance,
    taken: Vec<String>,
}

impl Names<'_> {
    fn given(&mut self, sex: Sex) -> (String, Option<String>) {
        let pool = if sex == Sex::M { MEN } else { WOMEN };
        loop {
            let (name, nick) = *self.chance.one_of(pool);
            if !self.taken.iter().any(|taken| taken[..1] == name[..1] && taken.starts_with(&name[..3]) || taken == name)
            {
                self.taken.push(name.to_owned());
                return (name.to_owned(), nick.map(str::to_owned));
            }
        }
    }

    fn surname(&mut self) -> String {
        loop {
            let name = (*self.chance.one_of(SURNAMES)).to_owned();
            if !self.taken.contains(&name) {
                self.taken.push(name.clone());
                return name;
            }
        }
    }
}

/// A family of ten to fifteen with the traps that real files hold.
pub fn family(chance: &mut Chance) -> Family {
    let (twins, namesake, two_daves, changed) =
        (chance.percent(30), chance.percent(25), chance.percent(25), chance.percent(50));
    let pick = chance.below(TWINS.len());
    let mut names = Names { chance, taken: Vec::new() };
    let (hers, his) = (names.surname(), names.surname());
    let mut people: Vec<Somebody> = Vec::new();
    let mut add = |names: &mut Names,
                   id: &str,
                   sex: Sex,
                   surname: &str,
                   year: i32,
                   relation: Option<&str>,
                   to_mother: Option<&str>,
                   listed: bool| {
        let (given, nick) = names.given(sex);
        let born = NaiveDate::from_ymd_opt(year, 1 + names.chance.below(12) as u32, 1 + names.chance.below(28) as u32)
            .unwrap_or_default();
        people.push(Somebody {
            id: id.into(),
            given,
            nick,
            surname: surname.into(),
            former: None,
            sex,
            born,
            relation: relation.map(str::to_owned),
            to_mother: to_mother.map(str::to_owned),
            listed,
            shares_given: false,
        });
    };
    let n = &mut names;
    add(n, "child", Sex::F, &his, 2006, None, None, true);
    add(n, "mother", Sex::F, &his, 1983, Some("mother"), None, true);
    add(n, "father", Sex::M, &his, 1980, Some("father"), None, true);
    add(n, "sibling", Sex::M, &his, 2009, Some("brother"), None, true);
    add(n, "mgm", Sex::F, &hers, 1957, Some("maternal grandmother"), Some("mother"), true);
    add(n, "mgf", Sex::M, &hers, 1955, Some("maternal grandfather"), Some("father"), false);
    add(n, "uncle", Sex::M, &hers, 1978, Some("maternal uncle"), Some("brother"), false);
    add(n, "pgf", Sex::M, &his, 1950, Some("paternal grandfather"), None, false);
    let new = n.surname();
    add(n, "partner", Sex::M, &new, 1981, Some("mother's partner"), Some("partner"), true);
    for nth in 0..2 + n.chance.below(2) {
        let (surname, sex) = (n.surname(), if n.chance.percent(70) { Sex::M } else { Sex::F });
        add(n, &format!("stranger{nth}"), sex, &surname, 1990, None, None, false);
    }
    if two_daves {
        add(n, "uncle2", Sex::M, &his, 1977, Some("paternal uncle"), None, false);
    }
    let earlier = n.surname();
    if twins {
        let (one, other, sex) = TWINS[pick];
        (people[0].given, people[0].nick, people[0].sex) = (one.into(), None, sex);
        (people[3].given, people[3].nick, people[3].sex) = (other.into(), None, sex);
        people[3].born = people[0].born;
        people[3].relation = Some(if sex == Sex::F { "sister".into() } else { "brother".into() });
    }
    if namesake {
        people[7].given = people[2].given.clone();
        people[7].nick = people[2].nick.clone();
        (people[7].shares_given, people[2].shares_given) = (true, true);
    }
    if two_daves && let Some(at) = people.iter().position(|one| one.id == "uncle2") {
        people[at].given = people[6].given.clone();
        people[at].nick = people[6].nick.clone();
        (people[at].shares_given, people[6].shares_given) = (true, true);
    }
    people[1].former = Some(hers.clone());
    if changed && let Some(partner) = people.iter_mut().find(|one| one.id == "partner") {
        partner.former = Some(earlier);
    }
    let front = sheet(&people);
    Family { people, front }
}

/// The front sheet as somebody would write it.
fn sheet(people: &[Somebody]) -> FrontSheet {
    let listed = |one: &Somebody| {
        let also: Vec<String> = match &one.former {
            Some(former) if one.id == "mother" => vec![format!("{} {former}", one.given)],
            _ => Vec::new(),
        };
        serde_json::json!({
            "id": one.id,
            "name": format!("{} {}", one.given, one.surname),
            "also_known_as": also,
            "born": one.born.to_string(),
            "sex": if one.sex == Sex::F { "F" } else { "M" },
            "relation": one.relation,
        })
    };
    let others: Vec<_> = people[1..].iter().filter(|one| one.listed).map(listed).collect();
    let sheet = serde_json::json!({ "child": listed(&people[0]), "people": others });
    front::read(&sheet.to_string()).expect("a front sheet").value
}
