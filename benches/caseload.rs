//! How long a caseload takes, how much memory, and how both grow, beside the floor: the same files opened and parsed by the
//! same parser, and nothing done with them.
//!
//!     cargo bench --bench caseload              # 100 and 1,000 cases of 200 entries
//!     cargo bench --bench caseload -- 10000     # other numbers of cases

#[path = "../examples/make_caseload/chance.rs"]
mod chance;
#[path = "../examples/make_caseload/family.rs"]
mod family;
#[path = "../examples/make_caseload/words.rs"]
mod words;

use chance::Chance;
use family::{Family, Man};
use lifespan::caseload::{Case, Gist, keep, subgroup};
use lifespan::report::{self, json, pages};
use lifespan::{Known, Record, findings, ingest};
use rayon::prelude::*;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

const ENTRIES: usize = 200;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![100, 200, 400, 800, 1000] } else { asked };
    let mut before: Option<(usize, f64)> = None;
    println!("cases of {ENTRIES} entries; the floor opens and parses the same files and does nothing");
    println!(
        "{:>7} {:>9} {:>9} {:>7} {:>9} {:>11} {:>10}",
        "cases", "floor s", "built s", "ratio", "report s", "a doubling", "peak MB"
    );
    for cases in sizes {
        let top = tempfile::tempdir().expect("a folder for the cases");
        let folders = make(top.path(), cases);
        let (floor, _) = timed(|| folders.par_iter().map(|folder| opened(folder)).sum::<usize>());
        let (built, gists) =
            timed(|| folders.par_iter().with_max_len(1).map(|folder| one(folder)).collect::<Vec<Gist>>());
        let named = folders.iter().map(|folder| folder.file_name().unwrap_or_default().to_string_lossy().into_owned());
        let kept: Vec<Case> = named.zip(gists).map(|(folder, gist)| Case { folder, gist }).collect();
        let asked = subgroup::Asked { limit: 5, lists: true, failed: 0, numbering: Default::default() };
        let (told, report) = timed(|| subgroup::report(&kept, &asked).expect("a report"));
        black_box(report.page.len());
        let doubling = before.map_or(String::new(), |(number, time)| {
            let doublings = (cases as f64 / number as f64).log2();
            format!("x {:.2}", (built / time).powf(1.0 / doublings))
        });
        println!(
            "{cases:>7} {floor:>9.2} {built:>9.2} {:>7.1} {told:>9.2} {doubling:>11} {:>10.0}",
            built / floor,
            peak()
        );
        before = Some((cases, built));
    }
}

fn timed<T>(run: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let made = run();
    (began.elapsed().as_secs_f64(), made)
}

fn make(top: &Path, cases: usize) -> Vec<PathBuf> {
    let mut chance = Chance::new(7);
    let men: Vec<Man> = (0..(cases / 4).max(1)).map(|_| Man::new(&mut chance)).collect();
    (0..cases)
        .map(|number| {
            let family = Family::new(number, &men, &mut chance);
            let folder = top.join(&family.id);
            fs::create_dir_all(folder.join("returns")).expect("a folder");
            fs::write(folder.join("case.json"), family.front()).expect("a front sheet");
            let returns = words::returns(&family, ENTRIES, &mut chance);
            for ((id, _, _), rows) in words::AGENCIES.iter().zip(&returns) {
                fs::write(folder.join("returns").join(format!("{id}.csv")), rows).expect("a return");
            }
            folder
        })
        .collect()
}

fn opened(folder: &Path) -> usize {
    let case = ingest::case::open(folder).expect("a case");
    black_box(case.returns.iter().map(|sent| sent.rows).sum())
}

/// One case, from its files to its page and data, and what is kept.
fn one(folder: &Path) -> Gist {
    let case = ingest::case::open(folder).expect("a case");
    let as_at = case.front.as_at.unwrap_or_default();
    let record = Record::read(&case);
    let history = record.history(Known { by: as_at, to: None });
    let findings = findings::examine(&record, &history);
    let account = report::account(&record, &history, &findings);
    black_box(pages::chronology(&account).expect("a page").len() + json::json(&account).expect("data").len());
    keep::gist(&history, &account)
}

/// The most memory that this process has had, in MB; nought where the system does not say.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
