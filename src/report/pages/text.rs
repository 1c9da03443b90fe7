//! A page that shows a text as it stands, for what is no page and must be closed like one.

use super::chronology::style;
use crate::error::Error;
use crate::report::templates;
use serde::Serialize;

/// The data of `text.html`.
#[derive(Serialize)]
struct Page<'a> {
    style: String,
    policy: String,
    title: &'a str,
    text: &'a str,
}

/// A text under a title.
pub fn text(title: &str, text: &str) -> Result<String, Error> {
    let style = style::style(None, "");
    templates::render("text.html", &Page { policy: style::policy(&style, ""), style, title, text })
}
