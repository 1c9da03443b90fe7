//! The house keeps its shape: nothing walks down a floor, and each outside crate comes in by one door.

use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The rooms from the ground up. A room uses itself and the rooms before it.
const FLOORS: &[&str] = &[
    "error",
    "digest",
    "cores",
    "effort",
    "model",
    "ingest",
    "intake",
    "request",
    "reading",
    "people",
    "linking",
    "chronology",
    "relations",
    "history",
    "findings",
    "account",
    "editions",
    "report",
    "caseload",
];

/// What comes in from outside, and the only places that may name it.
const DOORS: &[(&str, &[&str])] = &[
    ("clap", &["cli.rs", "main.rs", "commands/"]),
    ("petgraph", &["relations/"]),
    ("tera", &["report/templates.rs"]),
    ("calamine", &["ingest/workbook.rs"]),
    ("rust_xlsxwriter", &["request/form.rs", "report/sheet/xlsx.rs"]),
    ("docx_rs", &["report/word/"]),
    ("walkdir", &["ingest/case.rs", "commands/caseload/"]),
    ("aho_corasick", &["chronology/phrases.rs"]),
    ("rayon", &["cores.rs", "commands/caseload/", "linking/"]),
    ("ZipArchive", &["ingest/archive.rs"]),
    ("roxmltree", &["ingest/xml.rs"]),
    ("edtf_core", &["ingest/written_date/"]),
    ("encoding_rs", &["ingest/text.rs"]),
    ("tempfile", &["commands/write.rs"]),
    ("regex", &["editions/patterns/"]),
    ("indexmap", &["linking/words.rs"]),
    ("sha2", &["digest.rs"]),
    ("pbkdf2", &["report/protect/seal.rs"]),
    ("aes_gcm", &["report/protect/seal.rs"]),
    ("base64", &["report/protect/", "digest.rs"]),
    ("zxcvbn", &["commands/secret/"]),
    ("rpassword", &["commands/secret/"]),
    ("getrandom", &["commands/secret/"]),
    ("println!", &["main.rs", "commands/"]),
    ("eprintln!", &["main.rs", "commands/"]),
    ("print!", &["main.rs", "commands/"]),
    ("eprint!", &["main.rs", "commands/"]),
    ("dbg!", &[]),
    ("std::fs", &["ingest/case.rs", "commands/"]),
    ("std::env", &["commands/"]),
    ("std::net", &[]),
    ("SystemTime", &["commands/clock.rs", "ingest/case.rs"]),
];

/// A source file below `src/`: its path there, and its lines of code without comments and tests.
struct Source {
    path: String,
    lines: Vec<String>,
}

fn sources() -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = WalkDir::new(&top)
        .into_iter()
        .map(|file| file.expect("src/ can be read").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| Source {
            path: path.strip_prefix(&top).expect("below src/").to_string_lossy().replace('\\', "/"),
            lines: code(&fs::read_to_string(&path).expect("source is text")),
        })
        .collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

/// The lines of code above a file's tests, without comments.
fn code(text: &str) -> Vec<String> {
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .map(|line| line.split("//").next().unwrap_or_default().to_owned())
        .collect()
}

/// The room a file stands in: its folder below `src/`, or its own name.
fn room(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// Whether a line names something as a word of its own.
fn names(line: &str, word: &str) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    line.match_indices(word).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| line.as_bytes().get(at));
        !letter(before) && !letter(line.as_bytes().get(at + word.len()))
    })
}

#[test]
fn nothing_walks_down_a_floor() {
    let floor = |room: &str| FLOORS.iter().position(|name| *name == room);
    let mut broken = Vec::new();
    for source in sources() {
        let Some(own) = floor(room(&source.path)) else { continue };
        for (number, line) in source.lines.iter().enumerate() {
            for (at, _) in line.match_indices("crate::") {
                let used: String =
                    line[at + 7..].chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                if floor(&used).is_some_and(|used| used > own) {
                    broken.push(format!(
                        "src/{}:{}: a room may not use `{used}`, which lies above it",
                        source.path,
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    let outside = ["main", "lib", "cli", "commands"];
    let unknown: Vec<String> = sources()
        .iter()
        .map(|source| room(&source.path).to_owned())
        .filter(|room| !FLOORS.contains(&room.as_str()) && !outside.contains(&room.as_str()))
        .collect();
    assert!(unknown.is_empty(), "give these a floor in tests/house.rs: {}", unknown.join(", "));
}

#[test]
fn no_file_stands_outside_of_the_house() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let declares = |place: &Path, name: &str| {
        let text = fs::read_to_string(place).unwrap_or_default();
        text.lines().any(|line| line.trim_end_matches(';').ends_with(&format!("mod {name}")) && line.ends_with(';'))
    };
    let lost: Vec<String> = sources()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| !["main.rs", "lib.rs"].contains(&path.as_str()))
        .filter(|path| {
            let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let above = match folder {
                "" => vec!["lib.rs".to_owned(), "main.rs".to_owned()],
                folder => vec![format!("{folder}/mod.rs"), format!("{folder}.rs")],
            };
            !above.iter().any(|place| declares(&top.join(place), name))
        })
        .collect();
    assert!(lost.is_empty(), "no room declares these, so they are never compiled: {}", lost.join(", "));
}

#[test]
fn every_outside_crate_comes_in_by_its_door() {
    let mut broken = Vec::new();
    for source in sources() {
        for (number, line) in source.lines.iter().enumerate() {
            for (word, doors) in DOORS.iter().filter(|(word, _)| names(line, word)) {
                if !doors.iter().any(|door| source.path.starts_with(door)) {
                    broken.push(format!(
                        "src/{}:{}: `{word}` belongs to {}",
                        source.path,
                        number + 1,
                        doors.join(", ")
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_page_template_decides_anything() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for file in WalkDir::new(top) {
        let path = file.expect("templates/ can be read").into_path();
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a template is text");
        for statement in text.split("{%").skip(1) {
            let word = statement.trim_start_matches(['-', ' ']).split([' ', '%']).next().unwrap_or_default();
            let allowed = ["for", "endfor", "if", "elif", "else", "endif", "include", "component", "endcomponent"];
            assert!(allowed.contains(&word), "{}: a template holds only for and if, not `{word}`", path.display());
        }
    }
}
