//! How fast and how well people are linked, from ten thousand to a million, as a ratio to the floor of the same run:
//! parsing the same bytes with the same parser and doing nothing.
//!
//! `cargo bench --bench linking` runs to a hundred thousand; `cargo bench --bench linking -- 500000 1000000` runs what is
//! asked for.

use lifespan::linking::{Decision, Links, Pool, register};
use std::hint::black_box;
use std::time::Instant;

/// A register made up from a seed, with what it holds twice.
struct Made {
    csv: String,
    people: usize,
    doubles: usize,
}

/// Numbers from a seed, the same on every machine.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, of: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % of
    }

    /// Small numbers far oftener than large ones, as names are borne.
    fn seldom(&mut self, of: usize) -> usize {
        let drawn = self.below(1 << 20) as f64 / f64::from(1 << 20);
        let common = 20.0;
        (((of as f64 / common + 1.0).powf(drawn) - 1.0) * common) as usize
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

/// One person as made up.
#[derive(Clone)]
struct Somebody {
    given: String,
    surname: String,
    born: (usize, usize, usize),
    sex: &'static str,
    house: usize,
    street: usize,
}

/// A name from its number, in syllables.
fn name(number: usize, salt: usize) -> String {
    const SYLLABLES: [&str; 32] = [
        "al", "ber", "car", "den", "el", "fer", "gar", "hol", "is", "jan", "kel", "lor", "mar", "nor", "os", "pen",
        "ros", "sel", "tor", "ul", "ver", "wil", "yor", "zan", "bro", "cla", "dra", "gle", "sti", "tha", "whi", "cro",
    ];
    const ENDINGS: [&str; 8] = ["ton", "ley", "a", "son", "ie", "ford", "er", "wick"];
    let (first, second) = ((number * 7 + salt) % 32, (number / 32 * 5 + salt) % 32);
    let third = if number >= 1024 { SYLLABLES[number / 1024 % 32] } else { "" };
    format!("{}{}{third}{}", SYLLABLES[first], SYLLABLES[second], ENDINGS[(number + salt) % 8])
}

/// A register of so many people: households, a fifth of the people entered twice, with slips, moves and gaps.
fn made(people: usize) -> Made {
    let mut drawn = Drawn(people as u64);
    let mut csv = String::from("id,forename,surname,dob,sex,house number,street,town,postcode\n");
    let (mut doubles, mut nth) = (0, 0);
    while nth < people {
        let (surname, street, house) = (name(drawn.seldom(60_000), 3), drawn.below(people / 20 + 20), drawn.below(90));
        for _ in 0..1 + drawn.below(4) {
            let sex = if drawn.one_in(2) { "F" } else { "M" };
            let person = Somebody {
                given: name(drawn.seldom(1_200), if sex == "F" { 1 } else { 2 }),
                surname: surname.clone(),
                born: (1940 + drawn.below(80), 1 + drawn.below(12), 1 + drawn.below(28)),
                sex,
                house: house + 1,
                street,
            };
            write(&mut csv, nth, 'a', &person);
            if drawn.one_in(5) {
                write(&mut csv, nth, 'b', &again(person, &mut drawn, people));
                doubles += 1;
            }
            nth += 1;
        }
    }
    Made { csv, people: nth + doubles, doubles }
}

/// The same person as another list would have them.
fn again(mut person: Somebody, drawn: &mut Drawn, people: usize) -> Somebody {
    if drawn.one_in(10) {
        let at = drawn.below(person.surname.len());
        person.surname.remove(at);
    }
    if drawn.one_in(10) {
        person.given.truncate(3);
    }
    if drawn.one_in(20) && person.born.2 <= 12 {
        person.born = (person.born.0, person.born.2, person.born.1);
    }
    if drawn.one_in(20) {
        person.born = (0, 0, 0);
    }
    if drawn.one_in(4) {
        (person.street, person.house) = (drawn.below(people / 20 + 20), 1 + drawn.below(90));
    }
    person
}

fn write(csv: &mut String, nth: usize, entry: char, person: &Somebody) {
    let (year, month, day) = person.born;
    let born = if year == 0 { String::new() } else { format!("{day:02}/{month:02}/{year}") };
    let street = person.street;
    csv.push_str(&format!(
        "{nth}{entry},{},{},{born},{},{},{} Road,{},{}{} {}AA\n",
        person.given,
        person.surname,
        person.sex,
        person.house,
        name(street, 4),
        name(street % 50, 6),
        ["WX", "HB", "CB", "NW"][street % 4],
        street / 4 % 90 + 1,
        street / 360,
    ));
}

/// Seconds that something takes, and what it gives.
fn timed<T>(doing: impl FnOnce() -> T) -> (f64, T) {
    let started = Instant::now();
    let given = doing();
    (started.elapsed().as_secs_f64(), given)
}

/// Every cell parsed, and nothing done.
fn floor(csv: &str) -> usize {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(csv.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut letters = 0;
    while reader.read_record(&mut record).unwrap_or(false) {
        letters += record.iter().map(str::len).sum::<usize>();
    }
    letters
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 20_000, 50_000, 100_000] } else { asked };
    println!("  people    MB   floor s   read s   link s  x floor  growth   compared  right  of linked  of doubles");
    let mut before: Option<(usize, f64)> = None;
    for size in sizes {
        let made = made(size);
        let (floor, _) = timed(|| black_box(floor(&made.csv)));
        let mut pool = Pool::default();
        let (read, done) = timed(|| register::read(made.csv.as_bytes(), "made.csv", 0, &mut pool));
        done.expect("a register");
        let (link, links) = timed(|| Links::between(pool));
        let linked: Vec<_> = links.links.iter().filter(|link| link.decision == Decision::Linked).collect();
        let number = |at: usize| links.pool.id(at).trim_end_matches(['a', 'b']).to_owned();
        let right = linked.iter().filter(|link| number(link.left) == number(link.right)).count();
        let whole = read + link;
        let growth = before.map_or(String::from("-"), |(people, seconds)| {
            // How many times the time for twice the people.
            let doublings = (made.people as f64 / people as f64).log2();
            format!("{:.2}", (whole / seconds).powf(1.0 / doublings))
        });
        println!(
            "{:>8} {:>5.1} {floor:>9.3} {read:>8.3} {link:>8.3} {:>8.0} {growth:>7} {:>10} {right:>6} {:>10.4} {:>11.4}",
            made.people,
            made.csv.len() as f64 / 1e6,
            whole / floor,
            links.compared,
            right as f64 / linked.len().max(1) as f64,
            right as f64 / made.doubles.max(1) as f64,
        );
        before = Some((made.people, whole));
    }
}
