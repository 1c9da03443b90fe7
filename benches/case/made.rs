//! A made-up case of any size: the same bytes for the same size, messy as returns are.

use std::fmt::Write as _;

/// A made-up case.
pub struct Made {
    /// The front sheet.
    pub front: String,
    /// By agency its return, as bytes.
    pub returns: Vec<(String, Vec<u8>)>,
}

/// The front sheet.
const FRONT: &str = r#"{
  "reference": "MADE-UP",
  "child": { "id": "robin", "name": "Robin Arden", "born": "2006-03-04", "sex": "F" },
  "people": [
    { "id": "dana", "name": "Dana Arden", "born": "1984-06-30", "relation": "mother", "lives_with_child": true },
    { "id": "mark", "name": "Mark Telling", "born": "1980", "relation": "father" },
    { "id": "glen", "name": "Glen Marsh", "born": "1978-11-02", "relation": "mother's partner" },
    { "id": "tess", "name": "Tess Arden", "born": "2010-09-01", "relation": "half-sister", "lives_with_child": true },
    { "id": "olive", "name": "Olive Arden", "relation": "maternal grandmother" }
  ],
  "as_at": "2024-06-30"
}"#;

/// The agencies, each of which sends a part of the rows.
const AGENCIES: [&str; 5] = ["police", "social-care", "school", "gp", "health-visiting"];

/// What the rows say: mostly what every file is full of, now and then what must not get lost.
const PLAIN: &[&str] = &[
    "{c} seen with {k}. Settled, no concerns noted today.",
    "Tel call from {k}: appt to be rebooked. {c} has a cold.",
    "{c} absent AM, no reason given. Text sent to {k}.",
    "Attended for asthma review with {k}. Peak flow 320, inhaler technique good.",
    "Home visit. {k} and {k} present. Flat untidy but warm, food in the cupboards.",
    "Domestic incident between {k} and {k}, verbal only. {c} upstairs in bed. NFA.",
    "{c} told Mrs {p} she was tired. Mum works nights and {k} does the school run.",
    "Core group. Present: {k}, {p} (SW), {p} (school nurse). Plan to go on, review in 6/52.",
    "Letter rec'd from {p} re speech therapy; {c} discharged.",
    "DNA x2. {k} rang later, said the bus was late.",
    "{k} staying at the address at weekends & some weeknights. Sleeps on the sofa.",
    "Strategy discussion held. Outcome: single agency assessment by {p}.",
    "{c} moved to top set for maths. Reading age 11.4. {k} at parents' evening.",
    "Anon. caller states loud music & shouting at the flat, {k} named.",
    "Bruise to L shin, {c} says fell off scooter at {k}'s. Consistent w/ account.",
    "Supervision: {p}. Chronology to be updated. Contact with {k} every other Sat at the centre.",
];
const RARE: &[&str] = &[
    "{c} disclosed to {p} that {k} touched her when she was little and said not to tell.",
    "{k} arrested on suspicion of sexual assault of a niece. Released on bail not to contact {c}.",
    "No further action taken re the allegation against {k}. {c} did not want to give evidence.",
    "{c} says {k} still collects her from school on Fridays even though he is not meant to.",
    "Return home interview: {c} was with older males at a flat, given vodka and a phone.",
    "{k} has moved back in since Easter, according to {k}.",
];
const KIN: &[&str] = &[
    "Mum",
    "Dana",
    "Dad",
    "Mark Telling",
    "Glen",
    "Glen MARSH",
    "Nan",
    "Olive",
    "Tess",
    "Uncle Ray",
    "MGM",
    "her sister",
];
const CHILD: &[&str] = &["Robin", "RA", "Robin Arden", "She", "YP", "R"];
const STAFF: &[&str] = &["J Pike", "Ann Dollis", "PC 4471 Reed", "Dr Osei", "S. Kaur", "Lyn Trent"];

/// A case of so many entries.
pub fn case(entries: usize) -> Made {
    let returns = AGENCIES.iter().enumerate();
    let returns = returns.map(|(at, agency)| (agency.to_string(), agency_return(at, entries / AGENCIES.len())));
    Made { front: FRONT.to_owned(), returns: returns.collect() }
}

/// A return as bytes: a title, a heading, and its rows, in one file a fifth of them.
fn agency_return(agency: usize, rows: usize) -> Vec<u8> {
    let mut chance = Chance::new(agency as u64 + 1);
    let mut out = format!("{} chronology\n\nDate,Ref,Event,Outcome,Worker\n", AGENCIES[agency]);
    for row in 0..rows {
        // From the child's birth to the day of the report, in order, as a log is kept.
        let day = 1 + row * 6_600 / rows;
        let born = chrono::NaiveDate::from_ymd_opt(2006, 3, 4).expect("a day of the calendar");
        let day = born + chrono::Days::new(day as u64);
        let date = day.format(chance.pick(&["%d/%m/%Y", "%d/%m/%y", "%-d.%-m.%y", "%d %b %Y"]));
        let list = if chance.below(40) == 0 { RARE } else { PLAIN };
        let mut text = told(chance.pick(list), &mut chance);
        if chance.below(3) == 0 {
            text = format!("{text} {}", told(chance.pick(PLAIN), &mut chance));
        }
        let outcome = chance.pick(&["", "NFA", "Logged", "Ref to CSC", "Review 3/12"]);
        let worker = chance.pick(STAFF);
        let _ = writeln!(out, "{date},{}/{row},\"{text}\",{outcome},{worker}", &AGENCIES[agency][..2]);
    }
    out.into_bytes()
}

/// A sentence with its people put in.
fn told(sentence: &str, chance: &mut Chance) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap_or(("", after));
        let names = match slot {
            "k" => KIN,
            "c" => CHILD,
            _ => STAFF,
        };
        out.push_str(before);
        out.push_str(chance.pick(names));
        rest = after;
    }
    out + rest
}

/// Numbers that look random and are the same in every run.
pub struct Chance(u64);

impl Chance {
    /// A stream from a seed other than nought.
    pub fn new(seed: u64) -> Self {
        Chance(0x2545_F491_4F6C_DD1D ^ seed)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}
