//! A search of its own for what an edition leaves out: it shares nothing with the product's.

use std::collections::BTreeSet;

/// The letters of a text as they are compared: lower case, no accents, apostrophes dropped.
fn plain(text: &str) -> String {
    let letter = |sign: char| -> String {
        match sign {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' => "a".to_owned(),
            'é' | 'è' | 'ê' | 'ë' | 'ę' => "e".to_owned(),
            'í' | 'ì' | 'î' | 'ï' => "i".to_owned(),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => "o".to_owned(),
            'ú' | 'ù' | 'û' | 'ü' => "u".to_owned(),
            'ł' => "l".to_owned(),
            'ś' | 'š' => "s".to_owned(),
            'ń' | 'ñ' => "n".to_owned(),
            'ż' | 'ź' | 'ž' => "z".to_owned(),
            'ç' | 'ć' | 'č' => "c".to_owned(),
            '\'' | '’' | '\u{ad}' | '\u{200b}' | '\u{301}' | '\u{308}' => String::new(),
            other => other.to_string(),
        }
    };
    text.to_lowercase().chars().map(letter).collect()
}

/// A page in the ways in which it can be read: as it is, and without its tags, with and without a space for each.
fn views(page: &str) -> Vec<String> {
    let mut joined = String::new();
    let mut spaced = String::new();
    let mut inside = false;
    for sign in page.chars() {
        match sign {
            '<' => inside = true,
            '>' => {
                inside = false;
                spaced.push(' ');
            }
            _ if inside => {}
            _ => {
                joined.push(sign);
                spaced.push(sign);
            }
        }
    }
    let decoded = |text: &str| {
        let signs = [
            ("&#39;", "'"),
            ("&#x27;", "'"),
            ("&quot;", "\""),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&#x2F;", "/"),
            ("&amp;", "&"),
        ];
        plain(&signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign)))
    };
    [page, &joined, &spaced].map(decoded).into()
}

fn words(view: &str) -> Vec<&str> {
    view.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Which of the secrets are in a page. A name is found as a whole word, in the plural and possessive too; several words in
/// their order; anything with a digit as its digits and letters alone.
pub fn found<'s>(page: &str, secrets: &[&'s str]) -> Vec<&'s str> {
    let views = views(page);
    let bags: Vec<BTreeSet<&str>> = views.iter().map(|view| words(view).into_iter().collect()).collect();
    let bare = |text: &str| plain(text).chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    let bodies: Vec<String> = views.iter().map(|view| bare(view)).collect();
    let holds = |secret: &&&'s str| {
        let sought = plain(secret);
        if sought.chars().any(|sign| sign.is_ascii_digit()) {
            let sought = bare(secret);
            return sought.len() > 5 && bodies.iter().any(|body| body.contains(&sought));
        }
        let sought = words(&sought);
        match sought[..] {
            [one] => bags.iter().any(|bag| {
                [one.to_owned(), format!("{one}s"), format!("{one}es")].iter().any(|form| bag.contains(form.as_str()))
            }),
            _ => views.iter().any(|view| words(view).windows(sought.len()).any(|here| here == sought)),
        }
    };
    secrets.iter().filter(holds).copied().collect()
}

/// The written forms of a date of birth.
pub fn forms(year: u32, month: u32, day: u32) -> Vec<String> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = MONTHS[month as usize - 1];
    let short = year % 100;
    vec![
        format!("{year}-{month:02}-{day:02}"),
        format!("{day:02}/{month:02}/{year}"),
        format!("{day}/{month}/{year}"),
        format!("{day:02}.{month:02}.{year}"),
        format!("{day:02}/{month:02}/{short:02}"),
        format!("{day}.{month}.{short:02}"),
        format!("{day} {name} {year}"),
        format!("{day:02} {} {year}", &name[..3]),
        format!("{day}-{}-{short:02}", &name[..3]),
        format!("{name} {day}, {year}"),
        format!("{day:02}{month:02}{year}"),
    ]
}

/// Whether a form of a date is in a page, with no digit beside it.
pub fn dated(page: &str, form: &str) -> bool {
    views(page).iter().any(|view| {
        view.match_indices(form).any(|(at, _)| {
            let before = view[..at].chars().next_back().is_some_and(|sign| sign.is_ascii_digit());
            let after = view[at + form.len()..].chars().next().is_some_and(|sign| sign.is_ascii_digit());
            !before && !after
        })
    })
}

/// Which names stand in a page letter for letter, as whole words.
pub fn written<'s>(page: &str, names: &[&'s str]) -> Vec<&'s str> {
    // A style sheet names colours; it is nobody's word.
    let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let body = style.map_or(page, |(_, body)| body);
    let words: BTreeSet<&str> = body.split(|sign: char| !sign.is_alphanumeric()).collect();
    names
        .iter()
        .filter(|name| words.contains(**name) || words.contains(name.to_uppercase().as_str()))
        .copied()
        .collect()
}
