//! What happens when something goes wrong outside: the program is killed, the disk is full, a file cannot be read or
//! changes, memory is short. Never half an output, always words, always exit code 1.
#![cfg(unix)]

mod fault;

use fault::{case, complained, here, lifespan, program, text};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Fails unless the program ended by itself with 1 and said what to do.
#[track_caller]
fn refused(output: &Output, words: &str) {
    assert_eq!(output.status.code(), Some(1), "{}", complained(output));
    assert!(complained(output).contains(words), "{}", complained(output));
    assert!(complained(output).contains("To mend it:"), "{}", complained(output));
}

/// Every file of a folder by name, without those that are still being written.
fn finished(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    let named = files.map(|file| (file.file_name().expect("a name").to_string_lossy().into_owned(), file));
    named
        .filter(|(name, _)| !name.starts_with('.'))
        .map(|(name, file)| (name, fs::read(file).expect("a file")))
        .collect()
}

/// A sequence of numbers that look random, the same on every run.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn killed_at_any_instant_there_is_the_old_page_or_the_new_one() {
    let here = here();
    let case = case(here.path());
    let (old, new, out) = (here.path().join("old"), here.path().join("new"), here.path().join("out"));
    let build = |out: &Path, as_at: &str| {
        let mut command = Command::new(program());
        command.args(["build", text(&case), "--for", "referral", "--as-at", as_at, "--out", text(out)]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let begun = Instant::now();
    for (folder, as_at) in [(&old, "2020-01-31"), (&new, "2021-01-31")] {
        assert!(build(folder, as_at).status().expect("the program starts").success());
    }
    let whole = begun.elapsed() / 2;
    let (old, new) = (finished(&old), finished(&new));
    assert_ne!(old, new, "the two can be told apart");
    assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>());
    let mut state = 7;
    let mut seen = BTreeMap::from([("old", 0), ("new", 0), ("between", 0)]);
    for nth in 0..200 {
        let _ = fs::remove_dir_all(&out);
        fs::create_dir(&out).expect("a folder");
        old.iter().for_each(|(name, bytes)| fs::write(out.join(name), bytes).expect("the old page"));
        let mut run = build(&out, "2021-01-31").spawn().expect("the program starts");
        if nth % 2 == 0 {
            // While it writes: from the first file that is begun on.
            let begun = |out: &Path| fs::read_dir(out).expect("the folder").count() > old.len();
            while !begun(&out) && run.try_wait().expect("the run").is_none() {}
            thread::sleep(Duration::from_micros(random(&mut state) % (whole.as_micros() as u64 / 20).max(3_000)));
        } else {
            // A machine busy with other things takes longer than it did before.
            thread::sleep(whole.mul_f64((random(&mut state) % 1_500) as f64 / 1_000.0));
        }
        run.kill().expect("it can be killed");
        run.wait().expect("it ends");
        let now = finished(&out);
        for (name, bytes) in &now {
            let known = [&old, &new].iter().any(|set| set.get(name) == Some(bytes));
            assert!(known, "instant {nth}: {name} is neither the old one nor the new one");
        }
        let of = |set: &BTreeMap<String, Vec<u8>>| now.iter().all(|(name, bytes)| set.get(name) == Some(bytes));
        assert!(of(&old) || of(&new), "instant {nth}: some files are old and some new");
        let state = if now == old {
            "old"
        } else if now == new {
            "new"
        } else {
            "between"
        };
        *seen.entry(state).or_default() += 1;
    }
    assert!(seen["old"] > 20 && seen["new"] + seen["between"] > 20, "the instants lie on both sides: {seen:?}");
}

#[test]
fn a_full_disk_is_said_and_leaves_what_was_there() {
    let here = here();
    let case = case(here.path());
    let out = here.path().join("out");
    assert!(lifespan(&["build", text(&case), "--out", text(&out)]).status.success());
    let before = finished(&out);
    // A file may grow to 4 KB and no further, as on a disk with that much room.
    let line =
        format!("trap '' XFSZ; ulimit -f 8; exec {:?} build {:?} --as-at 2015-01-31 --out {out:?}", program(), case);
    let output = Command::new("sh").args(["-c", &line]).output().expect("a shell");
    refused(&output, "not written: ");
    assert_eq!(finished(&out), before);
    assert_eq!(fs::read_dir(&out).expect("the folder").count(), before.len(), "nothing half written is left");
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_or_pipe_that_takes_nothing_is_said() {
    let here = here();
    let case = case(here.path());
    let full = || Stdio::from(fs::File::create("/dev/full").expect("a device that is always full"));
    for command in [&["build", "--format", "json"][..], &["check"], &["people"], &["graph"]] {
        let output = Command::new(program()).args(command).arg(&case).stdout(full()).output().expect("it starts");
        refused(&output, "could not be written to");
    }
}

#[test]
fn what_may_not_be_read_or_written_is_named() {
    let here = here();
    let case = case(here.path());
    let Some(run) = fault::as_nobody(here.path()) else { return };
    let build = |out: &Path| run(&["build", text(&case), "--out", text(out)]);
    let open =
        |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
    let out = here.path().join("out");
    fs::create_dir(&out).expect("a folder");
    open(&out, 0o777);
    assert!(build(&out).status.success(), "with every permission it builds");
    open(&out, 0o555);
    refused(&build(&out), "not written: ");
    open(&out, 0o777);
    for place in ["returns/police.csv", "case.json", "returns"] {
        open(&case.join(place), 0o000);
        refused(&build(&out), place.rsplit('/').next().unwrap_or(place));
        open(&case.join(place), 0o755);
    }
    fs::write(case.join("decisions.json"), "[]").expect("decisions");
    open(&case.join("decisions.json"), 0o000);
    refused(&build(&out), "the decisions cannot be read");
}

#[test]
fn what_is_no_file_or_too_large_is_named_and_never_waited_for() {
    let here = here();
    let case = case(here.path());
    let build = || lifespan(&["build", text(&case), "--out", text(&here.path().join("out"))]);
    let pipe = |name: &str| assert!(Command::new("mkfifo").arg(case.join(name)).status().expect("a pipe").success());
    let large = |name: &str| {
        let file = fs::File::create(case.join(name)).expect("a file");
        file.set_len(60 << 20).expect("a file of nothing but nulls");
    };
    for name in ["returns/nulls.csv", "decisions.json"] {
        large(name);
        refused(&build(), "the file is 60 MB, and at most 50 MB are read");
        fs::remove_file(case.join(name)).expect("it goes again");
    }
    pipe("decisions.json");
    refused(&build(), "decisions.json: the decisions cannot be read: this is no file");
    fs::remove_file(case.join("decisions.json")).expect("it goes again");
    fs::remove_file(case.join("case.json")).expect("the front sheet goes");
    large("case.json");
    refused(&build(), "the file is 60 MB, and at most 50 MB are read");
    fs::remove_file(case.join("case.json")).expect("it goes again");
    pipe("case.json");
    refused(&build(), "the front sheet case.json is no file");
}

#[test]
fn what_lies_among_the_returns_and_is_not_read_is_named() {
    let here = here();
    let case = case(here.path());
    let returns = case.join("returns");
    let written = [".police.csv", "~$care.csv", ".~lock.old.ods#", ".DS_Store", "~$open.docx", "Thumbs.db"];
    for (name, bytes) in written.into_iter().zip([10, 2_000, 2_000, 2_000, 160, 2_000]) {
        fs::write(returns.join(name), "x".repeat(bytes)).expect("a hidden file");
    }
    assert!(Command::new("mkfifo").arg(returns.join("pipe.csv")).status().expect("a pipe").success());
    let output = lifespan(&["build", text(&case), "--out", text(&here.path().join("out"))]);
    assert!(output.status.success(), "{}", complained(&output));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for name in [".police.csv", "~$care.csv", ".~lock.old.ods#"] {
        assert!(
            said.contains(&format!(
                "returns/{name}: The name of this file is one that programs hide. It was not read."
            )),
            "{said}"
        );
    }
    assert!(said.contains("returns/pipe.csv: This is no file, but a pipe or a device. It was not read."), "{said}");
    assert!(![".DS_Store", "open.docx", "Thumbs"].iter().any(|name| said.contains(name)), "{said}");
}

#[test]
fn a_return_that_changes_while_it_is_read_stops_the_run() {
    let here = here();
    let case = case(here.path());
    let growing = case.join("returns/school.csv");
    let out = here.path().join("out");
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = fs::OpenOptions::new().append(true).create(true).open(&growing).expect("a return");
            while !done.load(Ordering::Relaxed) {
                file.write_all(b"12/3/15,Seen at school.\n").expect("a row");
                thread::sleep(Duration::from_micros(200));
            }
        });
        thread::sleep(Duration::from_millis(20));
        // On a busy machine nothing may be written in the moment in which the file is read: such a run has nothing to say.
        let run = || {
            let _ = fs::remove_dir_all(&out);
            lifespan(&["build", text(&case), "--out", text(&out)])
        };
        let stopped = (0..20).map(|_| run()).find(|output| !output.status.success());
        done.store(true, Ordering::Relaxed);
        refused(
            &stopped.expect("a run that the change stops"),
            "returns/school.csv: the file changed while it was read",
        );
    });
    assert!(!out.exists(), "nothing is written");
}

#[test]
fn every_output_is_for_its_owner_alone() {
    let here = here();
    let case = case(here.path());
    let out = here.path().join("out");
    let begun = here.path().join("begun");
    let runs: [&[&str]; 5] = [
        &["build", text(&case), "--for", "referral", "--out", text(&out)],
        &["build", text(&case), "--format", "json", "--out", text(&out)],
        &["request", text(&case), "--out", text(&out)],
        &["init", text(&begun), "--name", "Amy Dale", "--born", "2006-03-09"],
        &[
            "decide",
            text(&case),
            "--relation",
            "ray",
            "maternal uncle",
            "amy",
            "--by",
            "A Reilly",
            "--on",
            "2021-01-31",
        ],
    ];
    for run in runs {
        let output = lifespan(run);
        assert!(output.status.success(), "{run:?}: {}", complained(&output));
    }
    let mut looked_at = 0;
    for file in [begun.join("case.json"), case.join("decisions.json")].into_iter().chain(fault::files(&out)) {
        let mode = fs::metadata(&file).expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
        looked_at += 1;
    }
    assert!(looked_at > 6, "{looked_at}");
}

#[test]
fn nothing_is_written_outside_the_output_folder() {
    let here = here();
    let case = case(here.path());
    let (elsewhere, out) = (here.path().join("elsewhere"), here.path().join("out"));
    fs::create_dir(&elsewhere).expect("a folder");
    let before = fault::files(&case);
    let output = Command::new(program())
        .args(["build", text(&case), "--for", "referral", "--out", text(&out)])
        .current_dir(&elsewhere)
        .envs([("TMPDIR", &elsewhere), ("HOME", &elsewhere), ("XDG_CACHE_HOME", &elsewhere)])
        .output()
        .expect("the program starts");
    assert!(output.status.success());
    assert_eq!(fault::files(&elsewhere), Vec::<std::path::PathBuf>::new());
    assert_eq!(fault::files(&case), before, "the case folder is only read");
}

/// Each would need many times as much memory as is allowed here, or much time, if it were taken at its word.
#[test]
fn files_made_to_fill_the_memory_are_refused_or_read_in_little_of_it() {
    const KILOBYTES: u32 = 1_000_000;
    // Of the processor's time: a busy machine takes longer.
    const SECONDS: u32 = 100;
    let here = here();
    let case = case(here.path());
    let bombs: [(&str, Vec<u8>); 9] = [
        ("deep.json", b"[".repeat(20_000_000)),
        ("objects.json", b"{\"a\":".repeat(4_000_000)),
        ("wide.csv", [b"Date,Event".as_slice(), &b",x".repeat(1_000_000), b"\n1/2/15,Seen\n"].concat()),
        ("wide-row.csv", [b"Date,Event\n1/2/15,Seen".as_slice(), &b",x".repeat(1_000_000), b"\n"].concat()),
        ("commas.csv", [b"Date,Event\n1/2/15,Seen\n".as_slice(), &b",".repeat(20_000_000)].concat()),
        ("quotes.csv", [b"Date,Event\n1/2/15,".as_slice(), &b"\"".repeat(20_000_001)].concat()),
        ("lines.csv", b"\n".repeat(20_000_000)),
        ("bomb.xlsx", fault::bomb("xl/workbook.xml", "xl/worksheets/sheet1.xml")),
        ("bomb.docx", fault::bomb("word/document.xml", "word/media/image1.png")),
    ];
    for (name, bytes) in bombs {
        let place = case.join("returns").join(name);
        fs::write(&place, bytes).expect("a return");
        let out = here.path().join("out");
        let line =
            format!("ulimit -v {KILOBYTES}; ulimit -t {SECONDS}; exec {:?} build {case:?} --out {out:?}", program());
        let output = Command::new("sh").args(["-c", &line]).output().expect("a shell");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{name}: {:?} {}", output.status, complained(&output));
        if output.status.code() == Some(1) {
            refused(&output, name);
        }
        fs::remove_file(place).expect("the return goes again");
    }
}
