//! How long a case takes from bytes to page, for cases of growing size, beside a plain parse of the same bytes in the
//! same run. `cargo bench --bench case` measures up to 100,000 entries; `cargo bench --bench case -- 1000 2000` others.
//! `cargo bench --bench case -- strangers 5000 10000` measures a case that is hard to put together, of one of the shapes in
//! `crowds.rs`; `crowds` measures each of them.

mod crowds;
mod made;

use lifespan::ingest::table::Context;
use lifespan::ingest::written_date::Frame;
use lifespan::ingest::{front, sent};
use lifespan::model::{AgencyId, Case, Return};
use lifespan::report::{account, pages};
use lifespan::{Known, Record, findings};
use made::Made;
use std::hint::black_box;
use std::time::Instant;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// The seconds that each part of the way took.
#[derive(Default)]
struct Laps(Vec<(&'static str, f64)>);

impl Laps {
    fn lap<T>(&mut self, part: &'static str, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = work();
        self.0.push((part, started.elapsed().as_secs_f64()));
        done
    }

    fn total(&self) -> f64 {
        self.0.iter().map(|(_, seconds)| seconds).sum()
    }
}

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let sizes: Vec<usize> = asked.iter().filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    let wants = |shape: &&str| asked.iter().any(|word| word == shape || word == "crowds");
    let started = Instant::now();
    black_box(lifespan::reading::read_text("Warm up."));
    println!("start: {:.1} ms for the lexicon", started.elapsed().as_secs_f64() * 1e3);
    let shapes: Vec<&str> = crowds::SHAPES.into_iter().filter(wants).collect();
    for shape in &shapes {
        println!("{shape}");
        measure(&sizes, |size| crowds::made(shape, size).expect("a shape that there is"));
    }
    if shapes.is_empty() {
        measure(&sizes, made::case);
    }
}

/// Prints how long a case of each size takes, and how much longer than the one before.
fn measure(sizes: &[usize], made: impl Fn(usize) -> Made) {
    let mut before: Option<(usize, f64)> = None;
    for &size in sizes {
        let made = made(size);
        let started = Instant::now();
        black_box(made.returns.iter().map(|(_, bytes)| parse(bytes)).sum::<usize>());
        let floor = started.elapsed().as_secs_f64();
        let laps = build(&made);
        let total = laps.total();
        let bytes: usize = made.returns.iter().map(|(_, bytes)| bytes.len()).sum();
        let each = total / size as f64 * 1e6;
        println!(
            "{size} entries, {:.2} MB: {:.0} ms, {each:.1} \u{b5}s an entry, {:.0} times the parse",
            bytes as f64 / 1e6,
            total * 1e3,
            total / floor
        );
        let parts: Vec<String> = laps.0.iter().map(|(part, took)| format!("{part} {:.1}", took * 1e3)).collect();
        println!("    ms: {}", parts.join(", "));
        if let Some((small, took)) = before {
            let doublings = (size as f64 / small as f64).log2();
            println!("    each doubling takes {:.2} times as long", (total / took).powf(1.0 / doublings));
        }
        before = Some((size, total));
    }
}

/// The floor: every cell of the same bytes parsed and nothing done with it.
fn parse(bytes: &[u8]) -> usize {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    rows.byte_records().filter_map(Result::ok).map(|row| row.len()).sum()
}

/// From bytes to page.
fn build(made: &Made) -> Laps {
    let mut laps = Laps::default();
    let case = laps.lap("ingest", || ingest(made));
    let by = case.front.as_at.expect("the front sheet says a day");
    let record = laps.lap("reading", || Record::read(&case));
    let history = laps.lap("history", || record.history(Known { by, to: None }));
    let findings = laps.lap("findings", || findings::examine(&record, &history));
    let account = laps.lap("account", || account(&record, &history, &findings));
    let page = laps.lap("page", || pages::chronology(&account).expect("a page"));
    black_box(page.len());
    laps
}

fn ingest(made: &Made) -> Case {
    let read = front::read(&made.front).expect("the front sheet is well made");
    let frame = Frame { born: read.value.child.born.clone(), as_at: read.value.as_at };
    let sent = |(agency, bytes): &(String, Vec<u8>)| -> Return {
        let agency_id = AgencyId(agency.to_owned());
        let said = front::said(&read.value, &agency_id).value;
        let file = format!("returns/{agency}.csv");
        let context = Context { file, agency: agency_id, said, child: vec!["robin".to_owned()], frame: frame.clone() };
        sent::read(bytes, &context).expect("a return can be read")
    };
    let returns = made.returns.iter().map(sent).collect();
    Case { front: read.value, returns, decisions: Vec::new(), inputs: Vec::new(), notes: read.notes }
}
