//! Writes a case in which every field of every format holds hostile words, to look at its pages in a browser.
//!
//!     cargo run --example hostile_case -- FOLDER
//!
//! `FOLDER/cases` then holds the case, once more with plain names of people, and `FOLDER/words.json` the words.
//! `.ci/browser/hostile.js` looks at the pages.

mod made;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("hostile_case FOLDER");
        std::process::exit(2);
    };
    let folder = Path::new(&folder);
    made::case(&folder.join("cases/hostile"), false)?;
    made::case(&folder.join("cases/hostile-but-for-names"), true)?;
    std::fs::write(folder.join("words.json"), serde_json::json!(made::all()).to_string())
}
