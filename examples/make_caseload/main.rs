//! Makes a caseload of any size, of invented families, with messy names and the truth beside it.
//!
//!     cargo run --release --example make_caseload -- OUT --cases 1000 --entries 200 --seed 7
//!
//! `OUT/cases` holds the case folders, `OUT/truth.csv` who each alleged perpetrator really is. With `--ssd` the same
//! children's social care work is written as tables of the Standard Safeguarding Dataset to `OUT/ssd`, and with
//! `--extract` one export an agency, for all children, to `OUT/extract`. The same seed gives the same bytes.

mod chance;
mod family;
mod tables;
mod words;

use chance::Chance;
use family::{Family, Man};
use std::fs;
use std::path::{Path, PathBuf};

/// What is asked for.
struct Asked {
    out: PathBuf,
    cases: usize,
    entries: usize,
    seed: u64,
    ssd: bool,
    extract: bool,
}

fn main() -> std::io::Result<()> {
    let Some(asked) = asked() else {
        eprintln!("make_caseload OUT [--cases 100] [--entries 200] [--seed 1] [--ssd] [--extract]");
        std::process::exit(2);
    };
    let mut chance = Chance::new(asked.seed);
    // One alleged perpetrator for every four histories, some of them in several.
    let men: Vec<Man> = (0..(asked.cases / 4).max(1)).map(|_| Man::new(&mut chance)).collect();
    let mut truth = String::from("person,case,name,born\n");
    let mut tables = tables::Tables::default();
    let mut exports: Vec<String> =
        words::AGENCIES.iter().map(|_| format!("Child ID,Child name,DOB,{}", words::HEADINGS)).collect();
    for number in 0..asked.cases {
        let family = Family::new(number, &men, &mut chance);
        let returns = words::returns(&family, asked.entries, &mut chance);
        write_case(&asked.out.join("cases").join(&family.id), &family, &returns)?;
        if let Some((man, name, born)) = &family.alleged {
            truth.push_str(&format!("man-{man:05},{},{name},{born}\n", family.id));
        }
        if asked.ssd {
            tables.add(&family, &mut chance);
        }
        for (export, rows) in exports.iter_mut().zip(&returns).filter(|_| asked.extract) {
            for row in rows.lines().skip(1) {
                export.push_str(&format!("\n{},{},{},{row}", family.id, family.child, family.born));
            }
        }
    }
    fs::write(asked.out.join("truth.csv"), truth)?;
    if asked.ssd {
        tables.write(&asked.out.join("ssd"))?;
    }
    if asked.extract {
        fs::create_dir_all(asked.out.join("extract"))?;
        for (agency, export) in words::AGENCIES.iter().zip(exports) {
            fs::write(asked.out.join("extract").join(format!("{}.csv", agency.0)), export + "\n")?;
        }
    }
    Ok(())
}

fn write_case(folder: &Path, family: &Family, returns: &[String]) -> std::io::Result<()> {
    fs::create_dir_all(folder.join("returns"))?;
    fs::write(folder.join("case.json"), family.front())?;
    for ((id, _, _), rows) in words::AGENCIES.iter().zip(returns) {
        fs::write(folder.join("returns").join(format!("{id}.csv")), rows)?;
    }
    Ok(())
}

fn asked() -> Option<Asked> {
    let mut words = std::env::args().skip(1);
    let mut asked = Asked { out: PathBuf::new(), cases: 100, entries: 200, seed: 1, ssd: false, extract: false };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--cases" => asked.cases = words.next()?.parse().ok()?,
            "--entries" => asked.entries = words.next()?.parse().ok()?,
            "--seed" => asked.seed = words.next()?.parse().ok()?,
            "--ssd" => asked.ssd = true,
            "--extract" => asked.extract = true,
            out if !out.starts_with('-') => asked.out = PathBuf::from(out),
            _ => return None,
        }
    }
    (asked.out != PathBuf::new()).then_some(asked)
}
