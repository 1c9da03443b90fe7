//! The page and the summary: what they say of a small family, and what holds for every page.

mod told;

use lifespan::account::Account;
use lifespan::report::{self, pages, summary};
use lifespan::{Known, Record, findings, ingest};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

fn page(account: &Account) -> String {
    pages::chronology(account).expect("the template is filled")
}

/// The page of every sample, with its account.
static SAMPLES: LazyLock<Vec<(Account, String)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut cases: Vec<_> =
        std::fs::read_dir(folder).expect("samples/").map(|case| case.expect("a case").path()).collect();
    cases.sort();
    let told = |case: &std::path::PathBuf| {
        let case = ingest::case::open(case).expect("a sample opens");
        let record = Record::read(&case);
        let history = record.history(Known { by: case.front.as_at.expect("a sample says its day"), to: None });
        let account = report::account(&record, &history, &findings::examine(&record, &history));
        let page = page(&account);
        (account, page)
    };
    cases.iter().map(told).collect()
});

/// What stands between two marks, every time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

/// The page's words without its style and script.
fn without_style(page: &str) -> String {
    let (start, end) = (page.find("<style>").expect("style"), page.find("</style>").expect("style ends"));
    let page = format!("{}{}", &page[..start + 7], &page[end..]);
    let (start, end) = (page.rfind("<script>").expect("script"), page.rfind("</script>").expect("script ends"));
    format!("{}{}", &page[..start + 8], &page[end..])
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[test]
fn the_page_of_a_small_family() {
    let mut settings = insta::Settings::clone_current();
    settings.add_filter("sha256-[A-Za-z0-9+/]+=", "sha256-...");
    settings.bind(|| insta::assert_snapshot!(without_style(&page(&told::account()))));
}

#[test]
fn the_summary_of_a_small_family() {
    insta::assert_snapshot!(summary::summary(&told::account()));
}

#[test]
fn nothing_found_is_said_plainly() {
    let mut account = told::account();
    account.findings.clear();
    account.allegations.clear();
    let page = page(&account);
    assert!(page.contains("absence from the returns is not absence from the child’s life"));
    assert!(page.contains("record no allegation of sexual abuse concerning this family"));
    assert!(
        summary::summary(&account).contains("None. What the returns supplied do not show may still have happened.")
    );
}

#[test]
fn no_handling_words_are_invented() {
    let mut account = told::account();
    account.case.handling = None;
    assert!(!page(&account).contains("OFFICIAL"));
}

#[test]
fn words_of_a_return_stay_words() {
    let mut account = told::account();
    let hostile = "</style></script><script>alert(1)</script><img src=x onerror=\"alert(2)\">'";
    account.case.name = hostile.to_owned();
    account.case.handling = Some(hostile.to_owned());
    account.entries[0].cells[0].text = hostile.to_owned();
    account.entries[0].agency.0 = hostile.to_owned();
    account.findings[0].headline = hostile.to_owned();
    account.people[2].name = hostile.to_owned();
    let page = page(&account);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
    assert!(!page.contains("<img") && page.contains(&escaped(hostile)));
}

#[test]
fn every_link_leads_somewhere_on_the_page_and_nowhere_else() {
    for (account, page) in SAMPLES.iter() {
        let ids = between(page, " id=\"", "\"");
        let known: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{}: an id stands twice", account.case.name);
        for link in between(page, "href=\"", "\"") {
            assert!(link.strip_prefix('#').is_some_and(|id| known.contains(id)), "{}: {link}", account.case.name);
        }
        for outside in ["http:", "https:", "src=", "@import", "url(h", "url(/", "<link", "<iframe", "<object"] {
            assert!(!without_style(page).contains(outside), "{}: {outside}", account.case.name);
        }
        for loading in ["@import", "url(h", "url(/", "url(d", "fetch(", "XMLHttpRequest", "innerHTML"] {
            assert!(!page.contains(loading), "{}: {loading}", account.case.name);
        }
    }
}

#[test]
fn every_entry_and_every_row_set_aside_is_on_the_page_in_its_own_words() {
    for (account, page) in SAMPLES.iter() {
        for entry in account.entries.iter().chain(&account.undated) {
            assert!(page.contains(&format!(">{}</span>", escaped(&entry.id.0))), "{}", entry.id);
            for cell in
                entry.cells.iter().filter(|cell| entry.date.as_ref().is_none_or(|date| date.written != cell.text))
            {
                assert!(page.contains(&format!("<dd>{}</dd>", escaped(&cell.text))), "{}: {}", entry.id, cell.text);
            }
        }
        for row in account.ledger.returns.iter().flat_map(|sent| &sent.set_aside) {
            assert!(page.contains(&escaped(&row.text)) && page.contains(&escaped(&row.reason)), "{}", row.at);
        }
        for finding in &account.findings {
            assert!(page.contains(&escaped(&finding.headline)), "{}", finding.headline);
        }
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    for (account, page) in SAMPLES.iter() {
        let levels: Vec<u32> = between(page, "<h", ">")
            .into_iter()
            .filter_map(|tag| tag.chars().next().and_then(|level| level.to_digit(10)))
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{}: h{} follows h{}", account.case.name, pair[1], pair[0]);
        }
    }
}

/// A family of every kind of kin that words can name.
fn large_family() -> Account {
    let kin = [
        "mother",
        "father",
        "brother",
        "sister",
        "half-brother",
        "half-sister",
        "maternal grandmother",
        "maternal grandfather",
        "paternal grandmother",
        "paternal grandfather",
        "maternal uncle",
        "maternal uncle",
        "maternal aunt",
        "paternal uncle",
        "paternal aunt",
        "maternal great-uncle",
        "paternal great-aunt",
        "maternal great-grandmother",
        "mother's partner",
        "mother's former partner",
        "father's partner",
        "step-brother",
        "foster carer",
        "former foster carer",
        "foster carer's son",
        "foster brother",
        "cousin",
        "maternal aunt's partner",
        "paternal uncle's son",
        "half-brother's father",
        "half-brother's grandmother",
        "daughter",
        "adoptive mother",
        "sister's partner",
        "family friend",
        "neighbour",
        "unrelated",
        "lodger",
        "step-father's mother",
    ];
    let mut account = told::account();
    let child = account.people[0].clone();
    account.people = kin
        .iter()
        .enumerate()
        .map(|(at, relation)| {
            let (id, name) = (format!("p{at}"), format!("Person Number {at}"));
            let relation = Some((*relation).to_owned());
            lifespan::account::PersonAccount { id: lifespan::model::PersonId(id), name, relation, ..child.clone() }
        })
        .collect();
    account.people.insert(0, child);
    account
}

#[test]
fn nobody_stands_on_anybody_in_the_drawing_of_a_family_and_no_kin_is_left_out() {
    let large = large_family();
    let large = (large.clone(), page(&large));
    for (account, page) in SAMPLES.iter().chain([&large]) {
        let drawing = page.split("<div class=\"drawing genogram").nth(1).and_then(|rest| rest.split("</svg>").next());
        let drawing = drawing.expect("a family is drawn");
        for person in account.people.iter().filter(|person| person.relation.is_some() || person.alleged_perpetrator) {
            let title = format!("tabindex=\"-1\"><title>{}", escaped(&person.name));
            let drawn = drawing.matches(&format!("{title},")).count() + drawing.matches(&format!("{title}<")).count();
            assert!(drawn > 0, "{}: {}", account.case.name, person.name);
        }
        let mut spots: Vec<(&str, &str)> = between(drawing, "<text class=\"name\" x=\"", "</text>")
            .into_iter()
            .filter_map(|text| Some((text.split('"').next()?, text.split("y=\"").nth(1)?.split('"').next()?)))
            .collect();
        let all = spots.len();
        spots.sort();
        spots.dedup();
        assert_eq!(spots.len(), all, "{}: two names stand on one spot", account.case.name);
    }
}
