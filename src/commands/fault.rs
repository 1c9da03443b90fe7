//! A fault of the program itself, told in words and without any of the case's.

use lifespan::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::Mutex;

/// Where the last fault was. What a fault says may quote the case, so it is not kept.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Runs a command; a fault of the program ends it as an error that says where the fault is.
pub fn guarded<T>(run: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    set_hook(Box::new(|fault| {
        if let Ok(mut place) = PLACE.lock() {
            *place = fault.location().map(ToString::to_string);
        }
    }));
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let place = PLACE.lock().ok().and_then(|place| place.clone()).unwrap_or_else(|| "an unknown place".to_owned());
        Err(Error::new(
            "lifespan",
            format!("a fault of the program, at {place}; it ended without finishing"),
            "Report it with that place, which holds no words of the case. Until it is mended, build without the return that was added last.",
        ))
    })
}
