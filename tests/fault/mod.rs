//! A small case, the program, and ways to run it under worse conditions.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use zip::write::SimpleFileOptions;

const FRONT: &str = r#"{
  "reference": "FA-1",
  "child": { "id": "amy", "name": "Amy Dale", "born": "2006-03-09", "sex": "F" },
  "people": [{ "id": "ray", "name": "Ray Pike" }],
  "agencies": [
    { "id": "police", "name": "Police", "returns": ["returns/police.csv"] },
    { "id": "csc", "name": "Social Care", "returns": [] }
  ],
  "as_at": "2021-06-30"
}"#;
const POLICE: &str =
    "Date,Event\n10/6/14,Amy said that her uncle Ray Pike touched her sexually.\n1/7/14,Section 47 enquiry begun.\n";

/// A new empty folder that anybody may look into, gone when the test ends.
pub fn here() -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder for the test");
    fs::set_permissions(here.path(), fs::Permissions::from_mode(0o755)).expect("permissions");
    here
}

/// A case folder of two rows.
pub fn case(folder: &Path) -> PathBuf {
    let case = folder.join("case");
    fs::create_dir_all(case.join("returns")).expect("returns/");
    fs::write(case.join("case.json"), FRONT).expect("case.json");
    fs::write(case.join("returns/police.csv"), POLICE).expect("a return");
    case
}

/// The program.
pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_lifespan")
}

/// Runs the program.
pub fn lifespan(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).output().expect("the program starts")
}

/// What it says on its error channel.
pub fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A path as words.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path of plain letters")
}

/// The files of a folder and below.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|file| file.expect("a file"));
    all.filter(|file| file.file_type().is_file()).map(|file| file.into_path()).collect()
}

/// A way to run the program as somebody to whom permissions apply; none, with a word on the terminal, where there is
/// no such way: they do not apply to root.
pub fn as_nobody(here: &Path) -> Option<impl Fn(&[&str]) -> Output> {
    let ours = here.join("lifespan");
    fs::copy(program(), &ours).expect("a copy of the program");
    let sealed = here.join("sealed");
    fs::write(&sealed, "x").expect("a file");
    fs::set_permissions(&sealed, fs::Permissions::from_mode(0o000)).expect("permissions");
    let prefix: &[&str] = match fs::read(&sealed) {
        Err(_) => &["env"],
        Ok(_) => &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"],
    };
    let able = Command::new(prefix[0]).args(&prefix[1..]).arg("true").status().is_ok_and(|status| status.success());
    if !able {
        eprintln!("not tried: this runs as root, and there is no setpriv to run as somebody else");
        return None;
    }
    Some(move |arguments: &[&str]| {
        Command::new(prefix[0]).args(&prefix[1..]).arg(&ours).args(arguments).output().expect("the program starts")
    })
}

/// An office file of some kilobytes with a part that unpacks to a quarter of a gigabyte.
pub fn bomb(told_by: &str, part: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let empty = vec![b' '; 1 << 20];
    zip.start_file(told_by, SimpleFileOptions::default()).expect("a part");
    zip.write_all(b"<x/>").expect("words");
    zip.start_file(part, SimpleFileOptions::default()).expect("a part");
    for _ in 0..256 {
        zip.write_all(&empty).expect("words");
    }
    zip.finish().expect("an archive").into_inner()
}
