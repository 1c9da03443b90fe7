//! The program as a person runs it.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in a folder of its own.
pub fn lifespan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lifespan"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}
