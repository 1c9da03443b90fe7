//! A page that only a passphrase opens: one self-contained file that any current browser can read.
//!
//! Nothing of the case stands in it readable: no name, no title, no reference, not even what made it. Its length tells no
//! more than a multiple of [`BLOCK`]. `docs/protect.md` says what this protects against and what it does not.

mod passphrase;
mod seal;

pub use passphrase::Passphrase;
pub use seal::{NONCE, ROUNDS, SALT};

use crate::digest;
use crate::error::Error;
use crate::report::templates;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde::Serialize;

const STYLE: &str = include_str!("../../../templates/protected.css");
const SCRIPT: &str = include_str!("../../../templates/protected.js");

/// What is closed is filled up to a multiple of so many bytes, so that its length says little of the case.
pub const BLOCK: usize = 64 * 1024;

/// Bytes that nobody can foresee, from the system and for one page only.
pub struct Fresh {
    /// What the key is salted with.
    pub salt: [u8; SALT],
    /// What AES-GCM must never see twice under one key.
    pub nonce: [u8; NONCE],
    /// What lets the page inside keep its own style and script under the policy of the page around it.
    pub pass: [u8; 16],
}

/// The data of `protected.html`.
#[derive(Serialize)]
struct Page {
    style: &'static str,
    script: &'static str,
    policy: String,
    rounds: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

/// Closes a page under a passphrase.
pub fn protect(page: &[u8], passphrase: &Passphrase, fresh: &Fresh) -> Result<String, Error> {
    let text = |bytes: &[u8]| BASE64_STANDARD.encode(bytes);
    let pass = text(&fresh.pass);
    let page = String::from_utf8_lossy(page);
    let (salt, nonce) = (text(&fresh.salt), text(&fresh.nonce));
    let sealed = seal::seal(
        filled(&passed(&page, &pass)).as_bytes(),
        passphrase,
        &fresh.salt,
        &fresh.nonce,
        beside(ROUNDS).as_bytes(),
    )?;
    let page = Page {
        style: STYLE,
        script: SCRIPT,
        policy: policy(&pass),
        rounds: ROUNDS,
        salt,
        nonce,
        sealed: text(&sealed),
    };
    templates::render("protected.html", &page)
}

/// What is not hidden but must not be changed: how the page was closed.
fn beside(rounds: u32) -> String {
    format!("1 PBKDF2 SHA-256 {rounds} AES-256-GCM")
}

/// Its own style and script, and those that carry the pass: the page inside, whose own policy holds as well.
fn policy(pass: &str) -> String {
    format!(
        "default-src 'none'; style-src {} 'nonce-{pass}'; script-src {} 'nonce-{pass}'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        digest::source(STYLE),
        digest::source(SCRIPT)
    )
}

/// The page with the pass on its own style and script. Words of a return are escaped, so no `<script>` of theirs exists.
fn passed(page: &str, pass: &str) -> String {
    page.replacen("<style>", &format!("<style nonce=\"{pass}\">"), 1).replacen(
        "<script>",
        &format!("<script nonce=\"{pass}\">"),
        1,
    )
}

/// The page with line ends after it up to the next multiple of a block.
fn filled(page: &str) -> String {
    let mut page = page.to_owned();
    page.extend(std::iter::repeat_n('\n', page.len().next_multiple_of(BLOCK) - page.len()));
    page
}
