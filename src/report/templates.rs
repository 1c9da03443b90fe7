//! The one door to tera: page data in, page out. The templates are compiled in.

use crate::error::Error;
use serde::Serialize;
use std::sync::LazyLock;
use tera::{Context, Tera};

/// Every template by name. Names end in `.html`, because tera escapes values in those only.
const TEMPLATES: &[(&str, &str)] = &[
    ("head.html", include_str!("../../templates/head.html")),
    ("chronology.html", include_str!("../../templates/chronology.html")),
    ("chronology/parts.html", include_str!("../../templates/chronology/parts.html")),
    ("chronology/child.html", include_str!("../../templates/chronology/child.html")),
    ("chronology/contents.html", include_str!("../../templates/chronology/contents.html")),
    ("chronology/first.html", include_str!("../../templates/chronology/first.html")),
    ("chronology/finding.html", include_str!("../../templates/chronology/finding.html")),
    ("chronology/changes.html", include_str!("../../templates/chronology/changes.html")),
    ("chronology/timeline.html", include_str!("../../templates/chronology/timeline.html")),
    ("chronology/register.html", include_str!("../../templates/chronology/register.html")),
    ("chronology/awareness.html", include_str!("../../templates/chronology/awareness.html")),
    ("chronology/known.html", include_str!("../../templates/chronology/known.html")),
    ("subgroup.html", include_str!("../../templates/subgroup.html")),
    ("subgroup/parts.html", include_str!("../../templates/subgroup/parts.html")),
    ("letter.html", include_str!("../../templates/letter.html")),
    ("questions.html", include_str!("../../templates/questions.html")),
    ("text.html", include_str!("../../templates/text.html")),
    ("protected.html", include_str!("../../templates/protected.html")),
    ("chronology/readiness.html", include_str!("../../templates/chronology/readiness.html")),
    ("chronology/decisions.html", include_str!("../../templates/chronology/decisions.html")),
    ("chronology/edition.html", include_str!("../../templates/chronology/edition.html")),
    ("chronology/genogram.html", include_str!("../../templates/chronology/genogram.html")),
    ("chronology/genogram_drawn.html", include_str!("../../templates/chronology/genogram_drawn.html")),
    ("chronology/family.html", include_str!("../../templates/chronology/family.html")),
    ("chronology/entries.html", include_str!("../../templates/chronology/entries.html")),
    ("chronology/entry.html", include_str!("../../templates/chronology/entry.html")),
    ("chronology/undated.html", include_str!("../../templates/chronology/undated.html")),
    ("chronology/returns.html", include_str!("../../templates/chronology/returns.html")),
    ("chronology/rules.html", include_str!("../../templates/chronology/rules.html")),
    ("chronology/made.html", include_str!("../../templates/chronology/made.html")),
];

static TERA: LazyLock<Result<Tera, String>> = LazyLock::new(|| {
    let mut tera = Tera::default();
    tera.add_raw_templates(TEMPLATES.iter().copied()).map_err(|cause| cause.to_string())?;
    Ok(tera)
});

/// Fills a template.
pub fn render(name: &str, page: &impl Serialize) -> Result<String, Error> {
    let fault =
        |cause: String| Error::new(format!("templates/{name}"), cause, "report it: this is a fault of the program");
    let tera = TERA.as_ref().map_err(|cause| fault(cause.clone()))?;
    let context = Context::from_serialize(page).map_err(|cause| fault(cause.to_string()))?;
    let page = tera.render(name, &context).map_err(|cause| fault(cause.to_string()))?;
    // A page cannot hold a null: browsers drop it. Its picture shows that one was sent.
    Ok(page.replace('\0', "\u{2400}"))
}
