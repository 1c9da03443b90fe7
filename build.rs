//! Gives the program a digest of its own source, so that what it makes can say exactly which program made it.

use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;
use walkdir::WalkDir;

/// What decides the bytes that come out.
const SOURCE: [&str; 3] = ["src", "templates", "Cargo.lock"];

fn main() {
    let mut files: Vec<PathBuf> = SOURCE
        .iter()
        .flat_map(|place| {
            println!("cargo::rerun-if-changed={place}");
            WalkDir::new(place).into_iter().filter_map(Result::ok)
        })
        .filter(|item| item.file_type().is_file())
        .map(|item| item.into_path())
        .collect();
    files.sort();
    let mut digest = Sha256::new();
    for file in &files {
        let name = file.to_string_lossy().replace('\\', "/");
        let words = fs::read(file).expect("the program's own source can be read");
        // The same source has other line ends where git writes those of Windows.
        let words: Vec<u8> = words.into_iter().filter(|byte| *byte != b'\r').collect();
        digest.update(format!("{name} {}\n", words.len()));
        digest.update(&words);
    }
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=LIFESPAN_SOURCE={digest}");
}
