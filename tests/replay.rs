//! What the fuzzers kept is read again: inputs that once led somewhere new, or once broke something, in `fuzz/kept/`.

// The seeds' side of it is for `fuzz/src/bin/seed.rs`.
#[allow(dead_code, unused_imports)]
#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use base64::prelude::{BASE64_STANDARD, Engine};
use std::path::Path;

/// Gives each input of a target's file to it: one a line, in base64.
fn replay(target: &str, run: fn(&[u8])) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/kept").join(target);
    let kept = std::fs::read_to_string(&file).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()));
    for (nth, line) in kept.lines().enumerate() {
        let input = BASE64_STANDARD.decode(line).unwrap_or_else(|cause| panic!("{target}, line {}: {cause}", nth + 1));
        let held = std::panic::catch_unwind(|| run(&input));
        assert!(held.is_ok(), "{target}, line {}", nth + 1);
    }
    assert!(kept.lines().count() > 5, "{target} has inputs");
}

macro_rules! targets {
    ($($target:ident)*) => {$(
        #[test]
        fn $target() {
            replay(stringify!($target), fuzz::$target);
        }
    )*};
}

targets!(any_file case_file csv decisions docx json ods page reader written_date xls xlsx);
