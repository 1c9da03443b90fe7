//! Bytes that nobody can foresee, from the system.

use lifespan::error::Error;
use lifespan::report::protect::Fresh;

/// Salt, nonce and pass for one page.
pub fn fresh() -> Result<Fresh, Error> {
    Ok(Fresh { salt: unforeseen()?, nonce: unforeseen()?, pass: unforeseen()? })
}

/// Some of them.
pub fn unforeseen<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|cause| {
        Error::new("the system", format!("it gave no random bytes: {cause}"), "without them nothing can be protected")
    })?;
    Ok(bytes)
}
