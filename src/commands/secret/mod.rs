//! The passphrase of a protected page: asked for on the terminal without showing it, or taken from a file descriptor;
//! never an argument, which other users of the computer could read.

mod descriptor;
mod fresh;
mod strength;

pub use fresh::{fresh, unforeseen};

use lifespan::account::Account;
use lifespan::error::Error;
use lifespan::report::protect::Passphrase;
use std::io::{IsTerminal, stderr, stdin};
use zeroize::Zeroizing;

/// The passphrase, refused where it is weak. Words of the case itself count for nothing in it.
pub fn passphrase(descriptor: Option<u32>, account: &Account) -> Result<Passphrase, Error> {
    let words = strength::words_of_the_case(account);
    match descriptor {
        Some(number) => {
            let given = Passphrase::new(&descriptor::line(number)?);
            strength::judge(&given, &words).map_or(Ok(given), |why| Err(wrong(&why)))
        }
        None => asked(&words),
    }
}

/// Asked for twice, until it is strong and both are the same.
fn asked(words: &[String]) -> Result<Passphrase, Error> {
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return Err(Error::new(
            "--protect",
            "nobody sits at a terminal to type a passphrase",
            "give it on a file descriptor: --passphrase-fd 0 reads the first line of the standard input",
        ));
    }
    eprintln!("The passphrase opens the page. Whoever forgets it cannot open the page, and nobody can help.");
    eprintln!(
        "Use four or more words that have nothing to do with each other or with the case. Send it by another way."
    );
    loop {
        let first = Passphrase::new(&typed("Passphrase: ")?);
        if let Some(why) = strength::judge(&first, words) {
            eprintln!("{why} Choose another.");
            continue;
        }
        let second = Passphrase::new(&typed("The same again: ")?);
        if first.words() == second.words() {
            return Ok(first);
        }
        eprintln!("The two are not the same. Type it again.");
    }
}

fn typed(prompt: &str) -> Result<Zeroizing<String>, Error> {
    rpassword::prompt_password(prompt).map(Zeroizing::new).map_err(|cause| {
        Error::new("the terminal", format!("the passphrase was not read: {cause}"), "use --passphrase-fd")
    })
}

fn wrong(why: &str) -> Error {
    Error::new(
        "the passphrase",
        why,
        "use four or more words that have nothing to do with each other or with the case, picked by chance",
    )
}
