//! `lifespan build --protect`: what is written, what stands readable in it, and that the passphrase opens it again.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::prelude::{BASE64_STANDARD, Engine};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const PASSPHRASE: &str = "otter lantern vague pickle";

/// Builds a sample into a folder, with a passphrase on the standard input.
fn build(sample: &str, more: &[&str], out: &Path, passphrase: &str) -> Output {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let mut child = Command::new(env!("CARGO_BIN_EXE_lifespan"))
        .args(["build", &case.to_string_lossy(), "--out", &out.to_string_lossy(), "--protect", "--passphrase-fd", "0"])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A run that needs no passphrase may end before it reads one.
    let _ =
        child.stdin.take().expect("a standard input").write_all(format!("{passphrase}\nnot this line\n").as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).map_or(Vec::new(), |files| files.map(|file| file.expect("a file").path()).collect())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split(before).nth(1).and_then(|rest| rest.split(after).next()).expect(before)
}

/// Opens a protected page as its script does, with what stands in the page.
fn open(page: &str, passphrase: &str) -> Option<String> {
    let data = |name: &str| between(page, &format!("data-{name}=\""), "\"").to_owned();
    let bytes = |text: &str| BASE64_STANDARD.decode(text).expect("base64");
    let rounds: u32 = data("rounds").parse().expect("a number");
    let mut key = [0; 32];
    let (by, how) = (pbkdf2::Algorithm::Pbkdf2Sha256, pbkdf2::Params::new(rounds).expect("rounds"));
    pbkdf2::pbkdf2_hmac_with_params(passphrase.as_bytes(), &bytes(&data("salt")), by, how, &mut key);
    let sealed = bytes(between(page, &format!("data-nonce=\"{}\">", data("nonce")), "</template>"));
    let beside = format!("1 PBKDF2 SHA-256 {rounds} AES-256-GCM");
    let cipher = Aes256Gcm::new_from_slice(&key).expect("a key");
    let nonce = Nonce::try_from(&bytes(&data("nonce"))[..]).expect("a nonce");
    let opened = cipher.decrypt(&nonce, Payload { msg: &sealed, aad: beside.as_bytes() }).ok()?;
    Some(String::from_utf8(opened).expect("a page is text"))
}

#[test]
fn the_passphrase_opens_every_page_of_a_referral_and_another_opens_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let clear = tempfile::tempdir().expect("a folder");
    let output = build("quiet", &["--for", "referral"], folder.path(), PASSPHRASE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quiet");
    let same = Command::new(env!("CARGO_BIN_EXE_lifespan"))
        .args(["build", &case.to_string_lossy(), "--for", "referral", "--out", &clear.path().to_string_lossy()])
        .output();
    assert!(same.expect("the program runs").status.success());
    let mut opened = Vec::new();
    let one = fs::read_to_string(&files(folder.path())[0]).expect("a page");
    assert_eq!(open(&one, "otter lantern vague pickles"), None);
    for file in files(folder.path()) {
        let page = fs::read_to_string(&file).expect("a page");
        let page = open(&page, PASSPHRASE).expect("the passphrase opens it");
        assert_eq!(page.len() % lifespan::report::protect::BLOCK, 0);
        let pass = between(&page, "<style nonce=\"", "\"").to_owned();
        opened.push(page.replace(&format!(" nonce=\"{pass}\""), "").trim_end_matches('\n').to_owned());
    }
    let mut pages: Vec<String> = files(clear.path())
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "html"))
        .map(|file| fs::read_to_string(file).expect("a page").trim_end_matches('\n').to_owned())
        .collect();
    opened.sort();
    pages.sort();
    assert_eq!(opened, pages);
}

#[test]
fn nothing_of_the_case_can_be_read_in_the_file_or_its_name_and_only_its_owner_can_read_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = build("hartley", &[], folder.path(), PASSPHRASE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = files(folder.path());
    assert_eq!(files.len(), 1);
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let letters = name.strip_prefix("protected-").and_then(|rest| rest.strip_suffix(".html")).expect("its name");
        assert!(letters.len() == 8 && letters.chars().all(|letter| letter.is_ascii_hexdigit()), "{name}");
        let page = fs::read_to_string(&file).expect("a page");
        let sealed = between(&page, "<template", "</template>");
        let around = page.replace(sealed, "").to_lowercase();
        for word in
            ["hartley", "chloe", "sleight", "ex-01", "lifespan", "official", "chronology", "referral", "police", "2018"]
        {
            assert!(!around.contains(word), "{word}");
        }
        assert!(around.contains("default-src &#39;none&#39;") && !around.contains("unsafe") && !around.contains("://"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
        }
    }
}

#[test]
fn no_two_files_share_salt_nonce_or_pass() {
    let folder = tempfile::tempdir().expect("a folder");
    for _ in 0..2 {
        assert!(build("quiet", &[], folder.path(), PASSPHRASE).status.success());
    }
    let pages: Vec<String> =
        files(folder.path()).iter().map(|file| fs::read_to_string(file).expect("a page")).collect();
    assert_eq!(pages.len(), 2);
    for (before, after) in [("data-salt=\"", "\""), ("data-nonce=\"", "\""), ("&#39;nonce-", "&#39;")] {
        assert_ne!(between(&pages[0], before, after), between(&pages[1], before, after));
    }
}

#[test]
fn a_weak_passphrase_or_none_writes_nothing_and_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    for (passphrase, why) in [
        ("chloe", "It is shorter than 12 characters."),
        ("ChloeHartley2018", "It is too easy to guess"),
        ("raymond sleight uncle", "It is too easy to guess"),
        ("", "its first line is empty"),
    ] {
        let output = build("hartley", &[], folder.path(), passphrase);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{passphrase}: {said}");
        assert!(said.contains(why) && said.contains("To mend it"), "{passphrase}: {said}");
    }
    assert!(files(folder.path()).is_empty());
}

#[test]
fn what_does_not_go_with_it_is_a_wrong_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = build("quiet", &["--format", "json"], folder.path(), PASSPHRASE);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--protect closes a page"));
    assert!(files(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_passphrase_comes_from_any_descriptor_and_an_argument_is_no_place_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/quiet");
    let line = format!(
        "'{}' build '{}' --out '{}' --protect --passphrase-fd 3 3<<< '{PASSPHRASE}'",
        env!("CARGO_BIN_EXE_lifespan"),
        case.display(),
        folder.path().display()
    );
    let run = |line: &str| Command::new("bash").args(["-c", line]).stdin(Stdio::null()).output().expect("a shell");
    let output = run(&line);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(&files(folder.path())[0]).expect("a page");
    assert!(open(&page, PASSPHRASE).is_some());
    let silent = run(line.split(" --passphrase-fd").next().expect("the start"));
    assert!(String::from_utf8_lossy(&silent.stderr).contains("nobody sits at a terminal"));
    let shown = run(&line.replace("--passphrase-fd 3 3<<< ", "--passphrase "));
    assert_eq!(shown.status.code(), Some(2));
}
