//! Writes a first corpus for every target into `corpus/`, from the samples and the tests' own files.

// The passes are for every program here, and what they call is in libFuzzer.
use libfuzzer_sys as _;
use lifespan_fuzz::office;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let fuzz = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let house = fuzz.join("..");
    let corpus = Corpus(fuzz.join("corpus"));
    for case in folders(&house.join("samples"))? {
        for file in files(&case.join("returns"))? {
            corpus.take_return(&file)?;
        }
        corpus.take_case(&case)?;
    }
    for file in files(&house.join("tests/files"))?.into_iter().chain(files(&house.join("tests/hostile/files"))?) {
        corpus.take_return(&file)?;
    }
    for file in files(&house.join("tests/reading"))?.into_iter().chain(files(&house.join("tests/hostile"))?) {
        corpus.lines("reader", &file)?;
    }
    corpus.lines("written_date", &house.join("src/ingest/written_date/corpus.txt"))?;
    corpus.take_decisions()
}

/// The folder of all seeds, one folder below it for each target.
struct Corpus(PathBuf);

impl Corpus {
    fn put(&self, target: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.0.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    }

    /// A return: whole, in parts where it is an office file, and line by line where it is text.
    fn take_return(&self, file: &Path) -> io::Result<()> {
        let bytes = fs::read(file)?;
        let name = format!("{}-{}", parent(file), file.file_name().unwrap_or_default().to_string_lossy());
        let ending = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        let parts: &[&str] = match ending.as_str() {
            "xlsx" => &office::XLSX,
            "ods" => &office::ODS,
            "docx" => &office::DOCX,
            _ => &[],
        };
        if ["csv", "json", "xlsx", "xls", "ods", "docx"].contains(&ending.as_str()) {
            self.put(&ending, &name, &bytes)?;
        }
        if !parts.is_empty() {
            self.put(&ending, &format!("{name}-parts"), &office::parts(&bytes, parts))?;
        }
        let place = ["", "csv", "txt", "json", "xlsx", "xls", "ods", "docx"].iter().position(|one| *one == ending);
        let first = u8::try_from(place.unwrap_or(0)).unwrap_or(0);
        self.put("any_file", &name, &[&[first], bytes.as_slice()].concat())?;
        if ending == "csv" {
            self.lines("reader", file)?;
        }
        Ok(())
    }

    /// A whole case: the front sheet, what was decided, and the returns that are text.
    fn take_case(&self, case: &Path) -> io::Result<()> {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let front = fs::read_to_string(case.join("case.json"))?;
        self.put("case_file", &name, front.as_bytes())?;
        let decisions = fs::read_to_string(case.join("decisions.json")).unwrap_or_default();
        let mut parts = vec![front, decisions];
        for file in files(&case.join("returns"))?.iter().filter(|file| file.extension().is_some_and(|end| end == "csv")) {
            parts.push(String::from_utf8_lossy(&fs::read(file)?).into_owned());
        }
        self.put("page", &name, parts.join(lifespan_fuzz::BETWEEN).as_bytes())?;
        // Small cases are changed to more purpose than large ones.
        let short = |text: &String| text.lines().take(4).collect::<Vec<_>>().join("\n");
        let returns: Vec<String> = parts[2..].iter().map(short).collect();
        let small = [parts[..2].to_vec(), returns].concat().join(lifespan_fuzz::BETWEEN);
        self.put("page", &format!("{name}-small"), small.as_bytes())
    }

    /// Decisions of every kind.
    fn take_decisions(&self) -> io::Result<()> {
        let signed = r#""by": "A Reilly", "on": "2024-01-31""#;
        let kinds = [
            r#""kind": "same", "a": "mum", "b": {"person": "x", "entry": "returns/0.csv:2", "words": "Mum"}"#,
            r#""kind": "not-the-same", "a": "mum", "b": "x""#,
            r#""kind": "relation", "person": "x", "relation": "maternal uncle", "of": "amy""#,
            r#""kind": "contact-ended", "person": "x", "with": "amy", "ended": "2020-02-29""#,
            r#""kind": "finding-looked-at", "rule": "prior-familial-csa", "people": ["x"], "agency": "gp", "rested_on": ["a"]"#,
        ];
        let all: Vec<String> = kinds.iter().map(|kind| format!("{{{kind}, {signed}}}")).collect();
        self.put("decisions", "all", format!("{{\"decisions\": [{}]}}", all.join(", ")).as_bytes())?;
        all.iter().enumerate().try_for_each(|(nth, one)| self.put("decisions", &nth.to_string(), format!("[{one}]").as_bytes()))
    }

    /// Every line of a file as a seed of its own.
    fn lines(&self, target: &str, file: &Path) -> io::Result<()> {
        let text = String::from_utf8_lossy(&fs::read(file)?).into_owned();
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        lines.enumerate().try_for_each(|(nth, line)| {
            self.put(target, &format!("{}-{name}-{nth}", parent(file)), line.split('\t').next().unwrap_or(line).as_bytes())
        })
    }
}

/// The name of the sample that a return belongs to, or of the folder a file stands in.
fn parent(file: &Path) -> String {
    let folders: Vec<_> = file.iter().rev().skip(1).filter(|part| *part != "returns").take(1).collect();
    folders.first().map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
}

fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut all = fs::read_dir(folder)?.map(|one| one.map(|one| one.path())).collect::<io::Result<Vec<_>>>()?;
    all.sort();
    Ok(all)
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(inside(folder)?.into_iter().filter(|path| path.is_file()).collect())
}

fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(inside(folder)?.into_iter().filter(|path| path.is_dir()).collect())
}
