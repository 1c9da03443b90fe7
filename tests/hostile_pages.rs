//! Hostile words in every field of every format: on every page they are words, and in a browser nothing runs.

#[path = "hostile/words.rs"]
mod hostile;
#[path = "hostile/markup.rs"]
mod markup;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The case, and what is made of it in every form.
struct Made {
    _folder: tempfile::TempDir,
    case: PathBuf,
    pages: Vec<PathBuf>,
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let case = hostile::case(folder.path());
    let out = folder.path().join("out");
    for command in [&["build", "--for", "referral"][..], &["request"]] {
        let output = lifespan(command, &case, Some(&out));
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let all = fs::read_dir(&out).expect("the folder").map(|file| file.expect("a file").path());
    let mut pages: Vec<PathBuf> = all.filter(|file| file.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    Made { _folder: folder, case, pages }
});

fn lifespan(command: &[&str], case: &Path, out: Option<&Path>) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_lifespan"));
    run.arg(command[0]).arg(case).args(&command[1..]);
    if let Some(out) = out {
        run.arg("--out").arg(out);
    }
    run.output().expect("the program starts")
}

fn chronology() -> (&'static Path, String) {
    let page = MADE.pages.iter().find(|page| page.to_string_lossy().contains("-chronology")).expect("the chronology");
    (page, fs::read_to_string(page).expect("the page is text"))
}

#[test]
fn every_page_is_well_formed_and_holds_the_words_as_words() {
    assert!(MADE.pages.len() > 5, "the chronology, letters, questions and requests");
    for page in &MADE.pages {
        let words = markup::words(&fs::read_to_string(page).expect("a page is text"));
        assert!(words.is_ok(), "{}: {}", page.display(), words.unwrap_err());
    }
    let words = markup::words(&chronology().1).expect("well formed");
    for word in hostile::all() {
        let shown = word.replace('\0', "\u{2400}");
        assert!(words.contains(shown.trim()), "not on the page: {word:?}");
    }
    assert!(!words.contains('\0'), "a page cannot hold a null");
}

#[test]
fn data_for_other_programs_stays_data() {
    let json = lifespan(&["build", "--format", "json"], &MADE.case, None);
    let read: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(
        read["ledger"]["rows"],
        read["ledger"]["entries"]
            .as_u64()
            .zip(read["ledger"]["set_aside"].as_u64())
            .map(|(a, b)| a + b)
            .expect("figures")
    );
    let kept = read.to_string();
    assert!(
        hostile::all().iter().all(|word| kept.contains(serde_json::json!(word.trim()).to_string().trim_matches('"')))
    );
    let graph = lifespan(&["graph", "--format", "graphml"], &MADE.case, None);
    roxmltree::Document::parse(&String::from_utf8_lossy(&graph.stdout)).expect("XML");
    let check = lifespan(&["check", "--format", "json"], &MADE.case, None);
    serde_json::from_slice::<serde_json::Value>(&check.stdout).expect("JSON");
}

/// The document as a browser has it after running whatever it runs; none, with a word, where there is no browser.
fn in_a_browser(page: &str, width: u32) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("page.html");
    fs::write(&file, page).expect("a page");
    let browser = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(|name| {
        let mut run = Command::new(name);
        run.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--dump-dom"]);
        run.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
        run.arg("--virtual-time-budget=5000");
        run.arg(format!("--window-size={width},900"))
            .arg(format!("--user-data-dir={}", folder.path().join("u").display()));
        run.arg(format!("file://{}", file.display())).output().ok()
    });
    if browser.is_none() {
        eprintln!("not tried: there is no Chromium here");
    }
    browser.map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The page without the policy that would stop what it should not even contain.
fn without_policy(page: &str) -> String {
    let (before, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").expect("a policy");
    let (_, after) = rest.split_once('>').expect("its end");
    format!("{before}{after}")
}

#[test]
fn nothing_runs_in_a_browser() {
    let raw: String = hostile::all().iter().map(|word| format!("<p>{word}</p>")).collect();
    let Some(control) = in_a_browser(&format!("<!DOCTYPE html><html><body>{raw}</body></html>"), 1280) else { return };
    assert!(control.contains(hostile::MARK), "the words do run where nothing holds them, so the test can fail");
    for page in &MADE.pages {
        let words = fs::read_to_string(page).expect("a page is text");
        for form in [words.clone(), without_policy(&words)] {
            let shown = in_a_browser(&form, 1280).expect("a browser");
            assert!(shown.contains("</body>"), "{}: the browser shows it", page.display());
            assert!(!shown.contains(hostile::MARK), "{}: something ran", page.display());
        }
    }
}

#[test]
fn long_words_do_not_widen_the_page() {
    let (_, page) = chronology();
    let measure = "<script>addEventListener('load',function(){var d=document.documentElement;\
                   d.setAttribute('data-wide',d.scrollWidth+' of '+d.clientWidth+' '+Array.from(document.querySelectorAll('body *'))\
                   .filter(function(e){return e.getBoundingClientRect().right>d.clientWidth+1&&getComputedStyle(e.parentElement).overflowX==='visible'})\
                   .slice(0,5).map(function(e){return e.tagName+'.'+e.className}).join(' '))})</script></body>";
    let page = without_policy(&page).replace("</body>", measure);
    for width in [600, 1280] {
        let Some(shown) = in_a_browser(&page, width) else { return };
        let wide = shown.split("data-wide=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it was measured");
        let numbers: Vec<u32> = wide.split(' ').filter_map(|word| word.parse().ok()).collect();
        assert!(numbers[0] <= numbers[1], "at {width}: {wide}");
    }
}
